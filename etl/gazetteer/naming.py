"""Conventions of names and kinds: what a unit is called, which names English text may write.

Enters: names as GeoNames has them. Leaves: names without the word for the unit, those that can be
read, and what each kind of place of the overlay comes to.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The word for a unit, which a name may carry: "Nineveh Governorate", "Provincia de Puno".
_UNIT_WORDS = (
    "governorate province provincia provincie region state oblast krai republic district county "
    "prefecture department territory division voivodeship canton municipality wilaya okrug raion "
    "emirate parish township regency sector zone woreda upazila tehsil regional area"
).split()
# Second-level units that news and the codebook count as provinces.
RAISED: dict[str, frozenset[str] | None] = {
    "PHL": None,  # all of them: the first level are groups of provinces
    "IRQ": frozenset({"Sulaymaniyah", "Erbil", "Duhok", "As Sulaymānīyah", "Arbīl", "Dahūk"}),
}
# Countries whose names reach English from another script, by more ways than one.
TRANSLITERATED = frozenset(
    "AFG ARE ARM AZE BGD BGR BHR BIH BLR BTN CHN CYP DJI DZA EGY ERI ESH ETH GEO GRC IND IRN IRQ"
    " ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN LBY LKA MAR MDA MDV MKD MLI MMR MNE MNG MRT NER NPL"
    " OMN PAK PRK PSE QAT RUS SAU SDN SOM SRB SSD SYR TCD THA TJK TKM TUN TUR UKR"
    " UZB XKX YEM".split()
)
UNIT_AFTER = re.compile(rf"^(?P<name>.+?) (?:{'|'.join(_UNIT_WORDS)})$", re.IGNORECASE)
_UNIT_BEFORE = re.compile(
    r"^(?:(?:the )?(?:province|state|region|department|district|municipality|republic|wilaya) of"
    r"|provincia(?: de| del)?|departamento(?: de| del)?|estado(?: de| do)?|muḩāfaz̧at|wilayat"
    r"|région(?: de la| de| du| des)?|gobernación de) (?P<name>.+)$",
    re.IGNORECASE,
)
# Precision and feature class (GeoNames' letters) of each kind of place in the overlay.
KINDS = {
    "quarter": ("P", "exact", 3.6), "town": ("P", "exact", 4.2), "village": ("P", "exact", 3.2),
    "camp": ("P", "exact", 4.0), "settlement": ("P", "exact", 3.4), "base": ("S", "exact", 4.2),
    "airport": ("S", "exact", 4.2), "prison": ("S", "exact", 4.2), "site": ("S", "exact", 3.8),
    "dam": ("S", "exact", 4.2), "oilfield": ("S", "exact", 4.0), "station": ("S", "exact", 3.8),
    "crossing": ("S", "exact", 4.0), "bridge": ("S", "exact", 3.8), "port": ("S", "exact", 4.0),
    "square": ("S", "exact", 3.6), "road": ("R", "near", 3.8), "region": ("L", "admin1", 5.4),
    "area": ("L", "admin2", 4.4), "valley": ("T", "admin2", 4.2), "mountain": ("T", "admin2", 4.2),
    "desert": ("T", "admin1", 4.4), "island": ("T", "admin2", 4.6), "forest": ("V", "admin2", 4.2),
    "peninsula": ("T", "admin1", 4.8), "river": ("H", "unknown", 4.2), "lake": ("H", "admin2", 4.4),
    "sea": ("H", "unknown", 5.6), "strait": ("H", "unknown", 5.0), "canal": ("H", "admin2", 4.4),
    "border": ("L", "near", 4.0), "pass": ("T", "exact", 3.8), "macroregion": ("L", "unknown", 6.0),
}  # fmt: skip


def is_readable(name: str, own: str) -> bool:
    """Tell whether a name is one that English text may write.

    Not: other scripts, codes ("DEZ"), and romanisations letter by letter, which are lower case.
    """
    if name == own:
        return True
    if name[:1].islower() or len(name) > 60 or any(char.isdigit() for char in name):
        return False
    if name.isupper() and len(name) <= 4:
        return False
    if name.isascii():
        return True
    return all(
        "LATIN" in unicodedata.name(char, "") for char in name if ord(char) > 127 and char.isalpha()
    )


def plain_unit_names(names: Iterable[str]) -> Iterator[str]:
    """Return names of units without the word for the unit."""
    for name in names:
        match = UNIT_AFTER.match(name) or _UNIT_BEFORE.match(name)
        if match:
            yield match["name"]
