"""From words of time to days (codebook, section 7).

Enters: ``DateMention``s and the day of publication, if it is known. Leaves: ``DateValue``s, the
earliest and latest day that the words allow, with the span of the words. Refused, with both days
None: words relative to a publication day that is unknown, dates that no calendar has. The clock
is never read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import DatePrecision
from etl.records import DateValue
from etl.resolve.date_readings import Frame, read_meaning

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from etl.records import DateMention
    from etl.resolve.date_arithmetic import Interval


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
    frame = Frame(published, told, forward or mention.is_forward)
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
    "the next day" needs a day, "that month" only a month, "two days of fighting" end with what
    their own sentence tells.
    """
    values: list[DateValue] = []
    told: list[DateValue] = []
    sentence, before = -1, 0  # how much had been told when the sentence began
    for mention in mentions:
        if mention.sentence != sentence:
            sentence, before = mention.sentence, len(told)
        choices = told[before:] if mention.meaning.kind == "spell" else told
        value = resolve_date(mention, published, anchor=_anchor_of(mention, choices))
        values.append(value)
        is_told = mention.meaning.kind not in {"since", "spell"} and mention.relation != "dateline"
        if is_told and value.start is not None:
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
    meaning = mention.meaning
    if meaning.kind == "spell":
        return told[-1] if told else None
    if "told" in {meaning.kind, meaning.name} and meaning.unit in {"month", "year"}:
        return told[-1] if told else None
    wanted = (
        {DatePrecision.DAY, DatePrecision.WEEK} if meaning.unit == "week" else {DatePrecision.DAY}
    )
    return next((v for v in reversed(told) if v.precision in wanted), None)


def _read_with_relation(mention: DateMention, frame: Frame) -> Interval | None:
    """Return the days of a mention; "until" and "by" take the nearer of past and future."""
    meaning = mention.meaning
    if mention.relation in {"until", "by", "before"} and frame.published is not None:
        if meaning.kind == "period" and meaning.part in {"end", "late"}:
            found = read_meaning(meaning, frame)
            return found and (min(frame.published, found[0]), found[1], found[2])
        is_open = meaning.kind == "calendar" and meaning.year is None and meaning.shift is None
        if is_open and not frame.forward:
            past = read_meaning(meaning, frame)
            future = read_meaning(meaning, replace(frame, forward=True))
            if past and future and future[0] - frame.published < frame.published - past[1]:
                return future
            return past
        if frame.forward and mention.relation == "by":
            found = read_meaning(meaning, frame)
            return found and (min(frame.published, found[0]), found[1], found[2])
    return read_meaning(meaning, frame)
