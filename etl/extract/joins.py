"""Which triggers of a sentence tell of one event.

Enters: the triggers of a sentence. Leaves: the same, those of one event with the same ``group``.
They are joined where one is the means, the occasion or the outcome of another: by syntax, and by
the words between neighbours where the parse fails.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from etl.extract.arguments import governor_of
from etl.extract.frames import OCCASIONS
from etl.extract.status_words import PLANNING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.triggers import Trigger

OUTCOME_FRAMES = frozenset(("harm", "die", "displace"))
VIOLENT = frozenset(
    [
        "assault",
        "fire_on",
        "harm",
        "strike",
        "bomb",
        "launch",
        "riot",
        "disperse",
        "destroy",
        "detonate",
        "take",
    ]
)
BESIDE = frozenset(
    ["destroy", "abduct", "arrest", "riot", "disperse", "seize_arms"]
)  # done in the course of another
RESULTS = frozenset(["result", "consequence", "course", "wake", "cause"])
UNDOING = frozenset(("defuse", "intercept", "shootdown", "seize_arms"))
SENDING = frozenset(["launch", "detonate", "explode", "protest", "riot"])
AUXILIARIES = frozenset(["has", "have", "had", "also", "reportedly"])
NEAR = 7  # words between two triggers that the words still join
LOCATIVES = frozenset(["in", "at", "near", "outside", "inside", "around"])
OCCASIONAL = frozenset(["assault", "means", "clash", "killing"])  # nouns that have an outcome


def join_triggers(triggers: Sequence[Trigger]) -> None:
    """Give the triggers of one event one group number."""
    for number, trigger in enumerate(triggers):
        trigger.group = number
    _join_all(triggers)
    _join_by_words(triggers)


def _join_all(triggers: Sequence[Trigger]) -> None:
    for one in triggers:
        for other in triggers:
            if one is other or one.group == other.group or not _belongs(other, one):
                continue
            if not _is_parted(one, other, triggers):
                _unite(triggers, one, other)


def _is_parted(noun: Trigger, verb: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Tell whether another event noun stands between a noun and the verb that tells its outcome."""
    if noun.is_verb or not verb.is_verb or not verb.is_outcome:
        return False
    return any(
        noun.head.i < t.head.i < verb.head.i and not t.is_verb and t.frame in OCCASIONAL
        for t in triggers
    )


def _unite(triggers: Sequence[Trigger], one: Trigger, other: Trigger) -> None:
    groups = (one.group, other.group)
    for trigger in triggers:
        if trigger.group in groups:
            trigger.group = min(groups)


def _join_by_words(triggers: Sequence[Trigger]) -> None:
    """Join neighbours that the words put together where the parse does not.

    "shelling struck"; "killed and three injured"; "were killed when a mine"; ", killing two".
    """
    for one, other in itertools.pairwise(triggers):
        if one.group == other.group:
            continue
        first, second = one.match.tokens[-1], other.match.tokens[0]
        between = [token.lower_ for token in first.doc[first.i + 1 : second.i]]
        if ";" in between:
            continue
        noun_and_verb = not one.is_verb and other.is_verb and set(between) <= AUXILIARIES
        outcomes = one.is_outcome and other.is_outcome and len(between) <= NEAR and "and" in between
        occasion = one.is_outcome and not other.is_outcome and between[:1] == ["when"]
        later = one.is_outcome and not other.is_outcome and "when" in between[:NEAR]
        result = other.is_outcome and second.tag_ == "VBG" and between[-1:] == [","]
        plain = not any(
            t.pos_ in ("VERB", "AUX", "PUNCT") for t in first.doc[first.i + 1 : second.i]
        )
        noun_and_verb = noun_and_verb or (
            not one.is_verb and one.frame in OCCASIONAL and other.is_outcome and plain
        )
        places = any(t.pos_ == "PROPN" for t in first.doc[first.i + 1 : second.i])
        if noun_and_verb or occasion or result or ((outcomes or later) and not places):
            _unite(triggers, one, other)


def _belongs(child: Trigger, parent: Trigger) -> bool:
    """Tell whether ``child`` tells of the same event as ``parent`` above it in the syntax."""
    if not child.is_verb:
        return _noun_belongs(child, parent)
    if not parent.is_verb:
        return _verb_belongs_to_noun(child, parent)
    head, above = child.head, parent.head
    if child.is_purpose and head.head == above:
        return True
    if (
        head.dep_ in ("advcl", "acl", "dep", "xcomp", "conj", "ccomp")
        and governor_of(head) == above
    ):
        participle = head.tag_ == "VBG" and head.dep_ in ("advcl", "acl", "dep", "conj", "xcomp")
        if child.is_outcome and (participle or head.dep_ == "conj"):
            return not _stands_alone(child, parent)
        if head.dep_ == "conj" and parent.is_outcome and child.is_outcome:
            return not _stands_alone(child, parent)
        if head.dep_ == "conj" and child.frame == "take" and parent.frame in ("assault", "advance"):
            return not _stands_alone(child, parent)
        if participle and child.frame in ("destroy", "abduct", "strike", "detonate", "explode"):
            return parent.frame not in ("deploy", "agree", "base")
        if head.dep_ == "conj" and child.frame in BESIDE and parent.frame in VIOLENT:
            return not _stands_alone(child, parent)
        if (
            head.dep_ == "conj"
            and child.frame == parent.frame
            and child.frame not in OUTCOME_FRAMES
        ):
            return not _stands_alone(child, parent)
    clause = head
    while clause.dep_ == "xcomp":  # "a crowd that attempted to march"
        clause = clause.head
        if parent.frame == "arrest" and child.frame != "protest" and clause.lemma_ in PLANNING:
            return False  # held before "preparing to blow up a bus" came to anything
    if clause.dep_ in ("relcl", "acl") and (parent.frame in UNDOING or child.frame in SENDING):
        return any(t == clause.head for _, t in parent.slots)  # "defused a bomb left in a car"
    if parent.is_outcome and head.dep_ == "advcl" and head.tag_ == "VBG" and head.head == above:
        return not child.is_outcome  # "stepping on a mine, he lost his life"
    if (
        (parent.is_outcome or parent.frame in ("arrest", "repel"))
        and head.dep_ == "advcl"
        and head.head == above
    ):
        mark = next((c.lower_ for c in head.children if c.dep_ in ("mark", "advmod")), "")
        return (
            mark in ("when", "as", "while") and not child.is_outcome
        )  # "died when a bomb went off"
    return False


def _noun_belongs(child: Trigger, parent: Trigger) -> bool:
    noun = child.head
    if parent.is_verb:
        if noun.head == parent.head and noun.dep_ in (
            "nsubj", "nsubjpass", "dobj", "attr", "oprd",
        ):  # fmt: skip
            return True
        if any(token == noun for token in parent.arguments.subjects + parent.arguments.objects):
            return True
        above = noun.head
        if child.frame == "protest" and noun.dep_ == "pobj" and above.head == parent.head:
            return above.lower_ in ("on", "at", "into", "against", "of")
        if noun.dep_ == "pobj" and above.lower_ in OCCASIONS and above.head == parent.head:
            return above.lower_ != "of" or parent.frame == "suffer"
        if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in RESULTS:
            return above.head.head.head == parent.head  # "as a result of the shelling"
        return False
    above = noun.head
    if noun.dep_ == "pobj" and above.head == parent.head:
        return above.lower_ in ("of", "in", "with", "involving", "by") and parent.frame != "agree"
    return noun.dep_ in ("compound", "appos", "amod") and noun.head == parent.head


def _verb_belongs_to_noun(child: Trigger, parent: Trigger) -> bool:
    """A relative or participial clause about the event noun: "an attack that killed six"."""
    verb, noun = child.head, parent.head
    if child.is_purpose and verb.head in (noun, noun.head):
        return True
    if verb.dep_ in ("relcl", "acl") and child.frame in SENDING:
        return verb.head == noun or any(t == verb.head for _, t in parent.slots)
    if verb.head == noun and verb.dep_ in ("relcl", "acl"):
        return child.is_outcome or child.frame in (
            "strike",
            "land",
            "explode",
            "launch",
            "detonate",
        )
    if parent.frame == "body" and verb.dep_ == "relcl":  # "the body of a trader who was kidnapped"
        return verb.head.head.head == noun
    if parent.frame == "weapon" or child.is_outcome:
        return any(t == noun for t in child.arguments.subjects + child.arguments.agents)
    return False


def _stands_alone(child: Trigger, parent: Trigger) -> bool:
    """Two coordinated predicates, each with a place of its own, tell of two events."""

    def has_place(trigger: Trigger) -> bool:
        return any(t.pos_ == "PROPN" for t in trigger.arguments.of(*LOCATIVES))

    own = {t.i for t in child.arguments.subjects} - {t.i for t in parent.arguments.subjects}
    return has_place(child) and (has_place(parent) or bool(own))
