"""Feasts and seasons against known years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from etl.resolve.date_feasts import feast_days, season_days


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2019, date(2019, 4, 21)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter_is_the_western_one(year: int, sunday: date) -> None:
    """Easter Sunday is that of the western churches, Good Friday two days before."""
    assert feast_days("easter", year) == (sunday, sunday)
    friday = sunday - timedelta(2)
    assert feast_days("good_friday", year) == (friday, friday)


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("ramadan", 2014, date(2014, 6, 29)),
        ("ramadan", 2018, date(2018, 5, 17)),
        ("ramadan", 2024, date(2024, 3, 11)),
        ("eid_al_fitr", 2018, date(2018, 6, 15)),
        ("eid_al_fitr", 2021, date(2021, 5, 13)),
        ("eid_al_adha", 2016, date(2016, 9, 12)),
        ("ashura", 2014, date(2014, 11, 3)),
    ],
)
def test_islamic_feasts_hold_the_day_that_was_kept(name: str, year: int, first: date) -> None:
    """The span of an Islamic feast holds the day on which it began by the moon."""
    span = feast_days(name, year)
    assert span is not None
    assert span[0] <= first <= span[1]
    assert (first - span[0]).days <= 2


def test_unknown_feasts_and_years_give_nothing() -> None:
    """A feast that is not known, or a year out of range, gives no days."""
    assert feast_days("bastille", 2014) is None
    assert feast_days("easter", 1) is None


def test_winter_runs_into_the_next_year() -> None:
    """The winter of a year ends with the February after it."""
    assert season_days("winter", 2015) == (date(2015, 12, 1), date(2016, 2, 29))
