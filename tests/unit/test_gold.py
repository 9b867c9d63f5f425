"""The gold format: what ``diurna code --jsonl`` prints for a coding."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from etl.codes import (
    ActorKind,
    ClaimantKind,
    CodingState,
    DatePrecision,
    EventType,
    Outcome,
    PlacePrecision,
    Role,
    Scope,
    Status,
    VictimGroup,
    VictimSide,
)
from etl.gold import gold_document, json_line
from etl.records import (
    ActorValue,
    AttributionValue,
    CasualtyValue,
    CoderInfo,
    Coding,
    DateValue,
    Document,
    Evidence,
    PlaceValue,
    Report,
)

TEXT = "Gunmen killed six people in Mosul on Monday, police said."
DOCUMENT = Document("d1", "a.txt", TEXT, title="Mosul", published=date(2017, 10, 25))
CODER = CoderInfo("rules", "1", "0")
SIX = CasualtyValue(
    Outcome.KILLED, 6, 6, 6, VictimGroup.CIVILIAN, VictimSide.TARGET, "killed six people", (7, 24)
)
REPORT = Report(
    EventType.ATTACK,
    Status.OCCURRED,
    Scope.INCIDENT,
    (7, 13),
    DateValue(date(2017, 10, 23), date(2017, 10, 23), DatePrecision.DAY, (37, 43)),
    PlaceValue(
        "Mosul",
        "99072",
        "IRQ",
        PlacePrecision.EXACT,
        "Nineveh",
        None,
        36.335,
        43.11889,
        "P",
        "Mosul",
    ),
    (
        ActorValue(
            "a1", "Unidentified Armed Group", Role.INITIATOR, ActorKind.UNKNOWN, None, ("Gunmen",)
        ),
    ),
    (SIX,),
    (AttributionValue("police", ClaimantKind.OFFICIAL, (45, 51)),),
    evidence=(Evidence("casualties", 0, 7, 24),),
)


def coding(*reports: Report) -> Coding:
    """Return a coding of the document."""
    return Coding("d1", CODER, CodingState.EVENTS, reports)


def test_document_has_the_keys_of_the_gold_format_in_their_order() -> None:
    """Keys come in one order, so that the same coding is the same bytes."""
    row = gold_document(DOCUMENT, coding(REPORT))
    assert list(row) == ["id", "title", "text", "published", "publisher", "events"]
    assert list(row["events"][0]) == [
        "type", "status", "scope", "date", "location", "actors", "casualties", "attribution",
        "trigger", "confidence", "evidence",
    ]  # fmt: skip


def test_event_tells_its_values() -> None:
    """Every coded value has its place in the format."""
    (event,) = gold_document(DOCUMENT, coding(REPORT))["events"]
    assert event["date"] == {"start": "2017-10-23", "end": "2017-10-23", "precision": "day"}
    assert event["location"] == {
        "text": "Mosul", "name": "Mosul", "admin1": "Nineveh", "country": "IRQ",
        "lat": 36.335, "lon": 43.11889, "precision": "exact",
    }  # fmt: skip
    assert event["actors"] == [
        {
            "name": "Unidentified Armed Group",
            "text": ["Gunmen"],
            "role": "initiator",
            "kind": "unknown",
        }
    ]
    assert event["attribution"] == {"claimant": "police", "kind": "official"}
    assert event["trigger"] == {"text": "killed", "start": 7}


def test_evidence_is_the_words_that_it_claims() -> None:
    """Evidence repeats the text between its offsets."""
    (event,) = gold_document(DOCUMENT, coding(REPORT))["events"]
    assert event["evidence"] == [
        {"field": "casualties", "item": 0, "start": 7, "end": 24, "text": "killed six people"}
    ]


def test_marks_of_a_casualty_are_written_only_where_they_are_set() -> None:
    """An ordinary claim has no marks; a replaced, approximate part has three."""
    marked = replace(SIX, approximate=True, current=False, part_of=True)
    (event,) = gold_document(DOCUMENT, coding(replace(REPORT, casualties=(SIX, marked))))["events"]
    plain, other = event["casualties"]
    assert not {"approximate", "current", "part_of"} & set(plain)
    assert (other["approximate"], other["current"], other["part_of"]) == (True, False, True)


def test_absent_place_is_a_location_of_unknown_precision() -> None:
    """A report without a place keeps the key with nothing in it."""
    (event,) = gold_document(DOCUMENT, coding(replace(REPORT, place=None)))["events"]
    location = event["location"]
    assert location.pop("precision") == "unknown"
    assert set(location.values()) == {None}


@pytest.mark.parametrize(
    ("status", "claimant"), [(Status.OCCURRED, "police"), (Status.DENIED, "the army")]
)
def test_attribution_fits_the_status(status: Status, claimant: str) -> None:
    """An event that happened names who asserts it, a denied one who denies it."""
    denial = AttributionValue("the army", ClaimantKind.PARTY, (0, 6), is_denial=True)
    report = replace(REPORT, status=status, attributions=(denial, *REPORT.attributions))
    (event,) = gold_document(DOCUMENT, coding(report))["events"]
    assert event["attribution"]["claimant"] == claimant


def test_uncoded_document_has_no_events() -> None:
    """A document without a coding is a line all the same."""
    assert gold_document(DOCUMENT, None)["events"] == []


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b31m", "\u2028", "\u202e", "\ud800", "\x7f"])
def test_line_holds_no_sign_that_breaks_it_or_steers_a_terminal(sign: str) -> None:
    """Escape codes, separators and lone surrogates are spelt out and read back unchanged."""
    line = json_line({"text": f"a{sign}é"})
    assert sign[0] not in line
    assert "é" in line
    assert json.loads(line.encode().decode()) == {"text": f"a{sign}é"}
