"""Toponyms in sentences: what is one, what is none, and how the words relate to it."""

from __future__ import annotations

import pytest

from etl.codes import PassageKind
from etl.extract.places import (
    extract_places,
    extract_places_of_passages,
    extract_places_of_title,
)
from etl.extract.syntax import parse_sentences
from etl.gazetteer import open_gazetteer
from etl.records import Passage, PlaceMention


def _places(text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[PlaceMention]:
    sentences = parse_sentences(text, [Passage(0, len(text), PassageKind.BODY, 0, 0)])
    return extract_places(sentences, open_gazetteer(), taken)


def _names(text: str, **kwargs: tuple[tuple[int, int], ...]) -> list[str]:
    return [place.text for place in _places(text, **kwargs) if place.role != "adjective"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on Deir ez-Zor, al-Mayadeen and Albu Kamal.", ["Deir ez-Zor", "al-Mayadeen", "Albu Kamal"]),
        ("Insurgents raided Mocimboa da Praia and Pemba.", ["Mocimboa da Praia", "Pemba"]),
        ("A grenade exploded in the Ain al-Hilweh refugee camp near Sidon.", ["Ain al-Hilweh", "Sidon"]),
        ("Two soldiers died in the village of Tal Safuk.", ["Tal Safuk"]),
        ("Five people were killed in the Wadi Zebra district.", ["Wadi Zebra"]),
        ("They met in Dar es Salaam and in Port-au-Prince.", ["Dar es Salaam", "Port-au-Prince"]),
        ("The People's Republic of China protested.", ["People's Republic of China"]),
        ("The U.S. and the DR Congo signed it.", ["U.S.", "DR Congo"]),
    ],
)  # fmt: skip
def test_toponyms_are_read_whole(text: str, names: list[str]) -> None:
    """Names of several words, with articles and particles, are one mention each."""
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The raid was shown on al-Mayadeen TV on Friday.",
        "The Baghdad Post wrote about it.",
        "Mr Aleppo was arrested on Monday.",
        "General Ahmed Tikriti said that his men had left.",
        "Police said that the Badr Brigade had fled.",
        "In March they left, and in Ramadan they came back.",
        "Air strikes and shelling went on.",
        "Border guards fired into the air.",
    ],
)
def test_what_is_no_place_is_not_read(text: str) -> None:
    """Broadcasters, newspapers, persons, units, months and common words are no toponyms."""
    assert _names(text) == []


def test_names_of_actors_are_not_read() -> None:
    """No toponym is read within a span that the actor list has taken."""
    text = "The Islamic State in Iraq attacked Mosul."
    assert _names(text) == ["Iraq", "Mosul"]
    assert _names(text, taken=((4, 25),)) == ["Mosul"]


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("A bomb went off in Mosul.", "Mosul", "in"),
        ("A bomb went off near the town of Tal Afar.", "Tal Afar", "near"),
        ("They were killed outside Baghdad.", "Baghdad", "outside"),
        ("Shells hit the outskirts of Aleppo.", "Aleppo", "outskirts"),
        ("Fighting went on between Kunduz and Baghlan.", "Baghlan", "between"),
        ("Troops marched towards Kismayo.", "Kismayo", "to"),
        ("They fled from Raqqa to Idlib.", "Idlib", "to"),
        ("A mine exploded on the road to Chibok.", "Chibok", "road"),
        ("It happened in the east of the city of Homs.", "Homs", "in"),
        ("Guards were shot on the border with Jordan.", "Jordan", "border"),
    ],
)
def test_relation_is_read(text: str, name: str, relation: str) -> None:
    """The words before a name say how the event relates to it."""
    assert [p.relation for p in _places(text) if p.text == name] == [relation]


def test_offset_is_kept_beside_the_place() -> None:
    """A distance and a direction are told of the place that they count from."""
    (place,) = _places("The base lies 30 km south-west of Mosul.")
    assert (place.relation, place.offset_km, place.offset_direction) == ("offset", 30.0, "SW")
    (place,) = _places("It lies 20 miles from Kabul.")
    assert place.offset_km == pytest.approx(32.2, abs=0.1)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("KABUL (Reuters) - Two bombs went off on Friday.", "KABUL", "dateline"),
        ("Washington said that the attack had failed.", "Washington", "speaker"),
        ("The governor of Anbar denied it.", "Anbar", "speaker"),
        ("The gunman was a native of Raqqa.", "Raqqa", "origin"),
        ("The Moscow-based group denied it.", "Moscow", "origin"),
        ("Iraqi troops left.", "Iraqi", "adjective"),
    ],
)
def test_role_tells_why_a_place_is_no_event_place(text: str, name: str, role: str) -> None:
    """Datelines, speakers, origins and adjectives are marked."""
    assert [p.role for p in _places(text) if p.text == name] == [role]


def test_kind_word_stands_beside_the_name() -> None:
    """The type word of a name is kept, before it or after it."""
    assert [p.kind_word for p in _places("He died in Kunduz province.")] == ["province"]
    assert [p.kind_word for p in _places("He died in the town of Tafas.")] == ["town"]


def test_lists_share_the_relation() -> None:
    """The names of a list have the relation of the first."""
    places = _places("People were killed in Mosul, Tal Afar and Kirkuk.")
    assert [p.relation for p in places] == ["in", "in", "in"]


def test_spans_are_document_offsets() -> None:
    """A mention's span covers its words in the document, whatever stands before."""
    text = "Heading line\nA bomb went off in Tal Afar."
    sentences = parse_sentences(text, [Passage(13, len(text), PassageKind.BODY, 1, 0)])
    (place,) = extract_places(sentences, open_gazetteer())
    assert text[place.start : place.end] == place.text == "Tal Afar"


def test_headings_and_titles_are_read() -> None:
    """Headings and titles give toponyms with the role of a heading."""
    text = "Clashes in Kirkuk"
    passages = [Passage(0, len(text), PassageKind.HEADING, 0, 0)]
    (place,) = extract_places_of_passages(text, passages, open_gazetteer())
    assert (place.text, place.role) == ("Kirkuk", "heading")
    titled = extract_places_of_title("Suicide Bomber Kills Dozens In Kabul", open_gazetteer())
    assert [p.text for p in titled] == ["Kabul"]
    assert extract_places_of_title(None, open_gazetteer()) == []


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("A bomb went off in the Afghan capital.", "the Afghan capital", "capital"),
        ("They reached the provincial capital on Monday.", "the provincial capital", "provincial capital"),
        ("Four men were shot in the same village.", "the same village", "village"),
        ("Smoke rose over the city's airport.", "the city", "city"),
        ("A shell hit Yemen's capital.", "Yemen's capital", "capital"),
    ],
)  # fmt: skip
def test_places_told_without_their_name_are_anaphors(text: str, phrase: str, kind: str) -> None:
    """A definite noun of a place is a mention with its own span and the role of an anaphor."""
    found = [p for p in _places(text) if p.role == "anaphor"]
    assert [(text[p.start : p.end], p.kind_word) for p in found] == [(phrase, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on the capital, Kabul, on Monday.",
        "They entered the town of Rawa.",
        "Kunduz, the provincial capital, was calm.",
        "The city council met on Monday.",
        "They fled to the nearest village.",
        "They fled to another town.",
    ],
)
def test_phrases_beside_a_name_are_no_anaphors(text: str) -> None:
    """Descriptions of a name, compounds and places told as others point back to nothing."""
    assert [p.text for p in _places(text) if p.role == "anaphor"] == []


@pytest.mark.parametrize(
    ("text", "name", "relation", "role"),
    [
        ("Troops advanced towards the ISIL-held town of Albu Kamal.", "Albu Kamal", "to", None),
        ("Shells fell in the newly liberated town of Rawa.", "Rawa", "in", None),
        ("They spoke of talks between Damascus and Baghdad.", "Damascus", None, "speaker"),
        ("A mine exploded on the road between Kunduz and Baghlan.", "Kunduz", "between", None),
    ],
)
def test_relations_reach_over_descriptions(
    text: str, name: str, relation: str | None, role: str | None
) -> None:
    """A preposition governs a name behind its description; dealings are between governments."""
    found = next(p for p in _places(text) if p.text == name)
    assert (found.relation, found.role) == (relation, role)


def test_numbers_after_a_hyphen_make_a_model_and_no_place() -> None:
    """An aircraft's type is no town."""
    assert _names("A Tu-154 was hit near Sukhumi in Georgia.") == ["Sukhumi", "Georgia"]


def test_a_description_after_a_comma_makes_a_place() -> None:
    """An unknown name is a place where an apposition says that it is a village."""
    found = _places("Gunmen attacked Birnin Zubda, a farming village in Nigeria.")
    assert [(p.text, p.kind_word) for p in found][:1] == [("Birnin Zubda", "village")]
