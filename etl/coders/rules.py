"""The rule coder: extract and resolve, in their order, over one document.

Enters: a document and its passages. Leaves: its coding. It refuses a document that is not in
English. Deterministic: nothing outside the text, the reference data and the language model is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from etl.codes import CodingState
from etl.extract.actors import extract_actors, load_actor_list
from etl.extract.attachment import attach_spans, find_spoken
from etl.extract.attributions import extract_attributions
from etl.extract.casualties import extract_casualties
from etl.extract.dates import extract_dates
from etl.extract.distractors import find_distracted
from etl.extract.events import extract_events
from etl.extract.places import (
    extract_places,
    extract_places_of_passages,
    extract_places_of_title,
)
from etl.extract.syntax import extract_sentences
from etl.gazetteer import open_gazetteer
from etl.records import CoderInfo, Coding
from etl.reference import hash_installation
from etl.resolve.actors import place_actor, resolve_actors
from etl.resolve.dates import resolve_dates
from etl.resolve.facts import Facts
from etl.resolve.places import list_places, resolve_places
from etl.resolve.reports import resolve_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import (
        ActorMention,
        Document,
        EventMention,
        Passage,
        PlaceMention,
        PlaceValue,
        Sentence,
    )

VERSION = "0.1.0"
PACKAGES = ("parse", "extract", "resolve", "gazetteer", "coders")


class RuleCoder:
    """Codes English news by lexicon, syntax and reference data."""

    def __init__(self) -> None:
        self._gazetteer = open_gazetteer()
        self._actors = load_actor_list()
        self.info = CoderInfo(
            name="rules", version=VERSION, config_hash=hash_installation(*PACKAGES)
        )

    def code_document(self, document: Document, passages: Sequence[Passage]) -> Coding:
        """Return the reports that a document tells, in the order of the text."""
        if document.language not in (None, "en"):
            return Coding(document.document_id, self.info, CodingState.REFUSED)
        sentences = extract_sentences(document, passages)
        reports = tuple(resolve_reports(self.read_facts(document, passages, sentences)))
        state = CodingState.EVENTS if reports else CodingState.NO_EVENTS
        return Coding(document.document_id, self.info, state, reports)

    def list_places(self, document: Document, passages: Sequence[Passage]) -> list[dict[str, Any]]:
        """Return every toponym of a document and why it was resolved so (``diurna places``)."""
        sentences = extract_sentences(document, passages)
        actors = extract_actors(sentences, self._actors)
        return list_places(*self._read_places(document, passages, sentences, actors))

    def _read_places(
        self,
        document: Document,
        passages: Sequence[Passage],
        sentences: Sequence[Sentence],
        actors: Sequence[ActorMention],
    ) -> tuple[list[PlaceMention], list[PlaceValue | None]]:
        """Return the toponyms of a document, title and actors helping to tell which is meant."""
        taken = [(a.start, a.end) for a in actors if not a.is_generic and a.actor_id]
        places = [
            *extract_places(sentences, self._gazetteer, taken),
            *extract_places_of_passages(document.text, passages, self._gazetteer),
        ]
        places.sort(key=lambda place: place.start)
        title = extract_places_of_title(document.title, self._gazetteer)
        values = resolve_places(
            places,
            document.text,
            self._gazetteer,
            hints=[place.text for place in title],
            countries=[a.country for a in actors if a.country],
        )
        return places, values

    def read_facts(
        self, document: Document, passages: Sequence[Passage], sentences: Sequence[Sentence]
    ) -> Facts:
        """Return the mentions of a document with their values, each attached to its event."""
        actors = extract_actors(sentences, self._actors)
        places, values = self._read_places(document, passages, sentences, actors)
        located = [(m, v) for m, v in zip(places, values, strict=True) if v is not None]
        dates = extract_dates(sentences)
        dated = list(zip(dates, resolve_dates(dates, document.published), strict=True))
        tolls = extract_casualties(sentences)
        distracted = find_distracted(sentences)
        events: list[EventMention] = []
        owners: list[dict[int, int | None]] = [{}, {}, {}]
        spans = (
            [(m.sentence, m.start, m.end) for m, _ in located],
            [(m.sentence, m.start, m.end) for m, _ in dated],
            [(m.sentence, m.anchor, m.anchor + 1) for m in tolls],
        )
        spoken: list[set[int]] = [set(), set()]
        for sentence in sentences:
            for numbers, items in zip(spoken, spans, strict=False):
                said = [n for n, item in enumerate(items) if item[0] == sentence.index]
                flags = find_spoken(sentence, [items[n][1:] for n in said])
                numbers.update(n for n, flag in zip(said, flags, strict=True) if flag)
            if sentence.paragraph in distracted:
                continue
            here = extract_events(sentence)
            for owner, items in zip(owners, spans, strict=True):
                inside = [n for n, item in enumerate(items) if item[0] == sentence.index]
                found = attach_spans(sentence, here, [items[n][1:] for n in inside])
                for number, event in zip(inside, found, strict=True):
                    owner[number] = None if event is None else event + len(events)
            events.extend(here)
        return Facts(
            document=document,
            events=events,
            actors=list(zip(actors, resolve_actors(actors, document), strict=True)),
            places=located,
            dates=dated,
            tolls=tolls,
            attributions=extract_attributions(sentences),
            place_owner=[owners[0].get(n) for n in range(len(located))],
            date_owner=[owners[1].get(n) for n in range(len(dated))],
            spoken_places=frozenset(spoken[0]),
            spoken_dates=frozenset(spoken[1]),
            toll_owner=[owners[2].get(n) for n in range(len(tolls))],
            sentences={s.index: (s.start, s.end) for s in sentences},
            paragraph_of={s.index: s.paragraph for s in sentences},
            place_actor=place_actor,
        )
