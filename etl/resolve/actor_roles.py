"""The actors of an event once all that is told of it is gathered: one actor, one row, one role.

Enters: a merged draft with the actors that its sentences name. Leaves: its parts, in which words
that say less ("terrorists", "the forces", "people") carry the actor of the same side that they
stand for, victims of a fight who are no party to it are left out, and the author whom a later
sentence names is the initiator. It refuses to join two names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.codes import FAMILY_OF, ActorKind, EventType, Family, Role, Scope, Status
from etl.resolve.actor_blame import Blame, find_blames
from etl.resolve.actor_gaps import fill_gaps
from etl.resolve.actor_names import name_unnamed
from etl.resolve.facts import Part
from etl.resolve.types import ARMED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import ActorMention, ResolvedActor
    from etl.resolve.facts import Draft, Facts

_STATE_KINDS = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_NONSTATE_KINDS = frozenset(
    {
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.COMMUNAL_MILITIA,
        ActorKind.UNKNOWN,
    }
)
# Unnamed fighters that may be anybody's.
_VAGUE = frozenset(
    "rebels islamists militants bandits militia fighters armed suicide_bomber group member".split()
)
_GENERAL_FORCES = frozenset(
    {"forces", "security_forces", "guard", "government_forces", "government", "country", "post"}
)
_SERVICES = frozenset("navy marines air national_guard special_forces border_guard".split())
_THINGS = frozenset({"site", "property", "post", "asset"})
_PEOPLE = re.compile(
    r"(?i)\b(?:people|persons?|bod(?:y|ies)|corpses?|victims?|wounded|injured|dead|deaths?|"
    r"casualt(?:y|ies)|others?|lives|life|scores|dozens|hundreds|thousands|crew(?: members)?|those|"
    r"survivors|men|man|patients|fatalities|remains)$"
)
_UNIDENTIFIED = re.compile(r"(?i)\b(?:unidentified|unknown|other|another|rival)\b")
_LINKED = re.compile(
    r"(?i)\b(?:suspect\w*|link\w*|ties|accused|alleged\w*|member\w*|belong\w*|affiliat\w*|loyal\w*|"
    r"support\w*|recruit\w*|fight\w*|join\w*|work\w* for|on behalf of|follow\w*|sympathi\w*|cell)\b"
)
_BLAMABLE = frozenset({Family.BATTLE, Family.EXPLOSION, Family.CIVILIANS})
_ALSO = frozenset(
    {EventType.PROPERTY_DESTRUCTION, EventType.EXCESSIVE_FORCE, EventType.DISRUPTED_WEAPONS}
)
# What is done to nobody.
_WITHOUT_TARGET = frozenset(
    {EventType.PEACEFUL_PROTEST, EventType.BASE_ESTABLISHED, EventType.GROUP_CHANGE}
)
_BLAME_REACH = 6  # paragraphs from an event to the words that name its author


@dataclass(frozen=True, slots=True)
class _Told:
    """A part with the mention that it was read from."""

    part: Part
    mention: ActorMention | None
    actor: ResolvedActor | None

    @property
    def noun_class(self) -> str:
        """What the words say; empty for a name."""
        return "" if self.actor is None or self.actor.name else self.actor.noun_class

    @property
    def is_named(self) -> bool:
        """Whether the actor has a name of its own."""
        return self.actor is not None and self.actor.name is not None


def settle_roles(drafts: Sequence[Draft], facts: Facts, main_country: str | None) -> None:
    """Give each draft its final parts, authors named elsewhere among them."""
    at = {(m.start, m.end): (m, a) for m, a in facts.actors}
    for draft in drafts:
        told = [_Told(part, *at.get(part.span, (None, None))) for part in draft.parts]
        draft.parts = [one.part for one in _settle(told, draft, facts)]
        draft.parts += fill_gaps(draft, facts, main_country)
    _add_authors(drafts, facts, main_country)


def _settle(told: list[_Told], draft: Draft, facts: Facts) -> list[_Told]:
    family = FAMILY_OF[draft.event_type]
    told = [
        one
        for one in told
        if one.part.role is not Role.TARGET
        or not (draft.event_type in _WITHOUT_TARGET or _is_speaker(one, draft, facts))
    ]
    if draft.event_type is EventType.ARRESTS:
        told = [held for one in told for held in _as_group(one, facts)]
    told = _turn_round(told, draft)
    told = _fold_vague(told, draft, facts)
    told = _fold_forces(told, is_sent=draft.event_type is EventType.GROUP_CHANGE)
    told = _fold_crowds(told)
    if family is Family.BATTLE:
        told = _parties_only(told, draft)
    if family is Family.PROTEST:  # on whom police turned, not the police hurt
        told = [
            o
            for o in told
            if o.part.role is not Role.TARGET
            or o.part.actor.kind not in _STATE_KINDS
            or _is_argument(o, draft)
        ]
    return _fold_people(told, draft)


def _is_argument(one: _Told, draft: Draft) -> bool:
    """Whether the words stand beside the trigger itself, and are not only counted among victims."""
    start, end = one.part.span
    return any(a.start < end and start < a.end for a in draft.event.arguments)


def _is_speaker(one: _Told, draft: Draft, facts: Facts) -> bool:
    """Whether a target only tells of the event: "hospital staff spoke of 60 wounded"."""
    if _is_argument(one, draft) or one.part.actor.kind in ARMED:
        return False
    start, end = one.part.span
    return any(a.start < end and start < a.end for a in facts.attributions)


def _turn_round(told: list[_Told], draft: Draft) -> list[_Told]:
    """Attackers are armed, whatever the words; whose weapon is stopped is a target."""
    is_violent = FAMILY_OF[draft.event_type] in _BLAMABLE
    disrupters = {
        o.part.actor.country
        for o in told
        if o.part.role is Role.INITIATOR and o.part.actor.kind in _STATE_KINDS
    }
    is_stopped = draft.event_type is EventType.DISRUPTED_WEAPONS and bool(disrupters)
    is_riot = FAMILY_OF[draft.event_type] is Family.RIOT
    kept = []
    for one in told:
        actor = one.part.actor
        if draft.event_type is EventType.SUICIDE_BOMB and one.noun_class == "suicide_bomber":
            kept.append(replace(one, part=replace(one.part, role=Role.INITIATOR)))
        elif one.part.role is not Role.INITIATOR:
            if not (is_stopped and actor.kind in _STATE_KINDS and actor.country in disrupters):
                kept.append(one)
        elif is_riot and actor.kind is ActorKind.CIVILIANS and one.noun_class not in _THINGS:
            crowd = name_unnamed("rioters", actor.country)
            kept.append(replace(one, part=replace(one.part, actor=crowd)))
        elif is_stopped and actor.kind in _NONSTATE_KINDS:
            kept.append(replace(one, part=replace(one.part, role=Role.TARGET)))
        elif actor.kind is ActorKind.CIVILIANS and one.noun_class in _THINGS:
            if draft.event_type is EventType.SUICIDE_BOMB:
                kept.append(_armed(one))
        elif actor.kind is ActorKind.CIVILIANS and is_violent:
            kept.append(_armed(one))
        else:
            kept.append(one)
    return kept


def _armed(one: _Told) -> _Told:
    actor = name_unnamed("armed", one.part.actor.country)
    return replace(one, part=replace(one.part, actor=actor))


def _as_group(one: _Told, facts: Facts) -> list[_Told]:
    """Return people arrested as what they are held to be: "12 people with links to Daesh"."""
    is_open = one.part.role is Role.TARGET and one.part.actor.kind is ActorKind.CIVILIANS
    if not is_open or one.mention is None:
        return [one]
    end = one.part.span[1]
    for mention, actor in facts.actors:
        if mention.sentence != one.mention.sentence or mention.start < end:
            continue
        if actor.name is None or actor.kind not in _NONSTATE_KINDS:
            continue
        if _LINKED.search(facts.document.text[end : mention.start]):
            known = facts.place_actor(actor, one.part.actor.country, one.part.actor.country)
            held = _Told(replace(one.part, actor=known), mention, actor)
            words = replace(held.part, text=mention.text, span=(mention.start, mention.end))
            return [held, replace(held, part=words)]
    return [one]


def _fold_vague(told: list[_Told], draft: Draft, facts: Facts) -> list[_Told]:
    """Unnamed fighters are those named on their side; where a side has none, the first told."""
    kept: list[_Told] = []
    for one in told:
        if one.noun_class not in _VAGUE or _UNIDENTIFIED.search(one.part.text):
            kept.append(one)
            continue
        roles = {one.part.role, Role.PARTICIPANT}
        side = [o for o in told if o.part.role in roles and o is not one]
        home = next((o for o in side if o.is_named and o.part.actor.kind in _NONSTATE_KINDS), None)
        if home is None:
            alike = (o for o in kept if o.part.role is one.part.role and o.noun_class in _VAGUE)
            home = next(alike, None)
        if home is None and one.part.role is Role.TARGET:
            home = _named_beside(told, draft, facts)
        if home is not None:
            kept.append(_stands_for(one, home))
            continue
        others = [o for o in told if o.part.role is not one.part.role]
        is_theirs = any(o.is_named and o.part.actor.kind in _NONSTATE_KINDS for o in others)
        has_other = any(o.part.actor.kind in ARMED for o in side)
        repelled = "repel" in draft.event.frames  # "repelled the attack, killing six militants"
        if is_theirs and has_other and (repelled or not _is_argument(one, draft)):
            continue  # the attackers' dead beside those whom they attacked
        kept.append(one)
    return kept


def _named_beside(told: list[_Told], draft: Draft, facts: Facts) -> _Told | None:
    """Return the one named group in the sentence of the trigger that has no role yet."""
    known = {o.part.actor.actor_id for o in told}
    country = draft.place.country if draft.place is not None else None
    found: dict[str, _Told] = {}
    for mention, actor in facts.actors:
        is_here = mention.sentence == draft.event.sentence and actor.name is not None
        if is_here and not actor.parts and actor.kind is ActorKind.REBEL_GROUP:
            identity = facts.place_actor(actor, country, country)
            span = (mention.start, mention.end)
            part = Part(Role.TARGET, identity, mention.text, span)
            if identity.actor_id not in known:
                found.setdefault(identity.actor_id, _Told(part, mention, actor))
    return next(iter(found.values())) if len(found) == 1 else None


def _has_owner(one: _Told) -> bool:
    return one.is_named or (one.actor is not None and one.actor.country is not None)


def _stands_for(one: _Told, home: _Told) -> _Told:
    part = replace(one.part, actor=home.part.actor, role=home.part.role)
    return _Told(part, one.mention, home.actor)


def _fold_forces(told: list[_Told], *, is_sent: bool) -> list[_Told]:
    """A state's forces in general are the branch of them that the same side names.

    Forces that are sent are the sender's: "Rwanda will send 2,500 soldiers".
    """
    senders = [o for o in told if o.part.role is Role.INITIATOR and _has_owner(o)]
    kept: list[_Told] = []
    for one in told:
        actor = one.part.actor
        if actor.kind not in _STATE_KINDS or one.is_named:
            kept.append(one)
            continue
        if is_sent and senders and not _has_owner(one) and one.part.role is Role.INITIATOR:
            kept.append(_stands_for(one, senders[0]))
            continue
        same = [
            o
            for o in told
            if o is not one
            and o.part.role in (one.part.role, Role.PARTICIPANT)
            and o.part.actor.country == actor.country
            and o.part.actor.kind in _STATE_KINDS
            and o.part.actor.actor_id != actor.actor_id
        ]
        general = one.noun_class in _GENERAL_FORCES
        homes = [o for o in same if o.noun_class not in _GENERAL_FORCES] if general else []
        if one.noun_class == "army" and not homes:  # "three enlisted men" of the marines
            homes = [o for o in same if o.is_named or o.noun_class in _SERVICES]
        kept.append(_stands_for(one, homes[0]) if homes else one)
    return kept


def _fold_crowds(told: list[_Told]) -> list[_Told]:
    """People and rioters among the protesters whom an intervention falls on are protesters."""
    crowd = (ActorKind.PROTESTERS, ActorKind.RIOTERS)
    for role in Role:
        side = [o for o in told if o.part.role is role]
        homes = [o.part.actor for kind in crowd for o in side if o.part.actor.kind is kind]
        if not homes:
            continue
        foldable = {*crowd, ActorKind.CIVILIANS} if role is Role.TARGET else set(crowd)
        told = [
            replace(o, part=replace(o.part, actor=homes[0]))
            if o.part.role is role and o.part.actor.kind in foldable and o.noun_class not in _THINGS
            else o
            for o in told
        ]
    return told


def _parties_only(told: list[_Told], draft: Draft) -> list[_Told]:
    """In a battle bystanders, and the dead of a side that is told already, are no targets."""
    sides = {
        (o.part.actor.country, o.part.actor.kind in _STATE_KINDS)
        for o in told
        if o.part.role is not Role.TARGET and o.part.actor.kind in _STATE_KINDS
    }
    told_apart = [
        o for o in told if o.part.role is not Role.INITIATOR and o.part.actor.kind in ARMED
    ]
    kept = []
    for one in told:
        if one.part.role is not Role.TARGET:
            kept.append(one)
            continue
        actor = one.part.actor
        if actor.kind is ActorKind.CIVILIANS and (
            not _is_argument(one, draft) or (one.noun_class in _THINGS and told_apart)
        ):
            continue
        is_state = actor.kind in _STATE_KINDS or one.noun_class in {"vigilantes", "pro_government"}
        own_side = (actor.country, is_state) in sides
        rest = [o for o in told_apart if o.part.actor.actor_id != actor.actor_id]
        if own_side and rest and not _is_argument(one, draft):
            continue
        kept.append(one)
    return kept


def _fold_people(told: list[_Told], draft: Draft) -> list[_Told]:
    """Words that name nobody ("people", "a bus") give way to those whom others name."""
    specific = [o for o in told if o.part.role is Role.TARGET and not _says_nobody(o)]
    only_counted = all(o.part.actor.kind in ARMED and not _is_argument(o, draft) for o in specific)
    return [
        o
        for o in told
        if not specific
        or o.part.role is not Role.TARGET
        or not _says_nobody(o)
        or (only_counted and o.noun_class == "site" and _is_argument(o, draft))
    ]


def _says_nobody(one: _Told) -> bool:
    if one.part.actor.kind is not ActorKind.CIVILIANS:
        return False
    if one.noun_class in {"site", "property", "quantity"}:
        return True
    return _PEOPLE.search(one.part.text) is not None


def _add_authors(drafts: Sequence[Draft], facts: Facts, main_country: str | None) -> None:
    """Give each claim of responsibility, and each blame, to the deed that it speaks of."""
    sentences = {i: span for i, span in facts.sentences.items() if i in facts.paragraph_of}
    for blame in find_blames(facts.document.text, sentences, facts.actors, facts.attributions):
        draft = _deed_of(blame, drafts, facts)
        if draft is None:
            continue
        mention, actor = facts.actors[blame.number]
        country = draft.place.country if draft.place is not None else main_country
        known = facts.place_actor(actor, country, main_country)
        doers = [p for p in draft.parts if p.role in (Role.INITIATOR, Role.PARTICIPANT)]
        if any(p.actor.actor_id == known.actor_id for p in draft.parts):
            continue
        role = Role.INITIATOR
        if draft.event_type is EventType.DISRUPTED_WEAPONS:
            role, doers = Role.TARGET, [p for p in draft.parts if p.role is Role.TARGET]
        if any(p.actor.kind not in (ActorKind.UNKNOWN, ActorKind.CIVILIANS) for p in doers):
            continue
        draft.parts = [replace(p, actor=known) if p.role is role else p for p in draft.parts]
        draft.parts.append(Part(role, known, mention.text, (mention.start, mention.end)))


def _deed_of(blame: Blame, drafts: Sequence[Draft], facts: Facts) -> Draft | None:
    """Return the last deed told before, that at a place named beside the blame before others."""
    here = facts.paragraph_of[blame.sentence]
    fitting: list[tuple[bool, int, int, Draft]] = []
    for draft in drafts:
        if FAMILY_OF[draft.event_type] not in _BLAMABLE and draft.event_type not in _ALSO:
            continue
        if draft.scope is Scope.SUMMARY or draft.status is Status.DENIED:
            continue
        before = [s for s in draft.sentences if s <= blame.sentence]
        if not before or here - facts.paragraph_of.get(max(before), 0) > _BLAME_REACH:
            continue
        if blame.types and draft.event_type not in blame.types | _ALSO:
            continue
        places = {v.name for m, v in facts.places if m.sentence == blame.sentence}
        is_named = draft.place is not None and draft.place.name in places
        fitting.append((is_named, max(before), -len(fitting), draft))
    return max(fitting, key=lambda item: item[:3])[3] if fitting else None
