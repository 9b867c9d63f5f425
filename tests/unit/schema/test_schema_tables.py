"""The tables keep to the rules of naming, comments and keys."""

from __future__ import annotations

import re

import duckdb
import pytest
import sqlalchemy as sa

from etl.codes import EventType, Status
from etl.schema.tables import metadata

TABLES = sorted(metadata.tables)
# Logical keys, proved by checks: docs/adr/0003.
KEYLESS = {"evidence"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_commented_and_keyed(name: str) -> None:
    """Every table and column carries a comment; every table but evidence has a primary key."""
    table = metadata.tables[name]
    assert table.comment
    assert all(column.comment for column in table.columns)
    assert bool(table.primary_key.columns) != (name in KEYLESS)


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_named_by_the_rules(name: str) -> None:
    """Days end in _on, times in _at, truth values begin with is_, scores end in _score."""
    rules = {
        sa.Date: r"_on$|^occurred_(from|to)$",
        sa.DateTime: r"_at$",
        sa.Boolean: r"^is_",
        sa.Double: r"_(score|deg)$",
    }
    for column in metadata.tables[name].columns:
        rule = rules.get(type(column.type))
        assert rule is None or re.search(rule, column.name), column.name


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    """Return a database in memory with all tables."""
    opened = duckdb.connect()
    for table in metadata.sorted_tables:
        opened.execute(str(sa.schema.CreateTable(table)))
    opened.execute(
        "insert into event_types (event_type, family) values ('attack', 'civilians');"
        "insert into documents (document_id, text, source_key) values ('d', 'text', 'k');"
        "insert into coders values ('c', 'n', 'v', 'h');"
        "insert into codings values ('g', 'd', 'c', 'events', 1, null, 'k');"
        "insert into reports (report_id, coding_id, document_id, position, event_type, status, "
        "scope, trigger_text, trigger_start, trigger_end, trigger_item, date_precision, "
        "place_precision) values "
        "('r', 'g', 'd', 0, 'attack', 'occurred', 'incident', 'text', 0, 4, 0, 'day', 'exact')"
    )
    return opened


@pytest.mark.parametrize(
    "change",
    [
        "status = 'perhaps'",
        "scope = 'pattern'",
        "date_precision = 'hour'",
        "place_precision = 'street'",
        "event_type = 'war'",
        "trigger_end = 0",
        "trigger_start = -1",
        "occurred_from = '2020-01-02', occurred_to = '2020-01-01'",
        "confidence_score = 1.1",
        "document_id = 'other'",
        "trigger_text = null",
    ],
)
def test_a_report_holds_codes_and_order(connection: duckdb.DuckDBPyConnection, change: str) -> None:
    """What is no code, out of order or without its parent is refused by the table itself."""
    with pytest.raises(duckdb.ConstraintException):
        connection.execute(f"update reports set {change}")


@pytest.mark.parametrize(
    ("low", "best", "high"), [(2, 1, 3), (1, 4, 3), (4, None, 3), (-1, 1, 1), (None, None, -1)]
)
def test_toll_bounds_are_in_order(
    connection: duckdb.DuckDBPyConnection, low: int | None, best: int | None, high: int | None
) -> None:
    """Low, best and high are in order and not below 0, also where one of them is empty."""
    with pytest.raises(duckdb.ConstraintException):
        connection.execute(
            "insert into casualties values ('r', 0, 'killed', ?, ?, ?, false, 'civilian', 'target', "
            "null, null, true, false, 'words')",
            [low, best, high],
        )


def test_every_code_is_allowed(connection: duckdb.DuckDBPyConnection) -> None:
    """The checks of the tables are those of the codes."""
    for status in Status:
        connection.execute("update reports set status = ?", [status.value])
    for event_type in EventType:
        connection.execute(
            "insert into event_types (event_type, family) values (?, 'battle') "
            "on conflict do nothing",
            [event_type.value],
        )
