"""Files in the gold format: one coded document a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from etl.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path


def load_gold(path: Path) -> dict[str, dict[str, Any]]:
    """Return the documents of a file in the gold format by their ids, in its order.

    Raises:
        SourceError: the file cannot be read, a line is no document, or an id stands there twice.
    """
    documents: dict[str, dict[str, Any]] = {}
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    document = _document(line, f"{path}, line {number}")
                    if document["id"] in documents:
                        message = f"{path}, line {number}: the id {document['id']} is there twice."
                        raise SourceError(message)
                    documents[document["id"]] = document
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read as a gold file ({error})."
        raise SourceError(message) from error
    return documents


def _document(line: str, where: str) -> dict[str, Any]:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"{where}: no JSON ({error}); each line must be a document in the gold format."
        raise SourceError(message) from error
    if not isinstance(document, dict) or not isinstance(document.get("id"), str):
        message = f"{where}: no document with an id; see the gold format."
        raise SourceError(message)
    events = document.get("events") or []
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        message = f"{where}: its events are no list of objects; see the gold format."
        raise SourceError(message)
    return document
