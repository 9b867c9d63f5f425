"""Who stands where around a verb or a noun: the argument finder.

Enters: a token of a parsed sentence. Leaves: the tokens that are its subjects, objects, by-agents
and prepositional complements, with coordinations expanded, relative pronouns replaced by what they
stand for, and the subject of a participle or infinitive taken from the clause above it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
RELATIVE_PRONOUNS = frozenset(("who", "which", "that", "whom", "whose"))
NOMINAL = ("NOUN", "PROPN")
MAX_CLIMB = 6
BLAMING = frozenset("accuse blame suspect charge convict".split())
MEDIATING = frozenset("mediate broker host facilitate announce condemn".split())


@dataclass(slots=True)
class Arguments:
    """The arguments of one predicate; ``complements`` holds them by preposition."""

    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    agents: list[Token] = field(default_factory=list)
    complements: dict[str, list[Token]] = field(default_factory=dict)
    is_passive: bool = False

    def of(self, *prepositions: str) -> list[Token]:
        """Return the complements of any of some prepositions."""
        return [token for word in prepositions for token in self.complements.get(word, ())]


def expand(token: Token) -> list[Token]:
    """Return a noun with those coordinated with it ("rebels and four soldiers")."""
    found, rest = [], [token]
    while rest:
        one = rest.pop(0)
        found.append(one)
        rest.extend(
            child for child in one.children if child.dep_ == "conj" and child.pos_ != "VERB"
        )
    return found


def _expand_all(tokens: Iterable[Token]) -> list[Token]:
    return [one for token in tokens for one in expand(token)]


def _antecedent(token: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl":
        return verb.head
    return token


def add_complements(token: Token, found: Arguments) -> None:
    """Add the complements of a noun within a predicate ("regained control of the town")."""
    _complements(token, found.complements)


def _complements(token: Token, into: dict[str, list[Token]]) -> None:
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.pos_ in ("ADP", "SCONJ", "VERB"):
            word = child.lower_
            for grandchild in child.children:
                if grandchild.dep_ in ("pobj", "pcomp") and grandchild.pos_ != "VERB":
                    into.setdefault(word, []).extend(expand(grandchild))
                elif grandchild.dep_ == "prep":  # "out of the town", "from inside the camp"
                    inner = _expand_all(t for t in grandchild.children if t.dep_ == "pobj")
                    into.setdefault(word, []).extend(inner)
                    into.setdefault(grandchild.lower_, []).extend(inner)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, reduced relatives ("shot by soldiers") among them."""
    if verb.dep_ == "attr" and verb.head.lemma_ == "be":  # "was overrun", read as a noun
        return True
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ in ("VERB", "AUX"):
        has_own = any(child.dep_ in SUBJECTS for child in verb.children)
        has_have = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
        return not has_own and not has_have and not _has_object(verb) and is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and not _has_object(verb)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


def _own_subjects(verb: Token) -> list[Token]:
    return _expand_all(
        _antecedent(child, verb) for child in verb.children if child.dep_ in SUBJECTS
    )


def is_trailing_participle(verb: Token) -> bool:
    """Tell whether a participle behind a comma hangs on the noun before it (", seizing arms")."""
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text == ",")


def governor_of(verb: Token) -> Token:
    """Return the word that governs a verb: for a trailing participle the verb of its clause."""
    if not is_trailing_participle(verb):
        return verb.head
    return next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), verb)


def find_subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb, inherited where it has none of its own."""
    for _ in range(MAX_CLIMB):
        own = _own_subjects(verb)
        if own:
            return own
        head = verb.head
        if verb.dep_ == "attr":
            return _own_subjects(head)
        if is_trailing_participle(verb):
            above = governor_of(verb)
            if above == verb:
                return []
            verb = above
            continue
        if verb.dep_ in ("acl", "relcl", "amod") and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            return expand(head)
        if verb.dep_ == "xcomp":
            controlled = [c for c in head.children if c.dep_ == "dobj"]
            if controlled and head.lemma_ in (
                "order",
                "force",
                "tell",
                "allow",
                "see",
                "let",
                "make",
            ):
                return _expand_all(controlled)
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep") or head == verb:
            return []
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG"):
            return []
        if verb.dep_ == "pcomp" and head.head.lemma_ in BLAMING:
            blamed = "nsubjpass" if is_passive(head.head) else "dobj"
            return _expand_all(c for c in head.head.children if c.dep_ == blamed)
        if verb.dep_ == "pcomp":
            head = head.head  # the preposition's governor: "after attacking", "of killing"
        if head.pos_ in ("NOUN", "PROPN"):
            return expand(head)
        verb = head
    return []


def find_arguments(verb: Token) -> Arguments:
    """Return the arguments of a verb."""
    if verb.dep_ in ("compound", "amod", "nmod") and verb.i and verb.nbor(-1).pos_ in NOMINAL:
        return _swallowed(verb)
    found = Arguments(is_passive=is_passive(verb))
    found.subjects = find_subjects(verb)
    for child in verb.children:
        if child.dep_ in ("dobj", "obj", "attr", "oprd"):
            found.objects.extend(expand(_antecedent(child, verb)))
        elif child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN"):
            found.objects.extend(expand(child))
    if verb.dep_ == "relcl" and not found.objects and not found.is_passive:
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own and own[0].lower_ not in RELATIVE_PRONOUNS:  # "the town that rebels seized"
            found.objects.extend(expand(verb.head))
    _complements(verb, found.complements)
    for child in verb.children:
        if child.dep_ == "prt":
            _complements(child, found.complements)
    if found.is_passive:
        found.agents = found.complements.pop("by", []) or _stray_agents(verb)
    elif verb.tag_ == "VBN":
        found.agents = found.complements.get("by", [])
    if verb.dep_ == "conj" and not found.objects and not found.is_passive:
        shared = [c for c in verb.head.children if c.dep_ == "dobj" and c.i > verb.i]
        found.objects.extend(_expand_all(shared))  # "attacked and burned the village"
    if not found.objects and not found.is_passive:
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i == 2:
                found.objects.extend(_expand_all(c for c in child.children if c.dep_ == "dobj"))
    return found


def _swallowed(verb: Token) -> Arguments:
    """Return the arguments of a verb that the parse took for a part of a noun phrase.

    "The Taliban overran Kaldar district" is read as a district by the small model.
    """
    noun = verb.head
    while noun.dep_ == "compound" and noun.head.i > verb.i:
        noun = noun.head
    found = Arguments(subjects=[verb.nbor(-1)], objects=expand(noun) if noun.i > verb.i else [])
    _complements(noun, found.complements)
    return found


def _stray_agents(verb: Token) -> list[Token]:
    """Return the by-agent of a passive that the parse hung on a place or a day behind it."""
    for token in verb.doc[verb.i + 1 :]:
        if token.pos_ == "VERB" or token.text in (";", ":"):
            return []
        if token.lower_ == "by":
            return _expand_all(c for c in token.children if c.dep_ == "pobj" and c.pos_ != "NUM")
    return []


def find_noun_arguments(noun: Token) -> Arguments:
    """Return the arguments of an event noun: possessors and modifiers as subjects.

    "Israel's raid on Jenin" has the subject "Israel" and the complement "on" Jenin; the verb above
    it ("carried out a raid", "a raid killed") is the caller's matter.
    """
    found = Arguments()
    for child in noun.children:
        if child.dep_ == "poss":
            found.subjects.extend(expand(child))
        elif child.dep_ in ("compound", "amod", "nmod") and child.pos_ in ("NOUN", "PROPN", "ADJ"):
            found.subjects.append(child)
    _complements(noun, found.complements)
    for child in noun.children:
        if (
            child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ not in MEDIATING
        ):  # "an attack carried out by rebels"
            inner = find_arguments(child)
            found.agents.extend(inner.agents)
            for word, tokens in inner.complements.items():
                found.complements.setdefault(word, []).extend(tokens)
    found.agents.extend(found.complements.pop("by", []))
    return found
