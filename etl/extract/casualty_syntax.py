"""The syntax that a toll needs: voice, subject, object, list, killer, negation and mood.

Enters: a parsed sentence with its noun groups. Leaves: answers about tokens ("which group is the
subject of this verb"). The dependency parse is asked where it is good (subjects far from their
verb); neighbourhood decides where the small model breaks (lists, ellipsis, "left nine dead").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.codes import VictimGroup
from etl.extract.victims import GroupReader, NounGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc, Token

_BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m"}
_GET = {"get", "gets", "got", "getting", "gotten"}
_STAY = {"remain", "remains", "remained", "lay", "lie", "lies", "became", "seem", "appear"}
_FOUND = {"left", "found", "reported", "confirmed", "believed", "feared", "presumed", "declared",
          "pronounced", "listed", "thought", "known", "said", "understood", "rendered",
          "also"}  # fmt: skip
_QUOTES = {'"', "'", "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}", "``"}
_HAVE = {"have", "has", "had", "having", "'ve", "'d"}
_MODALS = {
    "will",
    "would",
    "could",
    "can",
    "may",
    "might",
    "shall",
    "should",
    "must",
    "'ll",
    "wo",
    "ca",
}
_ADVERBS = {"not", "n't", "also", "all", "both", "then", "later", "together", "subsequently",
            "already", "too", "still", "since", "reportedly", "allegedly", "either", "themselves",
            "each", "once", "again", "so", "far"}  # fmt: skip
_LIST_JOINTS = (
    ("as", "well", "as"), ("along", "with"), ("together", "with"), (",", "and"), (",", "plus"),
    (",", "as", "well", "as"), (",", "along", "with"), (",", "together", "with"), ("and", "also"),
    ("and",), ("plus",), ("&",), ("or",), (",",), ("and", "then"),
)  # fmt: skip
_PREPOSITIONS = frozenset(
    """of in at on by from to with for near into inside outside during after before against around
    behind between through under over across toward towards within without about among along upon
    including via off onto beside despite amid that""".split()
) - {"that"}
_SAYS = {"said", "says", "say", "saying", "reported", "added", "adding", "claimed", "confirmed"}
_ALLEGED = {
    "accused",
    "suspected",
    "convicted",
    "guilty",
    "accusing",
    "charged",
    "blamed",
    "capable",
}
_STATES = {"dead", "wounded", "injured", "hurt", "killed", "missing"}
_CLAUSE_REACH = 8
_CLAUSE_ENDS = {";", ":", "—", "–", "while", "whereas", "but", "although", "though"}
_REAL_INFINITIVES = {"manage", "begin", "start", "continue", "go", "claim", "seem", "appear",
                     "help",
                     "proceed", "come", "use", "happen", "return", "know"}  # fmt: skip
_UNREAL = frozenset(
    """attempt attempts attempted plan plans plot plots plotting bid intention intent threat threats
    threatened threaten vowed vow vows aim aims aimed capable risk danger fear fears avoid avoided
    avoiding prevent prevented preventing deny denied denies denying""".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """How a verb stands: where its auxiliaries begin, and what they make of it."""

    start: int
    is_passive: bool
    is_unreal: bool
    is_negated: bool
    has_auxiliary: bool
    is_present: bool
    is_alleged: bool


class SentenceSyntax:
    """Answers about one sentence."""

    def __init__(self, doc: Doc, harm_words: Iterable[str]) -> None:
        """Read the groups of a sentence."""
        reader = GroupReader(doc, harm_words)
        self.doc = doc
        self.words = reader.words
        self.groups = self._join_bare_plurals(reader.read())
        self._reader = reader
        self._starting = {g.start: g for g in self.groups}
        self._ending = {g.end: g for g in self.groups}
        self._covering = {i: g for g in self.groups for i in range(g.start, g.end)}
        self._parts = {g.start for g in self.groups if self._is_part(g)}

    def _join_bare_plurals(self, groups: list[NounGroup]) -> list[NounGroup]:
        """Join "14 women" and "children" in "14 women and children"."""
        joined: list[NounGroup] = []
        for group in groups:
            before = joined[-1] if joined else None
            if (
                before is not None
                and self._is_joint(before, group)
                and group.is_bare_plural
                and group.is_person
                and before.is_person
                and (before.number is not None or before.is_bare_plural)
                and not self._begins_clause(before, group)
            ):
                kind = before.group
                if {kind, group.group} == {VictimGroup.CIVILIAN, VictimGroup.COMBATANT}:
                    kind = VictimGroup.MIXED
                elif kind is VictimGroup.UNKNOWN:
                    kind = group.group
                joined[-1] = replace(before, end=group.end, group=kind)
            else:
                joined.append(group)
        return joined

    def _is_joint(self, before: NounGroup, group: NounGroup) -> bool:
        between = self.words[before.end : group.start]
        if between in ([","], [",", "and"], [",", "or"]):
            return before.is_bare_plural
        return between in (["and"], ["or"])

    def _begins_clause(self, before: NounGroup, group: NounGroup) -> bool:
        """Whether a noun behind "and" is the subject of a clause of its own."""
        follows = self.doc[group.end : group.end + 1]
        precedes = self.doc[max(before.start - 1, 0) : before.start]
        is_verb = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in follows)
        return is_verb and any(t.tag_.startswith("V") for t in precedes)

    def _is_part(self, group: NounGroup) -> bool:
        """Whether a group divides the one before it ("four of them", "including two women")."""
        words, at = self.words, group.start
        if words[at - 1 : at] == ["including"] or words[max(at - 2, 0) : at] in (
            ["among", "them"], ["among", "whom"], ["including", "the"],
        ):  # fmt: skip
            return True
        if words[group.end : group.end + 2] == ["among", "them"] or words[
            group.end : group.end + 1
        ] == ["included"]:
            return words[at - 1 : at] == [","]
        if group.number is None:
            return False
        after = words[group.number[1] : group.number[1] + 2]
        return after in (["of", "them"], ["of", "whom"]) and words[at - 1 : at] in (
            [","],
            ["("],
            ["-"],
        )

    def word(self, position: int) -> str:
        """Return a word, or nothing beyond the ends."""
        return self.words[position] if 0 <= position < len(self.words) else ""

    # ---- groups ---------------------------------------------------------------------------

    def group_at(self, position: int) -> NounGroup | None:
        """Return the group that begins at a token."""
        return self._starting.get(position)

    def group_before(self, position: int) -> NounGroup | None:
        """Return the group that ends right before a token; an adverb may stand between."""
        if self.word(position - 1) in _QUOTES:
            position -= 1
        if (group := self._ending.get(position)) is not None:
            return group
        if self.word(position - 1) in _ADVERBS | {"only"} or self.is_adverb(position - 1):
            return self._ending.get(position - 1)
        return None

    def group_covering(self, position: int) -> NounGroup | None:
        """Return the group that a token is in."""
        return self._covering.get(position)

    def groups_after(self, position: int) -> list[NounGroup]:
        """Return the list of groups that begins at a token: "six soldiers and a guard"."""
        group = self.group_at(position)
        if group is None and position < len(self.words) and self.word(position - 1) == "of":
            group = self._reader.group_at(position)
        if group is None:
            return []
        found, certain = [group], 1
        while (step := self._next_in_list(found[-1])) is not None:
            joint, joined = step
            found.append(joined)
            if joint != (",",):
                certain = len(found)
        found = found[:certain]
        while len(found) > 1 and self._begins_predicate(found[-1].end):
            found.pop()  # "killed 14 people, and three others were wounded"
        beyond = self._beyond_relative(found[-1])
        return [*found, beyond] if beyond is not None else found

    def _begins_predicate(self, position: int) -> bool:
        if position >= len(self.words):
            return False
        return self.words[position] in _BE | _HAVE or self.doc[position].tag_ in {
            "VBD",
            "MD",
            "VBZ",
        }

    def _beyond_relative(self, group: NounGroup) -> NounGroup | None:
        """Return what a list goes on with behind a clause ("guards who slept and two clerks")."""
        if self.word(group.end) not in {"who", "guarding", "travelling", "standing", "riding"}:
            return None
        for at in range(group.end + 1, group.end + _CLAUSE_REACH):
            if self.word(at) in {",", ".", ";", ""}:
                return None
            following = self.group_at(at + 1)
            if self.word(at) == "and" and following is not None:
                is_end = self.word(following.end) in {",", ".", ";", "", "in", "on", "at"}
                is_counted = following.number is not None and following.is_person
                return following if is_end and is_counted else None
        return None

    def groups_up_to(self, group: NounGroup, *, is_clause: bool) -> list[NounGroup]:
        """Return the list of groups that ends with a group.

        ``is_clause`` says that the list is the subject of a finite verb: then what stands behind
        a preposition or another verb belongs to the words before it, not to the list.
        """
        found: list[NounGroup] = [group]
        joints: list[tuple[str, ...]] = [()]
        while (step := self._previous_in_list(found[0])) is not None:
            joint, joined = step
            found.insert(0, joined)
            joints.insert(0, joint)
        if all(joint == (",",) for joint in joints[:-1]):
            return [group]
        while is_clause and len(found) > 1 and self._is_governed(found[0]):
            while len(found) > 1 and joints[0][0] != ",":  # the rest of that phrase
                found.pop(0)
                joints.pop(0)
            found.pop(0)
            joints.pop(0)
        return found or [group]

    def _is_within_phrase(self, group: NounGroup) -> bool:
        """Whether a group, or the list that it ends, stands behind a preposition."""
        return self.is_in_phrase(self.groups_up_to(group, is_clause=False)[0])

    def _is_governed(self, group: NounGroup) -> bool:
        before = group.start - 1
        return before >= 0 and (
            self.words[before] in _PREPOSITIONS - {"that", "of"} | {"as"}
            or (
                self.doc[before].tag_ in {"VBD", "VBZ", "VBP", "VB", "VBG", "VBN"}
                and self.words[before] not in _SAYS
            )
        )

    def _next_in_list(self, group: NounGroup) -> tuple[tuple[str, ...], NounGroup] | None:
        for joint in _LIST_JOINTS:
            end = group.end + len(joint)
            if tuple(self.words[group.end : end]) == joint and end in self._starting:
                return None if end in self._parts else (joint, self._starting[end])
        return None

    def _previous_in_list(self, group: NounGroup) -> tuple[tuple[str, ...], NounGroup] | None:
        for joint in _LIST_JOINTS:
            start = group.start - len(joint)
            if start > 0 and tuple(self.words[start : group.start]) == joint:
                found = self._ending.get(start)
                if found is not None and found.start in self._parts:
                    found = self._divided_by(found)
                if found is not None:
                    return joint, found
        return None

    def companions_after(self, position: int) -> list[NounGroup]:
        """Return who shares a fate told before: "were killed, along with three soldiers"."""
        position += self.word(position) == ","
        for joint in (
            ("along", "with"),
            ("together", "with"),
            ("as", "well", "as"),
            ("as", "were"),
        ):
            if tuple(self.words[position : position + len(joint)]) == joint:
                return self.groups_after(position + len(joint))
        return []

    def _divided_by(self, part: NounGroup) -> NounGroup | None:
        """Return the group that a part divides ("12 civilians, including two children,")."""
        for at in range(part.start, max(part.start - _CLAUSE_REACH, 0), -1):
            whole = self._ending.get(at)
            if self.words[at] == "," and whole is not None and whole.start not in self._parts:
                return whole
        return None

    def without_next(self, groups: list[NounGroup]) -> list[NounGroup]:
        """Return a list without the group that a state behind it claims ("12, and 40 wounded")."""
        kept = list(groups)
        while len(kept) > 1 and self.word(kept[-1].end) in _STATES:
            kept.pop()
        return kept

    def is_in_phrase(self, group: NounGroup) -> bool:
        """Whether a preposition stands before a group ("in the town")."""
        return self.word(group.start - 1) in _PREPOSITIONS or group.start in self._parts

    def is_adverb(self, position: int) -> bool:
        """Whether the token is an adverb, or a word that stands like one beside a verb."""
        return 0 <= position < len(self.doc) and (
            self.doc[position].tag_ == "RB" or self.words[position] in _ADVERBS
        )

    def is_attributive(self, position: int) -> bool:
        """Whether a participle stands before its noun ("the recently murdered senator")."""
        at = position - 1
        while at >= 0 and self.words[at] not in {"n't", "not"} and self.is_adverb(at):
            at -= 1
        if at < 0 or self.words[at] in _PREPOSITIONS | {"where", "when", "as"}:
            group = self.group_at(position + 1)
            return group is not None and group.is_bare_plural  # "a camp for displaced people"
        return (
            at >= 0
            and self.doc[at].tag_ in {"DT", "PRP$"}
            and self.words[at] not in {"all", "that"}
        )

    # ---- verbs ----------------------------------------------------------------------------

    def voice(self, position: int) -> Voice:
        """Return how the verb at a token stands."""
        at, is_passive, unreal, negated, any_auxiliary = position - 1, False, False, False, False
        has_perfect = is_present = is_infinitive = False
        modal = ""
        while at >= 0:
            word = self.words[at]
            if word in _BE or word in _GET:
                is_passive = is_passive or not is_infinitive
                any_auxiliary = True
                is_present = is_present or word in {"is", "are"}
            elif word in _STAY:
                is_passive = any_auxiliary = True
            elif word in _HAVE:
                has_perfect = any_auxiliary = True
            elif word in _MODALS or self.doc[at].tag_ == "MD":
                modal, any_auxiliary = word, True
            elif word in {"do", "did", "does"} or (
                word in _FOUND and self.word(at - 1) in _BE | _HAVE | {"were", "been"}
            ):
                any_auxiliary = True
            elif word in {"not", "n't", "never"}:
                negated = True
            elif word == "to":
                any_auxiliary = is_infinitive = True
                unreal = unreal or not (
                    has_perfect or self._governs_real(at, is_passive=is_passive)
                )
            elif not (self.is_adverb(at) or word in _QUOTES) or word in {
                "when",
                "where",
                "why",
                "how",
            }:
                break
            at -= 1
        start = at + 1
        while start < position and self.is_adverb(start) and self.words[start] != "to":
            start += 1
        if modal and not (has_perfect and modal in {"may", "might"}):
            unreal = True
        unreal = unreal or self.is_supposed(start)
        is_alleged = (
            self.word(start - 1) in {"of", "for", "with"} and self.word(start - 2) in _ALLEGED
        )
        is_present = is_present and not has_perfect and "being" not in self.words[start:position]
        if not any_auxiliary:
            is_present = self.doc[position].tag_ in {"VBP", "VBZ"}
        return Voice(start, is_passive, unreal, negated, any_auxiliary, is_present, is_alleged)

    def _governs_real(self, position: int, *, is_passive: bool) -> bool:
        """Whether an infinitive tells of a fact ("managed to kill")."""
        governor = self.doc[position - 1] if position else None
        if governor is None:
            return False
        return (
            governor.lemma_.lower() in _REAL_INFINITIVES
            or governor.text.lower() == "had"
            or (
                is_passive
                and governor.text.lower()
                in {"believed", "reported", "feared", "said", "known", "thought"}
            )
        )

    def is_supposed(self, start: int) -> bool:
        """Return whether the clause at a token is a condition, a plan or a denial."""
        for at in range(start - 1, max(start - 9, -1), -1):
            word = self.words[at]
            if word in {"if", "unless", "whether"}:
                return True
            if word in {";", ".", "and", "but", "who", "which"}:
                return False
            if word in _UNREAL and all(
                w in {"of", "to", "at", "the", "that", "having", "been", "on", "it", "they", "he",
                      "had", "from", "a", "its", "their"}
                for w in self.words[at + 1 : start]
            ):  # fmt: skip
                return True
        return False

    def subject(
        self, position: int, start: int, accept: Callable[[NounGroup], bool]
    ) -> NounGroup | None:
        """Return the group that is the subject of the verb at a token, if it is acceptable.

        ``start`` is where the verb's auxiliaries begin. A neighbour that is in no phrase wins;
        else the parse; where the parse has no subject, the nearest group to the left that is in
        no phrase.
        """
        near = self._left_neighbour(start)
        if self.word(start - 1) in {"before", "after", "while"}:
            near = None
        if near is not None and not self.is_in_phrase(near) and accept(near):
            return near
        parsed = self._parsed_subject(position)
        if parsed is not None and parsed.start < position:
            return parsed if accept(parsed) else None
        free = self._free_group_before(start)
        return free if free is not None and accept(free) else None

    def _left_neighbour(self, start: int) -> NounGroup | None:
        group = self.group_before(start)
        if group is not None and group.is_pronoun is False and self.word(group.start) == "that":
            return None
        if self.word(start - 1) in {"who", "that", "which"}:
            group = self._ending.get(start - 1)
            if group is None and self.word(start - 2) == ",":
                group = self._ending.get(start - 2)
        return group

    def _parsed_subject(self, position: int) -> NounGroup | None:
        token = self.doc[position]
        for _ in range(4):
            for child in token.children:
                if child.dep_ in {"nsubj", "nsubjpass"} and child.i < position:
                    return self._antecedent(child, token)
            if token.dep_ in {
                "conj",
                "xcomp",
                "auxpass",
                "advcl",
                "acomp",
                "oprd",
                "ccomp",
                "pcomp",
                "prep",
            } and (token.dep_ != "ccomp" or token.head.i < token.i):
                if token.dep_ == "ccomp":
                    return None
                token = token.head
            elif token.dep_ in {"acl", "relcl"}:
                return self._covering.get(token.head.i)
            else:
                return None
        return None

    def _antecedent(self, child: Token, verb: Token) -> NounGroup | None:
        if child.text.lower() in {"who", "which", "that"}:
            if verb.dep_ == "relcl":
                return self._covering.get(verb.head.i)
            return self._ending.get(child.i) or self._ending.get(child.i - 1)
        return self._covering.get(child.i)

    def _free_group_before(self, start: int) -> NounGroup | None:
        for group in reversed([g for g in self.groups if g.end <= start]):
            between = self.words[group.end : start]
            if any(word in _CLAUSE_ENDS for word in between):
                return None
            if not self.is_in_phrase(group) and self.doc[group.head].tag_ != "VBD":
                return group
        return None

    def passive_partner(self, position: int) -> int | None:
        """Return the passive verb that a participle is joined to ("seized and held")."""
        at = position - 1
        while at >= 0 and self.is_adverb(at):
            at -= 1
        if self.word(at) not in {"and", ",", "or"}:
            return None
        token = self.doc[position]
        if (
            token.dep_ == "conj"
            and token.head.i < position
            and token.head.tag_ in {"VBN", "VBD", "JJ"}
        ):
            return token.head.i
        before = at - 1
        if before >= 0 and self.doc[before].tag_ in {"VBN", "VBD"}:
            return before
        return None

    def relative_object(self, position: int) -> NounGroup | None:
        """Return what a relative clause is about ("a constable whom they had kidnapped")."""
        for at in range(position - 1, max(position - _CLAUSE_REACH, -1), -1):
            if self.words[at] in {",", ";"}:
                return None
            if self.words[at] == "whom":
                return self._ending.get(at)
        return None

    def agent(self, position: int, voice: Voice, end: int) -> tuple[int, int] | None:
        """Return the tokens, half-open, of who does what the verb at a token tells."""
        if voice.is_passive or not voice.has_auxiliary:
            doer = self.by_phrase(position, end)
            if doer is not None or voice.is_passive:
                return doer
        near = self._left_neighbour(voice.start)
        group = near if near is not None and not self._is_within_phrase(near) else None
        group = group or self._parsed_subject(position)
        if group is not None and self.is_in_phrase(group):
            group = self._free_group_before(voice.start)
        if group is None or group.start >= position or group.is_negative:
            return None
        return group.start, group.end

    def by_phrase(self, position: int, end: int) -> tuple[int, int] | None:
        """Return the tokens of the doer that "by" names behind a verb."""
        for at in range(max(position + 1, end - 1), min(len(self.words), end + 14)):
            word = self.words[at]
            if word in {";", ".", "who", "which", "when", "while"} or (
                word in {"and", ","}
                and self.doc[at + 1 : at + 2]
                and self.doc[at + 1].tag_.startswith("V")
            ):
                return None
            if word == "by" and (group := self.group_at(at + 1)) is not None:
                return group.start, group.end
        return None
