"""``diurna ingest``: sources into the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.commands.arguments import add_command, add_sources, add_workers
from etl.commands.code import exit_status
from etl.commands.console import LOG, emphasize, is_json, one_line, tell_issues
from etl.commands.progress import progress
from etl.settings import database_path

if TYPE_CHECKING:
    import argparse

    from etl.commands.arguments import Commands
    from etl.ingest import IngestSummary

DETAILS = """\
Reads folders, text, HTML, PDF, JSONL and feeds; codes what is new in parallel; loads it in one
transaction; publishes it for 'diurna sql'. Doing it twice changes nothing, and a run that was
interrupted goes on where it was."""
EXAMPLES = """
  diurna ingest articles/
  diurna ingest feed.jsonl --publisher "Example Times" --workers 4
  diurna ingest report.txt --published 2017-10-25 --db archive.duckdb
  diurna ingest archive/ --flow
"""
NEXT = 'diurna sql "select event_type, count(*) as events from mart_events group by event_type"'


def add_parsers(commands: Commands) -> None:
    """Add ``ingest``."""
    parser = add_command(
        commands,
        "ingest",
        run_ingest,
        summary="read, code, load and publish documents",
        details=DETAILS,
        examples=EXAMPLES,
    )
    add_sources(parser, "SOURCE", "a folder or file of documents")
    parser.add_argument("--publisher", metavar="NAME", help="outlet of documents without one")
    add_workers(parser)
    parser.add_argument("--flow", action="store_true", help="run it as a Prefect flow")


def run_ingest(args: argparse.Namespace) -> int:
    """Ingest and print the closing table; the exit status tells what was refused."""
    database = database_path(args.db)
    if args.flow:
        from flows.ingest import run_ingest_flow

        sources = [str(source) for source in args.sources]
        summary = run_ingest_flow(sources, database, args.published, args.publisher, args.workers)
    else:
        from etl.ingest import ingest
        from etl.pipeline import read_inputs

        inputs = read_inputs(args.sources, args.published, args.publisher)
        with progress("coding") as advance:
            summary = ingest(database, inputs, workers=args.workers, advance=advance)
    tell_issues(summary.refusals)
    tell_summary(summary)
    return exit_status(summary.done, summary.refused)


def tell_summary(summary: IngestSummary) -> None:
    """Print the closing table and what to do next."""
    rows = summarize(summary)
    if is_json():
        LOG.info(
            "ingest ended",
            extra={"fields": {name.strip().replace(" ", "_"): n for name, n in rows}},
        )
        return
    width = max(len(label) for label, _ in rows)
    print(emphasize("Ingest"))
    for label, value in rows:
        print(f"  {label:<{width}}  {one_line(f'{value:,}'):>9}")
    if summary.done:
        LOG.info("Next: %s", NEXT)
    else:
        LOG.info("Nothing was loaded. Next: see what is refused above, or diurna ingest --help")


def summarize(summary: IngestSummary) -> list[tuple[str, int]]:
    """Return the rows of the closing table."""
    counts = summary.counts
    rows = [
        ("documents read", summary.read),
        ("documents new", counts.documents if counts is not None else 0),
        ("documents known", summary.known),
        ("inputs refused", summary.refused),
        ("reports told", sum(summary.statuses.values())),
        *((f"  {status}", number) for status, number in sorted(summary.statuses.items())),
        ("incidents that happened", summary.incidents),
        ("reports added", counts.reports if counts is not None else 0),
        *((f"issue {code}", number) for code, number in sorted(summary.issues.items())),
    ]
    if summary.resumed_chunks:
        rows.insert(0, ("chunks of an interrupted run", summary.resumed_chunks))
    return rows
