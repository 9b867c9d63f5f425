"""The views of ``sql/``: created anew, tried, and the checks among them run.

A file holds one view of its own name, its header comment tells the grain (for a check, also
``level: error`` or ``level: warning``), and its comments on view and columns follow the view.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any

from etl.errors import DatabaseError
from etl.reference import data_root

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import duckdb

FOLDERS = ("base", "marts", "checks")
_VIEW_NAME = re.compile(r"\b(?:base|mart|check)_\w+")
_LEVEL = re.compile(r"^-- level: (error|warning)$", re.MULTILINE)
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found: how many offenders, and the first few rows."""

    name: str
    level: str
    offenders: int
    examples: tuple[tuple[Any, ...], ...] = ()


def apply_views(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Create every view of ``sql/`` anew and select from each; return their names in order.

    Views of the database that no file tells of any more are dropped.

    Raises:
        DatabaseError: a view cannot be created or read.
    """
    drop_views(connection)
    sources = read_views()
    names = _in_order(sources)
    for name in names:
        try:
            connection.execute(sources[name])
            connection.execute(f"select * from {name} limit 0")  # noqa: S608 - a file's name
        except Exception as error:
            message = f"sql/**/{name}.sql: {error}"
            raise DatabaseError(message) from error
    return names


def drop_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop every view of the database."""
    views = connection.execute("select view_name from duckdb_views() where not internal").fetchall()
    for (name,) in views:
        connection.execute(f'drop view "{name}"')


def run_checks(
    connection: duckdb.DuckDBPyConnection, *, levels: Sequence[str] = ("error", "warning")
) -> list[CheckResult]:
    """Return what each check view of these levels found, in the order of their names."""
    results = []
    for name, source in sorted(read_views().items()):
        if not name.startswith("check_"):
            continue
        level = check_level(name, source)
        if level in levels:
            rows = connection.execute(f"select * from {name} limit {_EXAMPLES}").fetchall()  # noqa: S608
            count = len(rows)
            if count == _EXAMPLES:
                counted = connection.execute(f"select count(*) from {name}").fetchone()  # noqa: S608
                count = counted[0] if counted else count
            results.append(CheckResult(name, level, count, tuple(rows)))
    return results


def check_level(name: str, source: str) -> str:
    """Return the level in a check's header.

    Raises:
        DatabaseError: the header has none.
    """
    found = _LEVEL.search(source)
    if found is None:
        message = f"sql/checks/{name}.sql: no line '-- level: error' or '-- level: warning'."
        raise DatabaseError(message)
    return found[1]


@cache
def read_views() -> Mapping[str, str]:
    """Return the text of every file of ``sql/``, by the name of its view."""
    folders = [data_root() / "sql" / folder for folder in FOLDERS]
    return {
        path.stem: path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted(folder.glob("*.sql"))
    }


def _in_order(sources: Mapping[str, str]) -> list[str]:
    graph = {
        name: sorted((set(_VIEW_NAME.findall(source)) & sources.keys()) - {name})
        for name, source in sources.items()
    }
    return list(TopologicalSorter(graph).static_order())
