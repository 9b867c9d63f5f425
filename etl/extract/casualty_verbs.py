"""Verbs of harm: "killed six", "were wounded", "12 injured", "lost their lives".

Enters: an occurrence of a verb of the lexicon. Leaves: the claims of its victims, which stand as
its object, as the subject of its passive, before its participle, or as its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.codes import Outcome
from etl.extract.casualty_builder import BOTH_HARMS, ClaimBuilder
from etl.extract.casualty_claims import sum_groups
from etl.extract.casualty_lexicon import (
    Frame,
    Harm,
    HarmWord,
    Need,
    find_harms,
    harm_words,
    match_complement,
)

if TYPE_CHECKING:
    from etl.extract.casualty_claims import Claim
    from etl.extract.casualty_syntax import Voice
    from etl.extract.victims import NounGroup

# What may follow "was shot" where more is told of how it ended ("in the leg").
_AFTER_SHOT = {"in", "at", "through", ",", "and"}
# What may follow "fell" where nobody is killed ("fell upon the town", "fell back", "fell ill").
_FALLS = frozenset(
    """upon on back into to off under from short behind silent ill sick asleep apart out foul over
    through victim away for""".split()
)


class VerbFrames(ClaimBuilder):
    """Reads the frames ``object`` and ``subject``."""

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
                if not self._is_only_fate(position):
                    return []  # "was shot" does not say whether the victim lives
                claims = self._read_passive(word, voice, outcome, verb_end)
                return [claim for claim in claims if (claim.best or 0) > 1]
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
            is_elliptic = self.words[partner] in harm_words() and not self.syntax.groups_after(
                partner + 1
            )  # not "killed six and burned down a house"
            if not joined.is_passive and not is_elliptic:
                return []
            subject = self._subject(partner, joined, harm)
            if subject is None:
                return []
            claims = self._claims_behind(subject, harm, position, end, outcome)
        agent = self.syntax.by_phrase(word.start, end)
        for claim in claims:
            claim.agent = agent
        return claims

    def _is_only_fate(self, position: int) -> bool:
        """Whether a sentence says no more of people than that they were shot."""
        told = any(
            w.harm.outcome in BOTH_HARMS and w.harm.need is Need.ANY
            for at in range(len(self.words))
            if at != position
            for w in find_harms(self.words, at)
            if not w.harm.complement
        )
        return not told and self.syntax.word(position + 1) not in {
            "in",
            "at",
            "through",
            ",",
            "and",
        }

    def _joined_outcome(self, position: int, harm: Harm) -> tuple[Outcome, int]:
        """Read "killed or wounded" as one outcome; return it with the end of the verbs."""
        joint = self.words[position + 1 : position + 2]
        can_join = not harm.complement and harm.outcome in BOTH_HARMS
        if can_join and joint in (["and"], ["or"], ["/"]) and position + 2 < len(self.words):
            at = position + 2
            at += self.words[at] == "otherwise"
            for other in find_harms(self.words, min(at, len(self.words) - 1)):
                is_pair = {other.harm.outcome, harm.outcome} == BOTH_HARMS
                is_pair = is_pair and harm.need is other.harm.need is Need.ANY
                if is_pair and other.harm.frame is Frame.OBJECT and not other.harm.complement:
                    self.consumed.add(at)
                    return Outcome.KILLED_OR_WOUNDED, at + 1
        return harm.outcome, position + 1

    def _is_participle_of(self, group: NounGroup, word: HarmWord, end: int) -> bool:
        """Whether a past form behind a group tells what befell it ("12 wounded"), not did."""
        if group.is_pronoun and not group.is_negative:
            return False
        past, *participles = word.harm.forms[3:]
        if participles and self.words[word.start] == past and past not in participles:
            return False  # "eleven passers-by took nails in their legs"
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
        if not harm.complement:
            groups = self.syntax.without_next(groups)
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
        if harm.outcome in BOTH_HARMS and self._decides(at):
            return []
        return self.syntax.groups_after(at + 1)

    def _decides(self, position: int) -> bool:
        """Whether a second verb says how it ended ("shot and wounded three")."""
        return any(
            w.harm.outcome in BOTH_HARMS and w.harm.need is Need.ANY and not w.harm.complement
            for w in find_harms(self.words, position)
        )

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
        if harm.forms[0] == "have" and self.syntax.doc[position].pos_ == "AUX":
            return []  # "had died of burns"
        if harm.forms[0] == "fall" and self.syntax.word(position + 1) in _FALLS:
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
