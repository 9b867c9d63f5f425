"""Staged chunks into the database: all of a batch in one transaction, in any order, any often.

The SQL is made from the metadata. Rows that name the same thing are settled by rules that do not
depend on the order of arrival: see ``_LEAST_ROW`` and ``_LEAST_VALUES``. Of the codings of one
document by one coder the one made with the earliest publication day stays (docs/adr/0003).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import duckdb

from etl.errors import DatabaseError
from etl.load.removal import remove_superseded
from etl.load.rows import STAGED_TABLES, make_coder_id
from etl.load.staging import ISSUE_COLUMNS
from etl.schema.connection import connect, require_head
from etl.schema.tables import metadata
from etl.views.apply import apply_views, run_checks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import sqlalchemy as sa

    from etl.records import CoderInfo

# Of rival rows the least one stays, compared by these columns and then by all others; an empty
# value comes last.
_LEAST_ROW = {
    "documents": ("published_on", "source_key"),
    "document_sources": ("published_on",),
    "codings": ("published_on", "source_key"),
    "actors": ("list_position(['reference', 'report', 'attribution'], {row}.origin)",),
}
# Of rival values the least one stays, column by column.
_LEAST_VALUES = {"publishers"}
# Their ids stand for their whole content, so that rivals are equal.
_NO_RIVALS = {"coders", "locations"}
# Of these only the rows of codings that are new and not superseded are loaded.
_OF_CODINGS = {"reports", "report_actors", "casualties", "attributions", "evidence"}
# Of these only the rows that such rows point at.
_POINTED_AT = {
    "locations": "location_id in (select location_id from loaded_reports)",
    "actors": """actor_id in (
        select actor_id from staged_report_actors
        where report_id in (select report_id from loaded_reports)
        union
        select actor_id from staged_attributions
        where report_id in (select report_id from loaded_reports)
    )""",
    "codings": "coding_id in (select coding_id from winning_codings)",
}


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A run as its row in ``runs``; ``kind`` is ingest, recode or link, ``started_at`` in UTC."""

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

    Codings that are superseded by those of an earlier publication day leave after the commit;
    views do not show them even if that is interrupted.

    Raises:
        DatabaseError: a check failed, or the database is of another version.
        DatabaseLockedError: another process is writing.
    """
    with connect(database) as connection:
        require_head(connection, database)
        connection.begin()
        try:
            record_run(connection, run)
            counts = _load(connection, chunks, run) if chunks else LoadCounts()
            _refuse_offenders(connection, database)
        except duckdb.Error as error:
            connection.rollback()
            message = f"{database}: nothing was loaded: {error}"
            raise DatabaseError(message) from error
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
        remove_superseded(connection)
        return counts


def finish_run(database: Path, run: RunInfo, state: str) -> None:
    """Record how a run ended: ``done``, ``partial`` or ``failed``."""
    with connect(database) as connection:
        record_run(connection, run)
        connection.execute(
            "update runs set state = ?, ended_at = ? where run_id = ?",
            [state, datetime.now(UTC).replace(tzinfo=None), run.run_id],
        )


def record_run(connection: duckdb.DuckDBPyConnection, run: RunInfo) -> None:
    """Enter a run as running, unless it is there."""
    connection.execute(
        """
        insert into runs (run_id, kind, state, started_at, host, coder_id,
                          document_count, coding_count, report_count, issue_count)
        values (?, ?, 'running', ?, ?, ?, 0, 0, 0, 0)
        on conflict (run_id) do nothing
        """,
        [
            run.run_id,
            run.kind,
            run.started_at.astimezone(UTC).replace(tzinfo=None),
            run.host,
            make_coder_id(run.coder) if run.coder else None,
        ],
    )


def set_current_coder(database: Path, coder: CoderInfo) -> None:
    """Make views prefer the codings of a coder; documents that it has not coded keep others'.

    Raises:
        DatabaseError: no coding of that coder is stored.
    """
    with connect(database) as connection:
        connection.begin()
        coder_id = make_coder_id(coder)
        known = connection.execute("select 1 from coders where coder_id = ?", [coder_id]).fetchone()
        if known is None:
            message = f"{database}: coder {coder.name} {coder.version} has coded nothing here."
            raise DatabaseError(message)
        _prefer(connection, [coder_id])
        connection.commit()


def _prefer(connection: duckdb.DuckDBPyConnection, first: list[str]) -> None:
    """Put coders at the head of the preferences, in this order."""
    rows = connection.execute("select coder_id from current_coders order by preference").fetchall()
    others = [coder_id for (coder_id,) in rows if coder_id not in first]
    connection.execute("delete from current_coders")
    connection.executemany(
        "insert into current_coders (coder_id, preference) values (?, ?)",
        [[coder_id, place] for place, coder_id in enumerate([*first, *others], start=1)],
    )


# ---- the load --------------------------------------------------------------------------------


def _load(
    connection: duckdb.DuckDBPyConnection, chunks: Sequence[Path], run: RunInfo
) -> LoadCounts:
    counted = [name for name in LoadCounts.__dataclass_fields__ if name in metadata.tables]
    before = _count(connection, counted)
    for table in STAGED_TABLES:
        _stage(connection, table, chunks)
    _choose_codings(connection)
    for table in STAGED_TABLES:
        connection.execute(_insert_statement(table))
    _insert_issues(connection, chunks, run)
    _prefer_new_coders(connection)
    after = _count(connection, counted)
    added = {name: after[name] - before[name] for name in counted}
    replaced = connection.execute("select count(*) from superseded_codings").fetchone()
    replaced_codings = replaced[0] if replaced else 0
    for name in [*(f"staged_{table.name}" for table in STAGED_TABLES), *_TEMPORARY]:
        connection.execute(f"drop table temp.{name}")
    connection.execute(
        """
        update runs set document_count = document_count + ?, coding_count = coding_count + ?,
            report_count = report_count + ?, issue_count = issue_count + ?
        where run_id = ?
        """,
        [added["documents"], added["codings"], added["reports"], added["issues"], run.run_id],
    )
    return LoadCounts(**added, replaced_codings=replaced_codings)


def _stage(connection: duckdb.DuckDBPyConnection, table: sa.Table, chunks: Sequence[Path]) -> None:
    """Make the temporary table of a table's staged rows, without those of forgotten documents."""
    files = [str(chunk / f"{table.name}.parquet") for chunk in chunks]
    kept = "true"
    if "document_id" in table.columns:
        kept = "document_id not in (select document_id from forgotten_documents)"
    elif "report_id" in table.columns:
        kept = "report_id in (select report_id from staged_reports)"
    connection.execute(
        f"create temp table staged_{table.name} as "  # noqa: S608 - a table's name
        f"select distinct * from read_parquet(?) where {kept}",
        [files],
    )


_TEMPORARY = ("winning_codings", "loaded_reports", "superseded_codings")


def _choose_codings(connection: duckdb.DuckDBPyConnection) -> None:
    """Settle which coding of each staged document and coder stays: the earliest day's."""
    connection.execute("""
        create temp table winning_codings as
        with candidates as (
            select coding_id, document_id, coder_id, published_on, source_key
            from staged_codings
            union all
            select coding_id, document_id, coder_id, published_on, source_key
            from codings
            where document_id in (select document_id from staged_codings)
        )
        select coding_id, document_id, coder_id from candidates
        qualify row_number() over (
            partition by document_id, coder_id
            order by published_on nulls last, source_key, coding_id
        ) = 1
    """)
    connection.execute("""
        create temp table loaded_reports as
        select report_id, location_id from staged_reports
        where coding_id in (select coding_id from winning_codings)
            and coding_id not in (select coding_id from codings)
    """)
    connection.execute("""
        create temp table superseded_codings as
        select codings.coding_id from codings
        join winning_codings using (document_id, coder_id)
        where codings.coding_id != winning_codings.coding_id
    """)


def _insert_statement(table: sa.Table) -> str:
    """Return the SQL that takes a table's staged rows in."""
    name = table.name
    staged = f"staged_{name}"
    names = [column.name for column in table.columns]
    listed = ", ".join(names)
    if name in _OF_CODINGS:
        return (
            f"insert into {name} by name select {listed} from {staged} "  # noqa: S608
            "where report_id in (select report_id from loaded_reports)"
        )
    keys = [column.name for column in table.primary_key]
    values = [column for column in names if column not in keys]
    target = f"on conflict ({', '.join(keys)})"
    chosen = _POINTED_AT.get(name, "true")
    if name in _NO_RIVALS:
        return (
            f"insert into {name} by name select {listed} from {staged} where {chosen} "  # noqa: S608
            f"{target} do nothing"
        )
    if name in _LEAST_VALUES:
        least = ", ".join(f"min({column}) as {column}" for column in values)
        merged = ", ".join(
            f"{column} = least({name}.{column}, excluded.{column})" for column in values
        )
        return (
            f"insert into {name} by name select {', '.join(keys)}, {least} from {staged} "  # noqa: S608
            f"group by {', '.join(keys)} {target} do update set {merged}"
        )
    # Rivals have the same text, which is long: it is neither compared nor set. Columns that are
    # keys of others cannot be set, and are the same in all codings of one id.
    same = {"documents": {"text"}, "codings": {"document_id", "coder_id", "state", "report_count"}}
    values = [column for column in values if column not in same.get(name, ())]
    assignments = ", ".join(f"{column} = excluded.{column}" for column in values)
    return (
        f"insert into {name} by name select {listed} from {staged} where {chosen} "  # noqa: S608
        f"qualify row_number() over (partition by {', '.join(keys)} "
        f"order by {_rank(name, values, staged)}) = 1 "
        f"{target} do update set {assignments} "
        f"where ({_rank(name, values, 'excluded')}) < ({_rank(name, values, name)})"
    )


def _rank(name: str, values: Sequence[str], row: str) -> str:
    """Return the SQL of what rows are compared by; '~' sorts an empty value after days."""
    first = _LEAST_ROW[name]
    columns = [*first, *(column for column in values if column not in first)]
    return ", ".join(
        column.format(row=row)
        if "{row}" in column
        else f"coalesce(cast({row}.{column} as varchar), '~')"
        for column in columns
    )


def _insert_issues(
    connection: duckdb.DuckDBPyConnection, chunks: Sequence[Path], run: RunInfo
) -> None:
    columns = ", ".join(ISSUE_COLUMNS)
    connection.execute(
        f"insert into issues by name select distinct ? as run_id, {columns} "  # noqa: S608
        "from read_parquet(?) on conflict (run_id, issue_id) do nothing",
        [run.run_id, [str(chunk / "issues.parquet") for chunk in chunks]],
    )


def _prefer_new_coders(connection: duckdb.DuckDBPyConnection) -> None:
    """Put a new version of the current coder first, a coder of another name last."""
    unknown = connection.execute("""
        select coders.coder_id, coders.name from coders
        where coders.coder_id not in (select coder_id from current_coders)
        order by coders.name, coders.version, coders.config_hash
    """).fetchall()
    current = connection.execute("""
        select coders.name from coders join current_coders using (coder_id)
        order by current_coders.preference limit 1
    """).fetchone()
    for coder_id, name in unknown:
        if current is None or name == current[0]:
            _prefer(connection, [coder_id])
            current = (name,)
        else:
            connection.execute(
                "insert into current_coders select ?, max(preference) + 1 from current_coders",
                [coder_id],
            )


def _count(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> dict[str, int]:
    counts = {}
    for name in names:
        row = connection.execute(f"select count(*) from {name}").fetchone()  # noqa: S608
        counts[name] = row[0] if row else 0
    return counts


def _refuse_offenders(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    apply_views(connection)
    for result in run_checks(connection, levels=("error",)):
        if result.offenders:
            message = (
                f"{database}: nothing was loaded: {result.name} found {result.offenders} rows, "
                f"such as {result.examples[0]}."
            )
            raise DatabaseError(message)
