"""What a document says of countries: evidence that each name's places are weighed by.

Enters: the mentions with the places that their names may stand for, and what is known beside the
text. Leaves: how much speaks for each country, from 0 to 2.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.gazetteer.index import Entry, Gazetteer
    from etl.records import PlaceMention

IN_PLAY = 0.3  # evidence from which a country counts as one that the document is about
_HOME = 0.15


@dataclass(slots=True)
class Name:
    """A name of the document with the places it may stand for and what speaks for each."""

    text: str
    places: list[Entry]
    positions: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    best: int | None = None
    is_sure: bool = False
    given: tuple[float, str | None] = (0.0, None)
    reasons: dict[int, str] = field(default_factory=dict)
    by_sound: bool = False

    @property
    def place(self) -> Entry | None:
        """The place that was chosen."""
        return None if self.best is None else self.places[self.best]


class Countries:
    """The evidence for countries in one document."""

    def __init__(
        self, gazetteer: Gazetteer, hints: Sequence[str], countries: Sequence[str], home: str | None
    ) -> None:
        self._gazetteer = gazetteer
        self._home = home
        self._counts: dict[str, float] = defaultdict(float)
        self._total = 0.0
        self._shares: dict[str, float] = {}
        for actor_country in countries:
            self._add(actor_country, 0.8)
        for hint in hints:
            if country := gazetteer.country_of(hint):
                self._add(country, 1.5)
            elif (places := gazetteer.find(hint)) and places[0].country:
                self._add(places[0].country, 1.5 if places[0].kind == "country" else 0.8)

    def _add(self, country: str, weight: float) -> None:
        self._counts[country] += weight
        self._total += weight

    def read(self, mentions: Sequence[PlaceMention], names: Sequence[Name | None]) -> None:
        """Add what the mentions say: names and adjectives of countries, and well-known places."""
        for position, (mention, name) in enumerate(zip(mentions, names, strict=True)):
            weight = 1.0 if position else 1.5
            if name is None:
                if country := self._gazetteer.country_of(mention.text):
                    self._add(country, 0.8 * weight)
                continue
            first = _foremost(name)
            if first is None or first.country is None:
                continue
            if first.kind == "country":
                if mention.role != "origin":
                    self._add(first.country, 1.2 * weight)
                    if len(name.places) > 1 and name.places[1].weight > 5:  # Georgia
                        name.given = name.given[0] + 1.2 * weight, first.country
            else:
                share = _dominance(name) * (1.0 if mention.role != "dateline" else 1.5)
                self._add(first.country, share)
                name.given = name.given[0] + share, first.country
        self._shares = {country: self._evidence(country, None) for country in self._counts}

    def leading(self, name: Name | None = None) -> list[str]:
        """Return the countries that the document is about, the most spoken of first."""
        order = sorted(self._shares, key=lambda country: (-self._shares[country], country))
        return [country for country in order[:4] if self.evidence(country, name) >= IN_PLAY]

    def most(self, name: Name) -> float:
        """Return the evidence for the country that most speaks for, without what a name gives."""
        return max((self.evidence(country, name) for country in self._shares), default=0.0)

    def evidence(self, country: str | None, name: Name | None = None) -> float:
        """Return what speaks for a country, from 0 to 2, but for what a name itself has given."""
        if country is None:
            return 0.0
        if name is None or not name.given[0]:
            found = self._shares.get(country, 0.0)
        else:
            found = self._evidence(country, name)
        return max(found, _HOME) if country == self._home else found

    def _evidence(self, country: str, name: Name | None) -> float:
        count, total = self._counts.get(country, 0.0), self._total
        if name is not None:
            own, of = name.given
            total -= own
            count -= own if of == country else 0.0
        if count <= 0.01 or total <= 0:  # what rounding leaves
            return 0.0
        return min(1.0, 0.35 * math.log2(1 + count)) + count / total


def _foremost(name: Name) -> Entry | None:
    """Return the weightiest place that goes by the name as it is spelt, else the weightiest."""
    return next((place for place in name.places if place.fit), next(iter(name.places), None))


def _dominance(name: Name) -> float:
    """Return how surely a name means its weightiest place before anything is known."""
    first = _foremost(name) or name.places[0]
    rivals = [
        place.weight if place.fit else place.weight - 1.0
        for place in name.places[:6]
        if place.country != first.country
    ]
    lead = first.weight - max(rivals, default=1.5)
    if first.weight < 3.5:  # hamlets say little of a document's country
        return 0.0 if rivals else 0.15
    return max(0.0, min(1.0, 0.25 + 0.5 * lead)) * (0.9 if first.fit else 0.5)
