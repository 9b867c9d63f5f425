"""Sums of victim groups: from the list that a harm word governs to one claim a group.

Enters: noun groups that stand in one list. Leaves: claims, each with its bounds, by the codebook:
victims of one group listed one by one are one claim with their sum, soldiers and civilians are
two. Refused: nouns that never name people, and groups without a count.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from etl.codes import VictimGroup
from etl.extract.casualty_lexicon import Need
from etl.extract.numbers import SEVERAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.victims import NounGroup

_CROWD = 10
"""The least bare figure that can be people who flee: "the two fled" tells of no displaced."""


@dataclass(slots=True)
class Claim:
    """A toll within one sentence, in token positions; ``start`` to ``end`` is half-open."""

    start: int
    end: int
    outcome: str
    anchor: int
    low: int | None
    best: int | None
    high: int | None
    approximate: bool = False
    number: tuple[int, int] | None = None
    victims: tuple[int, int] | None = None
    group: VictimGroup = VictimGroup.UNKNOWN
    agent: tuple[int, int] | None = None
    flags: set[str] = field(default_factory=set)


def is_victim(group: NounGroup, need: Need) -> bool:
    """Whether a group can be the victims of a harm word with such a need."""
    if group.is_negative:
        return need in {Need.ANY, Need.PERSON, Need.NUMBERED, Need.COUNTED}
    if not group.is_counted or group.is_person is False:
        return False
    if need is Need.ANY:
        return _is_likely_person(group)
    if need is Need.PERSON:
        is_full_name = group.is_name and group.end - group.start > 1 and not group.is_definite
        return bool(group.is_person) or group.is_bare_number or is_full_name
    has_number = group.number is not None
    if need is Need.NUMBERED:
        is_crew = group.is_bare_number and (group.best or 0) > 1
        return has_number and (bool(group.is_person) or is_crew)
    if need is Need.COUNTED:
        return (
            bool(group.is_person) and not group.is_pronoun and (has_number or group.is_bare_plural)
        )
    if group.group is VictimGroup.COMBATANT or not has_number or group.is_definite:
        return False
    least = _CROWD if need is Need.CROWD else _CROWD * _CROWD
    if need is Need.CROWD and group.is_person and (group.best or 0) >= SEVERAL:
        return True
    return (group.best or 0) >= least


def _is_likely_person(group: NounGroup) -> bool:
    if group.is_person or group.is_bare_number:
        return True
    if group.is_name:
        return True
    if group.number is not None:
        return True
    return group.is_singular and not group.is_definite and group.end - group.start > 1


def sum_groups(
    groups: Sequence[NounGroup], need: Need, *, from_right: bool
) -> list[list[NounGroup]]:
    """Return the victims of a list, those to be added up together.

    ``from_right`` says that the harm word stands behind the list, so that what is no victim ends
    the list on its left; else on its right.
    """
    ordered = list(reversed(groups)) if from_right else list(groups)
    kept: list[NounGroup] = []
    for group in ordered:
        if not is_victim(group, need) and not (kept and _is_one_more(group)):
            break
        kept.append(group)
    if from_right:
        kept.reverse()
    return _merge(_without_appositions(kept))


def _is_one_more(group: NounGroup) -> bool:
    """Whether a noun that the list does not know is a person: "the driver, his helper"."""
    return group.is_person is None and group.is_singular and group.is_owned


def _without_appositions(groups: list[NounGroup]) -> list[NounGroup]:
    """Drop names and lists that only say again who is meant ("the mayor, Juan Perez,")."""
    kept: list[NounGroup] = []
    for position, group in enumerate(groups):
        if kept and groups[position - 1].end + 1 == group.start:
            before = kept[-1]
            is_name_again = (
                group.is_singular
                and before.is_singular
                and (group.is_name or before.is_name)
                and group.number is None
            )
            if is_name_again and not group.is_addition and _is_comma_joined(before, group):
                if before.group is VictimGroup.UNKNOWN:
                    kept[-1] = replace(before, group=group.group, arms=group.arms)
                continue
        kept.append(group)
    if len(kept) > 2 and kept[0].number is not None and not kept[0].is_bare_number:
        first, rest = kept[0], kept[1:]
        is_sum = first.best == sum(g.best or 0 for g in rest)
        if is_sum and all(g.is_singular for g in rest) and first.end + 1 == rest[0].start:
            return [first]
    return kept


def _is_comma_joined(before: NounGroup, group: NounGroup) -> bool:
    return group.start - before.end == 1


def _merge(groups: list[NounGroup]) -> list[list[NounGroup]]:
    """Put victims of one group together; what tells nothing of its own joins its neighbour."""
    sums: list[list[NounGroup]] = []
    for group in groups:
        if sums and _belongs_to(group, sums[-1]):
            sums[-1].append(group)
            continue
        same = [s for s in sums if _is_same_kind(group, s)]
        if same:
            same[0].append(group)
        else:
            sums.append([group])
    return sums


def _belongs_to(group: NounGroup, others: list[NounGroup]) -> bool:
    mine, theirs = group.group, group_of(others)
    if mine is theirs:
        return mine is VictimGroup.UNKNOWN or _is_same_kind(group, others)
    if VictimGroup.UNKNOWN not in {mine, theirs}:
        return False
    if VictimGroup.CIVILIAN in {mine, theirs}:
        return True
    is_one_of_them = group.is_bare_number or group.is_addition or group.is_company
    return mine is VictimGroup.UNKNOWN and is_one_of_them


def _is_same_kind(group: NounGroup, others: list[NounGroup]) -> bool:
    """Whether victims are of one group, and not of two armed sides (rebels and soldiers)."""
    if group.group is VictimGroup.UNKNOWN or group_of(others) is not group.group:
        return False
    arms = {g.arms for g in (group, *others)} - {""}
    return len(arms) <= 1


def group_of(groups: Sequence[NounGroup]) -> VictimGroup:
    """Return the victim group of victims that are added up."""
    known = {g.group for g in groups} - {VictimGroup.UNKNOWN}
    if len(known) != 1:
        return VictimGroup.MIXED if known else VictimGroup.UNKNOWN
    [only] = known
    others = any(g.is_addition and g.group is VictimGroup.UNKNOWN for g in groups[1:])
    return VictimGroup.MIXED if others and only is VictimGroup.COMBATANT else only


def bounds(groups: Sequence[NounGroup]) -> tuple[int | None, int | None, int | None]:
    """Return the sums of the lows, bests and highs; an open bound stays open."""
    lows, bests, highs = [g.low for g in groups], [g.best for g in groups], [g.high for g in groups]
    return _sum(lows), _sum(bests), _sum(highs)


def _sum(values: list[int | None]) -> int | None:
    return None if any(v is None for v in values) else sum(v or 0 for v in values)
