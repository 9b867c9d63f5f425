-- grain: one row per retired event id that leads nowhere, or to another retired id
-- level: error
create view check_dangling_redirects as
select
    event_redirects.retired_event_id,
    event_redirects.event_id
from event_redirects
where
    event_redirects.event_id in (
        select retired.retired_event_id from event_redirects as retired
    )
    or (
        event_redirects.event_id not in (select events.event_id from events)
        and event_redirects.event_id not in (select reports.report_id from reports)
    );

comment on view check_dangling_redirects is 'Retired event ids that lead to no event';
comment on column check_dangling_redirects.retired_event_id is 'Retired id';
comment on column check_dangling_redirects.event_id is 'Where it leads';
