"""How alike two reports are, from 0 to 1: what is the same adds points, what differs takes them.

Enters: two ``LinkReport``. Leaves: a score, which is the logistic of the sum of the points of
type, date, place, actors, tolls and words. Points are like logarithms of odds: 0 says nothing. A
pair that cannot be one event (other group of status, other country, days or places out of reach)
has no points at all. A score depends on its two reports alone: it is the same in every batch.
"""

from __future__ import annotations

from datetime import date
from math import exp
from typing import TYPE_CHECKING

from etl.codes import ActorKind, DatePrecision, EventType, PlacePrecision, Role
from etl.distances import great_circle_km
from etl.link.features import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.link.features import LinkActor, LinkReport, LinkToll

# Scores are kept in whole ten-thousandths, so that sums of them are exact in any order.
SCALE = 10_000
# Two reports of unlike words, tolls and actors need place, day and type to be one event.
_START = -3.4

_T = EventType
_ALIKE: tuple[tuple[float, tuple[EventType, EventType]], ...] = (
    (0.3, (_T.SUICIDE_BOMB, _T.REMOTE_EXPLOSIVE)),
    (0.2, (_T.REMOTE_EXPLOSIVE, _T.GRENADE)),
    (0.0, (_T.AIR_STRIKE, _T.SHELLING)),
    (0.2, (_T.CHEMICAL_WEAPON, _T.AIR_STRIKE)),
    (0.2, (_T.CHEMICAL_WEAPON, _T.SHELLING)),
    (-0.5, (_T.SHELLING, _T.REMOTE_EXPLOSIVE)),
    (-0.5, (_T.SHELLING, _T.GRENADE)),
    (-1.0, (_T.AIR_STRIKE, _T.REMOTE_EXPLOSIVE)),
    (0.0, (_T.ARMED_CLASH, _T.GOVERNMENT_REGAINS_TERRITORY)),
    (0.0, (_T.ARMED_CLASH, _T.NONSTATE_OVERTAKES_TERRITORY)),
    (0.0, (_T.GOVERNMENT_REGAINS_TERRITORY, _T.NONSTATE_OVERTAKES_TERRITORY)),
    (0.2, (_T.TERRITORY_TRANSFER, _T.GOVERNMENT_REGAINS_TERRITORY)),
    (0.2, (_T.TERRITORY_TRANSFER, _T.NONSTATE_OVERTAKES_TERRITORY)),
    (0.2, (_T.ATTACK, _T.ARMED_CLASH)),
    (0.0, (_T.ATTACK, _T.SUICIDE_BOMB)),
    (0.0, (_T.ATTACK, _T.REMOTE_EXPLOSIVE)),
    (0.0, (_T.ATTACK, _T.GRENADE)),
    (-0.3, (_T.ATTACK, _T.SHELLING)),
    (-0.3, (_T.ATTACK, _T.AIR_STRIKE)),
    (-0.3, (_T.ATTACK, _T.CHEMICAL_WEAPON)),
    (-0.3, (_T.ATTACK, _T.ABDUCTION)),
    (-0.3, (_T.ATTACK, _T.SEXUAL_VIOLENCE)),
    (0.0, (_T.ATTACK, _T.MOB_VIOLENCE)),
    (-0.5, (_T.ATTACK, _T.PROPERTY_DESTRUCTION)),
    (-0.5, (_T.ARMED_CLASH, _T.SUICIDE_BOMB)),
    (-0.5, (_T.ARMED_CLASH, _T.REMOTE_EXPLOSIVE)),
    (-0.5, (_T.ARMED_CLASH, _T.SHELLING)),
    (-0.5, (_T.ARMED_CLASH, _T.AIR_STRIKE)),
    (-0.5, (_T.ARMED_CLASH, _T.GRENADE)),
    (-0.5, (_T.ARMED_CLASH, _T.MOB_VIOLENCE)),
    (0.2, (_T.EXCESSIVE_FORCE, _T.PROTEST_INTERVENTION)),
    (0.2, (_T.PROTEST_INTERVENTION, _T.PEACEFUL_PROTEST)),
    (0.3, (_T.PROTEST_INTERVENTION, _T.VIOLENT_DEMONSTRATION)),
    (0.2, (_T.EXCESSIVE_FORCE, _T.VIOLENT_DEMONSTRATION)),
    (-0.3, (_T.EXCESSIVE_FORCE, _T.PEACEFUL_PROTEST)),
    (-0.3, (_T.VIOLENT_DEMONSTRATION, _T.PEACEFUL_PROTEST)),
    (0.2, (_T.VIOLENT_DEMONSTRATION, _T.MOB_VIOLENCE)),
    (-0.3, (_T.EXCESSIVE_FORCE, _T.ATTACK)),
    (0.0, (_T.PROPERTY_DESTRUCTION, _T.MOB_VIOLENCE)),
)
# Types of which two reports may tell one event, with their points.
TYPE_POINTS: dict[tuple[EventType, EventType], float] = {
    **{(kind, kind): 1.0 for kind in EventType},
    **{pair: points for points, pair in _ALIKE},
    **{(right, left): points for points, (left, right) in _ALIKE},
}

# Actors of these kinds are described and not named: that they are the same says little.
_DESCRIBED = frozenset(
    (ActorKind.CIVILIANS, ActorKind.UNKNOWN, ActorKind.PROTESTERS, ActorKind.RIOTERS)
)
_POINT_KM, _NEAR_KM = 25.0, 50.0
_FEW_WORDS = 4


def score_pair(left: LinkReport, right: LinkReport) -> int:
    """Return how alike two reports are, in ten-thousandths; 0 where they cannot be one event."""
    total = _START
    for _, points in _all_points(left, right):
        if points is None:
            return 0
        total += points
    return round(SCALE / (1 + exp(-total)))


def explain_pair(left: LinkReport, right: LinkReport) -> dict[str, float | None]:
    """Return the points of each part of the score; None says that they cannot be one event."""
    return dict(_all_points(left, right))


def _all_points(left: LinkReport, right: LinkReport) -> Iterator[tuple[str, float | None]]:
    """Yield the parts, those that may rule a pair out before those that take longer."""
    if right.key < left.key:
        left, right = right, left
    yield "type", _type_points(left, right)
    yield "date", _date_points(left, right)
    yield "place", _place_points(left, right)
    yield "initiator", _side_points(left, right, Role.INITIATOR)
    yield "target", _side_points(left, right, Role.TARGET)
    yield "killed", _toll_points(left.killed, right.killed)
    yield "wounded", _toll_points(left.wounded, right.wounded) / 2
    yield "words", _word_points(left, right)


def _type_points(left: LinkReport, right: LinkReport) -> float | None:
    is_apart = (
        left.document_id == right.document_id
        or left.scope is not right.scope
        or left.status_group != right.status_group
    )
    return None if is_apart else TYPE_POINTS.get((left.event_type, right.event_type))


# ---- date ------------------------------------------------------------------------------------


def _date_points(left: LinkReport, right: LinkReport) -> float | None:
    kind = left.time_class
    if kind is None or kind != right.time_class:
        return None
    if kind == "undated":
        assert left.published_on is not None  # noqa: S101 - by its class
        assert right.published_on is not None  # noqa: S101
        return -0.5 if abs((left.published_on - right.published_on).days) <= 2 else None
    assert left.first is not None  # noqa: S101
    assert left.last is not None  # noqa: S101
    assert right.first is not None  # noqa: S101
    assert right.last is not None  # noqa: S101
    is_same = (left.first, left.last) == (right.first, right.last)
    if kind == "span":
        return 2.0 if is_same else None
    gap = max((left.first - right.last).days, (right.first - left.last).days, 0)
    if kind == "wide":
        return None if gap else (0.3 if is_same else -0.8)
    days = {left.date_precision, right.date_precision}
    width = max((left.last - left.first).days, (right.last - right.first).days)
    if days <= {DatePrecision.DAY, DatePrecision.INFERRED}:
        if gap == 0:
            told = {2: 1.3, 1: 2.0 if DatePrecision.DAY in days else 1.0}[len(days)]
            return told if width <= 1 else min(told, 1.0 if is_same else 0.3)
        return _gap_points(left, right, gap)
    if gap == 0:
        return 0.6 if width <= 7 else 0.0
    return -1.5 if gap == 1 else None


def _gap_points(left: LinkReport, right: LinkReport, gap: int) -> float | None:
    """Return the points of days that do not meet: undated news is often a day or two old."""
    earlier, later = sorted((left, right), key=lambda report: report.first or date.min)
    if later.date_precision is DatePrecision.INFERRED:
        is_told = earlier.date_precision is DatePrecision.DAY
        return {1: 0.6 if is_told else 0.3, 2: -1.5 if is_told else -1.8}.get(gap)
    return {1: -2.2 if earlier.date_precision is DatePrecision.INFERRED else -3.0}.get(gap)


# ---- place -----------------------------------------------------------------------------------


def _place_points(left: LinkReport, right: LinkReport) -> float | None:
    if left.country != right.country:
        return None
    levels = {left.place_level, right.place_level}
    if "country" in levels:
        return 0.0 if len(levels) == 1 and left.place_name == right.place_name else -0.4
    if levels == {"point"}:
        return _distance_points(left, right)
    is_same_unit = left.admin1 is not None and left.admin1 == right.admin1
    if left.place_name == right.place_name:
        if "admin1" not in levels:
            return 2.3
        return 1.2 if len(levels) == 1 else 0.9
    if levels == {"admin1"}:
        return None
    if "admin1" in levels:
        return 0.6 if is_same_unit else None
    return -1.0 if is_same_unit else None


def _distance_points(left: LinkReport, right: LinkReport) -> float | None:
    is_exact = left.place_precision is right.place_precision is PlacePrecision.EXACT
    distance = _distance_km(left, right)
    if distance < 0.5:
        return 2.5 if is_exact else 2.0
    if is_exact:
        bands = ((4, 1.2), (10, -0.5), (_POINT_KM, -2.5))
    else:
        bands = ((4, 1.2), (15, -0.5), (_NEAR_KM, -1.8))
    return next((points for most, points in bands if distance <= most), None)


def _distance_km(left: LinkReport, right: LinkReport) -> float:
    """Return the distance of two points on the sphere."""
    one = left.latitude or 0.0, left.longitude or 0.0
    return great_circle_km(one, (right.latitude or 0.0, right.longitude or 0.0))


# ---- actors ----------------------------------------------------------------------------------


def _side_points(left: LinkReport, right: LinkReport, side: Role) -> float:
    """Return the best points of two actors that stand on one side; participants stand on both."""
    ours = [actor for actor in left.actors if actor.role in {side, Role.PARTICIPANT}]
    theirs = [actor for actor in right.actors if actor.role in {side, Role.PARTICIPANT}]
    if not ours or not theirs:
        return 0.0
    return max(_actor_points(one, other) for one in ours for other in theirs)


def _actor_points(one: LinkActor, other: LinkActor) -> float:
    described = (one.kind in _DESCRIBED) + (other.kind in _DESCRIBED)
    if one.actor_id == other.actor_id:
        return 0.2 if described else 0.8
    if described:
        return 0.0 if described == 1 or one.kind == other.kind else -0.2
    is_related = (
        one.parent_id == other.actor_id
        or other.parent_id == one.actor_id
        or (one.parent_id is not None and one.parent_id == other.parent_id)
        or (one.country is not None and (one.country, one.kind) == (other.country, other.kind))
    )
    return 0.4 if is_related else -1.2


# ---- tolls -----------------------------------------------------------------------------------


def _toll_points(ours: tuple[LinkToll, ...], theirs: tuple[LinkToll, ...]) -> float:
    """Return the points of two lists of claims: a number that both tell is hardly by chance."""
    left, right = _told(ours), _told(theirs)
    if not left or not right:
        return 0.0
    shared = left & right
    if shared:
        most = max(shared)
        bands = ((0, 0.3), (1, 0.4), (2, 0.6), (5, 0.9), (10, 1.3))
        return next((points for limit, points in bands if most <= limit), 1.8)
    if any(_overlap(one, other) for one in ours for other in theirs):
        return 0.4
    nearest = max(min(one, other) / max(one, other) for one in left for other in right)
    if nearest >= 0.6:
        return 0.0
    return -1.0 if nearest >= 0.3 else -2.0


def _told(claims: tuple[LinkToll, ...]) -> set[int]:
    """Return the numbers told, and the sum of those that stand together."""
    numbers = {
        number
        for claim in claims
        if (number := next((n for n in (claim.best, claim.low, claim.high) if n is not None), None))
        is not None
    }
    current = [claim.best for claim in claims if claim.is_current and claim.best is not None]
    return numbers | ({sum(current)} if len(current) > 1 else set())


def _overlap(one: LinkToll, other: LinkToll) -> bool:
    """Return whether an open bound of one lets it be the other ("at least 12" and 15)."""
    if one.low is None and other.low is None:
        return True
    low = max(one.low or 0, other.low or 0)
    highs = [high for high in (one.high, other.high) if high is not None]
    is_open = one.high is None or other.high is None or one.low is None or other.low is None
    is_far = low > 3 * max(1, min(one.best or low, other.best or low))
    return is_open and not is_far and (not highs or low <= min(highs))


# ---- words -----------------------------------------------------------------------------------


def _word_points(left: LinkReport, right: LinkReport) -> float:
    """Return the points of the words that the two sentences share."""
    fewest = min(len(left.words), len(right.words))
    if fewest < _FEW_WORDS:
        return 0.0
    places = _place_words(left) | _place_words(right)
    shared = len((left.words & right.words) - places) / fewest
    return min(2.2, -0.8 + 5 * shared)


def _place_words(report: LinkReport) -> frozenset[str]:
    """Return the stems of the place's name, which the place's points count already."""
    return stems_of(f"{report.place_name or ''} {report.admin1 or ''}")
