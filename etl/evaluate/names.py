"""Whether two names are of one actor: equal, an acronym, or apart in generic words only.

Enters: names and wordings. Leaves: a similarity from 0 to 1. An army is not its police, and a bare
generic word ("the army", "people") names nobody in particular.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from etl.evaluate.vocabulary import (
    ARTICLES,
    BRANCHES,
    COUNTRIES,
    DIVIDERS,
    GENERIC,
    HEADS,
    NAMED_ARMIES,
    NUMBERS,
    PHRASES,
    PREPOSITIONS,
    QUALIFIERS,
    STATE,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_PARENTHESIS = re.compile(r"\([^)]*\)")
_POSSESSIVE = re.compile(r"['’]s\b")
_APOSTROPHES = re.compile(r"['‘’`ʿʾʻʼ]")
_WORD = re.compile(r"\w+")
_CACHED = 100_000
_EQUAL, _NEAR, _HELD = 1.0, 0.9, 0.8


@lru_cache(maxsize=_CACHED)
def words(text: str) -> tuple[str, ...]:
    """Return words without case, accents, articles, punctuation and plural endings."""
    bare = _PARENTHESIS.sub(" ", text).strip() or text
    plain = unicodedata.normalize("NFKD", bare).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _APOSTROPHES.sub("", _POSSESSIVE.sub("", plain))
    return tuple(w for w in map(_singular, _WORD.findall(plain)) if w not in ARTICLES)


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


_TOKENS = {" ".join(words(form)): "".join(words(forms[0])) for forms in COUNTRIES for form in forms}
_NATIONS = frozenset(_TOKENS.values())
_TOKENS |= PHRASES | NAMED_ARMIES
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(_TOKENS, key=len, reverse=True))})\b")


@lru_cache(maxsize=_CACHED)
def plain_words(text: str) -> tuple[str, ...]:
    """Return ``words`` without numbers, with one form for a country and for each armed branch."""
    plain = " ".join(words(text))
    for _ in range(2):  # "the Iraqi armed forces": the country's form may make another phrase
        plain = _PHRASE.sub(lambda match: _TOKENS[match[0]], plain)
    return tuple(w for w in plain.split() if not w.isdigit() and w not in NUMBERS)


@lru_cache(maxsize=_CACHED)
def name_similarity(one: str, other: str) -> float:
    """Return 1 for equal names, less for an acronym, generic words or containment, 0 for none."""
    raw = sorted((words(one), words(other)), key=len)
    if not raw[0]:
        return 0.0
    if _is_acronym(raw[0], raw[1]):
        return _NEAR
    phrases = [[w for w in plain_words(name) if w not in PREPOSITIONS] for name in (one, other)]
    if not (phrases[0] and phrases[1]) or set(phrases[0]) == set(phrases[1]):
        return float(bool(phrases[0] and phrases[1]) or raw[0] == raw[1])
    if (set(phrases[0]) ^ set(phrases[1])) & DIVIDERS:
        return 0.0
    cores = [[w for w in phrase if w not in GENERIC] for phrase in phrases]
    if not cores[0] and not cores[1]:
        return _generic_similarity(phrases)
    small, large = sorted(map(set, cores), key=len)
    longer = 0 if set(cores[0]) == large else 1
    phrase, name = plain_words((one, other)[longer]), (one, other)[longer]
    if not small - HEADS:  # a bare generic head names nobody, but "men" are the men in uniform
        bare = set(phrases[1 - longer])
        is_part = not _is_proper(name) and bare < set(phrase)
        return _HELD if is_part and _head(phrase, set(phrase) - PREPOSITIONS) in bare else 0.0
    if small == large:
        is_one = not small <= _NATIONS or _branches(phrases[0]) & _branches(phrases[1])
        return _NEAR if is_one else 0.0
    is_held = small < large and small - HEADS - _NATIONS and _head(phrase, large) in small
    return _HELD if is_held else 0.0


def variants(thing: dict[str, Any]) -> list[str]:
    """Return the name of an actor or a place and its words in the text."""
    text = thing.get("text") or []
    wordings = [thing.get("name"), *([text] if isinstance(text, str) else text)]
    return [wording for wording in wordings if wording and words(wording)]


def actor_similarity(one: dict[str, Any], other: dict[str, Any]) -> float:
    """Return the similarity of the two most alike wordings of two actors."""
    pairs = product(variants(one), variants(other))
    return max((name_similarity(*pair) for pair in pairs), default=0.0)


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(short) != 1 or len(long) < 3 or len(short[0]) < 3:
        return False
    initials = "".join(w[0] for w in long)
    return short[0] in (initials, "".join(w[0] for w in long if w not in PREPOSITIONS))


def _generic_similarity(phrases: Sequence[Sequence[str]]) -> float:
    """Compare generic wordings: "soldiers" and "troops", "gunmen" and "unidentified gunmen"."""
    nouns = sorted((set(phrase) - QUALIFIERS for phrase in phrases), key=len)
    kinds = [_branches(phrase) - {"armed"} for phrase in phrases]
    is_same_branch = STATE not in kinds and bool(kinds[0] & kinds[1])
    return _NEAR if is_same_branch or (nouns[0] and nouns[0] <= nouns[1]) else 0.0


def _is_proper(name: str) -> bool:
    """Tell whether a wording has a capital that does not just begin a generic word at its start."""
    return any(
        word[0].isupper() and (i or set(plain_words(word)) - GENERIC - HEADS)
        for i, word in enumerate(_WORD.findall(name))
    )


def _head(phrase: Sequence[str], among: Collection[str]) -> str:
    """Return the last of some words before the phrase's first preposition, else the last of all."""
    cut = next((i for i, w in enumerate(phrase) if i and w in PREPOSITIONS), len(phrase))
    parts = (phrase[:cut], phrase)
    return next((w for part in parts for w in reversed(part) if w in among), "")


def _branches(phrase: Sequence[str]) -> frozenset[str]:
    """Return the branches that a wording speaks of; all of the state where it says none."""
    found = frozenset(name for name, kinds in BRANCHES.items() if kinds & set(phrase))
    return (found - {"armed"} if found & STATE else found) or STATE
