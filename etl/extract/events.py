"""Event mentions: triggers of a sentence, joined by syntax, with their arguments in slots.

Enters: a parsed sentence. Leaves: one ``EventMention`` for each event that the sentence tells of.
Triggers are joined where one is the means, the occasion or the outcome of another ("a bomb
exploded, killing three"; "died in clashes"; "repelled an attack"). Nothing is said here of who an
actor is or where a place lies.
"""

from __future__ import annotations

import itertools
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
    governor_of,
)
from etl.extract.frames import (
    ALLIED,
    INITIATOR,
    LIGHT_VERBS,
    MEANS,
    MEASURES,
    MODIFIER,
    NOUN_FRAMES,
    OCCASIONS,
    OCCURRENCE_VERBS,
    PARTICIPANT,
    PREPARING,
    TARGET,
    VERB_FRAMES,
)
from etl.extract.lexicon import MeansMatch, TriggerMatch, find_means, find_triggers
from etl.extract.status import extract_status
from etl.records import Argument, EventMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from etl.records import Sentence

OUTCOME_FRAMES = frozenset(("harm", "die", "displace"))
VIOLENT = frozenset(
    "assault fire_on harm strike bomb launch riot disperse destroy detonate take".split()
)
BESIDE = frozenset("destroy abduct arrest riot disperse seize_arms".split())  # done in the course of another
RESULTS = frozenset("result consequence course wake cause".split())
# Nouns behind "on", "at" and "against" that say where, when or why, not whom.
NOBODY = frozenset(
    "border frontier road highway front frontline way eve day night morning evening weekend charge "
    "order behalf basis suspicion outskirt edge foot ground site scene side".split()
)
DISTINCT = frozenset(
    "similar another second third fourth previous earlier separate fresh other further".split()
)
OCCASIONAL = frozenset("assault means clash killing".split())  # nouns that have an outcome
ENGAGED = frozenset("engage involve lock embroil".split())
UNDOING = frozenset(("defuse", "intercept", "shootdown", "seize_arms"))
SENDING = frozenset("launch detonate explode protest riot".split())
AUXILIARIES = frozenset("has have had also reportedly".split())
MISHAPS = frozenset(
    "crash collapse sink capsize overturn derail collide burst plunge sweep drown".split()
)
NEAR = 7  # words between two triggers that the words still join
LOCATIVES = frozenset("in at near outside inside around".split())
DEFINITE = frozenset("the this that these those its their his such both".split())


@dataclass(slots=True)
class _Trigger:
    """A match with its arguments and the slots that its frame gives them."""

    match: TriggerMatch
    arguments: Arguments
    slots: list[tuple[str, Token]] = field(default_factory=list)
    group: int = 0

    @property
    def head(self) -> Token:
        return self.match.head

    @property
    def frame(self) -> str:
        return self.match.lexeme.frame

    @property
    def is_verb(self) -> bool:
        return self.match.lexeme.is_verb

    @property
    def is_outcome(self) -> bool:
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


def extract_events(sentence: Sentence) -> list[EventMention]:
    """Return the events that a sentence tells of, in order; nothing is coded here yet."""
    triggers = [
        _read(match) for match in find_triggers(sentence.doc) if not _is_mere_modifier(match)
    ]
    if not triggers:
        return []
    means = find_means(sentence.doc)
    for number, trigger in enumerate(triggers):
        trigger.group = number
    _join_all(triggers)
    _join_by_words(triggers)
    mentions = []
    for number in sorted({trigger.group for trigger in triggers}):
        group = [trigger for trigger in triggers if trigger.group == number]
        mention = _mention(sentence, group, means, triggers)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _is_trailing(match: TriggerMatch) -> bool:
    """An advance told as a participle of another fight ("in battles with ISIL, advancing on …")."""
    return match.lexeme.frame == "advance" and match.head.dep_ == "advcl"


def _is_mere_modifier(match: TriggerMatch) -> bool:
    """An event noun that only qualifies another ("attack helicopter", "the operation's spokesman")."""
    head = match.head
    if match.lexeme.is_verb and head.dep_ == "amod" and (not head.i or head.nbor(-1).pos_ not in NOMINAL):
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


def _read(match: TriggerMatch) -> _Trigger:
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
    trigger = _Trigger(match, found)
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


def _lifted(noun: Token) -> Token:
    """Return the noun that measures out an event noun ("two weeks of clashes"), or itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in MEASURES:
        return noun.head.head
    return noun


def _from_above(noun: Token, complements: dict[str, str]) -> list[tuple[str | None, Token]]:
    """Return what the verb above an event noun tells of its actors ("carried out a raid on")."""
    noun = _lifted(noun)
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


# ---- joining ---------------------------------------------------------------------------------


def _join_all(triggers: Sequence[_Trigger]) -> None:
    for one in triggers:
        for other in triggers:
            if one is other or one.group == other.group or not _belongs(other, one):
                continue
            if not _is_parted(one, other, triggers):
                _unite(triggers, one, other)


def _is_parted(noun: _Trigger, verb: _Trigger, triggers: Sequence[_Trigger]) -> bool:
    """Tell whether another event noun stands between a noun and the verb that tells its outcome."""
    if noun.is_verb or not verb.is_verb or not verb.is_outcome:
        return False
    return any(
        noun.head.i < t.head.i < verb.head.i and not t.is_verb and t.frame in OCCASIONAL
        for t in triggers
    )


def _unite(triggers: Sequence[_Trigger], one: _Trigger, other: _Trigger) -> None:
    groups = (one.group, other.group)
    for trigger in triggers:
        if trigger.group in groups:
            trigger.group = min(groups)


def _join_by_words(triggers: Sequence[_Trigger]) -> None:
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
        plain = not any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in first.doc[first.i + 1 : second.i])
        noun_and_verb = noun_and_verb or (
            not one.is_verb and one.frame in OCCASIONAL and other.is_outcome and plain
        )
        places = any(t.pos_ == "PROPN" for t in first.doc[first.i + 1 : second.i])
        if noun_and_verb or occasion or result or ((outcomes or later) and not places):
            _unite(triggers, one, other)


def _belongs(child: _Trigger, parent: _Trigger) -> bool:
    """Tell whether ``child`` tells of the same event as ``parent`` above it in the syntax."""
    if not child.is_verb:
        return _noun_belongs(child, parent)
    if not parent.is_verb:
        return _verb_belongs_to_noun(child, parent)
    head, above = child.head, parent.head
    if child.is_purpose and head.head == above:
        return True
    if head.dep_ in ("advcl", "acl", "dep", "xcomp", "conj", "ccomp") and governor_of(head) == above:
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


def _noun_belongs(child: _Trigger, parent: _Trigger) -> bool:
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


def _verb_belongs_to_noun(child: _Trigger, parent: _Trigger) -> bool:
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


def _stands_alone(child: _Trigger, parent: _Trigger) -> bool:
    """Two coordinated predicates, each with a place of its own, tell of two events."""

    def has_place(trigger: _Trigger) -> bool:
        return any(t.pos_ == "PROPN" for t in trigger.arguments.of(*LOCATIVES))

    own = {t.i for t in child.arguments.subjects} - {t.i for t in parent.arguments.subjects}
    return has_place(child) and (has_place(parent) or bool(own))


# ---- mentions --------------------------------------------------------------------------------


def _rank(trigger: _Trigger) -> tuple[int, int]:
    """Order of the triggers of one event: means before doings before outcomes."""
    if trigger.frame in ("take", "expel", "fall", "lose", "surrender", "enter"):
        return 0, trigger.head.i
    if trigger.frame in ("weapon", "violence", "body"):
        return 3, trigger.head.i
    return (2 if trigger.is_outcome else 1), trigger.head.i


def _mention(
    sentence: Sentence,
    group: Sequence[_Trigger],
    means: Sequence[MeansMatch],
    everything: Sequence[_Trigger],
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


def _is_definite(trigger: _Trigger) -> bool:
    determiners = [c.lower_ for c in trigger.head.children if c.dep_ in ("det", "poss")]
    return "anaphor" in trigger.match.lexeme.flags and any(d in DEFINITE for d in determiners)


def _is_weak(group: Sequence[_Trigger], *, is_nominal: bool) -> bool:
    if any("weak" not in t.match.lexeme.flags and t.is_verb for t in group):
        return False
    if not is_nominal:
        return all("weak" in t.match.lexeme.flags for t in group)
    noun = _lifted(group[0].head)
    told = noun.head.lemma_ in OCCURRENCE_VERBS | LIGHT_VERBS and noun.dep_ in (
        "nsubj", "nsubjpass", "dobj", "attr",
    )  # fmt: skip
    return not told or noun.head.lemma_ == "be"


def _means_of(
    group: Sequence[_Trigger], means: Sequence[MeansMatch], everything: Sequence[_Trigger]
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
            if slot in (MEANS, INITIATOR, MODIFIER, PARTICIPANT) or (slot == TARGET and trigger.frame in ("shootdown", "suffer", "explode")):
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


def _arguments(sentence: Sentence, group: Sequence[_Trigger]) -> Iterable[Argument]:
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
