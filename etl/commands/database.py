"""``diurna db``: the database itself."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from etl.commands.arguments import add_command
from etl.commands.console import LOG, printable
from etl.settings import database_path

if TYPE_CHECKING:
    from etl.commands.arguments import Commands

EXAMPLES = """
  diurna db upgrade
  diurna db check
  diurna db doctor --db archive.duckdb
"""


def add_parsers(commands: Commands) -> None:
    """Add ``db`` with its actions."""
    parser = commands.add_parser(
        "db",
        help="create, check, publish or diagnose the database",
        description="Create, check, publish or diagnose the database.",
        epilog=f"examples:{EXAMPLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    for name, run, summary in (
        ("upgrade", run_upgrade, "create the database or bring it to this version"),
        ("check", run_check, "compare the database with its schema and run every check"),
        ("publish", run_publish, "make what is loaded visible to readers"),
        ("doctor", run_doctor, "tell what is wrong with the database and what to do"),
    ):
        add_command(actions, name, run, summary=summary, examples=f"  diurna db {name}")


def run_upgrade(args: argparse.Namespace) -> int:
    """Create or upgrade the database."""
    from etl.schema.database import upgrade

    database = database_path(args.db)
    upgrade(database)
    LOG.info("%s is of this version. Next: diurna ingest SOURCE", database)
    return 0


def run_check(args: argparse.Namespace) -> int:
    """Print what differs and what checks found; 1 if anything of weight did."""
    from etl.schema.database import check_schema, connect
    from etl.views.apply import run_checks

    database = database_path(args.db)
    differences = check_schema(database)
    for line in differences:
        print(printable(f"schema: {line}"))
    if differences:
        LOG.warning("%s differs from its schema. Next: diurna db upgrade", database)
        return 1
    with closing(connect(database, read_only=True)) as connection:
        results = run_checks(connection)
    found = [result for result in results if result.offenders]
    for result in found:
        print(f"{result.level}: {result.name}: {result.offenders:,}")
        for example in result.examples:
            print(printable(f"  {', '.join(str(value) for value in example)}"))
    LOG.info("%s: %d checks, %d with offenders", database, len(results), len(found))
    return 1 if any(result.level == "error" for result in found) else 0


def run_publish(args: argparse.Namespace) -> int:
    """Publish a snapshot and print its path."""
    from etl.query.snapshot import publish

    print(printable(str(publish(database_path(args.db)))))
    return 0


def run_doctor(args: argparse.Namespace) -> int:
    """Print each fault with its remedy; 1 if there is one."""
    from etl.schema.database import diagnose

    database = database_path(args.db)
    faults = diagnose(database)
    for fault in faults:
        print(printable(fault))
    if not faults:
        LOG.info("%s is sound", database)
    return 1 if faults else 0
