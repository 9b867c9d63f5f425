"""Groups of people in a sentence: the noun phrases that can be a toll's victims.

Enters: a parsed sentence. Leaves: its noun groups in order, each with the count that its words
give and what kind of people its noun names (``seeds/reference/victims.csv``). The chunks are read
from parts of speech and word lists, not from the dependency parse, which the small model breaks
where counts stand without nouns. Refused: nothing; nouns that never name people are kept, marked,
because they end a list of victims and can name a killer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.codes import VictimGroup
from etl.extract.numbers import SEVERAL, NumberMention, read_numbers
from etl.extract.victim_nouns import Noun, victim_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_ARTICLES = {"a", "an"}
_DEFINITE = {"the", "this", "that", "these", "those", "all", "both", "each", "every", "either"}
_POSSESSIVE = {"his", "her", "its", "their", "our", "my", "your", "whose"}
_SINGLE = {"another", "one"}
_INDEFINITE = {"some", "more", "other", "such", "certain", "any"}
_ONE_PERSON = {"him", "himself", "herself", "he", "she", "someone", "somebody"}
_ORDINALS = {"second", "third", "fourth", "fifth", "sixth", "other"}
_REFLEXIVE = {"himself", "herself"}  # who kills himself is the attacker
_MANY_PEOPLE = {"them", "they", "themselves", "us", "we", "others", "everyone", "those"}
_NOBODY = {"nobody", "none", "no-one", "noone"}
_RELATIVES = {"who", "whom", "which", "that"}
_NO_HEADS = frozenset(
    """killed wounded injured dead hurt missing kidnapped abducted arrested detained captured
    displaced executed murdered martyred beheaded slain neutralized neutralised hospitalised
    hospitalized maimed left shot hanged abduction when while""".split()
)
"""Words that tell an outcome: they end a noun group behind a noun."""

_COLLECTIVE_OF = {"family", "group", "band", "crew", "party", "team", "gang", "squad", "patrol"}
_PEOPLES = re.compile(r"^[A-Z][a-z]+(?:ans|is|ese|ish|ards|aks|eks|ks|ds|bs|iks|ites)$")
_PEOPLE_SUFFIX = re.compile(r"(?:men|women|ists|ers|ors|people|folk)$")
_PERSON_SUFFIX = re.compile(r"(?:man|woman|ist|person)$")


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun phrase: tokens ``start`` to ``end``, half-open, its head, and what it counts.

    ``low``, ``best`` and ``high`` are all None where the words give no count ("the soldiers").
    ``is_person`` is True where the noun names people, False where it never does, None where the
    words leave it open. ``premodifier`` is the token of an outcome word within ("10 dead men");
    ``is_company`` says that the noun tells no more than that they were with those before ("six of
    his men").
    """

    start: int
    end: int
    head: int
    low: int | None
    best: int | None
    high: int | None
    approximate: bool
    is_addition: bool
    group: VictimGroup
    is_person: bool | None
    arms: str = ""
    is_attacker: bool = False
    is_name: bool = False
    is_singular: bool = False
    is_bare_number: bool = False
    is_company: bool = False
    is_owned: bool = False
    is_bare_plural: bool = False
    is_negative: bool = False
    is_pronoun: bool = False
    is_definite: bool = False
    number: tuple[int, int] | None = None
    premodifier: int | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the words give any count."""
        return self.best is not None


_IRREGULAR_PLURALS = frozenset(
    """people men women children police personnel troops policemen civilians persons brethren
    mujahideen mujahedin mujahidin taliban fisherfolk townspeople businesspeople peshmerga youth
    fedayeen servicemen crewmen dead wounded injured gendarmerie staff militia contras
    passers-by passersby""".split()
)


class GroupReader:
    """Reads the noun groups of one sentence."""

    def __init__(self, doc: Doc, harm_words: Iterable[str]) -> None:
        """Prepare the words of a sentence; ``harm_words`` end a group behind its noun."""
        self.doc = doc
        self.harm_words = frozenset(harm_words) | _NO_HEADS
        self.words = [t.text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for t in doc]
        self.numbers = {n.start_token: n for n in read_numbers(doc) if not self._is_age(n)}

    def read(self) -> list[NounGroup]:
        """Return the groups of the sentence, left to right, without overlap."""
        groups: list[NounGroup] = []
        position = 0
        while position < len(self.doc):
            group = self.group_at(position)
            if group is None:
                position += 1
                continue
            groups.append(group)
            position = max(group.end, position + 1)
        return groups

    # ---- words ---------------------------------------------------------------------------

    def _is_age(self, number: NumberMention) -> bool:
        """Whether a number is an age ("60-year-old", "aged 12", "a girl of nine", ", 46,")."""
        after = self.words[number.end_token : number.end_token + 2]
        if after[:1] == ["-"] or after[:1] == ["year"]:
            return True
        before = self.words[max(number.start_token - 2, 0) : number.start_token]
        if before[-1:] in (["aged"], ["age"], ["$"], ["#"], ["under"]):
            return True
        if before[-1:] == ["of"] and len(before) == 2:
            noun = self._noun(number.start_token - 2)
            return (
                noun is not None
                and noun.group is not None
                and before[0] not in _COLLECTIVE_OF
                and not self._is_plural(number.start_token - 2)
                and not self._starts_noun(number.end_token)
            )
        text = self.doc[number.start_token].text
        is_apposed = before[-1:] in ([","], ["("]) and after[:1] in ([","], [")"], ["."])
        return (
            is_apposed
            and text.isdigit()
            and number.end_token - number.start_token == 1
            and (len(before) == 2 and self.doc[number.start_token - 2].tag_.startswith("NNP"))
        )

    def _starts_noun(self, position: int) -> bool:
        return position < len(self.doc) and self._is_nominal(position)

    def _noun(self, position: int) -> Noun | None:
        nouns = victim_nouns()
        joined = self._hyphenated(position)
        if joined is not None and joined in nouns:
            return nouns[joined]
        return nouns.get(self.words[position]) or nouns.get(self.doc[position].lemma_.lower())

    def _hyphenated(self, position: int) -> str | None:
        """Return the hyphenated word that ends at a position ("passer-by"), if one does."""
        if position >= 2 and self.words[position - 1] == "-":
            return "".join(self.words[position - 2 : position + 1])
        return None

    def _is_plural(self, position: int) -> bool:
        word = self.words[position]
        if word in _IRREGULAR_PLURALS or (self._hyphenated(position) or "") in _IRREGULAR_PLURALS:
            return True
        return self.doc[position].tag_ in {"NNS", "NNPS"}

    def _is_nominal(self, position: int) -> bool:
        """Whether a token can be a noun of a group."""
        token = self.doc[position]
        if token.is_punct or token.is_space or not token.text[0].isalnum():
            return False
        if self._is_aged_noun(position):
            return True
        if token.tag_.startswith("NN") and self.words[position] not in _NO_HEADS:
            return True
        if self.words[position] in _NO_HEADS or token.tag_ in {"MD", "IN", "VBD", "VBZ"}:
            return False
        if token.tag_.startswith("V"):
            return False
        return self._noun(position) is not None or bool(_PEOPLES.match(token.text))

    def _is_aged_noun(self, position: int) -> bool:
        """Whether "old" ends a noun: "a 14-year-old"."""
        return "".join(self.words[max(position - 3, 0) : position + 1]) in {
            "-year-old",
            "-years-old",
        }

    def _is_modifier(self, position: int) -> bool:
        token, word = self.doc[position], self.words[position]
        if word in {"more", "of"} or (
            token.is_punct and word != "-" and token.text not in "\"'“”‘’"
        ):
            return False
        if word in {"-", '"', "“", "”", "'s", "'", "‘", "’"}:
            return True
        if token.tag_.startswith(("JJ", "NN")) or token.tag_ in {
            "POS",
            "VBN",
            "VBG",
            "FW",
            "CD",
            "HYPH",
            "AFX",
        }:
            return True
        if token.text.isupper() and len(token.text) > 1 and token.text.isalpha():
            return True  # "60 IS militants"
        return (token.tag_ == "RB" and word.endswith("ly")) or self._is_nominal(position)

    # ---- groups --------------------------------------------------------------------------

    def group_at(self, position: int) -> NounGroup | None:
        """Return the group whose words begin at a token, wherever other groups begin and end."""
        word = self.words[position]
        if (negative := self._negative(position)) is not None:
            return negative
        if position in self.numbers:
            return self._counted(position, self.numbers[position])
        if (other := self._another(position)) is not None:
            return other
        if word in _ONE_PERSON | _MANY_PEOPLE or word == "it":
            return self._pronoun(position)
        after = position
        while after < len(self.words) and self._is_determiner(after):
            after += 1
            if self.words[after : after + 1] == ["of"]:
                after += 1
        if after > position and after in self.numbers:
            return self._counted(position, self.numbers[after], is_definite=True)
        if after > position or word in _ARTICLES | _SINGLE | _INDEFINITE:
            start = max(after, position + 1)
            if self.words[start : start + 1] == ["other"] or self.words[start : start + 1] == [
                "such"
            ]:
                start += 1
            return self._described(position, start)
        is_word = word[0].isalnum() and word not in self.harm_words
        if is_word and self._is_modifier(position):
            return self._described(position, position)
        return None

    def _is_determiner(self, position: int) -> bool:
        word = self.words[position]
        if word == "that":
            return self.doc[position].tag_ == "DT" and self.doc[position].dep_ == "det"
        return word in _DEFINITE | _POSSESSIVE

    def _head(self, start: int) -> tuple[int, int | None] | None:
        """Return the head noun of a group whose modifiers begin at ``start``.

        The second value is the token of an outcome word that modifies it ("10 dead soldiers").
        """
        position, head, premodifier = start, None, None
        while position < len(self.doc):
            word = self.words[position]
            if position in self.numbers and position != start:
                break
            if word in self.harm_words:
                is_premodifier = (
                    head is None
                    and position + 1 < len(self.doc)
                    and self._names_people(position + 1)
                )
                if not is_premodifier:
                    break
                premodifier = position
            elif self._is_nominal(position):
                if head is not None and self._is_time(position):
                    break
                if head is not None and self._starts_name_after_plural(head, position):
                    break
                head = position
            elif not self._is_modifier(position) or (
                head is not None and self._ends_behind(head, position)
            ):
                break
            position += 1
        return None if head is None else (head, premodifier)

    def _ends_behind(self, head: int, position: int) -> bool:
        """Whether a participle or a figure behind a noun is no part of its group."""
        tag = self.doc[position].tag_
        if tag == "VBN" and self.doc[head].tag_ == "NNP" and position + 1 < len(self.doc):
            return not self._is_modifier(position + 1)  # "a Taliban improvised explosive expert"
        return tag in {"VBG", "VBN", "VBD", "CD"}

    def _starts_name_after_plural(self, head: int, position: int) -> bool:
        """Whether a plural noun is done and another phrase begins ("20 soldiers Mosul")."""
        return (
            self.doc[head].tag_ == "NNS"
            and not self.doc[position].tag_.startswith("NNP")
            and self._noun(position) is None
        )

    def _names_people(self, position: int) -> bool:
        noun = self._noun(position)
        return self._is_nominal(position) and (
            (noun is not None and noun.group is not None)
            or bool(_PEOPLES.match(self.doc[position].text))
            or (
                self.doc[position].tag_.startswith("NNP")
                and position + 1 < len(self.doc)
                and self._names_people(position + 1)
            )
        )

    def _is_time(self, position: int) -> bool:
        return self.words[position] in _TIME_WORDS

    def _negative(self, position: int) -> NounGroup | None:
        words = self.words
        end = None
        if words[position] in _NOBODY:
            end = position + 1
            if words[end : end + 1] == ["of"]:
                inner = self.group_at(end + 1) if end + 1 < len(words) else None
                end = inner.end if inner is not None else end
        elif words[position] == "neither" and position + 1 < len(words):
            end = self._end_of_neither(position + 1)
        elif words[position : position + 2] == ["no", "one"]:
            end = position + 2
        elif words[position : position + 2] == ["no", "-"] and words[
            position + 2 : position + 3
        ] == ["one"]:
            end = position + 3
        elif words[position] == "not" and words[position + 1 : position + 2] in (["one"], ["a"]):
            start = position + (3 if words[position + 2 : position + 3] == ["single"] else 2)
            if words[start : start + 1] == ["of"]:
                start += 1
            inner = self.group_at(start) if start < len(words) else None
            end = inner.end if inner is not None else None
        elif words[position] == "no" and position + 1 < len(words):
            if words[position + 1] in {"fewer", "less", "more", "longer", "matter"}:
                return None
            found = self._head(position + 1)
            if found is None or not self._names_people(found[0]):
                return None
            end = found[0] + 1
            while words[end : end + 1] in (["or"], ["and"], ["nor"]) and end + 1 < len(words):
                joined = self._head(end + 1)
                if joined is None or not self._names_people(joined[0]):
                    break
                end = joined[0] + 1
        if end is None:
            return None
        group = self._group_of_words(position, end)
        return NounGroup(
            position, end, end - 1, 0, 0, 0, approximate=False, is_addition=False, group=group,
            is_person=True, is_negative=True,
        )  # fmt: skip

    def _end_of_neither(self, position: int) -> int | None:
        """Return the end of "neither the pilot nor the passengers"."""
        first = self.group_at(position)
        if first is None or not first.is_person or self.words[first.end : first.end + 1] != ["nor"]:
            return None
        second = self.group_at(first.end + 1) if first.end + 1 < len(self.words) else None
        return second.end if second is not None else None

    def _another(self, position: int) -> NounGroup | None:
        """Read "another", "a third", "the other" where no noun follows."""
        words = self.words
        end = position + 1
        if words[position] in {"a", "the"} and words[end : end + 1] and words[end] in _ORDINALS:
            end += 1
        elif words[position] != "another":
            return None
        if end >= len(words) or not (words[end] in self.harm_words or words[end] in {"was", "had"}):
            return None
        return NounGroup(
            position, end, position, 1, 1, 1, approximate=False, is_addition=True,
            group=VictimGroup.UNKNOWN, is_person=True, is_singular=True, is_bare_number=True,
            number=(position, end),
        )  # fmt: skip

    def _pronoun(self, position: int) -> NounGroup:
        word = self.words[position]
        count = 1 if word in _ONE_PERSON else SEVERAL if word == "others" else None
        return NounGroup(
            position, position + 1, position, count, count, count if word != "others" else None,
            approximate=False, is_addition=word == "others",
            group=VictimGroup.COMBATANT if word in _REFLEXIVE else VictimGroup.UNKNOWN,
            is_person=word != "it", is_pronoun=True, is_singular=word in _ONE_PERSON,
            arms="self" if word in _REFLEXIVE else "", is_attacker=word in _REFLEXIVE,
        )  # fmt: skip

    def _counted(
        self, start: int, number: NumberMention, *, is_definite: bool = False
    ) -> NounGroup:
        """Read a group that begins with a count."""
        position = number.end_token
        is_addition = number.is_addition
        if self.words[position : position + 1] in (['"'], ["\N{RIGHT DOUBLE QUOTATION MARK}"]):
            position += 1
        while self.words[position : position + 1] in (
            ["more"],
            ["other"],
            ["additional"],
            ["further"],
        ):
            is_addition, position = True, position + 1
        if self.words[position : position + 1] == ["of"] and position + 1 < len(self.words):
            inner = self.group_at(position + 1)
            if inner is None:
                position += 2 if self.words[position + 1] in _RELATIVES else 0
                inner_end, head = (position, position - 1) if position else (position, position)
            else:
                inner_end, head = inner.end, inner.head
            found: tuple[int, int | None] | None = (head, None) if inner else None
        else:
            found = self._head(position)
            inner, inner_end = None, found[0] + 1 if found else position
        if found is None:
            noun_end = inner_end if inner_end > number.end_token else position
            if self.words[position : position + 1] == ["others"]:
                noun_end, is_addition = position + 1, True
            return NounGroup(
                start, noun_end, number.end_token - 1, number.low, number.best, number.high,
                number.approximate, is_addition, VictimGroup.UNKNOWN, is_person=None,
                is_bare_number=True, is_definite=is_definite, is_singular=number.best == 1,
                number=(number.start_token, number.end_token),
            )  # fmt: skip
        head, premodifier = found
        end = self._with_of(head, inner_end)
        is_person = inner.is_person if inner is not None else self._is_person(head)
        if inner is not None and self.words[head] in {"number", "ranks"}:
            is_person = True  # "three of their number"
        return NounGroup(
            start, end, head, number.low, number.best, number.high, number.approximate,
            is_addition or self.words[head] == "others",
            self._group_of_words(number.end_token, end, head), is_person,
            arms=self._arms(head), is_attacker=self._is_attacker(head),
            is_singular=number.best == 1,
            is_definite=is_definite, number=(number.start_token, number.end_token),
            is_company=self.words[head] in {"men", "man", "comrades", "companions", "colleagues"},
            premodifier=premodifier,
        )  # fmt: skip

    def _described(self, start: int, modifiers: int) -> NounGroup | None:
        """Read a group without a number: "a soldier", "the mayor", "Colonel X", "soldiers"."""
        if modifiers >= len(self.doc):
            return None
        found = self._head(modifiers)
        if found is None:
            return None
        head, premodifier = found
        end = self._with_of(head, head + 1)
        word, noun = self.words[head], self._noun(head)
        is_plural = self._is_plural(head) or bool(_PEOPLES.match(self.doc[head].text))
        is_name = self.doc[head].tag_.startswith("NNP") and noun is None and not is_plural
        is_name = is_name and self.words[start] not in _ARTICLES | {"the"}
        is_definite = self.words[start] in _DEFINITE | _POSSESSIVE
        low = best = high = None
        is_bare_plural = False
        count = self._collective_count(head)
        if count is not None:
            low, best, high, approximate = count.low, count.best, count.high, count.approximate
        else:
            approximate = False
            if word == "parents" or (word == "couple" and noun is not None):
                low = best = high = 2
            elif is_plural:
                is_bare_plural = not is_definite and not self._has_genitive(start, head)
                if is_bare_plural:
                    low = best = SEVERAL
            elif not (noun is not None and noun.is_collective):
                low = best = high = 1
        return NounGroup(
            start, end, head, low, best, high, approximate,
            self.words[start] in {"another", "other", "more"},
            self._group_of_words(start, end, head), self._is_person(head),
            arms=self._arms(head), is_attacker=self._is_attacker(head), is_name=is_name,
            is_singular=not is_plural, is_owned=self.words[start] in _POSSESSIVE,
            is_bare_plural=is_bare_plural, is_definite=is_definite,
            number=(count.start_token, count.end_token) if count is not None else None,
            premodifier=premodifier,
        )  # fmt: skip

    def _has_genitive(self, start: int, head: int) -> bool:
        return any(self.doc[i].tag_ == "POS" for i in range(start, head))

    def _collective_count(self, head: int) -> NumberMention | None:
        """Return the count of "a family of five", "a group of six hikers"."""
        if self.words[head] not in _COLLECTIVE_OF or self.words[head + 1 : head + 2] != ["of"]:
            return None
        return self.numbers.get(head + 2)

    def _with_of(self, head: int, end: int) -> int:
        """Return the end of a group with its of-phrase ("members of the security forces")."""
        if self.words[end : end + 1] != ["of"] or end + 1 >= len(self.doc):
            return end
        if self._collective_count(head) is not None:
            number = self.numbers[head + 2]
            inner = self._head(number.end_token)
            return inner[0] + 1 if inner is not None else number.end_token
        if end + 1 in self.numbers:
            return end
        start = end + 1
        while start < len(self.doc) and self.words[start] in _DEFINITE | _POSSESSIVE | _ARTICLES:
            start += 1
        found = self._head(start) if start < len(self.doc) else None
        return found[0] + 1 if found is not None else end

    def _is_person(self, head: int) -> bool | None:
        noun = self._noun(head)
        if noun is not None:
            return noun.group is not None
        word = self.words[head]
        text = self.doc[head].text
        if self._is_aged_noun(head):
            return True
        if _PEOPLES.match(text) or _PEOPLE_SUFFIX.search(word) or _PERSON_SUFFIX.search(word):
            return True
        return True if word in _MANY_PEOPLE | _RELATIVES else None

    def _arms(self, head: int) -> str:
        noun = self._noun(head)
        return noun.arms if noun is not None else ""

    def _is_attacker(self, head: int) -> bool:
        noun = self._noun(head)
        return noun is not None and noun.is_attacker

    def _group_of_words(self, start: int, end: int, head: int | None = None) -> VictimGroup:
        """Return whether the words name civilians or combatants: by the head, else by the rest."""
        known = {VictimGroup.CIVILIAN, VictimGroup.COMBATANT}
        positions = [head] if head is not None else []
        positions += [i for i in reversed(range(start, end)) if i != head]
        for position in positions:
            noun = self._noun(position)
            if noun is not None and noun.group in known:
                return noun.group
            if self.words[position] in _ARMED_WORDS:
                return VictimGroup.COMBATANT
            if self.words[position] == "civilian":
                return VictimGroup.CIVILIAN
        return VictimGroup.UNKNOWN


_ARMED_WORDS = frozenset(
    """army military forces security rebel militant armed paramilitary guerrilla jihadist police
    troops militia navy brigade battalion regiment infantry insurgent taliban rsf""".split()
)
_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tonight overnight
    january february march april may june july august september october november december
    afternoon morning evening night week month year noon dawn""".split()
)
