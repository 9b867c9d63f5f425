"""When two names, places, dates and tolls agree."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from etl.distances import great_circle_km
from etl.evaluate.agreement import date_right, place_right, same_name, toll, toll_right
from etl.evaluate.names import name_similarity
from etl.evaluate.pairing import assign


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Islamic State", "the Islamic State", True),
        ("Iraqi army", "the army of Iraq", True),
        ("Iraqi troops", "Iraqi soldiers", True),
        ("Iraqi army", "Iraqi police", False),
        ("Iraqi army", "Syrian army", False),
        ("Hezbollah", "Hezbollah combatants", True),
        ("PMF", "Popular Mobilization Forces", True),
        ("gunmen", "unidentified gunmen", True),
        ("Free Syrian Army", "Syrian army", False),
        ("the army", "Free Syrian Army", False),
        ("people", "People's Protection Units", False),
        ("12 civilians", "civilians", True),
        ("Peshmerga", "Kurdish Peshmerga", True),
        ("", "the army", False),
    ],
)
def test_names(one: str, other: str, agree: bool) -> None:
    """Generic words and spelling aside, a name is one actor's; an army is not its police."""
    assert (name_similarity(one, other) > 0) is agree
    assert name_similarity(one, other) == name_similarity(other, one)


def test_distance() -> None:
    """A degree of latitude is 111 km."""
    assert great_circle_km((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ({"lat": 36.0, "lon": 41.0}, {"lat": 36.2, "lon": 41.0}, True),
        ({"lat": 36.0, "lon": 41.0}, {"lat": 36.5, "lon": 41.0}, False),
        ({"lat": 36.0, "lon": 41.0}, {"name": "X"}, False),
        ({"lat": 36, "lon": 41, "precision": "admin1"}, {"lat": 37, "lon": 41}, True),
        (
            {"lat": 36, "lon": 41, "precision": "admin1", "admin1": "Anbar", "country": "IRQ"},
            {"admin1": "Al Anbar", "country": "IRQ"},
            True,
        ),
        (
            {"precision": "country", "country": "IRQ"},
            {"precision": "country", "country": "irq"},
            True,
        ),
        (
            {"precision": "country", "country": "IRQ"},
            {"precision": "exact", "country": "IRQ"},
            False,
        ),
        ({"name": "Deir Ezzur"}, {"name": "Deir ez-Zor city"}, True),
        ({"name": "Rawa", "country": "IRQ"}, {"name": "Rawa", "country": "POL"}, False),
    ],
)
def test_places(gold: dict[str, Any], predicted: dict[str, Any], right: bool) -> None:
    """A place is right within 50 km, a province within 150 km or by name, a country by code."""
    assert place_right(gold, predicted, 50.0) is right


def test_place_names_need_a_country_in_common() -> None:
    """Kind words do not make another place."""
    assert same_name({"name": "Hajin district"}, {"name": "Hajin"})
    assert not same_name({"name": "Hajin"}, {"name": "Hit"})


def spell(start: str | None, end: str | None, precision: str = "day") -> dict[str, Any]:
    """Return a date of October 2017 in the gold format."""
    days = [f"2017-10-{day}" if day else None for day in (start, end)]
    return {"start": days[0], "end": days[1], "precision": precision}


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        (spell("24", "24"), spell("24", "24"), True),
        (spell("24", "24"), spell("24", "25"), False),
        (spell("25", "25", "inferred"), spell("24", "24"), True),
        (spell("25", "25", "inferred"), spell("23", "23"), False),
        (spell("16", "22", "week"), spell("20", "20"), True),
        (spell("16", "22", "week"), spell("01", "22"), False),
        (spell("16", "22", "week"), spell("23", "23"), False),
        (spell("16", "22", "week"), spell("16", None), False),
        (spell(None, None, "unknown"), spell(None, None), True),
        (spell(None, None, "unknown"), spell("24", "24"), False),
    ],
)
def test_dates(gold: dict[str, Any], predicted: dict[str, Any], right: bool) -> None:
    """A day must be equal, an inferred day near, a longer spell must overlap and not be vast."""
    assert date_right(gold, predicted) is right


def claims(*rows: tuple[int, str, str, str | None], **changes: Any) -> dict[str, Any]:
    """Return an event with tolls of (best, side, victims, claimant)."""
    return {
        "casualties": [
            {"outcome": "killed", "best": best, "side": side, "victims": group, "claimant": who}
            | changes
            for best, side, group, who in rows
        ]
    }


@pytest.mark.parametrize(
    ("event", "value"),
    [
        (claims(), None),
        (claims((6, "target", "civilian", None), (9, "target", "civilian", None)), 9),
        (claims((6, "initiator", "combatant", None), (4, "target", "combatant", None)), 10),
        (claims((6, "target", "civilian", None), (2, "target", "combatant", None)), 8),
        (claims((6, "both", "unknown", None), (4, "target", "unknown", None)), 6),
        (claims((6, "target", "civilian", None), current=False), None),
        (claims((0, "target", "civilian", None)), 0),
    ],
)
def test_toll(event: dict[str, Any], value: int | None) -> None:
    """Claims add up only where no victim can be in two of them."""
    assert toll(event, "killed") == value


def test_any_of_rival_claims_is_right_in_gold() -> None:
    """Where claimants differ, gold accepts each, and the prediction says the one listed first."""
    gold = claims((6, "target", "civilian", "A"), (9, "target", "civilian", "B"))
    assert toll_right(gold, claims((9, "target", "civilian", None)), "killed")
    assert toll_right(gold, gold, "killed")
    assert not toll_right(gold, claims((7, "target", "civilian", None)), "killed")
    assert not toll_right(claims(), claims((0, "target", "civilian", None)), "killed")


def test_assignment_is_the_best_there_is() -> None:
    """The pairs have the greatest sum of all one-to-one pairings."""
    source = random.Random(1)  # noqa: S311 - no secret
    for _ in range(60):
        height, width = source.randint(1, 5), source.randint(1, 5)
        scores = [[source.choice([0, 0.4, 0.7, 1]) for _ in range(width)] for _ in range(height)]
        turned = scores if height <= width else [list(row) for row in zip(*scores, strict=True)]
        best = max(
            sum(turned[i][j] for i, j in enumerate(columns))
            for columns in itertools.permutations(range(len(turned[0])), len(turned))
        )
        pairs = assign(scores)
        assert sum(scores[i][j] for i, j in pairs) == pytest.approx(best)
        assert all(scores[i][j] > 0 for i, j in pairs)
