"""Sources: what is read of folders, files and JSONL, in which order, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from etl.errors import SourceError
from etl.issues import Issue, Severity
from etl.read import jsonl, read_sources
from etl.records import RawDocument

if TYPE_CHECKING:
    from pathlib import Path


def read(*sources: Path | str, **given: object) -> tuple[list[RawDocument], list[Issue]]:
    """Return documents and issues of the sources."""
    items = list(read_sources(sources, **given))  # type: ignore[arg-type]
    documents = [item for item in items if isinstance(item, RawDocument)]
    return documents, [item for item in items if isinstance(item, Issue)]


def test_text_file_has_its_name_as_key(tmp_path: Path) -> None:
    """Of a plain-text file the bytes are handed on as they are, under the file's name."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfText\r\n")
    documents, issues = read(path)
    assert [(d.source_key, d.content, d.media_type) for d in documents] == [
        ("a.txt", b"\xef\xbb\xbfText\r\n", "text/plain")
    ]
    assert not issues


def test_folder_is_read_in_one_order(tmp_path: Path) -> None:
    """Files come folder by folder and by name, with keys relative to the folder; the rest is told."""
    for name in ("b.txt", "a.html", "2019/x.PDF", "2018/y.md", ".hidden.txt", "photo.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    documents, issues = read(tmp_path)
    assert [d.source_key for d in documents] == ["a.html", "b.txt", "2018/y.md", "2019/x.PDF"]
    assert [d.media_type for d in documents][0::3] == ["text/html", "application/pdf"]
    assert [(i.code, i.severity) for i in issues] == [("passed_over", Severity.DOUBT)]
    assert "1 .jpg" in issues[0].message


def test_pattern(tmp_path: Path) -> None:
    """A pattern stands for what it matches, sorted."""
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text("words")
    documents, _ = read(str(tmp_path / "*.txt"))
    assert [d.source_key for d in documents] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["missing.txt", "*.nothing"])
def test_missing_source_is_an_error_before_anything_is_read(tmp_path: Path, name: str) -> None:
    """A path that leads nowhere is told at once, not after half of the work."""
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(SourceError, match="no such file"):
        read_sources([tmp_path / "a.txt", tmp_path / name])


@pytest.mark.parametrize("sidecar", ["article.json", "article.txt.json"])
def test_sidecar(tmp_path: Path, sidecar: str) -> None:
    """A sidecar tells of the file beside it and is no document itself."""
    (tmp_path / "article.txt").write_text("words")
    row = {
        "title": "T",
        "publisher": "P",
        "publisher_kind": "official",
        "publisher_country": "YEM",
        "published": "2018-10-11T08:00:00Z",
        "url": "https://example.org",
        "language": "en-GB",
    }
    (tmp_path / sidecar).write_text(json.dumps(row))
    documents, issues = read(tmp_path)
    assert not issues
    (document,) = documents
    assert (document.title, document.publisher, document.publisher_kind) == ("T", "P", "official")
    assert (document.published, document.published_from) == (date(2018, 10, 11), "sidecar")
    assert (document.publisher_country, document.language) == ("YEM", "en")
    assert document.address == "https://example.org"
    assert read(tmp_path / "article.txt", tmp_path / sidecar)[0] == documents


def test_what_is_given_outranks_the_sidecar(tmp_path: Path) -> None:
    """``--published`` and ``--publisher`` hold for every document."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.json").write_text('{"published": "2018-10-11", "publisher": "P", "title": "T"}')
    (document,), _ = read(tmp_path / "a.txt", published=date(2020, 1, 1), publisher="Q")
    assert (document.published, document.published_from) == (date(2020, 1, 1), "argument")
    assert (document.publisher, document.title) == ("Q", "T")


def test_sidecar_of_no_use(tmp_path: Path) -> None:
    """A broken sidecar, and values of no use, are doubts; the document is read all the same."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.json").write_text("{broken")
    (tmp_path / "b.txt").write_text("words")
    row = {"published": "11 October", "publisher_kind": "blog", "publisher_country": "Yemen"}
    (tmp_path / "b.json").write_text(json.dumps({**row, "title": 5, "language": "English"}))
    documents, issues = read(tmp_path)
    assert [d.published for d in documents] == [None, None]
    assert {i.severity for i in issues} == {Severity.DOUBT}
    assert [i.code for i in issues] == ["bad_sidecar", "bad_date", *["bad_metadata"] * 4]
    assert documents[1].publisher_kind is documents[1].publisher_country is None


def test_jsonl(tmp_path: Path) -> None:
    """Lines become documents under their ids; a bad one is refused and the rest goes on."""
    path = tmp_path / "a.jsonl"
    lines = [
        b'\xef\xbb\xbf{"id": "x", "text": "one\xe2\x80\xa8two", "published": "2018-10-11", "events": [1]}',
        b"{broken",
        b"",
        b'{"id": 7, "text": "two", "title": null, "publisher": "P", "url": "u"}',
        b'{"text": "three", "published": "soon"}',
        b'{"id": "x", "text": "four"}',
        b'{"id": "y"}',
        b"[1]",
        b"\xff\xfe",
        b"[" * 100_000,
    ]
    path.write_bytes(b"\r\n".join(lines))
    documents, issues = read(path)
    assert [d.source_key for d in documents] == ["x", "7", "a.jsonl:5", "x"]
    assert [d.text for d in documents] == ["one\u2028two", "two", "three", "four"]
    assert (documents[0].published, documents[0].published_from) == (date(2018, 10, 11), "source")
    assert (documents[1].publisher, documents[1].address) == ("P", "u")
    assert [(i.code, i.source_key) for i in issues] == [
        ("bad_line", "a.jsonl:2"),
        ("bad_date", "a.jsonl:5"),
        ("bad_line", "a.jsonl:7"),
        ("bad_line", "a.jsonl:8"),
        ("bad_line", "a.jsonl:9"),
        ("bad_line", "a.jsonl:10"),
    ]


@pytest.mark.parametrize(
    "words", ["2018-1-1", "2018-13-01", "20181011", "0001-01-01", "2018-W01-1"]
)
def test_dates_that_are_none(tmp_path: Path, words: str) -> None:
    """Only a full ISO date of the calendar is a date; anything else leaves D unknown."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "x", "text": "words", "published": words}))
    (document,), (issue,) = read(path)
    assert (document.published, document.published_from) == (None, None)
    assert (issue.code, issue.severity) == ("bad_date", Severity.DOUBT)


def test_jsonl_is_streamed(tmp_path: Path) -> None:
    """The first document is there before a later line is looked at."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "a"}\n' * 3)
    inputs = read_sources([path])
    assert isinstance(next(inputs), RawDocument)
    path.unlink()
    assert isinstance(next(inputs), RawDocument)


def test_over_long_line_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond the limit is refused without being held, and the next line is read."""
    monkeypatch.setattr(jsonl, "MOST_BYTES", 100)
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "' + "a" * 450 + '"}\n{"id": "2", "text": "b"}\n')
    documents, issues = read(path)
    assert [d.source_key for d in documents] == ["2"]
    assert [(i.code, i.source_key) for i in issues] == [("too_large", "a.jsonl:1")]


def test_json_file(tmp_path: Path) -> None:
    """A JSON file holds a document or a list of them."""
    (tmp_path / "one.json").write_text('{"text": "a", "title": "T"}')
    (tmp_path / "two.json").write_text('[{"id": "x", "text": "b"}, {"text": "c"}, 5]')
    documents, issues = read(tmp_path)
    assert [d.source_key for d in documents] == ["one.json", "x", "two.json:2"]
    assert [i.source_key for i in issues] == ["two.json:3"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty_file"),
        ("a.jsonl", b"", "empty_file"),
        ("a.jsonl", b"\n\n", "empty_file"),
        ("a.json", b"[]", "empty_file"),
        ("a.json", b"{", "bad_json"),
        ("a.docx", b"PK", "unknown_kind"),
        ("a.txt", b"x" * 20_000_001, "too_large"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    """A file that gives nothing is one refusal, which names it and says what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    documents, issues = read(path)
    assert not documents
    assert [(i.code, i.severity, i.source_key) for i in issues] == [(code, Severity.REFUSED, name)]
    assert issues[0].message.startswith(f"{name}: ")


def test_folder_without_documents(tmp_path: Path) -> None:
    """A folder that holds nothing to read is refused, not passed over in silence."""
    (tmp_path / "photo.jpg").write_bytes(b"x")
    documents, issues = read(tmp_path)
    assert not documents
    assert [(i.code, i.severity) for i in issues] == [("empty_folder", Severity.REFUSED)]


def test_page_without_a_telling_name(tmp_path: Path) -> None:
    """A file whose name does not tell its kind is looked into."""
    path = tmp_path / "article"
    path.write_text("<!DOCTYPE html><html><p>words</p></html>")
    assert read(path)[0][0].media_type == "text/html"
