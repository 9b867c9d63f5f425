"""Which place a toponym stands for, decided by the document."""

from __future__ import annotations

import re

import pytest

from etl.codes import PassageKind, PlacePrecision
from etl.extract.places import extract_places
from etl.extract.syntax import parse_sentences
from etl.gazetteer import open_gazetteer
from etl.records import Passage, PlaceValue
from etl.resolve.places import list_places, resolve_places


def _resolve(text: str, **known: object) -> dict[str, PlaceValue | None]:
    """Return the value of each name of a text, the last where one stands twice."""
    passages = [
        Passage(match.start(), match.end(), PassageKind.BODY, 0, number)
        for number, match in enumerate(re.finditer(r"\S[^.]*\.", text))
    ]
    gazetteer = open_gazetteer()
    mentions = extract_places(parse_sentences(text, passages), gazetteer)
    values = resolve_places(mentions, text, gazetteer, **known)
    return {mention.text: value for mention, value in zip(mentions, values, strict=True)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomb went off in Tripoli. Libyan officials said so.", "Tripoli", "LBY"),
        ("A bomb went off in Tripoli. Lebanese officials said so.", "Tripoli", "LBN"),
        (
            "Police in Georgia arrested him. He had driven from Atlanta to Alabama.",
            "Georgia",
            "USA",
        ),
        ("Police in Georgia arrested him. He had come from Tbilisi.", "Georgia", "GEO"),
        ("They were shot in Rawa, Iraq.", "Rawa", "IRQ"),
        ("They were shot in Birmingham, Alabama.", "Birmingham", "USA"),
        ("They were shot in Valencia, in Venezuela's Carabobo state.", "Valencia", "VEN"),
        ("Palma was attacked. Mozambican soldiers fled.", "Palma", "MOZ"),
    ],
)
def test_the_document_decides(text: str, name: str, country: str) -> None:
    """Countries named, units that hold a place and other places choose among places of a name."""
    value = _resolve(text)[name]
    assert value is not None
    assert value.country == country


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("A bomb went off in Mosul.", "Mosul", "exact"),
        ("A bomb went off near Mosul.", "Mosul", "near"),
        ("A mine exploded 20 km south of Mosul.", "Mosul", "near"),
        ("They fought on the road between Kunduz and Baghlan.", "Kunduz", "near"),
        ("People died in Kunduz province in Afghanistan.", "Kunduz", "admin1"),
        ("People died in the Achin district of Nangarhar.", "Achin", "admin2"),
        ("People died in Helmand.", "Helmand", "admin1"),
        ("People died in Washington state in America.", "Washington", "admin1"),
        ("People died in Afghanistan.", "Afghanistan", "country"),
        ("A ship was hit in the Red Sea.", "Red Sea", "unknown"),
        ("A bomb went off in Sadr City in Baghdad.", "Sadr City", "exact"),
    ],
)
def test_precision_follows_the_codebook(text: str, name: str, precision: str) -> None:
    """What is named and how it is related to gives the precision."""
    value = _resolve(text)[name]
    assert value is not None
    assert value.precision == precision


def test_an_offset_moves_no_coordinate() -> None:
    """The point stays the town's; the offset stands beside it."""
    plain = _resolve("A bomb went off in Mosul.")["Mosul"]
    offset = _resolve("A bomb went off 20 km south of Mosul.")["Mosul"]
    assert plain is not None
    assert offset is not None
    assert (offset.latitude, offset.longitude) == (plain.latitude, plain.longitude)
    assert (offset.offset_km, offset.offset_direction) == (20.0, "S")


def test_a_transliteration_is_matched_within_the_countries_in_play() -> None:
    """A spelling that no list has is found by its sound, where the country is told."""
    iraqi = _resolve("Three men were shot in Huweijah. Iraqi police said so.")["Huweijah"]
    assert iraqi is not None
    assert (iraqi.country, iraqi.admin1) == ("IRQ", "Kirkuk")
    assert iraqi.why.startswith("sounds like")
    spanish = _resolve("Three men were shot in Huweijah. Spanish police said so.")["Huweijah"]
    assert spanish is None or spanish.latitude is None


def test_an_unknown_name_is_near_the_point_that_the_text_gives() -> None:
    """A place that the gazetteer lacks keeps its name and is near the town beside it."""
    value = _resolve("Ten were killed in the village of Qaryat Zubdah, near Tikrit in Iraq.")
    place = value["Qaryat Zubdah"]
    assert place is not None
    assert place.name == "Qaryat Zubdah"
    assert place.place_id is None
    assert place.precision is PlacePrecision.NEAR
    assert place.admin1 == "Saladin"


def test_an_unknown_name_takes_the_unit_that_holds_it() -> None:
    """Without a point, the smallest unit that holds it gives coordinates and precision."""
    place = _resolve("Ten were killed in the village of Qaryat Zubdah, in Idlib province.")[
        "Qaryat Zubdah"
    ]
    assert place is not None
    assert (place.precision, place.admin1) == (PlacePrecision.ADMIN1, "Idlib")


def test_a_part_of_a_town_is_exact_at_the_town() -> None:
    """A quarter or square that the gazetteer lacks is exact, at the town's point."""
    values = _resolve("A bomb went off in the Zubdah neighbourhood of Kirkuk in Iraq.")
    quarter, town = values["Zubdah"], values["Kirkuk"]
    assert quarter is not None
    assert town is not None
    assert quarter.precision is PlacePrecision.EXACT
    assert (quarter.latitude, quarter.longitude) == (town.latitude, town.longitude)


def test_size_alone_decides_nothing() -> None:
    """A name of several towns, with nothing that tells them apart, is refused."""
    value = _resolve("The march in San Cristobal was peaceful.").get("San Cristobal")
    assert value is None or value.latitude is None


def test_what_stands_beside_the_text_counts() -> None:
    """The title's names and the actors' countries speak for a country too."""
    text = "A bomb went off in Tripoli on Monday."
    by_title = _resolve(text, hints=("Lebanese",))["Tripoli"]
    by_actor = _resolve(text, countries=("LBN", "LBN"))["Tripoli"]
    assert by_title is not None
    assert by_actor is not None
    assert (by_title.country, by_actor.country) == ("LBN", "LBN")


def test_values_are_parallel_to_mentions_in_any_order() -> None:
    """A value stands where its mention stands, whatever the order of the mentions."""
    text = "Shells fell on Mosul and Kirkuk in Iraq."
    gazetteer = open_gazetteer()
    passage = Passage(0, len(text), PassageKind.BODY, 0, 0)
    mentions = extract_places(parse_sentences(text, [passage]), gazetteer)
    forward = resolve_places(mentions, text, gazetteer)
    backward = resolve_places(mentions[::-1], text, gazetteer)
    assert forward == backward[::-1]


def test_list_holds_every_toponym_and_no_adjective() -> None:
    """The rows of the command have span, name, point, precision and reason."""
    text = "Iraqi troops entered Mosul. They left for the hamlet of Qaryat Zubdah."
    passages = [
        Passage(0, 27, PassageKind.BODY, 0, 0),
        Passage(28, len(text), PassageKind.BODY, 0, 1),
    ]
    gazetteer = open_gazetteer()
    mentions = extract_places(parse_sentences(text, passages), gazetteer)
    rows = list_places(mentions, resolve_places(mentions, text, gazetteer))
    assert [text[row["start"] : row["end"]] for row in rows] == ["Mosul", "Qaryat Zubdah"]
    assert set(rows[0]) == {
        "start", "end", "name", "place_id", "lat", "lon", "country", "precision", "why",
    }  # fmt: skip
    assert rows[0]["place_id"].startswith("geonames:")
    assert all(row["why"] for row in rows)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Clashes went on in northern Aleppo in Syria.", "Aleppo", "admin1"),
        ("Clashes went on in rural Idlib in Syria.", "Idlib", "admin1"),
        ("Clashes went on in northern Mosul in Iraq.", "Mosul", "exact"),
        ("Clashes went on in western Kabul.", "Kabul", "exact"),
        ("Clashes went on in eastern Herat city in Afghanistan.", "Herat", "exact"),
        ("Clashes went on in the Damboa area of Borno in Nigeria.", "Damboa", "near"),
    ],
)
def test_a_side_is_of_the_province(text: str, name: str, precision: str) -> None:
    """A direction before a name shared by province and town means the province."""
    value = _resolve(text)[name]
    assert value is not None
    assert value.precision is PlacePrecision(precision)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Officials in Ghazni wept. A bomb shook the Afghan capital.", "the Afghan capital", "Kabul"),
        ("Shells fell on Kunduz city. A school in the city burnt.", "the city", "Kunduz"),
        ("Ten died in Kunduz. The ministry in Kabul wept. The city was quiet.", "The city", "Kunduz"),
        ("Troops entered Gwoza in Borno. They left the state capital.", "the state capital", "Maiduguri"),
    ],
)  # fmt: skip
def test_anaphors_take_the_place_told_before(text: str, phrase: str, name: str) -> None:
    """Capitals follow the country or province, other phrases the last place of their kind."""
    value = _resolve(text)[phrase]
    assert value is not None
    assert value.name == name
    assert value.precision is PlacePrecision.EXACT
    assert value.span is not None
    assert text[slice(*value.span)] == phrase


def test_an_anaphor_without_a_place_before_it_is_unknown() -> None:
    """Nothing told before, nothing meant."""
    assert _resolve("The village burnt.") == {"The village": None}


@pytest.mark.parametrize(
    ("text", "name", "precision", "admin1"),
    [
        ("Ten died in Mosul in Iraq. At Qaryat Zubdah two died.", "Qaryat Zubdah", "near", "Nineveh"),
        ("Ten died in Gwoza in Nigeria. At Garin Zubda two died.", "Garin Zubda", "admin1", "Borno"),
        ("A grenade hit the Zubda clinic in Kunduz.", "Zubda", "exact", "Kunduz"),
    ],
)  # fmt: skip
def test_unknown_names_take_what_holds_them(
    text: str, name: str, precision: str, admin1: str
) -> None:
    """A name without an entry keeps itself, at a great town or the unit told before it."""
    value = _resolve(text)[name]
    assert value is not None
    assert (value.name, value.place_id) == (name, None)
    assert (value.precision, value.admin1) == (PlacePrecision(precision), admin1)


def test_a_unit_told_after_its_town_stays_the_unit() -> None:
    """The state after its town ("Anapu, Pará") is no town, though Belém goes by Pará too."""
    value = _resolve("Two men were shot in Anapu, Pará.")["Pará"]
    assert value is not None
    assert value.precision is PlacePrecision.ADMIN1


def test_a_name_told_with_a_type_word_keeps_its_meaning() -> None:
    """The bare name later in the text is the village told before, not a namesake."""
    text = (
        "The village of Kalynove, 20 km from Pokrovsk in Ukraine, fell. "
        "The ministry in Kyiv wept. Fighting went on in Kalynove."
    )
    value = _resolve(text)["Kalynove"]
    assert value is not None
    assert value.admin1 == "Donetsk"
