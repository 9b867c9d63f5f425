"""Counts of one document: what was found, missed and made up, and which slots are right.

Enters: a gold document and the predicted one. Leaves: a ``Tally`` of counts and of errors in
words. Refuses predictions for documents that gold does not have.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from etl.errors import UsageError
from etl.evaluate.agreement import (
    OUTCOMES,
    ROLES,
    Event,
    coordinate,
    country,
    date_right,
    has_date,
    has_place,
    place_right,
    toll_right,
    tolls,
)
from etl.evaluate.names import variants
from etl.evaluate.pairing import actors, group_of, match_actors, pair_events

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Document = dict[str, Any]
NO_DATE = "date, none to give"
_HEADLINE = ("incident", "prospective")
_SIDES = ("gold", "predicted", "right")


@dataclass
class Tally:
    """Counts of one document under FIGURE/what, and its errors as (kind, words).

    ``types`` holds, by the type of the event, how many incidents and prospective or denied events
    gold and the prediction have, and of how many gold ones the group and the type are right.
    """

    counts: Counter[str] = field(default_factory=Counter)
    types: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    errors: list[tuple[str, str]] = field(default_factory=list)


def score_documents(gold: Mapping[str, Document], predicted: Mapping[str, Document]) -> list[Tally]:
    """Return one tally for each gold document, in gold's order; without a prediction it is empty.

    Raises:
        UsageError: a predicted document is not in gold.
    """
    if extra := [str(name) for name in predicted if name not in gold]:
        message = f"{len(extra)} predicted documents are not in gold: {', '.join(extra[:5])}."
        raise UsageError(message)
    return [score_document(document, predicted.get(name)) for name, document in gold.items()]


def score_document(gold: Document, predicted: Document | None) -> Tally:
    """Return the counts and errors of one document."""
    tally = Tally()
    ours, theirs = _events(gold), _events(predicted or {})
    pairs = pair_events(ours, theirs, gold.get("text") or "")
    partners = {"gold": dict(pairs), "predicted": {j: i for i, j in pairs}}
    for side, events, kind in (("gold", ours, "missed"), ("predicted", theirs, "spurious")):
        for number, event in enumerate(events):
            group = group_of(event)
            tally.counts[f"{group}/{side}"] += 1
            if group != "summary":
                tally.counts[f"lenient/{side}"] += 1
                tally.types[str(event.get("type"))][side] += 1
            if number not in partners[side]:
                tally.errors.append((kind, f"{gold['id']}  {_brief(event)}"))
                if group in _HEADLINE:
                    _fill(tally, side, _filled(event))
    for i, j in pairs:
        groups = group_of(ours[i]), group_of(theirs[j])
        tally.counts[f"{groups[0]}/right"] += groups[0] == groups[1]
        if "summary" in groups:
            continue
        tally.counts["lenient/right"] += 1
        code = str(ours[i].get("type"))
        is_same_type = code == str(theirs[j].get("type"))
        tally.types[code]["right"] += groups[0] == groups[1] and is_same_type
        slots = _compare(ours[i], theirs[j], tally, gold["id"])
        if groups[0] in _HEADLINE or groups[1] in _HEADLINE:
            for side, numbers in zip(_SIDES, slots, strict=True):
                _fill(tally, side, numbers)
    return tally


def _events(document: Document) -> list[Event]:
    """Return the events in an order of their own: figures must not depend on the file's."""
    events = document.get("events") or []
    return sorted(events, key=lambda event: json.dumps(event, sort_keys=True))


def _fill(tally: Tally, side: str, slots: Counter[str]) -> None:
    tally.counts[f"slot/{side}"] += sum(slots.values())
    tally.counts[f"slot without status/{side}"] += sum(slots.values()) - slots["status"]


def _filled(event: Event) -> Counter[str]:
    """Return how many slots of each kind an event fills."""
    place = event.get("location") or {}
    slots = Counter(actor["role"] for actor in actors(event))
    slots.update(
        type=1,
        status=1,
        place=int(has_place(place)),
        country=int(country(place) is not None),
        date=int(has_date(event.get("date") or {})),
    )
    slots.update({outcome: int(bool(tolls(event, outcome))) for outcome in OUTCOMES})
    return slots


def _compare(gold: Event, predicted: Event, tally: Tally, label: str) -> tuple[Counter[str], ...]:
    """Count a pair's figures; return the slots filled in gold, in the prediction, and right."""
    ours, theirs = _filled(gold), _filled(predicted)
    right: Counter[str] = Counter()
    for figure, (is_counted, is_right) in _verdicts(gold, predicted, ours, theirs).items():
        slot = "place" if figure == "place@50km" else figure
        tally.counts[f"{figure}/of"] += is_counted
        tally.counts[f"{figure}/right"] += is_counted and is_right
        if slot in ours:
            right[slot] = int(is_right and ours[slot] > 0 and theirs[slot] > 0)
        is_told_twice = figure == "place@25km" or figure.endswith("told")
        if is_counted and not is_right and not is_told_twice:
            tally.errors.append(("wrong", _difference(label, slot, gold, predicted)))
    for g, p in match_actors(gold, predicted, with_roles=True):
        # A participant is counted under the role that it matched.
        role = p["role"] if g["role"] == "participant" else g["role"]
        ours[g["role"]] -= 1
        theirs[p["role"]] -= 1
        for slots in (ours, theirs, right):
            slots[role] += 1
    for role in ROLES:
        if not ours[role] == theirs[role] == right[role]:
            tally.errors.append(("wrong", _difference(label, role, gold, predicted)))
        for side, slots in zip(_SIDES, (ours, theirs, right), strict=True):
            tally.counts[f"{role}/{side}"] += slots[role]
    return ours, theirs, right


def _verdicts(
    gold: Event, predicted: Event, ours: Counter[str], theirs: Counter[str]
) -> dict[str, tuple[bool, bool]]:
    """Return for each figure whether a pair is counted in it, and whether it is right."""
    here, there = gold.get("location") or {}, predicted.get("location") or {}
    day, other_day = gold.get("date") or {}, predicted.get("date") or {}
    statuses = [event.get("status") or "occurred" for event in (gold, predicted)]
    is_day_right = date_right(day, other_day)
    tolls_right = {outcome: toll_right(gold, predicted, outcome) for outcome in OUTCOMES}
    return {
        "type": (True, gold.get("type") == predicted.get("type")),
        "status": (True, statuses[0] == statuses[1]),
        "place@25km": (has_place(here), place_right(here, there, 25.0)),
        "place@50km": (has_place(here), place_right(here, there, 50.0)),
        "country": (country(here) is not None, country(here) == country(there)),
        "date": (has_date(day), is_day_right),
        NO_DATE: (not has_date(day), is_day_right),
        **{outcome: (True, is_right) for outcome, is_right in tolls_right.items()},
        **{
            f"{outcome}, told": (ours[outcome] + theirs[outcome] > 0, is_right)
            for outcome, is_right in tolls_right.items()
        },
    }


# ---- errors in words ---------------------------------------------------------------------------


def _difference(label: str, slot: str, gold: Event, predicted: Event) -> str:
    wanted, given = _show(gold, slot), _show(predicted, slot)
    return f"{label}  {slot}: gold {wanted}, predicted {given}  [{_brief(gold)}]"


def _brief(event: Event) -> str:
    """Return an event on one line."""
    place, trigger = event.get("location") or {}, event.get("trigger") or {}
    name = place.get("name") or place.get("text")
    parts: Sequence[Any] = [
        event.get("type"),
        event.get("status"),
        "summary" if event.get("scope") == "summary" else None,
        _show(event, "date"),
        f"{name} ({country(place)})" if place else None,
        f"“{trigger['text']}”@{trigger.get('start')}" if trigger.get("text") else None,
    ]
    return " | ".join(str(part) for part in parts if part)


def _show(event: Event, slot: str) -> str:
    """Return what an event has in a slot, in words."""
    place, day = event.get("location") or {}, event.get("date") or {}
    if slot in ROLES:
        names = (a.get("name") or variants(a)[0] for a in actors(event) if a["role"] == slot)
        return "; ".join(names) or "–"
    if slot in OUTCOMES:
        return "/".join(map(str, tolls(event, slot))) or "–"
    if slot == "place":
        point = coordinate(place)
        where = f"{point[0]:.2f},{point[1]:.2f}" if point else "no coordinate"
        name = place.get("name") or place.get("text")
        return f"{name} ({where}, {place.get('precision')})" if place else "–"
    if slot in {"date", NO_DATE}:
        spell = f"{day.get('start')}..{day.get('end')} ({day.get('precision')})"
        return spell if has_date(day) else "–"
    return str(country(place) if slot == "country" else event.get(slot))
