"""Loading staged chunks: order, repetition, rivals, checks, forgetting."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from etl.codes import DatePrecision
from etl.errors import DatabaseError
from etl.issues import Issue, Severity, Stage
from etl.load.removal import forget_document
from etl.load.staging import stage_chunk
from etl.load.upsert import finish_run, load_chunks, set_current_coder
from etl.records import CoderInfo, DateValue
from etl.schema.database import connect, upgrade
from etl.schema.tables import metadata
from tests.integration import made_codings as made

if TYPE_CHECKING:
    from pathlib import Path

LOGS = {"runs", "issues"}


def content(database: Path) -> dict[str, list[Any]]:
    """Return every content table's rows, sorted."""
    with connect(database, read_only=True) as connection:
        return {
            name: connection.execute(f"select * from {name} order by all").fetchall()
            for name in metadata.tables
            if name not in LOGS
        }


def query(database: Path, sql: str) -> list[Any]:
    """Return the rows of a query."""
    with connect(database, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_every_content_table_of_the_coder_is_filled(tmp_path: Path) -> None:
    """The sample reaches all tables that a load writes, so that the tests below prove something."""
    rows = content(made.make_database(tmp_path, made.sample()))
    written_by_others = {
        "events",
        "event_reports",
        "event_actors",
        "event_redirects",
        "link_judgements",
        "corrections",
        "forgotten_documents",
    }
    assert {name for name, found in rows.items() if not found} == written_by_others


def test_loading_the_same_chunk_twice_changes_nothing(tmp_path: Path) -> None:
    """A chunk that is loaded again adds no row to any content table."""
    database = made.make_database(tmp_path, made.sample())
    before = content(database)
    counts = load_chunks(database, [tmp_path / "chunks" / "0"], made.RUN)
    assert (counts.documents, counts.codings, counts.reports, counts.casualties) == (0, 0, 0, 0)
    assert content(database) == before


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_any_order_and_chunking_gives_the_same_tables(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    """Loaded whole, or in three parts in any order, the content is the same."""
    sample = made.sample()
    parts = [[sample[0], sample[3]], [sample[1]], [sample[2], sample[4]]]
    (tmp_path / "whole").mkdir()
    (tmp_path / "parts").mkdir()
    whole = made.make_database(tmp_path / "whole", sample)
    in_parts = made.make_database(tmp_path / "parts", *(parts[number] for number in order))
    assert content(in_parts) == content(whole)


def test_several_chunks_load_at_once(tmp_path: Path) -> None:
    """The chunks of a batch may hold the same documents, and load as one."""
    database = made.make_database(tmp_path)
    chunks = [
        stage_chunk(batch, [], tmp_path, name)
        for name, batch in (("a", made.sample()), ("b", made.sample()[:3]))
    ]
    counts = load_chunks(database, chunks, made.RUN)
    assert (counts.documents, counts.reports) == (4, 4)


def test_the_earliest_publication_day_decides(tmp_path: Path) -> None:
    """A copy published earlier replaces the document's day and its coding with all its reports."""
    later, earlier = made.sample()[:2]
    database = made.make_database(tmp_path, [later], [earlier])
    assert query(database, "select published_on, source_key from documents") == [
        (date(2020, 1, 6), "daily-1")
    ]
    assert query(database, "select occurred_from from base_reports") == [(date(2020, 1, 6),)]
    assert query(database, "select count(*) from reports") == [(1,)]
    assert query(database, "select count(*) from document_sources") == [(2,)]


def test_a_copy_that_is_coded_alike_replaces_nothing(tmp_path: Path) -> None:
    """Where the earlier copy gives the same reports, they keep their ids."""
    text = "Fighting on 5 January 2020 in Taiz."
    database = made.make_database(tmp_path, [made.code_text(text, "b", date(2020, 1, 8))])
    before = query(database, "select * from reports")
    made.load(database, tmp_path / "more", [made.code_text(text, "a", date(2020, 1, 7))])
    assert query(database, "select * from reports") == before
    assert query(database, "select published_on, source_key from codings") == [
        (date(2020, 1, 7), "a")
    ]


def test_a_failing_check_rolls_the_whole_batch_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Evidence without its report is found before the commit, and nothing of the batch stays."""
    database = made.make_database(tmp_path, made.sample()[:1])
    before = content(database)
    with connect(database) as connection:
        connection.execute("insert into evidence values ('lost', 'trigger', 0, 0, 1)")
    with pytest.raises(DatabaseError, match="check_orphan_evidence found 1 rows"):
        made.load(database, tmp_path / "more", made.sample()[1:])
    with connect(database) as connection:
        connection.execute("delete from evidence where report_id = 'lost'")
    assert content(database) == before
    made.load(database, tmp_path / "more", made.sample()[1:])
    assert content(database) != before


def test_a_report_that_no_text_holds_becomes_an_issue(tmp_path: Path) -> None:
    """A span outside the text or days out of order cost that report, not the chunk."""
    text = "Fighting in Taiz."
    wrong = DateValue(date(2020, 1, 2), date(2020, 1, 1), DatePrecision.DAY)
    item = made.code(
        made.make_document(text, "k", None),
        made.make_report(text, "Fighting", trigger=(0, 99)),
        made.make_report(text, "Fighting", date=wrong),
        made.make_report(text, "Taiz"),
    )
    database = made.make_database(tmp_path, [item])
    assert query(database, "select trigger_text from reports") == [("Taiz",)]
    assert (
        query(database, "select code, document_id from issues")
        == [("invalid_report", item.document.document_id)] * 2
    )


def test_issues_are_the_runs_and_are_not_doubled(tmp_path: Path) -> None:
    """An issue of read enters with its run, once however often the chunk is loaded."""
    database = made.make_database(tmp_path)
    issue = Issue(Stage.READ, Severity.REFUSED, "empty_file", "a.txt: empty.", "a.txt")
    chunk = stage_chunk([], [issue], tmp_path, "refused")
    assert [load_chunks(database, [chunk], made.RUN).issues for _ in range(2)] == [1, 0]
    finish_run(database, made.RUN, "partial")
    assert query(database, "select state, issue_count, ended_at > started_at from runs") == [
        ("partial", 1, True)
    ]


def test_what_no_unicode_text_may_hold_is_replaced_one_for_one(tmp_path: Path) -> None:
    """Half a surrogate pair becomes U+FFFD, so that offsets still hold."""
    text = "Fighting \ud800 in Taiz 🙂 today."
    item = made.code(made.make_document(text, "k", None), made.make_report(text, "today"))
    database = made.make_database(tmp_path, [item])
    assert query(
        database,
        "select text[trigger_start + 1 : trigger_end] from documents join reports using "
        "(document_id)",
    ) == [("today",)]


def test_reports_of_one_trigger_differ_by_place(tmp_path: Path) -> None:
    """One sentence with two places gives two reports, told apart by their order."""
    database = made.make_database(tmp_path, [made.sample()[2]])
    assert query(
        database, "select place_name, trigger_item from base_reports order by position"
    ) == [("Aden", 0), ("Lahj", 1)]


def test_a_new_version_of_the_coder_becomes_current(tmp_path: Path) -> None:
    """Views show a document's coding by the newest version, and the older where it has none."""
    old, new = made.CODER, CoderInfo("made", "2", "1" * 16)
    one, two = (
        made.make_document(text, key, None) for text, key in (("Clash A.", "a"), ("Clash B.", "b"))
    )
    first = [made.code(item, made.make_report(item.text, "Clash")) for item in (one, two)]
    database = made.make_database(tmp_path, first, [made.code(one, coder=new)])
    shown = "select source_key, coder from base_reports order by all"
    assert query(database, shown) == [("b", "made 1")]
    set_current_coder(database, old)
    assert query(database, shown) == [("a", "made 1"), ("b", "made 1")]
    assert query(database, "select count(*) from codings") == [(3,)]


def test_another_coder_does_not_become_current_by_itself(tmp_path: Path) -> None:
    """A coder of another name serves only what the current one has not coded."""
    other = CoderInfo("other", "1", "2" * 16)
    item = made.make_document("Clash A.", "a", None)
    database = made.make_database(
        tmp_path,
        [made.code(item, made.make_report(item.text, "Clash"))],
        [made.code(item, coder=other)],
    )
    assert query(database, "select coder from base_reports") == [("made 1",)]
    with pytest.raises(DatabaseError, match="has coded nothing here"):
        set_current_coder(database, CoderInfo("third", "1", "3" * 16))


def test_a_forgotten_document_leaves_only_the_fact(tmp_path: Path) -> None:
    """No table but the record of forgetting knows it any more, and it is not loaded again."""
    sample = made.sample()
    database = made.make_database(tmp_path, sample)
    document_id = sample[0].document.document_id
    forget_document(database, document_id, reason="takedown", forgotten_by="editor")
    made.load(database, tmp_path / "again", sample)
    rows = content(database)
    assert [row[0] for row in rows.pop("forgotten_documents")] == [document_id]
    assert document_id not in str(rows)
    assert "the army" not in str(rows)
    with pytest.raises(DatabaseError, match="no document has the id"):
        forget_document(database, "absent", reason="", forgotten_by="")


def test_a_database_of_another_version_is_refused(tmp_path: Path) -> None:
    """Loading names the command that helps when the schema is not at head."""
    database = tmp_path / "old.duckdb"
    duckdb.connect(str(database)).close()
    with pytest.raises(DatabaseError, match="diurna db upgrade"):
        load_chunks(database, [], made.RUN)
    upgrade(database)
    assert load_chunks(database, [], made.RUN).documents == 0


def test_an_entry_of_the_actor_list_outranks_the_text(tmp_path: Path) -> None:
    """What texts say of an actor never changes the list's entry, nor does a repetition."""
    database = made.make_database(tmp_path)
    with connect(database) as connection:
        connection.execute(
            "insert into actors (actor_id, name, kind, origin) "
            "values ('made-army', 'Army of the list', 'state_forces', 'reference')"
        )
    made.load(database, tmp_path / "chunks", made.sample())
    assert query(database, "select name from actors where actor_id = 'made-army'") == [
        ("Army of the list",)
    ]
