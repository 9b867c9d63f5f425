"""Frames: which argument of a trigger is the initiator, the target, the means or the place.

A frame maps subject, object and prepositional complements of a verb to slots; passives are turned
round by the argument finder. Nouns read their complements by ``NOUN_FRAMES``. Frames are named in
``seeds/reference/triggers.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

INITIATOR, TARGET, PARTICIPANT, MEANS, PLACE = (
    "initiator",
    "target",
    "participant",
    "means",
    "place",
)
MODIFIER = "modifier"
AT = {"at": TARGET, "on": TARGET, "upon": TARGET, "against": TARGET}
TOWARDS = {**AT, "into": TARGET, "toward": TARGET, "towards": TARGET, "among": TARGET}


@dataclass(frozen=True, slots=True)
class Frame:
    """The slots of subject and object, and of complements by preposition."""

    subject: str | None = INITIATOR
    object: str | None = TARGET
    complements: dict[str, str] = field(default_factory=dict)


VERB_FRAMES: dict[str, Frame] = {
    "harm": Frame(INITIATOR, TARGET, {"with": MEANS, "in": MEANS, "under": MEANS}),
    "displace": Frame(INITIATOR, TARGET, {"by": MEANS, "from": PLACE}),
    "die": Frame(TARGET, None, {"in": MEANS, "from": MEANS, "under": MEANS, "by": MEANS}),
    "assault": Frame(INITIATOR, TARGET, {**AT, "with": MEANS, "into": TARGET}),
    "strike": Frame(INITIATOR, TARGET, {"with": MEANS, "by": MEANS}),
    "fire_on": Frame(INITIATOR, TARGET, {**TOWARDS, "with": MEANS}),
    "launch": Frame(INITIATOR, MEANS, TOWARDS),
    "bomb": Frame(INITIATOR, TARGET, {"with": MEANS}),
    "suffer": Frame(TARGET, TARGET, {"from": INITIATOR, "by": INITIATOR, "to": MEANS}),
    "explode": Frame(MEANS, TARGET, {"among": TARGET, "under": TARGET, "outside": PLACE}),
    "detonate": Frame(INITIATOR, MEANS, {"among": TARGET, "under": TARGET}),
    "land": Frame(MEANS, None, {"on": TARGET}),
    "clash": Frame(
        PARTICIPANT,
        PARTICIPANT,
        {"with": PARTICIPANT, "against": PARTICIPANT, "between": PARTICIPANT},
    ),
    "repel": Frame(TARGET, MEANS, {"by": INITIATOR, "from": INITIATOR}),
    "advance": Frame(INITIATOR, MEANS, {**AT, "toward": PLACE, "towards": PLACE, "to": PLACE}),
    "shootdown": Frame(INITIATOR, TARGET, {"from": TARGET}),
    "ram": Frame(INITIATOR, MEANS, {"into": TARGET, "with": MEANS}),
    "burned": Frame(MEANS, None, {}),
    "step": Frame(TARGET, MEANS, {"on": MEANS, "over": MEANS}),
    "take": Frame(INITIATOR, PLACE, {"from": TARGET, "of": PLACE, "over": PLACE, "back": PLACE}),
    "expel": Frame(INITIATOR, TARGET, {"from": PLACE, "of": PLACE, "out": PLACE}),
    "fall": Frame(PLACE, None, {"to": INITIATOR, "of": INITIATOR, "into": INITIATOR}),
    "lose": Frame(TARGET, PLACE, {"to": INITIATOR, "of": PLACE}),
    "surrender": Frame(TARGET, PLACE, {"to": INITIATOR}),
    "enter": Frame(INITIATOR, PLACE, {"into": PLACE, "to": PLACE}),
    "abduct": Frame(INITIATOR, TARGET, {}),
    "arrest": Frame(INITIATOR, TARGET, {}),
    "protest": Frame(INITIATOR, MEANS, {}),
    "disperse": Frame(INITIATOR, TARGET, {**TOWARDS, "with": MEANS}),
    "riot": Frame(INITIATOR, TARGET, {**TOWARDS, "with": MEANS}),
    "destroy": Frame(INITIATOR, MEANS, {"to": MEANS}),
    "defuse": Frame(INITIATOR, MEANS, {}),
    "intercept": Frame(INITIATOR, MEANS, {"from": TARGET, "by": TARGET}),
    "seize_arms": Frame(INITIATOR, MEANS, {"from": TARGET}),
    "agree": Frame(PARTICIPANT, MEANS, {"with": PARTICIPANT, "between": PARTICIPANT}),
    "deploy": Frame(INITIATOR, INITIATOR, {}),
    "base": Frame(INITIATOR, MEANS, {}),
    "strategic": Frame(INITIATOR, TARGET, {}),
}

_ATTACK = Frame(
    MODIFIER,
    None,
    {**AT, "by": INITIATOR, "from": INITIATOR, "with": MEANS, "involving": MEANS},
)
_SUFFERED = Frame(MODIFIER, None, {**AT, "of": TARGET, "by": INITIATOR, "from": INITIATOR})
_BOTH = Frame(
    MODIFIER,
    None,
    {
        "between": PARTICIPANT,
        "with": PARTICIPANT,
        "against": PARTICIPANT,
        "of": MEANS,
        "among": PARTICIPANT,
    },
)
NOUN_FRAMES: dict[str, Frame] = {
    "means": _SUFFERED,
    "assault": _ATTACK,
    "killing": _SUFFERED,
    "clash": _BOTH,
    "weapon": Frame(None, None, {}),
    "body": Frame(None, None, {"of": TARGET}),
    "die": Frame(None, None, {}),
    "disperse": Frame(None, None, {**AT, "by": INITIATOR}),
    "surrender": Frame(MODIFIER, None, {"of": PLACE, "to": INITIATOR, "by": TARGET}),
    "intercept": Frame(MODIFIER, None, {"of": MEANS, "by": INITIATOR}),
    "protest": Frame(MODIFIER, None, {"by": INITIATOR, "of": INITIATOR}),
    "riot": Frame(MODIFIER, None, {"by": INITIATOR, "of": INITIATOR}),
    "destroy": Frame(MODIFIER, None, {"of": MEANS, "by": INITIATOR}),
    "agree": _BOTH,
    "take": Frame(MODIFIER, None, {"of": PLACE, "by": INITIATOR, "from": TARGET}),
    "deploy": Frame(MODIFIER, None, {"of": INITIATOR, "by": INITIATOR}),
    "arrest": Frame(MODIFIER, None, {"of": TARGET, "by": INITIATOR}),
    "violence": Frame(None, None, {}),
}

# Verbs that carry an event noun as their object: the subject is the noun's initiator.
LIGHT_VERBS = frozenset(
    "carry conduct launch mount stage commit perpetrate make undertake execute wage lead open "
    "begin start unleash perform do deliver step intensify continue resume renew organise organize "
    "hold plan order broker sign declare announce agree reach".split()
)
# Verbs by which an event noun as their subject is told to have happened.
OCCURRENCE_VERBS = frozenset(
    "take occur happen erupt break rage flare begin start continue resume intensify escalate ensue "
    "leave kill wound injure follow last come target hit strike destroy cause claim force send "
    "prompt "
    "rag draw attract bring double triple surge soar increase rise reopen resume "
    "trigger be shake rock drag spread end stop go".split()
)
# Nouns that only measure out an event noun: "two weeks of clashes", "a wave of bombings".
MEASURES = frozenset(
    "launch start beginning conduct hour day week month night series wave spate string round "
    "outbreak barrage number spell burst".split()
)
# Participles by which others act with an actor: "soldiers backed by militiamen".
ALLIED = frozenset("back support accompany join help aid assist reinforce lead".split())
PREPARING = frozenset("prepare plan gear ready brace call vow".split())
# Prepositions by which an event noun belongs to the verb above it as its means or occasion.
OCCASIONS = frozenset("in by during with from under amid of at through".split())
