"""Counts in words and digits, with the bounds that their wording gives.

Enters: the tokens of a sentence. Leaves: every count ("at least three dozen", "between 10 and
15", "twenty-one", "scores", "1.2 million") as low, best and high by the codebook, section 8.
Refused: articles alone ("a soldier"), ordinals, decimals without a unit ("7.62"), and what a
number counts: that a number is an age or a date is for its reader to see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

SEVERAL = 3
"""What "several", "a few" and a bare plural count as, at least (codebook, section 8)."""

_THOUSANDS_GROUP = 3  # digits in a group of "1 200"

_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000, "mln": 1_000_000,
    "crore": 10_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_AFTER_ARTICLE = (["hundred"], ["thousand"], ["million"])
_UNITS = {"dozen": 12}
_PLURAL_UNITS = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
    "lakhs": 100_000, "millions": 1_000_000,
}  # fmt: skip
_EXACT_PHRASES = {
    "a couple of": 2, "a couple": 2, "a pair of": 2, "a pair": 2, "a trio of": 3, "both": 2,
    "half a dozen": 6, "half - a - dozen": 6, "a half dozen": 6, "a half - dozen": 6,
    "half - dozen": 6, "a dozen": 12, "dozen": 12, "half a million": 500_000, "a score of": 20,
    "a baker 's dozen": 13, "a hundred": 100, "a thousand": 1000, "a million": 1_000_000,
    "the trio": 3, "the pair": 2, "the duo": 2,
}  # fmt: skip
_VAGUE_PHRASES = (
    "an unknown number", "an unspecified number", "an undetermined number",
    "an undisclosed number", "an unknown number of", "an unspecified number of",
    "an undisclosed number of",
    "an undetermined number of", "a large number of", "a small number of", "a number of",
    "large numbers of", "a handful of", "a handful", "quite a few", "a few", "several",
    "many", "numerous", "various",
)  # fmt: skip

_AT_LEAST = (
    "at the very least", "at least", "at a minimum", "a minimum of", "more than", "well over",
    "just over", "slightly over", "slightly more than", "well above", "over", "above",
    "no less than", "not less than", "no fewer than", "not fewer than", "upwards of",
    "upward of", "in excess of", "north of", "greater than", "well more than", "a little over",
    "a little more than", "far more than",
)  # fmt: skip
_AT_MOST = (
    "up to", "as many as", "as high as", "as much as", "at most", "at the most", "no more than",
    "not more than", "a maximum of", "fewer than", "less than", "under", "perhaps as many as",
    "possibly as many as", "anything up to", "just under",
)  # fmt: skip
_ABOUT = (
    "about", "around", "some", "nearly", "roughly", "approximately", "approx .", "approx",
    "close to", "almost", "an estimated", "estimated", "circa", "ca .", "in the region of",
    "in the order of", "on the order of", "nearly about", "perhaps", "virtually", "~",
    "something like", "a reported", "near to",
)  # fmt: skip
_ADDITION = (
    "another", "a further", "an additional", "an extra", "a total of another", "further",
    "additional", "yet another", "other",
)  # fmt: skip
_NEUTRAL = ("a total of", "a combined", "all of", "all", "only", "just", "exactly")
_OR_MORE = ("or more", "+", "- plus")
_OR_SO = ("or so", "or thereabouts", "- odd", "- or - so")
_MORE = ("more", "others", "other", "additional", "further", "else")


_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def _phrases(tables: Mapping[str, Iterable[str]]) -> _Phrases:
    """Return phrases as word tuples with their kind, by first word, the longest first."""
    index: _Phrases = {}
    for kind, table in tables.items():
        for phrase in table:
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append((words, kind))
    for found in index.values():
        found.sort(key=lambda pair: len(pair[0]), reverse=True)
    return index


_EXACT = _phrases({"exact": _EXACT_PHRASES})
_VAGUE = _phrases({"vague": _VAGUE_PHRASES})
_PREFIXES = _phrases(
    {
        "least": _AT_LEAST,
        "most": _AT_MOST,
        "about": _ABOUT,
        "addition": _ADDITION,
        "neutral": _NEUTRAL,
    }
)
_SUFFIXES = _phrases({"open": _OR_MORE, "about": _OR_SO})


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A count as worded: tokens ``start_token`` to ``end_token``, half-open, and its bounds.

    ``start`` and ``end`` are offsets within the parsed text (add ``Sentence.start`` for those of
    the document). ``is_addition`` marks a count told beside another one ("another 12", "12
    more"). ``is_vague`` marks words without a figure ("several", "dozens").
    """

    start_token: int
    end_token: int
    start: int
    end: int
    low: int | None
    best: int
    high: int | None
    approximate: bool = False
    is_addition: bool = False
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class _Count:
    """A bare count before its modifiers: the token after it, its value, and how vague it is."""

    end: int
    value: int
    is_open: bool = False  # "dozens": no upper bound
    is_about: bool = False


def read_numbers(tokens: Iterable[Token]) -> list[NumberMention]:
    """Return the counts that the tokens state, left to right and without overlap.

    Token numbers are positions within ``tokens``; for a whole ``Doc`` they are its token indices.
    """
    sequence = list(tokens)
    positions = [i for i, token in enumerate(sequence) if not token.is_space]
    apostrophe = "\N{RIGHT SINGLE QUOTATION MARK}"
    words = [sequence[i].text.lower().replace(apostrophe, "'") for i in positions]
    found = []
    at = 0
    while at < len(words):
        reading = _read_mention(words, at)
        if reading is None:
            at += 1
            continue
        end, bounds = reading
        first, last = positions[at], positions[end - 1]
        stop = sequence[last].idx + len(sequence[last].text)
        found.append(NumberMention(first, last + 1, sequence[first].idx, stop, *bounds))
        at = end
    return found


_Bounds = tuple[int | None, int, int | None, bool, bool, bool]


def _read_mention(words: list[str], start: int) -> tuple[int, _Bounds] | None:
    """Return where the mention that begins at ``start`` ends, and its bounds."""
    if words[start] == "many" and start > 0 and words[start - 1] in {"as", "how", "so", "too"}:
        return None
    if words[start] == "one" and start > 0 and words[start - 1] in {"no", "any", "some", "every"}:
        return None
    position, kinds = _skip_prefixes(words, start)
    if words[position : position + 1] == ["between"]:
        ranged = _read_between(words, position)
        if ranged is None:
            return None
        least, most, end = ranged
        return end, (least, least, most, "about" in kinds, "addition" in kinds, False)
    count = _read_count(words, position)
    if count is None:
        return None
    end, value, is_about = count.end, count.value, count.is_about or "about" in kinds
    low: int | None = value
    high: int | None = None if count.is_open else value
    is_change = start > 0 and words[start - 1] == "from"  # "rose from 12 to 34"
    if not is_change and (second := _read_range_end(words, count)) is not None:
        end, high = second.end, second.value
    if "least" in kinds:
        high = None
        if (upper := _read_upper(words, end)) is not None:
            end, high = upper.end, upper.value
    elif "most" in kinds:
        low, high = None, high if high is not None else value
    end, follows = _read_suffix(words, end)
    if follows == "open":
        high = None
    is_about = is_about or follows == "about"
    is_addition = "addition" in kinds or words[end : end + 1] in ([w] for w in _MORE)
    return end, (low, value, high, is_about, is_addition, count.is_open)


def _skip_prefixes(words: list[str], start: int) -> tuple[int, set[str]]:
    """Return the position after "at least", "another about" and the like, and what they were."""
    position, kinds = start, set()
    while (match := _phrase_at(words, position, _PREFIXES)) is not None:
        phrase, kind = match
        position += len(phrase)
        kinds.add(kind)
    return position, kinds


def _phrase_at(
    words: list[str], position: int, phrases: _Phrases
) -> tuple[tuple[str, ...], str] | None:
    """Return the longest of the phrases that stands at a position, with its kind."""
    if position >= len(words):
        return None
    for phrase, kind in phrases.get(words[position], ()):
        if tuple(words[position : position + len(phrase)]) == phrase:
            return phrase, kind
    return None


def _read_between(words: list[str], position: int) -> tuple[int, int, int] | None:
    """Read "between 10 and 15" (not "from 12 to 34", which tells of a change)."""
    first = _read_figure(words, position + 1)
    if first is None or words[first.end : first.end + 1] not in (["and"], ["to"], ["-"]):
        return None
    second = _read_figure(words, first.end + 1)
    if second is None or second.value < first.value:
        return None
    return first.value, second.value, second.end


def _read_count(words: list[str], position: int) -> _Count | None:
    """Read a count without modifiers, in figures or words, exact or vague."""
    return (
        _read_exact_phrase(words, position)
        or _read_figure(words, position)
        or _read_plural_unit(words, position)
        or _read_vague(words, position)
    )


def _read_exact_phrase(words: list[str], position: int) -> _Count | None:
    """Read "half a dozen", "a couple of", "both"."""
    match = _phrase_at(words, position, _EXACT)
    if match is None:
        return None
    phrase = match[0]
    value, end = _EXACT_PHRASES[" ".join(phrase)], position + len(phrase)
    if phrase[-1] in _SCALES:
        return _read_figure(words, position) or _Count(end, value)
    unit = _SCALES.get(words[end]) or _UNITS.get(words[end]) if end < len(words) else None
    return _Count(end, value) if unit is None else _Count(end + 1, value * unit)


def _read_vague(words: list[str], position: int) -> _Count | None:
    """Read "several", "a number of", "several hundred"."""
    match = _phrase_at(words, position, _VAGUE)
    if match is None:
        return None
    end = position + len(match[0])
    unit = _SCALES.get(words[end]) or _UNITS.get(words[end]) if end < len(words) else None
    if unit is not None:
        return _Count(end + 1, SEVERAL * unit, is_open=True)
    return _Count(end, SEVERAL, is_open=True)


def _read_plural_unit(words: list[str], position: int) -> _Count | None:
    """Read "dozens", "tens of thousands", "hundreds of thousands": one unit of each."""
    value = _PLURAL_UNITS.get(words[position]) if position < len(words) else None
    if value is None:
        return None
    end = position + 1
    while words[end : end + 1] == ["of"] and end + 1 < len(words):
        inner = _PLURAL_UNITS.get(words[end + 1])
        if inner is None:
            break
        value *= inner
        end += 2
    return _Count(end, value, is_open=True)


_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d+")
_DECIMAL = re.compile(r"\d+\.\d+")


def _read_figure(words: list[str], position: int) -> _Count | None:
    """Read an exact number: "1,200", "1 200", "1.2 million", "three hundred and fifty-five"."""
    if position >= len(words):
        return None
    digits = _read_digits(words, position)
    if digits is not None:
        return digits
    return _read_worded(words, position)


def _read_worded(words: list[str], position: int) -> _Count | None:
    """Read "a hundred and five", "three hundred and fifty-five", "two dozen"."""
    total, group, end = 0, 0, position
    if words[end] == "a" and words[end + 1 : end + 2] in _AFTER_ARTICLE:
        group, end = 1, end + 1
    while end < len(words):
        word = words[end]
        addend = _SMALL.get(word, _TENS.get(word))
        if word in {"and", "-"} and _continues(words, end, group or total):
            pass
        elif addend is not None and (end == position or _fits(group or total, addend)):
            group += addend
        elif word == "hundred" and group:
            group *= _SCALES[word]
        elif word in _SCALES and (group or total):
            total, group = total + group * _SCALES[word], 0
        elif word == "dozen" and group:
            return _Count(end + 1, (total + group) * _UNITS[word])
        else:
            break
        end += 1
    return _Count(end, total + group) if total + group else None


def _fits(current: int, addend: int) -> bool:
    """Whether a number word may continue a number: "twenty one" may, "three four" may not."""
    if addend >= _SMALL["ten"]:
        return current > addend and current % 100 == 0
    return current > addend and current % 10 == 0 and current % 100 != _SMALL["ten"]


def _continues(words: list[str], position: int, current: int) -> bool:
    """Whether "and" or a hyphen is within a number ("hundred and five"), not between two."""
    following = words[position + 1] if position + 1 < len(words) else ""
    addend = _SMALL.get(following) or _TENS.get(following)
    if words[position] == "-" and following in {"dozen", "hundred", "thousand"}:
        return True
    if addend is None or not _fits(current, addend):
        return False
    return words[position] == "-" or current >= _SCALES["hundred"]


def _read_digits(words: list[str], position: int) -> _Count | None:
    word = words[position].removesuffix("+")
    is_plus = word != words[position]
    if _DECIMAL.fullmatch(word):
        unit = _SCALES.get(words[position + 1]) if position + 1 < len(words) else None
        return None if unit is None else _Count(position + 2, round(float(word) * unit))
    if (compact := re.fullmatch(r"(\d+(?:\.\d+)?)k", word)) is not None:
        return _Count(position + 1, round(float(compact[1]) * _SCALES["thousand"]))
    if not _DIGITS.fullmatch(word) or not word.isascii():
        return None
    value, end = int(word.replace(",", "")), position + 1
    while (
        len(word) <= _THOUSANDS_GROUP
        and not word.startswith("0")
        and end < len(words)
        and re.fullmatch(r"\d{3}", words[end])
    ):
        value, end = value * 1000 + int(words[end]), end + 1
    while end < len(words) and words[end] in _SCALES:
        value, end = value * _SCALES[words[end]], end + 1
    if end < len(words) and words[end] == "dozen":
        value, end = value * _UNITS["dozen"], end + 1
    return _Count(end, value, is_open=is_plus)


def _read_range_end(words: list[str], first: _Count) -> _Count | None:
    """Read what makes a count a range: "10 to 15", "10-15", "two or three"."""
    joint = words[first.end] if first.end < len(words) else ""
    if joint not in {"to", "-", "\N{EN DASH}", "\N{EM DASH}", "or"}:
        return None
    second = _read_figure(words, first.end + 1)
    if second is None or second.value <= first.value:
        return None
    if joint == "or" and second.value > first.value * 2 + 1:
        return None
    return second


def _read_upper(words: list[str], end: int) -> _Count | None:
    """Read "and up to 15", "but possibly as many as 15" after a lower bound."""
    position = end
    while words[position : position + 1] in (["and"], ["but"], ["perhaps"], ["possibly"], [","]):
        position += 1
    after, kinds = _skip_prefixes(words, position)
    return _read_figure(words, after) if "most" in kinds and position > end else None


def _read_suffix(words: list[str], end: int) -> tuple[int, str]:
    """Read "or so", "or more" behind a count."""
    match = _phrase_at(words, end, _SUFFIXES)
    return (end, "") if match is None else (end + len(match[0]), match[1])
