"""What type words and relations make of a place: its level, its precision, what holds what.

Enters: words beside a name, places of the gazetteer. Leaves: kinds and precisions of the codebook,
distances, and whether words between two names say that one lies in the other.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from etl.codes import PlacePrecision

if TYPE_CHECKING:
    from etl.gazetteer.index import Entry
    from etl.records import PlaceMention

NEAR_RELATIONS = frozenset("near outside outskirts between offset border road".split())
_ADMIN1_WORDS = frozenset(
    "province provinces governorate governorates state states region regions oblast wilaya vilayet"
    " krai republic department".split()
)
_ADMIN2_WORDS = frozenset(
    "district districts county counties township townships municipality commune subdistrict"
    " sub-district territory locality woreda raion rayon tehsil subcounty sub-county cercle sector"
    " regency prefecture sub-prefecture subprefecture canton borough parish upazila taluk".split()
) | {"local government area"}
_TOWN_WORDS = frozenset(
    "city town village hamlet settlement port capital metropolis oasis kibbutz moshav suburb"
    " suburbs neighbourhood neighborhood quarter".split()
) | {
    "port city",
    "port town",
    "provincial capital",
    "regional capital",
    "city centre",
    "city center",
}
_PHYSICAL_WORDS = {
    "river": "H", "rivers": "H", "lake": "H", "sea": "H", "gulf": "H", "strait": "H", "bay": "H",
    "mountain": "T", "mountains": "T", "mount": "T", "hills": "T", "valley": "T", "desert": "T",
    "island": "T", "islands": "T", "peninsula": "T", "forest": "V", "highlands": "T", "gorge": "T",
}  # fmt: skip
PART_WORDS = frozenset(
    "neighbourhood neighbourhoods neighborhood neighborhoods quarter street square roundabout"
    " junction intersection market bazaar avenue boulevard barrio estate favela slum chowk bypass"
    " crossroads block bloc ward colonia mohalla mahalla suburb suburbs clinic mosque church school"
    " hospital hotel university college cathedral stadium embassy consulate compound mall theatre"
    " temple synagogue shrine monastery park bar cafe restaurant market district districts".split()
) | {"police station", "district centre"}
QUARTER_WORDS = frozenset(
    "neighbourhood neighborhood quarter street square estate chowk colonia mohalla mahalla".split()
)
# Sites that lie outside towns as often as in them.
_OUTLYING_WORDS = frozenset(
    "camp base bridge airport airbase airfield dam checkpoint outpost prison jail refinery station"
    " barracks crossing depot plant mine".split()
)
# A side of a place is of the province, where a province and its town share the name.
SIDE_WORDS = frozenset(
    "northern southern eastern western northeastern northwestern southeastern southwestern north"
    " south northeast northwest southeast southwest rural countryside".split()
)
_WIDE_OF_TOWN = frozenset("area areas countryside surroundings outskirts hinterland".split())
# Countries that are one town: naming them is exact.
_CITY_STATES = frozenset({"HKG", "MAC", "SGP", "VAT", "MCO", "GIB"})


_DEGREE_KM = 111.195
_HALF_DEGREE = math.pi / 360
_HOLDING_WORDS = frozenset(
    "in of the northern southern eastern western central north south east west northeastern"
    " northwestern southeastern southwestern north-eastern north-western south-eastern"
    " south-western northeast northwest southeast southwest province state region district restive"
    " neighbouring capital seat centre city town a its volatile border village rural coastal"
    " war-torn remote part".split()
)
_HELD_AFTER = re.compile(
    r"(?:['’]s|,)? (?:\w+-?\w* ){0,4}(?:of )?(?:the )?"
    r"(?:city|town|village|province|district|capital|region|state|port)(?:,| of| city)? "
)


def distance_km(first: Entry, second: Entry) -> float | None:
    """Return the distance of two places, None where one has no point."""
    lat1, lon1, lat2, lon2 = first.latitude, first.longitude, second.latitude, second.longitude
    if lat1 is None or lon1 is None or lat2 is None or lon2 is None:
        return None
    x = (lon2 - lon1) * math.cos((lat1 + lat2) * _HALF_DEGREE)
    return _DEGREE_KM * math.hypot(x, lat2 - lat1)


def is_holding(between: str) -> bool:
    """Tell whether the words between a name and the next say that the next holds it.

    ", " and " in northern " do; anything that ends a clause does not.
    """
    if any(mark in between for mark in ";.:"):
        return False
    words = between.strip(" ,(").split()
    if not words:
        return between in (", ", " ", " (")
    if words[0] in ("in", "of") or between.startswith(", "):
        return all(word in _HOLDING_WORDS for word in words)
    return False


def is_held_after(between: str) -> bool:
    """Tell whether the words between a name and the next say that it holds the next.

    "Iraq's northern city of " and "'s " do.
    """
    return between in ("'s ", "’s ", " ") or _HELD_AFTER.fullmatch(between) is not None


def kind_of(word: str | None) -> str:
    """Return what a type word says: a unit's level, ``town``, ``side``, a feature class, or ''."""
    if word is None:
        return ""
    if word in _ADMIN1_WORDS:
        return "admin1"
    if word in _ADMIN2_WORDS:
        return "admin2"
    if word in _TOWN_WORDS:
        return "town"
    if word in SIDE_WORDS:
        return "side"
    return _PHYSICAL_WORDS.get(word, "")


def is_outlying(word: str | None) -> bool:
    """Tell whether a type word is of sites that may lie outside the town that is told."""
    return word is not None and word.split()[-1] in _OUTLYING_WORDS


def precision_of(place: Entry, mention: PlaceMention) -> PlacePrecision:
    """Return the precision of a mention of a place (codebook, section 6)."""
    if place.kind == "country" and place.country in _CITY_STATES:
        return PlacePrecision.EXACT
    precision = PlacePrecision(place.precision)
    if precision is PlacePrecision.EXACT:
        if mention.relation in NEAR_RELATIONS:
            return PlacePrecision.NEAR
        if place.kind == "quarter":
            return PlacePrecision.EXACT
        if kind_of(mention.kind_word) == "admin2":
            return PlacePrecision.ADMIN2
        if place.feature_class == "P" and mention.kind_word is not None:
            if mention.kind_word in _WIDE_OF_TOWN or mention.kind_word in _PHYSICAL_WORDS:
                return PlacePrecision.NEAR
            if mention.kind_word in ("region", "regions"):
                return PlacePrecision.ADMIN2
    return precision
