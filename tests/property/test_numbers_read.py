"""Counts keep their value in whatever way they are written."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.numbers import read_numbers

_TOKENIZER = spacy.blank("en")
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_words(number: int) -> str:
    if number < 20:
        return _ONES[number - 1]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[rest - 1]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds - 1]} hundred" + (f" and {_in_words(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joint = " and " if 0 < rest < 100 else " "
    return f"{_in_words(thousands)} thousand" + (joint + _in_words(rest) if rest else "")


@given(st.integers(1, 999_999))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    """Words, bare digits, and digits in groups give one exact value."""
    for written in (_in_words(number), str(number), f"{number:,}"):
        [found] = read_numbers(_TOKENIZER(f"{written} soldiers"))
        assert (found.low, found.best, found.high) == (number, number, number)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_range_is_ordered(one: int, other: int) -> None:
    """Bounds never cross, and a range keeps its two ends."""
    low, high = sorted((one, other))
    found = read_numbers(_TOKENIZER(f"between {low} and {high} soldiers"))
    assert (found[0].low, found[0].high) == (low, high)


@given(
    st.lists(
        st.sampled_from(
            "at least two dozen dozens of hundreds thousands a the between and or to 10 15 1,200 "
            "- 200 million several more than another up some no one score half few".split()
        ),
        max_size=12,
    )
)
def test_any_words_give_ordered_mentions(words: list[str]) -> None:
    """Whatever the words, mentions are in order, apart, non-empty and with ordered bounds."""
    text = " ".join(words)
    before = 0
    for found in read_numbers(_TOKENIZER(text)):
        assert before <= found.start_token < found.end_token
        assert found.low is None or found.low <= found.best
        assert found.high is None or found.best <= found.high
        assert 0 <= found.start < found.end <= len(text)
        before = found.end_token
