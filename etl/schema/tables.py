"""All tables, in the order in which they can be loaded: parents before children.

``metadata`` is the one source of keys, checks and comments: migrations, the loader's SQL and the
data dictionary are made from it. Meanings are the codebook's.
"""

from __future__ import annotations

from etl.schema import documents, events, lookups, reports
from etl.schema.columns import metadata

__all__ = ["documents", "events", "lookups", "metadata", "reports"]
