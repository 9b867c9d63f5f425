"""Running totals and zeros: "the toll rose from 12 to 34", "put the dead at 25", "no casualties".

Enters: a sentence. Leaves: the claims of such statements, an old figure marked as superseded and
a new one as an update. Refused: totals of what the words do not name as people harmed; "no
reports yet", which says nothing of a toll; zeros that are wished for ("to avoid casualties").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
    totalled numbered""".split()
)
_COPULAS = {"is", "was", "were", "are"}
_PUTS = frozenset(
    """put puts putting placed places estimated estimates revised gave gives set sets
    estimating""".split()
)
_RAISES = frozenset(
    """bring take raise push raising raised raises bringing brought brings taking takes took
    pushing pushed lifting lifted revising revised updated updating increased increasing
    bumped""".split()
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
    "kidnapped": Outcome.ABDUCTED, "bodies": Outcome.KILLED, "died": Outcome.KILLED,
    "perished": Outcome.KILLED, "drowned": Outcome.KILLED, "succumbed": Outcome.KILLED,
}  # fmt: skip
_REACH = 20  # tokens from a toll noun to its verb
_FIGURE_REACH = 10
_NUMBER_REACH = 7
_ENDS = {".", ",", ";", ":", "", ")"}
_BREAKS = {";", ":", "but", "while", "when", "after"}


class _TollNoun(NamedTuple):
    """A noun that names a total: its tokens, outcome and victims.

    ``is_weak`` marks words that are totals of people only with a verb that says so ("the count").
    """

    start: int
    end: int
    position: int
    outcome: Outcome
    group: VictimGroup
    is_weak: bool


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
    """Return the claims of the total that is named at a token, and where to read on."""
    noun = _toll_noun(syntax, position)
    if noun is None:
        return [], position + 1
    given, end = _given_behind(syntax, noun)
    for read in (_read_put, _read_verb):
        found, stop = read(syntax, noun, end)
        if found:
            found += _pair_of(syntax, noun, found)
            if given and read is _read_verb:
                given[0].flags.add("superseded")
            return [*given, *found], stop
    return given, end


def _pair_of(syntax: SentenceSyntax, noun: _TollNoun, found: list[Claim]) -> list[Claim]:
    """Read the second figure of "correcting the toll to three and 34": the wounded."""
    total = max(found, key=lambda claim: claim.end)
    group = syntax.group_at(total.end + 1) if syntax.word(total.end) == "and" else None
    if group is None or not group.is_bare_number or total.outcome != Outcome.KILLED:
        return []
    if syntax.words[noun.end - 1] != "toll" or syntax.word(group.end) not in _ENDS:
        return []
    claim = _claim(syntax, group, noun, group.start)
    claim.outcome, claim.flags = Outcome.WOUNDED, set(total.flags)
    return [claim]


def _given_behind(syntax: SentenceSyntax, noun: _TollNoun) -> tuple[list[Claim], int]:
    """Read "a toll of 21 killed", "the initial count of seven fighters killed"."""
    group = syntax.group_at(noun.end + 1) if syntax.word(noun.end) == "of" else None
    if group is None:
        return [], noun.end
    is_harmed = syntax.word(group.end) in _OUTCOMES
    if not is_harmed and (group.number is None or noun.is_weak):
        return [], noun.end
    claim = _claim(syntax, group, noun, noun.start)
    return [claim], claim.end


def _read_put(syntax: SentenceSyntax, noun: _TollNoun, end: int) -> tuple[list[Claim], int]:
    """Read "put the toll at 12", "raising it from 63 to 58", "the number of wounded at 52"."""
    if (inverted := _read_inverted(syntax, noun)) is not None:
        return [inverted], end
    put = _verb_before(syntax, noun.start)
    figure = syntax.group_at(end)
    preposition = ""
    if figure is None or figure.number is None or put is None:
        wanted = {"at"} if put is not None and syntax.words[put] in _PUTS - {"revised"} else {"to"}
        reach = _FIGURE_REACH if put is not None else 1
        if put is None and not noun.is_weak:
            wanted = {"at", "to"}
        found = _figure_after(syntax, end, wanted, reach)
        if found is None or (put is None and noun.is_weak):
            return [], end
        figure, preposition = found
    claim = _claim(syntax, figure, noun, noun.start if put is None else put)
    claims = [claim]
    if preposition == "to":
        claim.flags.add("update")
        old = _figure_after(syntax, end, {"from"}, _FIGURE_REACH)
        if old is not None and old[0].start < figure.start:
            claims.append(_claim(syntax, old[0], noun, old[0].start))
            claims[-1].flags.add("superseded")
    return [_dated(syntax, claim, end if put is None else put), *claims[1:]], figure.end


def _read_inverted(syntax: SentenceSyntax, noun: _TollNoun) -> Claim | None:
    """Read "brings to 23 the number of dead"."""
    figure = syntax.group_before(noun.start)
    if figure is None or figure.number is None or noun.is_weak:
        return None
    verb = figure.start - 2
    if syntax.word(verb + 1) not in {"to", "at"} or syntax.word(verb) not in _PUTS | _RAISES:
        return None
    claim = _claim(syntax, figure, noun, verb)
    claim.end = max(claim.end, noun.end)
    if syntax.word(verb + 1) == "to":
        claim.flags.add("update")
    return claim


def _read_verb(syntax: SentenceSyntax, noun: _TollNoun, end: int) -> tuple[list[Claim], int]:
    """Read "the toll rose from 12 to 34", "stands at 13", "was later put at 12"."""
    for at in range(end, min(end + _REACH, len(syntax.words))):
        word = syntax.words[at]
        if word in _BREAKS:
            break
        is_rise = word in _RISES
        if not is_rise and any(w in _RISES for w in syntax.words[at + 1 : at + 3]):
            continue  # "had climbed to 14"
        stands = _STANDS if not noun.is_weak else {"put", "stood", "stands"}
        figures = _figures_of(syntax, at, is_rise=is_rise) if is_rise or word in stands else []
        claims: list[Claim] = []
        for figure, is_old in figures:
            claim = _claim(syntax, figure, noun, figure.start if claims else noun.start)
            if is_old:
                claim.flags.add("superseded")
            elif is_rise or word == "put":
                claim.flags.add("update")
            claims.append(_dated(syntax, claim, at))
        if claims:
            return claims, figures[-1][0].end
    return [], end


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


def _toll_noun(syntax: SentenceSyntax, position: int) -> _TollNoun | None:
    """Return the noun of a total that begins at a token ("death toll", "number of wounded")."""
    words = syntax.words
    tolls = [w for w in find_harms(words, position) if w.harm.frame is Frame.TOLL]
    is_determined = position == 0 or any(
        w in _DETERMINERS | _PUTS for w in words[max(position - 3, 0) : position]
    )
    if not tolls or not is_determined:
        return None
    toll = max(tolls, key=lambda w: w.end)
    start = _start_of(syntax, position)
    if words[toll.end - 1] == "number" and syntax.word(toll.end) == "of":
        return _number_of(syntax, start, position, toll.end)
    covering = syntax.group_covering(position)
    if covering is not None and covering.number is not None and covering.end == toll.end:
        return None
    is_single = toll.end - toll.start == 1
    if is_single and words[position] not in _WEAK and not _is_bare(syntax, position):
        return None
    kind = VictimGroup.UNKNOWN if covering is None else covering.group
    is_weak = is_single and words[position] in _WEAK - {"toll"}
    return _TollNoun(start, toll.end, position, toll.harm.outcome, kind, is_weak)


def _number_of(syntax: SentenceSyntax, start: int, position: int, end: int) -> _TollNoun | None:
    """Read "the number of civilians killed", "the number of wounded policemen"."""
    for at in range(end + 1, min(end + _NUMBER_REACH, len(syntax.words))):
        word = syntax.words[at]
        if word in _OUTCOMES:
            group = syntax.group_covering(at) or syntax.group_covering(at - 1)
            stop = max(at + 1, group.end if group is not None and group.start > end else 0)
            kind = VictimGroup.UNKNOWN if group is None else group.group
            return _TollNoun(start, stop, position, _OUTCOMES[word], kind, is_weak=False)
        if word in {"at", "to", ","}:
            break
    return None


def _is_bare(syntax: SentenceSyntax, position: int) -> bool:
    """Whether "the dead", "losses" is a phrase of its own and no word of another one."""
    if syntax.word(position + 1) == "," and syntax.word(position + 2) in {"whom", "which"}:
        return True  # "the injured, whom they put at 200"
    return syntax.word(position + 1) in {
        "at", "to", "stood", "stands", "rose", "climbed", "from", "was", "were", "numbered",
        "had", "has", "in", "reached", "is", "are", "put",
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
    syntax: SentenceSyntax, position: int, prepositions: set[str], reach: int
) -> tuple[NounGroup, str] | None:
    """Return the first figure behind one of the prepositions, and that preposition."""
    for at in range(position, min(position + reach, len(syntax.words))):
        word = syntax.words[at]
        if word in _BREAKS:
            return None
        group = syntax.group_at(at + 1)
        if word in prepositions and group is not None and group.number is not None:
            return group, word
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
        if is_rise and words[at : at + 2] == ["up", "to"]:
            group = replace(group, low=group.best)  # "went up to 76" is no upper bound
        if words[verb] in _COPULAS and not group.is_bare_number:
            continue  # "the dead were two nurses"
        preposition = words[at - 1]
        is_direct = at == verb + 1 or (at == verb + 2 and syntax.is_adverb(verb + 1))
        if preposition == "from":
            found.append((group, True))
        elif preposition in {"to", "at"} or (
            is_direct
            and (
                is_rise
                or words[verb] in {"is", "was", "were", "put", "are", "totalled", "numbered"}
            )
        ):
            found.append((group, False))
            follow = group.end
            if words[follow : follow + 1] == ["from"] and (old := syntax.group_at(follow + 1)):
                found.append((old, True))
            break
    return found


def _claim(syntax: SentenceSyntax, figure: NounGroup, noun: _TollNoun, start: int) -> Claim:
    low, best, high = figure.low, figure.best, figure.high
    start = min(start, figure.start)
    told = _OUTCOMES.get(syntax.word(figure.end))  # "casualties rose to 19 dead"
    end = figure.end if told is None else figure.end + 1
    claim = Claim(start, end, told or noun.outcome, noun.position, low, best, high)
    claim.approximate, claim.number = figure.approximate, figure.number
    claim.victims = (figure.start, figure.end) if not figure.is_bare_number else None
    claim.group = figure.group if figure.group is not VictimGroup.UNKNOWN else noun.group
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
    "life": (Outcome.KILLED,), "bloodshed": (Outcome.KILLED, Outcome.WOUNDED),
}  # fmt: skip
ZERO_WORDS = frozenset(_ZERO_OF)
_HARMING = {  # "without hurting anyone"
    "hurting": (Outcome.KILLED, Outcome.WOUNDED), "harming": (Outcome.KILLED, Outcome.WOUNDED),
    "killing": (Outcome.KILLED,), "wounding": (Outcome.WOUNDED,), "injuring": (Outcome.WOUNDED,),
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
    harmed = _HARMING.get(syntax.word(end)) if words[position] == "without" else None
    if harmed and syntax.word(end + 1) in {"anyone", "anybody", "any"}:
        return [Claim(position, end + 2, outcome, end, 0, 0, 0) for outcome in harmed]
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
