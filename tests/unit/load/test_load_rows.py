"""Codings to rows: ids, order, and reports that no database could hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from etl.codes import DatePrecision, PlacePrecision
from etl.load.rows import STAGED_TABLES, find_fault, make_rows
from etl.load.staging import stage_chunk
from etl.records import DateValue, Evidence, PlaceValue
from tests.integration import made_codings as made

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Fighting in Taiz and Aden."


def test_ids_depend_on_what_is_said_alone() -> None:
    """The same coding of a copy from elsewhere has the same report ids; another coding has not."""
    one = made.code_text(TEXT, "a", None)
    other = made.code_text(TEXT, "b", date(2020, 1, 1))
    changed = made.code_text(TEXT, "a", None, actors=())
    ids = [make_rows([item])[0]["reports"][0]["report_id"] for item in (one, other, changed)]
    assert ids[0] == ids[1] != ids[2]


def test_reports_that_are_alike_still_differ() -> None:
    """Two reports that only their order tells apart have ids of their own."""
    document = made.make_document(TEXT, "a", None)
    report = made.make_report(TEXT, "Fighting")
    rows, issues = make_rows([made.code(document, report, report)])
    assert len({row["report_id"] for row in rows["reports"]}) == 2
    assert [row["trigger_item"] for row in rows["reports"]] == [0, 1]
    assert issues == []


def test_a_place_that_says_nothing_is_no_location() -> None:
    """Only places of which something is known become locations."""
    unknown = PlaceValue(None, None, None, PlacePrecision.UNKNOWN)
    rows, _ = make_rows([made.code_text(TEXT, "a", None, place=unknown)])
    assert rows["locations"] == []
    assert rows["reports"][0]["location_id"] is None


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"trigger": (5, 5)}, "trigger span 5 to 5"),
        ({"trigger": (-1, 5)}, "trigger span -1 to 5"),
        ({"evidence": (Evidence("date", 0, 0, 999),)}, "date span 0 to 999"),
        (
            {"date": DateValue(date(2020, 1, 2), date(2020, 1, 1), DatePrecision.DAY)},
            "out of order",
        ),
        ({"casualties": (made.make_toll(5, low=6),)}, "bounds 6, 5, 5"),
        ({"casualties": (made.make_toll(-1),)}, "bounds -1"),
        ({"confidence": 1.5}, "confidence 1.5"),
        ({"place": replace(made.TAIZ, latitude=91.0)}, "coordinates 91.0"),
        ({"place": replace(made.TAIZ, longitude=None)}, "coordinates 13.58, None"),
    ],
)
def test_what_no_database_could_hold_is_found(values: dict[str, Any], fault: str) -> None:
    """Each fault of a report is told; the report is left out and becomes an issue."""
    report = made.make_report(TEXT, "Fighting", **values)
    assert fault in (find_fault(report, len(TEXT)) or "")
    rows, issues = make_rows([made.code(made.make_document(TEXT, "a", None), report)])
    assert rows["reports"] == []
    assert [(issue.code, issue.source_key) for issue in issues] == [("invalid_report", "a")]


def test_an_unknown_publisher_kind_is_left_empty_and_told() -> None:
    """A kind that the schema does not know costs nothing but itself."""
    document = made.make_document(TEXT, "a", None, publisher="P", publisher_kind="blog")
    rows, issues = make_rows([made.code(document)])
    assert rows["publishers"][0]["kind"] is None
    assert [issue.code for issue in issues] == ["publisher_kind"]


def test_a_chunk_is_replaced_whole(tmp_path: Path) -> None:
    """Staging under a name that is there replaces it; a file for every table is there, even empty."""
    stage_chunk([made.code_text(TEXT, "a", None)], [], tmp_path, "000001")
    chunk = stage_chunk([], [], tmp_path, "000001")
    assert [path.name for path in tmp_path.iterdir()] == ["000001"]
    names = {f"{table.name}.parquet" for table in STAGED_TABLES} | {"issues.parquet"}
    assert {path.name for path in chunk.iterdir()} == names
    assert sum(pq.read_metadata(path).num_rows for path in chunk.iterdir()) == 0
