"""How an event names its actors: forces by country and branch, classes of unnamed people.

Enters: a country and a class. Leaves: id, canonical name, kind, from ``actors.csv`` where it has
the force, else built from the country's adjective. It refuses to invent a country: where none is
known the name says the class alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from etl.codes import ActorKind
from etl.records import ActorIdentity
from etl.reference import read_reference

# Class of a noun -> branches of actors.csv, the first that the country has.
BRANCHES: dict[str, tuple[str, ...]] = {
    "army": ("army", "armed-forces"),
    "navy": ("navy", "armed-forces"),
    "marines": ("marines", "navy", "armed-forces"),
    "national_guard": ("national-guard", "security-forces"),
    "air": ("air-force", "armed-forces"),
    "police": ("police",),
    "gendarmerie": ("gendarmerie", "police"),
    "border_guard": ("border-guard", "security-forces"),
    "security_forces": ("security-forces",),
    "special_forces": ("special-forces", "armed-forces"),
    "intelligence": ("intelligence", "security-forces"),
    "guard": ("security-forces",),
    "forces": ("armed-forces",),
    "government": ("government",),
    "government_forces": ("armed-forces",),
    "country": ("government",),
    "post": ("armed-forces",),
}
_BRANCH_NAMES = {
    "army": "Army",
    "navy": "Navy",
    "marines": "Marines",
    "national_guard": "National Guard",
    "air": "Air Force",
    "police": "Police",
    "gendarmerie": "Gendarmerie",
    "border_guard": "border guards",
    "security_forces": "security forces",
    "special_forces": "special forces",
    "intelligence": "intelligence",
    "guard": "security forces",
    "forces": "Armed Forces",
    "government": "Government",
    "government_forces": "Armed Forces",
    "country": "Government",
    "post": "Armed Forces",
}
# Class of a noun -> how its unnamed actors are called, and their kind.
UNNAMED: dict[str, tuple[str, ActorKind]] = {
    "rebels": ("Rebels", ActorKind.REBEL_GROUP),
    "islamists": ("Islamist militants", ActorKind.REBEL_GROUP),
    "militants": ("Militants", ActorKind.UNKNOWN),
    "fighters": ("Unidentified armed group", ActorKind.UNKNOWN),
    "armed": ("Unidentified armed group", ActorKind.UNKNOWN),
    "suicide_bomber": ("Unidentified armed group", ActorKind.UNKNOWN),
    "group": ("Unidentified armed group", ActorKind.UNKNOWN),
    "member": ("Unidentified armed group", ActorKind.UNKNOWN),
    "militia": ("Militias", ActorKind.POLITICAL_MILITIA),
    "pro_government": ("Pro-government militias", ActorKind.POLITICAL_MILITIA),
    "pro_government_forces": ("Pro-government forces", ActorKind.STATE_FORCES),
    "mercenaries": ("Mercenaries", ActorKind.POLITICAL_MILITIA),
    "gathering": ("Protesters", ActorKind.PROTESTERS),
    "vigilantes": ("Vigilantes", ActorKind.POLITICAL_MILITIA),
    "gang": ("Gangs", ActorKind.POLITICAL_MILITIA),
    "bandits": ("Bandits", ActorKind.COMMUNAL_MILITIA),
    "communal": ("Communal militias", ActorKind.COMMUNAL_MILITIA),
    "settlers": ("Settlers", ActorKind.RIOTERS),
    "protesters": ("Protesters", ActorKind.PROTESTERS),
    "rioters": ("Rioters", ActorKind.RIOTERS),
    "peacekeepers": ("UN peacekeepers", ActorKind.EXTERNAL_FORCES),
    "coalition": ("Coalition forces", ActorKind.EXTERNAL_FORCES),
}
_CIVILIANS = ("Civilians", ActorKind.CIVILIANS)
_UNKNOWN = ("Unknown", ActorKind.UNKNOWN)
_NO_ACTOR = frozenset({"asset", "pronoun", "sides", ""})
# Where a territory has no army of its own, whose soldiers and aircraft are meant there.
_FORCES_ELSEWHERE = {"PSE": "ISR"}
_MILITARY = frozenset({"army", "navy", "marines", "air", "forces", "post"})


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    kind: ActorKind
    country: str | None


@cache
def _listed() -> dict[str, _Listed]:
    return {
        row["actor_id"]: _Listed(row["name"], ActorKind(row["kind"]), row["country"] or None)
        for row in read_reference("actors.csv")
    }


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """Return name and first adjective of each country."""
    return {
        row["iso3"]: (row["name"], row["adjectives"].split("|")[0] or row["name"])
        for row in read_reference("countries.csv")
    }


@cache
def _namesakes() -> dict[str, frozenset[str]]:
    """Return, for each actor that shares a name with others, the others."""
    by_name: dict[str, set[str]] = {}
    rows = [(row["actor_id"], row["name"]) for row in read_reference("actor_names.csv")]
    rows += [(actor_id, actor.name) for actor_id, actor in _listed().items()]
    for actor_id, name in rows:
        plain = re.sub(r"\s*\([^)]*\)", "", name).casefold()
        by_name.setdefault(re.sub(r"^(?:the|al)[ -]", "", plain), set()).add(actor_id)
    found: dict[str, set[str]] = {}
    for ids in by_name.values():
        for actor_id in ids:
            found.setdefault(actor_id, set()).update(ids - {actor_id})
    return {actor_id: frozenset(ids) for actor_id, ids in found.items() if ids}


def namesake_in(actor_id: str, country: str) -> ActorIdentity | None:
    """Return the actor of a country that bears the name of another elsewhere, if there is one."""
    for other in sorted(_namesakes().get(actor_id, ())):
        listed = _listed()[other]
        if listed.country == country and listed.kind is _listed()[actor_id].kind:
            return ActorIdentity(other, listed.name, listed.kind, listed.country)
    return None


@cache
def _by_words() -> dict[tuple[str, str], str]:
    """Return the actor of each country that a name means there, where it means one alone."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in read_reference("actor_names.csv"):
        country = _listed()[row["actor_id"]].country
        if country is not None:
            found.setdefault((row["name"].casefold(), country), set()).add(row["actor_id"])
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


def listed_as(words: str, country: str | None) -> ActorIdentity | None:
    """Return the actor that a name means in a country: "Maoists" in India, or in Nepal."""
    actor_id = _by_words().get((words.casefold(), country or ""))
    if actor_id is None:
        return None
    listed = _listed()[actor_id]
    return ActorIdentity(actor_id, listed.name, listed.kind, listed.country)


def country_name(code: str) -> str:
    """Return the English name of a country, or the code itself where it has none."""
    return _countries().get(code, (code, code))[0]


def name_force(noun_class: str, country: str | None) -> ActorIdentity:
    """Return the force of a country that a class means; its kind is that at home."""
    if noun_class in _MILITARY and country in _FORCES_ELSEWHERE:
        country = _FORCES_ELSEWHERE[country]
    if country is None:
        name = _BRANCH_NAMES[noun_class]
        return ActorIdentity(f"{noun_class}-unknown", name, ActorKind.STATE_FORCES, None)
    for branch in BRANCHES[noun_class]:
        listed = _listed().get(f"{country.lower()}-{branch}")
        if listed is not None:
            return ActorIdentity(
                f"{country.lower()}-{branch}", listed.name, ActorKind.STATE_FORCES, country
            )
    adjective = _countries().get(country, (country, country))[1]
    return ActorIdentity(
        f"{country.lower()}-{BRANCHES[noun_class][-1]}",
        f"{adjective} {_BRANCH_NAMES[noun_class]}",
        ActorKind.STATE_FORCES,
        country,
    )


def name_unnamed(noun_class: str, country: str | None) -> ActorIdentity:
    """Return what an unnamed class of people is called in a country ("Civilians (Iraq)")."""
    if noun_class == "settlers" and country in {"PSE", "ISR", None}:
        return ActorIdentity("israeli-settlers", "Israeli settlers", ActorKind.RIOTERS, "ISR")
    default = _UNKNOWN if noun_class in _NO_ACTOR else _CIVILIANS
    name, kind = UNNAMED.get(noun_class, default)
    key = name.casefold().replace(" ", "-")
    if country is None:
        return ActorIdentity(key, name, kind, None)
    return ActorIdentity(
        f"{key}-{country.lower()}", f"{name} ({country_name(country)})", kind, country
    )
