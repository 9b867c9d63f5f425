"""From triggers, means and actors to the event type (codebook, section 3).

Enters: what an event mention says (frames, types of its words, means) and who its actors and
victims are. Leaves: one of the 25 types, or None where the words do not tell of a codable event.
The order of means is the codebook's: the more specific means wins, then the taking of territory,
then the fight, then the attack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.codes import ActorKind, EventType, VictimGroup
from etl.resolve.type_words import (
    ARMS,
    BASE,
    CAUSE,
    CIVIL_OBJECTS,
    COMMUNITY,
    CROWD_WORDS,
    DEMONSTRATING,
    FIGHTING,
    FORCES,
    GATHERED,
    MANNED,
    NO_CROWD,
    TRUCE,
    UNMANNED,
    UNOPPOSED,
    VEHICLES,
)

MEANS_ORDER: tuple[tuple[str, EventType], ...] = (
    ("chemical", EventType.CHEMICAL_WEAPON),
    ("suicide", EventType.SUICIDE_BOMB),
    ("air", EventType.AIR_STRIKE),
    ("shelling", EventType.SHELLING),
    ("explosive", EventType.REMOTE_EXPLOSIVE),
    ("grenade", EventType.GRENADE),
)
VIOLENT_MEANS = frozenset(means for means, _ in MEANS_ORDER) | {"gun"}
BLASTS = VIOLENT_MEANS - {"gun"}
OUTCOMES = frozenset("harm die displace strike land".split())
BY_MEANS = frozenset(kind for _, kind in MEANS_ORDER)
# Frames by which a weapon in the arguments is the means of the event.
USING = frozenset(
    "harm die assault ram strike fire_on launch bomb suffer explode detonate land step means "
    "killing weapon clash".split()
)
ARMED = frozenset(
    (
        ActorKind.STATE_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.COMMUNAL_MILITIA,
        ActorKind.EXTERNAL_FORCES,
    )
)
STATE = frozenset((ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES))
NON_STATE = frozenset(
    (
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.COMMUNAL_MILITIA,
        ActorKind.UNKNOWN,
    )
)
CROWD = frozenset((ActorKind.PROTESTERS, ActorKind.RIOTERS))


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of an event when its type is decided.

    ``objects`` are the words of its objects and means, ``arms`` those and its trigger words,
    ``sentence`` those of its sentence.
    ``place_is_object`` says that a place stands where the thing taken stands.
    """

    frames: frozenset[str]
    types: frozenset[EventType]
    means: frozenset[str]
    flags: frozenset[str]
    initiators: frozenset[ActorKind]
    targets: frozenset[ActorKind]
    victims: frozenset[VictimGroup]
    place_is_object: bool
    objects: str
    arms: str
    sentence: str
    has_toll: bool = False
    has_dead: bool = False
    is_summary: bool = False
    is_foiled: bool = False
    subjects: str = ""
    moved: str = ""


def resolve_type(scene: Scene) -> EventType | None:
    """Return the type of an event, or None where its words do not tell of a codable one."""
    frames = scene.frames
    if scene.is_summary and frames <= {"harm", "die", "violence", "displace", "killing"}:
        return _pattern(scene)
    if frames <= {"displace", "violence"}:
        return None
    if "mishap" in scene.means and not scene.means & VIOLENT_MEANS and frames <= OUTCOMES:
        return None
    if "needs_armed" in scene.flags and frames <= {"clash", "advance"}:
        armed = (scene.initiators | scene.targets) & (ARMED | {ActorKind.UNKNOWN})
        if not armed and not scene.has_dead:
            return None
    for decide in (_weapons, _crowd, _means, _territory, _persons, _strategic):
        decided = decide(scene)
        if decided is not None:
            return decided
    if frames & {"assault", "fire_on", "harm", "killing", "suffer", "strike", "bomb"}:
        return _violence(scene)
    if frames == {"repel"} and not scene.initiators & (ARMED | {ActorKind.UNKNOWN}):
        return None
    if "clash" in frames or "repel" in frames or "advance" in frames:
        return EventType.ARMED_CLASH
    if "die" in frames:
        return None
    if "body" in frames:
        return EventType.ATTACK
    return None


def _pattern(scene: Scene) -> EventType | None:
    """A summary whose means is not told: a war's, or one of attacks on the unarmed."""
    if not scene.has_toll:
        return None
    if scene.types & {EventType.SEXUAL_VIOLENCE, EventType.ABDUCTION}:
        return next(iter(scene.types & {EventType.SEXUAL_VIOLENCE, EventType.ABDUCTION}))
    if scene.targets & CROWD:
        return EventType.EXCESSIVE_FORCE
    if FIGHTING.search(scene.sentence) or scene.targets & ARMED:
        return EventType.ARMED_CLASH
    unarmed = VictimGroup.CIVILIAN in scene.victims or EventType.ATTACK in scene.types
    by_group = bool(scene.initiators & NON_STATE) and scene.targets == {ActorKind.CIVILIANS}
    return EventType.ATTACK if unarmed or by_group else EventType.ARMED_CLASH


def _weapons(scene: Scene) -> EventType | None:
    """Weapons made harmless or seized, aircraft shot down."""
    if "shootdown" in scene.frames:
        if UNMANNED.search(scene.objects):
            return EventType.DISRUPTED_WEAPONS
        if MANNED.search(scene.objects):
            return EventType.ARMED_CLASH
        return _violence(scene) if scene.targets else None
    undone = scene.frames & {"defuse", "intercept"}
    if undone and (ARMS.search(scene.arms) or UNMANNED.search(scene.arms)):
        return EventType.DISRUPTED_WEAPONS
    if scene.frames & {"seize_arms", "take", "destroy"} and not scene.place_is_object:
        known = bool(scene.initiators & (STATE | NON_STATE)) or "seize_arms" in scene.frames
        armed = known or (not scene.initiators and "take" in scene.frames)
        words = scene.arms if "seize_arms" in scene.frames else scene.objects
        if ARMS.search(words) and armed and not scene.frames & {"harm", "means", "assault"}:
            return EventType.DISRUPTED_WEAPONS
    return None


def _crowd(scene: Scene) -> EventType | None:
    """Protests and riots, and what is done to them."""
    frames = scene.frames
    protesters_hurt = scene.targets & CROWD or (
        GATHERED.search(scene.objects)
        and not scene.initiators & NON_STATE
        and (scene.initiators or not scene.means & BLASTS)
    )
    by_state = (scene.initiators & STATE or not scene.initiators) and not scene.initiators & CROWD
    if frames & {"fire_on", "harm", "killing"} and protesters_hurt and by_state:
        return EventType.EXCESSIVE_FORCE
    if "protest" in frames and frames & {"fire_on", "harm"} and scene.initiators & STATE:
        return EventType.EXCESSIVE_FORCE
    if "disperse" in frames:
        if "gas_crowd" in scene.means or protesters_hurt or "protest" in frames:
            return EventType.PROTEST_INTERVENTION
        return None
    if "riot" in frames:
        settlers = "settler" in scene.subjects.lower()
        return EventType.MOB_VIOLENCE if settlers else EventType.VIOLENT_DEMONSTRATION
    if "protest" in frames and frames & {"take", "expel", "assault"} and scene.initiators & STATE:
        return EventType.PROTEST_INTERVENTION
    if "protest" in frames:
        if frames & {"arrest"}:
            return EventType.PROTEST_INTERVENTION
        if "crowd" in scene.flags and not (scene.initiators and CAUSE.search(scene.sentence)):
            return None
        return EventType.PEACEFUL_PROTEST
    if "launch" in frames and "stone" in scene.means:
        return EventType.VIOLENT_DEMONSTRATION
    if "destroy" in frames and EventType.PROPERTY_DESTRUCTION in scene.types:
        crowd = DEMONSTRATING.search(scene.subjects)
        if re.search(r"\bmobs?\b", scene.subjects, re.IGNORECASE):
            return EventType.MOB_VIOLENCE
        if crowd and not NO_CROWD.search(scene.subjects):
            return EventType.VIOLENT_DEMONSTRATION
    if EventType.MOB_VIOLENCE in scene.types:
        return EventType.MOB_VIOLENCE
    people = scene.initiators & CROWD or COMMUNITY.search(scene.subjects)
    if frames & {"assault", "harm"} and people and not scene.initiators & ARMED:
        return None if "gun" in scene.flags else EventType.MOB_VIOLENCE
    everyone = scene.initiators | scene.targets
    if "clash" in frames and everyone & CROWD:
        return EventType.VIOLENT_DEMONSTRATION
    if frames <= {"clash", "harm", "die"} and "clash" in frames and not everyone & ARMED:
        crowds = CROWD_WORDS.search(scene.subjects) or everyone == {ActorKind.CIVILIANS}
        return EventType.MOB_VIOLENCE if crowds else None  # communities against each other
    return None


def _means(scene: Scene) -> EventType | None:
    if EventType.SEXUAL_VIOLENCE in scene.types:
        return EventType.SEXUAL_VIOLENCE
    if not scene.frames & USING:
        return None
    kinds = scene.types & BY_MEANS
    if "ram" in scene.frames and "explosive" in scene.means:
        return EventType.SUICIDE_BOMB
    if "gun" in scene.means and scene.frames & {"strike", "bomb"} and not kinds:
        guns = scene.means & VIOLENT_MEANS == {"gun"}
        if guns and "strikes" not in scene.flags:
            return EventType.SHELLING  # "the guns pounded the town"
    if "strikes" in scene.flags and not kinds and not scene.means & VIOLENT_MEANS:
        return EventType.AIR_STRIKE if scene.initiators & STATE else None
    for means, kind in MEANS_ORDER:
        if means in scene.means or kind in kinds:
            if kind is EventType.SHELLING and scene.frames == {"launch"} and not scene.targets:
                return kind
            return kind
    if "bomb" in scene.frames:
        if scene.is_foiled:
            return EventType.REMOTE_EXPLOSIVE
        state = scene.initiators & STATE or not scene.initiators
        return EventType.AIR_STRIKE if state else EventType.REMOTE_EXPLOSIVE
    if scene.frames & {"explode", "detonate"}:
        if scene.frames <= {"detonate", "weapon"}:
            return EventType.REMOTE_EXPLOSIVE if ARMS.search(scene.arms) else None
        blown = "blow" in scene.flags or scene.initiators or VEHICLES.search(scene.objects)
        return EventType.REMOTE_EXPLOSIVE if blown else None
    return None


def _territory(scene: Scene) -> EventType | None:
    frames = scene.frames
    if EventType.TERRITORY_TRANSFER in scene.types and frames & {"surrender", "fall", "enter"}:
        if frames & {"enter"}:
            armed = scene.initiators & (ARMED | {ActorKind.UNKNOWN})
            return (
                EventType.TERRITORY_TRANSFER if armed and UNOPPOSED.search(scene.sentence) else None
            )
        if "surrender" in frames and not scene.place_is_object:
            yields = "yield" in scene.flags and scene.targets & NON_STATE
            return EventType.GROUP_CHANGE if yields else None
        return EventType.TERRITORY_TRANSFER
    if not frames & {"take", "expel", "fall", "lose"}:
        return None
    if not (scene.place_is_object or ("expel" in frames and scene.targets & ARMED)):
        return None
    if not scene.initiators and not scene.targets and "retaking" not in scene.flags:
        return None
    if UNOPPOSED.search(scene.sentence):
        return EventType.TERRITORY_TRANSFER
    return _who_took(scene)


def _who_took(scene: Scene) -> EventType:
    if ActorKind.STATE_FORCES in scene.initiators:
        return EventType.GOVERNMENT_REGAINS_TERRITORY
    if scene.initiators & NON_STATE:
        return EventType.NONSTATE_OVERTAKES_TERRITORY
    if ActorKind.EXTERNAL_FORCES in scene.initiators:
        against = scene.targets & {ActorKind.STATE_FORCES}
        ally = "retaking" in scene.flags or scene.targets & NON_STATE
        if ally and not against:
            return EventType.GOVERNMENT_REGAINS_TERRITORY
        return EventType.NONSTATE_OVERTAKES_TERRITORY
    if scene.targets & NON_STATE or "retaking" in scene.flags:
        return EventType.GOVERNMENT_REGAINS_TERRITORY
    return EventType.NONSTATE_OVERTAKES_TERRITORY


def _persons(scene: Scene) -> EventType | None:
    """People taken: arrests by the state, abductions by others; a fight outranks both."""
    kidnapped = "abduct" in scene.frames or EventType.ABDUCTION in scene.types
    if kidnapped and scene.has_dead and scene.frames & {"harm", "die", "body"}:
        return EventType.ATTACK  # abducted and then killed
    if kidnapped and not scene.frames & {"assault", "fire_on", "harm", "clash", "body"}:
        return EventType.ABDUCTION if scene.targets or scene.victims or scene.has_toll else None
    if "arrest" in scene.frames and "search" in scene.flags and not scene.has_dead:
        return EventType.ARRESTS  # people taken in a raid in which nobody is hurt
    if scene.frames & {"assault", "fire_on", "harm", "clash", "killing", "body"}:
        return None
    people = scene.targets or scene.victims
    if "arrest" in scene.frames:
        return EventType.ARRESTS
    if "take" in scene.frames and people and not scene.place_is_object:
        return EventType.ARRESTS if scene.initiators & STATE else EventType.ABDUCTION
    return None


def _strategic(scene: Scene) -> EventType | None:
    frames = scene.frames
    if "agree" in frames:
        warring = (scene.initiators | scene.targets) & NON_STATE
        named = TRUCE.search(scene.objects + " " + scene.sentence)
        bound = named or (warring and "weak" not in scene.flags)
        return EventType.AGREEMENT if bound else None
    if "base" in frames:
        if not BASE.search(scene.arms):
            return None
        return EventType.BASE_ESTABLISHED if scene.initiators & ARMED else None
    if "deploy" in frames:
        if ActorKind.CIVILIANS in scene.initiators:
            return None
        if "moved" in scene.flags:  # what is sent has to be forces, whoever sends it
            return EventType.GROUP_CHANGE if FORCES.search(scene.moved) else None
        armed = scene.initiators & NON_STATE or FORCES.search(scene.objects)
        return EventType.GROUP_CHANGE if armed else None
    if frames & {"destroy", "burned"} and not _is_fight(scene):
        if frames == {"destroy"} and len(scene.arms.split()) < 2:
            return None
        return EventType.PROPERTY_DESTRUCTION
    if "seize_arms" in frames and scene.initiators & (NON_STATE | CROWD) and "loot" in scene.flags:
        return EventType.PROPERTY_DESTRUCTION
    if "strategic" in frames or EventType.OTHER_STRATEGIC in scene.types:
        armed = scene.initiators & (ARMED | {ActorKind.UNKNOWN})
        return EventType.OTHER_STRATEGIC if armed else None
    return None


def _is_fight(scene: Scene) -> bool:
    """Tell whether what was burned or looted is beside a fight or victims, not the event itself."""
    if scene.frames & {"harm", "killing", "body", "fire_on"} or scene.has_dead:
        return True
    return "assault" in scene.frames and bool(scene.targets & ARMED)


def is_open(scene: Scene) -> bool:
    """Tell whether an armed actor attacks and nothing says whom: a fight until victims are told."""
    named = scene.initiators & ARMED and "assault" in scene.frames
    civil = CIVIL_OBJECTS.search(scene.objects)
    return (
        bool(named) and not civil and not scene.targets and not scene.victims and not scene.has_toll
    )


def _violence(scene: Scene) -> EventType | None:
    """A fight where the victims are armed, an attack where they are not."""
    if (
        scene.frames <= {"harm", "die"}
        and not scene.targets
        and not scene.victims
        and not scene.has_toll
    ):
        return None
    alone = not scene.frames & {"assault", "clash", "repel"}
    soldiers = "killing" in scene.frames and scene.targets & ARMED
    if EventType.ATTACK in scene.types and alone and not soldiers:
        return EventType.ATTACK
    if scene.frames & {"clash", "repel"} or scene.types & {EventType.ARMED_CLASH}:
        return EventType.ARMED_CLASH
    if "raid" in scene.flags and scene.initiators & STATE:
        return EventType.ARMED_CLASH
    unarmed = VictimGroup.CIVILIAN in scene.victims or ActorKind.CIVILIANS in scene.targets
    if scene.flags & {"storm", "ambush"} and not unarmed:
        return EventType.ARMED_CLASH
    if is_open(scene):
        return EventType.ARMED_CLASH
    if scene.targets & ARMED or VictimGroup.COMBATANT in scene.victims:
        return EventType.ARMED_CLASH
    if "wreck" in scene.flags and not scene.has_toll and not scene.means & VIOLENT_MEANS:
        known = scene.initiators & (ARMED | CROWD | {ActorKind.UNKNOWN})
        return EventType.PROPERTY_DESTRUCTION if known else None
    if scene.frames == {"strike"} and not (scene.initiators & (ARMED | {ActorKind.UNKNOWN})):
        return None
    if scene.frames == {"suffer"}:
        return EventType.ARMED_CLASH if scene.initiators & ARMED else None
    if unarmed or scene.has_toll or scene.targets or CIVIL_OBJECTS.search(scene.objects):
        return EventType.ATTACK
    if scene.initiators & (ARMED | {ActorKind.UNKNOWN}) or EventType.ATTACK in scene.types:
        return EventType.ATTACK
    return None
