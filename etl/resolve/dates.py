"""From words of time to days (codebook, section 7).

Enters: ``DateMention``s and the day of publication, if it is known. Leaves: ``DateValue``s, the
earliest and latest day that the words allow, with the span of the words. Refused, with both days
None: words relative to a publication day that is unknown, dates that no calendar has. The clock
is never read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from etl.codes import DatePrecision
from etl.records import DateMeaning, DateMention, DateValue
from etl.resolve.date_feasts import feast_days, season_days

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = timedelta(1)
_FEW_DAYS = 7  # "in recent days", "several days ago", "within days"
_VAGUE_DAYS = {"day": _FEW_DAYS, "week": 30, "month": 183, "year": 1826, "decade": 7305}
_WIDTHS = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR)
_LONG_DAYS = 3  # a window of more days than this is known to the week only
_PRECISION = {
    "day": DatePrecision.DAY,
    "week": DatePrecision.WEEK,
    "weekend": DatePrecision.WEEK,
    "fortnight": DatePrecision.WEEK,
    "month": DatePrecision.MONTH,
    "year": DatePrecision.YEAR,
    "decade": DatePrecision.YEAR,
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """From where words are read: the publication day, the last days told, past or future."""

    published: date | None
    told: tuple[date, date] | None
    forward: bool


_Interval = tuple[date, date, DatePrecision]


def resolve_date(
    mention: DateMention,
    published: date | None,
    *,
    anchor: DateValue | None = None,
    forward: bool = False,
) -> DateValue:
    """Return the days that a mention allows, or none at all where they cannot be told.

    ``anchor`` is the last date told, from which "two days later" and "that month" are counted;
    ``forward`` reads "on Tuesday" as the first one after publication, for an event yet to come.
    """
    told = None
    if anchor is not None and anchor.start is not None and anchor.end is not None:
        told = (anchor.start, anchor.end)
    frame = _Frame(published, told, forward or mention.is_forward)
    try:
        found = _read_with_relation(mention, frame)
    except (ValueError, OverflowError):  # 30 February, or a thousand years ago
        found = None
    span = (mention.start, mention.end)
    if found is None:
        return DateValue(None, None, DatePrecision.UNKNOWN, span)
    start, end, precision = found
    return DateValue(min(start, end), max(start, end), precision, span)


def resolve_dates(mentions: Sequence[DateMention], published: date | None) -> list[DateValue]:
    """Return the value of each mention of a document, in the order of the text.

    Words that count from the last date told take the last that is known well enough for them:
    "the next day" needs a day, "that month" only a month.
    """
    values: list[DateValue] = []
    told: list[DateValue] = []
    for mention in mentions:
        value = resolve_date(mention, published, anchor=_anchor_of(mention, told))
        values.append(value)
        if value.start is not None and mention.relation != "dateline":
            told.append(value)
    return values


def list_dates(mentions: Sequence[DateMention], published: date | None) -> list[dict[str, object]]:
    """Return the mentions of a document as the command ``dates`` prints them."""
    return [
        {
            "start": mention.start,
            "end": mention.end,
            "from": value.start.isoformat() if value.start else None,
            "to": value.end.isoformat() if value.end else None,
            "precision": value.precision.value,
        }
        for mention, value in zip(mentions, resolve_dates(mentions, published), strict=True)
    ]


def _anchor_of(mention: DateMention, told: Sequence[DateValue]) -> DateValue | None:
    """Return the last value told that is as precise as the mention needs."""
    unit = mention.meaning.unit or "day"
    if mention.meaning.kind == "told" and unit in {"month", "year"}:
        return told[-1] if told else None
    days = (v for v in reversed(told) if v.precision is DatePrecision.DAY)
    return next(days, None)


# ---- reading ---------------------------------------------------------------------------------


def _read_with_relation(mention: DateMention, frame: _Frame) -> _Interval | None:
    """Return the days of a mention; "until" and "by" take the nearer of past and future."""
    meaning = mention.meaning
    if mention.relation in {"until", "by"} and frame.published is not None:
        is_open = meaning.kind == "calendar" and meaning.year is None and meaning.shift is None
        if is_open and not frame.forward:
            past = _read(meaning, frame)
            future = _read(meaning, replace(frame, forward=True))
            if past and future and future[0] - frame.published < frame.published - past[1]:
                return future
            return past
        if frame.forward and mention.relation == "by":
            found = _read(meaning, frame)
            return found and (min(frame.published, found[0]), found[1], found[2])
    return _read(meaning, frame)


def _read(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    reader = _READERS.get(meaning.kind)
    return reader(meaning, frame) if reader else None


def _read_calendar(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return a date of the calendar; without a year, the latest that is not after publication."""
    if meaning.year is not None:
        return _narrow(_calendar_days(meaning, meaning.year), meaning.part, frame)
    published = frame.published
    if published is None:
        return None
    years = [published.year + step for step in (-1, 0, 1)]
    if meaning.day == 29 and meaning.month == 2:
        years = [published.year + step for step in range(-8, 9)]
    choices = []
    for year in years:
        try:
            choices.append(_calendar_days(meaning, year))
        except ValueError:
            continue
    if meaning.weekday is not None and meaning.day is not None:
        matching = [c for c in choices if c[0].weekday() == meaning.weekday]
        if matching:
            nearest = min(matching, key=lambda c: abs((c[0] - published).days))
            return nearest
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
    return _narrow(chosen, meaning.part, frame) if chosen else None


def _calendar_days(meaning: DateMeaning, year: int) -> _Interval:
    """Return the day, month or year that is named.

    Raises:
        ValueError: the calendar has no such day.
    """
    if meaning.month is None:
        return date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR
    if meaning.day is None:
        return (*_month(year, meaning.month), DatePrecision.MONTH)
    day = date(year, meaning.month, meaning.day)
    return day, day, DatePrecision.DAY


def _read_weekday(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return the latest such day not after publication, or the first after it."""
    published, weekday = frame.published, meaning.weekday
    if published is None or weekday is None:
        return None
    if meaning.week is not None:
        monday = published - _DAY * published.weekday() + 7 * _DAY * meaning.week
        return _one(monday + _DAY * weekday)
    if meaning.shift == 1 or (frame.forward and meaning.shift != -1):
        return _one(published + _DAY * ((weekday - published.weekday() - 1) % 7 + 1))
    day = published - _DAY * ((published.weekday() - weekday) % 7)
    if meaning.shift == -1 and (published - day).days <= 1:
        return day - 7 * _DAY, day, DatePrecision.WEEK
    return _one(day)


def _read_day(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    if frame.published is None or meaning.count is None:
        return None
    return _one(frame.published + _DAY * meaning.count)


def _read_overnight(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return the two days of a night: the one before publication, or the one that is named."""
    if meaning.last is not None:
        found = _read(meaning.last, frame)
        return found and (found[0] - _DAY, found[1], DatePrecision.DAY)
    if meaning.first is not None:
        found = _read(meaning.first, frame)
        if found is None:
            return None
        return found[0], _not_after(found[1] + _DAY, frame, found[1]), DatePrecision.DAY
    if frame.published is None:
        return None
    return frame.published - _DAY, frame.published, DatePrecision.DAY


def _read_period(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return this, last or next week, weekend, month or year, no later than publication."""
    published, shift = frame.published, meaning.shift or 0
    if published is None or meaning.unit is None:
        return None
    if meaning.unit == "weekend":
        return _weekend(published, shift, frame)
    start, end = _unit_around(published, meaning.unit, shift)
    if meaning.unit == "week" and shift == -1 and published.weekday() == 6:
        end = published  # on a Sunday "last week" may be the one that ends with it
    precision = _PRECISION[meaning.unit]
    if meaning.part == "rest" or (frame.forward and shift == 0 and meaning.part is None):
        return published, end, precision
    if meaning.part is None and shift == 0:
        return start, published, precision
    return _narrow((start, end, precision), meaning.part, frame)


def _weekend(published: date, shift: int, frame: _Frame) -> _Interval:
    """Return the last weekend that had begun, or the first that is to come."""
    saturday = published - _DAY * ((published.weekday() - 5) % 7)
    if shift == 1 or frame.forward:
        saturday += 7 * _DAY
        return saturday, saturday + _DAY, DatePrecision.WEEK
    if shift == -1 and saturday + _DAY >= published:
        saturday -= 7 * _DAY
    return saturday, min(saturday + _DAY, published), DatePrecision.WEEK


def _read_ago(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return the day, week, month or year so long before publication."""
    if frame.published is None or meaning.unit is None:
        return None
    if meaning.count is None:
        length = _DAY * _VAGUE_DAYS[meaning.unit]
        return frame.published - length, frame.published, _coarse(meaning.unit)
    return _shifted(frame.published, meaning.unit, -meaning.count)


def _shifted(day: date, unit: str, count: int) -> _Interval:
    """Return what lies so many units from a day, as closely as the unit tells."""
    if unit == "day":
        return _one(day + _DAY * count)
    if unit in {"week", "fortnight", "weekend"}:
        middle = day + 7 * _DAY * count * (2 if unit == "fortnight" else 1)
        return middle - 3 * _DAY, middle + 3 * _DAY, DatePrecision.WEEK
    if unit == "month":
        return (*_unit_around(day, "month", count), DatePrecision.MONTH)
    years = count * (10 if unit == "decade" else 1)
    return (*_unit_around(day, "year", years), DatePrecision.YEAR)


def _read_window(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return the days up to publication, or from it on, that a number of units fills."""
    published, unit = frame.published, meaning.unit or "day"
    if published is None:
        return None
    if meaning.count is None:
        length, precision = _DAY * _VAGUE_DAYS[unit], _coarse(unit)
    else:
        count = abs(meaning.count)
        length = _length(published, unit, count)
        is_long = unit == "day" and count > _LONG_DAYS
        precision = DatePrecision.WEEK if is_long else _PRECISION[unit]
    if meaning.name == "coming":
        return published, published + length, precision
    return published - length, published, precision


def _length(end: date, unit: str, count: int) -> timedelta:
    """Return the days that so many units before a day take."""
    if unit == "day":
        return _DAY * count
    if unit in {"week", "fortnight", "weekend"}:
        return 7 * _DAY * count * (2 if unit == "fortnight" else 1)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(end.year * 12 + end.month - 1 - months, 12)
    first, last = _month(year, month + 1)
    return end - min(last, first + _DAY * (end.day - 1))


def _read_told(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return days counted from the last date told; from publication for "the same day"."""
    count, unit = meaning.count or 0, meaning.unit or "day"
    if frame.told is None:
        if unit not in {"day", "hour"} or count > 0 or frame.published is None:
            return None
        return _one(frame.published + _DAY * count)
    start, end = frame.told
    if meaning.weekday is not None:
        return _weekday_told(start, end, meaning.weekday, count)
    if unit == "hour" or (unit == "day" and count == 0):
        return start, end, DatePrecision.DAY
    if unit == "day":
        return _one((end if count > 0 else start) + _DAY * count)
    if unit in {"week", "weekend"} and abs(count) > 0:
        return _shifted(end if count > 0 else start, unit, count)
    if unit == "weekend":
        saturday = start - _DAY * ((start.weekday() - 5) % 7)
        return saturday, saturday + _DAY, DatePrecision.WEEK
    found = (*_unit_around(start, unit, count), _PRECISION[unit])
    return _narrow(found, meaning.part, replace(frame, forward=True))


def _weekday_told(start: date, end: date, weekday: int, count: int) -> _Interval:
    """Return the weekday after, before or in the week of the last date told."""
    if count > 0:
        return _one(end + _DAY * ((weekday - end.weekday() - 1) % 7 + 1))
    if count < 0:
        return _one(start - _DAY * ((start.weekday() - weekday - 1) % 7 + 1))
    return _one(start + _DAY * (weekday - start.weekday()))


def _read_feast(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return the days of a feast; without a year, of the latest that had begun."""
    name = meaning.name or ""
    found = _yearly(lambda year: feast_days(name, year), meaning, frame)
    if found is None:
        return None
    width = (found[1] - found[0]).days
    is_long = width > _FEW_DAYS
    precision = DatePrecision.MONTH if is_long else DatePrecision.WEEK
    return found[0], found[1], DatePrecision.DAY if width <= 1 else precision


def _read_season(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return the three months of a season of the northern half of the world."""
    name = meaning.name or ""
    found = _yearly(lambda year: season_days(name, year), meaning, frame)
    return found and _narrow((*found, DatePrecision.MONTH), meaning.part, frame)


def _yearly(
    days_of: Callable[[int], tuple[date, date] | None], meaning: DateMeaning, frame: _Frame
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
    limit = published if meaning.shift != -1 else published - _DAY
    past = [c for c in choices if (c[0] <= limit if meaning.shift != -1 else c[1] <= limit)]
    return past[-1] if past else None


def _read_decade(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    if meaning.year is None:
        return None
    days = date(meaning.year, 1, 1), date(meaning.year + 9, 12, 31), DatePrecision.YEAR
    return _narrow(days, meaning.part, frame)


def _read_span(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return from the first day of one expression to the last day of another.

    The first is read from the second, so that "from Saturday to Sunday" is one night and "between
    1 June and 30 November 2014" lies within one year.
    """
    if meaning.first is None or meaning.last is None:
        return None
    if frame.forward:
        first = _read(meaning.first, frame)
        after = replace(frame, published=first[0]) if first else frame
        last = _read(meaning.last, after)
    else:
        last = _read(meaning.last, frame)
        before = replace(frame, published=last[1]) if last else frame
        first = _read(_with_month(meaning.first, meaning.last), before)
    if first is None or last is None:
        return None
    return first[0], last[1], _coarser(first[2], last[2])


def _with_month(first: DateMeaning, last: DateMeaning) -> DateMeaning:
    """Return the first end of a span with the month that only the second names."""
    if first.kind == last.kind == "calendar" and first.month is None and first.day is not None:
        return replace(first, month=last.month)
    return first


def _read_since(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return from the first day of an expression to the day of publication."""
    found = meaning.first and _read(meaning.first, replace(frame, forward=False))
    if not found or frame.published is None or found[0] > frame.published:
        return found or None
    return found[0], frame.published, found[2]


def _read_spell(meaning: DateMeaning, frame: _Frame) -> _Interval | None:
    """Return a spell of so many units that begins or ends with a day, or ends with publication."""
    unit = meaning.unit or "day"
    precision = DatePrecision.DAY if unit in {"day", "night"} else _PRECISION[unit]
    if meaning.first is not None:
        first = _read(meaning.first, frame)
        if first is None or meaning.count is None:
            return first
        last = first[0] + _span_days(unit, meaning.count) - _DAY
        return first[0], _not_after(last, frame, first[0]), _coarser(precision, first[2])
    if meaning.last is not None:
        ended = _read(meaning.last, frame)
    elif frame.published is not None:
        ended = (frame.published, frame.published, DatePrecision.DAY)
    else:
        ended = None
    if ended is None:
        return None
    if meaning.count is None:
        return ended[1] - _DAY * _FEW_DAYS, ended[1], DatePrecision.WEEK
    start = ended[1] - _span_days(unit, meaning.count) + _DAY
    return start, ended[1], _coarser(precision, ended[2])


def _span_days(unit: str, count: int) -> timedelta:
    """Return the days that so many units fill."""
    return _DAY * count * {"week": 7, "fortnight": 14, "month": 30, "year": 365}.get(unit, 1)


_READERS: dict[str, Callable[[DateMeaning, _Frame], _Interval | None]] = {
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


# ---- arithmetic ------------------------------------------------------------------------------


def _one(day: date) -> _Interval:
    return day, day, DatePrecision.DAY


def _month(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    start = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1) if year < date.max.year else None
    return start, (following - _DAY if following else date.max)


def _unit_around(day: date, unit: str, shift: int) -> tuple[date, date]:
    """Return the week, month or year that lies so many of them from a day's own."""
    if unit in {"week", "weekend"}:
        monday = day - _DAY * day.weekday() + 7 * _DAY * shift
        return monday, monday + 6 * _DAY
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
        return _month(year, month + 1)
    year = day.year + shift
    return date(year, 1, 1), date(year, 12, 31)


def _narrow(found: _Interval, part: str | None, frame: _Frame) -> _Interval:
    """Return the part of a month or year that is named; of the past, no later than publication."""
    start, end, precision = found
    if part is not None:
        start, end, precision = _part(start, end, precision, part)
    if part is None and not frame.forward:
        end = _not_after(end, frame, start)
    return start, end, precision


def _part(
    start: date, end: date, precision: DatePrecision, part: str
) -> tuple[date, date, DatePrecision]:
    """Return "early", "the first week", "the first nine months" of a stretch of days."""
    name, _, which = part.partition("_")
    third = (end - start + _DAY) // 3
    if name in {"early", "start"}:
        return start, start + third - _DAY, precision
    if name == "mid":
        return start + third, end - third, precision
    if name in {"late", "end"}:
        return end - third + _DAY, end, precision
    if name == "first":
        return start, start + 6 * _DAY, DatePrecision.WEEK
    if name == "last" or (name == "week" and which == "last"):
        return end - 6 * _DAY, end, DatePrecision.WEEK
    if name == "week":
        first = start + 7 * _DAY * (int(which) - 1)
        return first, min(first + 6 * _DAY, end), DatePrecision.WEEK
    if name == "months":
        return start, _month(start.year, int(which))[1], DatePrecision.MONTH
    pieces = {"half": 2, "quarter": 4}[name]
    if precision is DatePrecision.YEAR:
        position = pieces if which == "last" else int(which)
        months = 12 // pieces
        first = date(start.year, months * (position - 1) + 1, 1)
        return first, _month(start.year, months * position)[1], DatePrecision.MONTH
    length = (end - start + _DAY) // pieces
    position = pieces if which == "last" else int(which)
    first = start + length * (position - 1)
    return first, end if position == pieces else first + length - _DAY, precision


def _not_after(day: date, frame: _Frame, at_least: date) -> date:
    """Return a day, or the day of publication if that is earlier and no event is to come."""
    published = frame.published
    if published is None or frame.forward or published < at_least:
        return day
    return min(day, published)


def _coarse(unit: str) -> DatePrecision:
    """Return how closely a vague number of units is known ("weeks ago": to the month)."""
    return {"day": DatePrecision.WEEK, "week": DatePrecision.MONTH}.get(unit, _PRECISION[unit])


def _coarser(one: DatePrecision, two: DatePrecision) -> DatePrecision:
    return max(one, two, key=_WIDTHS.index)
