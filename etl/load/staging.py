"""Codings to Parquet files, one per table: what a worker leaves for the one writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from etl.issues import Issue
    from etl.records import CodedDocument


def stage_chunk(
    coded: Sequence[CodedDocument], issues: Sequence[Issue], folder: Path, name: str
) -> Path:
    """Write a chunk's rows below ``folder/name`` and return that path; whole or not at all.

    The issues of the codings are staged too; ``issues`` are those of read and parse. A chunk that
    is there already is replaced.
    """
    raise NotImplementedError
