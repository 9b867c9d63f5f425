"""The spec tables themselves: what they cover, how rows are compared, and the page made of them."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from etl.codes import (
    DatePrecision,
    EventType,
    Outcome,
    PlacePrecision,
    Scope,
    Status,
    VictimGroup,
    VictimSide,
)
from etl.records import CasualtyValue, DateValue, PlaceValue, Report
from tests.spec import render
from tests.spec.coding import Row, difference, event

if TYPE_CHECKING:
    from pathlib import Path

MODULES = [
    import_module(f"tests.spec.{path.stem}")
    for path in sorted(render.FOLDER.glob("test_*.py"))
    if path.stem.startswith(("test_events_", "test_status_"))
]


def rows_of(*, with_gaps: bool) -> list[Row]:
    """Return every expected row of the tables of events."""
    cases: list[Any] = [
        getattr(case, "values", case)
        for module in MODULES
        for name, table in vars(module).items()
        if isinstance(table, list) and (with_gaps or name != "GAPS")
        for case in table
    ]
    return [row for case in cases if isinstance(case, tuple) for row in case[1]]


def report(**changes: Any) -> Report:
    """Return a report of shelling in Kherson with three killed."""
    place = PlaceValue("Kherson", None, "UKR", PlacePrecision.EXACT, text="Kherson")
    day = DateValue(date(2019, 5, 14), date(2019, 5, 14), DatePrecision.DAY)
    given = {"low": 3, "best": 3, "high": 3, **changes}
    toll = CasualtyValue(
        Outcome.KILLED,
        **given,
        victims=VictimGroup.CIVILIAN,
        side=VictimSide.TARGET,
        text="three killed",
        span=(0, 12),
    )
    return Report(
        EventType.SHELLING, Status.OCCURRED, Scope.INCIDENT, (0, 5), day, place, casualties=(toll,)
    )


def test_every_type_and_status_has_rows() -> None:
    """The tables cover all types, statuses and scopes of the codebook."""
    rows = rows_of(with_gaps=True)
    assert {row.type for row in rows} == set(EventType)
    assert {row.status for row in rows} - {""} == set(Status)
    assert {row.scope for row in rows} - {""} == set(Scope)


def test_rows_use_words_of_the_codebook() -> None:
    """A type, status, scope or precision that the codebook lacks could never be right."""
    for row in rows_of(with_gaps=True):
        assert row.type in set(EventType)
        assert not row.status or row.status in set(Status)
        assert not row.scope or row.scope in set(Scope)
        assert not row.precision or row.precision in set(PlacePrecision)


@pytest.mark.parametrize(
    ("expected", "is_right"),
    [
        (event("shelling"), True),
        (event("shelling", place="Kherson", country="UKR", killed="3", start="2019-05-14"), True),
        (event("air_strike"), False),
        (event("shelling", place="Kharkiv"), False),
        (event("shelling", country="RUS"), False),
        (event("shelling", status="planned"), False),
        (event("shelling", start="2019-05-13"), False),
        (event("shelling", killed="3+"), False),
        (event("shelling", wounded="3"), False),
        (event("shelling", initiator="Russia"), False),
    ],
)
def test_a_row_compares_what_it_states(expected: Row, *, is_right: bool) -> None:
    """A field that a row states must agree; one that it leaves empty may be anything."""
    assert (difference((report(),), (expected,)) == "") is is_right


@pytest.mark.parametrize(
    ("notation", "bounds"),
    [
        ("12+", {"low": 12, "best": 12, "high": None}),
        ("~40", {"low": 40, "best": 40, "high": 40, "approximate": True}),
        ("10–15", {"low": 10, "best": 10, "high": 15}),
        ("≤20", {"low": None, "best": 20, "high": 20}),
    ],
)
def test_tolls_are_written_as_bounds(notation: str, bounds: dict[str, Any]) -> None:
    """Each notation stands for its bounds alone."""
    row = event("shelling", killed=notation)
    assert not difference((report(**bounds),), (row,))
    assert difference((report(),), (row,))


def test_a_report_too_many_is_a_difference() -> None:
    """Rows are all that a text gives: nothing more, nothing less, in any order."""
    one, other = event("shelling", killed="3"), event("shelling", killed="4")
    both = report(), report(low=4, best=4, high=4)
    assert not difference(both, (other, one))
    assert "1 rows expected, 2 given" in difference(both, (one,))
    assert "1 rows expected, 0 given: nothing" in difference((), (one,))


def test_page_shows_rows_gaps_and_texts_without_events() -> None:
    """Expected rows, the reason of a gap, and the absence of events stand in the page."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Shells hit A | B.", (event("shelling", killed="3"),)),
            pytest.param("Nothing.", (), marks=pytest.mark.xfail(reason="why", strict=False)),
        ],
    )
    def test_made(text: str, expected: tuple[Row, ...]) -> None:
        """Made."""

    assert render._table(test_made).splitlines() == [
        "| text | expected | gap |",
        "| --- | --- | --- |",
        "| Shells hit A \\| B. | `shelling`, killed 3 |  |",
        "| Nothing. | no event | why |",
    ]


def test_check_tells_a_stale_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --check a page that differs gives 1, and one just written gives 0."""
    monkeypatch.setattr(render, "PAGE", tmp_path / "specs.md")
    assert render.main(["--check"]) == 1
    assert render.main([]) == 0
    assert render.main(["--check"]) == 0
