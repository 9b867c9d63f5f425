"""From toll mentions to toll claims: whose the victims were, who claims it, which one is current.

Enters: a draft with its toll mentions and actors (codebook, section 8). Leaves: ``CasualtyValue``s
in the order in which they are told, the best placed of rivals first. An event that has not happened
has no toll.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from etl.codes import (
    FAMILY_OF,
    ActorKind,
    EventType,
    Family,
    Role,
    Status,
    VictimGroup,
    VictimSide,
)
from etl.records import CasualtyValue
from etl.resolve.toll_sums import Loss, best_first, settle_losses
from etl.resolve.types import ARMED, NON_STATE, STATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import AttributionMention, CasualtyMention
    from etl.resolve.facts import Draft, Facts, Part

HAPPENED = frozenset((Status.OCCURRED, Status.ONGOING, Status.FOILED))
SIDES = {Role.INITIATOR: VictimSide.INITIATOR, Role.TARGET: VictimSide.TARGET}
BOTH_SIDES = re.compile(
    r"\b(?:both|each|either|all) (?:sides?|camps?|parties|party)\b", re.IGNORECASE
)
OWN = re.compile(r"\b(?:its|their|his|our) (?:own )?(?:losses|casualties|dead)\b", re.IGNORECASE)
STATE_NOUNS = frozenset(
    "army navy marines air police gendarmerie border_guard security_forces special_forces guard "
    "national_guard government_forces".split()
)
REBEL_NOUNS = frozenset("rebels militants fighters armed suicide_bomber gang bandits".split())
PRONOUNS = frozenset("he she it they him her them himself herself themselves".split())
REACH = 2  # sentences for which who has been quoted may go on speaking


def resolve_tolls(draft: Draft, facts: Facts) -> list[CasualtyValue]:
    """Return the toll claims of a draft."""
    if draft.status not in HAPPENED:
        return []
    tolls = sorted(draft.tolls, key=lambda t: (t.start, t.end))
    losses = [_loss(draft, toll, facts) for toll in tolls if not toll.is_hypothetical]
    _mark_updates(losses, facts)
    return best_first(settle_losses(losses))


def _loss(draft: Draft, toll: CasualtyMention, facts: Facts) -> Loss:
    side, is_sided = _side(draft, toll, facts)
    group = _group(draft, toll, side)
    claimant = claimant_of(toll.anchor, toll.sentence, facts)
    value = CasualtyValue(
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
    return Loss(
        value,
        toll.sentence,
        is_update=toll.is_update,
        is_addition=toll.is_addition,
        is_grouped=toll.victims is not VictimGroup.UNKNOWN,
        is_sided=is_sided,
        is_pronoun=_words_of(toll, facts).lower() in PRONOUNS,
        camp=_camp(draft, toll, facts),
    )


def _words_of(toll: CasualtyMention, facts: Facts) -> str:
    """Return the words of the victims, none where the toll gives a bare figure."""
    if toll.victim_start is None or toll.victim_end is None:
        return ""
    return facts.document.text[toll.victim_start : toll.victim_end]


def _mark_updates(losses: Sequence[Loss], facts: Facts) -> None:
    """A count that goes on from a raised one is raised too ("rose to 34. Another 71 were hurt")."""
    whole = [loss for loss in losses if not loss.value.part_of]
    for before, loss in pairwise(whole):
        is_near = facts.paragraph_of.get(loss.sentence) == facts.paragraph_of.get(before.sentence)
        if before.is_update and is_near and before.value.outcome is not loss.value.outcome:
            loss.is_update = True


# ---- who claims it


def claimant_of(offset: int, sentence: int, facts: Facts) -> AttributionMention | None:
    """Return who vouches for the words at an offset: the closest cover, else who spoke before.

    Whoever was quoted in the sentence before, in the same paragraph, goes on speaking until
    somebody else does.
    """
    covering = [
        a for a in facts.attributions if a.covers_start <= offset < a.covers_end and not a.is_denial
    ]
    if covering:
        return min(covering, key=lambda a: a.covers_end - a.covers_start)
    paragraph = facts.paragraph_of.get(sentence)
    for step in range(REACH + 1):
        spoken = [a for a in facts.attributions if a.sentence == sentence - step]
        if facts.paragraph_of.get(sentence - step) != paragraph:
            return None
        if step and spoken:
            voices = [a for a in spoken if not a.is_denial]
            return voices[-1] if len(voices) == len(spoken) == 1 else None
        if spoken:
            return None
    return None


# ---- whose the victims were


def _part_at(parts: Sequence[Part], start: int | None, end: int | None) -> Part | None:
    if start is None or end is None:
        return None
    return next((p for p in parts if p.span[0] < end and p.span[1] > start), None)


def _side(draft: Draft, toll: CasualtyMention, facts: Facts) -> tuple[VictimSide, bool]:
    """Return the victims' side, and whether the words tell it."""
    if toll.is_perpetrator_victim:
        return VictimSide.INITIATOR, True
    text = facts.document.text[toll.start : toll.end]
    start, end = facts.sentences.get(toll.sentence, (toll.start, toll.end))
    if BOTH_SIDES.search(text) or BOTH_SIDES.search(facts.document.text[toll.end : end][:30]):
        return VictimSide.BOTH, True
    roles = {p.role for p in draft.parts}
    if draft.event_type is EventType.DISRUPTED_WEAPONS and not toll.best:
        return VictimSide.UNKNOWN, False
    part = _part_at(draft.parts, toll.victim_start, toll.victim_end)
    if part is not None and part.role is Role.PARTICIPANT:
        return VictimSide.UNKNOWN, True
    told = _side_of_killer(draft, toll) or _side_of_camp(draft, _camp(draft, toll, facts))
    if told is None and part is not None:
        told = SIDES.get(part.role)
    if told is None and OWN.search(text):
        told = _side_of_owner(draft, facts.document.text[start : toll.end], start)
    if told is not None:
        return told, True
    if Role.PARTICIPANT in roles or (not toll.best and Role.TARGET not in roles):
        return VictimSide.UNKNOWN, False
    return VictimSide.TARGET, False


def _side_of_killer(draft: Draft, toll: CasualtyMention) -> VictimSide | None:
    """Whoever the target has killed is the initiator's ("guards shot two of them")."""
    killer = _part_at(draft.parts, toll.agent_start, toll.agent_end)
    if killer is None or killer.actor.kind is ActorKind.CIVILIANS:
        return None
    if killer.role is Role.INITIATOR:
        return VictimSide.TARGET
    return VictimSide.INITIATOR if killer.role is Role.TARGET else None


def _camp(draft: Draft, toll: CasualtyMention, facts: Facts) -> str:
    """Return ``state`` or ``rebel`` where the victims' words name men of either, else nothing."""
    if toll.victim_start is None or toll.victim_end is None:
        return ""
    kinds: set[ActorKind | None] = {
        p.actor.kind
        for p in draft.parts
        if p.span[0] < toll.victim_end and p.span[1] > toll.victim_start
    }
    nouns = set()
    for mention, resolved in facts.actors:
        if mention.start < toll.victim_end and mention.end > toll.victim_start:
            kinds.add(resolved.kind)
            nouns.add(resolved.noun_class)
    is_state, is_rebel = bool(kinds & STATE or nouns & STATE_NOUNS), bool(nouns & REBEL_NOUNS)
    is_rebel = is_rebel or bool(kinds & (NON_STATE - {ActorKind.UNKNOWN}))
    return "" if is_state == is_rebel else "state" if is_state else "rebel"


def _side_of_camp(draft: Draft, camp: str) -> VictimSide | None:
    """Return the initiator's side for men of its camp, where its foes are of the other."""
    kinds = {r: {p.actor.kind for p in draft.parts if p.role is r} for r in SIDES}
    mine, foes = kinds[Role.INITIATOR], kinds[Role.TARGET]
    own, other = (STATE, NON_STATE) if camp == "state" else (NON_STATE, STATE)
    if camp and mine and mine <= own and foes & other:
        return VictimSide.INITIATOR
    return None


def _side_of_owner(draft: Draft, words: str, start: int) -> VictimSide | None:
    """Return the side of the last one named before "put its own losses at 30"."""
    before = [p for p in draft.parts if start <= p.span[0] < start + len(words)]
    return SIDES.get(before[-1].role) if before else None


def _group(draft: Draft, toll: CasualtyMention, side: VictimSide) -> VictimGroup:
    if toll.victims is not VictimGroup.UNKNOWN:
        return toll.victims
    role = {VictimSide.INITIATOR: Role.INITIATOR, VictimSide.TARGET: Role.TARGET}.get(side)
    kinds = {p.actor.kind for p in draft.parts if p.role is role}
    if FAMILY_OF[draft.event_type] is Family.BATTLE and toll.best != 0:
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
