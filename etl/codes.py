"""The coded values of the codebook, as enumerations: what a column may hold and nothing else.

Each is a ``StrEnum``, so that a member is its own text in JSON, in Parquet and in the database.
Meanings stand in ``docs/codebook.md``; event types are ACLED's 25, under codes of our own.
"""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """Six families of event types (codebook, section 3)."""

    BATTLE = "battle"
    PROTEST = "protest"
    RIOT = "riot"
    EXPLOSION = "explosion"
    CIVILIANS = "civilians"
    STRATEGIC = "strategic"


class EventType(StrEnum):
    """The 25 event types (codebook, section 3)."""

    GOVERNMENT_REGAINS_TERRITORY = "government_regains_territory"
    NONSTATE_OVERTAKES_TERRITORY = "nonstate_overtakes_territory"
    ARMED_CLASH = "armed_clash"
    EXCESSIVE_FORCE = "excessive_force"
    PROTEST_INTERVENTION = "protest_intervention"
    PEACEFUL_PROTEST = "peaceful_protest"
    VIOLENT_DEMONSTRATION = "violent_demonstration"
    MOB_VIOLENCE = "mob_violence"
    CHEMICAL_WEAPON = "chemical_weapon"
    AIR_STRIKE = "air_strike"
    SUICIDE_BOMB = "suicide_bomb"
    SHELLING = "shelling"
    REMOTE_EXPLOSIVE = "remote_explosive"
    GRENADE = "grenade"
    SEXUAL_VIOLENCE = "sexual_violence"
    ATTACK = "attack"
    ABDUCTION = "abduction"
    AGREEMENT = "agreement"
    ARRESTS = "arrests"
    GROUP_CHANGE = "group_change"
    DISRUPTED_WEAPONS = "disrupted_weapons"
    BASE_ESTABLISHED = "base_established"
    PROPERTY_DESTRUCTION = "property_destruction"
    TERRITORY_TRANSFER = "territory_transfer"
    OTHER_STRATEGIC = "other_strategic"


_FAMILIES: dict[Family, str] = {
    Family.BATTLE: "government_regains_territory nonstate_overtakes_territory armed_clash",
    Family.PROTEST: "excessive_force protest_intervention peaceful_protest",
    Family.RIOT: "violent_demonstration mob_violence",
    Family.EXPLOSION: "chemical_weapon air_strike suicide_bomb shelling remote_explosive grenade",
    Family.CIVILIANS: "sexual_violence attack abduction",
    Family.STRATEGIC: "agreement arrests group_change disrupted_weapons base_established "
    "property_destruction territory_transfer other_strategic",
}
FAMILY_OF: dict[EventType, Family] = {
    EventType(code): family for family, codes in _FAMILIES.items() for code in codes.split()
}


class Status(StrEnum):
    """Whether it happened (codebook, section 4)."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FOILED = "foiled"
    PLANNED = "planned"
    THREATENED = "threatened"
    DENIED = "denied"


class Scope(StrEnum):
    """A single event, or totals and patterns over a period or region (codebook, section 2)."""

    INCIDENT = "incident"
    SUMMARY = "summary"


class Role(StrEnum):
    """What an actor did in an event (codebook, section 5)."""

    INITIATOR = "initiator"
    TARGET = "target"
    PARTICIPANT = "participant"


class ActorKind(StrEnum):
    """What an actor is (codebook, section 5)."""

    STATE_FORCES = "state_forces"
    REBEL_GROUP = "rebel_group"
    POLITICAL_MILITIA = "political_militia"
    COMMUNAL_MILITIA = "communal_militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external_forces"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How closely the place is known (codebook, section 6)."""

    EXACT = "exact"
    NEAR = "near"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class DatePrecision(StrEnum):
    """How closely the time is known (codebook, section 7)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What befell the victims that a toll counts (codebook, section 8)."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_WOUNDED = "killed_or_wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"


class VictimGroup(StrEnum):
    """Whether the victims bore arms (codebook, section 8)."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class VictimSide(StrEnum):
    """Whose the victims were (codebook, section 8)."""

    INITIATOR = "initiator"
    TARGET = "target"
    BOTH = "both"
    UNKNOWN = "unknown"


class ClaimantKind(StrEnum):
    """Who says so (codebook, section 4)."""

    OFFICIAL = "official"
    PARTY = "party"
    MEDIA = "media"
    WITNESS = "witness"
    MONITOR = "monitor"
    MEDICAL = "medical"
    UNNAMED = "unnamed"


class CodingState(StrEnum):
    """What coding a document came to."""

    EVENTS = "events"
    NO_EVENTS = "no_events"
    REFUSED = "refused"


class PassageKind(StrEnum):
    """What a stretch of a document's text is; only ``BODY`` is searched for events."""

    BODY = "body"
    HEADING = "heading"
    DATELINE = "dateline"
    BOILERPLATE = "boilerplate"
