-- grain: one row per publisher of coded documents
create view mart_publisher_profile as
with lags as (
    select
        base_reports.publisher,
        base_reports.report_id,
        base_reports.document_id,
        base_reports.event_id,
        case
            when
                base_reports.status in ('occurred', 'ongoing')
                and base_reports.date_precision = 'day'
                then base_reports.published_on - base_reports.occurred_to
        end as lag_days
    from base_reports
),

toll_ratios as (
    select
        base_reports.publisher,
        base_report_tolls.count_best / base_event_tolls.count_best as toll_ratio
    from base_report_tolls
    inner join base_reports on base_report_tolls.report_id = base_reports.report_id
    inner join base_event_tolls
        on
            base_reports.event_id = base_event_tolls.event_id
            and base_report_tolls.outcome = base_event_tolls.outcome
    where
        base_report_tolls.outcome = 'killed'
        and base_event_tolls.report_count > 1
        and base_event_tolls.count_best > 0
),

volumes as (
    select
        base_documents.publisher,
        min(base_documents.publisher_country) as publisher_country,
        min(base_documents.publisher_kind) as publisher_kind,
        count(*) as document_count,
        min(base_documents.published_on) as first_published_on,
        max(base_documents.published_on) as last_published_on
    from base_documents
    inner join base_codings on base_documents.document_id = base_codings.document_id
    group by base_documents.publisher
)

select
    volumes.publisher,
    volumes.publisher_country,
    volumes.publisher_kind,
    volumes.document_count,
    count(distinct lags.report_id) as report_count,
    count(distinct lags.event_id) as event_count,
    median(lags.lag_days) as median_lag_days,
    (
        select median(toll_ratios.toll_ratio)
        from toll_ratios
        where toll_ratios.publisher is not distinct from volumes.publisher
    ) as median_toll_ratio,
    volumes.first_published_on,
    volumes.last_published_on
from volumes
left join lags on volumes.publisher is not distinct from lags.publisher
group by
    volumes.publisher,
    volumes.publisher_country,
    volumes.publisher_kind,
    volumes.document_count,
    volumes.first_published_on,
    volumes.last_published_on;

comment on view mart_publisher_profile is 'One row per publisher: volume, how late it reports, and how its tolls compare';
comment on column mart_publisher_profile.publisher is 'Outlet of the earliest source; empty: not known';
comment on column mart_publisher_profile.publisher_country is 'Country of the outlet, ISO 3166-1 alpha-3';
comment on column mart_publisher_profile.publisher_kind is 'media, state_media, official, monitor or party';
comment on column mart_publisher_profile.document_count is 'Coded documents, also those without events';
comment on column mart_publisher_profile.report_count is 'Reports';
comment on column mart_publisher_profile.event_count is 'Events that it reports';
comment on column mart_publisher_profile.median_lag_days is 'Median days from an event of known day to publication';
comment on column mart_publisher_profile.median_toll_ratio is 'Median of its death toll over the event''s (policy best), of events with several tolls';
comment on column mart_publisher_profile.first_published_on is 'First day of publication';
comment on column mart_publisher_profile.last_published_on is 'Last day of publication';
