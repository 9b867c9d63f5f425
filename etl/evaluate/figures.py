"""Figures of accuracy from counts, each with its 95% interval.

Enters: tallies of documents. Leaves: figures by their name, in a fixed order. Intervals are
percentile intervals of resamples of the documents, drawn with a fixed seed, so that the same
tallies give the same intervals.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING

from etl.evaluate.agreement import OUTCOMES, ROLES
from etl.evaluate.tally import NO_DATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.evaluate.tally import Tally

_GROUPS = {
    "incident": "event",
    "lenient": "event lenient",
    "prospective": "prospective",
    "denied": "denied",
    "summary": "summary",
}
_SHARES = ("place@25km", "place@50km", "country", "date", NO_DATE)
_RESAMPLES, _SEED = 1000, 20171025


@dataclass
class Figure:
    """A figure, what it is taken over, and its 95% interval; None where there is nothing."""

    value: float | None
    n: str
    interval: tuple[float, float] | None = None


def evaluate(tallies: Sequence[Tally], resamples: int = _RESAMPLES) -> dict[str, Figure]:
    """Return all figures over the documents, with their intervals."""
    sums: Counter[str] = Counter()
    for tally in tallies:
        sums.update(tally.counts)
    out = _figures(sums)
    columns = {key: [t.counts[key] for t in tallies] for key, value in sums.items() if value}
    source = random.Random(_SEED)  # noqa: S311 - resampling, no secret
    draws: dict[str, list[float]] = defaultdict(list)
    for _ in range(resamples if len(tallies) > 1 else 0):
        drawn = Counter(source.choices(range(len(tallies)), k=len(tallies)))
        weights = [drawn[i] for i in range(len(tallies))]
        counts = Counter({key: sum(map(mul, weights, column)) for key, column in columns.items()})
        for name, figure in _figures(counts).items():
            if figure.value is not None:
                draws[name].append(figure.value)
    for name, values in draws.items():
        values.sort()
        last = len(values) - 1
        low, high = int(0.025 * len(values)), min(last, int(0.975 * len(values)))
        out[name].interval = values[low], values[high]
    return out


def evaluate_types(tallies: Sequence[Tally]) -> dict[str, dict[str, Figure]]:
    """Return P, R and F1 of each type told or predicted, the types that gold has most of first.

    Right is a pair of one type and one group; summaries are left out.
    """
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for tally in tallies:
        for code, counts in tally.types.items():
            sums[code].update(counts)
    out = {}
    for code in sorted(sums, key=lambda code: (-sums[code]["gold"], code)):
        counts = Counter({f"{code}/{side}": number for side, number in sums[code].items()})
        figures = _precision_recall(counts, code)
        out[code] = {name.split()[-1]: figure for name, figure in figures.items()}
    return out


def _figures(counts: Counter[str]) -> dict[str, Figure]:
    out: dict[str, Figure] = {}
    for name in _GROUPS:
        out |= _precision_recall(counts, name)
    for name in ("type", "status"):
        out[f"{name} accuracy"] = _share(counts, name)
    for role in ROLES:
        out |= _precision_recall(counts, role)
    for name in _SHARES:
        out[name] = _share(counts, name)
    for outcome in OUTCOMES:
        out[f"{outcome} exact"] = _share(counts, outcome)
        out[f"{outcome} exact, told"] = _share(counts, f"{outcome}, told")
    out |= _precision_recall(counts, "slot")
    without = _precision_recall(counts, "slot without status")
    return out | {"slot F1 without status": without["slot without status F1"]}


def _share(counts: Counter[str], name: str) -> Figure:
    of = counts[f"{name}/of"]
    return Figure(_ratio(counts[f"{name}/right"], of), str(of))


def _precision_recall(counts: Counter[str], name: str) -> dict[str, Figure]:
    """Return P, R and F1 from NAME/gold, NAME/predicted and NAME/right."""
    ours, theirs, right = (counts[f"{name}/{side}"] for side in ("gold", "predicted", "right"))
    title = _GROUPS.get(name, name)
    return {
        f"{title} P": Figure(_ratio(right, theirs), f"{right}/{theirs}"),
        f"{title} R": Figure(_ratio(right, ours), f"{right}/{ours}"),
        f"{title} F1": Figure(_ratio(2 * right, ours + theirs), f"{ours} gold"),
    }


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None
