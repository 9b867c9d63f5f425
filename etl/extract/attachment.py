"""Which event of a sentence a place, a time or a toll belongs to.

Enters: a parsed sentence, its event mentions and spans of other mentions. Leaves: for each span the
number of the event that it is nearest to along the dependency tree; where the tree does not tell,
the words between decide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from etl.records import EventMention, Sentence

SAYING = frozenset(
    "say state tell report announce add declare confirm claim note quote post write warn".split()
)
MEASURED = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|before)\b")
CLAUSE_COST = 3
CLAUSES = frozenset(("relcl", "advcl", "ccomp", "acl", "conj", "parataxis"))
FAR = 10_000


def attach_spans(
    sentence: Sentence, events: Sequence[EventMention], spans: Sequence[tuple[int, int]]
) -> list[int | None]:
    """Return, parallel to ``spans``, the number of the event each belongs to, or None."""
    if not events:
        return [None] * len(spans)
    triggers = [
        [t for offset in event.offsets for t in sentence.tokens_in(offset, offset + 1)]
        for event in events
    ]
    return [
        _following(sentence, events, span) or _nearest(sentence.tokens_in(*span), triggers)
        for span in spans
    ]


def _following(
    sentence: Sentence, events: Sequence[EventMention], span: tuple[int, int]
) -> int | None:
    """Return the event that "two weeks after" leads to: it is that one's day, not the other's."""
    words = sentence.text[span[0] - sentence.start : span[1] - sentence.start + 7].lower()
    if not MEASURED.search(words):
        return None
    later = [n for n, event in enumerate(events) if event.start >= span[1]]
    return later[0] if later else None


def find_spoken(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Return, parallel to ``spans``, whether each belongs to a verb of saying ("said Monday")."""
    found = []
    for span in spans:
        tokens = sentence.tokens_in(*span)
        root = min(tokens, key=lambda t: len(list(t.ancestors))) if tokens else None
        verb = (
            next((t for t in root.ancestors if t.pos_ == "VERB"), None)
            if root is not None
            else None
        )
        found.append(verb is not None and verb.lemma_.lower() in SAYING)
    return found


def _nearest(tokens: Sequence[Token], triggers: Sequence[Sequence[Token]]) -> int | None:
    if not tokens:
        return None
    root = min(tokens, key=lambda t: len(list(t.ancestors)))
    costs = [
        min((_distance(root, token) for token in group), default=(FAR, FAR)) for group in triggers
    ]
    return min(range(len(costs)), key=lambda number: costs[number])


def _distance(one: Token, other: Token) -> tuple[int, int]:
    """Return the cost of the path between two tokens, then the words between them.

    Going down into a clause that is not the trigger's costs more than staying in its own.
    """
    above = {token.i: step for step, token in enumerate([one, *one.ancestors])}
    up = [one, *one.ancestors]
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in above:
            clauses = sum(t.dep_ in CLAUSES for t in up[: above[token.i]])
            down = [other, *other.ancestors][:steps]
            clauses += sum(t.dep_ in CLAUSES for t in down)
            return above[token.i] + steps + CLAUSE_COST * clauses, abs(one.i - other.i)
    return FAR, abs(one.i - other.i)
