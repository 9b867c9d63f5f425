"""Where the files that ship with Diurna are, in a checkout and in an installed wheel.

``seeds/reference``, ``sql`` and ``migrations`` stand beside ``etl`` in a checkout and below
``etl/_data`` in a wheel.
"""

from __future__ import annotations

import csv
from functools import cache
from hashlib import blake2b
from pathlib import Path

from etl.errors import ReferenceDataError

_PACKAGE = Path(__file__).resolve().parent


@cache
def data_root() -> Path:
    """Return the folder that holds ``sql``, ``migrations`` and ``seeds``.

    Raises:
        ReferenceDataError: the installation is incomplete.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent):
        if (root / "seeds" / "reference").is_dir():
            return root
    message = f"{_PACKAGE}: no seeds/reference beside or below it; install Diurna again."
    raise ReferenceDataError(message)


def reference_path(name: str) -> Path:
    """Return the path of a file under ``seeds/reference``.

    Raises:
        ReferenceDataError: there is no such file.
    """
    path = data_root() / "seeds" / "reference" / name
    if not path.is_file():
        message = f"{path}: missing; install Diurna again or restore the file."
        raise ReferenceDataError(message)
    return path


def hash_installation(*packages: str) -> str:
    """Return 16 hex digits that stand for the reference data and the code of some packages.

    Whatever a coding depends on but the text and the libraries is in one or the other.
    """
    digest = blake2b(digest_size=8)
    folders = [data_root() / "seeds" / "reference", *(_PACKAGE / name for name in packages)]
    for folder in folders:
        for path in sorted((*folder.glob("*.csv"), *folder.glob("*.py"))):
            digest.update(path.name.encode())
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def read_reference(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file under ``seeds/reference``, cells stripped, as text.

    Lines that begin with ``#`` are comments.

    Raises:
        ReferenceDataError: the file is missing or a row has more cells than the header.
    """
    path = reference_path(name)
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(line for line in lines if not line.startswith("#"))
        rows = []
        for row in reader:
            if None in row:
                message = f"{path}, line {reader.line_num}: more cells than the header has."
                raise ReferenceDataError(message)
            rows.append({key: (value or "").strip() for key, value in row.items()})
    return rows
