"""The gazetteer as stages use it: names to places, from a read-only file that processes share.

Enters: names as the text has them. Leaves: the places that go by a name, look-alikes of a
transliteration within given countries, and the country of an adjective. Nothing is guessed: what it
does not know gives nothing.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from etl.gazetteer.folding import fold_name, key_of, sound_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_COLUMNS = (
    "id, place_id, name, kind, feature_class, country, admin1_id, admin1, admin2_id, admin2, "
    "latitude, longitude, population, weight, precision"
)
_MOST_PLACES = 80  # of one name: the rest are hamlets
_MOST_CACHED = 100_000
_LEAST_LIKENESS = 70.0
_VOWELS = frozenset("aeiouy")


class Entry(NamedTuple):
    """A place of the gazetteer; ``precision`` is what naming it comes to (codebook, section 6).

    ``fit`` tells how the name asked for fits: 2 its own name, 1 another spelling, 0 one that is
    alike but for articles and spaces, or by its sound.
    """

    id: int
    place_id: str
    name: str
    kind: str
    feature_class: str
    country: str | None
    admin1_id: int | None
    admin1: str | None
    admin2_id: int | None
    admin2: str | None
    latitude: float | None
    longitude: float | None
    population: int
    weight: float
    precision: str
    fit: int = 2


class Gazetteer:
    """The places of the world by name; one a process, never shared between threads."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._connection.execute("pragma mmap_size = 268435456")
        self._connection.execute("pragma cache_size = -8192")
        self._execute = self._connection.execute
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._heard: dict[tuple[str, str], tuple[Entry, ...]] = {}
        self._entries: dict[int, Entry] = {}
        self._known: dict[str, bool] = {}
        self._words = dict(self._execute("select folded, country from words").fetchall())

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return the places of a name, the weightiest first; at most the 80 weightiest."""
        folded = fold_name(name)
        found = self._found.get(folded)
        if found is None:
            columns = ", ".join(f"p.{column}" for column in _COLUMNS.split(", "))
            rows = self._execute(
                f"select {columns}, max(n.folded = ?) from names n join places p on p.id = n.place "  # noqa: S608
                "where n.key = ? group by p.id order by p.weight desc, p.id limit ?",
                (folded, key_of(folded), _MOST_PLACES),
            )
            found = tuple(
                Entry._make((*row[:-1], 2 if fold_name(row[2]) == folded else row[-1]))
                for row in rows
            )
            if len(self._found) >= _MOST_CACHED:
                self._found.clear()
            self._found[folded] = found
        return found

    def is_name(self, name: str) -> bool:
        """Tell whether a place goes by the name."""
        key = key_of(fold_name(name))
        known = self._known.get(key)
        if known is None:
            row = self._execute("select 1 from names where key = ? limit 1", (key,)).fetchone()
            known = row is not None
            if len(self._known) >= _MOST_CACHED * 4:
                self._known.clear()
            self._known[key] = known
        return known

    def find_alike(self, name: str, countries: Collection[str]) -> tuple[Entry, ...]:
        """Return the places within countries that a name may transliterate, the likest first."""
        folded = fold_name(name)
        sound = sound_of(folded)
        if len(sound) < 2:  # one consonant is like anything
            return ()
        found: list[Entry] = []
        for country in sorted(countries):
            if (known := self._heard.get((folded, country))) is None:
                known = tuple(self._listen(folded, sound, country))
                if len(self._heard) >= _MOST_CACHED:
                    self._heard.clear()
                self._heard[folded, country] = known
            found.extend(known)
        return tuple(found)

    def _listen(self, folded: str, sound: str, country: str) -> list[Entry]:
        rows = self._execute(
            "select place, folded from sounds where sound = ? and country = ?", (sound, country)
        )
        key = key_of(folded).replace("q", "k")
        likeness: dict[int, float] = {}
        for place, spelling in rows:
            other = key_of(spelling).replace("q", "k")
            score = fuzz.ratio(key, other)
            begins_alike = (key[0] in _VOWELS) == (other[0] in _VOWELS)
            if score >= _LEAST_LIKENESS and begins_alike:
                likeness[place] = max(score, likeness.get(place, 0.0))
        best = sorted(likeness, key=lambda place: (-likeness[place], place))
        entries = [self.get(place) for place in best]
        return [entry._replace(fit=0) for entry in entries]

    def get(self, number: int) -> Entry:
        """Return the place of a number that another gave (``admin1_id``, ``admin2_id``)."""
        entry = self._entries.get(number)
        if entry is None:
            row = self._execute(f"select {_COLUMNS} from places where id = ?", (number,)).fetchone()  # noqa: S608
            entry = self._entries[number] = Entry(*row)
        return entry

    def seat_of(self, unit: str) -> Entry | None:
        """Return the capital of a country (by its code) or the largest town of a unit (its id)."""
        row = self._execute("select place from seats where unit = ?", (unit,)).fetchone()
        return None if row is None else self.get(row[0])

    def country_of(self, word: str) -> str | None:
        """Return the country of an adjective or demonym ("Iraqi", "Syrians"), None for others."""
        return self._words.get(fold_name(word))
