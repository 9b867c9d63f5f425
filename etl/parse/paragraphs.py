"""Lines to paragraphs: where a line break ends a paragraph and where it is mere wrapping.

Enters: a text. Leaves: half-open spans of its paragraphs, stripped of outer white space; every
character that is no white space lies in one. A blank line, a bullet, a time stamp and an indent
end a paragraph. A single line break does so too, unless the text is hard-wrapped, as old wire
copy is. Nothing is refused.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
BULLET = re.compile(
    r"(?:[•·▪▫◦‣●○■□►➢✓*+>–—-]|--|\(?\d{1,2}[.)]|\([a-z]{1,4}\)|[a-z]\))[ \t\xa0]+(?=\S)"
)
_TIME_STAMP = re.compile(r"\[?\d{1,2}:\d{2}\b")
_FIRST_WORD = re.compile(r"\S{1,40}")
_FINAL = ".!?…:"
_CLOSERS = "\"'”’»)]"

# A wrapped line is one into which the next line's first word would not have gone. Typists and
# programs leave some slack; columns narrower or wider than these are no wrapping.
_NARROWEST, _WIDEST, _SLACK = 30, 132, 0.85
_WRAPPED_SHARE = 0.3
_CAPITALS_SHARE = 0.7
_FEWEST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something in it; ``gap`` tells that a blank line stands before it."""

    start: int
    end: int
    indent: int
    gap: bool
    words: str

    @property
    def width(self) -> int:
        return self.indent + len(self.words)

    @property
    def is_finished(self) -> bool:
        """Whether the line ends as a sentence ends."""
        return self.words.rstrip(_CLOSERS).endswith(tuple(_FINAL))


def parse_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs in the order of the text."""
    lines = _lines(text)
    if not lines:
        return []
    width = _wrap_width(lines)
    spans: list[tuple[int, int]] = []
    start, end = lines[0].start, lines[0].end
    for before, line in itertools.pairwise(lines):
        if _is_continued(before, line, width):
            end = line.end
        else:
            spans.append((start, end))
            start, end = line.start, line.end
    spans.append((start, end))
    return spans


def ends_sentence(words: str) -> bool:
    """Tell whether words end with a mark that ends a sentence, closing quotes aside."""
    return words.rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        indent = len(match[0]) - len(match[0].lstrip())
        start = match.start() + indent
        breaks = 0
        for _ in _BREAK.finditer(text, last_end, match.start()):
            breaks += 1
        end = start + len(words)
        lines.append(_Line(start, end, indent, breaks > 1, words))
        last_end = end
    return lines


def _wrap_width(lines: list[_Line]) -> int | None:
    """Return the column at which the text was wrapped, or None where it was not."""
    pairs = [
        (before, line)
        for before, line in itertools.pairwise(lines)
        if not line.gap and before.width <= _WIDEST
    ]
    broken = [before for before, line in pairs if _continues_in_lower_case(before, line)]
    if broken and len(broken) >= _WRAPPED_SHARE * len(pairs):
        width = max(line.width for line in broken)
        return width if width >= _NARROWEST else None
    # Old wire copy in capitals has no lower case to go by: then most lines must be full.
    if len(pairs) >= _FEWEST_PAIRS and not any(c.islower() for line in lines for c in line.words):
        width = max(before.width for before, _ in pairs)
        full = sum(_is_full(before, line, width) for before, line in pairs)
        if width >= _NARROWEST and full >= _CAPITALS_SHARE * len(pairs):
            return width
    return None


def _continues_in_lower_case(before: _Line, line: _Line) -> bool:
    return not before.is_finished and line.words[0].islower() and not BULLET.match(line.words)


def _is_full(before: _Line, line: _Line, width: int) -> bool:
    first = _FIRST_WORD.match(line.words)
    return before.width + 1 + len(first[0] if first else "") > _SLACK * width


def _is_continued(before: _Line, line: _Line, width: int | None) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it."""
    if line.gap:
        return False
    if width is None:
        return _continues_in_lower_case(before, line)
    is_full = _is_full(before, line, width) and before.width <= _WIDEST
    if BULLET.match(line.words) or _TIME_STAMP.match(line.words):
        return is_full and not before.is_finished  # a wrapped "on June\n12. The army"
    if line.indent > before.indent + 1 and not BULLET.match(before.words):
        return is_full and not before.is_finished
    return is_full or _continues_in_lower_case(before, line)
