-- grain: one row per event that a report of base_reports tells: as linked, else as its first report has it
create view base_events as
with counts as (
    select
        base_reports.event_id,
        count(*) as report_count,
        count(distinct base_reports.document_id) as document_count,
        min(base_reports.published_on) as first_reported_on,
        max(base_reports.published_on) as last_reported_on
    from base_reports
    group by base_reports.event_id
),

first_reports as (
    select
        base_reports.event_id,
        base_reports.event_type,
        base_reports.status,
        base_reports.scope,
        base_reports.occurred_from,
        base_reports.occurred_to,
        base_reports.date_precision,
        base_reports.place_name,
        base_reports.admin1,
        base_reports.country,
        base_reports.latitude_deg,
        base_reports.longitude_deg,
        base_reports.place_precision
    from base_reports
    where base_reports.event_id not in (select events.event_id from events)
    qualify row_number() over (
        partition by base_reports.event_id
        order by
            base_reports.published_on nulls last,
            base_reports.document_id,
            base_reports.position,
            base_reports.report_id
    ) = 1
),

told_events as (
    select
        events.event_id,
        events.event_type,
        events.status,
        events.scope,
        events.occurred_from,
        events.occurred_to,
        events.date_precision,
        locations.name as place_name,
        locations.admin1,
        locations.country,
        locations.latitude_deg,
        locations.longitude_deg,
        events.place_precision
    from events
    left join locations on events.location_id = locations.location_id
    union all
    select
        first_reports.event_id,
        first_reports.event_type,
        first_reports.status,
        first_reports.scope,
        first_reports.occurred_from,
        first_reports.occurred_to,
        first_reports.date_precision,
        first_reports.place_name,
        first_reports.admin1,
        first_reports.country,
        first_reports.latitude_deg,
        first_reports.longitude_deg,
        first_reports.place_precision
    from first_reports
)

select
    told_events.event_id,
    told_events.event_type,
    event_types.family,
    told_events.status,
    told_events.scope,
    told_events.occurred_from,
    told_events.occurred_to,
    told_events.date_precision,
    told_events.place_name,
    told_events.admin1,
    told_events.country,
    told_events.latitude_deg,
    told_events.longitude_deg,
    told_events.place_precision,
    counts.report_count,
    counts.document_count,
    counts.first_reported_on,
    counts.last_reported_on
from told_events
inner join counts on told_events.event_id = counts.event_id
left join event_types on told_events.event_type = event_types.event_type;

comment on view base_events is 'One row per event, without actors and tolls';
comment on column base_events.event_id is 'Event';
comment on column base_events.event_type is 'Event type (codebook, section 3)';
comment on column base_events.family is 'Family of the type';
comment on column base_events.status is 'occurred, ongoing, foiled, planned, threatened or denied';
comment on column base_events.scope is 'incident or summary';
comment on column base_events.occurred_from is 'Earliest day';
comment on column base_events.occurred_to is 'Latest day';
comment on column base_events.date_precision is 'day, week, month, year, inferred or unknown';
comment on column base_events.place_name is 'Name of the place';
comment on column base_events.admin1 is 'Province or region of that size';
comment on column base_events.country is 'Country, ISO 3166-1 alpha-3';
comment on column base_events.latitude_deg is 'Latitude of the gazetteer entry, WGS 84';
comment on column base_events.longitude_deg is 'Longitude of the gazetteer entry, WGS 84';
comment on column base_events.place_precision is 'exact, near, admin2, admin1, country or unknown';
comment on column base_events.report_count is 'Number of its reports';
comment on column base_events.document_count is 'Number of documents that tell it';
comment on column base_events.first_reported_on is 'Earliest day of publication of its reports';
comment on column base_events.last_reported_on is 'Latest day of publication of its reports';
