"""Which place each name of a document stands for, weighed by the document as a whole.

Enters: mentions in the order of the text, the text, the gazetteer, and what is known beside the
text. Leaves: a ``Name`` a mention, with its best place or None, and the reason of the choice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.resolve.place_evidence import IN_PLAY, Countries, Name
from etl.resolve.place_kinds import (
    PART_WORDS,
    distance_km,
    is_held_after,
    is_holding,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.gazetteer.index import Entry, Gazetteer
    from etl.records import PlaceMention

_NEARNESS = ((60, 2.6), (200, 1.9), (500, 0.9), (1000, 0.3))  # km, and what it speaks for a place
_SAME_NAME = 4.0  # what a name's meaning elsewhere in the text speaks for it here
_MARGIN = 0.75  # by how much the best place has to lead to be sure
_TOP = 24  # places of a name that are weighed, beside those in units that the text names


class Choice:
    """One document's names, the evidence for each of their places, and what was chosen."""

    def __init__(
        self,
        mentions: Sequence[PlaceMention],
        text: str,
        gazetteer: Gazetteer,
        *,
        hints: Sequence[str],
        countries: Sequence[str],
        home: str | None,
    ) -> None:
        self.of: list[Name | None] = []
        self._mentions = mentions
        self._text = text
        self._gazetteer = gazetteer
        self._names: dict[tuple[str, str], Name] = {}
        self.countries = Countries(gazetteer, hints, countries, home)
        self._gather()
        self.countries.read(mentions, self.of)
        self._add_by_sound()
        for round_ in range(3):
            self._score(round_)
        self._choose()

    def _gather(self) -> None:
        for position, mention in enumerate(self._mentions):
            if mention.role == "adjective":
                self.of.append(None)
                continue
            kind = kind_of(mention.kind_word)
            key = mention.text.casefold(), kind
            name = self._names.get(key)
            if name is None:
                name = Name(mention.text, self._candidates(mention, kind))
                self._names[key] = name
            name.positions.append(position)
            self.of.append(name)

    def _candidates(self, mention: PlaceMention, kind: str) -> list[Entry]:
        """Return the places of a mention's name, fit for the type word beside it if any is."""
        found: list[Entry] = []
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
        units = [p for p in plain if p.kind == kind]
        if kind in ("admin1", "admin2") and (units or any(p.kind == kind for p in found)):
            if kind == "admin1":
                return found + units
            countries = {unit.country for unit in units}
            towns = [
                place
                for place in plain
                if place.kind == "quarter"
                or (place.feature_class in "PL" and place.country not in countries)
            ]
            return found + units + towns
        if kind == "side" and (sides := self._units_of_towns(plain)):
            return found + sides
        if kind == "town" and (towns := [p for p in plain if p.feature_class == "P"]):
            return found + towns
        if kind in ("H", "T", "V"):
            return found + [p for p in plain if p.feature_class == kind] or plain
        return found + plain

    def _units_of_towns(self, places: Sequence[Entry]) -> list[Entry]:
        """Return places without the towns that share their name with the province around them.

        "Northern Aleppo" is the province, "northern Baghdad" the capital.
        """
        units = {place.id: place.country or "" for place in places if place.kind == "admin1"}
        seats = {unit: self._gazetteer.seat_of(country) for unit, country in units.items()}
        towns = {
            place.id for place in places
            if place.kind == "city" and place.admin1_id in units
            and (seat := seats[place.admin1_id]) is not None and seat.id != place.id
        }  # fmt: skip
        return [place for place in places if place.id not in towns] if towns else []

    def _add_by_sound(self) -> None:
        """Look for names that the gazetteer lacks by their sound, in the countries in play."""
        for (_, kind), name in self._names.items():
            if self._mentions[name.positions[0]].kind_word in PART_WORDS:  # "the Kashef quarter"
                continue
            least = max(IN_PLAY, 0.4 * self.countries.most(name))
            in_play = [
                country
                for country in self.countries.leading(name)
                if self.countries.evidence(country, name) >= least
            ]
            if any(place.country in in_play or place.kind == "country" or place.country is None
                   for place in name.places):  # fmt: skip
                continue
            if (
                name.places
                and name.places[0].weight >= 4.5
                and name.places[0].fit
                and self.countries.most(name) <= 1
            ):
                continue
            alike = [
                place for place in self._gazetteer.find_alike(name.text, in_play)
                if not (kind in ("admin1", "admin2") and place.feature_class != "A")
            ]  # fmt: skip
            if alike:
                name.places = [*alike[:8], *name.places]
                name.by_sound = True

    def _score(self, round_: int) -> None:
        """Score the places of every name by what the round before has settled."""
        settled = [
            (name.positions, name.place, name)
            for name in self._names.values()
            if name.place is not None and (name.is_sure or round_ > 1)
        ]
        for name in self._names.values():
            if not name.places or (round_ and len(name.places) == 1):
                continue
            held = self._holders(name)
            scores = []
            for number, place in enumerate(name.places[: _TOP + len(held)]):
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
                (
                    scores[n]
                    for n in order[1:]
                    if not self._same_spot(name.places[order[0]], name.places[n])
                ),
                0.0,
            )
            name.is_sure = scores[order[0]] - rival >= _MARGIN

    def _score_place(self, name: Name, place: Entry, held: dict[int, str]) -> tuple[float, str]:
        country = self.countries.evidence(place.country, name)
        score = place.weight + min(2.4 * country, 3.8)
        if place.kind != "country" and place.weight > 6.8:  # known the world over
            score += 1.0
        is_country_name = name.places[0].kind == "country" and name.places[0].fit > 0
        if is_country_name and place.feature_class == "P":
            score -= 3.0
        reason = f"country in play: {place.country}" if country >= IN_PLAY else ""
        if place.kind == "country":
            return score + 1.3, "name of a country"
        if place.country is None:
            return score + 3.0, "name of a region or sea"
        score += (-1.2, -0.4, 0.5)[place.fit]
        if place.kind == "admin2":
            score -= 0.6
        mention = self._mentions[name.positions[0]]
        kind = kind_of(mention.kind_word)
        if kind and place.kind == kind:
            score += 1.5
        if kind == "town" and place.feature_class == "P":
            score += 1.0
        for unit in (place.admin1_id, place.admin2_id):
            if unit in held and unit != place.id:
                wide = name.places[0].kind in ("admin1", "country") and name.places[0].fit
                gain = 2.0 if wide and place.weight < 5 else 5.0  # lists of states
                gain = 1.0 if is_country_name else gain
                return score + gain, f"in {held[unit]}"
        if -1 in held and place.country and held[-1] == place.country:
            return score + (1.0 if is_country_name else 3.5), f"in {place.country}"
        return score, reason

    def _holders(self, name: Name) -> dict[int, str]:
        """Return the units (by id) and the country (under -1) that the text says hold a name."""
        held: dict[int, str] = {}
        for position in name.positions:
            mention = self._mentions[position]
            for other in (position + 1, position - 1, position + 2):
                if not 0 <= other < len(self._mentions):
                    continue
                holder = self._mentions[other]
                if holder.sentence != mention.sentence or not self.is_held(mention, holder):
                    continue
                if holder.role == "adjective":
                    country = self._gazetteer.country_of(holder.text)
                    if country and other < position:
                        held.setdefault(-1, country)
                    continue
                found = self.of[other]
                if found is None or found is name:
                    continue
                for place in found.places[:6]:
                    if place.kind == "country" and place.country:
                        held.setdefault(-1, place.country)
                    elif place.kind in ("admin1", "admin2"):
                        held.setdefault(place.id, place.name)
        return held

    def is_held(self, mention: PlaceMention, holder: PlaceMention) -> bool:
        """Tell whether the words between two mentions say that one is in the other."""
        if holder.start >= mention.end:
            between = self._text[mention.end : holder.start]
            if mention.kind_word:
                between = re.sub(
                    rf"^ {re.escape(mention.kind_word)}", "", between, flags=re.IGNORECASE
                )
            return len(between) < 45 and is_holding(between)
        return is_held_after(self._text[holder.end : mention.start])

    def _likeness_to_list(self, name: Name, place: Entry) -> float:
        """Return what a list speaks for a place of its kind ("Oregon, Washington and Idaho")."""
        if place.kind not in ("country", "admin1"):
            return 0.0
        for position in name.positions:
            mention = self._mentions[position]
            for other in (position - 1, position + 1):
                if not 0 <= other < len(self._mentions):
                    continue
                beside, found = self._mentions[other], self.of[other]
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
        self, name: Name, place: Entry,
        settled: Sequence[tuple[list[int], Entry | None, Name]],
    ) -> tuple[float, str]:  # fmt: skip
        """Return what the places settled so far say for a place: how near the nearest are."""
        best, reason = 0.0, ""
        for positions, other, of in settled:
            if of is name or other is None or other.kind == "country":
                continue
            apart = distance_km(place, other)
            if apart is None:
                continue
            gain = next((gain for reach, gain in _NEARNESS if apart < reach), 0.0)
            if of.text.casefold() == name.text.casefold():  # told elsewhere with a type word
                is_plainer = self._mentions[positions[0]].kind_word is not None
                gain = _SAME_NAME if apart < 60 and is_plainer else 0.0
            if gain <= best:
                continue
            gap = min(abs(a - b) for a in name.positions for b in positions[:20])
            gain *= 1.0 if gap <= 3 else 0.8 if gap <= 10 else 0.6
            if gain >= _SAME_NAME:
                pass
            elif all(self._mentions[b].role == "speaker" for b in positions):
                gain *= 0.5
            elif gap <= 3 and self._share_sentence(name.positions, positions):
                gain *= 1.3
            if gain > best:
                best, reason = gain, f"near {other.name}"
        return best, reason

    def _share_sentence(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether two names stand in one sentence somewhere."""
        sentences = {self._mentions[position].sentence for position in some}
        return any(self._mentions[position].sentence in sentences for position in others)

    @staticmethod
    def _same_spot(first: Entry, second: Entry) -> bool:
        if first.id in (second.admin1_id, second.admin2_id) or second.id in (
            first.admin1_id,
            first.admin2_id,
        ):
            return True  # a town and its unit
        apart = distance_km(first, second)
        return apart is not None and apart < 50

    def _choose(self) -> None:
        """Refuse names whose best place nothing but its size, or too little of that, speaks for."""
        for name in self._names.values():
            place = name.place
            if place is None or place.kind == "country" or place.country is None:
                continue
            reason = name.reasons.get(name.best or 0, "")
            self._prefer_town(name)
            in_play = self.countries.evidence(place.country, name) >= IN_PLAY
            if name.by_sound and place.fit == 0 and self._is_remote(name, place):
                name.best = None
                continue
            if reason.startswith("in ") or in_play:
                continue
            if self.countries.most(name) > 1:  # the document is about other countries
                least = 5.2 if name.is_sure and place.fit else 5.6
                fit = {other.country for other in name.places if other.fit}
                if reason.startswith("near ") and len(fit) == 1 and place.fit and name.is_sure:
                    least = 2.0  # two names that only one far country has, close together
            else:
                is_only = len({other.country for other in name.places}) == 1
                least = 3.4 if is_only and place.fit else 4.6
            if place.weight < least or not (name.is_sure or place.weight > 6):
                name.best = None

    def _is_remote(self, name: Name, place: Entry) -> bool:
        """Tell whether a small place that only sounds alike lies far from all others told."""
        others = [
            apart for other in self._names.values()
            if other is not name and other.place is not None and other.place.kind != "country"
            and other.place.country == place.country
            and (apart := distance_km(place, other.place)) is not None
        ]  # fmt: skip
        return place.weight < 4.7 and len(others) > 1 and min(others) > 200

    def _holds_before(self, position: int, unit: Entry) -> bool:
        """Tell whether a name is told as the unit of the one before it ("Anapu, Pará")."""
        before = self.of[position - 1] if position else None
        if before is None or before.place is None or before.place.kind == "country":
            return False
        held = self.is_held(self._mentions[position - 1], self._mentions[position])
        return held and unit.id == before.place.admin1_id != before.place.id

    def _prefer_town(self, name: Name) -> None:
        """Take the town and not the unit of its name, where no type word says which."""
        place = name.place
        mention = self._mentions[name.positions[0]]
        if place is None or place.kind not in ("admin1", "admin2"):
            return
        if kind_of(mention.kind_word) in ("admin1", "admin2", "side") or (
            name.by_sound and place.fit
        ):
            return
        if all(self._holds_before(position, place) for position in name.positions):
            return
        for number, town in enumerate(name.places):
            if (
                town.kind == "city"
                and town.admin1_id == place.admin1_id
                and (town.fit or not place.fit)
            ) and town.population >= (0.08 * place.population if place.kind == "admin1" else 500):
                name.reasons[number] = name.reasons.get(name.best or 0, "")
                name.best = number
                return
