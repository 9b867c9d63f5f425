"""Who a mention stands for: within its document first, then at the place of its event.

Enters: the mentions of one document in the order of the text. Leaves: one ``ResolvedActor`` for
each, in which pronouns, "the group", "the army" and "its fighters" carry the actor that they go
back to, and, once the country of the event is known, the name under which the event has it. It
refuses to guess between actors where nothing in the text points back: such a mention keeps its
class alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from etl.codes import ActorKind
from etl.ids import make_id
from etl.records import ActorIdentity, ActorMention, ResolvedActor
from etl.resolve.actor_names import BRANCHES, listed_as, name_force, name_unnamed, namesake_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from etl.records import Document

_STATE = frozenset(BRANCHES)
_NONSTATE = frozenset(
    "rebels islamists militants fighters armed suicide_bomber militia pro_government vigilantes "
    "gang bandits communal group".split()
)
_CIVIL = frozenset(
    "civilians journalists health_workers aid_workers displaced prisoners students activists "
    "leader men youth crowd protesters rioters gathering site people settlers".split()
)
_NONSTATE_KINDS = frozenset(
    {
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.COMMUNAL_MILITIA,
        ActorKind.UNKNOWN,
    }
)
_ISLAMIST = re.compile(r"(?i)\b(?:islamist|jihad\w*|takfiri\w*|salafi\w*)\b")
_DEFINITE = re.compile(
    r"(?i)^(?:the|that|those|these|this|both|same|all the)\b"
    r"|\b(?:of|from|to) (?:the|that|those|this)\b(?! \w+ [A-Z])|\bsame\b|['’]s\b"
)
_OF_GOVERNMENT = re.compile(r"(?i)\b(?:government|regime|federal|loyalist|national|state)\b")
_UNKNOWN_WORDS = re.compile(
    r"(?i)\b(?:unidentified|unknown|another|other|rival|former|allied|ex|some|a|an|one)\b"
)
_OWN_NAME = re.compile(r"(?<!^)\b(?!Islami)[A-Z]")
_LEAD = re.compile(
    r"(?i)^(?:(?:the|a|an|their|his|its|some|several|many|two|three|four|five|six|seven|eight|"
    r"nine|ten|dozens of|hundreds of|at least|about|around|\d+|suspected|alleged|armed|"
    r"heavily)\s+)+"
)
_OFFICER = re.compile(r"(?i)\b(?:officers?|agents?|patrols?)\b")
_BRANCHES_WITH_OFFICERS = frozenset({"army", "police", "border_guard", "security_forces", "navy"})
_FORCES = re.compile(r"(?i)\b(?:forces?|fighters?|troops?|soldiers?|units?)\b")
_AND = re.compile(r"\s*(?:,|,? and|,? as well as|,? alongside|,? together with)\s*")
_COMMON_COMMUNAL = frozenset(
    "tribal clan ethnic communal nomadic cattle local pastoralist pastoralists herders herdsmen "
    "nomads tribesmen clansmen tribes clans".split()
)
_DRONE = re.compile(r"(?i)\b(?:drones?|UAVs?|unmanned aircraft)\b")
_NEAR_SENTENCES = 2
_OBJECT_PRONOUNS = frozenset({"them", "him", "her", "it", "us"})
# Which earlier unnamed classes a class may go back to.
_GOES_BACK_TO: dict[str, frozenset[str]] = {
    "rebels": frozenset({"rebels", "islamists", "fighters"}),
    "islamists": frozenset({"islamists", "militants", "armed", "rebels", "suicide_bomber"}),
    "militants": frozenset(
        {"militants", "islamists", "armed", "rebels", "fighters", "suicide_bomber"}
    ),
    "fighters": _NONSTATE,
    "armed": _NONSTATE,
    "suicide_bomber": frozenset({"suicide_bomber", "armed"}),
    "militia": frozenset({"militia", "pro_government", "communal", "vigilantes"}),
    "pro_government": frozenset({"pro_government"}),
    "vigilantes": frozenset({"vigilantes", "militia"}),
    "gang": frozenset({"gang", "armed"}),
    "bandits": frozenset({"bandits", "armed"}),
    "communal": frozenset({"communal", "militia"}),
    "group": _NONSTATE,
    "member": _NONSTATE,
}
_KINDS_BACK: dict[str, frozenset[ActorKind]] = {
    "rebels": frozenset({ActorKind.REBEL_GROUP}),
    "islamists": frozenset({ActorKind.REBEL_GROUP}),
    "militants": frozenset({ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA}),
    "gang": frozenset({ActorKind.POLITICAL_MILITIA}),
    "bandits": frozenset({ActorKind.COMMUNAL_MILITIA}),
    "communal": frozenset({ActorKind.COMMUNAL_MILITIA}),
    "vigilantes": frozenset({ActorKind.POLITICAL_MILITIA}),
    "pro_government": frozenset({ActorKind.POLITICAL_MILITIA}),
}


def resolve_actors(mentions: Sequence[ActorMention], document: Document) -> list[ResolvedActor]:
    """Return what each mention stands for within its document, parallel to the mentions.

    The order of the mentions is that of the text; an earlier mention is what a later one goes
    back to.
    """
    resolver = _Resolver(mentions, document.text)
    for mention in mentions:
        resolver.add(mention)
    return resolver.resolved


class _Resolver:
    """The actors of a document as they come, most recent last."""

    def __init__(self, mentions: Sequence[ActorMention], text: str) -> None:
        self.resolved: list[ResolvedActor] = []
        self._text = text
        self._next = dict(pairwise(mentions))
        named: dict[str, ActorMention] = {}
        for mention in mentions:
            if mention.name is not None and _is_nonstate(mention.kind):
                named.setdefault(mention.actor_id or mention.name, mention)
        self._nonstate_names = list(named.values())
        self._state_countries = tuple(
            dict.fromkeys(
                m.country
                for m in mentions
                if m.country and (m.noun_class in _STATE or m.kind is ActorKind.STATE_FORCES)
            )
        )

    def add(self, mention: ActorMention) -> None:
        """Resolve the next mention of the text."""
        self.resolved.append(self._resolve(mention))

    def _resolve(self, mention: ActorMention) -> ResolvedActor:
        noun_class = _class_of(mention)
        if noun_class == "allies":
            noun_class = "forces" if mention.country else "member"
            if mention.country and mention.name is None:
                return self._state(mention, noun_class)
        if noun_class == "men" and mention.owner in {"its", "his", "their"}:
            noun_class = "member"
        if mention.name is not None:
            return _named(mention, noun_class)
        if noun_class == "sides" and mention.country is not None:
            return ResolvedActor(mention, country=mention.country, noun_class="country")
        if noun_class == "sides":
            return self._sides(mention)
        if noun_class == "pronoun":
            earlier = self._antecedent(mention.text, mention)
            joint = self._joint(earlier) if earlier and mention.is_plural else ()
            if len(joint) > 1:
                return ResolvedActor(mention, noun_class="sides", parts=joint)
            return self._same_as(mention, earlier)
        appositive = self._apposed(mention, noun_class)
        if appositive is not None:
            return self._same_as(mention, appositive)
        introduced = self._introduced(mention, noun_class)
        if introduced is not None:
            return introduced
        if mention.owner is not None and noun_class not in _CIVIL - {"leader"}:
            owned = self._owned(mention, noun_class)
            if owned is not None:
                return owned
        if noun_class in _STATE:
            return self._state(mention, noun_class)
        if noun_class in _GOES_BACK_TO and (mention.country is None or noun_class == "group"):
            earlier = self._earlier_nonstate(mention, noun_class)
            if earlier is not None:
                return self._same_as(mention, earlier)
        return ResolvedActor(mention, country=mention.country, noun_class=noun_class)

    # ---- one mention -------------------------------------------------------------------------

    @staticmethod
    def _same_as(mention: ActorMention, earlier: ResolvedActor | None) -> ResolvedActor:
        if earlier is None:
            noun_class = "" if mention.noun_class == "pronoun" else mention.noun_class
            return ResolvedActor(mention, noun_class=noun_class)
        return replace(earlier, mention=mention)

    def _state(self, mention: ActorMention, noun_class: str) -> ResolvedActor:
        if mention.country is not None:
            force = ResolvedActor(
                mention, kind=ActorKind.STATE_FORCES, country=mention.country, noun_class=noun_class
            )
            if mention.other_country is None:
                return force
            return replace(force, parts=(force, replace(force, country=mention.other_country)))
        if _OFFICER.search(mention.text):
            noun_class = self._branch_at_hand(noun_class)
        if noun_class != "government" and _OF_GOVERNMENT.search(mention.text):
            return ResolvedActor(mention, kind=ActorKind.STATE_FORCES, noun_class=noun_class)
        if noun_class == "air" and _DRONE.search(mention.text):
            return ResolvedActor(mention)
        near = [
            actor
            for actor in reversed(self.resolved)
            if actor.country is not None
            and (actor.noun_class in _STATE or actor.kind is ActorKind.STATE_FORCES)
        ]
        if _DEFINITE.match(mention.text) is None:
            near = [actor for actor in near if self._is_prominent(actor, mention)]
            others: tuple[str, ...] = ()
        else:
            others = self._state_countries
        told = (actor.country for actor in near if actor.country is not None)
        countries = tuple(dict.fromkeys((*told, *others)))
        return ResolvedActor(
            mention, kind=ActorKind.STATE_FORCES, noun_class=noun_class, countries=countries
        )

    def _is_prominent(self, actor: ResolvedActor, mention: ActorMention) -> bool:
        """Whether a country's forces are what the text is about, or the sentence before."""
        is_near = mention.sentence - actor.mention.sentence < _NEAR_SENTENCES
        told = sum(a.country == actor.country for a in self.resolved if a.kind is actor.kind)
        return (is_near and actor.mention.is_subject) or told > 1

    def _branch_at_hand(self, noun_class: str) -> str:
        """Return the branch that a bare "officer" belongs to: that of the forces told of last."""
        latest = self._latest(lambda actor: actor.noun_class in _BRANCHES_WITH_OFFICERS)
        return latest.noun_class if latest is not None and noun_class == "forces" else noun_class

    def _owned(self, mention: ActorMention, noun_class: str) -> ResolvedActor | None:
        owner = self._antecedent(mention.owner or "", mention)
        if owner is None or owner.noun_class in _CIVIL:
            return None
        is_state = owner.kind is ActorKind.STATE_FORCES or owner.noun_class in _STATE
        if is_state and noun_class in _STATE:
            return replace(owner, mention=mention, actor_id=None, name=None, noun_class=noun_class)
        return self._same_as(mention, owner)

    def _apposed(self, mention: ActorMention, noun_class: str) -> ResolvedActor | None:
        """Return the named actor right before "…, a Turkish-backed alliance,"."""
        if (
            not self.resolved
            or noun_class in _CIVIL | _STATE
            or not re.match(r"(?i)(?:a|an|the|one of|its)\b", mention.text)
        ):
            return None
        before = self.resolved[-1]
        between = self._text[before.mention.end : mention.start]
        is_apposed = before.name is not None and re.fullmatch(r"\s*\)?,\s*", between) is not None
        return before if is_apposed and _is_nonstate(before.kind) else None

    def _introduced(self, mention: ActorMention, noun_class: str) -> ResolvedActor | None:
        """Return the named actor right after "another rebel army, …"."""
        after = self._next.get(mention)
        if after is None or after.name is None or mention.is_plural:
            return None
        between = self._text[mention.end : after.start]
        fits = noun_class in _NONSTATE | {"coalition"} and _is_nonstate(after.kind)
        is_next = fits and between == ", "
        return replace(_named(after, "named"), mention=mention) if is_next else None

    def _earlier_nonstate(self, mention: ActorMention, noun_class: str) -> ResolvedActor | None:
        definite = _DEFINITE.match(mention.text) is not None
        if not definite and (_UNKNOWN_WORDS.search(mention.text) or _OWN_NAME.search(mention.text)):
            return None
        kinds = _KINDS_BACK.get(noun_class, _NONSTATE_KINDS)
        classes = _GOES_BACK_TO[noun_class]
        if definite:
            return self._named_nonstate(noun_class, kinds) or self._latest(
                lambda actor: (
                    actor.kind in kinds if actor.name is not None else actor.noun_class in classes
                )
            )
        if noun_class in {"rebels", "member"}:
            fitting = [name for name in self._nonstate_names if name.kind in kinds]
            if len(fitting) == 1:
                return _named(fitting[0], "named")
        return None

    def _named_nonstate(self, noun_class: str, kinds: frozenset[ActorKind]) -> ResolvedActor | None:
        """Return the latest named group for words that stand for a group with a name.

        "The gunmen" may be any unnamed men told of before; "the group" rarely is.
        """
        if noun_class not in {"group", "member", "militants", "islamists"}:
            return None
        named = [a for a in self.resolved if a.name is not None and not a.parts]
        rebels = [a for a in named if a.kind is ActorKind.REBEL_GROUP]
        fitting = rebels or [a for a in named if a.kind in kinds]
        if not fitting:
            return None
        latest = fitting[-1].mention.sentence
        times = Counter(a.actor_id or a.name for a in fitting)
        near = [a for a in fitting if latest - a.mention.sentence < _NEAR_SENTENCES]
        return max(reversed(near), key=lambda a: times[a.actor_id or a.name])

    def _latest(self, fits: Callable[[ResolvedActor], bool]) -> ResolvedActor | None:
        return next((actor for actor in reversed(self.resolved) if fits(actor)), None)

    def _antecedent(self, pronoun: str, mention: ActorMention) -> ResolvedActor | None:
        """Return the actor that a pronoun goes back to: subjects of the sentence before others."""
        word = pronoun.casefold()
        if word in {"they", "them", "their"}:
            fits: Callable[[ResolvedActor], bool] = lambda a: (  # noqa: E731
                a.mention.is_plural or a.name is not None or a.noun_class in {"group", "police"}
            )
        elif word == "whose":
            fits = lambda a: True  # noqa: ARG005, E731
        elif word == "group":
            return self._named_nonstate(word, _NONSTATE_KINDS) or self._latest(
                lambda a: a.noun_class in _NONSTATE
            )
        elif word in {"it", "its"}:
            fits = lambda a: (  # noqa: E731
                a.name is not None
                or a.noun_class in {"country", "government", "group", "police"}
                or (a.noun_class in _STATE and not a.mention.is_plural)
            )
        elif word in {"he", "him", "his", "she", "her", "i", "my"}:
            fits = lambda a: not a.mention.is_plural  # noqa: E731
        else:
            fits = lambda a: a.name is not None or a.noun_class in _STATE  # noqa: E731
        barred = self._own_subject(word, mention)
        near = [
            actor
            for actor in self.resolved
            if fits(actor)
            and actor is not barred
            and (actor.noun_class or actor.name)
            and actor.mention.sentence >= mention.sentence - _NEAR_SENTENCES
        ]
        near.sort(
            key=lambda a: (a.mention.sentence, a.mention.is_subject, a.mention.start), reverse=True
        )
        return near[0] if near else None

    def _own_subject(self, word: str, mention: ActorMention) -> ResolvedActor | None:
        """Return the subject of an object pronoun's clause, which the pronoun cannot mean."""
        if mention.is_subject or word not in _OBJECT_PRONOUNS:
            return None
        subject = self._latest(lambda actor: actor.mention.is_subject)
        is_here = subject is not None and subject.mention.sentence == mention.sentence
        return subject if is_here else None

    def _joint(self, actor: ResolvedActor) -> tuple[ResolvedActor, ...]:
        """Return an actor with those that "and" joins to it: "they" are all of them."""
        if actor.parts:
            return actor.parts
        joint: list[ResolvedActor] = []
        for other in self.resolved:
            if joint and _AND.fullmatch(self._text[joint[-1].mention.end : other.mention.start]):
                joint.append(other)
            elif actor in joint:
                break
            else:
                joint = [other]
        return tuple(joint) if actor in joint else (actor,)

    def _sides(self, mention: ActorMention) -> ResolvedActor:
        parties: list[ResolvedActor] = []
        keys = set()
        for actor in reversed(self.resolved):
            key = actor.actor_id or actor.name or (actor.noun_class, actor.country)
            if actor.noun_class in _CIVIL | {"", "asset"} or actor.parts or key in keys:
                continue
            keys.add(key)
            parties.append(replace(actor, mention=mention))
            if len(parties) == 2:
                break
        word = mention.text.casefold()
        if parties and "latter" in word:
            return parties[0]
        if len(parties) > 1 and "former" in word:
            return parties[1]
        return ResolvedActor(mention, noun_class="sides", parts=tuple(reversed(parties)))


def _class_of(mention: ActorMention) -> str:
    if mention.noun_class in {"militants", "armed", "rebels", "fighters"} and _ISLAMIST.search(
        mention.text
    ):
        return "islamists"
    return mention.noun_class


def _is_nonstate(kind: ActorKind | None) -> bool:
    return kind in _NONSTATE_KINDS or kind is ActorKind.EXTERNAL_FORCES


def _named(mention: ActorMention, noun_class: str) -> ResolvedActor:
    kind = mention.kind
    if kind is None:
        state = noun_class in _STATE
        kind = ActorKind.STATE_FORCES if state else name_unnamed(noun_class, None).kind
    return ResolvedActor(
        mention,
        actor_id=mention.actor_id,
        name=mention.name,
        kind=kind,
        country=mention.country,
        noun_class="named",
    )


def place_actor(
    actor: ResolvedActor,
    event_country: str | None,
    document_country: str | None,
    *,
    as_kind: ActorKind | None = None,
) -> ActorIdentity:
    """Return the name under which an event in a country has an actor.

    Forces of a state are ``external_forces`` in another country than their own. ``as_kind`` is
    what people without a name of their own are in the event ("students" who march are protesters).
    """
    here = event_country or document_country
    if actor.name is not None:
        if actor.actor_id is not None and event_country not in {None, actor.country}:
            namesake = namesake_in(actor.actor_id, event_country or "")
            if namesake is not None and actor.kind is not ActorKind.STATE_FORCES:
                return namesake
        kind = _abroad(actor.kind or ActorKind.UNKNOWN, actor.country, event_country)
        actor_id = actor.actor_id or make_id("actor", actor.name.casefold())
        return ActorIdentity(actor_id, actor.name, kind, actor.country)
    if actor.noun_class in _STATE:
        local = actor.noun_class in {"police", "gendarmerie", "border_guard", "guard"}
        countries = () if local and here != "PSE" else actor.countries
        country = actor.country or _likely_country(countries, here)
        force = name_force(actor.noun_class, country)
        return replace(force, kind=_abroad(force.kind, force.country, event_country))
    if actor.noun_class in {"rebels", "militants", "islamists", "fighters"}:
        listed = listed_as(_LEAD.sub("", actor.mention.text), here)
        if listed is not None:
            return listed
    is_crowd = as_kind in {ActorKind.PROTESTERS, ActorKind.RIOTERS}
    if actor.noun_class == "communal" and not is_crowd:
        return _communal(actor, here)
    if (
        actor.noun_class in _CIVIL - {"settlers"} | {"communal", "group", "vigilantes"}
        and as_kind
        and is_crowd
    ):
        return name_unnamed(as_kind.value, here)
    if actor.noun_class == "pro_government" and _FORCES.search(actor.mention.text):
        return name_unnamed("pro_government_forces", actor.country or here)
    country = here if actor.noun_class in _CIVIL else actor.country or here
    return name_unnamed(actor.noun_class, country)


def _communal(actor: ResolvedActor, country: str | None) -> ActorIdentity:
    """Return a community's fighters under the community's own name, where the words give it."""
    words = _LEAD.sub("", actor.mention.text)
    if any(w[0].isupper() for w in words.split() if w.casefold() not in _COMMON_COMMUNAL):
        key = make_id("actor", words.casefold())
        return ActorIdentity(key, words, ActorKind.COMMUNAL_MILITIA, country)
    return name_unnamed("communal", country)


def _likely_country(candidates: tuple[str, ...], here: str | None) -> str | None:
    if here is not None and (here in candidates or not candidates):
        return here
    return candidates[0] if candidates else here


def _abroad(kind: ActorKind, country: str | None, event_country: str | None) -> ActorKind:
    if kind is ActorKind.STATE_FORCES and country and event_country and country != event_country:
        return ActorKind.EXTERNAL_FORCES
    return kind
