"""Phrases that belong together: "members of the PKK", "hundreds of people", "Jane Doe, a nurse".

Enters: the actor phrases of a sentence in order. Leaves: the same, joined where one completes the
other, and with the people whom an apposition describes. It refuses to join what only stands near.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.extract.actor_classes import CIVIL_CLASSES, STATE_CLASSES, WEAK_CLASSES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Doc

    from etl.codes import ActorKind

_QUANTITY_TAIL = frozenset(
    "group crowd band number quantity gang column mob team unit cell".split()
)
_PEOPLE_CLASSES = frozenset({"men", "youth"})
_OPEN_CLASSES = WEAK_CLASSES | _PEOPLE_CLASSES | {"crowd", "forces", "militia"}
_OF = frozenset({"of", "belonging to", "loyal to", "from", "within"})
# "gunmen believed to belong to the group", "fighters thought to be from it".
_HELD_TO_BE = re.compile(
    r"(?:who (?:are|were) )?(?:widely |long )?"
    r"(?:believed|suspected|thought|alleged|said|claiming|known) "
    r"to (?:be|have been|belong|have belonged)(?: (?:members|fighters|followers|supporters|part))?"
    r"(?: of| from| to| with| linked to)?|suspected of (?:belonging to|links (?:to|with))|"
    r"(?:with )?(?:suspected |alleged )?(?:links|ties) (?:to|with)"
)
_CALLED = re.compile(
    r"(?:(?:who|that|which) )?(?:call|calls|calling|style|styles|styling|known|called|dubbed|named)"
    r"(?: (?:itself|themselves|locally|simply|as))*[ \"“]*"
)
_ALLIED = re.compile(
    r"(?:(?:who|that) (?:are |were |is |was )?)?(?:closely )?"
    r"(?:allied (?:with|to)|aligned (?:with|to)|fighting (?:for|alongside)|supporting|"
    r"affiliated (?:with|to)|linked to|sympathetic to|backing|operating with)"
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A proper name of an actor at tokens ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    name: str
    actor_id: str | None = None
    kind: ActorKind | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """A phrase at tokens ``first`` to ``last`` (inclusive) whose head is token ``head``."""

    first: int
    last: int
    head: int
    noun_class: str
    name: NameSpan | None = None
    country: str | None = None
    is_plural: bool = False
    owner: str | None = None
    relation: str | None = None
    other_country: str | None = None


def join_phrases(doc: Doc, phrases: Sequence[ActorPhrase]) -> list[ActorPhrase]:
    """Return the phrases, each ``A of B`` as one where A alone says less than B.

    Of things ("positions of the army") only whose they are is kept.
    """
    joined: list[ActorPhrase] = []
    for phrase in phrases:
        if not joined or not _completes(doc, joined[-1], phrase):
            joined.append(phrase)
            continue
        before = joined[-1]
        made = replace(
            before,
            noun_class=phrase.noun_class
            if before.noun_class in _OPEN_CLASSES
            else before.noun_class,
            name=before.name or phrase.name,
            country=before.country or phrase.country,
            is_plural=before.is_plural or phrase.is_plural,
            owner=before.owner or phrase.owner,
            relation=before.relation or phrase.relation,
        )
        link = doc[before.last + 1 : phrase.first].text.casefold()
        if _ALLIED.fullmatch(link):
            made = _allied(before, phrase)
        is_thing = before.noun_class in {"asset", "post"}
        joined[-1] = phrase if is_thing else replace(made, last=phrase.last)
    return [phrase for phrase in joined if phrase.noun_class != "quantity"]


def _completes(doc: Doc, before: ActorPhrase, phrase: ActorPhrase) -> bool:
    link = doc[before.last + 1 : phrase.first].text.casefold()
    if before.name:
        return False
    if _CALLED.fullmatch(link):
        return phrase.name is not None and before.noun_class not in CIVIL_CLASSES - _PEOPLE_CLASSES
    if _ALLIED.fullmatch(link):
        return before.noun_class not in CIVIL_CLASSES - _PEOPLE_CLASSES
    if _HELD_TO_BE.fullmatch(link):
        return phrase.name is not None and before.noun_class not in CIVIL_CLASSES - {"men"}
    if link not in _OF:
        return False
    if before.noun_class in {"quantity", "crowd"} or doc[before.head].lower_ in _QUANTITY_TAIL:
        return link == "of"
    if before.noun_class in CIVIL_CLASSES - _PEOPLE_CLASSES - {"leader"}:
        return False
    if link in {"from", "within"}:
        return phrase.name is not None
    return phrase.noun_class not in CIVIL_CLASSES


def _allied(before: ActorPhrase, patron: ActorPhrase) -> ActorPhrase:
    """Return a force that fights for another, and is not it: "a militia allied with the army"."""
    if patron.noun_class in STATE_CLASSES and patron.name is None:
        return replace(before, noun_class="pro_government", country=patron.country)
    if patron.name is None:
        return before
    return replace(before, relation=f"Pro-{patron.name.name}")


def add_persons(
    doc: Doc, phrases: Sequence[ActorPhrase], other_names: Collection[int]
) -> list[ActorPhrase]:
    """Return the phrases, and before each "…, a nurse," the person whom it describes.

    ``other_names`` are the tokens of names that are no person's.
    """
    found: list[ActorPhrase] = []
    taken = -1
    for phrase in phrases:
        end = phrase.first - 2
        if phrase.name is None and end > taken and doc[end + 1].text == ",":
            if end > 1 and doc[end].pos_ == "NUM" and doc[end - 1].text == ",":
                end -= 2
            first = end + 1
            while first - 1 > taken and _is_person_word(doc, first - 1, other_names):
                first -= 1
            if end - first >= 1 and not phrase.is_plural:
                found.append(ActorPhrase(first, end, end, phrase.noun_class))
        found.append(phrase)
        taken = phrase.last
    return found


def _is_person_word(doc: Doc, index: int, other_names: Collection[int]) -> bool:
    token = doc[index]
    return token.pos_ == "PROPN" and token.text[:1].isupper() and index not in other_names
