"""Linking: which reports are which events, written to the tables of events in one transaction.

Enters: a database with reports, and what has changed since it was last linked. Leaves: ``events``,
``event_reports``, ``event_actors``, ``event_redirects`` and the program's ``link_judgements``. The
events are a function of the reports that views show and of what people judged: neither order nor
batches matter (docs/adr/0007). Only pairs with a changed report are scored, and only the groups
that such pairs reach are made anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from etl.errors import DatabaseError
from etl.link.candidates import find_pairs, place_corrected, read_features, read_link_reports
from etl.link.clusters import KEPT_SCORE, SAME_SCORE, cluster_reports
from etl.link.events import LinkedEvent, consolidate, make_event_id
from etl.link.judgements import LINKER, read_judgements, write_scores
from etl.link.score import SCALE, score_pair
from etl.schema import events as tables
from etl.schema.connection import connect, require_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    import sqlalchemy as sa

    from etl.link.clusters import Pair, PersonJudgement
    from etl.link.features import LinkReport, ReportKey

NumberPair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """What a link looked at and what it wrote."""

    changed_reports: int = 0
    scored_pairs: int = 0
    touched_reports: int = 0
    events: int = 0


def link_database(
    database: Path, staged: Sequence[Path] = (), *, is_anew: bool = False
) -> LinkCounts:
    """Link what is new or changed, or all anew, in one transaction.

    ``staged`` are the chunks that were loaded: their documents may have got an earlier day.

    Raises:
        DatabaseError: the database is of another version, or refused the events: nothing changed.
        DatabaseLockedError: another process is writing.
    """
    files = [str(chunk / "documents.parquet") for chunk in staged]
    query = "select distinct document_id from read_parquet(?)"
    with _transaction(database) as connection:
        documents = connection.execute(query, [files]).fetchall() if files else []
        return link_reports(connection, documents=[key for (key,) in documents], is_anew=is_anew)


def change_and_link(
    database: Path, change: Callable[[duckdb.DuckDBPyConnection], list[str]]
) -> list[str]:
    """Let a change name the reports that it is about, and link what it touches: both or neither.

    Raises:
        DatabaseError: the database is of another version, or refused the events: nothing changed.
        DatabaseLockedError: another process is writing.
    """
    with _transaction(database) as connection:
        reports = change(connection)
        link_reports(connection, reports=reports)
        return reports


@contextmanager
def _transaction(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(database) as connection:
        require_head(connection, database)
        connection.begin()
        try:
            yield connection
        except duckdb.Error as error:
            connection.rollback()
            message = f"{database}: nothing was linked: {error}"
            raise DatabaseError(message) from error
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def link_reports(
    connection: duckdb.DuckDBPyConnection,
    *,
    documents: Sequence[str] = (),
    reports: Sequence[str] = (),
    is_anew: bool = False,
) -> LinkCounts:
    """Link within the caller's transaction.

    Reports that are new, gone or of another coder are found here; ``documents`` and ``reports``
    name others of which a value, a publication day or a judgement changed.
    """
    read_link_reports(connection)
    place_corrected(connection)
    row = connection.execute(
        "select 1 from link_judgements where judge_kind = 'program' and judge != ? limit 1",
        [LINKER],
    ).fetchone()
    work = _Neighbourhood() if is_anew or row else _find_changes(connection, documents, reports)
    work.judgements = read_judgements(connection)
    if work.is_all:
        _take_all(connection, work)
    elif work.changed or work.touched or work.retired:
        _score_changed(connection, work)
        _grow(connection, work)
    else:
        return LinkCounts()
    events = _make_events(work)
    _write(connection, work, events)
    return LinkCounts(len(work.changed), work.scored, len(work.touched), len(events))


@dataclass
class _Neighbourhood:
    """Reports by number: ``changed`` are scored, ``touched`` are put into events anew.

    ``retired`` are the ids of events that are written anew, ``scores`` those of pairs of which a
    report is touched, ``rewritten`` the stored judgements that go.
    """

    is_all: bool = True
    changed: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    retired: set[str] = field(default_factory=set)
    scores: dict[NumberPair, int] = field(default_factory=dict)
    rewritten: set[str] = field(default_factory=set)
    features: dict[int, LinkReport] = field(default_factory=dict)
    event_of: dict[int, str] = field(default_factory=dict)
    judgements: list[PersonJudgement] = field(default_factory=list)
    scored: int = 0

    def score(self, pairs: Iterable[NumberPair]) -> None:
        """Score pairs and keep what counts."""
        features, scores = self.features, self.scores
        for pair in pairs:
            self.scored += 1
            score = score_pair(features[pair[0]], features[pair[1]])
            if score >= KEPT_SCORE:
                scores[pair] = score


# ---- what has to be looked at ----------------------------------------------------------------


def _find_changes(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str], reports: Sequence[str]
) -> _Neighbourhood:
    """Return the changed reports, and those that stood beside what changed or is gone."""
    work = _Neighbourhood(is_all=False)
    connection.execute(f"""
        create or replace temp table link_edges as
        select l.number as one, r.number as other, judgement_id,
            cast(round(match_score * {SCALE}) as integer) as score
        from link_judgements as judged
        left join link_reports as l
            on judged.left_document_id = l.document_id
            and judged.left_trigger_start = l.trigger_start
            and judged.left_trigger_end = l.trigger_end
            and judged.left_trigger_item = l.trigger_item
        left join link_reports as r
            on judged.right_document_id = r.document_id
            and judged.right_trigger_start = r.trigger_start
            and judged.right_trigger_end = r.trigger_end
            and judged.right_trigger_item = r.trigger_item
        where judge_kind = 'program'
    """)  # noqa: S608 - a constant
    work.changed = _numbers(
        connection,
        "select number from link_reports where event_id is null "
        "or list_contains($1, document_id) or list_contains($2, report_id)",
        [list(documents), list(reports)],
    )
    # Of pairs with a changed report or one that is gone, the other one loses a neighbour.
    _fill(connection, "link_changed_numbers", work.changed)
    gone = connection.execute("""
        delete from link_edges
        where one is null or other is null
            or one in (select number from link_changed_numbers)
            or other in (select number from link_changed_numbers)
        returning one, other, judgement_id
    """).fetchall()
    work.rewritten = {judgement_id for *_, judgement_id in gone}
    work.touched = {number for pair in gone for number in pair[:2] if number is not None}
    work.touched |= work.changed
    rows = connection.execute("""
        select event_id from event_reports
        where report_id not in (select report_id from link_reports)
        union
        select event_id from events
        left join (
            select event_id, count(*) as found from event_reports group by event_id
        ) using (event_id)
        where report_count is distinct from found
    """).fetchall()
    work.retired = {event_id for (event_id,) in rows}
    return work


def _take_all(connection: duckdb.DuckDBPyConnection, work: _Neighbourhood) -> None:
    work.changed = _numbers(connection, "select number from link_reports")
    work.touched = set(work.changed)
    work.features = read_features(connection, work.changed)
    work.score(find_pairs(connection))
    rows = connection.execute(
        "select judgement_id from link_judgements where judge_kind = 'program'"
    )
    work.rewritten = {judgement_id for (judgement_id,) in rows.fetchall()}
    rows = connection.execute(
        "select event_id from events union select event_id from event_reports"
    )
    work.retired = {event_id for (event_id,) in rows.fetchall()}
    rows = connection.execute(
        "select number, event_id from link_reports where event_id is not null"
    )
    work.event_of = dict(rows.fetchall())


def _score_changed(connection: duckdb.DuckDBPyConnection, work: _Neighbourhood) -> None:
    pairs = list(find_pairs(connection, sorted(work.changed)))
    needed = {number for pair in pairs for number in pair}
    work.features = read_features(connection, needed)
    work.score(pairs)


def _grow(connection: duckdb.DuckDBPyConnection, work: _Neighbourhood) -> None:
    """Touch all that hangs together with what is touched, by scores, events or judgements."""
    beside: dict[int, set[int]] = defaultdict(set)
    for (one, other), score in work.scores.items():
        if score >= SAME_SCORE:
            beside[one].add(other)
            beside[other].add(one)
    for one, other in _judged_same(connection, work.judgements):
        beside[one].add(other)
        beside[other].add(one)
    new, is_grown = set(work.touched), False
    while not is_grown:
        _fill(connection, "link_new", new)
        connection.register(
            "link_retired", pa.table({"event_id": pa.array(sorted(work.retired), pa.string())})
        )
        found = _numbers(
            connection,
            f"""
            select other as number from link_edges
            where score >= {SAME_SCORE} and one in (select number from link_new)
            union
            select one as number from link_edges
            where score >= {SAME_SCORE} and other in (select number from link_new)
            union
            select number from link_reports
            where event_id in (
                select event_id from link_reports join link_new using (number)
                union select event_id from link_retired
            )
            """,  # noqa: S608 - a constant
        )
        connection.unregister("link_retired")
        found |= {number for one in new for number in beside[one]}
        rows = connection.execute(
            "select number, event_id from link_reports join link_new using (number)"
        ).fetchall()
        work.event_of.update(rows)
        work.retired |= {event_id for _, event_id in rows if event_id is not None}
        new = found - work.touched
        work.touched |= new
        is_grown = not new
    _fill(connection, "link_new", work.touched)
    rows = connection.execute("""
        select one, other, score, judgement_id from link_edges
        where one in (select number from link_new) and other in (select number from link_new)
    """).fetchall()
    for one, other, score, judgement_id in rows:
        work.scores[one, other] = score
        work.rewritten.add(judgement_id)
    missing = work.touched - work.features.keys()
    work.features.update(read_features(connection, missing))


def _judged_same(
    connection: duckdb.DuckDBPyConnection, judgements: Iterable[PersonJudgement]
) -> list[NumberPair]:
    """Return the numbers of pairs that a person judged the same."""
    keys = sorted({key for judgement in judgements if judgement.is_same for key in judgement.pair})
    if not keys:
        return []
    names = ("document_id", "trigger_start", "trigger_end", "trigger_item")
    connection.register(
        "link_judged",
        pa.table(dict(zip(names, map(list, zip(*keys, strict=True)), strict=True))),
    )
    rows = connection.execute(
        f"select {', '.join(names)}, number from link_reports join link_judged "  # noqa: S608
        f"using ({', '.join(names)})"
    ).fetchall()
    connection.unregister("link_judged")
    number_of = {tuple(key): number for *key, number in rows}
    return [
        (number_of[judgement.pair[0]], number_of[judgement.pair[1]])
        for judgement in judgements
        if judgement.is_same and all(key in number_of for key in judgement.pair)
    ]


# ---- what comes of it ------------------------------------------------------------------------


def _make_events(work: _Neighbourhood) -> list[LinkedEvent]:
    by_key = {work.features[number].key: work.features[number] for number in work.touched}
    scores = {
        (work.features[one].key, work.features[other].key): score
        for (one, other), score in work.scores.items()
        if one in work.touched and other in work.touched
    }
    held = [item for item in work.judgements if all(key in by_key for key in item.pair)]
    return [
        consolidate(by_key[key] for key in keys)
        for keys in cluster_reports(list(by_key), scores, held)
    ]


def _write(
    connection: duckdb.DuckDBPyConnection, work: _Neighbourhood, events: list[LinkedEvent]
) -> None:
    event_of: dict[ReportKey, str] = {
        report.key: event.event_id for event in events for report in event.reports
    }
    retired = pa.table({"event_id": pa.array(sorted(work.retired), pa.string())})
    connection.register("link_retired", retired)
    for table in ("event_reports", "event_actors", "events"):
        connection.execute(
            f"delete from {table} where event_id in (select event_id from link_retired)"  # noqa: S608
        )
    _insert(connection, tables.events, [event.row() for event in events])
    _insert(connection, tables.event_actors, [row for e in events for row in e.actor_rows()])
    _insert(
        connection,
        tables.event_reports,
        [
            {"report_id": report.report_id, "event_id": event.event_id}
            for event in events
            for report in event.reports
        ],
    )
    _write_redirects(connection, work, event_of)
    connection.unregister("link_retired")
    _write_scores(connection, work, event_of)


def _write_scores(
    connection: duckdb.DuckDBPyConnection, work: _Neighbourhood, event_of: dict[ReportKey, str]
) -> None:
    connection.register(
        "link_rewritten",
        pa.table({"judgement_id": pa.array(sorted(work.rewritten), pa.string())}),
    )
    connection.execute(
        "delete from link_judgements "
        "where judgement_id in (select judgement_id from link_rewritten)"
    )
    connection.unregister("link_rewritten")
    judged: list[tuple[Pair, int, bool]] = []
    for (one, other), score in work.scores.items():
        left, right = sorted((work.features[one].key, work.features[other].key))
        is_same = left in event_of and event_of[left] == event_of.get(right)
        judged.append(((left, right), score, is_same))
    write_scores(connection, judged)


def _write_redirects(
    connection: duckdb.DuckDBPyConnection, work: _Neighbourhood, event_of: dict[ReportKey, str]
) -> None:
    """Let every id that an event could have been given lead to it, and what is left over too.

    Each report's own id is an event or leads to one: that depends on no history. Ids whose first
    report is gone lead to where most of their event's other reports are now.
    """
    rows = {make_event_id(key): event_id for key, event_id in event_of.items()}
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    for number, old in work.event_of.items():
        if old is not None and number in work.touched:
            moved[old][event_of[work.features[number].key]] += 1
    heirs = {
        old: min(counts, key=lambda event_id: (-counts[event_id], event_id))
        for old, counts in moved.items()
    }
    leftovers = connection.execute(
        "delete from event_redirects "
        "where event_id in (select event_id from link_retired) returning *"
    ).fetchall()
    for retired_id, old in [*leftovers, *((old, old) for old in work.retired)]:
        heir = heirs.get(old, rows.get(old))
        if retired_id not in rows and heir is not None:
            rows[retired_id] = heir
    kept = pa.table({"retired_event_id": pa.array(list(rows), pa.string())})
    connection.register("link_redirected", kept)
    connection.execute(
        "delete from event_redirects where retired_event_id in "
        "(select retired_event_id from link_redirected)"
    )
    connection.unregister("link_redirected")
    _insert(
        connection,
        tables.event_redirects,
        [
            {"retired_event_id": retired_id, "event_id": event_id}
            for retired_id, event_id in rows.items()
            if retired_id != event_id
        ],
    )


# ---- small SQL -------------------------------------------------------------------------------

_ARROW_TYPES = {"Integer": pa.int32(), "Date": pa.date32()}


def _insert(
    connection: duckdb.DuckDBPyConnection, table: sa.Table, rows: list[dict[str, Any]]
) -> None:
    schema = pa.schema(
        [(c.name, _ARROW_TYPES.get(type(c.type).__name__, pa.string())) for c in table.columns]
    )
    connection.register("link_rows", pa.Table.from_pylist(rows, schema=schema))
    connection.execute(f"insert into {table.name} by name from link_rows")
    connection.unregister("link_rows")


def _numbers(
    connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[object] = ()
) -> set[int]:
    return {number for (number,) in connection.execute(query, list(values)).fetchall()}


def _fill(connection: duckdb.DuckDBPyConnection, name: str, numbers: Iterable[int]) -> None:
    rows = pa.table({"number": pa.array(sorted(numbers), pa.int32())})
    connection.register("link_numbers", rows)
    connection.execute(f"create or replace temp table {name} as from link_numbers")
    connection.unregister("link_numbers")
