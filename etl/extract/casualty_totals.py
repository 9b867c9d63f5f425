"""Running totals and zeros: "the toll rose from 12 to 34", "put the dead at 25", "no casualties".

Enters: a sentence. Leaves: the claims of such statements, an old figure marked as superseded and
a new one as an update. Refused: totals of what the words do not name as people harmed; "no
reports yet", which says nothing of a toll; zeros that are wished for ("to avoid casualties").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.codes import Outcome, VictimGroup
from etl.extract.casualty_claims import Claim, bounds, group_of, sum_groups
from etl.extract.casualty_lexicon import Frame, Need, find_harms

if TYPE_CHECKING:
    from etl.extract.casualty_syntax import SentenceSyntax
    from etl.extract.victims import NounGroup

_RISES = frozenset(
    """rose risen rises rise climbed climbs climb increased increases grew grown jumped mounted
    soared swelled revised updated raised reached reaches reach hit hits topped passed exceeded
    surpassed doubled fell gone went risen crept shot surged escalated""".split()
)
_STANDS = frozenset(
    """stood stands stand is was were put remains remained estimated placed being are given had
    totalled totaled""".split()
)
_COPULAS = {"is", "was", "were", "are"}
_PUTS = frozenset(
    """put puts putting placed places estimated estimates revised gave gives set sets
    estimating""".split()
)
_RAISES = frozenset(
    """raising raised raises bringing brought brings taking takes took pushing pushed lifting
    lifted revising revised updated updating increased increasing bumped""".split()
)
_WEAK = {"count", "total", "figure", "number", "tally", "toll"}
_DETERMINERS = {"the", "its", "their", "his", "her", "a", "an", "that", "this", "'s"}
_EARLIER = frozenset(
    "earlier initially initial previously previous originally original first preliminary".split()
)
_OUTCOMES = {
    "dead": Outcome.KILLED, "deaths": Outcome.KILLED, "killed": Outcome.KILLED, "fatalities":
    Outcome.KILLED,
    "victims": Outcome.KILLED, "martyrs": Outcome.KILLED, "martyred": Outcome.KILLED, "slain":
    Outcome.KILLED,
    "wounded": Outcome.WOUNDED, "injured": Outcome.WOUNDED, "injuries": Outcome.WOUNDED, "hurt":
    Outcome.WOUNDED,
    "missing": Outcome.MISSING, "displaced": Outcome.DISPLACED, "casualties":
    Outcome.KILLED_OR_WOUNDED,
    "arrested": Outcome.CAPTURED, "detained": Outcome.CAPTURED, "abducted": Outcome.ABDUCTED,
    "kidnapped": Outcome.ABDUCTED, "bodies": Outcome.KILLED,
}  # fmt: skip
_REACH = 14
_BREAKS = {";", ":", "but", "while", "when", "after"}


def read_totals(syntax: SentenceSyntax) -> list[Claim]:
    """Return the claims of statements about a running total."""
    claims: list[Claim] = []
    position = 0
    while position < len(syntax.words):
        found, position = _read_total(syntax, position)
        found += [item for total in found[-1:] for item in _items_of(syntax, total)]
        claims += [c for c in found if all(c.number != known.number for known in claims)]
    return claims


def _read_total(syntax: SentenceSyntax, position: int) -> tuple[list[Claim], int]:
    named = _toll_noun(syntax, position)
    if named is None:
        return [], position + 1
    end, outcome, group, is_weak = named
    start = _start_of(syntax, position)
    words = syntax.words
    claims: list[Claim] = []
    if words[end : end + 1] == ["of"] and (given := syntax.group_at(end + 1)) is not None:
        if (given.number is not None and not is_weak) or _is_harmed(syntax, given):
            claims.append(_claim(given, outcome, group, position, start))
            end = given.end + (1 if _is_harmed(syntax, given) else 0)
            claims[-1].end = end
    if (
        words[end : end + 1] in (["at"], ["to"])
        and (figure := syntax.group_at(end + 1)) is not None
    ):
        if figure.number is not None and not is_weak:
            claim = _claim(figure, outcome, group, position, start)
            put = _verb_before(syntax, start)
            if put is not None:
                claim.start = put
            if words[end] == "to":
                claim.flags.add("update")
            return [*claims, _dated(syntax, claim, put or end)], figure.end
    put = _verb_before(syntax, start)
    if put is not None:
        preposition = "at" if words[put] in _PUTS and words[put] != "revised" else "to"
        direct = syntax.group_at(end)
        if direct is not None and direct.number is not None:
            return [*claims, _claim(direct, outcome, group, position, put)], direct.end
        figure = _figure_after(syntax, end, {preposition, "at"} if preposition == "at" else {"to"})
        if figure is not None:
            claim = _claim(figure, outcome, group, position, put)
            if preposition == "to":
                claim.flags.add("update")
                claims += _old_figure(syntax, end, figure, claim)
            return [*claims, _dated(syntax, claim, put)], figure.end
    for at in range(end, min(end + _REACH, len(words))):
        word = words[at]
        if word in _BREAKS:
            break
        is_rise = word in _RISES
        if not is_rise and (
            word not in _STANDS or (is_weak and word not in {"put", "stood", "stands"})
        ):
            continue
        found = _figures_of(syntax, at, is_rise=is_rise)
        if not found:
            continue
        for number, (figure, is_old) in enumerate(found):
            claim = _claim(figure, outcome, group, position, start if number == 0 else figure.start)
            if is_old:
                claim.flags.add("superseded")
            elif is_rise or words[at] == "put":
                claim.flags.add("update")
            claims.append(_dated(syntax, claim, at))
        if len(claims) > len(found):
            claims[0].flags.add("superseded")
        return claims, found[-1][0].end
    return claims, end


def _items_of(syntax: SentenceSyntax, total: Claim) -> list[Claim]:
    """Return what a total is made of ("at nine: eight civilians and one soldier")."""
    if syntax.word(total.end) != ":":
        return []
    items = []
    for groups in sum_groups(syntax.groups_after(total.end + 1), Need.PERSON, from_right=False):
        low, best, high = bounds(groups)
        item = Claim(groups[0].start, groups[-1].end, total.outcome, total.anchor, low, best, high)
        item.number, item.victims = groups[0].number, (item.start, item.end)
        item.group, item.flags = group_of(groups), {"part"} | (total.flags & {"superseded"})
        items.append(item)
    return items if sum(item.best or 0 for item in items) <= (total.best or 0) else []


def _toll_noun(
    syntax: SentenceSyntax, position: int
) -> tuple[int, Outcome, VictimGroup, bool] | None:
    """Return the end of a toll noun, its outcome, its victims, and whether it needs a verb."""
    words = syntax.words
    tolls = [w for w in find_harms(words, position) if w.harm.frame is Frame.TOLL]
    is_determined = any(w in _DETERMINERS | _PUTS for w in words[max(position - 3, 0) : position])
    if not tolls or not is_determined:
        return None
    toll = max(tolls, key=lambda w: w.end)
    if words[toll.end - 1] == "number" and words[toll.end : toll.end + 1] == ["of"]:
        for at in range(toll.end + 1, min(toll.end + 7, len(words))):
            if words[at] in _OUTCOMES:
                group = syntax.group_covering(at) or syntax.group_covering(at - 1)
                end = max(at + 1, group.end if group is not None and group.start > toll.end else 0)
                kind = group.group if group is not None else VictimGroup.UNKNOWN
                return end, _OUTCOMES[words[at]], kind, False
            if words[at] in {"at", "to", ","}:
                break
        return None
    covering = syntax.group_covering(position)
    if covering is not None and covering.number is not None and covering.end == toll.end:
        return None
    is_single = toll.end - toll.start == 1
    kind = VictimGroup.UNKNOWN
    if covering is not None:
        kind = covering.group
    if is_single and words[position] not in {"toll"} | _WEAK and not _is_bare(syntax, position):
        return None
    is_weak = is_single and words[position] in _WEAK - {"toll"}
    return toll.end, toll.harm.outcome, kind, is_weak


def _is_bare(syntax: SentenceSyntax, position: int) -> bool:
    """Whether "the dead", "losses" is a phrase of its own and no word of another one."""
    return syntax.word(position + 1) in {
        "at", "to", "stood", "stands", "rose", "climbed", "from", "was", "were", "had", "has", "in", "reached", "is", "are", "put",
    }  # fmt: skip


def _start_of(syntax: SentenceSyntax, position: int) -> int:
    covering = syntax.group_covering(position)
    if covering is not None:
        return min(covering.start, position)
    return position - 1 if syntax.word(position - 1) in _DETERMINERS else position


def _verb_before(syntax: SentenceSyntax, start: int) -> int | None:
    for at in range(start - 1, max(start - 3, -1), -1):
        if syntax.words[at] in _PUTS | _RAISES:
            return at
    return None


def _figure_after(
    syntax: SentenceSyntax, position: int, prepositions: set[str]
) -> NounGroup | None:
    for at in range(position, min(position + 10, len(syntax.words))):
        if syntax.words[at] in _BREAKS:
            return None
        group = syntax.group_at(at + 1)
        if syntax.words[at] in prepositions and group is not None and group.number is not None:
            return group
    return None


def _figures_of(
    syntax: SentenceSyntax, verb: int, *, is_rise: bool
) -> list[tuple[NounGroup, bool]]:
    """Return the figures that a verb of a total gives, each with whether it is the old one."""
    words = syntax.words
    found: list[tuple[NounGroup, bool]] = []
    for at in range(verb + 1, min(verb + 12, len(words))):
        if words[at] in _BREAKS | {","}:
            break
        group = syntax.group_at(at)
        if group is None or group.number is None or words[at - 1] == "by":
            continue
        if words[verb] in _COPULAS and not group.is_bare_number:
            continue  # "the dead were two nurses"
        preposition = words[at - 1]
        is_direct = at == verb + 1 or (at == verb + 2 and syntax.is_adverb(verb + 1))
        if preposition == "from":
            found.append((group, True))
        elif preposition in {"to", "at"} or (
            is_direct
            and (
                is_rise or words[verb] in {"is", "was", "were", "put", "are", "totalled", "totaled"}
            )
        ):
            found.append((group, False))
            follow = group.end
            if words[follow : follow + 1] == ["from"] and (old := syntax.group_at(follow + 1)):
                found.append((old, True))
            break
    return found


def _old_figure(
    syntax: SentenceSyntax, position: int, figure: NounGroup, claim: Claim
) -> list[Claim]:
    """Return the figure that a revision replaces ("from 63 to 58")."""
    old = _figure_after(syntax, position, {"from"})
    if old is None or old.start >= figure.start:
        return []
    replaced = _claim(old, Outcome(claim.outcome), claim.group, claim.anchor, old.start)
    replaced.flags.add("superseded")
    return [replaced]


def _is_harmed(syntax: SentenceSyntax, group: NounGroup) -> bool:
    return syntax.word(group.end) in _OUTCOMES


def _claim(
    figure: NounGroup, outcome: Outcome, group: VictimGroup, anchor: int, start: int
) -> Claim:
    claim = Claim(
        min(start, figure.start), figure.end, outcome, anchor, figure.low, figure.best, figure.high
    )
    claim.approximate, claim.number = figure.approximate, figure.number
    claim.victims = (figure.start, figure.end) if not figure.is_bare_number else None
    claim.group = figure.group if figure.group is not VictimGroup.UNKNOWN else group
    return claim


def _dated(syntax: SentenceSyntax, claim: Claim, verb: int) -> Claim:
    """Mark a figure that the words call an earlier one."""
    around = syntax.words[max(verb - 4, 0) : verb + 4]
    if any(word in _EARLIER for word in around) and "update" not in claim.flags:
        claim.flags.add("superseded")
    return claim


# ---- zeros -----------------------------------------------------------------------------------

_ZERO_OF = {
    "casualties": (Outcome.KILLED, Outcome.WOUNDED), "casualty": (Outcome.KILLED, Outcome.WOUNDED),
    "victims": (Outcome.KILLED, Outcome.WOUNDED), "losses": (Outcome.KILLED, Outcome.WOUNDED),
    "injuries": (Outcome.WOUNDED,), "injury": (Outcome.WOUNDED,), "injured": (Outcome.WOUNDED,),
    "wounded": (Outcome.WOUNDED,), "deaths": (Outcome.KILLED,), "death": (Outcome.KILLED,),
    "fatalities": (Outcome.KILLED,), "dead": (Outcome.KILLED,), "lives": (Outcome.KILLED,),
    "life": (Outcome.KILLED,),
}  # fmt: skip
_NO = {"no", "without", "zero", "nor", "neither"}
_NOT = {"not", "n't", "never"}
_NOT_ZERO = frozenset(
    """further more other new additional immediate immediately serious major heavy word details
    detail information figures fewer less longer wonder matter confirmation independent official
    precise exact yet large significant data breakdown""".split()
)
_WISHES = frozenset(
    """ensure ensured ensuring avoid avoiding prevent preventing minimize minimise sure order hope
    hoped hoping if should must would could""".split()
)
_CAUSES = {"cause", "caused", "result", "resulted", "lead", "led", "inflict", "inflicted", "suffer",
           "suffered", "incur", "incurred", "claim", "claimed", "sustain", "sustained",
           "any", "a"}  # fmt: skip
_UNSURE = {"confirmed", "verified", "known", "ruled", "clear"}
_ZERO_REACH = 6


def read_zeros(syntax: SentenceSyntax) -> list[Claim]:
    """Return the claims that nobody was killed or wounded ("no casualties", "without injuries")."""
    claims: list[Claim] = []
    for position, word in enumerate(syntax.words):
        if word not in _NO | _NOT:
            continue
        if word in _NOT and syntax.word(position + 1) not in _CAUSES:
            continue
        if any(claim.start <= position < claim.end for claim in claims):
            continue
        if any(w in _WISHES for w in syntax.words[max(position - 6, 0) : position]):
            continue
        claims += _read_zero(syntax, position)
    return claims


def _read_zero(syntax: SentenceSyntax, position: int) -> list[Claim]:
    words = syntax.words
    outcomes: list[tuple[Outcome, int]] = []
    end = position + 1
    while end < min(position + _ZERO_REACH, len(words)):
        word = words[end]
        if word in _NOT_ZERO or word in {",", ".", ";", "the", "all", "only", "because"}:
            break
        if word in _ZERO_OF:
            if word in {"lives", "life"} and not _are_lost(words, end):
                break
            if word in {"dead", "wounded", "injured"} and syntax.group_at(end + 1) is not None:
                break
            outcomes += [(o, end) for o in _ZERO_OF[word]]
            if words[end + 1 : end + 2] not in (["or"], ["and"], ["nor"]):
                end += 1
                break
        elif _is_counted(syntax, end):
            break
        end += 1
    if not outcomes:
        return []
    last = outcomes[-1][1]
    if any(word in _UNSURE for word in words[last + 1 : last + 5]):
        return []
    group = VictimGroup.UNKNOWN
    if any(w.startswith("civilian") for w in words[position:last]):
        group = VictimGroup.CIVILIAN
    claims = []
    for outcome, anchor in dict(outcomes).items():
        claim = Claim(position, last + 1, outcome, anchor, 0, 0, 0)
        claim.group = group
        claims.append(claim)
    return claims


def _is_counted(syntax: SentenceSyntax, position: int) -> bool:
    group = syntax.group_covering(position)
    return group is not None and group.number is not None


def _are_lost(words: list[str], position: int) -> bool:
    return "loss" in words[max(position - 3, 0) : position] or any(
        w in {"lost", "taken", "claimed"} for w in words[position + 1 : position + 4]
    )
