-- grain: one row per counted event of lethal organised violence, in the shape of UCDP GED
create view mart_ged_events as
with sides as (
    select
        base_event_actors.event_id,
        min(base_event_actors.actor_name) filter (where base_event_actors.role = 'initiator')
            as initiator,
        min(base_event_actors.actor_name) filter (where base_event_actors.role = 'target')
            as target,
        min(base_event_actors.actor_name) filter (where base_event_actors.role = 'participant')
            as first_participant,
        max(base_event_actors.actor_name) filter (where base_event_actors.role = 'participant')
            as last_participant,
        bool_or(base_event_actors.kind = 'civilians') as has_civilians,
        bool_or(base_event_actors.kind in ('state_forces', 'external_forces')) as has_state
    from base_event_actors
    group by base_event_actors.event_id
),

deaths as (
    select
        base_casualties.event_id,
        max(base_casualties.count_best) filter (
            where base_casualties.victim_group = 'civilian'
        ) as deaths_civilians,
        max(base_casualties.count_best) filter (
            where
            base_casualties.victim_group = 'combatant'
            and base_casualties.victim_side = 'initiator'
        ) as deaths_a,
        max(base_casualties.count_best) filter (
            where
            base_casualties.victim_group = 'combatant'
            and base_casualties.victim_side = 'target'
        ) as deaths_b
    from base_casualties
    where base_casualties.outcome = 'killed' and base_casualties.is_current
    group by base_casualties.event_id
)

select
    mart_events.event_id as id,
    year(mart_events.occurred_from) as year,
    case
        when mart_events.family = 'civilians' or sides.has_civilians then 3
        when sides.has_state then 1
        else 2
    end as type_of_violence,
    coalesce(sides.initiator, sides.first_participant) as side_a,
    coalesce(sides.target, nullif(sides.last_participant, sides.first_participant)) as side_b,
    mart_events.document_count as number_of_sources,
    mart_events.place_name as where_coordinates,
    case mart_events.place_precision
        when 'exact' then 1
        when 'near' then 2
        when 'admin2' then 3
        when 'admin1' then 4
        else 6
    end as where_prec,
    mart_events.admin1 as adm_1,
    mart_events.latitude_deg as latitude,
    mart_events.longitude_deg as longitude,
    mart_events.country as iso3,
    case mart_events.date_precision
        when 'day' then 1
        when 'inferred' then 2
        when 'week' then 3
        when 'month' then 4
        else 5
    end as date_prec,
    mart_events.occurred_from as date_start,
    mart_events.occurred_to as date_end,
    coalesce(deaths.deaths_a, 0) as deaths_a,
    coalesce(deaths.deaths_b, 0) as deaths_b,
    coalesce(deaths.deaths_civilians, 0) as deaths_civilians,
    greatest(
        mart_events.killed_best
        - coalesce(deaths.deaths_a, 0)
        - coalesce(deaths.deaths_b, 0)
        - coalesce(deaths.deaths_civilians, 0),
        0
    ) as deaths_unknown,
    mart_events.killed_best as best,
    mart_events.killed_high as high,
    mart_events.killed_low as low
from mart_events
left join sides on mart_events.event_id = sides.event_id
left join deaths on mart_events.event_id = deaths.event_id
where
    mart_events.is_counted
    and mart_events.occurred_from is not null
    and mart_events.family in ('battle', 'explosion', 'civilians')
    and mart_events.killed_best > 0;

comment on view mart_ged_events is 'One row per counted, dated and lethal event of organised violence, in the shape of UCDP GED; not UCDP''s data';
comment on column mart_ged_events.id is 'Event';
comment on column mart_ged_events.year is 'Year of the earliest day';
comment on column mart_ged_events.type_of_violence is '1 state-based, 2 non-state, 3 one-sided; ours, from families and kinds of actors';
comment on column mart_ged_events.side_a is 'Initiator; a participant where the starter is not told';
comment on column mart_ged_events.side_b is 'Target, or the other participant';
comment on column mart_ged_events.number_of_sources is 'Documents that tell it';
comment on column mart_ged_events.where_coordinates is 'Name of the place';
comment on column mart_ged_events.where_prec is '1 exact, 2 near, 3 district, 4 province, 6 country or less known';
comment on column mart_ged_events.adm_1 is 'Province or region of that size';
comment on column mart_ged_events.latitude is 'Latitude, WGS 84';
comment on column mart_ged_events.longitude is 'Longitude, WGS 84';
comment on column mart_ged_events.iso3 is 'Country, ISO 3166-1 alpha-3';
comment on column mart_ged_events.date_prec is '1 day, 2 inferred, 3 week, 4 month, 5 more';
comment on column mart_ged_events.date_start is 'Earliest day';
comment on column mart_ged_events.date_end is 'Latest day';
comment on column mart_ged_events.deaths_a is 'Combatants killed of side a: the greatest current claim';
comment on column mart_ged_events.deaths_b is 'Combatants killed of side b: the greatest current claim';
comment on column mart_ged_events.deaths_civilians is 'Civilians killed: the greatest current claim';
comment on column mart_ged_events.deaths_unknown is 'The rest of best';
comment on column mart_ged_events.best is 'Killed, policy best';
comment on column mart_ged_events.high is 'Killed, policy best: greatest number; empty if open';
comment on column mart_ged_events.low is 'Killed, policy best: least number';
