"""Tables of documents and of the work on them: sources, codings, coders, runs, issues."""

from __future__ import annotations

import sqlalchemy as sa

from etl.codes import CodingState
from etl.issues import Severity, Stage
from etl.schema.columns import check, column, metadata, one_of

PUBLISHER_KINDS = ("media", "state_media", "official", "monitor", "party")
PUBLISHED_FROM = ("argument", "sidecar", "source", "metadata", "dateline")
RUN_KINDS = ("ingest", "recode", "link")
RUN_STATES = ("running", "done", "partial", "failed")

publishers = sa.Table(
    "publishers",
    metadata,
    column("publisher_id", "Hash of the publisher's name", key=True),
    column("name", "Name of the outlet as its source gives it"),
    column("country", "Country of the outlet, ISO 3166-1 alpha-3", null=True),
    column("kind", "media, state_media, official, monitor or party", null=True),
    one_of("kind", PUBLISHER_KINDS),
    comment="One row per outlet",
)

documents = sa.Table(
    "documents",
    metadata,
    column("document_id", "Hash of the text alone", key=True),
    column("text", "The text; all offsets count its code points from 0, for ever"),
    column("title", "Title, no part of the text, from the earliest source", null=True),
    column("language", "Language, ISO 639-1, as the earliest source was parsed", null=True),
    column(
        "published_on",
        "D: the earliest day on which any source published the text",
        sa.Date,
        null=True,
    ),
    column(
        "published_from",
        "Where published_on came from: argument, sidecar, source, metadata or dateline",
        null=True,
    ),
    column("source_key", "Key that the earliest source gave it; ties go to the least key"),
    one_of("published_from", PUBLISHED_FROM),
    comment="One row per distinct text; the values are those of the earliest of its sources",
)

document_sources = sa.Table(
    "document_sources",
    metadata,
    column("document_id", "Document that was found", key=True, parent="documents.document_id"),
    column("source_key", "Key that its source gave it (a path, a line's id, an address)", key=True),
    column("publisher_id", "Outlet", null=True, parent="publishers.publisher_id"),
    column("address", "Address at which it stood", null=True),
    column("title", "Title there", null=True),
    column("published_on", "Day of publication there", sa.Date, null=True),
    column("published_from", "Where published_on came from", null=True),
    column("language", "Language as parsed there, ISO 639-1", null=True),
    one_of("published_from", PUBLISHED_FROM),
    comment="One row per document and place where it was found",
)

coders = sa.Table(
    "coders",
    metadata,
    column("coder_id", "Hash of name, version and configuration hash", key=True),
    column("name", "Name of the coder"),
    column("version", "Version of its code"),
    column("config_hash", "Hash of its configuration and reference data"),
    comment="One row per coder name, version and configuration hash",
)

current_coders = sa.Table(
    "current_coders",
    metadata,
    column("coder_id", "Coder", key=True, parent="coders.coder_id"),
    column(
        "preference", "1 is the current coder; later ones serve what it has not coded", sa.Integer
    ),
    check("preference", "preference >= 1"),
    comment="One row per coder whose codings views may show: the pointer to the current coder",
)

codings = sa.Table(
    "codings",
    metadata,
    column("coding_id", "Hash of document, coder and what was coded", key=True),
    column("document_id", "Document that was coded", parent="documents.document_id"),
    column("coder_id", "Coder that coded it", parent="coders.coder_id"),
    column("state", "events, no_events or refused"),
    column("report_count", "Number of its reports", sa.Integer),
    column("published_on", "Publication day that the coder was given", sa.Date, null=True),
    column("source_key", "Source whose copy was coded"),
    one_of("state", CodingState),
    check("report_count", "report_count >= 0"),
    comment="One row per document and coder: the coding made with the earliest publication day",
)

runs = sa.Table(
    "runs",
    metadata,
    column("run_id", "Id of the run", key=True),
    column("kind", "ingest, recode or link"),
    column("state", "running, done, partial (some inputs refused) or failed"),
    column("started_at", "When it began, UTC", sa.DateTime),
    column("ended_at", "When it ended, UTC", sa.DateTime, null=True),
    column("host", "Machine that it ran on"),
    column("coder_id", "Coder that it used", null=True),
    column("document_count", "Documents that it added", sa.Integer),
    column("coding_count", "Codings that it added", sa.Integer),
    column("report_count", "Reports that it added", sa.Integer),
    column("issue_count", "Issues that it met", sa.Integer),
    one_of("kind", RUN_KINDS),
    one_of("state", RUN_STATES),
    comment="One row per ingest, recode or link run; a log, no content",
)

issues = sa.Table(
    "issues",
    metadata,
    column("run_id", "Run that met it", key=True, parent="runs.run_id"),
    column("issue_id", "Hash of what was met", key=True),
    column("stage", "Stage that met it: read, parse, extract, resolve, load or link"),
    column("severity", "doubt (used, uncertain) or refused (gave nothing)"),
    column("code", "Short name for counting"),
    column("message", "What, where and what next"),
    column("source_key", "Input that it is about", null=True),
    column("document_id", "Document that it is about, stored or not", null=True),
    one_of("stage", Stage),
    one_of("severity", Severity),
    comment="One row per doubt or refusal; a log, no content",
)

forgotten_documents = sa.Table(
    "forgotten_documents",
    metadata,
    column("document_id", "Hash of the text that was taken out", key=True),
    column("forgotten_at", "When, UTC", sa.DateTime),
    column("forgotten_by", "Who asked for it"),
    column("reason", "Why"),
    comment="One row per document taken out for good; loading it again is refused",
)
