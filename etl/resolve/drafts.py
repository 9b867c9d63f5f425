"""Drafts: what becomes of an event mention once its places, days and actors are known.

Enters: ``Facts``. Leaves: one ``Draft`` for each event mention and place that the codebook codes.
Dropped here: what is not codable (conditions, wishes), weak words without a place, a time, a toll
or an armed actor, and words of no type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.codes import ActorKind, EventType, Outcome, Role, Scope, Status, VictimGroup
from etl.resolve.event_actors import PartFinder
from etl.resolve.event_dates import find_date
from etl.resolve.event_places import find_places, inherit_place
from etl.resolve.event_status import resolve_scope, resolve_status
from etl.resolve.facts import Draft, main_country
from etl.resolve.types import ARMED, Scene, is_open, resolve_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.records import Argument, CasualtyMention, EventMention, PlaceValue
    from etl.resolve.facts import Facts, Part

TAKING = frozenset((EventType.GOVERNMENT_REGAINS_TERRITORY, EventType.NONSTATE_OVERTAKES_TERRITORY))
RETREATING = frozenset(("retreat", "withdraw", "pull", "flee"))
GROUND_WORDS = frozenset(
    "town city village district base airport camp province hill checkpoint barracks position "
    "bridge port refinery dam centre center capital area areas region territory stronghold "
    "villages "
    "towns positions hills post outpost fort junction crossing airbase quarter neighbourhood "
    "neighborhood "
    "hospital headquarters compound road highway building buildings field fields island "
    "ground".split()
)


class DraftMaker:
    """Makes the drafts of one document, in the order of its text."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.text = facts.document.text
        self.country = main_country(facts)
        self.actors = PartFinder(facts, self.country)
        self._last_place: tuple[PlaceValue, int] | None = None

    def make(self) -> list[Draft]:
        """Return the drafts of the document, one for each event and place."""
        drafts: list[Draft] = []
        for number, event in enumerate(self.facts.events):
            drafts.extend(self._drafts_of(number, event))
        return drafts

    def _drafts_of(self, number: int, event: EventMention) -> Iterable[Draft]:
        if not event.status.is_codable:
            return
        if event.status.status is Status.FOILED and "agree" in event.frames:
            return
        tolls = [
            toll
            for toll, owner in zip(self.facts.tolls, self.facts.toll_owner, strict=True)
            if owner == number
        ]
        told = find_places(self.facts, number, event)
        date, date_told = find_date(self.facts, number, event)
        context = None if told else inherit_place(self.facts, event, self._last_place, self.country)
        if not told and _is_background(event):
            return
        if event.status.status is Status.DENIED and not (told or date_told):
            return
        if _is_vague_taking(event, told) or (not told and self._is_policing(event)):
            return
        weak = event.is_weak or event.is_anaphoric
        sites: list[PlaceValue | None] = list(told) or [None]
        for place in sites:
            known = place or context
            country = (known.country if known is not None else None) or self.country
            parts = self.actors.find_parts(event, country, tolls)
            scene = self._scene_of(event, parts, tolls, place)
            event_type = resolve_type(scene)
            if event_type is None:
                continue
            if event_type in TAKING and event.status.status in (Status.PLANNED, Status.THREATENED):
                event_type = EventType.ARMED_CLASH  # an offensive until it has taken the place
            if weak and not self._is_supported(event, told, parts, tolls, date_told=date_told):
                continue
            yield Draft(
                event=event,
                event_type=event_type,
                status=resolve_status(self.facts, event, event_type, parts),
                scope=resolve_scope(self.text[event.start : event.end], event, place, date, tolls),
                place=place,
                context=context,
                date=date,
                parts=parts,
                tolls=list(tolls),
                spans=[(event.start, event.end)],
                sentences={event.sentence},
                place_told=bool(told),
                date_told=date_told,
                is_open=is_open(scene),
            )
        if told:
            self._last_place = told[-1], event.paragraph

    def _scene_of(
        self,
        event: EventMention,
        parts: Sequence[Part],
        tolls: Sequence[CasualtyMention],
        place: PlaceValue | None,
    ) -> Scene:
        objects = " ".join(
            self.text[a.start : a.end]
            for a in event.arguments
            if a.slot in ("means", "target", "place") or "deploy" in event.frames
        )
        start, end = self.facts.sentences[event.sentence]
        place_is_object = (
            place is not None
            and place.span is not None
            and any(a.slot == "place" and a.start <= place.span[0] < a.end for a in event.arguments)
        )
        place_words = any(a.slot == "place" and self._is_ground(a) for a in event.arguments)
        place_words = place_words or (
            "take" in event.frames and any(_stem(word) in GROUND_WORDS for word in event.words)
        )
        initiators = frozenset(p.actor.kind for p in parts if p.role is not Role.TARGET)
        targets = frozenset(p.actor.kind for p in parts if p.role is not Role.INITIATOR)
        return Scene(
            frames=event.frames,
            types=event.types,
            means=event.means,
            flags=event.flags,
            initiators=initiators,
            targets=targets,
            victims=frozenset(t.victims for t in tolls if t.victims is not VictimGroup.UNKNOWN),
            place_is_object=place_is_object or place_words,
            objects=objects,
            arms=objects + " " + " ".join(event.words),
            subjects=" ".join(
                self.text[a.start : a.end] for a in event.arguments if a.slot == "initiator"
            ),
            moved=" ".join(self.text[a.start : a.end] for a in event.arguments[-1:])
            if len(event.arguments) < 2
            else " ".join(self.text[a.start : a.end] for a in event.arguments[1:]),
            has_toll=bool(tolls),
            has_dead=any(t.outcome in (Outcome.KILLED, Outcome.WOUNDED) and t.best for t in tolls),
            is_summary=event.status.scope is Scope.SUMMARY,
            is_foiled=event.status.status is Status.FOILED,
            sentence=self.text[start:end],
        )

    def _is_policing(self, event: EventMention) -> bool:
        """Officers sent to the scene are no strategic development."""
        words = " ".join(self.text[a.start : a.end] for a in event.arguments).lower()
        return event.frames == {"deploy"} and ("police" in words or words.endswith("officers"))

    def _is_ground(self, argument: Argument) -> bool:
        """Tell whether words name ground: a word for it, or a name that is no actor's."""
        words = self.text[argument.start : argument.end]
        if any(_stem(word) in GROUND_WORDS for word in words.split()):
            return True
        if words.lower() == "it" and self._last_place is not None:
            return True  # "seized the town … retook it"
        head = self.text[argument.head : argument.end]
        return head[:1].isupper() and not self.actors.find_mentions(argument)

    def _is_supported(
        self,
        event: EventMention,
        told: Sequence[PlaceValue],
        parts: Sequence[Part],
        tolls: Sequence[CasualtyMention],
        *,
        date_told: bool,
    ) -> bool:
        """A weak word needs company: two of place, time, toll and armed actor; one for a verb."""
        armed = any(p.actor.kind in ARMED or p.actor.kind is ActorKind.UNKNOWN for p in parts)
        if event.frames & {"protest", "riot"} and bool(told) + date_told >= 1:
            return bool(told) + date_told + bool(parts) >= 2
        company = bool(told) + date_told + bool(tolls) + armed
        return company >= (2 if event.is_nominal else 1) and (
            bool(parts)
            or bool(event.means)
            or bool(tolls)
            or not event.is_weak
            or not event.is_nominal
        )


def _stem(word: str) -> str:
    word = word.strip(",.'’\"“”").lower().removesuffix("'s").removesuffix("’s")
    return word if word in GROUND_WORDS else word.removesuffix("s")


def _is_vague_taking(event: EventMention, told: Sequence[PlaceValue]) -> bool:
    """Ground that no name tells ("areas occupied since 2014") is a condition, not a capture."""
    return event.frames == {"take"} and event.is_weak and event.is_reduced and not told


def _is_background(event: EventMention) -> bool:
    """A retreat told as part of a fight is no event: one that moves troops names them apart."""
    if event.frames != {"deploy"} or not RETREATING & set(event.words):
        return False
    return event.is_subordinate or sum(a.slot == "initiator" for a in event.arguments) < 2
