-- grain: one row per report of the coding that views show, with people's corrections
create view base_reports as
with report_corrections as (
    select
        base_corrections.document_id,
        base_corrections.trigger_start,
        base_corrections.trigger_end,
        base_corrections.trigger_item,
        map_from_entries(
            list((base_corrections.field, base_corrections.new_value))
            filter (where base_corrections.item = 0)
        ) as corrected
    from base_corrections
    group by
        base_corrections.document_id,
        base_corrections.trigger_start,
        base_corrections.trigger_end,
        base_corrections.trigger_item
),

corrected_reports as (
    select
        reports.*,
        base_codings.coder,
        coalesce(report_corrections.corrected, map {}) as corrected
    from reports
    inner join base_codings on reports.coding_id = base_codings.coding_id
    left join report_corrections
        on
            reports.document_id = report_corrections.document_id
            and reports.trigger_start = report_corrections.trigger_start
            and reports.trigger_end = report_corrections.trigger_end
            and reports.trigger_item = report_corrections.trigger_item
),

shown_reports as (
    select
        corrected_reports.report_id,
        corrected_reports.document_id,
        corrected_reports.position,
        corrected_reports.coder,
        corrected_reports.trigger_text,
        corrected_reports.trigger_start,
        corrected_reports.trigger_end,
        corrected_reports.trigger_item,
        corrected_reports.place_text,
        corrected_reports.confidence_score,
        locations.admin2,
        case
            when map_contains(corrected, 'event_type') then corrected['event_type']
            else corrected_reports.event_type
        end as event_type,
        case
            when map_contains(corrected, 'status') then corrected['status']
            else corrected_reports.status
        end as status,
        case
            when map_contains(corrected, 'scope') then corrected['scope']
            else corrected_reports.scope
        end as scope,
        case
            when map_contains(corrected, 'occurred_from')
                then try_cast(corrected['occurred_from'] as date)
            else corrected_reports.occurred_from
        end as occurred_from,
        case
            when map_contains(corrected, 'occurred_to')
                then try_cast(corrected['occurred_to'] as date)
            else corrected_reports.occurred_to
        end as occurred_to,
        case
            when map_contains(corrected, 'date_precision') then corrected['date_precision']
            else corrected_reports.date_precision
        end as date_precision,
        case
            when map_contains(corrected, 'place_name') then corrected['place_name']
            else locations.name
        end as place_name,
        case
            when map_contains(corrected, 'admin1') then corrected['admin1']
            else locations.admin1
        end as admin1,
        case
            when map_contains(corrected, 'country') then corrected['country']
            else locations.country
        end as country,
        case
            when map_contains(corrected, 'latitude_deg')
                then try_cast(corrected['latitude_deg'] as double)
            else locations.latitude_deg
        end as latitude_deg,
        case
            when map_contains(corrected, 'longitude_deg')
                then try_cast(corrected['longitude_deg'] as double)
            else locations.longitude_deg
        end as longitude_deg,
        case
            when map_contains(corrected, 'place_precision') then corrected['place_precision']
            else corrected_reports.place_precision
        end as place_precision,
        cardinality(corrected) > 0 as is_corrected
    from corrected_reports
    left join locations on corrected_reports.location_id = locations.location_id
    where coalesce(corrected['is_event'], 'true') != 'false'
)

select
    shown_reports.report_id,
    coalesce(event_reports.event_id, shown_reports.report_id) as event_id,
    shown_reports.document_id,
    base_documents.source_key,
    base_documents.published_on,
    base_documents.publisher,
    shown_reports.position,
    shown_reports.event_type,
    event_types.family,
    shown_reports.status,
    shown_reports.scope,
    shown_reports.occurred_from,
    shown_reports.occurred_to,
    shown_reports.date_precision,
    shown_reports.place_name,
    shown_reports.place_text,
    shown_reports.admin1,
    shown_reports.admin2,
    shown_reports.country,
    shown_reports.latitude_deg,
    shown_reports.longitude_deg,
    shown_reports.place_precision,
    shown_reports.trigger_start,
    shown_reports.trigger_end,
    shown_reports.trigger_text,
    shown_reports.trigger_item,
    shown_reports.confidence_score,
    shown_reports.is_corrected,
    shown_reports.coder
from shown_reports
inner join base_documents on shown_reports.document_id = base_documents.document_id
left join event_types on shown_reports.event_type = event_types.event_type
left join event_reports on shown_reports.report_id = event_reports.report_id;

comment on view base_reports is 'One row per event told in one document, as the current coder and then people see it';
comment on column base_reports.report_id is 'Report';
comment on column base_reports.event_id is 'Event that it tells; the report itself where it is not linked';
comment on column base_reports.document_id is 'Document that tells it';
comment on column base_reports.source_key is 'Key that the earliest source gave the document';
comment on column base_reports.published_on is 'Earliest known day of publication';
comment on column base_reports.publisher is 'Outlet of the earliest source';
comment on column base_reports.position is 'Order in which the document tells it, from 0';
comment on column base_reports.event_type is 'Event type (codebook, section 3)';
comment on column base_reports.family is 'Family of the type';
comment on column base_reports.status is 'occurred, ongoing, foiled, planned, threatened or denied';
comment on column base_reports.scope is 'incident or summary';
comment on column base_reports.occurred_from is 'Earliest day that the words allow';
comment on column base_reports.occurred_to is 'Latest day that the words allow';
comment on column base_reports.date_precision is 'day, week, month, year, inferred or unknown';
comment on column base_reports.place_name is 'Name of the place';
comment on column base_reports.place_text is 'Words of the place; empty where it is implied';
comment on column base_reports.admin1 is 'Province or region of that size';
comment on column base_reports.admin2 is 'District';
comment on column base_reports.country is 'Country, ISO 3166-1 alpha-3';
comment on column base_reports.latitude_deg is 'Latitude of the gazetteer entry, WGS 84';
comment on column base_reports.longitude_deg is 'Longitude of the gazetteer entry, WGS 84';
comment on column base_reports.place_precision is 'exact, near, admin2, admin1, country or unknown';
comment on column base_reports.trigger_start is 'Offset of the words that tell of it, in the text';
comment on column base_reports.trigger_end is 'Offset after them';
comment on column base_reports.trigger_text is 'Words that tell of it';
comment on column base_reports.trigger_item is 'Order among the reports of these words, from 0';
comment on column base_reports.confidence_score is 'Confidence of the coder from 0 to 1';
comment on column base_reports.is_corrected is 'A person changed a value of it';
comment on column base_reports.coder is 'Name and version of the coder';
