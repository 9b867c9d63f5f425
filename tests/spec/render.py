"""The specs as a page: every parametrised table of tests/spec, as Markdown.

    python -m tests.spec.render           writes docs/specs.md
    python -m tests.spec.render --check   exits with 1 where it is stale

Enters: the test modules beside this file. Leaves: a heading for each module and test, with its own
words, and a table of its rows. Nothing is run: the rows are what the tests expect.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

FOLDER = Path(__file__).parent
PAGE = Path("docs") / "specs.md"
NOTHING = "no event"

_HEAD = """\
# Specs

Made by `python -m tests.spec.render` from the tables of `tests/spec/`; do not edit. Each row is a
test: a text, and what the coder must read from it (`pytest tests/spec`). An event row states only
the fields that its text is about, in [the codebook](codebook.md)'s words; texts of events and of
dates are read as published on Wednesday, 15 May 2019. Tolls are written as bounds: `6` exactly,
`12+` at least, `~40` about, `10–15`, `≤20` up to; `none` is no row of that kind. A row with a reason
in the column "gap" is not read rightly yet.
"""


def render_specs() -> str:
    """Return the text of ``docs/specs.md``."""
    parts = [_HEAD]
    for path in sorted(FOLDER.glob("test_*.py")):
        module = import_module(f"tests.spec.{path.stem}")
        tables = [
            f"### {_sentence(test.__doc__)}\n\n{table}"
            for test in vars(module).values()
            if getattr(test, "__name__", "").startswith("test_") and (table := _table(test))
        ]
        if tables:
            parts += [f"## {_sentence(_first_line(module))}\n", *tables]
    return "\n".join(parts)


def _table(test: Any) -> str:
    """Return the rows of a parametrised test; empty where it has no table of texts."""
    for mark in getattr(test, "pytestmark", ()):
        if mark.name != "parametrize":
            continue
        names, cases = mark.args
        columns = [name.strip() for name in (names.split(",") if isinstance(names, str) else names)]
        rows = [_row(case, len(columns)) for case in cases]
        if any(reason for _, reason in rows):
            columns.append("gap")
            rows = [([*cells, reason], "") for cells, reason in rows]
        lines = [_line(columns), _line("---" for _ in columns)]
        return "\n".join([*lines, *(_line(cells) for cells, _ in rows)]) + "\n"
    return ""


def _row(case: Any, width: int) -> tuple[list[str], str]:
    """Return the cells of a case, and the reason why it is expected to fail, if it is."""
    reason = " ".join(mark.kwargs.get("reason", "") for mark in getattr(case, "marks", ()))
    values = getattr(case, "values", case) if not isinstance(case, str | dict) else case
    return [_cell(value) for value in (values if width > 1 else [_only(values)])], reason


def _only(values: Any) -> Any:
    """Return the value of a case with one column, which may stand bare or in a tuple."""
    return values[0] if isinstance(values, tuple) else values


def _cell(value: Any) -> str:
    if isinstance(value, tuple | list):
        text = "<br>".join(map(str, value)) or NOTHING
    elif value is None:
        text = "–"
    else:
        text = str(value)
    return text.replace("|", "\\|").replace("\n", "<br>")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _first_line(module: ModuleType) -> str:
    return (module.__doc__ or module.__name__).splitlines()[0]


def _sentence(text: str | None) -> str:
    return (text or "").strip().splitlines()[0].removesuffix(".")


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` tell whether it is stale."""
    text = render_specs()
    if arguments == ["--check"]:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
            print(f"{PAGE} is stale; run: python -m tests.spec.render", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
