"""Snapshots, locked-down SQL and frames, over a real file and a real process."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from etl.errors import DatabaseError, QueryError, UsageError
from etl.query import frames
from etl.query.render import write
from etl.query.snapshot import open_snapshot, publish
from etl.query.sql import run_query
from tests.integration import made_codings as made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a published database of the sample."""
    made_database = made.make_database(tmp_path_factory.mktemp("query"), made.sample())
    publish(made_database)
    return made_database


@pytest.fixture(scope="module")
def snapshot(database: Path) -> Path:
    """Return its snapshot."""
    return open_snapshot(database)


# ---- snapshots -------------------------------------------------------------------------------


def test_readers_keep_what_they_opened_while_more_is_published(tmp_path: Path) -> None:
    """A snapshot stays as it was; the next has a new name and the new rows."""
    database = made.make_database(tmp_path, made.sample()[:1])
    first = publish(database)
    with frames.open(database) as reader:
        made.load(database, tmp_path / "more", made.sample()[2:])
        second = publish(database)
        assert len(reader.reports()) == 1
    assert first != second == open_snapshot(database)
    with frames.open(database) as reader:
        assert len(reader.reports()) == 4


def test_old_snapshots_are_pruned(tmp_path: Path) -> None:
    """The two newest snapshots stay, or as many as are asked for; no unfinished file does."""
    database = made.make_database(tmp_path)
    published = [publish(database) for _ in range(4)]
    assert sorted(tmp_path.glob("*.snapshot-*")) == published[-2:]
    last = publish(database, keep=1)
    assert sorted(tmp_path.glob("*.snapshot-*")) == [last]
    assert not list(tmp_path.glob("*.tmp"))


def test_nothing_published_tells_the_next_step(tmp_path: Path) -> None:
    """Both a missing database and an unpublished one name the command that helps."""
    with pytest.raises(DatabaseError, match="diurna ingest"):
        open_snapshot(tmp_path / "none.duckdb")
    database = made.make_database(tmp_path)
    with pytest.raises(DatabaseError, match="diurna db publish"):
        open_snapshot(database)


# ---- SQL -------------------------------------------------------------------------------------


def test_rows_come_back_with_their_types(snapshot: Path) -> None:
    """Dates, numbers, lists, structures and nothing at all arrive as Python's own values."""
    result = run_query(
        snapshot,
        "select date '2020-01-02' as day, 1.5::double as ratio, [1, null] as items, "
        "{'a': 'ü'} as pair, null as nothing, true as flag, 12::hugeint as big",
    )
    assert result.columns == ("day", "ratio", "items", "pair", "nothing", "flag", "big")
    assert result.types[:2] == ("DATE", "DOUBLE")
    assert result.rows == ((dt.date(2020, 1, 2), 1.5, [1, None], {"a": "ü"}, None, True, 12),)


@pytest.mark.parametrize(
    "sql",
    [
        "from event_types limit 1",
        "with a as (select 1) select * from a",
        "show tables",
        "describe mart_events",
        "summarize event_types",
        "explain select 1",
        "-- a comment\nselect 1;",
        "pivot event_types on family in ('battle') using count(*)",
    ],
)
def test_statements_that_read_are_run(snapshot: Path, sql: str) -> None:
    """Every kind of statement that only reads gives rows."""
    assert run_query(snapshot, sql).rows


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('{file}')",
        "select * from read_text('{file}')",
        "select * from '{file}'",
        "select * from glob('{folder}/*')",
        "select * from sniff_csv('{file}')",
        "copy (select 1) to '{folder}/out.csv'",
        "explain analyze copy (select 1) to '{folder}/out.csv'",
        "export database '{folder}/out'",
        "attach '{folder}/other.duckdb'",
        "set threads = 2",
        "set enable_external_access = true",
        "pragma threads = 2",
        "install fts",
        "load fts",
        "call enable_logging(storage = 'file')",
        "explain analyze call enable_logging(storage = 'file', storage_path = '{folder}/log')",
        "from enable_logging(storage = 'file', storage_path = '{folder}/log')",
        "from enable_profiling(format = 'json', save_location = '{folder}/out.json')",
        "from query('from enable_' || 'logging()')",
        "from query /* */ ('select 1')",
        "from json_execute_serialized_sql(json_serialize_sql('select 1'))",
        "create table t (a int)",
        "create temp table t (a int)",
        "insert into event_types values ('x', 'y', 'z', 'w')",
        "update events set status = 'denied'",
        "delete from documents",
        "drop view mart_events",
        "create secret (type s3)",
        "checkpoint",
        "vacuum",
        "begin",
        "prepare p as select 1",
        "use memory",
        "select 1; select 2",
        "select 1; copy (select 1) to '{folder}/out.csv'",
        "",
        "-- nothing",
        "selec 1",
        "select '\ud800'",
    ],
)
def test_attacks_are_refused_in_one_line(snapshot: Path, tmp_path: Path, sql: str) -> None:
    """Files, other databases, settings, writes and several statements are refused; nothing is written."""
    secret = tmp_path / "secret.csv"
    secret.write_text("hidden\n1\n")
    with pytest.raises(QueryError) as refusal:
        run_query(snapshot, sql.replace("{file}", str(secret)).replace("{folder}", str(tmp_path)))
    message = str(refusal.value)
    assert message
    assert "\n" not in message
    assert "hidden" not in message
    assert list(tmp_path.iterdir()) == [secret]


@pytest.mark.parametrize(
    ("sql", "hint"),
    [
        ("select * from mart_event", "'mart_events'"),
        ("select event_tipe from mart_events", "'event_type'"),
        ("select e.contry from mart_events e", "'country'"),
    ],
)
def test_the_nearest_name_is_suggested(snapshot: Path, sql: str, hint: str) -> None:
    """A misspelled view or column is answered with the one that is meant."""
    with pytest.raises(QueryError, match=hint):
        run_query(snapshot, sql)


def test_a_statement_that_does_not_end_is_stopped(snapshot: Path) -> None:
    """The time limit holds, and is told."""
    began = time.monotonic()
    with pytest.raises(QueryError, match="stopped after 1 s"):
        run_query(
            snapshot,
            "select sum(a.range * b.range) from range(10000000) a, range(10000000) b",
            seconds=1,
        )
    assert time.monotonic() - began < 20


def test_memory_is_bounded(snapshot: Path) -> None:
    """A statement that needs more memory than it may is refused."""
    with pytest.raises(QueryError, match="more than 50MB of memory"):
        run_query(snapshot, "select list(range) from range(100000000)", memory="50MB")


def test_rows_beyond_the_limit_are_cut_and_told(snapshot: Path) -> None:
    """``max_rows`` cuts a result and says so; a result of just as many rows is whole."""
    cut = run_query(snapshot, "from range(10001)", max_rows=10000)
    assert (len(cut.rows), cut.is_truncated) == (10000, True)
    whole = run_query(snapshot, "from range(10000)", max_rows=10000)
    assert (len(whole.rows), whole.is_truncated) == (10000, False)


def test_parquet_is_written_by_the_parent(snapshot: Path, tmp_path: Path) -> None:
    """A result is written with its types, also where a column is empty."""
    out = tmp_path / "events.parquet"
    write(run_query(snapshot, "select * from mart_events order by event_id"), "parquet", out)
    table = pd.read_parquet(out, dtype_backend="pyarrow")
    assert len(table) == 4
    assert str(table.dtypes["occurred_from"]) == "date32[day][pyarrow]"
    assert list(tmp_path.iterdir()) == [out]


# ---- frames ----------------------------------------------------------------------------------


def test_frames_have_documented_dtypes(database: Path) -> None:
    """Codes are categories, counts nullable integers; what is not said is not 0."""
    with frames.open(database) as reader:
        events = reader.events()
    assert events["event_type"].dtype == "category"
    assert "air_strike" in events["event_type"].cat.categories
    assert str(events["killed_best"].dtype) == "Int64"
    assert events["killed_best"].isna().sum() == 3
    assert str(events["is_counted"].dtype) == "boolean"
    assert events["occurred_from"].dtype.kind == "M"
    assert list(events.columns[:3]) == ["event_id", "event_type", "family"]


def test_frames_filter_by_columns_and_days(database: Path) -> None:
    """Filters take a value, a list or None; days take in events that overlap them."""
    with frames.open(database) as reader:
        assert len(reader.events(status="planned")) == 1
        assert len(reader.events(event_type=["shelling", "armed_clash"], country="YEM")) == 4
        assert len(reader.events(since="2020-01-06")) == 1
        assert len(reader.events(until=dt.date(2020, 1, 5))) == 3
        assert len(reader.reports(published_on=None)) == 2
        assert len(reader.casualties()) == 1
        assert len(reader.actors(role="initiator")) == 4
        assert set(reader.evidence()["evidence_text"]) == {"Fighting", "Shells fell", "Protesters"}
        with pytest.raises(UsageError, match="has no column 'contry'; it has: event_id"):
            reader.events(contry="YEM")
        with pytest.raises(QueryError):
            reader.frame("select * from read_csv('x')")


def test_frames_open_what_the_environment_names(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an argument ``DIURNA_DB`` tells which database is meant."""
    monkeypatch.setenv("DIURNA_DB", str(database))
    with frames.open() as reader:
        assert reader.frame("select count(*) as n from mart_events")["n"].tolist() == [4]
