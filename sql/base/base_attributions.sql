-- grain: one row per source that a report of base_reports names
create view base_attributions as
select
    base_reports.event_id,
    base_reports.report_id,
    attributions.item,
    attributions.claimant_text,
    attributions.claimant_kind,
    attributions.actor_id,
    actors.name as actor_name,
    attributions.is_denial
from base_reports
inner join attributions on base_reports.report_id = attributions.report_id
left join actors on attributions.actor_id = actors.actor_id;

comment on view base_attributions is 'One row per source that says, or denies, that a reported event happened';
comment on column base_attributions.event_id is 'Event that the report tells';
comment on column base_attributions.report_id is 'Report';
comment on column base_attributions.item is 'Order within the report, from 0';
comment on column base_attributions.claimant_text is 'Who says so, in the words of the document';
comment on column base_attributions.claimant_kind is 'official, party, media, witness, monitor, medical or unnamed';
comment on column base_attributions.actor_id is 'Actor that it resolves to, if any';
comment on column base_attributions.actor_name is 'Its one name';
comment on column base_attributions.is_denial is 'The claimant denies the event';
