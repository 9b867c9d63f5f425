"""Events keep their ids, people outrank the program, and both survive what is coded anew."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from etl.codes import EventType, Scope, Status
from etl.errors import UsageError
from etl.link.corrections import correct_value
from etl.link.explain import explain_event, resolve_event
from etl.link.judgements import find_report, record_judgement
from etl.link.linking import change_and_link, link_database
from etl.load.staging import stage_chunk
from etl.load.upsert import RunInfo, load_chunks
from etl.schema.connection import connect
from tests.integration import made_codings as made

if TYPE_CHECKING:
    from pathlib import Path

    from etl.records import CodedDocument

Run = Callable[..., subprocess.CompletedProcess[str]]
BOMB = EventType.REMOTE_EXPLOSIVE


def told(key: str, published: int = 6, **values: Any) -> CodedDocument:
    """Return a document of one bombing of the fifth."""
    return made.code_text(
        f"Bomb at the market, says {key}.",
        key,
        date(2020, 1, published),
        event_type=values.pop("event_type", BOMB),
        casualties=(made.make_toll(values.pop("killed", 12)),),
        **values,
    )


def linked(folder: Path, *batches: list[CodedDocument]) -> Path:
    """Return a database into which batches were loaded, each linked."""
    database = made.make_database(folder)
    for number, batch in enumerate(batches):
        made.load(database, folder / f"batch{number}", batch)
        link_database(database)
    return database


def events_of(database: Path) -> dict[str, str]:
    """Return the event of each document."""
    with connect(database, read_only=True) as connection:
        return dict(connection.execute("select source_key, event_id from base_reports").fetchall())


def ask(database: Path, sql: str) -> list[Any]:
    """Return the rows of a query."""
    with connect(database, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def judge(database: Path, left: str, right: str, *, is_same: bool) -> None:
    """Let a person judge the reports of two documents."""
    events = dict(ask(database, "select source_key, report_id from base_reports"))

    def change(connection: Any) -> list[str]:
        (one, one_key), (other, other_key) = (
            find_report(connection, events[key]) for key in (left, right)
        )
        record_judgement(
            connection, (one_key, other_key), is_same=is_same, judge="ann", reason="seen"
        )
        return [one, other]

    change_and_link(database, change)


# ---- ids -------------------------------------------------------------------------------------


def test_an_event_keeps_its_id_when_more_is_told(tmp_path: Path) -> None:
    """A later report joins the event under the id that it had."""
    database = linked(tmp_path, [told("first", 6)], [told("later", 7)], [told("last", 8)])
    ids = events_of(database)
    assert len(set(ids.values())) == 1
    alone = linked(tmp_path, [told("first", 6)])
    assert events_of(alone)["first"] == ids["first"]


def test_an_id_that_an_earlier_report_retires_leads_on(tmp_path: Path) -> None:
    """When an earlier report turns up the event takes its id, and the old id leads to it."""
    database = linked(tmp_path, [told("first", 7)])
    old = events_of(database)["first"]
    made.load(database, tmp_path / "more", [told("earlier", 6)])
    link_database(database)
    ids = events_of(database)
    assert ids["first"] == ids["earlier"] != old
    assert ask(database, "select * from event_redirects") == [(old, ids["first"])]


def test_a_split_gives_the_old_id_to_its_first_report(tmp_path: Path) -> None:
    """Of a split event the part with the first report keeps the id, the other gets its own."""
    database = linked(tmp_path, [told("first", 6), told("later", 7)])
    before = events_of(database)
    judge(database, "first", "later", is_same=False)
    after = events_of(database)
    assert after["first"] == before["first"]
    assert after["later"] != before["later"]
    assert ask(database, "select * from event_redirects") == []
    judge(database, "first", "later", is_same=True)
    assert events_of(database) == before


def test_an_id_outlives_a_new_coder(tmp_path: Path) -> None:
    """Documents that a new coder codes alike tell the same events under the same ids."""
    documents = [told("first", 6), told("later", 7)]
    database = linked(tmp_path, documents)
    before = events_of(database)
    newer = replace(made.CODER, version="2")
    again = [replace(item, coding=replace(item.coding, coder=newer)) for item in documents]
    made.load(database, tmp_path / "again", again)
    link_database(database)
    assert events_of(database) == before
    assert ask(database, "select count(*) from event_reports") == [(2,)]


def test_an_id_whose_first_report_is_gone_leads_on(tmp_path: Path) -> None:
    """When a person strikes the first report out, the event's old id leads to what is left."""
    database = linked(tmp_path, [told("first", 6), told("later", 7)])
    old = events_of(database)["first"]
    correct(database, "first", "is_event", "false")
    ids = events_of(database)
    assert set(ids) == {"later"}
    assert (old, ids["later"]) in ask(database, "select * from event_redirects")
    assert ask(database, "from check_dangling_redirects") == []


# ---- who may be one event --------------------------------------------------------------------


@pytest.mark.parametrize(
    "values",
    [
        {"status": Status.PLANNED},
        {"status": Status.DENIED},
        {"scope": Scope.SUMMARY},
        {"event_type": EventType.PEACEFUL_PROTEST},
    ],
)
def test_what_is_no_incident_stays_apart(tmp_path: Path, values: dict[str, Any]) -> None:
    """Plans, denials, totals and other things are not the event, however alike they are told."""
    database = linked(tmp_path, [told("first"), told("other", **values)])
    assert len(set(events_of(database).values())) == 2


def test_a_linked_event_is_told_once_with_all_its_tolls(tmp_path: Path) -> None:
    """The event counts its reports and documents, and every claim stays."""
    database = linked(tmp_path, [told("first", 6), told("later", 8, killed=14)])
    assert ask(
        database,
        "select report_count, document_count, first_reported_on, last_reported_on, "
        "killed_best, killed_range_low from mart_events",
    ) == [(2, 2, date(2020, 1, 6), date(2020, 1, 8), 14, 12)]


def test_an_earlier_day_of_a_known_text_is_taken_up(tmp_path: Path) -> None:
    """A source that published a known text earlier changes when the event was first told."""
    database = linked(tmp_path, [told("first", 8)])
    chunk = stage_chunk([told("first", 6)], [], tmp_path / "earlier", "0")
    load_chunks(database, [chunk], RunInfo("r", "ingest", datetime.now(UTC), "host"))
    link_database(database, [chunk])
    assert ask(database, "select first_reported_on from mart_events") == [(date(2020, 1, 6),)]


# ---- judgements and corrections --------------------------------------------------------------


def test_a_person_outranks_the_score_and_survives_relinking(tmp_path: Path) -> None:
    """Unlike reports judged the same are one event, also when all is linked anew."""
    far = {"event_type": EventType.PEACEFUL_PROTEST}
    database = linked(tmp_path, [told("first"), told("other", **far)])
    judge(database, "first", "other", is_same=True)
    assert len(set(events_of(database).values())) == 1
    link_database(database, is_anew=True)
    assert len(set(events_of(database).values())) == 1


def test_a_judgement_of_an_event_holds_for_what_joins_it(tmp_path: Path) -> None:
    """Two reports judged different stay in two events when a third is like both."""
    database = linked(tmp_path, [told("first", 6), told("other", 7)])
    judge(database, "first", "other", is_same=False)
    made.load(database, tmp_path / "more", [told("third", 8)])
    link_database(database)
    ids = events_of(database)
    assert ids["first"] != ids["other"]
    assert ids["third"] in {ids["first"], ids["other"]}


def correct(database: Path, key: str, field: str, value: str, **options: Any) -> None:
    """Let a person correct a value of a document's report."""
    ((report,),) = ask(
        database,
        "select report_id from reports join documents using (document_id) "
        f"where source_key = '{key}'",
    )

    def change(connection: Any) -> list[str]:
        correct_value(connection, report, field, value, person="ann", reason="seen", **options)
        return [report]

    change_and_link(database, change)


def test_a_correction_links_anew_and_shows(tmp_path: Path) -> None:
    """A corrected day takes a report out of its event, and back in when it is corrected back."""
    database = linked(tmp_path, [told("first", 7), told("other", 7)])
    before = events_of(database)
    correct(database, "other", "occurred_from", "2020-01-02")
    correct(database, "other", "occurred_to", "2020-01-02")
    assert len(set(events_of(database).values())) == 2
    days = ask(database, "select occurred_from from mart_events order by 1")
    assert days == [(date(2020, 1, 2),), (date(2020, 1, 5),)]
    correct(database, "other", "occurred_to", "2020-01-05")
    correct(database, "other", "occurred_from", "2020-01-05")
    assert events_of(database) == before


def test_a_corrected_value_is_the_events(tmp_path: Path) -> None:
    """What a person corrected in one report outranks what all others tell."""
    database = linked(tmp_path, [told(f"told-{number}") for number in range(4)])
    correct(database, "told-2", "event_type", "suicide_bomb")
    correct(database, "told-2", "place_name", "Taiz market")
    assert ask(database, "select event_type, place_name, report_count from mart_events") == [
        ("suicide_bomb", "Taiz market", 4)
    ]
    ((old,),) = ask(database, "select old_value from corrections where field = 'event_type'")
    assert old == "remote_explosive"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("killed", "3", "no field"),
        ("status", "maybe", "status cannot be 'maybe'"),
        ("status", "", "cannot be empty"),
        ("occurred_from", "yesterday", "a day such as"),
        ("occurred_from", "2020-02-01", "out of order"),
        ("latitude_deg", "nan", "degrees"),
        ("country", "Yemen", "alpha-3"),
        ("count_best", "-3", "whole number"),
        ("actor_id", "nobody", "actor_id of the table"),
    ],
)
def test_a_value_that_no_field_holds_is_refused(
    tmp_path: Path, field: str, value: str, message: str
) -> None:
    """A correction that views could not show is refused with what the field holds."""
    database = linked(tmp_path, [told("first")])
    with pytest.raises(UsageError, match=message):
        correct(database, "first", field, value)
    assert ask(database, "select count(*) from corrections") == [(0,)]


def test_an_item_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Counts are corrected by item; one that the report lacks is told."""
    database = linked(tmp_path, [told("first")])
    correct(database, "first", "count_high", "", item=0)
    assert ask(database, "select count_best, count_high from base_casualties") == [(12, None)]
    with pytest.raises(UsageError, match="no item 3"):
        correct(database, "first", "count_best", "3", item=3)


def test_a_link_without_news_changes_nothing(tmp_path: Path) -> None:
    """Linking again looks at nothing."""
    database = linked(tmp_path, [told("first"), told("other")])
    assert link_database(database).touched_reports == 0


def test_the_explanation_names_points_and_judgements(tmp_path: Path) -> None:
    """Every pair of an event is told with its points, and with what a person said."""
    database = linked(tmp_path, [told("first"), told("other")])
    judge(database, "first", "other", is_same=True)
    with connect(database, read_only=True) as connection:
        event_id = resolve_event(connection, events_of(database)["other"])
        assert event_id is not None
        text = "\n".join(explain_event(connection, event_id))
    assert "a person judged them same" in text
    assert "killed     +1.8" in text


# ---- the command line ------------------------------------------------------------------------


def test_commands_change_what_readers_see(run: Run, loaded: Path) -> None:
    """Judge, correct, explain and link work on the database and publish what they changed."""

    def rows(sql: str) -> list[dict[str, Any]]:
        result = run("sql", sql, "--format", "json")
        found: list[dict[str, Any]] = json.loads(result.stdout)
        return found

    reports = rows("select report_id, event_id from base_reports order by report_id")
    one, other = reports[0], reports[1]
    result = run("judge", "same", one["event_id"], other["report_id"], "--reason", "a test")
    assert result.returncode == 0, result.stderr
    assert len(rows("select event_id from mart_events")) == len(reports) - 1
    result = run("correct", one["report_id"], "country", "YEM", "--reason", "a test")
    assert result.returncode == 0, result.stderr
    shown = rows(f"select country from base_reports where report_id = '{one['report_id']}'")
    assert shown == [{"country": "YEM"}]
    result = run("link", "--explain", other["report_id"])
    assert "a person judged them same" in result.stdout
    result = run("link")
    assert result.returncode == 0, result.stderr
    assert len(rows("select event_id from mart_events")) == len(reports) - 1
    assert run("db", "check").returncode == 0


def test_wrong_calls_are_told(run: Run, loaded: Path) -> None:
    """Unknown ids, fields and reasons that are none are wrong use, in one line."""
    for arguments in (
        ("judge", "same", "nothing", "nobody", "--reason", "a test"),
        ("correct", "nothing", "country", "YEM", "--reason", "a test"),
        ("correct", "nothing", "country", "YEM", "--reason", " "),
    ):
        result = run(*arguments)
        assert result.returncode == 2, result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert run("link", "--explain", "nothing").returncode == 1
