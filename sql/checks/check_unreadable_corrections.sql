-- grain: one row per correction whose value cannot be read as what its field holds
-- level: warning
create view check_unreadable_corrections as
select
    base_corrections.document_id,
    base_corrections.trigger_start,
    base_corrections.field,
    base_corrections.new_value
from base_corrections
where
    base_corrections.new_value is not null
    and case
        when base_corrections.field in ('occurred_from', 'occurred_to')
            then try_cast(base_corrections.new_value as date) is null
        when base_corrections.field in ('latitude_deg', 'longitude_deg')
            then try_cast(base_corrections.new_value as double) is null
        when base_corrections.field in ('count_low', 'count_best', 'count_high')
            then try_cast(base_corrections.new_value as integer) is null
        when base_corrections.field = 'event_type'
            then
                base_corrections.new_value not in (
                    select event_types.event_type from event_types
                )
        when base_corrections.field = 'actor_id'
            then base_corrections.new_value not in (select actors.actor_id from actors)
        else false
    end;

comment on view check_unreadable_corrections is 'Corrections whose value is no day, number, event type or actor; views show it as empty';
comment on column check_unreadable_corrections.document_id is 'Document';
comment on column check_unreadable_corrections.trigger_start is 'Offset of the trigger words';
comment on column check_unreadable_corrections.field is 'Field';
comment on column check_unreadable_corrections.new_value is 'Value that cannot be read';
