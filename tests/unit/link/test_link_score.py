"""Scores of pairs: what speaks for one event, what against, and what rules it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.codes import (
    ActorKind,
    DatePrecision,
    EventType,
    PlacePrecision,
    Role,
    Scope,
    Status,
)
from etl.link.clusters import SAME_SCORE
from etl.link.events import consolidate
from etl.link.features import LinkActor, LinkReport, LinkToll, read_words
from etl.link.score import TYPE_POINTS, explain_pair, score_pair

DAY = date(2020, 1, 5)
WORDS = frozenset("market motorc police bazaar shop".split())
BASE = LinkReport(
    key=("one", 0, 4, 0),
    report_id="r1",
    event_type=EventType.SUICIDE_BOMB,
    status=Status.OCCURRED,
    scope=Scope.INCIDENT,
    published_on=date(2020, 1, 6),
    first=DAY,
    last=DAY,
    date_precision=DatePrecision.DAY,
    country="IRQ",
    admin1="nineveh",
    place_name="mosul",
    latitude=36.34,
    longitude=43.13,
    place_precision=PlacePrecision.EXACT,
    actors=(LinkActor("is", Role.INITIATOR, ActorKind.REBEL_GROUP),),
    killed=(LinkToll(12, 12, 12),),
    words=WORDS,
)
OTHER = replace(BASE, key=("two", 0, 4, 0), report_id="r2")
NEXT_DAY = {"first": date(2020, 1, 6), "last": date(2020, 1, 6), "killed": (LinkToll(3, 3, 3),)}


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"event_type": EventType.REMOTE_EXPLOSIVE},
        {"killed": (LinkToll(15, 15, 15),)},
        {"killed": ()},
        {
            "date_precision": DatePrecision.INFERRED,
            "first": date(2020, 1, 6),
            "last": date(2020, 1, 6),
        },
        {"date_precision": DatePrecision.WEEK, "first": date(2020, 1, 1)},
        {"place_precision": PlacePrecision.ADMIN1, "place_name": "nineveh", "latitude": None},
        {"place_precision": PlacePrecision.NEAR, "words": frozenset()},
        {"status": Status.ONGOING, "actors": ()},
    ],
)
def test_other_tellings_are_one_event(values: dict) -> None:
    """What newsrooms tell differently does not keep an event's reports apart."""
    assert score_pair(BASE, replace(OTHER, **values)) >= SAME_SCORE


@pytest.mark.parametrize(
    "values",
    [
        {**NEXT_DAY, "words": frozenset("convoy bridge soldie river".split())},
        {
            "place_name": "bartella",
            "longitude": 43.38,
            "killed": (LinkToll(3, 3, 3),),
            "words": frozenset("church bells friday choir".split()),
        },
        {
            "place_precision": PlacePrecision.COUNTRY,
            "date_precision": DatePrecision.WEEK,
            "first": date(2020, 1, 1),
            "killed": (LinkToll(90, 90, 90),),
            "actors": (),
            "words": frozenset(),
        },
    ],
)
def test_near_misses_are_below_the_threshold(values: dict) -> None:
    """The next day, the next town and a vague rest with another toll are not the event."""
    assert score_pair(BASE, replace(OTHER, **values)) < SAME_SCORE


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("type", {"key": ("one", 9, 12, 0)}),
        ("type", {"status": Status.PLANNED}),
        ("type", {"status": Status.DENIED}),
        ("type", {"event_type": EventType.PEACEFUL_PROTEST}),
        ("date", {"first": date(2020, 1, 9), "last": date(2020, 1, 9)}),
        ("date", {"first": None, "last": None}),
        ("place", {"country": "SYR"}),
        ("place", {"latitude": 33.3, "longitude": 44.4, "place_name": "baghdad"}),
    ],
)
def test_what_cannot_be_one_event_has_no_score(part: str, values: dict) -> None:
    """Same document, other status, far days and far places are ruled out by that part."""
    other = replace(OTHER, **values)
    assert score_pair(BASE, other) == 0
    assert explain_pair(BASE, other)[part] is None


def test_summaries_link_over_the_same_span_alone() -> None:
    """Totals are one where their spells are one."""
    one, other = (replace(r, scope=Scope.SUMMARY, first=date(2020, 1, 1)) for r in (BASE, OTHER))
    assert score_pair(one, other) >= SAME_SCORE
    assert score_pair(one, replace(other, first=date(2020, 1, 2))) == 0
    assert score_pair(one, OTHER) == 0


def test_types_that_go_together_do_so_both_ways() -> None:
    """The points of two types do not depend on which is first."""
    assert all(TYPE_POINTS[b, a] == points for (a, b), points in TYPE_POINTS.items())


@given(st.sampled_from([*EventType]), st.integers(0, 3), st.sampled_from([*PlacePrecision]))
def test_a_score_is_the_same_both_ways(
    kind: EventType, shift: int, precision: PlacePrecision
) -> None:
    """Which of two reports is named first changes nothing."""
    day = date(2020, 1, 5 + shift)
    other = replace(OTHER, event_type=kind, first=day, last=day, place_precision=precision)
    assert score_pair(BASE, other) == score_pair(other, BASE)


def test_words_are_those_of_the_sentence() -> None:
    """Stems come from the trigger's sentence, without common words."""
    text = (
        "Farmers met. A bomb exploded near the vegetable market on Monday, police said. Rain fell."
    )
    start = text.index("exploded")
    assert read_words(text, start, start + 8) == {"bomb", "explod", "vegeta", "market"}


def test_an_event_takes_the_most_precise_day_and_place() -> None:
    """A vague first report gives the id, a precise later one the day and the place."""
    vague = replace(
        BASE,
        first=date(2020, 1, 1),
        date_precision=DatePrecision.WEEK,
        place_precision=PlacePrecision.ADMIN1,
        location_id="province",
    )
    later = replace(OTHER, published_on=date(2020, 1, 8), location_id="town", killed=())
    event = consolidate([later, vague])
    row = event.row()
    assert event.event_id == consolidate([vague]).event_id
    assert (row["occurred_from"], row["date_precision"]) == (DAY, DatePrecision.DAY)
    assert (row["location_id"], row["place_precision"]) == ("town", PlacePrecision.EXACT)
    assert (row["first_reported_on"], row["last_reported_on"]) == (
        date(2020, 1, 6),
        date(2020, 1, 8),
    )


def test_an_event_takes_the_type_and_status_of_most() -> None:
    """Two reports outvote one; of equally many the more specific means wins."""
    attack = replace(OTHER, event_type=EventType.ATTACK, status=Status.FOILED)
    third = replace(attack, key=("three", 0, 4, 0))
    assert consolidate([BASE, attack]).row()["event_type"] is EventType.SUICIDE_BOMB
    row = consolidate([BASE, attack, third]).row()
    assert (row["event_type"], row["status"]) == (EventType.ATTACK, Status.FOILED)
    assert consolidate([BASE, attack]).row()["status"] is Status.OCCURRED


def test_unidentified_actors_give_way_to_named_ones() -> None:
    """Gunmen are left out where another report names who they were; civilians stay."""
    unknown = LinkActor("gunmen", Role.INITIATOR, ActorKind.UNKNOWN)
    people = LinkActor("people", Role.TARGET, ActorKind.CIVILIANS)
    rows = consolidate([BASE, replace(OTHER, actors=(unknown, people))]).actor_rows()
    assert {(row["actor_id"], row["role"]) for row in rows} == {
        ("is", Role.INITIATOR),
        ("people", Role.TARGET),
    }
    alone = consolidate([replace(OTHER, actors=(unknown,))]).actor_rows()
    assert [row["actor_id"] for row in alone] == ["gunmen"]
