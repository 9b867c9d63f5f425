"""What a source says about a document: the keys of a sidecar, or of a line of JSONL.

Enters: a JSON object. Leaves: the values that can be used, and a doubt for each that cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from etl.issues import Issue, Severity, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLISHER_KINDS = frozenset(("media", "state_media", "official", "monitor", "party"))
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d.*)?\Z", re.DOTALL)
_COUNTRY = re.compile(r"[A-Z]{3}\Z")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?\Z")
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


@dataclass(frozen=True, slots=True)
class Given:
    """What the user gives for all documents of a command; it outranks what a source says."""

    published: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text."""

    title: str | None = None
    published: date | None = None
    published_from: str | None = None
    publisher: str | None = None
    publisher_kind: str | None = None
    publisher_country: str | None = None
    address: str | None = None
    language: str | None = None


def read_issue(severity: Severity, code: str, source_key: str, message: str) -> Issue:
    """Return an issue of this stage, its message led by where it is."""
    return Issue(Stage.READ, severity, code, f"{source_key}: {message}", source_key)


def read_metadata(
    row: Mapping[str, Any], where: str, given: Given, *, origin: str
) -> tuple[Metadata, list[Issue]]:
    """Return what an object says of its document, and a doubt for each value of no use.

    ``origin`` is what ``published_from`` becomes for its date: ``sidecar`` or ``source``.
    """
    doubts: list[Issue] = []

    def reject(code: str, key: str, wanted: str) -> None:
        message = f"{key} {row[key]!r:.60} is not {wanted}; it is left empty."
        doubts.append(read_issue(Severity.DOUBT, code, where, message))

    def words(key: str) -> str | None:
        value = row.get(key)
        if value is not None and not isinstance(value, str):
            reject("bad_metadata", key, "text")
            return None
        return (value or "").strip() or None

    published, published_from = given.published, "argument"
    if published is None:
        published, published_from = _day(row.get("published")), origin
        if published is None and row.get("published") not in (None, ""):
            reject("bad_date", "published", "an ISO date such as 2018-10-11")
    kind, country, language = words("publisher_kind"), words("publisher_country"), words("language")
    if kind is not None and kind not in PUBLISHER_KINDS:
        reject("bad_metadata", "publisher_kind", f"one of {', '.join(sorted(PUBLISHER_KINDS))}")
        kind = None
    if country is not None and not _COUNTRY.match(country):
        reject("bad_metadata", "publisher_country", "an ISO 3166-1 alpha-3 code such as YEM")
        country = None
    code = _LANGUAGE.match(language) if language is not None else None
    if language is not None and code is None:
        reject("bad_metadata", "language", "an ISO 639-1 code such as en")
    metadata = Metadata(
        title=words("title"),
        published=published,
        published_from=published_from if published is not None else None,
        publisher=given.publisher or words("publisher"),
        publisher_kind=kind,
        publisher_country=country,
        address=words("url"),
        language=code[1] if code else None,
    )
    return metadata, doubts


def _day(value: object) -> date | None:
    """Return the day of an ISO date or time, or None for anything else."""
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        day = date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None
