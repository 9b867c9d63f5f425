"""Toponyms: every name of a place in a text, with what the words beside it say of it.

Enters: parsed sentences, or passages that are not parsed (headings, datelines, a title), the names
of the gazetteer, and the spans that the actor list has taken. Leaves: place mentions in the order
of the text, names that the gazetteer lacks among them where the words beside tell of a place ("the
village of Tal Safuk"); adjectives of countries with the role ``adjective``. Refuses broadcasters,
newspapers, military units, persons, months and common words that happen to be towns somewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.codes import PassageKind
from etl.extract.toponym_reader import Reader
from etl.extract.toponyms import Word, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.gazetteer.index import Gazetteer
    from etl.records import Passage, PlaceMention, Sentence

_DATELINE = re.compile(
    r"^[^a-z]{0,4}(?P<place>[A-Z][\w.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,40}){0,2}?)"
    r"(?:, (?:\w{3,9}\.? )?\d{1,2}(?: \w{3,9}\.?)?(?:,? \d{4})?)?"
    r"\s*(?:\([^)]{2,40}\)\s*)?\s*(?:—|–|--| - )\s*"
)


def extract_places(
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    taken: Sequence[tuple[int, int]] = (),
) -> list[PlaceMention]:
    """Return every toponym of parsed sentences, with the words that relate to it.

    No toponym is read within the spans of ``taken``.
    """
    reader = Reader(gazetteer, taken)
    for sentence in sentences:
        words = split_words(sentence.text, sentence.start)
        _tag(words, sentence)
        end = _dateline_end(sentence)
        reader.read(sentence.text, sentence.start, words, sentence.index, dateline=end)
    return sorted(reader.mentions(), key=lambda mention: mention.start)


def extract_places_of_passages(
    text: str,
    passages: Iterable[Passage],
    gazetteer: Gazetteer,
    taken: Sequence[tuple[int, int]] = (),
) -> list[PlaceMention]:
    """Return the toponyms of headings and datelines, with ``heading`` or ``dateline`` as role."""
    reader = Reader(gazetteer, taken)
    for passage in passages:
        if passage.kind in (PassageKind.HEADING, PassageKind.DATELINE):
            line = text[passage.start : passage.end]
            words = split_words(line, passage.start)
            role = "dateline" if passage.kind is PassageKind.DATELINE else "heading"
            reader.read(line, passage.start, words, passage.sentence, every_role=role)
    return reader.mentions()


def extract_places_of_title(title: str | None, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Return the toponyms of a title; their offsets are the title's own."""
    reader = Reader(gazetteer, ())
    line = title or ""
    reader.read(line, 0, split_words(line, 0), 0, every_role="heading")
    return reader.mentions()


def _dateline_end(sentence: Sentence) -> int | None:
    """Return where the dateline of a sentence ends ("KABUL (Reuters) - ..."), None without."""
    match = _DATELINE.match(sentence.text)
    return None if match is None else sentence.start + match.end("place")


def _tag(words: list[Word], sentence: Sentence) -> None:
    """Give words the tag, the relation and the governing verb that the parse has for them."""
    tokens = {token.idx: token for token in sentence.doc}
    for word in words:
        token = tokens.get(word.start - sentence.start)
        if token is not None:
            word.pos, word.dep, word.head_lemma = token.pos_, token.dep_, token.head.lemma_
