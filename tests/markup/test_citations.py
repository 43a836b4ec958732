"""Notes in the text, as they come from roles that stand side by side."""

from collections import Counter

from pybtex import markup, plugin

from tests.finished import html_page
from tests.formats.conftest import build, write_files


def test_notes_side_by_side_are_shown_once_and_in_order(book):
    town = book("town")
    town.write(
        "more.md",
        "# More\n\nFirst.{footcite}`census` Then.{fact:source}`town.mayor`{footcite}`census`"
        "{fact:source}`town.people` And {footcite}`almanac` {footcite}`almanac`.\n\n"
        "## Sources\n\n:::{footbibliography}\n:::\n",
    )
    town.replace("index.md", "history\n```", "history\nmore\n```")
    assert town.build("html") == 0
    page = html_page(town.out / "html" / "more.html")
    paragraph = page.article.p
    assert paragraph.get_text() == "First.[1] Then.[1][2] And [2] [2]."
    for note in page.select("[role=doc-footnote]"):
        ways_back = {link["href"] for link in note.select("[role=doc-backlink]")}
        references = page.select(f"a.footnote-reference[href='#{note['id']}']")
        assert ways_back == {f"#{reference['id']}" for reference in references}


def test_an_address_is_printed_with_its_own_hyphens(book):
    town = book("town")
    address = "https://example.org/the-town---a--history"
    tale = f"@misc{{tale, title = {{A tale}}, url = {{{address}}}}}"
    town.replace("sources.bib", "@book{almanac", f"{tale}\n\n@book{{almanac")
    town.write("more.md", "# More\n\nOld.{footcite}`tale`\n\n:::{footbibliography}\n:::\n")
    town.replace("index.md", "history\n```", "history\nmore\n```")
    assert town.build("html") == 0
    page = html_page(town.out / "html" / "more.html")
    assert page.select_one(f"a[href='{address}']").get_text() == address


def test_citations_neither_search_the_installed_packages_nor_read_a_field_again(
    tmp_path, monkeypatch
):
    searches, read = Counter(), Counter()
    search, parser = plugin.entry_points, markup.LaTeXParser

    def counted(**asked):
        searches[tuple(asked.values())] += 1
        return search(**asked)

    def reading(latex):
        read[latex] += 1
        return parser(latex)

    monkeypatch.setattr(markup, "LaTeXParser", reading)
    monkeypatch.setattr(plugin, "entry_points", counted)
    files = {
        "conf.py": 'extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]\n'
        'bibtex_bibfiles = ["sources.bib"]\n',
        "sources.bib": "@misc{tale, title = {A tale of nine}, author = {Ann Other}}\n",
        "index.md": f"# Book\n\n{'{cite}`tale` ' * 9}\n\n```{{bibliography}}\n```\n",
    }
    page = build("html", write_files(tmp_path / "source", files), tmp_path) / "index.html"
    assert html_page(page).get_text().count("[Oth]") == 9 + 1
    assert searches
    assert max(searches.values()) < 9
    assert read["A tale of nine"] == 1
