"""Which reports are one event: average linkage over pairs that are alike, bound by judgements.

Enters: reports' keys, the scores of pairs, and what people judged. Leaves: the partition. Groups
are merged while the average score over *all* pairs of their members reaches the threshold, best
first, so that a chain of neighbours does not pull together what is far apart. A pair without a
score counts as 0. Nothing depends on the order in which reports are given: scores are whole
numbers, and equal averages are settled by the least keys.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

from etl.link.score import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from etl.link.features import ReportKey

Pair: TypeAlias = "tuple[ReportKey, ReportKey]"

# From here on two reports, or two groups on average, are one event.
SAME_SCORE = SCALE // 2
# Below this a pair counts as 0; from here on it is stored.
KEPT_SCORE = SCALE // 5
# Averages are compared in millionths of a ten-thousandth: exact whole numbers.
_FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class PersonJudgement:
    """What a person said of a pair; the later said outranks the earlier."""

    pair: Pair
    is_same: bool
    judged_at: datetime
    judgement_id: str


def average(total: int, pairs: int) -> int:
    """Return the average of scores, as it is compared."""
    return total * _FINE // pairs


def settle_judgements(
    judgements: Iterable[PersonJudgement],
) -> tuple[dict[ReportKey, ReportKey], set[Pair]]:
    """Return which reports people hold together (each with its group's least) and apart.

    Judgements are taken latest first; one that contradicts those before it, by itself or through
    others, has no effect.
    """
    root: dict[ReportKey, ReportKey] = {}
    apart: set[Pair] = set()

    def find(key: ReportKey) -> ReportKey:
        while root.setdefault(key, key) != key:
            key = root[key]
        return key

    latest_first = sorted(judgements, key=lambda item: item.judgement_id)
    latest_first.sort(key=lambda item: item.judged_at, reverse=True)
    for judgement in latest_first:
        one, other = sorted(map(find, judgement.pair))
        is_apart = any({find(left), find(right)} == {one, other} for left, right in apart)
        if judgement.is_same and not is_apart:
            root[other] = one
        elif not judgement.is_same and one != other:
            apart.add(judgement.pair)
    return {key: find(key) for key in root}, {(find(left), find(right)) for left, right in apart}


def cluster_reports(
    keys: Sequence[ReportKey],
    scores: Mapping[Pair, int],
    judgements: Iterable[PersonJudgement] = (),
) -> list[list[ReportKey]]:
    """Return the reports of each event, sorted; ``scores`` holds each pair once, in any order.

    Reports of one document, and what a person judged different, are never in one event unless a
    person judged them the same.
    """
    held, apart = settle_judgements(judgements)
    groups = _Groups()
    together: dict[ReportKey, list[ReportKey]] = defaultdict(list)
    for key in sorted(keys):
        together[held.get(key, key)].append(key)
    number_of = {
        key: number
        for members in together.values()
        for number in [groups.add(members)]
        for key in members
    }
    for (left, right), score in scores.items():
        if score >= KEPT_SCORE and number_of[left] != number_of[right]:
            groups.relate(number_of[left], number_of[right], score)
    for left, right in apart:
        if left in together and right in together:
            groups.bar(number_of[together[left][0]], number_of[together[right][0]])
    groups.merge_all()
    return sorted(sorted(members) for members in groups.members.values())


class _Groups:
    """Groups by number; a merged group gets a new one, so that stale entries of the heap show."""

    def __init__(self) -> None:
        self.members: dict[int, list[ReportKey]] = {}
        self._documents: dict[int, set[str]] = {}
        self._totals: dict[int, dict[int, int]] = {}
        self._barred: dict[int, set[int]] = {}
        self._next = 0

    def add(self, members: list[ReportKey]) -> int:
        number = self._next
        self._next += 1
        self.members[number] = members
        self._documents[number] = {key[0] for key in members}
        self._totals[number] = {}
        self._barred[number] = set()
        return number

    def relate(self, one: int, other: int, score: int) -> None:
        total = self._totals[one].get(other, 0) + score
        self._totals[one][other] = self._totals[other][one] = total

    def bar(self, one: int, other: int) -> None:
        self._barred[one].add(other)
        self._barred[other].add(one)

    def merge_all(self) -> None:
        """Merge the two groups that are most alike, again and again, while any two are."""
        heap = [
            entry
            for one, totals in self._totals.items()
            for other in totals
            if one < other and (entry := self._entry(one, other)) is not None
        ]
        heapify(heap)
        while heap:
            *_, one, other = heappop(heap)
            if one not in self.members or other not in self.members:
                continue
            merged = self._merge(one, other)
            for third in self._totals[merged]:
                entry = self._entry(merged, third)
                if entry is not None:
                    heappush(heap, entry)

    def _entry(self, one: int, other: int) -> tuple[int, ReportKey, ReportKey, int, int] | None:
        """Return the place of two groups in the heap; None where they are not to be merged."""
        if other in self._barred[one] or self._documents[one] & self._documents[other]:
            return None
        pairs = len(self.members[one]) * len(self.members[other])
        alike = average(self._totals[one][other], pairs)
        if alike < SAME_SCORE * _FINE:
            return None
        low, high = sorted((self.members[one][0], self.members[other][0]))
        return (-alike, low, high, one, other)

    def _merge(self, one: int, other: int) -> int:
        merged = self.add(sorted(self.members.pop(one) + self.members.pop(other)))
        for old in (one, other):
            for third, total in self._totals.pop(old).items():
                if third not in {one, other}:
                    del self._totals[third][old]
                    self.relate(merged, third, total)
            for third in self._barred.pop(old):
                self._barred[third].discard(old)
                self.bar(merged, third)
            del self._documents[old]
        return merged
