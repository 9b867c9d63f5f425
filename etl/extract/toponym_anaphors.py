"""Places told without their name: "the capital", "the Afghan capital", "the same village".

Enters: the tagged words of a sentence and the words that toponyms have taken. Leaves: where such a
phrase begins and ends and the noun of its kind. Refuses phrases that a name stands beside ("the
capital, Kabul", "the town of Rawa"), compounds ("the city council") and places told as others than
the last ("another town", "the nearest village").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.toponyms import word_classes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from etl.extract.toponyms import Word

_KINDS = frozenset("capital city town village hamlet district province".split())
_DETERMINERS = frozenset("the this that".split())
_OWNERS = frozenset("its their his her".split())
_OTHERS = frozenset(
    "other next nearest closest neighbouring neighboring nearby adjacent another different first"
    " second third last largest biggest second-largest main only new former ancient northernmost"
    " southernmost westernmost easternmost following whole-of economic commercial financial"
    " cultural interim de-facto facto temporary various most".split()
)
_LONGEST = 4  # words between the article and the noun


def find_anaphors(
    words: Sequence[Word],
    taken: Collection[int],
    is_adjective: Callable[[Word], bool],
) -> Iterator[tuple[int, int, str]]:
    """Yield the first and last word of each phrase, and its noun ("capital")."""
    for at, word in enumerate(words):
        if word.low not in _KINDS or word.is_capital or at in taken or word.dep == "compound":
            continue
        first = _first_of(words, at, is_adjective)
        if first is None or _is_named(words, first, at, taken):
            continue
        yield first, at, _kind_of(words, first, at)


def _first_of(words: Sequence[Word], at: int, is_adjective: Callable[[Word], bool]) -> int | None:
    """Return the article of a phrase whose noun stands at a word, None if it has none."""
    describing = word_classes().describing
    for place in range(at - 1, max(at - 2 - _LONGEST, -1), -1):
        word = words[place]
        if words[place + 1].gap not in (" ", "-"):
            return None
        if word.low in _DETERMINERS:
            return place
        if word.low in _OTHERS:
            return None
        is_capital_of = words[at].low == "capital" and place == at - 1
        if is_capital_of and (word.low in _OWNERS or (word.possessive and word.is_capital)):
            return place
        is_country = word.is_capital and is_adjective(word)
        if not (is_country or word.low == "same" or word.low in describing or word.pos == "ADJ"):
            return None
    return None


def _is_named(words: Sequence[Word], first: int, at: int, taken: Collection[int]) -> bool:
    """Tell whether a name stands beside the phrase, which then only describes it."""
    before, after = first - 1, at + 1
    if before in taken and words[first].gap in (", ", " (", " - ", " – ", " — "):
        return True
    if after >= len(words) or words[at].possessive:
        return False
    following = words[after]
    if following.gap == " " and following.low == "of":
        return True
    is_beside = following.gap in (" ", ", ", " (", " - ", " “", ' "')
    return is_beside and following.is_capital and (following.gap == " " or after in taken)


def _kind_of(words: Sequence[Word], first: int, at: int) -> str:
    """Return the noun, with the word that tells of whose capital ("provincial capital")."""
    units = ("provincial", "regional", "state", "district")
    if words[at].low == "capital" and any(word.low in units for word in words[first:at]):
        return "provincial capital"
    return words[at].low
