"""Classes of the nouns that describe actors, and what qualifying words make of them.

Enters: ``seeds/reference/actor_nouns.csv``. Leaves: the nouns by their words, each with its class,
and the rules by which a qualifier changes a class ("rebel commander" is of the rebels). It refuses
nothing.

Classes:

- of a state: ``army navy marines air police gendarmerie border_guard security_forces
  special_forces intelligence guard national_guard forces government government_forces``
- armed or violent: ``rebels militants fighters armed suicide_bomber militia pro_government
  vigilantes gang bandits communal settlers mercenaries``
- of either side: ``allies peacekeepers coalition``
- others: ``civilians journalists health_workers aid_workers displaced prisoners students
  activists leader men youth crowd protesters rioters gathering site``
- that say nothing by themselves: ``group member asset post property``
- of no noun: ``named sides quantity country people pronoun``
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.reference import read_reference

STATE_CLASSES = frozenset(
    "army navy marines air police gendarmerie border_guard security_forces special_forces "
    "intelligence guard national_guard forces government government_forces".split()
)
ARMED_CLASSES = frozenset(
    "rebels militants fighters armed suicide_bomber militia pro_government vigilantes gang bandits "
    "communal settlers mercenaries peacekeepers coalition".split()
)
CIVIL_CLASSES = frozenset(
    "civilians journalists health_workers aid_workers displaced prisoners students activists "
    "leader men youth crowd protesters rioters gathering site".split()
)
WEAK_CLASSES = frozenset("group member asset post property fighters leader quantity".split())

# Which class a qualifying word makes of a noun that says little itself ("rebel commander").
CLASS_OF_MODIFIER = {
    "army": "army",
    "police": "police",
    "security": "security_forces",
    "border": "border_guard",
    "special": "special_forces",
    "air": "air",
    "government": "government_forces",
    "pro_government": "pro_government",
    "rebel": "rebels",
    "militant": "militants",
    "militia": "militia",
    "gang": "gang",
    "communal": "communal",
    "vigilante": "vigilantes",
    "un": "peacekeepers",
    "coalition": "coalition",
    "armed": "armed",
    "settler": "settlers",
    "protest": "protesters",
    "riot": "rioters",
}
# What a qualifier makes of nouns that already say something.
COMBINED = {
    **{("forces", modifier): made for modifier, made in CLASS_OF_MODIFIER.items()},
    ("army", "rebel"): "rebels",
    ("army", "police"): "police",
    ("army", "border"): "border_guard",
    ("army", "un"): "peacekeepers",
    ("army", "pro_government"): "pro_government",
    ("army", "coalition"): "coalition",
    ("air", "un"): "peacekeepers",
    ("air", "coalition"): "coalition",
    ("militia", "communal"): "communal",
    ("militia", "pro_government"): "pro_government",
    ("militia", "government"): "pro_government",
    ("militia", "rebel"): "rebels",
    ("armed", "rebel"): "rebels",
    ("armed", "militant"): "militants",
    ("armed", "communal"): "communal",
    ("armed", "gang"): "gang",
    **{  # "army lorries", "a police van", "an army building"
        (noun, modifier): CLASS_OF_MODIFIER[modifier]
        for noun in ("property", "site")
        for modifier in ("army", "police", "security", "border", "un")
    },
    ("property", "rebel"): "rebels",
    ("property", "militant"): "militants",
    ("guard", "border"): "border_guard",
    ("guard", "police"): "police",
    ("guard", "un"): "peacekeepers",
    ("vigilantes", "communal"): "communal",
    ("gang", "militia"): "gang",
    ("government", "rebel"): "rebels",
    **{(noun, "armed"): "armed" for noun in ("men", "youth", "civilians", "crowd", "students")},
    **{(noun, "riot"): "rioters" for noun in ("men", "youth", "civilians", "crowd", "students")},
    **{(noun, "settler"): "settlers" for noun in ("men", "youth", "crowd", "gang", "rioters")},
    **{(noun, "protest"): "protesters" for noun in ("men", "youth", "civilians", "crowd")},
    ("men", "army"): "army",
    ("men", "police"): "police",
    ("men", "communal"): "communal",
    ("men", "rebel"): "rebels",
    ("men", "militant"): "militants",
    ("men", "militia"): "militia",
    ("youth", "militia"): "militia",
    ("youth", "communal"): "communal",
    ("civilians", "police"): "police",
    ("civilians", "army"): "army",
}


@dataclass(frozen=True, slots=True)
class Noun:
    """An entry of the noun list as it stands in a text."""

    noun_class: str
    is_plural: bool


@cache
def load_actor_nouns() -> tuple[dict[tuple[str, ...], Noun], dict[str, str]]:
    """Return the nouns by their words, and the class of each qualifying word.

    Raises:
        ReferenceDataError: the file is missing.
    """
    heads: dict[tuple[str, ...], Noun] = {}
    modifiers: dict[str, str] = {}
    for row in read_reference("actor_nouns.csv"):
        if row["part"] == "modifier":
            modifiers[row["word"].casefold()] = row["class"]
            continue
        forms = [(row["word"], not row["plural"])]
        if row["plural"]:
            forms.append((row["plural"], True))
        for form, is_plural in forms:
            heads[split_words(form)] = Noun(row["class"], is_plural)
    return heads, modifiers


def split_words(text: str) -> tuple[str, ...]:
    """Return lower-case words with hyphens as words of their own, as the parser splits them."""
    return tuple(re.findall(r"-|['’]s\b|[^\s'’-]+", text.casefold()))
