"""The page of accuracy: every figure explained, types counted, confidence held to what is right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from etl.codes import CodingState, DatePrecision, EventType, Scope, Status
from etl.errors import SourceError
from etl.evaluate import accuracy, evaluate, evaluate_types, score_documents
from etl.records import CoderInfo, Coding, DateValue, Report

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "A bomb killed two in Kano. Gunmen shot a trader in Jos. A strike hit Sana'a. A mob burned him."
)
DAY = {"start": "2020-02-03", "end": "2020-02-03", "precision": "day"}


def event(code: str, start: int, status: str = "occurred") -> dict[str, Any]:
    """Return an event in the gold format."""
    return {
        "type": code,
        "status": status,
        "scope": "incident",
        "date": DAY,
        "trigger": {"text": TEXT[start : start + 6], "start": start},
    }


def report(row: dict[str, Any], confidence: float | None) -> Report:
    """Return a report of the type and status of a predicted event."""
    day = DateValue(date(2020, 2, 3), date(2020, 2, 3), DatePrecision.DAY)
    start = row["trigger"]["start"]
    return Report(
        EventType(row["type"]),
        Status(row["status"]),
        Scope.INCIDENT,
        (start, start + 6),
        day,
        None,
        confidence=confidence,
    )


def coded(
    events: list[dict[str, Any]], confidences: list[float | None]
) -> dict[str, tuple[dict[str, Any], Coding]]:
    """Return a document as coded, with a confidence for each of its events."""
    reports = tuple(map(report, events, confidences))
    coding = Coding("d", CoderInfo("made", "1", "0"), CodingState.EVENTS, reports)
    return {"d1": ({"id": "d1", "text": TEXT, "events": events}, coding)}


GOLD = [event("remote_explosive", 2), event("attack", 34), event("air_strike", 58)]


def test_every_figure_is_explained() -> None:
    """Each figure that evaluate gives has a sentence on the page."""
    explained = set()
    for name in evaluate([]):
        family = name.rsplit(" ", 1)[0]
        assert name in accuracy.MEANINGS or family in accuracy.MEANINGS, name
        explained.add(name if name in accuracy.MEANINGS else family)
    assert explained == set(accuracy.MEANINGS)


def test_types_counted_by_hand() -> None:
    """A wrong type is missed under gold's type and made up under the predicted one."""
    predicted = [event("remote_explosive", 2), event("abduction", 34)]
    tallies = score_documents(
        {"d1": {"id": "d1", "text": TEXT, "events": GOLD}},
        {"d1": {"id": "d1", "text": TEXT, "events": predicted}},
    )
    types = evaluate_types(tallies)
    assert list(types) == ["air_strike", "attack", "remote_explosive", "abduction"]
    assert [figure.value for figure in types["remote_explosive"].values()] == [1.0, 1.0, 1.0]
    assert (types["attack"]["R"].n, types["abduction"]["P"].n) == ("0/1", "0/1")
    assert types["air_strike"]["P"].value is None


def test_a_type_with_another_status_is_not_right() -> None:
    """An event that is only planned in gold is not found by one told as having happened."""
    gold = {"d1": {"id": "d1", "text": TEXT, "events": [event("attack", 34, "planned")]}}
    predicted = {"d1": {"id": "d1", "text": TEXT, "events": [event("attack", 34)]}}
    assert evaluate_types(score_documents(gold, predicted))["attack"]["F1"].value == 0.0


def test_confidence_is_rated_where_it_is_stated() -> None:
    """Right is a pair of one group and type; what states no confidence is left out."""
    predicted = [
        event("remote_explosive", 2),
        event("abduction", 34),
        event("air_strike", 58),
        event("mob_violence", 77, "planned"),
    ]
    rated = accuracy.rate_confidence(
        {"d1": {"id": "d1", "text": TEXT, "events": [*GOLD, event("mob_violence", 77)]}},
        coded(predicted, [0.9, 0.4, None, 0.8]),
    )
    assert rated == [(0.9, True), (0.4, False), (0.8, False)]


def test_a_planned_event_planned_in_gold_is_right() -> None:
    """What is prospective is held to gold like what happened."""
    planned = [event("attack", 34, "planned")]
    assert accuracy.are_right({"text": TEXT, "events": planned}, planned) == [True]
    assert accuracy.are_right({"text": TEXT, "events": []}, planned) == [False]


def test_reliability_by_bins() -> None:
    """Each bin shows how many reports it has, their mean confidence and which share is right."""
    measured = [(0.95, True), (1.0, True), (0.2, False)]
    table = accuracy.render_reliability([(0.91, False)], measured)
    rows = [line for line in table.splitlines() if line.startswith(("| 0", "| all"))]
    assert rows == [
        "| 0.2–0.4 | 1 | 0.20 | 0.00 | 0 | – | – |",
        "| 0.8–1.0 | 2 | 0.97 | 1.00 | 1 | 0.91 | 0.00 |",
        "| all | 3 | 0.72 | 0.67 | 1 | 0.91 | 0.00 |",
    ]


def test_brier_score_of_the_set_measured_only() -> None:
    """The score is the mean squared distance, beside that of one confidence for all."""
    measured = [(0.5, True), (0.9, True), (0.2, False), (0.4, False)]
    assert accuracy.brier_score(measured) == pytest.approx((0.25 + 0.01 + 0.04 + 0.16) / 4)
    text = accuracy.render_reliability([], measured)
    assert "only: 0.115 (0 is best; who says 0.50 of every report has 0.250)" in text


def test_reliability_without_confidence() -> None:
    """A coder that states no confidence is told so, without a table."""
    assert "states none" in accuracy.render_reliability([], [])


def test_a_set_that_cannot_be_coded_is_refused(tmp_path: Path) -> None:
    """A golden document without text stops the page: figures over the rest would mislead."""
    path = tmp_path / "dev-x.jsonl"
    path.write_text('{"id": "x", "text": " ", "title": null, "published": null, "events": []}\n')
    with pytest.raises(SourceError, match="x was not coded"):
        accuracy.code_gold(path)


def test_check_tells_a_stale_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --check a page that differs gives 1, and one just written gives 0."""
    monkeypatch.setattr(accuracy, "PAGE", tmp_path / "accuracy.md")
    monkeypatch.setattr(accuracy, "render_accuracy", lambda: "# Accuracy\n")
    assert accuracy.main(["--check"]) == 1
    assert accuracy.main([]) == 0
    assert accuracy.main(["--check"]) == 0
