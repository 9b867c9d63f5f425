-- grain: one row per counted event, in the shape of ACLED's export
create view mart_acled_events as
with sides as (
    select
        base_event_actors.event_id,
        list_sort(list(base_event_actors.actor_name) filter (
            where base_event_actors.role in ('initiator', 'participant')
        )) as first_side,
        list_sort(list(base_event_actors.actor_name) filter (
            where base_event_actors.role = 'target'
        )) as second_side,
        bool_or(base_event_actors.role = 'participant') as has_participants,
        bool_or(base_event_actors.kind = 'civilians' and base_event_actors.role = 'target')
            as has_civilian_target
    from base_event_actors
    group by base_event_actors.event_id
),

actors as (
    select
        sides.event_id,
        sides.first_side[1] as actor1,
        case
            when sides.second_side is null and sides.has_participants then sides.first_side[2]
            else sides.second_side[1]
        end as actor2,
        case
            when sides.second_side is null and sides.has_participants
                then array_to_string(sides.first_side[3:], '; ')
            else array_to_string(sides.first_side[2:], '; ')
        end as assoc_actor_1,
        array_to_string(sides.second_side[2:], '; ') as assoc_actor_2,
        sides.has_civilian_target
    from sides
)

select
    mart_events.event_id as event_id_cnty,
    mart_events.occurred_from as event_date,
    year(mart_events.occurred_from) as year,
    case mart_events.date_precision
        when 'day' then 1
        when 'inferred' then 1
        when 'week' then 2
        else 3
    end as time_precision,
    case mart_events.family
        when 'battle' then 'Battles'
        when 'protest' then 'Protests'
        when 'riot' then 'Riots'
        when 'explosion' then 'Explosions/Remote violence'
        when 'civilians' then 'Violence against civilians'
        else 'Strategic developments'
    end as event_type,
    event_types.acled_name as sub_event_type,
    actors.actor1,
    nullif(actors.assoc_actor_1, '') as assoc_actor_1,
    actors.actor2,
    nullif(actors.assoc_actor_2, '') as assoc_actor_2,
    case when actors.has_civilian_target then 'Civilian targeting' end as civilian_targeting,
    mart_events.country as iso3,
    mart_events.admin1,
    mart_events.place_name as location,
    mart_events.latitude_deg as latitude,
    mart_events.longitude_deg as longitude,
    case mart_events.place_precision
        when 'exact' then 1
        when 'near' then 2
        when 'admin2' then 2
        else 3
    end as geo_precision,
    coalesce(mart_events.killed_lowest, 0) as fatalities,
    mart_events.killed_lowest is not null as is_fatalities_told
from mart_events
left join actors on mart_events.event_id = actors.event_id
left join event_types on mart_events.event_type = event_types.event_type
where mart_events.is_counted and mart_events.occurred_from is not null;

comment on view mart_acled_events is 'One row per counted and dated event, in the shape of ACLED''s export; not ACLED''s data';
comment on column mart_acled_events.event_id_cnty is 'Event';
comment on column mart_acled_events.event_date is 'Earliest day';
comment on column mart_acled_events.year is 'Year of it';
comment on column mart_acled_events.time_precision is '1 day, 2 week, 3 month or less known';
comment on column mart_acled_events.event_type is 'ACLED''s event type';
comment on column mart_acled_events.sub_event_type is 'ACLED''s sub-event type';
comment on column mart_acled_events.actor1 is 'Initiator; a participant where the starter is not told';
comment on column mart_acled_events.assoc_actor_1 is 'Further actors of that side, joined by ''; ''';
comment on column mart_acled_events.actor2 is 'Target, or the other participant';
comment on column mart_acled_events.assoc_actor_2 is 'Further actors of that side, joined by ''; ''';
comment on column mart_acled_events.civilian_targeting is '''Civilian targeting'' where civilians are a target';
comment on column mart_acled_events.iso3 is 'Country, ISO 3166-1 alpha-3';
comment on column mart_acled_events.admin1 is 'Province or region of that size';
comment on column mart_acled_events.location is 'Name of the place';
comment on column mart_acled_events.latitude is 'Latitude, WGS 84';
comment on column mart_acled_events.longitude is 'Longitude, WGS 84';
comment on column mart_acled_events.geo_precision is '1 exact, 2 near or district, 3 province or less known';
comment on column mart_acled_events.fatalities is 'Killed under the policy lowest; 0 also where no toll is told, as ACLED does';
comment on column mart_acled_events.is_fatalities_told is 'False where the 0 is ACLED''s habit and not the text''s';
