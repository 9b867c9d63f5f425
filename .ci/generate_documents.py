"""Write the generated documents, or with ``--check`` tell which are stale.

Enters: the schema and views, the golden sets. Leaves: ``docs/data_dictionary.md``,
``docs/accuracy.md``; exit status 1 if ``--check`` found one stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from etl.views.dictionary import render_dictionary  # noqa: E402 - after the path
from tests.golden.ratchet import render_accuracy  # noqa: E402

DOCUMENTS = {
    "docs/data_dictionary.md": render_dictionary,
    "docs/accuracy.md": render_accuracy,
}


def main(arguments: list[str]) -> int:
    """Write or check each generated document."""
    stale = []
    for name, render in DOCUMENTS.items():
        path = ROOT / name
        fresh = render().rstrip("\n") + "\n"
        if path.is_file() and path.read_text(encoding="utf-8") == fresh:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.write_text(fresh, encoding="utf-8")
    if "--check" in arguments and stale:
        print(f"stale: {', '.join(stale)}. Run make docs.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
