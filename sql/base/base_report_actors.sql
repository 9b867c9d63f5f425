-- grain: one row per actor in a report of base_reports, with people's corrections
create view base_report_actors as
with corrected_actors as (
    select
        base_reports.event_id,
        base_reports.report_id,
        report_actors.item,
        report_actors.kind,
        report_actors.actor_text,
        coalesce(actor_corrections.new_value, report_actors.actor_id) as actor_id,
        coalesce(role_corrections.new_value, report_actors.role) as role
    from base_reports
    inner join report_actors on base_reports.report_id = report_actors.report_id
    left join base_corrections as actor_corrections
        on
            base_reports.document_id = actor_corrections.document_id
            and base_reports.trigger_start = actor_corrections.trigger_start
            and base_reports.trigger_end = actor_corrections.trigger_end
            and base_reports.trigger_item = actor_corrections.trigger_item
            and report_actors.item = actor_corrections.item
            and actor_corrections.field = 'actor_id'
    left join base_corrections as role_corrections
        on
            base_reports.document_id = role_corrections.document_id
            and base_reports.trigger_start = role_corrections.trigger_start
            and base_reports.trigger_end = role_corrections.trigger_end
            and base_reports.trigger_item = role_corrections.trigger_item
            and report_actors.item = role_corrections.item
            and role_corrections.field = 'role'
)

select
    corrected_actors.event_id,
    corrected_actors.report_id,
    corrected_actors.item,
    corrected_actors.actor_id,
    actors.name as actor_name,
    corrected_actors.role,
    corrected_actors.kind,
    actors.country,
    actors.parent_id,
    corrected_actors.actor_text
from corrected_actors
left join actors on corrected_actors.actor_id = actors.actor_id;

comment on view base_report_actors is 'One row per actor in a report';
comment on column base_report_actors.event_id is 'Event that the report tells';
comment on column base_report_actors.report_id is 'Report';
comment on column base_report_actors.item is 'Order within the report, from 0';
comment on column base_report_actors.actor_id is 'Actor';
comment on column base_report_actors.actor_name is 'Its one name';
comment on column base_report_actors.role is 'initiator, target or participant';
comment on column base_report_actors.kind is 'What it is in this event (codebook, section 5)';
comment on column base_report_actors.country is 'Country that it belongs to, ISO 3166-1 alpha-3';
comment on column base_report_actors.parent_id is 'Actor that it is a part of';
comment on column base_report_actors.actor_text is 'Wordings of the document, joined by '' | ''';
