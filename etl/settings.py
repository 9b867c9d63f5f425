"""Where things are: the database that a command works on, and what stands beside it."""

from __future__ import annotations

import os
from pathlib import Path

DATABASE_VARIABLE = "DIURNA_DB"
DEFAULT_DATABASE = "diurna.duckdb"


def database_path(argument: str | Path | None = None) -> Path:
    """Return the database: the argument, else ``DIURNA_DB``, else ``./diurna.duckdb``."""
    return Path(argument or os.environ.get(DATABASE_VARIABLE) or DEFAULT_DATABASE)


def staging_folder(database: Path) -> Path:
    """Return the folder beside the database in which an ingest keeps what is not loaded yet."""
    return database.with_name(f"{database.stem}.staging")
