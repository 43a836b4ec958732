"""One command, three formats, from any book that uses the extension."""

import json
from collections.abc import Iterator

import pytest

from iomdocs.cli import main
from tests.conftest import ROOTS, Book
from tests.differences import differences
from tests.finished import (
    Occurrence,
    dead_links,
    epub_pages,
    html_page,
    occurrences,
    pdf_text,
    squeezed,
)
from tests.publish.orchard import files
from tests.reproduce import epoch_of, open_folder, pair, settle

FACTS_OF_LIFE = [
    Occurrence("town.mayor", "Benoît Çelik"),
    Occurrence("town.mayor", "Ada Öztürk"),
    Occurrence("town.budget", "44.5 million Swiss francs"),
    Occurrence("town.forest", "12.5 per cent"),
    Occurrence("town.fair", "28 September to 3 October 2020"),
    Occurrence("town.languages", "German, French and Romansh"),
    Occurrence("town.bridges", "three"),
    Occurrence("town.motto", "Up & *on* #1 <b>$5_a@b</b>"),
    Occurrence("town.events[station].date", "2 November 1899"),
    Occurrence("town.people", "4,711"),
    Occurrence("town.people", "about 5,222"),
]


LISTS = {"SHA256SUMS", "manifest.json", "receipt.json"}
"""The files that list the others."""


def test_the_files_are_where_they_should_be(town):
    names = town.published()
    data = {"facts.json", "facts.schema.json"}
    books = {"town-book.pdf", "town-book.epub", "town-book-html.zip"}
    assert names == {"html", *books, *data, *LISTS}
    assert (town.out / "html" / "index.html").is_file()


def test_html_shows_each_fact_in_its_place(town):
    page = html_page(town.out / "html" / "life.html")
    assert occurrences(page.article) == FACTS_OF_LIFE
    time = page.select_one("time[data-fact='town.events[station].date']")
    assert time["datetime"] == "1899-11-02"
    assert page.select_one("data[data-fact='town.people']")["value"] == "4711"
    assert page.select_one("span[data-fact='town.mayor']")


def test_epub_shows_the_same_facts(town):
    pages = epub_pages(town.out / "town-book.epub")
    assert occurrences(pages["life"]) == FACTS_OF_LIFE
    html = html_page(town.out / "html" / "history.html")
    assert occurrences(pages["history"]) == occurrences(html.article)


def test_pdf_shows_the_same_facts(town):
    text = squeezed(pdf_text(town.out / "town-book.pdf"))
    position = text.index(squeezed("The mayor is Benoît"))
    for fact in FACTS_OF_LIFE:
        position = text.index(squeezed(fact.text), position)


def test_a_fact_leads_to_its_row_in_the_register(town):
    page = html_page(town.out / "html" / "life.html")
    link = page.select_one("[data-fact='town.budget']").find_parent("a")
    assert link["href"] == "register.html#fact-town.budget"
    register = html_page(town.out / "html" / "register.html")
    row = register.find(id="fact-town.budget").find_parent("tr")
    words = row.get_text(" ", strip=True)
    assert "Yearly budget" in words
    assert "44.5 million Swiss francs" in words
    assert "as of 2019" in words
    assert "Müller, 2021" in words
    assert [link["href"] for link in row.find_all("td")[3].find_all("a")] == ["life.html"]


def test_sources_stand_in_order_under_author_and_year(book):
    town = book("town")
    (town.source / "sources.bib").write_text(
        (town.source / "sources.bib").read_text("utf-8")
        + "@misc{z1, title={Later}, author={{Zoo}}, year={2001}}\n"
        + "@misc{z2, title={Earlier}, author={{Zoo}}, year={2001}}\n"
        + "@misc{three, title={T}, author={Ab, A and Bc, B and Cd, C}, year={2002}}\n"
        + "@misc{two, title={T}, author={Ab, A and Bc, B}}\n",
        "utf-8",
    )
    assert town.build("html") == 0
    page = html_page(town.out / "html" / "sources.html")
    labels = [label.get_text().strip("[]") for label in page.select(".citation .label")]
    assert labels == [
        "Ab and Bc, n.d.",
        "Ab et al., 2002",
        "Müller, 2021",
        "Office of counting, 2020",
        "Zoo, 2001a",
        "Zoo, 2001b",
    ]


def test_a_table_is_filtered_sorted_and_limited(town):
    page = html_page(town.out / "html" / "history.html")
    table = page.select_one("table.fact-table")
    rows = [[cell.get_text(strip=True) for cell in row.find_all("td")] for row in table("tr")]
    assert rows[1:] == [
        ["Railway station", "2 November 1899", "120,000"],
        ["The mill", "about 1850", "3,500"],
    ]
    assert [cell.get_text(strip=True) for cell in table("th")] == ["Event", "Date", "Cost"]


def test_a_timeline_is_in_order_and_within_its_bounds(town):
    page = html_page(town.out / "html" / "history.html")
    timeline = page.select_one("dl.fact-timeline")
    assert [term.get_text(strip=True) for term in timeline("dt")] == [
        "April 1801",
        "about 1850",
        "2 November 1899",
    ]
    assert "Water in the lower town, two days long" in timeline.get_text()


def test_the_edition_is_the_day_at_which_facts_are_read(book, town):
    later = book("town")
    later.replace("conf.py", "2021-03-04", "2023-01-01")
    assert later.build() == 0
    for folder, amount in ((town.out, "about 5,222"), (later.out, "7,999")):
        page = html_page(folder / "html" / "index.html")
        assert occurrences(page.article)[0].text == amount
        chapter = epub_pages(folder / "town-book.epub")["index"]
        assert occurrences(chapter)[0].text == amount
        assert f"with about {amount}" in pdf_text(folder / "town-book.pdf").replace("\r\n", " ")


def test_edition_and_licence_are_shown_in_every_format(town):
    html = html_page(town.out / "html" / "life.html").get_text(" ")
    epub = " ".join(page.get_text(" ") for page in epub_pages(town.out / "town-book.epub").values())
    pdf = pdf_text(town.out / "town-book.pdf")
    for text in (html, epub, pdf):
        assert "4 March 2021" in text
        assert "CC BY 4.0" in text


def test_facts_are_there_as_data(town):
    data = json.loads((town.out / "facts.json").read_text("utf-8"))
    facts = {fact["id"]: fact for fact in data["facts"]}
    assert len(facts) == 10
    assert facts["town.people"]["used_on"] == ["index", "life"]
    assert [s["text"] for s in facts["town.people"]["statements"]] == [
        "4,711",
        "about 5,222",
        "6,333",
        "7,999",
    ]
    assert facts["town.people"]["statements"][2]["rank"] == "deprecated"
    assert data["sources"]["census"]["author"] == "Office of counting"


def test_a_book_without_facts_and_bibliography_builds_too(book, capfd):
    plain = book("plain")
    assert plain.build() == 0
    assert plain.published() == {
        "html",
        "plain-book.pdf",
        "plain-book.epub",
        "plain-book-html.zip",
        *LISTS,
    }
    assert "2 topics" in capfd.readouterr().out
    assert "A book without a single fact" in pdf_text(plain.out / "plain-book.pdf")


def test_a_book_may_bring_a_theme_as_an_installed_package_does(book):
    """In a folder that ``conf.py`` adds to the path of Python; it is looked at with each build."""
    plain = book("plain")
    package = plain.source.parent / "packages"
    own = package / "own_theme"
    own.mkdir(parents=True)
    (own / "__init__.py").write_text(OWN_THEME, "utf-8")
    (own / "theme.conf").write_text("[theme]\ninherit = basic\nstylesheet = own.css\n", "utf-8")
    (package / "own_theme-1.dist-info").mkdir()
    offered = "[sphinx.html_themes]\nown_theme = own_theme\n"
    (package / "own_theme-1.dist-info" / "entry_points.txt").write_text(offered, "utf-8")
    conf = f"import sys\nsys.path.insert(0, {str(package)!r})\n"
    plain.replace("conf.py", "\nproject", f"\n{conf}project")
    plain.replace("conf.py", "sphinx_book_theme", "own_theme")
    beside = plain.source.parent / "beside.txt"
    beside.write_text("What stands beside it.", "utf-8")
    page = (plain.source / "index.md").read_text("utf-8")
    plain.write("index.md", f"{page}\n```{{include}} ../{beside.name}\n```\n")
    assert plain.build("html") == 0
    assert "own.css" in (plain.out / "html" / "index.html").read_text("utf-8")
    plain.write("index.md", page)  # what stands beside the book is not used any more
    (own / "__init__.py").write_text(OWN_THEME.replace("Made.", "Made anew."), "utf-8")
    assert plain.build("html") == 0
    assert "<p>Made anew.</p>" in (plain.out / "html" / "second.html").read_text("utf-8")


OWN_THEME = """
from pathlib import Path


def setup(app):
    app.add_html_theme("own_theme", Path(__file__).parent)
    app.connect("html-page-context", add)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add(app, page, template, context, tree):
    context["body"] = context.get("body", "") + "<p>Made.</p>"
"""


def test_one_format_alone_leaves_nothing_of_another(book, tmp_path):
    """Neither a file nor a link to one, whatever was published before and is kept of it."""
    plain = book("plain")
    assert plain.build() == 0
    assert plain.build("html") == 0
    alone = Book("plain", tmp_path / "alone")
    assert alone.build("html") == 0
    assert files(plain.out) == files(alone.out)
    assert plain.published() == {"html", "plain-book-html.zip", *LISTS}
    assert not [path for path in plain.out.rglob("*") if path.suffix in {".pdf", ".epub"}]
    assert dead_links(plain.out / "html") == []
    pages = [page.read_text("utf-8") for page in plain.out.rglob("*.html")]
    assert not [page for page in pages if "plain-book.pdf" in page or "plain-book.epub" in page]


def test_files_of_others_are_never_deleted(book, capfd):
    plain = book("plain")
    plain.out.mkdir()
    (plain.out / "thesis.pdf").write_bytes(b"mine")
    assert plain.build("html") == 1
    assert main(["clean", "--out", str(plain.out)]) == 1
    assert "holds other things than published files" in capfd.readouterr().err
    assert (plain.out / "thesis.pdf").read_bytes() == b"mine"


@pytest.fixture(scope="module")
def longer(tmp_path_factory) -> Book:
    """The town book with a fact in a link, and facts and notes in a title and in a long table."""
    town = Book("town", tmp_path_factory.mktemp("longer"))
    town.write("more.md", "# More\n\n[All {fact}`town.bridges` bridges](life.md) and more.\n")
    rows = "".join(f"| row {number} | more |\n" for number in range(90))
    town.write(
        "long.md",
        "# All {fact}`town.bridges` bridges{fact:source}`town.bridges`\n\n"
        "| In {fact}`town.people@1990` houses{fact:source}`town.people@1990` | B |\n"
        f"|---|---|\n{rows}\n## Sources\n\n:::{{footbibliography}}\n:::\n",
    )
    town.replace("index.md", "history\n```", "history\nmore\nlong\n```")
    assert town.build() == 0
    return town


def test_a_fact_in_a_link_leads_where_the_link_leads(longer):
    link = html_page(longer.out / "html" / "more.html").article.p.a
    assert link["href"] == "life.html"
    assert not link.find("a")
    assert link.select_one("[data-fact='town.bridges']").get_text() == "3"


@pytest.mark.parametrize("language", ["fr", "de", "ru", "ar", "zh_CN", "ja"])
def test_values_have_words_in_any_language(book, language):
    town = book("town")
    town.replace("conf.py", 'language = "en"', f'language = "{language}"')
    assert town.build("html", "epub") == 0


def test_facts_and_notes_may_stand_in_titles_and_in_the_header_of_a_long_table(longer):
    assert "In 4,711 houses" in pdf_text(longer.out / "town-book.pdf").replace("\r\n", " ")


def test_what_is_no_result_is_never_replaced(book, capfd):
    plain = book("plain")
    for out in (plain.source, plain.source.parent):
        before = sorted(out.rglob("*"))
        for command in ("build", "clean"):
            assert main([command, "--source", str(plain.source), "--out", str(out)]) == 1
            assert "holds other things than published files" in capfd.readouterr().err
        assert sorted(out.rglob("*")) == before
    plain.out.write_text("a file where the folder should be")
    assert plain.build("html") == 1
    assert plain.out.read_text() == "a file where the folder should be"


def test_a_result_that_cannot_be_written_is_told(book, capfd):
    plain = book("plain")
    out = plain.source / "index.md" / "build"
    assert main(["build", "--source", str(plain.source), "--out", str(out)]) == 1
    told = capfd.readouterr().err
    assert "index.md" in told
    assert "Traceback" not in told


def test_two_formats_can_be_chosen(book):
    plain = book("plain")
    assert plain.build("pdf", "epub") == 0
    assert plain.published() == {"plain-book.pdf", "plain-book.epub", *LISTS}


@pytest.fixture(scope="module")
def again() -> Iterator[tuple[Book, str]]:
    """The town book built once more by somebody else, and what the command told of it."""
    with open_folder() as folder:
        _, builder = pair(folder, epoch_of(ROOTS / "town"))
        settle(builder, ROOTS / "town", "docs")
        yield Book("town", builder.checkout), builder.build()


def test_the_same_sources_give_the_same_bytes(again, town):
    """Whoever builds them, wherever and however, as ``make reproduce`` does with the handbook."""
    other, _ = again
    assert list(differences(town.out, other.out)) == []


def test_the_command_tells_steps_files_and_counts(again):
    _, told = again
    steps = ["Checking the sources", "Reading the sources", "Writing HTML, PDF, ePub", "Putting"]
    assert [told.index(step) for step in steps] == sorted(told.index(step) for step in steps)
    assert "5 topics, 10 facts, 2 sources" in told
    assert "PDF pages" in told
    for name in ("html/index.html", "town-book.pdf", "town-book.epub", "facts.json"):
        assert name in told


@pytest.mark.parametrize("command", ["build", "check", "serve", "clean", "test"])
def test_help_shows_an_example(command, capsys):
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert f"example:\n  iomdocs {command}" in capsys.readouterr().out


def test_an_unknown_format_is_named(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["build", "docx"])
    assert "'docx' is no format; choose from html, pdf, epub" in capsys.readouterr().err


def test_check_finds_nothing_wrong_and_writes_nothing(book, capfd):
    town = book("town")
    assert main(["check", "--source", str(town.source), "--out", str(town.out)]) == 0
    assert "Nothing is wrong: 5 topics" in capfd.readouterr().out
    assert not town.out.exists()


def test_clean_deletes_only_what_was_published(book, tmp_path, capfd):
    plain = book("plain")
    assert plain.build("html") == 0
    assert main(["clean", "--out", str(plain.out)]) == 0
    assert not plain.out.exists()
    assert main(["clean", "--out", str(plain.source)]) == 1
    assert "holds other things than published files" in capfd.readouterr().err
    assert (plain.source / "conf.py").exists()


def test_a_book_can_be_built_from_a_process_that_has_used_typst(book):
    import typst

    typst.compile(b"= Threads of Typst are running now")
    plain = book("plain")
    assert plain.build("pdf") == 0
