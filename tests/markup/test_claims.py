"""Disputed facts, quotations and values that nobody has checked, in all three formats."""

import pytest

from tests.finished import Occurrence, epub_pages, html_page, occurrences, pdf_text, squeezed


@pytest.fixture
def pages(village):
    """The page on history as HTML and as ePub."""
    html = html_page(village.out / "html" / "history.html").article
    return html, epub_pages(village.out / "village-book.epub")["history"]


@pytest.fixture
def pdf(village):
    return squeezed(pdf_text(village.out / "village-book.pdf"))


CLAIMS = """
12 towers|as of 1801|[Müller, 2021, Office of counting, 2020]|shown here|two sources|\
From the plan of a surveyor.
about 11 towers|as of 1801|[Office of counting, 2020]|also stated|recalled, not checked|
40 towers|as of April 1801|[Müller, 2021]|known to be wrong|confirmed by a source|Counts windows.
"""
CLAIMS = [line.split("|") for line in CLAIMS.strip().splitlines()]


def rows(table):
    return [[cell.get_text().strip() for cell in row("td")] for row in table.select("tbody tr")]


def test_claims_are_those_about_the_time_of_what_is_shown(pages):
    for page in pages:
        table = page.select_one("table.fact-claims")
        assert table.caption.get_text().rstrip("#") == "What sources say: Towers of the wall"
        assert [cell.get_text() for cell in table("th")] == [
            *("Value", "Time", "Said by", "Standing", "Confidence", "Note"),
        ]
        assert rows(table) == CLAIMS
        assert occurrences(table) == [
            Occurrence("village.wall@1801", "12"),
            Occurrence("village.wall@1801", "about 11"),
            Occurrence("village.wall@1801-04", "40"),
        ]


def test_claims_stand_in_the_pdf(pdf):
    position = pdf.index(squeezed("What sources say: Towers of the wall"))
    for row in CLAIMS:
        for cell in row:
            assert squeezed(cell) in pdf[position:]


def more(town, written):
    town.write("more.md", f"# More\n\n{written}\n")
    town.replace("index.md", "history\n", "history\nmore\n")
    assert town.build("html") == 0
    return html_page(town.out / "html" / "more.html").article


def test_all_claims_are_those_of_every_time(book):
    page = more(book("village"), ":::{fact:claims} village.wall\n:all:\n:caption: Towers\n:::")
    assert page.caption.get_text().startswith("Towers")
    shown = [(row[0], row[3]) for row in rows(page.table)]
    assert shown == [
        ("40 towers", "known to be wrong"),
        ("12 towers", "shown here"),
        ("about 11 towers", "also stated"),
        ("9 towers", "earlier"),
    ]


def test_claims_of_another_time_are_asked_for_by_a_day(book):
    page = more(book("town"), ":::{fact:claims} town.people@2020\n:::")
    assert [row[0] for row in rows(page.table)] == ["about 5,222 inhabitants", "6,333 inhabitants"]


def test_a_quotation_names_speaker_and_source(pages, pdf):
    for page in pages:
        quote = page.select_one("blockquote.fact-quote")
        assert occurrences(quote) == [
            Occurrence("village.saying", "Nobody who has seen it doesn’t come back.")
        ]
        attribution = quote.select_one(".attribution")
        assert attribution.get_text().strip("— \n") == (
            "The first station master, Almanac of the village [Müller, 2021]"
        )
        assert attribution.em.get_text() == "Almanac of the village"
        assert attribution.a["href"].startswith("sources.")
    position = pdf.index(squeezed("Nobody who has seen it doesn’t come back."))
    said = squeezed("The first station master, Almanac of the village [Müller, 2021]")
    assert said in pdf[position:]


MARK = "(recalled, not checked)"


def test_a_recalled_value_is_marked_in_a_sentence_in_every_format(town):
    pdf = squeezed(pdf_text(town.out / "town-book.pdf"))
    html = html_page(town.out / "html" / "life.html").article
    epub = epub_pages(town.out / "town-book.epub")["life"]
    for page in (html, epub):
        value = page.select_one("[data-fact='town.forest']")
        assert value.get_text() == "12.5 per cent"
        sentence = " ".join(value.find_parent("p").get_text().split())
        assert f"; 12.5 per cent {MARK} of the land" in sentence
        assert page.get_text().count(MARK) == 1
    assert squeezed(f"; 12.5 per cent {MARK} of the land") in pdf


def test_a_recalled_value_is_marked_by_every_role_and_in_cards(book):
    town = book("town")
    town.replace(
        "townfacts.py",
        'sources=["almanac"],\n                confidence="confirmed-by-source",\n            ),\n'
        "        ],\n    ),\n    Fact(\n        id=\"town.budget\"",
        'sources=["almanac"],\n                confidence="recalled-unverified",\n            ),\n'
        "        ],\n    ),\n    Fact(\n        id=\"town.budget\"",
    )  # fmt: skip
    page = more(
        town,
        "In {fact:year}`town.founded`, {fact:words}`town.founded`.\n\n"
        ":::{fact:card} The town\ntown.founded\n:::",
    )
    assert page.p.get_text() == f"In 1723 {MARK}, 9 June 1723 {MARK}."
    assert MARK in page.select_one(".fact-card dd").get_text()
