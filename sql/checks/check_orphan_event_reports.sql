-- grain: one row per link of which the report or the event is not there
-- level: error
create view check_orphan_event_reports as
select
    event_reports.event_id,
    event_reports.report_id
from event_reports
where
    event_reports.report_id not in (select reports.report_id from reports)
    or event_reports.event_id not in (select events.event_id from events);

comment on view check_orphan_event_reports is 'Links without report or event: the logical keys of event_reports';
comment on column check_orphan_event_reports.event_id is 'Event of the link';
comment on column check_orphan_event_reports.report_id is 'Report of the link';
