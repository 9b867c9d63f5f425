"""``diurna link``, ``judge`` and ``correct``: events anew, and what people say of them."""

from __future__ import annotations

import getpass
from contextlib import closing
from typing import TYPE_CHECKING

from etl.commands.arguments import add_command
from etl.commands.console import LOG, count_of, one_line, printable
from etl.errors import QueryError, UsageError
from etl.settings import database_path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    import duckdb

    from etl.commands.arguments import Commands, Parser

LINK_DETAILS = """\
Every ingest links what is new by itself. This links all reports anew, which gives the same events
unless the definition of linking has changed; --explain tells why an event's reports are one."""
LINK_EXAMPLES = """
  diurna link
  diurna link --explain 4f0c1d2e3a4b5c6d
"""
JUDGE_DETAILS = """\
A and B are ids of reports or events; an event stands for its first report. What a person judges
outranks the score, holds when documents are coded again, and is outranked by a later judgement."""
JUDGE_EXAMPLES = """
  diurna judge same 4f0c1d2e3a4b5c6d 77aa01bc93de5f60 --reason "one strike, two names of the market"
  diurna judge different 4f0c1d2e3a4b5c6d 77aa01bc93de5f60 --reason "the second one was at dusk"
"""
CORRECT_DETAILS = """\
Views show the corrected value; the coder's stays in the tables, and the correction holds when the
document is coded again. An empty VALUE ("") says that nothing is known. FIELD is one of is_event
(false strikes the report out), event_type, status, scope, occurred_from, occurred_to,
date_precision, place_name, admin1, country, latitude_deg, longitude_deg, place_precision;
with --item of the toll count_low, count_best, count_high; with --item of the actor actor_id,
role."""
CORRECT_EXAMPLES = """
  diurna correct 4f0c1d2e3a4b5c6d event_type shelling --reason "the later report says mortars"
  diurna correct 4f0c1d2e3a4b5c6d count_best 12 --item 0 --reason "misprint"
  diurna correct 4f0c1d2e3a4b5c6d is_event false --reason "a film"
"""


def add_parsers(commands: Commands) -> None:
    """Add ``link``, ``judge`` and ``correct``."""
    parser = add_command(
        commands,
        "link",
        run_link,
        summary="link all reports to events anew, or explain an event",
        details=LINK_DETAILS,
        examples=LINK_EXAMPLES,
    )
    parser.add_argument("--explain", metavar="EVENT", help="tell why its reports are one event")
    judge = add_command(
        commands,
        "judge",
        run_judge,
        summary="judge whether two reports tell of the same event",
        details=JUDGE_DETAILS,
        examples=JUDGE_EXAMPLES,
    )
    judge.add_argument("verdict", choices=("same", "different"))
    judge.add_argument("left", metavar="A", help="a report or event")
    judge.add_argument("right", metavar="B", help="another one")
    _add_person(judge)
    correct = add_command(
        commands,
        "correct",
        run_correct,
        summary="correct a value of a report",
        details=CORRECT_DETAILS,
        examples=CORRECT_EXAMPLES,
    )
    correct.add_argument("report", metavar="REPORT", help="a report_id; diurna show lists them")
    correct.add_argument("field", metavar="FIELD", help="what is wrong")
    correct.add_argument("value", metavar="VALUE", help="what is right")
    correct.add_argument("--item", metavar="N", type=int, default=0, help="of a list, from 0")
    _add_person(correct)


def _add_person(parser: Parser) -> None:
    parser.add_argument("--reason", required=True, help="why; it is kept")
    parser.add_argument("--by", metavar="NAME", help="who says so (default: the user's name)")


def run_link(args: argparse.Namespace) -> int:
    """Link anew and publish, or print why an event is one."""
    database = database_path(args.db)
    if args.explain is not None:
        for line in _explanation(database, args.explain):
            print(printable(line))
        return 0
    from etl.link.linking import link_database
    from etl.query.snapshot import publish

    counts = link_database(database, is_anew=True)
    publish(database)
    LOG.info(
        "%s in %s", count_of(counts.touched_reports, "report"), count_of(counts.events, "event")
    )
    return 0


def _explanation(database: Path, name: str) -> list[str]:
    from etl.link.explain import explain_event, resolve_event
    from etl.query.snapshot import open_snapshot
    from etl.schema.connection import connect

    with closing(connect(open_snapshot(database), read_only=True)) as connection:
        event_id = resolve_event(connection, name)
        if event_id is None:
            raise QueryError(f"no event {one_line(name)!r} is published.")
        return list(explain_event(connection, event_id))


def run_judge(args: argparse.Namespace) -> int:
    """Keep a judgement, link what it touches, and publish."""
    from etl.link.judgements import find_report, record_judgement

    def judge(connection: duckdb.DuckDBPyConnection) -> list[str]:
        (left, left_key), (right, right_key) = (
            find_report(connection, name) for name in (args.left, args.right)
        )
        if left == right:
            raise UsageError("A and B are the same report; name two.")
        record_judgement(
            connection,
            (left_key, right_key),
            is_same=args.verdict == "same",
            judge=_person(args),
            reason=args.reason,
        )
        return [left, right]

    reports = _change(database_path(args.db), judge)
    LOG.info("%s and %s are judged %s", *reports, args.verdict)
    return 0


def run_correct(args: argparse.Namespace) -> int:
    """Keep a correction, link what it touches, and publish."""
    from etl.link.corrections import correct_value

    values: list[str | None] = []

    def correct(connection: duckdb.DuckDBPyConnection) -> list[str]:
        values[:] = correct_value(
            connection,
            args.report,
            args.field,
            args.value,
            item=args.item,
            person=_person(args),
            reason=args.reason,
        )
        return [args.report]

    _change(database_path(args.db), correct)
    was, now = ("nothing" if value is None else value for value in values)
    LOG.info("%s of report %s: %s, was %s", args.field, args.report, now, was)
    return 0


def _person(args: argparse.Namespace) -> str:
    if not args.reason.strip():
        raise UsageError("--reason cannot be empty.")
    return (args.by or "").strip() or getpass.getuser()


def _change(database: Path, change: Callable[[duckdb.DuckDBPyConnection], list[str]]) -> list[str]:
    """Let a person's change and the link that it asks for be done together, and publish."""
    from etl.link.linking import change_and_link
    from etl.query.snapshot import publish

    reports = change_and_link(database, change)
    publish(database)
    return reports
