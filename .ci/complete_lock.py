"""Make a lock of pip-compile one that the pip of Python 3.11 (23.2) takes, as newer ones do.

Under ``--require-hashes`` that pip does not see that ``name[extra]==version`` pins ``name`` too:
each such line is repeated without the extra. And it takes ``html-clean`` and ``html_clean`` for two
extras: extras are written with an underscore, as the packages that ask for them do.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_BLOCKS = re.compile(r"(?m)^(?=[A-Za-z0-9])")
_EXTRAS = re.compile(r"^([\w.-]+)\[([^\]]+)\](?===)")


def complete(lock: str) -> str:
    """Return the lock with a line for the package alone before each line with extras."""
    completed: dict[str, None] = {}
    for block in _BLOCKS.split(lock):
        if match := _EXTRAS.match(block):
            name, extras = match[1], match[2].replace("-", "_")
            completed[_EXTRAS.sub(name, block)] = None
            completed[_EXTRAS.sub(f"{name}[{extras}]", block)] = None
        else:
            completed[block] = None
    return "".join(completed)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(complete(path.read_text(encoding="utf-8")), encoding="utf-8")
