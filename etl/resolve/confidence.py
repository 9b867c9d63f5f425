"""How sure a report is: the probability that it is right, from what its words tell.

Enters: the reports of a document with its ``Facts``. Leaves: the reports, each with its confidence.
A report is right where a trained coder has coded the event too, as the same type and in the same
group (incident, prospective, denied, summary): of a hundred reports with a confidence of 0.8, about
eighty are. Nothing is said of their places, days, actors and tolls.

Ten traits, each there or not, have weights in log-odds in ``seeds/reference/confidence.csv``;
``python -m etl.evaluate.calibrate`` fits them. A trait that speaks for a report never lowers its
confidence, one that speaks against it never raises it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from etl.codes import EventType, PlacePrecision, Role, Status
from etl.errors import ReferenceDataError
from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from etl.records import EventMention, Report
    from etl.resolve.facts import Facts

TABLE = "confidence.csv"
BASE = "base"  # the row of the table that holds for every report
TRAITS = frozenset(
    "place_beside_trigger place_coarse date_told initiator_told weapon_told type_by_word "
    "residual_type weak_trigger crowded_sentence status_marked".split()
)
COARSE = frozenset((PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN))
# What violence is when no means, crowd or territory tells more: the types most often wrong.
RESIDUAL = frozenset((EventType.ARMED_CLASH, EventType.ATTACK))
PLAIN = frozenset((Status.OCCURRED, Status.ONGOING))
STARTERS = frozenset((Role.INITIATOR, Role.PARTICIPANT))


def with_confidence(reports: Sequence[Report], facts: Facts) -> list[Report]:
    """Return the reports of a document, in their order, each with its confidence."""
    weights = load_weights()
    return [
        replace(report, confidence=score_traits(traits, weights))
        for report, traits in zip(reports, find_traits(reports, facts), strict=True)
    ]


def find_traits(reports: Sequence[Report], facts: Facts) -> list[frozenset[str]]:
    """Return the traits of each report of a document; its trigger is that of one of the events."""
    mentions = {(event.start, event.end): event for event in facts.events}
    told_in: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for report in reports:
        told_in[mentions[report.trigger].sentence].add(report.trigger)
    found = []
    for report in reports:
        mention = mentions[report.trigger]
        traits = set(_traits_of(report, mention, facts.sentences[mention.sentence]))
        if len(told_in[mention.sentence]) > 1:
            traits.add("crowded_sentence")
        found.append(frozenset(traits))
    return found


def _traits_of(report: Report, mention: EventMention, sentence: tuple[int, int]) -> Iterable[str]:
    place = report.place
    span = place.span if place is not None else None
    if span is not None and sentence[0] <= span[0] < sentence[1]:
        yield "place_beside_trigger"
    if place is None or place.precision in COARSE:
        yield "place_coarse"
    if report.date.span is not None:
        yield "date_told"
    if any(actor.role in STARTERS for actor in report.actors):
        yield "initiator_told"
    if mention.means:
        yield "weapon_told"
    if report.event_type in mention.types:
        yield "type_by_word"
    if report.event_type in RESIDUAL:
        yield "residual_type"
    if mention.is_weak:
        yield "weak_trigger"
    if report.status not in PLAIN:
        yield "status_marked"


def score_traits(traits: Iterable[str], weights: Mapping[str, int]) -> float:
    """Return the confidence of a report with these traits, in whole hundredths.

    The weights are hundredths too, so that their sum is exact and no machine rounds another way.
    """
    odds = math.exp((weights[BASE] + sum(weights[trait] for trait in traits)) / 100)
    return round(odds / (1 + odds), 2)


@cache
def load_weights() -> Mapping[str, int]:
    """Return the weight of each trait and of ``base``, in hundredths of log-odds.

    Raises:
        ReferenceDataError: the table lacks a trait, has one more, or a weight that is no number or
            has the wrong sign.
    """
    weights: dict[str, int] = {}
    for row in read_reference(TABLE):
        try:
            weights[row["trait"]] = weight = round(float(row["weight"]) * 100)
        except ValueError as error:
            message = f"{TABLE}: the weight of {row['trait']} is no number: {row['weight']!r}."
            raise ReferenceDataError(message) from error
        wrong = {"for": weight < 0, "against": weight > 0}
        if row["trait"] != BASE and wrong.get(row["speaks"], True):
            message = (
                f"{TABLE}: {row['trait']} weighs {row['weight']} and speaks {row['speaks']!r}."
            )
            raise ReferenceDataError(message)
    if weights.keys() != TRAITS | {BASE}:
        odd = ", ".join(sorted(weights.keys() ^ (TRAITS | {BASE})))
        message = f"{TABLE}: its rows are not the traits of etl/resolve/confidence.py: {odd}."
        raise ReferenceDataError(message)
    return weights
