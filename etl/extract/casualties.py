"""Toll mentions: every count of victims that a sentence states, with its span.

Enters: parsed sentences. Leaves: for each claim of section 8 of the codebook its outcome, bounds,
victims, killer where syntax tells, and how it stands to the claim before it (a part, an
addition, an update). Refused: victims without any count ("the soldiers were killed", "heavy
losses"). What is only threatened, feared or planned is marked, not dropped. Which event a toll
belongs to, and whose side the victims are on, is for resolve.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from etl.codes import Outcome, VictimGroup
from etl.extract.casualty_claims import Claim, bounds, group_of, is_victim, sum_groups
from etl.extract.casualty_lexicon import (
    Frame,
    Harm,
    HarmWord,
    Need,
    find_harms,
    harm_words,
    match_complement,
)
from etl.extract.casualty_parts import read_parts
from etl.extract.casualty_syntax import SentenceSyntax, Voice
from etl.extract.casualty_totals import read_totals, read_zeros
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
_BOTH_HARMS = {Outcome.KILLED, Outcome.WOUNDED}
_QUOTES = {'"', "\N{LEFT DOUBLE QUOTATION MARK}"}
_HURT = {"hurt", "harmed", "harm", "harming", "hurting"}
_COUNTS_NEUTRALISED = re.compile(
    r"neutrali[sz]ed?[^.]{0,80}\b(?:killed|dead)\b[^.]{0,40}\b(?:wounded|injured|captured)\b"
    r"|\b(?:killed|dead)\b[^.]{0,60}\b(?:wounded|injured|captured)\b[^.]{0,60}neutrali[sz]ed?",
    re.IGNORECASE,
)


def extract_casualties(sentences: Sequence[Sentence]) -> list[CasualtyMention]:
    """Return every toll that the sentences state, in their order.

    "Neutralised" counts as killed, unless one of the sentences says that it counts the wounded
    or captured too.
    """
    counts_all = any(_COUNTS_NEUTRALISED.search(s.text) for s in sentences)
    mentions = []
    for sentence in sentences:
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


class _SentenceClaims:
    """Reads the claims of one sentence, harm word by harm word."""

    def __init__(self, doc: Doc) -> None:
        self.syntax = SentenceSyntax(doc, harm_words())
        self.words = self.syntax.words
        self.claims: list[Claim] = []
        self.consumed: set[int] = set()

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
            self.claims.append(claim)

    def _goes_on(self, parent: Claim, group: NounGroup) -> bool:
        """Whether only a phrase of place or time stands between a claim and a further count."""
        is_article = self.words[group.start] in {"a", "an"} and group.is_person
        if not (group.number is not None or is_article) or group.is_person is False:
            return False
        if self.words[group.start - 1] not in {"and", ","} or group.best == 0:
            return False
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

    def _mark_later_totals(self) -> None:
        """Carry "rose to 14 dead" on to what is joined to it: "and 31 wounded"."""
        ordered = sorted(self.claims, key=lambda c: c.start)
        for before, claim in zip(ordered, ordered[1:], strict=False):
            if "update" in before.flags and 0 <= claim.start - before.end <= 2:  # noqa: PLR2004
                claim.flags.add("update")

    # ---- frames ---------------------------------------------------------------------------

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

    def _read_object(self, word: HarmWord) -> list[Claim]:
        """Read a verb whose victims are its object, or the subject of its passive."""
        position, harm = word.start, word.harm
        form = self.words[position]
        if not harm.is_past(form) and not harm.is_ing(form) and not self._is_verb(position):
            return []
        if any(group.premodifier == position for group in self.syntax.groups):
            return self._read_premodifier(word)
        voice = self.syntax.voice(position)
        outcome, verb_end = self._joined_outcome(position, harm)
        is_past = harm.is_past(form)
        if position == 0 and is_past and self.syntax.word(1) in {"were", "was"}:
            sums = sum_groups(self.syntax.groups_after(2), harm.need, from_right=False)
            return [self._claim(s, outcome, position) for s in sums]  # "Killed were two guards"
        if voice.is_passive and is_past:
            if harm.forms[0] == "shoot" and not harm.complement:
                return []  # "was shot" does not say whether the victim lives
            return self._read_passive(word, voice, outcome, verb_end)
        if active := self._read_active(word, voice, outcome, verb_end):
            return active
        if (target := self.syntax.relative_object(position)) is not None and not harm.complement:
            claims = self._claims_behind(target, harm, position, position + 1, outcome)
            return self._with_agent(self._in_mood(claims, voice), word, voice, position + 1)
        if not is_past or voice.has_auxiliary:
            return []
        end = match_complement(self.words, verb_end, harm)
        if end is None:
            return []
        group = self.syntax.group_before(position)
        if group is not None and not self._is_participle_of(group, word, end):
            return []
        if group is not None:
            claims = self._claims_behind(group, harm, position, end, outcome)
        else:
            partner = self.syntax.passive_partner(position)
            if partner is None or self.syntax.group_at(end) is not None:
                return []
            joined = self.syntax.voice(partner)
            if not joined.is_passive and self.words[partner] not in harm_words():
                return []
            subject = self._subject(partner, joined, harm)
            if subject is None:
                return []
            claims = self._claims_behind(subject, harm, position, end, outcome)
        agent = self.syntax.by_phrase(word.start, end)
        for claim in claims:
            claim.agent = agent
        return claims

    def _subject(self, position: int, voice: Voice, harm: Harm) -> NounGroup | None:
        """Return the subject of a verb, if it can be the harm word's victims."""
        return self.syntax.subject(position, voice.start, lambda g: is_victim(g, harm.need))

    def _is_verb(self, position: int) -> bool:
        """Whether a form that is a noun too ("wounds", "burns") is a verb here."""
        return self.syntax.doc[position].tag_.startswith("VB")

    def _joined_outcome(self, position: int, harm: Harm) -> tuple[Outcome, int]:
        """Read "killed or wounded" as one outcome; return it with the end of the verbs."""
        if not harm.complement and harm.outcome in _BOTH_HARMS and self.words[position + 1 : position + 2] in (
            ["and"], ["or"], ["/"],
        ) and position + 2 < len(self.words):  # fmt: skip
            at = position + 2
            at += self.words[at] == "otherwise"
            for other in find_harms(self.words, min(at, len(self.words) - 1)):
                is_pair = {other.harm.outcome, harm.outcome} == _BOTH_HARMS
                is_pair = is_pair and harm.need is other.harm.need is Need.ANY
                if is_pair and other.harm.frame is Frame.OBJECT and not other.harm.complement:
                    self.consumed.add(at)
                    return Outcome.KILLED_OR_WOUNDED, at + 1
        return harm.outcome, position + 1

    def _is_participle_of(self, group: NounGroup, word: HarmWord, end: int) -> bool:
        """Whether a past form behind a group tells what befell it ("12 wounded"), not did."""
        if group.is_pronoun and not group.is_negative:
            return False
        if self.syntax.group_at(end) is not None and not self._is_time(end):
            return False
        if group.number is not None or group.is_negative:
            return True
        return word.harm.need is Need.ANY and self.syntax.doc[word.start].tag_ != "VBD"

    def _is_time(self, position: int) -> bool:
        group = self.syntax.group_at(position)
        return group is not None and group.is_person is not True and group.number is None

    def _read_passive(
        self, word: HarmWord, voice: Voice, outcome: Outcome, verb_end: int
    ) -> list[Claim]:
        end = self._end_of(verb_end, word.harm)
        subject = self._subject(word.start, voice, word.harm)
        if end is None or subject is None:
            return []
        claims = self._claims_behind(subject, word.harm, word.start, end, outcome)
        return self._with_agent(self._in_mood(claims, voice), word, voice, end)

    def _read_active(
        self, word: HarmWord, voice: Voice, outcome: Outcome, verb_end: int
    ) -> list[Claim]:
        harm = word.harm
        if harm.is_past(self.words[word.start]) and self.syntax.is_attributive(word.start):
            return []
        end = match_complement(self.words, verb_end, harm)
        start = self._after_adverbs(end if end is not None else verb_end, harm)
        groups = self.syntax.groups_after(start) or self._shared_object(start, harm)
        if not groups:
            return []
        sums = sum_groups(groups, harm.need, from_right=False)
        if not sums:
            return []
        last = max(g.end for s in sums for g in s)
        if end is None:
            end = match_complement(self.words, last, harm)
            if end is None:
                return []
            self.consumed.update(range(last, end))
            if self.words[last:end] == ["dead"]:
                outcome, end = self._joined_state(end, harm)
        else:
            self.consumed.update(range(verb_end, end))
            end = last
        claims = [self._claim(s, outcome, word.start) for s in sums]
        claims = self._with_zero_pair(claims, word.start)
        claims[0].start = min(word.start, claims[0].start)
        claims[-1].end = max(end, claims[-1].end)
        return self._with_agent(self._in_mood(claims, voice), word, voice, end)

    def _shared_object(self, position: int, harm: Harm) -> list[NounGroup]:
        """Return the object that two verbs share ("shot and burned six men")."""
        if self.words[position : position + 1] not in (["and"], ["or"], ["then"]):
            return []
        at = position + 1
        while at < len(self.words) and (self.syntax.is_adverb(at) or self.words[at] == "and"):
            at += 1
        if at >= len(self.words) or self.syntax.doc[at].tag_ not in {"VBD", "VBN", "VBG", "VB"}:
            return []
        if harm.outcome in _BOTH_HARMS and self._decides(at):
            return []
        return self.syntax.groups_after(at + 1)

    def _decides(self, position: int) -> bool:
        """Whether a second verb says how it ended ("shot and wounded three")."""
        return any(
            w.harm.outcome in _BOTH_HARMS and w.harm.need is Need.ANY and not w.harm.complement
            for w in find_harms(self.words, position)
        )

    def _end_of(self, position: int, harm: Harm) -> int | None:
        """Return where a verb with its complement ends ("were shot and later found dead")."""
        end = match_complement(self.words, position, harm)
        if end is not None:
            return end
        return match_complement(self.words, self._after_adverbs(position, harm), harm)

    def _after_adverbs(self, position: int, harm: Harm) -> int:
        while (
            position < len(self.words)
            and self.syntax.group_at(position) is None
            and (self.syntax.is_adverb(position) or self.words[position] in _QUOTES)
            and not any(self.words[position] in slot for slot in harm.complement)
        ):
            position += 1
        return position

    def _read_subject(self, word: HarmWord) -> list[Claim]:
        """Read a verb whose victims are its subject ("died", "lost their lives")."""
        position, harm = word.start, word.harm
        form = self.words[position]
        if harm.is_ing(form) or not (harm.is_past(form) or self._is_verb(position)):
            return []
        voice = self.syntax.voice(position)
        end = self._end_of(position + 1, harm)
        if end is None or voice.is_passive:
            return []
        if harm.need is Need.HOME and not self._leaves_home(position + 1):
            return []
        subject = self._subject(position, voice, harm)
        if subject is None:
            return []
        if "no" in self.words[position + 1 : end]:
            return []
        claims = self._claims_behind(subject, harm, position, end, harm.outcome)
        if claims:
            self.consumed.update(range(position + 1, end))
        return self._in_mood(claims, voice)

    def _leaves_home(self, position: int) -> bool:
        return self.words[position : position + 1] in (
            ["."],
            [","],
            ["the"],
            ["for"],
            ["since"],
            [],
        )

    def _read_life(self, word: HarmWord) -> list[Claim]:
        """Read "claimed 12 lives", "cost one man his life", "12 lives were lost"."""
        position, harm = word.start, word.harm
        voice = self.syntax.voice(position)
        if (voice.is_passive or not voice.has_auxiliary) and harm.is_past(self.words[position]):
            subject = self.syntax.group_before(voice.start) if voice.is_passive else None
            if subject is not None and self._is_lives(subject) and subject.number is not None:
                claim = self._claim([subject], harm.outcome, position)
                claim.end = max(claim.end, position + 1)
                return self._in_mood([claim], voice)
        groups = self.syntax.groups_after(position + 1)
        if not groups:
            return []
        first = groups[0]
        if self._is_lives(first):
            if self.words[first.end : first.end + 1] == ["of"]:
                sums = sum_groups(
                    self.syntax.groups_after(first.end + 1), Need.ANY, from_right=False
                )
                claims = [self._claim(s, harm.outcome, position) for s in sums]
            elif first.number is not None:
                claims = [self._claim([first], harm.outcome, position)]
            else:
                return []
        else:
            after = self.syntax.group_at(first.end)
            if after is None or not is_victim(
                first if self._is_lives(after) else after, Need.PERSON
            ):
                return []
            victims = first if self._is_lives(after) else after
            if victims is after and harm.forms[0] != "cost":
                return []
            claims = [self._claim([victims], harm.outcome, position)]
            claims[0].end = max(claims[0].end, after.end)
        if claims:
            claims[0].start = min(position, claims[0].start)
        return self._in_mood(claims, voice)

    def _is_lives(self, group: NounGroup) -> bool:
        return self.words[group.head] in {"life", "lives"}

    def _read_state(self, word: HarmWord) -> list[Claim]:
        """Read "six dead", "two are missing", "10 dead soldiers"."""
        position, harm = word.start, word.harm
        if any(group.premodifier == position for group in self.syntax.groups):
            return self._read_premodifier(word)
        voice = self.syntax.voice(position)
        if voice.has_auxiliary and harm.forms[0] in {"in", "with"} and harm.forms[-1] != "hospital":
            return []
        if voice.has_auxiliary:
            subject = self._subject(position, voice, harm)
        else:
            subject = self.syntax.group_before(position)
            if subject is not None and subject.is_pronoun and not subject.is_negative:
                return []
        if subject is None:
            return []
        outcome, end = self._joined_state(word.end, harm)
        claims = self._claims_behind(subject, harm, position, end, outcome)
        return self._in_mood(claims, voice)

    def _joined_state(self, end: int, harm: Harm) -> tuple[Outcome, int]:
        """Read "dead or wounded" as one outcome."""
        is_pair = self.words[end : end + 1] in (["or"], ["and"]) and (
            self.words[end + 1 : end + 2] in (["wounded"], ["injured"], ["hurt"])
        )
        if harm.outcome is not Outcome.KILLED or not is_pair:
            return harm.outcome, end
        self.consumed.add(end + 1)
        return Outcome.KILLED_OR_WOUNDED, end + 2

    def _read_premodifier(self, word: HarmWord) -> list[Claim]:
        """Read "10 dead soldiers"; "the wounded man" speaks of one who was told of before."""
        [group] = [g for g in self.syntax.groups if g.premodifier == word.start]
        if group.is_definite or group.number is None or not is_victim(group, Need.PERSON):
            return []
        return [self._claim([group], word.harm.outcome, word.start)]

    def _read_act(self, word: HarmWord) -> list[Claim]:
        """Read "the killing of six men", "12 deaths", "the bodies of six men", "15 corpses"."""
        harm, end = word.harm, word.end
        own = self.syntax.group_covering(word.end - 1)
        if own is not None and own.is_negative:
            return []
        is_head = own is not None and own.head in range(word.start, word.end)
        if own is not None and is_head and own.number is not None:
            claim = self._claim([own], harm.outcome, word.start)
            return self._with_mood_before(claim, own.start)
        if self.words[end : end + 1] == ["of"]:
            sums = sum_groups(self.syntax.groups_after(end + 1), Need.PERSON, from_right=False)
            if harm.forms[0] in {"loss", "losses", "capture"}:
                sums = [s for s in sums if s[0].number is not None]
            claims = [self._claim(s, harm.outcome, word.start) for s in sums]
            if not claims:
                return []
            claims[0].start = own.start if own is not None and is_head else word.start
            return self._with_mood_before(claims[0], word.start) + claims[1:]
        if harm.frame is Frame.BODY and own is not None and self._is_found(own):
            return [self._claim([own], harm.outcome, word.start)]
        return []

    def _is_found(self, group: NounGroup) -> bool:
        """Whether a body is told as found ("his body was found")."""
        after = self.words[group.end : group.end + 4]
        return group.best == 1 and any(
            w in {"found", "recovered", "discovered", "dumped", "retrieved"} for w in after
        )

    # ---- claims ---------------------------------------------------------------------------

    def _claims_behind(
        self, group: NounGroup, harm: Harm, position: int, end: int, outcome: Outcome
    ) -> list[Claim]:
        """Return the claims of a list that ends with a group and stands before its harm word."""
        is_clause = self.syntax.voice(position).has_auxiliary or harm.frame is Frame.SUBJECT
        groups = self.syntax.groups_up_to(group, is_clause=is_clause)
        after = [g for g in self.syntax.groups_after(group.start)[1:] if g.end <= position]
        sums = sum_groups([*groups, *after], harm.need, from_right=True)
        claims = [self._claim(s, outcome, position) for s in sums]
        if claims:
            claims[-1].end = max(end, claims[-1].end)
        for companions in sum_groups(
            self.syntax.companions_after(end), Need.PERSON, from_right=False
        ):
            same = [c for c in claims if c.group is group_of(companions)]
            if same and companions[0].arms in {"", group.arms}:
                _add_up(same[0], self._claim(companions, outcome, position))
            else:
                claims.append(self._claim(companions, outcome, position))
        return self._with_zero_pair(claims, position)

    def _with_zero_pair(self, claims: list[Claim], position: int) -> list[Claim]:
        """Split "nobody was hurt" and "no one was killed or injured" into their two zeros."""
        if len(claims) != 1 or claims[0].best != 0:
            return claims
        [claim] = claims
        if self.words[position] not in _HURT and claim.outcome != Outcome.KILLED_OR_WOUNDED:
            return claims
        return [
            replace(claim, outcome=o, flags=set(claim.flags))
            for o in (Outcome.KILLED, Outcome.WOUNDED)
        ]

    def _claim(self, groups: list[NounGroup], outcome: Outcome, anchor: int) -> Claim:
        low, best, high = bounds(groups)
        start, end = min(g.start for g in groups), max(g.end for g in groups)
        claim = Claim(start, end, outcome, anchor, low, best, high)
        claim.approximate = any(g.approximate for g in groups)
        claim.number = groups[0].number
        claim.victims = (start, end)
        claim.group = group_of(groups)
        if any(g.is_addition for g in groups[:1]):
            claim.flags.add("addition")
        if all(g.is_attacker for g in groups):
            claim.flags.add("perpetrator")
        if self._is_earlier_figure(start):
            claim.flags.add("superseded")
        return claim

    def _is_earlier_figure(self, start: int) -> bool:
        """Whether a figure is told as what was said before ("had earlier spoken of nine dead")."""
        before = " ".join(self.words[max(start - 8, 0) : start])
        return _EARLIER.search(before) is not None

    def _in_mood(self, claims: list[Claim], voice: Voice) -> list[Claim]:
        """Mark what is not told as fact, and drop habits ("they kidnap people", "accused of killing")."""
        if voice.is_alleged and all(c.number is None for c in claims):
            return []
        if voice.is_present and all(c.best == SEVERAL and c.high is None for c in claims):
            return []
        for claim in claims:
            is_supposed = voice.is_unreal or self.syntax.is_supposed(claim.start)
            if is_supposed or (voice.is_negated and claim.best != 0):
                claim.flags.add("hypothetical")
        return claims

    def _with_mood_before(self, claim: Claim, position: int) -> list[Claim]:
        if self.syntax.is_supposed(position):
            claim.flags.add("hypothetical")
        return [claim]

    def _with_agent(
        self, claims: list[Claim], word: HarmWord, voice: Voice, end: int
    ) -> list[Claim]:
        agent = self.syntax.agent(word.start, voice, end) if claims else None
        for claim in claims:
            if agent is None or (
                claim.victims and agent[0] >= claim.victims[0] and agent[1] <= claim.victims[1]
            ):
                continue
            claim.agent = agent
            if word.harm.need is Need.ANY:
                continue
            is_state = any(w in _AUTHORITIES for w in self.words[agent[0] : agent[1]])
            if claim.outcome == Outcome.ABDUCTED and is_state:
                claim.outcome = Outcome.CAPTURED
            elif word.harm.forms[0] == "hold" and not is_state and not voice.is_passive:
                claim.outcome = Outcome.ABDUCTED
        return claims


_AUTHORITIES = frozenset(
    """police gendarmes authorities policemen agents officers army soldiers troops forces security
    government military guards coalition""".split()
)  # who arrests, where others abduct
_EARLIER = re.compile(
    r"\b(?:earlier|initially|previously|originally|at first)\b[a-z ]*"
    r"\b(?:said|reported|spoken|put|given|counted|stood|announced|spoke|gave)\b"
    r"|\b(?:first|initial|early|earlier|preliminary) (?:reports|report|count|accounts|figures)\b"
)


def _add_up(claim: Claim, other: Claim) -> None:
    """Add victims told behind the verb to those told before it."""
    claim.end = max(claim.end, other.end)
    claim.low = None if claim.low is None or other.low is None else claim.low + other.low
    claim.best = None if claim.best is None or other.best is None else claim.best + other.best
    claim.high = None if claim.high is None or other.high is None else claim.high + other.high


def _is_same(known: Claim, claim: Claim) -> bool:
    if known.outcome != claim.outcome:
        return False
    if known.number is not None and known.number == claim.number:
        return True
    if known.victims is not None and known.victims == claim.victims:
        return True
    return known.best == 0 and claim.best == 0 and known.group == claim.group
