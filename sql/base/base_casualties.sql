-- grain: one row per toll claim of a report of base_reports, with people's corrections
create view base_casualties as
with count_corrections as (
    select
        base_corrections.document_id,
        base_corrections.trigger_start,
        base_corrections.trigger_end,
        base_corrections.trigger_item,
        base_corrections.item,
        map_from_entries(
            list((base_corrections.field, try_cast(base_corrections.new_value as integer)))
        ) as corrected
    from base_corrections
    where base_corrections.field in ('count_low', 'count_best', 'count_high')
    group by
        base_corrections.document_id,
        base_corrections.trigger_start,
        base_corrections.trigger_end,
        base_corrections.trigger_item,
        base_corrections.item
)

select
    base_reports.event_id,
    base_reports.report_id,
    casualties.item,
    casualties.outcome,
    case
        when map_contains(corrected, 'count_low') then corrected['count_low']
        else casualties.count_low
    end as count_low,
    case
        when map_contains(corrected, 'count_best') then corrected['count_best']
        else casualties.count_best
    end as count_best,
    case
        when map_contains(corrected, 'count_high') then corrected['count_high']
        else casualties.count_high
    end as count_high,
    casualties.is_approximate,
    casualties.victim_group,
    casualties.victim_side,
    casualties.claimant_text,
    casualties.claimant_kind,
    -- The document's own voice is that of a medium.
    list_position(
        ['monitor', 'medical', 'official', 'witness', 'party', 'media', 'unnamed'],
        coalesce(casualties.claimant_kind, 'media')
    ) as claimant_rank,
    casualties.is_current,
    casualties.is_part,
    casualties.casualty_text,
    base_reports.source_key,
    base_reports.published_on
from base_reports
inner join casualties on base_reports.report_id = casualties.report_id
left join count_corrections
    on
        base_reports.document_id = count_corrections.document_id
        and base_reports.trigger_start = count_corrections.trigger_start
        and base_reports.trigger_end = count_corrections.trigger_end
        and base_reports.trigger_item = count_corrections.trigger_item
        and casualties.item = count_corrections.item;

comment on view base_casualties is 'One row per toll claim of a report';
comment on column base_casualties.event_id is 'Event that the report tells';
comment on column base_casualties.report_id is 'Report';
comment on column base_casualties.item is 'Order within the report, from 0; the best placed rival first';
comment on column base_casualties.outcome is 'killed, wounded, killed_or_wounded, missing, captured, abducted or displaced';
comment on column base_casualties.count_low is 'Least number that the words allow; empty if open';
comment on column base_casualties.count_best is 'Number that the words give';
comment on column base_casualties.count_high is 'Greatest number that the words allow; empty if open';
comment on column base_casualties.is_approximate is 'Told as about, nearly or some';
comment on column base_casualties.victim_group is 'civilian, combatant, mixed or unknown';
comment on column base_casualties.victim_side is 'initiator, target, both or unknown';
comment on column base_casualties.claimant_text is 'Who says so; empty: the document itself';
comment on column base_casualties.claimant_kind is 'Kind of the claimant';
comment on column base_casualties.claimant_rank is 'Order of claimants under the policy best: 1 monitor to 7 unnamed';
comment on column base_casualties.is_current is 'False where a later claim replaces it';
comment on column base_casualties.is_part is 'A part of another row, never added to it';
comment on column base_casualties.casualty_text is 'Words of the claim';
comment on column base_casualties.source_key is 'Key that the earliest source gave the document';
comment on column base_casualties.published_on is 'Earliest known day of publication';
