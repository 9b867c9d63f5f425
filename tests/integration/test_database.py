"""The database file: migrations, locks, and what the doctor finds."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from etl.errors import DatabaseError, DatabaseLockedError
from etl.schema.connection import connect
from etl.schema.database import check_schema, diagnose, downgrade, upgrade
from etl.schema.tables import metadata
from etl.views.apply import read_views
from tests.integration import made_codings as made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOLD = """
import duckdb, sys
connection = duckdb.connect(sys.argv[1])
connection.begin()
connection.execute("insert into forgotten_documents values ('x', now()::timestamp, 'y', 'z')")
print("held", flush=True)
sys.stdin.read()
"""


def test_upgrade_downgrade_and_back(tmp_path: Path) -> None:
    """A database goes to head, to nothing and back; at head it does not differ from the metadata."""
    database = tmp_path / "a b%.duckdb"
    upgrade(database)
    assert check_schema(database) == []
    upgrade(database)
    downgrade(database)
    with connect(database) as connection:
        assert connection.execute("show tables").fetchall() == [("alembic_version",)]
    assert check_schema(database) == ["the database is at revision None, this version at 0001"]
    upgrade(database)
    assert check_schema(database) == []
    assert diagnose(database) == []


def test_every_table_and_column_carries_its_comment_in_the_database(tmp_path: Path) -> None:
    """Tables, views and all their columns are commented, as the metadata has it."""
    with connect(made.make_database(tmp_path), read_only=True) as connection:
        bare = connection.execute("""
            select table_name, column_name from duckdb_columns() where comment is null and not internal
            union all select table_name, '' from duckdb_tables() where comment is null and not internal
            union all select view_name, '' from duckdb_views() where comment is null and not internal
        """).fetchall()
        told = dict(
            connection.execute("select table_name, comment from duckdb_tables()").fetchall()
        )
    assert bare == []
    assert {name: table.comment for name, table in metadata.tables.items()}.items() <= told.items()


def test_a_difference_is_told(tmp_path: Path) -> None:
    """A column that the metadata does not know is a difference."""
    database = made.make_database(tmp_path)
    with connect(database) as connection:
        connection.execute("alter table evidence add column extra varchar")
    assert len(check_schema(database)) == 1
    assert "extra" in check_schema(database)[0]
    assert any("extra" in line for line in diagnose(database))


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """An unknown revision is told as what it is."""
    database = made.make_database(tmp_path)
    with connect(database) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    with pytest.raises(DatabaseError, match="newer version of Diurna"):
        upgrade(database)
    assert "9999" in diagnose(database)[0]


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    """A missing file, a missing folder and a file of another kind each say what to do."""
    with pytest.raises(DatabaseError, match="diurna db upgrade"):
        connect(tmp_path / "none.duckdb")
    with pytest.raises(DatabaseError, match="no such folder"):
        connect(tmp_path / "none" / "x.duckdb", create=True)
    text = tmp_path / "text.duckdb"
    text.write_text("no database " * 1000)
    with pytest.raises(DatabaseError, match="cannot be opened as a database"):
        connect(text)
    assert len(diagnose(text)) == 1


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """Return a database that another process holds in mid-transaction until the test ends."""
    database = made.make_database(tmp_path, made.sample())
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    yield database
    process.kill()
    process.communicate()


def test_a_locked_database_is_told(held: Path) -> None:
    """Who waits in vain hears that another process has the database open."""
    with pytest.raises(DatabaseLockedError, match="another process has it open for writing"):
        connect(held, wait_seconds=0.3)
    assert len(diagnose(held)) == 1


def test_a_killed_writer_leaves_only_what_it_committed(tmp_path: Path) -> None:
    """After kill -9 in mid-transaction the database opens, without the transaction's rows."""
    database = made.make_database(tmp_path, made.sample())
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    with connect(database) as connection:
        assert connection.execute("select count(*) from forgotten_documents").fetchone() == (0,)
        assert connection.execute("select count(*) from reports").fetchone() == (4,)


def test_a_database_that_is_free_again_is_opened(tmp_path: Path) -> None:
    """Who waits gets the database as soon as the other process lets go."""
    database = made.make_database(tmp_path)
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLD.replace("sys.stdin.read()", "import time; time.sleep(1)"),
            str(database),
        ],
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    with connect(database, wait_seconds=30) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    process.communicate()


def test_the_doctor_finds_what_is_wrong(tmp_path: Path) -> None:
    """Offenders, unfinished runs, uncoded documents and missing views are each told."""
    database = made.make_database(tmp_path, made.sample())
    with connect(database) as connection:
        connection.execute("insert into evidence values ('lost', 'type', 0, 0, 1)")
        connection.execute("update current_coders set preference = 2")
    found = "\n".join(diagnose(database))
    assert "check_orphan_evidence (error): 1 rows" in found
    assert "1 runs are marked as running" in found
    assert "4 documents are not coded by the current coder" in found
    with connect(database) as connection:
        connection.execute("drop view base_documents")
    assert any(line.startswith("views: ") for line in diagnose(database))


def test_upgrade_updates_reference_rows(tmp_path: Path) -> None:
    """A changed lookup row is set right again, a row of the text stays, and nothing is doubled."""
    database = made.make_database(tmp_path, made.sample())
    with connect(database) as connection:
        connection.execute("update event_types set description = 'old' where event_type = 'attack'")
        count = connection.execute("select count(*) from actors").fetchone()
    upgrade(database)
    with connect(database) as connection:
        rows = connection.execute("select description from event_types where event_type = 'attack'")
        assert rows.fetchone() != ("old",)
        assert connection.execute("select count(*) from actors").fetchone() == count
        assert connection.execute("select count(*) from event_types").fetchone() == (25,)


def test_upgrade_drops_views_that_no_file_tells_of(tmp_path: Path) -> None:
    """After an upgrade the views are those of sql/."""
    database = made.make_database(tmp_path)
    with connect(database) as connection:
        connection.execute("create view mart_old as select 1 as one")
    upgrade(database)
    with duckdb.connect(str(database)) as connection:
        rows = connection.execute("select view_name from duckdb_views() where not internal")
        assert {name for (name,) in rows.fetchall()} == set(read_views())
