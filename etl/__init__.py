"""Diurna: news into a database of conflict events.

The stages, in the order in which a document passes them:

1. ``read``: a source yields raw documents with what it knows of them.
2. ``parse``: main text, metadata, language, passages; offsets hold for ever.
3. ``extract``: sentences to mentions, each with its span.
4. ``resolve``: mentions to values, and values to reports.
5. ``load``: codings to Parquet, Parquet to DuckDB in one transaction.
6. ``link``: reports of one event become one event.
7. ``views``: ``sql/`` created anew and tried.
8. ``query``: a published snapshot for SQL, pandas and people.

``coders`` compose 3 and 4, ``pipeline`` 1 to 4 in parallel, ``ingest`` all; ``commands`` and
``flows`` call these. ``records``, ``codes``, ``ids``, ``issues`` and ``errors`` are shared by all.
"""
