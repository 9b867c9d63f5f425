"""Deterministic ids: hashes of natural keys, so that workers need no coordination.

The same key gives the same id on every machine and in every run; nothing that changes between
runs (clock, host, order) may enter a key.
"""

from __future__ import annotations

from hashlib import blake2b

_SEPARATOR = "\x1f"


def make_id(*key: str | int | None) -> str:
    """Return the 16 hex digits that stand for a natural key.

    The parts are joined by a unit separator; ``None`` and the empty string differ.
    """
    parts = ("\x00" if part is None else str(part) for part in key)
    return blake2b(
        _SEPARATOR.join(parts).encode("utf-8", "surrogatepass"), digest_size=8
    ).hexdigest()


def hash_text(text: str) -> str:
    """Return the 32 hex digits that stand for a document's text (its content hash)."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
