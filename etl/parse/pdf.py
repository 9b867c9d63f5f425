"""PDF to text, by pypdf.

Enters: the bytes of a PDF file. Leaves: the text of its pages, words that were hyphenated at a
line's end joined again, and its title. The day on which the file was made is not taken for the
day of publication. Refuses files that are encrypted, broken, or without text (scans).
"""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from etl.parse.content import Content, doubt, refusal
from etl.parse.encoding import without_surrogates

if TYPE_CHECKING:
    from etl.issues import Issue

_HYPHENATED = re.compile(r"(?<=[a-z])[-\xad]\n(?=[a-z])")
_MOST_PAGES = 500
_MOST_CHARACTERS = 5_000_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def parse_pdf(content: bytes, source_key: str) -> tuple[Content | None, list[Issue]]:
    """Return the text of a PDF file with its title, or None with a refusal."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    issues: list[Issue] = []
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return None, [_locked(source_key)]
        pages: list[str] = []
        size = 0
        for number, page in enumerate(reader.pages):
            if number == _MOST_PAGES or size > _MOST_CHARACTERS:
                message = f"only the first {number} pages were read; split the file for the rest."
                issues.append(doubt("long_pdf", source_key, message))
                break
            pages.append(page.extract_text())
            size += len(pages[-1])
        title = reader.metadata.title if reader.metadata else None
    except (FileNotDecryptedError, DependencyError):
        return None, [_locked(source_key)]
    except Exception as error:  # noqa: BLE001 - broken files make it raise anything
        message = f"the PDF cannot be read ({type(error).__name__}); save it anew."
        return None, [refusal("broken_pdf", source_key, message)]
    text = without_surrogates(_HYPHENATED.sub("", "\n\n".join(pages))).replace("\x00", "")
    if not text.strip():
        message = "the PDF has no text, as a scan has none; run text recognition on it first."
        return None, [*issues, refusal("no_text", source_key, message)]
    return Content(text=text, title=(title or "").strip() or None), issues


def _locked(source_key: str) -> Issue:
    message = "the PDF is encrypted; save a copy without a password."
    return refusal("encrypted_pdf", source_key, message)
