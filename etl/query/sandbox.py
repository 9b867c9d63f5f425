"""The process in which ad-hoc SQL runs: started by ``etl.query.sql``, imported by nobody.

Enters: one JSON line on standard input. Leaves: pickles of plain values on standard output,
either ``("error", kind, message)`` or ``("columns", names, types)``, batches of rows, and
``("end", is_truncated)``. Only DuckDB and the standard library are imported, so that it starts
quickly; DuckDB itself is locked before the statement is seen (docs/adr/0004).
"""

from __future__ import annotations

import datetime as dt
import decimal
import difflib
import json
import os
import pickle
import re
import resource
import sys
import threading
import uuid
from typing import Any

import duckdb

_GAP = r"(?:\s|/\*.*?\*/|--[^\n]*\n)*"
_EXPLAIN = re.compile(
    _GAP + r"explain" + _GAP + r"(?:analyze\b|\([^)]*\))?", re.IGNORECASE | re.DOTALL
)
# Functions that a SELECT may call and that do more than read, or hide what they run.
_DOING = re.compile(
    r"\b(?:(?:enable|disable)_(?:logging|profiling|object_cache)|truncate_duckdb_logs"
    r"|json_execute_serialized_sql|force_checkpoint|(?:query|checkpoint)(?=\"?" + _GAP + r"\())",
    re.IGNORECASE | re.DOTALL,
)
_BATCH_ROWS = 5_000
_RESULT_BYTES = 1 << 30
_SCALARS = (
    type(None),
    bool,
    int,
    float,
    str,
    bytes,
    dt.date,
    dt.time,
    dt.timedelta,
    decimal.Decimal,
    uuid.UUID,
)
_NO_TABLE = re.compile(r"Table with name (.+?) does not exist")
_NO_COLUMN = re.compile(r'Referenced column "(.+?)" not found|does not have a column named "(.+?)"')


class RefusedError(Exception):
    """The statement is not run."""


class Output:
    """Pickles to standard output, up to a size."""

    def __init__(self) -> None:
        self.room = _RESULT_BYTES

    def send(self, item: Any) -> None:  # noqa: ANN401 - plain values
        """Write an item.

        Raises:
            RefusedError: the result has grown too large.
        """
        data = pickle.dumps(item, protocol=5)
        self.room -= len(data)
        if self.room < 0:
            raise RefusedError("the result is over 1 GB; narrow it, or add: limit 100000.")
        sys.stdout.buffer.write(data)


def main() -> None:
    """Run the statement that stands on standard input."""
    # Read and write bytes: the locale of the process does not matter.
    # Whatever DuckDB may be talked into, this process writes no byte to any file.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    request = json.loads(sys.stdin.buffer.readline())
    output = Output()
    try:
        run(request, output)
    except RefusedError as error:
        output.room = _RESULT_BYTES
        output.send(("error", str(error)))
    sys.stdout.buffer.flush()
    # Ending the interpreter beside DuckDB's threads aborts the process now and then.
    os._exit(0)


def run(request: dict[str, Any], output: Output) -> None:
    """Run a request and send its rows."""
    connection = open_locked(request["snapshot"], request["memory"])
    timer = threading.Timer(request["seconds"], connection.interrupt)
    timer.daemon = True
    try:
        statement = only_statement(request["sql"])
        timer.start()
        result = connection.execute(statement)
        description = result.description or []
        names = [column[0] for column in description]
        output.send(("columns", names, [str(column[1]) for column in description]))
        send_rows(result, request["max_rows"], output)
    except duckdb.Error as error:
        raise RefusedError(explain(error, request, connection)) from error
    finally:
        timer.cancel()


def open_locked(snapshot: str, memory: str) -> duckdb.DuckDBPyConnection:
    """Return a connection from which no file, network, setting or other database is in reach."""
    return duckdb.connect(
        snapshot,
        read_only=True,
        config={
            "enable_external_access": False,
            "autoload_known_extensions": False,
            "autoinstall_known_extensions": False,
            "allow_community_extensions": False,
            "python_enable_replacements": False,
            "memory_limit": memory,
            "threads": 1,
            "temp_directory": "",
            "lock_configuration": True,
        },
    )


def only_statement(sql: str) -> duckdb.Statement:
    """Return the one statement of a text, if it only reads.

    Raises:
        RefusedError: there is none, more than one, or one that does something else.
    """
    try:
        sql.encode()
    except UnicodeEncodeError as error:
        raise RefusedError("the statement is no valid Unicode text.") from error
    statements = duckdb.extract_statements(sql)
    if not statements:
        raise RefusedError("there is no statement.")
    if re.match(_GAP + r"pivot\b", sql, re.IGNORECASE | re.DOTALL) and len(statements) > 1:
        raise RefusedError("a PIVOT has to name its values: PIVOT … ON column IN ('a', 'b') ….")
    if len(statements) > 1:
        raise RefusedError(f"one statement at a time; there are {len(statements)}.")
    kind = statements[0].type.name
    explained = _EXPLAIN.match(sql)
    if kind == "EXPLAIN" and explained:
        # EXPLAIN ANALYZE runs what it explains.
        kind = duckdb.extract_statements(sql[explained.end() :])[0].type.name
    if kind != "SELECT":
        raise RefusedError(
            f"{kind.replace('_', ' ')} is refused: only statements that read are run here "
            "(SELECT, FROM, WITH, VALUES, SHOW, DESCRIBE, SUMMARIZE, EXPLAIN)."
        )
    if doing := _DOING.search(sql):
        raise RefusedError(f"{doing[0]} is refused: it does more than read.")
    return statements[0]


def send_rows(result: duckdb.DuckDBPyConnection, max_rows: int | None, output: Output) -> None:
    """Send rows batch by batch, at most ``max_rows``."""
    left = max_rows
    while True:
        rows = result.fetchmany(_BATCH_ROWS)
        if left is not None and len(rows) > left:
            output.send(("rows", [plain(row) for row in rows[:left]]))
            output.send(("end", True))
            return
        if not rows:
            output.send(("end", False))
            return
        output.send(("rows", [plain(row) for row in rows]))
        left = left - len(rows) if left is not None else None


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of a database
    """Return a value that the parent will unpickle; what is rare becomes its text."""
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(dt.UTC)
    if isinstance(value, _SCALARS):
        return value
    if isinstance(value, tuple):
        return tuple(plain(item) for item in value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    return str(value)


def explain(
    error: duckdb.Error, request: dict[str, Any], connection: duckdb.DuckDBPyConnection
) -> str:
    """Return DuckDB's complaint as one line that says what to do."""
    message = str(error)
    if isinstance(error, duckdb.InterruptException):
        return f"stopped after {request['seconds']:g} s; narrow it, or raise the time limit."
    if isinstance(error, duckdb.OutOfMemoryException):
        return f"needs more than {request['memory']} of memory; narrow it, or sort and group less."
    if isinstance(error, duckdb.PermissionException):
        return "refused: no file, network, extension or other database is in reach here."
    if "read-only mode" in message or "configuration has been locked" in message:
        return "refused: nothing can be changed here."
    if found := _NO_TABLE.search(message):
        return explain_no_table(found[1], connection)
    if found := _NO_COLUMN.search(message):
        return explain_no_column(found[1] or found[2], request["sql"], connection)
    lines = [line.strip() for line in message.split("\n\nLINE ", maxsplit=1)[0].splitlines()]
    return " ".join(line for line in lines if line)


def explain_no_table(name: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Return that there is no such table, and the one that is spelled most alike."""
    if re.search(r"[/\\*]|\.\w+$", name):
        return f"refused: {name!r} is no table or view, and no file is in reach here."
    known = _names(
        connection,
        "select view_name from duckdb_views() where not internal "
        "union select table_name from duckdb_tables() where not internal",
    )
    return f"no table or view is named {name!r}{_suggest(name, known)} To list them: show tables"


def explain_no_column(name: str, sql: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Return that there is no such column, and the one of these tables spelled most alike."""
    rows = connection.execute("select table_name, column_name from duckdb_columns()").fetchall()
    words = set(re.findall(r"\w+", sql.lower()))
    known = sorted({column for table, column in rows if table in words})
    tables = sorted({table for table, _ in rows if table in words})
    listing = f" To list them: describe {tables[0]}" if tables else ""
    return f"no column is named {name!r}{_suggest(name, known)}{listing}"


def _suggest(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else "."


def _names(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    return sorted(name for (name,) in connection.execute(sql).fetchall())


if __name__ == "__main__":
    main()
