select
    base_reports.event_type,
    base_reports.place_name as place,
    casualties.outcome,
    casualties.count_low as low,
    casualties.count_best as best,
    casualties.count_high as high,
    casualties.claimant_text as claimant,
    casualties.is_current as current,
    casualties.casualty_text as words
from casualties
inner join base_reports on casualties.report_id = base_reports.report_id
where base_reports.scope = 'incident' and not casualties.is_part
order by casualties.count_best desc nulls last, casualties.report_id, casualties.item
limit 15
