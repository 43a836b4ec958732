"""The records of the handbook, for the tests that compare what is published with them."""

import pytest

from iomdocs.facts import registry
from tests.conftest import HANDBOOK


@pytest.fixture(scope="module")
def facts():
    """The facts of the handbook by id, read from their records."""
    return registry.load("iomdocs.iom", HANDBOOK, [HANDBOOK / "sources.bib"])
