-- grain: one row per correction that no report of base_reports answers to
-- level: warning
create view check_orphan_corrections as
select
    corrections.correction_id,
    corrections.document_id,
    corrections.trigger_start,
    corrections.field,
    corrections.new_value
from corrections
where
    corrections.field != 'is_event'
    and not exists (
        select 1
        from base_reports
        where
            base_reports.document_id = corrections.document_id
            and base_reports.trigger_start = corrections.trigger_start
            and base_reports.trigger_end = corrections.trigger_end
            and base_reports.trigger_item = corrections.trigger_item
    );

comment on view check_orphan_corrections is 'Corrections of reports that the current coder does not give: make them anew';
comment on column check_orphan_corrections.correction_id is 'Correction';
comment on column check_orphan_corrections.document_id is 'Document';
comment on column check_orphan_corrections.trigger_start is 'Offset of the trigger words';
comment on column check_orphan_corrections.field is 'Field';
comment on column check_orphan_corrections.new_value is 'Value that holds';
