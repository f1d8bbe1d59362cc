"""What the tests of this room share: one engine, since opening it is the costly part."""

from __future__ import annotations

import pytest

from fullest.corpus.corpus import open_corpus
from fullest.determination.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine on the corpus as it stands."""
    return Engine(open_corpus())
