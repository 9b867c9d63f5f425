-- grain: one row per event and outcome that a current toll is given for
create view base_event_tolls as
with ranked_tolls as (
    select
        base_reports.event_id,
        base_report_tolls.outcome,
        base_report_tolls.count_low,
        base_report_tolls.count_best,
        base_report_tolls.count_high,
        base_report_tolls.count_lowest,
        row_number() over (
            partition by base_reports.event_id, base_report_tolls.outcome
            order by
                base_report_tolls.claimant_rank,
                base_reports.published_on desc nulls last,
                base_reports.position,
                base_reports.report_id
        ) as place
    from base_report_tolls
    inner join base_reports on base_report_tolls.report_id = base_reports.report_id
)

select
    ranked_tolls.event_id,
    ranked_tolls.outcome,
    max(ranked_tolls.count_low) filter (where ranked_tolls.place = 1) as count_low,
    max(ranked_tolls.count_best) filter (where ranked_tolls.place = 1) as count_best,
    max(ranked_tolls.count_high) filter (where ranked_tolls.place = 1) as count_high,
    min(ranked_tolls.count_lowest) as count_lowest,
    min(coalesce(ranked_tolls.count_low, ranked_tolls.count_lowest)) as count_range_low,
    max(coalesce(ranked_tolls.count_high, ranked_tolls.count_best)) as count_range_high,
    count(*) as report_count
from ranked_tolls
group by ranked_tolls.event_id, ranked_tolls.outcome;

comment on view base_event_tolls is 'One row per event and outcome: its toll under each policy (codebook, section 8)';
comment on column base_event_tolls.event_id is 'Event';
comment on column base_event_tolls.outcome is 'killed, wounded, killed_or_wounded, missing, captured, abducted or displaced';
comment on column base_event_tolls.count_low is 'Policy best: least number of the best placed report; empty if none';
comment on column base_event_tolls.count_best is 'Policy best: number of the best placed report';
comment on column base_event_tolls.count_high is 'Policy best: greatest number; empty if open';
comment on column base_event_tolls.count_lowest is 'Policy lowest: the least number that any report allows';
comment on column base_event_tolls.count_range_low is 'Policy range: minimum over all reports';
comment on column base_event_tolls.count_range_high is 'Policy range: maximum over all reports';
comment on column base_event_tolls.report_count is 'Reports that give this toll';
