"""Reads the toponyms of lines, one after the other, and weighs what speaks for each.

Enters: lines with their words. Leaves: place mentions; a name that nothing beside it calls a place
is kept if it is well known, if it is surely a place elsewhere in the text, or if the text is about
a country that has it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from etl.extract.toponym_anaphors import find_anaphors
from etl.extract.toponym_line import GREAT_WEIGHT, Line
from etl.extract.toponym_relations import LOCATIVE, NO_RELATION, Relation
from etl.extract.toponyms import CALENDAR, STARTERS, Word, WordClasses, word_classes
from etl.records import PlaceMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.gazetteer.index import Entry, Gazetteer

_KNOWN_WEIGHT = 4.7  # towns of about 50,000 and all units and overlay regions above it
_WIDE = frozenset({"country", "admin1", "macroregion", "sea", "strait", "region"})
_SETTLEMENTS = frozenset({"city", "admin2", "town", "village", "quarter", "settlement", "camp"})


@dataclass(slots=True)
class _Found:
    """A candidate on its way to a mention."""

    first: int
    last: int
    name: str
    places: Sequence[Entry]
    relation: Relation
    kind: str | None
    role: str | None
    strength: int  # 2 words beside it tell of a place, 1 known by itself, 0 in need of support


class Reader:
    """Reads sentence by sentence; what needs support from elsewhere in the text waits."""

    def __init__(self, gazetteer: Gazetteer, taken: Sequence[tuple[int, int]]) -> None:
        self._gazetteer = gazetteer
        self._taken = sorted(taken)
        self._classes: WordClasses = word_classes()
        self._mentions: list[tuple[PlaceMention, int, str, list[str]]] = []
        self._persons: set[str] = set()

    def mentions(self) -> list[PlaceMention]:
        """Return the mentions; of the doubtful ones those whose name is sure elsewhere."""
        sure = {name for _, strength, name, _ in self._mentions if strength > 0}
        told = self._countries_told()
        return [
            mention
            for mention, strength, name, countries in self._mentions
            if strength > 0
            or (name not in self._persons and (name in sure or not told.isdisjoint(countries)))
        ]

    def _countries_told(self) -> set[str]:
        """Return the countries that the text names or that most of its sure places are in."""
        told = set()
        for mention, strength, _, countries in self._mentions:
            if mention.role == "adjective":
                told.add(self._gazetteer.country_of(mention.text) or "")
            elif strength == 2 or len(countries) == 1:
                told.update(countries[:1])
        return told

    def read(
        self,
        text: str,
        start: int,
        words: list[Word],
        sentence: int,
        *,
        every_role: str | None = None,
        dateline: int | None = None,
    ) -> None:
        """Read the words of one sentence."""
        is_heading = every_role == "heading"
        self._line = Line(
            text, start, words, self._gazetteer, self._is_taken, is_heading=is_heading
        )
        found: list[_Found] = []
        at = 0
        while at < len(words):
            item, after = self._read_at(at, found)
            if item is not None:
                found.append(item)
            at = max(after, at + 1)
        self._support_lists(found)
        if every_role is None:
            self._read_anaphors(found, sentence)
        for item in found:
            mention = self._mention_of(item, sentence)
            if every_role and mention.role != "adjective":
                mention = replace(mention, role=every_role)
            elif dateline is not None and mention.end <= dateline:
                mention = replace(mention, role="dateline")
                item.strength = max(item.strength, 1)
            countries = [place.country for place in item.places if place.country]
            self._mentions.append((mention, item.strength, item.name.casefold(), countries))

    def _read_anaphors(self, found: Sequence[_Found], sentence: int) -> None:
        """Add the places that the line tells without their name ("the Afghan capital")."""
        words = self._line.words
        taken = {at for item in found if item.role != "adjective"
                 for at in range(item.first, item.last + 1)}  # fmt: skip
        is_adjective = lambda word: self._gazetteer.country_of(word.text) is not None  # noqa: E731
        for first, last, kind in find_anaphors(words, taken, is_adjective):
            if self._is_taken(words[last]):
                continue
            relation, _, role, _ = self._line.surroundings(first, last)
            if role is None:
                name = self._line.text_of(first, last)
                item = _Found(first, last, name, (), relation, kind, "anaphor", strength=1)
                self._mentions.append((self._mention_of(item, sentence), 1, name, []))

    def _read_at(self, at: int, found: Sequence[_Found]) -> tuple[_Found | None, int]:
        """Return the candidate that begins at a word, if any, and where to go on."""
        words = self._line.words
        word = words[at]
        if not self._line.may_begin(at) or self._is_taken(word):
            return None, at + 1
        if word.low in STARTERS and (at + 1 >= len(words) or not words[at + 1].is_capital):
            return None, at + 1
        ends = self._line.ends(at)
        name_end = next(
            (end for end in ends if self._gazetteer.is_name(self._line.text_of(at, end))), None
        )
        adjective_end = self._line.adjective_end(at)
        if adjective_end is not None and (name_end is None or adjective_end >= name_end):
            return self._adjective(at, adjective_end), adjective_end + 1
        if name_end is not None:
            item = self._judge(at, name_end, found)
            if item is not None:
                return item, name_end + 1
        return self._read_unknown(at, ends, name_end)

    def _is_taken(self, word: Word) -> bool:
        return any(start < word.end and word.start < end for start, end in self._taken)

    def _adjective(self, first: int, last: int) -> _Found:
        return _Found(
            first,
            last,
            self._line.text_of(first, last),
            (),
            NO_RELATION,
            None,
            "adjective",
            strength=1,
        )

    def _judge(self, first: int, last: int, found: Sequence[_Found]) -> _Found | None:
        """Return a candidate for a name of the gazetteer, None if it is no place here."""
        words, classes = self._line.words, self._classes
        name = self._line.text_of(first, last)
        places = self._gazetteer.find(name)
        if not places:
            return None
        low = name.casefold()
        single = first == last
        weight = places[0].weight
        is_country = places[0].kind == "country"
        relation, kind, role, kind_strength = self._line.surroundings(first, last, weight)
        locative = relation.kind in LOCATIVE or relation.kind in ("to", "from")
        if single and self._is_no_name(first, kind):
            return None
        is_common = single and low in classes.common
        if is_common and places[0].kind in _WIDE and weight >= 5:  # "the Pacific"
            is_common = False
        is_person = single and low in classes.persons and not is_country
        if self._line.is_organisation(first, last):
            return None
        if self._line.is_person(first, last, weight, is_country):
            self._persons.add(words[last].low)
            return None
        is_acronym = single and name.isupper() and len(name) <= 4 and not self._line.is_all_capitals
        if is_acronym and not is_country and weight < 6:
            return None
        strength = 0
        if kind_strength or relation.kind in LOCATIVE:
            strength = 2
        elif (
            locative
            or weight >= _KNOWN_WEIGHT
            or places[0].kind not in _SETTLEMENTS
            or (not single and weight >= 4)
        ):
            strength = 1
        if is_common or is_person:
            strength = self._judge_word(first, relation, kind_strength, is_common=is_common)
        if self._line.is_titled and weight < _KNOWN_WEIGHT:
            strength = min(strength, 0)
        tag = words[last].pos
        if single and strength < 2 and tag in ("VERB", "AUX", "ADV", "PRON", "DET", "ADP", "SCONJ"):
            strength = 0 if weight < GREAT_WEIGHT else strength
        item = _Found(first, last, name, places, relation, kind, role, strength)
        if strength < 2:
            self._support_apposition(item, found)
        if item.role is None and strength < 2 and self._line.is_speaker(last, relation):
            if is_country or weight >= _KNOWN_WEIGHT:
                item.role = "speaker"
            else:
                return None
        return None if item.strength < 0 else item

    def _is_no_name(self, at: int, kind: str | None) -> bool:
        """Tell words that are no name by themselves: "Since", "We're", "South", "District"."""
        words = self._line.words
        word, after = words[at], at + 1
        if after < len(words) and words[after].gap == "-" and words[after].text[0].isdigit():
            return True  # "Tu-154"
        if word.low.split("'")[0].split("’")[0] in STARTERS or word.low in self._classes.kinds:
            return True
        return word.low in self._classes.describing and kind is None

    def _judge_word(
        self, first: int, relation: Relation, kind_strength: int, *, is_common: bool
    ) -> int:
        """Return the strength of a name that is also a word or a person's name."""
        if kind_strength:
            return 2
        word = self._line.words[first]
        inside = first > 0 and not self._line.is_titled and not self._line.is_all_capitals
        if (
            inside
            and word.pos in ("PROPN", "")
            and (relation.kind in LOCATIVE or (relation.kind in ("to", "from") and not is_common))
        ):
            hard = is_common and (word.low.rstrip("s") in CALENDAR or not self._line.is_bare(first))
            return -1 if hard else 1
        return -1

    def _support_apposition(self, item: _Found, found: Sequence[_Found]) -> None:
        """Strengthen a name that stands before or after its unit or country ("Pandi, Bulacan")."""
        words = self._line.words
        after = item.last + 1
        if after < len(words) and words[after].gap in (", ", " (", " "):
            for end in self._line.ends(after) if words[after].is_capital else ():
                holders = self._gazetteer.find(self._line.text_of(after, end))
                if holders and _holds_one(holders, item.places):
                    item.strength = 2
                    return
        follows = found and words[item.first].gap == ", " and found[-1].last == item.first - 1
        if follows and _holds_one(item.places, found[-1].places):
            item.strength = 2

    def _support_lists(self, found: list[_Found]) -> None:
        """Give the names of a list the relation of its first and the strength of its strongest."""
        places = [item for item in found if item.role != "adjective"]
        for before, item in pairwise(places):
            between = [w.low for w in self._line.words[before.last + 1 : item.first]]
            gaps = [w.gap for w in self._line.words[before.last + 1 : item.first + 1]]
            if not all(word in ("and", "or", "the", "in") for word in between) or len(between) > 2:
                if not (before.kind and " ".join(between).startswith(before.kind)):
                    continue
                rest = between[len(before.kind.split()) :]
                if not all(word in ("and", "or", "the") for word in rest):
                    continue
            if not all(gap in (" ", ", ", "-") for gap in gaps):
                continue
            if item.relation.kind is None and "in" not in between:
                item.relation = before.relation
                if item.role is None and before.role in ("origin", "speaker"):
                    item.role = before.role
            if item.strength == 0 and before.strength == 2:
                item.strength = 1
            elif before.strength == 0 and item.strength == 2:
                before.strength = 1

    def _read_unknown(
        self, at: int, ends: Sequence[int], name_end: int | None
    ) -> tuple[_Found | None, int]:
        """Return a name that the gazetteer lacks where type words or a preposition tell a place."""
        words, classes = self._line.words, self._classes
        if not ends:
            return None, at + 1
        after = (name_end if name_end is not None else at) + 1
        if name_end is not None:
            known = self._gazetteer.find(self._line.text_of(at, name_end))
            if known and known[0].weight >= (4.5 if name_end > at else 5.5):  # "Santa Ana Unified"
                return None, after
        last = self._line.cut_kind(at, self._line.unknown_end(at, max(ends)))
        if last is None or self._line.is_titled or self._line.is_all_capitals:
            return None, after
        lows = [word.low for word in words[at : last + 1]]
        if last - at > 3 or any(
            (low in classes.title and low not in ("sheikh", "st", "saint", "abu"))
            or low in classes.unit or low in classes.media
            or low in classes.organisation or low in classes.persons or low in STARTERS
            or self._gazetteer.country_of(low) for low in lows
        ):  # fmt: skip
            return None, after
        if self._line.is_organisation(at, last) or (at and words[at - 1].low in classes.title):
            return None, after
        relation, kind, role, beside = self._line.surroundings(at, last)
        klass = classes.kinds.get(kind or "")
        if not beside or klass is None:
            if relation.kind not in ("in", "near", "outside", "outskirts", "offset", "between"):
                return None, after
            if relation.kind == "between" and words[at - 1].low == "the":  # groups
                return None, after
            if not self._line.is_unknown_name(at, last, lows) or role:
                return None, after
            strength = 1
        elif any(low in classes.common for low in lows) and at in {0, last}:
            return None, after
        elif kind == "department" and words[last + 1 : last + 2] and words[last + 1].is_capital:
            return None, after  # "the Counter Terrorism Department"
        elif at >= 2 and words[at - 1].low == "of" and words[at - 2].is_capital:
            return None, after  # "the Department of Agriculture"
        else:
            strength = 2
        follows = words[last + 1] if last + 1 < len(words) else None
        if kind and klass != "admin1" and follows is not None and follows.is_capital:
            last += len(kind.split()) if follows.low == kind.split()[0] else 0
        item = _Found(at, last, self._line.text_of(at, last), (), relation, kind, role, strength)
        return item, last + 1

    def _mention_of(self, item: _Found, sentence: int) -> PlaceMention:
        words = self._line.words
        return PlaceMention(
            start=words[item.first].start,
            end=words[item.last].end,
            text=item.name,
            sentence=sentence,
            relation=item.relation.kind,
            relation_start=item.relation.start,
            kind_word=item.kind,
            role=item.role,
            offset_km=item.relation.offset_km,
            offset_direction=item.relation.direction,
        )


def _holds_one(holders: Sequence[Entry], places: Sequence[Entry]) -> bool:
    """Tell whether one of some places is a unit or country that holds one of the others."""
    units = {holder.id for holder in holders if holder.kind == "admin1"}
    countries = {holder.country for holder in holders if holder.kind == "country"}
    return any(
        (place.admin1_id in units and place.kind != "admin1")
        or (place.country in countries and place.kind != "country")
        for place in places
    )
