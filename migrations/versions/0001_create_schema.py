"""Create the schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "actors",
        sa.Column(
            "actor_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Id in the actor list, or hash of the name that the text gives",
        ),
        sa.Column(
            "name",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="One name for all its spellings",
        ),
        sa.Column(
            "kind",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="What it is (codebook, section 5)",
        ),
        sa.Column(
            "country",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Country that it belongs to, ISO 3166-1 alpha-3",
        ),
        sa.Column(
            "parent_id",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Actor that it is a part of, if any; an actor_id",
        ),
        sa.Column(
            "active_from",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="First year or day of activity, as the list gives it",
        ),
        sa.Column(
            "active_to",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Last year or day of activity, as the list gives it",
        ),
        sa.Column(
            "source",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Where the entry comes from",
        ),
        sa.Column(
            "origin",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="reference (the list), report or attribution (met in a text alone)",
        ),
        sa.CheckConstraint(
            "kind in ('state_forces', 'rebel_group', 'political_militia', 'communal_militia', 'rioters', 'protesters', 'civilians', 'external_forces', 'unknown')",
            name=op.f("ck_actors_kind"),
        ),
        sa.CheckConstraint(
            "origin in ('reference', 'report', 'attribution')", name=op.f("ck_actors_origin")
        ),
        sa.PrimaryKeyConstraint("actor_id", name=op.f("pk_actors")),
        comment="One row per actor, of the list or met in a text",
    )
    op.create_table(
        "coders",
        sa.Column(
            "coder_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of name, version and configuration hash",
        ),
        sa.Column(
            "name", sa.String(), autoincrement=False, nullable=False, comment="Name of the coder"
        ),
        sa.Column(
            "version",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Version of its code",
        ),
        sa.Column(
            "config_hash",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of its configuration and reference data",
        ),
        sa.PrimaryKeyConstraint("coder_id", name=op.f("pk_coders")),
        comment="One row per coder name, version and configuration hash",
    )
    op.create_table(
        "corrections",
        sa.Column(
            "correction_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of the report's key, field, item, person and time",
        ),
        sa.Column(
            "document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Document of the report",
        ),
        sa.Column(
            "trigger_start",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset of the report's trigger words",
        ),
        sa.Column(
            "trigger_end",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset after them",
        ),
        sa.Column(
            "trigger_item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order among the reports of these words, from 0",
        ),
        sa.Column(
            "field",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Column of base_reports, base_casualties or base_report_actors; or is_event",
        ),
        sa.Column(
            "item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Item of the report's casualties or actors; else 0",
        ),
        sa.Column(
            "old_value",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Value that the coder gave, as text",
        ),
        sa.Column(
            "new_value",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Value that holds, as text; empty: none",
        ),
        sa.Column("corrected_by", sa.String(), autoincrement=False, nullable=False, comment="Who"),
        sa.Column(
            "corrected_at",
            sa.DateTime(),
            autoincrement=False,
            nullable=False,
            comment="When, UTC; the latest correction of a value holds",
        ),
        sa.Column("reason", sa.String(), autoincrement=False, nullable=True, comment="Why"),
        sa.CheckConstraint(
            "field in ('is_event', 'event_type', 'status', 'scope', 'occurred_from', 'occurred_to', 'date_precision', 'place_name', 'admin1', 'country', 'latitude_deg', 'longitude_deg', 'place_precision', 'count_low', 'count_best', 'count_high', 'actor_id', 'role')",
            name=op.f("ck_corrections_field"),
        ),
        sa.PrimaryKeyConstraint("correction_id", name=op.f("pk_corrections")),
        comment="One row per value that a person changed; views show it, the coder's value stays",
    )
    op.create_table(
        "documents",
        sa.Column(
            "document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of the text alone",
        ),
        sa.Column(
            "text",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="The text; all offsets count its code points from 0, for ever",
        ),
        sa.Column(
            "title",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Title, no part of the text, from the earliest source",
        ),
        sa.Column(
            "language",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Language, ISO 639-1, as the earliest source was parsed",
        ),
        sa.Column(
            "published_on",
            sa.Date(),
            autoincrement=False,
            nullable=True,
            comment="D: the earliest day on which any source published the text",
        ),
        sa.Column(
            "published_from",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Where published_on came from: argument, sidecar, source, metadata or dateline",
        ),
        sa.Column(
            "source_key",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Key that the earliest source gave it; ties go to the least key",
        ),
        sa.CheckConstraint(
            "published_from in ('argument', 'sidecar', 'source', 'metadata', 'dateline')",
            name=op.f("ck_documents_published_from"),
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_documents")),
        comment="One row per distinct text; the values are those of the earliest of its sources",
    )
    op.create_table(
        "event_redirects",
        sa.Column(
            "retired_event_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Event id that is no longer in use",
        ),
        sa.Column(
            "event_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Event that took its place, by a logical key",
        ),
        sa.PrimaryKeyConstraint("retired_event_id", name=op.f("pk_event_redirects")),
        comment="One row per retired event id, so that an exported id never dangles",
    )
    op.create_table(
        "event_reports",
        sa.Column(
            "report_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Report, by a logical key",
        ),
        sa.Column(
            "event_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Event that it tells, by a logical key: see check_orphan_event_reports",
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_event_reports")),
        comment="One row per linked report: the event that it tells",
    )
    op.create_table(
        "event_types",
        sa.Column(
            "event_type",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Code of the type (codebook, section 3)",
        ),
        sa.Column(
            "family",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="battle, protest, riot, explosion, civilians or strategic",
        ),
        sa.Column(
            "acled_name",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="ACLED's name of it",
        ),
        sa.Column(
            "description", sa.String(), autoincrement=False, nullable=True, comment="What it covers"
        ),
        sa.CheckConstraint(
            "event_type in ('government_regains_territory', 'nonstate_overtakes_territory', 'armed_clash', 'excessive_force', 'protest_intervention', 'peaceful_protest', 'violent_demonstration', 'mob_violence', 'chemical_weapon', 'air_strike', 'suicide_bomb', 'shelling', 'remote_explosive', 'grenade', 'sexual_violence', 'attack', 'abduction', 'agreement', 'arrests', 'group_change', 'disrupted_weapons', 'base_established', 'property_destruction', 'territory_transfer', 'other_strategic')",
            name=op.f("ck_event_types_event_type"),
        ),
        sa.CheckConstraint(
            "family in ('battle', 'protest', 'riot', 'explosion', 'civilians', 'strategic')",
            name=op.f("ck_event_types_family"),
        ),
        sa.PrimaryKeyConstraint("event_type", name=op.f("pk_event_types")),
        comment="One row per event type",
    )
    op.create_table(
        "evidence",
        sa.Column(
            "report_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Report, by a logical key: see check_orphan_evidence",
        ),
        sa.Column(
            "field",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="type (the trigger words), status, scope, date, location, actors, casualties …",
        ),
        sa.Column(
            "item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Item of a list field, its order in the report; else 0",
        ),
        sa.Column(
            "span_start",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset of the first character in the document's text",
        ),
        sa.Column(
            "span_end",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset after the last character",
        ),
        sa.CheckConstraint(
            "0 <= span_start and span_start < span_end", name=op.f("ck_evidence_span")
        ),
        comment="One row per coded value and place where it was read: substr(text, span_start + 1, span_end - span_start) is the words",
    )
    op.create_table(
        "forgotten_documents",
        sa.Column(
            "document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of the text that was taken out",
        ),
        sa.Column(
            "forgotten_at", sa.DateTime(), autoincrement=False, nullable=False, comment="When, UTC"
        ),
        sa.Column(
            "forgotten_by",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Who asked for it",
        ),
        sa.Column("reason", sa.String(), autoincrement=False, nullable=False, comment="Why"),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_forgotten_documents")),
        comment="One row per document taken out for good; loading it again is refused",
    )
    op.create_table(
        "link_judgements",
        sa.Column(
            "judgement_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of the two reports' keys and the judge",
        ),
        sa.Column(
            "left_document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Document of the one report; the lesser of the two keys",
        ),
        sa.Column(
            "left_trigger_start",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset of its trigger words",
        ),
        sa.Column(
            "left_trigger_end",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset after them",
        ),
        sa.Column(
            "left_trigger_item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order among the reports of these words",
        ),
        sa.Column(
            "right_document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Document of the other report",
        ),
        sa.Column(
            "right_trigger_start",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset of its trigger words",
        ),
        sa.Column(
            "right_trigger_end",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset after them",
        ),
        sa.Column(
            "right_trigger_item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order among the reports of these words",
        ),
        sa.Column(
            "verdict", sa.String(), autoincrement=False, nullable=False, comment="same or different"
        ),
        sa.Column(
            "match_score",
            sa.Double(),
            autoincrement=False,
            nullable=True,
            comment="How alike they are, from 0 to 1",
        ),
        sa.Column(
            "judge_kind",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="person or program; a person outranks the program",
        ),
        sa.Column(
            "judge",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Name of the person, or name and version of the program",
        ),
        sa.Column(
            "judged_at",
            sa.DateTime(),
            autoincrement=False,
            nullable=True,
            comment="When a person judged, UTC; empty for the program",
        ),
        sa.Column("reason", sa.String(), autoincrement=False, nullable=True, comment="Why"),
        sa.CheckConstraint(
            "judge_kind in ('person', 'program')", name=op.f("ck_link_judgements_judge_kind")
        ),
        sa.CheckConstraint(
            "verdict in ('same', 'different')", name=op.f("ck_link_judgements_verdict")
        ),
        sa.CheckConstraint(
            "match_score between 0 and 1", name=op.f("ck_link_judgements_match_score")
        ),
        sa.PrimaryKeyConstraint("judgement_id", name=op.f("pk_link_judgements")),
        comment="One row per judged pair of reports, named by document and trigger, so that it outlives a re-coding",
    )
    op.create_table(
        "locations",
        sa.Column(
            "location_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of all the other columns",
        ),
        sa.Column(
            "gazetteer_id",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Id of the gazetteer entry",
        ),
        sa.Column(
            "name", sa.String(), autoincrement=False, nullable=True, comment="Name of the place"
        ),
        sa.Column(
            "admin1",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Province or region of that size",
        ),
        sa.Column("admin2", sa.String(), autoincrement=False, nullable=True, comment="District"),
        sa.Column(
            "country",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Country, ISO 3166-1 alpha-3",
        ),
        sa.Column(
            "latitude_deg",
            sa.Double(),
            autoincrement=False,
            nullable=True,
            comment="Latitude of the gazetteer entry, WGS 84",
        ),
        sa.Column(
            "longitude_deg",
            sa.Double(),
            autoincrement=False,
            nullable=True,
            comment="Longitude of the gazetteer entry, WGS 84",
        ),
        sa.Column(
            "feature_class",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Feature class of the gazetteer entry",
        ),
        sa.CheckConstraint(
            "(latitude_deg is null) = (longitude_deg is null)",
            name=op.f("ck_locations_both_degrees"),
        ),
        sa.CheckConstraint(
            "latitude_deg between -90 and 90", name=op.f("ck_locations_latitude_deg")
        ),
        sa.CheckConstraint(
            "longitude_deg between -180 and 180", name=op.f("ck_locations_longitude_deg")
        ),
        sa.PrimaryKeyConstraint("location_id", name=op.f("pk_locations")),
        comment="One row per distinct place that reports were coded at",
    )
    op.create_table(
        "publishers",
        sa.Column(
            "publisher_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of the publisher's name",
        ),
        sa.Column(
            "name",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Name of the outlet as its source gives it",
        ),
        sa.Column(
            "country",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Country of the outlet, ISO 3166-1 alpha-3",
        ),
        sa.Column(
            "kind",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="media, state_media, official, monitor or party",
        ),
        sa.CheckConstraint(
            "kind in ('media', 'state_media', 'official', 'monitor', 'party')",
            name=op.f("ck_publishers_kind"),
        ),
        sa.PrimaryKeyConstraint("publisher_id", name=op.f("pk_publishers")),
        comment="One row per outlet",
    )
    op.create_table(
        "runs",
        sa.Column(
            "run_id", sa.String(), autoincrement=False, nullable=False, comment="Id of the run"
        ),
        sa.Column(
            "kind",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="ingest, recode or link",
        ),
        sa.Column(
            "state",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="running, done, partial (some inputs refused) or failed",
        ),
        sa.Column(
            "started_at",
            sa.DateTime(),
            autoincrement=False,
            nullable=False,
            comment="When it began, UTC",
        ),
        sa.Column(
            "ended_at",
            sa.DateTime(),
            autoincrement=False,
            nullable=True,
            comment="When it ended, UTC",
        ),
        sa.Column(
            "host",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Machine that it ran on",
        ),
        sa.Column(
            "coder_id",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Coder that it used",
        ),
        sa.Column(
            "document_count",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Documents that it added",
        ),
        sa.Column(
            "coding_count",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Codings that it added",
        ),
        sa.Column(
            "report_count",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Reports that it added",
        ),
        sa.Column(
            "issue_count",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Issues that it met",
        ),
        sa.CheckConstraint("kind in ('ingest', 'recode', 'link')", name=op.f("ck_runs_kind")),
        sa.CheckConstraint(
            "state in ('running', 'done', 'partial', 'failed')", name=op.f("ck_runs_state")
        ),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_runs")),
        comment="One row per ingest, recode or link run; a log, no content",
    )
    op.create_table(
        "actor_names",
        sa.Column(
            "actor_name_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of actor, name, language and valid_from",
        ),
        sa.Column("actor_id", sa.String(), autoincrement=False, nullable=False, comment="Actor"),
        sa.Column(
            "name",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="A name, acronym, exonym or spelling of it",
        ),
        sa.Column(
            "language",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Language, ISO 639-1",
        ),
        sa.Column(
            "valid_from",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="First year or day on which it bore the name",
        ),
        sa.Column(
            "valid_to",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Last year or day on which it bore the name",
        ),
        sa.Column(
            "source",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Where the entry comes from",
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.actor_id"], name=op.f("fk_actor_names_actor_id")
        ),
        sa.PrimaryKeyConstraint("actor_name_id", name=op.f("pk_actor_names")),
        comment="One row per name of an actor of the list",
    )
    op.create_table(
        "codings",
        sa.Column(
            "coding_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of document, coder and what was coded",
        ),
        sa.Column(
            "document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Document that was coded",
        ),
        sa.Column(
            "coder_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Coder that coded it",
        ),
        sa.Column(
            "state",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="events, no_events or refused",
        ),
        sa.Column(
            "report_count",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Number of its reports",
        ),
        sa.Column(
            "published_on",
            sa.Date(),
            autoincrement=False,
            nullable=True,
            comment="Publication day that the coder was given",
        ),
        sa.Column(
            "source_key",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Source whose copy was coded",
        ),
        sa.CheckConstraint(
            "state in ('events', 'no_events', 'refused')", name=op.f("ck_codings_state")
        ),
        sa.CheckConstraint("report_count >= 0", name=op.f("ck_codings_report_count")),
        sa.ForeignKeyConstraint(
            ["coder_id"], ["coders.coder_id"], name=op.f("fk_codings_coder_id")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_codings_document_id")
        ),
        sa.PrimaryKeyConstraint("coding_id", name=op.f("pk_codings")),
        comment="One row per document and coder: the coding made with the earliest publication day",
    )
    op.create_table(
        "crosswalk",
        sa.Column(
            "event_type", sa.String(), autoincrement=False, nullable=False, comment="Event type"
        ),
        sa.Column(
            "system",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Other code book, such as plover, cameo or ucdp",
        ),
        sa.Column(
            "code", sa.String(), autoincrement=False, nullable=False, comment="Its code there"
        ),
        sa.Column(
            "label", sa.String(), autoincrement=False, nullable=True, comment="Its name there"
        ),
        sa.Column(
            "basis",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Whether the mapping is published or ours",
        ),
        sa.ForeignKeyConstraint(
            ["event_type"], ["event_types.event_type"], name=op.f("fk_crosswalk_event_type")
        ),
        sa.PrimaryKeyConstraint("event_type", "system", "code", name=op.f("pk_crosswalk")),
        comment="One row per event type and code of another code book",
    )
    op.create_table(
        "current_coders",
        sa.Column("coder_id", sa.String(), autoincrement=False, nullable=False, comment="Coder"),
        sa.Column(
            "preference",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="1 is the current coder; later ones serve what it has not coded",
        ),
        sa.CheckConstraint("preference >= 1", name=op.f("ck_current_coders_preference")),
        sa.ForeignKeyConstraint(
            ["coder_id"], ["coders.coder_id"], name=op.f("fk_current_coders_coder_id")
        ),
        sa.PrimaryKeyConstraint("coder_id", name=op.f("pk_current_coders")),
        comment="One row per coder whose codings views may show: the pointer to the current coder",
    )
    op.create_table(
        "document_sources",
        sa.Column(
            "document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Document that was found",
        ),
        sa.Column(
            "source_key",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Key that its source gave it (a path, a line's id, an address)",
        ),
        sa.Column(
            "publisher_id", sa.String(), autoincrement=False, nullable=True, comment="Outlet"
        ),
        sa.Column(
            "address",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Address at which it stood",
        ),
        sa.Column("title", sa.String(), autoincrement=False, nullable=True, comment="Title there"),
        sa.Column(
            "published_on",
            sa.Date(),
            autoincrement=False,
            nullable=True,
            comment="Day of publication there",
        ),
        sa.Column(
            "published_from",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Where published_on came from",
        ),
        sa.Column(
            "language",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Language as parsed there, ISO 639-1",
        ),
        sa.CheckConstraint(
            "published_from in ('argument', 'sidecar', 'source', 'metadata', 'dateline')",
            name=op.f("ck_document_sources_published_from"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_document_sources_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["publisher_id"],
            ["publishers.publisher_id"],
            name=op.f("fk_document_sources_publisher_id"),
        ),
        sa.PrimaryKeyConstraint("document_id", "source_key", name=op.f("pk_document_sources")),
        comment="One row per document and place where it was found",
    )
    op.create_table(
        "event_actors",
        sa.Column(
            "event_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Event, by a logical key",
        ),
        sa.Column("actor_id", sa.String(), autoincrement=False, nullable=False, comment="Actor"),
        sa.Column(
            "role",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="initiator, target or participant",
        ),
        sa.Column(
            "kind",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="What it is in this event",
        ),
        sa.CheckConstraint(
            "kind in ('state_forces', 'rebel_group', 'political_militia', 'communal_militia', 'rioters', 'protesters', 'civilians', 'external_forces', 'unknown')",
            name=op.f("ck_event_actors_kind"),
        ),
        sa.CheckConstraint(
            "role in ('initiator', 'target', 'participant')", name=op.f("ck_event_actors_role")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.actor_id"], name=op.f("fk_event_actors_actor_id")
        ),
        sa.PrimaryKeyConstraint("event_id", "actor_id", "role", name=op.f("pk_event_actors")),
        comment="One row per actor and role in a linked event",
    )
    op.create_table(
        "events",
        sa.Column(
            "event_id", sa.String(), autoincrement=False, nullable=False, comment="Id of the event"
        ),
        sa.Column(
            "event_type",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Consolidated event type",
        ),
        sa.Column(
            "status",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Consolidated status",
        ),
        sa.Column(
            "scope", sa.String(), autoincrement=False, nullable=False, comment="incident or summary"
        ),
        sa.Column(
            "occurred_from", sa.Date(), autoincrement=False, nullable=True, comment="Earliest day"
        ),
        sa.Column(
            "occurred_to", sa.Date(), autoincrement=False, nullable=True, comment="Latest day"
        ),
        sa.Column(
            "date_precision",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="day, week, month, year, inferred or unknown",
        ),
        sa.Column("location_id", sa.String(), autoincrement=False, nullable=True, comment="Place"),
        sa.Column(
            "place_precision",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="exact, near, admin2, admin1, country or unknown",
        ),
        sa.Column(
            "first_reported_on",
            sa.Date(),
            autoincrement=False,
            nullable=True,
            comment="Earliest publication day of its reports",
        ),
        sa.Column(
            "last_reported_on",
            sa.Date(),
            autoincrement=False,
            nullable=True,
            comment="Latest publication day of its reports",
        ),
        sa.Column(
            "report_count",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Number of its reports",
        ),
        sa.Column(
            "document_count",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Number of documents that tell it",
        ),
        sa.CheckConstraint(
            "date_precision in ('day', 'week', 'month', 'year', 'inferred', 'unknown')",
            name=op.f("ck_events_date_precision"),
        ),
        sa.CheckConstraint(
            "place_precision in ('exact', 'near', 'admin2', 'admin1', 'country', 'unknown')",
            name=op.f("ck_events_place_precision"),
        ),
        sa.CheckConstraint("scope in ('incident', 'summary')", name=op.f("ck_events_scope")),
        sa.CheckConstraint(
            "status in ('occurred', 'ongoing', 'foiled', 'planned', 'threatened', 'denied')",
            name=op.f("ck_events_status"),
        ),
        sa.CheckConstraint("occurred_from <= occurred_to", name=op.f("ck_events_days")),
        sa.ForeignKeyConstraint(
            ["event_type"], ["event_types.event_type"], name=op.f("fk_events_event_type")
        ),
        sa.ForeignKeyConstraint(
            ["location_id"], ["locations.location_id"], name=op.f("fk_events_location_id")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_events")),
        comment="One row per linked event; a report that is not linked is an event of its own",
    )
    op.create_table(
        "issues",
        sa.Column(
            "run_id", sa.String(), autoincrement=False, nullable=False, comment="Run that met it"
        ),
        sa.Column(
            "issue_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of what was met",
        ),
        sa.Column(
            "stage",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Stage that met it: read, parse, extract, resolve, load or link",
        ),
        sa.Column(
            "severity",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="doubt (used, uncertain) or refused (gave nothing)",
        ),
        sa.Column(
            "code",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Short name for counting",
        ),
        sa.Column(
            "message",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="What, where and what next",
        ),
        sa.Column(
            "source_key",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Input that it is about",
        ),
        sa.Column(
            "document_id",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Document that it is about, stored or not",
        ),
        sa.CheckConstraint("severity in ('doubt', 'refused')", name=op.f("ck_issues_severity")),
        sa.CheckConstraint(
            "stage in ('read', 'parse', 'extract', 'resolve', 'load', 'link')",
            name=op.f("ck_issues_stage"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name=op.f("fk_issues_run_id")),
        sa.PrimaryKeyConstraint("run_id", "issue_id", name=op.f("pk_issues")),
        comment="One row per doubt or refusal; a log, no content",
    )
    op.create_table(
        "reports",
        sa.Column(
            "report_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Hash of coding, type, trigger, place and date",
        ),
        sa.Column(
            "coding_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Coding that it belongs to",
        ),
        sa.Column(
            "document_id",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Document that tells it",
        ),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order in which the document tells it, from 0",
        ),
        sa.Column(
            "event_type", sa.String(), autoincrement=False, nullable=False, comment="Event type"
        ),
        sa.Column(
            "status",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Did it happen: occurred, ongoing, foiled, planned, threatened, denied",
        ),
        sa.Column(
            "scope",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="incident (one event) or summary (totals over a period or region)",
        ),
        sa.Column(
            "trigger_text",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Words that tell of it",
        ),
        sa.Column(
            "trigger_start",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset of their first character in the text",
        ),
        sa.Column(
            "trigger_end",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Offset after their last character",
        ),
        sa.Column(
            "trigger_item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order among the reports of the same trigger words, from 0",
        ),
        sa.Column(
            "occurred_from",
            sa.Date(),
            autoincrement=False,
            nullable=True,
            comment="Earliest day that the words allow",
        ),
        sa.Column(
            "occurred_to",
            sa.Date(),
            autoincrement=False,
            nullable=True,
            comment="Latest day that the words allow",
        ),
        sa.Column(
            "date_precision",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="day, week, month, year, inferred or unknown",
        ),
        sa.Column("location_id", sa.String(), autoincrement=False, nullable=True, comment="Place"),
        sa.Column(
            "place_text",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Words of the place; empty where it is implied",
        ),
        sa.Column(
            "place_precision",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="exact, near, admin2, admin1, country or unknown",
        ),
        sa.Column(
            "place_reason",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Why this gazetteer entry was taken",
        ),
        sa.Column(
            "confidence_score",
            sa.Double(),
            autoincrement=False,
            nullable=True,
            comment="Confidence from 0 to 1",
        ),
        sa.CheckConstraint(
            "date_precision in ('day', 'week', 'month', 'year', 'inferred', 'unknown')",
            name=op.f("ck_reports_date_precision"),
        ),
        sa.CheckConstraint(
            "place_precision in ('exact', 'near', 'admin2', 'admin1', 'country', 'unknown')",
            name=op.f("ck_reports_place_precision"),
        ),
        sa.CheckConstraint("scope in ('incident', 'summary')", name=op.f("ck_reports_scope")),
        sa.CheckConstraint(
            "status in ('occurred', 'ongoing', 'foiled', 'planned', 'threatened', 'denied')",
            name=op.f("ck_reports_status"),
        ),
        sa.CheckConstraint(
            "0 <= trigger_start and trigger_start < trigger_end",
            name=op.f("ck_reports_trigger_span"),
        ),
        sa.CheckConstraint(
            "confidence_score between 0 and 1", name=op.f("ck_reports_confidence_score")
        ),
        sa.CheckConstraint("occurred_from <= occurred_to", name=op.f("ck_reports_days")),
        sa.ForeignKeyConstraint(
            ["coding_id"], ["codings.coding_id"], name=op.f("fk_reports_coding_id")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_reports_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_type"], ["event_types.event_type"], name=op.f("fk_reports_event_type")
        ),
        sa.ForeignKeyConstraint(
            ["location_id"], ["locations.location_id"], name=op.f("fk_reports_location_id")
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_reports")),
        comment="One row per event told in one document, by one coder",
    )
    op.create_table(
        "attributions",
        sa.Column("report_id", sa.String(), autoincrement=False, nullable=False, comment="Report"),
        sa.Column(
            "item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order within the report, from 0",
        ),
        sa.Column(
            "claimant_text",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Who says so, in the words of the document",
        ),
        sa.Column(
            "claimant_kind",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="official, party, media, witness, monitor, medical or unnamed",
        ),
        sa.Column(
            "actor_id",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Actor that it resolves to, if any",
        ),
        sa.Column(
            "is_denial",
            sa.Boolean(),
            autoincrement=False,
            nullable=False,
            comment="True where the claimant denies the event",
        ),
        sa.CheckConstraint(
            "claimant_kind in ('official', 'party', 'media', 'witness', 'monitor', 'medical', 'unnamed')",
            name=op.f("ck_attributions_claimant_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.actor_id"], name=op.f("fk_attributions_actor_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_attributions_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "item", name=op.f("pk_attributions")),
        comment="One row per source that says, or denies, that the event happened",
    )
    op.create_table(
        "casualties",
        sa.Column("report_id", sa.String(), autoincrement=False, nullable=False, comment="Report"),
        sa.Column(
            "item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order within the report, from 0; the best placed rival first",
        ),
        sa.Column(
            "outcome",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="killed, wounded, killed_or_wounded, missing, captured, abducted, displaced",
        ),
        sa.Column(
            "count_low",
            sa.Integer(),
            autoincrement=False,
            nullable=True,
            comment="Least number that the words allow; empty if open",
        ),
        sa.Column(
            "count_best",
            sa.Integer(),
            autoincrement=False,
            nullable=True,
            comment="Number that the words give",
        ),
        sa.Column(
            "count_high",
            sa.Integer(),
            autoincrement=False,
            nullable=True,
            comment="Greatest number that the words allow; empty if open",
        ),
        sa.Column(
            "is_approximate",
            sa.Boolean(),
            autoincrement=False,
            nullable=False,
            comment="Told as about, nearly or some",
        ),
        sa.Column(
            "victim_group",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="civilian, combatant, mixed or unknown",
        ),
        sa.Column(
            "victim_side",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="initiator, target, both or unknown",
        ),
        sa.Column(
            "claimant_text",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Who says so; empty: the document itself",
        ),
        sa.Column(
            "claimant_kind",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="official, party, media, witness, monitor, medical or unnamed",
        ),
        sa.Column(
            "is_current",
            sa.Boolean(),
            autoincrement=False,
            nullable=False,
            comment="False where a later claim replaces it",
        ),
        sa.Column(
            "is_part",
            sa.Boolean(),
            autoincrement=False,
            nullable=False,
            comment="A part of another row, never added to it",
        ),
        sa.Column(
            "casualty_text",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="Words of the claim",
        ),
        sa.CheckConstraint(
            "claimant_kind in ('official', 'party', 'media', 'witness', 'monitor', 'medical', 'unnamed')",
            name=op.f("ck_casualties_claimant_kind"),
        ),
        sa.CheckConstraint(
            "outcome in ('killed', 'wounded', 'killed_or_wounded', 'missing', 'captured', 'abducted', 'displaced')",
            name=op.f("ck_casualties_outcome"),
        ),
        sa.CheckConstraint(
            "victim_group in ('civilian', 'combatant', 'mixed', 'unknown')",
            name=op.f("ck_casualties_victim_group"),
        ),
        sa.CheckConstraint(
            "victim_side in ('initiator', 'target', 'both', 'unknown')",
            name=op.f("ck_casualties_victim_side"),
        ),
        sa.CheckConstraint("count_best <= count_high", name=op.f("ck_casualties_best_high")),
        sa.CheckConstraint("count_low <= count_best", name=op.f("ck_casualties_low_best")),
        sa.CheckConstraint("count_low <= count_high", name=op.f("ck_casualties_low_high")),
        sa.CheckConstraint(
            "count_low >= 0 and count_best >= 0 and count_high >= 0",
            name=op.f("ck_casualties_least"),
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_casualties_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "item", name=op.f("pk_casualties")),
        comment="One row per toll claim of a report (codebook, section 8)",
    )
    op.create_table(
        "report_actors",
        sa.Column("report_id", sa.String(), autoincrement=False, nullable=False, comment="Report"),
        sa.Column(
            "item",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Order within the report, from 0",
        ),
        sa.Column("actor_id", sa.String(), autoincrement=False, nullable=False, comment="Actor"),
        sa.Column(
            "role",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="initiator, target or participant",
        ),
        sa.Column(
            "kind",
            sa.String(),
            autoincrement=False,
            nullable=False,
            comment="What it is in this event (codebook, section 5)",
        ),
        sa.Column(
            "actor_text",
            sa.String(),
            autoincrement=False,
            nullable=True,
            comment="Wordings of the document, joined by ' | '",
        ),
        sa.CheckConstraint(
            "kind in ('state_forces', 'rebel_group', 'political_militia', 'communal_militia', 'rioters', 'protesters', 'civilians', 'external_forces', 'unknown')",
            name=op.f("ck_report_actors_kind"),
        ),
        sa.CheckConstraint(
            "role in ('initiator', 'target', 'participant')", name=op.f("ck_report_actors_role")
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.actor_id"], name=op.f("fk_report_actors_actor_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.report_id"], name=op.f("fk_report_actors_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "item", name=op.f("pk_report_actors")),
        comment="One row per actor in a report",
    )
    op.execute("comment on table alembic_version is 'One row: the revision of the schema'")
    op.execute("comment on column alembic_version.version_num is 'Revision'")


def downgrade() -> None:
    """Drop all tables, children first."""
    op.drop_table("report_actors")
    op.drop_table("casualties")
    op.drop_table("attributions")
    op.drop_table("reports")
    op.drop_table("issues")
    op.drop_table("events")
    op.drop_table("event_actors")
    op.drop_table("document_sources")
    op.drop_table("current_coders")
    op.drop_table("crosswalk")
    op.drop_table("codings")
    op.drop_table("actor_names")
    op.drop_table("runs")
    op.drop_table("publishers")
    op.drop_table("locations")
    op.drop_table("link_judgements")
    op.drop_table("forgotten_documents")
    op.drop_table("evidence")
    op.drop_table("event_types")
    op.drop_table("event_reports")
    op.drop_table("event_redirects")
    op.drop_table("documents")
    op.drop_table("corrections")
    op.drop_table("coders")
    op.drop_table("actors")
