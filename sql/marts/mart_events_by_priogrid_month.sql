-- grain: one row per PRIO-GRID cell and month of the counted events that are placed within a cell
create view mart_events_by_priogrid_month as
with placed_events as (
    select
        -- Cells of half a degree, numbered from the south-west, 720 to a row.
        (least(cast(floor((mart_events.latitude_deg + 90) * 2) as integer), 359)) * 720
        + least(cast(floor((mart_events.longitude_deg + 180) * 2) as integer), 719) + 1
            as priogrid_id,
        cast(date_trunc('month', mart_events.occurred_from) as date) as month,
        mart_events.killed_best
    from mart_events
    where
        mart_events.is_counted
        and mart_events.place_precision in ('exact', 'near', 'admin2')
        and mart_events.latitude_deg is not null
)

select
    placed_events.priogrid_id,
    placed_events.month,
    count(*) as event_count,
    cast(sum(placed_events.killed_best) as bigint) as killed_best
from placed_events
group by placed_events.priogrid_id, placed_events.month;

comment on view mart_events_by_priogrid_month is 'One row per PRIO-GRID cell and month, of events placed at a district or closer';
comment on column mart_events_by_priogrid_month.priogrid_id is 'PRIO-GRID cell (gid), half a degree wide';
comment on column mart_events_by_priogrid_month.month is 'First day of the month in which the events began; empty: not known';
comment on column mart_events_by_priogrid_month.event_count is 'Counted events';
comment on column mart_events_by_priogrid_month.killed_best is 'Killed, policy best; empty if no toll is given';
