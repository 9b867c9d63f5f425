"""The command line itself: help, wrong use, and errors of one line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.__main__ import build_parser

Run = Callable[..., subprocess.CompletedProcess[str]]
COMMANDS = ["code", "ingest", "sql", "show", "evaluate", "places", "dates"]
ACTIONS = ["upgrade", "check", "publish", "doctor"]


@pytest.mark.parametrize("command", [[c] for c in COMMANDS] + [["db", a] for a in ACTIONS])
def test_help_of_each_command_has_examples(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command's help says what it does and shows calls of it."""
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args([*command, "--help"])
    assert ended.value.code == 0
    assert f"examples:\n  diurna {' '.join(command)}" in capsys.readouterr().out


def test_help_imports_nothing_heavy() -> None:
    """``diurna --help`` answers without spaCy, DuckDB, pandas, SQLAlchemy, rich or Prefect."""
    program = (
        "import sys, etl.__main__ as m\n"
        "try: m.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'duckdb', 'pandas', 'prefect', 'sqlalchemy', 'pyarrow', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stderr == "[]\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["code"],
        ["code", "a.txt", "--published", "yesterday"],
        ["code", "a.txt", "--workers", "0"],
        ["sql"],
        ["sql", "select 1", "--format", "parquet"],
        ["db"],
    ],
)
def test_wrong_use_is_status_2_without_a_trace(run: Run, arguments: list[str]) -> None:
    """A wrong call is told in one line, or by the help where nothing was asked."""
    result = run(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == bool(arguments)


@pytest.mark.parametrize(
    "arguments", [["sql", "select 1"], ["show", "abc"], ["db", "check"], ["db", "publish"]]
)
def test_without_a_database_the_next_step_is_told(run: Run, arguments: list[str]) -> None:
    """Asking before anything was ingested is status 1 and one line that names a command."""
    result = run(*arguments)
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    assert "diurna " in line.removeprefix("diurna: ")


def test_database_is_the_argument_else_the_variable(run: Run) -> None:
    """--db outranks DIURNA_DB, wherever it stands."""
    assert "mine.duckdb" in run("sql", "select 1", DIURNA_DB="mine.duckdb").stderr
    for arguments in (["--db", "its.duckdb", "sql", "x"], ["sql", "x", "--db", "its.duckdb"]):
        assert "its.duckdb" in run(*arguments, DIURNA_DB="mine.duckdb").stderr


def test_debug_shows_the_trace(run: Run) -> None:
    """--debug is the way to see where an error came from."""
    assert "Traceback" in run("sql", "select 1", "--debug").stderr


def test_messages_for_machines_are_json(run: Run) -> None:
    """With --log-format json every line on standard error is an object."""
    result = run("code", "missing.txt", "--log-format", "json")
    rows = [json.loads(line) for line in result.stderr.splitlines()]
    assert rows
    assert all({"at", "level", "message"} <= set(row) for row in rows)


def test_version_is_printed(run: Run) -> None:
    """--version names the program."""
    result = run("--version")
    assert (result.returncode, result.stdout.split()[0]) == (0, "diurna")
