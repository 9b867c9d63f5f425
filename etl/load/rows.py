"""Coded documents to rows, table by table: what staging writes.

Rows hold plain values under the names of the table's columns. A report that no database could
hold (a span outside the text, bounds out of order) is left out and becomes an issue.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from etl.codes import ActorKind, PlacePrecision
from etl.ids import make_id
from etl.issues import Issue, Severity, Stage
from etl.schema import documents as document_tables
from etl.schema import lookups
from etl.schema import reports as report_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from etl.records import CodedDocument, CoderInfo, Coding, Document, PlaceValue, Report

    Row = dict[str, Any]
    TableRow = tuple[str, Row]

# Parents before children, which is also the order of loading.
STAGED_TABLES = (
    document_tables.publishers,
    document_tables.documents,
    document_tables.document_sources,
    document_tables.coders,
    document_tables.codings,
    lookups.locations,
    lookups.actors,
    report_tables.reports,
    report_tables.report_actors,
    report_tables.casualties,
    report_tables.attributions,
    report_tables.evidence,
)


def make_coder_id(coder: CoderInfo) -> str:
    """Return the id of a coder."""
    return make_id(coder.name, coder.version, coder.config_hash)


def make_rows(coded: Sequence[CodedDocument]) -> tuple[dict[str, list[Row]], list[Issue]]:
    """Return the rows of a chunk by table, and the issues of reports that were left out."""
    rows: dict[str, list[Row]] = {table.name: [] for table in STAGED_TABLES}
    issues: list[Issue] = []
    for item in coded:
        for name, row in _document_rows(item.document, issues):
            rows[name].append(row)
        for name, row in _coding_rows(item.document, item.coding, issues):
            rows[name].append(row)
    return rows, issues


def _document_rows(document: Document, issues: list[Issue]) -> Iterator[TableRow]:
    kind = document.publisher_kind
    if kind is not None and kind not in document_tables.PUBLISHER_KINDS:
        issues.append(
            _doubt(document, "publisher_kind", f"no publisher kind is named {kind!r}; left empty.")
        )
        kind = None
    publisher_id = None
    if document.publisher is not None:
        publisher_id = make_id(document.publisher)
        yield (
            "publishers",
            {
                "publisher_id": publisher_id,
                "name": document.publisher,
                "country": document.publisher_country,
                "kind": kind,
            },
        )
    told = {
        "document_id": document.document_id,
        "source_key": document.source_key,
        "title": document.title,
        "language": document.language,
        "published_on": document.published,
        "published_from": document.published_from,
    }
    yield "documents", {**told, "text": document.text}
    yield (
        "document_sources",
        {**told, "publisher_id": publisher_id, "address": document.address},
    )


def _coding_rows(document: Document, coding: Coding, issues: list[Issue]) -> Iterator[TableRow]:
    coder_id = make_coder_id(coding.coder)
    # The id stands for what was coded, not for when or from which copy: of two codings of one
    # document the same id means the same reports, whatever the order in which they arrive.
    coding_id = make_id(document.document_id, coder_id, coding.state, repr(coding.reports))
    reports: list[Report] = []
    for report in coding.reports:
        fault = find_fault(report, len(document.text))
        if fault is None:
            reports.append(report)
        else:
            issues.append(_refusal(document, report, fault))
    yield (
        "coders",
        {
            "coder_id": coder_id,
            "name": coding.coder.name,
            "version": coding.coder.version,
            "config_hash": coding.coder.config_hash,
        },
    )
    yield (
        "codings",
        {
            "coding_id": coding_id,
            "document_id": document.document_id,
            "coder_id": coder_id,
            "state": coding.state,
            "report_count": len(reports),
            "published_on": document.published,
            "source_key": document.source_key,
        },
    )
    alike: Counter[str] = Counter()
    triggers: Counter[tuple[int, int]] = Counter()
    for position, report in enumerate(reports):
        place = report.place
        key = make_id(
            coding_id,
            report.event_type,
            *report.trigger,
            (place.text or place.name) if place else None,
            str(report.date.start),
            str(report.date.end),
        )
        report_id = key if not alike[key] else make_id(key, alike[key])
        alike[key] += 1
        row = {
            "report_id": report_id,
            "coding_id": coding_id,
            "document_id": document.document_id,
            "position": position,
            "trigger_text": document.text[slice(*report.trigger)],
            "trigger_item": triggers[report.trigger],
        }
        triggers[report.trigger] += 1
        yield from _report_rows(report, row)


def _report_rows(report: Report, identity: Row) -> Iterator[TableRow]:
    report_id = identity["report_id"]
    location = _location_row(report.place) if report.place is not None else None
    if location is not None:
        yield "locations", location
    yield (
        "reports",
        {
            **identity,
            "event_type": report.event_type,
            "status": report.status,
            "scope": report.scope,
            "trigger_start": report.trigger[0],
            "trigger_end": report.trigger[1],
            "occurred_from": report.date.start,
            "occurred_to": report.date.end,
            "date_precision": report.date.precision,
            "location_id": location and location["location_id"],
            "place_text": report.place and report.place.text,
            "place_precision": report.place.precision if report.place else PlacePrecision.UNKNOWN,
            "place_reason": (report.place and report.place.why) or None,
            "confidence_score": report.confidence,
        },
    )
    for item, actor in enumerate(report.actors):
        yield (
            "actors",
            {
                "actor_id": actor.actor_id,
                "name": actor.name,
                "kind": actor.kind,
                "country": actor.country,
                "origin": "report",
            },
        )
        yield (
            "report_actors",
            {
                "report_id": report_id,
                "item": item,
                "actor_id": actor.actor_id,
                "role": actor.role,
                "kind": actor.kind,
                "actor_text": " | ".join(actor.texts) or None,
            },
        )
    for item, claim in enumerate(report.casualties):
        yield (
            "casualties",
            {
                "report_id": report_id,
                "item": item,
                "outcome": claim.outcome,
                "count_low": claim.low,
                "count_best": claim.best,
                "count_high": claim.high,
                "is_approximate": claim.approximate,
                "victim_group": claim.victims,
                "victim_side": claim.side,
                "claimant_text": claim.claimant,
                "claimant_kind": claim.claimant_kind,
                "is_current": claim.current,
                "is_part": claim.part_of,
                "casualty_text": claim.text,
            },
        )
    for item, attribution in enumerate(report.attributions):
        if attribution.actor_id is not None:
            yield (
                "actors",
                {
                    "actor_id": attribution.actor_id,
                    "name": attribution.claimant,
                    "kind": ActorKind.UNKNOWN,
                    "origin": "attribution",
                },
            )
        yield (
            "attributions",
            {
                "report_id": report_id,
                "item": item,
                "claimant_text": attribution.claimant,
                "claimant_kind": attribution.kind,
                "actor_id": attribution.actor_id,
                "is_denial": attribution.is_denial,
            },
        )
    for piece in report.evidence:
        yield (
            "evidence",
            {
                "report_id": report_id,
                "field": piece.field,
                "item": piece.item,
                "span_start": piece.start,
                "span_end": piece.end,
            },
        )


def _location_row(place: PlaceValue) -> Row | None:
    row = {
        "gazetteer_id": place.place_id,
        "name": place.name,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "latitude_deg": place.latitude,
        "longitude_deg": place.longitude,
        "feature_class": place.feature_class,
    }
    if all(value is None for value in row.values()):
        return None
    key = (None if value is None else str(value) for value in row.values())
    return {**row, "location_id": make_id(*key)}


# ---- what no database could hold -------------------------------------------------------------


def find_fault(report: Report, length: int) -> str | None:
    """Return what is wrong with a report of a text of this length, or None."""
    spans = [("trigger", *report.trigger)]
    spans += [(piece.field, piece.start, piece.end) for piece in report.evidence]
    for field, start, end in spans:
        if not 0 <= start < end <= length:
            return f"the {field} span {start} to {end} is outside the text"
    first, last = report.date.start, report.date.end
    if first is not None and last is not None and first > last:
        return f"its dates {first} to {last} are out of order"
    for claim in report.casualties:
        bounds = [bound for bound in (claim.low, claim.best, claim.high) if bound is not None]
        if bounds != sorted(bounds) or any(bound < 0 for bound in bounds):
            return f"the toll {claim.text!r} has bounds {claim.low}, {claim.best}, {claim.high}"
    if report.confidence is not None and not 0 <= report.confidence <= 1:
        return f"its confidence {report.confidence} is not between 0 and 1"
    return _find_place_fault(report.place) if report.place is not None else None


def _find_place_fault(place: PlaceValue) -> str | None:
    latitude, longitude = place.latitude, place.longitude
    if latitude is None and longitude is None:
        return None
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return f"its coordinates {latitude}, {longitude} are none"
    return None


def _refusal(document: Document, report: Report, fault: str) -> Issue:
    message = (
        f"{document.source_key}, offset {report.trigger[0]}: a report of {report.event_type} was "
        f"left out: {fault}. This is a fault of the coder: report it."
    )
    return Issue(
        Stage.LOAD,
        Severity.DOUBT,
        "invalid_report",
        message,
        document.source_key,
        document.document_id,
    )


def _doubt(document: Document, code: str, message: str) -> Issue:
    return Issue(
        Stage.LOAD,
        Severity.DOUBT,
        code,
        f"{document.source_key}: {message}",
        document.source_key,
        document.document_id,
    )
