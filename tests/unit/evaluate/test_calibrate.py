"""Calibration: weights that give the shares that were seen, signs kept, the table rewritten."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from etl.evaluate import calibrate
from etl.evaluate.calibrate import Rated, fit_table, fit_weights, render_table
from etl.reference import reference_path
from etl.resolve.confidence import TABLE, TRAITS, load_weights

if TYPE_CHECKING:
    from pathlib import Path


def reports(right: int, wrong: int, *traits: str) -> list[Rated]:
    """Return that many reports with these traits."""
    had = frozenset(traits)
    return [Rated(had, is_right=True)] * right + [Rated(had, is_right=False)] * wrong


def test_base_alone_gives_the_share_that_is_right() -> None:
    """Without traits the base is the log-odds of being right."""
    weights = fit_weights(reports(80, 20), {})
    assert weights == {"base": pytest.approx(math.log(4), abs=1e-4)}


def test_weights_give_the_shares_seen_with_and_without_a_trait() -> None:
    """With many reports the ridge hardly counts: base and weight are the log-odds of the halves."""
    rated = [*reports(5000, 5000), *reports(9000, 1000, "date_told")]
    weights = fit_weights(rated, {"date_told": 1})
    assert weights["base"] == pytest.approx(0.0, abs=0.01)
    assert weights["date_told"] == pytest.approx(math.log(9), abs=0.01)


def test_a_weight_never_goes_against_its_sign() -> None:
    """A trait that speaks for reports and went with wrong ones here weighs nothing."""
    rated = [*reports(80, 20), *reports(20, 80, "date_told")]
    assert fit_weights(rated, {"date_told": 1})["date_told"] == 0.0
    assert fit_weights(rated, {"date_told": -1})["date_told"] < -2.0


def test_a_trait_that_no_report_has_weighs_nothing() -> None:
    """What was never seen says nothing, and breaks nothing."""
    assert fit_weights(reports(3, 1), {"weak_trigger": -1})["weak_trigger"] == 0.0


def test_few_reports_give_small_weights() -> None:
    """The ridge keeps two lucky reports from promising certainty."""
    rated = [*reports(50, 50), *reports(2, 0, "date_told")]
    assert 0 < fit_weights(rated, {"date_told": 1})["date_told"] < 0.5


def test_the_table_is_for_texts_that_no_rule_has_seen() -> None:
    """What the coder knows of the sets learnt from is not promised for others."""
    weights = fit_table(reports(9000, 1000), reports(1000, 1000))
    assert weights["base"] == pytest.approx(0, abs=3)
    assert weights.keys() == TRAITS | {"base"}


def test_without_a_fresh_set_the_base_is_that_of_the_learnt_ones() -> None:
    """A fit to one kind of set alone still has an answer."""
    assert fit_table(reports(80, 20), [])["base"] == pytest.approx(139, abs=2)


def test_rewriting_the_table_with_its_own_weights_changes_nothing() -> None:
    """Comments, order and meanings stay: only weights are written."""
    text = reference_path(TABLE).read_text(encoding="utf-8")
    assert render_table(load_weights()) == text
    moved = render_table({**load_weights(), "base": -7})
    assert "base,,-0.07," in moved
    assert len(moved.splitlines()) == len(text.splitlines())


@pytest.fixture
def _made_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets of which date_told is right and all else is half right; the table is a copy."""
    table = tmp_path / TABLE
    table.write_text(reference_path(TABLE).read_text(encoding="utf-8"), encoding="utf-8")
    rated = [*reports(50, 50), *reports(100, 0, "date_told")]
    monkeypatch.setattr(calibrate, "RuleCoder", lambda: None)
    monkeypatch.setattr(calibrate, "rate_set", lambda *_: rated)
    monkeypatch.setattr(calibrate, "reference_path", lambda _: table)


@pytest.mark.usefixtures("_made_sets")
def test_check_tells_a_stale_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --check weights that rate reports otherwise give 1, those just written give 0."""
    before = (tmp_path / TABLE).read_text(encoding="utf-8")
    assert calibrate.main(["--check"]) == 1
    assert "run: python -m etl.evaluate.calibrate" in capsys.readouterr().err
    assert (tmp_path / TABLE).read_text(encoding="utf-8") == before

    assert calibrate.main([]) == 0
    shown = capsys.readouterr().out
    assert "dev-b     200 reports, mean confidence 0.7" in shown
    written = (tmp_path / TABLE).read_text(encoding="utf-8")
    assert written != before

    weights = {
        row.split(",")[0]: round(float(row.split(",")[2]) * 100)
        for row in written.splitlines()
        if not row.startswith(("#", "trait"))
    }
    monkeypatch.setattr(calibrate, "load_weights", lambda: weights)
    assert calibrate.main(["--check"]) == 0
