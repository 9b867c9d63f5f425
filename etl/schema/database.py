"""The database file: opening it, bringing it to the schema of this version, diagnosing it.

DuckDB lets one process write and nobody else read meanwhile, so every opening waits its turn.
This module stands above ``etl.load.seeds`` and ``etl.views.apply``: a database at head has its
lookups and its views.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import duckdb
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.pool import NullPool

from etl.errors import DatabaseError, DatabaseLockedError
from etl.load.seeds import load_reference
from etl.reference import data_root
from etl.schema.tables import metadata
from etl.views.apply import apply_views, drop_views, run_checks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from sqlalchemy.engine import Connection

    T = TypeVar("T")

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
    return _wait_for(lambda: _open(database, read_only=read_only), database, wait_seconds)


def upgrade(database: Path) -> None:
    """Create the database or bring it to head, with lookups, reference data and views.

    Raises:
        DatabaseError: the database was made by a newer version.
    """
    _migrate(database, lambda config: command.upgrade(config, "head"), create=True)
    with connect(database) as connection:
        connection.begin()
        load_reference(connection)
        apply_views(connection)
        connection.commit()


def downgrade(database: Path, revision: str = "base") -> None:
    """Take the database back to an older revision; the views go, `upgrade` brings them back."""
    with connect(database) as connection:
        drop_views(connection)
    _migrate(database, lambda config: command.downgrade(config, revision))


def check_schema(database: Path) -> list[str]:
    """Return the differences between the metadata and the database; empty if there is none."""

    def compare(connection: Connection) -> list[str]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        current, head = context.get_current_revision(), _head()
        if current != head:
            return [f"the database is at revision {current}, this version at {head}"]
        return [_describe(difference) for difference in compare_metadata(context, metadata)]

    return _with_engine(database, compare)


def require_head(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Refuse a database that is not of this version.

    Raises:
        DatabaseError: it has no schema, or one of another version.
    """
    try:
        row = connection.execute("select version_num from alembic_version").fetchone()
    except duckdb.CatalogException:
        row = None
    if row is None or row[0] != _head():
        found = f"at revision {row[0]}" if row else "without a schema"
        message = (
            f"{database}: the database is {found}, this version of Diurna at {_head()}; "
            f"run: diurna db upgrade --db {database}"
        )
        raise DatabaseError(message)


def diagnose(database: Path) -> list[str]:
    """Return what is wrong with the database and what to do, one line each; empty if sound."""
    try:
        with connect(database, read_only=True, wait_seconds=2) as connection:
            require_head(connection, database)
            complaints = [*_diagnose_checks(connection), *_diagnose_content(connection)]
        complaints += [
            f"schema: {difference}; run: diurna db upgrade" for difference in check_schema(database)
        ]
    except (DatabaseError, DatabaseLockedError) as error:
        return [str(error)]
    return complaints


def _diagnose_checks(connection: duckdb.DuckDBPyConnection) -> list[str]:
    try:
        results = run_checks(connection)
    except duckdb.Error as error:
        return [f"views: {str(error).splitlines()[0]}; run: diurna db upgrade"]
    return [
        f"{result.name} ({result.level}): {result.offenders} rows; "
        f"look at them with: select * from {result.name}"
        for result in results
        if result.offenders
    ]


_CONTENT_DOUBTS = {
    "{} runs are marked as running: a run that was killed stays so; ingest again to finish it": (
        "select count(*) from runs where state = 'running'"
    ),
    "{} documents are not coded by the current coder; run: diurna recode": """
        select count(*) from documents where not exists (
            from codings join current_coders using (coder_id)
            where codings.document_id = documents.document_id and current_coders.preference = 1
        )""",
    "{} superseded codings are left over; the next ingest takes them out": """
        select count(*) - count(distinct (document_id, coder_id)) from codings""",
}


def _diagnose_content(connection: duckdb.DuckDBPyConnection) -> list[str]:
    counts = {
        template: connection.execute(query).fetchone()
        for template, query in _CONTENT_DOUBTS.items()
    }
    return [template.format(row[0]) for template, row in counts.items() if row and row[0]]


# ---- opening ---------------------------------------------------------------------------------


def _open(database: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(database), read_only=read_only)


def _wait_for(opening: Callable[[], T], database: Path, wait_seconds: float) -> T:
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            return opening()
        except (duckdb.Error, sa.exc.DBAPIError) as error:
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


def _with_engine(database: Path, work: Callable[[Connection], T], *, create: bool = False) -> T:
    connect(database, create=create).close()
    url = sa.URL.create("duckdb", database=str(database))
    engine = sa.create_engine(url, poolclass=NullPool)
    opened = _wait_for(engine.connect, database, WAIT_SECONDS)
    try:
        return work(opened)
    finally:
        opened.close()
        engine.dispose()


# ---- migrations ------------------------------------------------------------------------------


def _config() -> Config:
    config = Config()
    script_location = str(data_root() / "migrations")
    config.set_main_option("script_location", script_location.replace("%", "%%"))
    return config


def _head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def _migrate(database: Path, step: Callable[[Config], None], *, create: bool = False) -> None:
    def run(connection: Connection) -> None:
        config = _config()
        config.attributes["connection"] = connection
        step(config)
        connection.commit()

    try:
        _with_engine(database, run, create=create)
    except CommandError as error:
        message = f"{database}: {error}; it was made by a newer version of Diurna: install that."
        raise DatabaseError(message) from error


def _describe(difference: Any) -> str:
    if isinstance(difference, list):
        return "; ".join(_describe(part) for part in difference)
    return " ".join(str(part) for part in difference if part is not None)
