-- grain: one row per span of a report that lies outside its document's text, or whose words differ
-- level: error
create view check_spans_outside_text as
with lengths as (
    select
        documents.document_id,
        length(documents.text) as text_length
    from documents
)

select
    reports.report_id,
    evidence.field,
    evidence.span_start,
    evidence.span_end,
    lengths.text_length
from evidence
inner join reports on evidence.report_id = reports.report_id
inner join lengths on reports.document_id = lengths.document_id
where evidence.span_end > lengths.text_length
union all
select
    reports.report_id,
    'trigger' as field,
    reports.trigger_start as span_start,
    reports.trigger_end as span_end,
    lengths.text_length
from reports
inner join lengths on reports.document_id = lengths.document_id
where
    reports.trigger_end > lengths.text_length
    or length(reports.trigger_text) != reports.trigger_end - reports.trigger_start;

comment on view check_spans_outside_text is 'Spans that no text is at';
comment on column check_spans_outside_text.report_id is 'Report';
comment on column check_spans_outside_text.field is 'Field';
comment on column check_spans_outside_text.span_start is 'Offset of the first character';
comment on column check_spans_outside_text.span_end is 'Offset after the last character';
comment on column check_spans_outside_text.text_length is 'Length of the text in code points';
