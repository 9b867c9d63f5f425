"""Confidence: what speaks for a report and against it, and that the score is what the table says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from etl.codes import ActorKind, DatePrecision, EventType, PlacePrecision, Role, Scope, Status
from etl.errors import ReferenceDataError
from etl.records import ActorValue, DateValue, EventMention, PlaceValue, Report, StatusMention
from etl.resolve import confidence
from etl.resolve.confidence import find_traits, load_weights, score_traits, with_confidence

if TYPE_CHECKING:
    from collections.abc import Iterator

MONDAY = date(2017, 10, 23)
MENTION = EventMention(
    start=7,
    end=13,
    sentence=0,
    paragraph=0,
    frames=frozenset({"harm"}),
    types=frozenset(),
    means=frozenset(),
    flags=frozenset(),
    arguments=(),
    status=StatusMention(Status.OCCURRED, Scope.INCIDENT),
    words=("kill",),
    offsets=(7,),
)
MOSUL = PlaceValue("Mosul", "99072", "IRQ", PlacePrecision.EXACT, text="Mosul", span=(28, 33))
GUNMEN = ActorValue("a1", "Unidentified Armed Group", Role.INITIATOR, ActorKind.UNKNOWN)
BARE = Report(
    EventType.ABDUCTION,
    Status.OCCURRED,
    Scope.INCIDENT,
    (7, 13),
    DateValue(MONDAY, MONDAY, DatePrecision.INFERRED),
    replace(MOSUL, text=None, span=None),
)


@pytest.fixture(autouse=True)
def _fresh_weights() -> Iterator[None]:
    load_weights.cache_clear()
    yield
    load_weights.cache_clear()


def facts(*events: EventMention) -> Any:
    """Return what confidence reads of the facts: the events and two sentences."""
    return SimpleNamespace(events=events, sentences={0: (0, 60), 1: (61, 120)})


def traits(report: Report, mention: EventMention = MENTION) -> frozenset[str]:
    """Return the traits of a document's only report."""
    (found,) = find_traits([report], facts(mention))
    return found


def test_a_bare_report_has_no_traits() -> None:
    """A report of which nothing speaks for or against starts and ends at the base."""
    assert traits(BARE) == frozenset()


@pytest.mark.parametrize(
    ("trait", "change"),
    [
        ("place_beside_trigger", {"place": MOSUL}),
        ("place_coarse", {"place": None}),
        ("place_coarse", {"place": replace(BARE.place, precision=PlacePrecision.COUNTRY)}),
        ("date_told", {"date": DateValue(MONDAY, MONDAY, DatePrecision.DAY, (37, 43))}),
        ("initiator_told", {"actors": (GUNMEN,)}),
        ("initiator_told", {"actors": (replace(GUNMEN, role=Role.PARTICIPANT),)}),
        ("residual_type", {"event_type": EventType.ATTACK}),
        ("status_marked", {"status": Status.FOILED}),
    ],
)
def test_traits_of_what_a_report_tells(trait: str, change: dict[str, Any]) -> None:
    """Each trait is there for the one value that it is about."""
    assert traits(replace(BARE, **change)) == {trait}


@pytest.mark.parametrize(
    ("trait", "change"),
    [
        ("weapon_told", {"means": frozenset({"gun"})}),
        ("type_by_word", {"types": frozenset({EventType.ABDUCTION})}),
        ("weak_trigger", {"is_weak": True}),
    ],
)
def test_traits_of_the_trigger(trait: str, change: dict[str, Any]) -> None:
    """What the mention says of its trigger is a trait of the report."""
    assert traits(BARE, replace(MENTION, **change)) == {trait}


def test_values_that_are_no_trait() -> None:
    """A target alone, a place told in another sentence and an ongoing event change nothing."""
    target = replace(GUNMEN, role=Role.TARGET)
    elsewhere = replace(MOSUL, span=(70, 75))
    told = replace(BARE, actors=(target,), place=elsewhere, status=Status.ONGOING)
    assert traits(told) == frozenset()


def test_a_sentence_of_two_events_is_crowded_for_both() -> None:
    """Reports with triggers of their own in one sentence each count the other, as told apart."""
    other = replace(MENTION, start=40, end=46)
    far = replace(MENTION, start=70, end=76, sentence=1)
    reports = [BARE, replace(BARE, trigger=(40, 46)), replace(BARE, trigger=(70, 76))]
    found = find_traits(reports, facts(MENTION, other, far))
    assert found == [{"crowded_sentence"}, {"crowded_sentence"}, frozenset()]


def test_one_trigger_at_two_places_is_no_crowd() -> None:
    """A list of places after one trigger is one event told of each."""
    assert find_traits([BARE, BARE], facts(MENTION)) == [frozenset(), frozenset()]


def test_score_is_the_probability_of_the_sum() -> None:
    """Log-odds of ln 4 are a probability of 0.8, given in whole hundredths."""
    weights = {"base": 39, "date_told": 100, "place_coarse": -139}
    assert score_traits(["date_told"], weights) == 0.8
    assert score_traits(["place_coarse"], weights) == 0.27
    assert score_traits(["date_told", "place_coarse"], weights) == 0.5


def test_more_that_speaks_for_a_report_never_lowers_its_confidence() -> None:
    """Taken one by one, traits move the score only to the side that their weight says."""
    weights = load_weights()
    for trait in confidence.TRAITS:
        for others in ([], sorted(confidence.TRAITS - {trait})):
            step = score_traits([*others, trait], weights) - score_traits(others, weights)
            assert step * weights[trait] >= 0


def test_reports_keep_their_order_and_values() -> None:
    """Confidence is added to the reports as they stand, between 0 and 1."""
    reports = [replace(BARE, place=MOSUL), BARE]
    rated = with_confidence(reports, facts(MENTION))
    assert [replace(report, confidence=None) for report in rated] == reports
    told, bare = (report.confidence for report in rated)
    assert told is not None
    assert bare is not None
    assert 0 < bare < told < 1


def rows() -> list[dict[str, str]]:
    """Return a table that is in order."""
    traits = [{"trait": t, "speaks": "for", "weight": "0.10"} for t in sorted(confidence.TRAITS)]
    return [{"trait": "base", "speaks": "", "weight": "-0.65"}, *traits]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weight": "much"}, "no number: 'much'"),
        ({"weight": "-0.10"}, "speaks 'for'"),
        ({"speaks": ""}, "speaks ''"),
        ({"trait": "told_twice"}, "told_twice"),
    ],
)
def test_a_table_out_of_order_is_refused(
    change: dict[str, str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A weight without number or against its sign, or another trait, is named."""
    table = rows()
    table[-1] |= change
    monkeypatch.setattr(confidence, "read_reference", lambda _: table)
    with pytest.raises(ReferenceDataError, match=message):
        load_weights()


def test_a_table_in_order_is_read_in_hundredths(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights are whole hundredths, so that sums are exact."""
    monkeypatch.setattr(confidence, "read_reference", lambda _: rows())
    weights = load_weights()
    assert weights["base"] == -65
    assert set(weights.values()) == {-65, 10}
