"""What the specs of the whole coder have: the coder, opened once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from etl.coders import open_coder

if TYPE_CHECKING:
    from etl.coders import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The default coder, with its model and reference data."""
    return open_coder()
