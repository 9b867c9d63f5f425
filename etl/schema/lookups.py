"""Tables of reference: event types and their crosswalk, actors and their names, locations."""

from __future__ import annotations

import sqlalchemy as sa

from etl.codes import ActorKind, EventType, Family
from etl.schema.columns import check, column, metadata, one_of

CROSSWALK_SYSTEMS = ("plover", "cameo", "ucdp")
ACTOR_ORIGINS = ("reference", "report", "attribution")

event_types = sa.Table(
    "event_types",
    metadata,
    column("event_type", "Code of the type (codebook, section 3)", key=True),
    column("family", "battle, protest, riot, explosion, civilians or strategic"),
    column("acled_name", "ACLED's name of it", null=True),
    column("description", "What it covers", null=True),
    one_of("event_type", EventType),
    one_of("family", Family),
    comment="One row per event type",
)

crosswalk = sa.Table(
    "crosswalk",
    metadata,
    column("event_type", "Event type", key=True, parent="event_types.event_type"),
    column("system", "Other code book, such as plover, cameo or ucdp", key=True),
    column("code", "Its code there", key=True),
    column("label", "Its name there", null=True),
    column("basis", "Whether the mapping is published or ours", null=True),
    comment="One row per event type and code of another code book",
)

actors = sa.Table(
    "actors",
    metadata,
    column("actor_id", "Id in the actor list, or hash of the name that the text gives", key=True),
    column("name", "One name for all its spellings"),
    column("kind", "What it is (codebook, section 5)"),
    column("country", "Country that it belongs to, ISO 3166-1 alpha-3", null=True),
    column("parent_id", "Actor that it is a part of, if any; an actor_id", null=True),
    column("active_from", "First year or day of activity, as the list gives it", null=True),
    column("active_to", "Last year or day of activity, as the list gives it", null=True),
    column("source", "Where the entry comes from", null=True),
    column("origin", "reference (the list), report or attribution (met in a text alone)"),
    one_of("kind", ActorKind),
    one_of("origin", ACTOR_ORIGINS),
    comment="One row per actor, of the list or met in a text",
)

actor_names = sa.Table(
    "actor_names",
    metadata,
    column("actor_name_id", "Hash of actor, name, language and valid_from", key=True),
    column("actor_id", "Actor", parent="actors.actor_id"),
    column("name", "A name, acronym, exonym or spelling of it"),
    column("language", "Language, ISO 639-1", null=True),
    column("valid_from", "First year or day on which it bore the name", null=True),
    column("valid_to", "Last year or day on which it bore the name", null=True),
    column("source", "Where the entry comes from", null=True),
    comment="One row per name of an actor of the list",
)

locations = sa.Table(
    "locations",
    metadata,
    column("location_id", "Hash of all the other columns", key=True),
    column("gazetteer_id", "Id of the gazetteer entry", null=True),
    column("name", "Name of the place", null=True),
    column("admin1", "Province or region of that size", null=True),
    column("admin2", "District", null=True),
    column("country", "Country, ISO 3166-1 alpha-3", null=True),
    column("latitude_deg", "Latitude of the gazetteer entry, WGS 84", sa.Double, null=True),
    column("longitude_deg", "Longitude of the gazetteer entry, WGS 84", sa.Double, null=True),
    column("feature_class", "Feature class of the gazetteer entry", null=True),
    check("latitude_deg", "latitude_deg between -90 and 90"),
    check("longitude_deg", "longitude_deg between -180 and 180"),
    check("both_degrees", "(latitude_deg is null) = (longitude_deg is null)"),
    comment="One row per distinct place that reports were coded at",
)
