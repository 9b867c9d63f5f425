"""Nouns and states of harm: "12 lives", "six dead", "the killing of four men", "bodies of two".

Enters: an occurrence of a word of the lexicon. Leaves: the claims of its victims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.casualty_builder import ClaimBuilder
from etl.extract.casualty_claims import is_victim, sum_groups
from etl.extract.casualty_lexicon import Frame, HarmWord, Need, harm_words

if TYPE_CHECKING:
    from etl.extract.casualty_claims import Claim
    from etl.extract.victims import NounGroup


class NounFrames(ClaimBuilder):
    """Reads the frames ``life``, ``state``, ``act`` and ``body``."""

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
        if len(harm.forms) > 1 and not voice.has_auxiliary and self._has_object(word):
            return []  # "shot and wounded a shepherd": the verbs within are read
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

    def _has_object(self, word: HarmWord) -> bool:
        group = self.syntax.group_at(word.end)
        return (
            self.words[word.end - 1] in harm_words() and group is not None and bool(group.is_person)
        )

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
