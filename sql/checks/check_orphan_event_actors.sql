-- grain: one row per event actor whose event is not there
-- level: error
create view check_orphan_event_actors as
select
    event_actors.event_id,
    event_actors.actor_id,
    event_actors.role
from event_actors
where event_actors.event_id not in (select events.event_id from events);

comment on view check_orphan_event_actors is 'Event actors without their event: the logical key of event_actors';
comment on column check_orphan_event_actors.event_id is 'Event that is missing';
comment on column check_orphan_event_actors.actor_id is 'Actor';
comment on column check_orphan_event_actors.role is 'Role';
