"""How the words before and after a toponym relate what is told to it.

Enters: the words of a sentence and the place of a name among them. Leaves: a ``Relation``: the kind
("in", "near", "offset", "border"…), where its words begin, an offset that they tell, and the role
("speaker", "origin") that makes the place none where the event need have been.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.extract.toponyms import kind_at, word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.toponyms import Word

_RELATIONS = {
    "in": "in", "inside": "in", "within": "in", "at": "in", "on": "in", "across": "in",
    "throughout": "in", "over": "in", "through": "in", "around": "near", "near": "near",
    "beside": "near", "outside": "outside", "off": "near", "between": "between", "from": "from",
    "to": "to", "toward": "to", "towards": "to", "into": "to", "onto": "to", "for": "to",
    "against": "of", "of": "of", "by": "of", "about": "of", "with": "of", "nearby": "near",
    "via": "in", "amid": "of", "reach": "of", "beyond": "near", "until": "of", "alongside": "near",
    "opposite": "near", "overlooking": "near", "bordering": "border", "leaving": "from",
    "reaching": "to", "visit": "to", "visited": "to", "visiting": "to", "left": "from",
    "reached": "to", "entered": "in", "enter": "in", "leave": "from", "entering": "in",
    "approaching": "near", "besieging": "of",
}  # fmt: skip
LOCATIVE = frozenset("in near outside outskirts between offset border road".split())
_DIRECTIONS = {
    "north": "N", "south": "S", "east": "E", "west": "W", "northeast": "NE", "northwest": "NW",
    "southeast": "SE", "southwest": "SW", "northern": "N", "southern": "S", "eastern": "E",
    "western": "W", "northeastern": "NE", "northwestern": "NW", "southeastern": "SE",
    "southwestern": "SW",
}  # fmt: skip
_UNITS = {
    "km": 1.0, "kms": 1.0, "kilometers": 1.0, "kilometres": 1.0, "kilometer": 1.0, "kilometre": 1.0,
    "miles": 1.609, "mile": 1.609, "metres": 0.001, "meters": 0.001, "m": 0.001,
}  # fmt: skip
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "dozen": 12, "fifteen": 15}
_EDGES = frozenset(
    "outskirts outskirt edge edges periphery suburbs suburb fringes approaches rim".split()
)
_INSIDES = frozenset(
    "centre center heart middle streets part parts areas area neighbourhoods neighborhoods"
    " districts quarters suburb portion half side banks shores coast rest market markets bazaar"
    " port airport sky skies province provinces governorate region regions state district city"
    " town village island islands capital townships villages towns cities hills mountains plains"
    " countryside university municipality commune county territory quarter neighbourhood"
    " neighborhood camp department settlement outposts hamlet wards hinterland hinterlands hills"
    " skies lanes oblast peninsula valley base enclave pocket locality highlands republic streets"
    " gates land lands fields farms cities sector prefecture township".split()
)
_SETTLEMENTS = frozenset("village town hamlet settlement city suburb".split())
_NEAR = frozenset("vicinity environs surroundings".split())
_LINES = frozenset(
    "road roads highway route border borders frontier frontiers motorway track railway "
    "bridge".split()
)
_FUNCTION = frozenset("the a an its their this that these those both his her other another".split())
# "Talks between Damascus and Baghdad" are between governments, "the road between" between towns.
_DEALINGS = frozenset(
    "talks relations coordination cooperation agreement deal ties dialogue negotiations meeting"
    " meetings dispute tensions alliance treaty pact accord contacts trade rift understanding"
    " rapprochement mediation exchange exchanges row partnership war conflict rivalry summit"
    " consultations peace truce ceasefire intelligence-sharing diplomacy feud collaboration split"
    " divide difference differences distinction link links friendship hostility animosity".split()
)
_MEASURES = re.compile(r"^\d+(?:[.,]\d+)?$")
_MAX_BACK = 10


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words before a toponym say: kind, first offset, role, and an offset in km."""

    kind: str | None = None
    start: int | None = None
    role: str | None = None
    offset_km: float | None = None
    direction: str | None = None


NO_RELATION = Relation()


def find_relation(words: Sequence[Word], first: int) -> Relation:
    """Return how the words before ``words[first]`` relate to the name that begins there."""
    at = _skip_description(words, first - 1)
    if at < 0:
        return NO_RELATION
    word = words[at]
    kind = _RELATIONS.get(word.low)
    if kind is None:
        return _find_compass(words, at)
    if kind == "of" and word.low == "of":
        return _find_of(words, at)
    if word.low in ("to", "from"):
        return _find_to_from(words, at, kind)
    if word.low == "with" and at and words[at - 1].low in _LINES:
        return Relation("border", words[at - 1].start)
    if word.low == "between" and at and words[at - 1].low in _DEALINGS:
        return Relation(role="speaker")
    if word.low == "around" and at and words[at - 1].low in ("in", "and"):
        return Relation("in", words[at - 1].start)
    return Relation(kind, word.start)


def _skip_description(words: Sequence[Word], at: int) -> int:
    """Return the last word before a name that does not describe it ("in" of "in the old X")."""
    classes = word_classes()
    steps = 0
    while at >= 0 and steps < _MAX_BACK:
        word = words[at]
        joined = at + 1 < len(words) and words[at + 1].gap in (" ", "-", " “", ' "', "-")
        if not joined:
            return -1
        if (
            word.low in _FUNCTION
            or word.low in classes.describing
            or _is_described(word)
            or (word.low in classes.kinds and words[at + 1].low not in _RELATIONS)
        ):
            at -= 1
        elif _is_double(words, at):
            at -= 2
        elif (word.possessive and word.is_capital) or (_is_participle(word) and word.dep == "amod"):
            at -= 1
        else:
            return at
        steps += 1
    return at


def _is_double(words: Sequence[Word], at: int) -> bool:
    """Tell "centre of" and "ISIL-held": two words that only describe."""
    word = words[at]
    is_of = word.low == "of" and at > 0 and words[at - 1].low in _INSIDES
    return is_of or (at > 0 and word.gap == "-" and _is_participle(word))


def _is_participle(word: Word) -> bool:
    """Tell "held", "liberated", "torn": what a name's description may end in."""
    return not word.is_capital and (
        word.low.endswith(("ed", "en", "ing"))
        or word.low in ("held", "torn", "hit", "run", "struck")
    )


def _is_described(word: Word) -> bool:
    """Tell adjectives ("Iraqi", "war-torn") by their tag, and numbers of parts by none."""
    is_adverb = word.low.endswith("ly") and word.pos == "ADV"  # "the newly liberated town"
    return is_adverb or (
        word.pos == "ADJ" and not word.low.startswith(("near", "close", "outside"))
    )


def _find_compass(words: Sequence[Word], at: int) -> Relation:
    """Return the relation of "close by", "north Mosul"; none for other words."""
    word = words[at]
    if word.low in ("close", "next") and at + 1 < len(words):
        return Relation("near", word.start)
    return NO_RELATION


def _distance(words: Sequence[Word], at: int) -> tuple[float | None, int] | None:
    """Return the kilometres of a distance that ends at a word, and where it begins."""
    if at >= 1 and words[at].low in _UNITS:
        unit, count = _UNITS[words[at].low], words[at - 1]
    elif at >= 0 and (glued := re.match(r"^(\d+)(km|miles|m)$", words[at].low)):
        return float(glued[1]) * _UNITS[glued[2]], words[at].start
    else:
        return None
    number = (
        float(count.low.replace(",", ""))
        if _MEASURES.match(count.low)
        else float(_NUMBERS.get(count.low, 0)) or None
    )
    if at >= 2 and words[at - 1].gap == "." and words[at - 2].low.isdigit():  # 2.5 km
        number, count = float(f"{words[at - 2].low}.{count.low}"), words[at - 2]
    return (None if number is None else round(number * unit, 1)), count.start


def _find_direction(words: Sequence[Word], at: int) -> Relation | None:
    """Return the relation of "30 km north", "north", "30 km away" that ends at a word."""
    if at < 0:
        return None
    place = at
    if words[place].low in ("away", "distant", "drive", "walk"):
        place -= 1
    direction = None
    if place >= 0 and words[place].low in _DIRECTIONS:
        direction = _DIRECTIONS[words[place].low]
        start = words[place].start
        place -= 1
        while place >= 0 and words[place].low in (*_DIRECTIONS, "the", "to", "just", "further"):
            if words[place].low in _DIRECTIONS:
                direction = _DIRECTIONS[words[place].low] + direction
            start = words[place].start
            place -= 1
        if len(direction) > 2:  # west-northwest and the like
            direction = direction[-2:]
    else:
        start = words[at].start
    measured = _distance(words, place) if place >= 0 else None
    if measured is not None:
        return Relation("offset", measured[1], offset_km=measured[0], direction=direction)
    if direction is not None:
        return Relation("offset", start, direction=direction)
    return None


def _find_of(words: Sequence[Word], at: int) -> Relation:
    """Return the relation of "... of NAME" by the noun before "of"."""
    classes = word_classes()
    if not at:
        return Relation("of", words[at].start)
    noun = words[at - 1]
    if (compass := _find_direction(words, at - 1)) is not None:
        outer = at - 2
        if compass.offset_km is None and outer >= 0:
            while outer >= 0 and words[outer].low in ("the", "far", "extreme"):
                outer -= 1
            if outer >= 0 and words[outer].low in ("in", "across"):
                return Relation("in", words[outer].start)
        return compass
    if noun.low in _EDGES:
        return Relation("outskirts", noun.start)
    if noun.low in _NEAR:
        return Relation("near", noun.start)
    if noun.low == "outside":
        return Relation("outside", noun.start)
    if noun.low in {"short", "ahead"}:
        return Relation("near", noun.start)
    if noun.low in classes.origin:
        return Relation("of", noun.start, role="origin")
    if noun.low in classes.speaker:
        return Relation("of", noun.start, role="speaker")
    if noun.low in _INSIDES:
        wider = find_relation(words, at - 1)
        return wider if wider.kind else Relation("of", noun.start)
    return Relation("of", words[at].start)


def _find_to_from(words: Sequence[Word], at: int, kind: str) -> Relation:
    """Return the relation of "to" and "from", by what leads there."""
    classes = word_classes()
    if not at:
        return Relation(kind, words[at].start)
    before = words[at - 1]
    if before.low in ("close", "next", "adjacent", "near", "nearer", "closest"):
        return Relation("near", before.start)
    if before.low in _LINES:
        return Relation("road", before.start)
    if words[at].low == "from":
        if (compass := _find_direction(words, at - 1)) is not None:
            return compass
        if (measured := _distance(words, at - 1)) is not None:
            return Relation("offset", measured[1], offset_km=measured[0])
        if before.low in ("far", "miles", "kilometres", "kilometers", "metres", "meters"):
            return Relation("near", before.start)
        if before.low in classes.origin or before.low in (
            "originally",
            "hails",
            "hailed",
            "hailing",
        ):
            return Relation("from", words[at].start, role="origin")
    return Relation(kind, words[at].start)


def _find_apposition(words: Sequence[Word], at: int) -> str | None:
    """Return the kind that a description after a comma gives (", a border town in")."""
    if words[at].low not in ("a", "an"):
        return None
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        if word.gap not in (" ", "-") or (word.is_capital and word.pos == "PROPN"):
            return None
        if word.low in _SETTLEMENTS:
            return word.low
        if word.pos not in ("ADJ", "NOUN", "ADV", "VERB", "PROPN", "ADP", ""):
            return None
    return None


def find_following(words: Sequence[Word], last: int) -> tuple[str | None, str | None]:
    """Return the type words after a name that ends at ``words[last]``, and the role they give."""
    classes = word_classes()
    after = last + 1
    if after >= len(words) or words[last].possessive:
        return None, None
    word = words[after]
    if word.gap == "-" and word.low in ("based", "born", "backed", "led", "trained", "educated"):
        return None, "origin"
    if word.gap == ", ":
        return _find_apposition(words, after), None
    if word.gap not in (" ", "-"):
        return None, None
    if (kind := kind_at(words, after)) is not None:
        return kind[0], None
    if word.low in classes.speaker:
        return None, "speaker"
    if word.low in classes.origin and not word.is_capital:
        return None, "origin"
    return None, None
