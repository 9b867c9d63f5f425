"""Raw documents to documents: decoding, metadata, dates, language, refusals."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from etl.issues import Severity
from etl.parse import parse_document
from etl.records import RawDocument

ENGLISH = (
    "Two people were killed in a raid near Kunduz – the army said on Wednesday; “it is over”.\r\n"
)
PAGE = """<html><head><title>Raid - Site</title><meta charset="utf-8">{head}</head><body>
<nav><a href="/">Home page</a></nav><article><h1>Two killed in raid</h1>
<p>Two people were killed in a raid near Kunduz on Wednesday, officials said. It was late.</p>
</article><footer>Copyright 2018</footer></body></html>"""


def parse(content: bytes, media_type: str = "text/plain", **known: object):  # noqa: ANN201
    """Parse the bytes of a file."""
    return parse_document(
        RawDocument("a.txt", content=content, media_type=media_type, **known)  # type: ignore[arg-type]
    )


def codes(issues: list) -> list[str]:
    """Return the codes of issues."""
    return [issue.code for issue in issues]


@pytest.mark.parametrize(
    ("encoding", "doubts"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-32", []),
        ("utf-16-le", ["encoding"]),
        ("utf-16-be", ["encoding"]),
        ("cp1252", ["encoding"]),
    ],
)
def test_encodings(encoding: str, doubts: list[str]) -> None:
    """The text is the whole file unaltered, whatever its encoding; a guess is a doubt."""
    document, issues = parse(ENGLISH.encode(encoding))
    assert document.text == ENGLISH
    assert codes(issues) == doubts


def test_stray_bytes_in_utf8() -> None:
    """A file that is mostly UTF-8 keeps its names, and its stray bytes are read as Windows-1252."""
    document, issues = parse("Zvečan, Gonaïves, Béjaïa. ".encode() + b"It \x93was\x94 the end.")
    assert document.text == "Zvečan, Gonaïves, Béjaïa. It “was” the end."
    assert codes(issues) == ["encoding"]


def test_mojibake_is_kept_and_told() -> None:
    """Text that was spoilt before is left as it is."""
    document, issues = parse("It was the armyâ€™s fault.".encode())
    assert document.text == "It was the armyâ€™s fault."
    assert codes(issues) == ["mojibake"]
    assert issues[0].severity is Severity.DOUBT
    assert issues[0].document_id == document.document_id


@pytest.mark.parametrize(
    ("content", "media_type", "code"),
    [
        (b"", "text/plain", "empty_text"),
        (b" \n\t", "text/plain", "empty_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "text/plain", "not_text"),
        (b"<html><body></body></html>", "text/html", "no_text"),
        (b"<div>" * 30_000, "text/html", "no_text"),
        (b"%PDF-1.4 broken", "application/pdf", "broken_pdf"),
    ],
)
def test_refusals(content: bytes, media_type: str, code: str) -> None:
    """Input without text is refused with an issue that names it, and raises nothing."""
    document, issues = parse(content, media_type)
    assert document is None
    assert codes(issues) == [code]
    assert issues[0].severity is Severity.REFUSED
    assert issues[0].message.startswith("a.txt: ")


@pytest.mark.parametrize(("password", "code"), [("secret", "encrypted_pdf"), (None, "no_text")])
def test_pdf_without_readable_text(password: str | None, code: str) -> None:
    """A locked PDF and a scan are refused, each by its name."""
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    if password:
        writer.encrypt(password)
    file = io.BytesIO()
    writer.write(file)
    document, issues = parse(file.getvalue(), "application/pdf")
    assert document is None
    assert codes(issues) == [code]


def test_pdf_text_and_hyphens() -> None:
    """A word that was hyphenated at a line's end is whole again."""
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    words = DecodedStreamObject()
    words.set_data(
        b"BT /F1 12 Tf 72 700 Td (The govern-) Tj 0 -14 Td (ment took the town of Rawa.) Tj ET"
    )
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(words)
    file = io.BytesIO()
    writer.write(file)
    document, _ = parse(file.getvalue(), "application/pdf")
    assert document.text == "The government took the town of Rawa."


def test_html_main_text_and_title() -> None:
    """Navigation and footer are no part of the text."""
    document, issues = parse(PAGE.format(head="").encode(), "text/html")
    assert "killed in a raid near Kunduz" in document.text
    assert "Home page" not in document.text
    assert document.title is not None
    assert not issues


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<meta property="article:published_time" content="2018-10-10T08:30:00+02:00">',
            "2018-10-10",
        ),
        ("<meta content='2018-01-01' itemprop='datePublished'>", "2018-01-01"),
        (
            '<script type="application/ld+json">{"@graph":[{"datePublished":"2018-10-09"}]}</script>',
            "2018-10-09",
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta name="date" content="2018-01-01">', None),
        ("", None),
    ],
)
def test_html_date(head: str, day: str | None) -> None:
    """A date that the page states as its publication counts; a bare 1 January does not."""
    document, _ = parse(PAGE.format(head=head).encode(), "text/html")
    assert document.published == (date.fromisoformat(day) if day else None)
    assert document.published_from == ("metadata" if day else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KABUL, Oct 10, 2018 — Two people died.", "2018-10-10"),
        ("Headline of the day\nDate: 2018-10-10\n\nTwo people died.", "2018-10-10"),
        ("Wednesday, October 10, 2018\nTwo people died.", "2018-10-10"),
        ("Situation Update No. 11 (as of 7 May 2019)\nTwo people died.", "2019-05-07"),
        ("Bogota, 9 Jan 90 (Efe) -- [text] Two people died.", "1990-01-09"),
        ("KABUL, Oct 10 — Two people died.", None),
        ("On 7 May 2019 the army took the town.", None),
        ("KABUL — On 7 May 2019 the army took the town.", None),
        ("KABUL, Feb 30, 2018 — Two people died.", None),
    ],
)
def test_date_in_the_first_lines(text: str, day: str | None) -> None:
    """A dateline dates a text only with day, month and year; a date in a sentence never does."""
    document, _ = parse(text.encode())
    assert document.published == (date.fromisoformat(day) if day else None)
    assert document.published_from == ("dateline" if day else None)


def test_what_the_source_knows_outranks_the_text() -> None:
    """A date given with the file is kept, with where it came from."""
    known = date(2020, 1, 2)
    document, _ = parse(
        b"KABUL, Oct 10, 2018 - Two died.", published=known, published_from="sidecar", title="T"
    )
    assert (document.published, document.published_from, document.title) == (known, "sidecar", "T")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Les rebelles ont attaqué la ville de Goma dans la nuit et des civils ont été tués.",
            "fr",
        ),
        ("قتل خمسة أشخاص في غارة جوية على مدينة إدلب يوم الأربعاء وقال الناشطون", "ar"),
        ("В результате обстрела города погибли пять человек, сообщили местные власти.", "ru"),
        ("Внаслідок обстрілу міста загинули п'ятеро людей, повідомили місцеві жителі.", "uk"),
    ],
)
def test_foreign_documents_are_kept_and_not_coded(text: str, language: str) -> None:
    """A text in another language is a document with a refusal."""
    document, issues = parse(text.encode())
    assert document.language == language
    assert [(i.code, i.severity) for i in issues] == [("language", Severity.REFUSED)]


@pytest.mark.parametrize("text", [ENGLISH, "Ten die in Goma raid", ENGLISH.upper()])
def test_english_and_too_short_to_tell(text: str) -> None:
    """English in any case is coded, and so is what is too short to tell."""
    document, issues = parse(text.encode())
    assert document.language in ("en", None)
    assert not issues


def test_lone_surrogates_can_be_stored() -> None:
    """A lone surrogate in JSON becomes U+FFFD, and no offset moves."""
    document, issues = parse_document(RawDocument("x", text="The \ud800 army of the state."))
    assert document is not None
    assert document.text == "The \ufffd army of the state."
    assert codes(issues) == ["lost_characters"]
