"""Linking equals a slow reference of its definition, whatever the order and the batches."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.codes import (
    ActorKind,
    DatePrecision,
    EventType,
    PlacePrecision,
    Role,
    Scope,
    Status,
)
from etl.ids import make_id
from etl.link.candidates import find_pairs, read_features, read_link_reports
from etl.link.clusters import KEPT_SCORE, SAME_SCORE, average
from etl.link.corrections import correct_value
from etl.link.judgements import read_judgements, record_judgement
from etl.link.linking import link_database, link_reports
from etl.link.score import SCALE, score_pair
from etl.load.rows import STAGED_TABLES
from etl.load.staging import stage_chunk
from etl.records import ActorValue, DateValue, PlaceValue
from etl.schema.connection import connect
from tests.integration import made_codings as made

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from etl.link.clusters import PersonJudgement
    from etl.link.features import LinkReport, ReportKey
    from etl.records import CodedDocument

P, D = PlacePrecision, DatePrecision
FIRST = date(2020, 1, 1)
TABLES = ("events", "event_reports", "event_actors", "event_redirects", "link_judgements")


def _place(
    name: str | None, precision: P, admin1: str | None, *at: float, country: str | None = "YEM"
) -> PlaceValue:
    latitude, longitude = at or (None, None)
    return PlaceValue(
        name, None, country, precision, admin1, None, latitude, longitude, "P", name or "there"
    )


PLACES = [
    None,
    _place("Taiz", P.EXACT, "Taizz", 13.58, 44.02),
    _place("Taiz", P.NEAR, "Taizz", 13.58, 44.02),
    _place("Al Qahirah", P.EXACT, "Taizz", 13.60, 44.03),
    _place("At Turbah", P.EXACT, "Taizz", 13.50, 44.10),
    _place("Mokha", P.NEAR, "Taizz", 13.32, 43.62),
    _place("Taizz", P.ADMIN1, "Taizz", 13.5, 44.0),
    _place("Market of no map", P.EXACT, "Taizz"),
    _place("Lahj", P.ADMIN1, "Lahj"),
    _place("Yemen", P.COUNTRY, None, 15.5, 47.5),
    _place("Najran", P.EXACT, "Najran", 17.5, 44.2, country="SAU"),
]
KINDS = [
    EventType.SUICIDE_BOMB,
    EventType.REMOTE_EXPLOSIVE,
    EventType.ATTACK,
    EventType.PEACEFUL_PROTEST,
]
ACTORS = [
    ActorValue("a-army", "Army", Role.INITIATOR, ActorKind.STATE_FORCES, "YEM"),
    ActorValue("a-rebels", "Rebels", Role.INITIATOR, ActorKind.REBEL_GROUP),
    ActorValue("a-gunmen", "Gunmen", Role.INITIATOR, ActorKind.UNKNOWN),
    ActorValue("a-civilians", "Civilians", Role.TARGET, ActorKind.CIVILIANS, "YEM"),
]
WORDS = ["market bombing wedding", "convoy bridge soldiers", "mosque prayers worshippers crowd"]

days = st.one_of(
    st.builds(
        lambda day, precision: DateValue(
            FIRST + timedelta(days=day), FIRST + timedelta(days=day), precision
        ),
        st.integers(0, 5),
        st.sampled_from((D.DAY, D.INFERRED)),
    ),
    st.builds(
        lambda day, width, precision: DateValue(
            FIRST + timedelta(days=day), FIRST + timedelta(days=day + width), precision
        ),
        st.integers(0, 4),
        st.sampled_from((1, 6, 30, 31, 200)),
        st.sampled_from((D.DAY, D.WEEK, D.YEAR)),
    ),
    st.just(DateValue(None, None, D.UNKNOWN)),
)
likely = st.sampled_from((0,) * 6 + (1,))


@st.composite
def documents(draw: st.DrawFn, number: int) -> CodedDocument:
    """Draw a document of one to three reports, most of them of few places, days and types."""
    count = draw(st.sampled_from((1, 1, 1, 2, 3)))
    sentences = [
        f"Told{item} of the {draw(st.sampled_from(WORDS))} by {number}." for item in range(count)
    ]
    text = " ".join(sentences)
    reports = []
    for item in range(count):
        tolls = draw(st.lists(st.sampled_from((0, 3, 12, 40)), max_size=2))
        reports.append(
            made.make_report(
                text,
                f"Told{item}",
                event_type=draw(st.sampled_from(KINDS)),
                status=Status.DENIED if draw(likely) else draw(st.sampled_from(list(Status)[:4])),
                scope=Scope.SUMMARY if draw(likely) else Scope.INCIDENT,
                date=draw(days),
                place=draw(st.sampled_from(PLACES)),
                actors=tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True))),
                casualties=tuple(made.make_toll(toll) for toll in tolls),
            )
        )
    published = draw(st.none() | st.integers(3, 9).map(lambda day: FIRST + timedelta(days=day)))
    return made.code(made.make_document(text, f"key-{number}", published), *reports)


@st.composite
def corpora(draw: st.DrawFn) -> list[CodedDocument]:
    """Draw a few documents."""
    return [draw(documents(number)) for number in range(draw(st.integers(2, 14)))]


def crowd(count: int) -> list[CodedDocument]:
    """Return documents of one report each, of one place, day and type: all pairs are candidates."""
    return [
        made.code_text(
            f"Told by {number}.", f"key-{number}", FIRST, date=DateValue(FIRST, FIRST, D.DAY)
        )
        for number in range(count)
    ]


def score_by_chance(seed: int) -> Callable[[LinkReport, LinkReport], int]:
    """Return a score of a third of all pairs that depends on the pair, and on nothing told."""

    def score(left: LinkReport, right: LinkReport) -> int:
        low, high = sorted((left.key, right.key))
        drawn = int(make_id(seed, *low, *high), 16) % (3 * SCALE)
        return drawn if drawn <= SCALE else 0

    return score


# ---- the slow reference ----------------------------------------------------------------------


def link_slowly(
    reports: Sequence[LinkReport], judgements: Sequence[PersonJudgement] = ()
) -> set[frozenset[ReportKey]]:
    """Return the groups by the definition's letter: every pair, every average, each time anew."""
    by_key = {report.key: report for report in reports}
    scores = {}
    for left, right in combinations(sorted(by_key), 2):
        score = score_pair(by_key[left], by_key[right])
        scores[left, right] = scores[right, left] = score if score >= KEPT_SCORE else 0
    groups = [frozenset((key,)) for key in sorted(by_key)]
    apart: list[tuple[ReportKey, ReportKey]] = []

    def group_of(key: ReportKey) -> frozenset[ReportKey]:
        return next(group for group in groups if key in group)

    def is_apart(one: frozenset[ReportKey], other: frozenset[ReportKey]) -> bool:
        return any(
            (left in one and right in other) or (left in other and right in one)
            for left, right in apart
        )

    held = [item for item in judgements if all(key in by_key for key in item.pair)]
    for item in sorted(held, key=lambda item: item.judged_at, reverse=True):
        one, other = map(group_of, item.pair)
        if item.is_same and one != other and not is_apart(one, other):
            groups = [group for group in groups if group not in (one, other)] + [one | other]
        elif not item.is_same and one != other:
            apart.append(item.pair)
    while True:
        best: Any = None
        for one, other in combinations(groups, 2):
            if is_apart(one, other) or {key[0] for key in one} & {key[0] for key in other}:
                continue
            total = sum(scores[left, right] for left in one for right in other)
            alike = average(total, len(one) * len(other))
            low, high = sorted((min(one), min(other)))
            if alike >= average(SAME_SCORE, 1) and (best is None or (-alike, low, high) < best[0]):
                best = ((-alike, low, high), one, other)
        if best is None:
            return set(groups)
        groups = [g for g in groups if g not in best[1:]] + [best[1] | best[2]]


# ---- the real one ----------------------------------------------------------------------------


def _make(folder: str) -> Path:
    return made.make_database(Path(folder))


def _load(database: Path, corpus: Sequence[CodedDocument], name: str = "0") -> None:
    """Load documents without what a load proves besides, which takes a second."""
    chunk = stage_chunk(corpus, [], database.parent / "chunks", name)
    with connect(database) as connection:
        for table in STAGED_TABLES:
            keys = ", ".join(column.name for column in table.primary_key)
            connection.execute(
                f"insert into {table.name} by name select distinct * from read_parquet(?) "
                + (f"on conflict ({keys}) do nothing" if keys else ""),
                [str(chunk / f"{table.name}.parquet")],
            )
        connection.execute(
            "insert into current_coders select coder_id, 1 from coders "
            "on conflict (coder_id) do nothing"
        )


def _tables(database: Path) -> dict[str, list[Any]]:
    with connect(database, read_only=True) as connection:
        return {
            table: sorted(connection.execute(f"from {table}").fetchall(), key=repr)
            for table in TABLES
        }


def _groups(connection: duckdb.DuckDBPyConnection) -> set[frozenset[ReportKey]]:
    rows = connection.execute("""
        select list((document_id, trigger_start, trigger_end, trigger_item))
        from event_reports join reports using (report_id)
        group by event_id
    """).fetchall()
    return {frozenset(keys) for (keys,) in rows}


def _all_features(connection: duckdb.DuckDBPyConnection) -> dict[int, LinkReport]:
    read_link_reports(connection)
    rows = connection.execute("select number from link_reports").fetchall()
    return read_features(connection, [number for (number,) in rows])


@given(corpora())
@settings(max_examples=15)
def test_linking_is_its_slow_reference(corpus: list[CodedDocument]) -> None:
    """The events are those of the definition applied to every pair, without blocks."""
    with TemporaryDirectory() as folder:
        database = _make(folder)
        _load(database, corpus)
        link_database(database)
        with closing(duckdb.connect(str(database))) as connection:
            features = _all_features(connection)
            assert _groups(connection) == link_slowly(list(features.values()))


@given(corpora())
@settings(max_examples=20)
def test_blocks_lose_no_pair(corpus: list[CodedDocument]) -> None:
    """Every pair that has a score is among the candidates, and none is there twice."""
    with TemporaryDirectory() as folder:
        database = _make(folder)
        _load(database, corpus)
        with closing(duckdb.connect(str(database))) as connection:
            features = _all_features(connection)
            pairs = list(find_pairs(connection))
            assert len(pairs) == len(set(pairs))
            scored = {
                (one, other)
                for one, other in combinations(sorted(features), 2)
                if score_pair(features[one], features[other]) > 0
            }
            assert scored <= set(pairs)


@given(corpora(), st.data())
@settings(max_examples=6)
def test_neither_order_nor_batches_matter(corpus: list[CodedDocument], data: st.DataObject) -> None:
    """Documents loaded and linked in any order and any batches give the same rows of all tables."""
    shuffled = data.draw(st.permutations(corpus))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(corpus) - 1), max_size=3)))
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        database = _make(folder)
        _load(database, corpus)
        link_database(database)
        batched = _make(other)
        for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, None], strict=True)):
            _load(batched, shuffled[start:end], f"{number}")
            link_database(batched)
        assert _tables(batched) == _tables(database)
        link_database(batched, is_anew=True)
        assert _tables(batched) == _tables(database)


@given(corpora(), st.data())
@settings(max_examples=8)
def test_judgements_are_those_of_the_reference(
    corpus: list[CodedDocument], data: st.DataObject
) -> None:
    """Whatever people judge, in whatever contradictions, fast and slow come to the same events."""
    with TemporaryDirectory() as folder:
        database = _make(folder)
        _load(database, corpus)
        link_database(database)
        with closing(duckdb.connect(str(database))) as connection:
            features = list(_all_features(connection).values())
            count = len(features)
            for _ in range(data.draw(st.integers(1, 6))) if count > 1 else ():
                one, other = data.draw(
                    st.lists(st.integers(0, count - 1), min_size=2, max_size=2, unique=True)
                )
                record_judgement(
                    connection,
                    (features[one].key, features[other].key),
                    is_same=data.draw(st.booleans()),
                    judge=data.draw(st.sampled_from(("ann", "bob"))),
                    reason="seen",
                )
                link_reports(
                    connection, reports=[features[one].report_id, features[other].report_id]
                )
                assert _groups(connection) == link_slowly(features, read_judgements(connection))


@given(st.integers(), st.permutations(range(12)), st.integers(1, 3))
@settings(max_examples=6)
def test_a_neighbourhood_is_grouped_as_if_all_were(seed: int, order: list[int], size: int) -> None:
    """Whatever pairs are alike, reports added or struck out a few at a time come to the same rows.

    Scores by chance make groups that compete for reports, as real ones rarely do.
    """
    corpus = crowd(len(order))
    with (
        TemporaryDirectory() as folder,
        patch("etl.link.linking.score_pair", score_by_chance(seed)),
    ):
        database = _make(folder)
        for start in range(0, len(order), size):
            _load(database, [corpus[at] for at in order[start : start + size]], f"{start}")
            link_database(database)
        for field, value in (("event_type", "attack"), ("is_event", "false")):
            added = _tables(database)
            link_database(database, is_anew=True)
            assert _tables(database) == added
            with connect(database) as connection:
                report = min(_all_features(connection).values(), key=lambda r: r.key)
                correct_value(
                    connection, report.report_id, field, value, person="ann", reason="seen"
                )
                link_reports(connection, reports=[report.report_id])
        struck = _tables(database)
        link_database(database, is_anew=True)
        assert _tables(database) == struck
