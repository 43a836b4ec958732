"""Books with the facts of a day in the past: the same past in every format."""

import re

import pytest

from iomdocs.cli import main
from tests.finished import epub_pages, html_page, occurrences, pdf_text, squeezed

DAYS = ("1950-12-31", "1952-12-31", "1975-06-30", "1985-01-01", "2021-03-04")


class Edition:
    """The league book with the facts of one day, read back from its three formats."""

    def __init__(self, folder):
        self.folder = folder
        self.html = html_page(folder / "html" / "index.html")
        self.epub = epub_pages(folder / "league-book.epub")
        self.pdf = squeezed(pdf_text(folder / "league-book.pdf"))

    @property
    def article(self):
        return self.html.article

    def shown(self, fact):
        """What the front page prints of a fact, each text once."""
        return {text for id_, text in occurrences(self.article) if id_ == fact}

    def column(self, caption, number=0):
        """The cells of a column of the table with a caption."""
        table = next(t for t in self.article.select("table") if caption in t.caption.get_text())
        rows = table.select("tbody tr")
        return [row.select("td, th")[number].get_text().strip() for row in rows]


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    from tests.conftest import Book

    made = {}
    source = Book("league", tmp_path_factory.mktemp("league")).source

    def of(day):
        if day not in made:
            out = tmp_path_factory.mktemp("edition") / day
            assert main(["build", "--as-of", day, "--source", str(source), "--out", str(out)]) == 0
            made[day] = Edition(out)
        return made[day]

    return of


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("1950-12-31", "[no record]"),
        ("1952-12-31", "1"),
        ("1975-06-30", "2"),
        ("1985-01-01", "2"),
        ("2021-03-04", "4"),
    ],
)
def test_a_fact_takes_the_statement_of_the_day(edition, day, count):
    pinned = "2"
    assert edition(day).shown("league.members.number") == {count, pinned}


def test_what_did_not_exist_yet_says_so(edition):
    assert edition("1950-12-31").shown("league.founded") == {"[not yet]"}
    assert edition("1952-12-31").shown("league.founded") == {"5 December 1951"}
    assert edition("1952-12-31").shown("league.head") == {"[not yet]"}
    assert "[not yet] (on 31 December 1952)" in " ".join(
        edition("1952-12-31").article.get_text().split()
    )


def test_an_end_that_lies_ahead_is_not_told(edition):
    words = " ".join(edition("1975-06-30").article.get_text().split())
    assert "Ada Öztürk (since 1 January 1960)" in words
    assert "1979" not in words
    assert edition("1975-06-30").shown("league.heads[ozturk].end") == {"[not yet]"}
    assert edition("1975-06-30").column("Heads", 2) == [""]
    assert edition("1985-01-01").column("Heads", 2) == ["31 December 1979", ""]


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1952-12-31", ["Ireland"]),
        ("1975-06-30", ["Ireland", "Türkiye"]),
        ("1985-01-01", ["Bolivia (Plurinational State of)", "Ireland", "Türkiye"]),
        (
            "2021-03-04",
            ["Bolivia (Plurinational State of)", "Côte d’Ivoire", "Ireland", "Palau"],
        ),
    ],
)
def test_a_list_has_the_members_of_the_day(edition, day, members):
    assert edition(day).column("Members") == members


def test_a_member_without_a_date_is_named_as_missing_from_the_list(edition):
    gap = edition("1985-01-01").article.select_one(".fact-gap").get_text()
    assert "not known whether they belong there on 1 January 1985: Palau." in gap
    assert edition("2021-03-04").article.select_one(".fact-gap") is None


def test_a_cell_of_a_row_that_began_later_is_not_told(edition):
    assert edition("1975-06-30").shown("league.heads[celik].start") == {"[not yet]"}
    assert edition("1985-01-01").shown("league.heads[celik].start") == {"1 January 1980"}


def test_a_list_cut_to_a_day_holds_on_that_day(edition):
    register = html_page(edition("1975-06-30").folder / "html" / "register.html")
    row = register.find(id="fact-league.members").find_parent("tr")
    assert "table of 2 rows as of 30 June 1975" in " ".join(row.get_text(" ").split())
    register = html_page(edition("2021-03-04").folder / "html" / "register.html")
    row = register.find(id="fact-league.members").find_parent("tr")
    assert "as of 1 January 2020" in " ".join(row.get_text(" ").split())


def test_a_list_that_had_nothing_yet_says_so(edition):
    gaps = [gap.get_text() for gap in edition("1950-12-31").article.select(".fact-gap")]
    assert gaps == ["There is nothing to show for 31 December 1950."] * 3


@pytest.mark.parametrize("day", DAYS)
def test_the_three_formats_have_the_same_past(edition, day):
    made = edition(day)
    facts = occurrences(made.article)
    assert facts == occurrences(made.epub["index"])
    for fact in facts:
        assert squeezed(fact.text) in made.pdf, fact


def test_every_page_carries_the_day_in_every_format(edition):
    made = edition("1975-06-30")
    sentence = "Facts as of 30 June 1975; the text is that of the edition of 4 March 2021."
    for page in ("index", "register", "sources"):
        html = html_page(made.folder / "html" / f"{page}.html")
        assert html.select_one(".past-notice").get_text() == sentence
        assert made.epub[page].select_one(".past-notice").get_text() == sentence
        foot = " ".join(html.select_one(".edition-line").get_text(" ").split())
        assert "Facts as of 30 June 1975" in foot
    assert made.pdf.count(squeezed(sentence)) == 3


def test_title_pages_and_citations_name_both_days(edition):
    made = edition("1975-06-30")
    cite = "Cite as: League office, League book, edition of 4 March 2021, facts as of 30 June 1975."
    title = " ".join(made.epub["epub-title"].get_text(" ").split())
    masthead = made.html.select_one(".masthead").get_text()
    for words in ("Edition of 4 March 2021", "Facts as of 30 June 1975"):
        assert words in title
        assert words in masthead
        assert squeezed(words) in made.pdf
    assert cite in title
    assert squeezed(cite) in made.pdf
    page = html_page(made.folder / "html" / "register.html")
    assert page.select_one(".edition-line .cite-as").get_text() == cite.replace(
        "League book,", "“Register”, League book,"
    )


def test_the_running_head_of_the_pdf_carries_the_day(edition):
    head = squeezed("League book · Facts as of 30 June 1975")
    assert head in edition("1975-06-30").pdf


def test_a_day_that_is_asked_for_is_told_even_if_it_is_that_of_the_edition(edition):
    assert edition("2021-03-04").html.select_one(".past-notice")


def test_a_book_of_the_present_has_no_notice(book):
    league = book("league")
    assert league.build("html") == 0
    index = html_page(league.out / "html" / "index.html")
    assert index.select_one(".past-notice") is None
    names = index.select("[data-fact^='league.members['][data-fact$='.name']")
    assert "Türkiye" not in [name.get_text() for name in names]  # a member until 1990
    assert "Cite as: League office, League book" in index.select_one(".cite-as").get_text()


@pytest.mark.parametrize(
    "day", ["2016-9-19", "19.9.2016", "yesterday", "2016-02-30", "2016-09", ""]
)
def test_a_wrong_day_is_refused_in_one_line(book, capsys, day):
    with pytest.raises(SystemExit) as stop:
        main(["build", "--as-of", day, "--source", str(book("league").source)])
    assert stop.value.code == 2
    assert re.search(r"--as-of: '.*' is no day; write it as in 2016-09-19", capsys.readouterr().err)


def test_a_wrong_day_in_the_settings_is_named_in_its_line(book, capfd):
    league = book("league")
    league.replace(
        "conf.py",
        'iomdocs_edition = "2021-03-04"\n',
        'iomdocs_edition = "2021-03-04"\niomdocs_as_of = "1975"\n',
    )
    assert league.build("html") == 1
    err = capfd.readouterr().err
    assert "conf.py:13: B002 iomdocs_as_of '1975' is not a date in quotation marks" in err


def test_a_pin_before_all_statements_stays_a_mistake(book, capfd):
    league = book("league")
    league.replace("index.md", "@1975-12-31", "@1940-12-31")
    assert league.build("html") == 1
    assert "F010 nothing is known of 'league.members.number' on 31 December 1940" in (
        capfd.readouterr().err
    )


@pytest.mark.parametrize(
    ("day", "since", "earlier"),
    [
        ("1975-06-30", [], []),
        ("1985-01-01", ["1 May 1980"], ["1 January 1960 to 31 December 1973"]),
    ],
)
def test_a_member_that_came_back_has_the_period_of_the_day(edition, day, since, earlier):
    made = edition(day)
    back = [t for t in made.article.select("table") if "Back again" in t.caption.get_text()]
    assert bool(back) == bool(since)
    if back:
        assert made.column("Back again", 1) == since
        assert made.column("Back again", 2) == earlier
        gap = made.article.select_one("#back-again .fact-gap")
        assert gap is None, "a row without a date has no earlier period that was asked for"


def test_a_pinned_cell_is_read_on_its_day(book, capfd):
    league = book("league")
    league.replace(
        "index.md",
        "## Sources",
        "From {fact}`league.heads[celik].start@1990` on.\n\n"
        "Not from {fact}`league.heads[celik].start@1970` on.\n\n## Sources",
    )
    assert league.build("html") == 1
    (told,) = [line for line in capfd.readouterr().err.splitlines() if "F010" in line]
    page = (league.source / "index.md").read_text("utf-8").splitlines()
    line = 1 + next(n for n, words in enumerate(page) if "@1970" in words)
    assert told.startswith(f"{league.source}/index.md:{line}: F010 nothing is known")
    assert told.endswith("'league.heads[celik].start' on 31 December 1970")


def test_a_row_that_begins_after_the_edition_is_a_mistake_in_the_present(book, capfd):
    league = book("league")
    league.replace("heads.csv", "celik,Benoît Çelik,1980-01-01", "celik,Benoît Çelik,2029-01-01")
    assert league.build("html") == 1
    assert "F010 nothing is known of 'league.heads[celik].start' on 4 March 2021" in (
        capfd.readouterr().err
    )


def test_a_drawing_that_cannot_be_made_yet_keeps_its_name_and_caption(book, tmp_path):
    atlas = book("atlas")
    atlas.replace(
        "conf.py", 'project = "Atlas of trees"', 'project = "Atlas of trees"\nnumfig = True'
    )
    atlas.write(
        "index.md",
        (atlas.source / "index.md").read_text("utf-8")
        + "\nSee {numref}`late-map`, {ref}`late-map` and [there](#late-map).\n\n"
        ":::{fact:map} trees.members\n:by: decade\n:caption: Members\n:name: late-map\n:::\n",
    )
    command = ["build", "--source", str(atlas.source), "--out", str(tmp_path / "out")]
    for day, formats in (("2020-06-01", ["html"]), ("1000-01-01", [])):  # none are all
        assert main([*command, *formats, "--as-of", day]) == 0
        article = html_page(tmp_path / "out" / "html" / "index.html").article
        assert len(article.select("a[href$='#late-map']")) >= 3
        assert "Members" in article.select_one("#late-map figcaption").get_text()
    assert "There is nothing to show for 1 January 1000." in article.select_one(
        "#late-map"
    ).get_text(" ")


def test_a_timeline_ends_on_the_day_even_if_its_table_has_no_start(book, tmp_path):
    town = book("town")
    town.replace("history.md", ":to: 1899-12-31\n:category: nature, building\n", "")
    events = town.source / "events.csv"
    events.write_text(events.read_text("utf-8") + "fair,2029,A fair,,law,,almanac\n", "utf-8")
    out = tmp_path / "out"
    assert main(["build", "html", "--as-of", "2020-06-30", "--source", str(town.source),
                 "--out", str(out)]) == 0  # fmt: skip
    dates = html_page(out / "html" / "history.html").select("time[data-fact^='town.events']")
    assert dates
    assert all(tag["datetime"] <= "2020-06-30" for tag in dates)
