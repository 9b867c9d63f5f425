"""What the place resolver asks of the gazetteer that is handed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class GazetteerPlace(Protocol):
    """A place of the gazetteer."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def place_id(self) -> str:
        """Its id for the database."""

    @property
    def name(self) -> str:
        """The name that it is shown under."""

    @property
    def kind(self) -> str:
        """``country``, ``admin1``, ``admin2``, ``city`` or a kind of the overlay."""

    @property
    def feature_class(self) -> str:
        """GeoNames' letter for what it is."""

    @property
    def country(self) -> str | None:
        """Its country, ISO 3166-1 alpha-3; None at sea and across countries."""

    @property
    def admin1_id(self) -> int | None:
        """The first-level unit that holds it, or that it is."""

    @property
    def admin1(self) -> str | None:
        """The name of that unit."""

    @property
    def admin2_id(self) -> int | None:
        """The second-level unit that holds it, or that it is."""

    @property
    def admin2(self) -> str | None:
        """The name of that unit."""

    @property
    def latitude(self) -> float | None:
        """Degrees north, None where the gazetteer has no point."""

    @property
    def longitude(self) -> float | None:
        """Degrees east, None where the gazetteer has no point."""

    @property
    def population(self) -> int:
        """Its people, 0 where unknown."""

    @property
    def weight(self) -> float:
        """How well known it is, on the scale of the logarithm of a town's population."""

    @property
    def precision(self) -> str:
        """What naming it comes to (codebook, section 6)."""

    @property
    def fit(self) -> int:
        """How the name asked for fits: 2 its own, 1 another spelling, 0 alike."""


class PlaceIndex(Protocol):
    """The gazetteer, as far as the resolver needs it."""

    def find(self, name: str) -> Sequence[GazetteerPlace]:
        """Return the places of a name, the weightiest first."""

    def find_alike(self, name: str, countries: Collection[str]) -> Sequence[GazetteerPlace]:
        """Return the places within countries that a name may transliterate."""

    def get(self, number: int) -> GazetteerPlace:
        """Return the place of a number."""

    def country_of(self, word: str) -> str | None:
        """Return the country of an adjective or demonym."""
