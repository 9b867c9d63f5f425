"""The views of ``sql/``: created anew, tried, and the checks among them run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found: how many offenders, and the first few as text."""

    name: str
    level: str
    offenders: int
    examples: tuple[tuple[Any, ...], ...] = ()


def apply_views(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Create every view of ``sql/`` anew and select from each; return their names in order."""
    raise NotImplementedError


def run_checks(
    connection: duckdb.DuckDBPyConnection, *, levels: Sequence[str] = ("error", "warning")
) -> list[CheckResult]:
    """Return what each check view found, in the order of their names."""
    raise NotImplementedError
