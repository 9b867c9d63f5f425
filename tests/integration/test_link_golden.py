"""How well events are found: a set of our own with near misses, and real texts through the coder."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb

from etl.codes import ActorKind, DatePrecision, EventType, PlacePrecision, Role, Status
from etl.link.linking import link_database
from etl.records import ActorValue, CodedDocument, DateValue, PlaceValue
from tests.integration import made_codings as made

Run = Callable[..., subprocess.CompletedProcess[str]]
LINKING = Path(__file__).parents[1] / "golden" / "linking"
DESCRIBED = {
    "unknown": ActorKind.UNKNOWN,
    "civilians": ActorKind.CIVILIANS,
    "protesters": ActorKind.PROTESTERS,
}


def read_rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of a file of the set."""
    return [json.loads(line) for line in (LINKING / name).read_text("utf-8").splitlines()]


def coded(row: dict[str, Any]) -> CodedDocument:
    """Return a row as a coded document of one report."""
    start, end, precision = row["date"]
    place = row["place"]
    actors = [
        ActorValue(row[role], row[role], role, DESCRIBED.get(row[role], ActorKind.REBEL_GROUP))
        for role in (Role.INITIATOR, Role.TARGET)
        if row[role]
    ]
    document = made.make_document(row["text"], row["id"], date.fromisoformat(row["published"]))
    words = row["text"].removeprefix("Wire").split(" killing")[0][-30:].strip()
    return made.code(
        document,
        made.make_report(
            row["text"],
            words,
            event_type=EventType(row["type"]),
            status=Status(row["status"]),
            date=DateValue(
                date.fromisoformat(start), date.fromisoformat(end), DatePrecision(precision)
            ),
            place=PlaceValue(
                place["name"],
                None,
                place["country"],
                PlacePrecision(place["precision"]),
                place["admin1"],
                None,
                place["lat"],
                place["lon"],
            ),
            actors=tuple(actors),
            casualties=() if row["killed"] is None else (made.make_toll(row["killed"]),),
        ),
    )


def found_events(database: Path) -> dict[str, str]:
    """Return the event of each document's first report."""
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        rows = connection.execute(
            "select source_key, arg_min(event_id, position) from base_reports group by source_key"
        ).fetchall()
    return dict(rows)


def pairwise_f1(told: dict[str, str], found: dict[str, str]) -> float:
    """Return the F1 of pairs of documents that are of one event."""
    pairs = list(combinations(sorted(told), 2))
    true = {pair for pair in pairs if told[pair[0]] == told[pair[1]]}
    said = {pair for pair in pairs if found[pair[0]] == found[pair[1]]}
    return 2 * len(true & said) / (len(true) + len(said))


def b_cubed_f1(told: dict[str, str], found: dict[str, str]) -> float:
    """Return the B-cubed F1: how pure and how whole the event of a document is, on average."""
    both = Counter((told[key], found[key]) for key in told)
    true, said = Counter(told.values()), Counter(found[key] for key in told)
    precision = sum(both[told[k], found[k]] / said[found[k]] for k in told) / len(told)
    recall = sum(both[told[k], found[k]] / true[told[k]] for k in told) / len(told)
    return 2 * precision * recall / (precision + recall)


def test_events_of_the_set_are_found(tmp_path: Path) -> None:
    """Of 60 events with near misses, pairs reach an F1 of 0.90 and B-cubed 0.92."""
    rows = read_rows("documents.jsonl")
    told = {row["id"]: row["event"] for row in rows}
    assert len(rows) >= 150
    assert len(set(told.values())) == 60
    database = made.make_database(tmp_path, [coded(row) for row in rows])
    link_database(database)
    found = found_events(database)
    assert pairwise_f1(told, found) >= 0.90
    assert b_cubed_f1(told, found) >= 0.92


def test_near_misses_stay_apart(tmp_path: Path) -> None:
    """Of an event's documents and those of its near miss, hardly one pair in ten is joined."""
    rows = read_rows("documents.jsonl")
    database = made.make_database(tmp_path, [coded(row) for row in rows])
    link_database(database)
    found = found_events(database)
    near = [
        (one["id"], other["id"])
        for one, other in combinations(rows, 2)
        if one["event"][:2] == other["event"][:2] and one["event"] != other["event"]
    ]
    joined = [pair for pair in near if found[pair[0]] == found[pair[1]]]
    assert len(joined) <= 0.12 * len(near)


def test_the_set_is_what_its_script_writes() -> None:
    """The stored set is that of the script."""
    done = subprocess.run(
        [sys.executable, LINKING / "make_set.py"], capture_output=True, text=True, check=True
    )
    assert done.stdout == (LINKING / "documents.jsonl").read_text("utf-8")


def test_events_of_real_texts_are_found(run: Run) -> None:
    """Texts of several newsrooms, read by the coder, come to the events that they tell."""
    rows = read_rows("texts.jsonl")
    result = run("ingest", LINKING / "texts.jsonl")
    assert result.returncode == 0, result.stderr
    shown = run("sql", "select source_key, event_id from base_reports", "--format", "json")
    found = {row["source_key"]: row["event_id"] for row in json.loads(shown.stdout)}
    told = {row["id"]: row["event"] for row in rows}
    assert pairwise_f1(told, found) >= 0.90
    assert b_cubed_f1(told, found) >= 0.92
