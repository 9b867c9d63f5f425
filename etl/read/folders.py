"""Folders, and what a pattern matches, as paths in an order that does not change.

Enters: the path of a folder, or a pattern. Leaves: the files below it that can be read, folder by
folder, by name. Hidden files and links to folders are passed over; other kinds of files are
counted, so that nothing is left out unsaid.
"""

from __future__ import annotations

import os
from collections import Counter
from glob import iglob
from pathlib import Path
from typing import TYPE_CHECKING

from etl.issues import Issue, Severity
from etl.read.files import MEDIA_TYPES, OBJECTS, is_sidecar, read_file
from etl.read.metadata import Given, read_issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.records import RawDocument


def read_folder(folder: Path, given: Given) -> Iterator[RawDocument | Issue]:
    """Yield what the files below a folder hold; keys are paths relative to it."""
    passed_over: Counter[str] = Counter()
    found = 0
    for path in _walk(folder):
        suffix = path.suffix.lower()
        if suffix not in MEDIA_TYPES and suffix not in OBJECTS:
            passed_over[suffix or "no suffix"] += 1
        elif not is_sidecar(path):
            found += 1
            yield from read_file(path, path.relative_to(folder).as_posix(), given)
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(passed_over.items()))
    if not found:
        wanted = ", ".join((*MEDIA_TYPES, *OBJECTS))
        message = f"no file in it can be read ({kinds or 'it is empty'}); wanted are {wanted}."
        yield read_issue(Severity.REFUSED, "empty_folder", str(folder), message)
    elif passed_over:
        message = f"files of other kinds were passed over: {kinds}."
        yield read_issue(Severity.DOUBT, "passed_over", str(folder), message)


def match_pattern(pattern: str) -> list[Path]:
    """Return the files and folders that a pattern with ``*``, ``?`` or ``[…]`` matches, sorted."""
    if not any(sign in pattern for sign in "*?["):
        return []
    return [Path(match) for match in sorted(iglob(pattern, recursive=True))]  # noqa: PTH207 - any root


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file():
                yield path
