"""The handbook as of days in the past: consistent, and true to the dated counts of members.

``make test`` makes it for one day of the past, and reads the present in the handbook that all tests
read; ``make test-long`` makes it for more days and for the day on which it is asked.
"""

import csv
import re
from collections import Counter
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import pytest

from iomdocs.cli import main
from iomdocs.facts import Day, registry
from iomdocs.verify.pdf import printed_facts
from tests.conftest import HANDBOOK
from tests.finished import epub_pages, html_pages, occurrences, pdf_text, squeezed

TODAY = date.today().isoformat()  # noqa: DTZ011  # as a reader's calendar has it
MORE = ("1989-12-31", "2016-09-19", TODAY)
DAYS = ("1952-12-31", *(pytest.param(day, marks=pytest.mark.long) for day in MORE))
PRESENT = pytest.param("", id="present")
EDITION = re.search(r'iomdocs_edition = "(.+)"', (HANDBOOK / "conf.py").read_text("utf-8"))[1]

COUNTED = tuple(csv.DictReader((Path(__file__).parent / "members-over-time.csv").open()))
"""Counts of Member States by the sources that give a date; the series of the dossier."""


class Edition:
    """The handbook with the facts of one day."""

    def __init__(self, folder, day, html, epub):
        self.folder = folder
        self.day = date.fromisoformat(day)
        self.html = html
        self.epub = epub
        self.topics = self.epub.keys() - {"epub-cover", "epub-title", "epub-nav"}

    @cached_property
    def pdf(self):
        return squeezed(pdf_text(self.folder / "iom-handbook.pdf"))


@pytest.fixture(scope="module")
def edition(tmp_path_factory, handbook, html, epub):
    @cache
    def of(day):
        if not day:
            return Edition(handbook, EDITION, html, epub)
        folder = tmp_path_factory.mktemp("past") / day
        options = ["--as-of", day, "--source", str(HANDBOOK), "--out", str(folder)]
        assert main(["build", *options]) == 0
        pages = html_pages(folder / "html"), epub_pages(folder / "iom-handbook.epub")
        return Edition(folder, day, *pages)

    return of


@pytest.mark.parametrize("counted", COUNTED, ids=lambda counted: counted["date"])
def test_the_count_of_members_is_that_of_the_dated_sources(facts, counted):
    statement = facts["membership.states"].on(Day(counted["date"]).last)
    assert statement.value.amount == int(counted["members"])
    assert counted["source"] in statement.sources


@pytest.mark.parametrize("day", [*DAYS, PRESENT])
def test_the_front_page_has_the_count_of_the_day(edition, day):
    made = edition(day)
    known = [row["members"] for row in COUNTED if Day(row["date"]).first <= made.day]
    expected = {known[-1] if known else "[no record]"}
    for page in (made.html["index"].article, made.epub["index"]):
        shown = {text for id_, text in occurrences(page) if id_ == "membership.states"}
        assert shown == expected


@pytest.mark.parametrize("day", DAYS)
def test_the_three_formats_show_the_same_facts(edition, day):
    made = edition(day)
    shown = Counter()
    for name in made.topics:
        facts = occurrences(made.epub[name])
        assert facts == occurrences(made.html[name].article), name
        shown.update((fact.fact, " ".join(fact.text.split())) for fact in facts)
    assert shown.total() > 300
    printed = printed_facts(made.folder / "iom-handbook.pdf")
    assert Counter((each.fact, each.text) for each in printed) == shown


@pytest.mark.parametrize("day", DAYS)
def test_every_page_carries_the_day(edition, day):
    made = edition(day)
    words = f"Facts as of {made.day.day} {made.day:%B} {made.day.year}; the text is"
    for name in made.topics:
        for page in (made.html[name], made.epub[name]):
            assert page.select_one(".past-notice").get_text().startswith(words), name
    assert made.pdf.count(squeezed(words)) == len(made.topics)


@pytest.mark.parametrize("day", [*DAYS, PRESENT])
def test_the_list_has_the_members_of_the_day_and_names_what_it_cannot_tell(edition, day):
    made = edition(day)
    with (Path(registry.__file__).parents[1] / "iom" / "members.csv").open() as file:
        rows = list(csv.DictReader(file))
    then = {row["iso2"] for row in rows if _holds(row, made.day)}
    page = made.html["reference/members"].article
    cells = page.select("[data-fact^='membership.members['][data-fact$='].name']")
    listed = {re.search(r"\[(\w+)\]", cell["data-fact"])[1] for cell in cells}
    undated = {row["iso2"] for row in rows if not row["since"]}
    is_past = made.day < date.fromisoformat(EDITION)
    assert listed == (then if is_past else then | undated)
    gaps = " ".join(gap.get_text() for gap in page.select(".fact-gap"))
    assert ("Palau" in gaps) == is_past


@pytest.mark.parametrize("day", [*DAYS, PRESENT])
def test_no_event_of_the_timeline_lies_ahead(edition, day):
    made = edition(day)
    page = made.html["reference/timeline"].article
    dates = page.select("time[data-fact^='history.events[']")
    assert dates
    assert all(tag["datetime"] <= made.day.isoformat() for tag in dates)


def _holds(row, day):
    """Whether a State was a member, by the dates as they are written."""
    spells = [spell.split("/") for spell in row["earlier"].replace(" ", "").split(";") if spell]
    spells += [[row["since"], "9999"]] if row["since"] else []
    return any(
        Day(start).first <= day and (end == "9999" or day <= Day(end).last) for start, end in spells
    )
