"""Mentions of time: their spans, and what stands around them."""

from __future__ import annotations

import pytest

from etl.codes import PassageKind
from etl.extract.dates import extract_dates
from etl.extract.syntax import parse_sentences
from etl.records import DateMention, Passage


def find(text: str, start: int = 0) -> list[DateMention]:
    """Return the mentions of one sentence that begins at an offset."""
    passage = Passage(start, start + len(text), PassageKind.BODY, 0, 3)
    return extract_dates(parse_sentences(" " * start + text, [passage]))


def test_offsets_are_those_of_the_document() -> None:
    """A mention carries document offsets and the number of its sentence."""
    (mention,) = find("Shells fell late on Tuesday night.", start=40)
    assert (mention.start, mention.end, mention.sentence) == (52, 73, 3)
    assert mention.text == "late on Tuesday night"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The truce holds until 3 June.", "until"),
        ("They must leave by Friday.", "by"),
        ("He was shot before dawn on Friday.", "before"),
        ("He was shot after prayers on Friday.", None),
        ("SIDON, Sept 23 - Gunmen fought in the camp.", "dateline"),
        ("KABUL, Afghanistan (Sept. 22) - Two men were held.", "dateline"),
    ],
)
def test_relation_is_the_word_before(text: str, relation: str | None) -> None:
    """A word such as "until" before an expression is kept, and so is a dateline."""
    assert [mention.relation for mention in find(text)] == [relation]


@pytest.mark.parametrize(
    ("text", "is_forward"),
    [
        ("They will march on Tuesday.", True),
        ("They plan to march on Tuesday.", True),
        ("A march is planned for Tuesday.", True),
        ("They called a march for Tuesday.", True),
        ("The vote is expected on Tuesday.", True),
        ("They marched on Tuesday.", False),
        ("The mob set upon him on Tuesday.", False),
        ("They would have marched on Tuesday.", False),
    ],
)
def test_the_verb_tells_whether_it_lies_ahead(text: str, is_forward: bool) -> None:
    """The verb that an expression depends on decides whether it is read forward."""
    assert [mention.is_forward for mention in find(text)] == [is_forward]


def test_a_clause_after_since_gives_the_spell_and_its_own_time() -> None:
    """The words "since it fell in August" hold a spell and, within it, the month of the fall."""
    spell, month = find("They have held 27 men since the town fell in August.")
    assert (spell.text, spell.is_spell) == ("since the town fell in August", True)
    assert (month.text, month.is_spell) == ("August", False)
