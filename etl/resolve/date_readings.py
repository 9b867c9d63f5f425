"""How each kind of expression of time is read.

Enters: a ``DateMeaning`` and the frame it is read in: the day of publication, the last days told,
past or future. Leaves: an interval of days, or None where the frame lacks what the words need.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from etl.codes import DatePrecision
from etl.resolve.date_arithmetic import (
    DAY,
    PRECISIONS,
    Interval,
    coarser,
    days_of,
    length_before,
    month_days,
    one_day,
    part_of_days,
    unit_around,
    vague_precision,
    width_precision,
)
from etl.resolve.date_feasts import feast_days, season_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from etl.records import DateMeaning

_FEW_DAYS = 7  # "in recent days", "several days ago", "within days"
_VAGUE_DAYS = {"day": _FEW_DAYS, "week": 30, "month": 183, "year": 1826, "decade": 7305}
_LONG_DAYS = 3  # a window of more days than this is known to the week only


@dataclass(frozen=True, slots=True)
class Frame:
    """From where words are read: the publication day, the last days told, past or future."""

    published: date | None
    told: tuple[date, date] | None
    forward: bool


def read_meaning(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return the days that an expression allows, or None where the frame does not tell.

    Raises:
        ValueError: the calendar has no such day.
        OverflowError: the days lie beyond the calendar.
    """
    reader = _READERS.get(meaning.kind)
    return reader(meaning, frame) if reader else None


def _read_calendar(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return a date of the calendar; without a year, the latest that is not after publication."""
    year = meaning.year
    if meaning.unit == "year":  # "in May last year", "in June of that year"
        base = frame.told[0] if meaning.name == "told" and frame.told else frame.published
        year = base.year + (meaning.count or 0) if base else None
    if year is not None:
        return _narrow(_calendar_days(meaning, year), meaning.part, frame)
    published = frame.published
    if published is None or (meaning.unit == "year" and meaning.name == "told"):
        return None
    years = [published.year + step for step in (-1, 0, 1)]
    if meaning.day == 29 and meaning.month == 2:
        years = [published.year + step for step in range(-8, 9)]
    choices = []
    for year in years:
        try:
            choices.append(
                _narrow(_calendar_days(meaning, year), meaning.part, replace(frame, forward=True))
            )
        except ValueError:
            continue
    if meaning.weekday is not None and meaning.day is not None:
        matching = [c for c in choices if c[0].weekday() == meaning.weekday]
        if matching:
            return min(matching, key=lambda c: abs((c[0] - published).days))
    if frame.forward or meaning.shift == 1:
        ahead = [
            c for c in choices if c[1] >= published and (meaning.shift != 1 or c[0] > published)
        ]
        chosen = ahead[0] if ahead else None
    elif meaning.shift == -1:
        past = [c for c in choices if c[1] < published]
        chosen = past[-1] if past else None
    else:
        past = [c for c in choices if c[0] <= published]
        chosen = past[-1] if past else None
    return chosen and (chosen[0], _not_after(chosen[1], frame, chosen[0]), chosen[2])


def _calendar_days(meaning: DateMeaning, year: int) -> Interval:
    """Return the day, month or year that is named.

    Raises:
        ValueError: the calendar has no such day.
    """
    if meaning.month is None:
        return date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR
    if meaning.day is None:
        return (*month_days(year, meaning.month), DatePrecision.MONTH)
    day = date(year, meaning.month, meaning.day)
    return day, day, DatePrecision.DAY


def _read_weekday(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return the latest such day not after publication, or the first after it."""
    published, weekday = frame.published, meaning.weekday
    if published is None or weekday is None:
        return None
    if meaning.week is not None:
        monday = published - DAY * published.weekday() + 7 * DAY * meaning.week
        return one_day(monday + DAY * weekday)
    if meaning.shift == 1 or (frame.forward and meaning.shift != -1):
        return one_day(published + DAY * ((weekday - published.weekday() - 1) % 7 + 1))
    day = published - DAY * ((published.weekday() - weekday) % 7)
    if meaning.shift == -1 and (published - day).days <= 1:
        return day - 7 * DAY, day, DatePrecision.WEEK
    return one_day(day)


def _read_day(meaning: DateMeaning, frame: Frame) -> Interval | None:
    if frame.published is None or meaning.count is None:
        return None
    return one_day(frame.published + DAY * meaning.count)


def _read_overnight(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return the two days of a night: the one before publication, or the one that is named."""
    if meaning.last is not None:
        found = read_meaning(meaning.last, frame)
        return found and (found[0] - DAY, found[1], DatePrecision.DAY)
    if meaning.first is not None:
        found = read_meaning(meaning.first, frame)
        if found is None:
            return None
        return found[0], _not_after(found[1] + DAY, frame, found[1]), DatePrecision.DAY
    if frame.published is None:
        return None
    return frame.published - DAY, frame.published, DatePrecision.DAY


def _read_period(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return this, last or next week, weekend, month or year, no later than publication."""
    published, shift = frame.published, meaning.shift or 0
    if published is None or meaning.unit is None:
        return None
    if meaning.unit == "weekend":
        return _weekend(published, shift, frame)
    start, end = unit_around(published, meaning.unit, shift)
    if meaning.unit == "week" and shift == -1 and published.weekday() == 6:
        end = published  # on a Sunday "last week" may be the one that ends with it
    precision = PRECISIONS[meaning.unit]
    if meaning.part == "rest" or (frame.forward and shift == 0 and meaning.part is None):
        return published, end, precision
    if meaning.part is None and shift == 0:
        return start, published, precision
    return _narrow((start, end, precision), meaning.part, frame)


def _weekend(published: date, shift: int, frame: Frame) -> Interval:
    """Return the last weekend that had begun, or the first that is to come."""
    saturday = published - DAY * ((published.weekday() - 5) % 7)
    if shift == 1 or frame.forward:
        saturday += 7 * DAY
        return saturday, saturday + DAY, DatePrecision.WEEK
    if shift == -1 and saturday + DAY >= published:
        saturday -= 7 * DAY
    return saturday, min(saturday + DAY, published), DatePrecision.WEEK


def _read_ago(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return the day, week, month or year so long before publication."""
    if frame.published is None or meaning.unit is None:
        return None
    if meaning.count is None:
        length = DAY * _VAGUE_DAYS[meaning.unit]
        return frame.published - length, frame.published, vague_precision(meaning.unit)
    return _shifted(frame.published, meaning.unit, -meaning.count)


def _shifted(day: date, unit: str, count: int) -> Interval:
    """Return what lies so many units from a day, as closely as the unit tells."""
    if unit == "day":
        return one_day(day + DAY * count)
    if unit in {"week", "fortnight", "weekend"}:
        middle = day + 7 * DAY * count * (2 if unit == "fortnight" else 1)
        return middle - 3 * DAY, middle + 3 * DAY, DatePrecision.WEEK
    if unit == "month":
        return (*unit_around(day, "month", count), DatePrecision.MONTH)
    years = count * (10 if unit == "decade" else 1)
    return (*unit_around(day, "year", years), DatePrecision.YEAR)


def _read_window(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return the days up to publication, or from it on, that a number of units fills."""
    published, unit = frame.published, meaning.unit or "day"
    if published is None:
        return None
    if meaning.count is None:
        length, precision = DAY * _VAGUE_DAYS[unit], vague_precision(unit)
    else:
        count = abs(meaning.count)
        length = length_before(published, unit, count)
        is_long = unit == "day" and count > _LONG_DAYS
        precision = DatePrecision.WEEK if is_long else PRECISIONS[unit]
    if meaning.name == "coming":
        return published, published + length, precision
    return published - length, published, precision


def _read_told(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return days counted from the last date told; from publication for "the same day"."""
    count, unit = meaning.count or 0, meaning.unit or "day"
    if frame.told is None:
        if unit not in {"day", "hour"} or count > 0 or frame.published is None:
            return None
        return one_day(frame.published + DAY * count)
    start, end = frame.told
    if meaning.weekday is not None:
        return _weekday_told(start, end, meaning.weekday, count)
    if unit == "hour" or (unit == "day" and count == 0):
        return start, end, DatePrecision.DAY
    if unit == "day":
        return one_day((end if count > 0 else start) + DAY * count)
    if unit == "week" and start < end:  # "the week before" beside a week that was told
        return start + 7 * DAY * count, end + 7 * DAY * count, DatePrecision.WEEK
    if unit in {"week", "weekend"} and abs(count) > 0:
        return _shifted(end if count > 0 else start, unit, count)
    if unit == "weekend":
        saturday = start - DAY * ((start.weekday() - 5) % 7)
        return saturday, saturday + DAY, DatePrecision.WEEK
    found = (*unit_around(start, unit, count), PRECISIONS[unit])
    return _narrow(found, meaning.part, replace(frame, forward=True))


def _weekday_told(start: date, end: date, weekday: int, count: int) -> Interval:
    """Return the weekday after, before or in the week of the last date told."""
    if count > 0:
        return one_day(end + DAY * ((weekday - end.weekday() - 1) % 7 + 1))
    if count < 0:
        return one_day(start - DAY * ((start.weekday() - weekday - 1) % 7 + 1))
    return one_day(start + DAY * (weekday - start.weekday()))


def _read_feast(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return the days of a feast; without a year, of the latest that had begun."""
    name = meaning.name or ""
    found = _yearly(lambda year: feast_days(name, year), meaning, frame)
    if found is None:
        return None
    width = (found[1] - found[0]).days
    is_long = width > _FEW_DAYS
    precision = DatePrecision.MONTH if is_long else DatePrecision.WEEK
    return found[0], found[1], DatePrecision.DAY if width <= 1 else precision


def _read_season(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return the three months of a season of the northern half of the world."""
    name = meaning.name or ""
    found = _yearly(lambda year: season_days(name, year), meaning, frame)
    return found and _narrow((*found, DatePrecision.MONTH), meaning.part, frame)


def _yearly(
    days_of: Callable[[int], tuple[date, date] | None], meaning: DateMeaning, frame: Frame
) -> tuple[date, date] | None:
    """Return what comes once a year: of its year, or next to publication."""
    if meaning.year is not None:
        return days_of(meaning.year)
    published = frame.published
    if published is None:
        return None
    choices = [c for step in (-2, -1, 0, 1, 2) if (c := days_of(published.year + step))]
    if frame.forward or meaning.shift == 1:
        return next((c for c in choices if c[0] > published), None)
    limit = published if meaning.shift != -1 else published - DAY
    past = [c for c in choices if (c[0] <= limit if meaning.shift != -1 else c[1] <= limit)]
    return past[-1] if past else None


def _read_decade(meaning: DateMeaning, frame: Frame) -> Interval | None:
    if meaning.year is None:
        return None
    days = date(meaning.year, 1, 1), date(meaning.year + 9, 12, 31), DatePrecision.YEAR
    return _narrow(days, meaning.part, frame)


def _read_span(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return from the first day of one expression to the last day of another.

    The first is read from the second, so that "from Saturday to Sunday" is one night and "between
    1 June and 30 November 2014" lies within one year.
    """
    if meaning.first is None or meaning.last is None:
        return None
    if frame.forward:
        first = read_meaning(meaning.first, frame)
        after = replace(frame, published=first[0]) if first else frame
        last = read_meaning(meaning.last, after)
    else:
        last = read_meaning(meaning.last, frame)
        before = replace(frame, published=last[1]) if last else frame
        first = read_meaning(_with_month(meaning.first, meaning.last), before)
    if first is None or last is None:
        return None
    return first[0], last[1], coarser(first[2], last[2])


def _with_month(first: DateMeaning, last: DateMeaning) -> DateMeaning:
    """Return the first end of a span with the month that only the second names."""
    if first.kind == last.kind == "calendar" and first.month is None and first.day is not None:
        return replace(first, month=last.month)
    return first


def _read_since(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return from the first day of an expression to the day of publication."""
    found = meaning.first and read_meaning(meaning.first, replace(frame, forward=False))
    if not found or frame.published is None or found[0] > frame.published:
        return found or None
    return found[0], frame.published, found[2]


def _read_spell(meaning: DateMeaning, frame: Frame) -> Interval | None:
    """Return a spell of so many units that begins or ends with a day, or ends with publication."""
    unit = meaning.unit or "day"
    precision = DatePrecision.DAY if unit in {"day", "night"} else PRECISIONS[unit]
    if meaning.first is not None:
        first = read_meaning(meaning.first, frame)
        if first is None or meaning.count is None:
            return first
        last = first[0] + days_of(unit, meaning.count) - DAY
        return first[0], _not_after(last, frame, first[0]), coarser(precision, first[2])
    if meaning.last is not None:
        ended = read_meaning(meaning.last, frame)
    elif frame.told is not None and frame.told[1] - frame.told[0] > DAY:
        return (*frame.told, width_precision(*frame.told))  # nine days, somewhere in 2015
    elif frame.told is not None:
        ended = (frame.told[1], frame.told[1], DatePrecision.DAY)
    elif frame.published is not None:
        ended = (frame.published, frame.published, DatePrecision.DAY)
    else:
        ended = None
    if ended is None:
        return None
    if meaning.count is None:
        return ended[1] - DAY * _FEW_DAYS, ended[1], DatePrecision.WEEK
    start = ended[1] - days_of(unit, meaning.count) + DAY
    return start, ended[1], coarser(precision, ended[2])


def _narrow(found: Interval, part: str | None, frame: Frame) -> Interval:
    """Return the part of a month or year that is named; of the past, no later than publication."""
    start, end, precision = found
    if part is not None:
        start, end, precision = part_of_days(start, end, precision, part)
    if part is None and not frame.forward:
        end = _not_after(end, frame, start)
    return start, end, precision


def _not_after(day: date, frame: Frame, at_least: date) -> date:
    """Return a day, or the day of publication if that is earlier and no event is to come."""
    published = frame.published
    if published is None or frame.forward or published < at_least:
        return day
    return min(day, published)


_READERS: dict[str, Callable[[DateMeaning, Frame], Interval | None]] = {
    "calendar": _read_calendar,
    "weekday": _read_weekday,
    "day": _read_day,
    "overnight": _read_overnight,
    "period": _read_period,
    "ago": _read_ago,
    "window": _read_window,
    "told": _read_told,
    "feast": _read_feast,
    "season": _read_season,
    "decade": _read_decade,
    "span": _read_span,
    "since": _read_since,
    "spell": _read_spell,
}
