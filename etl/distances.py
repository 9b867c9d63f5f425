"""The distance of two points of the earth.

Enters: coordinates in degrees. Leaves: kilometres, by the sphere of the gold sets' scoring.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_DIAMETER_KM = 12742.02


def great_circle_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two coordinates, each latitude and longitude."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    across = cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    chord = sin((lat2 - lat1) / 2) ** 2 + across
    return EARTH_DIAMETER_KM * asin(min(1.0, sqrt(chord)))
