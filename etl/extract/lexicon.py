"""The trigger lexicon and the list of means, and where they match in a sentence.

Enters: ``seeds/reference/triggers.csv`` and ``means.csv``, and parsed sentences. Leaves: matches as
tokens of the sentence. A pattern is a row of lemmas: ``a|b`` are alternatives, ``*`` a gap of up
to ``MAX_GAP`` words; a token matches by its lemma or by its lower-cased form, so that a wrong
lemma of the model does not hide a word.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from etl.codes import EventType
from etl.errors import ReferenceDataError
from etl.extract.syntax import ONE_WORD
from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

MAX_GAP = 6
GAP = "*"
IDIOM = "none"  # the frame of words that only look like a trigger
VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
# Past forms that the model often takes for nouns or adjectives.
IRREGULAR = frozenset("retook overran overrun shot struck drove slew".split())
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "VBG", "JJ")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A row of the trigger lexicon: ``pattern`` holds sets of forms, an empty set is a gap."""

    pattern: tuple[frozenset[str], ...]
    is_verb: bool
    frame: str
    event_type: EventType | None
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A lexeme found in a sentence; ``head`` is the token that governs the matched ones."""

    lexeme: Lexeme
    tokens: tuple[Token, ...]
    head: Token


@dataclass(frozen=True, slots=True)
class MeansMatch:
    """Words that name a means of violence; ``head`` is the last of them."""

    means: str
    is_carrier: bool
    tokens: tuple[Token, ...]
    head: Token


def _pattern(words: str) -> tuple[frozenset[str], ...]:
    """Return the forms at each place of a pattern; hyphenated words are split as tokens are."""
    places: list[frozenset[str]] = []
    for word in words.split():
        if word == GAP:
            places.append(frozenset())
        elif "-" in word and word != "-" and "|" not in word and word not in ONE_WORD:
            first, *others = word.split("-")
            places.append(frozenset((first,)))
            for part in others:
                places.extend((frozenset(("-",)), frozenset((part,))))
        else:
            places.append(frozenset(word.lstrip("^").split("|")))
    return tuple(places)


@lru_cache(maxsize=1)
def load_triggers() -> dict[str, list[Lexeme]]:
    """Return the lexemes by each form of their first word, longest patterns first.

    Raises:
        ReferenceDataError: a row names an unknown event type or part of speech.
    """
    index: dict[str, list[Lexeme]] = defaultdict(list)
    for row in read_reference("triggers.csv"):
        if row["pos"] not in ("v", "n") or (row["type"] and row["type"] not in set(EventType)):
            message = (
                f"triggers.csv, {row['pattern']!r}: unknown pos or type; use v or n, and a type."
            )
            raise ReferenceDataError(message)
        lexeme = Lexeme(
            _pattern(row["pattern"]),
            row["pos"] == "v",
            row["frame"],
            EventType(row["type"]) if row["type"] else None,
            frozenset(row["flags"].split()),
        )
        for form in lexeme.pattern[0]:
            index[form].append(lexeme)
    for lexemes in index.values():
        lexemes.sort(key=lambda lexeme: -len(lexeme.pattern))
    return dict(index)


@lru_cache(maxsize=1)
def load_means() -> dict[str, list[tuple[tuple[frozenset[str], ...], str, bool]]]:
    """Return the means by each form of their first word, longest first."""
    index: dict[str, list[tuple[tuple[frozenset[str], ...], str, bool]]] = defaultdict(list)
    for row in read_reference("means.csv"):
        pattern = _pattern(row["words"])
        for form in pattern[0]:
            index[form].append((pattern, row["means"], row["carrier"] == "yes"))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return dict(index)


def _forms(token: Token) -> tuple[str, ...]:
    """Return lemma, form, and the stems of an "-ed" form, of which the model is often unsure."""
    form = token.lower_
    if form.endswith("ed") and len(form) > 4:
        if token.tag_ in VERB_TAGS:
            return token.lemma_.lower(), form, form[:-1]  # "raped" is not "rapped"
        return token.lemma_.lower(), form, form[:-2], form[:-1], form[:-3]
    return token.lemma_.lower(), form


def match_pattern(pattern: Sequence[frozenset[str]], doc: Doc, start: int) -> list[Token] | None:
    """Return the tokens that a pattern matches from token ``start`` on, gaps left out."""
    found: list[Token] = []
    place, gap = start, 0
    for forms in pattern:
        if not forms:
            gap = MAX_GAP
            continue
        limit = min(len(doc), place + gap + 1)
        hit = next((i for i in range(place, limit) if not forms.isdisjoint(_forms(doc[i]))), None)
        if hit is None or any(token.pos_ == "VERB" for token in doc[place:hit]):
            return None  # a verb between begins another clause
        found.append(doc[hit])
        place, gap = hit + 1, 0
    return found


def _head(tokens: Sequence[Token]) -> Token:
    members = {token.i for token in tokens}
    return next(
        (token for token in tokens if token.head.i not in members or token.head == token), tokens[0]
    )


def _is_dated(month: Token) -> bool:
    """Tell whether a number stands beside the name of a month."""
    beside = month.doc[max(0, month.i - 1) : month.i + 2]
    return any(token.like_num or token.pos_ == "NUM" for token in beside)


def _verb(tokens: Sequence[Token]) -> Token:
    """Return the verb of a match: not "baton" of "baton-charged"."""
    return next((token for token in tokens if token.tag_ in VERB_TAGS), tokens[0])


def _hang_together(tokens: Sequence[Token]) -> bool:
    """Tell whether the words on both sides of a gap stand in one clause of the first."""
    first = tokens[0]
    return all(first in token.ancestors or token in first.ancestors for token in tokens[1:])


def _fits(lexeme: Lexeme, tokens: Sequence[Token]) -> bool:
    """Tell whether the part of speech that the model saw allows the lexeme."""
    first = tokens[0]
    if first.lower_ == "march" and first.text[0].isupper() and _is_dated(first):
        return False
    if lexeme.is_verb:
        return any(
            t.tag_ in VERB_TAGS or t.lower_.endswith("ed") or t.lower_ in IRREGULAR for t in tokens
        )
    forms = frozenset[str]().union(*lexeme.pattern)  # "according" is no accord
    return any(t.tag_ in NOUN_TAGS and (t.tag_ != "VBG" or t.lower_ in forms) for t in tokens)


def find_triggers(doc: Doc) -> list[TriggerMatch]:
    """Return the triggers of a sentence, in order; a token belongs to one, the longest match."""
    index, taken, found = load_triggers(), set[int](), []
    for token in doc:
        if token.i in taken:
            continue
        for lexeme in _candidates(index, token):
            tokens = match_pattern(lexeme.pattern, doc, token.i)
            if tokens and frozenset() in lexeme.pattern and not _hang_together(tokens):
                continue
            if tokens and _fits(lexeme, tokens) and not any(t.i in taken for t in tokens):
                taken.update(t.i for t in tokens)
                head = _verb(tokens) if lexeme.is_verb else _head(tokens)
                if lexeme.frame != IDIOM:
                    found.append(TriggerMatch(lexeme, tuple(tokens), head))
                break
    return found


def _candidates(index: dict[str, list[Lexeme]], token: Token) -> Iterator[Lexeme]:
    lexemes = [lexeme for form in dict.fromkeys(_forms(token)) for lexeme in index.get(form, ())]
    yield from sorted(lexemes, key=lambda lexeme: -len(lexeme.pattern))


def find_means(doc: Doc) -> list[MeansMatch]:
    """Return the words of a sentence that name a means of violence, longest match first."""
    index, found, place = load_means(), [], 0
    while place < len(doc):
        rows = [row for form in dict.fromkeys(_forms(doc[place])) for row in index.get(form, ())]
        for pattern, means, is_carrier in sorted(rows, key=lambda row: -len(row[0])):
            tokens = match_pattern(pattern, doc, place)
            if tokens and (len(tokens) > 1 or tokens[0].pos_ in ("NOUN", "PROPN", "ADJ", "X")):
                found.append(MeansMatch(means, is_carrier, tuple(tokens), tokens[-1]))
                place = tokens[-1].i
                break
        place += 1
    return found
