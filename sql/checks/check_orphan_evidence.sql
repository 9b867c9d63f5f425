-- grain: one row per piece of evidence whose report is not there
-- level: error
create view check_orphan_evidence as
select
    evidence.report_id,
    evidence.field,
    evidence.item
from evidence
where evidence.report_id not in (select reports.report_id from reports);

comment on view check_orphan_evidence is 'Evidence without its report: the logical key of evidence';
comment on column check_orphan_evidence.report_id is 'Report that is missing';
comment on column check_orphan_evidence.field is 'Field';
comment on column check_orphan_evidence.item is 'Item';
