-- grain: one row per coded value of a report and place of the text where it was read
create view mart_evidence as
with words as (
    select
        evidence.report_id,
        evidence.field,
        evidence.item,
        evidence.span_start,
        evidence.span_end,
        substr(documents.text, evidence.span_start + 1, evidence.span_end - evidence.span_start)
            as evidence_text,
        substr(
            documents.text,
            greatest(evidence.span_start - 400, 0) + 1,
            least(evidence.span_start, 400)
        ) as text_before,
        substr(documents.text, evidence.span_end + 1, 400) as text_after,
        base_reports.event_id,
        base_reports.document_id,
        base_reports.source_key,
        base_reports.event_type,
        base_reports.status,
        base_reports.scope,
        base_reports.occurred_from,
        base_reports.occurred_to,
        base_reports.place_name
    from evidence
    inner join base_reports on evidence.report_id = base_reports.report_id
    inner join documents on base_reports.document_id = documents.document_id
)

select
    words.event_id,
    words.report_id,
    words.document_id,
    words.source_key,
    words.field,
    words.item,
    case words.field
        when 'type' then words.event_type
        when 'status' then words.status
        when 'scope' then words.scope
        when 'date' then concat_ws(' to ', words.occurred_from, words.occurred_to)
        when 'location' then words.place_name
        when 'actors' then base_report_actors.actor_name || ' (' || base_report_actors.role || ')'
        when 'casualties'
            then
                concat_ws(' ', base_casualties.outcome, base_casualties.count_best)
        when 'casualties.claimant' then base_casualties.claimant_kind
        when 'attribution' then attributions.claimant_kind
    end as coded_value,
    words.evidence_text,
    trim(
        regexp_extract(words.text_before, '([^.!?\n]|[.!?][^\s"”’)])*$')
        || words.evidence_text
        || regexp_extract(words.text_after, '^([^.!?\n]|[.!?][^\s"”’)])*[.!?]?')
    ) as sentence_text,
    words.span_start,
    words.span_end
from words
left join base_report_actors
    on
        words.report_id = base_report_actors.report_id
        and words.item = base_report_actors.item
        and words.field = 'actors'
left join base_casualties
    on
        words.report_id = base_casualties.report_id
        and words.item = base_casualties.item
        and words.field in ('casualties', 'casualties.claimant')
left join attributions
    on
        words.report_id = attributions.report_id
        and words.item = attributions.item
        and words.field = 'attribution';

comment on view mart_evidence is 'One row per coded value and place where it was read';
comment on column mart_evidence.event_id is 'Event that the report tells';
comment on column mart_evidence.report_id is 'Report';
comment on column mart_evidence.document_id is 'Document';
comment on column mart_evidence.source_key is 'Key that the earliest source gave the document';
comment on column mart_evidence.field is 'type (the trigger words), status, scope, date, location, actors, casualties, casualties.claimant or attribution';
comment on column mart_evidence.item is 'Item of a list field, from 0; else 0';
comment on column mart_evidence.coded_value is 'The value, as text';
comment on column mart_evidence.evidence_text is 'The words that it was read from';
comment on column mart_evidence.sentence_text is 'The words around, to the nearest full stop or line break, at most 400 characters to either side';
comment on column mart_evidence.span_start is 'Offset of the first character in documents.text';
comment on column mart_evidence.span_end is 'Offset after the last character';
