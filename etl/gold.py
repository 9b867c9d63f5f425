"""Codings in the gold format: what ``diurna code --jsonl`` prints and ``diurna evaluate`` scores.

Enters: a document and its coding. Leaves: a dict with its keys in a fixed order, or one line of
JSON. A gold file and a prediction file have this one shape; a prediction has, for each event,
``confidence`` (None where the coder states none) and ``evidence`` besides: the stretches of
``text`` that its values were read from.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from etl.codes import PlacePrecision, Status

if TYPE_CHECKING:
    from datetime import date

    from etl.records import (
        ActorValue,
        CasualtyValue,
        Coding,
        Document,
        PlaceValue,
        Report,
    )

# Characters that JSON may hold raw and that break a line, steer a terminal or cannot be encoded:
# DEL and C1 controls, line and paragraph separators, direction overrides, lone surrogates.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def gold_document(document: Document, coding: Coding | None) -> dict[str, Any]:
    """Return a document with its events in the gold format; no coding gives no events."""
    reports = coding.reports if coding is not None else ()
    return {
        "id": document.source_key,
        "title": document.title,
        "text": document.text,
        "published": _day(document.published),
        "publisher": document.publisher,
        "events": [_event(document.text, report) for report in reports],
    }


def json_line(row: dict[str, Any]) -> str:
    """Return a row as one line of JSON that is safe to print and to split at line ends."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(row, ensure_ascii=False))


def _event(text: str, report: Report) -> dict[str, Any]:
    start, end = report.trigger
    return {
        "type": str(report.event_type),
        "status": str(report.status),
        "scope": str(report.scope),
        "date": {
            "start": _day(report.date.start),
            "end": _day(report.date.end),
            "precision": str(report.date.precision),
        },
        "location": _location(report.place),
        "actors": [_actor(actor) for actor in report.actors],
        "casualties": [_casualty(casualty) for casualty in report.casualties],
        "attribution": _attribution(report),
        "trigger": {"text": text[start:end], "start": start},
        "confidence": report.confidence,
        "evidence": [
            {
                "field": item.field,
                "item": item.item,
                "start": item.start,
                "end": item.end,
                "text": text[item.start : item.end],
            }
            for item in report.evidence
        ],
    }


def _location(place: PlaceValue | None) -> dict[str, Any]:
    if place is None:
        names = ("text", "name", "admin1", "country", "lat", "lon")
        return {**dict.fromkeys(names), "precision": str(PlacePrecision.UNKNOWN)}
    return {
        "text": place.text,
        "name": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.latitude,
        "lon": place.longitude,
        "precision": str(place.precision),
    }


def _actor(actor: ActorValue) -> dict[str, Any]:
    return {
        "name": actor.name,
        "text": list(actor.texts),
        "role": str(actor.role),
        "kind": str(actor.kind),
    }


def _casualty(casualty: CasualtyValue) -> dict[str, Any]:
    row: dict[str, Any] = {
        "outcome": str(casualty.outcome),
        "low": casualty.low,
        "best": casualty.best,
        "high": casualty.high,
        "victims": str(casualty.victims),
        "side": str(casualty.side),
        "claimant": casualty.claimant,
        "text": casualty.text,
    }
    # The format writes these three only where they differ from the ordinary claim.
    if casualty.approximate:
        row["approximate"] = True
    if not casualty.current:
        row["current"] = False
    if casualty.part_of:
        row["part_of"] = True
    return row


def _attribution(report: Report) -> dict[str, Any] | None:
    """Return the first who says so; of a denied event, the first who denies it."""
    is_denied = report.status is Status.DENIED
    for attribution in report.attributions:
        if attribution.is_denial == is_denied:
            return {"claimant": attribution.claimant, "kind": str(attribution.kind)}
    return None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
