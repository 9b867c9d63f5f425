"""Who says what: claimants, and the stretch of text that each of them vouches for.

Enters: the parsed sentences of a document. Leaves: one ``AttributionMention`` for each time that a
claimant is given: "…, police said", "according to medics", "the rebels claimed responsibility".
A pronoun ("he added") stands for the claimant before it, whose words and offsets it then carries.
Verbs of saying without a claimant give nothing; whether an event is told in the stretch is not
asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from etl.codes import ClaimantKind
from etl.extract.attribution_claims import Claim, find_claims
from etl.extract.claimants import claimant_kind, claimant_tokens, is_open_word
from etl.records import AttributionMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from etl.records import Sentence

_CREDIT = re.compile(r"\b(?:responsib|behind|credit|claimed)", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:not\s+(?:involved|responsible|behind|to\s+blame|carried\s+out|attacked)|"
    r"no\s+(?:part|role|hand|involvement|knowledge)\b|nothing\s+to\s+do\s+with|no\s+such\s+\w+|"
    r"(?:did|had|has|have)\s+not\s+(?:carr(?:y|ied)|attack(?:ed)?|fire[d]?|happen(?:ed)?|take|"
    r"taken|struck|strike|target(?:ed)?|kill(?:ed)?|hit|open(?:ed)?|bomb(?:ed)?|shell(?:ed)?)|"
    r"no\s+(?:\w+\s+){0,2}(?:took\s+place|had\s+been|was\s+used))",
    re.IGNORECASE,
)
_SINGULAR_PERSONS = {"he", "she"}
_OTHER_PRONOUNS = {"it", "they", "who", "which", "that"}
_BODIES = {
    ClaimantKind.OFFICIAL, ClaimantKind.MEDICAL, ClaimantKind.MONITOR, ClaimantKind.PARTY,
}  # fmt: skip
_OWN_VOICE = {"we"}
# Endings of words for bodies, where the list does not have the word ("chancellery").
_BODY_ENDINGS = (
    "ion", "ment", "ity", "cy", "ry", "ship", "ium", "tee", "force", "unit", "board", "court",
    "bank", "chamber", "ute", "ege", "squad", "line", "company", "house", "centre", "center",
    "desk", "service",
)  # fmt: skip
_QUOTE = re.compile(r"[\"“]")
_BREAKS = {";", "while", "but", "whereas", "although", "though"}


@dataclass(frozen=True, slots=True)
class _Known:
    """A claimant of the document, to which pronouns and later short names refer."""

    start: int
    end: int
    text: str
    kind: ClaimantKind
    words: frozenset[str]
    is_plural: bool
    is_person: bool


def extract_attributions(sentences: Sequence[Sentence]) -> list[AttributionMention]:
    """Return who says what in a document, in the order of the text.

    ``sentence`` is the sentence that is vouched for; the words of a claimant that a pronoun stands
    for may lie in an earlier one.
    """
    mentions: list[AttributionMention] = []
    known: list[_Known] = []
    for sentence in sentences:
        claims = find_claims(sentence.doc)
        bounds = _covers(sentence, claims)
        for claim, (start, end) in zip(claims, bounds, strict=True):
            claimant = _claimant(sentence, claim, known)
            if claimant is None:
                continue
            known.append(claimant)
            mentions.append(
                AttributionMention(
                    start=claimant.start,
                    end=claimant.end,
                    text=claimant.text,
                    sentence=sentence.index,
                    kind=claimant.kind,
                    covers_start=start,
                    covers_end=end,
                    is_denial=claim.is_denial or _denies(sentence, claim, start, end),
                )
            )
    return mentions


def _denies(sentence: Sentence, claim: Claim, start: int, end: int) -> bool:
    """Say whether the words vouched for, apart from the claimant, deny."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    after = sentence.doc[claim.cue].idx - (start - sentence.start)
    return _DENIAL.search(text, max(0, after)) is not None


# ---- what is vouched for ---------------------------------------------------------------------


def _covers(sentence: Sentence, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return the stretch that each claim of a sentence vouches for, as document offsets.

    A claimant alone in its sentence vouches for all of it. Of several, one that stands before its
    words ("X said that…") has those up to the next, one that stands after them ("…, X said") those
    back to the last break.
    """
    doc = sentence.doc
    whole = (sentence.start, sentence.end)
    if len(claims) < 2:
        return [whole for _ in claims]
    limits = [0]
    for one, two in pairwise(claims):
        limits.append(max(limits[-1], min(_limit(doc, one, two), len(doc) - 1)))
    limits.append(len(doc))
    bounds = []
    for low, high in pairwise(limits):
        tokens = doc[low : max(high, low + 1)]
        start = sentence.start + tokens[0].idx
        end = sentence.start + tokens[-1].idx + len(tokens[-1].text)
        bounds.append((start, end))
    return bounds


def _limit(doc: Doc, one: Claim, two: Claim) -> int:
    """Return the token at which the words of the second of two claimants begin."""
    start = max(one.cue, one.last) + 1
    end = min(two.first, two.cue)
    if end <= start:
        return start
    breaks = [int(t.i) for t in doc[start:end] if t.lower_ in _BREAKS]
    if breaks:
        return breaks[0]
    if _is_post_posed(doc, two):
        commas = [t.i for t in doc[start:end] if t.lower_ in {",", "and"}]
        return commas[0] if _is_post_posed(doc, one) and commas else _clause_start(doc, start, end)
    commas = [t.i for t in doc[start:end] if t.lower_ == ","]
    return commas[-1] if commas else end


def _clause_start(doc: Doc, start: int, end: int) -> int:
    """Return the "and" or comma that opens the last clause before a post-posed claimant."""
    joins = [t.i for t in doc[start:end] if t.lower_ in {"and", ","}]
    inner = [i for i in joins if i < end - 1]
    return int(inner[-1]) if inner else start


def _is_post_posed(doc: Doc, claim: Claim) -> bool:
    """Say whether the words stand before their claimant ("…, police said")."""
    first = min(claim.first, claim.cue)
    if first == 0 or doc[first - 1].text not in {",", '"', "”", "''"}:
        return False
    following = doc[max(claim.cue, claim.last) + 1 :]
    return not following or following[0].lower_ not in {"that", "it", "they", "he", "she", "the"}


# ---- who it is -------------------------------------------------------------------------------


def _claimant(sentence: Sentence, claim: Claim, known: Sequence[_Known]) -> _Known | None:
    """Return the claimant of a claim; of a pronoun, the one that it stands for."""
    doc = sentence.doc
    head = doc[claim.head]
    pronoun = head.lower_ if head.pos_ == "PRON" or head.lower_ in _OWN_VOICE else None
    if pronoun is not None and pronoun not in _OWN_VOICE:
        return _antecedent(pronoun, known) or _subject(sentence, claim)
    words = frozenset(
        t.lemma_.lower() for t in doc[claim.first : claim.last + 1] if t.pos_ in {"NOUN", "PROPN"}
    )
    if (pronoun is None and not words) or (pronoun and _QUOTE.search(doc[: claim.head].text)):
        return None
    kind = claimant_kind(doc, claim.first, claim.last, claim.head)
    if pronoun is not None:
        kind = ClaimantKind.MONITOR  # a text that says "we" is an observer's bulletin
    earlier = _same_words(head, words, known)
    if earlier is not None and (kind is None or is_open_word(head)):
        kind = earlier.kind
    if kind is None:
        kind = _kind_by_context(doc, claim)
    start, end = sentence.span_of(doc[claim.first], doc[claim.last])
    return _Known(
        start,
        end,
        sentence.text[start - sentence.start : end - sentence.start],
        kind,
        words,
        head.tag_ in {"NNS", "NNPS"} or any(t.dep_ == "conj" for t in head.children),
        _is_person(head, kind),
    )


def _subject(sentence: Sentence, claim: Claim) -> _Known | None:
    """Return the body that acts in a sentence which it itself tells ("…evacuated 40, it said")."""
    doc = sentence.doc
    for token in doc[: claim.head]:
        if token.dep_ != "nsubj" or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        first, last = claimant_tokens(token)
        kind = claimant_kind(doc, first.i, last.i, token.i)
        if kind in _BODIES:
            start, end = sentence.span_of(first, last)
            text = sentence.text[start - sentence.start : end - sentence.start]
            is_plural = token.tag_ in {"NNS", "NNPS"}
            return _Known(start, end, text, kind, frozenset(), is_plural, is_person=False)
    return None


def _antecedent(pronoun: str, known: Sequence[_Known]) -> _Known | None:
    """Return the last claimant that a pronoun can stand for."""
    for claimant in reversed(known):
        if pronoun in _SINGULAR_PERSONS and (claimant.is_plural or not claimant.is_person):
            continue
        if pronoun == "it" and (claimant.is_plural or claimant.is_person):
            continue
        if pronoun == "they" and claimant.is_person and not claimant.is_plural:
            continue
        return claimant if pronoun in _SINGULAR_PERSONS | _OTHER_PRONOUNS else None
    return None


def _same_words(head: Token, words: frozenset[str], known: Sequence[_Known]) -> _Known | None:
    """Return an earlier claimant that "the official", "the ministry" or a surname refers to."""
    lemma = head.lemma_.lower()
    is_name = head.pos_ == "PROPN"
    is_definite = any(c.lower_ in {"the", "this", "that"} for c in head.children)
    if not (is_name or (is_definite and len(words) == 1)):
        return None
    return next((k for k in reversed(known) if lemma in k.words), None)


def _kind_by_context(doc: Doc, claim: Claim) -> ClaimantKind:
    """Return the kind of a claimant none of whose own words tells it.

    What describes a name ("Kalume, who speaks for the rebels", "provincial council member Noori")
    decides; a claim of responsibility makes a party; other names are taken as officials, other
    words as witnesses.
    """
    head = doc[claim.head]
    edges = [t.i for t in head.subtree if abs(t.i - head.i) < 15 and t.i != claim.cue]
    first, last = min(edges, default=claim.first), max(edges, default=claim.last)
    kind = claimant_kind(doc, first, last, claim.head)
    if kind is not None:
        return kind
    after = doc[claim.cue : claim.cue + 6].text
    if _CREDIT.search(after):
        return ClaimantKind.PARTY
    if head.pos_ != "PROPN":
        is_body = head.lemma_.lower().endswith(_BODY_ENDINGS)
        return ClaimantKind.OFFICIAL if is_body else ClaimantKind.WITNESS
    if _QUOTE.search(doc.text) and claim.first == claim.last:
        return ClaimantKind.WITNESS  # somebody who is quoted by a first name alone
    is_one_person = len([t for t in doc[claim.first : claim.last + 1] if t.pos_ == "PROPN"]) >= 2
    return ClaimantKind.OFFICIAL if is_one_person else ClaimantKind.PARTY


_PERSON_HEADS = frozenset(
    "spokesman spokeswoman spokesperson official officer commander governor mayor minister doctor "
    "nurse medic surgeon resident witness villager elder chief head leader colonel general captain "
    "major lieutenant brigadier sergeant inspector detective reporter correspondent journalist "
    "activist worker volunteer source director president survivor brother sister father mother "
    "son nephew uncle owner lawyer administrator commissioner councillor lawmaker prosecutor "
    "member boss deputy secretary priest imam pastor teacher principal envoy ombudsman".split()
)


def _is_person(head: Token, kind: ClaimantKind) -> bool:
    """Say whether a claimant is somebody rather than a body."""
    if head.lemma_.lower() in _PERSON_HEADS:
        return True
    if head.pos_ != "PROPN":
        return kind is ClaimantKind.WITNESS
    titles = {c.lemma_.lower() for c in head.children if c.dep_ in {"compound", "nmod", "appos"}}
    is_full_name = sum(t.pos_ == "PROPN" for t in head.lefts) >= 1 and not any(
        c.lower_ == "the" for c in head.children
    )
    return bool(titles & _PERSON_HEADS) or is_full_name
