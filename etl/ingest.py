"""The whole way: sources to codings, staged, loaded, and published for readers.

Enters: inputs as ``etl.read`` yields them, and a database. Leaves: rows, a snapshot, and an
``IngestSummary``. Chunks are staged beside the database as they are coded; a run that was killed
leaves its chunks, and the next run loads them. Refuses a second ingest into one database at the
same moment.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from etl.coders import DEFAULT_CODER
from etl.codes import Scope, Status
from etl.errors import DatabaseLockedError, TransientError
from etl.ids import make_id
from etl.link.linking import link_database
from etl.load.staging import stage_chunk
from etl.load.upsert import RunInfo, finish_run, load_chunks
from etl.pipeline import chunk_inputs, code_chunk, map_chunks, opened_coder, source_id
from etl.query.snapshot import publish
from etl.records import CodedDocument
from etl.schema.database import connect, upgrade
from etl.settings import staging_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from etl.issues import Issue
    from etl.load.upsert import LoadCounts
    from etl.pipeline import CodedInput
    from etl.records import RawDocument

# A staged chunk is a folder of Parquet files: larger than what `diurna code` hands to a worker.
STAGED_DOCUMENTS = 64
STAGED_CHARACTERS = 200_000
COUNTED_STATUSES = frozenset((Status.OCCURRED, Status.ONGOING))


@dataclass
class IngestSummary:
    """What an ingest met and what it added; ``counts`` is None where nothing was new."""

    read: int = 0
    coded: int = 0
    known: int = 0
    refused: int = 0
    incidents: int = 0
    resumed_chunks: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    issues: Counter[str] = field(default_factory=Counter)
    refusals: list[Issue] = field(default_factory=list)
    counts: LoadCounts | None = None
    snapshot: Path | None = None

    @property
    def done(self) -> int:
        """Documents that are in the database now."""
        return self.coded + self.known

    def add(self, item: CodedInput) -> None:
        """Count what became of an input."""
        self.read += item.was_read
        self.known += item.is_known
        self.refused += item.is_refused
        self.coded += item.coding is not None and not item.is_refused
        self.issues.update(issue.code for issue in item.all_issues)
        self.refusals += item.all_issues if item.is_refused else ()
        for report in item.coding.reports if item.coding is not None else ():
            self.statuses[report.status] += 1
            is_counted = report.scope is Scope.INCIDENT and report.status in COUNTED_STATUSES
            self.incidents += is_counted

    def merge(self, other: IngestSummary) -> None:
        """Add the counts of a chunk."""
        self.read += other.read
        self.known += other.known
        self.refused += other.refused
        self.coded += other.coded
        self.incidents += other.incidents
        self.statuses.update(other.statuses)
        self.issues.update(other.issues)
        self.refusals += other.refusals


@dataclass(frozen=True, slots=True)
class StagedChunk:
    """A chunk that waits to be loaded; ``path`` is None where nothing in it was new."""

    path: Path | None
    summary: IngestSummary


@dataclass(frozen=True, slots=True)
class ChunkStager:
    """Codes chunks and stages them below ``folder``: the work of one process of many."""

    database: Path
    folder: Path
    coder: str = DEFAULT_CODER

    def __call__(self, numbered: tuple[int, Sequence[RawDocument | Issue]]) -> StagedChunk:
        """Return a chunk coded and staged."""
        number, chunk = numbered
        items = code_chunk(chunk, self.coder, stored_keys(self.database, self.folder, self.coder))
        summary = IngestSummary()
        for item in items:
            summary.add(item)
        coded = [
            CodedDocument(item.document, item.coding)
            for item in items
            if item.document is not None and item.coding is not None
        ]
        issues = [issue for item in items for issue in item.issues]
        if not coded and not issues:
            return StagedChunk(None, summary)
        return StagedChunk(stage_chunk(coded, issues, self.folder, f"{number:06d}"), summary)


def ingest(
    database: Path,
    inputs: Iterable[RawDocument | Issue],
    *,
    coder: str = DEFAULT_CODER,
    workers: int | None = None,
    advance: Callable[[int], None] = lambda _: None,
) -> IngestSummary:
    """Code what is new among the inputs, load it in one transaction, and publish it.

    Raises:
        DatabaseError: the database is of another version, or a check failed: nothing was loaded.
        DatabaseLockedError: another process is writing; what is coded stays staged.
    """
    upgrade(database)
    run = start_run(coder)
    with open_staging(database, run.run_id) as staging:
        # First, so that what an interrupted run has coded is known to this one.
        load(database, staging.leftovers, run)
        staged: list[Path] = []
        summary = IngestSummary(resumed_chunks=len(staging.leftovers))
        stager = ChunkStager(database, staging.folder, coder)
        chunks = chunk_inputs(inputs, STAGED_DOCUMENTS, STAGED_CHARACTERS)
        for chunk in map_chunks(stager, enumerate(chunks), workers):
            summary.merge(chunk.summary)
            staged += [chunk.path] if chunk.path is not None else []
            advance(chunk.summary.read)
        summary.counts = load(database, staged, run, has_refusals=summary.refused > 0)
    summary.snapshot = publish(database)
    return summary


def load(
    database: Path, staged: Sequence[Path], run: RunInfo, *, has_refusals: bool = False
) -> LoadCounts | None:
    """Load what is staged, link it, and record how the run ended; None if nothing is staged."""
    if not staged:
        return None
    counts = load_chunks(database, staged, run)
    link_database(database, staged)
    finish_run(database, run, "partial" if has_refusals else "done")
    return counts


def start_run(coder: str, kind: str = "ingest") -> RunInfo:
    """Return a new run of this process on this machine."""
    now, host = datetime.now(UTC), socket.gethostname()
    run_id = make_id(host, os.getpid(), now.isoformat())
    return RunInfo(run_id, kind, now, host, opened_coder(coder).info)


@lru_cache(maxsize=1)
def stored_keys(database: Path, folder: Path, coder: str) -> frozenset[str]:
    """Return the keys of documents that are stored with a coding by this very coder.

    A document that the coder refused is not among them: it is tried, and told, again. Asked once
    a process and run (which ``folder`` stands for).
    """
    del folder
    info = opened_coder(coder).info
    query = """
        select document_sources.document_id, document_sources.source_key, publishers.name,
               document_sources.address, document_sources.title, document_sources.published_on,
               document_sources.published_from, document_sources.language
        from document_sources
        left join publishers on publishers.publisher_id = document_sources.publisher_id
        where exists (
            select 1 from codings
            join coders on coders.coder_id = codings.coder_id
            where codings.document_id = document_sources.document_id
              and codings.state <> 'refused'
              and coders.name = ? and coders.version = ? and coders.config_hash = ?)
    """
    with closing(connect(database, read_only=True)) as connection:
        rows = connection.execute(query, [info.name, info.version, info.config_hash]).fetchall()
    return frozenset(source_id(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder in which a run keeps what it has coded, and the chunks that earlier runs left."""

    folder: Path
    leftovers: tuple[Path, ...]


@contextmanager
def open_staging(database: Path, run_id: str) -> Iterator[Staging]:
    """Give the staging area to one run; it is emptied once the block has loaded everything.

    It stays as it is where the block was interrupted or may succeed later, for the next run to
    load. It is emptied too where loading what is in it failed for good.

    Raises:
        DatabaseLockedError: another ingest into this database is under way.
    """
    area = staging_folder(database)
    area.mkdir(parents=True, exist_ok=True)
    with (area / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            message = f"{database}: another ingest is under way; start again when it has ended."
            raise DatabaseLockedError(message) from None
        runs = sorted(path for path in area.iterdir() if path.is_dir())
        leftovers = [
            chunk for run in runs for chunk in sorted(run.iterdir()) if chunk.name.isdigit()
        ]
        try:
            yield Staging(area / run_id, tuple(leftovers))
        except (TransientError, OSError, KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException:
            shutil.rmtree(area, ignore_errors=True)
            raise
        shutil.rmtree(area, ignore_errors=True)
