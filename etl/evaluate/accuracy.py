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
BINS = 10


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
Of the incidents that the coder states with a confidence, the share that is right: paired with a
gold incident of the same type. A confidence is honest where the share lies in its bin.
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


def rate_confidence(
    gold: Mapping[str, dict[str, Any]], coded: Mapping[str, tuple[dict[str, Any], Coding]]
) -> list[tuple[float, bool]]:
    """Return the confidence of each predicted incident that states one, and whether it is right.

    Right is an incident that is paired with a gold incident and has its type.
    """
    rated = []
    for name, (row, coding) in coded.items():
        ours, theirs = gold[name].get("events") or [], row["events"]
        pairs = pair_events(ours, theirs, gold[name].get("text") or "")
        partner = {j: ours[i] for i, j in pairs}
        for number, (event, report) in enumerate(zip(theirs, coding.reports, strict=True)):
            if report.confidence is None or group_of(event) != "incident":
                continue
            other = partner.get(number)
            is_right = (
                other is not None
                and group_of(other) == "incident"
                and other.get("type") == event["type"]
            )
            rated.append((report.confidence, is_right))
    return rated


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
        "| confidence | reports, sets learnt from | right | reports, set measured only | right |",
        "|---|---|---|---|---|",
    ]
    for number in range(BINS):
        cells = [_share_cells(rated, number) for rated in (learnt, measured)]
        if any(not cell.startswith("0 ") for cell in cells):
            bounds = f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}"
            lines.append(f"| {bounds} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _share_cells(rated: Sequence[tuple[float, bool]], number: int) -> str:
    """Return how many reports fall into a bin, and which share of them is right."""
    # 1.0 belongs to the last bin.
    rights = [is_right for value, is_right in rated if min(int(value * BINS), BINS - 1) == number]
    return f"{len(rights)} | {sum(rights) / len(rights):.2f}" if rights else "0 | –"


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
