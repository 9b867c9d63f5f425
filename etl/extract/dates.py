"""Expressions of time, with a meaning that does not depend on the day of publication.

Enters: parsed sentences. Leaves: one ``DateMention`` for each expression, in the order of the
text, for ``etl.resolve.dates`` to turn into days. Ages, times of the clock and lengths that are no
time of an event are not mentioned; nothing is guessed from the clock.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.extract.date_patterns import Atom, find_atoms
from etl.extract.date_words import count_of
from etl.records import DateMeaning, DateMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from etl.records import Sentence

_ASIDE_GAP = re.compile(r"\s*[(,]\s*")
_MEASURE = re.compile(
    r"(?:in\s+|over\s+|during\s+)?the\s+(?:(?P<num>[\w-]+)\s+)?(?P<unit>hour|day|week|month)s?\s+"
    r"(?P<way>ending|ended|to|up\s+to|until|of|beginning|starting|from)\s+(?:on\s+|the\s+)?$",
    re.IGNORECASE,
)
_RANGE_GAP = re.compile(r"\s*(?:to|until|till|through|into|[-–—])\s*(?:on\s+)?", re.IGNORECASE)
_AND_GAP = re.compile(r"\s*(?:and|to)\s+(?:on\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:between|from|(?:over)?night\s+(?:of|from|between)|nights?\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RANGE_START = re.compile(
    r"(?:(?:on\s+|in\s+)?(?:the\s+)?(?:over)?night\s+(?:of|from|between)\s+|between\s+|from\s+)"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:ever\s+)?since\s+(?:(?:the\s+(?:start|beginning|onset|eve)\s+of|the|on|at\s+least)\s+)*$",
    re.IGNORECASE,
)
_SINCE_CLAUSE = re.compile(r"\bsince\s+[^,;.]{0,80}$", re.IGNORECASE)
_SINCE_DAWN = re.compile(
    r"\bsince\s+(?:early\s+|this\s+)?(?:dawn|morning|noon|daybreak|midnight)\b", re.IGNORECASE
)
_RELATION = re.compile(
    r"\b(?P<word>until|till|by|before|after|ahead\s+of|prior\s+to)\s+(?:(?:the|on|early|late)\s+)*$",
    re.IGNORECASE,
)
_LASTED = re.compile(
    r"(?:,?\s+(?:and|which|that)\s+|\s+)(?:lasted|went\s+on|continued|raged)\s+(?:for\s+)?"
    r"(?P<num>\w+)\s+(?P<unit>day|week)s?\b",
    re.IGNORECASE,
)
_DATELINE_HEAD = re.compile(r"^\W*[A-Z][\w.'’-]*(?:[ /][\w.'’()-]+)*(?:,[ \w.'’()-]+)*,?\s*$")
_DATELINE_TAIL = re.compile(r"^\)?\s*(?:\([^)]{1,40}\)|/[^/]{1,40}/)?\s*(?:--|[-–—:])\s")
_WILL = {"will", "shall", "would"}
_INTENDING = {
    "plan", "expect", "schedule", "intend", "prepare", "set", "due", "slate", "poise", "aim",
    "promise", "threaten", "vow", "pledge", "be", "ready", "call",
}  # fmt: skip
_SCHEDULED = {"scheduled", "expected", "due", "planned", "slated"}
_CLIMB = 8


def extract_dates(sentences: Sequence[Sentence]) -> list[DateMention]:
    """Return every expression of time of a document's sentences, each with its span."""
    mentions: list[DateMention] = []
    for sentence in sentences:
        text = sentence.text
        atoms = _join(text, find_atoms(text))
        mentions.extend(_mention(sentence, text, atom) for atom in atoms)
    return mentions


def _mention(sentence: Sentence, text: str, atom: Atom) -> DateMention:
    before = text[: atom.start]
    relation = _RELATION.search(before)
    word = None
    if relation is not None:
        word = "before" if relation["word"][0] in "aApP" else relation["word"].lower()
        word = {"till": "until"}.get(word, word)
        if relation["word"].lower() == "after":
            word = "after"
    elif (
        atom.meaning.day and _DATELINE_HEAD.match(before) and _DATELINE_TAIL.match(text[atom.end :])
    ):
        word = "dateline"
    return DateMention(
        start=sentence.start + atom.start,
        end=sentence.start + atom.end,
        text=text[atom.start : atom.end],
        sentence=sentence.index,
        meaning=atom.meaning,
        relation=word,
        is_spell=atom.is_spell,
        is_forward=_is_forward(sentence, atom),
    )


# ---- from single expressions to spans --------------------------------------------------------


def _join(text: str, atoms: list[Atom]) -> list[Atom]:
    """Return atoms with "from A to B", "since A", "for two days from A" made one."""
    joined: list[Atom] = []
    position = 0
    while position < len(atoms):
        atom, after = _measured(text, atoms[position]), atoms[position + 1 : position + 2]
        pair = _pair(text, atom, after[0]) if after else None
        if pair is not None:
            joined.append(pair)
            position += 2
            continue
        since = atoms[position - 1].end if position else 0
        joined.extend(_since(text, _lasting(text, atom), since))
        position += 1
    return sorted(joined + _since_dawn(text, joined), key=lambda a: (a.start, a.end))


def _measured(text: str, atom: Atom) -> Atom:
    """Return "the week to 12 May", "the 24 hours to Monday" as a spell, other atoms unchanged."""
    lead = _MEASURE.search(text[: atom.start])
    if lead is None or atom.meaning.kind not in {"calendar", "weekday"} or atom.is_spell:
        return atom
    unit, way = lead["unit"].lower(), lead["way"].lower()
    count = count_of(lead["num"] or "one")
    if count is None or (way == "of" and unit != "week") or atom.meaning.part:
        return atom
    if unit == "hour":  # 24 hours touch two days
        unit, count = "day", max(2, count // 24 + 1)
    is_start = way in {"of", "beginning", "starting", "from"}
    first, last = (atom.meaning, None) if is_start else (None, atom.meaning)
    meaning = DateMeaning("spell", unit=unit, count=count, first=first, last=last)
    return Atom(lead.start(), atom.end, meaning, is_spell=True)


def _pair(text: str, one: Atom, two: Atom) -> Atom | None:
    """Return the span of two atoms that words join, or None."""
    gap, before = text[one.end : two.start], text[: one.start]
    if _ASIDE_GAP.fullmatch(gap):  # "Friday (March 15)" is the date, "March 15 (Friday)" too
        exact = [a for a in (one, two) if a.meaning.kind == "calendar" and a.meaning.day]
        if len(exact) == 1 and {one.meaning.kind, two.meaning.kind} == {"calendar", "weekday"}:
            closes = text[one.end : two.end].count("(") and text[two.end : two.end + 1] == ")"
            return Atom(one.start, two.end + bool(closes), exact[0].meaning)
    is_named = {one.meaning.kind, two.meaning.kind} <= _NAMED
    if one.meaning.kind == "spell" and one.meaning.first is None:
        return _anchored_spell(text, one, two)
    if not is_named:
        return None
    opening = _BETWEEN.search(before)
    if not (_RANGE_GAP.fullmatch(gap) or (opening and _AND_GAP.fullmatch(gap))):
        return None
    start = _RANGE_START.search(before)
    meaning = DateMeaning("span", first=one.meaning, last=two.meaning)
    return Atom(start.start() if start else one.start, two.end, meaning, is_spell=True)


_NAMED = {"calendar", "weekday", "day", "feast", "season", "period", "told"}
_FROM_GAP = re.compile(
    r",?\s+(?:from|since|starting|beginning)\s+(?:on\s+)?(?:the\s+)?", re.IGNORECASE
)
_ENDING_GAP = re.compile(
    r"(?:,?\s+(?:that\s+ended\s+|ending\s+|until\s+|to\s+)?(?:on\s+|in\s+)?)?", re.IGNORECASE
)


def _anchored_spell(text: str, spell: Atom, day: Atom) -> Atom | None:
    """Return "three days from Thursday" or "a third day on Friday" as one spell."""
    gap, old = text[spell.end : day.start], spell.meaning
    if day.meaning.kind not in {"calendar", "weekday", "day", "told"}:
        return None
    if _FROM_GAP.fullmatch(gap):
        meaning = DateMeaning("spell", unit=old.unit, count=old.count, first=day.meaning)
    elif _ENDING_GAP.fullmatch(gap):
        meaning = DateMeaning("spell", unit=old.unit, count=old.count, last=day.meaning)
    else:
        return None
    return Atom(spell.start, day.end, meaning, is_spell=True)


def _lasting(text: str, atom: Atom) -> Atom:
    """Return "began on 24 March and lasted four days" as a spell, any other atom unchanged."""
    tail = _LASTED.match(text[atom.end :])
    if tail is None or atom.meaning.kind not in {"calendar", "weekday", "day"}:
        return atom
    count = count_of(tail["num"])
    if count is None:
        return atom
    meaning = DateMeaning("spell", unit=tail["unit"].lower(), count=count, first=atom.meaning)
    return Atom(atom.start, atom.end + tail.end(), meaning, is_spell=True)


def _since(text: str, atom: Atom, after: int) -> list[Atom]:
    """Return "since Monday" as a spell up to publication, any other atom unchanged.

    "Since the war broke out in April" gives the spell and, within it, the month of its clause,
    unless another expression ends, at ``after``, between the two.
    """
    if atom.meaning.kind not in _NAMED | {"ago", "decade"}:
        return [atom]
    before = text[: atom.start]
    spell = DateMeaning("since", first=atom.meaning)
    direct = _SINCE.search(before)
    if direct is not None:
        return [Atom(direct.start(), atom.end, spell, is_spell=True)]
    clause = _SINCE_CLAUSE.search(before)
    if clause is not None and clause.start() >= after:
        return [Atom(clause.start(), atom.end, spell, is_spell=True), atom]
    return [atom]


def _since_dawn(text: str, others: list[Atom]) -> list[Atom]:
    """Return "since dawn": a spell within the day of publication."""
    return [
        Atom(match.start(), match.end(), DateMeaning("told", unit="hour", count=0))
        for match in _SINCE_DAWN.finditer(text)
        if not any(o.start < match.end() and match.start() < o.end for o in others)
    ]


# ---- what the syntax says --------------------------------------------------------------------


def _is_forward(sentence: Sentence, atom: Atom) -> bool:
    """Say whether the verb that the expression depends on speaks of the future."""
    if atom.meaning.kind == "window" and atom.meaning.name == "coming":
        return True
    if _is_set_for(sentence.text, atom):
        return True
    tokens = sentence.tokens_in(sentence.start + atom.start, sentence.start + atom.end)
    if not tokens:
        return False
    token: Token = tokens[0].doc[tokens[-1].i]
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"}:
            return _speaks_of_future(token)
        if token.lower_ in _SCHEDULED and token.i < tokens[0].i:
            return True
        if token.head is token:
            return False
        token = token.head
    return False


def _is_set_for(text: str, atom: Atom) -> bool:
    """Say whether something is called, set or planned "for Saturday"."""
    is_day = atom.meaning.kind in {"weekday", "calendar"} and not atom.is_spell
    is_owner = text[atom.end :].startswith(("'s", "’s"))
    return is_day and not is_owner and text[: atom.start].endswith((" for ", " for the "))


def _speaks_of_future(verb: Token) -> bool:
    if any(c.dep_ in {"aux", "auxpass"} and c.lower_ in _WILL for c in verb.children):
        return not any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    if verb.lower_ in _SCHEDULED and any(c.lower_ in {"for", "on"} for c in verb.children):
        return True
    is_infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return (
        is_infinitive
        and verb.dep_ == "xcomp"
        and verb.head.lemma_.lower() in _INTENDING
        and not any(c.dep_ == "aux" and c.lower_ in {"have", "had"} for c in verb.children)
    )
