"""Read: sources to raw documents, one at a time, with what the source knows of each.

Enters: paths of folders and files, or patterns. Leaves: raw documents and issues, in the order
given. One bad input is an issue; only a source that is not there at all is an error.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import SourceError
from etl.read.files import read_file
from etl.read.folders import match_pattern, read_folder
from etl.read.metadata import Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from etl.issues import Issue
    from etl.records import RawDocument


def read_sources(
    sources: Sequence[str | Path], *, published: date | None = None, publisher: str | None = None
) -> Iterator[RawDocument | Issue]:
    """Return what the sources hold, one document at a time, and an issue for what is none.

    ``published`` and ``publisher`` outrank what a source says of a document.

    Raises:
        SourceError: a path or pattern leads to nothing; told before anything is read.
    """
    paths = [path for source in sources for path in _paths(source)]
    return _read(paths, Given(published, publisher))


def _paths(source: str | Path) -> list[Path]:
    path = Path(source)
    if path.is_dir() or path.is_file():
        return [path]
    if path.exists():
        message = f"{source}: neither a file nor a folder; save what it gives to a file first."
        raise SourceError(message)
    matches = match_pattern(str(source))
    if not matches:
        message = f"{source}: no such file or folder; check the path."
        raise SourceError(message)
    return matches


def _read(paths: list[Path], given: Given) -> Iterator[RawDocument | Issue]:
    for path in paths:
        if path.is_dir():
            yield from read_folder(path, given)
        else:
            yield from read_file(path, path.name, given)
