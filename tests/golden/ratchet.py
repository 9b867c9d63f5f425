"""The figures on the golden sets that the default coder must not fall below.

Enters: ``dev-*.jsonl`` beside this file, labels aside. Leaves: the figures of each set; as a program
(``make ratchet``), a ``ratchet.json`` in which each figure is the better of what it was and what it
is. Lowering a figure is done by hand, with the reason in the commit.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from etl.evaluate import evaluate, load_gold, score_documents
from etl.evaluate.accuracy import code_gold

FOLDER = Path(__file__).parent
RATCHET = FOLDER / "ratchet.json"
SETS = ("dev-a", "dev-b", "dev-c", "dev-d")
FIGURES = (
    "event F1",
    "slot F1",
    "type accuracy",
    "status accuracy",
    "initiator F1",
    "target F1",
    "place@25km",
    "country",
    "date",
    "killed exact, told",
    "wounded exact, told",
)
DIGITS = 3


@cache
def predict(name: str) -> dict[str, dict[str, Any]]:
    """Return the predictions for a golden set, by document id."""
    return {key: row for key, (row, _) in code_gold(FOLDER / f"{name}.jsonl").items()}


@cache
def measure(name: str) -> dict[str, float]:
    """Return the ratcheted figures of a golden set."""
    tallies = score_documents(load_gold(FOLDER / f"{name}.jsonl"), predict(name))
    figures = evaluate(tallies, resamples=0)
    return {key: round(figures[key].value or 0.0, DIGITS) for key in FIGURES}


def main() -> None:
    """Write the better of the old and the new figures, and tell what moved."""
    old = json.loads(RATCHET.read_text(encoding="utf-8")) if RATCHET.is_file() else {}
    new = {}
    for name in SETS:
        before, now = old.get(name, {}), measure(name)
        new[name] = {key: max(before.get(key, 0.0), value) for key, value in now.items()}
        for key, value in now.items():
            moved = f"{value - before.get(key, 0.0):+.{DIGITS}f}"
            print(f"{name}  {key:<20} {value:.{DIGITS}f}  {moved}")
    RATCHET.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
