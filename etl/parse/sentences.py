"""A paragraph to sentences, by rule.

Enters: a text and the span of one paragraph. Leaves: spans of its sentences, stripped of outer
white space; every character that is no white space lies in one. Looks a bounded stretch back and
ahead at each full stop, so that the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP = re.compile(r"(?:[.!?…]|[。؟।])+[\"'”’»)\]}]*(?:\[\d{1,3}\])*")
_TOKEN = re.compile(r"[\w.'’&-]+\Z")
_OPENERS = "\"'“‘«([{¿¡"
_NEXT_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ARTICLE_NAME = re.compile(
    r"(?:al|el|an|as|ash|ad|ar|at|az|es|ed|ul|ibn|bin|de|d['’])[-‑ ]?(?=[A-Z])|[a-z][A-Z]"
)
_LOOK_BACK, _LOOK_AHEAD = 24, 64
_LONGEST = 2000  # characters; a parser gets no longer sentence, whatever the text is

# Abbreviations that stand before what they belong to, and so end no sentence.
_TITLES = frozenset(
    "mr mrs ms messrs dr drs prof gen col lt maj capt cpt sgt cpl pvt pfc spc adm cmdr cdr brig "
    "rep reps sen sens rev hon st ste ft mt msgr fr amb supt insp det const sec pte bro md mohd "
    "muhd abd sr sra supt dsp asp adc vs e.g i.e cf viz ca approx est gens cols insp sp ssgt tsgt "
    "msgt gy sub asst dep adj atty lt.-col lt.-gen maj.-gen brig.-gen ltc gp wg sqn".split()
)
# These stand before a number.
_BEFORE_NUMBER = frozenset(
    "no nos art arts fig figs vol vols pp p para paras ch res reg op nr num tel c dec feb jan mar "
    "apr jun jul aug sep sept oct nov secs sect".split()
)
_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
# These may end a sentence: they do so before a word that commonly begins one.
_AMBIGUOUS = frozenset(
    "inc corp co ltd bros llc plc etc al ave rd blvd hwy bldg dist prov mts dept govt gov intl "
    "natl univ assn bn bde regt div jr calif va ga pa fla tex ariz wash mass conn ill ind mich "
    "minn miss mo okla ore tenn wis wyo ala ark colo del kan la neb nev ph.d pres spokesm".split()
)
_STARTERS = frozenset(
    "the a an in on at he she it they we i you but and or however meanwhile this that these those "
    "there according after before since while when where also earlier later some many most more "
    "its his her their our one two three four five six seven eight nine ten another both all no "
    "not as for from by with to of if so then still yet despite although though because during "
    "under over about between among at least hours elsewhere separately nobody what who how why "
    "several dozens hundreds thousands each every last until once".split()
)
_AFTER_CLOCK = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december gmt utc est edt et ist pst pkt eat cet "
    "local today jan feb mar apr jun jul aug sept oct nov dec".split()
)
_SPEECH = frozenset("said says asked told added shouted cried wrote tweeted warned replied".split())


def parse_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ``text[start:end]``, in the order of the text."""
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _stops(text, start, end):
        _add(spans, text, begin, stop)
        begin = stop
    _add(spans, text, begin, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a sentence without its outer white space, in pieces where it is over-long."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in (" ", "\n", "\t"))
        cut = cut if cut > start else start + _LONGEST
        piece_end = cut
        while text[piece_end - 1].isspace():
            piece_end -= 1
        spans.append((start, piece_end))
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end before the end of the paragraph."""
    for match in _STOP.finditer(text, start, end):
        after = match.end()
        if after >= end:
            return
        if not text[after].isspace():
            if _lacks_space(text, match.start(), after, end):
                yield after
        elif _ends(text, match, start, end):
            yield after


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether the marks of a match, before white space, end a sentence."""
    following = text[match.end() : min(end, match.end() + _LOOK_AHEAD)].lstrip()
    ahead = following.lstrip(_OPENERS)
    if not ahead:
        return True
    if ahead[0].islower() and not _ARTICLE_NAME.match(ahead):
        return False
    mark = match[0].rstrip("\"'”’»)]}0123456789[")
    word = _next_word(ahead)
    if mark[-1:] in "!?؟":
        is_quote_told = match[0][-1] in "\"'”’»" and following[0] not in _OPENERS
        return not (is_quote_told and _is_told(ahead))
    if len(mark) > 1 or mark == "…":
        # " ... " within a sentence stands free; "the end... The" does not.
        return match.start() > start and not text[match.start() - 1].isspace()
    token = _token_before(text, match.start(), start)
    return not _is_abbreviation(token, ahead, word, closed=match[0] != mark)


def _is_abbreviation(token: str, ahead: str, word: str, *, closed: bool) -> bool:
    """Tell whether a full stop after ``token`` belongs to it and ends no sentence."""
    low = token.casefold()
    tail = low.rsplit("-", 1)[-1]
    is_number = ahead[0].isdigit()
    if low in ("a.m", "p.m"):
        return word in _AFTER_CLOCK
    if closed:
        return False
    if low in _TITLES or tail in _TITLES:
        return True
    if low in _BEFORE_NUMBER:
        return is_number
    if token[:1].isupper() and low in _WEEKDAYS:
        return is_number or word in _AFTER_CLOCK
    is_initial = len(token) == 1 and token.isupper()
    is_dotted = "." in token and all(len(part) <= 1 for part in low.split("."))
    if is_initial or is_dotted or low in _AMBIGUOUS:
        return not is_number and word not in _STARTERS
    return False


def _token_before(text: str, at: int, start: int) -> str:
    found = _TOKEN.search(text[max(start, at - _LOOK_BACK) : at])
    return found[0].lstrip("'’-.&") if found else ""


def _next_word(ahead: str) -> str:
    found = _NEXT_WORD.match(ahead)
    return found[0].casefold() if found else ""


def _is_told(ahead: str) -> bool:
    """Tell whether words go on with who spoke ("Smith said") after a quotation."""
    return any(word.strip(",.").casefold() in _SPEECH for word in ahead.split()[:4])


def _lacks_space(text: str, at: int, after: int, end: int) -> bool:
    """Tell whether a full stop without white space after it ends a sentence ("dead.The army")."""
    before, following = text[max(0, at - 3) : at], text[after : min(end, after + 16)]
    if len(before) < 3 or not (before.isalpha() and before.islower()):
        return False
    first = following.lstrip(_OPENERS).split()
    return bool(
        first
        and len(first[0]) < len(following)
        and first[0][0].isupper()
        and first[0].rstrip(",").casefold() in _STARTERS
    )
