"""The real command line in a process of its own, on small articles made for the tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]
TablesOf = Callable[[Path], dict[str, list[tuple[Any, ...]]]]
LOGS = {"runs", "issues", "alembic_version"}

ARTICLES = [
    {
        "id": "mosul",
        "title": "Car bomb in Mosul",
        "published": "2017-10-25",
        "publisher": "Example Times",
        "text": "A suicide car bomb killed at least six people in the Iraqi city of Mosul on Monday, "
        "police said.\n\nIslamic State claimed responsibility for the attack.",
    },
    {
        "id": "goma",
        "title": "Rebels shell Goma",
        "published": "2013-08-24",
        "publisher": "Example Times",
        "text": "M23 rebels shelled the city of Goma on Thursday, wounding 12 civilians, the United "
        "Nations said.\n\nCongolese soldiers clashed with the rebels near Kibati on Friday.",
    },
    {
        "id": "quiet",
        "title": "Harvest",
        "published": "2019-05-02",
        "publisher": "Example Times",
        "text": "Farmers expect a good harvest of wheat and barley this year after the spring rains.",
    },
]


def run_in(
    folder: Path, *arguments: str | Path, stdin: str | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run ``diurna`` with arguments in a folder."""
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        **{name: os.environ[name] for name in os.environ if name.startswith(("XDG_", "DIURNA_CA"))},
        "PYTHONPATH": str(ROOT),
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "etl", *map(str, arguments)],
        cwd=folder,
        env={**environment, **variables},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return what runs ``diurna`` with arguments in the test's own folder."""
    return partial(run_in, tmp_path)


@pytest.fixture(scope="session")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the articles were ingested, once for all tests."""
    folder = tmp_path_factory.mktemp("ingested")
    write_jsonl(folder / "articles.jsonl", ARTICLES)
    result = run_in(folder, "ingest", "articles.jsonl")
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def loaded(ingested: Path, tmp_path: Path) -> Path:
    """Return a database of the test's own with the articles in it."""
    shutil.copytree(ingested, tmp_path, dirs_exist_ok=True)
    return tmp_path / "diurna.duckdb"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a JSONL file of three articles: two of violence, one of farming."""
    path = tmp_path / "articles.jsonl"
    write_jsonl(path, ARTICLES)
    return path


def write_jsonl(path: Path, rows: list[dict[str, str]]) -> None:
    """Write rows as lines of JSON."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def tables_of() -> TablesOf:
    """Return what gives the rows of every table of a database but the logs, sorted."""

    def read_tables(database: Path) -> dict[str, list[tuple[Any, ...]]]:
        listing = "select table_name from duckdb_tables() where not internal order by table_name"
        with closing(duckdb.connect(str(database), read_only=True)) as connection:
            names = [name for (name,) in connection.execute(listing).fetchall()]
            return {
                name: sorted(connection.execute(f'from "{name}"').fetchall(), key=repr)
                for name in names
                if name not in LOGS
            }

    return read_tables
