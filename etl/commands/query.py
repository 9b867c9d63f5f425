"""``diurna sql`` and ``diurna show``: what the published snapshot holds."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from etl.commands.arguments import add_command, count
from etl.commands.console import LOG, count_of, printable
from etl.errors import UsageError
from etl.settings import database_path

if TYPE_CHECKING:
    import argparse

    from etl.commands.arguments import Commands

FORMATS = ("table", "csv", "json", "markdown", "parquet")
SQL_DETAILS = """\
Runs one read statement on the published snapshot, in a process of its own that can reach no file
and no network. '-' reads the statement from standard input."""
SQL_EXAMPLES = """
  diurna sql "select * from mart_events limit 5"
  diurna sql "select country, sum(killed_best) as killed from mart_events group by country"
  diurna sql "from mart_events" --format parquet --out events.parquet
  diurna sql "select table_name, comment from duckdb_tables()" --format markdown
"""
SHOW_EXAMPLES = """
  diurna show 4f0c1d2e3a4b5c6d
  diurna sql "select event_id from mart_events limit 1" --format csv
"""
TABLES = 'diurna sql "select view_name from duckdb_views() where not internal"'


def add_parsers(commands: Commands) -> None:
    """Add ``sql`` and ``show``."""
    parser = add_command(
        commands,
        "sql",
        run_sql,
        summary="query the published snapshot",
        details=SQL_DETAILS,
        examples=SQL_EXAMPLES,
    )
    parser.add_argument("statement", metavar="SQL", help="one statement, or - for standard input")
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    parser.add_argument("--out", metavar="FILE", type=Path, help="write to a file")
    parser.add_argument(
        "--seconds", metavar="N", type=count, default=30, help="time limit (default: 30)"
    )
    shown = add_command(
        commands,
        "show",
        run_show,
        summary="show an event: its reports, its tolls, its sentences with their words marked",
        examples=SHOW_EXAMPLES,
    )
    shown.add_argument("event", metavar="EVENT", help="an event_id or report_id")


def run_sql(args: argparse.Namespace) -> int:
    """Run a statement and print or write its result."""
    from etl.query.render import render, write
    from etl.query.snapshot import open_snapshot
    from etl.query.sql import run_query

    if args.format == "parquet" and args.out is None:
        raise UsageError("--format parquet needs --out FILE.")
    statement = sys.stdin.read() if args.statement == "-" else args.statement
    result = run_query(open_snapshot(database_path(args.db)), statement, seconds=args.seconds)
    if args.out is not None:
        write(result, args.format, args.out)
        LOG.info("%s: %s", args.out, count_of(len(result.rows), "row"))
        return 0
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    text = render(result, args.format, width=width).removesuffix("\n")
    # A file or a program gets the values as they are, a terminal nothing that steers it.
    print(printable(text) if sys.stdout.isatty() else text)
    if not result.rows:
        LOG.info("no rows. What there is: %s", TABLES)
    return 0


def run_show(args: argparse.Namespace) -> int:
    """Print an event with what it was read from."""
    from etl.commands.stored import list_stored_event
    from etl.query.snapshot import open_snapshot

    print(list_stored_event(open_snapshot(database_path(args.db)), args.event))
    return 0
