"""Rows that a text is expected to give, and how they are compared with what the coder gives.

Enters: expected rows that state only the fields a text is about, and the reports of the coder.
Leaves: a sentence about the difference, or nothing. A row's notation for tolls is the codebook's
table of bounds: ``6``, ``12+``, ``~40``, ``10–15``, ``≤20``; ``none`` is no row of that kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from etl.codes import Outcome, Role
from etl.parse.passages import parse_passages
from etl.records import Document

if TYPE_CHECKING:
    from etl.coders import Coder
    from etl.records import CasualtyValue, PlaceValue, Report

PUBLISHED = date(2019, 5, 15)  # a Wednesday
NONE = "none"
_RANGE = re.compile(r"(\d+)–(\d+)")


@dataclass(frozen=True, kw_only=True)
class Row:
    """An expected event; a field that is left empty is not what the text is about."""

    type: str
    status: str = ""
    scope: str = ""
    place: str = ""
    country: str = ""
    precision: str = ""
    start: str = ""
    end: str = ""
    dated: str = ""
    initiator: str = ""
    target: str = ""
    participant: str = ""
    killed: str = ""
    wounded: str = ""
    captured: str = ""
    abducted: str = ""

    def __str__(self) -> str:
        """Return the row as the documentation shows it."""
        told = [(field.name, getattr(self, field.name)) for field in fields(self)[1:]]
        return ", ".join([f"`{self.type}`", *(f"{name} {value}" for name, value in told if value)])


def event(code: str, /, **told: str) -> Row:
    """Return an expected row of a type."""
    return Row(type=code, **told)


def gap(reason: str, text: str, *rows: Row) -> Any:
    """Return a text that the coder does not read rightly yet, and why."""
    return pytest.param(text, rows, marks=pytest.mark.xfail(strict=False, reason=reason))


def code_text(coder: Coder, text: str, published: date | None = PUBLISHED) -> tuple[Report, ...]:
    """Return the reports of a short text."""
    document = Document("spec", "spec", text, published=published, language="en")
    return coder.code_document(document, parse_passages(text)).reports


def difference(reports: tuple[Report, ...], rows: tuple[Row, ...]) -> str:
    """Return how the reports differ from the expected rows, in any order; empty if they do not."""
    given = "; ".join(map(describe, reports)) or "nothing"
    if len(reports) != len(rows):
        return f"{len(rows)} rows expected, {len(reports)} given: {given}"
    if any(all(map(_fits, rows, order)) for order in permutations(reports)):
        return ""
    return f"expected {'; '.join(map(str, rows))}; given {given}"


def describe(report: Report) -> str:
    """Return a report in the notation of a row."""
    told = {
        "status": report.status,
        "scope": report.scope,
        "place": report.place.name if report.place else None,
        "country": report.place.country if report.place else None,
        "precision": report.place.precision if report.place else None,
        "start": report.date.start,
        "end": report.date.end,
        "dated": report.date.precision,
    }
    for role in Role:
        told[role] = " & ".join(a.name for a in report.actors if a.role is role)
    for toll in report.casualties:
        told[toll.outcome] = f"{toll.low}/{toll.best}/{toll.high}"
    words = [f"{name} {value}" for name, value in told.items() if value]
    return f"`{report.event_type}`, {', '.join(words)}"


def _fits(row: Row, report: Report) -> bool:
    place = report.place
    pairs = [
        (row.type, report.event_type),
        (row.status, report.status),
        (row.scope, report.scope),
        (row.country, place.country if place else None),
        (row.precision, place.precision if place else None),
        (row.start, str(report.date.start)),
        (row.end, str(report.date.end)),
        (row.dated, report.date.precision),
    ]
    if any(wanted and wanted != given for wanted, given in pairs):
        return False
    if row.place and (place is None or not _is_named(place, row.place)):
        return False
    roles, outcomes = (
        [(value, str(getattr(row, value))) for value in kind if hasattr(row, value)]
        for kind in (Role, Outcome)
    )
    return all(_has_actor(report, *told) for told in roles if told[1]) and all(
        _has_toll(report, *told) for told in outcomes if told[1]
    )


def _is_named(place: PlaceValue, wanted: str) -> bool:
    """Tell whether a place has this name, or the text's words for it hold it."""
    return wanted == place.name or wanted in (place.text or "")


def _has_actor(report: Report, role: str, words: str) -> bool:
    """Tell whether an actor in a role has these words in its name or in the text's wording."""
    actors = [actor for actor in report.actors if actor.role == role]
    if words == NONE:
        return not actors
    return any(words.lower() in told.lower() for a in actors for told in (a.name, *a.texts))


def _has_toll(report: Report, outcome: str, wanted: str) -> bool:
    """Tell whether a current claim of an outcome has the bounds that a notation stands for."""
    claims = [toll for toll in report.casualties if toll.outcome == outcome and toll.current]
    return not claims if wanted == NONE else any(_is_toll(toll, wanted) for toll in claims)


def _is_toll(toll: CasualtyValue, wanted: str) -> bool:
    """Tell whether a toll has the bounds that a notation stands for."""
    bounds = toll.low, toll.best, toll.high
    if span := _RANGE.fullmatch(wanted):
        return bounds == (int(span[1]), int(span[1]), int(span[2]))
    number = int(wanted.strip("+~≤"))
    if wanted.startswith("≤"):
        return bounds == (None, number, number)
    if wanted.endswith("+"):
        return bounds == (number, number, None)
    return bounds == (number, number, number) and toll.approximate == wanted.startswith("~")
