"""Codings to Parquet files, one per table: what a worker leaves for the one writer."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import sqlalchemy as sa

from etl.ids import make_id
from etl.load.rows import STAGED_TABLES, make_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from etl.issues import Issue
    from etl.records import CodedDocument

_ARROW_TYPES: dict[type, pa.DataType] = {
    sa.String: pa.string(),
    sa.Integer: pa.int32(),
    sa.Double: pa.float64(),
    sa.Boolean: pa.bool_(),
    sa.Date: pa.date32(),
}
ISSUE_COLUMNS = (
    "issue_id",
    "stage",
    "severity",
    "code",
    "message",
    "source_key",
    "document_id",
)


def stage_chunk(
    coded: Sequence[CodedDocument], issues: Sequence[Issue], folder: Path, name: str
) -> Path:
    """Write a chunk's rows below ``folder/name`` and return that path; whole or not at all.

    The issues of the codings are staged too; ``issues`` are those of read and parse. A chunk that
    is there already is replaced.
    """
    rows, left_out = make_rows(coded)
    issues = [*issues, *(issue for item in coded for issue in item.coding.issues), *left_out]
    chunk, unfinished = folder / name, folder / f".{name}.{os.getpid()}.tmp"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for table in STAGED_TABLES:
        schema = pa.schema([(c.name, _ARROW_TYPES[type(c.type)]) for c in table.columns])
        _write(rows[table.name], schema, unfinished / f"{table.name}.parquet")
    _write(
        [_issue_row(issue) for issue in issues],
        pa.schema([(column, pa.string()) for column in ISSUE_COLUMNS]),
        unfinished / "issues.parquet",
    )
    shutil.rmtree(chunk, ignore_errors=True)
    unfinished.rename(chunk)
    return chunk


def _issue_row(issue: Issue) -> dict[str, Any]:
    row = {
        "stage": issue.stage,
        "severity": issue.severity,
        "code": issue.code,
        "message": issue.message,
        "source_key": issue.source_key,
        "document_id": issue.document_id,
    }
    return {**row, "issue_id": make_id(*row.values())}


def _write(rows: list[dict[str, Any]], schema: pa.Schema, path: Path) -> None:
    columns = [
        pa.array([_storable(row.get(field.name)) for row in rows], type=field.type)
        for field in schema
    ]
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), path)


def _storable(value: object) -> object:
    """Return a value as Parquet can hold it: half a surrogate pair becomes U+FFFD, one for one."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value
