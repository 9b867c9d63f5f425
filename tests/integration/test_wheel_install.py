"""The wheel, built from the source distribution, in a folder without a checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from it."""
    pytest.importorskip("hatchling")
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel: what an installation adds to site-packages."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_diurna(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command of the installed package in a folder."""
    environment = dict(os.environ, PYTHONPATH=str(installed))
    environment.pop("DIURNA_DB", None)
    return subprocess.run(
        [sys.executable, "-m", "etl", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    """Nothing lands in site-packages beside etl, flows and the package's own metadata."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"etl", "flows"}


def test_wheel_holds_what_the_package_reads(wheel: Path) -> None:
    """Every file of sql, migrations and seeds/reference is below etl/_data."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    patterns = ("sql/**/*.sql", "migrations/**/*.py", "seeds/reference/*.csv")
    files = [path for pattern in patterns for path in ROOT.glob(pattern)]
    wanted = {f"etl/_data/{path.relative_to(ROOT).as_posix()}" for path in files}
    assert wanted
    assert wanted <= names


def test_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    """The unpacked wheel is imported, not the checkout, and finds its data in itself."""
    program = "import etl.reference as r; print(r.__file__); print(r.data_root())"
    environment = dict(os.environ, PYTHONPATH=str(installed))
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    module, data = done.stdout.split()
    assert Path(module).is_relative_to(installed)
    assert Path(data) == installed / "etl" / "_data"


def test_wheel_ingests_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """An article becomes an event that SQL finds, without a checkout in reach."""
    article = tmp_path / "report.txt"
    article.write_text("A car bomb killed 12 people in Mosul on Tuesday, police said.\n")
    loaded = run_diurna(installed, tmp_path, "ingest", "report.txt", "--published", "2016-11-17")
    assert loaded.returncode == 0, loaded.stderr
    query = "select event_type, killed_best from mart_events"
    asked = run_diurna(installed, tmp_path, "sql", query, "--format", "json")
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout) == [{"event_type": "remote_explosive", "killed_best": 12}]
