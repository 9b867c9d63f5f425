"""Coders: what turns a parsed document into a coding.

A coder is deterministic: the same text and the same ``info`` give the same coding, byte for byte.
``open_coder`` opens one by name; ``rules`` is the default.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from etl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.records import CoderInfo, Coding, Document, Passage

DEFAULT_CODER = "rules"


class Coder(Protocol):
    """Anything that codes documents by the codebook."""

    @property
    def info(self) -> CoderInfo:
        """Name, version and configuration hash, stored with every coding."""

    def code_document(self, document: Document, passages: Sequence[Passage]) -> Coding:
        """Return the reports that a document tells, in the order of the text."""


def open_coder(name: str = DEFAULT_CODER) -> Coder:
    """Return a coder by its name, with its models and reference data loaded.

    Raises:
        UsageError: there is no coder of that name.
    """
    if name == "rules":
        from etl.coders.rules import RuleCoder

        return RuleCoder()
    message = f"no coder is named {name!r}; there is: rules."
    raise UsageError(message)
