-- grain: one row per country, month and initiator of counted air strikes
create view mart_air_strike_harm as
with civilian_tolls as (
    select
        base_casualties.event_id,
        max(base_casualties.count_best) filter (where base_casualties.outcome = 'killed')
            as civilians_killed,
        max(base_casualties.count_best) filter (where base_casualties.outcome = 'wounded')
            as civilians_wounded
    from base_casualties
    where
        base_casualties.victim_group = 'civilian'
        and base_casualties.is_current
    group by base_casualties.event_id
)

select
    mart_events.country,
    cast(date_trunc('month', mart_events.occurred_from) as date) as month,
    mart_events.initiator,
    count(*) as strike_count,
    count(*) filter (
        where civilian_tolls.civilians_killed > 0 or civilian_tolls.civilians_wounded > 0
    ) as harmful_strike_count,
    cast(sum(civilian_tolls.civilians_killed) as bigint) as civilians_killed_most,
    cast(sum(civilian_tolls.civilians_wounded) as bigint) as civilians_wounded_most
from mart_events
left join civilian_tolls on mart_events.event_id = civilian_tolls.event_id
where mart_events.is_counted and mart_events.event_type = 'air_strike'
group by
    mart_events.country, date_trunc('month', mart_events.occurred_from), mart_events.initiator;

comment on view mart_air_strike_harm is 'One row per country, month and initiator: air strikes and the civilians whom they harmed';
comment on column mart_air_strike_harm.country is 'Country, ISO 3166-1 alpha-3; empty: not known';
comment on column mart_air_strike_harm.month is 'First day of the month; empty: not known';
comment on column mart_air_strike_harm.initiator is 'Who struck, joined by ''; ''; empty: not told';
comment on column mart_air_strike_harm.strike_count is 'Counted air strikes';
comment on column mart_air_strike_harm.harmful_strike_count is 'Of these, with a civilian killed or wounded';
comment on column mart_air_strike_harm.civilians_killed_most is 'Civilians killed: the greatest current claim of each strike, parts of other tolls included';
comment on column mart_air_strike_harm.civilians_wounded_most is 'Civilians wounded, likewise';
