"""Drafts: what becomes of an event mention once its places, days and actors are known.

Enters: the mentions of a document with their values (``Facts``). Leaves: one ``Draft`` for each
event mention and place that the codebook codes. Dropped here: what is not codable (conditions,
wishes), weak words without a place, a time, a toll or an armed actor, and words of no type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from etl.codes import (
    FAMILY_OF,
    ActorKind,
    DatePrecision,
    EventType,
    Family,
    Outcome,
    PlacePrecision,
    Role,
    Scope,
    Status,
    VictimGroup,
)
from etl.records import DateValue, EventMention, PlaceValue
from etl.resolve.dates import resolve_date
from etl.resolve.types import ARMED, NON_STATE, Scene, is_open, resolve_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from etl.records import (
        ActorIdentity,
        ActorMention,
        Argument,
        AttributionMention,
        CasualtyMention,
        DateMention,
        Document,
        PlaceMention,
        ResolvedActor,
    )

MAX_PLACES = 12
LIST_REACH = 12  # paragraphs of a list below its lead
SPELL_DAYS = 3
MONTH_DAYS = 27
MANY = 20  # victims whom one attack that is not named seldom has
PLACE_REACH = 3  # paragraphs for which a place told once holds
# What may stand between two places of one list.
LIST_GAP = re.compile(
    r"(?:[\s,;()]|\b(?:and|or|as|well|in|the|of|towns?|cit(?:y|ies)|villages?|districts?|provinces?|"
    r"governorates?|areas?|near|outskirts|also|at|both|along|road|to|around|on|neighbou?ring|nearby|northern|southern|eastern|"
    r"western|central|regions?|suburbs?|states?|count(?:y|ies)|quarters?|camps?)\b)*"
)
LISTED = re.compile(r"[,;]|\band\b|\bor\b")
AT_PLACE = frozenset("in at near outside outskirts between border road offset on across".split())
REFERENCE = frozenset("near outside outskirts offset border".split())
NEARBY = frozenset(("in", "near", "outside", "outskirts", "at"))
NO_EVENT_PLACE = frozenset(("dateline", "speaker", "origin", "adjective", "person", "media"))
NO_ACTOR = frozenset(("asset", "pronoun", "sides", ""))
TAKING = frozenset(
    (EventType.GOVERNMENT_REGAINS_TERRITORY, EventType.NONSTATE_OVERTAKES_TERRITORY)
)
THREAT_WORDS = frozenset(
    "will would shall promise promises promised promising vow vows vowed pledge pledged".split()
)
INVOLVED = re.compile(r"\b(?:involve\w*|responsib\w*|role|part in|behind|link|hand in)\b", re.IGNORECASE)
IF = re.compile(r"\b(?:if|unless|until)\b", re.IGNORECASE)
HURTFUL = frozenset(
    kind
    for kind, family in FAMILY_OF.items()
    if family in (Family.EXPLOSION, Family.CIVILIANS) or kind is EventType.PROPERTY_DESTRUCTION
)
WITHDRAWN = re.compile(
    r"(?:That|This|It|The (?:report|claim|story|post|rumou?r)s?) (?:was|is|were|are|proved) "
    r"(?:wrong|false|untrue|incorrect|not true|not correct|a mistake|an error|fabricated|unfounded)|"
    r"[^.]{0,80}\bwe (?:withdraw|retract|take back)\b",
    re.IGNORECASE,
)
COUNTED_BY = frozenset(("by", "until", "since"))  # when victims were counted, not hurt
RETREATING = frozenset(("retreat", "withdraw", "pull", "flee"))
ROLES = {
    "initiator": Role.INITIATOR,
    "modifier": Role.INITIATOR,
    "target": Role.TARGET,
    "participant": Role.PARTICIPANT,
}
FINE = frozenset((PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.ADMIN2))
WHOLE_OF = {
    PlacePrecision.ADMIN1: "admin1",
    PlacePrecision.COUNTRY: "country",
    PlacePrecision.ADMIN2: "admin2",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """The mentions of a document with their values; ``*_owner`` hold numbers of ``events``.

    ``spoken_dates`` and ``spoken_places`` are numbers of those that tell when or where
    something was said; ``sentences`` are the words of each body sentence by its index, ``headings`` the places told in
    headings and datelines with the offset from which they hold.
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
    """A report in the making; ``context`` is the place in force where none of its own is told."""

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
    is_open: bool = False  # whom it fell on is not told yet

    @property
    def is_anaphoric(self) -> bool:
        """Whether the trigger is a definite noun that points back to an event told before."""
        return self.event.is_anaphoric


class DraftMaker:
    """Makes the drafts of one document, in the order of its text."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.text = facts.document.text
        self._actor_at = {mention.head: number for number, (mention, _) in enumerate(facts.actors)}
        self._last_place: tuple[PlaceValue, int] | None = None
        self._last_date: tuple[DateValue, int] | None = None
        self.country = _main_country(facts)

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
        places = self._places_of(number, event)
        told = [place for place in places if place is not None]
        date, date_told = self._date_of(number, event)
        context = None if told else self._inherit_place(event)
        if not told and _is_background(event):
            return
        weak = event.is_weak or event.is_anaphoric
        for place in told or [None]:
            known = place or context
            country = (known.country if known is not None else None) or self.country
            parts = self._parts_of(event, country, tolls)
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
                status=self._status(event, event_type, parts),
                scope=_scope(event, place, date, tolls),
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
        if date_told:
            self._last_date = date, event.paragraph

    def _is_threat(
        self, event: EventMention, event_type: EventType, parts: Sequence[Part]
    ) -> bool:
        """Violence that an armed group says it will do is a threat, and so is any with an "if"."""
        cue = event.status
        if cue.cue_start is None or cue.cue_end is None or event_type not in HURTFUL:
            return False
        if self.text[cue.cue_start : cue.cue_end].lower() not in THREAT_WORDS:
            return False
        start, end = self.facts.sentences[event.sentence]
        kinds = {p.actor.kind for p in parts if p.role is Role.INITIATOR}
        return bool(kinds & NON_STATE) or IF.search(self.text[start:end]) is not None

    def _status(
        self, event: EventMention, event_type: EventType, parts: Sequence[Part]
    ) -> Status:
        status = event.status.status
        if event_type is EventType.DISRUPTED_WEAPONS and status is Status.OCCURRED:
            made_harmless = event.frames & {"defuse", "intercept", "shootdown"}
            found = event.frames & {"seize_arms", "destroy"} and {"destroy", "detonate"} & set(event.words)
            made_harmless = made_harmless or found
            return Status.FOILED if made_harmless else Status.OCCURRED
        if status is Status.PLANNED and self._is_threat(event, event_type, parts):
            return Status.THREATENED
        if event.frames & {"repel", "protest"} and status is Status.FOILED:
            return Status.OCCURRED
        if status in (Status.OCCURRED, Status.ONGOING) and self._is_denied(event):
            return Status.DENIED
        if status is Status.OCCURRED and self._is_withdrawn(event):
            return Status.DENIED
        return status

    def _is_denied(self, event: EventMention) -> bool:
        """Tell whether all who speak of an event deny it, before it is told ("denied that …")."""
        covering = [
            a for a in self.facts.attributions if a.covers_start <= event.start < a.covers_end
        ]
        return bool(covering) and all(
            a.is_denial
            and a.end < event.start
            and not INVOLVED.search(self.text[a.end : a.covers_end])
            for a in covering
        )

    def _is_withdrawn(self, event: EventMention) -> bool:
        """Tell whether the next sentence takes back what this one tells ("That was wrong")."""
        following = self.facts.sentences.get(event.sentence + 1)
        return following is not None and WITHDRAWN.match(self.text[following[0] : following[1]]) is not None

    # ---- place

    def _places_of(self, number: int, event: EventMention) -> list[PlaceValue]:
        """Return the places of an event told in its own sentence, the most specific ones."""
        argument_places = [a for a in event.arguments if a.slot == "place"]
        found: list[tuple[PlaceMention, PlaceValue]] = []
        in_slot: list[tuple[PlaceMention, PlaceValue]] = []
        owned = zip(self.facts.places, self.facts.place_owner, strict=True)
        for index, ((mention, value), owner) in enumerate(owned):
            if mention.sentence != event.sentence or mention.role in NO_EVENT_PLACE:
                continue
            if _is_doer(mention, event) or (mention.relation is None and _is_country(value)):
                continue
            if index in self.facts.spoken_places:
                continue
            if any(a.start <= mention.start < a.end for a in argument_places):
                in_slot.append((mention, value))
            elif owner == number:
                found.append((mention, value))
        if in_slot:
            return _specific([value for _, value in in_slot])
        others = [pair for pair in found if pair[0].relation not in ("from", "of")]
        direct = [pair for pair in found if pair[0].relation in AT_PLACE]
        inner = [p for p in found if any(_holds(d[1], p[1]) for d in direct)]
        direct = (inner if direct and all(_is_wide(d[1]) for d in direct) else direct) or direct or others
        return _specific([value for _, value in self._coordinated(direct or found)])

    def _coordinated(
        self, found: Sequence[tuple[PlaceMention, PlaceValue]]
    ) -> list[tuple[PlaceMention, PlaceValue]]:
        """Return the first places that stand in one list ("in A, B and C, in D province")."""
        kept: list[tuple[PlaceMention, PlaceValue]] = []
        last_end = 0
        for mention, value in sorted(found, key=lambda pair: pair[0].start):
            gap = self.text[last_end : mention.start]
            if not kept:
                kept.append((mention, value))
            elif all(_holds(old, value) for _, old in kept):
                kept = [(mention, value)]  # the country or province was told first, the town after
            elif LIST_GAP.fullmatch(gap):
                if _is_listed(gap, mention) and not _is_coarser(value, kept[-1][1]):
                    kept.append((mention, value))
            elif kept[-1][0].relation is None and mention.relation in NEARBY:
                kept = [(mention, value)]
            else:
                continue
            last_end = mention.end
        return kept[:1] if kept and kept[0][0].relation == "between" else kept

    def _inherit_place(self, event: EventMention) -> PlaceValue | None:
        """Return the place that holds for an event without one of its own."""
        heading = _heading_place(self.facts, event.start)
        if self._last_place is not None and self._last_place[1] == event.paragraph:
            return _implied(self._last_place[0])
        if heading is not None:
            return _implied(heading)
        if self._last_place is not None and event.paragraph - self._last_place[1] <= PLACE_REACH:
            return _implied(self._last_place[0])
        dateline = self._dateline()
        if dateline is not None:
            return dateline
        if self.country is not None:
            return PlaceValue(None, None, self.country, PlacePrecision.COUNTRY)
        return None

    def _dateline(self) -> PlaceValue | None:
        """Return the place of the only dateline, where it lies in the country that is written of."""
        lines = [value for mention, value in self.facts.places if mention.role == "dateline"]
        here = [value for value in lines if value.country == self.country]
        return _implied(here[0]) if len(lines) == len(here) == 1 else None

    # ---- time

    def _date_of(self, number: int, event: EventMention) -> tuple[DateValue, bool]:
        """Return the days of an event, and whether the words tell them for it.

        The day on which somebody spoke stands in where no other is told.
        """
        forward = event.status.status in (Status.PLANNED, Status.THREATENED)
        published = self.facts.document.published
        for mention, value in self._own_dates(number, event):
            if forward:
                value = resolve_date(mention, published, forward=True)
            if value.start is not None or published is None:
                return value, True
        lead = self._lead_date(event)
        if lead is not None and not forward:
            return lead, True
        plotted = event.status.status is Status.FOILED and "plan" in event.words
        if forward or plotted or published is None:
            return DateValue(None, None, DatePrecision.UNKNOWN), False
        for index in sorted(self.facts.spoken_dates):
            mention, value = self.facts.dates[index]
            if mention.sentence == event.sentence and value.start is not None:
                return value, False
        return DateValue(published, published, DatePrecision.INFERRED), False

    def _own_dates(
        self, number: int, event: EventMention
    ) -> list[tuple[DateMention, DateValue]]:
        """Return the dates attached to an event; failing those, its sentence's only date."""
        usable = [
            (index, pair)
            for index, pair in enumerate(self.facts.dates)
            if pair[0].sentence == event.sentence
            and pair[0].relation != "dateline"
            and index not in self.facts.spoken_dates
            and not pair[0].start <= event.start < pair[0].end
            and not (event.is_outcome_only and pair[0].relation in COUNTED_BY)
        ]
        own = [pair for index, pair in usable if self.facts.date_owner[index] == number]
        if own or len(usable) != 1:
            return own
        others = [e for e in self.facts.events if e.sentence == event.sentence and e is not event]
        alike = all(other.status.status is event.status.status for other in others)
        return [usable[0][1]] if alike else []

    def _lead_date(self, event: EventMention) -> DateValue | None:
        """Return the spell of a sentence that ends in a colon: it holds for the list below it."""
        for mention, value in self.facts.dates:
            start, end = self.facts.sentences[mention.sentence]
            if self.text[start:end].rstrip().endswith(":") and mention.sentence < event.sentence:
                gap = event.paragraph - self.facts.paragraph_of[mention.sentence]
                if mention.is_spell and value.start != value.end and gap <= LIST_REACH:
                    return value
        return None

    # ---- actors

    def _mention_of(self, argument: Argument) -> list[int]:
        """Return the actor mentions in an argument: at its head, else anywhere within it."""
        at_head = self._actor_at.get(argument.head)
        if at_head is not None:
            return [at_head]
        inside = [
            number
            for number, (mention, _) in enumerate(self.facts.actors)
            if mention.start < argument.end and mention.end > argument.start
        ]
        covering = [n for n in inside if self._covers(n, argument.head)]
        return covering or inside[:1]

    def _covers(self, number: int, offset: int) -> bool:
        mention = self.facts.actors[number][0]
        return mention.start <= offset < mention.end

    def _parts_of(
        self, event: EventMention, country: str | None, tolls: Sequence[CasualtyMention]
    ) -> list[Part]:
        parts: list[Part] = []
        for argument in event.arguments:
            role = _role_of(argument, event)
            if role is None:
                continue
            for number in self._mention_of(argument):
                for part in self._as_parts(number, role, country, _crowd_kind(event, role)):
                    if argument.slot in ("modifier", "means") and part.actor.kind not in ARMED:
                        continue
                    _add(parts, part)
        for toll in tolls:
            self.add_victims(toll, country, parts)
        return _settle(parts, event)

    def _as_parts(
        self, number: int, role: Role, country: str | None, kind: ActorKind | None = None
    ) -> Iterable[Part]:
        """Yield the actors that a mention stands for, in a role; a pronoun for nobody gives none."""
        mention, resolved = self.facts.actors[number]
        for one in resolved.parts or (resolved,):
            if one.name is None and one.noun_class in NO_ACTOR:
                continue
            actor = self.facts.place_actor(one, country, self.country, as_kind=kind)
            yield Part(role, actor, mention.text, (mention.start, mention.end))

    def add_victims(
        self, toll: CasualtyMention, country: str | None, parts: list[Part]
    ) -> None:
        """Add the victims of a toll that no role names yet as targets."""
        if toll.victim_start is None or toll.victim_end is None:
            return
        if toll.is_perpetrator_victim or toll.is_part:
            return
        for number, (mention, _) in enumerate(self.facts.actors):
            if mention.start < toll.victim_end and mention.end > toll.victim_start:
                for part in self._as_parts(number, Role.TARGET, country):
                    if all(p.actor.actor_id != part.actor.actor_id for p in parts):
                        _add(parts, part)

    # ---- type

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
        place_is_object = place is not None and place.span is not None and any(
            a.slot == "place" and a.start <= place.span[0] < a.end for a in event.arguments
        )
        place_words = any(
            a.slot == "place" and self._is_ground(a) for a in event.arguments
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
            if len(event.arguments) < 2  # noqa: PLR2004 - nobody sends: they are sent
            else " ".join(self.text[a.start : a.end] for a in event.arguments[1:]),
            has_toll=bool(tolls),
            has_dead=any(t.outcome in (Outcome.KILLED, Outcome.WOUNDED) and t.best for t in tolls),
            is_summary=event.status.scope is Scope.SUMMARY,
            is_foiled=event.status.status is Status.FOILED,
            sentence=self.text[start:end],
        )

    def _is_ground(self, argument: Argument) -> bool:
        """Tell whether words name ground: a word for it, or a name that is no actor's."""
        words = self.text[argument.start : argument.end]
        if any(word.strip(",.'’s").lower() in GROUND_WORDS for word in words.split()):
            return True
        head = self.text[argument.head : argument.end]
        return head[:1].isupper() and not self._mention_of(argument)

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
            return bool(told) + date_told + bool(parts) >= 2  # noqa: PLR2004 - two of three
        company = bool(told) + date_told + bool(tolls) + armed
        return company >= (2 if event.is_nominal else 1) and (
            bool(parts)
            or bool(event.means)
            or bool(tolls)
            or not event.is_weak
            or not event.is_nominal
        )


GROUND_WORDS = frozenset(
    "town city village district base airport camp province hill checkpoint barracks position "
    "bridge port refinery dam centre center capital area areas region territory stronghold villages "
    "towns positions hills post outpost fort junction crossing airbase quarter neighbourhood neighborhood "
    "hospital headquarters compound road highway building buildings field fields island ground".split()
)


def _is_doer(mention: PlaceMention, event: EventMention) -> bool:
    """Tell whether a name is that of who acts ("Rwanda will send", "signed by Armenia")."""
    return any(
        a.head == mention.start or (a.start <= mention.start < a.head and mention.relation is None)
        for a in event.arguments
        if a.slot in ("initiator", "participant")
    )


def _is_listed(gap: str, mention: PlaceMention) -> bool:
    """Tell a list from a point of reference: "A and B", but "A, near B"."""
    if re.search(r"\b(?:and|or)\b", gap):
        return True
    return ("," in gap or ";" in gap) and mention.relation not in REFERENCE


def _is_wide(value: PlaceValue) -> bool:
    return value.precision in (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1)


def _is_country(value: PlaceValue) -> bool:
    return value.precision is PlacePrecision.COUNTRY


def _role_of(argument: Argument, event: EventMention) -> Role | None:
    """Return the role that the slot of an argument gives, None for things and grounds."""
    if argument.slot == "means":
        return Role.INITIATOR if event.frames & {"explode", "land", "repel"} else None
    return ROLES.get(argument.slot)


def _crowd_kind(event: EventMention, role: Role) -> ActorKind | None:
    """What people without a name are in an event: those who march are protesters."""
    if role is Role.INITIATOR and "riot" in event.frames:
        return ActorKind.RIOTERS
    if role is Role.INITIATOR and "protest" in event.frames and "disperse" not in event.frames:
        return ActorKind.PROTESTERS
    if role is Role.TARGET and event.frames & {"disperse", "protest"}:
        return ActorKind.PROTESTERS
    return None


def _is_background(event: EventMention) -> bool:
    """A retreat told as part of a fight is no event: one that moves troops names them apart."""
    if event.frames != {"deploy"} or not RETREATING & set(event.words):
        return False
    return event.is_subordinate or sum(a.slot == "initiator" for a in event.arguments) < 2  # noqa: PLR2004


def _add(parts: list[Part], part: Part) -> None:
    if all((p.role, p.span) != (part.role, part.span) for p in parts):
        parts.append(part)


def _settle(parts: list[Part], event: EventMention) -> list[Part]:
    """One actor has one role: the first told; participants give way to initiator and target."""
    roles: dict[str, Role] = {}
    kept: list[Part] = []
    for part in parts:
        role = roles.setdefault(part.actor.actor_id, part.role)
        kept.append(replace(part, role=role))
    sided = {p.role for p in kept}
    forces = {p.actor.actor_id for p in kept if p.actor.kind in ARMED}
    if "clash" in event.frames and Role.INITIATOR not in sided and len(forces) > 1:
        return [
            replace(p, role=Role.PARTICIPANT) if p.actor.kind in ARMED else p for p in kept
        ]  # "clashes left six soldiers and nine rebels dead"
    if "agree" in event.frames and sided == {Role.PARTICIPANT} and len(roles) == 1:
        return [replace(p, role=Role.INITIATOR) for p in kept]  # a truce of one side
    if Role.PARTICIPANT in sided and sided & {Role.INITIATOR} and Role.TARGET not in sided:
        kept = [replace(p, role=Role.TARGET) if p.role is Role.PARTICIPANT else p for p in kept]
    return kept


def _scope(
    event: EventMention,
    place: PlaceValue | None,
    date: DateValue,
    tolls: Sequence[CasualtyMention],
) -> Scope:
    """A spell of days over a province or a country, with a toll, is a summary."""
    if event.status.scope is Scope.SUMMARY or date.start is None or date.end is None:
        return event.status.scope
    days = (date.end - date.start).days
    wide = place is not None and place.precision in (PlacePrecision.ADMIN1, PlacePrecision.COUNTRY)
    counted = [toll for toll in tolls if (toll.best or toll.low or 0) >= MANY]
    if counted and event.is_outcome_only and days >= MONTH_DAYS and (wide or place is None):
        return Scope.SUMMARY
    return Scope.SUMMARY if wide and days >= SPELL_DAYS and tolls else Scope.INCIDENT


def _implied(place: PlaceValue) -> PlaceValue:
    return replace(place, text=None, span=None)


def _specific(values: Sequence[PlaceValue]) -> list[PlaceValue]:
    """Return the places that hold no other of the list, without doubles, in order."""
    kept: list[PlaceValue] = []
    for value in values:
        if any(_holds(value, other) for other in values if other is not value):
            continue
        if all((value.place_id, value.name) != (k.place_id, k.name) for k in kept):
            kept.append(value)
    return kept[:MAX_PLACES]


def _holds(outer: PlaceValue, inner: PlaceValue) -> bool:
    """Tell whether one place lies in another by its units, as far as both are known."""
    if outer.precision is PlacePrecision.COUNTRY:
        return inner.precision is not PlacePrecision.COUNTRY and outer.country == inner.country
    if outer.precision is PlacePrecision.ADMIN1:
        if inner.precision in (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1):
            return False
        return outer.country == inner.country and (
            inner.admin1 is None or outer.admin1 is None or outer.admin1 == inner.admin1
        )
    if outer.precision is PlacePrecision.ADMIN2:
        return inner.precision in (PlacePrecision.EXACT, PlacePrecision.NEAR) and (
            outer.country == inner.country
            and outer.admin1 == inner.admin1
            and (inner.admin2 is None or inner.admin2 == (outer.admin2 or outer.name))
        )
    if outer.precision is PlacePrecision.UNKNOWN:
        return inner.precision is not PlacePrecision.UNKNOWN
    return False


COARSENESS = (
    PlacePrecision.EXACT,
    PlacePrecision.NEAR,
    PlacePrecision.ADMIN2,
    PlacePrecision.ADMIN1,
    PlacePrecision.COUNTRY,
)


def _is_coarser(one: PlaceValue, other: PlaceValue) -> bool:
    """Tell whether a place is a unit that a place of the other's precision may lie in."""
    if one.precision not in COARSENESS or other.precision not in COARSENESS:
        return False
    step = COARSENESS.index(one.precision) - COARSENESS.index(other.precision)
    return step > 0 and one.precision in WHOLE_OF


def _heading_place(facts: Facts, offset: int) -> PlaceValue | None:
    """Return the place of the last heading before an offset."""
    datelines = {m.sentence for m, _ in facts.places if m.role == "dateline"}
    # A round-up has a dateline for each item; one dateline alone says where the reporter sat.
    roles = ("heading", "dateline") if len(datelines) > 1 else ("heading",)
    found: list[tuple[PlaceMention, PlaceValue]] = []
    for mention, value in facts.places:
        if mention.start < offset and mention.role in roles:
            if found and found[-1][0].sentence != mention.sentence:
                found = []
            found.append((mention, value))
    return _specific([value for _, value in found])[0] if found else None


def _main_country(facts: Facts) -> str | None:
    """Return the country most often told in the document, the first told on a tie."""
    counts: dict[str, int] = {}
    for _, value in facts.places:
        if value.country is not None:
            counts[value.country] = counts.get(value.country, 0) + 1
    return max(counts, key=lambda country: counts[country]) if counts else None
