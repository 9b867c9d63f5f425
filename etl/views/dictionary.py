"""The data dictionary: every table, view and column with its comment, as Markdown."""

from __future__ import annotations


def render_dictionary() -> str:
    """Return the text of ``docs/data_dictionary.md``."""
    raise NotImplementedError
