"""Counts as words and digits give them."""

from __future__ import annotations

import pytest
import spacy

from etl.extract.numbers import NumberMention, read_numbers

_TOKENIZER = spacy.blank("en")


def _read(text: str) -> list[NumberMention]:
    return read_numbers(_TOKENIZER(text))


@pytest.mark.parametrize(
    ("text", "words", "low", "best", "high", "approximate"),
    [
        ("six men", "six", 6, 6, 6, False),
        ("6 men", "6", 6, 6, 6, False),
        ("twenty-one men", "twenty-one", 21, 21, 21, False),
        ("Three hundred and fifty-five men", "Three hundred and fifty-five", 355, 355, 355, False),
        ("1,200 men", "1,200", 1200, 1200, 1200, False),
        ("1 200 men", "1 200", 1200, 1200, 1200, False),
        ("1.2 million people", "1.2 million", 1_200_000, 1_200_000, 1_200_000, False),
        ("12 million people", "12 million", 12_000_000, 12_000_000, 12_000_000, False),
        ("a hundred and five men", "a hundred and five", 105, 105, 105, False),
        ("ten thousand men", "ten thousand", 10_000, 10_000, 10_000, False),
        ("at least 12 men", "at least 12", 12, 12, None, False),
        ("no fewer than 12 men", "no fewer than 12", 12, 12, None, False),
        ("no less than a dozen men", "no less than a dozen", 12, 12, None, False),
        ("more than 1,200 men", "more than 1,200", 1200, 1200, None, False),
        ("well over 90 men", "well over 90", 90, 90, None, False),
        ("in excess of 130 men", "in excess of 130", 130, 130, None, False),
        ("30 or more men", "30 or more", 30, 30, None, False),
        ("up to 20 men", "up to 20", None, 20, 20, False),
        ("as many as twenty men", "as many as twenty", None, 20, 20, False),
        ("no more than five men", "no more than five", None, 5, 5, False),
        ("about 40 men", "about 40", 40, 40, 40, True),
        ("an estimated 40 men", "an estimated 40", 40, 40, 40, True),
        ("close to 40 men", "close to 40", 40, 40, 40, True),
        ("some 40 men", "some 40", 40, 40, 40, True),
        ("a dozen or so men", "a dozen or so", 12, 12, 12, True),
        ("10 to 15 men", "10 to 15", 10, 10, 15, False),
        ("10-15 men", "10-15", 10, 10, 15, False),
        ("between 10 and 15 men", "between 10 and 15", 10, 10, 15, False),
        ("two or three men", "two or three", 2, 2, 3, False),
        ("at least 10 and up to 15 men", "at least 10 and up to 15", 10, 10, 15, False),
        ("two dozen men", "two dozen", 24, 24, 24, False),
        ("about two dozen men", "about two dozen", 24, 24, 24, True),
        ("at least three dozen men", "at least three dozen", 36, 36, None, False),
        ("half a dozen men", "half a dozen", 6, 6, 6, False),
        ("several men", "several", 3, 3, None, False),
        ("a few men", "a few", 3, 3, None, False),
        ("a number of men", "a number of", 3, 3, None, False),
        ("many men", "many", 3, 3, None, False),
        ("several hundred men", "several hundred", 300, 300, None, False),
        ("a couple of men", "a couple of", 2, 2, 2, False),
        ("dozens of men", "dozens", 12, 12, None, False),
        ("scores of men", "scores", 20, 20, None, False),
        ("hundreds of men", "hundreds", 100, 100, None, False),
        ("tens of thousands of people", "tens of thousands", 10_000, 10_000, None, False),
        ("hundreds of thousands fled", "hundreds of thousands", 100_000, 100_000, None, False),
        ("both men", "both", 2, 2, 2, False),
        ("all five men", "all five", 5, 5, 5, False),
    ],
)
def test_a_count_keeps_the_bounds_of_its_words(
    text: str,
    words: str,
    low: int | None,
    best: int,
    high: int | None,
    approximate: bool,
) -> None:
    """Each wording of the codebook's table gives the bounds that the table states."""
    [number] = _read(text)
    assert text[number.start : number.end] == words
    assert (number.low, number.best, number.high) == (low, best, high)
    assert number.approximate is approximate


@pytest.mark.parametrize("text", ["another 12 men", "a further 21 men", "12 more men", "12 others"])
def test_a_count_beside_another_is_an_addition(text: str) -> None:
    """Words that add to an earlier count mark the later one."""
    [number] = _read(text)
    assert number.is_addition


@pytest.mark.parametrize(
    "text", ["no one", "a soldier", "7.62 rounds", "the third man", "some men", "someone", ""]
)
def test_what_is_no_count_is_left_alone(text: str) -> None:
    """Articles, ordinals, decimals and indefinite pronouns are no counts."""
    assert _read(text) == []


def test_figures_in_a_list_stay_apart() -> None:
    """Neighbouring counts are not joined into one."""
    assert [n.best for n in _read("killed 12 and wounded 30, three in Mosul and four in Rawa")] == [
        12,
        30,
        3,
        4,
    ]


def test_a_change_from_one_figure_to_another_is_two_counts() -> None:
    """A revision is no range."""
    assert [n.best for n in _read("rose from 12 dead to 34")] == [12, 34]


def test_token_positions_are_half_open() -> None:
    """The token span covers the modifiers and the figure, and nothing more."""
    [number] = _read("killing at least 23 terrorists")
    assert (number.start_token, number.end_token) == (1, 4)
