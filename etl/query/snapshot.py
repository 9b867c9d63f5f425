"""Snapshots: the database as readers see it, a file of its own that nobody writes to.

Beside ``x.duckdb`` stand ``x.snapshot-N.duckdb``, numbered upwards, and ``x.current``, a file that
holds the name of the current one. A name is never used twice: DuckDB would give a process that
still holds the old file the old content under it.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

from etl.errors import DatabaseError

if TYPE_CHECKING:
    from pathlib import Path

# Readers that opened the one before the current still find it by name.
KEPT_SNAPSHOTS = 2


def publish(database: Path, *, keep: int = KEPT_SNAPSHOTS) -> Path:
    """Publish the database as a new snapshot and return its path.

    The newest ``keep`` snapshots stay, the new one among them; older files are removed (who has
    one open keeps it).

    Raises:
        DatabaseError: there is no database.
        DatabaseLockedError: another process is writing.
    """
    # DuckDB and Alembic take a while to import, which readers need not wait for.
    from etl.schema.connection import connect

    number = 1 + max((number for number, _ in _snapshots(database)), default=0)
    snapshot = database.with_name(f"{database.stem}.snapshot-{number:06d}.duckdb")
    unfinished = snapshot.with_suffix(".tmp")
    with connect(database) as connection:
        connection.execute("force checkpoint")
        # While this connection is open nobody else can write.
        shutil.copyfile(database, unfinished)
    _sync(unfinished)
    unfinished.chmod(0o444)
    unfinished.replace(snapshot)
    pointer = _pointer(database)
    written = pointer.with_suffix(".current.tmp")
    written.write_text(snapshot.name + "\n", encoding="utf-8")
    _sync(written)
    written.replace(pointer)
    for _, old in sorted(_snapshots(database))[:-keep]:
        old.unlink(missing_ok=True)
    return snapshot


def open_snapshot(database: Path) -> Path:
    """Return the path of the current snapshot.

    Raises:
        DatabaseError: nothing has been published.
    """
    try:
        name = _pointer(database).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        name = ""
    snapshot = database.with_name(name) if name else None
    if snapshot is None or not snapshot.is_file():
        if database.is_file():
            message = f"{database}: nothing is published; run: diurna db publish --db {database}"
        else:
            message = (
                f"{database}: no such database; run: diurna ingest SOURCE --db {database}, "
                "or name another with --db FILE or DIURNA_DB."
            )
        raise DatabaseError(message)
    return snapshot


def _pointer(database: Path) -> Path:
    return database.with_name(f"{database.stem}.current")


def _snapshots(database: Path) -> list[tuple[int, Path]]:
    pattern = re.compile(re.escape(database.stem) + r"\.snapshot-(\d+)\.duckdb")
    return (
        [
            (int(found[1]), path)
            for path in database.parent.iterdir()
            if (found := pattern.fullmatch(path.name))
        ]
        if database.parent.is_dir()
        else []
    )


def _sync(path: Path) -> None:
    """Bring a file to the disk before its name says that it is whole."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
