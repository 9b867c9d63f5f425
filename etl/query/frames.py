"""The database in pandas: the current snapshot's views as DataFrames.

    from etl.query import frames

    with frames.open() as db:
        iraq = db.events(country="IRQ", since="2017-01-01")
        deaths = db.frame("select * from mart_deaths_by_country_month")

Columns come in the order of the view, rows in the order of time and id. Codes and countries are
categories, counts are ``Int64`` and truth values ``boolean``, so that what is not said stays
``<NA>`` and is never 0. A snapshot never changes: open again to see what was published since.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pandas as pd

from etl import codes
from etl.errors import QueryError, UsageError
from etl.query.snapshot import open_snapshot
from etl.settings import database_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    Filter = str | int | bool | list[str] | None

# Columns of codes, with all that they can hold, so that frames of different filters concatenate.
_CATEGORIES: dict[str, list[str]] = {
    name: [member.value for member in members]
    for name, members in {
        "event_type": codes.EventType,
        "family": codes.Family,
        "status": codes.Status,
        "scope": codes.Scope,
        "date_precision": codes.DatePrecision,
        "place_precision": codes.PlacePrecision,
        "role": codes.Role,
        "outcome": codes.Outcome,
        "victim_group": codes.VictimGroup,
        "victim_side": codes.VictimSide,
        "claimant_kind": codes.ClaimantKind,
    }.items()
}
_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")


class Frames:
    """The views of one snapshot; filters are names of columns with a value or a list of values."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def events(
        self,
        *,
        since: str | date | None = None,
        until: str | date | None = None,
        **filters: Filter,
    ) -> pd.DataFrame:
        """Return ``mart_events``: one row per event, whatever its status and scope.

        ``since`` and ``until`` are days, and both count: an event is given if it may have happened
        between them. ``is_counted=True`` leaves incidents that occurred or are ongoing.

        Raises:
            UsageError: a filter is no column of the view.
        """
        conditions = []
        if since is not None:
            conditions.append(("occurred_to >= cast(? as date)", str(since)))
        if until is not None:
            conditions.append(("occurred_from <= cast(? as date)", str(until)))
        return self._view("mart_events", "occurred_from, event_id", filters, conditions)

    def reports(self, **filters: Filter) -> pd.DataFrame:
        """Return ``base_reports``: one row per event told in one document."""
        return self._view("base_reports", "source_key, position, report_id", filters)

    def casualties(self, **filters: Filter) -> pd.DataFrame:
        """Return ``base_casualties``: one row per toll claim."""
        return self._view("base_casualties", "report_id, item", filters)

    def evidence(self, **filters: Filter) -> pd.DataFrame:
        """Return ``mart_evidence``: one row per coded value and place where it was read."""
        return self._view("mart_evidence", "report_id, span_start, field, item", filters)

    def actors(self, **filters: Filter) -> pd.DataFrame:
        """Return ``base_event_actors``: one row per event, actor and role."""
        return self._view("base_event_actors", "event_id, role, actor_id", filters)

    def frame(self, sql: str, parameters: list[object] | None = None) -> pd.DataFrame:
        """Return the result of any statement, in its own order, with the dtypes of this module.

        Raises:
            QueryError: DuckDB refuses the statement.
        """
        try:
            result = self._connection.execute(sql, parameters)
            kinds = {column[0]: str(column[1]) for column in result.description or []}
            found = result.df()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
        for name, kind in kinds.items():
            if name in _CATEGORIES and kind == "VARCHAR":
                found[name] = pd.Categorical(found[name], categories=_CATEGORIES[name])
            elif name == "country" and kind == "VARCHAR":
                found[name] = found[name].astype("category")
            elif kind in _INTEGERS:
                found[name] = found[name].astype("Int64")
            elif kind == "BOOLEAN":
                found[name] = found[name].astype("boolean")
            elif kind == "VARCHAR":
                found[name] = found[name].astype("str")
        return found

    def _view(
        self,
        view: str,
        order: str,
        filters: dict[str, Filter],
        conditions: list[tuple[str, str]] | None = None,
    ) -> pd.DataFrame:
        rows = self._connection.execute(
            "select column_name from duckdb_columns() where table_name = ?", [view]
        ).fetchall()
        columns = [name for (name,) in rows]
        tests = [test for test, _ in conditions or []]
        values: list[object] = [value for _, value in conditions or []]
        for name, value in filters.items():
            if name not in columns:
                message = f"{view} has no column {name!r}; it has: {', '.join(columns)}."
                raise UsageError(message)
            if isinstance(value, list | tuple | set):
                tests.append(f"list_contains(?, {name})")
                values.append(list(value))
            else:
                tests.append(f"{name} is not distinct from ?")
                values.append(value)
        where = " and ".join(tests) or "true"
        return self.frame(f"select * from {view} where {where} order by {order}", values)  # noqa: S608


@contextmanager
def open(database: Path | str | None = None) -> Iterator[Frames]:  # noqa: A001 - frames.open()
    """Open the current snapshot of a database (default: ``DIURNA_DB``, else ./diurna.duckdb).

    Raises:
        DatabaseError: there is no database, or nothing has been published.
    """
    path = Path(database) if database is not None else database_path(None)
    with duckdb.connect(
        str(open_snapshot(path)), read_only=True, config={"enable_external_access": "false"}
    ) as connection:
        yield Frames(connection)
