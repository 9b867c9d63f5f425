"""Words that tell of a toll, from ``seeds/reference/harms.csv``.

Enters: the reference file. Leaves: its entries, and their occurrences in the words of a sentence.
Refused: a row with an unknown frame, outcome or need.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from etl.codes import Outcome
from etl.errors import ReferenceDataError
from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_GAP = 5
"""How many words "_" in a complement stands for, at most."""


class Frame(StrEnum):
    """Where the victims of a harm word stand."""

    OBJECT = "object"
    SUBJECT = "subject"
    LIFE = "life"
    STATE = "state"
    ACT = "act"
    BODY = "body"
    TOLL = "toll"


class Need(StrEnum):
    """What a noun must be to count as a victim of a word that has other uses too."""

    ANY = ""
    PERSON = "person"
    COUNTED = "counted"
    NUMBERED = "numbered"
    CROWD = "crowd"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Harm:
    """A harm word: its forms (of a verb), or its words (of other frames), and its frame."""

    forms: tuple[str, ...]
    complement: tuple[frozenset[str], ...]
    frame: Frame
    outcome: Outcome
    need: Need

    @property
    def is_verb(self) -> bool:
        """Whether the word inflects, and can be active or passive."""
        return self.frame in {Frame.OBJECT, Frame.SUBJECT, Frame.LIFE}

    def is_ing(self, form: str) -> bool:
        """Whether a form is the -ing form."""
        return form == self.forms[2]

    def is_past(self, form: str) -> bool:
        """Whether a form is the past or the participle."""
        return form in self.forms[3:]


@dataclass(frozen=True, slots=True)
class HarmWord:
    """An occurrence: tokens ``start`` to ``end``, half-open; a verb's complement is not in it."""

    harm: Harm
    start: int
    end: int


@cache
def harms() -> tuple[Harm, ...]:
    """Return the harm words of the lexicon.

    Raises:
        ReferenceDataError: a row has an unknown frame, outcome or need.
    """
    return tuple(_read_row(row) for row in read_reference("harms.csv"))


def _read_row(row: dict[str, str]) -> Harm:
    try:
        frame, outcome, need = Frame(row["frame"]), Outcome(row["outcome"]), Need(row["needs"])
    except ValueError as error:
        message = f"harms.csv, {row['forms']!r}: {error}; see the comment at the file's head."
        raise ReferenceDataError(message) from error
    complement = tuple(frozenset(slot.split("|")) for slot in row["complement"].split())
    return Harm(tuple(row["forms"].split()), complement, frame, outcome, need)


@cache
def _by_first_word() -> dict[str, list[Harm]]:
    index: dict[str, list[Harm]] = defaultdict(list)
    for harm in harms():
        for form in harm.forms if harm.is_verb else harm.forms[:1]:
            if harm not in index[form]:
                index[form].append(harm)
    return dict(index)


def may_tell_harm(words: Iterable[str]) -> bool:
    """Whether any of the words begins an entry, so that a sentence is worth reading."""
    return not _by_first_word().keys().isdisjoint(words)


def find_harms(words: list[str], position: int) -> list[HarmWord]:
    """Return the entries whose words stand at a position, the most specific first."""
    found = []
    for harm in _by_first_word().get(words[position], ()):
        if harm.is_verb:
            found.append(HarmWord(harm, position, position + 1))
        elif tuple(words[position : position + len(harm.forms)]) == harm.forms:
            found.append(HarmWord(harm, position, position + len(harm.forms)))
    return sorted(found, key=lambda w: (-len(w.harm.complement), w.start - w.end))


def match_complement(words: list[str], position: int, harm: Harm) -> int | None:
    """Return the end of a verb's complement that begins at a position, or None."""
    return _match(words, position, harm.complement)


def _match(words: list[str], position: int, slots: tuple[frozenset[str], ...]) -> int | None:
    if not slots:
        return position
    if slots[0] == {"_"}:
        for gap in range(MAX_GAP + 1):
            if any(word in {",", ".", ";", "and"} for word in words[position : position + gap]):
                return None
            end = _match(words, position + gap, slots[1:])
            if end is not None:
                return end
        return None
    if position < len(words) and words[position] in slots[0]:
        return _match(words, position + 1, slots[1:])
    return None


@cache
def harm_words() -> frozenset[str]:
    """Return the past forms and states that end a noun group before them ("nine dead")."""
    words: set[str] = set()
    for harm in harms():
        if harm.is_verb and not harm.complement and harm.frame is Frame.OBJECT:
            words.update(harm.forms[2:])
        elif harm.frame is Frame.STATE:
            words.add(harm.forms[0])
    return frozenset(words - {"treated", "taking", "cut", "held", "taken", "took", "lost", "cost"})
