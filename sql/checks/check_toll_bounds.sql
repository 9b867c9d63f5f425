-- grain: one row per claim that people's corrections left with bounds out of order
-- level: warning
create view check_toll_bounds as
select
    base_casualties.report_id,
    base_casualties.item,
    base_casualties.count_low,
    base_casualties.count_best,
    base_casualties.count_high
from base_casualties
where
    base_casualties.count_low > base_casualties.count_best
    or base_casualties.count_best > base_casualties.count_high
    or base_casualties.count_low > base_casualties.count_high
    or least(base_casualties.count_low, base_casualties.count_best, base_casualties.count_high) < 0;

comment on view check_toll_bounds is 'Claims whose bounds are out of order after a correction; the coder''s are kept in order by the table';
comment on column check_toll_bounds.report_id is 'Report';
comment on column check_toll_bounds.item is 'Item of its casualties';
comment on column check_toll_bounds.count_low is 'Low';
comment on column check_toll_bounds.count_best is 'Best';
comment on column check_toll_bounds.count_high is 'High';
