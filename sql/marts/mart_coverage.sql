-- grain: one row per month of publication
create view mart_coverage as
with report_counts as (
    select
        base_reports.document_id,
        count(*) as report_count,
        count(base_reports.latitude_deg) as placed_count,
        count(base_reports.occurred_from) as dated_count
    from base_reports
    group by base_reports.document_id
)

select
    cast(date_trunc('month', base_documents.published_on) as date) as month,
    count(*) as document_count,
    count(base_codings.coding_id) as coded_count,
    count(*) filter (where base_codings.state = 'events') as with_events_count,
    count(*) filter (where base_codings.state = 'refused') as refused_count,
    cast(coalesce(sum(report_counts.report_count), 0) as bigint) as report_count,
    cast(coalesce(sum(report_counts.placed_count), 0) as bigint) as placed_count,
    cast(coalesce(sum(report_counts.dated_count), 0) as bigint) as dated_count,
    count(distinct base_documents.publisher) as publisher_count
from base_documents
left join base_codings on base_documents.document_id = base_codings.document_id
left join report_counts on base_documents.document_id = report_counts.document_id
group by date_trunc('month', base_documents.published_on);

comment on view mart_coverage is 'One row per month of publication: what was read, coded, placed and dated';
comment on column mart_coverage.month is 'First day of the month; empty: day of publication not known';
comment on column mart_coverage.document_count is 'Documents';
comment on column mart_coverage.coded_count is 'Documents that were coded';
comment on column mart_coverage.with_events_count is 'Documents that tell events';
comment on column mart_coverage.refused_count is 'Documents that the coder refused';
comment on column mart_coverage.report_count is 'Reports';
comment on column mart_coverage.placed_count is 'Reports with coordinates';
comment on column mart_coverage.dated_count is 'Reports with a day';
comment on column mart_coverage.publisher_count is 'Publishers';
