"""The command line: ``diurna COMMAND`` and ``python -m etl COMMAND``.

Exit status 0: done, doubts allowed; 3: some inputs refused, the rest done; 1: nothing done;
2: wrong use; 130: interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from etl.commands import code, database, evaluate, ingest, link, mentions, query
from etl.commands.arguments import Parser, add_common_options
from etl.commands.console import LOG, configure_messages
from etl.errors import DiurnaError, TransientError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING_DONE, WRONG_USE, INTERRUPTED = 1, 2, 130
EXAMPLES = """\
examples:
  diurna code article.txt --published 2017-10-25
  diurna ingest articles/ feed.jsonl
  diurna sql "select event_type, count(*) as events from mart_events group by event_type"
"""


def build_parser() -> Parser:
    """Return the parser of all commands."""
    parser = Parser(
        prog="diurna",
        description="News into a database of conflict events, with the sentence behind each value.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_common_options(parser)
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command")
    for module in (code, ingest, query, link, evaluate, mentions, database):
        module.add_parsers(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    argv = sys.argv[1:] if arguments is None else list(arguments)
    # A wrong call is told in the format asked for as well, before it could be parsed.
    configure_messages(
        "json" if "--log-format json" in " ".join(argv).replace("=", " ") else "text"
    )
    is_debug = "--debug" in argv
    try:
        status = _run(argv)
        sys.stdout.flush()
    except UsageError as error:
        status = _fail(error, WRONG_USE, is_debug)
    except DiurnaError as error:
        status = _fail(error, NOTHING_DONE, is_debug)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has what it wanted; keep the interpreter from failing on its last flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - a bug is told in one line too
        status = _fail(error, NOTHING_DONE, is_debug)
    return status


def _run(argv: list[str]) -> int:
    parser = build_parser()
    args = parser.parse_args(argv)
    if args.version:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"diurna {version('diurna')}")
        except PackageNotFoundError:
            print("diurna (a checkout that is not installed)")
        return 0
    if args.command is None:
        parser.print_help()
        return WRONG_USE
    status: int = args.run(args)
    return status


def _fail(error: Exception, status: int, is_debug: bool) -> int:
    if is_debug:
        raise error
    message = str(error)
    if not isinstance(error, DiurnaError):
        kind = type(error).__name__
        message = f"{kind}: {message} (a fault of the program; --debug shows where)"
    fields = {"kind": type(error).__name__, "transient": isinstance(error, TransientError)}
    LOG.error("%s", message, extra={"fields": fields})
    return status


if __name__ == "__main__":
    sys.exit(main())
