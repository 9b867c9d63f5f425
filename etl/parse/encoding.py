"""Bytes to text: UTF-8, UTF-16 and UTF-32 by mark or pattern, Windows-1252 as the last resort.

Enters: the bytes of a file. Leaves: all of its text, unaltered but for the byte order mark, and
the doubts about it. Text that was spoilt before it came here ("â€™") is left as it is and told as
a doubt. Refuses what is no text: NUL characters, or many control characters.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from etl.parse.content import doubt, refusal

if TYPE_CHECKING:
    from etl.issues import Issue

_MARKS = (  # UTF-32's begins with UTF-16's, so it comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOJIBAKE = re.compile(
    "â€[\x80-\x9d™œ˜“”¦¢\x9d]|Ã[\x80-\xbf©¨¡³¶¼±§]|Â[\xa0-\xbf]|Ø[§-¿±´¹]Ù|Ð[°-¿]Ñ"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_VALID_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_SAMPLE = 4096
_CONTROL_SHARE = 0.02
_NUL_SHARE = 0.3  # of every second byte: Latin text in UTF-16 has nearly all
_WINDOWS_HANDLER = "etl-windows-1252"


def _decode_stray_bytes(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are no UTF-8 as Windows-1252, undefined ones as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error(_WINDOWS_HANDLER, _decode_stray_bytes)


def decode_text(content: bytes, source_key: str) -> tuple[str | None, list[Issue]]:
    """Return the text of a file, or None with a refusal where it is no text."""
    text, issues = _decode(content, source_key)
    if "\x00" in text or len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        message = "no text but binary data; convert it to text, HTML or PDF."
        return None, [refusal("not_text", source_key, message)]
    return text, issues + spoilt_text_doubts(text, source_key)


def spoilt_text_doubts(text: str, source_key: str) -> list[Issue]:
    """Return doubts about text that shows the traces of a wrong decoding."""
    issues = []
    if found := _MOJIBAKE.search(text):
        message = (
            f"characters such as {found[0]!r} at {found.start()} show that the text was decoded "
            "wrongly before; it is kept as it is. Fetch it again to mend it."
        )
        issues.append(doubt("mojibake", source_key, message))
    if "\ufffd" in text:
        message = (
            f"{text.count(chr(0xFFFD))} characters were lost before and stand as U+FFFD; "
            "names that they were part of may not be found."
        )
        issues.append(doubt("lost_characters", source_key, message))
    return issues


def without_surrogates(text: str) -> str:
    """Return text that can be stored: each lone surrogate becomes U+FFFD, so offsets stay."""
    return _SURROGATES.sub("\ufffd", text)


def _decode(content: bytes, source_key: str) -> tuple[str, list[Issue]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), []
    if wide := _wide_encoding(content[:_SAMPLE]):
        message = f"read as {wide} by its pattern, for it has no byte order mark."
        return content.decode(wide, "replace"), [doubt("encoding", source_key, message)]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        first_bad = error.start
    multibyte = [len(found[0]) for found in _VALID_MULTIBYTE.finditer(content)]
    stray = len(_HIGH_BYTE.findall(content)) - sum(multibyte)
    if len(multibyte) > stray:
        message = (
            f"byte {first_bad} is no UTF-8 though the rest is; such bytes were read as "
            "Windows-1252. Look at the words around them."
        )
        mixed = content.decode("utf-8", _WINDOWS_HANDLER)
        return mixed, [doubt("encoding", source_key, message)]
    message = "no UTF-8; read as Windows-1252. Save it as UTF-8 if names look wrong."
    return content.decode("cp1252", "replace"), [doubt("encoding", source_key, message)]


def _wide_encoding(sample: bytes) -> str | None:
    """Return the kind of UTF-16 that the NUL bytes of a sample show, or None."""
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > _NUL_SHARE * half and even <= odd // 10:
        return "utf-16-le"
    if even > _NUL_SHARE * half and odd <= even // 10:
        return "utf-16-be"
    return None
