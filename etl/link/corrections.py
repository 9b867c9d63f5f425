"""A person's correction of a value of a report: checked, and kept by document and trigger words.

Enters: a report, a field and its value as text. Leaves: a row of ``corrections``; the coder's value
stays where it is. Refuses a value that the field cannot hold, and days out of order.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from etl.codes import DatePrecision, EventType, PlacePrecision, Role, Scope, Status
from etl.errors import UsageError
from etl.ids import make_id
from etl.schema.events import CORRECTABLE_FIELDS

if TYPE_CHECKING:
    from enum import StrEnum

    import duckdb

_CODES: dict[str, type[StrEnum]] = {
    "event_type": EventType,
    "status": Status,
    "scope": Scope,
    "date_precision": DatePrecision,
    "place_precision": PlacePrecision,
    "role": Role,
}
_DAYS = ("occurred_from", "occurred_to")
_DEGREES = {"latitude_deg": 90.0, "longitude_deg": 180.0}
_COUNTS = ("count_low", "count_best", "count_high")
_NAMES = ("place_name", "admin1", "country")
_MAY_BE_EMPTY = (*_DAYS, *_DEGREES, *_COUNTS, *_NAMES)
_ACTOR_FIELDS = ("actor_id", "role")


def correct_value(
    connection: duckdb.DuckDBPyConnection,
    report_id: str,
    field: str,
    value: str,
    *,
    item: int = 0,
    person: str,
    reason: str,
) -> tuple[str | None, str | None]:
    """Enter a correction and return the value that was shown and the one that is now.

    An empty value says that nothing is known. ``item`` is that of the report's casualties or
    actors.

    Raises:
        UsageError: there is no such report, field or item, or the field cannot hold the value.
    """
    if field not in CORRECTABLE_FIELDS:
        raise UsageError(f"no field {field!r} can be corrected; {', '.join(CORRECTABLE_FIELDS)}.")
    row = connection.execute(
        "select document_id, trigger_start, trigger_end, trigger_item from reports "
        "where report_id = ?",
        [report_id],
    ).fetchone()
    if row is None:
        raise UsageError(f"no report has the id {report_id!r}; diurna show EVENT lists them.")
    if item and field not in (*_COUNTS, *_ACTOR_FIELDS):
        raise UsageError(f"{field} has no items; leave --item out.")
    shown = _shown_value(connection, report_id, field, item)
    new = _read_value(connection, field, value)
    if field in _DAYS:
        _refuse_days(connection, report_id, field, new)
    corrected_at = datetime.now(UTC).replace(tzinfo=None)
    connection.execute(
        "insert into corrections (correction_id, document_id, trigger_start, trigger_end, "
        "trigger_item, field, item, old_value, new_value, corrected_by, corrected_at, reason) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            make_id(*row, field, item, person, corrected_at.isoformat()),
            *row,
            field,
            item,
            _coded_value(connection, report_id, field, item),
            new,
            person,
            corrected_at,
            reason,
        ],
    )
    return shown, new


def _read_value(connection: duckdb.DuckDBPyConnection, field: str, value: str) -> str | None:
    """Return a value as it is kept, None where it is empty."""
    value = value.strip()
    if not value:
        if field in _MAY_BE_EMPTY:
            return None
        raise UsageError(f"{field} cannot be empty.")
    if field in _CODES:
        _refuse_unless(value in set(_CODES[field]), field, value, ", ".join(_CODES[field]))
    elif field == "is_event":
        _refuse_unless(value in {"true", "false"}, field, value, "true, false")
    elif field in _DAYS:
        _refuse_unless(_is_day(value), field, value, "a day such as 2017-10-25")
    elif field in _DEGREES:
        most = _DEGREES[field]
        _refuse_unless(_is_degree(value, most), field, value, f"degrees from {-most} to {most}")
    elif field in _COUNTS:
        is_count = value.isascii() and value.isdigit() and len(value) < 10
        _refuse_unless(is_count, field, value, "a whole number")
    elif field == "country":
        is_code = len(value) == 3 and value.isascii() and value.isupper()
        _refuse_unless(is_code, field, value, "an ISO 3166-1 alpha-3 code such as IRQ")
    elif field == "actor_id":
        known = connection.execute("select 1 from actors where actor_id = ?", [value]).fetchone()
        _refuse_unless(known is not None, field, value, "an actor_id of the table actors")
    return value


def _refuse_unless(is_right: bool, field: str, value: str, expected: str) -> None:
    if not is_right:
        raise UsageError(f"{field} cannot be {value!r}; it holds {expected}.")


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_degree(value: str, most: float) -> bool:
    try:
        return abs(float(value)) <= most
    except ValueError:
        return False


def _refuse_days(
    connection: duckdb.DuckDBPyConnection, report_id: str, field: str, new: str | None
) -> None:
    row = connection.execute(
        "select occurred_from, occurred_to from base_reports where report_id = ?", [report_id]
    ).fetchone()
    if row is None or new is None:
        return
    day = date.fromisoformat(new)
    first, last = (day, row[1]) if field == "occurred_from" else (row[0], day)
    if first is not None and last is not None and first > last:
        other = "occurred_to" if field == "occurred_from" else "occurred_from"
        raise UsageError(
            f"{field} {new} is out of order: {first} to {last}; correct {other} first."
        )


def _shown_value(
    connection: duckdb.DuckDBPyConnection, report_id: str, field: str, item: int
) -> str | None:
    """Return the value that views show."""
    if field == "is_event":
        row = connection.execute(
            "select 1 from base_reports where report_id = ?", [report_id]
        ).fetchone()
        return "true" if row else "false"
    view = "base_reports"
    if field in _COUNTS:
        view = "base_casualties"
    elif field in _ACTOR_FIELDS:
        view = "base_report_actors"
    row = connection.execute(
        f"select cast({field} as varchar) from {view} where report_id = ? "  # noqa: S608 - columns
        f"{'' if view == 'base_reports' else 'and item = ?'}",
        [report_id] if view == "base_reports" else [report_id, item],
    ).fetchone()
    if row is None and view != "base_reports":
        raise UsageError(f"report {report_id} has no item {item} that has a {field}.")
    return row[0] if row else None


def _coded_value(
    connection: duckdb.DuckDBPyConnection, report_id: str, field: str, item: int
) -> str | None:
    """Return the value that the coder gave."""
    if field == "is_event":
        return "true"
    table, name, is_item = "reports left join locations using (location_id)", field, False
    if field in _COUNTS:
        table, is_item = "casualties", True
    elif field in _ACTOR_FIELDS:
        table, is_item = "report_actors", True
    elif field == "place_name":
        name = "locations.name"
    row = connection.execute(
        f"select cast({name} as varchar) from {table} where report_id = ? "  # noqa: S608 - columns
        f"{'and item = ?' if is_item else ''}",
        [report_id, item] if is_item else [report_id],
    ).fetchone()
    return row[0] if row else None
