"""Issues: doubts and refusals that become rows, so that one bad input never stops the rest.

An ``Issue`` enters the ``issues`` table with the run that met it. Severity ``refused`` means that
the input gave nothing; ``doubt`` means that it was used and something about it is uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much an issue costs."""

    DOUBT = "doubt"
    REFUSED = "refused"


class Stage(StrEnum):
    """The stage of the way of the data that met the issue."""

    READ = "read"
    PARSE = "parse"
    EXTRACT = "extract"
    RESOLVE = "resolve"
    LOAD = "load"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Issue:
    """One doubt or refusal.

    ``code`` is a short name for counting (``empty_file``, ``not_text``, ``mojibake``), ``message``
    a sentence: what, where, what next. ``source_key`` names the input, ``document_id`` the
    document where there is one.
    """

    stage: Stage
    severity: Severity
    code: str
    message: str
    source_key: str | None = None
    document_id: str | None = None
