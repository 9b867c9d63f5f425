"""From inputs to codings: order, chunks, and documents that make a stage fail."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from etl import pipeline
from etl.codes import CodingState
from etl.errors import TransientError
from etl.issues import Issue, Severity, Stage
from etl.pipeline import chunk_inputs, code_chunk, code_input, map_chunks, source_id
from etl.records import CoderInfo, Coding, Document, Passage, RawDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MISSING = Issue(Stage.READ, Severity.REFUSED, "missing", "gone.txt: no such file.", "gone.txt")


class PickyCoder:
    """Codes every text but those that name a dragon."""

    info = CoderInfo("picky", "1", "0")

    def code_document(self, document: Document, passages: Sequence[Passage]) -> Coding:
        """Return a coding without events, or fail."""
        del passages
        if "dragon" in document.text:
            raise ValueError("no rule for dragons")
        return Coding(document.document_id, self.info, CodingState.NO_EVENTS)


@pytest.fixture(autouse=True)
def _picky_coder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pipeline opens the coder of these tests."""
    pipeline.opened_coder.cache_clear()
    monkeypatch.setattr(pipeline, "open_coder", lambda _name: PickyCoder())
    yield
    pipeline.opened_coder.cache_clear()


def raw(
    key: str, text: str = "The army and the people were near the town on Monday."
) -> RawDocument:
    """Return a document as a source yields it."""
    return RawDocument(key, text=text, published=date(2019, 5, 2), published_from="source")


def double(number: int) -> int:
    """Return twice a number: work for other processes."""
    return 2 * number


def die(number: int) -> int:
    """End the process as the kernel does for want of memory."""
    import os
    import signal

    os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_every_input_has_its_place() -> None:
    """Documents and issues come out in the order in which they went in."""
    items = code_chunk([raw("a"), MISSING, raw("b")], "picky")
    assert [item.source_key for item in items] == ["a", "gone.txt", "b"]
    assert [item.was_read for item in items] == [True, False, True]
    assert [item.is_refused for item in items] == [False, True, False]


def test_a_document_that_breaks_the_coder_is_an_issue() -> None:
    """The failure is told with its document, which is kept as refused; the rest goes on."""
    broken, sound = code_chunk([raw("d", "A dragon took the town of Goma."), raw("a")], "picky")
    assert broken.coding is not None
    assert broken.coding.state is CodingState.REFUSED
    (issue,) = [issue for issue in broken.issues if issue.severity is Severity.REFUSED]
    assert (issue.code, issue.source_key) == ("coder_failed", "d")
    assert "no rule for dragons" in issue.message
    assert sound.coding is not None
    assert sound.coding.state is CodingState.NO_EVENTS


def test_a_text_without_words_is_refused_before_coding() -> None:
    """An empty document has neither document nor coding, and an issue."""
    item = code_input(raw("a", "  \n"), "picky")
    assert item.was_read
    assert item.is_refused
    assert item.coding is None


def test_a_known_document_is_not_coded_again() -> None:
    """What is stored as it was found has no coding of its own."""
    document = code_input(raw("a"), "picky").document
    assert document is not None
    known = source_id(
        document.document_id, "a", None, None, None, document.published, "source", document.language
    )
    assert code_input(raw("a"), "picky", {known}).is_known
    assert not code_input(raw("b"), "picky", {known}).is_known


def test_chunks_are_of_bounded_work_and_keep_the_order() -> None:
    """A long document closes its chunk; nothing is lost."""
    inputs = [raw("a"), MISSING, raw("long", "word " * 100), raw("b"), raw("c"), raw("d")]
    chunks = list(chunk_inputs(inputs, documents=3, characters=300))
    assert [[item.source_key for item in chunk] for chunk in chunks] == [
        ["a", "gone.txt", "long"],
        ["b", "c", "d"],
    ]
    assert list(chunk_inputs([])) == []


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_results_come_in_the_order_given(workers: int | None) -> None:
    """One process or several give the same list."""
    assert list(map_chunks(double, range(12), workers)) == [2 * n for n in range(12)]


def test_a_killed_worker_is_told_as_something_to_try_again() -> None:
    """A worker that dies is an error with a next step, no trace of the pool."""
    with pytest.raises(TransientError, match="fewer --workers"):
        list(map_chunks(die, range(3), 2))
