"""When two coded values agree: places, dates, tolls.

Enters: parts of two events in the gold format, gold's first where the sides are not treated
alike. Leaves: whether the prediction is right. Nothing is refused; what is absent equals what is
absent, and nothing else.
"""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import product
from typing import Any

from etl.distances import great_circle_km
from etl.evaluate.names import variants, words
from etl.evaluate.vocabulary import PLACE_WORDS

Event = dict[str, Any]
OUTCOMES = ("killed", "wounded")
ROLES = ("initiator", "target", "participant")
_PROVINCE_KM = 150.0
_LIKE_SPELLING, _SHORTEST_SPELLING = 0.85, 5
_LATEST = "9"  # after any ISO date, which compare as strings


# ---- places ------------------------------------------------------------------------------------


def coordinate(place: dict[str, Any]) -> tuple[float, float] | None:
    """Return latitude and longitude of a place, if it has both."""
    if place.get("lat") is None or place.get("lon") is None:
        return None
    return place["lat"], place["lon"]


def country(place: dict[str, Any]) -> str | None:
    """Return the country of a place in capitals, if it has one."""
    return (place.get("country") or "").upper() or None


def has_place(place: dict[str, Any]) -> bool:
    """Tell whether a place has a coordinate or a name."""
    return coordinate(place) is not None or bool(variants(place))


def same_name(gold: dict[str, Any], predicted: dict[str, Any]) -> bool:
    """Tell whether two places of one country have one name, spelling and kind words aside."""
    if country(gold) and country(predicted) and country(gold) != country(predicted):
        return False
    for one, other in product(variants(gold), variants(predicted)):
        a, b = ([w for w in words(v) if w not in PLACE_WORDS] or words(v) for v in (one, other))
        if set(a) == set(b):
            return True
        spelt = "".join(a), "".join(b)
        is_long = min(map(len, spelt)) >= _SHORTEST_SPELLING
        if is_long and SequenceMatcher(None, *spelt).ratio() >= _LIKE_SPELLING:
            return True
    return False


def place_right(gold: dict[str, Any], predicted: dict[str, Any], km: float) -> bool:
    """Tell whether a place is within a distance of gold's, or its equal where that has none.

    A province is right under its name or within 150 km, a country by its code alone.
    """
    here, there = coordinate(gold), coordinate(predicted)
    if gold.get("precision") == "country":
        is_coarse = predicted.get("precision") in ("country", "unknown", None)
        return is_coarse and country(gold) is not None and country(gold) == country(predicted)
    if here is None:
        return same_name(gold, predicted)
    if gold.get("precision") == "admin1":
        km = _PROVINCE_KM
        if gold.get("admin1") and words(gold["admin1"]) == words(predicted.get("admin1") or ""):
            return country(predicted) in (None, country(gold))
    return there is not None and great_circle_km(here, there) <= km


# ---- dates -------------------------------------------------------------------------------------


def has_date(spell: dict[str, Any]) -> bool:
    """Tell whether a date has a bound."""
    return bool(spell.get("start") or spell.get("end"))


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two spells share a day; a bound that is not given is open."""
    return (
        has_date(one)
        and has_date(other)
        and (one.get("start") or "") <= (other.get("end") or _LATEST)
        and (other.get("start") or "") <= (one.get("end") or _LATEST)
    )


def date_right(gold: dict[str, Any], predicted: dict[str, Any]) -> bool:
    """Tell whether a date is right at gold's precision.

    ``day``: the same start and end. ``inferred``: the day of publication or the day before.
    Coarser: an overlap, both bounds given and at most twice gold's width plus 3 days apart.
    """
    if not has_date(gold) or not has_date(predicted):
        return has_date(gold) == has_date(predicted)
    if (gold.get("start"), gold.get("end")) == (predicted.get("start"), predicted.get("end")):
        return True
    if gold.get("precision") == "day":
        return False
    if gold.get("precision") == "inferred" and _days(gold) < math.inf:
        eve = str(date.fromisoformat(gold["end"]) - timedelta(1))
        is_short = _days(predicted) <= 2
        return bool(is_short and eve <= predicted["start"] and predicted["end"] <= gold["end"])
    is_bounded = _days(predicted) <= 2 * _days(gold) + 3 and _days(predicted) < math.inf
    return overlap(gold, predicted) and is_bounded


def _days(spell: dict[str, Any]) -> float:
    """Return how many days a spell has; without end where a bound is missing or is no date."""
    try:
        first, last = (date.fromisoformat(spell.get(bound) or "") for bound in ("start", "end"))
    except ValueError:
        return math.inf
    return (last - first).days + 1


# ---- tolls -------------------------------------------------------------------------------------


def tolls(event: Event, outcome: str) -> list[int]:
    """Return the event's toll under each choice among disagreeing claimants, first listed first.

    Per side, victim group and claimant the greatest current claim counts.
    """
    cells: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in event.get("casualties") or []:
        value = _claimed(row)
        if row.get("outcome") != outcome or value is None or row.get("current") is False:
            continue
        side = row.get("side") if row.get("side") in ("initiator", "target", "both") else "unknown"
        group = row.get("victims") if row.get("victims") in ("civilian", "combatant") else "mixed"
        claims, claimant = cells[str(side), str(group)], row.get("claimant") or ""
        claims[claimant] = max(value, claims.get(claimant, value))
    if not cells:
        return []
    choices = product(*(list(claims.values()) for claims in cells.values()))
    sums = (_greatest_sum(list(zip(cells, choice, strict=True))) for choice in choices)
    return list(dict.fromkeys(sums))


def toll(event: Event, outcome: str) -> int | None:
    """Return the event's toll by the claimants listed first, or None."""
    return next(iter(tolls(event, outcome)), None)


def toll_right(gold: Event, predicted: Event, outcome: str) -> bool:
    """Tell whether a toll is one that gold accepts; no toll equals no toll, and not 0."""
    accepted, value = tolls(gold, outcome), toll(predicted, outcome)
    return value in accepted if accepted else value is None


def _claimed(row: dict[str, Any]) -> int | None:
    return next((row[key] for key in ("best", "low", "high") if row.get(key) is not None), None)


def _greatest_sum(cells: list[tuple[tuple[str, str], int]]) -> int:
    """Return the greatest sum over cells (side, victims) that no victim can be in two of."""
    if not cells:
        return 0
    ((side, group), value), *rest = cells
    apart = [
        cell
        for cell in rest
        if {side, cell[0][0]} == {"initiator", "target"}
        or {group, cell[0][1]} == {"civilian", "combatant"}
    ]
    return max(_greatest_sum(rest), value + _greatest_sum(apart))
