"""Repeat each ``name[extra]==version`` of a lock as ``name==version``.

The pip that comes with Python 3.11 (23.2) does not see that the first pins the second, and refuses
such a lock under ``--require-hashes``. Newer ones take both.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_BLOCKS = re.compile(r"(?m)^(?=[A-Za-z0-9])")
_EXTRAS = re.compile(r"^([\w.-]+)\[[^\]]+\](?===)")


def complete(lock: str) -> str:
    """Return the lock with a line for the package alone before each line with extras."""
    completed: list[str] = []
    for block in _BLOCKS.split(lock):
        if _EXTRAS.match(block):
            completed.append(_EXTRAS.sub(r"\1", block))
        completed.append(block)
    return "".join(completed)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(complete(path.read_text(encoding="utf-8")), encoding="utf-8")
