"""JSONL and JSON: documents as objects with ``id``, ``title``, ``text``, ``published``.

Enters: the path of a file with one object a line, or of one with an object or a list of them.
Leaves: raw documents in the order of the file, one at a time. A line that is no document is
refused with its number, and the rest goes on. Keys other than the known ones are ignored.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from etl.issues import Issue, Severity
from etl.read.metadata import Given, read_issue, read_metadata
from etl.records import RawDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 20_000_000  # of one document, and of a file that is read as one
_KEYS = ("title", "published", "publisher", "url")
_MARK = b"\xef\xbb\xbf"


def read_jsonl(path: Path, name: str, given: Given) -> Iterator[RawDocument | Issue]:
    """Yield the documents of a JSONL file, and an issue for each line that is none."""
    number = items = 0
    with path.open("rb") as lines:
        while line := lines.readline(MOST_BYTES + 1):
            number += 1
            where = f"{name}:{number}"
            if len(line) > MOST_BYTES:
                _skip_line(lines.readline, line)
                message = f"the line is longer than {MOST_BYTES:,} bytes; split the document."
                yield read_issue(Severity.REFUSED, "too_large", where, message)
                items += 1
                continue
            line = line.removeprefix(_MARK) if number == 1 else line
            if not line.strip():
                continue
            items += 1
            yield from _read_line(line, where, given)
    if not items:
        yield empty_file(name)


def read_json(path: Path, name: str, given: Given) -> Iterator[RawDocument | Issue]:
    """Yield the document of a JSON file, or the documents of its list."""
    try:
        data = json.loads(path.read_bytes().removeprefix(_MARK))
    except (ValueError, RecursionError) as error:
        yield read_issue(Severity.REFUSED, "bad_json", name, f"no valid JSON ({str(error)[:80]}).")
        return
    if not isinstance(data, list):
        yield from _read_row(data, name, given, default_key=name)
        return
    for number, row in enumerate(data, 1):
        where = f"{name}:{number}"
        yield from _read_row(row, where, given, default_key=where)
    if not data:
        yield empty_file(name)


def empty_file(name: str) -> Issue:
    """Return the refusal of a file without content."""
    message = "the file is empty; fetch it again or take it out."
    return read_issue(Severity.REFUSED, "empty_file", name, message)


def _read_line(line: bytes, where: str, given: Given) -> Iterator[RawDocument | Issue]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        message = f"the line is no JSON in UTF-8 ({str(error)[:80]}); it was passed over."
        yield read_issue(Severity.REFUSED, "bad_line", where, message)
        return
    yield from _read_row(row, where, given, default_key=where)


def _read_row(
    row: Any,  # noqa: ANN401 - whatever JSON holds
    where: str,
    given: Given,
    *,
    default_key: str,
) -> Iterator[RawDocument | Issue]:
    """Yield the document of a parsed object, after the doubts about it."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        message = "no object with a text; it was passed over."
        yield read_issue(Severity.REFUSED, "bad_line", where, message)
        return
    key = row.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int) or key == "":
        key = default_key
    known = {name: row[name] for name in _KEYS if name in row}
    metadata, doubts = read_metadata(known, where, given, origin="source")
    yield from doubts
    yield RawDocument(source_key=str(key), text=row["text"], **asdict(metadata))


def _skip_line(readline: Any, line: bytes) -> None:  # noqa: ANN401 - a bound method of any file
    """Read on to the end of an over-long line, a piece at a time."""
    while line and not line.endswith(b"\n"):
        line = readline(MOST_BYTES)
