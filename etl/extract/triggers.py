"""Triggers of a sentence: lexicon matches with their arguments in slots.

Enters: a match of the trigger lexicon. Leaves: a ``Trigger`` with the words that its frame reads as
initiator, target, means or place: by the syntax around it and, for an event noun, the verb above it
("carried out a raid on", "is blamed for", "two weeks of").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.extract.arguments import (
    BLAMING,
    NOMINAL,
    Arguments,
    add_complements,
    expand,
    find_arguments,
    find_noun_arguments,
)
from etl.extract.frames import (
    ALLIED,
    INITIATOR,
    LIGHT_VERBS,
    MEASURES,
    NOUN_FRAMES,
    OCCURRENCE_VERBS,
    PARTICIPANT,
    PREPARING,
    TARGET,
    VERB_FRAMES,
)
from etl.extract.lexicon import find_triggers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from etl.extract.lexicon import TriggerMatch

ENGAGED = frozenset(["engage", "involve", "lock", "embroil"])


@dataclass(slots=True)
class Trigger:
    """A match with its arguments and the slots that its frame gives them."""

    match: TriggerMatch
    arguments: Arguments
    slots: list[tuple[str, Token]] = field(default_factory=list)
    group: int = 0

    @property
    def head(self) -> Token:
        """The token that governs the matched ones."""
        return self.match.head

    @property
    def frame(self) -> str:
        """The name of the frame."""
        return self.match.lexeme.frame

    @property
    def is_verb(self) -> bool:
        """Whether the lexeme is a verb."""
        return self.match.lexeme.is_verb

    @property
    def is_outcome(self) -> bool:
        """Whether the words only tell of harm, so that a means outranks them."""
        return "outcome" in self.match.lexeme.flags

    @property
    def is_purpose(self) -> bool:
        """An infinitive that says what for: "an operation to liberate the town"."""
        head = self.head
        return (
            self.is_verb
            and head.tag_ == "VB"
            and head.dep_ in ("acl", "advcl", "relcl")
            and any(c.lower_ == "to" for c in head.children)
        )


def read_triggers(doc: Doc) -> list[Trigger]:
    """Return the triggers of a sentence with their arguments, mere modifiers left out."""
    return [_read(match) for match in find_triggers(doc) if not _is_mere_modifier(match)]


def _is_trailing(match: TriggerMatch) -> bool:
    """An advance told as a participle of another fight ("in battles with ISIL, advancing on …")."""
    return match.lexeme.frame == "advance" and match.head.dep_ == "advcl"


def _is_mere_modifier(match: TriggerMatch) -> bool:
    """An event noun that only qualifies another ("the operation's spokesman")."""
    head = match.head
    if (
        match.lexeme.is_verb
        and head.dep_ == "amod"
        and (not head.i or head.nbor(-1).pos_ not in NOMINAL)
    ):
        return True  # "the newly liberated town"
    if match.lexeme.is_verb:
        return (
            match.lexeme.frame in ("clash", "advance")
            and len(match.tokens) == 1
            and head.tag_ == "VBG"
            and (head.dep_ in ("acl", "relcl") or _is_trailing(match))
            and not any(child.dep_ == "npadvmod" for child in head.children)
        )
    if match.lexeme.frame in ("weapon", "means"):
        return False
    return head.dep_ in ("poss", "compound") and head.head.pos_ == "NOUN" and head.i < head.head.i


def _read(match: TriggerMatch) -> Trigger:
    head, members = match.head, set(match.tokens)
    if match.lexeme.is_verb:
        found, frame = find_arguments(head), VERB_FRAMES[match.lexeme.frame]
        for token in match.tokens[1:]:
            if token.pos_ == "NOUN":
                add_complements(token, found)
        subject, obj = frame.subject, frame.object
        if match.lexeme.frame == "explode" and found.objects:
            subject = INITIATOR  # "militants blew up a pipeline"
        if found.is_passive:
            given = [(obj or subject, t) for t in found.subjects] + [
                (subject, t) for t in found.agents
            ]
        else:
            given = [(subject, t) for t in found.subjects] + [(obj, t) for t in found.objects]
    else:
        found, frame = find_noun_arguments(head), NOUN_FRAMES[match.lexeme.frame]
        given = [(frame.subject, t) for t in found.subjects] + [
            (INITIATOR, t) for t in found.agents
        ]
        given += _from_above(head, frame.complements)
    for preposition, slot in frame.complements.items():
        given += [(slot, token) for token in found.of(preposition)]
    given += [
        (slot, ally)
        for slot, token in given
        if slot in (INITIATOR, PARTICIPANT, TARGET)
        for ally in _allies(token)
    ]
    trigger = Trigger(match, found)
    trigger.slots = [(slot, t) for slot, t in given if slot is not None and t not in members]
    return trigger


def _allies(token: Token) -> list[Token]:
    """Return those who act with an actor: "soldiers, backed by militiamen"."""
    return [
        one
        for child in token.children
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in ALLIED
        for by in child.children
        if by.lower_ == "by"
        for complement in by.children
        if complement.dep_ == "pobj"
        for one in expand(complement)
    ]


def lifted(noun: Token) -> Token:
    """Return the noun that measures out an event noun ("two weeks of clashes"), or itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in MEASURES:
        return noun.head.head
    return noun


def _from_above(noun: Token, complements: dict[str, str]) -> list[tuple[str | None, Token]]:
    """Return what the verb above an event noun tells of its actors ("carried out a raid on")."""
    noun = lifted(noun)
    verb = noun.head
    if noun.dep_ == "pobj" and verb.head.pos_ in ("VERB", "AUX"):
        return _from_preposition(verb)
    if noun.dep_ == "nsubj" and verb.lemma_ in OCCURRENCE_VERBS:
        found = find_arguments(verb)
        return [(slot, t) for word, slot in complements.items() for t in found.of(word)]
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ in ("VERB", "AUX"):
        found = find_arguments(verb)
        given: list[tuple[str | None, Token]] = []
        if verb.lemma_ in LIGHT_VERBS or verb.lemma_ == "claim":
            doers = found.agents if found.is_passive else found.subjects
            given += [(INITIATOR, token) for token in doers if token != noun]
        if verb.lemma_ in ("suffer", "face", "survive", "endure", "repel", "repulse"):
            given += [(TARGET, token) for token in found.subjects if token != noun]
        for preposition, slot in complements.items():
            given += [(slot, token) for token in found.of(preposition)]
        return given
    return []


def _from_preposition(preposition: Token) -> list[tuple[str | None, Token]]:
    """Return who prepares for an event, is blamed for it or stands behind it."""
    verb = preposition.head
    word = preposition.lower_
    if word in ("for", "of") and verb.lemma_ in BLAMING:
        return [(INITIATOR, token) for token in find_arguments(verb).objects]
    if word == "in" and verb.lemma_ in ENGAGED:
        return [(PARTICIPANT, token) for token in find_arguments(verb).subjects]
    if (word in ("for", "to") and verb.lemma_ in PREPARING) or word == "behind":
        return [(INITIATOR, token) for token in find_arguments(verb).subjects]
    return []
