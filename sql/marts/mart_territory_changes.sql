-- grain: one row per counted event by which a place changed hands, in the order of time at each place
create view mart_territory_changes as
select
    mart_events.event_id,
    mart_events.country,
    mart_events.admin1,
    mart_events.place_name,
    row_number() over (
        partition by mart_events.country, mart_events.admin1, mart_events.place_name
        order by mart_events.occurred_to nulls last, mart_events.occurred_from, mart_events.event_id
    ) as change_number,
    mart_events.occurred_from,
    mart_events.occurred_to,
    mart_events.date_precision,
    mart_events.event_type,
    mart_events.initiator as taken_by,
    mart_events.target as taken_from,
    mart_events.report_count
from mart_events
where
    mart_events.is_counted
    and mart_events.event_type in (
        'government_regains_territory', 'nonstate_overtakes_territory', 'territory_transfer'
    );

comment on view mart_territory_changes is 'One row per event by which a place changed hands, numbered in order at each place';
comment on column mart_territory_changes.event_id is 'Event';
comment on column mart_territory_changes.country is 'Country, ISO 3166-1 alpha-3';
comment on column mart_territory_changes.admin1 is 'Province or region of that size';
comment on column mart_territory_changes.place_name is 'Place that changed hands';
comment on column mart_territory_changes.change_number is 'Order among the changes at this place, from 1; undated ones last';
comment on column mart_territory_changes.occurred_from is 'Earliest day';
comment on column mart_territory_changes.occurred_to is 'Latest day';
comment on column mart_territory_changes.date_precision is 'day, week, month, year, inferred or unknown';
comment on column mart_territory_changes.event_type is 'Taken by force, or handed over';
comment on column mart_territory_changes.taken_by is 'Who took or received it';
comment on column mart_territory_changes.taken_from is 'Who lost or handed it over';
comment on column mart_territory_changes.report_count is 'Number of reports';
