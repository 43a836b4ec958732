"""The register: history behind each row, ways to correct a fact, and marks of freshness."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.chromium import running
from tests.finished import epub_pages, html_page, pdf_text, squeezed

ADDRESS = "https://forge.example/owner/name"


def row(page, id_):
    return page.find(id=f"fact-{id_}").find_parent("tr")


def words(tag):
    return " ".join(tag.get_text(" ").split()).replace(" ,", ",").replace(" .", ".")


def history(page, id_):
    """What can be opened below the row of a fact."""
    return row(page, id_).find_next_sibling("tr").select_one("details")


@pytest.fixture
def register(village):
    return html_page(village.out / "html" / "register.html")


def texts_of_register(village):
    """The register as HTML, ePub and PDF print it."""
    html = html_page(village.out / "html" / "register.html")
    for part in html.select(".fact-history, [hidden]"):
        part.extract()
    epub = epub_pages(village.out / "village-book.epub")["register"]
    pdf = pdf_text(village.out / "village-book.pdf")
    return squeezed(html.article.get_text()), squeezed(epub.get_text()), squeezed(pdf)


def test_a_row_tells_value_with_unit_date_sources_and_pages(register):
    cells = row(register, "village.schools").find_all("td")
    assert words(cells[0]) == "Schools village.schools"
    assert words(cells[1]).startswith("1 school as of 2020")
    assert words(cells[2]) == "[ Office of counting, 2020 ]"
    assert [words(link) for link in row(register, "village.wall").find_all("td")[3]("a")] == [
        "History"
    ]


def test_the_history_has_all_statements_the_latest_first(register):
    details = history(register, "village.wall")
    assert details.summary.get_text() == "History: 4 statements"
    wrong, shown, other, earlier = (words(item) for item in details("li"))
    assert wrong.startswith("40 towers as of April 1801 : known to be wrong; confirmed by a source")
    assert wrong.endswith("[ Müller, 2021 ]. Counts windows.")
    assert shown == "12 towers as of 1801 : shown here; two sources. From the plan of a surveyor."
    assert other.startswith("about 11 towers as of 1801 : also stated; recalled, not checked [")
    assert earlier == "9 towers as of 1760 : earlier; confirmed by a source [ Müller, 2021 ]."
    assert "The wall was pulled down in 1840." in words(details)


def test_what_lies_in_the_future_of_the_book_is_not_in_its_history(book):
    village = book("village")
    village.replace("conf.py", "2021-03-04", "1790-01-01")
    village.replace("history.md", ":::{fact:claims} village.wall\n:::", "")
    village.replace(
        "history.md", ":::{fact:quote} village.saying\n:by: The first station master\n:::", ""
    )
    assert village.build("html") == 0
    page = html_page(village.out / "html" / "register.html")
    (only,) = history(page, "village.wall")("li")
    assert words(only) == "9 towers as of 1760 : shown here; confirmed by a source."


def test_a_derived_fact_names_what_it_follows_from(register):
    details = history(register, "village.buildings")
    sentence = "Follows from Events: the number of its entries with category = building."
    assert sentence in details.get_text()
    assert details.find("a", string="Events")["href"] == "#fact-village.events"


def test_history_is_only_in_html(village):
    _, epub, pdf = texts_of_register(village)
    for text in (epub, pdf):
        assert squeezed("Towers of the wall") in text
        for only_html in ("History: 4 statements", "was pulled down in 1840", "villagefacts.py"):
            assert squeezed(only_html) not in text


def test_without_a_repository_the_place_of_the_record_is_told(village, register):
    lines = (village.source / "villagefacts.py").read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines) if '"village.wall"' in text)
    details = history(register, "village.wall")
    assert f"Record: docs/villagefacts.py:{line}" in words(details)
    assert details.select("a[href^=http]") == []


LINKS = {
    "https://github.com/owner/name": ("/edit/trunk/", "/issues/new", "title", "body"),
    "https://gitlab.example.org/group/sub/name/": (
        "/-/edit/trunk/", "/-/issues/new", "issue[title]", "issue[description]",
    ),
    "https://codeberg.org/owner/name": ("/_edit/trunk/", "/issues/new", "title", "body"),
    ADDRESS: ("/edit/trunk/", "/issues/new", "title", "body"),
}  # fmt: skip


@pytest.mark.parametrize("address", LINKS)
def test_a_repository_gives_links_to_the_record_and_to_a_new_issue(book, address):
    edit, issue, title, body = LINKS[address]
    village = book("village")
    (village.source.parent / ".git").mkdir()
    settings = f'iomdocs_repository = "{address}"\niomdocs_branch = "trunk"\n'
    village.write("conf.py", (village.source / "conf.py").read_text("utf-8") + settings)
    assert village.build("html") == 0
    page = html_page(village.out / "html" / "register.html")
    links = {link.get_text(): link["href"] for link in history(page, "village.wall")("a")}
    start = address.rstrip("/")
    path, line = links["edit this fact"].split("#L")
    assert path == f"{start}{edit}docs/villagefacts.py"
    lines = (village.source / "villagefacts.py").read_text("utf-8").splitlines()
    assert "Fact(" in lines[int(line) - 1]
    assert '"village.wall"' in lines[int(line)]
    new = urlsplit(links["report a mistake"])
    assert f"{new.scheme}://{new.netloc}{new.path}" == f"{start}{issue}"
    query = parse_qs(new.query)
    assert query[title] == ["Mistake in the fact village.wall"]
    assert f"docs/villagefacts.py:{line}" in query[body][0]


def test_a_fact_past_its_review_is_marked_in_every_format(village):
    for text in texts_of_register(village):
        assert squeezed("1 school as of 2020 (to be reviewed since January 2021)") in text
        assert squeezed("30 June 2022") not in text


OFFSETS = {"Pacific/Auckland": "+12:00", "America/Los_Angeles": "-07:00"}


@pytest.mark.parametrize(
    ("today", "is_shown"), [("2022-06-30T23:00:00", False), ("2022-07-01T01:00:00", True)]
)
@pytest.mark.parametrize("zone", OFFSETS)
def test_on_the_day_of_the_reader_the_mark_appears_without_a_rebuild(
    village, chromium, today, is_shown, zone
):
    with running(chromium) as browser:
        page = browser.new_page(timezone_id=zone)
        page.clock.set_fixed_time(f"{today}{OFFSETS[zone]}")
        page.goto((village.out / "html" / "register.html").as_uri())
        mark = page.locator("time", has_text="to be reviewed since 30 June 2022")
        assert mark.is_visible() is is_shown
        assert page.get_by_text("to be reviewed since January 2021").is_visible()


def test_without_a_script_only_the_mark_of_the_edition_is_shown(village, chromium):
    with running(chromium) as browser:
        page = browser.new_page(java_script_enabled=False)
        page.goto((village.out / "html" / "register.html").as_uri())
        assert not page.locator("time", has_text="to be reviewed since 30 June").is_visible()
        assert page.get_by_text("to be reviewed since January 2021").is_visible()


def test_a_history_opens_within_the_width_of_a_phone(village, chromium):
    with running(chromium) as browser:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto((village.out / "html" / "register.html").as_uri())
        details = page.locator("details", has_text="Counts windows.")
        details.locator("summary").press("Enter")
        page.locator(".table-region").evaluate("region => region.scrollLeft = 200")
        assert details.locator("li").first.is_visible()
        box = details.bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= 390
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
