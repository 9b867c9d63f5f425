"""Event mentions: what one sentence tells of one event, with its arguments in slots.

Enters: a parsed sentence. Leaves: one ``EventMention`` for each event that the sentence tells of,
its triggers joined (``joins``). Nothing is said here of who an actor is or where a place lies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.frames import (
    INITIATOR,
    LIGHT_VERBS,
    MEANS,
    MODIFIER,
    OCCURRENCE_VERBS,
    PARTICIPANT,
    TARGET,
)
from etl.extract.joins import join_triggers
from etl.extract.lexicon import find_means
from etl.extract.status import extract_status
from etl.extract.triggers import lifted, read_triggers
from etl.records import Argument, EventMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from etl.extract.lexicon import MeansMatch
    from etl.extract.triggers import Trigger
    from etl.records import Sentence

# Nouns behind "on", "at" and "against" that say where, when or why, not whom.
NOBODY = frozenset(
    [
        "border",
        "frontier",
        "road",
        "highway",
        "front",
        "frontline",
        "way",
        "eve",
        "day",
        "night",
        "morning",
        "evening",
        "weekend",
        "charge",
        "order",
        "behalf",
        "basis",
        "suspicion",
        "outskirt",
        "edge",
        "foot",
        "ground",
        "site",
        "scene",
        "side",
    ]
)
DISTINCT = frozenset(
    [
        "similar",
        "another",
        "second",
        "third",
        "fourth",
        "previous",
        "earlier",
        "separate",
        "fresh",
        "other",
        "further",
    ]
)
MISHAPS = frozenset(
    [
        "crash",
        "collapse",
        "sink",
        "capsize",
        "overturn",
        "derail",
        "collide",
        "burst",
        "plunge",
        "sweep",
        "drown",
    ]
)
DEFINITE = frozenset(
    ["the", "this", "that", "these", "those", "its", "their", "his", "such", "both"]
)


def extract_events(sentence: Sentence) -> list[EventMention]:
    """Return the events that a sentence tells of, in order; nothing is coded here yet."""
    triggers = read_triggers(sentence.doc)
    if not triggers:
        return []
    join_triggers(triggers)
    means = find_means(sentence.doc)
    mentions = []
    for number in sorted({trigger.group for trigger in triggers}):
        group = [trigger for trigger in triggers if trigger.group == number]
        mention = _mention(sentence, group, means, triggers)
        if mention is not None:
            mentions.append(mention)
    return mentions


# ---- joining ---------------------------------------------------------------------------------


# ---- mentions --------------------------------------------------------------------------------


def _rank(trigger: Trigger) -> tuple[int, int]:
    """Order of the triggers of one event: means before doings before outcomes."""
    if trigger.frame in ("take", "expel", "fall", "lose", "surrender", "enter"):
        return 0, trigger.head.i
    if trigger.frame in ("weapon", "violence", "body"):
        return 3, trigger.head.i
    return (2 if trigger.is_outcome else 1), trigger.head.i


def _mention(
    sentence: Sentence,
    group: Sequence[Trigger],
    means: Sequence[MeansMatch],
    everything: Sequence[Trigger],
) -> EventMention | None:
    everyone = group
    group = [t for t in group if not t.is_purpose] or group
    first = min(group, key=_rank)
    is_nominal = all(not trigger.is_verb for trigger in group)
    if is_nominal and all(trigger.frame == "weapon" for trigger in group):
        return None
    if all(t.is_outcome for t in group) and _is_mishap(group[0].head):
        return None
    verbs = [t for t in group if t.is_verb and not t.is_outcome] or [t for t in group if t.is_verb]
    governor = min(verbs, key=_rank).head if verbs else first.head
    start, end = sentence.span_of(first.match.tokens[0], first.match.tokens[-1])
    flags = frozenset(flag for trigger in group for flag in trigger.match.lexeme.flags)
    return EventMention(
        start=start,
        end=end,
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        frames=frozenset(trigger.frame for trigger in group),
        types=frozenset(
            t.match.lexeme.event_type for t in group if t.match.lexeme.event_type is not None
        ),
        means=frozenset(_means_of(group, means, everything)),
        flags=flags,
        arguments=tuple(_arguments(sentence, everyone)),
        status=extract_status(sentence, governor, [t.head for t in group]),
        words=tuple(token.lemma_.lower() for t in group for token in t.match.tokens),
        offsets=tuple(sentence.start + token.idx for t in group for token in t.match.tokens),
        is_nominal=is_nominal,
        is_anaphoric=any(not t.is_verb and _is_definite(t) for t in group),
        is_weak=_is_weak(group, is_nominal=is_nominal),
        is_distinct=any(not t.is_verb and _is_distinct(t.head) for t in group),
        is_reduced=governor.dep_ in ("acl", "amod"),
        is_subordinate=governor.dep_ == "advcl" and governor.tag_ not in ("VBG", "VBN"),
        is_outcome_only=all(t.is_outcome or t.frame == "body" for t in group),
    )


def _is_mishap(outcome: Token) -> bool:
    """Tell whether victims are those of something that crashed, sank or collapsed."""
    around = [outcome.head, *(c for c in outcome.children if c.dep_ in ("advcl", "ccomp"))]
    return any(token.lemma_.lower() in MISHAPS for token in around)


def _is_distinct(noun: Token) -> bool:
    """Tell whether a noun is told to be another one: "a similar raid", "a second blast"."""
    return any(child.lower_ in DISTINCT for child in noun.children)


def _is_definite(trigger: Trigger) -> bool:
    determiners = [c.lower_ for c in trigger.head.children if c.dep_ in ("det", "poss")]
    return "anaphor" in trigger.match.lexeme.flags and any(d in DEFINITE for d in determiners)


def _is_weak(group: Sequence[Trigger], *, is_nominal: bool) -> bool:
    if any("weak" not in t.match.lexeme.flags and t.is_verb for t in group):
        return False
    if not is_nominal:
        return all("weak" in t.match.lexeme.flags for t in group)
    noun = lifted(group[0].head)
    told = noun.head.lemma_ in OCCURRENCE_VERBS | LIGHT_VERBS and noun.dep_ in (
        "nsubj", "nsubjpass", "dobj", "attr",
    )  # fmt: skip
    return not told or noun.head.lemma_ == "be"


def _means_of(
    group: Sequence[Trigger], means: Sequence[MeansMatch], everything: Sequence[Trigger]
) -> Iterable[str]:
    """Yield the means whose words stand in the slots, modifiers or trigger words of a group."""
    near: set[int] = set()
    for trigger in group:
        near.update(token.i for token in trigger.match.tokens)
        near.update(
            child.i
            for t in trigger.match.tokens
            for child in t.children
            if child.dep_ == "compound"
        )
        for slot, token in trigger.slots:
            if slot in (MEANS, INITIATOR, MODIFIER, PARTICIPANT) or (
                slot == TARGET and trigger.frame in ("shootdown", "suffer", "explode")
            ):
                near.update(t.i for t in _phrase(token))
        if not trigger.is_verb:
            near.update(t.i for t in _phrase(trigger.head))
    others = {t.i for trigger in everything if trigger not in group for t in trigger.match.tokens}
    for match in means:
        if any(t.i in near for t in match.tokens) and not any(t.i in others for t in match.tokens):
            yield match.means


def _phrase(token: Token) -> list[Token]:
    """Return a noun with its own modifiers, participles and "of" and "with" phrases."""
    found, rest = [], [token]
    while rest:
        one = rest.pop()
        found.append(one)
        for child in one.children:
            if child.dep_ in (
                "compound",
                "amod",
                "nmod",
                "poss",
                "nummod",
                "det",
                "case",
                "appos",
                "punct",
            ):
                rest.append(child)
            elif child.dep_ == "prep" and child.lower_ in ("of", "with", "carrying"):
                rest.extend(t for t in child.children if t.dep_ == "pobj")
            elif child.dep_ == "acl" and child.lemma_ in (
                "pack",
                "load",
                "fill",
                "fire",
                "launch",
                "carry",
                "drop",
                "wear",
                "drive",
                "lade",
            ):
                rest.extend(t for t in child.subtree if t.pos_ in ("NOUN", "PROPN"))
    return found


def phrase_span(sentence: Sentence, token: Token) -> tuple[int, int]:
    """Return the document span of a noun phrase, without relative clauses."""
    members = [t for t in _phrase(token) if t.dep_ != "punct"]
    return sentence.span_of(min(members, key=lambda t: t.i), max(members, key=lambda t: t.i))


def _arguments(sentence: Sentence, group: Sequence[Trigger]) -> Iterable[Argument]:
    trigger_tokens = {token.i for trigger in group for token in trigger.match.tokens}
    seen: set[tuple[str, int]] = set()
    for trigger in sorted(group, key=_rank):
        for slot, token in trigger.slots:
            if token.i in trigger_tokens or (slot, token.i) in seen:
                continue
            if slot == TARGET and token.lemma_.lower() in NOBODY:
                continue
            seen.add((slot, token.i))
            start, end = phrase_span(sentence, token)
            yield Argument(slot, start, end, sentence.start + token.idx)
