"""From inputs to codings, in parallel, in the order given: what the commands and the flows share.

Enters: what ``etl.read`` yields (documents and issues). Leaves: one ``CodedInput`` for each input,
in its order, whatever the number of workers. One document that makes a stage raise is an issue and
stops nothing. Refuses nothing itself.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from multiprocessing import active_children, get_context, parent_process
from typing import TYPE_CHECKING, Any, TypeVar

from etl.coders import DEFAULT_CODER, open_coder
from etl.codes import CodingState
from etl.errors import DiurnaError, SourceError, TransientError
from etl.ids import make_id
from etl.issues import Issue, Severity, Stage
from etl.parse import parse_document, parse_passages
from etl.read import read_sources
from etl.records import Coding, Document, RawDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from etl.coders import Coder

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

# A chunk is what a worker takes at a time: small enough that all are busy and the bar moves,
# large enough that handing it over costs nothing.
CHUNK_DOCUMENTS = 16
CHUNK_CHARACTERS = 50_000
# Starting a process costs about as much as coding this many chunks.
CHUNKS_WORTH_A_POOL = 4


@dataclass(frozen=True, slots=True)
class CodedInput:
    """What became of one input.

    ``was_read`` is false for an input that gave an issue and no document. ``document`` is None
    where parsing refused it, ``coding`` where there was nothing to code or the same document is
    stored already with its coding (``is_known``). ``issues`` are those of read and parse and of a
    coder that failed; the coding has its own.
    """

    source_key: str | None
    was_read: bool
    document: Document | None = None
    coding: Coding | None = None
    issues: tuple[Issue, ...] = ()
    is_known: bool = False

    @property
    def all_issues(self) -> tuple[Issue, ...]:
        """The issues of every stage."""
        return (*self.issues, *(self.coding.issues if self.coding is not None else ()))

    @property
    def is_refused(self) -> bool:
        """Whether the input was refused at some stage."""
        return any(issue.severity is Severity.REFUSED for issue in self.all_issues)


def available_cpus() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_inputs(
    sources: Iterable[str | Path], published: date | None = None, publisher: str | None = None
) -> Iterator[RawDocument | Issue]:
    """Return what the sources hold, in their order; a source that is not there is an issue."""
    for source in sources:
        try:
            yield from read_sources([source], published=published, publisher=publisher)
        except SourceError as error:
            yield Issue(Stage.READ, Severity.REFUSED, "no_source", str(error), str(source))


def source_id(
    document_id: str,
    source_key: str,
    publisher: str | None,
    address: str | None,
    title: str | None,
    published: date | None,
    published_from: str | None,
    language: str | None,
) -> str:
    """Return the id of a document as a source gave it: what is stored of it, but its coding."""
    day = published.isoformat() if published is not None else None
    return make_id(
        document_id, source_key, publisher, address, title, day, published_from, language
    )


def chunk_inputs(
    inputs: Iterable[RawDocument | Issue],
    documents: int = CHUNK_DOCUMENTS,
    characters: int = CHUNK_CHARACTERS,
) -> Iterator[list[RawDocument | Issue]]:
    """Return the inputs in chunks of about equal work, in their order."""
    chunk: list[RawDocument | Issue] = []
    size = 0
    for item in inputs:
        chunk.append(item)
        if isinstance(item, RawDocument):
            size += len(item.text or item.content or "")
        if len(chunk) >= documents or size >= characters:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def parse_input(item: RawDocument | Issue) -> CodedInput:
    """Return a document parsed and not yet coded, or the issues that tell why not."""
    key = item.source_key
    if isinstance(item, Issue):
        return CodedInput(key, was_read=False, issues=(item,))
    try:
        document, issues = parse_document(item)
    except Exception as error:  # noqa: BLE001 - one bad document must not stop the others
        return CodedInput(key, was_read=True, issues=(_failure(Stage.PARSE, error, key),))
    return CodedInput(key, was_read=True, document=document, issues=tuple(issues))


def code_input(
    item: RawDocument | Issue, coder: str = DEFAULT_CODER, known: Collection[str] = frozenset()
) -> CodedInput:
    """Return a document parsed and coded; one whose ``source_id`` is known is not coded again."""
    parsed = parse_input(item)
    document = parsed.document
    if document is None:
        return parsed
    as_found = source_id(
        document.document_id,
        document.source_key,
        document.publisher,
        document.address,
        document.title,
        document.published,
        document.published_from,
        document.language,
    )
    if as_found in known:
        return replace(parsed, is_known=True)
    opened = opened_coder(coder)
    if parsed.is_refused:
        return replace(parsed, coding=_refusal(document, opened))
    try:
        coding = opened.code_document(document, parse_passages(document.text))
    except DiurnaError:
        raise  # reference data or the model is at fault, and with it every document
    except Exception as error:  # noqa: BLE001 - one bad document must not stop the others
        issue = _failure(Stage.EXTRACT, error, document.source_key, document.document_id)
        issues = (*parsed.issues, issue)
        return replace(parsed, coding=_refusal(document, opened), issues=issues)
    return replace(parsed, coding=coding)


def code_chunk(
    chunk: Iterable[RawDocument | Issue],
    coder: str = DEFAULT_CODER,
    known: Collection[str] = frozenset(),
) -> list[CodedInput]:
    """Return what became of each input, in order."""
    return [code_input(item, coder, known) for item in chunk]


def map_chunks(
    work: Callable[[Chunk], Result], chunks: Iterable[Chunk], workers: int | None = None
) -> Iterator[Result]:
    """Return what ``work`` gives for each chunk, in the order given, by ``workers`` processes.

    ``work`` is sent to each process once. None takes a process for each processor where there is
    enough to do. No more than two chunks a worker are under way, so that memory does not grow with
    their number.

    Raises:
        TransientError: a worker was killed.
    """
    ahead = iter(chunks)
    enough = CHUNKS_WORTH_A_POOL if workers is None else 2
    first = list(islice(ahead, enough))
    count = available_cpus() if workers is None else workers
    remaining = chain(first, ahead)
    if len(first) < enough or count == 1:
        yield from map(work, remaining)
        return
    others = set(active_children())
    # Not fork: the parent may hold threads (progress bar, database) that a fork would break.
    pool = ProcessPoolExecutor(
        count, get_context("spawn"), initializer=_start_worker, initargs=(work,)
    )
    under_way: deque[Future[Result]] = deque()
    try:
        for chunk in remaining:
            with _interrupts_held():
                under_way.append(pool.submit(_work_on, chunk))
            if len(under_way) >= 2 * count:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        message = "a worker was killed, likely for want of memory; try again with fewer --workers."
        raise TransientError(message) from error
    except BaseException:
        # Interrupted, or nobody reads on: what the workers have begun is not waited for.
        for process in set(active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


# ---- in a worker process -------------------------------------------------------------------------

_worker: list[Callable[[Any], Any]] = []


def _start_worker(work: Callable[[Any], Any]) -> None:
    # Ctrl-C reaches every process of the terminal: a worker ends at once and silently.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    silence_libraries()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker[:] = [work]


def _end_with_parent() -> None:
    """End this process when the parent is gone, even if it was killed without a chance to say."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work_on(chunk: Any) -> Any:  # noqa: ANN401 - what map_chunks was given
    return _worker[0](chunk)


def silence_libraries() -> None:
    """Keep the warnings of libraries from standard error: what matters of them becomes issues."""
    import logging
    import warnings

    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes that Ctrl-C does not hit until they are ready for it; one now waits."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@lru_cache(maxsize=1)
def opened_coder(name: str) -> Coder:
    """Return a coder by its name, opened once a process."""
    return open_coder(name)


# ---- what fails ----------------------------------------------------------------------------------


def _failure(
    stage: Stage, error: Exception, source_key: str | None, document_id: str | None = None
) -> Issue:
    code = "parser_failed" if stage is Stage.PARSE else "coder_failed"
    what = f"{type(error).__name__}: {error}"
    message = f"{source_key}: not coded, {what}; the rest went on. Please report it with the text."
    return Issue(stage, Severity.REFUSED, code, message, source_key, document_id)


def _refusal(document: Document, coder: Coder) -> Coding:
    return Coding(document.document_id, coder.info, CodingState.REFUSED)
