"""Tables of events and of people's judgements: written by link, by judge and by correct.

``event_reports`` and ``event_actors`` point at ``events`` by logical keys alone, so that link can
write all of them anew in one transaction (docs/adr/0003).
"""

from __future__ import annotations

import sqlalchemy as sa

from etl.codes import ActorKind, DatePrecision, PlacePrecision, Role, Scope, Status
from etl.schema.columns import check, column, metadata, one_of

VERDICTS = ("same", "different")
JUDGE_KINDS = ("person", "program")
CORRECTABLE_FIELDS = (
    "is_event",
    "event_type",
    "status",
    "scope",
    "occurred_from",
    "occurred_to",
    "date_precision",
    "place_name",
    "admin1",
    "country",
    "latitude_deg",
    "longitude_deg",
    "place_precision",
    "count_low",
    "count_best",
    "count_high",
    "actor_id",
    "role",
)

events = sa.Table(
    "events",
    metadata,
    column("event_id", "Id of the event", key=True),
    column("event_type", "Consolidated event type", parent="event_types.event_type"),
    column("status", "Consolidated status"),
    column("scope", "incident or summary"),
    column("occurred_from", "Earliest day", sa.Date, null=True),
    column("occurred_to", "Latest day", sa.Date, null=True),
    column("date_precision", "day, week, month, year, inferred or unknown"),
    column("location_id", "Place", null=True, parent="locations.location_id"),
    column("place_precision", "exact, near, admin2, admin1, country or unknown"),
    column("first_reported_on", "Earliest publication day of its reports", sa.Date, null=True),
    column("last_reported_on", "Latest publication day of its reports", sa.Date, null=True),
    column("report_count", "Number of its reports", sa.Integer),
    column("document_count", "Number of documents that tell it", sa.Integer),
    one_of("status", Status),
    one_of("scope", Scope),
    one_of("date_precision", DatePrecision),
    one_of("place_precision", PlacePrecision),
    check("days", "occurred_from <= occurred_to"),
    comment="One row per linked event; a report that is not linked is an event of its own",
)

event_reports = sa.Table(
    "event_reports",
    metadata,
    column("report_id", "Report, by a logical key", key=True),
    column("event_id", "Event that it tells, by a logical key: see check_orphan_event_reports"),
    comment="One row per linked report: the event that it tells",
)

event_actors = sa.Table(
    "event_actors",
    metadata,
    column("event_id", "Event, by a logical key", key=True),
    column("actor_id", "Actor", key=True, parent="actors.actor_id"),
    column("role", "initiator, target or participant", key=True),
    column("kind", "What it is in this event"),
    one_of("role", Role),
    one_of("kind", ActorKind),
    comment="One row per actor and role in a linked event",
)

event_redirects = sa.Table(
    "event_redirects",
    metadata,
    column("retired_event_id", "Event id that is no longer in use", key=True),
    column("event_id", "Event that took its place, by a logical key"),
    comment="One row per retired event id, so that an exported id never dangles",
)

link_judgements = sa.Table(
    "link_judgements",
    metadata,
    column("judgement_id", "Hash of the two reports' keys and the judge", key=True),
    column("left_document_id", "Document of the one report; the lesser of the two keys"),
    column("left_trigger_start", "Offset of its trigger words", sa.Integer),
    column("left_trigger_end", "Offset after them", sa.Integer),
    column("left_trigger_item", "Order among the reports of these words", sa.Integer),
    column("right_document_id", "Document of the other report"),
    column("right_trigger_start", "Offset of its trigger words", sa.Integer),
    column("right_trigger_end", "Offset after them", sa.Integer),
    column("right_trigger_item", "Order among the reports of these words", sa.Integer),
    column("verdict", "same or different"),
    column("match_score", "How alike they are, from 0 to 1", sa.Double, null=True),
    column("judge_kind", "person or program; a person outranks the program"),
    column("judge", "Name of the person, or name and version of the program"),
    column("judged_at", "When a person judged, UTC; empty for the program", sa.DateTime, null=True),
    column("reason", "Why", null=True),
    one_of("verdict", VERDICTS),
    one_of("judge_kind", JUDGE_KINDS),
    check("match_score", "match_score between 0 and 1"),
    comment=(
        "One row per judged pair of reports, named by document and trigger, "
        "so that it outlives a re-coding"
    ),
)

corrections = sa.Table(
    "corrections",
    metadata,
    column("correction_id", "Hash of the report's key, field, item, person and time", key=True),
    column("document_id", "Document of the report"),
    column("trigger_start", "Offset of the report's trigger words", sa.Integer),
    column("trigger_end", "Offset after them", sa.Integer),
    column("trigger_item", "Order among the reports of these words, from 0", sa.Integer),
    column("field", "Column of base_reports, base_casualties or base_report_actors; or is_event"),
    column("item", "Item of the report's casualties or actors; else 0", sa.Integer),
    column("old_value", "Value that the coder gave, as text", null=True),
    column("new_value", "Value that holds, as text; empty: none", null=True),
    column("corrected_by", "Who"),
    column("corrected_at", "When, UTC; the latest correction of a value holds", sa.DateTime),
    column("reason", "Why", null=True),
    one_of("field", CORRECTABLE_FIELDS),
    comment="One row per value that a person changed; views show it, the coder's value stays",
)
