"""The words of time of English news: patterns, and what each of them means.

Enters: the text of one sentence. Leaves: ``Atom``s, single expressions with offsets into that
text; ``etl.extract.dates`` joins them ("from 3 May to 7 May"). Times of the clock, ages and
lengths that are no time of an event ("a 48-hour pause", "a 20-year war") are no atoms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.records import DateMeaning

if TYPE_CHECKING:
    from collections.abc import Callable

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
_NUMBERS = {word: value for value, word in enumerate(_SMALL)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    )
}

# ---- pieces ----------------------------------------------------------------------------------

_WD = (
    r"(?P<wd>Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:r|rs|rsday)?|Fri(?:day)?|"
    r"Sat(?:urday)?|Sun(?:day)?)"
)
_WD_FULL = r"(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_MONTH_WORDS = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|r?\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
_MONTH = rf"(?P<month>{_MONTH_WORDS})(?![A-Za-z])"
_MONTH_ALONE = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|"
    r"AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Za-z])"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d-]|,\d|\.\d)"
_NUM = (
    r"(?P<num>\d{1,3}|(?:a\s+)?couple(?:\s+of)?|an?(?:\s+few)?|several|(?:some\s+)?few|many|some|"
    r"twenty|thirty|forty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_UNIT = r"(?P<unit>hour|day|night|week|weekend|fortnight|month|year|decade)s?"
_APPROX = (
    r"(?:(?:about|around|some|roughly|nearly|almost|at\s+least|more\s+than|over|just|only|"
    r"barely|less\s+than|up\s+to)\s+)?"
)
_DAYTIME = (
    r"morning|afternoon|evening|night|nightfall|dawn|daybreak|midday|noon|midnight|dusk|sunset|"
    r"sunrise|lunchtime|mid-?morning|mid-?afternoon"
)
# Parts of the day before a day: they belong to the expression and do not move it.
_EARLY = (
    r"(?:(?:(?:very\s+)?(?:early|late|later|earlier)(?:\s+(?:in\s+the\s+)?(?:"
    + _DAYTIME
    + r"))?|(?:the\s+)?(?:(?:pre-?dawn|early|late|wee|small|first|last)\s+)?(?:hours|"
    + _DAYTIME
    + r")|pre-?dawn)\s+(?:(?:on|of)\s+)?)?"
)
_LATE = rf"(?:(?:'s|’s)?\s+(?:(?:early|late)\s+)?(?:{_DAYTIME})\b)?"
_PART = (
    r"(?:(?P<part>early|mid|late|later|the\s+(?:very\s+)?(?:start|beginning|outset|middle|end|"
    r"opening\s+days|close)|the\s+(?:first|last)\s+(?:few\s+)?days|the\s+(?:first|second|third|"
    r"fourth|last|final|opening)\s+(?:week|half|quarter)|"
    r"(?:the\s+)?first\s+(?:two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months)"
    r"(?:\s+(?:of|in)\s+|-|\s+))?"
)
_FESTIVALS = (
    r"Christmas\s+Eve|Christmas\s+Day|Boxing\s+Day|Christmas|New\s+Year['’]?s\s+Eve|"
    r"New\s+Year['’]?s\s+Day|Valentine['’]?s\s+Day|Palm\s+Sunday|Good\s+Friday|"
    r"Easter\s+(?:Sunday|Monday)|Easter|Nowruz|Newroz|Ramadan|Ramazan|"
    r"Eid[\s-]al[\s-]Fitr|Eid[\s-]ul[\s-]Fitr|Eid[\s-]al[\s-]Adha|Eid[\s-]ul[\s-]Adha|Ashura|"
    r"May\s+Day"
)
_SHIFTS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1,
    "this": 0, "current": 0, "the current": 0,
    "next": 1, "coming": 1, "this coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atom:
    """One expression: offsets into the sentence's text, and what it means."""

    start: int
    end: int
    meaning: DateMeaning
    is_spell: bool = False


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
    text = " ".join((words or "").lower().replace("the ", "").split())
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
        return "last_days" if text.startswith("last") else "first_days"
    if text in {"early", "mid", "late"}:
        return text
    first = text.split()[-1]
    return {"start": "start", "beginning": "start", "outset": "start", "middle": "mid"}.get(
        first, "end" if first in {"end", "close"} else None
    )


def _calendar(match: re.Match[str]) -> DateMeaning:
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
    )


def _shift_of(word: str | None) -> int | None:
    return _SHIFTS.get(" ".join(word.lower().split())) if word else None


def _two_days(match: re.Match[str]) -> DateMeaning | None:
    """Return the span of two days of one month ("3 to 7 March"); "3 and 7 March" is none."""
    if "and" in match[0].split() and not _PAIRING.search(match.string[: match.start("first")]):
        return None
    last = _calendar(match)
    first = DateMeaning("calendar", last.year, last.month, int(match["first"]))
    return DateMeaning("span", first=first, last=last)


def _numeric(match: re.Match[str]) -> DateMeaning | None:
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


def _weekday(match: re.Match[str]) -> DateMeaning:
    """Return a day of the week with what stands around it."""
    found = match.groupdict()
    shift = " ".join((found.get("shift") or found.get("post") or "").lower().split())
    week = _shift_of(found.get("week"))
    weekday = _weekday_of(found["wd"])
    if shift.startswith(("the following", "the next", "the previous", "the same", "that")):
        count = {"the following": 1, "the next": 1, "the previous": -1}.get(shift, 0)
        return DateMeaning("told", weekday=weekday, unit="week", count=count)
    return DateMeaning("weekday", weekday=weekday, shift=_shift_of(shift or None), week=week)


def _period(match: re.Match[str]) -> DateMeaning:
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


def _ago(match: re.Match[str]) -> DateMeaning:
    """Return so many units before publication."""
    unit, count = _unit_of(match), count_of(match["num"] if match["num"] else "several")
    if unit == "hour":
        return DateMeaning("told", unit="hour", count=0)
    return DateMeaning("ago", unit=unit, count=count)


def _unit_of(match: re.Match[str]) -> str:
    """Return the unit of a match; nights are days, and a fortnight two weeks by the caller."""
    unit = match["unit"].lower().rstrip("s")
    return {"night": "day"}.get(unit, unit)


def _window(match: re.Match[str]) -> DateMeaning:
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


def _told(match: re.Match[str]) -> DateMeaning:
    """Return so many units after or before the last date told."""
    unit, count = _unit_of(match), count_of(match["num"])
    back = match["way"].lower().split()[0] in {"earlier", "before", "previously", "prior"}
    if unit == "hour" or count is None:
        return DateMeaning("told", unit="hour", count=0) if unit == "hour" else _NOTHING
    return DateMeaning("told", unit=unit, count=-count if back else count)


def _told_day(match: re.Match[str]) -> DateMeaning:
    """Return the day after, of, or before the last date told."""
    which = " ".join(match["which"].lower().split())
    count = 0
    if which in {"next", "following", "after"}:
        count = 1
    elif which in {"previous", "before", "preceding", "eve"}:
        count = -1
    return DateMeaning("told", unit="day", count=count)


def _after_event(match: re.Match[str]) -> DateMeaning:
    """Return the day of an event from which the day told is counted.

    "The killing came four days after an activist was kidnapped" tells the day of the killing and
    counts back to the kidnapping; "Two days before the raid" at the head of a sentence counts
    from the raid that was told before.
    """
    unit, count = _unit_of(match), count_of(match["num"] or "several")
    if unit == "hour":
        return DateMeaning("told", unit="hour", count=0)
    if count is None:
        return _NOTHING
    before, rest = match.string[: match.start()], match.string[match.end() :]
    leads = not before.strip(" \t\n\"'“‘-•*")
    counts_back = _COUNTS_BACK.search(before) is not None
    if match["way"].lower() == "before":
        return DateMeaning("told", unit=unit, count=count if counts_back else -count)
    known = _KNOWN_EVENT.match(rest) is not None and not counts_back
    return DateMeaning("told", unit=unit, count=count if leads or known else -count)


def _spell(match: re.Match[str]) -> DateMeaning:
    """Return so many units that end with publication or with the day told."""
    unit, count = _unit_of(match), count_of(match["num"])
    return DateMeaning("spell", unit=unit, count=count) if count or unit == "day" else _NOTHING


def _nth_day(match: re.Match[str]) -> DateMeaning:
    """Return the spell that "for a third day" ends."""
    word = match["nth"].lower()
    count = _ORDINALS.get(word) or int("".join(filter(str.isdecimal, word)) or 1)
    return DateMeaning("spell", unit=match["unit"].lower(), count=count)


def _feast(match: re.Match[str]) -> DateMeaning:
    name = re.sub(r"[^a-z]+", "_", match["feast"].lower().replace("’", "'").replace("'", ""))
    name = {"eid_ul_fitr": "eid_al_fitr", "eid_ul_adha": "eid_al_adha"}.get(name, name)
    name = {"ramazan": "ramadan", "newroz": "nowruz", "easter_sunday": "easter"}.get(name, name)
    year = int(match["year"]) if match["year"] else None
    return DateMeaning("feast", name=name, year=year, shift=_shift_of(match["shift"]))


def _season(match: re.Match[str]) -> DateMeaning:
    name = {"fall": "autumn"}.get(match["season"].lower(), match["season"].lower())
    return DateMeaning(
        "season",
        name=name,
        year=int(match["year"]) if match["year"] else None,
        shift=_shift_of(match["shift"]),
        part=_part_of(match["part"]),
    )


def _night(match: re.Match[str]) -> DateMeaning:
    """Return the night that ends or begins with a weekday ("overnight to Friday")."""
    word = match["link"] or "on"
    day = DateMeaning("weekday", weekday=_weekday_of(match["wd"]))
    ends = word.lower() in {"to", "into", "until"}
    return DateMeaning("overnight", last=day) if ends else DateMeaning("overnight", first=day)


def _this_day(match: re.Match[str]) -> DateMeaning:
    word = " ".join(match[0].lower().split())
    if "tomorrow" in word:
        return DateMeaning("day", count=2 if word.startswith("the day after") else 1)
    if "yesterday" in word or word.startswith("last "):
        return DateMeaning("day", count=-2 if word.startswith("the day before") else -1)
    return DateMeaning("day", count=0)


_NOTHING = DateMeaning("nothing")
_PAIRING = re.compile(r"(?:between|night\s+(?:of|from|between)|nights\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
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

# ---- the patterns ----------------------------------------------------------------------------
# Where several match at a place the longest wins, then the one that stands first.

_OPT_WD = rf"(?:{_WD},?\s+(?:the\s+)?)?"
_OPT_YEAR = rf"(?:,?\s+(?:of\s+)?{_YEAR})?"
_CAPITAL = (
    r"(?!\s+(?:Movement|Brigades?|Revolution|Martyrs|Front|Army|Division|Square|Street|Road))"
)
_LENGTH_OF = (
    r"\s+of\s+(?:(?:heavy|fierce|intense|bloody|sporadic|renewed|continuous|running|violent|"
    r"deadly|ethnic|communal|sectarian|tribal|street|anti-\w+|near-\w+|the|artillery|air|rebel)\s+)*"
    r"(?:fighting|fights?|clash\w*|battles?|combat|shelling|bombardments?|bombing\w*|protests?|"
    r"demonstrations?|unrest|violence|riots?|rioting|airstrikes?|strikes?|raids?|attacks?|siege|"
    r"skirmish\w*|gunfights?|firefights?|assaults?|looting|killings?|fire|gunfire|hostilities)"
)
_LONG_FIGHT = (
    r"\s+(?:(?:military|running|gun|joint|deadly|fierce|general|army|police|ground|air)\s+)*"
    r"(?:battle|siege|offensive|operation|assault|fight|clash(?:es)?|fighting|bombardment|raid|"
    r"strike|protest|standoff|stand-off|shoot-?out|gunfight|sit-in|campaign|rampage|attack)\b"
)

_RULES: tuple[tuple[str, Callable[[re.Match[str]], DateMeaning | None], bool], ...] = (
    # written in figures
    (r"(?P<year>(?:19|20)\d\d)-(?P<mm>0[1-9]|1[0-2])-(?P<dd>0[1-9]|[12]\d|3[01])(?!\d)"
     r"(?:T\d\d:\d\d\S*)?",
     lambda m: DateMeaning("calendar", int(m["year"]), int(m["mm"]), int(m["dd"])), False),
    (r"(?<![\d/.])(?P<one>\d{1,2})(?:/|(?P<dot>\.))(?P<two>\d{1,2})(?(dot)\.|/)"
     r"(?P<year>(?:19|20)\d\d)(?!\d)", _numeric, False),
    # two days of one month
    (rf"{_EARLY}(?<![\d:.,])(?P<first>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
     rf"(?:\s*[-–—/]\s*|\s+(?:to|and|until|till|through)\s+(?:the\s+)?){_DAY}(?:\s+of)?\s+"
     rf"{_MONTH}{_OPT_YEAR}", _two_days, True),
    (rf"{_EARLY}{_MONTH}\s+(?P<first>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
     rf"(?:\s*[-–—/]\s*|\s+(?:to|and|until|till|through)\s+){_DAY}(?!\s+(?:{_MONTH_WORDS})\b)"
     rf"{_OPT_YEAR}", _two_days, True),
    (rf"(?<![\d:.,]){_DAY}(?=(?:,\s*\d{{1,2}})*,?\s+(?:and|or)\s+\d{{1,2}}(?:st|nd|rd|th)?\s+"
     rf"{_MONTH}{_OPT_YEAR})", _calendar, False),
    # a day of a month
    (rf"{_EARLY}{_OPT_WD}(?:the\s+)?(?<![\d:.,]){_DAY}(?:\s+of)?[\s-]+{_MONTH}"
     rf"(?:,?\s+(?:of\s+)?{_YEAR}|-{_YEAR.replace('year', 'year2')})?{_LATE}{_CAPITAL}",
     _calendar, False),
    (rf"{_EARLY}{_OPT_WD}{_MONTH}\s+{_DAY}{_OPT_YEAR}{_LATE}{_CAPITAL}", _calendar, False),
    # a month, with or without its year
    (rf"{_PART}{_MONTH},?\s+(?:of\s+)?{_YEAR}", _calendar, False),
    (rf"{_PART}(?:(?P<shift>last|this|next|this\s+past)\s+)?{_MONTH_ALONE}"
     r"(?!\s+\d)(?:\s+(?:of\s+)?(?:last|this)\s+year)?", _calendar, False),
    # a year
    (rf"(?<![\d$€£])(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\bduring )|"
     rf"(?<=\bof )|(?<=\bfrom )|(?<=\bFrom )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )|"
     rf"(?<=\bby )|(?<=\bthroughout )|(?<=\bbetween )|(?<=\bBetween )|(?<=\band )|(?<=\bto )|"
     rf"(?<=\bthe year )|(?<=\bthe )|(?<=\bThe )|(?<=['’]s )|(?<=\bits )|(?<=\btheir )|(?<=\())"
     rf"{_YEAR}(?!\s+(?:people|civilians|troops|soldiers|fighters|men|families|homes|houses|"
     r"metres|meters|kilomet\w+|km|miles|dollars|refugees|rounds|militants|hours|GMT|local))",
     _calendar, False),
    (rf"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s+(?:start|beginning|middle|end)\s+of|"
     r"[Tt]he\s+(?:first|second)\s+half\s+of|[Tt]he\s+(?:first|second|third|fourth)\s+quarter\s+of|"
     r"(?:[Tt]he\s+)?[Ff]irst\s+\w+\s+months\s+of)"
     rf"(?:\s+|-){_YEAR}", lambda m: DateMeaning(
         "calendar", int(m["year"]), part=_part_of(re.sub(r"\s+of$", "", m["part"]))), False),
    (r"(?:[Tt]he\s+)?(?:(?P<part>early|mid|late)[\s-])?(?P<dec>(?:19|20)\d)0s\b",
     lambda m: DateMeaning("decade", year=int(m["dec"]) * 10), False),
    # days of the week
    (rf"{_EARLY}(?:(?P<shift>last|this|this\s+past|past|this\s+coming|next|coming|the\s+following|"
     rf"the\s+next|the\s+previous|that|the\s+same)\s+)?{_WD_FULL}{_LATE}"
     r"(?:\s+(?P<post>last|next)\b(?!\s+(?:week|month|year)))?"
     r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week)?"
     r"(?!s\b|\s+(?:Times|Mirror|Telegraph|Mosque|Market|Mass|Express|Sun|Herald)\b)",
     _weekday, False),
    (rf"(?P<week>[Ll]ast|[Tt]his|[Nn]ext)\s+week(?:\s+on|,)?\s+{_WD_FULL}{_LATE}", _weekday, False),
    (rf"(?<=[Oo]n ){_WD}(?![A-Za-z])", _weekday, False),
    (rf"{_WD}(?=[.,]?\s+\d{{1,2}}[:.]\d\d)", _weekday, False),
    (rf"[Oo]vernight\s+(?:(?P<link>on|to|into|until)\s+)?{_WD_FULL}", _night, False),
    # today and its neighbours
    (r"(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|"
     rf"(?:(?:early|late|earlier|later)\s+)?(?:yesterday|today|tomorrow)(?:\s+(?:{_DAYTIME}))?|"
     rf"tonight|this\s+(?:{_DAYTIME})|last\s+(?:night|evening))\b", _this_day, False),
    (r"(?i:overnight|(?:during|in|through)\s+the\s+night)(?!\s+(?:of|from|to|between|bus|train)\b)",
     lambda _: DateMeaning("overnight"), False),
    (r"(?i:hours\s+(?:earlier|ago|later|afterwards?|before)|within\s+hours|"
     r"moments\s+(?:earlier|later)|(?:minutes|an\s+hour)\s+(?:earlier|later|afterwards?)|"
     r"the\s+same\s+time|(?:earlier|later)\s+in\s+the\s+day|in\s+the\s+past\s+hours)\b",
     lambda _: DateMeaning("told", unit="hour", count=0), False),
    # periods
    (rf"(?i:(?:(?P<so>earlier|later)\s+)?{_PART}(?P<shift>this\s+past|this|last|next|past|"
     r"(?:the\s+)?current|that|the\s+same|the\s+previous|the\s+following|this\s+coming|the\s+coming)"
     r"\s+(?P<unit>week|weekend|month|year)(?:['’]s)?)\b(?![-\w]|s\b)", _period, False),
    (rf"(?i:(?:(?P<so>earlier|later)\s+in\s+|{_PART})(?:over\s+|at\s+|in\s+|during\s+)?the\s+"
     r"(?P<unit>weekend|month|year|week))\b(?!-|\s+(?:of|before|after|to|ended|until|when)\b)",
     lambda m: _period_with_article(m), False),
    # so long ago
    (rf"(?i:{_APPROX}(?:{_NUM}\s+)?(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?"
     r"\s+ago)\b", _ago, False),
    (rf"(?i:in\s+(?:the\s+)?{_NUM}\s+(?P<unit>day|week|month|year)s?['’]?\s+time)\b",
     lambda m: DateMeaning("ago", unit=_unit_of(m), count=-(count_of(m["num"]) or 0)), False),
    # the last and the coming days
    (rf"(?i:(?:(?:in|over|during|within|for|of|throughout)\s+)?(?:the\s+|these\s+)?"
     rf"(?P<way>past|last|recent|preceding|coming|next)\s+(?:{_NUM}\s+)?"
     r"(?P<unit_s>(?P<unit>hour|day|night|week|month|year)s?))\b(?!['’])",
     lambda m: _window_if_plural(m), True),
    (r"(?i:(?:in|over|during|within)\s+the\s+(?P<way>past|last|coming)\s+"
     r"(?P<unit_s>(?P<unit>day|week|month|year)))\b", _window, True),
    (r"(?i:(?:with)?in\s+(?:a\s+few\s+)?(?P<unit_s>(?P<unit>day|week|month)s))\b"
     r"(?!\s+(?:of|after|before|ago|later))",
     lambda m: DateMeaning("window", unit=_unit_of(m), name="coming"), False),
    # counted from the last date told
    (rf"(?i:{_APPROX}{_NUM}\s+(?P<unit>hour|day|week|month|year)s?\s+"
     r"(?P<way>later|earlier|afterwards?|before(?=[.,;)]|\s*$)|previously|on(?=[,.])|prior))\b",
     _told, False),
    (rf"(?i:{_APPROX}(?:{_NUM}\s+)?(?P<unit>hour|day|week|month|year)s?\s+"
     r"(?P<way>after|before)(?=\s+[\w“\"']))", _after_event, False),
    (r"(?i:(?:(?:early|late|later|earlier)\s+)?(?:on\s+|in\s+)?(?:the\s+)?(?P<which>very\s+same|same|"
     rf"next|following|previous|preceding)\s+(?:day|{_DAYTIME})|that\s+(?P<that>day|"
     rf"{_DAYTIME}))\b(?!\s+before)",
     lambda m: _told_day(m) if m["which"] else DateMeaning("told", unit="day", count=0), False),
    (r"(?i:the\s+(?:day|night|evening|morning)\s+(?P<which>before|after))\b(?!\s+(?:yesterday|tomorrow))",
     _told_day, False),
    # spells
    (rf"(?i:{_APPROX}(?:{_NUM}\s+)?(?P<unit>day|night|week|month)s?{_LENGTH_OF})\b", _spell, True),
    (rf"(?i:(?<![\w-]){_NUM}-(?P<unit>day|week|month)(?:-long)?{_LONG_FIGHT})", _spell, True),
    (rf"(?i:for\s+{_APPROX}(?:the\s+(?:past|last)\s+)?{_NUM}\s+(?:(?:straight|consecutive|"
     r"successive|more)\s+)?(?P<unit>day|night|week|month)s?(?:\s+(?:running|straight|now|"
     r"in\s+a\s+row))?)\b", _spell, True),
    (r"(?i:(?:for|into|entered|on)\s+(?:a|the|its|their)\s+(?P<nth>second|third|fourth|fifth|sixth|"
     r"seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+(?:straight\s+|consecutive\s+|successive\s+"
     r"|full\s+)?(?P<unit>day|night)(?:\s+(?:running|in\s+a\s+row|of\s+\w+))?)\b", _nth_day, True),
    # feasts and seasons
    (rf"(?:(?P<shift>[Ll]ast|[Tt]his|[Nn]ext)\s+(?:year['’]s\s+)?)?(?P<feast>{_FESTIVALS})"
     rf"(?:\s+(?:of\s+)?{_YEAR})?(?!\s+(?:market|tree|truce|massacre|Island|message))(?![A-Za-z])",
     _feast, False),
    (rf"(?:(?P<shift>[Ll]ast|[Tt]his|[Nn]ext)\s+|(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|"
     rf"(?<=\bSince )|(?<=\bduring )|(?<=\bDuring )|(?<=\bof )|(?<=\bby ))(?:the\s+)?)"
     rf"{_PART}(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|fall|[Ww]inter)"
     rf"(?:\s+(?:of\s+)?{_YEAR})?(?!\s+(?:offensive|of|camp|school|to|from|in|into))\b",
     _season, False),
)  # fmt: skip


def _period_with_article(match: re.Match[str]) -> DateMeaning | None:
    """Return "the weekend", "earlier in the week", "the end of the month"; never "the week"."""
    found = match.groupdict()
    if found["unit"].lower() != "weekend" and not found["so"] and not found["part"]:
        return None
    return _period(match)


def _window_if_plural(match: re.Match[str]) -> DateMeaning | None:
    """Return the window of "the past months", "recent days"; never of "last month"."""
    unit, words = match["unit_s"].lower(), match["num"]
    vague_last = match["way"].lower() in {"last", "next"} and not words
    if not unit.endswith("s") or vague_last or match["way"].lower() == "preceding":
        return None
    return _window(match)


_COMPILED = [
    (re.compile(rf"(?<![\w-]){pattern}"), build, is_spell) for pattern, build, is_spell in _RULES
]
# A sentence without any of these has no atom: most sentences are passed over by one search.
_ANY = re.compile(
    r"(?i)\d{4}|day|night|week|month|year|hour|moment|minute|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon\b|tue|wed|thu|fri|sat|sun|"
    r"spring|summer|autumn|fall|winter|tomorrow|morning|evening|same time|dawn|"
    r"christmas|easter|eid|ramadan|ramazan|ashura|n[eo]wro|decade|\ds\b|afternoon|noon"
)
# "May" and "March" are a verb and a walk, unless something beside them makes them a month.
_MONTH_CONTEXT = re.compile(
    r"(?i)(?:\b(?:in|of|since|last|this|next|early|mid|late|until|till|by|from|between|during|to|"
    r"and|before|after|through|late-|mid-|early-|the\s+end\s+of)[\s-]+)$"
)


def find_atoms(text: str) -> list[Atom]:
    """Return the expressions of time of a sentence, in order and without overlap."""
    if not _ANY.search(text):
        return []
    found: list[tuple[int, int, int, Atom]] = []
    for order, (pattern, build, is_spell) in enumerate(_COMPILED):
        for match in pattern.finditer(text):
            meaning = build(match)
            if meaning is None or meaning.kind == "nothing" or _is_no_month(match, meaning):
                continue
            end = match.start() + len(match[0].rstrip(" ,"))
            found.append((match.start(), -end, order, Atom(match.start(), end, meaning, is_spell)))
    atoms: list[Atom] = []
    for _, _, _, atom in sorted(found, key=lambda item: item[:3]):
        if not atoms or atom.start >= atoms[-1].end:
            atoms.append(atom)
    return atoms


def _is_no_month(match: re.Match[str], meaning: DateMeaning) -> bool:
    """Say whether a bare "May", "March" or a person's "April" is not a month."""
    if meaning.kind != "calendar" or meaning.day or meaning.year or not meaning.month:
        return False
    if meaning.part or meaning.shift is not None:
        return False
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _MONTH_CONTEXT.search(before):
        return False
    if meaning.month in {3, 5}:
        return not re.match(r"['’]s\s+[a-z]", after)
    return bool(re.match(r"\s+[A-Z][a-z]", after))
