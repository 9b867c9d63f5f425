"""How tables are spelled: the metadata, and short constructors for commented columns.

Every column takes its comment as its second argument, so that none can be left without; the
comments enter the database and ``docs/data_dictionary.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from sqlalchemy.types import TypeEngine

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def column(
    name: str,
    comment: str,
    kind: type[TypeEngine[Any]] = sa.String,
    *,
    key: bool = False,
    null: bool = False,
    parent: str | None = None,
) -> sa.Column[Any]:
    """Return a commented column; ``parent`` is the ``table.column`` that it must be found in."""
    links = [sa.ForeignKey(parent)] if parent else []
    return sa.Column(
        name, kind, *links, primary_key=key, nullable=null, autoincrement=False, comment=comment
    )


def one_of(name: str, values: type[StrEnum] | Iterable[str]) -> sa.CheckConstraint:
    """Return the check that a column holds one of the codes, or nothing."""
    codes = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{name} in ({codes})", name=name)


def check(name: str, condition: str) -> sa.CheckConstraint:
    """Return a named check."""
    return sa.CheckConstraint(condition, name=name)
