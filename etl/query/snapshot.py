"""Snapshots: the database as readers see it, a file of its own that nobody writes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def publish(database: Path) -> Path:
    """Publish the database as a new snapshot and return its path; older ones are pruned.

    Raises:
        DatabaseError: there is no database.
        DatabaseLockedError: another process is writing.
    """
    raise NotImplementedError


def open_snapshot(database: Path) -> Path:
    """Return the path of the current snapshot.

    Raises:
        DatabaseError: nothing has been published.
    """
    raise NotImplementedError
