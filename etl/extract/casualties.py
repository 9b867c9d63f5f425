"""Toll mentions: every count of victims that a sentence states, with its span.

Enters: parsed sentences. Leaves: for each claim of section 8 of the codebook its outcome, bounds,
victims, killer where syntax tells, and how it stands to the claim before it (a part, an
addition, an update). Refused: victims without any count ("the soldiers were killed", "heavy
losses"). What is only threatened, feared or planned is marked, not dropped. Which event a toll
belongs to, and whose side the victims are on, is for resolve.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from etl.codes import Outcome, VictimGroup
from etl.extract.casualty_claims import Claim
from etl.extract.casualty_lexicon import Frame, HarmWord, find_harms, harm_words, may_tell_harm
from etl.extract.casualty_nouns import NounFrames
from etl.extract.casualty_parts import read_parts
from etl.extract.casualty_syntax import SentenceSyntax
from etl.extract.casualty_totals import ZERO_WORDS, read_totals, read_zeros
from etl.extract.casualty_verbs import VerbFrames
from etl.extract.numbers import SEVERAL
from etl.records import CasualtyMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.victims import NounGroup
    from etl.records import Sentence

_AFTER_ITEM = {"in", "on", "at", "near", "during", "from", ".", ",", "and", ""}
_ITEM_PHRASES = {
    "in",
    "on",
    "at",
    "near",
    "outside",
    "inside",
    "from",
    "yesterday",
    "there",
    "last",
}
_ITEM_GAP = 7
_COUNTS_NEUTRALISED = re.compile(  # "use the word to say that they were killed or captured"
    r"\b(?:neutrali[sz]ed?|term|word|imply|implies|means?|meaning)\b[^.]{0,100}"
    r"\b(?:killed|dead|surrendered)\b[^.]{0,40}\b(?:wounded|injured|captured|surrendered|killed)\b",
    re.IGNORECASE,
)
_UPDATE_GAP = 2
_HARMED = {Outcome.KILLED, Outcome.WOUNDED}
_GIVES = frozenset(
    "gives gave give counts counted registered registers reports reported lists listed says".split()
)
_SPEAKS = {"spoke", "speaks", "speak", "talks", "talked", "toll", "figure", "count", "total"}
_PUTS = {"put", "puts", "putting", "placed", "places"}
_CLAUSE_ENDS = {".", ",", ";", ":", "and", "but", "while", "", ")", "dead"}
_WARD_GAP = 5  # tokens from "in" to the hospital
_LIES = {"were", "was", "are", "is", "remain", "remained", "lay", "lie", "still"}
_SELVES = {"himself": 1, "herself": 1, "themselves": SEVERAL}


def extract_casualties(sentences: Sequence[Sentence]) -> list[CasualtyMention]:
    """Return every toll that the sentences state, in their order.

    "Neutralised" counts as killed, unless one of the sentences says that it counts the wounded
    or captured too.
    """
    counts_all = any(_COUNTS_NEUTRALISED.search(s.text) for s in sentences)
    mentions = []
    for sentence in sentences:
        words = {token.lower_ for token in sentence.doc}
        if not may_tell_harm(words) and words.isdisjoint(ZERO_WORDS):
            continue
        doc, positions = _without_spaces(sentence.doc)
        claims = _SentenceClaims(doc).read()
        if _COUNTS_NEUTRALISED.search(sentence.text) and all(c.number is None for c in claims):
            continue
        for claim in sorted(claims, key=lambda c: (c.start, c.anchor)):
            if counts_all and doc[claim.anchor].text.lower().startswith("neutrali"):
                claim.outcome = Outcome.KILLED_OR_WOUNDED
            mentions.append(_mention(sentence, claim, positions))
    return mentions


def _without_spaces(doc: Doc) -> tuple[Doc, list[int]]:
    """Return the parse without line breaks in mid-sentence, and each token's old position."""
    kept = [token.i for token in doc if not token.is_space]
    if len(kept) == len(doc):
        return doc, kept
    new = {old: position for position, old in enumerate(kept)}
    heads = []
    for old in kept:
        head = doc[old].head
        while head.is_space and head.head.i != head.i:
            head = head.head
        heads.append(new.get(head.i, new[old]))
    tokens = [doc[old] for old in kept]
    stripped = Doc(
        doc.vocab,
        words=[t.text for t in tokens],
        spaces=[bool(t.whitespace_) or doc[t.i + 1 : t.i + 2].text.isspace() for t in tokens],
        tags=[t.tag_ for t in tokens],
        lemmas=[t.lemma_ for t in tokens],
        heads=heads,
        deps=[t.dep_ for t in tokens],
    )
    return stripped, kept


def _mention(sentence: Sentence, claim: Claim, positions: list[int]) -> CasualtyMention:
    doc = sentence.doc

    def offsets(span: tuple[int, int] | None) -> tuple[int | None, int | None]:
        if span is None:
            return None, None
        return sentence.span_of(doc[positions[span[0]]], doc[positions[span[1] - 1]])

    start, end = sentence.span_of(doc[positions[claim.start]], doc[positions[claim.end - 1]])
    number, victims, agent = map(offsets, (claim.number, claim.victims, claim.agent))
    return CasualtyMention(
        start,
        end,
        doc.text[start - sentence.start : end - sentence.start],
        sentence.index,
        Outcome(claim.outcome),
        claim.low,
        claim.best,
        claim.high,
        sentence.start + doc[positions[claim.anchor]].idx,
        approximate=claim.approximate,
        number_start=number[0],
        number_end=number[1],
        victim_start=victims[0],
        victim_end=victims[1],
        victims=claim.group,
        is_update="update" in claim.flags,
        is_part="part" in claim.flags,
        is_addition="addition" in claim.flags,
        is_superseded="superseded" in claim.flags,
        is_hypothetical="hypothetical" in claim.flags,
        agent_start=agent[0],
        agent_end=agent[1],
        is_perpetrator_victim="perpetrator" in claim.flags,
    )


class _SentenceClaims(VerbFrames, NounFrames):
    """Reads the claims of one sentence, harm word by harm word."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(SentenceSyntax(doc, harm_words()))
        self.claims: list[Claim] = []

    def read(self) -> list[Claim]:
        """Return the claims: totals and zeros first, as their words hold other harm words."""
        self.claims += read_totals(self.syntax)
        for claim in self.claims:
            self.consumed.update(range(claim.start, claim.end))
        self.claims += read_zeros(self.syntax)
        for position in range(len(self.words)):
            if position in self.consumed:
                continue
            for word in find_harms(self.words, position):
                found = self._read_harm(word)
                if found:
                    self._add(found)
                    self.consumed.update(range(word.start, word.end))
                    break
        self._read_leftovers()
        self._read_rivals()
        self._read_in_hospital()
        self._read_but_himself()
        self._mark_later_totals()
        self.claims += read_parts(self.syntax, self.claims)
        return self.claims

    def _add(self, found: list[Claim]) -> None:
        for claim in found:
            rivals = [c for c in self.claims if c.number is not None and c.number == claim.number]
            if claim.outcome == Outcome.WOUNDED and any(
                c.outcome == Outcome.KILLED for c in rivals
            ):
                continue  # "shot and burned six"
            if claim.outcome == Outcome.KILLED:
                self.claims = [
                    c for c in self.claims if c not in rivals or c.outcome != Outcome.WOUNDED
                ]
            same = [c for c in self.claims if _is_same(c, claim)]
            if not same:
                self.claims.append(claim)
                continue
            known = same[0]
            known.start, known.end = min(known.start, claim.start), max(known.end, claim.end)
            known.victims = known.victims or claim.victims
            if known.group is VictimGroup.UNKNOWN:
                known.group = claim.group

    def _read_leftovers(self) -> None:
        """Read "10 in Mosul and 12 more in Rawa", whose second count shares the verb before it."""
        for group in self.syntax.groups:
            before = [c for c in self.claims if c.end <= group.start and c.best != 0]
            if not before or any(c.start <= group.start < c.end for c in self.claims):
                continue
            parent = max(before, key=lambda c: c.end)
            if not self._goes_on(parent, group):
                continue
            claim = self._claim([group], Outcome(parent.outcome), parent.anchor)
            claim.agent = parent.agent
            if claim.group is VictimGroup.UNKNOWN:
                claim.group = parent.group
            claim.flags |= parent.flags & {"hypothetical", "superseded", "part"}
            if self.words[parent.end] == "by":
                claim.flags.add("update")
            self.claims.append(claim)

    def _goes_on(self, parent: Claim, group: NounGroup) -> bool:
        """Whether only a phrase of place or time stands between a claim and a further count."""
        is_article = self.words[group.start] in {"a", "an"} and group.is_person
        if not (group.number is not None or is_article):
            return False
        if not (group.is_person or group.is_bare_number):
            return False
        if self.words[group.start - 1] not in {"and", ","} or group.best == 0:
            return False
        is_count = self.words[parent.end] == self.syntax.word(group.end) == "by"
        if is_count and group.is_bare_number:  # "38 by Sunday morning and 42 by the evening"
            return group.start - parent.end <= _ITEM_GAP
        if self.syntax.word(group.end) not in _AFTER_ITEM:
            return False
        between = range(parent.end, group.start - 1)
        return (
            0 < len(between) <= _ITEM_GAP
            and self.words[parent.end] in _ITEM_PHRASES
            and all(
                not self.syntax.doc[i].tag_.startswith("V")
                and self.words[i] not in {",", ";", ":", "by", "with", "who"}
                for i in between
            )
        )

    def _read_rivals(self) -> None:
        """Read "counted 38 bodies; the administrator gives 41", whose outcome is told before."""
        for group in self.syntax.groups:
            if not group.is_bare_number or not group.best or self._is_read(group):
                continue
            before = [c for c in self.claims if c.end <= group.start and c.outcome in _HARMED]
            said = tuple(self.words[max(group.start - 3, 0) : group.start])
            is_given = said[-1:] and said[-1] in _GIVES
            is_given = is_given or (said[-1:] == ("of",) and said[-2] in _SPEAKS)
            is_given = is_given or (len(said) > 2 and said[-1] == "at" and said[-3] in _PUTS)
            is_later = said[-1:] in {("later",), ("then",)} and said[-2:-1] in {(",",), ("and",)}
            is_told = is_given or is_later
            if not before or not is_told or self.syntax.word(group.end) not in _CLAUSE_ENDS:
                continue
            parent = max(before, key=lambda c: c.end)
            claim = self._claim([group], Outcome(parent.outcome), group.start)
            claim.group = parent.group
            if is_later:
                claim.flags.add("update")
            self.claims.append(claim)

    def _is_read(self, group: NounGroup) -> bool:
        return any(c.start < group.end and group.start < c.end for c in self.claims)

    def _read_in_hospital(self) -> None:
        """Read "15 more were in the town's hospital": those who lie there are wounded."""
        for position, word in enumerate(self.words):
            if word not in {"hospital", "hospitals", "clinic", "clinics"}:
                continue
            near = range(max(position - _WARD_GAP, 1), position)
            at = next((i for i in near if self.words[i] in {"in", "at"}), None)
            if at is None or self.words[at - 1] not in _LIES:
                continue
            group = self.syntax.group_before(at - 1)
            if group is None or group.number is None or self._is_read(group):
                continue
            is_company = group.is_person or group.is_bare_number
            if not is_company or not group.best or self.syntax.word(position + 1) in {"when", "as"}:
                continue
            claim = self._claim([group], Outcome.WOUNDED, position)
            claim.end = position + 1
            self.claims.append(claim)

    def _read_but_himself(self) -> None:
        """Read "killed nobody but himself": none of the others, and one attacker."""
        for claim in [c for c in self.claims if c.best == 0 and c.outcome == Outcome.KILLED]:
            if self.syntax.word(claim.end) not in {"but", "except", "besides"}:
                continue
            count = _SELVES.get(self.syntax.word(claim.end + 1))
            if count is None:
                continue
            end = claim.end + 2
            own = Claim(claim.end + 1, end, Outcome.KILLED, claim.anchor, count, count, count)
            own.group, own.victims = VictimGroup.COMBATANT, (claim.end + 1, end)
            own.flags = {"perpetrator"}
            self.claims.append(own)

    def _mark_later_totals(self) -> None:
        """Carry "rose to 14 dead" on to what is joined to it: "and 31 wounded"."""
        ordered = sorted(self.claims, key=lambda c: c.start)
        for before, claim in pairwise(ordered):
            if "update" in before.flags and 0 <= claim.start - before.end <= _UPDATE_GAP:
                claim.flags.add("update")

    def _read_harm(self, word: HarmWord) -> list[Claim]:
        match word.harm.frame:
            case Frame.OBJECT:
                return self._read_object(word)
            case Frame.SUBJECT:
                return self._read_subject(word)
            case Frame.LIFE:
                return self._read_life(word)
            case Frame.STATE:
                return self._read_state(word)
            case Frame.ACT | Frame.BODY:
                return self._read_act(word)
        return []


def _is_same(known: Claim, claim: Claim) -> bool:
    if known.outcome != claim.outcome:
        return False
    if known.number is not None and known.number == claim.number:
        return True
    if known.victims is not None and known.victims == claim.victims:
        return True
    return known.best == 0 and claim.best == 0 and known.group == claim.group
