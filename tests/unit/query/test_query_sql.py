"""What the parent accepts from the process that runs a statement."""

from __future__ import annotations

import os
import pickle

import pytest

from etl.errors import QueryError
from etl.query.sql import _read_result


class _Attack:
    def __reduce__(self) -> tuple[object, ...]:
        return os.getcwd, ()


def test_only_plain_values_are_unpickled() -> None:
    """Output that would call anything is refused, whatever else it holds."""
    data = pickle.dumps(("columns", ["a"], ["INTEGER"])) + pickle.dumps(("rows", [(_Attack(),)]))
    with pytest.raises(QueryError, match="getcwd"):
        _read_result(data)


def test_output_that_breaks_off_is_no_result() -> None:
    """Without its end a result is not taken for whole."""
    data = pickle.dumps(("columns", ["a"], ["INTEGER"])) + pickle.dumps(("rows", [(1,)]))
    with pytest.raises(QueryError, match="ended before"):
        _read_result(data)
