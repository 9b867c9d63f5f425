-- grain: one row per coded document: its coding by the coder that is preferred most
create view base_codings as
select
    codings.coding_id,
    codings.document_id,
    codings.coder_id,
    coders.name || ' ' || coders.version as coder,
    codings.state,
    codings.report_count,
    codings.published_on,
    current_coders.preference
from codings
inner join current_coders on codings.coder_id = current_coders.coder_id
inner join coders on codings.coder_id = coders.coder_id
qualify row_number() over (
    partition by codings.document_id
    order by
        current_coders.preference,
        codings.published_on nulls last,
        codings.source_key,
        codings.coding_id
) = 1;

comment on view base_codings is 'One row per coded document: the coding that views show';
comment on column base_codings.coding_id is 'Coding';
comment on column base_codings.document_id is 'Document';
comment on column base_codings.coder_id is 'Coder';
comment on column base_codings.coder is 'Name and version of the coder';
comment on column base_codings.state is 'events, no_events or refused';
comment on column base_codings.report_count is 'Number of reports that the coder found';
comment on column base_codings.published_on is 'Publication day that the coder was given';
comment on column base_codings.preference is '1: by the current coder; more: it has not coded this document';
