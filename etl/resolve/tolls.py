"""From toll mentions to toll claims: whose the victims were, who claims it, which one is current.

Enters: a draft with its toll mentions and actors (codebook, section 8). Leaves: ``CasualtyValue``s
in the order in which they are told, the best placed of rivals first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import (
    ActorKind,
    ClaimantKind,
    EventType,
    Outcome,
    Role,
    VictimGroup,
    VictimSide,
)
from etl.records import CasualtyValue
from etl.resolve.types import ARMED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import AttributionMention, CasualtyMention
    from etl.resolve.facts import Draft, Facts, Part

# The order in which claimants are believed (codebook, section 8).
BEST_PLACED = (
    ClaimantKind.MONITOR,
    ClaimantKind.MEDICAL,
    ClaimantKind.OFFICIAL,
    ClaimantKind.WITNESS,
    ClaimantKind.PARTY,
    ClaimantKind.MEDIA,
    ClaimantKind.UNNAMED,
)
BATTLES = frozenset((EventType.ARMED_CLASH,))


def resolve_tolls(draft: Draft, facts: Facts) -> list[CasualtyValue]:
    """Return the toll claims of a draft."""
    claims: list[CasualtyValue] = []
    for toll in sorted(draft.tolls, key=lambda t: (t.start, t.end)):
        if toll.is_hypothetical:
            continue
        side = _side(draft, toll, facts)
        group = _group(draft, toll, side)
        claimant = claimant_of(toll.anchor, toll.sentence, facts)
        claims.append(
            CasualtyValue(
                outcome=toll.outcome,
                low=toll.low,
                best=toll.best,
                high=toll.high,
                approximate=toll.approximate,
                victims=group,
                side=side,
                text=toll.text,
                span=(toll.start, toll.end),
                claimant=claimant.text if claimant is not None else None,
                claimant_kind=claimant.kind if claimant is not None else None,
                claimant_span=(claimant.start, claimant.end) if claimant is not None else None,
                current=not toll.is_superseded,
                part_of=toll.is_part,
            )
        )
    return _with_sums(_retire(claims, draft), draft)


def _with_sums(claims: list[CasualtyValue], draft: Draft) -> list[CasualtyValue]:
    """In a clash of participants the losses of both sides are one row, their sum, side both."""
    if all(part.role is not Role.PARTICIPANT for part in draft.parts):
        return claims
    found = list(claims)
    for outcome in (Outcome.KILLED, Outcome.WOUNDED):
        losses = [
            (number, part.actor.actor_id)
            for number, claim in enumerate(claims)
            if claim.outcome is outcome and claim.current and not claim.part_of
            for part in [_victims_part(claim, draft)]
            if part is not None
        ]
        if len({actor for _, actor in losses}) != 2 or len(losses) != 2:  # noqa: PLR2004
            continue
        one, other = (claims[number] for number, _ in losses)
        text_end = max(one.span[1], other.span[1])
        start = min(one.span[0], other.span[0])
        both = replace(
            one,
            low=_plus(one.low, other.low),
            best=_plus(one.best, other.best),
            high=_plus(one.high, other.high),
            side=VictimSide.BOTH,
            span=(start, text_end),
            approximate=one.approximate or other.approximate,
        )
        for number, _ in losses:
            found[number] = replace(claims[number], part_of=True, side=VictimSide.UNKNOWN)
        found.append(both)
    return found


def _victims_part(claim: CasualtyValue, draft: Draft) -> Part | None:
    return next(
        (p for p in draft.parts if p.span[0] < claim.span[1] and p.span[1] > claim.span[0]), None
    )


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def claimant_of(offset: int, sentence: int, facts: Facts) -> AttributionMention | None:
    """Return who vouches for the words at an offset, the closest cover first."""
    covering = [
        a for a in facts.attributions if a.covers_start <= offset < a.covers_end and not a.is_denial
    ]
    del sentence
    return min(covering, key=lambda a: a.covers_end - a.covers_start) if covering else None


def _part_at(draft: Draft, start: int | None, end: int | None) -> Part | None:
    if start is None or end is None:
        return None
    return next((p for p in draft.parts if p.span[0] < end and p.span[1] > start), None)


def _side(draft: Draft, toll: CasualtyMention, facts: Facts) -> VictimSide:
    if draft.event_type is EventType.DISRUPTED_WEAPONS and toll.best == 0:
        return VictimSide.UNKNOWN
    if toll.is_perpetrator_victim:
        return VictimSide.INITIATOR
    text = facts.document.text[toll.start : toll.end].lower()
    if "both sides" in text or "each side" in text:
        return VictimSide.BOTH
    part = _part_at(draft, toll.victim_start, toll.victim_end)
    roles = {p.role for p in draft.parts}
    if part is not None:
        if part.role is Role.INITIATOR:
            return VictimSide.INITIATOR
        if part.role is Role.TARGET:
            return VictimSide.TARGET
        return VictimSide.UNKNOWN
    if Role.PARTICIPANT in roles:
        return VictimSide.UNKNOWN
    if toll.best == 0 and Role.TARGET not in roles:
        return VictimSide.UNKNOWN
    return VictimSide.TARGET


def _group(draft: Draft, toll: CasualtyMention, side: VictimSide) -> VictimGroup:
    if toll.victims is not VictimGroup.UNKNOWN:
        return toll.victims
    role = {VictimSide.INITIATOR: Role.INITIATOR, VictimSide.TARGET: Role.TARGET}.get(side)
    kinds = {p.actor.kind for p in draft.parts if p.role is role}
    if draft.event_type in BATTLES and toll.best != 0:
        if kinds and kinds <= ARMED and toll.victim_start is None:
            return VictimGroup.COMBATANT
        return VictimGroup.UNKNOWN
    if toll.best == 0:
        return VictimGroup.CIVILIAN if kinds == {ActorKind.CIVILIANS} else VictimGroup.UNKNOWN
    if kinds and kinds <= ARMED:
        return VictimGroup.COMBATANT
    if side is VictimSide.TARGET:
        return VictimGroup.CIVILIAN
    return VictimGroup.UNKNOWN


def _retire(claims: Sequence[CasualtyValue], draft: Draft) -> list[CasualtyValue]:
    """A toll that is raised later replaces the one before it; of the same toll told twice one stays.

    Rivals by different claimants all stay, the best placed first.
    """
    kept: list[CasualtyValue] = []
    for claim in claims:
        same = [
            n
            for n, k in enumerate(kept)
            if k.outcome is claim.outcome and k.part_of == claim.part_of and _alike(k, claim)
        ]
        if any(
            (kept[n].low, kept[n].best, kept[n].high) == (claim.low, claim.best, claim.high)
            for n in same
        ):
            continue
        update = any(t.start == claim.span[0] and t.is_update for t in draft.tolls)
        if update and not claim.part_of:
            for n in same:
                kept[n] = replace(kept[n], current=False)
        kept.append(claim)
    return _best_first(kept)


def _alike(one: CasualtyValue, other: CasualtyValue) -> bool:
    sides = {one.side, other.side}
    groups = {one.victims, other.victims}
    open_side = VictimSide.UNKNOWN in sides or len(sides) == 1
    return open_side and (
        len(groups) == 1 or VictimGroup.UNKNOWN in groups or VictimGroup.MIXED in groups
    )


def _best_first(claims: Sequence[CasualtyValue]) -> list[CasualtyValue]:
    """Order the claims as told, but move the best placed of rivals before the others."""

    def rank(number: int) -> tuple[int, int]:
        claim = claims[number]
        kind = claim.claimant_kind or ClaimantKind.UNNAMED
        return BEST_PLACED.index(kind), number

    order = list(range(len(claims)))
    for n, claim in enumerate(claims):
        if (
            not claim.current
            or claim.part_of
            or claim.outcome not in (Outcome.KILLED, Outcome.WOUNDED)
        ):
            continue
        rivals = [
            m
            for m in range(len(claims))
            if claims[m].current
            and not claims[m].part_of
            and claims[m].outcome is claim.outcome
            and claims[m].claimant != claim.claimant
            and claims[m].side is claim.side
            and claims[m].victims is claim.victims
        ]
        if rivals and n == min([n, *rivals]):
            best = min([n, *rivals], key=rank)
            if best != n:
                place_n, place_best = order.index(n), order.index(best)
                order.insert(place_n, order.pop(place_best))
    return [claims[n] for n in order]
