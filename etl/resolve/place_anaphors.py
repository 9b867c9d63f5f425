"""Places told without their name: "the Afghan capital", "the town", "the same village".

Enters: the mentions of a document in the order of the text, with what the named ones stand for.
Leaves: a value for each mention with the role ``anaphor``: the capital of the country or province
that its words or the place told last give, else the place of its kind told last. Refuses one that
nothing before it answers to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.codes import PlacePrecision
from etl.records import PlaceValue
from etl.resolve.place_kinds import NEAR_RELATIONS, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.gazetteer.index import Entry, Gazetteer
    from etl.records import PlaceMention

_REACH = 25  # sentences back
_PASSED = frozenset({"speaker", "origin"})
_REFERENCE = frozenset({"near", "offset", "outside", "border", "from"})
_VILLAGE_WORDS = frozenset("village villages hamlet".split())


@dataclass(slots=True)
class Told:
    """A mention before the phrase, its value, and its gazetteer entry where it has one."""

    mention: PlaceMention
    value: PlaceValue
    entry: Entry | None


def resolve_anaphor(
    mention: PlaceMention, told: Sequence[Told], gazetteer: Gazetteer, country: str | None
) -> Told | None:
    """Return what a phrase stands for, None where nothing told before it answers.

    ``told`` are the places before it, the last one last; ``country`` is the document's.
    """
    near = [t for t in told if mention.sentence - t.mention.sentence <= _REACH]
    kind = mention.kind_word
    if kind == "capital":
        entry = _capital(mention, near, gazetteer, country)
    elif kind == "provincial capital":
        unit = _last_unit(near)
        entry = None if unit is None else gazetteer.seat_of(str(unit))
    else:
        found = _last_of(kind or "", near, gazetteer)
        if found is not None:
            return Told(mention, _value_again(mention, found), found.entry)
        unit = _last_unit(near) if kind == "province" else None
        entry = None if unit is None else gazetteer.get(unit)
    return None if entry is None else Told(mention, _value_of(mention, entry), entry)


def _capital(
    mention: PlaceMention, told: Sequence[Told], gazetteer: Gazetteer, country: str | None
) -> Entry | None:
    """Return the capital of the country that the words name, else of the one told of last."""
    for word in mention.text.replace("’s", "").replace("'s", "").split():
        if word[0].isupper():
            named = gazetteer.country_of(word) or next(
                (p.country for p in gazetteer.find(word)[:1] if p.kind == "country"), None
            )
            if named:
                return gazetteer.seat_of(named)
    last = [t.value.country for t in told if t.value.country and t.mention.role not in _PASSED]
    of = country if country in last or not last else last[-1]
    return None if of is None else gazetteer.seat_of(of)


def _last_unit(told: Sequence[Told]) -> int | None:
    """Return the first-level unit of the place told last."""
    entries = [t.entry for t in told if t.entry is not None and t.mention.role not in _PASSED]
    return next((e.admin1_id for e in reversed(entries) if e.admin1_id is not None), None)


def _last_of(kind: str, told: Sequence[Told], gazetteer: Gazetteer) -> Told | None:
    """Return the place of a kind that a phrase most likely means: the last that fits it well."""
    best, most = None, 0.0
    for back, place in enumerate(reversed(told)):
        fit = _fit(kind, place)
        if fit <= 0:
            continue
        mention, entry = place.mention, place.entry
        if mention.role in _PASSED or mention.relation in _REFERENCE:
            fit -= 0.4
        if entry is not None and entry.kind == "city" and entry.country:
            seat = gazetteer.seat_of(entry.country)  # where ministries speak
            fit -= 0.3 if seat is not None and seat.id == entry.id else 0.0
        fit -= 0.06 * (told[-1].mention.sentence - mention.sentence) + 0.01 * back
        if best is None or fit > most:
            best, most = place, fit
    return best


def _fit(kind: str, told: Told) -> float:
    """Return how well a place is of a kind, 0 if it is not: a city is no village."""
    entry, word = told.entry, told.mention.kind_word
    unit = kind_of(word)
    if kind == "province":
        return float(told.value.precision is PlacePrecision.ADMIN1)
    if kind == "district":
        is_district = entry is not None and entry.kind in ("admin2", "quarter")
        return float(unit == "admin2" or is_district)
    is_village = kind in _VILLAGE_WORDS
    if word == kind or (is_village and word in _VILLAGE_WORDS):
        return 1.0
    if entry is None:
        return 0.8 if is_village and word is None else 0.0
    if entry.feature_class != "P" or unit in ("admin1", "admin2", "side"):
        return 0.0
    if is_village:
        return 0.0 if word in ("city", "town") else _by_size(entry, (15_000, 0.9), (100_000, 0.4))
    if word in _VILLAGE_WORDS or entry.kind in ("quarter", "camp", "village"):
        return 0.0
    if kind == "city":
        return 0.0 if word == "town" else 1.0 - _by_size(entry, (15_000, 1.0), (100_000, 0.4))
    return _by_size(entry, (300_000, 0.9), (10**9, 0.4))


def _by_size(entry: Entry, *steps: tuple[int, float]) -> float:
    """Return the figure of the first step that a town has fewer people than, 0 beyond the last."""
    return next((figure for people, figure in steps if entry.population < people), 0.0)


def _value_of(mention: PlaceMention, entry: Entry) -> PlaceValue:
    near = mention.relation in NEAR_RELATIONS
    return PlaceValue(
        name=entry.name, place_id=entry.place_id, country=entry.country,
        precision=PlacePrecision.NEAR if near else PlacePrecision(entry.precision),
        admin1=entry.admin1, admin2=entry.admin2, latitude=entry.latitude,
        longitude=entry.longitude, feature_class=entry.feature_class, text=mention.text,
        span=(mention.start, mention.end), why=f"{mention.text}: by the places told",
        offset_km=mention.offset_km, offset_direction=mention.offset_direction,
    )  # fmt: skip


def _value_again(mention: PlaceMention, told: Told) -> PlaceValue:
    """Return the value of a place told before, as this mention relates to it."""
    old = told.value
    is_point = old.precision in (PlacePrecision.EXACT, PlacePrecision.NEAR)
    precision = old.precision
    if is_point and mention.relation in NEAR_RELATIONS:
        precision = PlacePrecision.NEAR
    elif is_point and told.entry is not None:
        precision = PlacePrecision(told.entry.precision)
    return PlaceValue(
        name=old.name, place_id=old.place_id, country=old.country, precision=precision,
        admin1=old.admin1, admin2=old.admin2, latitude=old.latitude, longitude=old.longitude,
        feature_class=old.feature_class, text=mention.text, span=(mention.start, mention.end),
        why=f"told before: {old.name}", offset_km=mention.offset_km,
        offset_direction=mention.offset_direction,
    )  # fmt: skip
