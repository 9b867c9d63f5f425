"""Query results as text and files: table, CSV, JSON, Markdown, Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from etl.query.sql import QueryResult

FORMATS = ("table", "csv", "json", "markdown", "parquet")


def render(result: QueryResult, fmt: str = "table", *, width: int | None = None) -> str:
    """Return a result as text; ``width`` truncates a table to the terminal.

    Raises:
        UsageError: the format is unknown, or is ``parquet``, which needs a file.
    """
    raise NotImplementedError


def write(result: QueryResult, fmt: str, out: Path) -> None:
    """Write a result to a file, whole or not at all."""
    raise NotImplementedError
