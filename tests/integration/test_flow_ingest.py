"""The Prefect flow: the same rows as without Prefect."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
TablesOf = Callable[[Path], dict[str, list[tuple[Any, ...]]]]


@pytest.mark.slow
def test_flow_loads_what_ingest_loads(
    run: Run, articles: Path, tmp_path: Path, tables_of: TablesOf
) -> None:
    """`diurna ingest --flow` and `diurna ingest` end with the same tables."""
    for database, options in (("plain", []), ("flow", ["--flow"])):
        result = run("ingest", articles, "--db", f"{database}.duckdb", *options)
        assert result.returncode == 0, result.stderr
        assert "documents new" in result.stdout
    assert tables_of(tmp_path / "flow.duckdb") == tables_of(tmp_path / "plain.duckdb")
