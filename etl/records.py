"""What passes from stage to stage: documents, passages, mentions with spans, codings.

All spans are half-open offsets in code points of ``Document.text``, for ever: sentence-relative
offsets do not leave a function. Records are frozen and hold plain values, so that they can cross
process borders; ``Sentence`` alone, which wraps a spaCy parse, stays within one process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.codes import (
    ActorKind,
    ClaimantKind,
    CodingState,
    DatePrecision,
    EventType,
    Outcome,
    PassageKind,
    PlacePrecision,
    Role,
    Scope,
    Status,
    VictimGroup,
    VictimSide,
)

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token

    from etl.issues import Issue


# ---- read and parse --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a source yields: bytes or text as found, with what the source knows of it.

    Exactly one of ``content`` (bytes of a file) and ``text`` (already text, from JSONL) is given.
    ``published_from`` tells where ``published`` came from: ``argument``, ``sidecar``, ``source``.
    """

    source_key: str
    content: bytes | None = None
    text: str | None = None
    media_type: str | None = None
    title: str | None = None
    published: date | None = None
    published_from: str | None = None
    publisher: str | None = None
    publisher_kind: str | None = None
    publisher_country: str | None = None
    address: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it; ``document_id`` is a hash of ``text`` alone.

    ``published_from``: ``argument``, ``sidecar``, ``source``, ``metadata``, ``dateline`` or None.
    """

    document_id: str
    source_key: str
    text: str
    title: str | None = None
    published: date | None = None
    published_from: str | None = None
    publisher: str | None = None
    publisher_kind: str | None = None
    publisher_country: str | None = None
    address: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading, dateline or boilerplate line of a document: ``text[start:end]``."""

    start: int
    end: int
    kind: PassageKind
    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A body passage with its syntactic parse; ``start`` is the document offset of ``doc[0:]``."""

    doc: Doc
    start: int
    paragraph: int
    index: int

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.doc.text

    @property
    def end(self) -> int:
        """The document offset after the last character."""
        return self.start + len(self.doc.text)

    def span_of(self, first: Token, last: Token | None = None) -> tuple[int, int]:
        """Return the document offsets from a token to another (or to itself), half-open."""
        last = last if last is not None else first
        return self.start + first.idx, self.start + last.idx + len(last.text)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Return the tokens that overlap document offsets ``start`` to ``end``."""
        low, high = start - self.start, end - self.start
        return [t for t in self.doc if t.idx < high and t.idx + len(t.text) > low]


# ---- mentions: what extract gives ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name or describe an actor.

    ``head`` is the document offset at which the head noun starts. ``actor_id``/``name`` are set
    where the words name an actor of the list or give a proper name of their own; ``is_generic``
    marks descriptions ("gunmen", "the group", "they") which resolve settles within the document.
    ``other_country`` is the second one of a joint force ("Rwandan and Mozambican troops").
    ``noun_class`` is what the head noun says (``army``, ``police``, ``armed``, ``civilians``…, see
    etl/extract/actor_classes.py), ``owner`` the pronoun or noun that possesses it ("its fighters").
    """

    start: int
    end: int
    head: int
    text: str
    sentence: int
    kind: ActorKind | None = None
    actor_id: str | None = None
    name: str | None = None
    country: str | None = None
    other_country: str | None = None
    is_generic: bool = False
    is_plural: bool = False
    noun_class: str = ""
    owner: str | None = None
    is_subject: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place; ``start``/``end`` are the bare toponym ("Mosul").

    ``relation`` says how the words relate the event to it: ``in``, ``near``, ``outside``,
    ``outskirts``, ``between``, ``from``, ``to``, ``of``, ``offset`` (with ``offset_km`` and
    ``offset_direction``, as far as told), ``border``, ``road``, or None; ``relation_start`` where
    those words begin. ``kind_word`` is a type word beside the name ("province", "airport").
    ``role`` is why it may be no event place: ``dateline``, ``heading``, ``speaker``, ``origin``,
    ``adjective`` ("Iraqi": evidence of a country, no toponym), or None.
    """

    start: int
    end: int
    text: str
    sentence: int
    relation: str | None = None
    relation_start: int | None = None
    kind_word: str | None = None
    role: str | None = None
    offset_km: float | None = None
    offset_direction: str | None = None


@dataclass(frozen=True, slots=True)
class DateMeaning:
    """What words of time say, whenever they were published; ``etl.resolve.dates`` reads it.

    ``kind`` is one of

    - ``calendar``: the ``year``, ``month``, ``day``, ``weekday`` that are named;
    - ``weekday``: a ``weekday``, ``shift`` -1 last, 0 this, 1 next, ``week`` the week it lies in;
    - ``day``: ``count`` days from publication; ``overnight``: the night before it;
    - ``period``: the ``unit`` (week, weekend, month, year) ``shift`` units from publication;
    - ``ago``: ``count`` ``unit`` before publication (after it, where negative), None for a few;
    - ``window``: the last ``count`` ``unit`` up to publication (the coming ones, where negative);
    - ``told``: ``count`` ``unit`` after the last date told; with a ``weekday``, that one of them;
    - ``feast``, ``season``, ``decade``: the one called ``name``, or of ``year``;
    - ``span``: from ``first`` to ``last``; ``since``: from ``first`` to publication;
    - ``spell``: ``count`` ``unit`` that begin with ``first``, or end with ``last`` or publication.

    ``part`` narrows a month, year or season: early, mid, late, first_7 (days), week_1, half_2…
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    week: int | None = None
    unit: str | None = None
    count: int | None = None
    name: str | None = None
    part: str | None = None
    first: DateMeaning | None = None
    last: DateMeaning | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time; its days are known only once the publication date is.

    ``relation`` is a word before it by which the event is not simply on that day: ``until``,
    ``by``, ``before``, ``after``, or ``dateline``. ``is_spell`` marks what has a start and an end
    ("two days of shelling", "since Monday"), ``is_forward`` what the syntax puts in the future.
    """

    start: int
    end: int
    text: str
    sentence: int
    meaning: DateMeaning
    relation: str | None = None
    is_spell: bool = False
    is_forward: bool = False


@dataclass(frozen=True, slots=True)
class CasualtyMention:
    """A toll as the words give it, before it is known whose it is.

    ``start``/``end`` cover the telling words ("killing at least 23 terrorists"), ``number_start``/
    ``number_end`` the count where one stands, ``victim_start``/``victim_end`` the victims' words,
    ``anchor`` the offset of the outcome word ("killing"). ``victims`` is what the victim words
    alone tell. ``is_update`` marks a toll told as raised or revised ("rose to 34"); ``is_part`` a
    part of the toll before it ("including", "among them"); ``is_addition`` one beside it
    ("another 12"). ``is_superseded`` marks the old figure of an update ("from 12 to 34").
    ``is_hypothetical`` marks what is only threatened, feared, planned or denied: no claim.
    ``agent_start``/``agent_end`` cover who did it where syntax tells (the subject of "killed",
    a by-phrase); ``is_perpetrator_victim`` marks victims that are the attackers themselves.
    """

    start: int
    end: int
    text: str
    sentence: int
    outcome: Outcome
    low: int | None
    best: int | None
    high: int | None
    anchor: int
    approximate: bool = False
    number_start: int | None = None
    number_end: int | None = None
    victim_start: int | None = None
    victim_end: int | None = None
    victims: VictimGroup = VictimGroup.UNKNOWN
    is_update: bool = False
    is_part: bool = False
    is_addition: bool = False
    is_superseded: bool = False
    is_hypothetical: bool = False
    agent_start: int | None = None
    agent_end: int | None = None
    is_perpetrator_victim: bool = False


@dataclass(frozen=True, slots=True)
class AttributionMention:
    """Who says so: the claimant's words, its kind, and the stretch of text that it vouches for."""

    start: int
    end: int
    text: str
    sentence: int
    kind: ClaimantKind
    covers_start: int
    covers_end: int
    is_denial: bool = False


@dataclass(frozen=True, slots=True)
class StatusMention:
    """Status and scope of what a trigger tells, with the words that decided, if any did."""

    status: Status
    scope: Scope
    is_codable: bool = True
    cue_start: int | None = None
    cue_end: int | None = None
    scope_cue_start: int | None = None
    scope_cue_end: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A noun phrase beside a trigger, in its slot.

    ``slot`` is ``initiator``, ``target``, ``participant``, ``means``, ``place`` or ``modifier``
    (before an event noun, to be read as an initiator only where it names an actor). ``head`` is
    the document offset of its head word.
    """

    slot: str
    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one sentence tells of one event: triggers joined by syntax, with their arguments.

    ``frames`` and ``types`` are those of all triggers joined; ``means`` the means of violence told
    by their arguments. ``is_weak`` asks for a place, a time, a toll or an armed actor;
    ``is_anaphoric`` marks a definite noun ("the attack") that usually points back; ``offsets`` are
    the document offsets of the trigger words, for attaching other mentions; ``words`` their lemmas.
    ``is_subordinate`` marks a clause that only gives the time of another, ``is_reduced`` a
    participle that only describes a noun, ``is_distinct`` what is told to be another one.
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    frames: frozenset[str]
    types: frozenset[EventType]
    means: frozenset[str]
    flags: frozenset[str]
    arguments: tuple[Argument, ...]
    status: StatusMention
    words: tuple[str, ...]
    offsets: tuple[int, ...]
    is_nominal: bool = False
    is_anaphoric: bool = False
    is_weak: bool = False
    is_outcome_only: bool = False
    is_subordinate: bool = False
    is_reduced: bool = False
    is_distinct: bool = False


# ---- values: what resolve gives --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A resolved place. ``text`` and ``span`` are None where the place is only implied.

    Latitude and longitude are WGS 84 degrees of the gazetteer entry, never moved or made up: an
    offset that the text tells ("20 km south of Mosul") stands beside them. ``why`` is the reason
    of the choice in a few words.
    """

    name: str | None
    place_id: str | None
    country: str | None
    precision: PlacePrecision
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature_class: str | None = None
    text: str | None = None
    span: tuple[int, int] | None = None
    why: str = ""
    offset_km: float | None = None
    offset_direction: str | None = None


@dataclass(frozen=True, slots=True)
class DateValue:
    """Earliest and latest day that the words allow; both None where they cannot be resolved."""

    start: date | None
    end: date | None
    precision: DatePrecision
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ActorValue:
    """An actor in its role, with every wording of the document that was read as it."""

    actor_id: str
    name: str
    role: Role
    kind: ActorKind
    country: str | None = None
    texts: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """What a mention stands for within its document, before the place of its event is known.

    ``name``/``actor_id`` are set for an actor with a proper name; otherwise ``noun_class`` tells
    what is known, ``country`` whose it is where the text says, and ``countries`` whose it may be,
    likeliest first. ``parts`` holds the actors of a joint mention ("the two sides").
    """

    mention: ActorMention
    actor_id: str | None = None
    name: str | None = None
    kind: ActorKind | None = None
    country: str | None = None
    noun_class: str = ""
    countries: tuple[str, ...] = ()
    parts: tuple[ResolvedActor, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorIdentity:
    """An actor as an event names it: id, canonical name, kind and country."""

    actor_id: str
    name: str
    kind: ActorKind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class CasualtyValue:
    """One toll claim of a report (codebook, section 8)."""

    outcome: Outcome
    low: int | None
    best: int | None
    high: int | None
    victims: VictimGroup
    side: VictimSide
    text: str
    span: tuple[int, int]
    approximate: bool = False
    claimant: str | None = None
    claimant_kind: ClaimantKind | None = None
    claimant_span: tuple[int, int] | None = None
    current: bool = True
    part_of: bool = False


@dataclass(frozen=True, slots=True)
class AttributionValue:
    """Who says that the event happened, or denies it."""

    claimant: str
    kind: ClaimantKind
    span: tuple[int, int]
    actor_id: str | None = None
    is_denial: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a coded value was read: ``field`` of the report, ``item`` within a list field."""

    field: str
    item: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says about one event."""

    event_type: EventType
    status: Status
    scope: Scope
    trigger: tuple[int, int]
    date: DateValue
    place: PlaceValue | None
    actors: tuple[ActorValue, ...] = ()
    casualties: tuple[CasualtyValue, ...] = ()
    attributions: tuple[AttributionValue, ...] = ()
    confidence: float | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CoderInfo:
    """Which coder made a coding: name, version and a hash of its configuration and data."""

    name: str
    version: str
    config_hash: str


@dataclass(frozen=True, slots=True)
class Coding:
    """A document coded by one coder; reports in the order in which they are told."""

    document_id: str
    coder: CoderInfo
    state: CodingState
    reports: tuple[Report, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with its coding: what a worker hands to load, and `diurna code` prints."""

    document: Document
    coding: Coding
