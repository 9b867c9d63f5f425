"""README.md: its commands run and print what it says that they print."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_readme_prints_what_it_says() -> None:
    """Every command of the README prints now what stands below it."""
    command = [sys.executable, ".ci/console_blocks.py", "--check", "README.md"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_readme_names_every_command() -> None:
    """Each command that ``diurna --help`` lists is in the README."""
    command = [sys.executable, "-m", "etl", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names = re.findall(r"(?m)^ {2,4}([a-z]+) {2,}\S", done.stdout)
    assert names
    assert [name for name in names if f"`diurna {name}" not in README] == []


def test_readme_links_lead_somewhere() -> None:
    """Every relative link of the Markdown documents leads to a file of the project."""
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("seeds/**/*.md")]
    links = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
    broken = [
        f"{document.name}: {target}"
        for document in documents
        for target in links.findall(document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []
