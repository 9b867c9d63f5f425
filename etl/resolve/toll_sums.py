"""How the toll claims of one event stand to each other: the same again, more, later, or in dispute.

Enters: the losses of one event in the order of the text, each with what its words tell. Leaves:
claims of which those that speak of the same victims have one side and one victim group, so that
they are never added (codebook, section 8): a second telling is dropped, a raised toll retires the
one before it, victims listed one by one, and the losses of
both sides of a clash, get a row with their sum, and a total that holds a part of
another side or group is of both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.codes import ClaimantKind, Outcome, VictimGroup, VictimSide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import CasualtyValue

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
HARMED = frozenset((Outcome.KILLED, Outcome.WOUNDED))


@dataclass(slots=True)
class Loss:
    """A claim, with its sentence and what its own words tell rather than its event.

    ``is_grouped``: the words say that the victims are civilians or combatants ("people" do not);
    ``is_sided``: they say whose the victims were; ``is_pronoun``: they only point back; ``camp`` is
    ``state`` or ``rebel`` where they name men of either.
    """

    value: CasualtyValue
    sentence: int
    is_update: bool = False
    is_addition: bool = False
    is_grouped: bool = False
    is_sided: bool = False
    is_pronoun: bool = False
    camp: str = ""

    @property
    def count(self) -> int | None:
        """The count that the claim is compared by."""
        return self.value.best if self.value.best is not None else self.value.low


# Who only passes on what others counted.
RELAYS = (ClaimantKind.MEDIA, ClaimantKind.UNNAMED)


def settle_losses(losses: Sequence[Loss]) -> list[CasualtyValue]:
    """Return the claims of an event, in the order of the text."""
    _widen_totals(losses)
    kept: list[Loss] = []
    previous: Loss | None = None
    for loss in losses:
        before, previous = previous, loss
        if loss.value.part_of or not loss.value.current:
            if not _is_known(loss, kept):
                kept.append(loss)
            continue
        if loss.is_pronoun and any(_is_counted(k, loss) for k in kept):
            continue
        foes = [k for k in kept if _are_foes(k, loss)]
        if foes:
            _add_to(foes[-1], loss, kept)
            continue
        same = [k for k in kept if _may_be_same(k, loss)]
        again = next((k for k in same if k.count == loss.count), None)
        if again is not None and not (loss.is_addition or _is_listed_beside(again, loss)):
            _refine(again, loss)
            previous = again
            continue
        if loss.is_update:
            for known in same:
                if known.sentence != loss.sentence or known.count != loss.count:
                    known.value = replace(known.value, current=False)
        elif any(k.is_update and k.sentence == loss.sentence for k in same):
            loss.value = replace(loss.value, part_of=True)
        elif _is_more(before, loss) or (same and _is_listed_beside(same[-1], loss)):
            partner = next((k for k in reversed(same) if k.count), None)
            if partner is not None:
                _add_to(partner, loss, kept)
                continue
        else:
            _as_rivals(same, loss)
        kept.append(loss)
    return [loss.value for loss in kept]


def _is_known(loss: Loss, kept: Sequence[Loss]) -> bool:
    """Tell whether a part or an old figure has been told with the same count already."""
    return any(
        k.value.outcome is loss.value.outcome
        and k.value.part_of == loss.value.part_of
        and k.value.current == loss.value.current
        and k.count == loss.count
        and k.value.victims is loss.value.victims
        and k.value.side is loss.value.side
        for k in kept
    )


def _widen_totals(losses: Sequence[Loss]) -> None:
    """Give a total the side and group of all its parts, and parts what only the total tells."""
    for number, part in enumerate(losses):
        if not part.value.part_of:
            continue
        total = _total_of(number, losses)
        if total is None:
            continue
        if not part.is_grouped:
            part.value = replace(part.value, victims=total.value.victims)
        if not part.is_sided:
            part.value = replace(part.value, side=total.value.side)
        side, group = total.value.side, total.value.victims
        if part.value.side is not side:
            side = part.value.side if part.count == total.count else VictimSide.BOTH
        if part.value.victims is not group:
            group = part.value.victims if part.count == total.count else VictimGroup.MIXED
        total.value = replace(total.value, side=side, victims=group)


def _total_of(number: int, losses: Sequence[Loss]) -> Loss | None:
    """Return the claim that a part divides: the nearest before it that is no smaller."""
    part = losses[number]
    whole = [
        loss
        for loss in losses
        if loss.value.outcome is part.value.outcome
        and not loss.value.part_of
        and (loss.count or 0) >= (part.count or 0)
        and loss.value.span[0] <= part.value.span[0]
    ]
    return max(whole, key=lambda loss: loss.value.span, default=None)


def _may_be_same(known: Loss, loss: Loss) -> bool:
    """Tell whether two claims may count the same victims: no words of theirs set them apart."""
    one, other = known.value, loss.value
    if one.outcome is not other.outcome or one.part_of or not one.current:
        return False
    if one.side is not other.side and known.is_sided and loss.is_sided:
        return VictimSide.BOTH in (one.side, other.side)
    if one.side is not other.side and VictimSide.INITIATOR in (one.side, other.side):
        return known.count == loss.count and known.sentence != loss.sentence
    if one.victims is not other.victims and known.is_grouped and loss.is_grouped:
        return VictimGroup.MIXED in (one.victims, other.victims)
    # "a policeman and six people": one sentence tells of two groups
    return known.sentence != loss.sentence or one.victims is other.victims


def _is_counted(known: Loss, loss: Loss) -> bool:
    """Tell whether a claim has counted those whom a pronoun means."""
    return known.value.outcome is loss.value.outcome and bool(known.count)


def _are_foes(known: Loss, loss: Loss) -> bool:
    """Tell whether two losses of one side, or of no known one, are those of both camps."""
    return (
        {known.camp, loss.camp} == {"state", "rebel"}
        and known.value.outcome is loss.value.outcome
        and known.value.side is loss.value.side
        and known.value.current
        and not known.value.part_of
        and bool(known.count and loss.count)
    )


def _refine(known: Loss, loss: Loss) -> None:
    """Take from a second telling what the first leaves open."""
    value = known.value
    if loss.is_grouped and not known.is_grouped:
        value, known.is_grouped = replace(value, victims=loss.value.victims), True
    if loss.is_sided and not known.is_sided:
        value, known.is_sided = replace(value, side=loss.value.side), True
    relayed = value.claimant_kind in RELAYS and loss.value.claimant_kind not in RELAYS
    if value.claimant is None or (relayed and loss.value.claimant is not None):
        value = replace(
            value,
            claimant=loss.value.claimant,
            claimant_kind=loss.value.claimant_kind,
            claimant_span=loss.value.claimant_span,
        )
    known.value = value


def _is_listed_beside(known: Loss, loss: Loss) -> bool:
    """Tell whether one sentence lists victims one by one ("one man died, and a woman of 68")."""
    if known.sentence != loss.sentence or not known.count or not loss.count:
        return False
    if known.is_update or loss.is_update:
        return False
    return known.value.claimant == loss.value.claimant and known.value.high is not None


def _is_more(before: Loss | None, loss: Loss) -> bool:
    """Tell whether a claim adds to the one told just before ("another four were killed")."""
    return (
        loss.is_addition
        and before is not None
        and before.value.outcome is loss.value.outcome
        and bool(loss.count)
    )


def _add_to(known: Loss, loss: Loss, kept: list[Loss]) -> None:
    """Put a row with the sum before the rows of those who were listed one by one."""
    total = replace(
        known,
        value=_sum_of(known.value, loss.value),
        is_grouped=known.is_grouped and loss.is_grouped,
    )
    side, group = known.value.side, known.value.victims
    if known.camp != loss.camp and known.camp and loss.camp:
        total.value = replace(total.value, side=VictimSide.BOTH)
        total.camp, side = "", VictimSide.UNKNOWN
    kept.insert(kept.index(known), total)
    known.value = replace(known.value, part_of=True, side=side)
    loss.value = replace(loss.value, part_of=True, side=side, victims=group)
    kept.append(loss)


def _sum_of(one: CasualtyValue, other: CasualtyValue) -> CasualtyValue:
    """Return a claim with the sum of two, over the words of both."""
    return replace(
        one,
        low=_plus(one.low, other.low),
        best=_plus(one.best, other.best),
        high=_plus(one.high, other.high),
        approximate=one.approximate or other.approximate,
    )


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _as_rivals(same: Sequence[Loss], loss: Loss) -> None:
    """Give claims that differ over the same victims one side and group, so that none is added."""
    for known in same:
        if not known.count or not loss.count:
            continue
        side = known.value.side if known.is_sided or not loss.is_sided else loss.value.side
        if known.value.victims is loss.value.victims:
            group = known.value.victims
        elif known.is_grouped != loss.is_grouped:
            told, vague = (known, loss) if known.is_grouped else (loss, known)
            # a vague total may hold more than those whom the words name
            is_total = (vague.count or 0) > (told.count or 0)
            group = VictimGroup.MIXED if is_total else told.value.victims
            vague.value = replace(vague.value, victims=group, side=side)
            told.value = replace(told.value, side=side)
            continue
        else:
            group = known.value.victims
        for one in (known, loss):
            one.value = replace(one.value, side=side, victims=group)


def best_first(claims: Sequence[CasualtyValue]) -> list[CasualtyValue]:
    """Order the claims as told, but move the best placed of rivals before the others."""

    def rank(number: int) -> tuple[int, int]:
        kind = claims[number].claimant_kind or ClaimantKind.UNNAMED
        return BEST_PLACED.index(kind), number

    order = list(range(len(claims)))
    for n, claim in enumerate(claims):
        if not claim.current or claim.part_of or claim.outcome not in HARMED:
            continue
        rivals = [m for m in order if m != n and _are_rivals(claim, claims[m])]
        best = min([n, *rivals], key=rank)
        if rivals and n == min([n, *rivals]) and best != n:
            order.insert(order.index(n), order.pop(order.index(best)))
    return [claims[n] for n in order]


def _are_rivals(one: CasualtyValue, other: CasualtyValue) -> bool:
    return (
        other.current
        and not other.part_of
        and one.outcome is other.outcome
        and one.claimant != other.claimant
        and one.side is other.side
        and one.victims is other.victims
    )
