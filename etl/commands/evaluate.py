"""``diurna evaluate``: how well the coder does on a gold set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from etl.commands.arguments import add_command, add_workers, count
from etl.commands.code import document_of
from etl.commands.console import printable
from etl.commands.progress import progress

if TYPE_CHECKING:
    import argparse

    from etl.commands.arguments import Commands

EXAMPLES = """
  diurna evaluate seeds/gold/dev-a.jsonl
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
    from etl.evaluate import evaluate, load_gold, render_errors, render_figures

    gold = load_gold(args.gold)
    predicted = load_gold(args.predicted) if args.predicted else _predict(args.gold, args.workers)
    result = evaluate(gold, predicted)
    print(printable(render_figures(result)))
    if args.errors:
        print(printable(render_errors(result, args.errors)))
    return 0


def _predict(gold: Path, workers: int | None) -> list[dict[str, Any]]:
    """Return the gold set's texts coded anew; the coder never sees their labels."""
    from etl.gold import gold_document
    from etl.pipeline import chunk_inputs, code_chunk, map_chunks, read_inputs

    rows = []
    with progress("coding") as advance:
        for chunk in map_chunks(code_chunk, chunk_inputs(read_inputs([gold])), workers):
            rows += [
                gold_document(document_of(item), item.coding) for item in chunk if item.was_read
            ]
            advance(len(chunk))
    return rows
