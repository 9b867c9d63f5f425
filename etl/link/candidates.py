"""What may be one event: reports read for linking, and the pairs that blocks bring together.

Enters: a connection. Leaves: the temporary table ``link_reports``, one row per report of
``base_reports`` that can be linked, numbered by its key; pairs of numbers; ``LinkReport``. A report
of which a correction is no code of the codebook is left out and stays an event of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa

from etl.codes import DatePrecision, EventType, PlacePrecision, Role, Scope, Status
from etl.ids import make_id
from etl.link.features import (
    NARROW_DAYS,
    STATUS_GROUPS,
    LinkActor,
    LinkReport,
    LinkToll,
    read_words,
)
from etl.link.score import TYPE_POINTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from enum import StrEnum

    import duckdb

Item = TypeVar("Item")

# Words are read in a window around the trigger: sentences of news are shorter.
_WINDOW = 400
_PAIRS_AT_ONCE = 500_000

_TYPES = list(EventType)


def read_link_reports(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``link_reports``; ``event_id`` is the event that link has put a report in, if any.

    ``low_day`` to ``high_day`` are days within which a pair's must meet, ``first_bucket`` to
    ``last_bucket`` the blocks of days that they touch.
    """
    compatible = [
        {
            "event_type": kind.value,
            "type_bit": 1 << number,
            "type_mask": sum(
                1 << other for other, one in enumerate(_TYPES) if (kind, one) in TYPE_POINTS
            ),
        }
        for number, kind in enumerate(_TYPES)
    ]
    connection.register("link_types", pa.Table.from_pylist(compatible))
    groups = [{"status": s.value, "status_group": group} for s, group in STATUS_GROUPS.items()]
    connection.register("link_statuses", pa.Table.from_pylist(groups))
    connection.execute(f"""
        create or replace temp table link_reports as
        with shown as (
            select base_reports.*, event_reports.event_id as linked_event_id,
                link_types.type_bit, link_types.type_mask, link_statuses.status_group,
                coalesce(occurred_from <= occurred_to, false) as is_dated
            from base_reports
            join link_types using (event_type)
            join link_statuses using (status)
            left join event_reports using (report_id)
            where scope in ({_listed(Scope)}) and date_precision in ({_listed(DatePrecision)})
                and place_precision in ({_listed(PlacePrecision)})
        ),
        timed as (
            select *,
                case
                    when scope = 'summary' then case when is_dated then 'span' end
                    when is_dated and occurred_to - occurred_from < {NARROW_DAYS} then 'narrow'
                    when is_dated then 'wide'
                    when published_on is not null then 'undated'
                end as time_class,
                occurred_from - date '1900-01-01' as first_day,
                occurred_to - date '1900-01-01' as last_day,
                published_on - date '1900-01-01' as published_day
            from shown
        ),
        placed as (
            select *,
                case time_class when 'narrow' then first_day - 1 when 'undated'
                    then published_day - 1 else first_day end as low_day,
                case time_class when 'narrow' then last_day + 1 when 'undated'
                    then published_day + 1 when 'span' then first_day else last_day end as high_day,
                case time_class when 'wide' then 366 when 'span' then 1 else 7 end as bucket_days,
                case
                    when place_name is null or place_precision in ('country', 'unknown')
                        then 'country'
                    when place_precision = 'admin1' then 'admin1'
                    when latitude_deg is null or longitude_deg is null then 'named'
                    else 'point'
                end as place_level
            from timed
        )
        select
            cast(row_number() over (
                order by document_id, trigger_start, trigger_end, trigger_item) - 1 as integer)
                as number,
            report_id, linked_event_id as event_id, document_id,
            trigger_start, trigger_end, trigger_item,
            published_on, event_type, status, scope, type_bit, type_mask, status_group,
            case when is_dated then occurred_from end as first_on,
            case when is_dated then occurred_to end as last_on,
            date_precision, time_class, low_day, high_day,
            low_day // bucket_days as first_bucket, high_day // bucket_days as last_bucket,
            coalesce(country, '') as country, lower(admin1) as admin1,
            lower(place_name) as place_name, latitude_deg, longitude_deg, place_precision,
            place_level,
            document_id in (select document_id from corrections) as is_corrected
        from placed
    """)  # noqa: S608 - codes of the codebook
    connection.unregister("link_types")
    connection.unregister("link_statuses")
    connection.execute(
        "create or replace temp table link_places (report_id varchar, location_id varchar)"
    )


def find_pairs(
    connection: duckdb.DuckDBPyConnection, changed: Sequence[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of numbers that may be one event, each once, the lesser first.

    With ``changed`` only the pairs in which one of these is; without, all.
    """
    condition = "true"
    if changed is not None:
        connection.register("link_changed", pa.table({"number": pa.array(changed, pa.int32())}))
        condition = "number in (select number from link_changed)"
    cursor = connection.execute(f"""
        with blocks as (
            select *, {condition} as is_changed,
                unnest(range(first_bucket, last_bucket + 1)) as bucket
            from link_reports
            where time_class is not null
        )
        select least(l.number, r.number) as one, greatest(l.number, r.number) as other
        from (from blocks where is_changed) as l
        join blocks as r
            on l.bucket = r.bucket and l.time_class = r.time_class and l.country = r.country
            and l.status_group = r.status_group and l.scope = r.scope
        where (not r.is_changed or l.number < r.number)
            -- A pair that meets in several blocks is taken in the first that both are in.
            and l.bucket = greatest(l.first_bucket, r.first_bucket)
            and l.document_id != r.document_id
            and l.low_day <= r.high_day and r.low_day <= l.high_day
            and (l.type_mask & r.type_bit) != 0
            and case
                when l.place_level = 'country' or r.place_level = 'country' then true
                when l.place_level = 'point' and r.place_level = 'point' then
                    abs(l.latitude_deg - r.latitude_deg) < 0.5
                    and least(abs(l.longitude_deg - r.longitude_deg),
                        360 - abs(l.longitude_deg - r.longitude_deg))
                        * cos(radians(greatest(abs(l.latitude_deg), abs(r.latitude_deg)))) < 0.5
                else l.admin1 = r.admin1 or l.place_name = r.place_name
            end
    """)  # noqa: S608 - one of two conditions
    for batch in cursor.to_arrow_reader(_PAIRS_AT_ONCE):
        yield from zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True)
    if changed is not None:
        connection.unregister("link_changed")


def read_features(
    connection: duckdb.DuckDBPyConnection, numbers: Iterable[int]
) -> dict[int, LinkReport]:
    """Return the reports of these numbers."""
    wanted = pa.table({"number": pa.array(sorted(numbers), pa.int32())})
    connection.register("link_wanted", wanted)
    connection.execute("""
        create or replace temp table link_features as
        select link_reports.*,
            coalesce(link_places.location_id, reports.location_id) as location_id
        from link_reports
        join link_wanted using (number)
        join reports using (report_id)
        left join link_places using (report_id)
    """)
    connection.unregister("link_wanted")
    actors = _lists(
        connection,
        # The views of all reports are slow to ask for a few, and differ for corrected ones alone.
        "report_actors join actors using (actor_id)",
        "base_report_actors join actors using (actor_id)",
        "struct_pack(a := actor_id, r := role, k := {items}.kind, p := actors.parent_id, "
        "c := actors.country)",
        f"role in ({_listed(Role)})",
        lambda a: LinkActor(a["a"], a["r"], a["k"], a["p"], a["c"]),
    )
    killed, wounded = (
        _lists(
            connection,
            "casualties",
            "base_casualties",
            "struct_pack(l := count_low, b := count_best, h := count_high, c := is_current)",
            f"outcome = '{outcome}' and not is_part",
            lambda t: LinkToll(t["l"], t["b"], t["h"], t["c"]),
        )
        for outcome in ("killed", "wounded")
    )
    cursor = connection.execute(f"""
        select link_features.number, link_features.report_id, link_features.document_id,
            link_features.trigger_start, trigger_end, trigger_item, link_features.published_on,
            event_type, status, scope, first_on, last_on, date_precision, country, admin1,
            place_name, latitude_deg, longitude_deg, place_precision, location_id,
            greatest(trigger_start - {_WINDOW}, 0) as window_start,
            substr(text, cast(greatest(trigger_start - {_WINDOW}, 0) + 1 as integer),
                trigger_end - trigger_start + 2 * {_WINDOW}) as window_text,
            case when is_corrected then (
                select list(field) from base_corrections
                where base_corrections.document_id = link_features.document_id
                    and base_corrections.trigger_start = link_features.trigger_start
                    and base_corrections.trigger_end = link_features.trigger_end
                    and base_corrections.trigger_item = link_features.trigger_item
            ) end as corrected
        from link_features join documents using (document_id)
    """)  # noqa: S608 - a constant
    features = {}
    for batch in cursor.to_arrow_reader(50_000):
        for row in batch.to_pylist():
            number = row["number"]
            features[number] = _report_of(
                row, actors.get(number, ()), killed.get(number, ()), wounded.get(number, ())
            )
    return features


def _report_of(
    row: dict[str, Any],
    actors: tuple[LinkActor, ...],
    killed: tuple[LinkToll, ...],
    wounded: tuple[LinkToll, ...],
) -> LinkReport:
    start, end, before = row["trigger_start"], row["trigger_end"], row["window_start"]
    return LinkReport(
        key=(row["document_id"], start, end, row["trigger_item"]),
        report_id=row["report_id"],
        event_type=EventType(row["event_type"]),
        status=Status(row["status"]),
        scope=Scope(row["scope"]),
        published_on=row["published_on"],
        first=row["first_on"],
        last=row["last_on"],
        date_precision=DatePrecision(row["date_precision"]),
        country=row["country"],
        admin1=row["admin1"],
        place_name=row["place_name"],
        latitude=row["latitude_deg"],
        longitude=row["longitude_deg"],
        place_precision=PlacePrecision(row["place_precision"]),
        location_id=row["location_id"],
        actors=actors,
        killed=killed,
        wounded=wounded,
        words=read_words(row["window_text"], start - before, end - before),
        corrected=frozenset(row["corrected"] or ()),
    )


def place_corrected(connection: duckdb.DuckDBPyConnection) -> None:
    """Give each place that a person corrected a row of ``locations``, and list it by report."""
    columns = ("name", "admin1", "admin2", "country", "latitude_deg", "longitude_deg")
    rows = connection.execute("""
        select base_reports.report_id, base_reports.place_name, base_reports.admin1,
            base_reports.admin2, base_reports.country,
            case when base_reports.longitude_deg between -180 and 180
                then base_reports.latitude_deg end,
            case when base_reports.latitude_deg between -90 and 90
                then base_reports.longitude_deg end
        from base_reports
        join reports using (report_id)
        left join locations using (location_id)
        where base_reports.is_corrected
            and (base_reports.place_name, base_reports.admin1, base_reports.country,
                base_reports.latitude_deg, base_reports.longitude_deg)
            is distinct from (locations.name, locations.admin1, locations.country,
                locations.latitude_deg, locations.longitude_deg)
    """).fetchall()
    for report_id, *values in rows:
        if None in values[4:]:
            values[4:] = [None, None]
        key = (None if value is None else str(value) for value in (None, *values, None))
        location_id = make_id(*key)
        connection.execute(
            f"insert into locations (location_id, {', '.join(columns)}) "  # noqa: S608 - columns
            "values (?, ?, ?, ?, ?, ?, ?) on conflict (location_id) do nothing",
            [location_id, *values],
        )
        connection.execute("insert into link_places values (?, ?)", [report_id, location_id])


def _lists(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    view: str,
    value: str,
    condition: str,
    make: Callable[[dict[str, Any]], Item],
) -> dict[int, tuple[Item, ...]]:
    """Return what a table, or for corrected reports its view, tells of ``link_features``."""
    found: dict[int, tuple[Item, ...]] = {}
    for source, is_corrected in ((table, False), (view, True)):
        wanting = "is_corrected" if is_corrected else "not is_corrected"
        wanted = f"select number, report_id from link_features where {wanting}"  # noqa: S608
        if is_corrected and connection.execute(wanted).fetchone() is None:
            continue
        items = source.split()[0]
        rows = connection.execute(f"""
            select number, list({value.format(items=items)} order by {items}.item)
            from {source} join ({wanted}) as wanted using (report_id)
            where {condition}
            group by number
        """).fetchall()  # noqa: S608 - tables, views and columns
        found.update((number, tuple(map(make, values))) for number, values in rows)
    return found


def _listed(codes: type[StrEnum]) -> str:
    return ", ".join(f"'{code}'" for code in codes)
