"""Status and scope of what a trigger tells: did it happen, was it one event (codebook, 2 and 4).

Enters: the token that governs an event in its sentence. Leaves: a ``StatusMention`` with the words
that decided. Modality, tense, negation, the verbs above ("plans to", "denied that", "failed to"),
conditionals and quotation decide the status; quantified periods ("since January", "over the past
months") and nouns of lasting violence decide the scope. What is only supposed, wished or asked is
not codable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.codes import Scope, Status
from etl.extract.status_words import (
    ABSTRACT,
    ANNOUNCED,
    CAUGHT,
    CLAUSAL,
    CONDITIONS,
    CONTENT_NOUNS,
    COUNTABLE,
    COUNTED,
    DENYING,
    FIGURATIVE,
    FOILING,
    FOR_YEARS,
    FUTURE,
    FUTURE_STATUS,
    HAPPENING,
    LASTING,
    MOVING,
    NEGATIONS,
    NOTORIOUS,
    ONGOING_VERBS,
    OPPOSING,
    PATTERN_WORDS,
    PERIOD,
    PLAN_NOUNS,
    PLANNING,
    POSSIBLE,
    PREVENTING,
    REHEARSALS,
    REPEATED,
    SINCE,
    SMALL_NUMBERS,
    SUPPOSING,
    THREATENING,
    UNTRUE,
)
from etl.records import StatusMention

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from etl.records import Sentence


# How what is planned, threatened or supposed hangs on the word that says so.
CONTENTS = frozenset("xcomp ccomp dobj pobj prep acl pcomp".split())


def extract_status(sentence: Sentence, governor: Token, heads: Sequence[Token]) -> StatusMention:
    """Return status and scope of the event that ``governor`` heads in its sentence."""
    status, codable, cue = _status(governor)
    scope, scope_cue = _scope(sentence, governor, heads)
    if status is Status.OCCURRED and scope is Scope.INCIDENT:
        ongoing = _ongoing_cue(governor)
        if ongoing is not None:
            status, cue = Status.ONGOING, ongoing
    cue_span = sentence.span_of(cue) if cue is not None else (None, None)
    return StatusMention(status, scope, codable, *cue_span, *(scope_cue or (None, None)))


def _chain(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield each governor above a token with the child through which it is reached."""
    child = token
    for _ in range(8):
        if child.dep_ not in CLAUSAL or child.head == child:
            return
        yield child.head, child
        child = child.head


def _status(governor: Token) -> tuple[Status, bool, Token | None]:
    if _is_rehearsed(governor) or _is_standing(governor):
        return Status.OCCURRED, False, None
    own = _own_modality(governor)
    if own is not None:
        wished = any(
            a.lemma_.lower() in SUPPOSING and c.dep_ == "ccomp" for a, c in _chain(governor)
        )
        return (Status.OCCURRED, False, None) if wished and own[0] in FUTURE_STATUS else own
    result: tuple[Status, bool, Token | None] | None = None
    for above, child in _chain(governor):
        lemma = above.lemma_.lower()
        if child.dep_ == "conj":
            if above.pos_ in ("VERB", "AUX") and child.tag_ in ("VB", "VBG", "VBN"):
                own = _own_modality(above, inherited=child)
                if own is not None:
                    return own
            continue
        if child.dep_ in ("nsubj", "nsubjpass") and lemma not in FOILING | DENYING:
            own = _own_modality(above)  # "a march is expected", "no attack took place"
            if own is not None:
                return own
            if lemma == "be" and any(c.lower_ in UNTRUE for c in above.children):
                return Status.DENIED, True, above
            made_known = lemma == "announce" and child.lemma_.lower() not in ANNOUNCED
            if lemma in PLANNING and above.tag_ in ("VBN", "JJ") and not made_known:
                return Status.PLANNED, True, above
            return result or (Status.OCCURRED, True, None)
        verdict = _verdict(above, child, governor)
        if verdict is not None:
            return verdict
        if child.dep_ in ("relcl", "acl", "appos") and above.pos_ in ("NOUN", "PROPN"):
            if lemma in PLAN_NOUNS | THREATENING | DENYING | FOILING | CONTENT_NOUNS:
                continue
            break
        if child.dep_ == "advcl" and any(c.lower_ in CONDITIONS for c in child.children):
            return Status.OCCURRED, False, None
        if child.dep_ == "advcl" and child.tag_ == "VB":  # purpose: "moved in to arrest"
            return Status.PLANNED, False, None
        if child.dep_ == "ccomp" and lemma in ("say", "tell", "report", "add", "announce", "state"):
            denial = _is_negated(above)
            if denial:
                return Status.DENIED, True, above
            break
        if above.pos_ in ("VERB", "AUX") and child.dep_ in (
            "dobj",
            "pobj",
            "xcomp",
            "prep",
            "oprd",
        ):
            own = _own_modality(above)
            if own is not None:
                return own
    return result or (Status.OCCURRED, True, None)


def _is_standing(governor: Token) -> bool:
    """A war that goes on for years is a condition ("has been battling … for a decade")."""
    auxiliaries = {c.lower_ for c in governor.children if c.dep_ == "aux"}
    lasting = (
        governor.tag_ == "VBG" and "been" in auxiliaries and auxiliaries & {"has", "have", "'ve"}
    )
    return bool(lasting) and FOR_YEARS.search(governor.doc.text) is not None


def _is_rehearsed(governor: Token) -> bool:
    """An event in a drill is none, nor is an attack of words."""
    phrases = [
        t for c in governor.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"
    ]
    if any(t.lemma_.lower() in REHEARSALS for t in phrases):
        return True
    if governor.pos_ != "NOUN":
        return False
    figurative = any(
        c.lower_ in FIGURATIVE for c in governor.children if c.dep_ in ("amod", "compound")
    )
    return figurative or any(t.lemma_.lower() in ABSTRACT for t in phrases)


def _verdict(
    above: Token, child: Token, governor: Token
) -> tuple[Status, bool, Token | None] | None:
    """What a word above an event says of it, if it is one of the words that do."""
    lemma = above.lemma_.lower()
    if (
        lemma in OPPOSING
        and child == governor
        and child.pos_ == "NOUN"
        and child.dep_ in ("dobj", "pobj", "prep")
    ):
        return Status.OCCURRED, False, above  # "rejected a truce", "opposed the deployment"
    if lemma in DENYING and child.dep_ in (
        "ccomp",
        "xcomp",
        "dobj",
        "acl",
        "pcomp",
        "pobj",
        "prep",
        "nsubj",
        "nsubjpass",
        "relcl",
    ):
        return (Status.OCCURRED, True, None) if _is_negated(above) else (Status.DENIED, True, above)
    if lemma in FOILING and child.dep_ in (
        "xcomp",
        "dobj",
        "pobj",
        "prep",
        "nsubj",
        "nsubjpass",
        "acl",
        "compound",
        "pcomp",
    ):
        if lemma in PREVENTING and _came_through(above):
            return Status.OCCURRED, True, None
        return (Status.FOILED, True, above) if lemma != "stop" or child.dep_ != "xcomp" else None
    if lemma in THREATENING and child.dep_ in CONTENTS:
        return Status.THREATENED, True, above
    if lemma in PLANNING and child.dep_ in CONTENTS:
        if lemma == "announce" and child.dep_ != "xcomp":
            return None
        if lemma == "expect" and _is_negated(above):
            return Status.OCCURRED, False, None
        if above.tag_ in ("VBG", "VBD", "VBN", "NN") and _is_caught(above):
            return Status.FOILED, True, above
        return Status.PLANNED, lemma not in ("want", "seek"), above
    if lemma == "call" and child.dep_ in ("prep", "pobj", "dobj"):
        return Status.PLANNED, True, above
    if lemma in NOTORIOUS:
        return Status.OCCURRED, False, above  # "known for kidnapping foreigners"
    if lemma == "announce" and child.dep_ == "dobj" and child.lemma_ in ANNOUNCED:
        return Status.PLANNED, True, above
    if lemma in MOVING and child.dep_ == "xcomp" and child.tag_ == "VB":
        return Status.OCCURRED, False, above  # "moved to arrest him"
    if lemma in SUPPOSING and child.dep_ in CONTENTS:
        return Status.OCCURRED, False, above
    return None


def _came_through(preventing: Token) -> bool:
    """What was not prevented happened ("did not stop them", "failed to prevent the attack")."""
    above = preventing.head
    failed = preventing.dep_ == "xcomp" and above.lemma_.lower() in ("fail", "unable")
    return failed or _is_negated(preventing)


def _is_caught(planning: Token) -> bool:
    """A plan told of people who were caught, or in the pluperfect, came to nothing."""
    past = any(c.dep_ == "aux" and c.lower_ in ("had", "was", "were") for c in planning.children)
    return (past or planning.tag_ == "NN") and any(t.lemma_.lower() in CAUGHT for t in planning.doc)


def _is_negated(token: Token) -> bool:
    if any(
        c.dep_ == "neg" or c.lower_ in NEGATIONS
        for c in token.children
        if c.dep_ in ("neg", "det", "advmod", "preconj")
    ):
        return True
    return any(
        c.dep_ in ("nsubj", "nsubjpass")
        and (c.lower_ in ("nobody", "none", "nothing") or any(g.lower_ == "no" for g in c.children))
        for c in token.children
    )


def _own_modality(
    token: Token, *, inherited: Token | None = None
) -> tuple[Status, bool, Token | None] | None:
    """Modality and negation of the verb itself; ``inherited`` is a coordinated verb without own."""
    auxiliaries = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    if inherited is not None and any(c.dep_ in ("aux", "nsubj") for c in inherited.children):
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        if any(c.lower_ == "no" and c.dep_ == "det" for c in token.children):
            told = token.dep_ == "nsubj" and token.head.lemma_ in HAPPENING
            return Status.DENIED, told, None
        if any(
            c.lower_ in ("planned", "expected", "imminent", "upcoming", "possible", "potential")
            for c in token.children
            if c.dep_ == "amod"
        ):
            word = next(
                c
                for c in token.children
                if c.lower_
                in ("planned", "expected", "imminent", "upcoming", "possible", "potential")
            )
            return Status.PLANNED, word.lower_ in ("planned", "expected", "upcoming"), word
        if any(
            c.lower_ in ("failed", "attempted", "foiled", "thwarted", "abortive")
            for c in token.children
        ):
            word = next(
                c
                for c in token.children
                if c.lower_ in ("failed", "attempted", "foiled", "thwarted", "abortive")
            )
            return Status.FOILED, word.lower_ not in ("failed", "abortive"), word
        return None
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in token.children):
        return Status.OCCURRED, False, None
    if any(c.dep_ == "advmod" and c.lower_ == "almost" for c in token.children):
        return Status.OCCURRED, False, None
    words = [c.lower_ for c in auxiliaries]
    if _is_negated(token):
        told = token.dep_ == "ROOT" and any(c.dep_ == "prep" for c in token.children)
        return Status.DENIED, told and token.lemma_ in HAPPENING, None
    before = any(c.dep_ == "mark" and c.lower_ == "before" for c in token.children)
    if before and "could" in words:
        return Status.FOILED, True, token  # "before he could detonate his vest"
    if any(w in POSSIBLE for w in words):
        return Status.OCCURRED, False, None
    future = next((c for c in auxiliaries if c.lower_ in FUTURE), None)
    if future is not None:
        if "have" in words:
            return Status.OCCURRED, False, None
        return (Status.THREATENED if _in_quotes(token) else Status.PLANNED), True, future
    if (
        "to" in words
        and token.dep_ in ("ROOT", "ccomp", "relcl", "xcomp")
        and token.head.lemma_ == "be"
    ):
        return Status.PLANNED, True, token.head  # "are to march"
    if (
        token.lemma_ == "go"
        and token.tag_ == "VBG"
        and not any(c.dep_ == "prt" for c in token.children)
    ):
        return Status.PLANNED, True, token
    return None


def _in_quotes(token: Token) -> bool:
    """Tell whether an odd number of quotation marks stands before a token."""
    marks = sum(t.text in ('"', "“", "”", "``", "''") for t in token.doc[: token.i])
    return marks % 2 == 1


def _ongoing_cue(governor: Token) -> Token | None:
    verb = governor
    if (
        governor.dep_ == "pobj"
        and governor.head.lower_ == "in"
        and governor.head.head.lemma_ == "engage"
    ):
        engaged = governor.head.head  # "have been engaged in battles"
        return next((c for c in engaged.children if c.lower_ in ("are", "is", "been")), None)
    if governor.pos_ in ("NOUN", "PROPN") and governor.dep_ in ("nsubj", "nsubjpass"):
        verb = governor.head
        if verb.lemma_ in ONGOING_VERBS and verb.tag_ in ("VBP", "VBZ"):
            return verb
        if verb.lemma_ in ONGOING_VERBS and verb.tag_ == "VBG":
            return verb
        if verb.lemma_ in ONGOING_VERBS and verb.tag_ == "VBD" and verb.dep_ == "ccomp":
            return verb
    for above in (verb, verb.head if verb.dep_ == "xcomp" else verb):
        if above.lemma_ in ("continue", "keep") and above.tag_ in ("VBP", "VBZ"):
            return above
    if verb.tag_ != "VBG" or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.dep_ in ("relcl", "advcl", "acl"):
        return None
    being = next((c for c in verb.children if c.dep_ == "aux" and c.lemma_ == "be"), None)
    if being is None and verb.dep_ == "conj":
        being = next((c for c in verb.head.children if c.dep_ == "aux" and c.lemma_ == "be"), None)
    return being


def _scope(
    sentence: Sentence, governor: Token, heads: Sequence[Token]
) -> tuple[Scope, tuple[int, int] | None]:
    """A summary is told by a lasting noun or by a period with a plural or perfect verb."""
    lasting = next((t for t in heads if t.lemma_.lower() in LASTING), None)
    others = [t for t in heads if t.lemma_.lower() not in LASTING]
    if lasting is not None and all(t.lemma_.lower() in COUNTED for t in others):
        return Scope.SUMMARY, sentence.span_of(lasting)
    many = next((t for t in heads if _is_many(t)), None)
    if many is not None:
        return Scope.SUMMARY, sentence.span_of(many)
    since = SINCE.search(sentence.text)
    if (
        since is not None
        and any(t.lemma_.lower() in COUNTED for t in heads)
        and any(t.lower_ in ("have", "has", "had") and t.dep_ == "aux" for t in governor.children)
    ):
        return Scope.SUMMARY, (sentence.start + since.start(), sentence.start + since.end())
    cue = PERIOD.search(sentence.text)
    perfect = _is_perfect(governor)
    if cue is not None and _reaches(sentence, cue, governor):
        words = cue[0].lower()
        bare_year = words.startswith(("in 1", "in 2", "last year"))
        if (perfect and not bare_year) or PATTERN_WORDS.search(sentence.text):
            return Scope.SUMMARY, (sentence.start + cue.start(), sentence.start + cue.end())
        plural = any(t.tag_ in ("NNS", "NNPS") and t.lemma_.lower() in REPEATED for t in heads)
        if plural:
            return Scope.SUMMARY, (sentence.start + cue.start(), sentence.start + cue.end())
    return Scope.INCIDENT, None


def _is_many(noun: Token) -> bool:
    """Tell whether a fight or an attack is counted by more than a handful ("17 assaults")."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in COUNTABLE:
        return False
    counts = [c for c in noun.children if c.dep_ == "nummod"]
    return any(c.lower_ not in SMALL_NUMBERS for c in counts)


def _reaches(sentence: Sentence, cue: re.Match[str], governor: Token) -> bool:
    """Tell whether a period stands in the clause of the governor, not in another's."""
    tokens = sentence.tokens_in(sentence.start + cue.start(), sentence.start + cue.end())
    if not tokens:
        return False
    members = {token.i for token in governor.subtree}
    return (
        any(t.i in members for t in tokens)
        or governor in tokens[0].ancestors
        or (
            governor.head in tokens[0].ancestors
            and governor.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")
        )
    )


def _is_perfect(governor: Token) -> bool:
    verb = governor
    if governor.pos_ not in ("VERB", "AUX"):
        verb = governor.head
    have = [c for c in verb.children if c.dep_ == "aux" and c.lemma_ in ("have", "'ve")]
    return bool(have) and all(c.lower_ in ("have", "has", "'ve") for c in have)
