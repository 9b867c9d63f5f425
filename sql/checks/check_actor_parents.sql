-- grain: one row per actor whose parent is not in the list
-- level: warning
create view check_actor_parents as
select
    actors.actor_id,
    actors.name,
    actors.parent_id
from actors
where
    actors.parent_id is not null
    and actors.parent_id not in (select parents.actor_id from actors as parents);

comment on view check_actor_parents is 'Actors whose parent is missing';
comment on column check_actor_parents.actor_id is 'Actor';
comment on column check_actor_parents.name is 'Its name';
comment on column check_actor_parents.parent_id is 'Parent that is missing';
