"""The words of time of English news, as patterns.

Enters: the text of one sentence. Leaves: ``Atom``s, single expressions with offsets into that
text; ``etl.extract.dates`` joins them ("from 3 May to 7 May"). Times of the clock, ages and
lengths that are no time of an event ("a 48-hour pause", "a 20-year war") are no atoms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.extract.date_words import (
    mean_after_event,
    mean_ago,
    mean_before_last,
    mean_calendar,
    mean_feast,
    mean_in_time,
    mean_iso,
    mean_night,
    mean_nth_day,
    mean_numeric,
    mean_period,
    mean_period_with_article,
    mean_season,
    mean_spell,
    mean_this_day,
    mean_told,
    mean_told_day,
    mean_two_days,
    mean_two_years,
    mean_unit_beside,
    mean_weekday,
    mean_window,
    mean_window_if_plural,
)
from etl.records import DateMeaning

if TYPE_CHECKING:
    from collections.abc import Callable

# ---- pieces ----------------------------------------------------------------------------------

_WD = (
    r"(?P<wd>Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:r|rs|rsday)?|Fri(?:day)?|"
    r"Sat(?:urday)?|Sun(?:day)?)"
)
_WD_FULL = r"(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_MONTH_WORDS = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|r?\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June|Jun\.?|July|Jul\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
_MONTH = rf"(?P<month>{_MONTH_WORDS})(?![A-Za-z])"
_MONTH_ALONE = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|"
    r"AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Za-z])"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d-]|[,./]\d)"
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
    r"opening\s+days|close)|the\s+(?:first|last)\s+(?:(?:few|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+)?days|"
    r"the\s+(?:first|second|third|"
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


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern, and what its matches mean."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], DateMeaning | None]
    is_spell: bool


@dataclass(frozen=True, slots=True)
class Atom:
    """One expression: offsets into the sentence's text, and what it means."""

    start: int
    end: int
    meaning: DateMeaning
    is_spell: bool = False


# ---- the patterns ----------------------------------------------------------------------------
# Where several match at a place the longest wins, then the one that stands first.

_OPT_WD = rf"(?:{_WD},?\s+(?:the\s+)?)?"
_OPT_YEAR = (
    rf"(?:,?\s+(?:of\s+)?(?:{_YEAR}|(?P<which>last|this|next|that|the\s+same|the\s+previous|"
    r"the\s+following)\s+year))?"
)
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


def _rule(
    pattern: str, build: Callable[[re.Match[str]], DateMeaning | None], *, is_spell: bool = False
) -> _Rule:
    """Return a rule; its pattern starts where a word does."""
    return _Rule(re.compile(rf"(?<![\w-]){pattern}"), build, is_spell)


_RULES = (
    # written in figures
    _rule(
        r"(?P<year>(?:19|20)\d\d)-(?P<mm>0[1-9]|1[0-2])-(?P<dd>0[1-9]|[12]\d|3[01])(?!\d)"
        r"(?:T\d\d:\d\d\S*)?",
        mean_iso,
    ),
    _rule(
        r"(?<![\d/.])(?P<one>\d{1,2})(?:/|(?P<dot>\.))(?P<two>\d{1,2})(?(dot)\.|/)"
        r"(?P<year>(?:19|20)\d\d)(?!\d)",
        mean_numeric,
    ),
    # two days of one month
    _rule(
        rf"{_EARLY}(?<![\d:.,])(?P<first>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
        rf"(?:\s*[-–—/]\s*|\s+(?:to|and|until|till|through)\s+(?:the\s+)?){_DAY}(?:\s+of)?\s+"
        rf"{_MONTH}{_OPT_YEAR}",
        mean_two_days,
        is_spell=True,
    ),
    _rule(
        rf"{_EARLY}{_MONTH}\s+(?P<first>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
        rf"(?:\s*[-–—/]\s*|\s+(?:to|and|until|till|through)\s+){_DAY}(?!\s+(?:{_MONTH_WORDS})\b)"
        rf"{_OPT_YEAR}",
        mean_two_days,
        is_spell=True,
    ),
    _rule(
        rf"(?<![\d:.,/-]){_DAY}(?=(?:,\s*\d{{1,2}})*,?\s+(?:and|or)\s+\d{{1,2}}(?:st|nd|rd|th)?\s+"
        rf"{_MONTH}{_OPT_YEAR})",
        mean_calendar,
    ),
    _rule(
        rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,\s*\d{{1,2}})*,?\s+and\s+(?P<from>{_DAY})"
        rf"{_OPT_YEAR}",
        mean_calendar,
    ),
    # a day of a month
    _rule(
        rf"{_EARLY}{_OPT_WD}(?:the\s+)?(?<![\d:.,]){_DAY}(?:\s+of)?[\s-]+{_MONTH}"
        rf"(?:-{_YEAR.replace('year', 'year2')}|{_OPT_YEAR}){_LATE}{_CAPITAL}",
        mean_calendar,
    ),
    _rule(rf"{_EARLY}{_OPT_WD}{_MONTH}\s+{_DAY}{_OPT_YEAR}{_LATE}{_CAPITAL}", mean_calendar),
    # a month, with or without its year
    _rule(rf"{_PART}{_MONTH},?\s+(?:of\s+)?{_YEAR}", mean_calendar),
    _rule(
        rf"{_PART}(?:(?P<shift>[Ll]ast|[Tt]his|[Nn]ext|this\s+past)\s+)?{_MONTH_ALONE}"
        rf"(?!\s+\d){_OPT_YEAR}",
        mean_calendar,
    ),
    # a year
    _rule(
        rf"(?<![\d$€£])(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\bduring )|"
        rf"(?<=\bof )|(?<=\bfrom )|(?<=\bFrom )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )|"
        rf"(?<=\bby )|(?<=\bthroughout )|(?<=\bbetween )|(?<=\bBetween )|(?<=\band )|(?<=\bto )|"
        rf"(?<=\d{{4}}, )|(?<=\bthe year )|(?<=\bthe )|(?<=\bThe )|(?<=['’]s )|(?<=\bits )|"
        r"(?<=\btheir )|(?<=\())"
        rf"{_YEAR}(?!\s+(?:people|civilians|troops|soldiers|fighters|men|families|homes|houses|"
        r"metres|meters|kilomet\w+|km|miles|dollars|refugees|rounds|militants|hours|GMT|local))",
        mean_calendar,
    ),
    _rule(
        rf"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s+(?:start|beginning|middle|end)\s+of|"
        r"[Tt]he\s+(?:first|second)\s+half\s+of|[Tt]he\s+(?:first|second|third|fourth)\s+quarter\s+of|"
        r"(?:[Tt]he\s+)?[Ff]irst\s+\w+\s+months\s+of)"
        rf"(?:\s+|-){_YEAR}",
        mean_calendar,
    ),
    _rule(
        r"(?:[Tt]he\s+)?(?:(?P<part>early|mid|late)[\s-])?(?P<dec>(?:19|20)\d)0s\b",
        lambda m: DateMeaning("decade", year=int(m["dec"]) * 10, part=m["part"]),
    ),
    _rule(
        r"(?P<year>(?:19|20)\d\d)\s?[-–]\s?(?P<until>(?:19|20)\d\d)(?![\d-])",
        mean_two_years,
        is_spell=True,
    ),
    # days of the week
    _rule(
        rf"{_EARLY}(?:(?P<shift>(?i:last|this|this\s+past|past|this\s+coming|next|coming|the\s+following|"
        rf"the\s+next|the\s+previous|that|the\s+same))\s+)?{_WD_FULL}{_LATE}"
        r"(?:\s+(?P<post>last|next)\b(?!\s+(?:week|month|year)))?"
        r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week)?"
        r"(?!s\b|\s+(?:Times|Mirror|Telegraph|Mosque|Market|Mass|Express|Sun|Herald)\b"
        rf"|\s+in\s+(?:early\s+|mid-|late\s+)?(?:{_MONTH_WORDS})\b)",
        mean_weekday,
    ),
    _rule(
        rf"(?P<week>[Ll]ast|[Tt]his|[Nn]ext)\s+week(?:\s+on|,)?\s+{_WD_FULL}{_LATE}", mean_weekday
    ),
    _rule(rf"(?<=[Oo]n ){_WD}(?![A-Za-z])", mean_weekday),
    _rule(rf"{_WD}(?=[.,]?\s+\d{{1,2}}[:.]\d\d)", mean_weekday),
    _rule(rf"[Oo]vernight\s+(?:(?P<link>on|to|into|until)\s+)?{_WD_FULL}", mean_night),
    # today and its neighbours
    _rule(
        r"(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|"
        rf"(?:(?:early|late|earlier|later)\s+)?(?:yesterday|today|tomorrow)(?:\s+(?:{_DAYTIME}))?|"
        rf"tonight|this\s+(?:{_DAYTIME})|last\s+(?:night|evening))\b",
        mean_this_day,
    ),
    _rule(
        r"(?i:overnight|(?:during|in|through)\s+the\s+night)(?!\s+(?:of|from|to|between|bus|train)\b)",
        lambda _: DateMeaning("overnight"),
    ),
    _rule(
        r"(?i:hours\s+(?:earlier|ago|later|afterwards?|before)|within\s+hours|"
        r"moments\s+(?:earlier|later)|(?:minutes|an\s+hour)\s+(?:earlier|later|afterwards?)|"
        r"the\s+same\s+time|(?:earlier|later)\s+in\s+the\s+day|in\s+the\s+past\s+hours)\b",
        lambda _: DateMeaning("told", unit="hour", count=0),
    ),
    # periods
    _rule(
        rf"(?i:(?:(?P<so>earlier|later)\s+)?{_PART}(?P<shift>this\s+past|this|last|next|past|"
        r"(?:the\s+)?current|that|the\s+same|the\s+previous|the\s+following|this\s+coming|the\s+coming)"
        r"\s+(?P<unit>week|weekend|month|year)(?:['’]s)?)\b(?![-\w]|s\b)",
        mean_period,
    ),
    _rule(
        rf"(?i:(?:(?P<so>earlier|later)\s+in\s+|{_PART})(?:over\s+|at\s+|in\s+|during\s+)?the\s+"
        r"(?P<unit>weekend|month|year|week))\b(?!-|\s+(?:of|before|after|to|ended|until|when)\b)",
        mean_period_with_article,
    ),
    # so long ago
    _rule(
        rf"(?i:{_APPROX}(?:{_NUM}\s+)?(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?"
        r"\s+ago)\b",
        mean_ago,
    ),
    _rule(
        rf"(?i:in\s+(?:the\s+)?{_NUM}\s+(?P<unit>day|week|month|year)s?['’]?\s+time)\b",
        mean_in_time,
    ),
    # the last and the coming days
    _rule(
        rf"(?i:(?:(?:in|over|during|within|for|of|throughout)\s+)?(?:the\s+|these\s+)?"
        rf"(?P<way>past|last|recent|preceding|coming|next)\s+(?:{_NUM}\s+)?"
        r"(?P<unit_s>(?P<unit>hour|day|night|week|month|year)s?))\b"
        r"(?!['’]|\s+of\s+(?:the\s+)?(?:[A-Z]|month|year))",
        mean_window_if_plural,
        is_spell=True,
    ),
    _rule(
        r"(?i:(?:in|over|during|within)\s+the\s+(?P<way>past|last|coming)\s+"
        r"(?P<unit_s>(?P<unit>day|week|month|year)))\b",
        mean_window,
        is_spell=True,
    ),
    _rule(
        r"(?i:(?:with)?in\s+(?:a\s+few\s+)?(?P<unit_s>(?P<unit>day|week|month)s))\b"
        r"(?!\s+(?:of|after|before|ago|later))",
        lambda m: DateMeaning("window", unit=m["unit"].lower(), name="coming"),
    ),
    # counted from the last date told
    _rule(
        rf"(?i:{_APPROX}{_NUM}\s+(?P<unit>hour|day|week|month|year)s?\s+"
        r"(?P<way>later|earlier|afterwards?|before(?=[.,;)]|\s*$)|previously|on(?=[,.])|prior))\b",
        mean_told,
    ),
    _rule(
        rf"(?i:{_APPROX}(?:{_NUM}\s+)?(?P<unit>hour|day|week|month|year)s?\s+"
        r"(?P<way>after|before)(?=\s+[\w“\"']))",
        mean_after_event,
    ),
    _rule(
        r"(?i:(?:(?:early|late|later|earlier)\s+)?(?:on\s+|in\s+)?(?:the\s+)?(?P<which>very\s+same|same|"
        rf"next|following|previous|preceding)\s+(?:day|{_DAYTIME})|that\s+(?P<that>day|"
        rf"{_DAYTIME}))\b(?!\s+before)",
        mean_told_day,
    ),
    _rule(
        r"(?i:the\s+(?:day|night|evening|morning)\s+(?P<which>before|after))\b"
        r"(?!\s+(?:yesterday|tomorrow|last))",
        mean_told_day,
    ),
    _rule(r"(?i:the\s+(?P<unit>night|week|month|year)\s+before\s+last)\b", mean_before_last),
    _rule(r"(?i:the\s+(?P<unit>week|month|year)\s+(?P<way>before|after))\b", mean_unit_beside),
    # spells
    _rule(
        rf"(?i:{_APPROX}(?:{_NUM}\s+)?(?P<unit>day|night|week|month)s?{_LENGTH_OF})\b",
        mean_spell,
        is_spell=True,
    ),
    _rule(
        rf"(?i:(?<![\w-])(?:{_NUM}-(?P<unit>day|week|month)|(?P<long>week|month)-long)(?:-long)?{_LONG_FIGHT})",
        mean_spell,
        is_spell=True,
    ),
    _rule(
        rf"(?i:for\s+{_APPROX}(?:the\s+(?:past|last)\s+)?{_NUM}\s+(?:(?:straight|consecutive|"
        r"successive|more)\s+)?(?P<unit>day|night|week|month)s?(?:\s+(?:running|straight|now|"
        r"in\s+a\s+row))?)\b",
        mean_spell,
        is_spell=True,
    ),
    _rule(
        r"(?i:(?:for|into|entered|on)\s+(?:a|the|its|their)\s+(?P<nth>second|third|fourth|fifth|sixth|"
        r"seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+(?:straight\s+|consecutive\s+|successive\s+"
        r"|full\s+)?(?P<unit>day|night)(?:\s+(?:running|in\s+a\s+row|of\s+\w+))?)\b",
        mean_nth_day,
        is_spell=True,
    ),
    # feasts and seasons
    _rule(
        rf"(?:(?P<shift>[Ll]ast|[Tt]his|[Nn]ext)\s+(?:year['’]s\s+)?)?(?P<feast>{_FESTIVALS})"
        rf"(?:\s+(?:of\s+)?{_YEAR})?(?!\s+(?:market|tree|truce|massacre|Island|message))(?![A-Za-z])",
        mean_feast,
    ),
    _rule(
        rf"(?:(?P<shift>[Ll]ast|[Tt]his|[Nn]ext)\s+|(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|"
        rf"(?<=\bSince )|(?<=\bduring )|(?<=\bDuring )|(?<=\bof )|(?<=\bby ))(?:the\s+)?)"
        rf"{_PART}(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|fall|[Ww]inter)"
        rf"(?:\s+(?:of\s+)?{_YEAR})?(?!\s+(?:offensive|of|camp|school|to|from|in|into))\b",
        mean_season,
    ),
)
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
    for order, rule in enumerate(_RULES):
        for match in rule.pattern.finditer(text):
            meaning = rule.build(match)
            if meaning is None or _is_no_month(match, meaning):
                continue
            start = match.start("from") if "from" in rule.pattern.groupindex else match.start()
            end = match.start() + len(match[0].rstrip(" ,"))
            found.append((start, -end, order, Atom(start, end, meaning, rule.is_spell)))
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
        return True
    return bool(re.match(r"\s+[A-Z][a-z]", after))
