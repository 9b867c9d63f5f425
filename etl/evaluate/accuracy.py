"""The page of accuracy: the default coder measured on the golden sets, as Markdown.

    python -m etl.evaluate.accuracy           writes docs/accuracy.md
    python -m etl.evaluate.accuracy --check   exits with 1 where it is stale

Enters: the golden sets, of which the coder sees id, title, text, publication date and publisher.
Leaves: the text of the page, the same for the same sets and coder. Refuses a golden document that
cannot be parsed or coded: a figure over the rest would mislead.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.errors import SourceError
from etl.evaluate.figures import evaluate, evaluate_types
from etl.evaluate.gold import load_gold
from etl.evaluate.pairing import group_of, pair_events
from etl.evaluate.tally import score_documents
from etl.gold import gold_document
from etl.pipeline import code_input, read_inputs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from etl.evaluate.figures import Figure
    from etl.records import Coding

PAGE = Path("docs") / "accuracy.md"
GOLDEN = Path("tests") / "golden"
BINS = 5


@dataclass(frozen=True, slots=True)
class GoldenSet:
    """A golden set: the name of its file, whether rules were written from it, what is in it."""

    name: str
    is_learnt: bool
    content: str


SETS = (
    GoldenSet("dev-b", is_learnt=False, content="articles of every style"),
    GoldenSet("dev-a", is_learnt=True, content="articles of every style"),
    GoldenSet("dev-c", is_learnt=True, content="short reports in as many wordings as possible"),
    GoldenSet(
        "dev-d", is_learnt=True, content="articles whose events are told over several paragraphs"
    ),
)

MEANINGS = {
    "event": "Incidents found: right are pairs of a gold and a predicted incident (`occurred`, "
    "`ongoing`, `foiled`). The headline.",
    "event lenient": "The same over all events that are no summary, whatever their statuses.",
    "prospective": "The same for events `planned` or `threatened`.",
    "denied": "The same for events that the document only denies.",
    "summary": "The same for totals and patterns over a period or a region.",
    "type accuracy": "Pairs with exactly the type of gold.",
    "status accuracy": "Pairs with exactly the status of gold.",
    "initiator": "Actors that started or carried out the event, by name or wording.",
    "target": "Actors on whom the event fell, by name or wording.",
    "participant": "Both sides of a clash whose starter the text does not give.",
    "place@25km": "Pairs placed within 25 km of gold; provinces by their name or within 150 km.",
    "place@50km": "The same within 50 km.",
    "country": "Pairs in the country of gold.",
    "date": "Pairs dated as gold, at the precision that gold has.",
    "date, none to give": "Pairs without a date in gold for which the coder gives none either.",
    "killed exact": "Pairs whose number of killed is that of gold; none told equals none told.",
    "killed exact, told": "The same, of the pairs of which either side tells a number.",
    "wounded exact": "Pairs whose number of wounded is that of gold.",
    "wounded exact, told": "The same, of the pairs of which either side tells a number.",
    "slot": "All values of all events taken together (type, status, each actor, place, country, "
    "date, killed, wounded); every value of an event missed or made up is wrong.",
    "slot F1 without status": "The same, the statuses left out.",
}

_HEAD = """\
# Accuracy

Made by `python -m etl.evaluate.accuracy` (`make docs`) from the golden sets of `tests/golden/`;
do not edit. The sets are invented articles with real geography and real groups, coded by
[the codebook](codebook.md); `diurna evaluate GOLD` prints the same figures for a set of your own.
Invented articles are cleaner than the news: expect less of real ones.
"""

_PAIRING = """\
Predicted events are paired with gold ones one to one within a document. P is the share of what the
coder predicts that is right, R the share of gold that it finds, F1 their harmonic mean. Intervals
are 95% percentile intervals of 1,000 resamples of the documents. n is what a figure is taken over.
"""
_TYPES = """\
Right is an event of the same group (incident, prospective, denied) and exactly the same type;
summaries are left out.
"""
_CONFIDENCE = """\
The confidence of a report is the probability that it is right: that gold has the event too, of the
same type and in the same group (incident, prospective, denied, summary). Of a hundred reports with
a confidence of 0.8, about eighty should be. `python -m etl.evaluate.calibrate` fits it to other
sets than the one measured only, for texts that no rule has seen; on the sets learnt from the coder
is right more often than it says. Below: how many reports there are, their mean confidence, and the
share of them that is right.
"""


def code_gold(path: Path) -> dict[str, tuple[dict[str, Any], Coding]]:
    """Return the documents of a gold file coded anew: in the gold format, and as coded.

    Raises:
        SourceError: a document could not be read, parsed or coded.
    """
    coded = {}
    for item in read_inputs([path]):
        done = code_input(item)
        if done.document is None or done.coding is None or done.is_refused:
            reasons = "; ".join(issue.message for issue in done.all_issues)
            message = f"{path}: {done.source_key} was not coded: {reasons}"
            raise SourceError(message)
        row = gold_document(done.document, done.coding)
        coded[row["id"]] = row, done.coding
    return coded


def are_right(gold: Mapping[str, Any], events: Sequence[dict[str, Any]]) -> list[bool]:
    """Return whether each predicted event of a document is right.

    Right is an event that is paired with a gold event of its group and has its type.
    """
    ours = gold.get("events") or []
    partner = {j: ours[i] for i, j in pair_events(ours, events, gold.get("text") or "")}
    return [
        number in partner
        and group_of(partner[number]) == group_of(event)
        and partner[number].get("type") == event["type"]
        for number, event in enumerate(events)
    ]


def rate_confidence(
    gold: Mapping[str, dict[str, Any]], coded: Mapping[str, tuple[dict[str, Any], Coding]]
) -> list[tuple[float, bool]]:
    """Return the confidence of each report that states one, and whether it is right."""
    rated: list[tuple[float, bool]] = []
    for name, (row, coding) in coded.items():
        rights = are_right(gold[name], row["events"])
        rated.extend(
            (report.confidence, is_right)
            for report, is_right in zip(coding.reports, rights, strict=True)
            if report.confidence is not None
        )
    return rated


def brier_score(rated: Sequence[tuple[float, bool]]) -> float:
    """Return the mean squared distance of the confidences from what was right (1) and wrong (0)."""
    return sum((value - is_right) ** 2 for value, is_right in rated) / len(rated)


def render_accuracy(folder: Path = GOLDEN) -> str:
    """Return the text of ``docs/accuracy.md``."""
    parts = [_HEAD, _sets_text(folder), _meanings_text()]
    learnt: list[tuple[float, bool]] = []
    measured: list[tuple[float, bool]] = []
    for each in SETS:
        path = folder / f"{each.name}.jsonl"
        gold, coded = load_gold(path), code_gold(path)
        tallies = score_documents(gold, {name: row for name, (row, _) in coded.items()})
        (learnt if each.is_learnt else measured).extend(rate_confidence(gold, coded))
        parts.append(f"## {each.name}\n\n{_use(each)}.\n\n{_figures_text(evaluate(tallies))}")
        parts.append(f"### {each.name} by type\n\n{_types_text(evaluate_types(tallies))}")
    parts.append(f"## Confidence\n\n{render_reliability(learnt, measured)}")
    return "\n".join(parts)


def render_reliability(
    learnt: Sequence[tuple[float, bool]], measured: Sequence[tuple[float, bool]]
) -> str:
    """Return how often reports of each confidence are right, or that none states a confidence."""
    if not learnt and not measured:
        return "The coder states none for its reports, so there is nothing to hold it to.\n"
    lines = [
        _CONFIDENCE,
        "| confidence | measured only: reports | mean | right | learnt from | mean | right |",
        f"|{'---|' * 7}",
    ]
    for number in range(BINS):
        # 1.0 belongs to the last bin.
        inside = [
            [pair for pair in rated if min(int(pair[0] * BINS), BINS - 1) == number]
            for rated in (measured, learnt)
        ]
        if any(inside):
            bounds = f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}"
            lines.append(f"| {bounds} | {' | '.join(map(_share_cells, inside))} |")
    lines.append(f"| all | {_share_cells(measured)} | {_share_cells(learnt)} |")
    return "\n".join(lines) + "\n" + (f"\n{_brier_text(measured)}" if measured else "")


def _share_cells(rated: Sequence[tuple[float, bool]]) -> str:
    """Return how many reports there are, their mean confidence and which share is right."""
    if not rated:
        return "0 | – | –"
    mean = sum(value for value, _ in rated) / len(rated)
    share = sum(is_right for _, is_right in rated) / len(rated)
    return f"{len(rated)} | {mean:.2f} | {share:.2f}"


def _brier_text(rated: Sequence[tuple[float, bool]]) -> str:
    share = sum(is_right for _, is_right in rated) / len(rated)
    return (
        f"Brier score of the set measured only: {brier_score(rated):.3f} (0 is best; who says "
        f"{share:.2f} of every report has {share * (1 - share):.3f}).\n"
    )


def _sets_text(folder: Path) -> str:
    lines = ["## The sets\n", "| set | documents | events | content | use |", f"|{'---|' * 5}"]
    for each in SETS:
        gold = load_gold(folder / f"{each.name}.jsonl")
        events = sum(len(row.get("events") or []) for row in gold.values())
        lines.append(
            f"| {each.name} | {len(gold)} | {events} | {each.content} | {_use(each).lower()} |"
        )
    return "\n".join(lines) + "\n"


def _use(each: GoldenSet) -> str:
    if each.is_learnt:
        return "Learnt from: rules were written with its texts at hand, so read it as a ceiling"
    return "Measured only: no rule is written from its texts or errors, so this is the set to go by"


def _meanings_text() -> str:
    lines = [
        "## What the figures mean\n",
        _PAIRING,
        "| figure | meaning |",
        "|---|---|",
        *(f"| {name} | {meaning} |" for name, meaning in MEANINGS.items()),
    ]
    return "\n".join(lines) + "\n"


def _figures_text(figures: Mapping[str, Figure]) -> str:
    lines = ["| figure | value | 95% interval | n |", "|---|---|---|---|"]
    for name, figure in figures.items():
        between = "–".join(f"{bound:.2f}" for bound in figure.interval or ()) or "–"
        lines.append(f"| {name} | {_number(figure)} | {between} | {figure.n} |")
    return "\n".join(lines) + "\n"


def _types_text(types: Mapping[str, Mapping[str, Figure]]) -> str:
    lines = [
        _TYPES,
        "| type | P | right/predicted | R | right/gold | F1 |",
        "|---|---|---|---|---|---|",
    ]
    for code, figures in types.items():
        cells = [_number(figures["P"]), figures["P"].n, _number(figures["R"]), figures["R"].n]
        lines.append(f"| `{code}` | {' | '.join(cells)} | {_number(figures['F1'])} |")
    return "\n".join(lines) + "\n"


def _number(figure: Figure) -> str:
    return "–" if figure.value is None else f"{figure.value:.3f}"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` tell whether it is stale."""
    text = render_accuracy()
    if arguments == ["--check"]:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
            print(f"{PAGE} is stale; run: python -m etl.evaluate.accuracy", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
