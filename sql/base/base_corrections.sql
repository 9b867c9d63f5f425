-- grain: one row per corrected value: the latest correction of it
create view base_corrections as
select
    corrections.document_id,
    corrections.trigger_start,
    corrections.trigger_end,
    corrections.trigger_item,
    corrections.field,
    corrections.item,
    corrections.new_value,
    corrections.corrected_by,
    corrections.corrected_at
from corrections
qualify row_number() over (
    partition by
        corrections.document_id,
        corrections.trigger_start,
        corrections.trigger_end,
        corrections.trigger_item,
        corrections.field,
        corrections.item
    order by corrections.corrected_at desc, corrections.correction_id
) = 1;

comment on view base_corrections is 'One row per corrected value: the correction that holds';
comment on column base_corrections.document_id is 'Document of the report';
comment on column base_corrections.trigger_start is 'Offset of the report''s trigger words';
comment on column base_corrections.trigger_end is 'Offset after them';
comment on column base_corrections.trigger_item is 'Order among the reports of these words';
comment on column base_corrections.field is 'What was corrected';
comment on column base_corrections.item is 'Item of the report''s casualties or actors; else 0';
comment on column base_corrections.new_value is 'Value that holds, as text; empty: none';
comment on column base_corrections.corrected_by is 'Who';
comment on column base_corrections.corrected_at is 'When, UTC';
