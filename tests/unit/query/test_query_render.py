"""Results as text: aligned tables, safe CSV, JSON, Markdown."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from etl.errors import UsageError
from etl.query.render import FORMATS, render, write
from etl.query.sql import QueryResult

if TYPE_CHECKING:
    from pathlib import Path

RESULT = QueryResult(
    ("name", "toll", "day"),
    ("VARCHAR", "INTEGER", "DATE"),
    (("Taiz", 12, dt.date(2020, 1, 5)), ("Deir ez-Zor", None, None)),
)


def result_of(*values: object, name: str = "x", kind: str = "VARCHAR") -> QueryResult:
    """Return a result of one column."""
    return QueryResult((name,), (kind,), tuple((value,) for value in values))


def test_table_aligns_text_left_and_numbers_right() -> None:
    """Columns are as wide as their widest cell; nothing is empty, and no line ends in blanks."""
    assert render(RESULT).splitlines() == [
        "name         toll  day",
        "-----------  ----  ----------",
        "Taiz           12  2020-01-05",
        "Deir ez-Zor",
    ]


def test_table_is_cut_to_the_terminal() -> None:
    """The widest columns give way first, with an ellipsis; no line is wider than the terminal."""
    wide = QueryResult(("a", "b"), ("VARCHAR", "INTEGER"), (("word " * 50, 7),))
    lines = render(wide, width=30).splitlines()
    assert max(map(len, lines)) <= 30
    assert lines[2].endswith("…       7")


def test_table_counts_wide_and_combining_signs() -> None:
    """What takes two columns of a terminal, or none, is counted so."""
    lines = render(
        QueryResult(("a", "b"), ("VARCHAR",) * 2, (("你好", "x"), ("e\u0301", "x")))
    ).splitlines()
    assert lines[2:] == ["你好  x", "e\u0301     x"]


def test_table_shows_no_control_characters() -> None:
    """Text of news cannot break lines, move the cursor or turn the direction of the terminal."""
    text = render(result_of("a\nb\tc\x1b[31m\u202e"))
    assert text.splitlines()[2] == "a↵b c�[31m�"


def test_table_tells_that_it_was_cut() -> None:
    """A result that ``max_rows`` cut says so."""
    cut = QueryResult(("a",), ("INTEGER",), ((1,),), is_truncated=True)
    assert render(cut).endswith("(only the first 1 rows)\n")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_text_is_no_formula(text: str) -> None:
    """A text that a spreadsheet would run begins with a quote instead."""
    rows = list(csv.reader(io.StringIO(render(result_of(text), "csv"), newline="")))
    assert rows[1] == [f"'{text}"]


def test_csv_numbers_and_gaps_stay() -> None:
    """A negative number is a number, nothing is an empty cell, and quotes are doubled."""
    values = QueryResult(("n", "t"), ("INTEGER", "VARCHAR"), ((-5, 'say "x", y'), (None, None)))
    assert render(values, "csv") == 'n,t\n-5,"say ""x"", y"\n,\n'


def test_json_is_valid_and_loses_no_column() -> None:
    """Days, decimals, infinities and columns of one name come out as JSON can hold them."""
    values = QueryResult(
        ("a", "a", "b", "c"),
        ("DATE", "DECIMAL(3,1)", "DOUBLE", "INTEGER[]"),
        ((dt.date(2020, 1, 5), Decimal("1.5"), float("inf"), [1, None]),),
    )
    assert json.loads(render(values, "json")) == [
        {"a": "2020-01-05", "a_2": 1.5, "b": None, "c": [1, None]}
    ]
    assert render(result_of(), "json") == "[]\n"


def test_markdown_cells_break_no_row() -> None:
    """Bars and line breaks of a text stay within its cell."""
    assert render(result_of("a|b\nc"), "markdown") == "| x |\n| --- |\n| a\\|b↵c |\n"


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_writes_a_file(tmp_path: Path, fmt: str) -> None:
    """Each format is written whole, and leaves nothing else behind."""
    out = tmp_path / "out"
    write(RESULT, fmt, out)
    assert out.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [out]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A missing folder, an unknown format and Parquet as text are the user's mistakes."""
    with pytest.raises(UsageError, match="cannot be written"):
        write(RESULT, "csv", tmp_path / "none" / "out.csv")
    with pytest.raises(UsageError, match="no format is named 'xml'"):
        render(RESULT, "xml")
    with pytest.raises(UsageError, match="--out FILE"):
        render(RESULT, "parquet")
