"""Words of time and the days that they allow: the codebook's section 7, sentence by sentence."""

from __future__ import annotations

from datetime import date

import pytest

from etl.codes import PassageKind
from etl.extract.dates import extract_dates
from etl.extract.syntax import parse_sentences
from etl.records import DateValue, Passage
from etl.resolve.dates import list_dates, resolve_date, resolve_dates

PUBLISHED = date(2019, 5, 15)  # a Wednesday


def read(
    text: str, published: date | None = PUBLISHED, *, forward: bool = False
) -> list[tuple[str, str | None, str | None, str]]:
    """Return the words, first day, last day and precision of each expression of a text."""
    passages = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        passages.append(Passage(start, start + len(line), PassageKind.BODY, number, number))
        start += len(line) + 1
    mentions = extract_dates(parse_sentences(text, passages))
    values: list[DateValue] = resolve_dates(mentions, published)
    if forward:
        values = [resolve_date(mention, published, forward=True) for mention in mentions]
    return [
        (
            mention.text,
            value.start.isoformat() if value.start else None,
            value.end.isoformat() if value.end else None,
            value.precision.value,
        )
        for mention, value in zip(mentions, values, strict=True)
    ]


PAST = [
    # the codebook's own examples
    ("Shells fell on Wednesday.", "2019-05-15", "2019-05-15", "day"),
    ("Shells fell on Thursday.", "2019-05-09", "2019-05-09", "day"),
    ("Shells fell yesterday.", "2019-05-14", "2019-05-14", "day"),
    ("Shells fell on the town overnight.", "2019-05-14", "2019-05-15", "day"),
    ("Shells fell on the town last week.", "2019-05-06", "2019-05-12", "week"),
    ("Shells have fallen in recent days.", "2019-05-08", "2019-05-15", "week"),
    ("Shells fell earlier this month.", "2019-05-01", "2019-05-15", "month"),
    ("Shells fell last month.", "2019-04-01", "2019-04-30", "month"),
    ("Shells fell in July.", "2018-07-01", "2018-07-31", "month"),
    ("Shells fell in 2014.", "2014-01-01", "2014-12-31", "year"),
    ("Shells fell last year.", "2018-01-01", "2018-12-31", "year"),
    ("Shells fell this week.", "2019-05-13", "2019-05-15", "week"),
    ("Shells fell two days ago.", "2019-05-13", "2019-05-13", "day"),
    ("Shells fell three weeks ago.", "2019-04-21", "2019-04-27", "week"),
    ("Shells fell last summer.", "2018-06-01", "2018-08-31", "month"),
    ("Shells fell last Tuesday.", "2019-05-07", "2019-05-14", "week"),
    ("Shells fell last Sunday.", "2019-05-12", "2019-05-12", "day"),
    ("Shells fell hours earlier.", "2019-05-15", "2019-05-15", "day"),
    ("Shells fell in the first days of this month.", "2019-05-01", "2019-05-07", "week"),
    ("Shells have fallen since Monday.", "2019-05-13", "2019-05-15", "day"),
    ("Two days of shelling left ten dead.", "2019-05-14", "2019-05-15", "day"),
    # days of the week, with parts of the day and other words around them
    ("Troops took the town early on Monday.", "2019-05-13", "2019-05-13", "day"),
    ("At 3 a.m. Friday gunmen opened fire.", "2019-05-10", "2019-05-10", "day"),
    ("Monday's bombing killed ten.", "2019-05-13", "2019-05-13", "day"),
    ("Troops took the town on Wed.", "2019-05-15", "2019-05-15", "day"),
    ("Shells fell on Tuesday last week.", "2019-05-07", "2019-05-07", "day"),
    ("Gunmen came in the night from Saturday to Sunday.", "2019-05-11", "2019-05-12", "day"),
    ("Jets struck overnight into Tuesday.", "2019-05-13", "2019-05-14", "day"),
    ("In the early hours of Sunday a bomb went off.", "2019-05-12", "2019-05-12", "day"),
    # dates
    ("He was killed on 30 September.", "2018-09-30", "2018-09-30", "day"),
    ("He was killed on Sept 23.", "2018-09-23", "2018-09-23", "day"),
    ("He was killed on Oct. 16, 2018, in Goma.", "2018-10-16", "2018-10-16", "day"),
    ("He was killed on the 16th of March 2018.", "2018-03-16", "2018-03-16", "day"),
    ("He was killed on 2018-10-16.", "2018-10-16", "2018-10-16", "day"),
    ("He was killed on 10/25/2017.", "2017-10-25", "2017-10-25", "day"),
    ("He was killed on 25.10.2017.", "2017-10-25", "2017-10-25", "day"),
    ("He was killed in May last year.", "2018-05-01", "2018-05-31", "month"),
    ("He was killed in late September 2015.", "2015-09-21", "2015-09-30", "month"),
    ("He was killed on a Friday in March 2016.", "2016-03-01", "2016-03-31", "month"),
    ("He was killed on New Year's Eve.", "2018-12-31", "2018-12-31", "day"),
    ("He was killed on Easter Sunday.", "2019-04-21", "2019-04-21", "day"),
    ("He was killed in the 1990s.", "1990-01-01", "1999-12-31", "year"),
    ("He was killed in the spring of 2014.", "2014-03-01", "2014-05-31", "month"),
    ("He was killed in the first week of July 2017.", "2017-07-01", "2017-07-07", "week"),
    ("He was killed in the last ten days of April 2016.", "2016-04-21", "2016-04-30", "week"),
    ("He was killed the week before last.", "2019-04-29", "2019-05-05", "week"),
    ("He was killed on Friday (March 15).", "2019-03-15", "2019-03-15", "day"),
    ("He was killed in the night of Friday to Saturday.", "2019-05-10", "2019-05-11", "day"),
    # spells and windows
    ("In the week to 12 May 40 died.", "2019-05-06", "2019-05-12", "week"),
    ("In the 24 hours to Tuesday 40 died.", "2019-05-13", "2019-05-14", "day"),
    ("The war of 2011-2013 killed many.", "2011-01-01", "2013-12-31", "year"),
    ("Many have been held since last May.", "2018-05-01", "2019-05-15", "month"),
    ("Between 3 and 7 March 40 died.", "2019-03-03", "2019-03-07", "day"),
    ("From 3 to 7 March 40 died.", "2019-03-03", "2019-03-07", "day"),
    ("On the night of 3 to 4 May jets struck.", "2019-05-03", "2019-05-04", "day"),
    ("Between 1 June and 30 November 2014 many died.", "2014-06-01", "2014-11-30", "day"),
    ("Many have died since January.", "2019-01-01", "2019-05-15", "month"),
    ("Many have died since 2014.", "2014-01-01", "2019-05-15", "year"),
    ("Many died in the past 24 hours.", "2019-05-14", "2019-05-15", "day"),
    ("Many died over the past seven days.", "2019-05-08", "2019-05-15", "week"),
    ("Many died over the past three months.", "2019-02-15", "2019-05-15", "month"),
    ("Many died in the first nine months of 2018.", "2018-01-01", "2018-09-30", "month"),
    ("Jets struck for a third day on Tuesday.", "2019-05-12", "2019-05-14", "day"),
    ("Guns fired for three days from Thursday.", "2019-05-09", "2019-05-11", "day"),
    ("Clashes erupted over the weekend.", "2019-05-11", "2019-05-12", "week"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), PAST)
def test_words_of_the_past_give_days(text: str, start: str, end: str, precision: str) -> None:
    """An expression of a past event gives the codebook's first day, last day and precision."""
    assert [found[1:] for found in read(text)] == [(start, end, precision)]


FUTURE = [
    ("They will march on Tuesday.", "2019-05-21", "2019-05-21", "day"),
    ("They will march on Wednesday.", "2019-05-22", "2019-05-22", "day"),
    ("They will march next week.", "2019-05-20", "2019-05-26", "week"),
    ("They will march next month.", "2019-06-01", "2019-06-30", "month"),
    ("They will march in July.", "2019-07-01", "2019-07-31", "month"),
    ("They will march on 3 March.", "2020-03-03", "2020-03-03", "day"),
    ("They will march within days.", "2019-05-15", "2019-05-22", "week"),
    ("They will march tomorrow.", "2019-05-16", "2019-05-16", "day"),
    ("They will march by the end of June.", "2019-05-15", "2019-06-30", "month"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), FUTURE)
def test_words_of_a_plan_look_forward(text: str, start: str, end: str, precision: str) -> None:
    """A planned event lies after the day of publication."""
    assert [found[1:] for found in read(text, forward=True)] == [(start, end, precision)]


def test_the_verb_alone_tells_of_the_future() -> None:
    """A verb in the future reads the weekday forward without being told to."""
    assert read("Teachers will strike on Tuesday.")[0][1] == "2019-05-21"
    assert read("Teachers plan to strike on Tuesday.")[0][1] == "2019-05-21"
    assert read("The mob set fire to a shop on Tuesday.")[0][1] == "2019-05-14"


TOLD = [
    ("He was seized on 3 May.\nHe was freed two days later.", "2019-05-05"),
    ("He was seized on 3 May.\nA guard was shot the same day.", "2019-05-03"),
    ("He was seized on 3 May.\nTroops came the next morning.", "2019-05-04"),
    ("He was seized on 3 May.\nA bomb had gone off a day earlier.", "2019-05-02"),
    ("He was seized on 3 May.\nHours later the police came.", "2019-05-03"),
    ("Guns fell silent on 3 May, two days after troops shelled the town.", "2019-05-01"),
    ("He was shot on 3 May.\nThe killing came four days after his friend died.", "2019-04-29"),
    ("He was seized on 3 May.\nTwo days after the raid he was freed.", "2019-05-05"),
    ("He was seized on 3 May.\nOn the following Monday he was freed.", "2019-05-06"),
    ("The town fell in 2014.\nA shop burned on 3 May.\nIt reopened a day later.", "2019-05-04"),
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_words_count_from_the_last_date_told(text: str, day: str) -> None:
    """Words such as "two days later" count from the last day that the text has told."""
    assert read(text)[-1][1:] == (day, day, "day")


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Tuesday.",
        "Shells fell overnight.",
        "Shells fell last week, and in July, and on 3 May.",
        "Shells have fallen since Monday and for two days now.",
        "A day later shells fell.",
    ],
)
def test_without_publication_relative_words_give_no_day(text: str) -> None:
    """Where D is unknown the words are kept and their days stay empty."""
    found = read(text, None)
    assert found
    assert all(entry[1:] == (None, None, "unknown") for entry in found)


def test_without_publication_full_dates_hold() -> None:
    """A full date resolves without D, and so do the words that count from it."""
    found = read(
        "He was shot on 3 May 2018.\nTwo days later a bomb went off.\nIt was Monday.", None
    )
    assert [entry[1] for entry in found] == ["2018-05-03", "2018-05-05", None]


@pytest.mark.parametrize(
    "text",
    [
        "A 10-year-old boy was hurt.",
        "A 48-hour pause was proposed.",
        "The 20-year war has no end.",
        "They may march through the village.",
        "Gunmen killed 2,014 people.",
        "The March 23 Movement took the hill.",
        "On Fridays he closes early.",
        "The date was 04/05/2017.",
        "He was jailed for 20 years.",
    ],
)
def test_no_time_of_an_event_is_no_expression(text: str) -> None:
    """Ages, lengths, names, habits and figures that can be read two ways are not mentioned."""
    assert read(text) == []


def test_a_date_that_no_calendar_has_is_kept_without_days() -> None:
    """30 February keeps its words and gives no day."""
    assert read("He was shot on 30 February.") == [("30 February", None, None, "unknown")]


def test_two_days_joined_by_and_are_two_expressions() -> None:
    """The words "on 3 and 5 May" tell of two days, "between 3 and 5 May" of one spell."""
    assert [e[1] for e in read("He was hit on 3 and 5 May.")] == ["2019-05-03", "2019-05-05"]
    assert [e[1:3] for e in read("He was hit between 3 and 5 May.")] == [
        ("2019-05-03", "2019-05-05")
    ]


def test_last_week_on_a_sunday_covers_both_weeks() -> None:
    """On a Sunday "last week" may be the week that ends with it."""
    assert read("Shells fell last week.", date(2019, 5, 12))[0][1:3] == ("2019-04-29", "2019-05-12")


def test_the_command_prints_offsets_and_days() -> None:
    """A listed date holds the offsets of its words, its days and its precision."""
    text = "Shells fell on Tuesday."
    mentions = extract_dates(parse_sentences(text, [Passage(0, len(text), PassageKind.BODY, 0, 0)]))
    assert list_dates(mentions, PUBLISHED) == [
        {"start": 15, "end": 22, "from": "2019-05-14", "to": "2019-05-14", "precision": "day"}
    ]
