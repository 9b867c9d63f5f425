"""One report for one event: which drafts of a document tell of the same thing (codebook, 1).

Enters: drafts in the order of the text. Leaves: fewer drafts, each with the tolls, actors, place
and day told anywhere for it. "The blast" and other definite nouns point back to the last event
that they can mean; a lead and the details that return to it agree in type, place, day and actors.
Different places or days keep events apart.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import (
    FAMILY_OF,
    ActorKind,
    EventType,
    Family,
    Outcome,
    PlacePrecision,
    Role,
    Scope,
    Status,
)
from etl.distances import great_circle_km
from etl.resolve.types import ARMED, BY_MEANS, MEANS_ORDER, STATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import PlaceValue
    from etl.resolve.facts import Draft

HAPPENED = frozenset((Status.OCCURRED, Status.ONGOING))
VIOLENT = frozenset((Family.BATTLE, Family.EXPLOSION, Family.CIVILIANS))
TAKING = frozenset(
    (
        EventType.GOVERNMENT_REGAINS_TERRITORY,
        EventType.NONSTATE_OVERTAKES_TERRITORY,
        EventType.TERRITORY_TRANSFER,
    )
)
COARSE = frozenset((PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN))
IN_TOWN_KM = 25.0
SITE = "S"  # the feature class of bases, squares, prisons (GeoNames)
NEXT_TO_KM = 12.0
UNARMED = frozenset((ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.CIVILIANS))
# What is done in the course of a fight or an attack is told with it.
BESIDE = frozenset((EventType.PROPERTY_DESTRUCTION, EventType.ARRESTS, EventType.ABDUCTION))
THE_DOERS = re.compile(
    r"the (?:attackers?|assailants?|gunm[ae]n|raiders?|bombers?|perpetrators?|killers?|shooters?|"
    r"intruders?|kidnappers?|ambushers)\b",
    re.IGNORECASE,
)
MERGE_AT = 1.9
REACH = 12  # paragraphs back at which a lead is still returned to
# Nouns that point back, and the types that they can mean.
_BLASTS = frozenset(
    (
        EventType.REMOTE_EXPLOSIVE,
        EventType.SUICIDE_BOMB,
        EventType.GRENADE,
        EventType.SHELLING,
        EventType.AIR_STRIKE,
    )
)
_KILLINGS = frozenset(
    (EventType.ATTACK, EventType.ARMED_CLASH, EventType.EXCESSIVE_FORCE, EventType.MOB_VIOLENCE)
)
_FIGHTS = frozenset((EventType.ARMED_CLASH,)) | TAKING
_TRUCES = frozenset((EventType.AGREEMENT,))
POINTERS: dict[str, frozenset[EventType]] = {
    "blast": _BLASTS,
    "explosion": _BLASTS,
    "bombing": _BLASTS - {EventType.GRENADE, EventType.SHELLING},
    "strike": frozenset((EventType.AIR_STRIKE, EventType.SHELLING)),
    "raid": _KILLINGS | {EventType.AIR_STRIKE, EventType.ARRESTS},
    "killing": _KILLINGS | {EventType.AIR_STRIKE},
    "shooting": _KILLINGS,
    "murder": frozenset((EventType.ATTACK,)),
    "massacre": frozenset((EventType.ATTACK, EventType.MOB_VIOLENCE)),
    "clash": _KILLINGS | {EventType.VIOLENT_DEMONSTRATION},
    "fighting": _FIGHTS,
    "battle": _FIGHTS,
    "truce": _TRUCES,
    "ceasefire": _TRUCES,
    "agreement": _TRUCES,
    "protest": frozenset(
        (
            EventType.PEACEFUL_PROTEST,
            EventType.PROTEST_INTERVENTION,
            EventType.EXCESSIVE_FORCE,
            EventType.VIOLENT_DEMONSTRATION,
        )
    ),
}


def merge_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with those of one event joined, in the order of the text."""
    kept: list[Draft] = []
    for draft in drafts:
        home = _find_home(draft, kept)
        if home is not None:
            _absorb(home, draft)
        elif not (
            draft.is_anaphoric and not draft.place_told and not draft.date_told and not draft.tolls
        ):
            kept.append(draft)
    for draft in kept:
        if draft.place is None:
            draft.place = draft.context
    return kept


def _find_home(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """Return the earlier draft that tells of the same event, the likeliest one."""
    best, best_score = None, MERGE_AT
    for other in reversed(kept):
        if draft.event.paragraph - other.event.paragraph > REACH:
            break
        score = likeness(other, draft)
        if score > best_score:
            best, best_score = other, score
    return best


def likeness(old: Draft, new: Draft) -> float:
    """Return how much two drafts speak for one event; below zero where they cannot be one."""
    if old.event is new.event or new.event.is_distinct:  # one mention, several places
        return -1.0
    if (old.scope is Scope.SUMMARY) != (new.scope is Scope.SUMMARY):
        return -1.0
    if not _same_status(old, new):
        return -1.0
    kind = _type_score(old, new)
    place = _place_score(old, new)
    day = _date_score(old, new)
    if kind < 0 or day < 0 or place < -0.5:
        return -1.0
    actors = _actor_score(old, new)
    if actors < 0:
        return -1.0
    tolls = _toll_score(old, new)
    score = kind + place + day + actors + tolls
    distance = new.event.paragraph - max(old.event.paragraph, old.last_paragraph)
    score += 0.5 if distance == 0 else 0.0
    score -= 0.1 * min(distance, 5)
    if new.is_anaphoric:
        score += 1.5
    if _points_back(new):
        score += 1.0
    if not new.place_told and not new.date_told and new.event.is_outcome_only:
        score += 1.0
    return score


def _points_back(draft: Draft) -> bool:
    """Tell whether those who act are the doers of an event told before ("the attackers")."""
    return any(p.role is Role.INITIATOR and THE_DOERS.match(p.text) for p in draft.parts)


def _same_status(old: Draft, new: Draft) -> bool:
    if old.status is new.status:
        return True
    return {old.status, new.status} <= HAPPENED or new.is_anaphoric


def _type_score(old: Draft, new: Draft) -> float:
    one, other = old.event_type, new.event_type
    pointed = [POINTERS[word] for word in new.event.words if word in POINTERS]
    if new.is_anaphoric and pointed and any(one in types for types in pointed):
        return 1.5
    if one is other:
        return 1.0
    families = {FAMILY_OF[one], FAMILY_OF[other]}
    slight = new.event.is_weak and not new.place_told and not new.date_told
    vague = old.event.is_outcome_only or new.event.is_outcome_only or new.is_anaphoric
    vague = vague or slight or _points_back(new)
    if families <= VIOLENT:
        if (
            old.status is Status.ONGOING
            and new.status is Status.OCCURRED
            and not vague
            and one is not other
        ):
            return -1.0
        if {one, other} == {EventType.REMOTE_EXPLOSIVE, EventType.SUICIDE_BOMB}:
            return 0.5  # "the bombing" turns out to be a bomber's
        if {one, other} <= BY_MEANS and not new.is_anaphoric:
            return -1.0
        if EventType.SEXUAL_VIOLENCE in (one, other) and new.place_told and not new.is_anaphoric:
            return -1.0
        if one in TAKING and "clash" in new.event.frames and new.tolls and not new.is_anaphoric:
            return -1.0  # the fighting that has its own toll
        if (one in TAKING or other in TAKING) and not vague:
            return 0.2 if EventType.ARMED_CLASH in (one, other) else -1.0
        return 0.8 if vague else 0.4
    if (
        new.event.is_outcome_only
        and not new.place_told
        and families & {Family.PROTEST, Family.RIOT}
    ):
        return 0.7  # who was hurt there
    if families <= {Family.PROTEST, Family.RIOT} or (
        EventType.EXCESSIVE_FORCE in (one, other) and families <= {Family.PROTEST, Family.CIVILIANS}
    ):
        return 0.7
    of_its_own = new.place_told and new.date_told and not new.is_anaphoric
    if families <= {Family.RIOT, Family.CIVILIANS} and vague and not of_its_own:
        return 0.6
    if one in TAKING and other in TAKING:
        return 0.5
    beside = not new.place_told and not new.date_told
    if beside and other in BESIDE and families & (VIOLENT | {Family.PROTEST, Family.RIOT}):
        return 0.8
    if new.is_anaphoric and len(families) == 1:
        return 0.5
    return -1.0


def _place_score(old: Draft, new: Draft) -> float:
    if new.place is None:
        return _context_score(old, new)
    if old.place is None:
        if old.context is None or old.context.precision in COARSE:
            return 0.2
        if _same_place(old.context, new.place):
            return 0.6
        return 0.2 if distance_km(old.context, new.place) < IN_TOWN_KM else -0.2
    if _same_place(old.place, new.place):
        return 1.2
    apart_km = distance_km(old.place, new.place)
    if SITE in (old.place.feature_class, new.place.feature_class) and apart_km < IN_TOWN_KM:
        return 0.6
    if apart_km < NEXT_TO_KM and (new.is_anaphoric or _points_back(new)):
        return 0.3  # "the bomber" in a quarter of the town
    coarse = old.place.precision in COARSE or new.place.precision in COARSE
    if coarse and old.place.country == new.place.country:
        return 0.3
    admin1 = PlacePrecision.ADMIN1
    if (
        admin1 in (old.place.precision, new.place.precision)
        and old.place.admin1 == new.place.admin1
    ):
        return 0.5 if old.place.admin1 else -1.0
    return -1.0


def _context_score(old: Draft, new: Draft) -> float:
    """The place of an event told without one: that in force, if it is the other's."""
    if old.place is None or new.context is None:
        return 0.4
    same = _same_place(old.place, new.context) or distance_km(old.place, new.context) < IN_TOWN_KM
    return 0.8 if same else 0.1


def distance_km(one: PlaceValue, other: PlaceValue) -> float:
    """Return the great-circle distance of two places in km, infinite where one has no point."""
    if one.latitude is None or one.longitude is None:
        return math.inf
    if other.latitude is None or other.longitude is None:
        return math.inf
    return great_circle_km((one.latitude, one.longitude), (other.latitude, other.longitude))


def _same_place(one: PlaceValue, other: PlaceValue) -> bool:
    if one.place_id is not None and other.place_id is not None:
        return one.place_id == other.place_id
    return one.name is not None and one.name == other.name


def _date_score(old: Draft, new: Draft) -> float:
    if not (old.date_told and new.date_told):
        return 0.4
    one, other = old.date, new.date
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return 0.2
    if (one.start, one.end) == (other.start, other.end):
        return 1.0
    if one.start <= other.end and other.start <= one.end:
        return 0.5
    later_count = new.event.is_outcome_only and not new.place_told and other.start > one.end
    return 0.0 if later_count or (new.is_anaphoric and not new.place_told) else -1.0


def _sides(draft: Draft, *roles: Role) -> set[str]:
    return {p.actor.actor_id for p in draft.parts if p.role in roles}


def _actor_score(old: Draft, new: Draft) -> float:
    families = {FAMILY_OF[old.event_type], FAMILY_OF[new.event_type]}
    if families <= {Family.PROTEST, Family.RIOT}:
        return 0.4  # who marched and who dispersed them stand on two sides
    crowd = FAMILY_OF[old.event_type] in (Family.PROTEST, Family.RIOT)
    guarded = any(p.role is Role.INITIATOR and p.actor.kind in STATE for p in new.parts)
    if crowd and guarded and new.event.is_outcome_only and not new.place_told:
        return 0.4
    if _differ(old, new):
        return -1.0
    if "repel" in old.event.frames and not new.place_told and _hit_back(old, new):
        return 0.5
    if new.event_type in BESIDE and not new.place_told:
        return 0.4
    score = 0.0
    for role in (Role.INITIATOR, Role.TARGET):
        one, other = _sides(old, role, Role.PARTICIPANT), _sides(new, role, Role.PARTICIPANT)
        if one and other:
            score += 0.5 if one & other else -0.4 if role is Role.INITIATOR else 0.0
        else:
            score += 0.1
    everyone = _sides(old, *Role) & _sides(new, *Role)
    return score + (0.4 if everyone and score < 0.5 else 0.0)


def _hit_back(old: Draft, new: Draft) -> bool:
    """Tell whether those attacked are the ones who act next ("Troops killed six")."""
    attacked = {
        p.actor.country for p in old.parts if p.role is Role.TARGET and p.actor.kind in STATE
    }
    acting = {p.actor.country for p in new.parts if p.role is Role.INITIATOR}
    return bool(acting) and acting <= attacked


def _differ(old: Draft, new: Draft) -> bool:
    """Tell whether two named initiators did two things; "gunmen" may turn out to be anybody."""
    if new.is_anaphoric:
        return False
    one, other = (
        {p.actor for p in d.parts if p.role is Role.INITIATOR and p.actor.kind in ARMED}
        for d in (old, new)
    )
    states = [{a.country for a in side if a.kind in STATE and a.country} for side in (one, other)]
    if states[0] & states[1]:
        return False  # the government for its army
    first, second = ({a.actor_id for a in side} for side in (one, other))
    crossed = bool(second & _sides(old, Role.TARGET))
    return bool(first and second) and not first & second and (new.place_told or crossed)


def _tolls_of(draft: Draft, outcome: Outcome) -> set[int | None]:
    return {
        t.best if t.best is not None else t.low
        for t in draft.tolls
        if t.outcome is outcome and not t.is_part
    }


def _toll_score(old: Draft, new: Draft) -> float:
    one, other = _tolls_of(old, Outcome.KILLED), _tolls_of(new, Outcome.KILLED)
    if one and other:
        if one & other:
            return 0.8
        return 0.0 if any(t.is_update for t in new.tolls) else -0.5
    return 0.0


def _absorb(home: Draft, draft: Draft) -> None:
    """Add to a draft what another tells of the same event."""
    home.tolls.extend(t for t in draft.tolls if t not in home.tolls)
    home.spans.extend(draft.spans)
    home.sentences |= draft.sentences
    home.last_paragraph = draft.event.paragraph
    known = {p.actor.actor_id for p in home.parts}
    sides = {p.role for p in home.parts}
    for part in draft.parts:
        if part.actor.actor_id in known and part.actor.kind is not ActorKind.CIVILIANS:
            role = next(p.role for p in home.parts if p.actor.actor_id == part.actor.actor_id)
            home.parts.append(replace(part, role=role))
        elif part.role not in sides or part.role is Role.TARGET:
            home.parts.append(part)
    if draft.place_told and draft.place is not None and _is_finer(draft, home):
        home.place, home.place_told = draft.place, True
    if draft.date_told and not home.date_told:
        home.date, home.date_told = draft.date, True
    home.event_type = _merged_type(home, draft)
    if home.event_type in (EventType.PROTEST_INTERVENTION, EventType.EXCESSIVE_FORCE):
        home.parts = [
            replace(p, role=Role.TARGET) if p.actor.kind in UNARMED else p for p in home.parts
        ]


def _is_finer(draft: Draft, home: Draft) -> bool:
    order = [
        PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.ADMIN2,
        PlacePrecision.ADMIN1, PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN,
    ]  # fmt: skip
    if home.place is None or not home.place_told or draft.place is None:
        return True
    return order.index(draft.place.precision) < order.index(home.place.precision)


def _merged_type(home: Draft, draft: Draft) -> EventType:
    """The more specific means wins, then territory, then what was told first."""
    order = [kind for _, kind in MEANS_ORDER]
    kinds = (home.event_type, draft.event_type)
    told = [kind for kind in order if kind in kinds]
    if told and {FAMILY_OF[k] for k in kinds} <= VIOLENT:
        return told[0]
    if home.is_open and draft.event_type is EventType.ATTACK:
        home.is_open = False
        return EventType.ATTACK
    for kind in kinds:
        if kind in TAKING:
            return kind
    for kind in kinds:
        if FAMILY_OF[kind] is Family.RIOT and EventType.EXCESSIVE_FORCE not in kinds:
            return kind
    if EventType.EXCESSIVE_FORCE in kinds:
        return EventType.EXCESSIVE_FORCE
    if set(kinds) == {EventType.PEACEFUL_PROTEST, EventType.PROTEST_INTERVENTION}:
        return EventType.PROTEST_INTERVENTION
    if home.event.is_outcome_only and not draft.event.is_outcome_only:
        return draft.event_type
    return home.event_type
