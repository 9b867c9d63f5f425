"""Dates on made-up texts: nothing raises, intervals are in order, no day without D."""

from __future__ import annotations

import pickle
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.codes import DatePrecision
from etl.extract.date_patterns import find_atoms
from etl.records import DateMention
from etl.resolve.dates import resolve_date, resolve_dates

WORDS = (
    "on since between and from to until by the last this next early late mid- a two 3 31 29 0 999 "
    "May March February Sept. Monday Tuesday's Wed night morning overnight yesterday week month "
    "weekend year weeks days ago later earlier before after within past recent coming 2014 1999 "
    "the 1990s Ramadan Easter summer first half of quarter for third day fighting 2018-02-30 "
    "30/02/2017 same following previous hours"
).split()
RELATIVE = [
    "on Monday", "last week", "yesterday", "in May", "3 June", "two weeks ago", "this year",
    "overnight", "since Friday", "in recent days", "last summer", "for two days", "next month",
    "at the weekend", "between 3 and 7 March", "during Ramadan",
]  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
days = st.dates(date.min, date.max)


def mentions_of(text: str) -> list[DateMention]:
    """Return the mentions of a text, without the syntax."""
    return [
        DateMention(a.start, a.end, text[a.start : a.end], 0, a.meaning, is_spell=a.is_spell)
        for a in find_atoms(text)
    ]


@settings(max_examples=400, deadline=None)
@given(st.one_of(sentences, st.text(max_size=80)), st.none() | days, st.booleans())
def test_any_text_gives_intervals_in_order(
    text: str, published: date | None, forward: bool
) -> None:
    """Whatever stands in the text, first days are not after last days, and words lie within it."""
    mentions = mentions_of(text)
    values = resolve_dates(mentions, published)
    values += [resolve_date(m, published, anchor=values[0], forward=forward) for m in mentions]
    for value in values:
        assert (value.start is None) == (value.end is None)
        assert (value.start is None) == (value.precision is DatePrecision.UNKNOWN)
        assert value.start is None or value.end is None or value.start <= value.end
    ends = [0, *(m.end for m in mentions), len(text)]
    assert ends == sorted(ends)


@given(st.lists(st.sampled_from(RELATIVE), min_size=1, max_size=4).map(", and ".join))
def test_relative_words_give_no_day_without_publication(text: str) -> None:
    """Where D is unknown, no relative word becomes a day."""
    assert all(v.start is None for v in resolve_dates(mentions_of(text), None))


@given(sentences, st.dates(date(1950, 1, 1), date(2080, 1, 1)))
def test_mentions_survive_the_way_to_another_process(text: str, published: date) -> None:
    """A pickled mention resolves to the same days."""
    mentions = mentions_of(text)
    again = pickle.loads(pickle.dumps(mentions))  # noqa: S301
    assert resolve_dates(again, published) == resolve_dates(mentions, published)
