"""What matched words of time mean.

Enters: a match of one of the patterns of ``etl.extract.date_patterns``, whose named groups hold the
words that matter. Leaves: a ``DateMeaning``, or None where the words turn out to be no time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from etl.records import DateMeaning

if TYPE_CHECKING:
    from re import Match
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: value for value, word in enumerate(_SMALL)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ]
    )
}

_SHIFTS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1,
    "this": 0, "current": 0, "the current": 0,
    "next": 1, "coming": 1, "this coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip


# ---- from words to values --------------------------------------------------------------------


def count_of(words: str | None) -> int | None:
    """Return the number that words give; None for a vague one ("several", "a few")."""
    text = " ".join((words or "").lower().split())
    if text.isdecimal():
        return int(text)
    if "couple" in text:
        return 2
    return _NUMBERS.get(text)


def _weekday_of(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    return next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(word.lower()[:3]))


def _month_of(word: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation."""
    return 1 + next(i for i, name in enumerate(_MONTHS) if name.startswith(word.lower()[:3]))


def _part_of(words: str | None) -> str | None:
    """Return the code of a part of a month, year or season."""
    text = " ".join((words or "").lower().replace("the ", "").split()).removesuffix(" of")
    if not text:
        return None
    if "week" in text or "half" in text or "quarter" in text:
        which, unit = text.split()[0], text.split()[-1]
        if which in {"last", "final"}:
            return f"{unit}_last"
        return f"{unit}_{1 if which == 'opening' else _ORDINALS[which]}"
    if text.endswith("months"):
        return f"months_{count_of(text.split()[1])}"
    if text.endswith("days"):
        which, *number, _ = text.split()
        count = count_of(number[0]) if number and number[0] != "few" else None
        return f"{'last' if which == 'last' else 'first'}_{count or 7}"
    if text in {"early", "mid", "late"}:
        return text
    first = text.split()[-1]
    return {"start": "start", "beginning": "start", "outset": "start", "middle": "mid"}.get(
        first, "end" if first in {"end", "close"} else None
    )


def mean_calendar(match: Match[str]) -> DateMeaning:
    """Return the date that named groups of a match give."""
    found = match.groupdict()
    return DateMeaning(
        "calendar",
        year=int(year) if (year := found.get("year") or found.get("year2")) else None,
        month=_month_of(found["month"]) if found.get("month") else None,
        day=int(found["day"]) if found.get("day") else None,
        weekday=_weekday_of(found["wd"]) if found.get("wd") else None,
        part=_part_of(found.get("part")),
        shift=_shift_of(found.get("shift")),
        **_which_year(found.get("which")),
    )


def _which_year(words: str | None) -> dict[str, Any]:
    """Return the fields that say "of last year", "of that year"."""
    if words is None:
        return {}
    word = " ".join(words.lower().split())
    count = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(word, 0)
    is_told = word not in {"last", "this", "next"}
    return {"unit": "year", "count": count, "name": "told" if is_told else None}


def mean_two_years(match: Match[str]) -> DateMeaning:
    """Return the span of two years ("2011-2013")."""
    first = DateMeaning("calendar", year=int(match["year"]))
    return DateMeaning("span", first=first, last=DateMeaning("calendar", year=int(match["until"])))


def mean_before_last(match: Match[str]) -> DateMeaning:
    """Return the night, week, month or year before the last one."""
    unit = match["unit"].lower()
    if unit == "night":
        return DateMeaning("day", count=-2)
    return DateMeaning("period", unit=unit, shift=-2)


def mean_unit_beside(match: Match[str]) -> DateMeaning:
    """Return the week, month or year beside the last date told."""
    count = -1 if match["way"].lower() == "before" else 1
    return DateMeaning("told", unit=match["unit"].lower(), count=count)


def mean_iso(match: Match[str]) -> DateMeaning:
    """Return a date written year first."""
    return DateMeaning("calendar", int(match["year"]), int(match["mm"]), int(match["dd"]))


def mean_in_time(match: Match[str]) -> DateMeaning | None:
    """Return so many units after publication ("in two weeks' time")."""
    count = count_of(match["num"])
    return DateMeaning("ago", unit=_unit_of(match), count=-count) if count else None


def _shift_of(word: str | None) -> int | None:
    return _SHIFTS.get(" ".join(word.lower().split())) if word else None


def mean_two_days(match: Match[str]) -> DateMeaning | None:
    """Return the span of two days of one month ("3 to 7 March"); "3 and 7 March" is none."""
    if "and" in match[0].split() and not _PAIRING.search(match.string[: match.start("first")]):
        return None
    last = mean_calendar(match)
    first = DateMeaning("calendar", last.year, last.month, int(match["first"]))
    return DateMeaning("span", first=first, last=last)


def mean_numeric(match: Match[str]) -> DateMeaning | None:
    """Return a date written in figures, or None where day and month could be exchanged."""
    found = match.groupdict()
    year = int(found["year"])
    one, two = int(found["one"]), int(found["two"])
    if found.get("dot"):  # the dot is the mark of the countries that put the day first
        day, month = one, two
    elif one == two or two > 12:
        month, day = one, two
    elif one > 12:
        day, month = one, two
    else:
        return None
    return DateMeaning("calendar", year, month, day) if month <= 12 and day <= 31 else None


def mean_weekday(match: Match[str]) -> DateMeaning:
    """Return a day of the week with what stands around it."""
    found = match.groupdict()
    shift = " ".join((found.get("shift") or found.get("post") or "").lower().split())
    week = _shift_of(found.get("week"))
    weekday = _weekday_of(found["wd"])
    if shift.startswith(("the following", "the next", "the previous", "the same", "that")):
        count = {"the following": 1, "the next": 1, "the previous": -1}.get(shift, 0)
        return DateMeaning("told", weekday=weekday, unit="week", count=count)
    return DateMeaning("weekday", weekday=weekday, shift=_shift_of(shift or None), week=week)


def mean_period(match: Match[str]) -> DateMeaning:
    """Return this, last or next week, weekend, month, year, or a part of it."""
    found = match.groupdict()
    unit = found["unit"].lower()
    shift = " ".join((found.get("shift") or "this").lower().split())
    if shift in {"that", "the same"}:
        return DateMeaning("told", unit=unit, count=0, part=_part_of(found.get("part")))
    if shift in {"the previous", "the following"}:
        count = -1 if shift == "the previous" else 1
        return DateMeaning("told", unit=unit, count=count, part=_part_of(found.get("part")))
    # "earlier this month" is the month so far, "later this week" what is left of it
    part = "rest" if found.get("so") and found["so"].lower() == "later" else None
    value = _SHIFTS.get(shift, 0)
    return DateMeaning("period", unit=unit, shift=value, part=part or _part_of(found.get("part")))


def mean_ago(match: Match[str]) -> DateMeaning:
    """Return so many units before publication."""
    unit, count = _unit_of(match), count_of(match["num"])
    if unit == "hour":
        return DateMeaning("told", unit="hour", count=0)
    return DateMeaning("ago", unit=unit, count=count)


def _unit_of(match: Match[str]) -> str:
    """Return the unit of a match; nights are days, and a fortnight two weeks by the caller."""
    unit = match["unit"].lower().rstrip("s")
    return {"night": "day"}.get(unit, unit)


def mean_window(match: Match[str]) -> DateMeaning:
    """Return the units up to publication, or those that come."""
    found = match.groupdict()
    unit = _unit_of(match)
    words = found.get("num")
    plural = match["unit_s"].lower().endswith("s")
    count = count_of(words) if words else (None if plural else 1)
    if unit == "hour":
        days = None if count is None else max(1, round(count / 24))
        unit, count = "day", 1 if days is None else days
    if match["way"].lower() in {"coming", "next"}:
        return DateMeaning("window", unit=unit, count=-count if count else None, name="coming")
    return DateMeaning("window", unit=unit, count=count)


def mean_told(match: Match[str]) -> DateMeaning | None:
    """Return so many units after or before the last date told."""
    unit, count = _unit_of(match), count_of(match["num"])
    back = match["way"].lower().split()[0] in {"earlier", "before", "previously", "prior"}
    if unit == "hour" or count is None:
        return DateMeaning("told", unit="hour", count=0) if unit == "hour" else None
    return DateMeaning("told", unit=unit, count=-count if back else count)


def mean_told_day(match: Match[str]) -> DateMeaning:
    """Return the day after, of, or before the last date told."""
    which = " ".join((match.groupdict().get("which") or "that").lower().split())
    count = 0
    if which in {"next", "following", "after"}:
        count = 1
    elif which in {"previous", "before", "preceding", "eve"}:
        count = -1
    return DateMeaning("told", unit="day", count=count)


def mean_after_event(match: Match[str]) -> DateMeaning | None:
    """Return the day of an event from which the day told is counted.

    "The killing came four days after an activist was kidnapped" tells the day of the killing and
    counts back to the kidnapping; "Two days before the raid" at the head of a sentence counts
    from the raid that was told before.
    """
    unit, count = _unit_of(match), count_of(match["num"] or "several")
    if unit == "hour":
        return DateMeaning("told", unit="hour", count=0)
    if count is None:
        return None
    before, rest = match.string[: match.start()], match.string[match.end() :]
    leads = not before.strip(" \t\n\"'“‘-•*")
    counts_back = _COUNTS_BACK.search(before) is not None
    if match["way"].lower() == "before":
        return DateMeaning("told", unit=unit, count=count if counts_back else -count)
    known = _KNOWN_EVENT.match(rest) is not None and not counts_back
    return DateMeaning("told", unit=unit, count=count if leads or known else -count)


def mean_spell(match: Match[str]) -> DateMeaning | None:
    """Return so many units that end with publication or with the day told."""
    if match.groupdict().get("long"):
        return DateMeaning("spell", unit=match["long"].lower(), count=1)
    unit, count = _unit_of(match), count_of(match["num"])
    return DateMeaning("spell", unit=unit, count=count) if count or unit == "day" else None


def mean_nth_day(match: Match[str]) -> DateMeaning:
    """Return the spell that "for a third day" ends."""
    word = match["nth"].lower()
    count = _ORDINALS.get(word) or int("".join(filter(str.isdecimal, word)) or 1)
    return DateMeaning("spell", unit=match["unit"].lower(), count=count)


def mean_feast(match: Match[str]) -> DateMeaning:
    """Return a feast, under one name for all its spellings."""
    name = re.sub(r"[^a-z]+", "_", match["feast"].lower().replace("’", "'").replace("'", ""))
    name = {"eid_ul_fitr": "eid_al_fitr", "eid_ul_adha": "eid_al_adha"}.get(name, name)
    name = {"ramazan": "ramadan", "newroz": "nowruz", "easter_sunday": "easter"}.get(name, name)
    year = int(match["year"]) if match["year"] else None
    return DateMeaning("feast", name=name, year=year, shift=_shift_of(match["shift"]))


def mean_season(match: Match[str]) -> DateMeaning:
    """Return a season, with its year or part if they are named."""
    name = {"fall": "autumn"}.get(match["season"].lower(), match["season"].lower())
    return DateMeaning(
        "season",
        name=name,
        year=int(match["year"]) if match["year"] else None,
        shift=_shift_of(match["shift"]),
        part=_part_of(match["part"]),
    )


def mean_night(match: Match[str]) -> DateMeaning:
    """Return the night that ends or begins with a weekday ("overnight to Friday")."""
    word = match["link"] or "on"
    day = DateMeaning("weekday", weekday=_weekday_of(match["wd"]))
    ends = word.lower() in {"to", "into", "until"}
    return DateMeaning("overnight", last=day) if ends else DateMeaning("overnight", first=day)


def mean_this_day(match: Match[str]) -> DateMeaning:
    """Return today, or a day beside it."""
    word = " ".join(match[0].lower().split())
    if "tomorrow" in word:
        return DateMeaning("day", count=2 if word.startswith("the day after") else 1)
    if "yesterday" in word or word.startswith("last "):
        return DateMeaning("day", count=-2 if word.startswith("the day before") else -1)
    return DateMeaning("day", count=0)


_PAIRING = re.compile(
    r"(?:between|night\s+(?:of|from|between)|nights\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)
# "…came two days after", "on Wednesday, two days after": the day of the main clause is told.
_COUNTS_BACK = re.compile(
    r"(?:,|\b(?:c[ao]mes?|coming|follow(?:s|ed)|happened|occurred|is|was|were))\s*$", re.IGNORECASE
)
# "two days after the bombing": the day that is known is the bombing's.
_KNOWN_EVENT = re.compile(
    r"\s+(?:the|that|this|his|her|their|its)\s+(?:\w+\s+)?(?:attacks?|bombings?|raids?|ambush|"
    r"assault|killings?|blasts?|explosions?|strikes?|clash(?:es)?|battle|massacre|kidnappings?|"
    r"abductions?|shootings?|incidents?|offensive|protests?|truce|ceasefire|coup|deal|agreement)\b",
    re.IGNORECASE,
)


def mean_period_with_article(match: Match[str]) -> DateMeaning | None:
    """Return "the weekend", "earlier in the week", "the end of the month"; never "the week"."""
    found = match.groupdict()
    if found["unit"].lower() != "weekend" and not found["so"] and not found["part"]:
        return None
    return mean_period(match)


def mean_window_if_plural(match: Match[str]) -> DateMeaning | None:
    """Return the window of "the past months", "recent days"; never of "last month"."""
    unit, words = match["unit_s"].lower(), match["num"]
    vague_last = match["way"].lower() in {"last", "next"} and not words
    if not unit.endswith("s") or vague_last or match["way"].lower() == "preceding":
        return None
    return mean_window(match)
