"""Toponyms: every name of a place in a text, with what the words beside it say of it.

Enters: parsed sentences, or passages that are not parsed (headings, datelines, a title), the names
of the gazetteer, and the spans that the actor list has taken. Leaves: place mentions in the order of
the text, names that the gazetteer lacks among them where the words beside tell of a place ("the
village of Tal Safuk"); adjectives of countries with the role ``adjective``. Refuses broadcasters,
newspapers, military units, persons, months and common words that happen to be towns somewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.codes import PassageKind
from etl.extract.toponym_relations import (
    LOCATIVE,
    NO_RELATION,
    Relation,
    find_following,
    find_relation,
)
from etl.extract.toponyms import (
    ARTICLES,
    PARTICLES,
    KnownPlace,
    NameIndex,
    Word,
    WordClasses,
    kind_at,
    kind_before,
    split_words,
    word_classes,
)
from etl.records import PlaceMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.records import Passage, Sentence

_LONGEST_NAME = 7
_KNOWN_WEIGHT = 4.7  # towns of about 50,000 and all units and overlay regions above it
_GREAT_WEIGHT = 6.2
_WIDE = frozenset({"country", "admin1", "macroregion", "sea", "strait", "region"})
_SETTLEMENTS = frozenset({"city", "admin2", "town", "village", "quarter", "settlement", "camp"})
_SPEECH = frozenset(
    "say tell add warn vow announce claim deny accuse insist declare condemn urge reject describe"
    " explain argue reply respond note admit believe think want hope call confirm pledge demand"
    " acknowledge consider maintain stress suggest demand criticise criticize denounce welcome".split()
)
_DATELINE = re.compile(
    r"^[^a-z]{0,4}(?P<place>[A-Z][\w.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,40}){0,2}?)"
    r"(?:, (?:\w{3,9}\.? )?\d{1,2}(?: \w{3,9}\.?)?(?:,? \d{4})?)?"
    r"\s*(?:\([^)]{2,40}\)\s*)?\s*(?:—|–|--| - )\s*"
)
_JOINS = re.compile(r"^,? ?(?:and|or|&)? ?$")
_PLACE_GAPS = frozenset({" ", "-", ". ", ".", "\u2011", "\u2010"})


@dataclass(slots=True)
class _Found:
    """A candidate on its way to a mention."""

    first: int
    last: int
    name: str
    places: Sequence[KnownPlace]
    relation: Relation
    kind: str | None
    role: str | None
    strength: int  # 2 words beside it tell of a place, 1 known by itself, 0 in need of support
    holder: bool = False


def extract_places(
    sentences: Sequence[Sentence],
    gazetteer: NameIndex,
    taken: Sequence[tuple[int, int]] = (),
) -> list[PlaceMention]:
    """Return every toponym of parsed sentences, with the words that relate to it.

    No toponym is read within the spans of ``taken``.
    """
    reader = _Reader(gazetteer, taken)
    for sentence in sentences:
        words = split_words(sentence.text, sentence.start)
        _tag(words, sentence)
        end = _dateline_end(sentence)
        reader.read(sentence.text, sentence.start, words, sentence.index, dateline=end)
    return reader.mentions()


def extract_places_of_passages(
    text: str,
    passages: Iterable[Passage],
    gazetteer: NameIndex,
    taken: Sequence[tuple[int, int]] = (),
) -> list[PlaceMention]:
    """Return the toponyms of headings and datelines, with ``heading`` or ``dateline`` as role."""
    reader = _Reader(gazetteer, taken)
    for passage in passages:
        if passage.kind in (PassageKind.HEADING, PassageKind.DATELINE):
            line = text[passage.start : passage.end]
            words = split_words(line, passage.start)
            role = "dateline" if passage.kind is PassageKind.DATELINE else "heading"
            reader.read(line, passage.start, words, passage.sentence, every_role=role)
    return reader.mentions()


def extract_places_of_title(title: str | None, gazetteer: NameIndex) -> list[PlaceMention]:
    """Return the toponyms of a title; their offsets are the title's own."""
    reader = _Reader(gazetteer, ())
    line = title or ""
    reader.read(line, 0, split_words(line, 0), 0, every_role="heading")
    return reader.mentions()


def _dateline_end(sentence: Sentence) -> int | None:
    """Return where the dateline of a sentence ends ("KABUL (Reuters) - ..."), None without."""
    match = _DATELINE.match(sentence.text)
    return None if match is None else sentence.start + match.end("place")


def _tag(words: list[Word], sentence: Sentence) -> None:
    """Give words the tag, the relation and the governing verb that the parse has for them."""
    tokens = {token.idx: token for token in sentence.doc}
    for word in words:
        token = tokens.get(word.start - sentence.start)
        if token is not None:
            word.pos, word.dep, word.head_lemma = token.pos_, token.dep_, token.head.lemma_


class _Reader:
    """Reads sentence by sentence; what needs support from elsewhere in the text waits."""

    def __init__(self, gazetteer: NameIndex, taken: Sequence[tuple[int, int]]) -> None:
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
            elif strength == 2 or len(countries) == 1:  # noqa: PLR2004
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
        self._line, self._from, self._words = text, start, words
        self._is_titled = every_role == "heading" and _is_title_case(words)
        found: list[_Found] = []
        at = 0
        while at < len(words):
            item, after = self._read_at(at, found)
            if item is not None:
                found.append(item)
            at = max(after, at + 1)
        self._support_lists(found)
        for item in found:
            mention = self._mention_of(item, sentence)
            if every_role and mention.role != "adjective":
                mention = replace(mention, role=every_role)
            elif dateline is not None and mention.end <= dateline:
                mention = replace(mention, role="dateline")
                item.strength = max(item.strength, 1)
            countries = [place.country for place in item.places if place.country]
            self._mentions.append((mention, item.strength, item.name.casefold(), countries))

    # ---- one position --------------------------------------------------------------------

    def _read_at(self, at: int, found: Sequence[_Found]) -> tuple[_Found | None, int]:
        """Return the candidate that begins at a word, if any, and where to go on."""
        words = self._words
        word = words[at]
        if not self._may_begin(at) or self._is_taken(word):
            return None, at + 1
        if word.low in _STARTERS and (at + 1 >= len(words) or not words[at + 1].is_capital):
            return None, at + 1
        ends = self._ends(at)
        name_end = next((end for end in ends if self._gazetteer.is_name(self._text(at, end))), None)
        adjective_end = self._adjective_end(at)
        if adjective_end is not None and (name_end is None or adjective_end >= name_end):
            return self._adjective(at, adjective_end), adjective_end + 1
        if name_end is not None:
            item = self._judge(at, name_end, found)
            if item is not None:
                return item, name_end + 1
        return self._read_unknown(at, ends, name_end, found)

    def _may_begin(self, at: int) -> bool:
        word = self._words[at]
        if word.is_capital and (word.text[0].isupper() or word.text[0].isdigit() or "'" in word.text
                                or "’" in word.text):  # fmt: skip
            return word.low not in ("the", "a", "an")
        after = self._words[at + 1] if at + 1 < len(self._words) else None
        return (
            word.low in ARTICLES
            and after is not None
            and after.is_capital
            and after.gap in ("-", " ", "\u2011")
            and (after.gap != " " or word.low in ("al", "el"))
        )

    def _is_taken(self, word: Word) -> bool:
        return any(start < word.end and word.start < end for start, end in self._taken)

    def _text(self, first: int, last: int) -> str:
        return self._line[self._words[first].start - self._from : self._words[last].end - self._from]

    def _ends(self, at: int) -> list[int]:
        """Return the words at which a name that begins at a word may end, the farthest first."""
        ends = [at] if self._words[at].is_capital else []
        for end in range(at + 1, min(at + _LONGEST_NAME, len(self._words))):
            word, before = self._words[end], self._words[end - 1]
            gap = " " if before.possessive and word.gap == " " else word.gap
            if gap not in _PLACE_GAPS or self._is_taken(word):
                break
            if word.gap in (". ", ".") and before.low not in ("st", "mt", "ft", "ste"):
                break
            if word.is_capital:
                ends.append(end)
            elif word.low not in PARTICLES:
                break
        return ends[::-1]

    def _adjective_end(self, at: int) -> int | None:
        words = self._words
        for end in (at + 1, at):
            if end >= len(words) or (end > at and words[end].gap not in (" ", "-")):
                continue
            if words[end].is_capital and self._gazetteer.country_of(self._text(at, end)):
                return end
        return None

    def _adjective(self, first: int, last: int) -> _Found:
        return _Found(
            first, last, self._text(first, last), (), NO_RELATION, None, "adjective", strength=1
        )

    # ---- names of the gazetteer ----------------------------------------------------------

    def _judge(self, first: int, last: int, found: Sequence[_Found]) -> _Found | None:
        """Return a candidate for a name of the gazetteer, None if it is no place here."""
        words, classes = self._words, self._classes
        name = self._text(first, last)
        places = self._gazetteer.find(name)
        if not places:
            return None
        low = name.casefold()
        single = first == last
        weight = places[0].weight
        is_country = places[0].kind == "country"
        relation, kind, role, kind_strength = self._surroundings(first, last, weight)
        locative = relation.kind in LOCATIVE or relation.kind in ("to", "from")
        is_common = single and (low in classes.common or low in _STARTERS)
        if is_common and places[0].kind in _WIDE and weight >= 5:  # noqa: PLR2004 - "the Pacific"
            is_common = False
        is_person = single and low in classes.persons and not is_country
        if self._is_organisation(first, last) or self._is_person(first, last, weight, is_country):
            return None
        if single and name.isupper() and len(name) <= 4 and not is_country and weight < 6:
            if not self._is_all_capitals():
                return None
        strength = 0
        if kind_strength or relation.kind in LOCATIVE:
            strength = 2
        elif locative or weight >= _KNOWN_WEIGHT or places[0].kind not in _SETTLEMENTS:
            strength = 1
        elif not single and weight >= 4:
            strength = 1
        if is_common or is_person:
            strength = self._judge_word(first, relation, kind_strength, is_common=is_common)
        if self._is_titled and weight < _KNOWN_WEIGHT:
            strength = min(strength, 0)
        tag = words[last].pos
        if single and strength < 2 and tag in ("VERB", "AUX", "ADV", "PRON", "DET", "ADP", "SCONJ"):
            strength = 0 if weight < _GREAT_WEIGHT else strength
        item = _Found(first, last, name, places, relation, kind, role, strength)
        if strength < 2:
            self._support_apposition(item, found)
        if item.role is None and strength < 2 and self._is_speaker(last, relation):
            if is_country or weight >= _KNOWN_WEIGHT:
                item.role = "speaker"
            else:
                return None
        return None if item.strength < 0 else item

    def _judge_word(
        self, first: int, relation: Relation, kind_strength: int, *, is_common: bool
    ) -> int:
        """Return the strength of a name that is also a word or a person's name."""
        if kind_strength:
            return 2
        word = self._words[first]
        inside = first > 0 and not self._is_titled and not self._is_all_capitals()
        if inside and word.pos in ("PROPN", "") and (
            relation.kind in LOCATIVE or (relation.kind in ("to", "from") and not is_common)
        ):
            hard = is_common and (word.low in _CALENDAR or not self._is_bare(first))
            return -1 if hard else 1
        return -1

    def _is_bare(self, first: int) -> bool:
        """Tell whether a preposition stands directly before a word ("in Hit")."""
        return self._words[first - 1].low in ("in", "near", "outside", "at", "from", "around")

    def _surroundings(
        self, first: int, last: int, weight: float = 0.0
    ) -> tuple[Relation, str | None, str | None, int]:
        """Return relation, kind word, role and whether a type word stands beside the name."""
        words = self._words
        relation = find_relation(words, first)
        kind, role = find_following(words, last)
        strength = 1 if kind else 0
        if kind is None:
            before = None
            if first and words[first].gap == " ":
                before = kind_before(words, first)
                if before is None and first >= 2 and words[first - 1].low == "of":  # noqa: PLR2004
                    before = kind_before(words, first - 1)
                    if before is not None and self._is_part_of(before, weight):
                        before = None
            if before is not None and words[before[1]].low not in ("new", "old"):
                kind, strength = before[0], 1
        if kind and self._classes.kinds[kind] == "line":
            line = "border" if kind in ("border", "frontier", "boundary") else "road"
            if relation.kind not in ("offset", "near"):
                relation = replace(relation, kind=line, start=relation.start or words[first].start)
        return relation, kind, role or relation.role, strength

    def _is_part_of(self, before: tuple[str, int], weight: float) -> bool:
        """Tell whether "KIND of" before a name speaks of a part of it, or of another name.

        "The market of Beni" is a part of Beni, "the Karrada district of Baghdad" one that is named.
        """
        kind, at = before
        if at and self._words[at - 1].is_capital and self._words[at].gap == " ":
            return self._words[at - 1].low not in ("the", "a", "in", "at", "near")
        is_part = self._classes.kinds[kind] in ("part", "site", "line", "physical")
        return is_part and weight >= 4.5  # noqa: PLR2004 - a town that has parts

    def _is_organisation(self, first: int, last: int) -> bool:
        """Tell whether the words after a name make it a medium, a unit or a party."""
        words, classes = self._words, self._classes
        after = last + 1
        while after < len(words) and after <= last + 3 and words[after].gap in (" ", "-"):
            if words[after - 1].possessive:
                return False
            word = words[after]
            if word.low in classes.media and word.is_capital:
                return True
            if word.low in classes.unit and (word.is_capital or after == last + 1):
                return word.is_capital or word.low not in ("front", "group", "union", "company",
                    "party", "bank", "united", "alliance", "coalition", "fighters")  # fmt: skip
            if not word.is_capital:
                return False
            after += 1
        before = self._text(max(first - 2, 0), first - 1).casefold() if first else ""
        return before.endswith(("radio", "voice of", "bank of", "television", "operation", "prince of"))

    def _is_person(self, first: int, last: int, weight: float, is_country: bool) -> bool:
        """Tell whether a name is part of a longer name that is no place's."""
        words, classes = self._words, self._classes
        if self._is_titled or self._is_all_capitals():
            return False
        if first and words[first].gap in (" ", ". "):
            before = words[first - 1]
            if before.low in classes.title and not before.possessive and not is_country:
                if weight < _GREAT_WEIGHT or before.is_capital:
                    self._persons.add(words[last].low)
                    return True
            is_other = is_country and words[last].low not in classes.persons
            if words[first].gap == " " and self._is_name_part(first - 1) and not is_other:
                self._persons.add(words[last].low)
                return True
        after = last + 1
        if after < len(words) and words[after].gap == " " and not words[last].possessive:
            word = words[after]
            follows = words[after + 1] if after + 1 < len(words) else None
            if word.low in ARTICLES and follows is not None and follows.is_capital:
                return weight < _GREAT_WEIGHT
            if word.is_capital and word.text[0].isupper() and not self._continues(after):
                if weight < _GREAT_WEIGHT or self._is_given(first):
                    self._persons.add(words[last].low)
                    return True
        return False

    def _is_given(self, at: int) -> bool:
        return self._words[at].low in self._classes.persons

    def _is_name_part(self, at: int) -> bool:
        """Tell whether a capitalised word is one of a person's or thing's name before a place."""
        word, classes = self._words[at], self._classes
        if not word.is_capital or word.possessive or not word.text[0].isupper():
            return False
        if word.low in classes.describing or word.low in classes.kinds or word.low in PARTICLES:
            return False
        if word.low in _STARTERS or word.pos in ("ADP", "DET", "SCONJ", "CCONJ", "VERB", "AUX", "PRON",
                                                 "ADV", "ADJ", "NUM"):  # fmt: skip
            return False
        if at == 0 and word.low in classes.common and word.pos != "PROPN":
            return False
        if self._gazetteer.country_of(word.text) or word.low in classes.title:
            return word.low in classes.title
        return not self._gazetteer.is_name(word.text) or word.low in classes.persons

    def _continues(self, at: int) -> bool:
        """Tell whether a capitalised word after a place's name lets it be a place."""
        word, classes = self._words[at], self._classes
        return (
            word.low in classes.organisation
            or word.low in classes.kinds
            or word.low in classes.describing
            or kind_at(self._words, at) is not None
            or self._gazetteer.country_of(word.text) is not None
            or any(place.kind == "country" for place in self._gazetteer.find(word.text))
        )

    def _is_speaker(self, last: int, relation: Relation) -> bool:
        word = self._words[last]
        return (
            relation.kind is None
            and word.dep in ("nsubj", "nsubjpass")
            and word.head_lemma in _SPEECH
            and not word.possessive
        )

    def _is_all_capitals(self) -> bool:
        letters = [word for word in self._words if len(word.text) > 1]
        return len(letters) > 3 and all(word.text.isupper() for word in letters)

    # ---- support from other names ------------------------------------------------------------

    def _support_apposition(self, item: _Found, found: Sequence[_Found]) -> None:
        """Strengthen a name that stands before or after its unit or country ("Pandi, Bulacan")."""
        words = self._words
        after = item.last + 1
        if after < len(words) and words[after].gap in (", ", " (", " "):
            for end in self._ends(after) if words[after].is_capital else ():
                holders = self._gazetteer.find(self._text(after, end))
                if holders and _holds_one(holders, item.places):
                    item.strength = 2
                    return
        if found and words[item.first].gap == ", " and found[-1].last == item.first - 1:
            if _holds_one(item.places, found[-1].places):
                item.strength, item.holder = 2, True

    def _support_lists(self, found: list[_Found]) -> None:
        """Give the names of a list the relation of its first and the strength of its strongest."""
        places = [item for item in found if item.role != "adjective"]
        for before, item in zip(places, places[1:], strict=False):
            between = [w.low for w in self._words[before.last + 1 : item.first]]
            gaps = [w.gap for w in self._words[before.last + 1 : item.first + 1]]
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
                if item.role is None and before.role == "origin":
                    item.role = before.role
            if item.strength == 0 and before.strength == 2:
                item.strength = 1
            elif before.strength == 0 and item.strength == 2:
                before.strength = 1

    # ---- names that the gazetteer lacks --------------------------------------------------

    def _read_unknown(
        self, at: int, ends: Sequence[int], name_end: int | None, found: Sequence[_Found]
    ) -> tuple[_Found | None, int]:
        """Return a name that the gazetteer lacks where type words or a preposition tell a place."""
        words, classes = self._words, self._classes
        if not ends:
            return None, at + 1
        after = (name_end if name_end is not None else at) + 1
        if name_end is not None:
            known = self._gazetteer.find(self._text(at, name_end))
            if known and known[0].weight >= 4.5:  # noqa: PLR2004 - "Santa Ana Unified"
                return None, after
        owner = next((end for end in sorted(ends) if words[end].possessive), max(ends))
        last = self._cut_kind(at, owner)
        if last is None or self._is_titled or self._is_all_capitals():
            return None, after
        lows = [word.low for word in words[at : last + 1]]
        if last - at > 3 or any(
            (low in classes.title and low not in ("sheikh", "st", "saint", "abu"))
            or low in classes.unit or low in classes.media
            or low in classes.organisation or low in classes.persons or low in _STARTERS
            or self._gazetteer.country_of(low) for low in lows
        ):  # fmt: skip
            return None, after
        if self._is_organisation(at, last) or (at and words[at - 1].low in classes.title):
            return None, after
        relation, kind, role, beside = self._surroundings(at, last)
        klass = classes.kinds.get(kind or "")
        if not beside or klass is None:
            if relation.kind not in ("in", "near", "outside", "outskirts", "offset", "between"):
                return None, after
            if not self._is_unknown_name(at, last, lows) or role:
                return None, after
            strength = 1
        elif any(low in classes.common for low in lows) and (at == 0 or last == at):
            return None, after
        elif at >= 2 and words[at - 1].low == "of" and words[at - 2].is_capital:  # noqa: PLR2004
            return None, after  # "the Department of Agriculture"
        else:
            strength = 2
        follows = words[last + 1] if last + 1 < len(words) else None
        if kind and klass != "admin1" and follows is not None and follows.is_capital:
            last += len(kind.split()) if follows.low == kind.split()[0] else 0
        item = _Found(at, last, self._text(at, last), (), relation, kind, role, strength)
        return item, last + 1

    def _cut_kind(self, at: int, last: int) -> int | None:
        """Return the last word of a name without the capitalised type words at its end."""
        kinds = self._classes.kinds
        while last > at and (
            self._words[last].low in kinds or not self._words[last].is_capital
        ):
            last -= 1
        return None if last == at and self._words[at].low in kinds else last

    def _is_unknown_name(self, at: int, last: int, lows: Sequence[str]) -> bool:
        """Tell whether words look like a place's name with a preposition before it."""
        words, common = self._words, self._classes.common
        if at == 0 or any(low in common or low in _CALENDAR for low in lows):
            return False
        if any(word.text.isupper() and len(word.text) > 1 for word in words[at : last + 1]):
            return False
        tags = {word.pos for word in words[at : last + 1] if word.is_capital}
        return tags <= {"PROPN", "NOUN"} and bool(tags)

    # ---- mentions ------------------------------------------------------------------------

    def _mention_of(self, item: _Found, sentence: int) -> PlaceMention:
        words = self._words
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


_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december ramadan eid christmas easter nowruz ashura"
    " spring summer autumn winter".split()
)
# Words that begin a sentence with a capital, and no name.
_STARTERS = frozenset(
    "in on at near outside inside from to of for with by after before during when while as and but or"
    " if since until the a an this that these those his her its their our my your he she it they we i"
    " across around between within over under about against among amid despite although though"
    " because earlier later meanwhile elsewhere also both all some many most several two three four"
    " five six seven eight nine ten dozens hundreds thousands police soldiers troops rebels militants"
    " gunmen witnesses residents officials local state government security forces army clashes"
    " fighting bomb car suicide air strikes shelling yesterday today tomorrow overnight last next no"
    " not only however what where who why how there here once then now still even just more than"
    " per via toward towards into onto off up down out through following another other each every"
    " greater downtown former then-".split()
)


def _is_title_case(words: Sequence[Word]) -> bool:
    """Tell whether most longer words of a line are capitalised, so that capitals tell nothing."""
    longer = [word for word in words if len(word.text) > 3]
    return len(longer) > 2 and sum(word.is_capital for word in longer) >= 0.7 * len(longer)


def _holds_one(holders: Sequence[KnownPlace], places: Sequence[KnownPlace]) -> bool:
    """Tell whether one of some places is a unit or country that holds one of the others."""
    units = {holder.id for holder in holders if holder.kind == "admin1"}
    countries = {holder.country for holder in holders if holder.kind == "country"}
    return any(
        (place.admin1_id in units and place.kind != "admin1")
        or (place.country in countries and place.kind != "country")
        for place in places
    )
