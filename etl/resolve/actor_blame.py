"""Who is told to have done it, elsewhere than where it is told: claims of responsibility, blame.

Enters: the text of a document with its actors. Leaves: ``Blame``s in the order of the text, each
an armed actor that claims a deed ("claimed responsibility", "said that it was behind it") or is
blamed for one. It refuses what is negated ("no group has claimed"), what the actor denies, and
pronouns that stand for no named actor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.codes import ActorKind, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from etl.records import ActorMention, AttributionMention, ResolvedActor

_BLASTS = frozenset(
    {
        EventType.REMOTE_EXPLOSIVE,
        EventType.SUICIDE_BOMB,
        EventType.GRENADE,
        EventType.SHELLING,
        EventType.CHEMICAL_WEAPON,
    }
)
_SHOOTINGS = frozenset({EventType.ATTACK, EventType.ARMED_CLASH, EventType.EXCESSIVE_FORCE})
_STRIKES = frozenset({EventType.SHELLING, EventType.AIR_STRIKE})
# Nouns for a deed, and which types they can mean; nouns that are not here can mean any.
_DEEDS: dict[str, frozenset[EventType]] = {
    "bomb": _BLASTS,
    "blast": _BLASTS,
    "explosion": _BLASTS,
    "device": _BLASTS,
    "mine": _BLASTS,
    "ied": _BLASTS,
    "grenade": _BLASTS,
    "rocket": _STRIKES,
    "missile": _STRIKES,
    "shelling": _STRIKES,
    "strike": _STRIKES,
    "shooting": _SHOOTINGS,
    "killing": _SHOOTINGS | _BLASTS,
    "murder": _SHOOTINGS,
    "assassination": _SHOOTINGS | _BLASTS,
    "massacre": _SHOOTINGS,
    "ambush": frozenset({EventType.ARMED_CLASH, EventType.REMOTE_EXPLOSIVE, EventType.ATTACK}),
    "abduction": frozenset({EventType.ABDUCTION}),
    "kidnapping": frozenset({EventType.ABDUCTION}),
}
_NOUNS = (
    r"attacks?|bombings?|bombs?|blasts?|explosions?|assaults?|shootings?|killings?|raids?|ambush(?:es)?|"
    r"murders?|strikes?|operations?|deeds?|incidents?|abductions?|kidnappings?|massacres?|crimes?|"
    r"devices?|mines?|shelling|rockets?|missiles?|assassinations?|executions?|fire|it|both|them"
)
_DEED = (
    r"(?:(?:the|that|this|these|those|both|his|her|their|its)\s+)?"
    rf"(?:[\w'’-]+\s+){{0,3}}?(?:{_NOUNS})\b"
)
# The actor stands before these words ("X claimed responsibility") …
_BY_SELF = re.compile(
    rf"(?i)\b(?:claim(?:s|ed|ing)?\s+(?:responsibility|credit|{_DEED})"
    rf"|(?:took|takes|taken|taking|accept(?:s|ed)|assumed)\s+(?:responsibility|credit)"
    r"|claim(?:s|ed)\s+to\s+have\s+\w+"
    r"|(?:laid|planted|fired|launched|left|placed|detonated|dropped|set\s+off|carried\s+out)"
    r"\s+(?:it|them|the\s+(?:device|bomb|charge|mine|shell|rocket)s?)\b"
    rf"|own(?:s|ed)\s+up\s+to|boast(?:s|ed|ing)?\s+(?:of|that)"
    rf"|(?:was|were|is|are|had\s+been|to\s+be)\s+(?:behind|responsible\s+for)\s+{_DEED}"
    rf"|(?:had|has|have)\s+(?:carried\s+out|planted|staged|conducted|mounted)\s+{_DEED}"
    rf"|admit(?:s|ted)\s+(?:to\s+)?(?:responsibility|carrying\s+out|{_DEED})"
    r"|(?:is|are|was|were|has\s+been|have\s+been)\s+(?:widely\s+)?(?:blamed|suspected)"
    r"(?!\s+(?:by|of)\b)"
    rf"|(?:is|are|was|were)\s+suspected\s+(?:of|in)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{_NOUNS})\b)"
)
# … and after these ("police blamed X").
_BY_OTHERS = re.compile(
    rf"(?i)\b(?:blam(?:e|es|ed|ing)(?:\s+{_DEED}\s+on)?"
    rf"|(?:put|laid|pinned)\s+(?:the\s+)?(?:blame|{_DEED})\s+on"
    rf"|blame\s+(?:on|fell\s+on)|attribut(?:e|es|ed|ing)\s+{_DEED}\s+to"
    rf"|point(?:s|ed|ing)?\s+(?:the|a)\s+finger\s+at|claimed\s+by|(?:the|be|been)\s+(?:\w+\s+)?work\s+of"
    rf"|(?:carried\s+out|planted|staged|committed|perpetrated)\s+by"
    r"|(?:bore|bears|bearing|has|had)\s+(?:all\s+)?the\s+hallmarks?\s+of"
    rf"|suspicion\s+(?:fell|falls|has\s+fallen)\s+(?:\w+\s+){{0,2}}(?:up)?on|ascrib(?:e|es|ed)\s+{_DEED}\s+to"
    rf"|signed\s+by|on\s+behalf\s+of|suspects(?=\s+(?:the\s+)?(?-i:[A-Z]))|"
    rf"(?:trac(?:e|es|ed|ing)|la(?:y|ys|id))\s+{_DEED}\s+(?:to|at\s+the\s+door\s+of)|"
    rf"responsibility\s+(?:lies|lay|rests)\s+with"
    r"|accus(?:e|es|ed|ing)(?=[^.;]{3,80}\s+of\s+(?:\w+\s+){0,2}?(?:carry|attack|bomb|kill|shell|"
    r"shoot|fir|launch|plant|stag|murder|mastermind|perpetrat|commit|strik|massacr|abduct|kidnap)\w*))"
)
_NEGATED = re.compile(
    r"(?i)\b(?:no|not|nobody|none|neither|nor|never|without|n[o']t|den(?:y|ies|ied|ying)|"
    r"reject\w*|disclaim\w*|whether|who|if)\b"
)
_CLAUSE = re.compile(r"(?i)[;:]|\b(?:but|while|although|though|however)\b|,\s+and\b")
# What is told of deeds in general is told of none of them.
_GENERAL = re.compile(
    r"(?i)\b(?:(?:most|many|all|some|dozens|scores|hundreds|thousands|number|series|string|spate|"
    r"wave) of|in the past|previous(?:ly)?|earlier attacks|often|regularly|frequently|routinely|"
    r"repeatedly)\b"
)
_QUOTES = frozenset("\"“‘'")
_REACH = 45  # characters from the words of blame to the blamed
_LONG_REACH = 160  # from a claimant to its claim
_DENIAL_SENTENCES = 2
_BLAMABLE = frozenset(
    {
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.COMMUNAL_MILITIA,
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
    }
)
_CLASSES = frozenset(
    "rebels islamists militants militia gang bandits vigilantes army police forces air "
    "security_forces government_forces government country communal settlers".split()
)


@dataclass(frozen=True, slots=True)
class Blame:
    """An actor that claims a deed or is blamed for it; ``types`` is empty for any deed."""

    number: int
    sentence: int
    types: frozenset[EventType]


def find_blames(
    text: str,
    sentences: Mapping[int, tuple[int, int]],
    actors: Sequence[tuple[ActorMention, ResolvedActor]],
    attributions: Iterable[AttributionMention],
) -> list[Blame]:
    """Return who claims or is blamed, each with the number of its actor mention."""
    by_sentence: dict[int, list[int]] = {}
    for number, (mention, _) in enumerate(actors):
        by_sentence.setdefault(mention.sentence, []).append(number)
    denials = [a for a in attributions if a.is_denial]
    found: list[Blame] = []
    for index, (start, end) in sentences.items():
        here = by_sentence.get(index, ())
        blames = _blames_in(text[start:end], index, start, here, actors)
        found += [blame for blame in blames if not _is_denied(blame, actors, denials)]
    return found


def _blames_in(
    words: str,
    sentence: int,
    start: int,
    numbers: Sequence[int],
    actors: Sequence[tuple[ActorMention, ResolvedActor]],
) -> Iterator[Blame]:
    able = [n for n in numbers if _is_blamable(actors[n][1])]
    for pattern, is_own in ((_BY_SELF, True), (_BY_OTHERS, False)):
        for cue in pattern.finditer(words):
            clause = _CLAUSE.split(words[: cue.start()])[-1]
            if _NEGATED.search(clause) or _GENERAL.search(clause):
                continue
            low, high = start + cue.start(), start + cue.end()
            if is_own:  # '"the soldiers of the caliphate" had laid it' are not named by that
                quoted = {n for n in able if words[: actors[n][0].start - start][-1:] in _QUOTES}
                number = _before([n for n in able if n not in quoted], actors, low)
            else:
                number = _after(able, actors, high)
            if number is not None:
                deed = words[cue.start() : cue.end() + _REACH]
                yield Blame(number, sentence, _types_of(deed) or _types_of(clause))


def _before(
    numbers: Sequence[int], actors: Sequence[tuple[ActorMention, ResolvedActor]], offset: int
) -> int | None:
    """Return the claimant of a claim: the nearest named subject, else the nearest actor."""
    near = [n for n in numbers if 0 <= offset - actors[n][0].end <= _LONG_REACH]
    told = [n for n in near if actors[n][0].noun_class != "pronoun"]
    subjects = [n for n in told if actors[n][0].is_subject and actors[n][1].name is not None]
    return next(reversed(subjects or told or near), None)


def _after(
    numbers: Sequence[int], actors: Sequence[tuple[ActorMention, ResolvedActor]], offset: int
) -> int | None:
    near = (n for n in numbers if -1 <= actors[n][0].start - offset <= _REACH)
    return next(near, None)


def _is_blamable(actor: ResolvedActor) -> bool:
    if actor.parts:
        return False
    if actor.name is not None:
        return actor.kind in _BLAMABLE
    return actor.noun_class in _CLASSES


def _types_of(words: str) -> frozenset[EventType]:
    told = (_DEEDS[noun] for noun in _DEEDS if re.search(rf"(?i)\b{noun}", words))
    return frozenset().union(*told)


def _is_denied(
    blame: Blame,
    actors: Sequence[tuple[ActorMention, ResolvedActor]],
    denials: Iterable[AttributionMention],
) -> bool:
    """Whether the actor itself denies, in the sentences around."""
    own = actors[blame.number][1]
    for denial in denials:
        if abs(denial.sentence - blame.sentence) > _DENIAL_SENTENCES:
            continue
        for mention, actor in actors:
            same = actor.actor_id == own.actor_id and actor.name == own.name
            is_there = mention.start < denial.end and mention.end > denial.start
            if is_there and same and actor.noun_class == own.noun_class:
                return True
    return False
