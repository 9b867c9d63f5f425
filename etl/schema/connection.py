"""Opening the database file: DuckDB lets one process write and nobody else read meanwhile.

So every opening waits its turn, and says in the end who is in the way and what to do.
"""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, TypeVar

import duckdb
from alembic.config import Config
from alembic.script import ScriptDirectory

from etl.errors import DatabaseError, DatabaseLockedError
from etl.reference import data_root

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Opened = TypeVar("Opened")

WAIT_SECONDS = 30.0
_PAUSE_SECONDS = 0.1


def connect(
    database: Path,
    *,
    read_only: bool = False,
    create: bool = False,
    wait_seconds: float = WAIT_SECONDS,
) -> duckdb.DuckDBPyConnection:
    """Return a connection to the database, waiting for another process to finish with it.

    Raises:
        DatabaseError: the file is missing and not to be created, or is no DuckDB database.
        DatabaseLockedError: another process held it for the whole wait.
    """
    if not create and not database.is_file():
        message = f"{database}: no such database; make it with: diurna db upgrade --db {database}"
        raise DatabaseError(message)
    if not database.parent.is_dir():
        message = f"{database.parent}: no such folder; make it first."
        raise DatabaseError(message)
    return wait_for(lambda: _open(database, read_only=read_only), database, wait_seconds)


def require_head(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Refuse a database that is not of this version.

    Raises:
        DatabaseError: it has no schema, or one of another version.
    """
    try:
        row = connection.execute("select version_num from alembic_version").fetchone()
    except duckdb.CatalogException:
        row = None
    if row is None or row[0] != migration_head():
        found = f"at revision {row[0]}" if row else "without a schema"
        message = (
            f"{database}: the database is {found}, this version of Diurna at {migration_head()}; "
            f"run: diurna db upgrade --db {database}"
        )
        raise DatabaseError(message)


def migration_config() -> Config:
    """Return Alembic's configuration, made without a file."""
    config = Config()
    script_location = str(data_root() / "migrations")
    config.set_main_option("script_location", script_location.replace("%", "%%"))
    return config


@cache
def migration_head() -> str | None:
    """Return the revision of this version's schema."""
    return ScriptDirectory.from_config(migration_config()).get_current_head()


def _open(database: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(database), read_only=read_only)


def wait_for(opening: Callable[[], Opened], database: Path, wait_seconds: float) -> Opened:
    """Open until another process lets go of the file, or the time is up."""
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            return opening()
        except Exception as error:
            reason = str(error).splitlines()[0]
            if "lock on file" not in str(error):
                message = f"{database}: cannot be opened as a database: {reason}"
                raise DatabaseError(message) from error
            if time.monotonic() >= deadline:
                message = (
                    f"{database}: another process has it open for writing and did not finish "
                    f"within {wait_seconds:g} s; wait for it, or end it, and try again."
                )
                raise DatabaseLockedError(message) from error
        time.sleep(_PAUSE_SECONDS)
