"""What all frames of harm words share: from groups of victims to claims, their mood and killer.

Enters: a sentence's syntax. Leaves: helpers for the frames of verbs (``casualty_verbs``) and of
nouns and states (``casualty_nouns``), which both build on ``ClaimBuilder``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import Outcome
from etl.extract.casualty_claims import Claim, bounds, group_of, is_victim, sum_groups
from etl.extract.casualty_lexicon import Frame, Harm, HarmWord, Need, match_complement
from etl.extract.numbers import SEVERAL

if TYPE_CHECKING:
    from etl.extract.casualty_syntax import SentenceSyntax, Voice
    from etl.extract.victims import NounGroup

BOTH_HARMS = {Outcome.KILLED, Outcome.WOUNDED}
_QUOTES = {'"', "\N{LEFT DOUBLE QUOTATION MARK}"}
_HURT = {"hurt", "harmed", "harm", "harming", "hurting"}
_AUTHORITIES = frozenset(
    """police gendarmes authorities policemen agents officers army soldiers troops forces security
    government military guards coalition""".split()
)  # who arrests, where others abduct  # who arrests, where others abduct
_EARLIER = re.compile(
    r"\b(?:earlier|initially|previously|originally|at first)\b[a-z ]*"
    r"\b(?:said|reported|spoken|put|given|counted|stood|announced|spoke|gave)\b"
    r"|\b(?:first|initial|early|earlier|preliminary) (?:reports|report|count|accounts|figures)\b"
)


class ClaimBuilder:
    """Builds claims from groups; ``consumed`` holds the tokens that no other frame may read."""

    def __init__(self, syntax: SentenceSyntax) -> None:
        """Start without any token consumed."""
        self.syntax = syntax
        self.words = syntax.words
        self.consumed: set[int] = set()

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
        """Mark what is not told as fact, and drop habits ("they kidnap people")."""
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

    def _subject(self, position: int, voice: Voice, harm: Harm) -> NounGroup | None:
        """Return the subject of a verb, if it can be the harm word's victims."""
        return self.syntax.subject(position, voice.start, lambda g: is_victim(g, harm.need))

    def _is_verb(self, position: int) -> bool:
        """Whether a form that is a noun too ("wounds", "burns") is a verb here."""
        return self.syntax.doc[position].tag_.startswith("VB")

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


def _add_up(claim: Claim, other: Claim) -> None:
    """Add victims told behind the verb to those told before it."""
    claim.end = max(claim.end, other.end)
    claim.low = None if claim.low is None or other.low is None else claim.low + other.low
    claim.best = None if claim.best is None or other.best is None else claim.best + other.best
    claim.high = None if claim.high is None or other.high is None else claim.high + other.high
