-- grain: one row per event and outcome on whose toll current claims differ
create view mart_tolls_in_dispute as
with claims as (
    select
        base_casualties.event_id,
        base_casualties.outcome,
        base_casualties.victim_side,
        base_casualties.victim_group,
        coalesce(
            base_casualties.count_best, base_casualties.count_low, base_casualties.count_high
        ) as told,
        coalesce(base_casualties.claimant_text, base_casualties.source_key) as claimant
    from base_casualties
    where base_casualties.is_current and not base_casualties.is_part
),

cells as (
    select
        claims.event_id,
        claims.outcome,
        claims.victim_side,
        claims.victim_group,
        min(claims.told) as told_least,
        max(claims.told) as told_most,
        count(distinct claims.claimant) as claimant_count,
        string_agg(distinct claims.claimant || ': ' || claims.told, '; ') as claims_text
    from claims
    group by claims.event_id, claims.outcome, claims.victim_side, claims.victim_group
)

select
    cells.event_id,
    cells.outcome,
    cells.victim_side,
    cells.victim_group,
    cells.told_least,
    cells.told_most,
    cells.claimant_count,
    array_to_string(list_sort(string_split(cells.claims_text, '; ')), '; ') as claims_text
from cells
where cells.told_least < cells.told_most;

comment on view mart_tolls_in_dispute is 'One row per event, outcome, side and victim group on whose number current claims differ';
comment on column mart_tolls_in_dispute.event_id is 'Event';
comment on column mart_tolls_in_dispute.outcome is 'What befell the victims';
comment on column mart_tolls_in_dispute.victim_side is 'Whose the victims were';
comment on column mart_tolls_in_dispute.victim_group is 'civilian, combatant, mixed or unknown';
comment on column mart_tolls_in_dispute.told_least is 'Least number claimed';
comment on column mart_tolls_in_dispute.told_most is 'Greatest number claimed';
comment on column mart_tolls_in_dispute.claimant_count is 'Number of claimants; a document''s own voice is one';
comment on column mart_tolls_in_dispute.claims_text is 'Claimant and number, joined by ''; ''';
