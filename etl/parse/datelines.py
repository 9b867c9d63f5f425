"""Datelines: the words before a story's first sentence that tell where and when it was filed.

Enters: the beginning of a paragraph. Leaves: how long its dateline is ("BAGHDAD (UW) — ",
"SIDON, Sept 23 - ", "Daraa, LNSA – ", "08:10 - "), and the full date that it gives, if any. A
capitalised word alone is a dateline only in front of a mark that sets it apart; names in lower
case need a date, an agency, or the first place in the text.
"""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DATE = re.compile(
    rf"{_WEEKDAY}(?:(?P<month>{_MONTH}) (?P<day>{_DAY})\b(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    rf"|(?P<day2>{_DAY}) (?P<month2>{_MONTH})(?:,? (?P<year2>(?:19|20)\d\d|\d\d(?= \(| --))\b)?"
    r"|(?P<iso>\d{4}-\d\d-\d\d))",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_](?:[\w'’`ʿ‘]|[-/.](?=\w))*\.?"
_WORD = re.compile(_NAME)
_PARENTHESIS = re.compile(r"\s?\([^()\n]{1,60}\)")
_BRACKET = re.compile(r"\s*\[[^\[\]]{1,120}\]")
_SEPARATOR = re.compile(r"\s*(?:--+|[—–―]|-(?=\s))\s*|\s*:(?=\s)\s*|\s*-(?=[A-Z])")
_TIME_STAMP = re.compile(
    r"\[?(?:\d{1,2}:\d{2}(?::\d\d)?|\d{4}(?= GMT| UTC))(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?(?:GMT|UTC|local time|local|[A-Z]{2,4}T))?\]?"
)
_TIME_END = re.compile(r"\s*(?:[-–—:|]+\s+|\n|$)")
_REGION = re.compile(r"[A-Z][\w'’.-]*(?: (?:of |the |al-)?[A-Z][\w'’.-]*){0,3}")
_COMMA = re.compile(r"\s?,\s?|\s/\s|\s")
_LINE_END = re.compile(r"\s*(?:\n|$)")
_SITE = re.compile(
    r"\.(?:com|net|org)\b|\b(?:News|Agency|Press|Times|Observer|Post)\b", re.IGNORECASE
)
# Wire copy whose case cannot be told by: "Guatemala city, 10 Sep 89 (AFP) -- [text] ".
_FILED = re.compile(
    rf"[^\W\d_][^\n,.;:]{{1,40}}(?:\([^()\n]{{1,30}}\))?, (?:no date|{_DAY} {_MONTH} \d{{2,4}})"
    r"(?: \([^()]{1,80}\))?\s--\s(?:\s*\[[^\[\]]{1,120}\])*",
    re.IGNORECASE,
)
_LOOK_AHEAD = 200
_MOST_WORDS = 5
_SHORTEST_NAME = 4
_TWO_DIGIT_PIVOT = 70

# Words in capitals, or before a colon, that are no place.
_NO_PLACE = frozenset(
    "un unhcr unicef who idf isil isis is pkk ypg sdf nato au eu rsf lna gna farc eln ttp ltte "
    "ocha isaf amisom monusco icrc wfp hrw cia fbi fsb un us uk note analysis exclusive opinion "
    "explainer factbox timeline correction corrections clarification source sources summary total "
    "police army officials official report reports witnesses witness update video photos photo "
    "watch live breaking alert ministry spokesman editor question answer background expected "
    "highlights context comment interview warning reporter press release statement".split()
)
_LABELS = re.compile(
    r"(?:PRESS RELEASE|BREAKING(?: NEWS)?|EXCLUSIVE|UPDATED?|LIVE(?: UPDATES?)?|WATCH|CORRECTION"
    r"|URGENT|FLASH|NEWS ALERT|ALERT|ANALYSIS|FACTBOX|TIMELINE|EXPLAINER|OPINION)(?: \d{1,2})?"
    r"(?:\s*[—–:|]\s*|\s+--?\s+)(?=\S)"
)
_PARTICLES = frozenset("de del la el al of and sur the i du des".split())


def find_label(head: str) -> int:
    """Return how long a label that stands before the story is ("PRESS RELEASE - "), or 0."""
    found = _LABELS.match(head)
    return found.end() if found else 0


def find_time_stamp(head: str) -> int:
    """Return how long the time stamp of a post is ("08:10 - "), or 0."""
    stamp = _TIME_STAMP.match(head)
    end = _TIME_END.match(head, stamp.end()) if stamp else None
    return end.end() if end else 0


def find_dateline(head: str, *, is_first: bool) -> int:
    """Return how long the dateline at the beginning of a paragraph is, or 0 for none.

    ``is_first`` tells that no body text stands before it, where looser forms are datelines too.
    """
    head = head[:_LOOK_AHEAD]
    if head.startswith("("):  # "(Beirut) – The government"
        opening = _PARENTHESIS.match(head)
        end = _SEPARATOR.match(head, opening.end()) if opening else None
        return end.end() if end and is_first and head[1:2].isupper() else 0
    if filed := _FILED.match(head):
        return filed.end()
    if day := _DATE.match(head):  # "May 15 (Reuters) - A strike": a day, an agency, no place
        at = day.end()
        agency = _PARENTHESIS.match(head, at)
        end = _SEPARATOR.match(head, agency.end() if agency else at)
        return end.end() if end and (agency or is_first) else 0
    names = _place_words(head)
    if not names:
        return 0
    is_capitals = sum(len(n) for n, _ in names if _is_capitals(n)) > 1 and _is_capitals(names[0][0])
    at = names[-1][1]
    if names[-1][0].endswith(".") and is_capitals:
        return _after_full_stop(head, names)
    at, marks = _pieces(head, at)
    return _accept(head, at, names, marks, is_capitals=is_capitals, is_first=is_first)


def find_full_date(words: str, *, anchored: bool = False) -> date | None:
    """Return the first date with day, month and year in words (at their beginning), or None."""
    if anchored:
        found = _DATE.match(words)
        return _as_date(found) if found else None
    for found in _DATE.finditer(words):
        day = _as_date(found)
        if day is not None:
            return day
    return None


def _accept(
    head: str,
    at: int,
    names: list[tuple[str, int]],
    marks: set[str],
    *,
    is_capitals: bool,
    is_first: bool,
) -> int:
    """Return where the dateline ends, given its pieces up to ``at``, or 0."""
    words = [name.casefold().strip(".") for name, _ in names]
    separator = _SEPARATOR.match(head, at)
    if "note" in marks:
        return at
    if separator is None:
        is_filed = "date" in marks or ("agency" in marks and is_capitals and is_first)
        is_line = is_filed and _LINE_END.match(head, at)
        is_site = "site" in marks and head[at : at + 1] == " "
        return at if is_line or is_site else 0
    rest = head[separator.end() :]
    if marks & {"date", "site"} or ("agency" in marks and (is_capitals or is_first)):
        return separator.end()
    if not rest.lstrip("\"'“‘")[:1].isupper() and not rest[:1].isdigit():
        return 0
    if any(word in _NO_PLACE for word in words):
        return 0
    if is_capitals:
        is_long = sum(map(len, words)) >= _SHORTEST_NAME
        return separator.end() if is_long or (is_first and "region" in marks) else 0
    is_short = len(names) <= 3 and all(name[:1].isupper() for name, _ in names)
    if not (is_first and is_short):
        return 0
    is_dash = ":" not in separator[0]
    return separator.end() if is_dash or len(names) <= 2 else 0


def _place_words(head: str) -> list[tuple[str, int]]:
    """Return the words of the name at the beginning, each with its end."""
    names: list[tuple[str, int]] = []
    at = 0
    while len(names) < _MOST_WORDS:
        word = _WORD.match(head, at)
        if word is None:
            break
        is_capitals = _is_capitals(word[0])
        is_particle = word[0] in _PARTICLES and bool(names)
        if names and _is_capitals(names[0][0]) and not (is_capitals or is_particle):
            break
        if not (word[0][0].isupper() or is_particle or word[0][:3] in ("al-", "el-")):
            break
        names.append((word[0], word.end()))
        if head[word.end() : word.end() + 1] != " ":
            break
        at = word.end() + 1
    return names


def _pieces(head: str, at: int) -> tuple[int, set[str]]:
    """Step over region, date, agency and bracketed notes; return the end and what was seen."""
    marks: set[str] = set()
    for _ in range(6):
        comma = _COMMA.match(head, at)
        step = comma.end() if comma else at
        found: re.Match[str] | None
        if comma and (found := _DATE.match(head, step)):
            marks.add("date")
        elif found := _PARENTHESIS.match(head, at):
            marks |= {"date"} if _DATE.search(found[0]) else {"agency"}
            marks |= {"site"} if _SITE.search(found[0]) else set()
        elif (found := _BRACKET.match(head, at)) and marks:
            pass
        elif comma and comma[0].strip() == "," and (found := _region(head, step)):
            marks.add("region")
        else:
            break
        at = found.end()
    separator = _SEPARATOR.match(head, at)
    if separator and "date" in marks and "agency" in marks:  # "(Efe) -- [text] Ricardo"
        at = separator.end()
        while note := _BRACKET.match(head, at):
            at = note.end()
        return (separator.start(), marks) if at == separator.end() else (at, marks | {"note"})
    return at, marks


def _region(head: str, at: int) -> re.Match[str] | None:
    """Match up to four capitalised words after a comma ("Palestinian Territories", "LNSA")."""
    return _REGION.match(head, at)


def _after_full_stop(head: str, names: list[tuple[str, int]]) -> int:
    """Return the end of "OUHAM-PENDE. " before a sentence in lower case, or 0."""
    at = names[-1][1]
    letters = sum(c.isalpha() for name, _ in names for c in name)
    if letters < _SHORTEST_NAME or names[-1][0].count(".") > 1:
        return 0
    if any(name.casefold().strip(".") in _NO_PLACE for name, _ in names):
        return 0
    following = head[at : at + 12].split()
    is_sentence = bool(following) and following[0][0].isupper() and not _is_capitals(following[0])
    return at + 1 if is_sentence and head[at : at + 1] == " " else 0


def _is_capitals(word: str) -> bool:
    """Tell whether a word is in capitals throughout, joining particles aside (MAZAR-i-SHARIF)."""
    parts = [part for part in re.split(r"[-/'’.]", word) if part]
    big = [part for part in parts if part.upper() == part and any(c.isalpha() for c in part)]
    small = [part for part in parts if part.upper() != part]
    return bool(big) and all(len(part) <= 2 for part in small)


def _as_date(found: re.Match[str]) -> date | None:
    if found["iso"]:
        try:
            return date.fromisoformat(found["iso"])
        except ValueError:
            return None
    stated = found["year"] or found["year2"]
    if stated is None:
        return None
    name = (found["month"] or found["month2"]).casefold()[:3]
    month = next(i for i, full in enumerate(MONTHS, 1) if full.startswith(name))
    day = int(re.match(r"\d+", found["day"] or found["day2"])[0])  # type: ignore[index]
    year = int(stated)
    if len(stated) == 2:
        year += 1900 if year >= _TWO_DIGIT_PIVOT else 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None
