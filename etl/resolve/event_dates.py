"""When an event happened: the days told for it (codebook, section 7).

Enters: ``Facts`` and an event mention. Leaves: its days and whether the words tell them for it; the
day on which somebody spoke, then the day of publication, stand in for the news of the day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.codes import DatePrecision, Status
from etl.records import DateValue
from etl.resolve.dates import resolve_date

if TYPE_CHECKING:
    from etl.records import DateMention, EventMention
    from etl.resolve.facts import Facts

LIST_REACH = 12  # paragraphs of a list below its lead
MEASURED = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|before)\b", re.IGNORECASE)
COUNTED_BY = frozenset(("by", "until", "since"))  # when victims were counted, not hurt


def find_date(facts: Facts, number: int, event: EventMention) -> tuple[DateValue, bool]:
    """Return the days of an event, and whether the words tell them for it.

    The day on which somebody spoke stands in where no other is told.
    """
    forward = event.status.status in (Status.PLANNED, Status.THREATENED)
    published = facts.document.published
    for mention, value in _own_dates(facts, number, event):
        days = resolve_date(mention, published, forward=True) if forward else value
        if days.start is not None or published is None:
            return days, True
    lead = _lead_date(facts, event)
    if lead is not None and not forward:
        return lead, True
    plotted = event.status.status is Status.FOILED and "plan" in event.words
    if forward or plotted or published is None:
        return DateValue(None, None, DatePrecision.UNKNOWN), False
    for index in sorted(facts.spoken_dates):
        mention, value = facts.dates[index]
        if mention.sentence == event.sentence and value.start is not None:
            return value, False
    return DateValue(published, published, DatePrecision.INFERRED), False


def _own_dates(
    facts: Facts, number: int, event: EventMention
) -> list[tuple[DateMention, DateValue]]:
    """Return the dates attached to an event; failing those, its sentence's only date."""
    usable = [
        (index, pair)
        for index, pair in enumerate(facts.dates)
        if pair[0].sentence == event.sentence
        and pair[0].relation != "dateline"
        and index not in facts.spoken_dates
        and not pair[0].start <= event.start < pair[0].end
        and not (event.is_outcome_only and pair[0].relation in COUNTED_BY)
    ]
    own = [pair for index, pair in usable if facts.date_owner[index] == number]
    if own or len(usable) != 1:
        return own
    others = [e for e in facts.events if e.sentence == event.sentence and e is not event]
    after = facts.document.text[usable[0][1][0].start : usable[0][1][0].end + len(" before")]
    if MEASURED.search(after):  # "came two weeks after a raid": the raid's day
        return []
    alike = all(other.status.status is event.status.status for other in others)
    return [usable[0][1]] if alike else []


def _lead_date(facts: Facts, event: EventMention) -> DateValue | None:
    """Return the spell of a sentence that ends in a colon: it holds for the list below it."""
    for mention, value in facts.dates:
        start, end = facts.sentences[mention.sentence]
        if (
            facts.document.text[start:end].rstrip().endswith(":")
            and mention.sentence < event.sentence
        ):
            gap = event.paragraph - facts.paragraph_of[mention.sentence]
            if mention.is_spell and value.start != value.end and gap <= LIST_REACH:
                return value
    return None
