"""Judgements of pairs as rows of ``link_judgements``: people's, and the program's with its score.

A person's judgement names documents and trigger words, so that it holds for whatever report is
coded there, and outranks the score. The program's rows are written by link: they tell why reports
are one event, or how near they came to it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from etl.errors import UsageError
from etl.ids import make_id
from etl.link.clusters import PersonJudgement
from etl.link.score import SCALE
from etl.schema.events import link_judgements

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    from etl.link.clusters import Pair
    from etl.link.features import ReportKey

# The number is raised when the definition of scores or groups changes: all is then linked anew.
LINKER = "diurna link 1"
_SIDES = ("document_id", "trigger_start", "trigger_end", "trigger_item")
_KEY_COLUMNS = [f"{side}_{column}" for side in ("left", "right") for column in _SIDES]


def find_report(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[str, ReportKey]:
    """Return the report of this id, or the first one of the event of this id, with its key.

    Raises:
        UsageError: there is neither.
    """
    row = connection.execute(
        """
        select report_id, document_id, trigger_start, trigger_end, trigger_item
        from base_reports
        where report_id = $1 or event_id = $1
            or event_id = (select event_id from event_redirects where retired_event_id = $1)
        order by report_id = $1 desc, published_on nulls last, document_id, trigger_start,
            trigger_end, trigger_item
        limit 1
        """,
        [name],
    ).fetchone()
    if row is None:
        raise UsageError(f"no report or event has the id {name!r}; diurna show EVENT lists them.")
    return row[0], (row[1], row[2], row[3], row[4])


def record_judgement(
    connection: duckdb.DuckDBPyConnection, pair: Pair, *, is_same: bool, judge: str, reason: str
) -> None:
    """Enter what a person judges of two reports; a second judgement of theirs takes its place."""
    left, right = sorted(pair)
    judged_at = datetime.now(UTC).replace(tzinfo=None)
    row = {
        **_key_row((left, right)),
        "judgement_id": make_id(*left, *right, "person", judge),
        "verdict": "same" if is_same else "different",
        "match_score": None,
        "judge_kind": "person",
        "judge": judge,
        "judged_at": judged_at,
        "reason": reason,
    }
    names = ", ".join(row)
    connection.execute(
        f"insert into link_judgements ({names}) values ({', '.join('?' * len(row))}) "  # noqa: S608
        "on conflict (judgement_id) do update set verdict = excluded.verdict, "
        "judged_at = excluded.judged_at, reason = excluded.reason",
        list(row.values()),
    )


def read_judgements(connection: duckdb.DuckDBPyConnection) -> list[PersonJudgement]:
    """Return what people judged."""
    rows = connection.execute(f"""
        select {", ".join(_KEY_COLUMNS)}, verdict = 'same', judged_at, judgement_id
        from link_judgements where judge_kind = 'person'
    """).fetchall()  # noqa: S608 - columns
    return [
        PersonJudgement(
            ((row[0], row[1], row[2], row[3]), (row[4], row[5], row[6], row[7])),
            row[8],
            row[9] or datetime.min,  # noqa: DTZ901 - days and times of the database have no zone
            row[10],
        )
        for row in rows
    ]


def write_scores(
    connection: duckdb.DuckDBPyConnection, scores: Iterable[tuple[Pair, int, bool]]
) -> None:
    """Enter the program's judgements: a pair, the lesser key first, its score, and the verdict."""
    columns: dict[str, list[Any]] = {column.name: [] for column in link_judgements.columns}
    for pair, score, is_same in scores:
        for name, value in _key_row(pair).items():
            columns[name].append(value)
        columns["judgement_id"].append(make_id(*pair[0], *pair[1], "program"))
        columns["verdict"].append("same" if is_same else "different")
        columns["match_score"].append(score / SCALE)
    count = len(columns["judgement_id"])
    columns["judge_kind"] = ["program"] * count
    columns["judge"] = [LINKER] * count
    columns["judged_at"] = pa.nulls(count, pa.timestamp("us"))
    columns["reason"] = pa.nulls(count, pa.string())
    if count:
        connection.register("link_scored", pa.table(columns))
        connection.execute("insert into link_judgements by name from link_scored")
        connection.unregister("link_scored")


def _key_row(pair: Pair) -> dict[str, Any]:
    return dict(zip(_KEY_COLUMNS, (*pair[0], *pair[1]), strict=True))
