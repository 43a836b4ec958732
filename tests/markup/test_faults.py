"""A fault of the program in one block of a page."""

from iomdocs.markup.directives.card import CardDirective
from tests.conftest import ROOTS
from tests.finished import html_page
from tests.formats.conftest import make


def test_a_fault_in_one_block_is_told_in_its_line_and_hides_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setattr(CardDirective, "show", lambda _self: 1 / 0)
    built = make("html", ROOTS / "town", tmp_path)
    assert "index.md:6: WARNING: ZeroDivisionError: division by zero" in built.warnings
    assert "please report it with the block" in built.warnings
    article = html_page(built.folder / "history.html").article
    assert article.select("[data-fact^='town.events']")


def test_a_table_has_a_label_a_date_and_sources_for_a_sentence(book):
    town = book("town")
    town.write(
        "life.md",
        "# Life\n\n## Growth\n\n{fact:label}`town.events`, {fact:asof}`town.events`"
        "{fact:source}`town.events`.\n\n:::{footbibliography}\n:::\n",
    )
    assert town.build("html") == 0
    article = html_page(town.out / "html" / "life.html").article
    assert "Events, as of 2020" in " ".join(article.get_text().split())
    assert article.select("[role=doc-footnote]")
