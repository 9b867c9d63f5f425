"""The data dictionary: every table, view and column with its comment, as Markdown.

    python -m etl.views.dictionary           writes docs/data_dictionary.md
    python -m etl.views.dictionary --check   exits with 1 where it is stale, or a comment is missing

Enters: the schema's metadata and ``sql/``, made into a database in memory. Refuses a table, view
or column without a comment.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import sqlalchemy as sa

from etl.errors import DatabaseError
from etl.schema.tables import metadata
from etl.views.apply import apply_views, check_level, read_views

DICTIONARY = Path("docs") / "data_dictionary.md"
_HEAD = """\
# Data dictionary

Made from `etl/schema/` and `sql/` by `make docs`; do not edit. The same comments are in the
database: `select column_name, comment from duckdb_columns() where table_name = 'mart_events'`.
Codes are explained in [the codebook](codebook.md).
"""
_PARTS = (
    ("mart_", "Marts", "Answers: begin here."),
    ("base_", "Base views", "Tidy joins that marts are made of, with people's corrections."),
    ("check_", "Checks", "Each returns offenders; those of level error stop a load."),
)


def render_dictionary() -> str:
    """Return the text of ``docs/data_dictionary.md``.

    Raises:
        DatabaseError: something has no comment.
    """
    with duckdb.connect() as connection:
        for table in metadata.sorted_tables:
            connection.execute(str(sa.schema.CreateTable(table)))
        apply_views(connection)
        parts = [_HEAD]
        for prefix, title, summary in _PARTS:
            parts.append(f"## {title}\n\n{summary}\n")
            parts += [
                _view_text(connection, name, source)
                for name, source in sorted(read_views().items())
                if name.startswith(prefix)
            ]
    parts.append("## Tables\n\nWhat is stored. Every key and check is in `etl/schema/`.\n")
    parts += [_table_text(metadata.tables[name]) for name in sorted(metadata.tables)]
    return "\n".join(parts)


def _view_text(connection: duckdb.DuckDBPyConnection, name: str, source: str) -> str:
    row = connection.execute(
        "select comment from duckdb_views() where view_name = ?", [name]
    ).fetchone()
    comment = _told(row[0] if row else None, name)
    if name.startswith("check_"):
        comment = f"Level {check_level(name, source)}. {comment}"
    columns = connection.execute(
        "select column_name, data_type, comment from duckdb_columns() where table_name = ? "
        "order by column_index",
        [name],
    ).fetchall()
    lines = [
        f"| `{column}` | {kind.lower()} | {_told(told, f'{name}.{column}')} |"
        for column, kind, told in columns
    ]
    return _section(name, comment, lines, "| column | type | meaning |\n|---|---|---|")


def _table_text(table: sa.Table) -> str:
    lines = []
    for column in table.columns:
        marks = ["key"] if column.primary_key else []
        marks += [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
        marks += ["may be empty"] if column.nullable else []
        told = _told(column.comment, f"{table.name}.{column.name}")
        kind = str(column.type).lower()
        lines.append(f"| `{column.name}` | {kind} | {told} | {', '.join(marks)} |")
    head = "| column | type | meaning | |\n|---|---|---|---|"
    return _section(table.name, _told(table.comment, table.name), lines, head)


def _section(name: str, comment: str, lines: list[str], head: str) -> str:
    return f"### `{name}`\n\n{comment}.\n\n{head}\n" + "\n".join(lines) + "\n"


def _told(comment: str | None, name: str) -> str:
    if not comment:
        message = f"{name} has no comment; every table, view and column carries one."
        raise DatabaseError(message)
    return comment.replace("|", "\\|").removesuffix(".")


def main(arguments: list[str]) -> int:
    """Write the dictionary, or with ``--check`` tell whether it is stale."""
    text = render_dictionary()
    if arguments == ["--check"]:
        if not DICTIONARY.is_file() or DICTIONARY.read_text(encoding="utf-8") != text:
            print(f"{DICTIONARY} is stale; run: make docs", file=sys.stderr)
            return 1
        return 0
    DICTIONARY.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
