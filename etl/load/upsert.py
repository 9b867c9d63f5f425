"""Staged chunks into the database, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from etl.records import CoderInfo


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A run as its row in ``runs``; ``kind`` is ingest, recode or link."""

    run_id: str
    kind: str
    started_at: datetime
    host: str
    coder: CoderInfo | None = None


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """Rows that a load added; re-loading the same chunks gives zeros."""

    documents: int = 0
    document_sources: int = 0
    codings: int = 0
    reports: int = 0
    casualties: int = 0
    issues: int = 0
    replaced_codings: int = 0


def load_chunks(database: Path, chunks: Sequence[Path], run: RunInfo) -> LoadCounts:
    """Load all chunks in one transaction; a failing error-level check rolls everything back.

    Raises:
        DatabaseError: a check failed, or the database is of another version.
        DatabaseLockedError: another process is writing.
    """
    raise NotImplementedError


def finish_run(database: Path, run: RunInfo, state: str) -> None:
    """Record how a run ended: ``done``, ``partial`` or ``failed``."""
    raise NotImplementedError


def set_current_coder(database: Path, coder: CoderInfo) -> None:
    """Make views prefer the codings of a coder; documents that it has not coded keep others'."""
    raise NotImplementedError
