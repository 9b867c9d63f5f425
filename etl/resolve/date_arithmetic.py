"""Stretches of days and their arithmetic: months, weeks, parts of them, lengths.

Enters: days, units and counts. Leaves: intervals, first and last day with the precision that they
are known with. Days that the calendar has not raise ``ValueError`` or ``OverflowError``.
"""

from __future__ import annotations

from datetime import date, timedelta

from etl.codes import DatePrecision

DAY = timedelta(1)
Interval = tuple[date, date, DatePrecision]
PRECISIONS = {
    "day": DatePrecision.DAY,
    "week": DatePrecision.WEEK,
    "weekend": DatePrecision.WEEK,
    "fortnight": DatePrecision.WEEK,
    "month": DatePrecision.MONTH,
    "year": DatePrecision.YEAR,
    "decade": DatePrecision.YEAR,
}
_WIDTHS = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR)


def one_day(day: date) -> Interval:
    """Return the interval of a single day."""
    return day, day, DatePrecision.DAY


def month_days(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    start = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1) if year < date.max.year else None
    return start, (following - DAY if following else date.max)


def unit_around(day: date, unit: str, shift: int) -> tuple[date, date]:
    """Return the week, month or year that lies so many of them from a day's own."""
    if unit in {"week", "weekend"}:
        monday = day - DAY * day.weekday() + 7 * DAY * shift
        return monday, monday + 6 * DAY
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
        return month_days(year, month + 1)
    year = day.year + shift
    return date(year, 1, 1), date(year, 12, 31)


def part_of_days(
    start: date, end: date, precision: DatePrecision, part: str
) -> tuple[date, date, DatePrecision]:
    """Return "early", "the first week", "the first nine months" of a stretch of days."""
    name, _, which = part.partition("_")
    third = (end - start + DAY) // 3
    if name in {"early", "start"}:
        return start, start + third - DAY, precision
    if name == "mid":
        return start + third, end - third, precision
    if name in {"late", "end"}:
        return end - third + DAY, end, precision
    if name in {"first", "last"}:
        length = DAY * (int(which) - 1)
        closely = DatePrecision.DAY if int(which) <= 3 else DatePrecision.WEEK
        return (start, start + length, closely) if name == "first" else (end - length, end, closely)
    if name == "week" and which == "last":
        return end - 6 * DAY, end, DatePrecision.WEEK
    if name == "week":
        first = start + 7 * DAY * (int(which) - 1)
        return first, min(first + 6 * DAY, end), DatePrecision.WEEK
    if name == "months":
        return start, month_days(start.year, int(which))[1], DatePrecision.MONTH
    pieces = {"half": 2, "quarter": 4}[name]
    if precision is DatePrecision.YEAR:
        position = pieces if which == "last" else int(which)
        months = 12 // pieces
        first = date(start.year, months * (position - 1) + 1, 1)
        return first, month_days(start.year, months * position)[1], DatePrecision.MONTH
    length = (end - start + DAY) // pieces
    position = pieces if which == "last" else int(which)
    first = start + length * (position - 1)
    return first, end if position == pieces else first + length - DAY, precision


def coarser(one: DatePrecision, two: DatePrecision) -> DatePrecision:
    """Return the precision of a stretch whose two ends are known so closely."""
    return max(one, two, key=_WIDTHS.index)


def vague_precision(unit: str) -> DatePrecision:
    """Return how closely a vague number of units is known ("weeks ago": to the month)."""
    return {"day": DatePrecision.WEEK, "week": DatePrecision.MONTH}.get(unit, PRECISIONS[unit])


def length_before(end: date, unit: str, count: int) -> timedelta:
    """Return the days that so many units before a day take."""
    if unit == "day":
        return DAY * count
    if unit in {"week", "fortnight", "weekend"}:
        return 7 * DAY * count * (2 if unit == "fortnight" else 1)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(end.year * 12 + end.month - 1 - months, 12)
    first, last = month_days(year, month + 1)
    return end - min(last, first + DAY * (end.day - 1))


def days_of(unit: str, count: int) -> timedelta:
    """Return the days that so many units fill."""
    return DAY * count * {"week": 7, "fortnight": 14, "month": 30, "year": 365}.get(unit, 1)


def width_precision(start: date, end: date) -> DatePrecision:
    """Return the precision of a window that is known by its two ends alone."""
    days = (end - start).days + 1
    limits = ((3, DatePrecision.DAY), (10, DatePrecision.WEEK), (45, DatePrecision.MONTH))
    return next((precision for most, precision in limits if days <= most), DatePrecision.YEAR)
