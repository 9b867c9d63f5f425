"""The database file: opening it, bringing it to the schema of this version, diagnosing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb


def connect(database: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Return a connection to the database, waiting for another writer to finish.

    Raises:
        DatabaseError: the file is missing (reading) or is no DuckDB database.
        DatabaseLockedError: another process held it for the whole wait.
    """
    raise NotImplementedError


def upgrade(database: Path) -> None:
    """Create the database or bring it to head, with lookups, reference data and views."""
    raise NotImplementedError


def downgrade(database: Path, revision: str = "base") -> None:
    """Take the database back to an older revision."""
    raise NotImplementedError


def check_schema(database: Path) -> list[str]:
    """Return the differences between the metadata and the database; empty if there is none."""
    raise NotImplementedError


def diagnose(database: Path) -> list[str]:
    """Return what is wrong with the database and what to do, one line each; empty if sound."""
    raise NotImplementedError
