"""What every test has: no database of the user's, no network chatter, the same examples each time."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# Before Prefect is imported anywhere, which reads them once.
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"

settings.register_profile("diurna", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("diurna")


@pytest.fixture(autouse=True)
def _no_database_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that names no database must not find one."""
    monkeypatch.delenv("DIURNA_DB", raising=False)
