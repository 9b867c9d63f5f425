"""Who says what: claimants, their kinds, and what they vouch for (codebook, section 4)."""

from __future__ import annotations

import pytest

from etl.codes import ClaimantKind, PassageKind
from etl.extract.attributions import extract_attributions
from etl.extract.syntax import parse_sentences
from etl.records import AttributionMention, Passage


def find(*lines: str) -> list[AttributionMention]:
    """Return the attributions of a text, one sentence a line."""
    passages, start = [], 0
    for number, line in enumerate(lines):
        passages.append(Passage(start, start + len(line), PassageKind.BODY, 0, number))
        start += len(line) + 1
    return extract_attributions(parse_sentences("\n".join(lines), passages))


CLAIMANTS = [
    ("Ten people were killed, police said.", "police", "official"),
    ("Police said that ten people were killed.", "Police", "official"),
    ("Ten people were killed in the raid, according to medics.", "medics", "medical"),
    ("According to the United Nations, ten people were killed.", "the United Nations", "monitor"),
    ("The Syrian Observatory for Human Rights said shells killed ten.", "The Syrian Observatory for Human Rights", "monitor"),
    ("Gunmen stormed the town, residents reached by telephone said.", "residents reached by telephone", "witness"),
    ("A bomb killed five, said Zahir Amani, a spokesman for the governor.", "a spokesman for the governor", "official"),
    ("A rebel commander said that his men had taken the town.", "A rebel commander", "party"),
    ("Seven bodies were found, a security source said.", "a security source", "unnamed"),
    ("Jets struck the port, the state news agency reported.", "the state news agency", "media"),
    ("Ten people were killed, a doctor at the military hospital said.", "a doctor at the military hospital", "medical"),
    ("Ten people were killed, police and hospital officials said.", "police and hospital officials", "official"),
    ("The troops fled, officials and residents said.", "officials and residents", "official"),
    ("Ten villagers were shot, aid workers said.", "aid workers", "monitor"),
    ("The Taliban claimed responsibility for the attack.", "The Taliban", "party"),
    ("The attack was claimed by Islamic State.", "Islamic State", "party"),
    ("The killings were described by four survivors.", "four survivors", "witness"),
    ("The defence ministry put the toll at 40.", "The defence ministry", "official"),
    ("The teachers' union said ten pupils were taken.", "The teachers' union", "monitor"),
    ("The governor's press service said ten had died.", "The governor's press service", "official"),
    ("Intelligence officials said ten had died.", "Intelligence officials", "official"),
    ("The Red Crescent evacuated 40 wounded, it said.", "The Red Crescent", "monitor"),
    ("Residents heard explosions before dawn.", "Residents", "witness"),
    ("The hospital received 12 bodies.", "The hospital", "medical"),
    ("By the army's count, 40 rebels were killed.", "the army", "official"),
    ("A leader of the White Helmets said ten had died.", "A leader of the White Helmets", "medical"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claimant", "kind"), CLAIMANTS)
def test_claimant_has_the_words_and_kind_of_the_text(text: str, claimant: str, kind: str) -> None:
    """A claimant is given in the words of the text, with the kind that they tell."""
    found = find(text)
    assert [(mention.text, mention.kind.value) for mention in found] == [(claimant, kind)]
    assert text[found[0].start : found[0].end] == claimant


def test_a_pronoun_stands_for_the_claimant_before_it() -> None:
    """A pronoun that says something carries the words and the kind of the claimant before it."""
    found = find("Ten people died, a doctor said.", "Five others were hurt, she added.")
    assert [(m.text, m.kind, m.sentence) for m in found] == [
        ("a doctor", ClaimantKind.MEDICAL, 0),
        ("a doctor", ClaimantKind.MEDICAL, 1),
    ]
    found = find("The army said ten rebels died.", "A nurse wept.", "It lost two men, it said.")
    assert [m.text for m in found] == ["The army", "The army"]


def test_a_short_name_takes_the_kind_of_the_full_one() -> None:
    """The words "the official" and a surname have the kind of whom they refer to."""
    found = find(
        "A rebel spokesman, Ali Hassan, said ten died.", "The spokesman said that they fled."
    )
    assert [m.kind for m in found] == [ClaimantKind.PARTY, ClaimantKind.PARTY]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban denied involvement.",
        "The army rejected the claim.",
        "The rebels said that they were not behind the attack.",
        "Port authorities confirmed that no air strike took place.",
    ],
)
def test_denials_are_marked(text: str) -> None:
    """A claimant that says it did not happen, or was not its doing, denies."""
    assert [mention.is_denial for mention in find(text)] == [True]


def test_assertions_are_not_marked_as_denials() -> None:
    """A claimant that tells of an event asserts it."""
    assert not find("Police said that no group had claimed the attack.")[0].is_denial


def test_two_claimants_share_a_sentence() -> None:
    """Each of two claimants vouches for its own clause."""
    text = "State media said that four people were killed, while the Observatory counted ten dead."
    found = find(text)
    assert [m.text for m in found] == ["State media", "the Observatory"]
    first, second = found
    assert first.covers_start <= text.index("four") < first.covers_end
    assert second.covers_start <= text.index("ten") < second.covers_end
    assert first.covers_end <= text.index("while")


@pytest.mark.parametrize(
    "text",
    [
        "Troops entered the town at dawn.",
        "The blast claimed the lives of ten people.",
        "The attack is said to have killed ten.",
        "The coalition did not comment.",
        "No group has claimed responsibility.",
        "Gunmen believed to belong to a gang stopped a bus.",
        "The rebels received new rifles.",
    ],
)
def test_nobody_says_so(text: str) -> None:
    """Without anybody who says it there is no attribution."""
    assert find(text) == []
