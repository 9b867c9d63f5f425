"""The place index: built once from pinned inputs into a cache folder, opened read-only.

``open_gazetteer()`` gives it, building it at first use (about half a minute). The file's name holds
a hash of its inputs, so that a new version of one makes a new file; it appears by an atomic rename,
so that processes that build at the same time do no harm. ``DIURNA_CACHE`` names another folder.

Towns and units are by GeoNames (https://www.geonames.org), CC BY 4.0.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

from etl.gazetteer.index import Entry, Gazetteer

__all__ = ["CREDIT", "Entry", "Gazetteer", "gazetteer_path", "open_gazetteer"]

CREDIT = "Place data: GeoNames (https://www.geonames.org), CC BY 4.0"
_CODE = ("folding.py", "naming.py", "sources.py", "build.py")  # what makes the rows


def _cache_folder() -> Path:
    if folder := os.environ.get("DIURNA_CACHE"):
        return Path(folder)
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return root / "diurna"


def gazetteer_path() -> Path:
    """Return where the gazetteer of the present inputs is, or will be."""
    from etl.gazetteer.sources import describe_inputs

    digest = blake2b(digest_size=8)
    for part in describe_inputs():
        digest.update(part)
    for name in _CODE:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return _cache_folder() / f"gazetteer-{digest.hexdigest()}.sqlite"


@cache
def open_gazetteer() -> Gazetteer:
    """Return the gazetteer, one a process; it is built first if it is not there.

    Raises:
        ReferenceDataError: it cannot be built from the tables and packages that are there.
    """
    path = gazetteer_path()
    if not path.exists():
        from etl.gazetteer.build import build_gazetteer

        sys.stderr.write(f"Building the gazetteer in {path.parent}, once, half a minute ...\n")
        build_gazetteer(path)
    return Gazetteer(path)
