"""``diurna ingest`` as a Prefect flow: a task for each chunk, one to load, one to publish.

The tasks are the functions of ``etl.ingest``; Prefect adds the record of what ran, retries of a
locked database, and schedules. ``python -m flows.ingest SOURCE…`` runs it by itself.
"""

from __future__ import annotations

import os

# Prefect reads them once, when it is imported.
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")

import argparse
import sys
from collections import deque
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.context import FlowRunContext
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.task_runners import ProcessPoolTaskRunner

from etl.coders import DEFAULT_CODER
from etl.errors import TransientError
from etl.ingest import ChunkStager, IngestSummary, StagedChunk, load, open_staging, start_run
from etl.pipeline import available_cpus, chunk_inputs, read_inputs
from etl.query.snapshot import publish
from etl.schema.database import upgrade
from etl.settings import database_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prefect.futures import PrefectFuture

    from etl.issues import Issue
    from etl.load.upsert import LoadCounts, RunInfo
    from etl.records import RawDocument

# Ten seconds to a minute of work a task: Prefect's own cost is some 70 ms each.
TASK_DOCUMENTS = 1_000
TASK_CHARACTERS = 1_000_000


def _is_transient(_task: Any, _run: Any, state: Any) -> bool:  # noqa: ANN401 - Prefect's types
    """Return whether what failed may succeed later."""
    return isinstance(state.result(raise_on_failure=False), TransientError)


@task(name="code a chunk", cache_policy=NO_CACHE)
def code_chunk_task(
    stager: ChunkStager, number: int, chunk: Sequence[RawDocument | Issue]
) -> StagedChunk:
    """Code and stage one chunk."""
    return stager((number, chunk))


@task(
    name="load",
    cache_policy=NO_CACHE,
    retries=3,
    retry_delay_seconds=10,
    retry_condition_fn=_is_transient,
)
def load_task(
    database: Path, staged: Sequence[Path], run: RunInfo, *, has_refusals: bool = False
) -> LoadCounts | None:
    """Load what is staged, in one transaction."""
    return load(database, staged, run, has_refusals=has_refusals)


@task(
    name="publish",
    cache_policy=NO_CACHE,
    retries=3,
    retry_delay_seconds=10,
    retry_condition_fn=_is_transient,
)
def publish_task(database: Path) -> Path:
    """Publish what is loaded."""
    return publish(database)


@flow(name="ingest", validate_parameters=False)
def ingest_flow(
    sources: Sequence[str],
    database: str,
    published: date | None = None,
    publisher: str | None = None,
    coder: str = DEFAULT_CODER,
    ahead: int = 4,
) -> IngestSummary:
    """Code what is new in the sources, load it and publish it; ``ahead`` chunks are under way."""
    path = Path(database)
    upgrade(path)
    run = start_run(coder)
    inputs = read_inputs(sources, published, publisher)
    chunks = chunk_inputs(inputs, TASK_DOCUMENTS, TASK_CHARACTERS)
    with open_staging(path, run.run_id) as staging:
        load_task(path, staging.leftovers, run)
        staged: list[Path] = []
        summary = IngestSummary(resumed_chunks=len(staging.leftovers))
        stager = ChunkStager(path, staging.folder, coder)
        under_way: deque[PrefectFuture[StagedChunk]] = deque()

        def collect() -> None:
            done = under_way.popleft().result()
            summary.merge(done.summary)
            staged.extend([done.path] if done.path is not None else [])

        for number, chunk in enumerate(chunks):
            with _same_server():
                under_way.append(code_chunk_task.submit(stager, number, chunk))
            if len(under_way) >= ahead:
                collect()
        while under_way:
            collect()
        summary.counts = load_task(path, staged, run, has_refusals=summary.refused > 0)
    summary.snapshot = publish_task(path)
    return summary


@contextmanager
def _same_server() -> Iterator[None]:
    """Give new processes the address of this flow's server; each would start one of its own."""
    context = FlowRunContext.get()
    address = {PREFECT_API_URL: str(context.client.api_url)} if context is not None else {}
    with temporary_settings(address):
        yield


def run_ingest_flow(
    sources: Sequence[str],
    database: Path,
    published: date | None = None,
    publisher: str | None = None,
    workers: int | None = None,
) -> IngestSummary:
    """Run the flow with a process for each worker (by default, for each processor)."""
    count = workers or available_cpus()
    runner: Any = ProcessPoolTaskRunner(max_workers=count)  # its type has another future
    configured = ingest_flow.with_options(task_runner=runner)
    return configured(list(sources), str(database), published, publisher, ahead=2 * count)


def main() -> int:
    """Run the flow on the sources of the command line."""
    parser = argparse.ArgumentParser(prog="python -m flows.ingest", description=__doc__)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--db")
    parser.add_argument("--published", type=date.fromisoformat)
    parser.add_argument("--publisher")
    parser.add_argument("--workers", type=int)
    args = parser.parse_args()
    summary = run_ingest_flow(
        args.sources, database_path(args.db), args.published, args.publisher, args.workers
    )
    print(f"{summary.done} documents done, {summary.refused} inputs refused")
    return 0 if summary.done else 1


if __name__ == "__main__":
    sys.exit(main())
