"""Which predicted event is which gold event: the best one-to-one assignment within a document.

Enters: the events of one document, gold's and predicted ones. Leaves: pairs. A pair must be of
one scope and of one family, or at the same place with the same killed, or told in one sentence
and of compatible families; and alike enough over all that either side gives.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from etl.codes import FAMILY_OF, Family
from etl.evaluate.agreement import (
    OUTCOMES,
    ROLES,
    Event,
    country,
    date_right,
    has_date,
    has_place,
    overlap,
    place_right,
    same_name,
    toll,
    toll_right,
    tolls,
)
from etl.evaluate.names import actor_similarity, variants

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAMILIES = {str(code): family for code, family in FAMILY_OF.items()}
_COMPATIBLE = frozenset(
    frozenset(pair.split("+"))
    for pair in (
        "battle+explosion battle+civilians explosion+civilians protest+riot protest+civilians "
        "riot+civilians riot+battle battle+strategic explosion+strategic civilians+strategic"
    ).split()
)
_WEIGHTS = {
    "type": 0.20,
    "place": 0.25,
    "actors": 0.15,
    "date": 0.10,
    "tolls": 0.10,
    "trigger": 0.20,
}
_FLOOR = 0.4
_OTHER_GROUP = 0.95  # of two partners about as like, that of the same status group is taken
_OTHER_ROLE = 0.99
_SAME_SENTENCE = 0.7
_SAME_COUNTRY = 0.2
_PLACE_KM = 50.0
PROSPECTIVE = ("planned", "threatened")

_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b(?:Mr|Dr|St|Lt)\.)(?<!\b(?:Gen|Col|Maj|Sgt|Mrs)\.)(?<=[.!?])"
    r"[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n"
)


def group_of(event: Event) -> str:
    """Return the group that an event is counted in: incident, prospective, denied or summary."""
    if event.get("scope") == "summary":
        return "summary"
    status = event.get("status") or "occurred"
    if status in PROSPECTIVE:
        return "prospective"
    return "denied" if status == "denied" else "incident"


def actors(event: Event) -> list[dict[str, Any]]:
    """Return the actors of an event that have words and a role."""
    found = event.get("actors") or []
    return [a for a in found if variants(a) and a.get("role") in ROLES]


def pair_events(
    gold: Sequence[Event], predicted: Sequence[Event], text: str
) -> list[tuple[int, int]]:
    """Return the pairs of gold and predicted events whose similarities sum up to the most."""
    starts = [match.end() for match in _SENTENCE_END.finditer(text)]
    return assign([[similarity(g, p, text, starts) for p in predicted] for g in gold])


def similarity(gold: Event, predicted: Event, text: str, starts: Sequence[int]) -> float:
    """Return the likeness of a pair from 0 to 1; 0 where it is not allowed or below the floor.

    It is the weighted mean over what the two sides give; what only one gives counts 0 at half
    its weight.
    """
    if (gold.get("scope") == "summary") != (predicted.get("scope") == "summary"):
        return 0.0
    families = _family(gold), _family(predicted)
    is_family = families[0] is not None and families[0] == families[1]
    here, there = gold.get("location") or {}, predicted.get("location") or {}
    spans = _trigger_span(gold, text), _trigger_span(predicted, text)
    together = _nearness(*spans, text, starts)
    is_near = place_right(here, there, _PLACE_KM)
    is_same_toll = toll(gold, "killed") is not None and toll_right(gold, predicted, "killed")
    is_told_together = together > 0 and frozenset(families) in _COMPATIBLE
    if not (is_family or (is_near and is_same_toll) or is_told_together):
        return 0.0

    days = gold.get("date") or {}, predicted.get("date") or {}
    sizes = len(actors(gold)), len(actors(predicted))
    counted = [o for o in OUTCOMES if tolls(gold, o) or tolls(predicted, o)]
    place_likeness = (
        1.0
        if is_near or same_name(here, there)
        else _SAME_COUNTRY * (country(here) == country(there) is not None)
    )
    parts: dict[str, tuple[bool, bool, float]] = {  # given in gold, in the prediction; likeness
        "type": (True, True, 1.0 if gold.get("type") == predicted.get("type") else 0.5 * is_family),
        "place": (has_place(here), has_place(there), place_likeness),
        "actors": (
            sizes[0] > 0,
            sizes[1] > 0,
            2 * len(match_actors(gold, predicted, with_roles=False)) / max(1, sum(sizes)),
        ),
        "date": (
            has_date(days[0]),
            has_date(days[1]),
            1.0 if date_right(*days) else 0.5 * overlap(*days),
        ),
        "tolls": (
            any(tolls(gold, o) for o in OUTCOMES),
            any(tolls(predicted, o) for o in OUTCOMES),
            sum(toll_right(gold, predicted, o) for o in counted) / max(1, len(counted)),
        ),
        "trigger": (spans[0] is not None, spans[1] is not None, together),
    }
    total = weight = 0.0
    for name, (in_gold, in_predicted, likeness) in parts.items():
        if in_gold or in_predicted:
            part = _WEIGHTS[name] * (1.0 if in_gold and in_predicted else 0.5)
            weight += part
            total += part * likeness * (in_gold and in_predicted)
    alike = total / weight
    if alike < _FLOOR:
        return 0.0
    return alike * (1.0 if group_of(gold) == group_of(predicted) else _OTHER_GROUP)


def match_actors(
    gold: Event, predicted: Event, *, with_roles: bool
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the pairs of actors of two events; with roles, a participant matches any role."""
    ours, theirs = actors(gold), actors(predicted)
    scores = [
        [
            actor_similarity(g, p) * (1.0 if g["role"] == p["role"] else _OTHER_ROLE)
            if _roles_agree(g, p) or not with_roles
            else 0.0
            for p in theirs
        ]
        for g in ours
    ]
    return [(ours[i], theirs[j]) for i, j in assign(scores)]


def assign(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return one-to-one pairs of rows and columns with the greatest sum; 0 is never paired.

    The Hungarian method with potentials, on the square padded with zeros.
    """
    if not scores or not scores[0]:
        return []
    height, width = len(scores), len(scores[0])
    size = max(height, width)
    cost = [
        [-scores[i][j] if i < height and j < width else 0.0 for j in range(size)]
        for i in range(size)
    ]
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [size] * (size + 1)  # column to row; index `size` is a dummy on both sides
    for row in range(size):
        row_of[size], column = row, size
        least, previous = [math.inf] * size, [size] * size
        done = [False] * (size + 1)
        while row_of[column] != size:
            done[column] = True
            at, delta, following = row_of[column], math.inf, size
            for j in range(size):
                if done[j]:
                    continue
                reduced = cost[at][j] - row_potential[at] - column_potential[j]
                if reduced < least[j]:
                    least[j], previous[j] = reduced, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(size + 1):
                if done[j]:
                    row_potential[row_of[j]] += delta
                    column_potential[j] -= delta
                elif j < size:
                    least[j] -= delta
            column = following
        while column != size:
            row_of[column], column = row_of[previous[column]], previous[column]
    pairs = ((row_of[j], j) for j in range(width) if row_of[j] < height)
    return sorted((i, j) for i, j in pairs if scores[i][j] > 0)


def _family(event: Event) -> Family | None:
    return _FAMILIES.get(str(event.get("type")))


def _roles_agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one["role"] == other["role"] or "participant" in (one["role"], other["role"])


def _trigger_span(event: Event, text: str) -> tuple[int, int] | None:
    trigger = event.get("trigger") or {}
    phrase, start = trigger.get("text") or "", trigger.get("start")
    if start is None:
        start = text.find(phrase) if phrase else -1
    return None if start < 0 else (start, start + max(1, len(phrase)))


def _nearness(
    one: tuple[int, int] | None, other: tuple[int, int] | None, text: str, starts: Sequence[int]
) -> float:
    """Return 1 for triggers that overlap, less for two of one sentence, else 0."""
    if one is None or other is None:
        return 0.0
    if one[0] < other[1] and other[0] < one[1]:
        return 1.0
    is_one_sentence = bool(text) and bisect_right(starts, one[0]) == bisect_right(starts, other[0])
    return _SAME_SENTENCE if is_one_sentence else 0.0
