"""Query results as text and files: table, CSV, JSON, Markdown, Parquet.

Text of news is shown as it is but for what could harm its reader: control characters are made
visible in a table, and a CSV cell that a spreadsheet would run as a formula begins with a quote.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from etl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyarrow as pa

    from etl.query.sql import QueryResult

_WIDEST_CELL = 60
_NARROWEST_CELL = 6
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def render(result: QueryResult, fmt: str = "table", *, width: int | None = None) -> str:
    """Return a result as text; ``width`` truncates a table to the terminal.

    Raises:
        UsageError: the format is unknown, or is ``parquet``, which needs a file.
    """
    if fmt == "table":
        return _render_table(result, width)
    if fmt == "parquet":
        raise UsageError("parquet is no text; name a file: --out FILE.")
    if fmt not in _RENDERERS:
        raise UsageError(f"no format is named {fmt!r}; there are: {', '.join(FORMATS)}.")
    return _RENDERERS[fmt](result)


def write(result: QueryResult, fmt: str, out: Path) -> None:
    """Write a result to a file, whole or not at all.

    Raises:
        UsageError: the format is unknown, or the file cannot be written.
    """
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        if fmt == "parquet":
            import pyarrow.parquet as pq

            pq.write_table(_arrow_table(result), unfinished)
        else:
            unfinished.write_text(render(result, fmt), encoding="utf-8", newline="")
        unfinished.replace(out)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


# ---- for people ------------------------------------------------------------------------------


def _render_table(result: QueryResult, width: int | None) -> str:
    rows = [[_visible(_as_text(value)) for value in row] for row in result.rows]
    header = [_visible(name) for name in result.columns]
    widths = [
        max(_NARROWEST_CELL if width else 0, *(_width(cell) for cell in cells))
        for cells in zip(header, *rows, strict=True)
    ]
    if width is not None:
        widths = _fit(widths, width)
    is_right = [_is_number(kind) for kind in result.types]

    def line(cells: list[str]) -> str:
        padded = [
            _pad(_cut(cell, room), room, right=right)
            for cell, room, right in zip(cells, widths, is_right, strict=True)
        ]
        return "  ".join(padded).rstrip()

    rule = "  ".join("-" * room for room in widths)
    lines = [line(header), rule, *(line(row) for row in rows)]
    if result.is_truncated:
        lines.append(f"(only the first {len(rows)} rows)")
    return "\n".join(lines) + "\n"


def _fit(widths: list[int], total: int) -> list[int]:
    """Narrow the widest columns until the table fits, or nothing can be narrowed."""
    widths = [min(room, _WIDEST_CELL) for room in widths]
    while sum(widths) + 2 * (len(widths) - 1) > total:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _NARROWEST_CELL:
            break
        widths[widest] -= 1
    return widths


def _visible(text: str) -> str:
    """Return text without what would break a line, move the cursor or turn the direction."""
    if text.isprintable():
        return text
    shown = {"\n": "↵", "\r": "", "\t": " "}
    return "".join(
        shown.get(sign, sign if unicodedata.category(sign)[0] != "C" else "�") for sign in text
    )


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_sign_width(sign) for sign in text)


def _sign_width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _cut(text: str, room: int) -> str:
    if _width(text) <= room:
        return text
    kept = ""
    for sign in text:
        if _width(kept) + _sign_width(sign) > room - 1:
            break
        kept += sign
    return kept + "…"


def _pad(text: str, room: int, *, right: bool) -> str:
    blanks = " " * (room - _width(text))
    return blanks + text if right else text + blanks


def _is_number(kind: str) -> bool:
    return kind.upper().startswith(
        ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "U", "DOUBLE", "FLOAT", "DECIMAL")
    ) and not kind.upper().startswith(("UUID", "UNION"))


def _render_markdown(result: QueryResult) -> str:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

    rows = [[_visible(_as_text(value)) for value in row] for row in result.rows]
    rule = ["---:" if _is_number(kind) else "---" for kind in result.types]
    return "\n".join([line(list(result.columns)), line(rule), *map(line, rows)]) + "\n"


# ---- for machines ----------------------------------------------------------------------------


def _render_csv(result: QueryResult) -> str:
    # csv.writer leaves a carriage return bare where lines end otherwise.
    lines = [[_no_formula(name) for name in result.columns]]
    lines += [
        [_no_formula(value) if isinstance(value, str) else _as_text(value) for value in row]
        for row in result.rows
    ]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines)


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _no_formula(text: str) -> str:
    """Return a cell that no spreadsheet runs: it would begin a formula with these signs."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _render_json(result: QueryResult) -> str:
    rows = [
        dict(zip(_unique(result.columns), map(_as_json, row), strict=True)) for row in result.rows
    ]
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
    return "[" + ",\n ".join(lines) + "]\n"


def _as_text(value: Any) -> str:  # noqa: ANN401 - any value of a database
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict | tuple):
        return json.dumps(_as_json(value), ensure_ascii=False)
    return str(value)


def _as_json(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _as_json(item) for key, item in value.items()}
    return value if isinstance(value, str | int | float | None) else str(value)


def _unique(names: tuple[str, ...]) -> list[str]:
    """Return the names with a number where one comes again, so that no column is lost."""
    found: dict[str, int] = {}
    unique = []
    for name in names:
        found[name] = found.get(name, 0) + 1
        unique.append(name if found[name] == 1 else f"{name}_{found[name]}")
    return unique


def _arrow_table(result: QueryResult) -> pa.Table:
    import pyarrow as pa

    kinds: dict[str, Callable[[], pa.DataType]] = {
        "BOOLEAN": pa.bool_,
        "TINYINT": pa.int8,
        "SMALLINT": pa.int16,
        "INTEGER": pa.int32,
        "BIGINT": pa.int64,
        "DOUBLE": pa.float64,
        "FLOAT": pa.float32,
        "VARCHAR": pa.string,
        "DATE": pa.date32,
        "TIMESTAMP": lambda: pa.timestamp("us"),
    }
    columns = list(zip(*result.rows, strict=True)) or [()] * len(result.columns)
    arrays = []
    for kind, values in zip(result.types, columns, strict=True):
        made = kinds.get(kind.upper())
        try:
            arrays.append(pa.array(values, type=made() if made else None))
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
            arrays.append(pa.array([None if v is None else _as_text(v) for v in values]))
    return pa.Table.from_arrays(arrays, names=_unique(result.columns))


_RENDERERS = {"csv": _render_csv, "json": _render_json, "markdown": _render_markdown}
FORMATS = ("table", *_RENDERERS, "parquet")
