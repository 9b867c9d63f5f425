"""Which event a toll belongs to that its sentence alone does not settle.

Enters: the drafts of a document, with the tolls of their own sentences, and its facts. Leaves: the
drafts with the tolls that none had taken, given to the event told last in the same item, and
summaries with the tolls told for several places together. Refused: tolls under another heading,
beside another place or earlier days than the event's, and of what has not happened.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from etl.codes import EventType, PlacePrecision, Scope, Status
from etl.records import PlaceValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import CasualtyMention, PlaceMention
    from etl.resolve.facts import Draft, Facts

ORPHAN_REACH = 1  # paragraphs
WEEK_DAYS = 6
# Types of which a toll told later can be the outcome.
HARMFUL = frozenset(EventType) - {
    EventType.AGREEMENT,
    EventType.BASE_ESTABLISHED,
    EventType.GROUP_CHANGE,
    EventType.DISRUPTED_WEAPONS,
    EventType.TERRITORY_TRANSFER,
}
# Types that are seldom the cause of deaths told after them.
MILD = frozenset((EventType.PEACEFUL_PROTEST, EventType.ARRESTS, EventType.PROPERTY_DESTRUCTION))
LISTED = re.compile(
    r"(?:[\s,;&]|\b(?:and|or|as well as|in|near|at|the|of|nearby|both|towns?|cit(?:y|ies)|"
    r"villages?)\b)*"
)
BESIDE = re.compile(r"\s*(?:people |others |more )?(?:in|at|near|outside)\s+(?:the \w+ of )?")
BLOODLESS = frozenset((EventType.PEACEFUL_PROTEST, EventType.ARRESTS))
HAPPENED = frozenset((Status.OCCURRED, Status.ONGOING, Status.FOILED))
ELSEWHERE = frozenset("in at near outside outskirts off".split())


def place_tolls(drafts: list[Draft], facts: Facts) -> None:
    """Settle whose each toll is: those told for several places first, then those that none took."""
    for draft in drafts:
        if draft.scope is not Scope.SUMMARY:
            own = draft.event.sentence
            draft.tolls = [
                t for t in draft.tolls if t.sentence == own or not _is_tally(t, draft, facts)
            ]
    _divide(drafts, facts)
    _place_orphans(drafts, facts)


def _divide(drafts: list[Draft], facts: Facts) -> None:
    """Give a toll told for events in several places to its own place, else to a summary of them.

    "Killing 10 in Mosul and 12 in Rawa" names the place of each; what is told of all of them
    together is no toll of any.
    """
    for event in {id(draft.event): draft.event for draft in drafts}.values():
        among = [draft for draft in drafts if draft.event is event]
        if not _are_listed(among, facts):
            continue
        together = []
        for toll in {(t.start, t.end, t.outcome): t for d in among for t in d.tolls}.values():
            sharing = [draft for draft in among if toll in draft.tolls]
            own = _place_beside(toll, sharing, facts)
            if len(sharing) == 1 or not toll.best:
                continue
            for draft in sharing:
                if draft is not own:
                    draft.tolls.remove(toll)
            if own is None:
                together.append(toll)
        if together and not any(toll.is_hypothetical for toll in together):
            drafts.append(_summary_of(among, together))


def _are_listed(drafts: Sequence[Draft], facts: Facts) -> bool:
    """Tell whether the places of one mention's drafts stand in a list ("A, B and C")."""
    spans = sorted(d.place.span for d in drafts if d.place is not None and d.place.span is not None)
    gaps = [facts.document.text[a[1] : b[0]] for a, b in pairwise(spans)]
    return (
        len(spans) == len(drafts) > 1
        and all(LISTED.fullmatch(gap) for gap in gaps)
        and re.search(r"\band\b|\bor\b|&", gaps[-1]) is not None
    )


def _place_beside(toll: CasualtyMention, drafts: Sequence[Draft], facts: Facts) -> Draft | None:
    """Return the draft whose place is told right behind a toll ("10 in Mosul")."""
    for draft in drafts:
        if draft.place is None or draft.place.span is None:
            continue
        between = facts.document.text[toll.end : draft.place.span[0]]
        if draft.place.span[0] >= toll.end and BESIDE.fullmatch(between):
            return draft
    return None


def _summary_of(drafts: Sequence[Draft], tolls: list[CasualtyMention]) -> Draft:
    """Return a summary of events in several places, at what their places have in common."""
    places = [draft.place for draft in drafts if draft.place is not None]
    countries = {place.country for place in places}
    regions = {place.admin1 for place in places}
    country = countries.pop() if len(countries) == 1 else None
    region = regions.pop() if country is not None and len(regions) == 1 else None
    precision = PlacePrecision.UNKNOWN
    if country is not None:
        precision = PlacePrecision.COUNTRY if region is None else PlacePrecision.ADMIN1
    return replace(
        drafts[0],
        scope=Scope.SUMMARY,
        place=PlaceValue(region, None, country, precision, admin1=region),
        place_told=False,
        parts=list(drafts[0].parts),
        tolls=tolls,
        spans=list(drafts[0].spans),
        sentences={drafts[0].event.sentence},
    )


def _place_orphans(drafts: Sequence[Draft], facts: Facts) -> None:
    """Give tolls that no draft has taken to the event told last before them."""
    taken = {(t.start, t.end, t.outcome) for draft in drafts for t in draft.tolls}
    for toll, owner in zip(facts.tolls, facts.toll_owner, strict=True):
        if (toll.start, toll.end, toll.outcome) in taken or toll.is_hypothetical:
            continue
        event = facts.events[owner] if owner is not None else None
        is_open = event is None or not event.status.is_codable or event.is_outcome_only
        home = _named(drafts, toll, facts) or _home(drafts, toll, facts)
        home = home or _lead(drafts, toll, facts)
        if home is None or _is_before(home, toll, facts):
            continue
        if not is_open and _is_elsewhere(home, toll, facts):
            continue
        home.tolls.append(toll)
        home.sentences.add(toll.sentence)


def _home(drafts: Sequence[Draft], toll: CasualtyMention, facts: Facts) -> Draft | None:
    """Return the event that a toll told without one of its own belongs to.

    That is one of its sentence, else the one told last before it in the same item: no heading,
    dateline or bullet stands between. Violence comes before what seldom kills.
    """
    best = None
    for draft in drafts:
        told = [s for s in draft.sentences if s <= toll.sentence and _is_one_item(s, toll, facts)]
        if not told:
            continue
        is_here = max(told) == toll.sentence
        if draft.event_type not in HARMFUL and toll.best != 0:
            continue
        if draft.scope is Scope.SUMMARY and not is_here:
            continue
        if draft.status not in HAPPENED or (draft.event_type in BLOODLESS and toll.best != 0):
            continue
        if not is_here and _has_moved(draft, max(told), toll, facts):
            continue
        rank = draft.event_type not in MILD or not toll.best, max(told)
        if best is None or rank >= best[0]:
            best = rank, draft
    return best[1] if best is not None else None


def _has_moved(draft: Draft, told: int, toll: CasualtyMention, facts: Facts) -> bool:
    """Tell whether a later paragraph has gone to another place before it tells a toll."""
    paragraph = facts.paragraph_of.get(toll.sentence)
    if facts.paragraph_of.get(told) == paragraph:
        return False
    return any(
        told < mention.sentence < toll.sentence
        and facts.paragraph_of.get(mention.sentence) == paragraph
        and _is_other(mention, value, draft)
        for mention, value in facts.places
    )


def _is_one_item(sentence: int, toll: CasualtyMention, facts: Facts) -> bool:
    """Tell whether a toll is told in the item of a sentence, in its paragraph or the next one."""
    paragraphs = facts.paragraph_of
    if paragraphs.get(toll.sentence, 0) - paragraphs.get(sentence, 0) > ORPHAN_REACH:
        return False
    spans = [facts.sentences[s] for s in range(sentence, toll.sentence + 1) if s in facts.sentences]
    gaps = (facts.document.text[a[1] : b[0]] for a, b in pairwise(spans))
    return not any(re.search(r"[^\W_]|^\s*[-*\N{BULLET}]\s", gap, re.MULTILINE) for gap in gaps)


def _named(drafts: Sequence[Draft], toll: CasualtyMention, facts: Facts) -> Draft | None:
    """Return the event at the place that a raised toll names ("the toll in Rafah rose to 11")."""
    named = {
        value.place_id
        for mention, value in facts.places
        if mention.sentence == toll.sentence
        and mention.relation in ELSEWHERE
        and mention.start < toll.end
    }
    if not toll.is_update or not named - {None}:
        return None
    told = [
        draft
        for draft in drafts
        if draft.place is not None
        and draft.place.place_id in named - {None}
        and draft.status in HAPPENED
        and draft.scope is not Scope.SUMMARY
        and draft.event_type in HARMFUL - MILD
        and draft.event.sentence < toll.sentence
    ]
    return told[-1] if told else None


def _lead(drafts: Sequence[Draft], toll: CasualtyMention, facts: Facts) -> Draft | None:
    """Return the first event told, where the text opens with how its toll has risen."""
    begun = [d for d in drafts if d.status in HAPPENED and d.scope is not Scope.SUMMARY]
    first = min(begun, key=lambda d: min(d.sentences), default=None)
    if first is None or not toll.is_update or first.event_type not in HARMFUL - MILD:
        return None
    paragraphs = facts.paragraph_of
    told = min(first.sentences)
    near = paragraphs.get(told, 0) - paragraphs.get(toll.sentence, 0) <= ORPHAN_REACH
    return first if told > toll.sentence and near else None


def _is_elsewhere(home: Draft, toll: CasualtyMention, facts: Facts) -> bool:
    """Tell whether the sentence of a toll names another place than the event's."""
    return any(
        mention.sentence == toll.sentence and _is_other(mention, value, home)
        for mention, value in facts.places
    )


def _is_other(mention: PlaceMention, value: PlaceValue, home: Draft) -> bool:
    if mention.role is not None or home.place is None or mention.relation not in ELSEWHERE:
        return False
    return value.place_id != home.place.place_id


def _is_tally(toll: CasualtyMention, draft: Draft, facts: Facts) -> bool:
    """Tell whether a toll is that of a longer spell than the event ("since January")."""
    return any(
        date.sentence == toll.sentence and date.is_spell for date, _ in facts.dates
    ) and _is_before(draft, toll, facts)


def _is_before(home: Draft, toll: CasualtyMention, facts: Facts) -> bool:
    """Tell whether a toll is counted from days before the event ("since the summer")."""
    begun = home.date.start
    return any(
        date.sentence == toll.sentence
        and days.start is not None
        and days.end is not None
        and begun is not None
        and days.start < begun
        and (home.date_told or (days.end - days.start).days >= WEEK_DAYS)
        for date, days in facts.dates
    )
