-- grain: one row per pair of actors that met in counted events, and whether one acted on the other
create view mart_actor_dyads as
with counted_actors as (
    select
        base_event_actors.event_id,
        base_event_actors.actor_id,
        base_event_actors.actor_name,
        base_event_actors.role,
        mart_events.country,
        mart_events.occurred_from,
        mart_events.killed_best
    from base_event_actors
    inner join mart_events on base_event_actors.event_id = mart_events.event_id
    where mart_events.is_counted
),

pairs as (
    select
        left_actors.actor_id as actor1_id,
        left_actors.actor_name as actor1_name,
        right_actors.actor_id as actor2_id,
        right_actors.actor_name as actor2_name,
        left_actors.role = 'initiator' as is_directed,
        left_actors.country,
        left_actors.occurred_from,
        left_actors.killed_best
    from counted_actors as left_actors
    inner join counted_actors as right_actors
        on
            left_actors.event_id = right_actors.event_id
            and (
                (left_actors.role = 'initiator' and right_actors.role = 'target')
                or (
                    left_actors.role = 'participant'
                    and right_actors.role = 'participant'
                    and left_actors.actor_id < right_actors.actor_id
                )
            )
)

select
    pairs.actor1_id,
    min(pairs.actor1_name) as actor1_name,
    pairs.actor2_id,
    min(pairs.actor2_name) as actor2_name,
    pairs.is_directed,
    count(*) as event_count,
    cast(sum(pairs.killed_best) as bigint) as killed_best,
    count(distinct pairs.country) as country_count,
    min(pairs.occurred_from) as first_on,
    max(pairs.occurred_from) as last_on
from pairs
group by pairs.actor1_id, pairs.actor2_id, pairs.is_directed;

comment on view mart_actor_dyads is 'One row per pair of actors; an event of several pairs is counted in each';
comment on column mart_actor_dyads.actor1_id is 'Initiator; of two participants the one with the lesser id';
comment on column mart_actor_dyads.actor1_name is 'Its one name';
comment on column mart_actor_dyads.actor2_id is 'Target, or the other participant';
comment on column mart_actor_dyads.actor2_name is 'Its one name';
comment on column mart_actor_dyads.is_directed is 'True: initiator and target; false: participants';
comment on column mart_actor_dyads.event_count is 'Counted events';
comment on column mart_actor_dyads.killed_best is 'Killed on either side in these events, policy best';
comment on column mart_actor_dyads.country_count is 'Countries in which they met';
comment on column mart_actor_dyads.first_on is 'Earliest day';
comment on column mart_actor_dyads.last_on is 'Latest first day';
