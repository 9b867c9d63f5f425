"""Words of a text and the classes of words that stand beside the names of places.

Enters: a stretch of text. Leaves: its words with their offsets, so split that "al-Mayadeen" is two
words that may join and "Iraq's" is "Iraq"; and the word classes of ``seeds/reference``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl.reference import read_reference

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)"  # U.S.
    r"|[^\W_]+(?:['’‘ʼʻʿʾ`´][^\W\d_]+)*(?:(?<=\bSt)|(?<=\bMt)|(?<=\bFt))?"
)
_POSSESSIVE = re.compile(r"^(.+)['’]s$", re.IGNORECASE)
# The article or link that a name may begin with in lower case: "al-Bab", "ez-Zor".
ARTICLES = frozenset("al el ad ar as ash at az an adh ath ud ul ur us ush uz ez ed er es".split())
# Lower-case words within names: "Mocimboa da Praia", "Dasht-e-Barchi", "Dar es Salaam".
PARTICLES = ARTICLES | frozenset(
    "de da do das dos del della di du des la las le les lo los y e i o of the and van von den der"
    " am upon on sur sous en au aux kwa wa ya ka bin ben bani ibn ou im ob pod nad na nam n d l s"
    " t m abu umm um bu".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december ramadan eid christmas easter nowruz ashura"
    " spring summer autumn winter".split()
)
# Words that begin a sentence with a capital, and no name.
STARTERS = frozenset(
    "in on at near outside inside from to of for with by after before during when while as and"
    " but or if since until the a an this that these those his her its their our my your he she it"
    " they we i across around between within over under about against among amid despite although"
    " though because earlier later meanwhile elsewhere also both all some many most several two"
    " three four five six seven eight nine ten dozens hundreds thousands police soldiers troops"
    " rebels militants gunmen witnesses residents officials local state government security forces"
    " army clashes fighting bomb car suicide air strikes shelling yesterday today tomorrow"
    " overnight last next no not only however what where who why how there here once then now"
    " still even just more than per via toward towards into onto off up down out through following"
    " another other each every greater downtown former along well throughout"
    " together instead one".split()
)


@dataclass(slots=True)
class Word:
    """A word with its document offsets; ``gap`` is what stands between the word before and it."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    is_capital: bool
    possessive: bool = False
    pos: str = ""
    dep: str = ""
    head_lemma: str = ""


def split_words(text: str, start: int) -> list[Word]:
    """Return the words of a text that begins at a document offset."""
    words: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        found, at = match.group(), match.start()
        possessive = False
        if (owner := _POSSESSIVE.match(found)) is not None:
            found, possessive = owner.group(1), True
        end = at + len(found)
        capital = any(char.isupper() for char in found)
        words.append(
            Word(
                text=found,
                low=found.lower(),
                start=start + at,
                end=start + end,
                gap=text[before:at],
                is_capital=capital,
                possessive=possessive or text[end : end + 1] in ("'", "’"),
            )
        )
        before = match.end()
    return words


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The words beside names, by class, and the names that are words or persons too."""

    kinds: dict[str, str]  # "refugee camp" -> "site"
    organisation: frozenset[str]
    unit: frozenset[str]
    media: frozenset[str]
    title: frozenset[str]
    speaker: frozenset[str]
    origin: frozenset[str]
    describing: frozenset[str]
    common: frozenset[str]
    persons: frozenset[str]


@cache
def word_classes() -> WordClasses:
    """Return the word classes, read once a process.

    Raises:
        ReferenceDataError: one of the tables is missing or malformed.
    """
    classes = {
        row["class"]: frozenset(row["words"].split("|"))
        for row in read_reference("place_words.csv")
    }
    kinds: dict[str, str] = {}
    for name in ("part", "line", "physical", "place", "site", "admin2", "admin1"):
        kinds.update(dict.fromkeys(classes[name], name))
    return WordClasses(
        kinds=kinds,
        organisation=classes["organisation"],
        unit=classes["unit"],
        media=classes["media"],
        title=classes["title"],
        speaker=classes["speaker"],
        origin=classes["origin"],
        describing=classes["describing"],
        common=frozenset(row["word"] for row in read_reference("place_common_words.csv")),
        persons=frozenset(row["name"].lower() for row in read_reference("place_given_names.csv")),
    )


def kind_at(words: Sequence[Word], at: int) -> tuple[str, int] | None:
    """Return the type words that begin at a word ("refugee camp") and how many they are."""
    kinds = word_classes().kinds
    longest = ""
    taken = 0
    phrase = ""
    for place in range(at, min(at + 3, len(words))):
        word = words[place]
        if place > at:
            if word.gap not in (" ", "-"):
                break
            phrase += word.gap
        phrase += word.low
        if phrase in kinds:
            longest, taken = phrase, place - at + 1
    return (longest, taken) if longest else None


def kind_before(words: Sequence[Word], at: int) -> tuple[str, int] | None:
    """Return the type words that end just before a word and where they begin."""
    kinds = word_classes().kinds
    for first in (at - 3, at - 2, at - 1):
        if first < 0:
            continue
        phrase = words[first].low
        for place in range(first + 1, at):
            phrase += words[place].gap + words[place].low
        if phrase in kinds:
            return phrase, first
    return None
