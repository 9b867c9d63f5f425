"""Who a claimant is: the words of a noun phrase, and the kind that they tell.

Enters: the head of a noun phrase in a parsed sentence, or its words. Leaves: the stretch of tokens
that names the claimant, and its kind by ``seeds/reference/claimants.csv``; None where no word of
the list decides. Whether an army or police is a party of an event is settled where its actors are
known, in ``etl.resolve.reports``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from etl.codes import ClaimantKind
from etl.errors import ReferenceDataError
from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

_LONGEST_PHRASE = 5
_CLOSERS = {",", "(", "-", "--", "–", "—", ";", ":", '"', "“", "”", ")", "."}
_CLAUSE_TAGS = {"WP", "WP$", "WDT", "WRB", "VBZ", "VBP", "MD"}
_LONGEST_CLAIMANT = 12  # tokens: no claimant is longer, whatever the parse says


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[ClaimantKind, str]]:
    """Return kind and sort of each word and phrase of the list.

    Raises:
        ReferenceDataError: a kind or sort is not one of the codebook's.
    """
    words = {}
    for row in read_reference("claimants.csv"):
        if row["kind"] not in set(ClaimantKind) or row["sort"] not in {"firm", "open", "mark"}:
            message = f"claimants.csv, {row['word']!r}: {row['kind']}, {row['sort']} is not known."
            raise ReferenceDataError(message)
        words[row["word"]] = (ClaimantKind(row["kind"]), row["sort"])
    return words


# ---- the words -------------------------------------------------------------------------------


def claimant_tokens(head: Token) -> tuple[Token, Token]:
    """Return first and last token of the phrase that names a claimant.

    It runs from the left edge of the phrase to the first comma, bracket or clause after its head;
    "X and Y" is one claimant, "a gang boss known as Barbecue" keeps its participle.
    """
    doc = head.doc
    first = head.i
    for token in reversed(doc[head.left_edge.i : head.i]):
        if _closes(token) or head.i - token.i > _LONGEST_CLAIMANT:
            break
        first = token.i
    last = head.i
    edge = max((t.i for t in head.subtree), default=head.i)
    for token in doc[head.i + 1 : edge + 1]:
        if _closes(token) or token.i - first > _LONGEST_CLAIMANT:
            break
        if token.tag_ in _CLAUSE_TAGS and doc[last].pos_ != "ADP":
            break
        if token.tag_ == "VBD" and doc[token.i + 1 : token.i + 2].text != "by":
            break
        last = token.i
    while last > head.i and (doc[last].pos_ in {"ADP", "CCONJ", "SCONJ", "ADV", "PUNCT", "AUX"}):
        last -= 1
    while last + 1 < len(doc) and doc[last + 1].text[:1].isupper() and doc[last].text[:1].isalpha():
        last += 1  # "council member Hashim Noori", where the parse parts them
    while first < head.i and doc[first].pos_ in {"PUNCT", "CCONJ", "ADV", "SCONJ"}:
        first += 1
    return doc[first], doc[last]


def _closes(token: Token) -> bool:
    """Say whether a token ends a phrase; the hyphen of "emergency-room" does not."""
    is_hyphen = token.text == "-" and token.i > 0 and not token.nbor(-1).whitespace_
    return token.text in _CLOSERS and not is_hyphen


def appositive_of(head: Token) -> Token | None:
    """Return the head of "a spokesman for the governor" beside a person's name, if there is one."""
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and child.pos_ == "NOUN":
            return child
    return None


# ---- the kind --------------------------------------------------------------------------------


def claimant_kind(doc: Doc, first: int, last: int, head: int) -> ClaimantKind | None:
    """Return the kind that the words of a phrase tell, None where none of them is on the list.

    The head decides if it is firm; an open head ("spokesman", "group") leaves it to the words
    beside it, those before it first, then those after. Of two that are joined the first decides.
    """
    joint = next((t.i for t in doc[first + 1 : last] if t.pos_ == "CCONJ"), None)
    if joint is not None:  # "residents and aid workers", "police and hospital officials"
        kind = claimant_kind(doc, first, joint - 1, joint - 1)
        if kind is not None:
            return kind
    found = _entries(doc, first, last)
    at_head = [e for e in found if e[0] <= head < e[1]]
    if at_head and at_head[0][3] == "firm":
        return at_head[0][2]
    before = [e for e in found if e[1] <= head]
    after = [e for e in found if e[0] > head]
    for entry in [*reversed(before), *after]:
        is_group = entry[3] == "open" and entry[2] is ClaimantKind.PARTY
        if at_head and (entry[3] in {"firm", "mark"} or is_group):
            return entry[2]
        if not at_head and entry[3] == "firm":
            return entry[2]
    if at_head:
        return at_head[0][2] if at_head[0][3] == "open" else None
    return next((e[2] for e in found if e[3] == "open"), None)


def is_open_word(token: Token) -> bool:
    """Say whether a word leaves the kind to others ("spokesman", "group", "source")."""
    entry = next((_words()[form] for form in _forms([token]) if form in _words()), None)
    return entry is None or entry[1] != "firm"


def _entries(doc: Doc, first: int, last: int) -> list[tuple[int, int, ClaimantKind, str]]:
    """Return the listed words and phrases between two tokens, the longest at each place."""
    words = _words()
    found = []
    position = first
    while position <= last:
        for length in range(min(_LONGEST_PHRASE, last + 1 - position), 0, -1):
            tokens = doc[position : position + length]
            entry = next((words[form] for form in _forms(list(tokens)) if form in words), None)
            if entry is not None:
                found.append((position, position + length, *entry))
                position += length - 1
                break
        position += 1
    return found


def _forms(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the forms under which a phrase may be listed: as it stands, low, last word bare."""
    text = "".join(t.text_with_ws for t in tokens).strip().replace("’", "'")
    low = text.lower()
    lemma = tokens[-1].lemma_.lower()
    bare = low[: len(low) - len(tokens[-1].text)] + lemma
    singular = low.removesuffix("s")
    plural_y = low.removesuffix("ies") + "y" if low.endswith("ies") else low
    men = low.removesuffix("men") + "man" if low.endswith("men") else low
    return text, low, bare, singular, plural_y, men
