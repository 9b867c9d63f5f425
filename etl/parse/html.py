"""HTML to main text, title and date, by trafilatura.

Enters: the bytes of a page. Leaves: its text without navigation and comments, one line a
paragraph, and what its metadata say. A date is taken from ``article:published_time``, JSON-LD or
``datePublished``; failing these from the page's own markup, where a 1 January is refused, for it
mostly means that only a year was found. Refuses a page without text.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

from etl.parse.content import Content, refusal
from etl.parse.encoding import decode_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.issues import Issue

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{1,40})", re.IGNORECASE)
_META = re.compile(r"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"]{0,500})\"|'([^']{0,500})')")
_LD_JSON = re.compile(
    r"<script[^<>]{0,200}application/ld\+json[^<>]{0,200}>([^<]{0,100000})</script", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")
_DATE_NAMES = ("article:published_time", "datepublished", "og:published_time")
_HEAD_BYTES = 4096
# The search through the page's words depends on the clock and errs: it is off.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def parse_html(content: bytes, source_key: str) -> tuple[Content | None, list[Issue]]:
    """Return the main text of a page with its metadata, or None with a refusal."""
    page, issues = _decode_page(content, source_key)
    if page is None:
        return None, issues
    found = _extract(page)
    text = found.get("text") or ""
    if not text.strip():
        message = "no article text was found in the page; save the article itself as text."
        return None, [*issues, refusal("no_text", source_key, message)]
    published = _stated_date(page)
    if published is None:
        published = _day(found.get("date") or "")
        if published is not None and (published.month, published.day) == (1, 1):
            published = None
    return (
        Content(
            text=text,
            title=found.get("title") or None,
            published=published,
            publisher=found.get("sitename") or None,
            address=found.get("url") or None,
            language=(found.get("language") or "")[:2] or None,
        ),
        issues,
    )


def _decode_page(content: bytes, source_key: str) -> tuple[str | None, list[Issue]]:
    """Decode by the charset that the page states, else as a text file."""
    stated = _CHARSET.search(content[:_HEAD_BYTES])
    if stated and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(stated[1].decode("ascii")), []
        except (LookupError, UnicodeDecodeError):
            pass  # the page states a charset that it is not in
    return decode_text(content, source_key)


def _extract(page: str) -> dict[str, Any]:
    """Return text and metadata of a page; an empty dict where nothing can be read of it."""
    import trafilatura
    from trafilatura.settings import Document as Extracted

    try:
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(_DATE_SEARCH),
        )
        values = found.as_dict() if isinstance(found, Extracted) else {}
        if not values.get("text"):
            values["text"] = trafilatura.baseline(page)[1]
    except Exception:  # noqa: BLE001 - a broken page makes its parsers raise anything
        return {}
    return values


def _stated_date(page: str) -> date | None:
    """Return the day of publication that the page states in its metadata."""
    for tag in _META.finditer(page):
        attributes = {
            name.casefold(): unescape(one or other)
            for name, one, other in _ATTRIBUTE.findall(tag[0])
        }
        name = attributes.get("property") or attributes.get("itemprop") or attributes.get("name")
        if name and name.casefold() in _DATE_NAMES and (day := _day(attributes.get("content", ""))):
            return day
    for script in _LD_JSON.finditer(page):
        try:
            data = json.loads(script[1])
        except (ValueError, RecursionError):
            continue
        for value in _published_values(data):
            if day := _day(value):
                return day
    return None


def _published_values(data: object) -> Iterator[str]:
    """Yield what stands under ``datePublished`` at the top of JSON-LD or in its graph."""
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict):
            continue
        if isinstance(item.get("datePublished"), str):
            yield item["datePublished"]
        graph = item.get("@graph")
        for node in graph if isinstance(graph, list) else []:
            if isinstance(node, dict) and isinstance(node.get("datePublished"), str):
                yield node["datePublished"]


def _day(words: str) -> date | None:
    found = _DAY.match(words.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
