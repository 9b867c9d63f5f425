"""What a page or an agency adds around the story: buttons, credits, notices, counts.

Enters: a line or a sentence. Leaves: whether it is boilerplate. The phrases are data, in
``seeds/reference/boilerplate.csv``; shapes that no list can hold (counts, addresses, credits with
a name in them) are patterns here.
"""

from __future__ import annotations

import re
from functools import cache

from etl.reference import read_reference

_SHAPES = re.compile(
    r"(?:©|\(c\) ?(?:19|20)\d\d|copyright\b"
    r"|(?:https?://|www\.)\S+\s*\Z|\S{1,60}@\S{1,60}\.\S{1,20}\Z"
    r"|[\d,.]{1,9}[km]? (?:comments?|shares?|views?|likes?|retweets?|reads?)\W*\Z"
    r"|\d{1,3}[- ]min(?:ute)?s? read\W*\Z|-?\s?\d{0,4}\s?-?\s?(?:ends?|30)\s?-\Z"
    r"|\[[^\[\]]{1,30}\]\Z"
    r"|page \d{1,4}(?: of \d{1,4})?\Z"
    r"|[(\[](?:(?:additional |with )?reporting|writing|editing|compiled|edited|written) by\b"
    r"|(?:additional reporting|editing|writing) by\b"
    r"|[(\[]?(?:file |archive )?(?:photo|image|picture|photograph|video|credit|graphic)s?"
    r"(?: credit)?\s?(?::|/|\|| by | courtesy ))",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[](?:(?:additional |with )?reporting|writing|editing|compiled|edited|written) by\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"[Bb][Yy] (?!the |a |an )[A-Z][\w'’.-]*(?: (?:and |al-|bin |de )?[A-Z][\w'’.-]*){1,5}"
    r"(?:,? (?:in|for|at) [A-Z][\w'’. -]{1,40})?\Z"
)
_LONGEST = 400
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})


def is_boilerplate(words: str, *, is_line: bool) -> bool:
    """Tell whether a line, or a sentence within a paragraph, is no part of the story.

    Stretches without any letter or digit are boilerplate too; of a sentence only whole phrases
    and the patterns count, for a story may well begin a sentence with "Read".
    """
    if not any(c.isalnum() for c in words):
        return True
    if len(words) > _LONGEST:
        return False
    plain = " ".join(words.translate(_QUOTES).casefold().split())
    whole, starts = _phrases()
    if plain.strip(" .:!|»>→…-–*") in whole or _SHAPES.match(plain):
        return True
    if not is_line:
        return False
    first = plain.split(None, 1)[0].strip(":")
    return any(plain.startswith(p) for p in starts.get(first, ())) or bool(_BYLINE.match(words))


def find_credit(words: str) -> int | None:
    """Return where the agency's closing credit begins ("(Reporting by …"), or None."""
    found = _CREDIT.search(words)
    return found.start() if found else None


@cache
def _phrases() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Return phrases that are boilerplate as a whole, and beginnings by their first word."""
    whole: set[str] = set()
    starts: dict[str, tuple[str, ...]] = {}
    for row in read_reference("boilerplate.csv"):
        phrase = row["words"].casefold()
        if row["match"] == "whole":
            whole.add(phrase)
        else:
            first = phrase.split(None, 1)[0].strip(":")
            starts[first] = (*starts.get(first, ()), phrase)
    return frozenset(whole), starts
