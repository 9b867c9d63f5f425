"""Each view, given a few made documents: the rows that it gives."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.codes import (
    ClaimantKind,
    DatePrecision,
    EventType,
    PlacePrecision,
    Role,
    Scope,
    Status,
    VictimGroup,
    VictimSide,
)
from etl.records import ActorValue, DateValue, Evidence, PlaceValue
from etl.schema.connection import connect
from etl.views.apply import read_views, run_checks
from tests.integration import made_codings as made

if TYPE_CHECKING:
    from pathlib import Path

    from etl.records import CasualtyValue, CodedDocument

CIVILIAN, COMBATANT, MIXED = VictimGroup.CIVILIAN, VictimGroup.COMBATANT, VictimGroup.MIXED
INITIATOR, TARGET, BOTH = VictimSide.INITIATOR, VictimSide.TARGET, VictimSide.BOTH
UNKNOWN = VictimSide.UNKNOWN
DAY = date(2020, 1, 5)


def ask(database: Path, sql: str) -> list[Any]:
    """Return the rows of a query."""
    with connect(database, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def tell(database: Path, sql: str) -> None:
    """Run a statement that writes."""
    with connect(database) as connection:
        connection.execute(sql)


def clash(
    key: str, *tolls: CasualtyValue, published: date | None = DAY, **values: Any
) -> CodedDocument:
    """Return a document of its own text that tells one clash with these tolls."""
    return made.code_text(f"Clash of {key}.", key, published, casualties=tolls, **values)


def link(database: Path, event_id: str, *keys: str) -> None:
    """Make the reports of these documents one event, as the first has it."""
    with connect(database) as connection:
        keys_text = ", ".join(f"'{key}'" for key in keys)
        connection.execute(f"""
            insert into events by name
            select '{event_id}' as event_id, reports.event_type, reports.status, reports.scope,
                occurred_from, occurred_to, date_precision, location_id, reports.place_precision,
                null::date as first_reported_on, null::date as last_reported_on,
                1 as report_count, 1 as document_count
            from reports join documents using (document_id)
            where documents.source_key = '{keys[0]}'
        """)
        connection.execute(f"""
            insert into event_reports by name
            select report_id, '{event_id}' as event_id
            from reports join documents using (document_id)
            where documents.source_key in ({keys_text})
        """)


def correct(
    database: Path, key: str, field: str, value: str | None, item: int = 0, day: int = 1
) -> None:
    """Let a person correct a value of a document's one report."""
    new = "null" if value is None else f"'{value}'"
    tell(
        database,
        f"""
        insert into corrections
        select '{key}{field}{item}{day}', document_id, trigger_start, trigger_end, trigger_item,
            '{field}', {item}, null, {new}, 'editor', timestamp '2020-02-0{day}', null
        from base_reports where source_key = '{key}'
        """,
    )


# ---- tolls -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tolls", "expected"),
    [
        ([], (None, None, None, None)),
        ([made.make_toll(0)], (0, 0, 0, 0)),
        ([made.make_toll(12, high=None)], (12, 12, None, 12)),
        ([made.make_toll(20, low=None)], (None, 20, 20, 20)),
        # Sides and groups that no victim is in twice are added.
        (
            [
                made.make_toll(6, victims=COMBATANT, side=INITIATOR),
                made.make_toll(2, victims=COMBATANT),
                made.make_toll(3),
            ],
            (11, 11, 11, 11),
        ),
        # One end open: the sum is open.
        ([made.make_toll(6, victims=COMBATANT), made.make_toll(3, high=None)], (9, 9, None, 9)),
        # "Both" holds its sides, an unknown group may hold any: the greater counts.
        (
            [
                made.make_toll(9, victims=COMBATANT, side=BOTH),
                made.make_toll(4, victims=COMBATANT, side=INITIATOR),
            ],
            (9, 9, 9, 9),
        ),
        ([made.make_toll(5, victims=VictimGroup.UNKNOWN), made.make_toll(7)], (7, 7, 7, 7)),
        # Parts and superseded claims do not count.
        (
            [
                made.make_toll(12, current=False),
                made.make_toll(34),
                made.make_toll(8, part_of=True),
            ],
            (34, 34, 34, 34),
        ),
        # Rivals: the best placed claimant, then the first listed.
        (
            [
                made.make_toll(30, claimant="rebels", claimant_kind=ClaimantKind.PARTY),
                made.make_toll(20, claimant="UN", claimant_kind=ClaimantKind.MONITOR),
                made.make_toll(10, claimant="NGO", claimant_kind=ClaimantKind.MONITOR),
            ],
            (20, 20, 20, 10),
        ),
        # The document's own voice stands below those who were there, above the unnamed.
        (
            [
                made.make_toll(5, claimant="sources", claimant_kind=ClaimantKind.UNNAMED),
                made.make_toll(7),
            ],
            (7, 7, 7, 5),
        ),
    ],
)
def test_an_events_toll(
    tmp_path: Path, tolls: list[CasualtyValue], expected: tuple[int | None, ...]
) -> None:
    """A report's claims become low, best, high, and the toll under the policy lowest."""
    database = made.make_database(tmp_path, [clash("a", *tolls)])
    columns = "killed_low, killed_best, killed_high, killed_lowest"
    assert ask(database, f"select {columns} from mart_events") == [expected]
    assert ask(database, "select wounded_best from mart_events") == [(None,)]


def greatest_sum(cells: list[tuple[VictimSide, VictimGroup, int]]) -> int:
    """Return the greatest sum of cells that no victim can be in two of, by trying all."""

    def apart(left: tuple[Any, ...], right: tuple[Any, ...]) -> bool:
        return {left[0], right[0]} == {INITIATOR, TARGET} or {left[1], right[1]} == {
            CIVILIAN,
            COMBATANT,
        }

    return max(
        sum(cell[2] for cell in chosen)
        for size in range(1, len(cells) + 1)
        for chosen in combinations(cells, size)
        if all(apart(left, right) for left, right in combinations(chosen, 2))
    )


@settings(max_examples=5)
@given(
    st.lists(
        st.dictionaries(
            st.tuples(
                st.sampled_from([INITIATOR, TARGET, BOTH, UNKNOWN]),
                st.sampled_from([CIVILIAN, COMBATANT, MIXED]),
            ),
            st.integers(0, 50),
            min_size=1,
            max_size=7,
        ),
        min_size=40,
        max_size=40,
    )
)
def test_tolls_are_those_of_the_slow_way(
    tmp_path_factory: pytest.TempPathFactory, given_cells: list[dict[Any, int]]
) -> None:
    """The view's sum over sides and groups is the one found by trying every combination."""
    documents = [
        clash(
            f"{number:02d}",
            *(
                made.make_toll(toll, side=side, victims=group)
                for (side, group), toll in cells.items()
            ),
        )
        for number, cells in enumerate(given_cells)
    ]
    database = made.make_database(tmp_path_factory.mktemp("tolls"), documents)
    expected = [
        (f"{number:02d}", greatest_sum([(*cell, toll) for cell, toll in cells.items()]))
        for number, cells in enumerate(given_cells)
    ]
    rows = ask(
        database,
        "select source_key, killed_best from mart_events join base_reports using (event_id) "
        "order by source_key",
    )
    assert rows == expected


def test_the_best_placed_report_gives_a_linked_events_toll(tmp_path: Path) -> None:
    """Tolls of several documents are rivals: best claimant, then later published; never added."""
    monitor = {"claimant": "UN", "claimant_kind": ClaimantKind.MONITOR}
    database = made.make_database(
        tmp_path,
        [
            clash("a", made.make_toll(50), published=date(2020, 1, 9)),
            clash("b", made.make_toll(20, **monitor), published=date(2020, 1, 6)),
            clash("c", made.make_toll(25, low=22, **monitor), published=date(2020, 1, 7)),
        ],
    )
    link(database, "e", "a", "b", "c")
    columns = "killed_low, killed_best, killed_lowest, killed_range_low, killed_range_high"
    assert ask(database, f"select {columns} from mart_events") == [(22, 25, 20, 20, 50)]


# ---- events ----------------------------------------------------------------------------------


def test_mart_events_tells_a_report_that_is_not_linked(tmp_path: Path) -> None:
    """Without links a report is its own event, with all that it says."""
    database = made.make_database(tmp_path, [clash("a", made.make_toll(3, "wounded"))])
    assert ask(
        database,
        "select event_id = (select report_id from reports), event_type, family, status, scope, "
        "is_counted, occurred_from, occurred_to, date_precision, place_name, admin1, country, "
        "latitude_deg, place_precision, initiator, target, participants, killed_best, "
        "wounded_best, report_count, document_count, first_reported_on from mart_events",
    ) == [
        (
            True, "armed_clash", "battle", "occurred", "incident", True, DAY, DAY, "day", "Taiz",
            "Taiz", "YEM", 13.58, "exact", "Made Army", "Made Rebels", None, None, 3, 1, 1, DAY,
        )
    ]  # fmt: skip


def test_mart_events_tells_a_linked_event_once(tmp_path: Path) -> None:
    """Reports of one event count once, by the event's own values, with counts of what is shown."""
    rebels = ActorValue("made-rebels", "Made Rebels", Role.INITIATOR, made.REBELS.kind)
    database = made.make_database(
        tmp_path,
        [clash("a", published=date(2020, 1, 9)), clash("b", actors=(rebels,)), clash("c")],
    )
    link(database, "e", "a", "b")
    tell(
        database, "insert into event_actors values ('e', 'made-army', 'initiator', 'state_forces')"
    )
    assert ask(
        database,
        "select event_id = 'e', report_count, document_count, first_reported_on, initiator "
        "from mart_events order by 1 desc",
    ) == [(True, 2, 2, DAY, "Made Army"), (False, 1, 1, DAY, "Made Army")]
    assert ask(database, "select count(*) from base_reports where event_id = 'e'") == [(2,)]


@pytest.mark.parametrize(
    ("values", "is_counted"),
    [
        ({"status": Status.ONGOING}, True),
        ({"status": Status.PLANNED}, False),
        ({"status": Status.THREATENED}, False),
        ({"status": Status.DENIED}, False),
        ({"status": Status.FOILED}, False),
        ({"scope": Scope.SUMMARY}, False),
    ],
)
def test_what_did_not_happen_is_there_and_not_counted(
    tmp_path: Path, values: dict[str, Any], *, is_counted: bool
) -> None:
    """Every status and scope is a row of mart_events; analytic views count incidents that happened."""
    database = made.make_database(tmp_path, [clash("a", made.make_toll(5), **values)])
    assert ask(database, "select is_counted from mart_events") == [(is_counted,)]
    counted = ask(database, "select sum(event_count) from mart_deaths_by_country_month")
    assert counted == [(1 if is_counted else None,)]
    for view in ("mart_actor_dyads", "mart_events_by_admin1_week", "mart_events_by_priogrid_month",
                 "mart_acled_events", "mart_ged_events"):  # fmt: skip
        assert ask(database, f"select count(*) from {view}") == [(int(is_counted),)]


# ---- corrections -----------------------------------------------------------------------------


def test_a_correction_shows_and_the_coders_value_stays(tmp_path: Path) -> None:
    """Views show what a person wrote, the last word of several; tables keep the coder's value."""
    database = made.make_database(tmp_path, [clash("a", made.make_toll(5)), clash("b")])
    correct(database, "a", "event_type", "shelling", day=1)
    correct(database, "a", "event_type", "air_strike", day=2)
    correct(database, "a", "occurred_from", "2020-01-03")
    correct(database, "a", "latitude_deg", None)
    correct(database, "a", "longitude_deg", None)
    correct(database, "a", "count_best", "7")
    correct(database, "a", "count_high", None)
    correct(database, "a", "role", "participant", item=1)
    assert ask(
        database,
        "select event_type, family, occurred_from, latitude_deg, killed_best, killed_high, initiator, "
        "participants from mart_events "
        "where event_id in (select event_id from base_reports where is_corrected)",
    ) == [("air_strike", "explosion", date(2020, 1, 3), None, 7, None, "Made Army", "Made Rebels")]
    assert ask(database, "select distinct event_type from reports") == [("armed_clash",)]
    assert ask(database, "select count(*) from base_reports where is_corrected") == [(1,)]


def test_a_report_that_a_person_struck_out_is_gone(tmp_path: Path) -> None:
    """``is_event`` false takes a report out of the views, and a later word brings it back."""
    database = made.make_database(tmp_path, [clash("a"), clash("b")])
    correct(database, "a", "is_event", "false", day=1)
    assert ask(database, "select source_key from base_reports") == [("b",)]
    assert ask(database, "select count(*) from mart_events") == [(1,)]
    tell(
        database,
        "insert into corrections select 'again', document_id, trigger_start, trigger_end, "
        "trigger_item, field, item, null, 'true', 'editor', timestamp '2020-03-01', null "
        "from corrections",
    )
    assert ask(database, "select count(*) from mart_events") == [(2,)]


# ---- marts -----------------------------------------------------------------------------------


def test_deaths_by_country_and_month(tmp_path: Path) -> None:
    """Deaths add up by country and month under each policy; what is not placed is not dropped."""
    nowhere = PlaceValue(None, None, None, PlacePrecision.UNKNOWN)
    february = DateValue(date(2020, 2, 1), date(2020, 2, 3), DatePrecision.WEEK)
    rivals = (
        made.make_toll(4, claimant="UN", claimant_kind=ClaimantKind.MONITOR),
        made.make_toll(2, claimant="army", claimant_kind=ClaimantKind.PARTY),
    )
    database = made.make_database(
        tmp_path,
        [
            clash("a", *rivals),
            clash("b", made.make_toll(10, high=15)),
            clash("c"),
            clash("d", made.make_toll(0), date=february),
            clash("e", place=nowhere, date=DateValue(None, None, DatePrecision.UNKNOWN)),
        ],
    )
    assert ask(database, "select * from mart_deaths_by_country_month order by country, month") == [
        ("YEM", date(2020, 1, 1), 3, 2, 12, 14, 14, 19),
        ("YEM", date(2020, 2, 1), 1, 1, 0, 0, 0, 0),
        (None, None, 1, 0, None, None, None, None),
    ]


def test_actor_dyads(tmp_path: Path) -> None:
    """Initiator and target make a directed pair; participants a pair without direction."""
    sides = tuple(
        ActorValue(actor.actor_id, actor.name, Role.PARTICIPANT, actor.kind)
        for actor in (made.REBELS, made.ARMY)
    )
    later = DateValue(date(2020, 3, 1), date(2020, 3, 1), DatePrecision.DAY)
    database = made.make_database(
        tmp_path,
        [clash("a", made.make_toll(2)), clash("b", date=later), clash("c", actors=sides)],
    )
    assert ask(database, "select * from mart_actor_dyads order by is_directed") == [
        ("made-army", "Made Army", "made-rebels", "Made Rebels", False, 1, None, 1, DAY, DAY),
        (
            "made-army",
            "Made Army",
            "made-rebels",
            "Made Rebels",
            True,
            2,
            2,
            1,
            DAY,
            date(2020, 3, 1),
        ),
    ]


def test_evidence_gives_value_words_and_sentence(tmp_path: Path) -> None:
    """Words are cut by code points; the sentence ends at its full stops and no further."""
    text = "🙂 Before, in the U.S. capital. Shells killed 4.5 thousand in Taiz! After."
    start = text.index("killed")
    report = made.make_report(
        text,
        "Shells",
        casualties=(made.make_toll(4500),),
        evidence=(
            Evidence("type", 0, text.index("Shells"), text.index("Shells") + 6),
            Evidence("casualties", 0, start, start + 6),
            Evidence("location", 0, text.index("Taiz"), text.index("Taiz") + 4),
        ),
    )
    item = made.code(made.make_document(text, "a", None), report)
    database = made.make_database(tmp_path, [item])
    sentence = "Shells killed 4.5 thousand in Taiz!"
    assert ask(
        database,
        "select field, coded_value, evidence_text, sentence_text from mart_evidence order by span_start",
    ) == [
        ("type", "armed_clash", "Shells", sentence),
        ("casualties", "killed 4500", "killed", sentence),
        ("location", "Taiz", "Taiz", sentence),
    ]


def test_events_by_admin1_and_week(tmp_path: Path) -> None:
    """Weeks begin on Monday; events whose week is not known are left out."""
    year = DateValue(date(2020, 1, 1), date(2020, 12, 31), DatePrecision.YEAR)
    database = made.make_database(
        tmp_path, [clash("a", made.make_toll(1)), clash("b"), clash("c", date=year)]
    )
    assert ask(database, "select * from mart_events_by_admin1_week") == [
        ("YEM", "Taiz", date(2019, 12, 30), "battle", 2, 1)
    ]


def test_territory_changes_in_order(tmp_path: Path) -> None:
    """The changes at a place are numbered by time, with who took it from whom."""
    days = [
        DateValue(date(2020, month, 1), date(2020, month, 1), DatePrecision.DAY) for month in (5, 2)
    ]
    database = made.make_database(
        tmp_path,
        [
            clash("a", event_type=EventType.GOVERNMENT_REGAINS_TERRITORY, date=days[0]),
            clash("b", event_type=EventType.NONSTATE_OVERTAKES_TERRITORY, date=days[1]),
            clash("c"),
        ],
    )
    assert ask(
        database,
        "select change_number, event_type, taken_by, taken_from from mart_territory_changes order by 1",
    ) == [
        (1, "nonstate_overtakes_territory", "Made Army", "Made Rebels"),
        (2, "government_regains_territory", "Made Army", "Made Rebels"),
    ]


def test_tolls_in_dispute(tmp_path: Path) -> None:
    """Claims of one side and group that differ are shown with their claimants; equal ones are not."""
    army = {"claimant": "army", "claimant_kind": ClaimantKind.PARTY}
    database = made.make_database(
        tmp_path,
        [
            clash("a", made.make_toll(3, **army), made.make_toll(9)),
            clash("b", made.make_toll(4, **army), made.make_toll(4)),
            clash("c", made.make_toll(4), made.make_toll(5, victims=COMBATANT)),
        ],
    )
    assert ask(
        database,
        "select outcome, told_least, told_most, claimant_count, claims_text from mart_tolls_in_dispute",
    ) == [("killed", 3, 9, 2, "a: 9; army: 3")]


def test_publisher_profile(tmp_path: Path) -> None:
    """Volume, lag and toll ratio of each publisher; documents without one have a row too."""
    texts = {key: f"Clash of {key}." for key in "abc"}
    documents = [
        made.code(
            made.make_document(texts[key], key, date(2020, 1, day), publisher=publisher),
            made.make_report(texts[key], "Clash", casualties=(made.make_toll(toll),)),
        )
        for key, day, publisher, toll in (
            ("a", 6, "Wire", 10),
            ("b", 8, "Daily", 5),
            ("c", 5, None, 1),
        )
    ]
    database = made.make_database(tmp_path, documents)
    link(database, "e", "a", "b")
    assert ask(
        database,
        "select publisher, document_count, report_count, event_count, median_lag_days, "
        "median_toll_ratio from mart_publisher_profile order by publisher",
    ) == [("Daily", 1, 1, 1, 3.0, 1.0), ("Wire", 1, 1, 1, 1.0, 2.0), (None, 1, 1, 1, 0.0, None)]


def test_priogrid_cells(tmp_path: Path) -> None:
    """Cells are numbered from the south-west, 720 to a row; provinces are too coarse for them."""

    def at(latitude: float, longitude: float, precision: PlacePrecision) -> PlaceValue:
        return PlaceValue("x", None, "YEM", precision, None, None, latitude, longitude)

    database = made.make_database(
        tmp_path,
        [
            clash("a", place=at(-90.0, -180.0, PlacePrecision.EXACT)),
            clash("b", place=at(90.0, 180.0, PlacePrecision.NEAR)),
            clash("c", place=at(13.58, 44.02, PlacePrecision.ADMIN2)),
            clash("d", place=at(13.58, 44.02, PlacePrecision.ADMIN1)),
        ],
    )
    assert ask(
        database, "select priogrid_id, event_count from mart_events_by_priogrid_month order by 1"
    ) == [(1, 1), (207 * 720 + 448 + 1, 1), (259200, 1)]


def test_air_strike_harm(tmp_path: Path) -> None:
    """Civilians harmed by air strikes, parts of a toll included."""
    strike = {"event_type": EventType.AIR_STRIKE}
    database = made.make_database(
        tmp_path,
        [
            clash("a", made.make_toll(9, victims=MIXED), made.make_toll(4, part_of=True), **strike),
            clash("b", made.make_toll(0), **strike),
            clash("c", made.make_toll(50)),
        ],
    )
    assert ask(database, "select * from mart_air_strike_harm") == [
        ("YEM", date(2020, 1, 1), "Made Army", 2, 1, 4, None)
    ]


def test_coverage(tmp_path: Path) -> None:
    """Documents of a month: read, coded, with events, placed and dated."""
    database = made.make_database(
        tmp_path,
        [
            clash("a"),
            clash("b", place=None, date=DateValue(None, None, DatePrecision.UNKNOWN)),
            made.code(made.make_document("Nothing.", "c", DAY)),
        ],
    )
    assert ask(database, "select * from mart_coverage") == [
        (date(2020, 1, 1), 3, 3, 2, 0, 2, 1, 1, 0)
    ]


def test_acled_shape(tmp_path: Path) -> None:
    """ACLED's columns: its names, both participants as actors, 0 where no toll is told."""
    sides = tuple(
        ActorValue(actor.actor_id, actor.name, Role.PARTICIPANT, actor.kind)
        for actor in (made.REBELS, made.ARMY)
    )
    database = made.make_database(
        tmp_path, [clash("a", actors=sides), clash("b", made.make_toll(3))]
    )
    assert ask(
        database,
        "select event_type, actor1, actor2, iso3, geo_precision, fatalities, is_fatalities_told "
        "from mart_acled_events order by fatalities",
    ) == [
        ("Battles", "Made Army", "Made Rebels", "YEM", 1, 0, False),
        ("Battles", "Made Army", "Made Rebels", "YEM", 1, 3, True),
    ]


def test_ged_shape(tmp_path: Path) -> None:
    """GED's columns: deaths by side, the rest unknown, and only lethal organised violence."""
    tolls = (
        made.make_toll(6, victims=COMBATANT, side=INITIATOR),
        made.make_toll(2, victims=COMBATANT),
        made.make_toll(12, victims=MIXED, side=BOTH),
    )
    database = made.make_database(
        tmp_path,
        [
            clash("a", *tolls),
            clash("b"),
            clash("c", made.make_toll(1), event_type=EventType.PEACEFUL_PROTEST),
        ],
    )
    assert ask(
        database,
        "select type_of_violence, side_a, side_b, deaths_a, deaths_b, deaths_civilians, "
        "deaths_unknown, best, date_prec, where_prec from mart_ged_events",
    ) == [(1, "Made Army", "Made Rebels", 6, 2, 0, 4, 12, 1, 1)]


# ---- checks ----------------------------------------------------------------------------------

OFFENCES = {
    "check_orphan_evidence": "insert into evidence values ('lost', 'type', 0, 0, 1)",
    "check_orphan_event_reports": "insert into event_reports select report_id, 'lost' from reports",
    "check_orphan_event_actors": (
        "insert into event_actors values ('lost', 'made-army', 'target', 'unknown')"
    ),
    "check_dangling_redirects": "insert into event_redirects values ('old', 'lost')",
    "check_spans_outside_text": "insert into evidence select report_id, 'type', 0, 3, 999 from reports",
    "check_toll_bounds": (
        "insert into corrections select 'c', document_id, trigger_start, trigger_end, trigger_item, "
        "'count_low', 0, null, '9', 'editor', now()::timestamp, null from base_reports"
    ),
    "check_dates_after_publication": "update documents set published_on = date '2019-01-01'",
    "check_coordinates_range": (
        "insert into corrections select 'c', document_id, trigger_start, trigger_end, trigger_item, "
        "'latitude_deg', 0, null, '99', 'editor', now()::timestamp, null from base_reports"
    ),
    "check_orphan_corrections": (
        "insert into corrections values "
        "('c', 'lost', 0, 1, 0, 'status', 0, null, 'denied', 'editor', now()::timestamp, null)"
    ),
    "check_unreadable_corrections": (
        "insert into corrections select 'c', document_id, trigger_start, trigger_end, trigger_item, "
        "'occurred_from', 0, null, 'Monday', 'editor', now()::timestamp, null from base_reports"
    ),
    "check_actor_parents": "update actors set parent_id = 'lost' where actor_id = 'made-army'",
}


def test_every_check_has_an_offence() -> None:
    """No check is added without a case that it finds."""
    assert OFFENCES.keys() == {name for name in read_views() if name.startswith("check_")}


@pytest.mark.parametrize("name", sorted(OFFENCES))
def test_a_check_finds_its_offence_and_nothing_in_sound_data(tmp_path: Path, name: str) -> None:
    """A sound database has no offender; the offence is found by its own check, once."""
    database = made.make_database(tmp_path, [clash("a", made.make_toll(5))])
    with connect(database) as connection:
        found = {result.name: result.offenders for result in run_checks(connection)}
        assert found.pop("check_actor_parents") == 0
        assert set(found.values()) == {0}
        connection.execute(OFFENCES[name])
        assert {r.name: r.offenders for r in run_checks(connection)}[name] == 1
