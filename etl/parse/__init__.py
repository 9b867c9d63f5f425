"""Parse: raw documents to text with metadata, and text to passages. Offsets are for ever."""

from __future__ import annotations

from etl.parse.documents import parse_document
from etl.parse.passages import parse_passages

__all__ = ["parse_document", "parse_passages"]
