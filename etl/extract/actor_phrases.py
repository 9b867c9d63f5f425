"""Noun phrases that describe actors: "Iraqi troops", "suspected jihadists", "its fighters".

Enters: a parsed sentence, the listed names found in it, and the nouns of
``seeds/reference/actor_nouns.csv``. Leaves: ``ActorPhrase`` rows in the order of the text, each
with its extent in tokens, its head, its class and what its words say of name and country. It
refuses words that are verbs here, and nouns that only qualify a noun which is no actor, except
those of armed classes ("rebel shelling" speaks of rebels).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.actor_classes import (
    ARMED_CLASSES,
    CIVIL_CLASSES,
    CLASS_OF_MODIFIER,
    COMBINED,
    STATE_CLASSES,
    WEAK_CLASSES,
    Noun,
    load_actor_nouns,
)
from etl.extract.actor_joins import ActorPhrase, NameSpan, add_persons, join_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

_RELATION_SUFFIXES = frozenset(
    "backed led held controlled allied aligned supported trained funded linked affiliated run "
    "occupied born inspired sponsored armed based besieged dominated majority mediated brokered "
    "administered".split()
)
_RELATION_PREFIXES = frozenset("anti pro ex non former counter".split())
_VERB_TAGS = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
_PREDETERMINERS = frozenset("all both half such".split())
_NOT_FIRST = frozenset(
    "dead alive wounded injured hostage prisoner captive free only also even just".split()
)
_OWNER_PRONOUNS = frozenset("its their his her our my your".split())
# Things that "military" and the like qualify without anybody acting.
_NOT_ACTING = frozenset(
    "uniform uniforms fatigues camouflage court courts service aid hardware exercise exercises "
    "drill drills coup coups rule law spending budget training uniformed".split()
)
# Whose people a capital letter names, where no country and no listed name does ("Kurdish forces").
_COMMUNITY = re.compile(
    r"[A-Z][\w'’]+(?:ish|an|ian|ese|i|en|ic|ite)|Shia|Druze|Hutu|Tutsi|Tuareg|Tebu"
)
_NO_COMMUNITY = frozenset(
    "foreign civilian veteran human urban partisan republican christian".split()
)
_COMMUNITY_CLASSES = frozenset("forces fighters rebels militants militia".split())
_MAX_NOUN_WORDS = 4


class PhraseFinder:
    """Finds actor phrases in one parsed sentence."""

    def __init__(
        self, doc: Doc, names: Sequence[NameSpan], countries: Iterable[tuple[int, int, str]]
    ) -> None:
        """Take a sentence, its names and its country words (first token, last token, code)."""
        self._doc = doc
        self._heads, self._modifiers = load_actor_nouns()
        self._name_at = {i: name for name in names for i in range(name.first, name.last + 1)}
        self._country_at = {
            i: code for first, last, code in countries for i in range(first, last + 1)
        }
        self._names = names

    def find(self) -> list[ActorPhrase]:
        """Return the phrases of the sentence in order, none within another."""
        phrases = [*self._noun_phrases(), *self._bare_names()]
        phrases.sort(key=lambda phrase: (phrase.first, -phrase.last))
        kept: list[ActorPhrase] = []
        for phrase in phrases:
            if kept and phrase.first <= kept[-1].last:
                if (
                    kept[-1].name is None
                    and phrase.name is not None
                    and phrase.last > kept[-1].last
                ):
                    kept[-1] = replace(
                        kept[-1], last=phrase.last, name=phrase.name, country=phrase.country
                    )
                continue
            kept.append(phrase)
        other_names = {*self._name_at, *self._country_at}
        return join_phrases(self._doc, add_persons(self._doc, kept, other_names))

    # ---- phrases around nouns ----------------------------------------------------------------

    def _noun_at(self, index: int) -> tuple[int, Noun] | None:
        """Return the last token and the entry of the longest noun that begins at a token."""
        words = [token.lower_ for token in self._doc[index : index + _MAX_NOUN_WORDS + 2]]
        for length in range(len(words), 0, -1):
            noun = self._heads.get(tuple(words[:length]))
            if noun is not None:
                return index + length - 1, noun
        return None

    def _noun_phrases(self) -> list[ActorPhrase]:
        found = []
        index = 0
        while index < len(self._doc):
            entry = None if index in self._name_at else self._noun_at(index)
            if entry is None:
                index += 1
                continue
            last, noun = entry
            phrase = self._phrase_of(index, last, noun)
            if phrase is not None:
                found.append(phrase)
            index = last + 1
        return found

    def _phrase_of(self, start: int, last: int, noun: Noun) -> ActorPhrase | None:
        doc = self._doc
        head = self._root_of(start, last)
        if start == last and (doc[last].tag_ in _VERB_TAGS or doc[last].pos_ in {"VERB", "ADV"}):
            return None
        if self._is_within_word(last):
            return None
        if noun.noun_class == "gathering" and start > 0 and doc[start].text[:1].isupper():
            return None
        if self._qualifies_next(last) and self._with_person(start, last, head)[0] == last:
            armed = noun.noun_class in STATE_CLASSES | ARMED_CLASSES - {"communal"}
            if not armed or self._leads_to_noun(last):
                return None
            if self._doc[last + 1].lower_ in _NOT_ACTING:
                return None
            return replace(
                self._without_article(self._describe(start, last, head, noun)), is_plural=True
            )
        return self._describe(start, last, head, noun)

    def _is_within_word(self, last: int) -> bool:
        """Whether a hyphen makes the noun a part of a longer word ("rebel-held")."""
        doc = self._doc
        if last + 2 >= len(doc) or doc[last + 1].text not in {"-", "–"}:
            return False
        is_tight = not doc[last].whitespace_ and not doc[last + 1].whitespace_
        return is_tight and doc[last + 2].lower_ in _RELATION_SUFFIXES

    def _without_article(self, phrase: ActorPhrase) -> ActorPhrase:
        """Return a phrase without the article that belongs to the noun which it qualifies."""
        first = phrase.first
        while first < phrase.head and self._doc[first].pos_ in {"DET", "NUM"}:
            first += 1
        return replace(phrase, first=first)

    def _root_of(self, start: int, last: int) -> int:
        for index in range(last, start - 1, -1):
            if not start <= self._doc[index].head.i <= last and self._doc[index].is_alpha:
                return index
        return last

    def _qualifies_next(self, last: int) -> bool:
        """Whether the noun only qualifies the noun after it ("army positions")."""
        if last + 1 >= len(self._doc):
            return False
        here, after = self._doc[last], self._doc[last + 1]
        if after.i in self._name_at:
            return False
        if after.pos_ not in {"NOUN", "PROPN"} and not self._noun_at(after.i):
            return False
        if after.pos_ in {"VERB", "AUX", "ADP", "ADV", "PUNCT", "CCONJ", "DET", "PRON"}:
            return False
        return here.head.i > last or here.dep_ in {"compound", "amod", "nmod"}

    def _leads_to_noun(self, last: int) -> bool:
        """Whether an actor noun follows in the same phrase, which will hold this one."""
        index = last + 1
        while index < len(self._doc) and self._doc[index].pos_ in {"NOUN", "PROPN", "ADJ"}:
            if index in self._name_at or self._noun_at(index) is not None:
                return True
            index += 1
        return False

    def _describe(self, start: int, last: int, head: int, noun: Noun) -> ActorPhrase:
        first = self._first_of(start, last)
        noun_class, owner, relation = noun.noun_class, None, None
        name: NameSpan | None = None
        country: str | None = None
        for index in range(start - 1, first - 1, -1):
            relation = relation or self._relation_at(index)
            if index in self._name_at and name is None and not self._relation_at(index):
                name = self._name_at[index]
            if index in self._country_at and country is None and not self._relation_at(index):
                country = self._country_at[index]
            modifier = None if index in self._name_at else self._modifier_at(index)
            if modifier is not None:
                noun_class = self._combine(noun_class, modifier)
            token = self._doc[index]
            if token.tag_ in {"PRP$", "WP$"} or token.lower_ in _OWNER_PRONOUNS:
                owner = token.lower_
            noun_here = self._heads.get((token.lower_,))
            if noun_here is not None and noun_here.noun_class == "group":
                owner = owner or "group"
        last, head = self._with_person(start, last, head)
        after = last + 1
        name_after = self._name_at.get(after)
        if name is None and name_after is not None and noun_class not in CIVIL_CLASSES:
            name, last = name_after, name_after.last
        if country is None and name is None and noun_class in STATE_CLASSES:
            last, country = self._with_country(last)
        if noun_class in ARMED_CLASSES | {"forces"} and name is None:
            last = self._with_origin(last)
        if noun_class in {"men", "youth", "civilians", "quantity"} and self._looks_armed(last):
            noun_class = "armed"
        if (
            name is None
            and country is None
            and relation is None
            and noun_class in _COMMUNITY_CLASSES
        ):
            found = (self._community_at(index) for index in range(first, start))
            relation = next((word for word in found if word is not None), None)
        others = {
            self._country_at[i]
            for i in range(first, start)
            if i in self._country_at and not self._relation_at(i)
        } - {country}
        other = next(iter(others)) if len(others) == 1 and noun_class in STATE_CLASSES else None
        return ActorPhrase(
            first, last, head, noun_class, name, country, noun.is_plural, owner, relation, other
        )

    def _community_at(self, index: int) -> str | None:
        """Return "Kurdish" where a token names a people that is no country's."""
        token = self._doc[index]
        is_plain = index not in self._country_at and index not in self._name_at
        if not is_plain or token.lower_ in self._modifiers or token.lower_ in _NO_COMMUNITY:
            return None
        noun = self._heads.get((token.lower_,))
        if (noun is not None and noun.noun_class != "civilians") or token.like_num:
            return None
        if _COMMUNITY.fullmatch(token.text) is None:
            return None
        return token.text if token.pos_ in {"ADJ", "PROPN"} else None

    def _with_person(self, start: int, last: int, head: int) -> tuple[int, int]:
        """Return last token and head of "the journalist Jane Doe", who bears a noun as a title."""
        doc, end = self._doc, last
        while (
            end + 1 < len(doc)
            and doc[end + 1].pos_ == "PROPN"
            and doc[end + 1].text[:1].isupper()
            and end + 1 not in self._name_at
            and end + 1 not in self._country_at
            and self._noun_at(end + 1) is None
        ):
            end += 1
        if end == last or doc[last].tag_ in {"NNS", "NNPS"} or not doc[last].whitespace_:
            return last, head
        return end, self._root_of(start, end)

    def _with_origin(self, last: int) -> int:
        """Return the last token of "fighters from Misrata"."""
        doc, end = self._doc, last + 1
        if end + 1 >= len(doc) or doc[end].lower_ != "from" or end + 1 in self._name_at:
            return last
        while end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN" and end + 1 not in self._name_at:
            end += 1
        return end if end > last + 1 else last

    def _with_country(self, last: int) -> tuple[int, str | None]:
        """Return last token and country of "the armed forces of Armenia"."""
        after = last + 1
        if after + 1 < len(self._doc) and self._doc[after].lower_ == "of":
            after += 1
            if after + 1 < len(self._doc) and self._doc[after].lower_ == "the":
                after += 1
            code = self._country_at.get(after)
            if code is not None:
                while self._country_at.get(after + 1) == code:
                    after += 1
                return after, code
        return last, None

    def _combine(self, noun_class: str, modifier: str) -> str:
        made = COMBINED.get((noun_class, modifier))
        if made is None and noun_class in WEAK_CLASSES:
            acts = modifier in (STATE_CLASSES | ARMED_CLASSES)
            made = CLASS_OF_MODIFIER.get(modifier) or (modifier if acts else None)
        return made or noun_class

    def _modifier_at(self, index: int) -> str | None:
        words = self._doc[index].lower_
        if index + 2 < len(self._doc) and self._doc[index + 1].text == "-":
            joined = f"{words}-{self._doc[index + 2].lower_}"
            if joined in self._modifiers:
                return self._modifiers[joined]
        if index >= 2 and self._doc[index - 1].text == "-":
            joined = f"{self._doc[index - 2].lower_}-{words}"
            if joined in self._modifiers:
                return None
        if words in self._modifiers:
            return self._modifiers[words]
        noun = self._heads.get((words,))
        if noun is None:
            return None
        same = (m for m, made in CLASS_OF_MODIFIER.items() if made == noun.noun_class)
        return next(same, noun.noun_class)

    def _relation_at(self, index: int) -> str | None:
        """Return "Turkish-backed", "anti-Houthi" where a token is a part of such a word."""
        doc = self._doc
        name = self._name_at.get(index)
        if name is None and index not in self._country_at and doc[index].pos_ != "PROPN":
            return None
        first, last = (name.first, name.last) if name else (index, index)
        if (
            last + 2 < len(doc)
            and doc[last + 1].text in "-–"
            and doc[last + 2].lower_ in _RELATION_SUFFIXES
        ):
            return doc[first : last + 3].text
        if (
            first >= 2
            and doc[first - 1].text in "-–"
            and doc[first - 2].lower_ in _RELATION_PREFIXES
        ):
            return doc[first - 2 : last + 1].text
        return None

    def _looks_armed(self, last: int) -> bool:
        """Whether what follows says arms: "men in military uniform", "youths on a motorbike"."""
        after = " ".join(token.lower_ for token in self._doc[last + 1 : last + 8])
        return bool(
            re.match(
                r"(?:in|wearing|dressed in) (?:\w+ ){0,2}"
                r"(?:uniforms?|fatigues|masks|balaclavas|camouflage)"
                r"|(?:on|riding) (?:a |two |three |several )?(?:motorbikes?|motorcycles?)"
                r"|(?:armed|wielding|brandishing|carrying|with) (?:with )?(?:\w+ ){0,2}"
                r"(?:guns?|rifles?|machetes?|weapons|knives|axes|kalashnikovs?|ak-47s?|pistols?)",
                after,
            )
        )

    def _first_of(self, start: int, last: int) -> int:
        """Return the first token of the phrase whose noun is at ``start`` to ``last``."""
        doc, first = self._doc, start
        while first > 0:
            token = doc[first - 1]
            if first - 1 in self._name_at:
                if doc[first - 1].head.i > last and token.dep_ not in {
                    "compound",
                    "poss",
                    "nmod",
                    "amod",
                }:
                    break
                first = self._name_at[first - 1].first
                continue
            if not self._belongs(token, first, last):
                break
            starts = doc[first].pos_ == "DET" or doc[first].tag_ == "PRP$"
            if starts and token.lower_ not in _PREDETERMINERS:
                break
            first -= 1
        while first < start and (
            doc[first].pos_ in {"CCONJ", "PUNCT", "PART"} or doc[first].lower_ in _NOT_FIRST
        ):
            first += 1
        return first

    def _belongs(self, token: Token, first: int, last: int) -> bool:
        inside = first <= token.head.i <= last
        if token.text in {"-", "–"}:
            return not token.whitespace_ and token.i > 0 and not self._doc[token.i - 1].whitespace_
        if token.tag_ == "POS":
            return token.i > 0 and (token.head.head.i >= first or token.head.i >= first)
        if token.lower_ in _NOT_FIRST:
            return False
        if token.i in self._country_at or token.lower_ in self._modifiers:
            return (
                self._modifiers.get(token.lower_) in {"armed", "riot"}
                or token.pos_ not in {"VERB", "AUX"}
                or inside
            )
        if token.pos_ in {"DET", "NUM", "ADJ"} or token.tag_ == "PRP$":
            return token.head.i >= first or token.pos_ != "DET" or token.i == first - 1
        if token.pos_ in {"NOUN", "PROPN"}:
            return inside and token.dep_ in {
                "compound",
                "nmod",
                "amod",
                "poss",
                "nummod",
                "npadvmod",
            }
        if token.pos_ in {"VERB", "ADV"}:
            return inside and token.dep_ in {"amod", "advmod", "compound"} and token.i + 1 <= last
        if token.pos_ == "CCONJ":
            before = self._doc[token.i - 1] if token.i else None
            return before is not None and (
                (before.i in self._country_at and first in self._country_at)
                or (before.pos_ == "ADJ" and self._doc[first].pos_ == "ADJ")
            )
        return False

    # ---- names that stand alone --------------------------------------------------------------

    def _bare_names(self) -> list[ActorPhrase]:
        found = []
        for name in self._names:
            if self._relation_at(name.first):
                continue
            first = self._first_of(name.first, name.last) if name.first else name.first
            head = self._root_of(name.first, name.last)
            phrase = ActorPhrase(
                first, name.last, head, "named", name, name.country, is_plural=True
            )
            qualifies = self._qualifies_next(name.last) and bool(self._doc[name.last].whitespace_)
            found.append(self._without_article(phrase) if qualifies else phrase)
        return found
