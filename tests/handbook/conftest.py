"""The handbook as it is published, read once, and its records, to compare it with them."""

import gc

import pytest

from iomdocs.facts import registry
from tests.conftest import HANDBOOK
from tests.finished import epub_pages, html_pages


@pytest.fixture(scope="module")
def facts():
    """The facts of the handbook by id, read from their records."""
    return registry.load("iomdocs.iom", HANDBOOK, [HANDBOOK / "sources.bib"])


@pytest.fixture(scope="session")
def html(handbook):
    """The pages of the website by their names; not to be changed."""
    pages = html_pages(handbook / "html")
    gc.freeze()  # much that stays, which no search for rubbish needs to look through
    return pages


@pytest.fixture(scope="session")
def epub(handbook):
    """The chapters of the ePub by their names; not to be changed."""
    chapters = epub_pages(handbook / "iom-handbook.epub")
    gc.freeze()
    return chapters
