"""A line of a text as a reader of place names sees it: what its words say of a stretch of them.

Enters: the words of a sentence, heading or title, and the gazetteer. Leaves: where a name may begin
and end, what stands beside it, and whether it is part of a person's, a unit's or a medium's name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.toponym_relations import Relation, find_following, find_relation
from etl.extract.toponyms import (
    ARTICLES,
    CALENDAR,
    PARTICLES,
    STARTERS,
    Word,
    kind_at,
    kind_before,
    word_classes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from etl.gazetteer.index import Gazetteer

LONGEST_NAME = 7
# A side of a place: of the province where a province and its town share the name.
SIDES = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern"
    " southwestern north south northeast northwest southeast southwest rural upper lower".split()
)
# Parts of towns that have names of their own: "the Karrada district of", "the suburb of Dobrinja".
NAMED_PARTS = frozenset(
    "neighbourhood neighbourhoods neighborhood neighborhoods quarter quarters suburb suburbs area"
    " areas locality ward commune barrio favela slum shantytown zone estate colonia district"
    " residential housing countryside".split()
)
_NO_NAME = frozenset("ADP DET SCONJ CCONJ VERB AUX PRON ADV ADJ NUM".split())
GREAT_WEIGHT = 6.2  # a town of more than a million people
_NAME_GAPS = frozenset({" ", "-", ". ", ".", "\u2011", "\u2010"})
_SPEECH = frozenset(
    "say tell add warn vow announce claim deny accuse insist declare condemn urge reject describe"
    " explain argue reply respond note admit believe think want hope call confirm pledge demand"
    " acknowledge consider maintain stress suggest criticise criticize denounce welcome".split()
)


class Line:
    """The words of one line; ``is_taken`` tells of words that are an actor's name."""

    def __init__(
        self,
        text: str,
        start: int,
        words: list[Word],
        gazetteer: Gazetteer,
        is_taken: Callable[[Word], bool],
        *,
        is_heading: bool = False,
    ) -> None:
        self.words = words
        self._text, self._start = text, start
        self._gazetteer = gazetteer
        self._is_taken = is_taken
        self._classes = word_classes()
        longer = [word for word in words if len(word.text) > 1]
        self.is_all_capitals = len(longer) > 3 and all(word.text.isupper() for word in longer)
        self.is_titled = is_heading and _is_title_case(words)

    def text_of(self, first: int, last: int) -> str:
        """Return the text from a word to another."""
        return self._text[
            self.words[first].start - self._start : self.words[last].end - self._start
        ]

    def ends(self, at: int) -> list[int]:
        """Return the words at which a name that begins at a word may end, the farthest first."""
        ends = [at] if self.words[at].is_capital else []
        for end in range(at + 1, min(at + LONGEST_NAME, len(self.words))):
            word, before = self.words[end], self.words[end - 1]
            gap = " " if before.possessive and word.gap == " " else word.gap
            if gap not in _NAME_GAPS or self._is_taken(word):
                break
            if word.gap in (". ", ".") and before.low not in ("st", "mt", "ft", "ste"):
                break
            if word.is_capital:
                ends.append(end)
            elif word.low not in PARTICLES:
                break
        return ends[::-1]

    def adjective_end(self, at: int) -> int | None:
        """Return the last word of an adjective of a country that begins at a word."""
        words = self.words
        for end in (at + 1, at):
            if end >= len(words) or (end > at and words[end].gap not in (" ", "-")):
                continue
            if words[end].is_capital and self._gazetteer.country_of(self.text_of(at, end)):
                return end
        return None

    def may_begin(self, at: int) -> bool:
        """Tell whether a name may begin at a word: a capital, or an article before one."""
        word = self.words[at]
        if word.is_capital and (word.text[0].isupper() or word.text[0].isdigit() or "'" in word.text
                                or "’" in word.text):  # fmt: skip
            return word.low not in ("the", "a", "an")
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        return (
            word.low in ARTICLES
            and after is not None
            and after.is_capital
            and after.gap in ("-", " ", "\u2011")
            and (after.gap != " " or word.low in ("al", "el"))
        )

    def is_bare(self, first: int) -> bool:
        """Tell whether a preposition stands directly before a word ("in Hit")."""
        return self.words[first - 1].low in ("in", "near", "outside", "at", "from", "around")

    def surroundings(
        self, first: int, last: int, weight: float = 0.0
    ) -> tuple[Relation, str | None, str | None, int]:
        """Return relation, kind word, role and whether a type word stands beside the name."""
        words = self.words
        relation = find_relation(words, first)
        kind, role = find_following(words, last)
        strength = 1 if kind else 0
        if kind is None:
            before = None
            if first and words[first].gap == " ":
                before = kind_before(words, first)
                if before is None and first >= 2 and words[first - 1].low == "of":
                    before = kind_before(words, first - 1)
                    if before is not None and self._is_part_of(before, weight):
                        before = None
            if before is not None and words[before[1]].low not in ("new", "old"):
                kind, strength = before[0], 1
        if kind is None and relation.kind not in ("offset", "road", "border"):
            kind = self._direction(first, last)
        if kind in self._classes.kinds and self._classes.kinds[kind] == "line":
            line = "border" if kind in ("border", "frontier", "boundary") else "road"
            if relation.kind not in ("offset", "near"):
                relation = replace(relation, kind=line, start=relation.start or words[first].start)
        return relation, kind, role or relation.role, strength

    def _direction(self, first: int, last: int) -> str | None:
        """Return the word that takes a side of a place ("northern Aleppo", "Kunduz's north")."""
        words = self.words
        after = last + 1
        if words[last].possessive and after < len(words) and words[after].low in SIDES:
            return words[after].low
        if first and words[first].gap == " " and words[first - 1].low in SIDES:
            return words[first - 1].low
        return None

    def _is_part_of(self, before: tuple[str, int], weight: float) -> bool:
        """Tell whether "KIND of" before a name speaks of a part of it, or of another name.

        "The market of Beni" is a part of Beni, "the Karrada district of Baghdad" one that is named.
        """
        kind, at = before
        name = self.words[at - 1] if at else None
        if name is not None and name.is_capital and self.words[at].gap == " ":
            is_adjective = self._gazetteer.country_of(name.text) is not None
            return not is_adjective and name.low not in ("the", "a", "in", "at", "near")
        klass = self._classes.kinds[kind]
        if klass == "part" and kind not in NAMED_PARTS:  # "the bazaar of Alpuri"
            return True
        return klass in ("part", "site", "line", "physical") and weight >= 4.5  # it has parts

    def is_organisation(self, first: int, last: int) -> bool:
        """Tell whether the words after a name make it a medium, a unit or a party."""
        words, classes = self.words, self._classes
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
        before = self.text_of(max(first - 2, 0), first - 1).casefold() if first else ""
        return before.endswith(
            ("radio", "voice of", "bank of", "television", "operation", "prince of")
        )

    def is_person(self, first: int, last: int, weight: float, is_country: bool) -> bool:
        """Tell whether a name is part of a longer name that is no place's."""
        words, classes = self.words, self._classes
        if self.is_titled or self.is_all_capitals:
            return False
        if first and words[first].gap in (" ", ". "):
            before = words[first - 1]
            is_titled = before.low in classes.title and not before.possessive and not is_country
            if is_titled and (weight < GREAT_WEIGHT or before.is_capital):
                return True
            is_other = is_country and words[last].low not in classes.persons
            if words[first].gap == " " and self._is_name_part(first - 1) and not is_other:
                return True
        after = last + 1
        if after < len(words) and words[after].gap == " " and not words[last].possessive:
            word = words[after]
            follows = words[after + 1] if after + 1 < len(words) else None
            if word.low in ARTICLES and follows is not None and follows.is_capital:
                return weight < GREAT_WEIGHT
            is_longer = word.is_capital and word.text[0].isupper() and not self._continues(after)
            if is_longer and (weight < GREAT_WEIGHT or self._is_given(first)):
                return True
        return False

    def _is_given(self, at: int) -> bool:
        return self.words[at].low in self._classes.persons

    def _is_name_part(self, at: int) -> bool:
        """Tell whether a capitalised word is one of a person's or thing's name before a place."""
        word, classes = self.words[at], self._classes
        if not word.is_capital or word.possessive or not word.text[0].isupper():
            return False
        if word.low in classes.describing or word.low in classes.kinds or word.low in PARTICLES:
            return False
        if word.low in STARTERS or word.pos in _NO_NAME:
            return False
        if at == 0 and word.low in classes.common and word.pos != "PROPN":
            return False
        if self._gazetteer.country_of(word.text) or word.low in classes.title:
            return word.low in classes.title
        return not self._gazetteer.is_name(word.text) or word.low in classes.persons

    def _continues(self, at: int) -> bool:
        """Tell whether a capitalised word after a place's name lets it be a place."""
        word, classes = self.words[at], self._classes
        return (
            word.low in classes.organisation
            or word.low in classes.kinds
            or word.low in classes.describing
            or kind_at(self.words, at) is not None
            or self._gazetteer.country_of(word.text) is not None
            or any(place.kind == "country" for place in self._gazetteer.find(word.text))
        )

    def is_speaker(self, last: int, relation: Relation) -> bool:
        """Tell whether a name is the subject of a verb of speech ("Washington said")."""
        word = self.words[last]
        return (
            relation.kind is None
            and word.dep in ("nsubj", "nsubjpass")
            and word.head_lemma in _SPEECH
            and not word.possessive
        )

    def unknown_end(self, at: int, farthest: int) -> int:
        """Return where a name that no list has ends: before a preposition, after an owner."""
        last = at
        for end in range(at, farthest + 1):
            word = self.words[end]
            if end > at and (word.low in STARTERS or word.low in CALENDAR):
                break
            if word.is_capital:
                last = end
            if word.possessive:
                break
        return last

    def cut_kind(self, at: int, last: int) -> int | None:
        """Return the last word of a name without the capitalised type words at its end."""
        kinds = self._classes.kinds
        while last > at and (self.words[last].low in kinds or not self.words[last].is_capital):
            last -= 1
        return None if last == at and self.words[at].low in kinds else last

    def is_unknown_name(self, at: int, last: int, lows: Sequence[str]) -> bool:
        """Tell whether words look like a place's name with a preposition before it."""
        words, common = self.words, self._classes.common
        if at == 0 or any(low in common or low.rstrip("s") in CALENDAR for low in lows):
            return False
        if any(word.text.isupper() and len(word.text) > 1 for word in words[at : last + 1]):
            return False
        tags = {word.pos for word in words[at : last + 1] if word.is_capital}
        return tags <= {"PROPN", "NOUN"} and bool(tags)


def _is_title_case(words: Sequence[Word]) -> bool:
    """Tell whether most longer words of a line are capitalised, so that capitals tell nothing."""
    longer = [word for word in words if len(word.text) > 3]
    return len(longer) > 2 and sum(word.is_capital for word in longer) >= 0.7 * len(longer)
