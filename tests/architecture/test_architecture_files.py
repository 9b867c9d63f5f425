"""What every file of the project keeps to: tests tell, data has an origin, nothing is local."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
REFERENCE = sorted((ROOT / "seeds" / "reference").glob("*.csv"))
# Paths of one machine, and addresses of package registries.
LOCAL = re.compile(
    r"(?<![\w.])/(?:work|root|opt|tmp/\w|home/\w+|Users/\w+)/"
    r"|https?://[^\s\"']*(?:/simple/?|/packages/[^\s\"']*\.(?:whl|tar\.gz))"
    r"|(?<!no-emit-)(?:index-url|find-links)",
)
# The file that must name what it forbids.
NAMES_THEM = {"tests/architecture/test_architecture_files.py"}


def _tracked() -> list[Path]:
    """Return the files of the repository, or of the tree where there is no repository."""
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name]


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_test_has_a_docstring(path: Path) -> None:
    """Every test says in one sentence what it proves."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_test_files_have_unique_names() -> None:
    """Test folders are no packages, so that no two test files may share a name."""
    names = [path.name for path in TESTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", REFERENCE, ids=lambda path: path.name)
def test_reference_file_has_its_origin(path: Path) -> None:
    """Every data file has a row with origin and licence in seeds/reference/README.md."""
    rows = (ROOT / "seeds" / "reference" / "README.md").read_text(encoding="utf-8").splitlines()
    row = [line for line in rows if line.startswith(f"| `{path.name}` |")]
    assert len(row) == 1, f"{path.name}: {len(row)} rows in the README"
    assert all(cell.strip() for cell in row[0].strip("|").split("|"))


def test_no_file_is_of_one_machine() -> None:
    """No tracked file holds a path of one machine or the address of a package registry."""
    offenders = []
    for path in _tracked():
        name = path.relative_to(ROOT).as_posix()
        if name in NAMES_THEM or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        offenders += [f"{name}: {match.group()}" for match in LOCAL.finditer(text)]
    assert not offenders


def test_no_large_file_is_tracked() -> None:
    """No tracked file is over two megabytes: built data is built, not stored."""
    sizes = {path: path.stat().st_size for path in _tracked() if path.is_file()}
    assert not [str(path) for path, size in sizes.items() if size > 2_000_000]
