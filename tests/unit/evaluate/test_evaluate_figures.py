"""Figures of accuracy over a small example that can be counted by hand."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from etl.errors import SourceError, UsageError
from etl.evaluate import evaluate, load_gold, render_errors, render_figures, score_documents

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Iraqi forces repulsed an attack by the Islamic State near Tal Safuk, killing six militants. "
    "A suicide bomber killed 12 people in Karbala on Tuesday. Officials plan an offensive on Rawa. "
    "The war has killed 3,000 people since January."
)
KARBALA = {"name": "Karbala", "country": "IRQ", "lat": 32.61, "lon": 44.02, "precision": "exact"}
TUESDAY = {"start": "2017-10-24", "end": "2017-10-24", "precision": "day"}


def event(code: str, trigger: str, **changes: Any) -> dict[str, Any]:
    """Return an event in the gold format."""
    return {
        "type": code,
        "status": "occurred",
        "scope": "incident",
        "date": TUESDAY,
        "location": KARBALA,
        "actors": [],
        "casualties": [],
        "trigger": {"text": trigger, "start": TEXT.index(trigger)},
        **changes,
    }


def actor(name: str, role: str) -> dict[str, Any]:
    """Return an actor in the gold format."""
    return {"name": name, "text": [name], "role": role}


def killed(best: int, **changes: Any) -> dict[str, Any]:
    """Return a toll in the gold format."""
    row = {"outcome": "killed", "low": best, "best": best, "high": best, "victims": "unknown"}
    return {**row, "side": "target", "claimant": None, **changes}


def document() -> dict[str, Any]:
    """Return a document with two incidents, a planned event and a summary."""
    tal_safuk = {"name": "Tal Safuk", "country": "IRQ", "lat": 36.0, "lon": 41.3}
    sides = [actor("Islamic State", "initiator"), actor("Iraqi forces", "target")]
    return {
        "id": "d1",
        "text": TEXT,
        "events": [
            event(
                "armed_clash",
                "repulsed an attack",
                location={**tal_safuk, "precision": "near"},
                actors=sides,
                casualties=[killed(6)],
            ),
            event("suicide_bomb", "killed 12 people", casualties=[killed(12)]),
            event("armed_clash", "plan an offensive", status="planned"),
            event("other_strategic", "has killed 3,000", scope="summary", location=None),
        ],
    }


def figures(gold: dict[str, Any], predicted: dict[str, Any]) -> dict[str, float | None]:
    """Return the values of all figures for one document."""
    tallies = score_documents({"d1": gold}, {"d1": predicted})
    return {name: figure.value for name, figure in evaluate(tallies).items()}


def test_a_perfect_prediction() -> None:
    """What equals gold is right in every figure that there is anything to count in."""
    values = figures(document(), document())
    assert set(values.values()) <= {1.0, None}
    assert values["event F1"] == values["summary F1"] == values["slot F1"] == 1.0


def test_figures_counted_by_hand() -> None:
    """One incident missed, one made up, a toll and a role wrong."""
    predicted = document()
    clash, bomb, plan, summary = predicted["events"]
    clash["casualties"][0]["best"] = 7  # wrong
    clash["actors"][1]["role"] = "initiator"  # wrong
    clash["location"] = {**clash["location"], "lat": 36.3}  # 33 km away
    made_up = event("arrests", "Officials plan", location=None, date={})
    predicted["events"] = [clash, plan, summary, made_up]
    values = figures(document(), predicted)
    # Incidents: gold has the clash and the bomb, the prediction the clash and the arrests.
    assert (values["event P"], values["event R"], values["event F1"]) == (0.5, 0.5, 0.5)
    assert values["prospective F1"] == values["summary F1"] == 1.0
    # Lenient: the clash and the plan, of three on either side.
    assert values["event lenient P"] == values["event lenient R"] == pytest.approx(2 / 3)
    assert values["type accuracy"] == 1.0
    # Two initiators predicted, one of them right; the target is missed.
    assert (values["initiator P"], values["initiator R"]) == (0.5, 1.0)
    assert (values["target P"], values["target R"]) == (None, 0.0)
    assert (values["place@25km"], values["place@50km"]) == (0.5, 1.0)
    # Of two pairs, the plan has no toll on either side; of those told, the one is wrong.
    assert (values["killed exact"], values["killed exact, told"]) == (0.5, 0.0)
    # Slots of gold: clash 8 (type, status, place, country, date, killed, 2 actors), bomb 6, plan 5.
    # Of the prediction: clash 8, plan 5, arrests 2. Right: clash 8 - 2, plan 5.
    assert (values["slot P"], values["slot R"]) == (11 / 15, 11 / 19)
    # Without the status slots: 3 of gold, 3 of the prediction, 2 right.
    assert values["slot F1 without status"] == 2 * 9 / (12 + 16)
    assert bomb["type"] == "suicide_bomb"


def test_a_denied_event_predicted_as_occurred() -> None:
    """It is a false alarm among incidents, missed in its own group, and a pair for lenient."""
    gold, predicted = document(), document()
    gold["events"] = [{**gold["events"][1], "status": "denied"}]
    predicted["events"] = [predicted["events"][1]]
    values = figures(gold, predicted)
    assert (values["event P"], values["event R"]) == (0.0, None)
    assert (values["denied P"], values["denied R"]) == (None, 0.0)
    assert values["event lenient F1"] == 1.0


def test_order_of_events_does_not_matter() -> None:
    """Figures are the same whatever the order in the files."""
    predicted = document()
    predicted["events"][0]["type"] = "shelling"
    turned = copy.deepcopy(predicted)
    turned["events"].reverse()
    assert figures(document(), predicted) == figures(document(), turned)


def test_missing_prediction_is_an_empty_one() -> None:
    """A gold document without a predicted line counts as predicted without events."""
    tallies = score_documents({"d1": document()}, {})
    assert evaluate(tallies)["event R"].value == 0.0
    assert [kind for kind, _ in tallies[0].errors] == ["missed"] * 4


def test_unknown_document_is_refused() -> None:
    """A prediction for a document that gold does not have is a mistake of the user."""
    with pytest.raises(UsageError, match="not in gold: d2"):
        score_documents({"d1": document()}, {"d1": document(), "d2": document()})


def test_intervals_are_repeatable_and_hold_the_figure() -> None:
    """The same tallies give the same interval, around the figure."""
    worse = document()
    del worse["events"][0]
    gold = {str(i): {**document(), "id": str(i)} for i in range(10)}
    predicted = {str(i): document() if i % 2 else worse for i in range(10)}
    first, second = (evaluate(score_documents(gold, predicted))["event R"] for _ in range(2))
    assert first.value == 0.75
    assert first.interval == second.interval is not None
    assert 0.5 <= first.interval[0] < first.value < first.interval[1] <= 1.0


def test_tables() -> None:
    """Figures are told with what they are taken over, errors with their document."""
    predicted = document()
    predicted["events"][1]["casualties"][0]["best"] = 11
    tallies = score_documents({"d1": document()}, {"d1": predicted})
    table = render_figures(evaluate(tallies))
    assert "event P                  1.000                  2/2" in table.splitlines()
    errors = render_errors(tallies, 5)
    assert errors.startswith("wrong\n  d1  killed: gold 12, predicted 11  [suicide_bomb")
    assert not render_errors(tallies, 0)


def test_gold_file(tmp_path: Path) -> None:
    """Documents are read by their ids, in the order of the file."""
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "b", "events": []}\n\n{"id": "a"}\n')
    assert list(load_gold(path)) == ["b", "a"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: no JSON"),
        ("[]", "line 2: no document with an id"),
        ('{"id": "a"}', "line 2: the id a is there twice"),
        ('{"id": "b", "events": [1]}', "line 2: its events"),
    ],
)
def test_gold_file_of_no_use(tmp_path: Path, line: str, message: str) -> None:
    """A broken gold file is told with its line."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a"}) + "\n" + line + "\n")
    with pytest.raises(SourceError, match=message):
        load_gold(path)


def test_gold_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing gold file is told by its path."""
    with pytest.raises(SourceError, match=r"gold\.jsonl: cannot be read"):
        load_gold(tmp_path / "gold.jsonl")
