"""A raw document to a ``Document``: text, metadata, language, and the date of publication.

Enters: what a source yields. Leaves: the document, if it has text, and the issues met on the way.
What the source knows outranks what the file itself says; a date in the text's own first lines
comes last, and counts only with its year. Refuses input without text; a document in another
language than English is returned, to be stored, with a refusal that keeps it from being coded.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.ids import hash_text
from etl.parse.content import Content, refusal
from etl.parse.datelines import find_dateline, find_full_date
from etl.parse.encoding import decode_text, spoilt_text_doubts, without_surrogates
from etl.parse.html import parse_html
from etl.parse.language import is_foreign, parse_language
from etl.parse.pdf import parse_pdf
from etl.records import Document

if TYPE_CHECKING:
    from datetime import date

    from etl.issues import Issue
    from etl.records import RawDocument

_FRONT_CHARACTERS, _FRONT_LINES = 3000, 12
_DATE_LABEL = re.compile(
    r"\W{0,4}(?:date(?:d|line)?|publi(?:shed|cation date)(?: on)?|posted(?: on)?|release date"
    r"|.{0,60}\(as of)\s{0,3}[:,]?\s{0,3}(?=\w)",
    re.IGNORECASE,
)
_ONLY_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d)\W*\Z",
    re.IGNORECASE,
)


def parse_document(raw: RawDocument) -> tuple[Document | None, list[Issue]]:
    """Return the document that an input holds, or None, with the issues met."""
    content, issues = _parse_content(raw)
    if content is None:
        return None, issues
    if not content.text.strip():
        message = "no text in it; nothing was stored."
        return None, [*issues, refusal("empty_text", raw.source_key, message)]
    published, published_from = raw.published, raw.published_from
    if published is None:
        published, published_from = content.published, "metadata"
    if published is None:
        published, published_from = find_stated_date(content.text), "dateline"
    found = parse_language(content.text)
    language = found or raw.language or content.language
    document_id = hash_text(content.text)
    document = Document(
        document_id=document_id,
        source_key=raw.source_key,
        text=content.text,
        title=_clean(raw.title or content.title),
        published=published,
        published_from=published_from if published is not None else None,
        publisher=_clean(raw.publisher or content.publisher),
        publisher_kind=raw.publisher_kind,
        publisher_country=raw.publisher_country,
        address=_clean(raw.address or content.address),
        language=language,
    )
    if is_foreign(content.text, found or language):
        message = (
            f"the text is in another language than English ({language or 'unknown'}); it is "
            "stored and not coded. Give a translation to have it coded."
        )
        issues.append(refusal("language", raw.source_key, message))
    return document, [replace(issue, document_id=document_id) for issue in issues]


def find_stated_date(text: str) -> date | None:
    """Return the full date that the first lines of a text state as theirs, or None."""
    lines = [line.strip() for line in text[:_FRONT_CHARACTERS].splitlines() if line.strip()]
    for line in lines[:_FRONT_LINES]:
        label = _DATE_LABEL.match(line)
        if label and (day := find_full_date(line[label.end() : label.end() + 40], anchored=True)):
            return day
        if _ONLY_DATE.match(line) and (day := find_full_date(line)):
            return day
        length = find_dateline(line, is_first=True)
        if length:
            return find_full_date(line[:length])
    return None


def _parse_content(raw: RawDocument) -> tuple[Content | None, list[Issue]]:
    if raw.text is not None:
        text = without_surrogates(raw.text)
        return Content(text), spoilt_text_doubts(text, raw.source_key)
    content = raw.content or b""
    if raw.media_type == "application/pdf" or content.startswith(b"%PDF-"):
        return parse_pdf(content, raw.source_key)
    if raw.media_type == "text/html":
        return parse_html(content, raw.source_key)
    decoded, issues = decode_text(content, raw.source_key)
    return (Content(decoded) if decoded is not None else None), issues


def _clean(words: str | None) -> str | None:
    """Return a line of metadata without lone surrogates and outer white space."""
    return (without_surrogates(words).strip() or None) if words is not None else None
