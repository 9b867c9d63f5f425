"""The database file: bringing it to the schema of this version, and diagnosing it.

This module stands above ``etl.load.seeds`` and ``etl.views.apply``: a database at head has its
lookups and its views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import duckdb
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy.pool import NullPool

from etl.errors import DatabaseError, DatabaseLockedError
from etl.load.seeds import load_reference
from etl.schema.connection import (
    WAIT_SECONDS,
    connect,
    migration_config,
    migration_head,
    require_head,
    wait_for,
)
from etl.schema.tables import metadata
from etl.views.apply import apply_views, drop_views, run_checks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from alembic.config import Config
    from sqlalchemy.engine import Connection

__all__ = ["check_schema", "connect", "diagnose", "downgrade", "upgrade"]

Result = TypeVar("Result")


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
        current, head = context.get_current_revision(), migration_head()
        if current != head:
            return [f"the database is at revision {current}, this version at {head}"]
        return [_describe(difference) for difference in compare_metadata(context, metadata)]

    return _with_engine(database, compare)


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
        f"look at them with: diurna sql 'from {result.name}'"
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


# ---- migrations ------------------------------------------------------------------------------


def _with_engine(
    database: Path, work: Callable[[Connection], Result], *, create: bool = False
) -> Result:
    connect(database, create=create).close()
    url = sa.URL.create("duckdb", database=str(database))
    engine = sa.create_engine(url, poolclass=NullPool)
    opened = wait_for(engine.connect, database, WAIT_SECONDS)
    try:
        return work(opened)
    finally:
        opened.close()
        engine.dispose()


def _migrate(database: Path, step: Callable[[Config], None], *, create: bool = False) -> None:
    def run(connection: Connection) -> None:
        config = migration_config()
        config.attributes["connection"] = connection
        step(config)
        connection.commit()

    try:
        _with_engine(database, run, create=create)
    except CommandError as error:
        message = f"{database}: {error}; it was made by a newer version of Diurna: install that."
        raise DatabaseError(message) from error


def _describe(difference: object) -> str:
    if not isinstance(difference, tuple | list):
        return str(difference)
    if isinstance(difference, list):
        return "; ".join(_describe(part) for part in difference)
    return " ".join(str(part) for part in difference if part is not None)
