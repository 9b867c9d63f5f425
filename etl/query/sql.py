"""Ad-hoc SQL on a snapshot, locked down in a process of its own.

Enters: a statement that nobody has vetted. Leaves: its rows. Refuses whatever does not read the
snapshot alone. This module imports no DuckDB, so that asking starts quickly: ``etl.query.sandbox``
does, in the other process, which can also be ended if it does not stop by itself.
"""

from __future__ import annotations

import io
import json
import pickle
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import QueryError

_SANDBOX = Path(__file__).with_name("sandbox.py")
_GRACE_SECONDS = 5.0
# What the sandbox may make this process build, and nothing else: its output is not trusted.
_ALLOWED = {
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("decimal", "Decimal"),
    ("uuid", "UUID"),
    ("uuid", "SafeUUID"),
}


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Columns, their DuckDB types, and rows; ``is_truncated`` if ``max_rows`` cut it."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_truncated: bool = False


def run_query(
    snapshot: Path,
    sql: str,
    *,
    seconds: float = 30,
    memory: str = "512MB",
    max_rows: int | None = None,
) -> QueryResult:
    """Return the rows of one read statement.

    Raises:
        QueryError: the SQL was refused, failed, or ran over its time or memory.
    """
    request = {
        "snapshot": str(snapshot),
        "sql": sql,
        "seconds": seconds,
        "memory": memory,
        "max_rows": max_rows,
    }
    try:
        done = subprocess.run(
            # -P: the sandbox's neighbours in this folder are no modules to it.
            [sys.executable, "-P", str(_SANDBOX)],
            input=json.dumps(request).encode() + b"\n",
            capture_output=True,
            timeout=seconds + _GRACE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"stopped after {seconds:g} s; narrow it, or raise the time limit."
        raise QueryError(message) from error
    if done.returncode != 0:
        raise QueryError(_tell_end(done))
    return _read_result(done.stdout)


class _PlainUnpickler(pickle.Unpickler):
    """Builds plain values only."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as overridden
        """Return a class that rows may hold.

        Raises:
            QueryError: the output asks for anything else.
        """
        if (module, name) not in _ALLOWED:
            message = f"the query's process answered with a {module}.{name}, which is refused."
            raise QueryError(message)
        return super().find_class(module, name)


def _read_result(data: bytes) -> QueryResult:
    stream = io.BytesIO(data)
    columns: list[str] = []
    types: list[str] = []
    rows: list[tuple[Any, ...]] = []
    while stream.tell() < len(data):
        match _PlainUnpickler(stream).load():
            case ("columns", columns, types):
                pass
            case ("rows", batch):
                rows += batch
            case ("end", is_truncated):
                return QueryResult(tuple(columns), tuple(types), tuple(rows), is_truncated)
            case ("error", message):
                raise QueryError(message)
    raise QueryError("the query's process ended before its result did.")


def _tell_end(done: subprocess.CompletedProcess[bytes]) -> str:
    if done.returncode < 0:
        name = signal.Signals(-done.returncode).name
        return f"the statement brought its process down ({name}); it is refused."
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return f"the query's process failed: {lines[-1] if lines else done.returncode}"
