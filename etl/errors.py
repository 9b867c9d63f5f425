"""Errors that Diurna raises on purpose: each says what went wrong, where, and what to do next.

A ``TransientError`` may go away when tried again (a locked file, a timeout); a ``TerminalError``
will not (a missing file, a database of a newer version). Bad input is no error but an issue row:
see ``etl.issues``. The command line prints an error's text on one line and no traceback.
"""

from __future__ import annotations


class DiurnaError(Exception):
    """Base of all errors that are told to the user as one line."""


class TransientError(DiurnaError):
    """Trying again later may succeed."""


class TerminalError(DiurnaError):
    """Trying again will not help: the user has to change something."""


class UsageError(TerminalError):
    """The command was called wrongly (exit status 2)."""


class SourceError(TerminalError):
    """A source of documents cannot be read at all."""


class ReferenceDataError(TerminalError):
    """A file under ``seeds/reference`` is missing or malformed."""


class DatabaseError(TerminalError):
    """The database is missing, of another version, or not what was expected."""


class DatabaseLockedError(TransientError):
    """Another process has the database open for writing."""


class QueryError(TerminalError):
    """Ad-hoc SQL was refused, stopped at a limit, or failed."""
