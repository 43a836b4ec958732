"""The books that are measured are what the rows of the table say of them."""

import re
from pathlib import Path

import pytest

from iomdocs.cli import main
from tests.bench import records
from tests.bench.book import Book, Form, write
from tests.formats.conftest import make

SMALL = Book(pages=9)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The small book in each form."""
    folder = tmp_path_factory.mktemp("books")
    for form in Form:
        write(folder / form.value, SMALL, form)
    return folder


def contents(folder: Path):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("pages", [5, 12, 13, 14, 31, 221, 1001])
def test_a_book_has_as_many_pages_as_asked(pages):
    parts = Book(pages=pages).parts
    assert 1 + len(parts) + sum(map(len, parts.values())) == pages
    assert all(parts.values())


def test_a_book_too_short_for_its_changed_fact_is_refused():
    with pytest.raises(ValueError, match="the least is 5"):
        Book(pages=4)


def test_the_same_size_gives_the_same_bytes(folder, tmp_path):
    for form in Form:
        write(tmp_path / form.value, SMALL, form)
    assert contents(tmp_path) == contents(folder)


def test_all_forms_have_the_same_pages(folder):
    values = records.values(len(SMALL.texts))
    assert len(list((folder / Form.STOCK.value).rglob("*.md"))) == SMALL.pages
    for text in SMALL.texts:
        pages = [(folder / form.value / f"{text}.md").read_text("utf-8") for form in Form]
        typed = re.sub("{fact}`(.+?)`", lambda role: records.printed(values[role[1]]), pages[0])
        assert typed != pages[0]
        assert pages[1:] == [typed, typed]


@pytest.mark.parametrize(("pages", "facts"), [(5, 1), (31, 3), (221, 3), (221, 20)])
def test_three_pages_show_the_changed_fact(pages, facts):
    book = Book(pages=pages, facts=facts)
    showing = [text for text, shown in book.shown.items() if records.WATCHED in shown]
    assert showing == list(book.watched)
    assert len(showing) == 3
    assert all(len(shown) == facts for shown in book.shown.values())


def test_the_book_is_published_without_findings(folder, tmp_path):
    source, out = folder / Form.FACTS.value, tmp_path / "build"
    assert main(["build", "html", "--source", str(source), "--out", str(out)]) == 0
    pages = {
        path.relative_to(out / "html").with_suffix("").as_posix()
        for path in (out / "html").rglob("*.html")
        if f'data-fact="{records.WATCHED}"' in path.read_text("utf-8")
    }
    assert pages == {*SMALL.watched, "register"}


@pytest.mark.parametrize("form", [Form.PLAIN, Form.STOCK])
def test_the_book_without_facts_is_built_without_warnings(folder, tmp_path, form):
    assert make("dummy", folder / form.value, tmp_path).warnings == ""
