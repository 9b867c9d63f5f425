"""The argument parser that all commands share: short errors, examples, options given anywhere."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from etl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - the type has no public name
    Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that tells what next."""

    def error(self, message: str) -> NoReturn:
        """Refuse the call.

        Raises:
            UsageError: always.
        """
        raise UsageError(f"{message}. See '{self.prog} --help'.")


def add_command(
    commands: Commands, name: str, run: Run, *, summary: str, details: str = "", examples: str
) -> Parser:
    """Return the parser of a new command, with the options that every command has."""
    parser = commands.add_parser(
        name,
        help=summary.replace("%", "%%"),
        description=f"{summary[:1].upper()}{summary[1:]}.\n\n{details}".strip(),
        epilog=f"examples:\n{examples.strip(chr(10))}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    add_common_options(parser, default=argparse.SUPPRESS)
    return parser


def add_common_options(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add the options that may stand before or after the command's name."""
    group = parser.add_argument_group("for every command")
    group.add_argument(
        "--db",
        metavar="FILE",
        default=default,
        help="the database (else DIURNA_DB, else ./diurna.duckdb)",
    )
    group.add_argument(
        "--debug", action="store_true", default=default or False, help="show the trace of an error"
    )
    group.add_argument(
        "--log-format",
        choices=("text", "json"),
        default=default or "text",
        help="how messages on standard error are written",
    )


def day(text: str) -> date:
    """Return the day that an argument names, as YYYY-MM-DD.

    Raises:
        argparse.ArgumentTypeError: it names none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day; write it as 2017-10-25"
        raise argparse.ArgumentTypeError(message) from None


def count(text: str) -> int:
    """Return a whole number from 1.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if text.isascii() and text.isdigit() and int(text) >= 1:
        return int(text)
    message = f"{text!r} is no whole number from 1"
    raise argparse.ArgumentTypeError(message)


def add_sources(parser: Parser, metavar: str, what: str) -> None:
    """Add what to read, and what is known of it."""
    parser.add_argument("sources", metavar=metavar, nargs="+", type=Path, help=what)
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=day,
        help="day of publication (YYYY-MM-DD), whatever the documents say of it",
    )


def add_workers(parser: Parser) -> None:
    """Add the number of processes; the result does not depend on it."""
    parser.add_argument(
        "--workers", metavar="N", type=count, help="processes that code (default: one a processor)"
    )
