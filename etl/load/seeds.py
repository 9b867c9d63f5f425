"""Lookups and reference data into the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from etl.issues import Issue


def load_reference(connection: duckdb.DuckDBPyConnection) -> list[Issue]:
    """Load the files under ``seeds/reference``; a changed row updates; return doubts."""
    raise NotImplementedError
