"""The database in pandas: the current snapshot's views as DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def open(database: Path | str | None = None) -> None:  # noqa: A001 - reads as frames.open()
    """Open the current snapshot of ``database`` (default: ``DIURNA_DB`` or ./diurna.duckdb)."""
    raise NotImplementedError
