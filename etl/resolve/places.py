"""Toponyms to places: the document as a whole decides which place a name stands for.

Enters: the place mentions of a document, the text, the gazetteer, and what the title, the actors
or the publisher tell beside it. Leaves: one value a mention, or None where nothing is known or too
little tells the places of a name apart. Population alone decides nothing: the countries named, the
units that hold a place ("Pandi, Bulacan"), and the other places told of do. Spellings that the
gazetteer lacks are matched by their sound within the countries in play, never across the world.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from etl.codes import PlacePrecision
from etl.records import PlaceValue
from etl.resolve.place_anaphors import Told, resolve_anaphor
from etl.resolve.place_choice import Choice
from etl.resolve.place_kinds import (
    NEAR_RELATIONS,
    PART_WORDS,
    QUARTER_WORDS,
    distance_km,
    is_outlying,
    kind_of,
    precision_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.gazetteer.index import Entry, Gazetteer
    from etl.records import PlaceMention
    from etl.resolve.place_evidence import Name


def resolve_places(
    mentions: Sequence[PlaceMention],
    text: str,
    gazetteer: Gazetteer,
    *,
    hints: Sequence[str] = (),
    countries: Sequence[str] = (),
    home: str | None = None,
) -> list[PlaceValue | None]:
    """Return the place of each mention, None where it cannot be told.

    ``hints`` are names of places and adjectives of countries from outside the text (its title),
    ``countries`` those of the actors that the text names (ISO 3166-1 alpha-3), and ``home`` is the
    country of the publisher, which decides only where nothing else does.
    """
    order = sorted(range(len(mentions)), key=lambda n: (mentions[n].start, -mentions[n].end))
    named = [number for number in order if mentions[number].role != "anaphor"]
    names = [mentions[number] for number in named]
    choice = Choice(names, text, gazetteer, hints=hints, countries=countries, home=home)
    values = _Values(names, choice, text, gazetteer).values()
    value_of = dict(zip(named, values, strict=True))
    entry_of = {
        number: None if name is None else name.place
        for number, name in zip(named, choice.of, strict=True)
    }
    country = next(iter(choice.countries.leading()), None)
    told: list[Told] = []
    for number in order:
        mention = mentions[number]
        if mention.role == "anaphor":
            found = resolve_anaphor(mention, told, gazetteer, country)
            value_of[number] = None if found is None else found.value
            if found is not None:
                told.append(found)
        elif mention.role != "adjective" and (value := value_of[number]) is not None:
            told.append(Told(mention, value, entry_of[number] if value.place_id else None))
    return [value_of[number] for number in range(len(mentions))]


def list_places(
    mentions: Sequence[PlaceMention], values: Sequence[PlaceValue | None]
) -> list[dict[str, Any]]:
    """Return the rows of ``diurna places``: each toponym with its place and why it was chosen."""
    rows: list[dict[str, Any]] = []
    for mention, value in zip(mentions, values, strict=True):
        if mention.role in ("adjective", "anaphor"):
            continue
        rows.append(
            {
                "start": mention.start,
                "end": mention.end,
                "name": mention.text if value is None else value.name,
                "place_id": None if value is None else value.place_id,
                "lat": None if value is None else value.latitude,
                "lon": None if value is None else value.longitude,
                "country": None if value is None else value.country,
                "precision": str(PlacePrecision.UNKNOWN if value is None else value.precision),
                "why": "no gazetteer entry" if value is None else value.why,
            }
        )
    return sorted(rows, key=lambda row: row["start"])


def _is_great(town: Entry) -> bool:
    """Tell whether a town is so large that names told beside it are likely its quarters."""
    return town.population >= 400_000


class _Values:
    """Turns the names' places into values, and finds what holds the names that have none."""

    def __init__(
        self, mentions: Sequence[PlaceMention], choice: Choice, text: str, gazetteer: Gazetteer
    ) -> None:
        self._mentions = mentions
        self._text = text
        self._choice = choice
        self._gazetteer = gazetteer

    def values(self) -> list[PlaceValue | None]:
        return [self._value(position) for position in range(len(self._mentions))]

    def _value(self, position: int) -> PlaceValue | None:
        mention, name = self._mentions[position], self._choice.of[position]
        if name is None:
            return self._adjective_value(mention)
        place = name.place
        if place is None and any(p.fit and p.weight > 5 for p in name.places):
            return None  # a name of known towns, and too little tells which it is
        if place is None and name.places and mention.relation is None and not mention.kind_word:
            return None  # a name of places elsewhere, and nothing tells of one here
        if place is None or self._is_elsewhere(position, place):
            return self._unknown_value(position)
        latitude, longitude = place.latitude, place.longitude
        if latitude is None and place.kind == "admin2" and place.admin1_id is not None:
            unit = self._gazetteer.get(place.admin1_id)
            return self._anchored(mention, unit, PlacePrecision(unit.precision), f"in {unit.name}")
        reason = name.reasons.get(name.best or 0) or "only place of the name"
        if name.by_sound and not place.fit:
            reason = f"sounds like {place.name}; {reason}"
        return PlaceValue(
            name=place.name,
            place_id=place.place_id,
            country=place.country,
            precision=precision_of(place, mention),
            admin1=place.admin1,
            admin2=place.admin2,
            latitude=latitude,
            longitude=longitude,
            feature_class=place.feature_class,
            text=mention.text,
            span=(mention.start, mention.end),
            why=reason,
            offset_km=mention.offset_km,
            offset_direction=mention.offset_direction,
        )

    def _adjective_value(self, mention: PlaceMention) -> PlaceValue | None:
        country = self._gazetteer.country_of(mention.text)
        if country is None:
            return None
        return PlaceValue(
            name=None, place_id=f"country:{country}", country=country,
            precision=PlacePrecision.COUNTRY, feature_class="A", text=mention.text,
            span=(mention.start, mention.end), why="adjective of a country",
        )  # fmt: skip

    def _unknown_value(self, position: int) -> PlaceValue | None:
        """Return a place that the gazetteer lacks, at what the text gives for it.

        ``near`` the known point beside it, else the smallest known unit that holds it.
        """
        mention = self._mentions[position]
        point, holder = self._anchors(position)
        if mention.kind_word in PART_WORDS and holder is None:
            town = self._town_of(position)
            if town is not None and (kind_of(mention.kind_word) != "admin2" or _is_great(town)):
                return self._anchored(mention, town, PlacePrecision.EXACT, f"part of {town.name}")
        if point is None and holder is None and is_outlying(mention.kind_word):
            point = self._town_of(position)
        if point is not None:
            return self._anchored(mention, point, PlacePrecision.NEAR, f"near {point.name}")
        holder = holder or self._in_force(position)
        if holder is None:
            return self._in_country(mention, self._choice.of[position])
        if holder.precision == "exact":
            return self._anchored(mention, holder, PlacePrecision.NEAR, f"in or near {holder.name}")
        return self._anchored(
            mention,
            holder,
            PlacePrecision(holder.precision),
            f"not in the gazetteer; in {holder.name}",
        )

    def _town_of(self, position: int) -> Entry | None:
        """Return the town that a part of a town belongs to: named beside it, else told before.

        Farther back only a great town counts.
        """
        mention = self._mentions[position]
        order = sorted(
            (other for other in range(len(self._mentions)) if other != position
             and self._mentions[other].role not in ("speaker", "origin")),
            key=lambda o: (self._mentions[o].sentence != mention.sentence, abs(o - position), -o),
        )  # fmt: skip
        for other in order:
            name, beside = self._choice.of[other], self._mentions[other]
            place = None if name is None else name.place
            if place is None or place.kind != "city":
                continue
            if beside.sentence == mention.sentence:
                return place
            is_close = mention.sentence - beside.sentence <= 2
            if other < position and (is_close or _is_great(place)):
                return place
        return None

    def _in_force(self, position: int) -> Entry | None:
        """Return what most likely holds a name that no words place, None if nothing does.

        A great town told just before in the same paragraph, or the unit of the place told there;
        failing that, the province that all places of the document's country lie in.
        """
        mention = self._mentions[position]
        country = next(iter(self._choice.countries.leading(self._choice.of[position])), None)
        units: set[int | None] = set()
        for other in range(len(self._mentions)):
            name = self._choice.of[other]
            place = None if name is None else name.place
            if place is not None and place.country == country and place.kind != "country":
                units.add(place.admin1_id)
        for other in range(position - 1, -1, -1):
            beside, name = self._mentions[other], self._choice.of[other]
            if "\n" in self._text[beside.end : mention.start]:
                break
            place = None if name is None else name.place
            if place is None or place.country is None or place.kind == "country":
                continue
            if beside.role in ("origin", "speaker") or place.country != country:
                continue
            if place.kind == "city" and _is_great(place):
                return place
            if place.kind in ("admin1", "admin2", "region", "area"):
                return place if place.latitude is not None else None
            if place.admin1_id is not None:
                return self._gazetteer.get(place.admin1_id)
        only = units.pop() if len(units) == 1 else None
        return None if only is None else self._gazetteer.get(only)

    def _is_elsewhere(self, position: int, place: Entry) -> bool:
        """Tell whether a part of a town ("the Gazipasa neighbourhood") was read as a far town."""
        word = self._mentions[position].kind_word
        is_district = place.kind == "admin2" and kind_of(word) == "admin2"
        if not is_district and (word not in QUARTER_WORDS or place.kind != "city"):
            return False
        town = self._town_of(position)
        apart = None if town is None else distance_km(town, place)
        if town is None or apart is None:
            return False
        return apart > 300 and _is_great(town) if is_district else apart > 40

    def _anchors(self, position: int) -> tuple[Entry | None, Entry | None]:
        mention = self._mentions[position]
        holder: Entry | None = None
        others = sorted(
            (
                o
                for o in range(len(self._mentions))
                if self._mentions[o].sentence == mention.sentence
            ),
            key=lambda o: (o <= position, abs(o - position)),
        )
        for other in others:
            name = self._choice.of[other]
            place = None if name is None else name.place
            if other == position or place is None or place.latitude is None:
                continue
            beside = self._mentions[other]
            if place.precision == "exact":
                if other > position and (
                    beside.relation in NEAR_RELATIONS or self._choice.is_held(mention, beside)
                ):
                    return place, None
            elif (
                place.kind in ("admin1", "admin2", "region", "area")
                and (holder is None or (holder.kind == "admin1" and place.kind == "admin2"))
                and (other > position or self._choice.is_held(mention, beside))
            ):
                holder = place
        return None, holder

    def _in_country(self, mention: PlaceMention, name: Name | None) -> PlaceValue | None:
        """Return an unknown name in the country that the document is plainly about, if any is."""
        leading = next(iter(self._choice.countries.leading(name)), None)
        if leading is None or self._choice.countries.evidence(leading, name) < 0.8:
            return None
        return PlaceValue(
            name=mention.text, place_id=None, country=leading, precision=PlacePrecision.COUNTRY,
            text=mention.text, span=(mention.start, mention.end),
            why=f"not in the gazetteer; country in play: {leading}",
            offset_km=mention.offset_km, offset_direction=mention.offset_direction,
        )  # fmt: skip

    @staticmethod
    def _anchored(
        mention: PlaceMention, place: Entry, precision: PlacePrecision, why: str
    ) -> PlaceValue:
        is_country = place.kind == "country"
        return PlaceValue(
            name=mention.text, place_id=None, country=place.country, precision=precision,
            admin1=place.admin1, admin2=place.admin2,
            latitude=None if is_country else place.latitude,
            longitude=None if is_country else place.longitude,
            feature_class=None, text=mention.text, span=(mention.start, mention.end), why=why,
            offset_km=mention.offset_km, offset_direction=mention.offset_direction,
        )  # fmt: skip
