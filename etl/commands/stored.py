"""An event of the snapshot as a person reads it: the reports that tell it, as `diurna code` lists.

Values are those of the views, so that corrections show; words and sentences are the document's.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from etl.commands.console import emphasize, one_line
from etl.commands.listing import list_event
from etl.errors import QueryError
from etl.schema.database import connect

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

REPORTS = """
    select base_reports.*, documents.text as document_text, documents.title as document_title
    from base_reports
    join documents using (document_id)
    where base_reports.event_id = $event or base_reports.report_id = $event
    order by base_reports.published_on nulls last, base_reports.source_key, base_reports.position
"""
REDIRECT = "select event_id from event_redirects where retired_event_id = $event"
ACTORS = """
    select actor_name as name, role, kind, actor_text
    from base_report_actors where report_id = $report order by item
"""
CASUALTIES = """
    select outcome, count_low as low, count_best as best, count_high as high,
           victim_group as victims, victim_side as side, claimant_text as claimant,
           casualty_text as text, is_approximate as approximate, is_current as current,
           is_part as part_of
    from base_casualties where report_id = $report order by item
"""
ATTRIBUTIONS = """
    select claimant_text as claimant, claimant_kind as kind
    from attributions where report_id = $report and is_denial = $is_denied order by item
"""
EVIDENCE = """
    select field, item, span_start as start, span_end as "end"
    from evidence where report_id = $report order by field, item, span_start
"""


def list_stored_event(snapshot: Path, event: str) -> str:
    """Return an event's reports as text.

    Raises:
        QueryError: the snapshot has no such event.
    """
    with closing(connect(snapshot, read_only=True)) as connection:
        reports = _rows(connection, REPORTS, event=event)
        if not reports:
            moved = _rows(connection, REDIRECT, event=event)
            reports = _rows(connection, REPORTS, event=moved[0]["event_id"]) if moved else []
        if not reports:
            message = (
                f"no event {one_line(event)!r} is published. Their ids: "  # noqa: S608 - a message
                'diurna sql "select event_id, event_type from mart_events limit 20"'
            )
            raise QueryError(message)
        lines = [emphasize(f"event {reports[0]['event_id']}")]
        for report in reports:
            day = report["published_on"] or "no date"
            title = one_line(report["document_title"] or "(no title)")
            lines += ["", emphasize(f"{one_line(report['source_key'])}  {day}  {title}")]
            event_row = _gold_event(connection, report)
            lines += list_event(event_row, report["document_text"], report["report_id"])
    return "\n".join(lines)


def _gold_event(connection: duckdb.DuckDBPyConnection, report: dict[str, Any]) -> dict[str, Any]:
    """Return a stored report in the gold format."""
    key = report["report_id"]
    start, end = report["trigger_start"], report["trigger_start"] + len(report["trigger_text"])
    said = _rows(connection, ATTRIBUTIONS, report=key, is_denied=report["status"] == "denied")
    actors = _rows(connection, ACTORS, report=key)
    return {
        "type": report["event_type"],
        "status": report["status"],
        "scope": report["scope"],
        "date": {
            "start": report["occurred_from"],
            "end": report["occurred_to"],
            "precision": report["date_precision"],
        },
        "location": {
            "name": report["place_name"],
            "admin1": report["admin1"],
            "country": report["country"],
            "lat": report["latitude_deg"],
            "lon": report["longitude_deg"],
            "precision": report["place_precision"],
        },
        "actors": [{**actor, "text": (actor["actor_text"] or "").split(" | ")} for actor in actors],
        "casualties": _rows(connection, CASUALTIES, report=key),
        "attribution": said[0] if said else None,
        "trigger": {"text": report["document_text"][start:end], "start": start},
        "evidence": _rows(connection, EVIDENCE, report=key),
    }


def _rows(
    connection: duckdb.DuckDBPyConnection, query: str, **values: object
) -> list[dict[str, Any]]:
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
