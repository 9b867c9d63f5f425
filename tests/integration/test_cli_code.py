"""``diurna code``: its lines, its exit status, and what it refuses."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., subprocess.CompletedProcess[str]]


def rows_of(result: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """Return the printed lines, read."""
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def test_one_line_a_document_in_the_order_given(run: Run, articles: Path) -> None:
    """Each document has its line, also one that tells of no event."""
    result = run("code", articles, "--jsonl")
    assert result.returncode == 0, result.stderr
    rows = rows_of(result)
    assert [row["id"] for row in rows] == ["mosul", "goma", "quiet"]
    assert rows[0]["events"]
    assert rows[2]["events"] == []


def test_evidence_is_the_words_that_it_claims(run: Run, articles: Path) -> None:
    """Trigger and evidence can be cut out of the text by their offsets."""
    spans = 0
    for row in rows_of(run("code", articles, "--jsonl")):
        text = row["text"]
        for event in row["events"]:
            trigger = event["trigger"]
            assert text[trigger["start"] :].startswith(trigger["text"])
            assert event["evidence"]
            for item in event["evidence"]:
                assert text[item["start"] : item["end"]] == item["text"] != ""
                spans += 1
            for actor in event["actors"]:
                assert all(words in text for words in actor["text"])
            for casualty in event["casualties"]:
                assert casualty["text"] in text
    assert spans


def test_the_number_of_workers_changes_no_byte(run: Run, tmp_path: Path) -> None:
    """One process and four print the same, with documents enough for several chunks."""
    from_many = tmp_path / "many.jsonl"
    towns = ["Mosul", "Goma", "Kunduz", "Maiduguri", "Quetta"]
    lines = [
        {"id": f"{n}", "text": f"Gunmen killed {n + 2} soldiers in {towns[n % 5]} on Monday.",
         "published": "2017-10-25"}
        for n in range(150)
    ]  # fmt: skip
    from_many.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    one, four = (run("code", from_many, "--jsonl", "--workers", count) for count in ("1", "4"))
    assert one.returncode == four.returncode == 0, one.stderr + four.stderr
    assert one.stdout == four.stdout
    assert len(rows_of(one)) == 150


def test_plain_text_is_kept_unaltered_under_its_name(run: Run, tmp_path: Path) -> None:
    """Of a text file the line holds the whole text, and ``--published`` dates it."""
    text = "  Goma\r\n\r\nRebels shelled Goma on Thursday.\n\n\n"
    (tmp_path / "goma.txt").write_bytes(text.encode())
    (row,) = rows_of(run("code", "goma.txt", "--jsonl", "--published", "2013-08-24"))
    assert row["text"] == text
    assert row["id"] == "goma.txt"
    assert row["published"] == "2013-08-24"


def test_listing_marks_the_words_and_tells_what_next(run: Run, articles: Path) -> None:
    """Without --jsonl a person reads the events and how to keep them."""
    result = run("code", articles)
    assert result.returncode == 0
    assert "mosul  2017-10-25  Car bomb in Mosul" in result.stdout
    assert "[" in result.stdout
    assert "diurna ingest" in result.stderr
    assert "\x1b" not in result.stdout + result.stderr


def test_some_refused_is_status_3_and_the_rest_is_coded(run: Run, articles: Path) -> None:
    """A binary file, an empty one and a missing one are told; the others get their lines."""
    folder = articles.parent
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "empty.txt").write_bytes(b"")
    result = run("code", "photo.txt", "empty.txt", "missing.txt", articles, "--jsonl")
    assert result.returncode == 3
    assert [row["id"] for row in rows_of(result) if row["events"]] == ["mosul", "goma"]
    for name in ("photo.txt", "empty.txt", "missing.txt"):
        assert name in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_done_is_status_1(run: Run) -> None:
    """A missing file alone is an error of one line."""
    result = run("code", "missing.txt")
    assert result.returncode == 1
    assert "missing.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_foreign_language_is_refused_and_keeps_its_line(run: Run, tmp_path: Path) -> None:
    """A text in another language is no crash and no events, but told."""
    text = (
        "Des hommes armés ont tué six personnes dans la ville de Goma, a déclaré la police lundi. "
    )
    (tmp_path / "fr.txt").write_text(text * 5, encoding="utf-8")
    result = run("code", "fr.txt", "--jsonl")
    assert result.returncode == 1
    (row,) = rows_of(result)
    assert row["events"] == []
    assert row["text"] == text * 5
    assert "language" in result.stderr


def test_invalid_utf8_is_coded_all_the_same(run: Run, tmp_path: Path) -> None:
    """Stray bytes are a doubt, no refusal."""
    (tmp_path / "odd.txt").write_bytes(b"Gunmen killed \xe9 six soldiers in Mosul on Monday. \xff")
    result = run("code", "odd.txt", "--jsonl")
    assert result.returncode == 0
    assert len(rows_of(result)) == 1


def test_escape_codes_of_a_text_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    """Neither listing, JSONL nor messages pass a text's control characters on."""
    row = {
        "id": "a\x1b[31mb",
        "title": "Red \x1b[2J title \x9b1m",
        "text": "Gunmen \x1b]0;x\x07killed six \u202esoldiers in Mosul on Monday.\n",
        "published": "2017-10-25",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\nnot json \x1b[31m\n", encoding="utf-8")
    for options in ([], ["--jsonl"]):
        result = run("code", "a.jsonl", *options)
        shown = result.stdout + result.stderr
        assert result.returncode == 3, result.stderr
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(shown)


def test_a_reader_that_leaves_ends_it_quietly(articles: Path) -> None:
    """A closed pipe is no error."""
    process = subprocess.Popen(
        [sys.executable, "-m", "etl", "code", str(articles), "--jsonl"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == 0


def test_an_interrupt_ends_it_quietly(tmp_path: Path) -> None:
    """Ctrl-C after the first lines is status 130 and not a word on standard error."""
    source = tmp_path / "many.jsonl"
    line = json.dumps({"text": "Gunmen killed six soldiers in Mosul on Monday. " * 20})
    source.write_text(f"{line}\n" * 400, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "etl", "code", str(source), "--jsonl", "--workers", "2"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background hands down an ignored Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=60)[1]
    assert (process.returncode, errors) == (130, b"")
