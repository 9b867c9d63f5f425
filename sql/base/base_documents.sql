-- grain: one row per document
create view base_documents as
select
    documents.document_id,
    documents.source_key,
    documents.title,
    documents.language,
    documents.published_on,
    documents.published_from,
    publishers.name as publisher,
    publishers.country as publisher_country,
    publishers.kind as publisher_kind,
    document_sources.address
from documents
inner join document_sources
    on
        documents.document_id = document_sources.document_id
        and documents.source_key = document_sources.source_key
left join publishers on document_sources.publisher_id = publishers.publisher_id;

comment on view base_documents is 'One row per document, with the earliest of its sources; its text is in documents';
comment on column base_documents.document_id is 'Hash of the text';
comment on column base_documents.source_key is 'Key that the earliest source gave it';
comment on column base_documents.title is 'Title';
comment on column base_documents.language is 'Language, ISO 639-1';
comment on column base_documents.published_on is 'Earliest known day of publication';
comment on column base_documents.published_from is 'Where published_on came from';
comment on column base_documents.publisher is 'Outlet';
comment on column base_documents.publisher_country is 'Country of the outlet, ISO 3166-1 alpha-3';
comment on column base_documents.publisher_kind is 'media, state_media, official, monitor or party';
comment on column base_documents.address is 'Address at which it stood';
