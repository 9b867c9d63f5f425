"""The lookup files of seeds/reference against the codes."""

from __future__ import annotations

import re

from etl.codes import FAMILY_OF, EventType
from etl.reference import read_reference

SYSTEMS = {
    "plover": re.compile(r"none|[A-Z]+(/[a-z-]+)?"),
    "cameo": re.compile(r"none|[012]\d{2,3}"),
    "ucdp": re.compile(r"none|[123]"),
}


def test_every_event_type_is_described_once() -> None:
    """event_types.csv has the 25 types in the order of the codes, each with its family."""
    rows = read_reference("event_types.csv")
    assert [row["event_type"] for row in rows] == [code.value for code in EventType]
    assert {row["event_type"]: row["family"] for row in rows} == {
        code.value: family.value for code, family in FAMILY_OF.items()
    }


def test_every_event_type_has_acleds_name_and_a_description() -> None:
    """No lookup cell is empty and no two types share ACLED's name."""
    rows = read_reference("event_types.csv")
    assert all(row["acled_name"] and row["description"] for row in rows)
    assert len({row["acled_name"] for row in rows}) == len(rows)


def test_crosswalk_has_a_row_for_each_type_and_system() -> None:
    """Each type is mapped exactly once to each of PLOVER, CAMEO and UCDP."""
    pairs = [(row["event_type"], row["system"]) for row in read_reference("crosswalk.csv")]
    assert sorted(pairs) == sorted((code.value, system) for code in EventType for system in SYSTEMS)


def test_crosswalk_codes_look_like_their_systems() -> None:
    """A code has the form of its system's codes, and its basis is stated."""
    for row in read_reference("crosswalk.csv"):
        assert SYSTEMS[row["system"]].fullmatch(row["code"]), row
        assert row["basis"] in {"published", "ours"}, row
        assert row["label"], row
