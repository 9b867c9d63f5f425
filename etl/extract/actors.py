"""Mentions of actors: listed names, acronyms that the text introduces, descriptions, pronouns.

Enters: the parsed sentences of one document and the actor list. Leaves: ``ActorMention`` rows in
the order of the text, none within another. It refuses ambiguous names ("ADF") that nothing in the
document settles, and never reads a name within a longer one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import ActorKind
from etl.extract.actor_classes import load_actor_nouns, split_words
from etl.extract.actor_joins import ActorPhrase, NameSpan
from etl.extract.actor_list import ActorList, ListedActor, NameMatch, load_actor_list
from etl.extract.actor_phrases import PhraseFinder
from etl.records import ActorMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from etl.records import Sentence

__all__ = ["ActorList", "extract_actors", "load_actor_list"]

_PRONOUNS = frozenset("they them we us it he him she i".split())
_PRONOUN_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_COUNTRY_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})
_COUNTRY_ADPS = frozenset({"by", "between", "against", "with"})
_ACRONYM = r"[A-Z0-9][A-Za-z0-9]*(?:[-/][A-Z][A-Za-z]*)*"
_INTRODUCED = re.compile(
    rf"\s*[\"“‘']?\(\s*(?:[^()]{{0,40}}?[,;]\s*)?[\"“‘']?({_ACRONYM})[\"”’']?(?:[,;][^()]{{0,40}})?\s*\)"
)
# Proper names of armed bodies that are in no list.
_CAPITAL = r"(?:[A-Z0-9][\w'’]*(?:[-‑][\w'’]+)*)"
_BODY = (
    r"(?:Brigades?|Battalions?|Division|Regiment|Front|Militia|Army|Movement|Cartel|Corps|Vanguard|"
    r"Alliance|Coalition|Forces?|Guards?|Organi[sz]ation|Faction|Command|Squad|Clan|Gang|Jihad|"
    r"Resistance|Column|Legion|Rebels|Separatists|Group)"
)
_PROPER_BODY = re.compile(
    rf"(?:{_CAPITAL}\s+)(?:(?:{_CAPITAL}|of|for|the|and)\s+)*?{_BODY}\b"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:{_CAPITAL}|of|and|the)(?=\s+[A-Z])|\s+{_CAPITAL})*)?"
    rf"|\b(?:Front|Movement|Army|Brigades?|Union|Forces|Alliance|Coalition|Council)\s+(?:of|for)\s+(?:the\s+)?"
    rf"{_CAPITAL}(?:\s+(?:of|and|the|for)(?=\s+(?:the\s+)?[A-Z])|\s+{_CAPITAL})*"
)
_SELF_NAMED = re.compile(
    rf"\b(?:calls?|calling|called|styles?|styling|known|dubbed|named)\s+(?:(?:itself|themselves|locally|simply)\s+)*"
    rf"(?:as\s+)?[\"“‘']?(?:the\s+)?({_CAPITAL}(?:\s+(?:{_CAPITAL}|of|the|for)(?=\s+[A-Z])|\s+{_CAPITAL})*)"
)
_STATE_BODY = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|(?:Infantry|Armou?red|Airborne|Mechani[sz]ed|Mountain|Tank|Artillery|Marine|"
    r"Commando)\s+(?:Brigade|Division|Battalion|Regiment|Corps))\b"
)
_KINDS_OF_BODY = (
    (
        re.compile(
            r"\b(?:Cartel|Gang|Squad|Militia|Guards?|Vigilant\w*|Defen[cs]e (?:Group|Force))\b"
        ),
        ActorKind.POLITICAL_MILITIA,
    ),
    (re.compile(r"\bClan\b"), ActorKind.COMMUNAL_MILITIA),
)
_NOT_BODIES = re.compile(
    r"\b(?:Task Force|Work ?Force|Air Force|Western Front|Eastern Front|Human Rights|Press|Media|"
    r"Research|Crisis Group|Peace|Unity Government|Football|Bank|Health|Relief|Political|"
    r"Popular Unity|Solidarity)\b"
)


_NOT_IN_COUNT = frozenset("dead alive wounded injured least most".split())
_COUNTS = frozenset("hundreds thousands dozens scores tens crowd group".split())
_MAX_STRIKE_WORDS = 4
_STRIKES = re.compile(
    r"(?:air|drone)?strikes?|raids?|shelling|bombardments?|bombings?|attacks?|fire|offensives?|shells?|"
    r"operations?|missiles?|rockets?|incursions?|invasion|assaults?|ambush(?:es)?|onslaught|advance|"
    r"bombs?|mortars?|gunfire|airstrikes?|shellfire|barrages?|salvos?|campaign|munitions?"
)
_LEAD_OF_BODY = re.compile(
    r"(?:(?:The|A|An|In|On|At|By|From|But|And|Its|Their|Meanwhile|Later|When|After|Two|Three|Some|"
    r"(?:Units|Members|Fighters|Forces|Soldiers|Troops|Elements|Men|Leaders|Commanders|Gunmen|"
    r"Rebels) of (?:the )?)\s*\b)+"
)


def extract_actors(sentences: Sequence[Sentence], actors: ActorList) -> list[ActorMention]:
    """Return every mention of an actor in a document, in the order of the text.

    A name counts where it is the longest that stands there; an ambiguous one counts only where
    the document introduces it, has another name of the same actor, or speaks of its country.
    """
    names = _DocumentNames(sentences, actors)
    mentions: list[ActorMention] = []
    for position, sentence in enumerate(sentences):
        mentions += _mentions_of(sentence, names.spans_of(position), actors)
    return mentions


class _DocumentNames:
    """The proper names of actors in each sentence, settled over the whole document."""

    def __init__(self, sentences: Sequence[Sentence], actors: ActorList) -> None:
        self._actors = actors
        self._sentences = sentences
        self._found = [actors.find_names(sentence.text) for sentence in sentences]
        self._countries = Counter(
            code for s in sentences for _, _, code in actors.find_countries(s.text)
        )
        self._certain = {
            name.actor.actor_id
            for matches in self._found
            for match in matches
            for name in match.names
            if not name.is_ambiguous and len({n.actor.actor_id for n in match.names}) == 1
        }
        self._introduced: dict[str, ListedActor | str] = {}
        for sentence, matches in zip(sentences, self._found, strict=True):
            self._read_introductions(sentence.text, matches)

    def _read_introductions(self, text: str, matches: list[NameMatch]) -> None:
        """Learn acronyms in brackets: after a listed name, or after words that they abbreviate."""
        for match in matches:
            actor = self._settle(match)
            acronym = _INTRODUCED.match(text, match.end)
            if actor is not None and acronym is not None:
                self._introduced.setdefault(acronym[1], actor)
                self._certain.add(actor.actor_id)
        for found in _PROPER_BODY.finditer(text):
            acronym = _INTRODUCED.match(text, found.end())
            if acronym is not None and not _NOT_BODIES.search(found[0]):
                name = _without_lead(found[0])[1]
                self._introduced.setdefault(acronym[1], name)

    def _settle(self, match: NameMatch) -> ListedActor | None:
        """Return the actor that a name stands for, or None where nothing settles it."""
        candidates: dict[str, ListedActor] = {n.actor.actor_id: n.actor for n in match.names}
        if len(candidates) == 1 and not all(n.is_ambiguous for n in match.names):
            return next(iter(candidates.values()))
        named = [a for i, a in candidates.items() if i in self._certain]
        if len(named) == 1:
            return named[0]
        near = [a for a in candidates.values() if a.country in self._countries]
        if near:
            return max(near, key=lambda actor: self._countries[actor.country or ""])
        certain = [n.actor for n in match.names if not n.is_ambiguous]
        return certain[0] if len({actor.actor_id for actor in certain}) == 1 else None

    def spans_of(self, position: int) -> list[NameSpan]:
        """Return the names of a sentence as token spans."""
        sentence = self._sentences[position]
        text = sentence.text
        spans: list[NameSpan] = []
        taken: list[tuple[int, int]] = []
        for match in self._found[position]:
            words = text[match.start : match.end]
            known = self._introduced.get(words)
            actor = known if isinstance(known, ListedActor) else self._settle(match)
            if isinstance(known, str) or actor is None:
                continue
            taken.append((match.start, match.end))
            spans += _span(sentence, match.start, match.end, actor.name, actor)
        for acronym, owner in self._introduced.items():
            for found in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text):
                if _is_free(found.start(), found.end(), taken):
                    taken.append((found.start(), found.end()))
                    name = owner if isinstance(owner, str) else owner.name
                    actor = owner if isinstance(owner, ListedActor) else None
                    spans += _span(sentence, found.start(), found.end(), name, actor)
        for start, end in _unlisted_bodies(text, self._actors):
            if _is_free(start, end, taken):
                taken.append((start, end))
                spans += _span(sentence, start, end, text[start:end], None)
        spans.sort(key=lambda span: span.first)
        return _merged_acronyms(sentence, spans)


def _merged_acronyms(sentence: Sentence, spans: list[NameSpan]) -> list[NameSpan]:
    """Return the names, each acronym in brackets as a part of the name before it."""
    merged: list[NameSpan] = []
    for span in spans:
        if (
            merged
            and span.first == merged[-1].last + 2
            and sentence.doc[span.first - 1].text == "("
        ):
            before = merged[-1]
            last = min(span.last + 1, len(sentence.doc) - 1)
            merged[-1] = NameSpan(
                before.first, last, before.name, before.actor_id, before.kind, before.country
            )
            continue
        merged.append(span)
    return merged


def _span(
    sentence: Sentence, start: int, end: int, name: str, actor: ListedActor | None
) -> list[NameSpan]:
    tokens = sentence.tokens_in(sentence.start + start, sentence.start + end)
    if not tokens:
        return []
    if actor is not None:
        return [
            NameSpan(tokens[0].i, tokens[-1].i, name, actor.actor_id, actor.kind, actor.country)
        ]
    return [NameSpan(tokens[0].i, tokens[-1].i, name, None, _kind_of_body(name), None)]


def _kind_of_body(name: str) -> ActorKind:
    if _STATE_BODY.search(name):
        return ActorKind.STATE_FORCES
    return next(
        (kind for words, kind in _KINDS_OF_BODY if words.search(name)), ActorKind.REBEL_GROUP
    )


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= low or start >= high for low, high in taken)


def _without_lead(words: str) -> tuple[int, str]:
    """Return a name without "The" and words that only open the sentence, and how much was cut."""
    match = _LEAD_OF_BODY.match(words)
    cut = match.end() if match else 0
    return cut, words[cut:]


def _unlisted_bodies(text: str, actors: ActorList) -> list[tuple[int, int]]:
    """Return where names of armed bodies in no list stand ("Terai Liberation Vanguard")."""
    found = []
    for match in _PROPER_BODY.finditer(text):
        cut, name = _without_lead(match[0])
        words = name.split()
        if len(words) < 2 or _NOT_BODIES.search(name):
            continue
        heads, _ = load_actor_nouns()
        if any(split_words(" ".join(words[-n:])) in heads for n in (2, 3)):
            continue
        own = [w for w in words if not actors.country_of(w)]
        if len(own) < 2 and not re.search(r"\bLiberation\b", name):
            continue
        found.append((match.start() + cut, match.end()))
    return found


def _mentions_of(
    sentence: Sentence, names: list[NameSpan], actors: ActorList
) -> list[ActorMention]:
    doc = sentence.doc
    countries = []
    for start, end, code in actors.find_countries(sentence.text):
        tokens = sentence.tokens_in(sentence.start + start, sentence.start + end)
        if tokens:
            countries.append((tokens[0].i, tokens[-1].i, code))
    phrases = PhraseFinder(doc, names, countries).find()
    mentions = [_mention(sentence, phrase) for phrase in phrases]
    covered = {i for phrase in phrases for i in range(phrase.first, phrase.last + 1)}
    mentions += [
        _pronoun(sentence, token)
        for token in doc
        if token.i not in covered
        and token.lower_ in _PRONOUNS
        and token.tag_ == "PRP"
        and token.dep_ in _PRONOUN_DEPS
    ]
    for first, last, code in countries:
        if first in covered:
            continue
        strike = _strike_of(doc[last])
        if strike is not None and doc[last].text in actors.adjectives:
            mentions.append(replace(_country(sentence, first, last, code), noun_class=strike))
        elif _acts(doc[last], doc[first : last + 1].text, actors):
            mention = _country(sentence, first, last, code)
            if doc[first : last + 1].text in actors.adjectives:
                mention = _people(sentence, first, last, mention)
            mentions.append(mention)
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _mention(sentence: Sentence, phrase: ActorPhrase) -> ActorMention:
    doc = sentence.doc
    start, end = sentence.span_of(doc[phrase.first], doc[phrase.last])
    name = phrase.name
    own_name = None
    kind = name.kind if name else None
    if name is None and phrase.relation and phrase.noun_class not in {"asset", "site"}:
        own_name = f"{phrase.relation} {doc[phrase.head].text}"
    return ActorMention(
        start=start,
        end=end,
        head=sentence.start + doc[phrase.head].idx,
        text=sentence.text[start - sentence.start : end - sentence.start],
        sentence=sentence.index,
        kind=kind,
        actor_id=name.actor_id if name else None,
        name=name.name if name else own_name,
        country=phrase.country or (name.country if name else None),
        other_country=phrase.other_country,
        is_generic=name is None and own_name is None,
        is_plural=phrase.is_plural or doc[phrase.head].tag_ in {"NNS", "NNPS"},
        noun_class=phrase.noun_class,
        owner=phrase.owner,
        is_subject=doc[phrase.head].dep_ in _SUBJECTS,
    )


def _pronoun(sentence: Sentence, token: Token) -> ActorMention:
    start, end = sentence.span_of(token)
    return ActorMention(
        start=start,
        end=end,
        head=start,
        text=token.text,
        sentence=sentence.index,
        is_generic=True,
        is_plural=token.lower_ in {"they", "them", "we", "us"},
        noun_class="pronoun",
        is_subject=token.dep_ in _SUBJECTS,
    )


def _acts(token: Token, words: str, actors: ActorList) -> bool:
    """Whether a country or capital stands where an actor stands: "Ankara said", "by Turkey"."""
    if words in actors.adjectives and words not in actors.country_names:
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        qualifies = after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ"}
        return not qualifies and token.dep_ in _PRONOUN_DEPS and token.pos_ != "ADV"
    if token.dep_ in _COUNTRY_DEPS:
        return True
    return token.dep_ == "pobj" and token.head.lower_ in _COUNTRY_ADPS


def _strike_of(token: Token) -> str | None:
    """Return whose forces an adjective before an attack means: "an Israeli air strike"."""
    doc, index = token.doc, token.i + 1
    words: list[str] = []
    while (
        index < len(doc)
        and len(words) < _MAX_STRIKE_WORDS
        and doc[index].pos_ in {"NOUN", "ADJ", "PROPN"}
    ):
        words.append(doc[index].lower_)
        index += 1
    if not words or _STRIKES.fullmatch(words[-1]) is None:
        return None
    return "air" if re.search(r"air|drone|aerial|bombing", " ".join(words)) else "forces"


def _people(sentence: Sentence, first: int, last: int, mention: ActorMention) -> ActorMention:
    """Return the mention of a country's people with its count: "about 200 Palestinians"."""
    doc = sentence.doc
    while first > 0 and doc[first - 1].pos_ in {"DET", "NUM", "ADJ"}:
        if doc[first - 1].lower_ in _NOT_IN_COUNT:
            break
        first -= 1
    if first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in _COUNTS:
        first -= 2
    start, end = sentence.span_of(doc[first], doc[last])
    return replace(
        mention,
        start=start,
        text=sentence.text[start - sentence.start : end - sentence.start],
        noun_class="people",
        is_generic=True,
    )


def _country(sentence: Sentence, first: int, last: int, code: str) -> ActorMention:
    doc = sentence.doc
    start, end = sentence.span_of(doc[first], doc[last])
    return ActorMention(
        start=start,
        end=end,
        head=sentence.start + doc[last].idx,
        text=doc[first : last + 1].text,
        sentence=sentence.index,
        country=code,
        noun_class="country",
        is_plural=doc[last].tag_ in {"NNS", "NNPS"},
        is_subject=doc[last].dep_ in _SUBJECTS,
    )
