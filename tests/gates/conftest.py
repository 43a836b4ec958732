"""The two books that every gate looks at: the handbook, and one that has nothing to do with it."""

import pytest

from tests.conftest import Book, shared_book
from tests.gates.browser import website


@pytest.fixture(scope="session")
def workbook(tmp_path_factory) -> Book:
    """The foreign book as a website; not to be changed."""
    return shared_book(tmp_path_factory, "workbook", "html")


@pytest.fixture(scope="session")
def workbook_epub(tmp_path_factory):
    """The ePub of the foreign book."""
    return shared_book(tmp_path_factory, "workbook", "epub").out / "workbook.epub"


@pytest.fixture(scope="module")
def handbook_site(browser, handbook):
    with website(browser, handbook / "html") as site:
        yield site


@pytest.fixture(scope="module")
def workbook_site(browser, workbook):
    with website(browser, workbook.out / "html") as site:
        yield site


@pytest.fixture
def faulty(tmp_path):
    """A website of one page that has a fault for every gate."""
    (tmp_path / "index.html").write_text(FAULTY, "utf-8")
    return tmp_path


FAULTY = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Faulty</title></head>
<body>
<main>
<h1>Faulty</h1>
<p style="color: #aaa; background: #fff">Pale words.</p>
<img src="missing.png" alt="Not there">
<p><a href="#nowhere">A link to no place of the page</a></p>
<p><a href="missing.html">A link to no page</a></p>
<p id="twice">One</p><p id="twice">Two</p>
<button style="outline: none; box-shadow: none">Does not show that it has focus</button>
</main>
</body>
</html>
"""
