"""Toll mentions: their spans, killers, and what other sentences of the document change."""

from __future__ import annotations

import pytest

from etl.codes import Outcome
from etl.extract.casualties import extract_casualties
from etl.extract.casualty_lexicon import Frame, harms
from etl.extract.syntax import open_syntax
from etl.extract.victim_nouns import victim_nouns
from etl.records import CasualtyMention, Sentence


def _sentences(*texts: str) -> tuple[str, list[Sentence]]:
    """Return a document of one paragraph and its parsed sentences."""
    document, sentences = "", []
    for index, text in enumerate(texts):
        sentences.append(Sentence(open_syntax()(text), len(document), 0, index))
        document += text + " "
    return document, sentences


def _only(text: str) -> CasualtyMention:
    [mention] = extract_casualties(_sentences(text)[1])
    return mention


def test_offsets_are_those_of_the_document() -> None:
    """Every span counts from the start of the document, not of its sentence."""
    document, sentences = _sentences(
        "Rain fell on Monday.", "Gunmen killed about 12 villagers near Beni."
    )
    [mention] = extract_casualties(sentences)
    assert document[mention.start : mention.end] == mention.text == "killed about 12 villagers"
    assert document[mention.number_start : mention.number_end] == "about 12"
    assert document[mention.victim_start : mention.victim_end] == "about 12 villagers"
    assert document[mention.anchor :].startswith("killed")
    assert mention.sentence == 1


@pytest.mark.parametrize(
    ("text", "killer"),
    [
        ("Gunmen killed six farmers.", "Gunmen"),
        ("The army said its troops had killed six farmers.", "its troops"),
        ("Six farmers were shot dead by masked gunmen.", "masked gunmen"),
        ("Fighters attacked the village, killing six farmers.", "Fighters"),
        ("Six farmers were killed.", None),
        ("The farmers spoke of six dead.", None),
    ],
)
def test_the_killer_is_taken_from_syntax(text: str, killer: str | None) -> None:
    """The subject of an active verb or a by-phrase is the agent; else there is none."""
    mention = _only(text)
    found = None
    if mention.agent_start is not None:
        found = text[mention.agent_start : mention.agent_end]
    assert found == killer


def test_neutralised_is_killed() -> None:
    """An army's word for killing counts as killing."""
    assert _only("Six terrorists were neutralised near Lice.").outcome is Outcome.KILLED


@pytest.mark.parametrize(
    "gloss",
    [
        "The army says neutralised of those it has killed, wounded or captured.",
        "Officials use the term to imply that they surrendered or were killed or captured.",
    ],
)
def test_neutralised_may_count_the_wounded_too(gloss: str) -> None:
    """Where the document says what the word counts, it is killed or wounded."""
    _, sentences = _sentences('Six terrorists were "neutralised" near Lice.', gloss)
    [mention] = extract_casualties(sentences)
    assert mention.outcome is Outcome.KILLED_OR_WOUNDED


def test_a_line_break_within_a_sentence_changes_nothing() -> None:
    """Text wrapped at a fixed width gives the same mentions, with its own words."""
    wrapped = "The blast killed at\nleast 12\npolice officers and\nwounded 30."
    found = extract_casualties(_sentences(wrapped)[1])
    plain = extract_casualties(_sentences(wrapped.replace("\n", " "))[1])
    assert [m.best for m in found] == [m.best for m in plain] == [12, 30]
    assert [(m.start, m.end) for m in found] == [(m.start, m.end) for m in plain]
    assert found[0].text == wrapped[found[0].start : found[0].end]


@pytest.mark.parametrize(
    "text",
    [
        "Thirty gunmen on 12 motorcycles attacked the post.",
        "The mayor, 54, has held office since 2014.",
        "The 6th Infantry Brigade fired 40 rockets.",
        "The rebels captured the town.",
        "The strike killed any hope of a deal.",
        "The price of oil fell 12 dollars.",
        "The blast destroyed 14 houses and killed 30 goats.",
    ],
)
def test_other_numbers_are_no_tolls(text: str) -> None:
    """Ages, weapons, attackers, houses, animals and prices are not counted as victims."""
    assert extract_casualties(_sentences(text)[1]) == []


def test_mentions_come_in_the_order_of_the_text() -> None:
    """A document's mentions are sorted by where they begin within each sentence."""
    _, sentences = _sentences(
        "Two soldiers died and three were wounded.", "A shell killed a child on Monday."
    )
    starts = [m.start for m in extract_casualties(sentences)]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_no_sentence_no_toll() -> None:
    """A document without body sentences has no tolls."""
    assert extract_casualties([]) == []


def test_every_verb_of_the_lexicon_has_its_forms() -> None:
    """A verb gives base, third person, -ing and past, so that its voice can be read."""
    for harm in harms():
        if harm.frame in {Frame.OBJECT, Frame.SUBJECT, Frame.LIFE}:
            assert len(harm.forms) >= 4, harm.forms
            assert harm.forms[2].endswith("ing"), harm.forms


def test_plurals_of_victim_nouns_are_known() -> None:
    """Regular and -man plurals are read from the singular of the list."""
    nouns = victim_nouns()
    for word in ("soldiers", "policemen", "children", "bodies", "housewives", "passers-by"):
        assert word in nouns


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("A gunman shot and wounded a shepherd near Hebron.", [("wounded", 1)]),
        ("The number of soldiers who died in the ambush has risen to 14.", [("killed", 14)]),
        ("Fifteen more were in the town's main hospital.", [("wounded", 15)]),
        ("The bureau put the dead at 44 and the hurt at 135.", [("killed", 44), ("wounded", 135)]),
        ("Civil society counted 38 bodies; the mayor gives 41.", [("killed", 38), ("killed", 41)]),
        ("Some 250 rebels fell upon the town.", []),
        ("Eleven passers-by took cover behind a wall.", []),
        ("The bomb cost him three fingers.", []),
        ("A shell broke up the march without killing anyone.", [("killed", 0)]),
        ("The youth killed nobody but himself.", [("killed", 0), ("killed", 1)]),
        ("Suicide bombers struck three churches and killed 20 people in the capital and three hotels.",
         [("killed", 20)]),
        ("Nine policemen were shot as they slept.", [("killed", 9)]),
        ("Nine policemen were shot in the legs.", [("wounded", 9)]),
        ("State media corrected the toll to three and 34.", [("killed", 3), ("wounded", 34)]),
        ("There was no bed for the injured, whom they put at 200.", [("wounded", 200)]),
        ("One guard had died of burns.", [("killed", 1)]),
    ],
)  # fmt: skip
def test_what_sentences_count(text: str, tolls: list[tuple[str, int]]) -> None:
    """Counts of victims are read in their many wordings, and others are not."""
    mentions = extract_casualties(_sentences(text)[1])
    assert sorted((m.outcome.value, m.best) for m in mentions) == sorted(tolls)


def test_a_later_figure_in_passing_is_an_update() -> None:
    """A figure given as later raises the count before it."""
    [first, later] = extract_casualties(_sentences("Doctors spoke of 22 dead, later 42.")[1])
    assert (first.best, later.best, later.is_update) == (22, 42, True)
