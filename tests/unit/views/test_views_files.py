"""The files of sql/ and the data dictionary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from etl.errors import DatabaseError
from etl.views.apply import check_level, read_views
from etl.views.dictionary import render_dictionary

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", sorted(read_views()))
def test_a_file_states_its_grain_and_makes_its_view(name: str) -> None:
    """Each file begins with its grain and creates the one view of its name."""
    source = read_views()[name]
    assert source.startswith("-- grain: ")
    assert re.findall(r"^create view (\w+) as", source, re.MULTILINE) == [name]
    assert name.split("_", maxsplit=1)[0] in {"base", "mart", "check"}


def test_a_check_without_a_level_is_refused() -> None:
    """The level of a check stands in its header."""
    assert check_level("check_x", "-- grain: one\n-- level: warning\nselect") == "warning"
    with pytest.raises(DatabaseError, match="check_x"):
        check_level("check_x", "-- grain: one\nselect 1")


def test_the_data_dictionary_is_up_to_date() -> None:
    """docs/data_dictionary.md is what the schema and the views say now."""
    text = (ROOT / "docs" / "data_dictionary.md").read_text(encoding="utf-8")
    assert text == render_dictionary(), "run: python -m etl.views.dictionary"
