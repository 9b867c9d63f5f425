"""Where a sentence gives a claimant: by a verb of saying, by "according to", in brackets.

Enters: a parsed sentence. Leaves: ``Claim``s, tokens of the claimant's words and of the saying
word. Verbs of saying without anybody who says, and denied ones ("did not say"), give nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.codes import ClaimantKind
from etl.extract.claimants import appositive_of, claimant_kind, claimant_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_SAYING = frozenset(
    "say tell report announce confirm add state declare claim acknowledge admit disclose reveal "
    "note explain describe recount recall estimate count record document blame accuse allege "
    "insist maintain assert write tweet post warn vow threaten pledge promise complain find "
    "establish trace verify attribute ascribe boast speak talk relate inform communicate believe "
    "suspect clarify stress underline emphasise emphasize argue contend observe testify assure "
    "concede denounce condemn decry make list tally register log publish broadcast release issue "
    "share circulate put set place give call own lay take quote hold mention swear "
    "notify caution brief term brand label identify revise raise lower rule know see hear witness "
    "watch treat receive admit deny reject refute dismiss dispute disavow disown rebut".split()
)
_DENYING = frozenset("deny reject refute dismiss dispute disavow disown rebut".split())
# Verbs that say something only with such an object, particle or conjunction.
_TOLL = {"toll", "number", "figure", "dead", "death", "loss", "casualty", "count", "estimate", "it"}
_CHARGE = {
    "accusation", "account", "allegation", "as", "charge", "claim", "figure", "involvement", "it",
    "report", "responsibility", "rumor", "rumour", "statement", "suggestion", "that", "toll",
    "version",
}  # fmt: skip
_PAPER = {
    "statement",
    "list",
    "report",
    "figure",
    "video",
    "picture",
    "photo",
    "message",
    "footage",
}
_NARROW = {
    "put": _TOLL,
    "set": _TOLL - {"it"},
    "place": _TOLL - {"it"},
    "give": _TOLL | {"account", "version", "detail"},
    "revise": _TOLL,
    "raise": _TOLL - {"it"},
    "lower": _TOLL - {"it"},
    "call": {"what", "march", "protest", "strike", "demonstration", "rally", "meeting"},
    "take": {"credit", "responsibility"},
    "lay": {"claim", "blame"},
    "own": {"up"},
    "hold": {"responsible"},
    "rule": {"out"},
    "know": {"of"},
    "talk": {"of"},
    "make": {"announcement", "claim", "admission", "statement", "know", "known"},
    "post": _PAPER,
    "publish": _PAPER,
    "release": _PAPER,
    "issue": _PAPER,
    "share": _PAPER,
    "circulate": _PAPER,
    "broadcast": _PAPER,
    "find": {"that", "as"},
    "list": {"name", "victim", "casualty", "dead"},
    "reject": _CHARGE,
    "refute": _CHARGE,
    "dismiss": _CHARGE,
    "dispute": _CHARGE,
}
# Verbs by which only such claimants vouch for anything: "residents heard", "the hospital received".
_ON_THE_SPOT = {ClaimantKind.WITNESS, ClaimantKind.MEDIA}
_OF_KIND = {
    "see": _ON_THE_SPOT,
    "hear": _ON_THE_SPOT,
    "witness": _ON_THE_SPOT,
    "watch": _ON_THE_SPOT,
    "treat": {ClaimantKind.MEDICAL},
    "receive": {ClaimantKind.MEDICAL},
}
# "Gunmen believed to belong", "he was said to have": said by others.
_OF_OTHERS = {"believe", "suspect", "allege", "report", "know", "say", "estimate", "rumor"}
_NOBODY = {"no", "none", "nobody", "neither", "nothing"}
_BY_MEANS = {"letter", "phone", "telephone", "e-mail", "email", "post", "radio", "text", "message"}
_CLAIMED = {"life", "victim", "asylum", "territory", "land"}  # "claimed the lives of three"
_ACCORDING = re.compile(
    r"\b(?:according\s+to|in\s+the\s+(?:words|account|telling|version)\s+of|"
    r"by\s+the\s+(?:count|account|reckoning|estimate|tally)\s+of|on\s+the\s+word\s+of|"
    r"as\s+(?:reported|told|seen|recorded|counted|documented)\s+by|citing|quoting|"
    r"(?:statement|communique|communiqué|report|bulletin|message|account|figures|data|information)\s+"
    r"(?:by|from|of)(?=\s+(?:the|an?|one|\w+['’]s|[A-Z])\b))\s+",
    re.IGNORECASE,
)
_BY_ACCOUNT = re.compile(
    r"\b(?:[Bb]y|[Ii]n|[Oo]n)\s+((?:the\s+)?[\w-]+(?:\s[\w-]+){0,3})['’]s?\s+"
    r"(?:own\s+)?(?:count|account|reckoning|tally|estimate|telling|version|words)\b"
)
_BEFORE_COLON = re.compile(r"^\W*([^\"“:;]{3,90}):\s+(?P<quote>[\"“])?")
_PARENTHESIS = re.compile(r"\(((?:[a-z][\w'’-]*\s?){1,5})\)")
_SEPARATORS = {",", "-", "--", "–", "—"}
_TALLIES = {"tally", "count", "figure", "statement", "report", "record", "datum", "list"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimant found in a sentence: tokens of its words, and of the saying word."""

    first: int
    last: int
    head: int
    cue: int
    is_denial: bool = False


_HAPPENINGS = frozenset(
    "strike airstrike attack raid blast explosion bombing bomb shelling clash fighting shooting "
    "killing ambush offensive operation battle assault incident violence protest toll".split()
)


def find_claims(doc: Doc) -> list[Claim]:
    """Return the claims of a sentence in its order, one for each claimant's words."""
    kept: list[Claim] = []
    for claim in sorted(_claims(doc), key=lambda c: (c.cue, c.first)):
        same = next((k for k in kept if k.first <= claim.last and claim.first <= k.last), None)
        if same is None:
            kept.append(claim)
        elif same.head == claim.head:  # "denied that it attacked and said": one claim, last cue
            is_denial = same.is_denial or claim.is_denial
            kept[kept.index(same)] = replace(claim, is_denial=is_denial)
    return sorted(kept, key=lambda c: min(c.first, c.cue))


def _claims(doc: Doc) -> Iterator[Claim]:
    """Yield the claims of a sentence: by its verbs, by "according to", in brackets."""
    for token in doc:
        lemma = _lemma(token)
        is_name = token.i > 0 and token.text[:1].isupper() and not doc[token.i - 1].is_punct
        if lemma not in _SAYING or not token.tag_.startswith("VB") or is_name:
            continue
        head = _speaker(token) if _says(token, lemma) else None
        if head is not None:
            claim = _claim(head, token, lemma)
            kinds = _OF_KIND.get(lemma)
            if kinds is None or claimant_kind(doc, claim.first, claim.last, claim.head) in kinds:
                yield claim
    for match in _ACCORDING.finditer(doc.text):
        found = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        if found is not None:
            head = _phrase_head(found[0])
            yield _claim(head, doc[max(0, found[0].i - 2)], "say")
    for match in _BY_ACCOUNT.finditer(doc.text):
        span = doc.char_span(match.start(1), match.end(1))
        if span is not None:
            yield Claim(span[0].i, span[-1].i, span.root.i, span[-1].i)
    opening = _BEFORE_COLON.match(doc.text)
    if opening is not None:
        head = next((c.root for c in doc.noun_chunks), doc[0])
        first, last = claimant_tokens(head)
        is_whole = last.idx + len(last.text) == opening.end(1) and head.pos_ != "PROPN"
        is_told = head.idx < opening.end(1) and (is_whole or opening["quote"] is not None)
        if is_told and claimant_kind(doc, first.i, last.i, head.i) is not None:
            yield Claim(first.i, last.i, head.i, last.i)
    for match in _PARENTHESIS.finditer(doc.text):
        span = doc.char_span(match.start(1), match.end(1))
        if span is None:
            continue
        kind = claimant_kind(doc, span[0].i, span[-1].i, span.root.i)
        if kind in {ClaimantKind.MEDICAL, ClaimantKind.MEDIA, ClaimantKind.WITNESS} or (
            kind is not None and span.root.lemma_.lower() in {"police", "army", "source"}
        ):
            yield Claim(span[0].i, span[-1].i, span.root.i, span[-1].i)


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower()


def _says(verb: Token, lemma: str) -> bool:
    """Say whether a verb is one of saying here ("put the toll at", not "put on a coat")."""
    if any(c.dep_ == "neg" or c.lower_ == "neither" for c in verb.children):
        return False
    if lemma in _OF_OTHERS and verb.doc[verb.i + 1 : verb.i + 2].text == "to":
        return False
    if lemma == "claim" and any(_lemma(c) in _CLAIMED for c in verb.children):
        return False
    wanted = _NARROW.get(lemma)
    if wanted is None:
        return True
    below = {_lemma(c) for c in verb.children if c.dep_ != "nsubj"}
    for child in verb.children:
        if child.lower_ == "for":  # "called for a march"
            below |= {_lemma(c) for c in child.children}
        below |= {c.lower_ for c in child.children if c.dep_ == "mark"}
    return bool(wanted & below)


def _claim(head: Token, verb: Token, lemma: str) -> Claim:
    """Return the claim of a speaker, in the words that say best who it is."""
    first, last = claimant_tokens(head)
    if head.pos_ == "PROPN" and claimant_kind(head.doc, first.i, last.i, head.i) is None:
        role = appositive_of(head)
        if role is not None:
            role_first, role_last = claimant_tokens(role)
            if claimant_kind(head.doc, role_first.i, role_last.i, role.i) is not None:
                first, last, head = role_first, role_last, role
    return Claim(first.i, last.i, head.i, verb.i, lemma in _DENYING)


def _speaker(verb: Token) -> Token | None:
    """Return the head of the words that speak: subject, agent, or the phrase beside the verb."""
    is_passive = any(c.dep_ == "auxpass" for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}
    )
    if is_passive:
        if _lemma(verb) == "quote":
            return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        return _agent(verb)
    if _lemma(verb) == "quote":
        return next((c for c in verb.children if c.dep_ in {"dobj", "obj"}), None)
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "csubj"}), None)
    if subject is not None:
        if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return verb.head
        if _NOBODY & {subject.lower_, *(c.lower_ for c in subject.children)}:
            return None
        if subject.pos_ not in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
            return None
        return _nearer(subject, verb) or _outermost(subject)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        joined = verb.head
        subject = next((c for c in joined.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and _lemma(subject) in _HAPPENINGS:
            # "said the strike hit fighters and denied …": who said it denies it
            return _speaker(joined.head) if joined.dep_ == "ccomp" else None
        return subject if subject is not None and subject.dep_ == "nsubj" else None
    if verb.dep_ in {"xcomp", "advcl"} or verb.tag_ == "VBG":
        return None
    return _beside(verb) if verb.tag_ in {"VBD", "VBZ", "VBP"} else None


def _nearer(subject: Token, verb: Token) -> Token | None:
    """Return the phrase between a comma and the verb, where the parse took a farther subject."""
    doc = verb.doc
    if subject.i > verb.i:
        return None
    between = doc[subject.i + 1 : verb.i]
    chunk = next((c for c in doc.noun_chunks if c.end == verb.i and c.start > subject.i), None)
    if chunk is None:
        return None
    head = _outermost(chunk.root)
    before = doc[claimant_tokens(head)[0].i - 1].text
    is_aside = before == "," and sum(t.text == "," for t in between) > 1
    return None if before not in _SEPARATORS or is_aside or head.i <= subject.i else head


def _outermost(head: Token) -> Token:
    """Return "the governor" of "the governor of the region"."""
    while (
        head.dep_ == "pobj"
        and head.head.lower_ in {"of", "for", "in", "from", "at"}
        and head.head.head.pos_ in {"NOUN", "PROPN"}
    ):
        head = head.head.head
    return head


def _agent(verb: Token) -> Token | None:
    """Return who "reported by" names."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            return None if named is not None and named.lower_ in _BY_MEANS else named
    return None


def _beside(verb: Token) -> Token | None:
    """Return the head of the noun phrase next to a verb that the parse left without a subject."""
    doc = verb.doc
    if verb.i > 0 and doc[verb.i - 1].pos_ in {"NOUN", "PROPN", "PRON"}:
        return _outermost(doc[verb.i - 1])
    if verb.i > 1 and doc[verb.i - 1].text == "," and doc[verb.i - 2].pos_ == "PROPN":
        # ", the head of the administration, Ihor Lysenko, said"
        name = next((c for c in doc.noun_chunks if c.end == verb.i - 1), None)
        before = name and next((c for c in doc.noun_chunks if c.end == name.start - 1), None)
        return _outermost(before.root if before else doc[verb.i - 2])
    if verb.i + 1 < len(doc) and doc[verb.i + 1].pos_ in {"NOUN", "PROPN", "DET", "ADJ"}:
        return _phrase_head(doc[verb.i + 1])
    return None


def _phrase_head(first: Token) -> Token:
    """Return the head of the noun phrase that begins with a token."""
    doc = first.doc
    for chunk in doc.noun_chunks:
        if chunk.start <= first.i < chunk.end:
            head: Token = chunk.root
            following = doc[chunk.end : chunk.end + 2]
            if following and following[0].lower_ in {"'s", "’s"} and head.head.i > head.i:
                return head.head
            if head.lemma_.lower() in _TALLIES:
                return _author(head) or head
            return head
    return first


def _author(tally: Token) -> Token | None:
    """Return who keeps a tally or issues a statement, where that follows it."""
    for token in tally.subtree:
        if token.i > tally.i and token.lower_ in {"by", "from"}:
            found = next((c for c in token.children if c.dep_ == "pobj"), None)
            if found is not None and token.head.lemma_.lower() in {"keep", "compile", "count"}:
                return found
    return None
