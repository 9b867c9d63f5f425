-- grain: one row per event whose coordinates, as coded or corrected, are none
-- level: warning
create view check_coordinates_range as
select
    base_events.event_id,
    base_events.place_name,
    base_events.latitude_deg,
    base_events.longitude_deg
from base_events
where
    base_events.latitude_deg not between -90 and 90
    or base_events.longitude_deg not between -180 and 180
    or (base_events.latitude_deg is null) != (base_events.longitude_deg is null)
    or (base_events.latitude_deg = 0 and base_events.longitude_deg = 0);

comment on view check_coordinates_range is 'Events at coordinates that cannot be: out of range, half given, or 0, 0';
comment on column check_coordinates_range.event_id is 'Event';
comment on column check_coordinates_range.place_name is 'Name of the place';
comment on column check_coordinates_range.latitude_deg is 'Latitude';
comment on column check_coordinates_range.longitude_deg is 'Longitude';
