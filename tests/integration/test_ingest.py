"""``diurna ingest`` and what reads its result: the whole way through the real command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.errors import DatabaseLockedError
from etl.ingest import open_staging

Run = Callable[..., subprocess.CompletedProcess[str]]
TablesOf = Callable[[Path], dict[str, list[tuple[Any, ...]]]]


def query(run: Run, sql: str) -> list[dict[str, Any]]:
    """Return the rows of a statement run by the command line."""
    result = run("sql", sql, "--format", "json")
    assert result.returncode == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_ingest_ends_with_a_table_and_the_next_step(run: Run, articles: Path) -> None:
    """The closing table counts documents and reports; the next step can be run as it stands."""
    result = run("ingest", articles)
    assert result.returncode == 0, result.stderr
    assert "documents new" in result.stdout
    assert "diurna sql" in result.stderr
    assert "\x1b" not in result.stdout + result.stderr
    assert not list(articles.parent.glob("*.staging"))


def test_closing_table_for_machines_is_an_object(run: Run, loaded: Path, articles: Path) -> None:
    """With --log-format json the counts are fields of one message, and nothing is printed."""
    result = run("ingest", articles, "--log-format", "json")
    row = json.loads(result.stderr.splitlines()[-1])
    assert (row["documents_read"], row["documents_new"]) == (3, 0)
    assert result.stdout == ""


def test_rows_are_what_code_prints(run: Run, loaded: Path, articles: Path) -> None:
    """The database holds the very events that `diurna code` prints."""
    printed = [json.loads(line) for line in run("code", articles, "--jsonl").stdout.splitlines()]
    told = sorted(
        (row["id"], event["type"], event["status"], event["trigger"]["start"])
        for row in printed
        for event in row["events"]
    )
    rows = query(run, "select source_key, event_type, status, trigger_start from base_reports")
    assert told == sorted(tuple(row.values()) for row in rows)
    assert told


def test_evidence_in_the_database_is_the_words(run: Run, loaded: Path) -> None:
    """A trigger's words can be cut out of the stored text by SQL."""
    with closing(duckdb.connect(str(loaded), read_only=True)) as connection:
        rows = connection.execute(
            """
            select reports.trigger_text, substr(text, trigger_start + 1, trigger_end - trigger_start)
            from reports join documents using (document_id)
            """
        ).fetchall()
    assert rows
    assert all(words == cut for words, cut in rows)


def test_ingesting_twice_changes_nothing(
    run: Run, loaded: Path, articles: Path, tables_of: TablesOf
) -> None:
    """The second time every document is known, and no table but the logs has another row."""
    before = tables_of(loaded)
    result = run("ingest", articles)
    assert result.returncode == 0, result.stderr
    assert tables_of(loaded) == before
    known = next(line for line in result.stdout.splitlines() if "documents known" in line)
    assert known.split()[-1] == "3"


def test_order_and_workers_change_nothing(
    run: Run, articles: Path, tmp_path: Path, tables_of: TablesOf
) -> None:
    """The same documents in another order, by more processes, give the same rows."""
    lines = articles.read_text().splitlines(keepends=True)
    backwards = tmp_path / "backwards.jsonl"
    backwards.write_text("".join(reversed(lines)))
    for database, source, workers in (("a", articles, "1"), ("b", backwards, "2")):
        result = run("ingest", source, "--db", f"{database}.duckdb", "--workers", workers)
        assert result.returncode == 0, result.stderr
    assert tables_of(tmp_path / "a.duckdb") == tables_of(tmp_path / "b.duckdb")


def test_bad_inputs_are_rows_and_the_rest_is_loaded(run: Run, articles: Path) -> None:
    """Missing, empty, binary and foreign inputs are status 3, told, and rows of `issues`."""
    folder = articles.parent
    bad = folder / "bad"
    bad.mkdir()
    (bad / "photo.txt").write_bytes(bytes(range(256)) * 20)
    (bad / "empty.txt").write_bytes(b"")
    (bad / "french.txt").write_text("Des hommes armés ont tué six personnes à Goma lundi. " * 5)
    result = run("ingest", bad, "missing.txt", articles)
    assert result.returncode == 3, result.stderr
    assert "Traceback" not in result.stderr
    rows = query(run, "select source_key, code from issues where severity = 'refused'")
    keys = " ".join(row["source_key"] for row in rows)
    for name in ("photo.txt", "empty.txt", "french.txt", "missing.txt"):
        assert name in keys
        assert name in result.stderr
    assert query(run, "select count(*) as n from document_sources where source_key = 'mosul'") == [
        {"n": 1}
    ]


def test_nothing_readable_is_status_1(run: Run, tmp_path: Path) -> None:
    """An empty folder is told with what to do next."""
    (tmp_path / "nothing").mkdir()
    result = run("ingest", "nothing")
    assert result.returncode == 1
    assert "nothing" in result.stderr
    assert "Traceback" not in result.stderr


def test_chunks_of_an_interrupted_run_are_loaded_by_the_next(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    """What a killed run has staged is in the database after the next one."""
    from etl.coders import DEFAULT_CODER
    from etl.ingest import ChunkStager
    from etl.pipeline import read_inputs
    from etl.schema.database import upgrade

    database = tmp_path / "diurna.duckdb"
    upgrade(database)
    folder = tmp_path / "diurna.staging" / "killed"
    staged = ChunkStager(database, folder, DEFAULT_CODER)((0, list(read_inputs([articles]))))
    assert staged.path is not None
    other = tmp_path / "other.txt"
    other.write_text("Gunmen killed two soldiers in Quetta on 3 May 2019.")
    result = run("ingest", other)
    assert result.returncode == 0, result.stderr
    assert "interrupted" in result.stdout
    assert query(run, "select count(*) as n from documents") == [{"n": 4}]


def test_two_ingests_at_once_are_refused(tmp_path: Path) -> None:
    """The second ingest into one database is told to wait."""
    database = tmp_path / "diurna.duckdb"
    with (
        open_staging(database, "one"),
        pytest.raises(DatabaseLockedError, match="another ingest"),
        open_staging(database, "two"),
    ):
        pass


def test_show_tells_an_event_with_its_sentence(run: Run, loaded: Path) -> None:
    """An event's id, taken from a query, shows its report with the words marked."""
    (row, *_) = query(run, "select event_id from base_reports where source_key = 'mosul'")
    result = run("show", row["event_id"])
    assert result.returncode == 0, result.stderr
    assert "Car bomb in Mosul" in result.stdout
    assert "[" in result.stdout
    assert run("show", "0" * 16).returncode == 1


def test_a_sound_database_passes_its_checks(run: Run, loaded: Path) -> None:
    """Check and doctor find nothing in what an ingest made."""
    for action in ("check", "doctor"):
        result = run("db", action)
        assert result.returncode == 0, result.stdout + result.stderr


def test_result_is_written_to_a_file(run: Run, loaded: Path) -> None:
    """Parquet is written where --out says."""
    out = loaded.parent / "out.parquet"
    result = run("sql", "select 1 as one", "--format", "parquet", "--out", out)
    assert result.returncode == 0, result.stderr
    assert duckdb.sql(f"from '{out}'").fetchall() == [(1,)]
