"""Who took part in an event, and in which role (codebook, section 5).

Enters: ``Facts``, the arguments of an event mention and its tolls. Leaves: ``Part``s, one role for
each actor. Pronouns and things that stand for nobody give none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import ActorKind, Role
from etl.resolve.facts import Part
from etl.resolve.types import ARMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from etl.records import Argument, CasualtyMention, EventMention
    from etl.resolve.facts import Facts

NO_ACTOR = frozenset(("asset", "pronoun", "sides", ""))
ROLES = {
    "initiator": Role.INITIATOR,
    "modifier": Role.INITIATOR,
    "target": Role.TARGET,
    "participant": Role.PARTICIPANT,
}


class PartFinder:
    """Finds the actors of the events of one document; ``country`` is the document's."""

    def __init__(self, facts: Facts, country: str | None) -> None:
        self.facts = facts
        self.country = country
        self._actor_at = {mention.head: number for number, (mention, _) in enumerate(facts.actors)}

    def find_parts(
        self, event: EventMention, country: str | None, tolls: Sequence[CasualtyMention]
    ) -> list[Part]:
        """Return the actors of an event in a country, in the order of its arguments."""
        parts: list[Part] = []
        for argument in event.arguments:
            role = _role_of(argument, event)
            if role is None:
                continue
            for number in self.find_mentions(argument):
                for part in self._as_parts(number, role, country, _crowd_kind(event, role)):
                    if argument.slot in ("modifier", "means") and part.actor.kind not in ARMED:
                        continue
                    _add(parts, part)
        for toll in tolls:
            self.add_victims(toll, country, parts)
        return _settle(parts, event)

    def add_victims(self, toll: CasualtyMention, country: str | None, parts: list[Part]) -> None:
        """Add the victims of a toll that no role names yet as targets."""
        if toll.victim_start is None or toll.victim_end is None:
            return
        if toll.is_perpetrator_victim or toll.is_part:
            return
        for number, (mention, _) in enumerate(self.facts.actors):
            if mention.start < toll.victim_end and mention.end > toll.victim_start:
                for part in self._as_parts(number, Role.TARGET, country):
                    if all(p.actor.actor_id != part.actor.actor_id for p in parts):
                        _add(parts, part)

    def find_mentions(self, argument: Argument) -> list[int]:
        """Return the actor mentions in an argument: at its head, else anywhere within it."""
        at_head = self._actor_at.get(argument.head)
        if at_head is not None:
            return [at_head]
        inside = [
            number
            for number, (mention, _) in enumerate(self.facts.actors)
            if mention.start < argument.end and mention.end > argument.start
        ]
        covering = [n for n in inside if self._covers(n, argument.head)]
        return covering or inside[:1]

    def _covers(self, number: int, offset: int) -> bool:
        mention = self.facts.actors[number][0]
        return mention.start <= offset < mention.end

    def _as_parts(
        self, number: int, role: Role, country: str | None, kind: ActorKind | None = None
    ) -> Iterable[Part]:
        """Yield the actors that a mention stands for; a pronoun for nobody gives none."""
        mention, resolved = self.facts.actors[number]
        for one in resolved.parts or (resolved,):
            if one.name is None and one.noun_class in NO_ACTOR:
                continue
            actor = self.facts.place_actor(one, country, self.country, as_kind=kind)
            yield Part(role, actor, mention.text, (mention.start, mention.end))


def _role_of(argument: Argument, event: EventMention) -> Role | None:
    """Return the role that the slot of an argument gives, None for things and grounds."""
    if argument.slot == "means":
        return Role.INITIATOR if event.frames & {"explode", "land", "repel"} else None
    return ROLES.get(argument.slot)


def _crowd_kind(event: EventMention, role: Role) -> ActorKind | None:
    """What people without a name are in an event: those who march are protesters."""
    if role is Role.INITIATOR and "riot" in event.frames:
        return ActorKind.RIOTERS
    if role is Role.INITIATOR and "protest" in event.frames and "disperse" not in event.frames:
        return ActorKind.PROTESTERS
    if role is Role.TARGET and event.frames & {"disperse", "protest"}:
        return ActorKind.PROTESTERS
    return None


def _add(parts: list[Part], part: Part) -> None:
    if all((p.role, p.span) != (part.role, part.span) for p in parts):
        parts.append(part)


def _settle(parts: list[Part], event: EventMention) -> list[Part]:
    """One actor has one role: the first told; participants give way to initiator and target."""
    roles: dict[str, Role] = {}
    kept: list[Part] = []
    for part in parts:
        role = roles.setdefault(part.actor.actor_id, part.role)
        if part.actor.kind is ActorKind.CIVILIANS:  # villagers may attack a trader
            role = part.role
        kept.append(replace(part, role=role))
    sided = {p.role for p in kept}
    forces = {p.actor.actor_id for p in kept if p.actor.kind in ARMED}
    if "clash" in event.frames and Role.INITIATOR not in sided and len(forces) > 1:
        return [
            replace(p, role=Role.PARTICIPANT) if p.actor.kind in ARMED else p for p in kept
        ]  # "clashes left six soldiers and nine rebels dead"
    if "agree" in event.frames and sided == {Role.PARTICIPANT} and len(roles) == 1:
        return [replace(p, role=Role.INITIATOR) for p in kept]  # a truce of one side
    if Role.PARTICIPANT in sided and sided & {Role.INITIATOR} and Role.TARGET not in sided:
        kept = [replace(p, role=Role.TARGET) if p.role is Role.PARTICIPANT else p for p in kept]
    return kept
