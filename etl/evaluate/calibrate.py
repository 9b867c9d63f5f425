"""Fits the weights of seeds/reference/confidence.csv to the golden sets.

    python -m etl.evaluate.calibrate           writes the weights, prints what they give
    python -m etl.evaluate.calibrate --check   exits with 1 where a confidence would move too far

Enters: the golden sets below, coded anew, and the traits of every report. Leaves: one weight for
each trait, by logistic regression: ridge, no weight against its sign, the same on every machine.

The coder is right more often on the sets that rules were written from than on others. A term for
them takes that up in the fit and is left out of the table, so that a confidence holds for texts
that no rule has seen. Refuses a golden document that cannot be parsed.
"""

from __future__ import annotations

import csv
import io
import math
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.coders.rules import RuleCoder
from etl.codes import CodingState
from etl.errors import SourceError
from etl.evaluate.accuracy import GOLDEN, are_right, brier_score
from etl.evaluate.gold import load_gold
from etl.extract.syntax import extract_sentences
from etl.gold import gold_document
from etl.parse import parse_passages
from etl.pipeline import parse_input, read_inputs
from etl.records import Coding
from etl.reference import read_reference, reference_path
from etl.resolve.confidence import BASE, TABLE, find_traits, load_weights, score_traits
from etl.resolve.reports import resolve_reports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LEARNT = ("dev-a", "dev-c", "dev-d")  # rules were written from their texts
FRESH = ("news-e", "news-f")
SHOWN = "dev-b"  # not fitted to
SEEN = "seen"  # the term of the learnt sets
RIDGE = 3.0  # of 1 to 8, about what predicts a left-out set best
SWEEPS = 5_000
SETTLED = 1e-7
TOLERANCE = 0.05


@dataclass(frozen=True, slots=True)
class Rated:
    """A predicted report: its traits, and whether gold has it too."""

    traits: frozenset[str]
    is_right: bool


def rate_set(path: Path, coder: RuleCoder) -> list[Rated]:
    """Return the reports that the coder makes of a golden set.

    Raises:
        SourceError: a document could not be read or parsed.
    """
    gold = load_gold(path)
    rated: list[Rated] = []
    for item in read_inputs([path]):
        document = parse_input(item).document
        if document is None:
            message = f"{path}: {item.source_key} could not be parsed."
            raise SourceError(message)
        passages = parse_passages(document.text)
        facts = coder.read_facts(document, passages, extract_sentences(document, passages))
        reports = resolve_reports(facts)
        coding = Coding(document.document_id, coder.info, CodingState.EVENTS, tuple(reports))
        row = gold_document(document, coding)
        rights = are_right(gold[row["id"]], row["events"])
        rated.extend(map(Rated, find_traits(reports, facts), rights))
    return rated


def fit_weights(rated: Sequence[Rated], signs: Mapping[str, int]) -> dict[str, float]:
    """Return the weight of each name in ``signs`` that makes the reports likeliest, and of base.

    A weight is never below 0 where its sign is 1, nor above where it is -1. One weight at a time is
    moved by a step that cannot overshoot, until none moves.
    """
    weights = dict.fromkeys((BASE, *signs), 0.0)
    rows = {BASE: list(range(len(rated)))}
    for name in signs:
        rows[name] = [n for n, report in enumerate(rated) if name in report.traits]
    sums = [0.0] * len(rated)
    for _ in range(SWEEPS):
        furthest = 0.0
        for name, having in rows.items():
            ridge = 0.0 if name == BASE else RIDGE
            if not having:
                continue
            excess = sum(1 / (1 + math.exp(-sums[n])) - rated[n].is_right for n in having)
            slope = excess + ridge * weights[name]
            new = weights[name] - slope / (len(having) / 4 + ridge)
            if new * signs.get(name, 0) < 0:
                new = 0.0
            step = new - weights[name]
            weights[name] = new
            for n in having:
                sums[n] += step
            furthest = max(furthest, abs(step))
        if furthest < SETTLED:
            break
    return weights


def fit_table(learnt: Sequence[Rated], fresh: Sequence[Rated]) -> dict[str, int]:
    """Return the weights of the table in hundredths, for texts that no rule was written from."""
    marked = [Rated(report.traits | {SEEN}, report.is_right) for report in learnt]
    signs = {
        row["trait"]: 1 if row["speaks"] == "for" else -1
        for row in read_reference(TABLE)
        if row["trait"] != BASE
    }
    weights = fit_weights([*marked, *fresh], {**signs, SEEN: 1})
    return {name: round(weight * 100) for name, weight in weights.items() if name != SEEN}


def render_table(weights: Mapping[str, int]) -> str:
    """Return the text of the table with these weights, all else as it is."""
    text = reference_path(TABLE).read_text(encoding="utf-8")
    comments = [line for line in text.splitlines(keepends=True) if line.startswith("#")]
    rows = read_reference(TABLE)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "weight": f"{weights[row['trait']] / 100:.2f}"} for row in rows)
    return "".join(comments) + out.getvalue()


def _furthest(rated: Sequence[Rated], one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return by how much the confidence of any report differs between two tables."""
    moves = (abs(score_traits(r.traits, one) - score_traits(r.traits, other)) for r in rated)
    return max(moves, default=0.0)


def _summary(name: str, rated: Sequence[Rated], weights: Mapping[str, int]) -> str:
    scores = [(score_traits(report.traits, weights), report.is_right) for report in rated]
    if not scores:
        return f"{name:8} no reports"
    mean = sum(score for score, _ in scores) / len(scores)
    share = sum(is_right for _, is_right in scores) / len(scores)
    return (
        f"{name:8} {len(scores):4} reports, mean confidence {mean:.2f}, right {share:.2f}, "
        f"Brier score {brier_score(scores):.3f}"
    )


def main(arguments: list[str]) -> int:
    """Fit and write the weights, or with ``--check`` tell whether they have gone stale."""
    coder = RuleCoder()
    rated = {name: rate_set(GOLDEN / f"{name}.jsonl", coder) for name in (*LEARNT, *FRESH, SHOWN)}
    learnt = [report for name in LEARNT for report in rated[name]]
    fresh = [report for name in FRESH for report in rated[name]]
    weights = fit_table(learnt, fresh)
    moved = _furthest([*learnt, *fresh], weights, load_weights())
    if arguments == ["--check"]:
        if moved <= TOLERANCE:
            return 0
        print(
            f"{TABLE} is stale: a confidence would move by {moved:.2f}; "
            "run: python -m etl.evaluate.calibrate",
            file=sys.stderr,
        )
        return 1
    reference_path(TABLE).write_text(render_table(weights), encoding="utf-8", newline="\n")
    for name, weight in weights.items():
        print(f"{name:22} {weight / 100:5.2f}")
    for name, reports in rated.items():
        print(_summary(name, reports, weights))
    print(f"The confidence of a report moves by up to {moved:.2f}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
