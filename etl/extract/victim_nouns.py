"""Nouns of victims, from ``seeds/reference/victims.csv``: civilians, combatants, or never people.

Enters: the reference file. Leaves: its nouns by word, singular and plural. Refused: a row whose
group, kind or arms are unknown.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from etl.codes import VictimGroup
from etl.errors import ReferenceDataError
from etl.reference import read_reference

_GROUPS = {"civilian", "combatant", "unknown", "none"}
_KINDS = {"", "attacker", "collective"}
_ARMS = {"", "state", "group"}


class Noun(NamedTuple):
    """What the word list says of a victim noun."""

    group: VictimGroup | None  # None: never people
    is_attacker: bool
    is_collective: bool
    arms: str  # "state" (soldiers, police), "group" (rebels, gunmen), or nothing


@cache
def victim_nouns() -> dict[str, Noun]:
    """Return the victim nouns by word, singular and regular plural.

    Raises:
        ReferenceDataError: a row's group or kind is unknown.
    """
    nouns: dict[str, Noun] = {}
    for row in read_reference("victims.csv"):
        word, group, kind = row["word"].lower(), row["group"], row["kind"]
        for value_of, known in ((group, _GROUPS), (kind, _KINDS), (row["arms"], _ARMS)):
            if value_of not in known:
                choices = ", ".join(sorted(known - {""}))
                message = f"victims.csv, {word!r}: unknown {value_of!r}; use one of {choices}."
                raise ReferenceDataError(message)
        value = None if group == "none" else VictimGroup(group)
        noun = Noun(value, kind == "attacker", kind == "collective", row["arms"])
        for form in (word, *_plurals(word)):
            nouns.setdefault(form, noun)
    return nouns


_IRREGULAR = {"child": "children", "passer-by": "passers-by", "passerby": "passersby"}


def _plurals(word: str) -> list[str]:
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if word.endswith("man"):
        return [word[:-3] + "men"]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ies"]
    if word.endswith(("s", "ch", "sh", "x")):
        return [word + "es"]
    if word.endswith("wife"):
        return [word[:-4] + "wives"]
    return [word + "s"]
