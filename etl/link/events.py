"""An event out of its reports: what all of them together tell.

Enters: the reports of one event. Leaves: its row, its actors and its id, the same whatever the
order of the reports. Tolls are not settled here: every claim stays with its report, and views
choose.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from etl.codes import ActorKind, DatePrecision, EventType, PlacePrecision, Role, Status
from etl.ids import make_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.link.features import LinkReport, ReportKey

Value = TypeVar("Value")

# Of equally many reports the more specific means wins (codebook, section 3).
_SPECIFIC_FIRST = (
    EventType.CHEMICAL_WEAPON,
    EventType.SUICIDE_BOMB,
    EventType.AIR_STRIKE,
    EventType.SHELLING,
    EventType.REMOTE_EXPLOSIVE,
    EventType.GRENADE,
    EventType.SEXUAL_VIOLENCE,
    EventType.GOVERNMENT_REGAINS_TERRITORY,
    EventType.NONSTATE_OVERTAKES_TERRITORY,
    EventType.ARMED_CLASH,
    EventType.ATTACK,
    EventType.ABDUCTION,
)
_TYPE_ORDER = (*_SPECIFIC_FIRST, *(kind for kind in EventType if kind not in _SPECIFIC_FIRST))
_DATE_ORDER = (
    DatePrecision.DAY,
    DatePrecision.INFERRED,
    DatePrecision.WEEK,
    DatePrecision.MONTH,
    DatePrecision.YEAR,
    DatePrecision.UNKNOWN,
)
_DATE_FIELDS = ("occurred_from", "occurred_to", "date_precision")
_PLACE_FIELDS = (
    "place_name",
    "admin1",
    "country",
    "latitude_deg",
    "longitude_deg",
    "place_precision",
)
_PLACE_ORDER = tuple(PlacePrecision)
_ROLE_ORDER = tuple(Role)


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """An event with its reports, first published first: rows of ``events``, ``event_actors``."""

    event_id: str
    reports: tuple[LinkReport, ...]

    def row(self) -> dict[str, Any]:
        """Return its row of ``events``; of what a person corrected, the corrected values."""
        of_date, of_place = self._telling(*_DATE_FIELDS), self._telling(*_PLACE_FIELDS)
        dated = min(
            of_date,
            key=lambda r: (_DATE_ORDER.index(r.date_precision), r.first is None, _width(r)),
        )
        days = _commonest(
            (r.first, r.last)
            for r in of_date
            if (r.date_precision, _width(r)) == (dated.date_precision, _width(dated))
        )
        placed = min(of_place, key=_place_rank)
        published = sorted(r.published_on for r in self.reports if r.published_on is not None)
        return {
            "event_id": self.event_id,
            "event_type": self._event_type(),
            "status": self._status(),
            "scope": self.reports[0].scope,
            "occurred_from": days[0],
            "occurred_to": days[1],
            "date_precision": dated.date_precision,
            "location_id": _commonest(
                r.location_id for r in of_place if _place_rank(r) == _place_rank(placed)
            ),
            "place_precision": placed.place_precision,
            "first_reported_on": published[0] if published else None,
            "last_reported_on": published[-1] if published else None,
            "report_count": len(self.reports),
            "document_count": len({r.document_id for r in self.reports}),
        }

    def actor_rows(self) -> list[dict[str, Any]]:
        """Return its rows of ``event_actors``: each actor in the role that most reports give it.

        Unidentified ones go where a report names who stood in their role.
        """
        told = [actor for report in self.reports for actor in report.actors]
        roles = {
            actor_id: _commonest(
                sorted((a.role for a in told if a.actor_id == actor_id), key=_role_rank)
            )
            for actor_id in sorted({actor.actor_id for actor in told})
        }
        kinds = {
            actor_id: _commonest(a.kind for a in told if a.actor_id == actor_id)
            for actor_id in roles
        }
        named = {role for actor_id, role in roles.items() if kinds[actor_id] != ActorKind.UNKNOWN}
        return [
            {"event_id": self.event_id, "actor_id": key, "role": role, "kind": kinds[key]}
            for key, role in roles.items()
            if role not in named or kinds[key] != ActorKind.UNKNOWN
        ]

    def _telling(self, *fields: str) -> tuple[LinkReport, ...]:
        """Return the reports in which a person corrected one of the fields; if none, all."""
        corrected = tuple(r for r in self.reports if not r.corrected.isdisjoint(fields))
        return corrected or self.reports

    def _event_type(self) -> EventType:
        counts = Counter(report.event_type for report in self._telling("event_type"))
        return min(counts, key=lambda kind: (-counts[kind], _TYPE_ORDER.index(kind)))

    def _status(self) -> Status:
        """Return the status: what most tell, foiled or not; then the one that says more."""
        counts = Counter(report.status for report in self._telling("status"))
        if 2 * counts[Status.FOILED] > counts.total():
            return Status.FOILED
        order = (Status.OCCURRED, Status.ONGOING, Status.FOILED, Status.PLANNED)
        return next((status for status in order if counts[status]), self.reports[0].status)


def make_event_id(key: ReportKey) -> str:
    """Return the id of an event of which this report is the first."""
    return make_id("event", *key)


def consolidate(reports: Iterable[LinkReport]) -> LinkedEvent:
    """Return the event that these reports tell."""
    ordered = tuple(sorted(reports, key=lambda report: report.order))
    return LinkedEvent(make_event_id(ordered[0].key), ordered)


def _width(report: LinkReport) -> int:
    if report.first is None or report.last is None:
        return 0
    return (report.last - report.first).days


def _place_rank(report: LinkReport) -> tuple[int, bool]:
    return (_PLACE_ORDER.index(report.place_precision), report.location_id is None)


def _role_rank(role: str) -> int:
    return _ROLE_ORDER.index(Role(role))


def _commonest(values: Iterable[Value]) -> Value:
    """Return the value told most often; of equals the one told first."""
    ordered: Sequence[Value] = list(values)
    counts = Counter(ordered)
    return max(ordered, key=lambda value: counts[value])
