"""What the command line writes: messages, marked words, and nothing that steers a terminal.

Results go to standard output, messages to standard error through ``LOG``.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from etl.issues import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from etl.issues import Issue

LOG = logging.getLogger("diurna")
# Controls but tab and line feed, direction overrides, zero-width marks, lone surrogates.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
ISSUES_SHOWN = 10


def printable(text: str) -> str:
    """Return text in which every character that could steer a terminal is spelt out."""
    return _STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}" if m[0] != "\r" else "", text)


def one_line(text: str) -> str:
    """Return text as one printable line."""
    return printable(" ".join(text.split()))


def shorten(text: str, width: int) -> str:
    """Return text as one printable line of at most ``width`` characters."""
    line = one_line(text)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def count_of(number: int, noun: str) -> str:
    """Return a number with its noun in the singular or the plural."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def has_colours(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that wants colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def emphasize(text: str, stream: TextIO | None = None) -> str:
    """Return text in bold where the stream is a terminal."""
    return f"\x1b[1m{text}\x1b[0m" if has_colours(stream or sys.stdout) else text


def mark_spans(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``text[start:end]`` on one line with the spans in it marked (bold, or [brackets])."""
    marked: list[list[int]] = []
    for low, high in sorted((max(s, start), min(e, end)) for s, e in spans):
        if low >= high:
            continue
        if marked and low <= marked[-1][1]:
            marked[-1][1] = max(marked[-1][1], high)
        else:
            marked.append([low, high])
    left, right = ("\x1b[1m", "\x1b[0m") if has_colours(sys.stdout) else ("[", "]")
    parts, at = [], start
    for low, high in marked:
        parts += [printable(text[at:low]), left, printable(text[low:high]), right]
        at = high
    parts.append(printable(text[at:end]))
    return " ".join("".join(parts).split())


class JsonFormatter(logging.Formatter):
    """One JSON object a message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message with its level, its moment and the fields given with it."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields = getattr(record, "fields", {})
        row = {"at": at, "level": record.levelname.lower(), "message": record.getMessage()}
        return json.dumps({**row, **fields})


class TextFormatter(logging.Formatter):
    """One printable line a message; errors and warnings say which program speaks."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = one_line(record.getMessage())
        return line if record.levelno < logging.WARNING else f"diurna: {line}"


def configure_messages(log_format: str) -> None:
    """Send messages to standard error in the format asked for, and nothing of libraries."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if log_format == "json" else TextFormatter())
    LOG.handlers[:] = [handler]
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def tell_issues(issues: Iterable[Issue]) -> None:
    """Write the first issues of each code, refusals as warnings, and how many more there are."""
    shown: dict[str, int] = {}
    for issue in issues:
        shown[issue.code] = shown.get(issue.code, 0) + 1
        if shown[issue.code] <= ISSUES_SHOWN or is_json():
            level = logging.WARNING if issue.severity is Severity.REFUSED else logging.INFO
            fields = {"code": issue.code, "stage": issue.stage, "source_key": issue.source_key}
            LOG.log(level, "%s", issue.message, extra={"fields": fields})
    for code, number in shown.items():
        if number > ISSUES_SHOWN and not is_json():
            LOG.info("%s more of the kind %s", f"{number - ISSUES_SHOWN:,}", code)


def is_json() -> bool:
    """Return whether messages are written for machines."""
    return any(isinstance(handler.formatter, JsonFormatter) for handler in LOG.handlers)
