"""What the rules about facts find on pages and in records, and what they say to write."""

import pytest

MORE = [
    ("bodies.founded", "Foundation of the organization", "", 'Day("1951-12-05")', "1951-12-05"),
    ("bodies.merged", "Merger with the fund", "", 'Day("1988-03")', "1988-03"),
    ("bodies.budget", "Budget", "", 'Money(3400000000, "USD", "about")', "2024"),
    ("bodies.gap", "Gap of the budget", "", 'Money(30000000, "USD")', "2024"),
    ("bodies.women", "Women among the staff", "", "Share(48)", "2024"),
    ("bodies.head", "Director General", "", 'Person("Amy E. Pope")', "2024"),
    ("bodies.offices", "Regional offices", "regional offices", "Number(9)", "2024"),
    ("bodies.term", "Term of the committee members", "years", "Number(2)", "2024"),
    ("bodies.people", "People moved", "people", "Number(34608475)", "2024"),
    ("bodies.report", "Title of the report", "", '"Report on the State of Moving"', "2024"),
    ("bodies.council", "Highest organ", "", '"Council"', "2024"),
]

NAKED = {
    "It was founded on 5 December 1951, as an organization.": "{fact}`bodies.founded`",
    "The foundation of the organization was on December 5, 1951.": "{fact}`bodies.founded`",
    "The foundation of the organization was in 1951.": "{fact:year}`bodies.founded`",
    "The merger with the fund came in March 1988.": "{fact}`bodies.merged`",
    "The budget is 3.4 billion US dollars.": "{fact}`bodies.budget`",
    "The budget is US$3.4 billion now.": "{fact}`bodies.budget`",
    "The gap of the budget is $30 million.": "{fact}`bodies.gap`",
    "Of the staff, 48% are women.": "{fact}`bodies.women`",
    "Amy E. Pope leads it.": "{fact}`bodies.head`",
    "It is led by Amy Pope.": "{fact}`bodies.head`",
    "It has nine regional offices.": "{fact:words}`bodies.offices`",
    "It has 9 regional offices.": "{fact}`bodies.offices`",
    "The term of the members of the committee is 2 years.": "{fact}`bodies.term`",
    "In all, 34,608,475 were moved.": "{fact}`bodies.people`",
    "Read the Report on the State of Moving.": "{fact}`bodies.report`",
    "There are 175 current Member States.": "{fact}`membership.states`",
}

ALLOWED = [
    "On 5 December 1951 it rained, and on 15 December 1951, too.",
    "In 1951 it rained. In March 1988 it snowed.",
    "The sum was 13.4 billion US dollars, or 3.4 billion US dollars.5.",
    "It took 2 years and nine months, for 48 people and 48% of the land.",
    "The Council met 9 times. It has 9 offices.",
    "Another sum is 30 million US dollars.",
]


@pytest.mark.parametrize("sentence", [pytest.param(each, id=each[:30]) for each in ALLOWED])
def test_numbers_of_other_things_are_left_alone(sentence, facts_book, capfd):
    assert facts_book.told(capfd, f"# Page\n\n{sentence}\n") == []


def test_a_fact_by_hand_is_told_with_what_to_write(facts_book, capfd):
    text = "\n\n".join(["# Page", *NAKED])
    found = facts_book.told(capfd, f"{text}\n")
    assert {code for code, *_ in found} == {"W001"}
    told = [(line, hint.removeprefix("write ").split(",")[0]) for _, line, _, hint in found]
    assert told == [(n, markup) for n, markup in zip(range(3, 99, 2), NAKED.values(), strict=False)]


@pytest.fixture
def facts_book(text_book):
    text_book.facts(*MORE)
    ids = "".join(f"- {{fact}}`{id_}`\n" for id_, *_ in MORE)
    text_book.write("shown.md", f"# Shown\n\n{ids}")
    return text_book


def test_a_fact_by_hand_never_stops_a_book(facts_book):
    conf = facts_book.read("conf.py")
    facts_book.write("conf.py", f'{conf}iomdocs_editorial = "all"\n')
    facts_book.write("page.md", "# Page\n\nIOM has 175 Member States.\n")
    assert facts_book.check() == 0
    facts_book.write("page.md", "# Page\n\nIOM has the the States.\n")
    assert facts_book.check() == 1


def test_an_unused_fact_is_told_where_its_record_is(text_book, capfd):
    text_book.facts(*MORE[:2])
    text_book.write("page.md", "# Page\n\n:::{fact:card} Card\nbodies.founded: Begun\n:::\n")
    (found,) = text_book.told(capfd, everywhere=True)
    assert found[0] == "W003"
    assert "'bodies.merged'" in found[2]
    line = text_book.read("memberfacts.py").splitlines()[found[1] - 1]
    assert line == "    Fact("


def test_a_record_silences_with_a_reason(text_book, capfd):
    text_book.facts(*MORE[:1])
    allowed = "    # iomdocs: allow W003 kept for readers of the data\n    Fact(\n        id={}"
    text = text_book.read("memberfacts.py")
    silenced = text.replace(
        *(s.format('"bodies.founded"') for s in ("    Fact(\n        id={}", allowed))
    )
    text_book.write("memberfacts.py", silenced)
    assert text_book.told(capfd, everywhere=True) == []
    needless = text.replace(
        *(s.format('"membership.states"') for s in ("    Fact(\n        id={}", allowed))
    )
    text_book.write("memberfacts.py", needless)
    assert {code for code, *_ in text_book.told(capfd, everywhere=True)} == {"W000", "W003"}


def test_what_is_due_is_due_at_the_edition(text_book, capfd):
    text_book.facts(review="2026-10")
    (found,) = text_book.told(capfd, everywhere=True)
    assert found[0] == "W005"
    assert "October 2026" in found[2]
    conf = text_book.read("conf.py").replace("2026-11-24", "2026-10-31")
    text_book.write("conf.py", conf)
    assert text_book.told(capfd, everywhere=True) == []


def test_a_source_is_used_by_citing_it_in_any_way(text_book, capfd):
    from tests.lint.editorial.conftest import CENSUS, SOURCES

    text_book.write("sources.bib", SOURCES + CENSUS)
    (found,) = text_book.told(capfd, everywhere=True)
    assert found[:2] == ("W004", 2)
    for page in ("{cite:p}`almanac,census_2020`", "```{eval-rst}\n:cite:`census_2020`\n```"):
        assert text_book.told(capfd, f"# Page\n\n{page}\n", everywhere=True) == []


def test_an_abbreviation_is_known_where_a_fact_spells_it_out(text_book, capfd):
    name = ("bodies.name", "Name", "", '"World Bread Programme"', "2024")
    text_book.facts(name)
    shown = "# Page\n\nThe {fact}`bodies.name` came. WBP is its short name.\n"
    assert text_book.told(capfd, shown) == []
    assert [code for code, *_ in text_book.told(capfd, "# Page\n\nWBP came.\n")] == ["W006"]


def test_a_page_alone_is_not_blamed_for_what_the_book_explains(text_book):
    from iomdocs.publish.checking import stopping, stopping_in

    conf = text_book.read("conf.py")
    text_book.write("conf.py", f'{conf}iomdocs_editorial = "all"\n')
    text_book.write("page.md", "# Page\n\nAn IGO has members.\n")
    page = text_book.source / "page.md"
    assert stopping(text_book.source, text_book.source / "out") == []
    assert stopping_in(text_book.source, [page]) == []
    text_book.write("page.md", "# Page\n\nAn IGO has the the WBP.\n")
    assert [each.code for each in stopping_in(text_book.source, [page])] == ["W012"]
    found = stopping(text_book.source, text_book.source / "out")
    assert [each.code for each in found] == ["W012", "W006"]
