"""What linking looks at in a report: values of its own, and nothing of other reports.

Enters: values as ``base_reports`` shows them. Leaves: ``LinkReport``. Refuses nothing; what is not
told is empty. No clock, no network, no database.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from etl.codes import DatePrecision, EventType, PlacePrecision, Scope, Status

# Document and trigger words: what names a report whoever codes it again.
ReportKey: TypeAlias = tuple[str, int, int, int]

# Reports of other groups are never of one event (codebook, section 4).
STATUS_GROUPS: dict[Status, str] = {
    Status.OCCURRED: "happened",
    Status.ONGOING: "happened",
    Status.FOILED: "happened",
    Status.PLANNED: "ahead",
    Status.THREATENED: "ahead",
    Status.DENIED: "denied",
}
# A longer spell than a month is linked with other long ones alone.
NARROW_DAYS = 31
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_COMMON = frozenset(
    "about according added after against agency also amid among around been before being between "
    "came could during earlier early east eastern following from have here inside into "
    "killed killing kills last late later least left many militants more most near news nine north "
    "northern official officials only other others over people police region report reported "
    "reports said saying seven several since some sources south southern spokesman state statement "
    "such than that their them then there these they this those three time told took town under "
    "until were west western when where which while whose will with within would wounded wounding "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
COMMON_STEMS = frozenset(word[:_STEM] for word in _COMMON)


@dataclass(frozen=True, slots=True)
class LinkActor:
    """An actor of a report."""

    actor_id: str
    role: str
    kind: str
    parent_id: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class LinkToll:
    """The bounds of a toll that is no part of another."""

    low: int | None
    best: int | None
    high: int | None
    is_current: bool = True


@dataclass(frozen=True, slots=True)
class LinkReport:
    """A report as linking sees it.

    Names of places and units are in lower case; ``location_id`` is the row of ``locations`` that
    holds the place. ``first`` and ``last`` are both set or both empty, and in order. ``corrected``
    are the fields of which a person corrected the value.
    """

    key: ReportKey
    report_id: str
    event_type: EventType
    status: Status
    scope: Scope
    published_on: date | None = None
    first: date | None = None
    last: date | None = None
    date_precision: DatePrecision = DatePrecision.UNKNOWN
    country: str = ""
    admin1: str | None = None
    place_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place_precision: PlacePrecision = PlacePrecision.UNKNOWN
    location_id: str | None = None
    actors: tuple[LinkActor, ...] = ()
    killed: tuple[LinkToll, ...] = ()
    wounded: tuple[LinkToll, ...] = ()
    words: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()

    @property
    def document_id(self) -> str:
        """The document that tells it."""
        return self.key[0]

    @property
    def order(self) -> tuple[date, ReportKey]:
        """What reports of one event are told apart by: the earliest published is its first."""
        return (self.published_on or date.max, self.key)

    @property
    def status_group(self) -> str:
        """What it can be linked with."""
        return STATUS_GROUPS[self.status]

    @property
    def time_class(self) -> str | None:
        """How its time is compared: span, narrow, wide or undated; None if it cannot be."""
        if self.scope is Scope.SUMMARY:
            return "span" if self.first is not None else None
        if self.first is not None and self.last is not None:
            return "narrow" if (self.last - self.first).days < NARROW_DAYS else "wide"
        return "undated" if self.published_on is not None else None

    @property
    def place_level(self) -> str:
        """How its place is compared: point, named (no coordinates), admin1 or country."""
        if self.place_name is None or self.place_precision in _VAGUE:
            return "country"
        if self.place_precision is PlacePrecision.ADMIN1:
            return "admin1"
        return "point" if self.latitude is not None else "named"


_VAGUE = (PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN)


def read_words(text: str, start: int, end: int) -> frozenset[str]:
    """Return the stems of the sentence around ``text[start:end]``, without common words.

    ``text`` may be a window of the document: a sentence that it cuts is taken as far as it goes.
    """
    first = 0
    for found in _SENTENCE_END.finditer(text, 0, start):
        first = found.end()
    ending = _SENTENCE_END.search(text, end)
    last = ending.start() if ending else len(text)
    return stems_of(text[first:last]) - COMMON_STEMS


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the words of a text; short ones are none."""
    return frozenset(sys.intern(word[:_STEM]) for word in _WORD.findall(text.lower()))
