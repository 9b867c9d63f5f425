-- grain: one row per event, whatever its status and scope; is_counted marks those that analytic views count
create view mart_events as
with sides as (
    select
        base_event_actors.event_id,
        string_agg(distinct actor_name, '; ' order by actor_name)
        filter (where role = 'initiator') as initiator,
        string_agg(distinct actor_name, '; ' order by actor_name)
        filter (where role = 'target') as target,
        string_agg(distinct actor_name, '; ' order by actor_name)
        filter (where role = 'participant') as participants
    from base_event_actors
    group by base_event_actors.event_id
),

tolls as (
    select
        base_event_tolls.event_id,
        max(base_event_tolls.count_low) filter (where base_event_tolls.outcome = 'killed')
            as killed_low,
        max(base_event_tolls.count_best) filter (where base_event_tolls.outcome = 'killed')
            as killed_best,
        max(base_event_tolls.count_high) filter (where base_event_tolls.outcome = 'killed')
            as killed_high,
        max(base_event_tolls.count_lowest) filter (where base_event_tolls.outcome = 'killed')
            as killed_lowest,
        max(base_event_tolls.count_range_low) filter (where base_event_tolls.outcome = 'killed')
            as killed_range_low,
        max(base_event_tolls.count_range_high) filter (where base_event_tolls.outcome = 'killed')
            as killed_range_high,
        max(base_event_tolls.count_low) filter (where base_event_tolls.outcome = 'wounded')
            as wounded_low,
        max(base_event_tolls.count_best) filter (where base_event_tolls.outcome = 'wounded')
            as wounded_best,
        max(base_event_tolls.count_high) filter (where base_event_tolls.outcome = 'wounded')
            as wounded_high
    from base_event_tolls
    group by base_event_tolls.event_id
)

select
    base_events.event_id,
    base_events.event_type,
    base_events.family,
    base_events.status,
    base_events.scope,
    base_events.status in ('occurred', 'ongoing') and base_events.scope = 'incident' as is_counted,
    base_events.occurred_from,
    base_events.occurred_to,
    base_events.date_precision,
    base_events.place_name,
    base_events.admin1,
    base_events.country,
    base_events.latitude_deg,
    base_events.longitude_deg,
    base_events.place_precision,
    sides.initiator,
    sides.target,
    sides.participants,
    tolls.killed_low,
    tolls.killed_best,
    tolls.killed_high,
    tolls.killed_lowest,
    tolls.killed_range_low,
    tolls.killed_range_high,
    tolls.wounded_low,
    tolls.wounded_best,
    tolls.wounded_high,
    base_events.report_count,
    base_events.document_count,
    base_events.first_reported_on,
    base_events.last_reported_on
from base_events
left join sides on base_events.event_id = sides.event_id
left join tolls on base_events.event_id = tolls.event_id;

comment on view mart_events is 'One row per event, flat';
comment on column mart_events.event_id is 'Event; where reports are not linked, the report';
comment on column mart_events.event_type is 'Event type (codebook, section 3)';
comment on column mart_events.family is 'Family of the type';
comment on column mart_events.status is 'occurred, ongoing, foiled, planned, threatened or denied';
comment on column mart_events.scope is 'incident or summary';
comment on column mart_events.is_counted is 'An incident that occurred or is ongoing: what analytic views count';
comment on column mart_events.occurred_from is 'Earliest day';
comment on column mart_events.occurred_to is 'Latest day';
comment on column mart_events.date_precision is 'day, week, month, year, inferred or unknown';
comment on column mart_events.place_name is 'Name of the place';
comment on column mart_events.admin1 is 'Province or region of that size';
comment on column mart_events.country is 'Country, ISO 3166-1 alpha-3';
comment on column mart_events.latitude_deg is 'Latitude of the gazetteer entry, WGS 84';
comment on column mart_events.longitude_deg is 'Longitude of the gazetteer entry, WGS 84';
comment on column mart_events.place_precision is 'exact, near, admin2, admin1, country or unknown';
comment on column mart_events.initiator is 'Who started or carried it out, joined by ''; ''';
comment on column mart_events.target is 'On whom it fell, joined by ''; ''';
comment on column mart_events.participants is 'Both sides where the starter is not told, joined by ''; ''';
comment on column mart_events.killed_low is 'Killed, policy best: least number; empty if none is given';
comment on column mart_events.killed_best is 'Killed, policy best; empty if nothing is said, 0 only where the text says so';
comment on column mart_events.killed_high is 'Killed, policy best: greatest number; empty if open';
comment on column mart_events.killed_lowest is 'Killed, policy lowest';
comment on column mart_events.killed_range_low is 'Killed, policy range: minimum';
comment on column mart_events.killed_range_high is 'Killed, policy range: maximum';
comment on column mart_events.wounded_low is 'Wounded, policy best: least number; empty if none is given';
comment on column mart_events.wounded_best is 'Wounded, policy best; empty if nothing is said';
comment on column mart_events.wounded_high is 'Wounded, policy best: greatest number; empty if open';
comment on column mart_events.report_count is 'Number of its reports';
comment on column mart_events.document_count is 'Number of documents that tell it';
comment on column mart_events.first_reported_on is 'Earliest day of publication of its reports';
comment on column mart_events.last_reported_on is 'Latest day of publication of its reports';
