"""Toponyms to places: the document as a whole decides which place a name stands for.

Enters: the place mentions of a document in the order of the text, the text, the gazetteer, and names
that the title or the publisher add. Leaves: one value a mention, or None where nothing is known or
too little tells the places of a name apart. Population alone decides nothing: the countries named, the
units that hold a place ("Pandi, Bulacan"), and the other places told of do. Spellings that the
gazetteer lacks are matched by their sound within the countries in play, never across the world.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from etl.codes import PlacePrecision
from etl.records import PlaceValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import PlaceMention
    from etl.resolve.place_index import GazetteerPlace, PlaceIndex

_NEAR_RELATIONS = frozenset("near outside outskirts between offset border road".split())
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
    "city town village hamlet settlement port capital metropolis oasis kibbutz moshav suburb suburbs"
    " neighbourhood neighborhood quarter".split()
) | {"port city", "port town", "provincial capital", "regional capital", "city centre", "city center"}
_PHYSICAL_WORDS = {
    "river": "H", "rivers": "H", "lake": "H", "sea": "H", "gulf": "H", "strait": "H", "bay": "H",
    "mountain": "T", "mountains": "T", "mount": "T", "hills": "T", "valley": "T", "desert": "T",
    "island": "T", "islands": "T", "peninsula": "T", "forest": "V",
}  # fmt: skip
_HOLDING_GAP = re.compile(r"^[’']?s? ?(?:,|\()? ?(?:in|of)?(?: the)?(?: \w+){0,3} ?$")
_EARTH_KM = 6371.0
_MARGIN = 0.75
_TOP = 24
_IN_PLAY = 0.3
_PART_WORDS = frozenset(
    "neighbourhood neighbourhoods neighborhood neighborhoods quarter street square roundabout"
    " junction intersection market bazaar avenue boulevard barrio estate favela slum chowk bypass"
    " crossroads block bloc ward".split()
)
_QUARTER_WORDS = frozenset("neighbourhood neighborhood quarter street square estate chowk".split())
# Countries that are one town: naming them is exact.
_CITY_STATES = frozenset({"HKG", "MAC", "SGP", "VAT", "MCO", "GIB"})


@dataclass(slots=True)
class _Name:
    """A name of the document with the places it may stand for and what speaks for each."""

    text: str
    places: list[GazetteerPlace]
    positions: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    best: int | None = None
    is_sure: bool = False
    given: tuple[float, str | None] = (0.0, None)
    reasons: dict[int, str] = field(default_factory=dict)
    by_sound: bool = False

    @property
    def place(self) -> GazetteerPlace | None:
        return None if self.best is None else self.places[self.best]


def resolve_places(
    mentions: Sequence[PlaceMention],
    text: str,
    gazetteer: PlaceIndex,
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
    return _Resolver(mentions, text, gazetteer, hints, countries, home).values()


def list_places(
    mentions: Sequence[PlaceMention], values: Sequence[PlaceValue | None]
) -> list[dict[str, Any]]:
    """Return the rows of ``diurna places``: each toponym with its place and why it was chosen."""
    rows = []
    for mention, value in zip(mentions, values, strict=True):
        if mention.role == "adjective":
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
    return rows


def distance_km(first: GazetteerPlace, second: GazetteerPlace) -> float | None:
    """Return the distance of two places, None where one has no point."""
    if None in (first.latitude, first.longitude, second.latitude, second.longitude):
        return None
    lat1, lon1, lat2, lon2 = (
        math.radians(value or 0.0)
        for value in (first.latitude, first.longitude, second.latitude, second.longitude)
    )
    x = (lon2 - lon1) * math.cos((lat1 + lat2) / 2)
    return _EARTH_KM * math.hypot(x, lat2 - lat1)


class _Resolver:
    """One document's names, evidence and choices."""

    def __init__(
        self,
        mentions: Sequence[PlaceMention],
        text: str,
        gazetteer: PlaceIndex,
        hints: Sequence[str],
        countries: Sequence[str],
        home: str | None,
    ) -> None:
        self._mentions = mentions
        self._text = text
        self._gazetteer = gazetteer
        self._names: dict[tuple[str, str], _Name] = {}
        self._of: list[_Name | None] = []
        self._countries: dict[str, float] = {}
        self._counts: dict[str, float] = defaultdict(float)
        self._home = home
        self._hints = hints
        self._actor_countries = countries
        self._gather()
        self._weigh_countries()
        self._add_by_sound()
        for round_ in range(3):
            self._score(round_)
        self._choose()

    # ---- names and countries -----------------------------------------------------------------

    def _gather(self) -> None:
        for position, mention in enumerate(self._mentions):
            if mention.role == "adjective":
                self._of.append(None)
                continue
            kind = _kind_of(mention.kind_word)
            key = mention.text.casefold(), kind
            name = self._names.get(key)
            if name is None:
                name = _Name(mention.text, self._candidates(mention, kind))
                self._names[key] = name
            name.positions.append(position)
            self._of.append(name)

    def _candidates(self, mention: PlaceMention, kind: str) -> list[GazetteerPlace]:
        """Return the places of a mention's name, fit for the type word beside it if any is."""
        found: list[GazetteerPlace] = []
        if mention.kind_word:
            found = [
                place
                for place in (
                    *self._gazetteer.find(f"{mention.text} {mention.kind_word}"),
                    *self._gazetteer.find(f"{mention.kind_word} {mention.text}"),
                )
                if place.kind != "country"
            ]
        seen = {place.id for place in found}
        plain = [p for p in self._gazetteer.find(mention.text) if p.id not in seen]
        if kind in ("admin1", "admin2") and (units := [p for p in plain if p.kind == kind]):
            if kind == "admin1":
                return found + units
            towns = [p for p in plain if p.kind == "quarter" or p.feature_class in "PL" and not any(
                p.admin2_id == unit.id or p.country == unit.country for unit in units)]  # fmt: skip
            return found + units + towns
        if kind == "town" and (towns := [p for p in plain if p.feature_class == "P"]):
            return found + towns
        if kind in ("H", "T", "V"):
            return found + [p for p in plain if p.feature_class == kind] or plain
        return found + plain

    def _weigh_countries(self) -> None:
        """Sum what the document says of countries: their names and adjectives, and sure places."""
        counts = self._counts
        for position, mention in enumerate(self._mentions):
            weight = 1.0 if position else 1.5
            if mention.role == "adjective":
                if country := self._gazetteer.country_of(mention.text):
                    counts[country] += 0.8 * weight
                continue
            name = self._of[position]
            if name is None or not name.places:
                continue
            first = name.places[0]
            if first.kind == "country" and first.country:
                if mention.role != "origin":
                    counts[first.country] += 1.2 * weight
                    if len(name.places) > 1 and name.places[1].weight > 5:  # noqa: PLR2004 - Georgia
                        name.given = name.given[0] + 1.2 * weight, first.country
            elif first.country:
                share = self._dominance(name) * (1.0 if mention.role != "dateline" else 1.5)
                counts[first.country] += share
                name.given = name.given[0] + share, first.country
        for country in self._actor_countries:
            counts[country] += 0.8
        for hint in self._hints:
            if country := self._gazetteer.country_of(hint):
                counts[country] += 1.5
            elif places := self._gazetteer.find(hint):
                if places[0].country:
                    counts[places[0].country] += 1.5 if places[0].kind == "country" else 0.8
        for country in counts:
            self._countries[country] = self._evidence(country)
        if self._home and self._home not in self._countries:
            self._countries[self._home] = 0.15
        self._leading = max(self._countries.values(), default=0.0)

    def _evidence(self, country: str | None, without: _Name | None = None) -> float:
        """Return what speaks for a country, from 0 to 2, but for what a name itself has given."""
        count = self._counts.get(country or "", 0.0)
        total = sum(self._counts.values())
        if without is not None:
            own, of = without.given
            total -= own
            count -= own if of == country else 0.0
        if count <= 0.01 or total <= 0:  # noqa: PLR2004 - what rounding leaves
            return 0.15 if country is not None and country == self._home else 0.0
        return min(1.0, 0.35 * math.log2(1 + count)) + count / total

    @staticmethod
    def _dominance(name: _Name) -> float:
        """Return how surely a name means its weightiest place before anything is known."""
        first = name.places[0]
        rivals = [p.weight for p in name.places[1:6] if p.country != first.country]
        lead = first.weight - max(rivals, default=1.5)
        if first.weight < 3.5:  # noqa: PLR2004 - hamlets say little of a document's country
            return 0.15 if not rivals else 0.0
        return max(0.0, min(1.0, 0.25 + 0.5 * lead)) * (0.9 if first.fit else 0.5)

    def _add_by_sound(self) -> None:
        """Look for names that the gazetteer lacks by their sound, in the countries in play."""
        leading = sorted(self._countries, key=lambda c: (-self._countries[c], c))[:4]
        for (_, kind), name in self._names.items():
            if self._classes_apart(name):
                continue
            in_play = [
                country for country in leading
                if self._evidence(country, name) >= max(_IN_PLAY, 0.4 * self._leading)
            ]  # fmt: skip
            if any(place.country in in_play or place.kind == "country" or place.country is None
                   for place in name.places):  # fmt: skip
                continue
            if name.places and name.places[0].weight >= 4.5 and name.places[0].fit and not self._leading > 1:  # noqa: PLR2004
                continue
            alike = [
                place for place in self._gazetteer.find_alike(name.text, in_play)
                if not (kind in ("admin1", "admin2") and place.feature_class != "A")
            ]  # fmt: skip
            if alike:
                name.places = [*alike[:8], *name.places]
                name.by_sound = True

    def _classes_apart(self, name: _Name) -> bool:
        """Tell whether a name is a part of a town ("the Kashef neighbourhood"), which none is like."""
        return self._mentions[name.positions[0]].kind_word in _PART_WORDS

    # ---- scores --------------------------------------------------------------------------------

    def _score(self, round_: int) -> None:
        """Score the places of every name by what the round before has settled."""
        settled = [
            (name.positions, name.place, name)
            for name in self._names.values()
            if name.place is not None and (name.is_sure or round_ > 1)
        ]
        for name in self._names.values():
            if not name.places:
                continue
            held = self._holders(name)
            scores = []
            for number, place in enumerate(name.places[:_TOP + len(held)]):
                score, reason = self._score_place(name, place, held)
                if round_:
                    near, why = self._nearness(name, place, settled)
                    score += near + self._likeness_to_list(name, place)
                    reason = reason or why
                scores.append(score)
                name.reasons[number] = reason
            name.scores = scores
            order = sorted(range(len(scores)), key=lambda n: (-scores[n], n))
            name.best = order[0]
            rival = next(
                (scores[n] for n in order[1:] if not self._same_spot(name.places[order[0]], name.places[n])),
                0.0,
            )
            name.is_sure = scores[order[0]] - rival >= _MARGIN

    def _score_place(
        self, name: _Name, place: GazetteerPlace, held: dict[int, str]
    ) -> tuple[float, str]:
        country = self._evidence(place.country, name)
        score = place.weight + min(2.4 * country, 3.8)
        if place.kind != "country" and place.weight > 6.8:  # noqa: PLR2004 - known the world over
            score += 1.0
        is_country_name = name.places[0].kind == "country" and name.places[0].fit > 0
        if is_country_name and place.feature_class == "P":
            score -= 3.0
        reason = f"country in play: {place.country}" if country >= _IN_PLAY else ""
        if place.kind == "country":
            return score + 1.3, "name of a country"
        if place.country is None:
            return score + 3.0, "name of a region or sea"
        score += (-1.2, -0.4, 0.5)[place.fit]
        if place.kind == "admin2":
            score -= 0.6
        mention = self._mentions[name.positions[0]]
        kind = _kind_of(mention.kind_word)
        if kind and place.kind == kind:
            score += 1.5
        if kind == "town" and place.feature_class == "P":
            score += 1.0
        for unit in (place.admin1_id, place.admin2_id):
            if unit in held and unit != place.id:
                wide = name.places[0].kind in ("admin1", "country") and name.places[0].fit
                gain = 2.0 if wide and place.weight < 5 else 5.0  # noqa: PLR2004 - lists of states
                gain = 1.0 if is_country_name else gain
                return score + gain, f"in {held[unit]}"
        if -1 in held and place.country and held[-1] == place.country:
            return score + (1.0 if is_country_name else 3.5), f"in {place.country}"
        return score, reason

    def _holders(self, name: _Name) -> dict[int, str]:
        """Return the units (by id) and the country (under -1) that the text says hold a name."""
        held: dict[int, str] = {}
        for position in name.positions:
            mention = self._mentions[position]
            for other in (position + 1, position - 1, position + 2):
                if not 0 <= other < len(self._mentions):
                    continue
                holder = self._mentions[other]
                if holder.sentence != mention.sentence or not self._is_held(mention, holder):
                    continue
                if holder.role == "adjective":
                    country = self._gazetteer.country_of(holder.text)
                    if country and other < position:
                        held.setdefault(-1, country)
                    continue
                found = self._of[other]
                if found is None or found is name:
                    continue
                for place in found.places[:6]:
                    if place.kind == "country" and place.country:
                        held.setdefault(-1, place.country)
                    elif place.kind in ("admin1", "admin2"):
                        held.setdefault(place.id, place.name)
        return held

    def _is_held(self, mention: PlaceMention, holder: PlaceMention) -> bool:
        """Tell whether the words between two mentions say that one is in the other."""
        if holder.start >= mention.end:
            between = self._text[mention.end : holder.start]
            if mention.kind_word:
                between = re.sub(rf"^ {re.escape(mention.kind_word)}", "", between, flags=re.IGNORECASE)
            return len(between) < 45 and _is_holding(between)  # noqa: PLR2004
        between = self._text[holder.end : mention.start]
        return between in ("'s ", "’s ", " ", " city of ", "'s city of ") or bool(
            re.fullmatch(
                r"(?:['’]s|,)? (?:\w+-?\w* ){0,4}(?:of )?(?:the )?"
                r"(?:city|town|village|province|district|capital|region|state|port)"
                r"(?:,| of| city)? ",
                between,
            )
        )

    def _likeness_to_list(self, name: _Name, place: GazetteerPlace) -> float:
        """Return what a list speaks for a place of its kind ("Oregon, Washington and Idaho")."""
        if place.kind not in ("country", "admin1"):
            return 0.0
        for position in name.positions:
            mention = self._mentions[position]
            for other in (position - 1, position + 1):
                if not 0 <= other < len(self._mentions):
                    continue
                beside, found = self._mentions[other], self._of[other]
                if found is None or found is name or found.place is None:
                    continue
                first, last = sorted((mention, beside), key=lambda m: m.start)
                if self._text[first.end : last.start].strip() not in (",", "and", ", and", "or"):
                    continue
                alike = found.place.kind == place.kind
                if alike and (place.kind == "country" or found.place.country == place.country):
                    return 2.5
        return 0.0

    def _nearness(
        self, name: _Name, place: GazetteerPlace,
        settled: Sequence[tuple[list[int], GazetteerPlace | None, _Name]],
    ) -> tuple[float, str]:  # fmt: skip
        """Return what the places settled so far say for a place: how near the nearest are."""
        best, reason = 0.0, ""
        for positions, other, of in settled:
            if of is name or other is None or other.kind == "country":
                continue
            apart = distance_km(place, other)
            if apart is None:
                continue
            gain = 2.2 if apart < 60 else 1.5 if apart < 200 else 0.7 if apart < 500 else 0.3 if apart < 1000 else 0.0  # noqa: PLR2004
            gap = min(abs(a - b) for a in name.positions for b in positions[:20])
            gain *= 1.0 if gap <= 3 else 0.8 if gap <= 10 else 0.6  # noqa: PLR2004
            if gain > best:
                best, reason = gain, f"near {other.name}"
        return best, reason

    @staticmethod
    def _same_spot(first: GazetteerPlace, second: GazetteerPlace) -> bool:
        apart = distance_km(first, second)
        return apart is not None and apart < 50  # noqa: PLR2004 - a town and its unit

    def _choose(self) -> None:
        """Refuse names whose best place nothing but its size, or too little of that, speaks for."""
        for name in self._names.values():
            place = name.place
            if place is None or place.kind == "country" or place.country is None:
                continue
            reason = name.reasons.get(name.best or 0, "")
            self._prefer_town(name)
            in_play = self._evidence(place.country, name) >= _IN_PLAY
            if reason.startswith("in ") or in_play:
                continue
            least = 5.6 if self._leading > 1 else 4.6  # noqa: PLR2004
            if place.weight < least or not (name.is_sure or place.weight > 6):  # noqa: PLR2004
                name.best = None

    def _prefer_town(self, name: _Name) -> None:
        """Take the town and not the unit of its name, where no type word says which."""
        place = name.place
        mention = self._mentions[name.positions[0]]
        if place is None or place.kind not in ("admin1", "admin2"):
            return
        if _kind_of(mention.kind_word) in ("admin1", "admin2") or name.by_sound and place.fit:
            return
        for number, town in enumerate(name.places):
            if town.kind == "city" and town.admin1_id == place.admin1_id and (town.fit or not place.fit):
                if town.population >= (0.12 * place.population if place.kind == "admin1" else 500):
                    name.reasons[number] = name.reasons.get(name.best or 0, "")
                    name.best = number
                    return

    # ---- values ----------------------------------------------------------------------------

    def values(self) -> list[PlaceValue | None]:
        return [self._value(position) for position in range(len(self._mentions))]

    def _value(self, position: int) -> PlaceValue | None:
        mention, name = self._mentions[position], self._of[position]
        if name is None:
            return self._adjective_value(mention)
        place = name.place
        if place is None and name.places and mention.relation is None and not mention.kind_word:
            return None  # a name of places elsewhere, and nothing tells of one here
        if place is None or self._is_elsewhere(mention, place):
            return self._unknown_value(position)
        latitude, longitude = place.latitude, place.longitude
        if latitude is None and place.kind == "admin2" and place.admin1_id is not None:
            return self._unknown_value(position)
        reason = name.reasons.get(name.best or 0) or "only place of the name"
        if name.by_sound and not place.fit:
            reason = f"sounds like {place.name}; {reason}"
        return PlaceValue(
            name=place.name,
            place_id=place.place_id,
            country=place.country,
            precision=_precision(place, mention),
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
        if mention.kind_word in _PART_WORDS and (town := self._town_of(position)) is not None:
            return self._anchored(mention, town, PlacePrecision.EXACT, f"part of {town.name}")
        point, holder = self._anchors(position)
        if point is not None:
            return self._anchored(mention, point, PlacePrecision.NEAR, f"near {point.name}")
        if holder is None:
            return self._in_country(mention)
        return self._anchored(
            mention, holder, PlacePrecision(holder.precision), f"not in the gazetteer; in {holder.name}"
        )

    def _town_of(self, position: int) -> GazetteerPlace | None:
        """Return the town that a part of a town belongs to: named beside it, else told before."""
        mention = self._mentions[position]
        nearest = sorted(
            (other for other in range(len(self._mentions)) if other != position
             and abs(self._mentions[other].sentence - mention.sentence) <= 2),
            key=lambda o: (self._mentions[o].sentence != mention.sentence, abs(o - position), -o),
        )  # fmt: skip
        for other in nearest:
            name = self._of[other]
            place = None if name is None else name.place
            if place is not None and place.kind == "city" and place.feature_class == "P":
                if other < position or self._mentions[other].sentence == mention.sentence:
                    return place
        return None

    def _is_elsewhere(self, mention: PlaceMention, place: GazetteerPlace) -> bool:
        """Tell whether a part of a town ("the Gazipasa neighbourhood") was read as a far town."""
        if mention.kind_word not in _QUARTER_WORDS or place.kind != "city":
            return False
        town = self._town_of(self._mentions.index(mention))
        apart = None if town is None else distance_km(town, place)
        return apart is not None and apart > 40  # noqa: PLR2004

    def _anchors(self, position: int) -> tuple[GazetteerPlace | None, GazetteerPlace | None]:
        mention = self._mentions[position]
        holder: GazetteerPlace | None = None
        others = sorted(
            (o for o in range(len(self._mentions)) if self._mentions[o].sentence == mention.sentence),
            key=lambda o: (o <= position, abs(o - position)),
        )
        for other in others:
            name = self._of[other]
            place = None if name is None else name.place
            if other == position or place is None or place.latitude is None:
                continue
            beside = self._mentions[other]
            if place.precision == "exact":
                if other > position and (
                    beside.relation in _NEAR_RELATIONS or self._is_held(mention, beside)
                ):
                    return place, None
            elif place.kind in ("admin1", "admin2", "region", "area") and (
                holder is None or holder.kind == "admin1" and place.kind == "admin2"
            ):
                if other > position or self._is_held(mention, beside):
                    holder = place
        return None, holder

    def _in_country(self, mention: PlaceMention) -> PlaceValue | None:
        """Return an unknown name in the country that the document is plainly about, if any is."""
        leading = max(sorted(self._countries), key=self._countries.__getitem__, default=None)
        if leading is None or self._countries[leading] < 0.8:  # noqa: PLR2004
            return None
        return PlaceValue(
            name=mention.text, place_id=None, country=leading, precision=PlacePrecision.COUNTRY,
            text=mention.text, span=(mention.start, mention.end),
            why=f"not in the gazetteer; country in play: {leading}",
            offset_km=mention.offset_km, offset_direction=mention.offset_direction,
        )  # fmt: skip

    @staticmethod
    def _anchored(
        mention: PlaceMention, place: GazetteerPlace, precision: PlacePrecision, why: str
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


def _is_holding(between: str) -> bool:
    if ";" in between or "." in between or ":" in between:
        return False
    words = between.strip(" ,(").split()
    if not words:
        return between in (", ", " ", " (")
    if words[0] in ("in", "of") or between.startswith(", "):
        allowed = {
            "in", "of", "the", "northern", "southern", "eastern", "western", "central", "north",
            "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern",
            "north-eastern", "north-western", "south-eastern", "south-western", "northeast",
            "northwest", "southeast", "southwest", "province", "state", "region", "district",
            "restive", "neighbouring", "capital", "seat", "centre", "city", "town", "a", "its",
            "volatile", "border", "village", "rural", "coastal", "war-torn", "remote", "part",
        }  # fmt: skip
        return all(word in allowed for word in words)
    return False


def _kind_of(word: str | None) -> str:
    """Return what a type word says a place is: a unit's level, ``town``, a feature class, or ''."""
    if word is None:
        return ""
    if word in _ADMIN1_WORDS:
        return "admin1"
    if word in _ADMIN2_WORDS:
        return "admin2"
    if word in _TOWN_WORDS:
        return "town"
    return _PHYSICAL_WORDS.get(word, "")


def _precision(place: GazetteerPlace, mention: PlaceMention) -> PlacePrecision:
    """Return the precision of a mention of a place (codebook, section 6)."""
    if place.kind == "country" and place.country in _CITY_STATES:
        return PlacePrecision.EXACT
    precision = PlacePrecision(place.precision)
    if precision is PlacePrecision.EXACT:
        if mention.relation in _NEAR_RELATIONS:
            return PlacePrecision.NEAR
        if place.kind == "quarter":
            return PlacePrecision.EXACT
        if _kind_of(mention.kind_word) == "admin2":
            return PlacePrecision.ADMIN2
        if mention.kind_word == "countryside":
            return PlacePrecision.NEAR
    return precision
