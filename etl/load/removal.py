"""Taking rows out again: superseded codings after a load, and a document that is to be forgotten.

DuckDB refuses to delete a row whose children were deleted in the same transaction, so children go
first, in a transaction of their own. What is left over by an interruption goes the next time.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from etl.errors import DatabaseError
from etl.schema.connection import connect

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

# Children before parents; each statement is a transaction.
_CHILDREN = ("evidence", "event_reports", "report_actors", "casualties", "attributions")

# What texts brought in and nothing points at any more.
_UNUSED = (
    """
    delete from locations where location_id not in (
        select location_id from reports where location_id is not null
        union select location_id from events where location_id is not null
    )""",
    """
    delete from actors where origin != 'reference' and actor_id not in (
        select actor_id from report_actors
        union select actor_id from attributions where actor_id is not null
        union select actor_id from event_actors
    )""",
)

_SUPERSEDED = """
    select coding_id from codings
    qualify row_number() over (
        partition by document_id, coder_id
        order by published_on nulls last, source_key, coding_id
    ) > 1
"""


def remove_superseded(connection: duckdb.DuckDBPyConnection) -> None:
    """Take out codings of which the same coder made one with an earlier publication day."""
    rows = connection.execute(_SUPERSEDED).fetchall()
    if rows:
        _remove_codings(connection, [coding_id for (coding_id,) in rows])


def forget_document(database: Path, document_id: str, *, reason: str, forgotten_by: str) -> None:
    """Take a document, its text, its codings and what people said of it out for good.

    The fact that it was there stays in ``forgotten_documents``, and it is not loaded again. Old
    snapshots still hold it: publish anew, keeping none. A call that was interrupted is finished by
    another.

    Raises:
        DatabaseError: there is no such document, and none was forgotten.
    """
    with connect(database) as connection:
        known = connection.execute(
            "select document_id from documents where document_id = $1 "
            "union select document_id from forgotten_documents where document_id = $1",
            [document_id],
        ).fetchone()
        if known is None:
            message = f"{database}: no document has the id {document_id}."
            raise DatabaseError(message)
        connection.execute(
            "insert into forgotten_documents values (?, ?, ?, ?) on conflict (document_id) "
            "do nothing",
            [document_id, datetime.now(UTC).replace(tzinfo=None), forgotten_by, reason],
        )
        codings = connection.execute(
            "select coding_id from codings where document_id = ?", [document_id]
        ).fetchall()
        _remove_codings(connection, [coding_id for (coding_id,) in codings])
        for table, condition in (
            ("corrections", "document_id = $1"),
            ("link_judgements", "left_document_id = $1 or right_document_id = $1"),
            ("issues", "document_id = $1"),
            ("document_sources", "document_id = $1"),
            ("documents", "document_id = $1"),
        ):
            connection.execute(f"delete from {table} where {condition}", [document_id])  # noqa: S608
        connection.execute("checkpoint")


def _remove_codings(connection: duckdb.DuckDBPyConnection, codings: list[str]) -> None:
    reports = "select report_id from reports where list_contains($1, coding_id)"
    for table in _CHILDREN:
        connection.execute(f"delete from {table} where report_id in ({reports})", [codings])  # noqa: S608
    connection.execute("delete from reports where list_contains($1, coding_id)", [codings])
    connection.execute("delete from codings where list_contains($1, coding_id)", [codings])
    for statement in _UNUSED:
        connection.execute(statement)
