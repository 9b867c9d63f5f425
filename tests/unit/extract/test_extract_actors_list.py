"""The actor list: its rows, and finding its names in a text."""

from __future__ import annotations

import pytest

from etl.codes import ActorKind
from etl.errors import ReferenceDataError
from etl.extract.actor_list import ActorList, ListedActor, load_actor_list
from etl.reference import read_reference


def _actor(actor_id: str, name: str, country: str | None = None) -> ListedActor:
    return ListedActor(actor_id, name, ActorKind.REBEL_GROUP, country, None, None, None)


def _words(text: str, actors: ActorList) -> list[str]:
    return [text[match.start : match.end] for match in actors.find_names(text)]


@pytest.fixture
def two_actors() -> ActorList:
    """Return a list of two actors, one with an ambiguous acronym."""
    return ActorList(
        [_actor("front", "Front of the Dawn"), _actor("shura", "al-Shura Brigade")],
        [("front", "FOD", True), ("shura", "Liwa al-Shūrā", False), ("shura", "shura men", False)],
        [("XAA", ["Aland"], ["Alander"], ["Alcity"])],
    )


def test_every_row_of_the_list_is_sound() -> None:
    """Ids are slugs and single, parents exist, kinds and countries are those of the codes."""
    rows = read_reference("actors.csv")
    ids = [row["actor_id"] for row in rows]
    countries = {row["iso3"] for row in read_reference("countries.csv")}
    assert len(ids) == len(set(ids))
    for row in rows:
        assert row["actor_id"].replace("-", "").isalnum(), row
        assert not row["parent_id"] or row["parent_id"] in ids, row
        assert not row["country"] or row["country"] in countries, row
        assert ActorKind(row["kind"])
        assert row["source"]
        years = [row["active_from"] or "0", row["active_to"] or "9999"]
        assert years == sorted(years, key=int), row


def test_the_list_has_the_breadth_that_is_promised() -> None:
    """At least 600 actors beside state forces, and forces of at least 90 countries."""
    rows = read_reference("actors.csv")
    others = [row for row in rows if row["kind"] != "state_forces"]
    armies = {row["country"] for row in rows if row["actor_id"].endswith("-police")}
    assert len(others) >= 600
    assert len(armies) >= 90


def test_no_name_of_an_actor_is_given_twice() -> None:
    """A name stands once for an actor, and never repeats its canonical name."""
    names = [(row["actor_id"], row["name"]) for row in read_reference("actor_names.csv")]
    canonical = {(row["actor_id"], row["name"]) for row in read_reference("actors.csv")}
    assert len(names) == len(set(names))
    assert not set(names) & canonical


@pytest.mark.parametrize(
    "text",
    [
        "the Liwa al-Shura",
        "Liwa Al Shura",
        "Liwa al-Shūra’s men",
        "LIWA AL-SHURA",
        "Liwa ash-Shura",
    ],
)
def test_accents_hyphens_and_articles_make_no_difference(text: str, two_actors: ActorList) -> None:
    """A transliterated name is found in its spellings."""
    (match,) = two_actors.find_names(text)
    assert match.names[0].actor.actor_id == "shura"


def test_the_longest_name_wins_and_keeps_its_article() -> None:
    """A name within a longer one is not found apart; the Arabic article belongs to it."""
    text = "Al-Qaeda in the Arabian Peninsula and al-Qaeda met."
    assert _words(text, load_actor_list()) == ["Al-Qaeda in the Arabian Peninsula", "al-Qaeda"]


def test_a_possessive_ending_is_no_part_of_a_name() -> None:
    """The span of a name ends before its possessive ending."""
    assert _words("Hezbollah's men", load_actor_list()) == ["Hezbollah"]


@pytest.mark.parametrize("text", ["a fod of hay", "the front of the dawn", "Liwa. Al-Shura"])
def test_capitals_and_sentence_ends_count(text: str, two_actors: ActorList) -> None:
    """An acronym needs its capitals, a name its first one, and no name crosses a full stop."""
    assert two_actors.find_names(text) == []


def test_a_name_in_lower_case_is_found_in_any_case(two_actors: ActorList) -> None:
    """The editor lists a common word in lower case to have it found anywhere."""
    assert _words("Shura men and shura men", two_actors) == ["Shura men", "shura men"]


def test_name_spans_hold_places_that_are_parts_of_names() -> None:
    """Names of several words are given, so that no place is read within them; others are not."""
    text = "The Libyan National Army and Hamas met the Islamic State in Somalia."
    spans = load_actor_list().name_spans(text)
    assert [text[start:end] for start, end in spans] == [
        "Libyan National Army",
        "Islamic State in Somalia",
    ]


def test_countries_are_found_by_name_adjective_and_capital(two_actors: ActorList) -> None:
    """Each word for a country gives its code."""
    found = two_actors.find_countries("Aland, an Alander and Alcity, not Alands")
    assert [code for _, _, code in found] == ["XAA", "XAA", "XAA"]


def test_a_name_of_an_unknown_actor_is_refused() -> None:
    """A name whose actor is missing is a fault of the reference data."""
    with pytest.raises(ReferenceDataError, match="'Ghosts'"):
        ActorList([], [("ghosts", "Ghosts", False)], [])
