"""Ad-hoc SQL on a snapshot, locked down in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Columns, their DuckDB types, and rows; ``is_truncated`` if ``max_rows`` cut it."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_truncated: bool = False


def run_query(
    snapshot: Path,
    sql: str,
    *,
    seconds: float = 30,
    memory: str = "512MB",
    max_rows: int | None = None,
) -> QueryResult:
    """Return the rows of one read statement.

    Raises:
        QueryError: the SQL was refused, failed, or ran over its time or memory.
    """
    raise NotImplementedError
