"""The dependency rule of docs/architecture.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE_STAGES = ("parse", "extract", "resolve")
# What a pure stage could only want for a clock, a network, a database or the file system.
IMPURE = {
    "duckdb", "glob", "httpx", "os", "pandas", "pathlib", "prefect", "pyarrow", "random",
    "requests", "shutil", "socket", "sqlalchemy", "sqlite3", "subprocess", "tempfile", "time",
    "urllib",
}  # fmt: skip
CLOCK = {"now", "today", "utcnow"}


def _imported(tree: ast.AST) -> set[str]:
    """Return the top-level names of what a module imports while it runs."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def _pure_modules() -> list[Path]:
    return [path for stage in PURE_STAGES for path in sorted((ROOT / "etl" / stage).rglob("*.py"))]


def test_import_contracts_hold() -> None:
    """import-linter finds every contract of pyproject.toml kept."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", _pure_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_pure_stage_imports_nothing_of_the_world(path: Path) -> None:
    """No module of parse, extract or resolve imports a database, a file system or a network."""
    assert not _imported(ast.parse(path.read_text(encoding="utf-8"))) & IMPURE


@pytest.mark.parametrize("path", _pure_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_pure_stage_asks_no_clock(path: Path) -> None:
    """No module of parse, extract or resolve takes a date from the clock."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, f"line {node.lineno}"


@pytest.mark.parametrize("path", sorted((ROOT / "etl").rglob("*.py")), ids=lambda path: path.stem)
def test_module_has_a_docstring(path: Path) -> None:
    """Every module with code tells in its docstring what it is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree)
