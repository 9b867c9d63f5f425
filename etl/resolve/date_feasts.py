"""Feasts and seasons as spans of days: what returns every year, some of it by the moon.

Enters: a name as ``etl.extract.date_words`` gives it, and a year. Leaves: first and last day, or
None where the feast is unknown or the year is out of range. Islamic feasts follow the tabular
calendar, which may be a day off the sighting of the moon, so their spans are a day wider.
"""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = {
    "christmas_eve": (12, 24, 12, 24),
    "christmas_day": (12, 25, 12, 25),
    "christmas": (12, 24, 12, 26),
    "boxing_day": (12, 26, 12, 26),
    "new_years_eve": (12, 31, 12, 31),
    "new_years_day": (1, 1, 1, 1),
    "valentines_day": (2, 14, 2, 14),
    "may_day": (5, 1, 5, 1),
    "nowruz": (3, 20, 3, 21),
}
# Days from Easter Sunday to the feast's first and last day.
_EASTER = {
    "palm_sunday": (-7, -7),
    "good_friday": (-2, -2),
    "easter": (0, 0),
    "easter_monday": (1, 1),
}
# Month and day of the Islamic year on which the feast begins, and its length in days.
_ISLAMIC = {
    "ramadan": (9, 1, 30),
    "eid_al_fitr": (10, 1, 3),
    "eid_al_adha": (12, 10, 4),
    "ashura": (1, 10, 1),
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_EPOCH = date(622, 7, 19)  # 1 Muharram of the year 1, in the proleptic Gregorian calendar
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def feast_days(name: str, year: int) -> tuple[date, date] | None:
    """Return the first and last day of a feast that begins in a year."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if name in _FIXED:
        month, day, last_month, last_day = _FIXED[name]
        return date(year, month, day), date(year, last_month, last_day)
    if name in _EASTER:
        sunday = _easter(year)
        before, after = _EASTER[name]
        return sunday + timedelta(before), sunday + timedelta(after)
    if name in _ISLAMIC:
        month, day, length = _ISLAMIC[name]
        near = (year - 622) * 33 // 32
        for islamic_year in range(near - 1, near + 3):
            start = _islamic(islamic_year, month, day)
            if start.year == year:
                return start - timedelta(1), start + timedelta(length)
    return None


def season_days(name: str, year: int) -> tuple[date, date]:
    """Return the three months of a northern season; winter begins in the year given."""
    month = _SEASONS[name]
    start = date(year, month, 1)
    end = date(year + (month + 3 > 12), (month + 2) % 12 + 1, 1) - timedelta(1)
    return start, end


def _islamic(year: int, month: int, day: int) -> date:
    """Return a day of the tabular Islamic calendar (30-year cycle with 11 leap years)."""
    months = 29 * (month - 1) + month // 2
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + months + day - 1
    return _EPOCH + timedelta(days)


def _easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian rule)."""
    golden, century = year % 19, year // 100
    leap = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    epact = leap % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    day = offset + 28 - 31 * (month // 4)
    return date(year, month, day)
