"""Made-up documents and codings, and a database of them: what the database tests begin from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from etl.codes import (
    ActorKind,
    ClaimantKind,
    CodingState,
    DatePrecision,
    EventType,
    Outcome,
    PlacePrecision,
    Role,
    Scope,
    Status,
    VictimGroup,
    VictimSide,
)
from etl.ids import hash_text
from etl.load.staging import stage_chunk
from etl.load.upsert import RunInfo, load_chunks
from etl.records import (
    ActorValue,
    AttributionValue,
    CasualtyValue,
    CodedDocument,
    CoderInfo,
    Coding,
    DateValue,
    Document,
    Evidence,
    PlaceValue,
    Report,
)
from etl.schema.database import upgrade

if TYPE_CHECKING:
    from collections.abc import Sequence

CODER = CoderInfo("made", "1", "0" * 16)
RUN = RunInfo("run-1", "ingest", datetime(2020, 1, 1, tzinfo=UTC), "host")
TAIZ = PlaceValue(
    "Taiz", "gn:1", "YEM", PlacePrecision.EXACT, "Taiz", None, 13.58, 44.02, "P", "Taiz"
)
ARMY = ActorValue(
    "made-army", "Made Army", Role.INITIATOR, ActorKind.STATE_FORCES, "YEM", ("army",)
)
REBELS = ActorValue("made-rebels", "Made Rebels", Role.TARGET, ActorKind.REBEL_GROUP)


def make_document(text: str, key: str, published: date | None, **known: Any) -> Document:
    """Return a document of a made-up source."""
    source = "source" if published else None
    return Document(hash_text(text), key, text, None, published, source, **known)


def make_report(text: str, words: str, **values: Any) -> Report:
    """Return a report of an armed clash in Taiz, unless told otherwise."""
    start = text.index(words)
    span = (start, start + len(words))
    defaults: dict[str, Any] = {
        "event_type": EventType.ARMED_CLASH,
        "status": Status.OCCURRED,
        "scope": Scope.INCIDENT,
        "trigger": span,
        "date": DateValue(date(2020, 1, 5), date(2020, 1, 5), DatePrecision.DAY),
        "place": TAIZ,
        "actors": (ARMY, REBELS),
        "evidence": (Evidence("type", 0, *span),),
    }
    return Report(**{**defaults, **values})


def make_toll(best: int | None, item: str = "killed", **values: Any) -> CasualtyValue:
    """Return a claim; low and high are ``best`` unless told otherwise."""
    defaults: dict[str, Any] = {
        "outcome": Outcome(item),
        "low": best,
        "best": best,
        "high": best,
        "victims": VictimGroup.CIVILIAN,
        "side": VictimSide.TARGET,
        "text": "words",
        "span": (0, 5),
    }
    return CasualtyValue(**{**defaults, **values})


def code(document: Document, *reports: Report, coder: CoderInfo = CODER) -> CodedDocument:
    """Return a document with its coding."""
    state = CodingState.EVENTS if reports else CodingState.NO_EVENTS
    return CodedDocument(document, Coding(document.document_id, coder, state, reports))


def code_text(text: str, key: str, published: date | None, **values: Any) -> CodedDocument:
    """Return a document of one report, whose trigger is the text's first word."""
    document = make_document(text, key, published)
    return code(document, make_report(text, text.split(maxsplit=1)[0], **values))


def sample() -> list[CodedDocument]:
    """Return documents that use every table, among them one text of two sources and days."""
    twice = "Fighting in Taiz killed 6 soldiers, the army said."
    said = (
        make_toll(
            6,
            victims=VictimGroup.COMBATANT,
            claimant="the army",
            claimant_kind=ClaimantKind.PARTY,
        ),
    )
    attribution = (AttributionValue("the army", ClaimantKind.PARTY, (36, 44), "made-army"),)
    two_places = "Shells fell on Aden and Lahj."
    aden, lahj = (
        PlaceValue(name, None, "YEM", PlacePrecision.ADMIN1, name, text=name)
        for name in ("Aden", "Lahj")
    )
    return [
        code(
            make_document(twice, "wire-1", date(2020, 1, 7), publisher="Wire"),
            make_report(
                twice,
                "Fighting",
                date=DateValue(date(2020, 1, 7), date(2020, 1, 7), DatePrecision.INFERRED),
                casualties=said,
                attributions=attribution,
            ),
        ),
        code(
            make_document(
                twice, "daily-1", date(2020, 1, 6), publisher="Daily", publisher_kind="media"
            ),
            make_report(
                twice,
                "Fighting",
                date=DateValue(date(2020, 1, 6), date(2020, 1, 6), DatePrecision.INFERRED),
                casualties=said,
                attributions=attribution,
            ),
        ),
        code(
            make_document(two_places, "daily-2", None, publisher="Daily", publisher_country="YEM"),
            make_report(two_places, "Shells fell", event_type=EventType.SHELLING, place=aden),
            make_report(two_places, "Shells fell", event_type=EventType.SHELLING, place=lahj),
        ),
        code(make_document("Nothing happened.", "daily-3", date(2020, 1, 8))),
        code_text(
            "Protesters plan a march. 🙂", "daily-4", date(2020, 1, 8), status=Status.PLANNED
        ),
    ]


def load(database: Path, folder: Path, *batches: Sequence[CodedDocument]) -> None:
    """Stage each batch as a chunk and load them, one load a batch."""
    for number, batch in enumerate(batches):
        load_chunks(database, [stage_chunk(batch, [], folder, f"{number}")], RUN)


@cache
def _empty_database() -> bytes:
    """Return the bytes of a database at head: made once, since that takes a second."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "empty.duckdb"
        upgrade(database)
        return database.read_bytes()


def make_database(folder: Path, *batches: Sequence[CodedDocument]) -> Path:
    """Return a database into which the batches were loaded."""
    database = folder / "made.duckdb"
    database.write_bytes(_empty_database())
    load(database, folder / "chunks", *batches)
    return database
