select
    mart_events.occurred_from as day,
    mart_events.event_type,
    mart_events.place_name as place,
    mart_events.country,
    mart_events.initiator,
    mart_events.killed_best as killed,
    mart_events.document_count as documents
from mart_events
where mart_events.scope = 'incident' and mart_events.status in ('occurred', 'ongoing')
order by mart_events.occurred_from desc nulls last, mart_events.event_id
limit 20
