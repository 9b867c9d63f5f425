"""How long linking takes: many made-up reports at once, then some more. Run by hand.

    python benchmarks/link.py [REPORTS] [MORE]

Reports are laid into an empty database as rows: 200,000 of some 70,000 events over five years in
30 countries of 200 towns each, with errors of day, place and toll as coders make them; then 1,000
of the days after. Prints the seconds of each link, the reports and pairs that it touched, and how
well the events were found.
"""

# ruff: noqa: INP001 - a script, in no package
from __future__ import annotations

import random
import sys
import tempfile
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.codes import EventType
from etl.link.linking import link_database
from etl.schema.connection import connect
from etl.schema.database import upgrade

COUNTRIES, TOWNS, DAYS, REPORTS_AN_EVENT = 30, 200, 1826, 3
KINDS = [*EventType][:17]
WORDS = (
    "market mosque convoy checkpoint bridge school hospital village square station bakery wedding "
    "funeral barracks airport harbour factory refinery court stadium river valley tribal mayor "
    "governor soldiers officers farmers worshippers students drivers traders shelling gunfire "
    "motorcycle truck minibus rockets mortars ambush dawn night curfew siege clashes suburb crowd"
).split()
ROWS = dict[str, list[dict[str, object]]]


def make_rows(reports: int, first_number: int, first_day: date, days: int, seed: int) -> ROWS:
    """Return rows by table; the event that a report tells is the source key of its document."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    rows: ROWS = {
        name: [] for name in ("documents", "codings", "reports", "report_actors", "casualties")
    }
    number = first_number
    while number < first_number + reports:
        country, town = chance.randrange(COUNTRIES), chance.randrange(TOWNS)
        day = first_day + timedelta(days=chance.randrange(days))
        kind, words = chance.choice(KINDS), chance.sample(WORDS, 6)
        killed, actors = chance.choice((None, 1, 2, 3, 5, 8, 14, 30)), chance.sample(range(12), 2)
        event = f"event-{number}"
        for _ in range(chance.randint(1, 2 * REPORTS_AN_EVENT - 1)):
            add_report(rows, chance, number, event, country, town, day, kind, words, killed, actors)
            number += 1
    return rows


def add_report(
    rows: ROWS,
    chance: random.Random,
    number: int,
    event: str,
    country: int,
    town: int,
    day: date,
    kind: EventType,
    words: list[str],
    killed: int | None,
    actors: list[int],
) -> None:
    """Add a document with one report of an event, told with the usual differences."""
    told = " ".join(chance.sample(words, 4) + chance.sample(WORDS, 3))
    text = f"Report {number}: {told}."
    key = f"d{number:08d}"
    published = day + timedelta(days=chance.choice((0, 1, 1, 2)))
    precision = chance.choice(("day", "day", "day", "inferred", "week"))
    start, end = day, day
    if precision == "inferred":
        start = end = published
    elif precision == "week":
        start, end = day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday())
    place = chance.choices(("exact", "near", "admin1", "country"), (80, 10, 8, 2))[0]
    location = {"admin1": f"a{country}-{town // 10}", "country": f"c{country}"}.get(
        place, f"t{country}-{town}"
    )
    rows["documents"].append(
        {"document_id": key, "text": text, "published_on": published, "source_key": event}
    )
    rows["codings"].append(
        {
            "coding_id": key,
            "document_id": key,
            "coder_id": "made",
            "state": "events",
            "report_count": 1,
            "published_on": published,
            "source_key": event,
        }
    )
    rows["reports"].append(
        {
            "report_id": key,
            "coding_id": key,
            "document_id": key,
            "position": 0,
            "event_type": kind,
            "status": "occurred",
            "scope": "incident",
            "trigger_text": text[:6],
            "trigger_start": 0,
            "trigger_end": 6,
            "trigger_item": 0,
            "occurred_from": start,
            "occurred_to": end,
            "date_precision": precision,
            "location_id": location,
            "place_precision": place,
        }
    )
    rows["report_actors"] += [
        {
            "report_id": key,
            "item": item,
            "actor_id": f"actor-{country}-{actor}",
            "role": role,
            "kind": "rebel_group",
        }
        for item, (actor, role) in enumerate(zip(actors, ("initiator", "target"), strict=True))
        if chance.random() < 0.8
    ]
    if killed is not None and chance.random() < 0.8:
        raised = killed + chance.choice((0, 0, 0, 1, 3))
        rows["casualties"].append(
            {
                "report_id": key,
                "item": 0,
                "outcome": "killed",
                "count_low": raised,
                "count_best": raised,
                "count_high": raised,
                "is_approximate": False,
                "victim_group": "civilian",
                "victim_side": "target",
                "is_current": True,
                "is_part": False,
                "casualty_text": f"{raised} killed",
            }
        )


def lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Enter the coder, the places and the actors."""
    connection.execute("insert into coders values ('made', 'made', '1', '0')")
    connection.execute("insert into current_coders values ('made', 1)")
    connection.execute("""
        insert into locations (location_id, name, admin1, country, latitude_deg, longitude_deg)
        select 't' || country || '-' || town, 'Town ' || country || '-' || town,
            'Unit ' || country || '-' || (town // 10), 'C' || (10 + country),
            country * 2 - 30 + (town // 14) * 0.3, country * 5 + (town % 14) * 0.3
        from range(30) as countries(country), range(200) as towns(town)
        union all
        select 'a' || country || '-' || unit, 'Unit ' || country || '-' || unit,
            'Unit ' || country || '-' || unit, 'C' || (10 + country), null, null
        from range(30) as countries(country), range(20) as units(unit)
        union all
        select 'c' || country, 'Country ' || country, null, 'C' || (10 + country), null, null
        from range(30) as countries(country)
    """)
    connection.execute("""
        insert into actors (actor_id, name, kind, origin)
        select 'actor-' || country || '-' || actor, 'Actor ' || country || '-' || actor,
            'rebel_group', 'reference'
        from range(30) as countries(country), range(12) as actors(actor)
    """)


def insert(database: Path, rows: ROWS) -> None:
    """Enter rows."""
    with connect(database) as connection:
        for name, table_rows in rows.items():
            connection.register("made", pa.Table.from_pylist(table_rows))
            connection.execute(f"insert into {name} by name from made")
            if name == "documents":
                connection.execute(
                    "insert into document_sources by name "
                    "select document_id, source_key, published_on from made"
                )
            connection.unregister("made")


def measure(database: Path) -> tuple[float, float]:
    """Return pairwise precision and recall."""
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        row = connection.execute("""
            with told as (
                select event_id, source_key, count(*) as n
                from base_reports join documents using (document_id, source_key)
                group by event_id, source_key
            ),
            pairs as (select sum(n * (n - 1) / 2) as hits from told),
            found as (select sum(n * (n - 1) / 2) as n from
                (select sum(n) as n from told group by event_id)),
            true_pairs as (select sum(n * (n - 1) / 2) as n from
                (select sum(n) as n from told group by source_key))
            select hits / found.n, hits / true_pairs.n from pairs, found, true_pairs
        """).fetchone()
    return row or (0.0, 0.0)


def main() -> None:
    """Measure and print."""
    count, more = (
        int(sys.argv[at]) if len(sys.argv) > at else default
        for at, default in ((1, 200_000), (2, 1_000))
    )
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "bench.duckdb"
        upgrade(database)
        with connect(database) as connection:
            lay_out(connection)
        last_day = date(2015, 1, 1) + timedelta(days=DAYS)
        for title, rows in (
            ("at once", make_rows(count, 0, date(2015, 1, 1), DAYS, 1)),
            ("more, of the last days", make_rows(more, 10_000_000, last_day, 30, 2)),
            ("more, of all days", make_rows(more, 20_000_000, date(2015, 1, 1), DAYS, 3)),
            ("nothing", {}),
        ):
            insert(database, rows)
            began = time.monotonic()
            counts = link_database(database)
            took = time.monotonic() - began
            print(f"{title}: {took:.1f} s, {counts}", flush=True)
        precision, recall = measure(database)
        size = database.stat().st_size / 1e6
        print(f"pairwise precision {precision:.3f}, recall {recall:.3f}; file {size:.0f} MB")


if __name__ == "__main__":
    main()
