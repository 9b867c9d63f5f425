"""Which event a toll belongs to, whose the victims were, and what an event's claims add up to."""

from __future__ import annotations

from datetime import date

import pytest

from etl.coders.rules import RuleCoder
from etl.codes import EventType, Outcome, Scope, VictimSide
from etl.ids import hash_text
from etl.parse.passages import parse_passages
from etl.records import CasualtyValue, Document, Report


@pytest.fixture(scope="module")
def coder() -> RuleCoder:
    """Return the coder, opened once."""
    return RuleCoder()


def _reports(coder: RuleCoder, text: str) -> list[Report]:
    document = Document(hash_text(text), "text", text, published=date(2020, 5, 7))
    return list(coder.code_document(document, parse_passages(text)).reports)


def _counts(report: Report, outcome: Outcome = Outcome.KILLED) -> list[int | None]:
    """Return the current claims of a report that are no parts, in their order."""
    return [claim.best for claim in _claims(report, outcome)]


def _claims(report: Report, outcome: Outcome = Outcome.KILLED) -> list[CasualtyValue]:
    return [
        claim
        for claim in report.casualties
        if claim.outcome is outcome and claim.current and not claim.part_of
    ]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            (
                "Gunmen attacked a village near Maiduguri on Monday, killing 12 people. "
                "Police said that 12 farmers had died."
            ),
            [12],
        ),
        (
            (
                "Militants ambushed a convoy near Kandahar on Monday, killing at least nine soldiers. "
                "The army later said that the toll had climbed to 14."
            ),
            [14],
        ),
        (
            (
                "Gunmen attacked a village near Maiduguri on Monday. Villagers counted 20 dead. "
                "Another four died in hospital."
            ),
            [24],
        ),
        (
            "A car bomb killed 12 people in Mosul on Monday. Two policemen were among the dead.",
            [12],
        ),
        ("Clashes near Kunduz on Monday left six soldiers and nine Taliban fighters dead.", [15]),
        ("Gunmen seized a bus near Quetta on Monday. Five of the 40 hostages were killed.", [5]),
        (
            (
                "A suicide bomber killed 20 people in Kabul on Monday, "
                "including three soldiers and the attacker."
            ),
            [20],
        ),
        (
            (
                "Gunmen raided a village near Beni on Monday. Civil society counted 38 bodies; "
                "the administrator gives 41."
            ),
            [38, 41],
        ),
    ],
)
def test_an_event_has_one_toll(coder: RuleCoder, text: str, killed: list[int]) -> None:
    """Second tellings, raised counts, additions, parts and rivals are told apart."""
    [report] = [r for r in _reports(coder, text) if r.casualties]
    assert sorted(_counts(report), key=str) == killed


def test_a_raised_count_raises_the_next_outcome_too(coder: RuleCoder) -> None:
    """The wounded that follow a raised number of dead replace the wounded told before."""
    text = (
        "A bomb killed nine people and wounded 20 in a market in Quetta on Monday, police said. "
        "The toll later rose to 14 dead, a hospital spokesman said. Another 31 people were injured."
    )
    [report] = [r for r in _reports(coder, text) if r.casualties]
    assert _counts(report) == [14]
    assert _counts(report, Outcome.WOUNDED) == [31]


def test_the_initiator_s_own_dead_are_on_its_side(coder: RuleCoder) -> None:
    """A soldier who falls in an operation of the army is a loss of the initiator."""
    text = (
        "Troops killed three rebels in a raid near Mirali in Pakistan on Monday. "
        "A soldier also embraced martyrdom."
    )
    [report] = [r for r in _reports(coder, text) if r.casualties]
    assert [(c.best, c.side) for c in _claims(report)] == [
        (3, VictimSide.TARGET),
        (1, VictimSide.INITIATOR),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Police fired tear gas at protesters in Basra on Monday. Nobody was hurt.",
        "Air defences shot down a missile over Jizan on Monday. There were no casualties.",
        "Masked men burned a school near Tibu in Colombia on Monday. There was no bloodshed.",
        "A shell hit a bus station in Donetsk on Monday without hurting anyone.",
    ],
)
def test_a_zero_reaches_its_event(coder: RuleCoder, text: str) -> None:
    """That nobody was hurt is told of every kind of event, weapons made harmless included."""
    [report] = _reports(coder, text)
    assert _counts(report) == _counts(report, Outcome.WOUNDED) == [0]


def test_no_toll_crosses_a_heading(coder: RuleCoder) -> None:
    """What stands under a heading of its own is not of the item above it."""
    text = (
        "IRAQ\nA bomb exploded in Mosul on Monday.\n\n"
        "YEMEN\nNine people died of thirst, a doctor said.\n"
    )
    assert all(not report.casualties for report in _reports(coder, text))


def test_no_toll_follows_into_another_place(coder: RuleCoder) -> None:
    """A paragraph that has gone to another place tells no toll of the event before it."""
    text = (
        "Gunmen attacked a checkpoint in Kirkuk on Monday.\n\n"
        "In Basra the lights went out in the evening. Three people died there.\n"
    )
    assert all(
        not report.casualties
        for report in _reports(coder, text)
        if report.place is not None and report.place.name == "Kirkuk"
    )


def test_a_count_from_earlier_days_is_not_the_event_s(coder: RuleCoder) -> None:
    """A count since the summer is no toll of Monday's bomb."""
    text = (
        "A roadside bomb killed two soldiers near Gao on Monday. "
        "The toll of such attacks since January has reached 98."
    )
    bombs = [r for r in _reports(coder, text) if r.scope is Scope.INCIDENT]
    assert [_counts(r) for r in bombs] == [[2]]


def test_a_text_may_open_with_a_raised_toll(coder: RuleCoder) -> None:
    """A toll told before its event goes to the first event told."""
    text = (
        "The number of servicemen who died has risen to four, a health official said. "
        "A suicide bomber rammed the gates of a base near Buynaksk on Monday."
    )
    [report] = [r for r in _reports(coder, text) if r.event_type is EventType.SUICIDE_BOMB]
    assert _counts(report) == [4]


def test_a_toll_of_several_places_is_a_summary_s(coder: RuleCoder) -> None:
    """What is told for all of several places together is a toll of none of them."""
    text = "Air strikes on Mosul and Kirkuk killed 30 people on Monday, medics said."
    tolls = {report.scope: _counts(report) for report in _reports(coder, text)}
    assert tolls == {Scope.INCIDENT: [], Scope.SUMMARY: [30]}


def test_what_has_not_happened_has_no_toll(coder: RuleCoder) -> None:
    """A killing that is only denied has no dead."""
    text = "The navy denied that marines had shot a pastor in Mosul on Monday."
    assert all(not report.casualties for report in _reports(coder, text))


def test_whoever_spoke_goes_on_speaking(coder: RuleCoder) -> None:
    """A toll without a source has that of the sentence before it in the paragraph."""
    text = "A bomb exploded in Quetta on Monday, police said. Six people were killed."
    [report] = [r for r in _reports(coder, text) if r.casualties]
    assert _claims(report)[0].claimant == "police"


def test_a_raised_toll_finds_the_place_that_it_names(coder: RuleCoder) -> None:
    """The toll that has risen in a town is that of the event there, however far above."""
    text = (
        "An air strike killed five people in Mosul on Monday.\n\n"
        "A rocket hit a house in Kirkuk on Monday and wounded a woman.\n\n"
        "It was the third such day. Shops stayed shut.\n\n"
        "The death toll in Mosul has risen to 11, the health ministry said.\n"
    )
    tolls = {r.place.name: _counts(r) for r in _reports(coder, text) if r.place is not None}
    assert tolls["Mosul"] == [11]
