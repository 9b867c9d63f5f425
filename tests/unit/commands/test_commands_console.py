"""What the command line writes: printable text, marked words, messages."""

from __future__ import annotations

import json
import logging

import pytest

from etl.commands.console import JsonFormatter, TextFormatter, mark_spans, printable, shorten


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\x07", "\x7f", "\u202e", "\u200b", "\ud800"])
def test_signs_that_steer_a_terminal_are_spelt_out(sign: str) -> None:
    """No control character, direction override or lone surrogate is printed."""
    assert printable(f"a{sign}b") == f"a\\u{ord(sign):04x}b"


def test_letters_of_all_scripts_stay() -> None:
    """What is printed is otherwise the text."""
    assert printable("Sana'a — صنعاء — Київ\n") == "Sana'a — صنعاء — Київ\n"


def test_marked_words_stand_in_brackets_and_overlaps_are_one() -> None:
    """Spans that touch or overlap are marked once, and lines are joined."""
    text = "Gunmen killed\nsix people. Others fled."
    assert mark_spans(text, 0, 25, [(7, 17), (14, 24), (0, 6), (30, 34)]) == (
        "[Gunmen] [killed six people]."
    )


def test_long_text_is_cut_at_a_width() -> None:
    """A cut text ends with an ellipsis and keeps to the width."""
    assert shorten("a b\n c", 10) == "a b c"
    assert shorten("word " * 10, 8) == "word wo…"


def test_messages_in_both_formats() -> None:
    """A warning says who speaks; for machines it is an object with its fields."""
    record = logging.LogRecord("diurna", logging.WARNING, "", 0, "a\x1b %s", ("b",), None)
    record.fields = {"code": "x"}
    assert TextFormatter().format(record) == "diurna: a\\u001b b"
    row = json.loads(JsonFormatter().format(record))
    assert (row["level"], row["message"], row["code"]) == ("warning", "a\x1b b", "x")
