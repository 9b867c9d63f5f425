"""Properties of passages that hold for any text at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.codes import PassageKind
from etl.parse import parse_passages

_SNIPPETS = st.sampled_from(
    [
        "BAGHDAD (UW) — ",
        "SIDON, Sept 23 - ",
        "MARIB: ",
        "\n\n",
        "\r\n",
        "\u2028",
        "• ",
        "- ",
        "1. ",
        "08:10 - ",
        "Gen. ",
        "U.S. ",
        "a.m. ",
        "No. 11 ",
        "killed. ",
        '"',
        "”",
        "(",
        ")",
        "...",
        "Share this: ",
        "Read more",
        "(Reporting by A. B.; Editing by C)",
        "HIGHLIGHTS",
        "the army said",
        " ",
        "\u200b",
        "\ufeff",
        "الجيش.",
        "🙂",
        "Enditem",
        "Oct 10, 2018",
        "[text] ",
    ]
)
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_SNIPPETS, max_size=40).map("".join))


@given(_TEXTS)
def test_passages_cover_all_that_is_no_white_space(text: str) -> None:
    """Passages are ordered, disjoint, stripped, and leave nothing but white space between them."""
    at = 0
    for passage in parse_passages(text):
        assert passage.start >= at
        assert passage.end > passage.start
        assert not text[at : passage.start].strip()
        words = text[passage.start : passage.end]
        assert words == words.strip()
        at = passage.end
    assert not text[at:].strip()


@given(_TEXTS)
def test_body_sentences_are_numbered_in_order(text: str) -> None:
    """Body passages count 0, 1, 2; others carry the number of the body sentence that follows."""
    number = 0
    paragraph = 0
    for passage in parse_passages(text):
        assert passage.sentence == number
        assert passage.paragraph >= paragraph
        paragraph = passage.paragraph
        number += passage.kind is PassageKind.BODY


@given(_TEXTS)
def test_body_sentences_hold_a_letter_or_digit(text: str) -> None:
    """No body passage is mere punctuation, which a parser would choke on for nothing."""
    for passage in parse_passages(text):
        if passage.kind is PassageKind.BODY:
            assert any(c.isalnum() for c in text[passage.start : passage.end])
