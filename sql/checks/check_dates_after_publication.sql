-- grain: one row per report of something that happened after it was published
-- level: warning
create view check_dates_after_publication as
select
    base_reports.report_id,
    base_reports.source_key,
    base_reports.status,
    base_reports.published_on,
    base_reports.occurred_from
from base_reports
where
    base_reports.status in ('occurred', 'ongoing')
    and base_reports.occurred_from > base_reports.published_on;

comment on view check_dates_after_publication is 'Reports of the past that lie in the future';
comment on column check_dates_after_publication.report_id is 'Report';
comment on column check_dates_after_publication.source_key is 'Key that the earliest source gave the document';
comment on column check_dates_after_publication.status is 'Status';
comment on column check_dates_after_publication.published_on is 'Day of publication';
comment on column check_dates_after_publication.occurred_from is 'Earliest day';
