"""How the claims of one event stand to each other, told as losses without any text."""

from __future__ import annotations

from typing import Any

from etl.codes import ClaimantKind, Outcome, VictimGroup, VictimSide
from etl.records import CasualtyValue
from etl.resolve.toll_sums import Loss, best_first, settle_losses


def _loss(best: int, sentence: int = 0, **told: Any) -> Loss:
    """Return a loss of the target's; what is not a field of ``Loss`` is one of its value."""
    own = {key: told.pop(key) for key in list(told) if key.startswith("is_") or key == "camp"}
    values: dict[str, Any] = {
        "outcome": Outcome.KILLED,
        "low": best,
        "best": best,
        "high": best,
        "victims": VictimGroup.CIVILIAN,
        "side": VictimSide.TARGET,
        "text": "",
        "span": (sentence * 100, sentence * 100 + 5),
        **told,
    }
    return Loss(CasualtyValue(**values), sentence, **own)


def _told(claims: list[CasualtyValue]) -> list[tuple[int | None, bool, bool]]:
    return [(claim.best, claim.current, claim.part_of) for claim in claims]


def test_the_same_again_is_one_claim() -> None:
    """A second telling of a count is dropped, and the first takes what it tells more."""
    later = _loss(12, 3, victims=VictimGroup.COMBATANT, is_grouped=True, claimant="the army")
    [claim] = settle_losses([_loss(12), later])
    assert (claim.victims, claim.claimant) == (VictimGroup.COMBATANT, "the army")


def test_a_raised_toll_retires_the_one_before() -> None:
    """A count that is told as raised leaves the earlier one, of whatever claimant, not current."""
    raised = _loss(34, 2, is_update=True, claimant="the ministry")
    claims = settle_losses([_loss(23, claimant="police"), raised])
    assert _told(claims) == [(23, False, False), (34, True, False)]


def test_victims_listed_one_by_one_are_added() -> None:
    """Two of one group in one sentence are parts of a row with their sum, which comes first."""
    claims = settle_losses([_loss(1), _loss(2)])
    assert _told(claims) == [(3, True, False), (1, True, True), (2, True, True)]


def test_another_four_adds_to_the_count_before_it_alone() -> None:
    """A count of others adds to the claim just before, not to an earlier one beyond another outcome."""
    added = settle_losses([_loss(20), _loss(4, 1, is_addition=True)])
    assert added[0].best == 24
    wounded = _loss(50, 0, outcome=Outcome.WOUNDED)
    dead = _loss(34, 1)
    another = _loss(71, 2, outcome=Outcome.WOUNDED, is_addition=True)
    assert 121 not in [claim.best for claim in settle_losses([wounded, dead, another])]


def test_losses_of_both_camps_are_one_row_of_both() -> None:
    """Soldiers and rebels of no known side get a sum of side both, and stay as its parts."""
    soldiers = _loss(6, camp="state", side=VictimSide.UNKNOWN, victims=VictimGroup.COMBATANT)
    rebels = _loss(9, camp="rebel", side=VictimSide.UNKNOWN, victims=VictimGroup.COMBATANT)
    total, *parts = settle_losses([soldiers, rebels])
    assert (total.best, total.side) == (15, VictimSide.BOTH)
    assert all(part.part_of for part in parts)


def test_a_total_is_of_the_sides_and_groups_of_its_parts() -> None:
    """The attacker who is counted among the dead makes the toll one of both sides."""
    whole = _loss(20)
    bomber = _loss(
        1,
        side=VictimSide.INITIATOR,
        victims=VictimGroup.COMBATANT,
        part_of=True,
        is_sided=True,
        is_grouped=True,
    )
    total, _ = settle_losses([whole, bomber])
    assert (total.side, total.victims) == (VictimSide.BOTH, VictimGroup.MIXED)


def test_a_vague_total_is_not_added_to_those_it_holds() -> None:
    """Nine people and, later, two policemen get groups that no reader adds up."""
    policemen = _loss(2, 2, victims=VictimGroup.COMBATANT, is_grouped=True)
    total, _ = settle_losses([_loss(9), policemen])
    assert total.victims is VictimGroup.MIXED


def test_told_groups_and_sides_stand_beside_each_other() -> None:
    """Civilians beside soldiers, and attackers beside victims, are claims of their own."""
    civilians = _loss(4, is_grouped=True)
    soldiers = _loss(3, 1, victims=VictimGroup.COMBATANT, is_grouped=True)
    attackers = _loss(2, 2, side=VictimSide.INITIATOR, is_sided=True, is_grouped=True)
    claims = settle_losses([civilians, soldiers, attackers])
    assert _told(claims) == [(4, True, False), (3, True, False), (2, True, False)]
    assert len({(claim.side, claim.victims) for claim in claims}) == 3


def test_a_pronoun_counts_nobody_twice() -> None:
    """A pronoun means the driver who has been counted."""
    assert len(settle_losses([_loss(1), _loss(1, is_pronoun=True)])) == 1


def test_the_best_placed_of_rivals_comes_first() -> None:
    """Doctors come before the police, who come before a party to the fight."""
    kinds = (ClaimantKind.PARTY, ClaimantKind.OFFICIAL, ClaimantKind.MEDICAL)
    rivals = [
        _loss(best, best, claimant=kind, claimant_kind=kind).value
        for best, kind in enumerate(kinds, start=1)
    ]
    assert best_first(rivals)[0].claimant_kind is ClaimantKind.MEDICAL
