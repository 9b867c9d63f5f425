"""What the resolve stage knows of a document, and the drafts of its reports.

``Facts`` are the mentions with their values, each attached to its event; a ``Part`` is an actor in
a role; a ``Draft`` is a report in the making.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from etl.codes import EventType, Role, Scope, Status
    from etl.records import (
        ActorIdentity,
        ActorMention,
        AttributionMention,
        CasualtyMention,
        DateMention,
        DateValue,
        Document,
        EventMention,
        PlaceMention,
        PlaceValue,
        ResolvedActor,
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """The mentions of a document with their values; ``*_owner`` hold numbers of ``events``.

    ``spoken_dates`` and ``spoken_places`` are numbers of those that tell when or where
    something was said; ``sentences`` gives start and end of each body sentence, ``paragraph_of``
    its paragraph, by its index; ``place_actor`` names an actor as an event in a country does.
    """

    document: Document
    events: Sequence[EventMention]
    actors: Sequence[tuple[ActorMention, ResolvedActor]]
    places: Sequence[tuple[PlaceMention, PlaceValue]]
    dates: Sequence[tuple[DateMention, DateValue]]
    tolls: Sequence[CasualtyMention]
    attributions: Sequence[AttributionMention]
    place_owner: Sequence[int | None]
    date_owner: Sequence[int | None]
    toll_owner: Sequence[int | None]
    spoken_dates: frozenset[int]
    spoken_places: frozenset[int]
    sentences: dict[int, tuple[int, int]]
    paragraph_of: dict[int, int]
    place_actor: Callable[..., ActorIdentity]


@dataclass(frozen=True, slots=True)
class Part:
    """An actor in a role, with the words that it was read from."""

    role: Role
    actor: ActorIdentity
    text: str
    span: tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A report in the making; ``context`` is the place in force where none of its own is told.

    ``last_paragraph`` is that of its last mention, where it has more than one.
    """

    event: EventMention
    event_type: EventType
    status: Status
    scope: Scope
    place: PlaceValue | None
    context: PlaceValue | None
    date: DateValue
    parts: list[Part]
    tolls: list[CasualtyMention] = field(default_factory=list)
    attributions: list[AttributionMention] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
    place_told: bool = False
    date_told: bool = False
    last_paragraph: int = -1
    is_open: bool = False  # whom it fell on is not told yet

    @property
    def is_anaphoric(self) -> bool:
        """Whether the trigger is a definite noun that points back to an event told before."""
        return self.event.is_anaphoric


def main_country(facts: Facts) -> str | None:
    """Return the country most often told in the document, the first told on a tie."""
    counts: dict[str, int] = {}
    for _, value in facts.places:
        if value.country is not None:
            counts[value.country] = counts.get(value.country, 0) + 1
    return max(counts, key=lambda country: counts[country]) if counts else None
