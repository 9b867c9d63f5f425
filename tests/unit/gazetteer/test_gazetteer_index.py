"""The gazetteer as it is built and opened."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from etl.gazetteer import open_gazetteer
from etl.gazetteer.build import build_gazetteer
from etl.reference import read_reference

if TYPE_CHECKING:
    from etl.gazetteer.index import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of the present inputs."""
    return open_gazetteer()


def test_the_weightiest_place_comes_first(gazetteer: Gazetteer) -> None:
    """A name's places are ordered by how well known they are."""
    weights = [place.weight for place in gazetteer.find("San Jose")]
    assert len(weights) > 5
    assert weights == sorted(weights, reverse=True)


def test_fit_tells_the_own_name_from_others(gazetteer: Gazetteer) -> None:
    """2 is the own name, 1 another spelling, 0 one that is alike but for the article."""
    assert {place.fit for place in gazetteer.find("Mosul") if place.country == "IRQ"} == {2}
    assert gazetteer.find("Kharkov")[0].fit == 1


def test_units_of_the_overlay_table_are_found_by_every_name(gazetteer: Gazetteer) -> None:
    """Each unit of place_admin1.csv goes by the name and the spellings given there."""
    for row in read_reference("place_admin1.csv"):
        for name in [row["name"], *filter(None, row["other_names"].split("|"))]:
            places = gazetteer.find(name)
            assert any(p.kind == "admin1" and p.country == row["country"] for p in places), name


def test_overlay_places_lie_in_their_unit(gazetteer: Gazetteer) -> None:
    """A place of the overlay is within 900 km of the centre of the unit that it names."""
    for row in read_reference("places.csv"):
        if row["kind"] == "spelling" or not row["admin1"]:
            continue
        own = [p for p in gazetteer.find(row["name"]) if p.place_id.startswith("diurna:")]
        place = next(p for p in own if p.kind == row["kind"] and p.country == row["country"])
        assert place.admin1_id is not None
        unit = gazetteer.get(place.admin1_id)
        assert unit.latitude is not None
        assert math.dist((place.latitude, place.longitude), (unit.latitude, unit.longitude)) < 9


def test_the_overlay_is_as_large_as_promised() -> None:
    """There are at least 800 places of our own, each with coordinates and a source."""
    own = [row for row in read_reference("places.csv") if row["kind"] != "spelling"]
    assert len(own) >= 800
    assert all(row["latitude"] and row["longitude"] and row["source"] for row in own)


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Helmand", "AFG", 31.0, 64.0),
        ("Borno", "NGA", 11.8, 13.1),
        ("Idlib", "SYR", 35.8, 36.7),
        ("North Kivu", "COD", -0.8, 28.8),
        ("Rakhine", "MMR", 19.8, 93.9),
        ("Michoacan", "MEX", 19.2, -101.9),
        ("Kharkiv", "UKR", 49.6, 36.5),
        ("Sulu", "PHL", 6.0, 121.1),
    ],
)
def test_centres_of_units_are_near_known_ones(
    gazetteer: Gazetteer, name: str, country: str, latitude: float, longitude: float
) -> None:
    """The centre of a first-level unit is within a degree of the known one."""
    units = [p for p in gazetteer.find(name) if p.kind == "admin1" and p.country == country]
    assert len(units) == 1
    assert math.dist((units[0].latitude, units[0].longitude), (latitude, longitude)) < 1


def test_countries_are_found_by_nickname_and_adjective(gazetteer: Gazetteer) -> None:
    """Abbreviations, nicknames and demonyms lead to the country."""
    for name, country in [("DR Congo", "COD"), ("U.S.", "USA"), ("UAE", "ARE"), ("Burma", "MMR")]:
        first = gazetteer.find(name)[0]
        assert (first.kind, first.country) == ("country", country)
    assert gazetteer.country_of("Burkinabe") == "BFA"
    assert gazetteer.country_of("Syrians") == "SYR"
    assert gazetteer.country_of("Mosul") is None


def test_look_alikes_stay_within_the_countries_given(gazetteer: Gazetteer) -> None:
    """A transliteration is looked for in the countries given, and nowhere else."""
    found = gazetteer.find_alike("Huweijah", ["IRQ"])
    assert found
    assert {place.country for place in found} == {"IRQ"}
    assert gazetteer.find_alike("Huweijah", ["ESP", "MEX"]) == ()


def test_unknown_names_give_nothing(gazetteer: Gazetteer) -> None:
    """A name that nobody bears gives nothing."""
    assert gazetteer.find("Xyzzyville") == ()
    assert not gazetteer.is_name("Xyzzyville")


@pytest.mark.slow
def test_building_twice_gives_the_same_rows(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same inputs make the same file."""
    folder = tmp_path_factory.mktemp("gazetteer")
    first, second = build_gazetteer(folder / "a.sqlite"), build_gazetteer(folder / "b.sqlite")
    assert first.read_bytes() == second.read_bytes()
    assert {path.name for path in folder.iterdir()} == {"a.sqlite", "b.sqlite"}


def test_seats_are_capitals_and_largest_towns(gazetteer: Gazetteer) -> None:
    """A country's seat is its capital, a unit's its largest town."""
    capital = gazetteer.seat_of("AFG")
    assert capital is not None
    assert capital.name == "Kabul"
    borno = next(place for place in gazetteer.find("Borno") if place.kind == "admin1")
    seat = gazetteer.seat_of(str(borno.id))
    assert seat is not None
    assert seat.name == "Maiduguri"
    assert gazetteer.seat_of("XXX") is None
