"""Status and scope of an event, once its type and actors are known (codebook, sections 2 and 4).

Enters: what syntax said (``StatusMention``), the event type, actors and attributions. Leaves: the
status and the scope. Made harmless is foiled; violence that a group announces is a threat; what
all who speak of it deny, or the text takes back, is denied; a toll over weeks and provinces is a
summary.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.codes import (
    FAMILY_OF,
    DatePrecision,
    EventType,
    Family,
    PlacePrecision,
    Role,
    Scope,
    Status,
)
from etl.resolve.types import NON_STATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import CasualtyMention, DateValue, EventMention, PlaceValue
    from etl.resolve.facts import Facts, Part

SPELL_DAYS = 3
WEEK_DAYS = 6
MONTH_DAYS = 27
MANY = 20  # victims whom one attack that is not named seldom has
THREAT_WORDS = frozenset(
    "will would shall promise promises promised promising vow vows vowed pledge pledged".split()
)
INVOLVED = re.compile(
    r"\b(?:involve\w*|responsib\w*|role|part in|behind|link|hand in)\b", re.IGNORECASE
)
VOWS = frozenset(("vow", "vows", "vowed", "swore", "sworn", "swears", "vowing"))
SEVERAL = re.compile(
    r"\b(?:attacks|strikes|raids|clashes|battles|bombings|blasts|explosions|shootings|killings|"
    r"airstrikes|ambushes|bombardments|bombs|mines|landmines|devices|ieds)\b",
    re.IGNORECASE,
)
OFFENSIVES = frozenset((EventType.ARMED_CLASH,))
LAID = re.compile(r"\b(?:bombs?|mines?|devices?|ied|ordnance|booby.traps?)\b", re.IGNORECASE)
IF = re.compile(r"\b(?:if|unless|until)\b", re.IGNORECASE)
HURTFUL = frozenset(
    kind
    for kind, family in FAMILY_OF.items()
    if family in (Family.EXPLOSION, Family.CIVILIANS) or kind is EventType.PROPERTY_DESTRUCTION
)
WITHDRAWN = re.compile(
    r"(?:That|This|It|The (?:report|claim|story|post|rumou?r)s?) (?:was|is|were|are|proved) "
    r"(?:wrong|false|untrue|incorrect|not true|not correct|a mistake|an error|fabricated|"
    r"unfounded)|"
    r"[^.]{0,80}\bwe (?:withdraw|retract|take back)\b",
    re.IGNORECASE,
)


def resolve_status(
    facts: Facts, event: EventMention, event_type: EventType, parts: Sequence[Part]
) -> Status:
    """Return the status of an event of a type, with its actors."""
    status = event.status.status
    if event_type is EventType.DISRUPTED_WEAPONS and status is Status.OCCURRED:
        made_harmless = bool(event.frames & {"defuse", "intercept", "shootdown"})
        undone = event.frames & {"seize_arms", "destroy"} and {"destroy", "detonate"} & set(
            event.words
        )
        made_harmless = made_harmless or bool(undone and LAID.search(_objects(facts, event)))
        return Status.FOILED if made_harmless else Status.OCCURRED
    if status is Status.THREATENED and event_type in OFFENSIVES and _cue(facts, event) in VOWS:
        return Status.PLANNED  # who vows to take a town prepares to
    if status is Status.PLANNED and _is_threat(facts, event, event_type, parts):
        return Status.THREATENED
    if event.frames & {"repel", "protest"} and status is Status.FOILED:
        return Status.OCCURRED
    if status in (Status.OCCURRED, Status.ONGOING) and _is_denied(facts, event):
        return Status.DENIED
    if status is Status.OCCURRED and _is_withdrawn(facts, event):
        return Status.DENIED
    return status


def resolve_scope(
    words: str,
    event: EventMention,
    place: PlaceValue | None,
    date: DateValue,
    tolls: Sequence[CasualtyMention],
) -> Scope:
    """A spell of days over a province or a country, with a toll, is a summary.

    ``words`` are those that tell the event, as they stand in the text.
    """
    if event.status.scope is Scope.SUMMARY or date.start is None or date.end is None:
        return event.status.scope
    days = (date.end - date.start).days
    wide = place is not None and place.precision in (PlacePrecision.ADMIN1, PlacePrecision.COUNTRY)
    counted = [toll for toll in tolls if (toll.best or toll.low or 0) >= MANY]
    no_attack = event.is_outcome_only or event.frames <= {"harm", "die", "weapon"}
    if counted and no_attack and days >= MONTH_DAYS and (wide or place is None):
        return Scope.SUMMARY
    if counted and wide and days >= WEEK_DAYS and SEVERAL.search(words):
        return Scope.SUMMARY
    spell = days >= SPELL_DAYS and date.precision is DatePrecision.DAY
    return Scope.SUMMARY if wide and spell and tolls else Scope.INCIDENT


def _is_threat(
    facts: Facts, event: EventMention, event_type: EventType, parts: Sequence[Part]
) -> bool:
    """Violence that an armed group says it will do is a threat, and so is any with an "if"."""
    cue = event.status
    if cue.cue_start is None or cue.cue_end is None or event_type not in HURTFUL:
        return False
    if _cue(facts, event) not in THREAT_WORDS:
        return False
    start, end = facts.sentences[event.sentence]
    kinds = {p.actor.kind for p in parts if p.role is Role.INITIATOR}
    return (
        not kinds
        or bool(kinds & NON_STATE)
        or IF.search(facts.document.text[start:end]) is not None
    )


def _cue(facts: Facts, event: EventMention) -> str:
    """Return the word that decided the status, in lower case."""
    cue = event.status
    return facts.document.text[cue.cue_start or 0 : cue.cue_end or 0].lower()


def _objects(facts: Facts, event: EventMention) -> str:
    spans = [(a.start, a.end) for a in event.arguments if a.slot in ("means", "target")]
    return " ".join([facts.document.text[start:end] for start, end in spans] + list(event.words))


def _is_denied(facts: Facts, event: EventMention) -> bool:
    """Tell whether all who speak of an event deny it, before it is told ("denied that …")."""
    covering = [a for a in facts.attributions if a.covers_start <= event.start < a.covers_end]
    return bool(covering) and all(
        a.is_denial
        and a.end < event.start
        and not INVOLVED.search(facts.document.text[a.end : a.covers_end])
        for a in covering
    )


def _is_withdrawn(facts: Facts, event: EventMention) -> bool:
    """Tell whether the next sentence takes back what this one tells ("That was wrong")."""
    following = facts.sentences.get(event.sentence + 1)
    return (
        following is not None
        and WITHDRAWN.match(facts.document.text[following[0] : following[1]]) is not None
    )
