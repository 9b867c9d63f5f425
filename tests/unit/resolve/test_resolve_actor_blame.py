"""Claims of responsibility and blame, in sentences of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from etl.codes import EventType, PassageKind
from etl.extract.actors import extract_actors, load_actor_list
from etl.extract.attributions import extract_attributions
from etl.extract.syntax import parse_sentences
from etl.records import Document, Passage
from etl.resolve.actor_blame import Blame, find_blames
from etl.resolve.actors import resolve_actors


def _blames(text: str) -> list[tuple[str, Blame]]:
    """Return the names of those who claim or are blamed in a text of one paragraph."""
    cuts = [0, *(i + 2 for i in range(len(text)) if text[i : i + 2] == ". "), len(text)]
    passages = [
        Passage(start, text.rfind(".", start, end) + 1, PassageKind.BODY, 0, number)
        for number, (start, end) in enumerate(pairwise(cuts))
    ]
    sentences = parse_sentences(text, passages)
    actors = extract_actors(sentences, load_actor_list())
    resolved = resolve_actors(actors, Document("d", "d", text))
    pairs = list(zip(actors, resolved, strict=True))
    spans = {s.index: (s.start, s.start + len(s.text)) for s in sentences}
    found = find_blames(text, spans, pairs, extract_attributions(sentences))
    return [(pairs[b.number][1].name or pairs[b.number][0].text, b) for b in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Taliban claimed responsibility for the bombing.", "Taliban"),
        ("Boko Haram said that it was behind the attack.", "Boko Haram"),
        ("The attack was claimed by Islamic State.", "Islamic State"),
        ("Prosecutors pointed the finger at Hezbollah.", "Hezbollah"),
        ("The governor put the blame on al-Shabaab.", "Al-Shabaab"),
        ("The blast bore the hallmarks of al-Qaeda.", "Al-Qaeda"),
        ("The government suspects Boko Haram.", "Boko Haram"),
        ("Investigators attribute it to the PKK.", "Kurdistan Workers' Party"),
    ],
)
def test_words_of_claim_and_blame_name_an_author(text: str, name: str) -> None:
    """The author stands before the words of a claim and after those of blame."""
    assert [found for found, _ in _blames(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility.",
        "The Taliban have not claimed the attack.",
        "Most of the attacks are blamed on Boko Haram.",
        "It is not known whether Boko Haram was behind the attack.",
        "Police blamed Boko Haram. Boko Haram denied any involvement.",
        "Drought has claimed the lives of thousands.",
    ],
)
def test_what_is_negated_general_or_denied_names_nobody(text: str) -> None:
    """Nobody is made an author by a negation, a habit, or a charge that they deny."""
    assert _blames(text) == []


def test_the_noun_of_the_deed_tells_its_types() -> None:
    """A claim of a bombing is of no shooting; a claim of "the attack" is of anything."""
    ((_, bombing),) = _blames("The Taliban claimed responsibility for the bombing.")
    ((_, attack),) = _blames("The Taliban claimed responsibility for the attack.")
    assert EventType.SUICIDE_BOMB in bombing.types
    assert EventType.ATTACK not in bombing.types
    assert attack.types == frozenset()


def test_only_armed_actors_are_blamed() -> None:
    """Civilians and offices are no authors of attacks."""
    blamed = _blames("Residents blamed the doctors. Police blamed the Taliban.")
    assert [name for name, _ in blamed] == ["Taliban"]
