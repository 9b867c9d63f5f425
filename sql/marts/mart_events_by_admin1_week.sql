-- grain: one row per country, province, week and family of the counted events
create view mart_events_by_admin1_week as
select
    mart_events.country,
    mart_events.admin1,
    cast(date_trunc('week', mart_events.occurred_from) as date) as week,
    mart_events.family,
    count(*) as event_count,
    cast(sum(mart_events.killed_best) as bigint) as killed_best
from mart_events
where
    mart_events.is_counted
    and mart_events.date_precision in ('day', 'week', 'inferred')
group by
    mart_events.country,
    mart_events.admin1,
    date_trunc('week', mart_events.occurred_from),
    mart_events.family;

comment on view mart_events_by_admin1_week is 'One row per country, province, week and family, of events whose week is known';
comment on column mart_events_by_admin1_week.country is 'Country, ISO 3166-1 alpha-3; empty: not known';
comment on column mart_events_by_admin1_week.admin1 is 'Province or region of that size; empty: not known';
comment on column mart_events_by_admin1_week.week is 'Monday of the week in which the events began';
comment on column mart_events_by_admin1_week.family is 'Family of the event type';
comment on column mart_events_by_admin1_week.event_count is 'Counted events';
comment on column mart_events_by_admin1_week.killed_best is 'Killed, policy best; empty if no toll is given';
