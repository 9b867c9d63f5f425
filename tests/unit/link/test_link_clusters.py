"""Groups of reports: no chains, nothing of one document, people before scores."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations, pairwise, permutations

import pytest

from etl.link.clusters import (
    KEPT_SCORE,
    SAME_SCORE,
    PersonJudgement,
    cluster_reports,
    settle_judgements,
)

A, B, C, D = ((name, 0, 4, 0) for name in "abcd")


def judged(pair: tuple, *, is_same: bool, day: int = 1) -> PersonJudgement:
    """Return what a person judged on a day."""
    return PersonJudgement(pair, is_same, datetime(2020, 1, day), f"{pair}{day}")


def test_a_chain_is_not_one_event() -> None:
    """What is alike from step to step is split where the ends are unlike."""
    chain = [(f"{number}", 0, 4, 0) for number in range(8)]
    scores = dict.fromkeys(pairwise(chain), 9000)
    groups = cluster_reports(chain, scores)
    assert max(map(len, groups)) == 2


def test_average_decides_over_all_pairs() -> None:
    """One unlike pair does not keep out a report that is like most of a group."""
    scores = dict.fromkeys(combinations((A, B, C, D), 2), 8_000) | {(A, D): 0}
    assert cluster_reports([A, B, C, D], scores) == [[A, B, C, D]]


@pytest.mark.parametrize(("score", "count"), [(SAME_SCORE, 1), (SAME_SCORE - 1, 2)])
def test_the_threshold_is_met_exactly(score: int, count: int) -> None:
    """A pair at the threshold is one event, a pair just below is two."""
    assert len(cluster_reports([A, B], {(A, B): score})) == count


def test_a_weak_score_counts_as_none() -> None:
    """What is below the least score that is kept counts as 0 in an average."""
    scores = {(A, B): 9_000, (A, C): 2 * SAME_SCORE - KEPT_SCORE + 1, (B, C): KEPT_SCORE - 1}
    assert cluster_reports([A, B, C], scores) == [[A, B], [C]]


def test_reports_of_one_document_stay_apart() -> None:
    """A third report that is like two of one document joins the one that it is more like."""
    other = ("a", 9, 12, 0)
    scores = {(A, other): 9_999, (A, B): 7_000, (other, B): 8_000}
    assert cluster_reports([A, B, other], scores) == [[A], [other, B]]


def test_order_does_not_matter() -> None:
    """Equal scores are settled alike in whatever order reports and pairs come."""
    pairs = {(A, B): 6_000, (B, C): 6_000, (C, D): 6_000, (A, D): 6_000}
    found = {
        str(cluster_reports(keys, dict(sorted(pairs.items(), key=lambda p: keys.index(p[0][0])))))
        for keys in permutations((A, B, C, D))
    }
    assert len(found) == 1


def test_a_person_outranks_the_score_both_ways() -> None:
    """Unlike reports judged the same are one; like ones judged different are not."""
    assert cluster_reports([A, B], {}, [judged((A, B), is_same=True)]) == [[A, B]]
    assert len(cluster_reports([A, B], {(A, B): 9_999}, [judged((A, B), is_same=False)])) == 2


def test_different_holds_through_others() -> None:
    """Two reports judged different do not meet in the event of a third that is like both."""
    scores = dict.fromkeys(combinations((A, B, C), 2), 9_000)
    groups = cluster_reports([A, B, C], scores, [judged((A, B), is_same=False)])
    assert sorted(map(len, groups)) == [1, 2]


def test_the_later_judgement_holds() -> None:
    """Of contradicting judgements the later one counts, also through a third report."""
    said = [judged((A, B), is_same=True, day=1), judged((A, B), is_same=False, day=2)]
    assert len(cluster_reports([A, B], {}, said)) == 2
    chain = [
        judged((A, C), is_same=False, day=3),
        judged((A, B), is_same=True, day=2),
        judged((B, C), is_same=True, day=1),
    ]
    held, _ = settle_judgements(chain)
    assert held[A] == held[B] != held.get(C)
