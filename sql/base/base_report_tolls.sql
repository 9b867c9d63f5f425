-- grain: one row per report and outcome that it gives a current toll for
--
-- A cell is a side and a victim group. In each cell the claim of the best placed claimant counts, of
-- equal ones the first; under the policy lowest the least claim. The toll is the greatest sum of
-- cells that no victim can be in two of: initiator beside target, civilian beside combatant.
create view base_report_tolls as
with claims as (
    select
        base_casualties.report_id,
        base_casualties.outcome,
        base_casualties.victim_side as side,
        case
            when base_casualties.victim_group in ('civilian', 'combatant')
                then base_casualties.victim_group
            else 'mixed'
        end as victims,
        base_casualties.claimant_rank,
        base_casualties.item,
        base_casualties.count_low as low,
        coalesce(
            base_casualties.count_best, base_casualties.count_low, base_casualties.count_high
        ) as best,
        base_casualties.count_high as high
    from base_casualties
    where base_casualties.is_current and not base_casualties.is_part
),

best_claims as (
    select
        claims.report_id,
        claims.outcome,
        claims.side,
        claims.victims,
        min(claims.claimant_rank) as claimant_rank,
        arg_min(
            {'low': claims.low, 'best': claims.best, 'high': claims.high},
            claims.claimant_rank * 100000 + claims.item
        ) as told,
        min(claims.best) as lowest
    from claims
    where claims.best is not null
    group by claims.report_id, claims.outcome, claims.side, claims.victims
),

cells as (
    select
        best_claims.report_id,
        best_claims.outcome,
        best_claims.side,
        best_claims.victims,
        best_claims.claimant_rank,
        unnest([
            {'bound': 'low', 'toll': best_claims.told.low},
            {'bound': 'best', 'toll': best_claims.told.best},
            {'bound': 'high', 'toll': best_claims.told.high},
            {'bound': 'lowest', 'toll': best_claims.lowest}
        ]) as cell
    from best_claims
),

sides as (
    select
        cells.report_id,
        cells.outcome,
        cells.cell.bound as toll_bound,
        cells.side,
        min(cells.claimant_rank) as claimant_rank,
        bool_or(cells.cell.toll is null) as is_open,
        bool_and(cells.cell.toll is null) as is_empty,
        coalesce(max(cells.cell.toll) filter (where cells.victims = 'civilian'), 0) as civilian,
        coalesce(max(cells.cell.toll) filter (where cells.victims = 'combatant'), 0)
            as combatant,
        coalesce(max(cells.cell.toll) filter (where cells.victims = 'mixed'), 0) as mixed
    from cells
    group by cells.report_id, cells.outcome, cells.cell.bound, cells.side
),

sums as (
    select
        sides.report_id,
        sides.outcome,
        sides.toll_bound,
        min(sides.claimant_rank) as claimant_rank,
        case
            when bool_and(sides.is_empty) or (sides.toll_bound = 'high' and bool_or(sides.is_open))
                then null
            else greatest(
                sum(greatest(sides.mixed, sides.civilian + sides.combatant))
                filter (where sides.side in ('initiator', 'target')),
                greatest(
                    max(sides.civilian) filter (where sides.side in ('both', 'unknown')),
                    sum(sides.civilian) filter (where sides.side in ('initiator', 'target'))
                ) + greatest(
                    max(sides.combatant) filter (where sides.side in ('both', 'unknown')),
                    sum(sides.combatant) filter (where sides.side in ('initiator', 'target'))
                ),
                max(sides.mixed)
            )
        end as toll
    from sides
    group by sides.report_id, sides.outcome, sides.toll_bound
)

select
    sums.report_id,
    sums.outcome,
    min(sums.claimant_rank) as claimant_rank,
    cast(max(sums.toll) filter (where sums.toll_bound = 'low') as integer) as count_low,
    cast(max(sums.toll) filter (where sums.toll_bound = 'best') as integer) as count_best,
    cast(max(sums.toll) filter (where sums.toll_bound = 'high') as integer) as count_high,
    cast(max(sums.toll) filter (where sums.toll_bound = 'lowest') as integer) as count_lowest
from sums
group by sums.report_id, sums.outcome;

comment on view base_report_tolls is 'One row per report and outcome: its toll, claims of different sides and victim groups added (codebook, section 8)';
comment on column base_report_tolls.report_id is 'Report';
comment on column base_report_tolls.outcome is 'killed, wounded, killed_or_wounded, missing, captured, abducted or displaced';
comment on column base_report_tolls.claimant_rank is 'Rank of the best placed claimant: 1 monitor to 7 unnamed';
comment on column base_report_tolls.count_low is 'Least number; empty if no claim gives one';
comment on column base_report_tolls.count_best is 'Number that the best placed claimants give';
comment on column base_report_tolls.count_high is 'Greatest number; empty if open';
comment on column base_report_tolls.count_lowest is 'Number under the policy lowest: the least of the rival claims';
