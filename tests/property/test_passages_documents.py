"""Properties of parsing that hold for any bytes at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.parse import parse_document
from etl.records import RawDocument

_TEXTS = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=100).map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.lists(st.sampled_from(["<p>", "</p>", "<meta ", "<div", ">", "&#0;", "a b. ", "<!--", "'"]))
    .map("".join)
    .map(str.encode),
)


@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "application/pdf"])
@given(content=_TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_a_document_or_a_refusal(media_type: str, content: bytes) -> None:
    """Whatever a file holds, parsing raises nothing, and what it returns can be stored."""
    raw = RawDocument("a", content=content, media_type=media_type)
    document, issues = parse_document(raw)
    assert parse_document(raw) == (document, issues)
    if document is None:
        assert any(issue.severity == "refused" for issue in issues)
    else:
        assert document.text.strip()
        document.text.encode()


@given(text=st.text(max_size=300))
def test_plain_text_is_kept_unaltered(text: str) -> None:
    """A UTF-8 file that is stored is stored as it was, line ends and all."""
    document, _ = parse_document(RawDocument("a", content=text.encode(), media_type="text/plain"))
    if document is not None and not text.encode().startswith((b"%PDF-", b"\xef\xbb\xbf")):
        assert document.text == text
