"""Where an event happened: the places of its sentence, or the place in force (codebook, section 6).

Enters: ``Facts`` and an event mention. Leaves: the most specific places told for the event, several
where the words list several; failing that, the place that earlier words, a heading or the dateline
leave in force. Where somebody spoke, and who acts ("Rwanda will send"), is no place of an event.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import PlacePrecision
from etl.records import PlaceValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import EventMention, PlaceMention
    from etl.resolve.facts import Facts

MAX_PLACES = 12
PLACE_REACH = 10  # paragraphs for which a place told once holds
# What may stand between two places of one list.
LIST_GAP = re.compile(
    r"(?:[\s,;()]|\b(?:and|or|as|some|several|other|well|in|the|of|towns?|cit(?:y|ies)|villages?|districts?|provinces?|"
    r"governorates?|areas?|near|outskirts|also|at|both|along|road|to|around|on|neighbou?ring|nearby|northern|southern|eastern|"
    r"western|central|regions?|suburbs?|states?|count(?:y|ies)|quarters?|camps?)\b)*"
)
# "Rawa and some villages in Nineveh": the province stands for places of its own.
POINT_GAP = re.compile(r",\s(?:just |close )?(?:near|outside|beside)(?: to)? (?:the \w+ of )?")
SOME_OF = re.compile(
    r"\band (?:some |several |other |nearby )*(?:villages|towns|areas|parts|districts)\b"
)
# Before a country these make it one who acts: "brokered by Qatar", "a truce with Israel".
PARTY_TO = re.compile(r"\b(?:by|with)\s(?:the\s)?$", re.IGNORECASE)
AT_PLACE = frozenset("in at near outside outskirts road offset on across".split())
REFERENCE = frozenset("near outside outskirts offset border".split())
NO_EVENT_PLACE = frozenset(("dateline", "speaker", "origin", "adjective", "person", "media"))
WHOLE_OF = {
    PlacePrecision.ADMIN1: "admin1",
    PlacePrecision.COUNTRY: "country",
    PlacePrecision.ADMIN2: "admin2",
}
FINENESS = {
    PlacePrecision.EXACT: 3.0,
    PlacePrecision.NEAR: 3.0,
    PlacePrecision.ADMIN2: 2.5,
    PlacePrecision.ADMIN1: 2.0,
    PlacePrecision.UNKNOWN: 1.0,
    PlacePrecision.COUNTRY: 0.5,
}
COARSENESS = (
    PlacePrecision.EXACT,
    PlacePrecision.NEAR,
    PlacePrecision.ADMIN2,
    PlacePrecision.ADMIN1,
    PlacePrecision.COUNTRY,
)


Located = tuple["PlaceMention", PlaceValue]


def find_places(facts: Facts, number: int, event: EventMention) -> list[PlaceValue]:
    """Return the places of an event told in its own sentence, the most specific ones."""
    argument_places = [a for a in event.arguments if a.slot == "place"]
    found: list[Located] = []
    in_slot: list[Located] = []
    named = {
        value.place_id: value
        for mention, value in facts.places
        if mention.sentence == event.sentence and mention.role is None
    }
    owned = zip(facts.places, facts.place_owner, strict=True)
    for index, ((mention, value), owner) in enumerate(owned):
        if mention.sentence != event.sentence or mention.role in NO_EVENT_PLACE:
            continue
        if _is_doer(mention, event) or (
            mention.relation in (None, "border") and _is_country(value)
        ):  # "on the border with Syria" is not in Syria
            continue
        before = facts.document.text[max(0, mention.start - 12) : mention.start]
        if _is_country(value) and PARTY_TO.search(before):
            continue
        if index in facts.spoken_places:
            continue
        is_anaphor = mention.role == "anaphor" and value.place_id is not None
        # "the town", where its name stands beside it
        told = named.get(value.place_id, value) if is_anaphor else value
        if any(a.start <= mention.start < a.end for a in argument_places):
            in_slot.append((mention, told))
        elif owner == number:
            found.append((mention, told))
    lists = _lists(facts, in_slot or [p for p in found if p[0].relation != "from"] or found)
    if not lists:
        return []
    best = max(lists, key=lambda places: (_rank(places[0]), -abs(places[0][0].start - event.start)))
    return _specific([value for _, value in best])


def _lists(facts: Facts, found: Sequence[Located]) -> list[list[Located]]:
    """Return places in lists: "A and B in C province, D in E" is one, without the units C and E."""
    lists: list[list[Located]] = []
    last_end = 0
    for mention, value in sorted(found, key=lambda pair: pair[0].start):
        gap = facts.document.text[last_end : mention.start]
        last_end = mention.end
        if lists and mention.relation in REFERENCE and POINT_GAP.fullmatch(gap):
            continue  # "in Harasta, outside Damascus"
        if not lists or not LIST_GAP.fullmatch(gap):
            lists.append([(mention, value)])
        elif _is_listed(gap, mention) and (
            SOME_OF.search(gap) or not _is_coarser(value, lists[-1][-1][1])
        ):
            lists[-1].append((mention, value))
    return [places[:1] if places[0][0].relation == "between" else places for places in lists]


def _rank(place: Located) -> float:
    """How well a place answers where: the finer and the more plainly told as the scene."""
    mention, value = place
    if mention.relation in AT_PLACE:
        told = 1.0
    elif mention.relation in (None, "of"):
        told = 0.8 if mention.kind_word else 0.4
    else:
        told = 0.2
    if mention.relation == "between":
        told = -3.0
    return FINENESS[value.precision] + told


def inherit_place(
    facts: Facts,
    event: EventMention,
    last: tuple[PlaceValue, int] | None,
    country: str | None,
) -> PlaceValue | None:
    """Return the place that holds for an event without one of its own.

    ``last`` is the place told last, with its paragraph; ``country`` the document's.
    """
    heading = _heading_place(facts, event.start)
    if last is not None and last[1] == event.paragraph:
        return _implied(last[0])
    if heading is not None:
        return _implied(heading)
    if last is not None and event.paragraph - last[1] <= PLACE_REACH:
        return _implied(last[0])
    dateline = _dateline(facts, country)
    if dateline is not None:
        return dateline
    if country is not None:
        return PlaceValue(None, None, country, PlacePrecision.COUNTRY)
    return None


def _dateline(facts: Facts, country: str | None) -> PlaceValue | None:
    """Return the place of the only dateline, where it lies in the country that is written of."""
    lines = [value for mention, value in facts.places if mention.role == "dateline"]
    here = [value for value in lines if value.country == country]
    return _implied(here[0]) if len(lines) == len(here) == 1 else None


def _is_doer(mention: PlaceMention, event: EventMention) -> bool:
    """Tell whether a name is that of who acts ("Rwanda will send", "signed by Armenia")."""
    return any(
        a.head == mention.start or (a.start <= mention.start < a.head and mention.relation is None)
        for a in event.arguments
        if a.slot in ("initiator", "participant")
    )


def _is_listed(gap: str, mention: PlaceMention) -> bool:
    """Tell a list from a point of reference: "A and B", but "A, near B"."""
    if re.search(r"\b(?:and|or)\b", gap):
        return True
    return ("," in gap or ";" in gap) and mention.relation not in REFERENCE


def _is_country(value: PlaceValue) -> bool:
    return value.precision is PlacePrecision.COUNTRY


def _implied(place: PlaceValue) -> PlaceValue:
    return replace(place, text=None, span=None)


def _specific(values: Sequence[PlaceValue]) -> list[PlaceValue]:
    """Return the places that hold no other of the list, without doubles, in order."""
    kept: list[PlaceValue] = []
    for value in values:
        if any(_holds(value, other) for other in values if other is not value):
            continue
        if all((value.place_id, value.name) != (k.place_id, k.name) for k in kept):
            kept.append(value)
    return kept[:MAX_PLACES]


def _holds(outer: PlaceValue, inner: PlaceValue) -> bool:
    """Tell whether one place lies in another by its units, as far as both are known."""
    if outer.precision is PlacePrecision.COUNTRY:
        return inner.precision is not PlacePrecision.COUNTRY and outer.country == inner.country
    if outer.precision is PlacePrecision.ADMIN1:
        if inner.precision in (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1):
            return False
        return outer.country == inner.country and (
            inner.admin1 is None or outer.admin1 is None or outer.admin1 == inner.admin1
        )
    if outer.precision is PlacePrecision.ADMIN2:
        return inner.precision in (PlacePrecision.EXACT, PlacePrecision.NEAR) and (
            outer.country == inner.country
            and outer.admin1 == inner.admin1
            and (inner.admin2 is None or inner.admin2 == (outer.admin2 or outer.name))
        )
    if outer.precision is PlacePrecision.UNKNOWN:
        return inner.precision is not PlacePrecision.UNKNOWN
    return False


def _is_coarser(one: PlaceValue, other: PlaceValue) -> bool:
    """Tell whether a place is a unit that a place of the other's precision may lie in."""
    if one.precision not in COARSENESS or other.precision not in COARSENESS:
        return False
    step = COARSENESS.index(one.precision) - COARSENESS.index(other.precision)
    return step > 0 and one.precision in WHOLE_OF


def _heading_place(facts: Facts, offset: int) -> PlaceValue | None:
    """Return the place of the last heading before an offset."""
    datelines = {m.sentence for m, _ in facts.places if m.role == "dateline"}
    # A round-up has a dateline for each item; one dateline alone says where the reporter sat.
    roles = ("heading", "dateline") if len(datelines) > 1 else ("heading",)
    found: list[Located] = []
    for mention, value in facts.places:
        if mention.start < offset and mention.role in roles:
            if found and found[-1][0].sentence != mention.sentence:
                found = []
            found.append((mention, value))
    return _specific([value for _, value in found])[0] if found else None
