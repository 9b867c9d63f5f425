"""Lookups and reference data into the database: a changed row updates, nothing is doubled.

An entry that leaves the actor list stays in ``actors``, since reports may point at it; names and
crosswalk rows, at which nothing points, are written anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from etl.codes import FAMILY_OF
from etl.errors import ReferenceDataError
from etl.ids import make_id
from etl.issues import Issue, Severity, Stage
from etl.reference import read_reference
from etl.schema import lookups

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb
    import sqlalchemy as sa


def load_reference(connection: duckdb.DuckDBPyConnection) -> list[Issue]:
    """Load event types, crosswalk, actors and their names; return doubts.

    The event types of the codes are there even if their file is missing.
    """
    doubts: list[Issue] = []

    def rows_of(name: str) -> list[dict[str, str | None]]:
        try:
            rows = read_reference(name)
        except ReferenceDataError as error:
            doubts.append(Issue(Stage.LOAD, Severity.DOUBT, "reference_missing", str(error)))
            return []
        return [{key: value or None for key, value in row.items()} for row in rows]

    described = {row["event_type"]: row for row in rows_of("event_types.csv")}
    _upsert(
        connection,
        lookups.event_types,
        [
            {**described.get(code.value, {}), "event_type": code.value, "family": family.value}
            for code, family in FAMILY_OF.items()
        ],
    )
    _replace(connection, lookups.crosswalk, rows_of("crosswalk.csv"))
    actors = rows_of("actors.csv")
    _upsert(connection, lookups.actors, [{**row, "origin": "reference"} for row in actors])
    known = {row["actor_id"] for row in actors}
    names = {_name_id(row): row for row in rows_of("actor_names.csv") if row["actor_id"] in known}
    _replace(
        connection,
        lookups.actor_names,
        [{**row, "actor_name_id": name_id} for name_id, row in names.items()],
    )
    return doubts


def _name_id(row: dict[str, str | None]) -> str:
    return make_id(row["actor_id"], row["name"], row.get("language"), row.get("valid_from"))


def _upsert(
    connection: duckdb.DuckDBPyConnection, table: sa.Table, rows: list[dict[str, Any]]
) -> None:
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.columns if not column.primary_key]
    assignments = ", ".join(f"{name} = excluded.{name}" for name in others)
    changed = " or ".join(
        f"{table.name}.{name} is distinct from excluded.{name}" for name in others
    )
    _insert(
        connection,
        table,
        rows,
        f"on conflict ({', '.join(keys)}) do update set {assignments} where {changed}",
    )


def _replace(
    connection: duckdb.DuckDBPyConnection, table: sa.Table, rows: list[dict[str, Any]]
) -> None:
    connection.execute(f"delete from {table.name}")  # noqa: S608 - a table's name
    _insert(connection, table, rows, "")


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: sa.Table,
    rows: Iterable[dict[str, Any]],
    clause: str,
) -> None:
    """Insert rows in one statement: one at a time takes seconds for the actor list."""
    kinds = {column.name: pa.string() for column in table.columns}
    values = pa.Table.from_pylist(list(rows), schema=pa.schema(kinds))
    names = ", ".join(kinds)
    connection.register("reference_rows", values)
    connection.execute(
        f"insert into {table.name} ({names}) select {names} from reference_rows where true {clause}"  # noqa: S608
    )
    connection.unregister("reference_rows")
