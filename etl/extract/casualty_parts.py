"""Parts of a toll: "including three children", "four of them women", "two were among the dead".

Enters: a sentence and the claims read from it. Leaves: further claims, each marked as a part; its
outcome is that of the claim before it. Refused: parts of nothing that the sentence counts, unless
their words name the outcome ("among the dead").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.codes import Outcome, VictimGroup
from etl.extract.casualty_claims import Claim, bounds, group_of, is_victim, sum_groups
from etl.extract.casualty_lexicon import Need

if TYPE_CHECKING:
    from etl.extract.casualty_syntax import SentenceSyntax
    from etl.extract.victims import NounGroup

_LEADS = (
    ("including",), ("among", "them"), ("among", "whom"), ("among", "which"), ("among", "those"),
    ("of", "whom"), ("most", "notably"), ("not", "including"),
)  # fmt: skip
_ENDINGS = (("among", "them"), ("included",), ("among", "those"))
_FATAL = {"fatally", "mortally"}
_DEGREES = _FATAL | {
    "seriously",
    "critically",
    "severely",
    "badly",
    "slightly",
    "gravely",
    "lightly",
}
_KINDS = (("all", "of", "them"), ("most", "of", "them"), ("many", "of", "them"),
          ("mostly",), ("mainly",),
          ("all",), ("most", "of", "whom", "were"), ("all", "of", "whom", "were"))  # fmt: skip
_OF_THEM = (("of", "them"), ("of", "whom"), ("of", "those"))
_OF_THE_DEAD = {
    "dead": Outcome.KILLED, "killed": Outcome.KILLED, "victims": None, "fatalities": Outcome.KILLED,
    "deaths": Outcome.KILLED, "wounded": Outcome.WOUNDED, "injured": Outcome.WOUNDED,
    "casualties": None, "slain": Outcome.KILLED, "missing": Outcome.MISSING,
    "hurt": Outcome.WOUNDED,
    "arrested": Outcome.CAPTURED, "detained": Outcome.CAPTURED, "abducted": Outcome.ABDUCTED,
    "kidnapped": Outcome.ABDUCTED, "martyrs": Outcome.KILLED, "detainees": Outcome.CAPTURED,
    "hostages": Outcome.ABDUCTED,
}  # fmt: skip


def read_parts(syntax: SentenceSyntax, claims: list[Claim]) -> list[Claim]:
    """Return the parts of the claims of a sentence; claims that turn out to be parts are marked."""
    parts: list[Claim] = []
    for position in range(len(syntax.words)):
        _read_kind(syntax, claims, position)
        for groups, start, end in _phrases_at(syntax, position):
            parent = _parent(claims, start)
            if parent is None:
                continue
            for summed in sum_groups(groups, Need.ANY, from_right=False):
                _add(parts, claims, _part(summed, parent, max(end, summed[-1].end), syntax))
                if parts and len(summed) == len(groups):
                    parts[-1].start = min(parts[-1].start, start)
                    parts[-1].end = max(parts[-1].end, end)
        for part in (*_of_the_dead(syntax, position), *_of_total(syntax, position)):
            _add(parts, claims, part)
    return parts


def _read_kind(syntax: SentenceSyntax, claims: list[Claim], position: int) -> None:
    """Take from "most of them civilians" what kind of people a claim before it counts."""
    if syntax.word(position - 1) != ",":
        return
    for kind in _KINDS:
        end = position + len(kind)
        group = syntax.group_at(end)
        if tuple(syntax.words[position:end]) != kind or group is None or not group.is_person:
            continue
        parent = _parent(claims, position)
        if parent is not None and parent.group is VictimGroup.UNKNOWN:
            is_all = kind[0] == "all" or group.group is VictimGroup.CIVILIAN
            parent.group = group.group if is_all else VictimGroup.MIXED
        return


def _phrases_at(syntax: SentenceSyntax, position: int) -> list[tuple[list[NounGroup], int, int]]:
    """Return the phrase of a part that begins at a token: its groups, its start and its end."""
    words = syntax.words
    for lead in _LEADS:
        if tuple(words[position : position + len(lead)]) == lead:
            start = position + len(lead)
            if words[start : start + 1] == [","] and words[position - 1 : position] == [","]:
                start += 1
            listed = syntax.without_next(syntax.groups_after(start))
            groups = [g for g in listed if is_victim(g, Need.ANY)]
            return [(groups, position, groups[-1].end)] if groups and lead[0] != "of" else []
    group = syntax.group_at(position)
    if group is None or not group.is_counted or words[position] in {"many", "several"}:
        return []
    for ending in _ENDINGS:
        end = group.end + len(ending)
        if tuple(words[group.end : end]) == ending and words[position - 1 : position] == [","]:
            return [([group], position, end)]
    if group.number is None or position == 0:
        return []
    if group.is_bare_number and words[position - 1] == "," and syntax.word(group.end) in _DEGREES:
        return [([group], position, group.end + (syntax.word(group.end) not in _FATAL))]
    for of_them in _OF_THEM:
        inside = tuple(words[group.number[1] : group.number[1] + len(of_them)])
        if inside == of_them and words[position - 1] in {",", "(", "-", "\N{EM DASH}", "with"}:
            end = max(group.end, group.number[1] + len(of_them))
            while words[end : end + 1] in (["were"], ["was"], ["are"], ["is"]):
                end += 1
            named = syntax.group_at(end)
            if named is not None and named.is_person:
                return [([_of_kind(group, named)], position, named.end)]
            return [([group], position, end)]
    return []


def _of_kind(group: NounGroup, named: NounGroup) -> NounGroup:
    """Return the group of "12 of them" with the kind of people that follows ("soldiers")."""
    return replace(group, end=named.end, group=named.group, is_person=True, is_bare_number=False)


def _parent(claims: list[Claim], position: int) -> Claim | None:
    """Return the claim that a phrase divides: the nearest before it that is no part itself."""
    before = [
        c for c in claims
        if c.best != 0 and "part" not in c.flags and (c.victims or (c.start, c.end))[1] <= position
    ]  # fmt: skip
    return max(before, key=lambda c: (c.victims or (c.start, c.end))[1], default=None)


def _part(groups: list[NounGroup], parent: Claim, end: int, syntax: SentenceSyntax) -> Claim:
    low, best, high = bounds(groups)
    start = min(g.start for g in groups)
    group = group_of(groups)
    claim = Claim(start, end, parent.outcome, parent.anchor, low, best, high)
    claim.group = parent.group if group is VictimGroup.UNKNOWN else group
    claim.number, claim.victims, claim.agent = groups[0].number, (start, end), parent.agent
    claim.approximate = any(g.approximate for g in groups)
    if syntax.word(end) in _FATAL:
        claim.outcome, claim.end = Outcome.KILLED, end + 1
    claim.flags = {"part"} | (parent.flags & {"hypothetical", "superseded", "update"})
    if all(g.is_attacker for g in groups):
        claim.flags.add("perpetrator")
    return claim


def _add(parts: list[Claim], claims: list[Claim], part: Claim) -> None:
    """Add a part, unless its words are counted already: then that claim is the part."""
    for claim in claims:
        is_known = claim.number is not None and claim.number == part.number
        if is_known and claim.outcome == part.outcome:
            claim.flags.add("part")
            if claim.group is VictimGroup.UNKNOWN:
                claim.group = part.group
            return
    if all(known.number is None or known.number != part.number for known in parts):
        parts.append(part)


def _of_total(syntax: SentenceSyntax, position: int) -> list[Claim]:
    """Read "of the 15 people killed, nine were soldiers"."""
    words = syntax.words
    whole = syntax.group_at(position + 1)
    if words[position] != "of" or whole is None or whole.number is None:
        return []
    if words[position - 1 : position] not in ([], [","], [";"]) and position > 0:
        return []
    end = whole.end
    told = words[end] if words[end : end + 1] and words[end] in _OF_THE_DEAD else words[whole.head]
    end += words[end : end + 1] == [told]
    if told not in _OF_THE_DEAD or words[end : end + 1] != [","]:
        return []
    group = syntax.group_at(end + 1)
    if group is None or group.number is None:
        return []
    stop = group.end
    stop += words[stop : stop + 1] in (["were"], ["are"], ["was"])
    named = syntax.group_at(stop)
    if named is not None and named.is_person:
        group, stop = _of_kind(group, named), named.end
    return _free_parts([group], _OF_THE_DEAD[told] or Outcome.KILLED, end + 1, stop)


def _of_the_dead(syntax: SentenceSyntax, position: int) -> list[Claim]:
    """Read "two of the dead", "two policemen were among the dead"."""
    words = syntax.words
    is_determined = words[position - 1 : position] in (["the"], ["those"])
    if position < 2 or words[position] not in _OF_THE_DEAD or not is_determined:
        return _included_in(syntax, position)
    outcome = _OF_THE_DEAD[words[position]] or Outcome.KILLED
    before = words[position - 2]
    if before == "among":
        at = position - 3
        while at >= 0 and words[at] in {"were", "was", "are", "is", "be", "been", "also", "being"}:
            at -= 1
        group = syntax.group_before(at + 1)
        groups = (
            syntax.groups_up_to(group, is_clause=True)
            if group is not None and at < position - 3
            else []
        )
        end = position + 1
        if not groups:
            start = position + 1
            start += words[start : start + 1] in (["were"], ["was"], ["are"], ["is"])
            groups = syntax.groups_after(start) if start > position + 1 else []
            end = groups[-1].end if groups else end
    elif before == "of":
        group = syntax.group_covering(position - 2) or syntax.group_before(position - 2)
        groups = [group] if group is not None and group.number is not None else []
        end = position + 1
        named = syntax.group_at(end + 1) if words[end : end + 1] in (["were"], ["are"]) else None
        if not groups or named is None or not named.is_person or named.is_definite:
            return []
        groups, end = [_of_kind(groups[0], named)], named.end
    else:
        return _included_in(syntax, position)
    return _free_parts(groups, outcome, position, end)


def _included_in(syntax: SentenceSyntax, position: int) -> list[Claim]:
    """Read "the dead included three children"."""
    words = syntax.words
    after = words[position + 1 : position + 2]
    if words[position] not in _OF_THE_DEAD or after not in (["included"], ["include"]):
        return []
    groups = syntax.groups_after(position + 2)
    outcome = _OF_THE_DEAD[words[position]] or Outcome.KILLED
    return _free_parts(groups, outcome, position, groups[-1].end if groups else position)


def _free_parts(groups: list[NounGroup], outcome: Outcome, anchor: int, end: int) -> list[Claim]:
    found = []
    for summed in sum_groups(groups, Need.ANY, from_right=False):
        low, best, high = bounds(summed)
        start = min(g.start for g in summed)
        stop = max(end, summed[-1].end)
        claim = Claim(min(start, anchor), stop, outcome, anchor, low, best, high)
        claim.number, claim.victims, claim.group = (
            summed[0].number,
            (start, summed[-1].end),
            group_of(summed),
        )
        claim.flags = {"part"}
        if all(g.is_attacker for g in summed):
            claim.flags.add("perpetrator")
        found.append(claim)
    return found
