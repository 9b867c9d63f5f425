"""A text to passages: body sentences, headings, datelines and boilerplate, each with its span.

Enters: the text of a document. Leaves: passages in the order of the text, disjoint, stripped of
outer white space, and together all of the text that is no white space. Offsets are code points.
Body passages are numbered from 0 in ``sentence``; any other passage carries the number of the
body sentence that follows it. A bullet is boilerplate, so that its sentence begins after it; the
time stamp of a post is a dateline. Nothing is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace

from etl.codes import PassageKind
from etl.parse.boilerplate import find_credit, is_boilerplate
from etl.parse.datelines import find_dateline, find_label, find_time_stamp
from etl.parse.paragraphs import BULLET, ends_sentence, parse_paragraphs
from etl.parse.sentences import parse_sentences
from etl.records import Passage

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_LONGEST_HEADING = 160
_SHORT_HEADING, _TITLE_HEADING = 6, 22  # words
_FEWEST_WORDS = 4
# Words that a title writes in lower case.
_SMALL_WORDS = frozenset(
    "a an the of in on at to for from by with and or as over near after vs amid into off up out "
    "but nor per via than is its be no about against between under before until al el de la du "
    "du km et".split()
)
_UNFINISHED = (",", ";", "-", "–", "—", "&")


def parse_passages(text: str) -> list[Passage]:
    """Return every passage of a text, in its order."""
    paragraphs = parse_paragraphs(text)
    # Where nothing ends as a sentence does, as in a list of alerts, each line tells something.
    is_list = not any(ends_sentence(text[start:end]) for start, end in paragraphs)
    builder = _Builder(text, is_list=is_list)
    for number, (start, end) in enumerate(paragraphs):
        builder.add_paragraph(start, end, number)
    return _numbered(builder.passages)


class _Builder:
    """Cuts paragraphs into passages, knowing whether body text has been met."""

    def __init__(self, text: str, *, is_list: bool) -> None:
        self.text = text
        self.is_list = is_list
        self.passages: list[Passage] = []
        self.has_body = False

    def add_paragraph(self, start: int, end: int, number: int) -> None:
        """Cut one paragraph: what stands before it, then a heading or its sentences."""
        words = self.text[start:end] if end - start <= _LONGEST_HEADING * 4 else None
        if words is not None and is_boilerplate(words, is_line=True):
            self._add(start, end, PassageKind.BOILERPLATE, number)
            return
        if marker := _MARKDOWN_HEADING.match(self.text, start, end):
            self._add(start, marker.end(), PassageKind.BOILERPLATE, number)
            self._add(marker.end(), end, PassageKind.HEADING, number)
            return
        is_bullet = False
        if marker := BULLET.match(self.text, start, end):
            is_bullet = True
            self._add(start, marker.end(), PassageKind.BOILERPLATE, number)
            start = marker.end()
        start = self._add_prefixes(start, end, number)
        if start >= end:
            return
        if not is_bullet and self._is_heading(start, end):
            self._add(start, end, PassageKind.HEADING, number)
            return
        self._add_sentences(start, end, number)

    def _add_prefixes(self, start: int, end: int, number: int) -> int:
        """Add label, time stamp and dateline; return where the story goes on."""
        for find, kind in (
            (find_label, PassageKind.BOILERPLATE),
            (find_time_stamp, PassageKind.DATELINE),
        ):
            length = find(self.text[start : min(end, start + 200)])
            if length:
                self._add(start, start + length, kind, number)
                start += length
        head = self.text[start : min(end, start + 200)]
        length = find_dateline(head, is_first=not self.has_body)
        if length:
            self._add(start, start + length, PassageKind.DATELINE, number)
        return start + length

    def _add_sentences(self, start: int, end: int, number: int) -> None:
        """Add the sentences of a paragraph, and the credit that closes it, if any."""
        credit = find_credit(self.text[max(start, end - 1000) : end])
        story_end = end if credit is None else max(start, end - 1000) + credit
        for begin, stop in parse_sentences(self.text, start, story_end):
            kind = PassageKind.BODY
            if is_boilerplate(self.text[begin:stop], is_line=False):
                kind = PassageKind.BOILERPLATE
            self._add(begin, stop, kind, number)
        if story_end < end:
            self._add(story_end, end, PassageKind.BOILERPLATE, number)

    def _is_heading(self, start: int, end: int) -> bool:
        """Tell whether a paragraph is a heading: a short line that ends as no sentence does."""
        if end - start > _LONGEST_HEADING:
            return False
        line = " ".join(self.text[start:end].split())
        if ends_sentence(line) or line.endswith(_UNFINISHED):
            return False
        if len(parse_sentences(line, 0, len(line))) > 1:
            return False
        count = len(line.split())
        if self.is_list and count >= _FEWEST_WORDS:
            return False
        if line.endswith(":"):
            return count <= _SHORT_HEADING
        if ": " in line and count <= _SHORT_HEADING:
            return line.upper() == line  # "Killed: 12" is told, "NORTH KIVU: BENI" is none
        if not self.passages:
            return count <= _TITLE_HEADING  # the headline above the story
        return count <= _SHORT_HEADING or (count <= _TITLE_HEADING and _is_title(line))

    def _add(self, start: int, end: int, kind: PassageKind, paragraph: int) -> None:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        self.has_body = self.has_body or kind is PassageKind.BODY
        self.passages.append(Passage(start, end, kind, paragraph, 0))


def _is_title(line: str) -> bool:
    """Tell whether a line is written as titles are, or in capitals."""
    words = _WORD.findall(line)
    return bool(words) and all(w[0].isupper() or w.casefold() in _SMALL_WORDS for w in words)


def _numbered(passages: list[Passage]) -> list[Passage]:
    """Number the body sentences, and each other passage as the body sentence after it."""
    numbered: list[Passage] = []
    sentence = 0
    for passage in passages:
        numbered.append(replace(passage, sentence=sentence))
        sentence += passage.kind is PassageKind.BODY
    return numbered
