"""Tables of what one document tells: reports, actors, casualties, attributions, evidence."""

from __future__ import annotations

import sqlalchemy as sa

from etl.codes import (
    ActorKind,
    ClaimantKind,
    DatePrecision,
    Outcome,
    PlacePrecision,
    Role,
    Scope,
    Status,
    VictimGroup,
    VictimSide,
)
from etl.schema.columns import check, column, metadata, one_of

reports = sa.Table(
    "reports",
    metadata,
    column("report_id", "Hash of coding, type, trigger, place and date", key=True),
    column("coding_id", "Coding that it belongs to", parent="codings.coding_id"),
    column("document_id", "Document that tells it", parent="documents.document_id"),
    column("position", "Order in which the document tells it, from 0", sa.Integer),
    column("event_type", "Event type", parent="event_types.event_type"),
    column("status", "Did it happen: occurred, ongoing, foiled, planned, threatened, denied"),
    column("scope", "incident (one event) or summary (totals over a period or region)"),
    column("trigger_text", "Words that tell of it"),
    column("trigger_start", "Offset of their first character in the text", sa.Integer),
    column("trigger_end", "Offset after their last character", sa.Integer),
    column("trigger_item", "Order among the reports of the same trigger words, from 0", sa.Integer),
    column("occurred_from", "Earliest day that the words allow", sa.Date, null=True),
    column("occurred_to", "Latest day that the words allow", sa.Date, null=True),
    column("date_precision", "day, week, month, year, inferred or unknown"),
    column("location_id", "Place", null=True, parent="locations.location_id"),
    column("place_text", "Words of the place; empty where it is implied", null=True),
    column("place_precision", "exact, near, admin2, admin1, country or unknown"),
    column("place_reason", "Why this gazetteer entry was taken", null=True),
    column("confidence_score", "Confidence from 0 to 1", sa.Double, null=True),
    one_of("status", Status),
    one_of("scope", Scope),
    one_of("date_precision", DatePrecision),
    one_of("place_precision", PlacePrecision),
    check("trigger_span", "0 <= trigger_start and trigger_start < trigger_end"),
    check("days", "occurred_from <= occurred_to"),
    check("confidence_score", "confidence_score between 0 and 1"),
    comment="One row per event told in one document, by one coder",
)

report_actors = sa.Table(
    "report_actors",
    metadata,
    column("report_id", "Report", key=True, parent="reports.report_id"),
    column("item", "Order within the report, from 0", sa.Integer, key=True),
    column("actor_id", "Actor", parent="actors.actor_id"),
    column("role", "initiator, target or participant"),
    column("kind", "What it is in this event (codebook, section 5)"),
    column("actor_text", "Wordings of the document, joined by ' | '", null=True),
    one_of("role", Role),
    one_of("kind", ActorKind),
    comment="One row per actor in a report",
)

casualties = sa.Table(
    "casualties",
    metadata,
    column("report_id", "Report", key=True, parent="reports.report_id"),
    column(
        "item", "Order within the report, from 0; the best placed rival first", sa.Integer, key=True
    ),
    column("outcome", "killed, wounded, killed_or_wounded, missing, captured, abducted, displaced"),
    column("count_low", "Least number that the words allow; empty if open", sa.Integer, null=True),
    column("count_best", "Number that the words give", sa.Integer, null=True),
    column(
        "count_high", "Greatest number that the words allow; empty if open", sa.Integer, null=True
    ),
    column("is_approximate", "Told as about, nearly or some", sa.Boolean),
    column("victim_group", "civilian, combatant, mixed or unknown"),
    column("victim_side", "initiator, target, both or unknown"),
    column("claimant_text", "Who says so; empty: the document itself", null=True),
    column(
        "claimant_kind", "official, party, media, witness, monitor, medical or unnamed", null=True
    ),
    column("is_current", "False where a later claim replaces it", sa.Boolean),
    column("is_part", "A part of another row, never added to it", sa.Boolean),
    column("casualty_text", "Words of the claim"),
    one_of("outcome", Outcome),
    one_of("victim_group", VictimGroup),
    one_of("victim_side", VictimSide),
    one_of("claimant_kind", ClaimantKind),
    check("least", "count_low >= 0 and count_best >= 0 and count_high >= 0"),
    check("low_best", "count_low <= count_best"),
    check("best_high", "count_best <= count_high"),
    check("low_high", "count_low <= count_high"),
    comment="One row per toll claim of a report (codebook, section 8)",
)

attributions = sa.Table(
    "attributions",
    metadata,
    column("report_id", "Report", key=True, parent="reports.report_id"),
    column("item", "Order within the report, from 0", sa.Integer, key=True),
    column("claimant_text", "Who says so, in the words of the document"),
    column("claimant_kind", "official, party, media, witness, monitor, medical or unnamed"),
    column("actor_id", "Actor that it resolves to, if any", null=True, parent="actors.actor_id"),
    column("is_denial", "True where the claimant denies the event", sa.Boolean),
    one_of("claimant_kind", ClaimantKind),
    comment="One row per source that says, or denies, that the event happened",
)

evidence = sa.Table(
    "evidence",
    metadata,
    column("report_id", "Report, by a logical key: see check_orphan_evidence"),
    column(
        "field", "type (the trigger words), status, scope, date, location, actors, casualties …"
    ),
    column("item", "Item of a list field, its order in the report; else 0", sa.Integer),
    column("span_start", "Offset of the first character in the document's text", sa.Integer),
    column("span_end", "Offset after the last character", sa.Integer),
    check("span", "0 <= span_start and span_start < span_end"),
    comment=(
        "One row per coded value and place where it was read: "
        "substr(text, span_start + 1, span_end - span_start) is the words"
    ),
)
