"""Files of text, HTML and PDF, with what a sidecar says of them.

Enters: the path of a file. Leaves: one raw document with its bytes, or an issue. A sidecar is a
JSON object beside the file, ``article.txt.json`` or ``article.json`` for ``article.txt``; it is
no document itself. Refuses empty, over-large and unreadable files, and kinds that it cannot read.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from etl.issues import Issue, Severity
from etl.read.jsonl import MOST_BYTES, empty_file, read_json, read_jsonl
from etl.read.metadata import Given, Metadata, read_issue, read_metadata
from etl.records import RawDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
}
OBJECTS = (".jsonl", ".json")
# Kinds that would be taken for text, and are not.
_OTHER_KINDS = frozenset(
    ".csv .tsv .parquet .arrow .doc .docx .odt .rtf .xls .xlsx .ppt .pptx .epub .xml .rss .zip .gz "
    ".bz2 .xz .7z .tar .warc .duckdb .db .sqlite .png .jpg .jpeg .gif .mp3 .mp4 .py .exe".split()
)
_MOST_PDF_BYTES = 100_000_000
_MOST_SIDECAR_BYTES = 1_000_000


def read_file(path: Path, name: str, given: Given) -> Iterator[RawDocument | Issue]:
    """Yield what one file holds; ``name`` is its key, and stands in messages."""
    suffix = path.suffix.lower()
    try:
        if is_sidecar(path):
            return
        if suffix in _OTHER_KINDS:
            message = f"a {suffix} file is of no kind that is read; convert it to text or JSONL."
            yield read_issue(Severity.REFUSED, "unknown_kind", name, message)
        elif suffix == ".jsonl":
            yield from read_jsonl(path, name, given)
        else:
            yield from _read_whole(path, name, given)
    except OSError as error:
        message = f"it cannot be read ({error.strerror or error}); check its permissions."
        yield read_issue(Severity.REFUSED, "unreadable", name, message)


def is_sidecar(path: Path) -> bool:
    """Tell whether a JSON file says something of a file beside it."""
    if path.suffix.lower() != ".json":
        return False
    beside = path.with_suffix("")
    if beside.suffix.lower() in MEDIA_TYPES and beside.is_file():
        return True
    suffixes = (*MEDIA_TYPES, *(suffix.upper() for suffix in MEDIA_TYPES))
    return any(path.with_suffix(suffix).is_file() for suffix in suffixes)


def _read_whole(path: Path, name: str, given: Given) -> Iterator[RawDocument | Issue]:
    suffix = path.suffix.lower()
    size = path.stat().st_size
    most = _MOST_PDF_BYTES if suffix == ".pdf" else MOST_BYTES
    if size == 0:
        yield empty_file(name)
        return
    if size > most:
        message = f"the file has {size:,} bytes, more than {most:,}; split it."
        yield read_issue(Severity.REFUSED, "too_large", name, message)
        return
    if suffix == ".json":
        yield from read_json(path, name, given)
        return
    content = path.read_bytes()
    metadata, issues = _read_sidecar(path, name, given)
    yield from issues
    yield RawDocument(
        source_key=name,
        content=content,
        media_type=MEDIA_TYPES.get(suffix) or _sniff(content),
        **asdict(metadata),
    )


def _sniff(content: bytes) -> str:
    """Return the media type of a file whose name does not tell."""
    head = content[:512].lstrip().lower()
    is_page = head.startswith((b"<!doctype html", b"<html")) or b"<html" in head
    return "text/html" if is_page else "text/plain"


def _read_sidecar(path: Path, name: str, given: Given) -> tuple[Metadata, list[Issue]]:
    """Return what the sidecar of a file says, or only what is given where there is none."""
    for sidecar in (path.with_name(path.name + ".json"), path.with_suffix(".json")):
        if not sidecar.is_file():
            continue
        where = f"{name} ({sidecar.name})"
        try:
            is_small = sidecar.stat().st_size <= _MOST_SIDECAR_BYTES
            row = json.loads(sidecar.read_bytes()) if is_small else None
        except (OSError, ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            return read_metadata(row, where, given, origin="sidecar")
        message = "the sidecar is no JSON object; the document is read without it."
        doubt = read_issue(Severity.DOUBT, "bad_sidecar", where, message)
        return read_metadata({}, name, given, origin="sidecar")[0], [doubt]
    return read_metadata({}, name, given, origin="sidecar")
