"""From the mentions of a document to its reports, with the evidence of every value.

Enters: ``Facts``. Leaves: ``Report``s in the order of their triggers. Who vouches for
the trigger is the report's attribution.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.codes import ActorKind, ClaimantKind, Role
from etl.records import ActorValue, AttributionValue, Evidence, Report
from etl.resolve.actor_roles import settle_roles
from etl.resolve.confidence import with_confidence
from etl.resolve.drafts import DraftMaker
from etl.resolve.merging import merge_drafts
from etl.resolve.toll_homes import place_tolls
from etl.resolve.tolls import resolve_tolls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.records import AttributionMention, CasualtyValue
    from etl.resolve.facts import Draft, Facts, Part


def resolve_reports(facts: Facts) -> list[Report]:
    """Return the reports of a document, in the order of their triggers."""
    maker = DraftMaker(facts)
    drafts = merge_drafts(maker.make())
    place_tolls(drafts, facts)
    for draft in drafts:
        country = draft.place.country if draft.place is not None else maker.country
        for toll in draft.tolls:
            maker.actors.add_victims(toll, country, draft.parts)
    settle_roles(drafts, facts, maker.country)
    reports = [_report(draft, facts) for draft in drafts]
    reports.sort(key=lambda r: (r.trigger, r.event_type, _place_key(r)))
    return with_confidence(reports, facts)


def _place_key(report: Report) -> tuple[int, str]:
    place = report.place
    if place is None:
        return 0, ""
    return (place.span or (0, 0))[0], place.name or ""


def _report(draft: Draft, facts: Facts) -> Report:
    actors = _actors(draft.parts)
    casualties = resolve_tolls(draft, facts)
    attributions = _attributions(draft, facts, draft.parts)
    return Report(
        event_type=draft.event_type,
        status=draft.status,
        scope=draft.scope,
        trigger=(draft.event.start, draft.event.end),
        date=draft.date,
        place=draft.place,
        actors=actors,
        casualties=tuple(casualties),
        attributions=attributions,
        evidence=tuple(_evidence(draft, actors, casualties, attributions)),
    )


def _actors(parts: Sequence[Part]) -> tuple[ActorValue, ...]:
    """Return one value for each actor and role, with all its wordings."""
    groups: dict[tuple[str, Role], list[Part]] = {}
    for part in parts:
        groups.setdefault((part.actor.actor_id, part.role), []).append(part)
    values = []
    for (actor_id, role), members in groups.items():
        spans = tuple(dict.fromkeys(part.span for part in members))
        values.append(
            ActorValue(
                actor_id=actor_id,
                name=members[0].actor.name,
                role=role,
                kind=members[0].actor.kind,
                country=members[0].actor.country,
                texts=tuple(dict.fromkeys(part.text for part in members)),
                spans=spans,
            )
        )
    return tuple(values)


def _attributions(
    draft: Draft, facts: Facts, parts: Sequence[Part]
) -> tuple[AttributionValue, ...]:
    """Return who vouches for the trigger, the closest first, then who denies it."""
    trigger = draft.event.start
    covering = [a for a in facts.attributions if a.covers_start <= trigger < a.covers_end]
    covering.sort(key=lambda a: (a.is_denial, a.covers_end - a.covers_start, a.start))
    values = []
    for mention in covering[:2]:
        actor = _claimant_actor(mention, parts)
        kind = mention.kind
        if actor is not None:
            kind = ClaimantKind.PARTY
        values.append(
            AttributionValue(
                claimant=mention.text,
                kind=kind,
                span=(mention.start, mention.end),
                actor_id=actor,
                is_denial=mention.is_denial,
            )
        )
    return tuple(values)


def _claimant_actor(mention: AttributionMention, parts: Sequence[Part]) -> str | None:
    """Return the actor of the event that the claimant is, if it is one of its forces."""
    for part in parts:
        if part.actor.kind in (ActorKind.CIVILIANS, ActorKind.UNKNOWN):
            continue
        if part.span[0] < mention.end and part.span[1] > mention.start:
            return part.actor.actor_id
        if any(text.lower() == mention.text.lower() for text in (part.text, part.actor.name)):
            return part.actor.actor_id
    return None


def _evidence(
    draft: Draft,
    actors: Sequence[ActorValue],
    casualties: Sequence[CasualtyValue],
    attributions: Sequence[AttributionValue],
) -> Iterable[Evidence]:
    event, status = draft.event, draft.event.status
    yield Evidence("type", 0, event.start, event.end)
    if status.cue_start is not None and status.cue_end is not None:
        yield Evidence("status", 0, status.cue_start, status.cue_end)
    if status.scope_cue_start is not None and status.scope_cue_end is not None:
        yield Evidence("scope", 0, status.scope_cue_start, status.scope_cue_end)
    if draft.date.span is not None and draft.date.start is not None:
        yield Evidence("date", 0, *draft.date.span)
    if draft.place is not None and draft.place.span is not None:
        yield Evidence("location", 0, *draft.place.span)
    for number, actor in enumerate(actors):
        for span in actor.spans:
            yield Evidence("actors", number, *span)
    for number, claim in enumerate(casualties):
        yield Evidence("casualties", number, *claim.span)
        if claim.claimant_span is not None:
            yield Evidence("casualties.claimant", number, *claim.claimant_span)
    for number, attribution in enumerate(attributions):
        yield Evidence("attribution", number, *attribution.span)
