"""``diurna evaluate``: how well the coder does on a gold set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.commands.arguments import add_command, add_workers, count
from etl.commands.console import printable
from etl.commands.progress import progress

if TYPE_CHECKING:
    import argparse

    from etl.commands.arguments import Commands

EXAMPLES = """
  diurna evaluate tests/golden/dev-a.jsonl
  diurna evaluate gold.jsonl --errors 5
  diurna evaluate gold.jsonl --predicted events.jsonl
"""


def add_parsers(commands: Commands) -> None:
    """Add ``evaluate``."""
    parser = add_command(
        commands,
        "evaluate",
        run_evaluate,
        summary="score the coder on a gold set, with 95% intervals",
        examples=EXAMPLES,
    )
    parser.add_argument("gold", metavar="GOLD", type=Path, help="a file in the gold format")
    parser.add_argument(
        "--predicted", metavar="FILE", type=Path, help="score this file instead of coding anew"
    )
    parser.add_argument(
        "--errors", metavar="N", type=count, default=0, help="print N errors of each kind"
    )
    add_workers(parser)


def run_evaluate(args: argparse.Namespace) -> int:
    """Print the figures, and errors if asked for."""
    from etl.evaluate import evaluate, load_gold, render_errors, render_figures, score_documents

    gold = load_gold(args.gold)
    predicted = load_gold(args.predicted) if args.predicted else _predict(args.gold, args.workers)
    tallies = score_documents(gold, predicted)
    print(printable(render_figures(evaluate(tallies))))
    if args.errors:
        print(f"\n{printable(render_errors(tallies, args.errors))}")
    return 0


def _predict(gold: Path, workers: int | None) -> dict[str, dict[str, Any]]:
    """Return the gold set's texts coded anew; the coder never sees their labels."""
    from etl.gold import gold_document
    from etl.pipeline import chunk_inputs, code_chunk, map_chunks, read_inputs

    rows: dict[str, dict[str, Any]] = {}
    with progress("coding") as advance:
        for chunk in map_chunks(code_chunk, chunk_inputs(read_inputs([gold])), workers):
            for item in chunk:
                if item.document is not None:
                    row = gold_document(item.document, item.coding)
                    rows[row["id"]] = row
            advance(len(chunk))
    return rows
