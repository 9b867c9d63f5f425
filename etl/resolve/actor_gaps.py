"""Roles that syntax left empty, filled from the sentence of the trigger where only one fits.

Enters: a merged draft without an initiator, or without a target. Leaves: ``Part``s for what its
sentences name all the same: the aircraft of an air strike, the bomber, gunmen before a verb, the
force whose enemies fell, the victims of a toll. It refuses to choose between two that fit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import FAMILY_OF, ActorKind, EventType, Family, Outcome, Role, VictimGroup
from etl.resolve.actor_names import name_unnamed
from etl.resolve.facts import Part
from etl.resolve.types import ARMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.records import ActorMention, ResolvedActor
    from etl.resolve.facts import Draft, Facts

_STATE = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_REBELS = frozenset(
    {ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.COMMUNAL_MILITIA}
)
_STRIKES = frozenset({EventType.AIR_STRIKE, EventType.SHELLING, EventType.CHEMICAL_WEAPON})
_HITS = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.ABDUCTED})
_ARMS = re.compile(
    r"(?i)\s*(?:-\w+\s+)?(?:\w+\s+){0,2}?(?:shells?|artillery|rockets?|missiles?|howitzers?|tanks?|mortars?|guns?|"
    r"jets?|drones?|planes?|warplanes?|aircraft|helicopters?|gunships?|bombs?|bombers?|grads?|"
    r"batter(?:y|ies)|fire|(?:air ?)?strikes?|F-?\d+s?|MiG-?\d+s?|Su-?\d+s?)\b"
)
_BOMBER = re.compile(r"(?i)\b(?:suicide|bombers?|attackers?)\b")
_BE = re.compile(r"(?i)\b(?:was|were|been|being|be|is|are|get|got)(?: \w+ly)?\s*$")
_APART = re.compile(r"(?i)[,;:()]|\b(?:by|who|which|that|when|as|after|and|while|before|said)\b")
_ACTIVE = frozenset({"harm", "abduct", "assault", "fire_on", "strike", "launch", "bomb", "destroy"})
# Events that nobody but a crowd makes.
_CROWDS = {
    EventType.PEACEFUL_PROTEST: "protesters",
    EventType.VIOLENT_DEMONSTRATION: "rioters",
    EventType.MOB_VIOLENCE: "rioters",
}
_HELPED = re.compile(
    r"(?i)\s*,?\s*(?:\w+ly\s+)?(?:(?:backed|helped|aided|supported|joined|assisted|accompanied|reinforced)"
    r"\s+by|along(?:side|\s+with)|together\s+with|as\s+well\s+as|and)\s+"
    r"(?:(?:the|a|an|some|local|their|its|allied|fighters|members|from|of)\s+)*"
)
_FACILITY = re.compile(
    r"(?i)\b(?:stations?|headquarters|checkpoints?|bases?|barracks|posts?|offices?|camps?|convoys?|"
    r"patrols?|compound|buildings?|ministry|positions?|vehicles?)\b"
)
_BESIDE = re.compile(r"(?i)\b(?:at|outside|near|beside|into|inside|by|on|against|under|of|to)\b")
_GAP = 60  # characters between a doer and its verb
_VIOLENT = frozenset({Family.EXPLOSION, Family.CIVILIANS})


def fill_gaps(draft: Draft, facts: Facts, main_country: str | None) -> list[Part]:
    """Return the parts that a draft lacks, in the order initiator, target."""
    country = draft.place.country if draft.place is not None else main_country
    gaps = _Gaps(draft, facts, country, main_country)
    found: list[Part] = []
    roles = {part.role for part in draft.parts}
    if Role.INITIATOR not in roles and Role.PARTICIPANT not in roles:
        found += gaps.initiators()
    if Role.TARGET not in roles and Role.PARTICIPANT not in roles:
        found += gaps.targets()
    return found + gaps.allies([*draft.parts, *found])


class _Gaps:
    """The actors of the sentences of a draft that have no role in it."""

    def __init__(
        self, draft: Draft, facts: Facts, country: str | None, main_country: str | None
    ) -> None:
        self._draft, self._facts = draft, facts
        self._country, self._main_country = country, main_country
        self._known = {part.span for part in draft.parts}
        self._ids = {part.actor.actor_id for part in draft.parts}
        self._text = facts.document.text
        here = draft.event.sentence
        self._here = [pair for pair in facts.actors if pair[0].sentence == here]

    def _part(self, role: Role, mention: ActorMention, actor: ResolvedActor) -> Part:
        known = self._facts.place_actor(actor, self._country, self._main_country)
        return Part(role, known, mention.text, (mention.start, mention.end))

    def _free(self, role: Role) -> Iterator[tuple[Part, ActorMention, ResolvedActor]]:
        """Yield the armed actors of the sentence without a role, as parts in that role."""
        for mention, actor in self._here:
            if (mention.start, mention.end) in self._known or actor.parts:
                continue
            if actor.name is None and actor.noun_class in {"", "asset", "pronoun", "sides"}:
                continue
            part = self._part(role, mention, actor)
            if part.actor.actor_id not in self._ids and (
                part.actor.kind in ARMED or part.actor.kind is ActorKind.UNKNOWN
            ):
                yield part, mention, actor

    def initiators(self) -> list[Part]:
        """Return who did it, as far as the sentence of the trigger tells."""
        free = list(self._free(Role.INITIATOR))
        kind = self._draft.event_type
        if kind in _CROWDS:
            return [self._unnamed(Role.INITIATOR, _CROWDS[kind], self._draft.spans[0])]
        if kind is EventType.SUICIDE_BOMB:
            return _only([part for part, m, _ in free if _BOMBER.search(m.text)])
        if kind in _STRIKES:
            return _only([part for part, m, a in free if self._is_weapon(m, a)])
        doer = self._before_verb(free)
        if doer is not None:
            return [doer]
        targets = {p.actor.kind for p in self._draft.parts if p.role is Role.TARGET}
        if (
            FAMILY_OF[kind] is Family.BATTLE
            and targets
            and targets <= _REBELS | {ActorKind.UNKNOWN}
        ):
            return _only([part for part, _, _ in free if part.actor.kind in _STATE])
        return []

    def _is_weapon(self, mention: ActorMention, actor: ResolvedActor) -> bool:
        if mention.noun_class == "air" or actor.noun_class == "air":
            return True
        return _ARMS.match(self._text, mention.end) is not None

    def _before_verb(self, free: list[tuple[Part, ActorMention, ResolvedActor]]) -> Part | None:
        """Return the armed actor right before an active verb that found no subject."""
        event = self._draft.event
        if event.is_nominal or not event.frames & _ACTIVE:
            return None
        if _BE.search(self._text[max(0, event.start - 25) : event.start]):
            return None
        for part, mention, _ in reversed(free):
            between = self._text[mention.end : event.start]
            if mention.end <= event.start and len(between) <= _GAP:
                return None if _APART.search(between) else part
        return None

    def allies(self, parts: list[Part]) -> list[Part]:
        """Return those who help one that has a role: "soldiers, backed by militiamen,"."""
        sided = {part.span[1]: part.role for part in parts if part.actor.kind in ARMED}
        found = []
        for part, mention, _ in self._free(Role.INITIATOR):
            for end, role in sided.items():
                if end <= mention.start and _HELPED.fullmatch(self._text, end, mention.start):
                    found.append(replace(part, role=role))
        return found

    def targets(self) -> list[Part]:
        """Return on whom it fell: a taken place's holders, or the victims that are counted."""
        kind = self._draft.event_type
        if kind is EventType.GOVERNMENT_REGAINS_TERRITORY:
            return self._holders()
        if kind is EventType.NONSTATE_OVERTAKES_TERRITORY:
            spoken = [(a.start, a.end) for a in self._facts.attributions]
            free = [
                part
                for part, _, actor in self._free(Role.TARGET)
                if part.actor.kind in _STATE
                and actor.noun_class not in {"country", "people"}
                and not any(s < part.span[1] and part.span[0] < e for s, e in spoken)
            ]
            return _only(free)
        if kind in (EventType.PROTEST_INTERVENTION, EventType.EXCESSIVE_FORCE):
            return [self._unnamed(Role.TARGET, "protesters", self._draft.spans[0])]
        if FAMILY_OF[kind] not in _VIOLENT:
            return []
        return self._victims() or self._sites()

    def _unnamed(self, role: Role, noun_class: str, span: tuple[int, int]) -> Part:
        """Return people whom no noun names: those who march are told by the march."""
        actor = name_unnamed(noun_class, self._country)
        return Part(role, actor, self._text[span[0] : span[1]], span)

    def _holders(self) -> list[Part]:
        """Return the group told of last that forces of a state could take a place from."""
        last = self._draft.event.sentence
        for mention, actor in reversed(self._facts.actors):
            if mention.sentence > last or actor.name is None or actor.kind not in _REBELS:
                continue
            part = self._part(Role.TARGET, mention, actor)
            if part.actor.actor_id not in self._ids and part.actor.kind is ActorKind.REBEL_GROUP:
                return [part]
        return []

    def _sites(self) -> list[Part]:
        """Return whose place a bomb stood at: "at the gate of the police headquarters"."""
        last = self._draft.event.end
        return _only(
            [
                part
                for part, mention, _ in self._free(Role.TARGET)
                if _FACILITY.search(part.text)
                and mention.start > last
                and _BESIDE.search(self._text[last : mention.start])
            ]
        )

    def _victims(self) -> list[Part]:
        for toll in self._draft.tolls:
            if toll.outcome not in _HITS or toll.victims is VictimGroup.COMBATANT:
                continue
            if toll.is_hypothetical or toll.is_perpetrator_victim or toll.best == 0:
                continue
            span = (toll.start, toll.end)
            if toll.victim_start is not None and toll.victim_end is not None:
                span = (toll.victim_start, toll.victim_end)
            return [self._unnamed(Role.TARGET, "civilians", span)]
        return []


def _only(parts: list[Part]) -> list[Part]:
    """Return the parts if they are all of one actor."""
    return parts if len({part.actor.actor_id for part in parts}) == 1 else []
