-- grain: one row per event, actor and role
create view base_event_actors as
select
    event_actors.event_id,
    event_actors.actor_id,
    actors.name as actor_name,
    event_actors.role,
    event_actors.kind,
    actors.country
from event_actors
inner join actors on event_actors.actor_id = actors.actor_id
where event_actors.event_id in (select base_reports.event_id from base_reports)
union all
select
    base_report_actors.event_id,
    base_report_actors.actor_id,
    min(base_report_actors.actor_name) as actor_name,
    base_report_actors.role,
    arg_min(base_report_actors.kind, (base_report_actors.report_id, base_report_actors.item))
        as kind,
    min(base_report_actors.country) as country
from base_report_actors
where base_report_actors.event_id not in (select events.event_id from events)
group by
    base_report_actors.event_id,
    base_report_actors.actor_id,
    base_report_actors.role;

comment on view base_event_actors is 'One row per event, actor and role';
comment on column base_event_actors.event_id is 'Event';
comment on column base_event_actors.actor_id is 'Actor';
comment on column base_event_actors.actor_name is 'Its one name';
comment on column base_event_actors.role is 'initiator, target or participant';
comment on column base_event_actors.kind is 'What it is in this event';
comment on column base_event_actors.country is 'Country that it belongs to, ISO 3166-1 alpha-3';
