"""Why reports are one event: each pair's points, people's judgements, and the nearest others.

Enters: a connection and an event's or a report's id. Leaves: lines of text. Reads, and writes
nothing but temporary tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.link.candidates import read_features, read_link_reports
from etl.link.clusters import KEPT_SCORE, SAME_SCORE
from etl.link.judgements import read_judgements
from etl.link.score import SCALE, explain_pair, score_pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from etl.link.features import LinkReport, ReportKey

_NEAREST = 10


def resolve_event(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    """Return the event that an event's id, a retired one or a report's stands for."""
    row = connection.execute(
        """
        select event_id from base_reports where event_id = $1 or report_id = $1
        union all
        select event_id from event_redirects where retired_event_id = $1
        limit 1
        """,
        [name],
    ).fetchone()
    return str(row[0]) if row else None


def explain_event(connection: duckdb.DuckDBPyConnection, event_id: str) -> Iterator[str]:
    """Yield why the reports of an event are one, and what came nearest to being it."""
    read_link_reports(connection)
    rows = connection.execute(
        "select number, source_key from link_reports join documents using (document_id) "
        "where event_id = ?",
        [event_id],
    ).fetchall()
    members: dict[int, str] = dict(rows)
    features = read_features(connection, members)
    reports = sorted(features.items(), key=lambda entry: entry[1].order)
    said = {
        tuple(sorted(judgement.pair)): "same" if judgement.is_same else "different"
        for judgement in sorted(read_judgements(connection), key=lambda item: item.judged_at)
    }
    yield f"event {event_id}: {len(members)} {'report' if len(members) == 1 else 'reports'}"
    yield (
        f"Groups are joined while their average score is {SAME_SCORE / SCALE:g} or more; "
        f"a score below {KEPT_SCORE / SCALE:g} counts as 0."
    )
    for number, report in reports:
        yield f"  {report.report_id}  {members[number]}  {_summary(report)}"
    for at, (_, left) in enumerate(reports):
        for _, right in reports[at + 1 :]:
            yield ""
            yield from _explain(left, right, said)
    yield from _nearest(connection, event_id)


def _explain(
    left: LinkReport, right: LinkReport, said: dict[tuple[ReportKey, ...], str]
) -> Iterator[str]:
    score = score_pair(left, right)
    judged = said.get(tuple(sorted((left.key, right.key))))
    person = f"; a person judged them {judged}" if judged else ""
    yield f"{left.report_id} and {right.report_id}: score {score / SCALE:.2f}{person}"
    if left.document_id == right.document_id:
        yield "  they are of one document, whose coder holds them apart"
        return
    for part, points in explain_pair(left, right).items():
        yield f"  {part:<10} {'cannot be one event' if points is None else f'{points:+.1f}'}"


def _nearest(connection: duckdb.DuckDBPyConnection, event_id: str) -> Iterator[str]:
    rows = connection.execute(
        f"""
        with pairs as (
            select l.event_id as one, l.report_id as one_report, r.event_id as other,
                r.report_id as other_report, match_score
            from link_judgements as judged
            join link_reports as l
                on judged.left_document_id = l.document_id
                and judged.left_trigger_start = l.trigger_start
                and judged.left_trigger_end = l.trigger_end
                and judged.left_trigger_item = l.trigger_item
            join link_reports as r
                on judged.right_document_id = r.document_id
                and judged.right_trigger_start = r.trigger_start
                and judged.right_trigger_end = r.trigger_end
                and judged.right_trigger_item = r.trigger_item
            where judge_kind = 'program' and verdict = 'different'
                and (l.event_id = $1 or r.event_id = $1)
        )
        select match_score, one_report, other_report,
            case when one = $1 then other else one end as event_id
        from pairs
        order by match_score desc, one_report, other_report
        limit {_NEAREST}
        """,  # noqa: S608 - a constant
        [event_id],
    ).fetchall()
    if rows:
        yield ""
        yield "Nearest reports of other events:"
    for score, one, other, event in rows:
        yield f"  {one} and {other} of event {event}: score {score:.2f}"


def _summary(report: LinkReport) -> str:
    day = report.first.isoformat() if report.first else "no date"
    return f"{report.event_type}, {report.status}, {day}, {report.place_name or 'no place'}"
