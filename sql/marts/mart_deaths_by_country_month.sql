-- grain: one row per country and month of the counted events; either is empty where it is not known
create view mart_deaths_by_country_month as
select
    mart_events.country,
    cast(date_trunc('month', mart_events.occurred_from) as date) as month,
    count(*) as event_count,
    count(mart_events.killed_best) as toll_count,
    cast(sum(mart_events.killed_lowest) as bigint) as killed_lowest,
    cast(sum(mart_events.killed_best) as bigint) as killed_best,
    cast(sum(mart_events.killed_range_low) as bigint) as killed_range_low,
    cast(sum(mart_events.killed_range_high) as bigint) as killed_range_high
from mart_events
where mart_events.is_counted
group by mart_events.country, date_trunc('month', mart_events.occurred_from);

comment on view mart_deaths_by_country_month is 'One row per country and month: deaths under each toll policy';
comment on column mart_deaths_by_country_month.country is 'Country, ISO 3166-1 alpha-3; empty: not known';
comment on column mart_deaths_by_country_month.month is 'First day of the month in which the events began; empty: not known';
comment on column mart_deaths_by_country_month.event_count is 'Counted events';
comment on column mart_deaths_by_country_month.toll_count is 'Counted events that a death toll is given for, 0 included';
comment on column mart_deaths_by_country_month.killed_lowest is 'Killed under the policy lowest; empty if no toll is given';
comment on column mart_deaths_by_country_month.killed_best is 'Killed under the policy best';
comment on column mart_deaths_by_country_month.killed_range_low is 'Killed under the policy range: sum of the minima';
comment on column mart_deaths_by_country_month.killed_range_high is 'Killed under the policy range: sum of the maxima';
