"""Events as a person reads them."""

from __future__ import annotations

from typing import Any

import pytest

from etl.commands.listing import list_document, tell_date, tell_place, tell_toll

TOLL: dict[str, Any] = {
    "low": 6, "best": 6, "high": 6, "victims": "civilian", "side": "target", "claimant": None,
    "text": "six killed",
}  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(6, 6, "6"), (12, None, "12 or more"), (None, 20, "up to 20"), (10, 15, "10 to 15")],
)
def test_bounds_of_a_toll(low: int | None, high: int | None, told: str) -> None:
    """Open bounds are told as the words give them."""
    assert tell_toll({**TOLL, "low": low, "high": high}).split(",")[0] == told


def test_marks_of_a_toll() -> None:
    """A replaced, approximate part says so, with its claimant."""
    toll = {**TOLL, "current": False, "approximate": True, "part_of": True, "claimant": "police"}
    told = tell_toll(toll)
    assert told == '6, about, replaced, a part, civilian, of target, says police: "six killed"'


def test_dates_and_places() -> None:
    """One day is told once; an unknown place is told as such."""
    day = {"start": "2019-05-02", "end": "2019-05-02", "precision": "day"}
    assert tell_date(day) == "2019-05-02 (day)"
    assert tell_date({**day, "end": "2019-05-04"}) == "2019-05-02 to 2019-05-04 (day)"
    assert tell_date({"start": None, "end": None, "precision": "unknown"}) == "unknown"
    place = {"name": "Goma", "admin1": "North Kivu", "country": "COD", "precision": "exact"}
    assert tell_place({**place, "lat": -1.67, "lon": 29.22}) == (
        "Goma, North Kivu, COD (exact) at -1.6700, 29.2200"
    )
    assert tell_place(dict.fromkeys([*place, "lat", "lon"])) == "unknown"


def test_document_without_events() -> None:
    """A document without events says so below its heading."""
    row = {"id": "a", "title": None, "text": "Sun.\nRain.", "published": None, "events": []}
    assert list_document(row) == "a  no date  Sun. Rain.\n  no events\n"
