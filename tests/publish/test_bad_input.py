"""Bad input: one line for each mistake, with a hint, all in one run, and the last result stays."""

import pytest

from iomdocs.cli import main
from tests.conftest import Book
from tests.findings import findings, findings_of_pages, line_in

PAGE_MISTAKES = {
    "a fact that does not exist": (
        "{fact}`town.peple`",
        ("F001", "there is no fact 'town.peple'", "did you mean town.people"),
    ),
    "a day before the fact was known": (
        "{fact}`town.people@1980-01-01`",
        (
            "F010",
            "nothing is known of 'town.people' on 1 January 1980",
            "first statement is of 1990",
        ),
    ),
    "a pin that is no date": (
        "{fact}`town.people@last-year`",
        ("F012", "'last-year' is not a date", "write the day behind @"),
    ),
    "a row that does not exist": (
        "{fact}`town.events[statin].date`",
        ("F009", "'town.events' has no row 'statin'", "did you mean station?"),
    ),
    "a column that does not exist": (
        "{fact}`town.events[station].when`",
        ("F013", "there is no column 'when'", "columns: date, title"),
    ),
    "an empty cell": ("{fact}`town.events[flood].cost`", ("F009", "is empty", "")),
    "a table in a sentence": ("{fact}`town.events`", ("F009", "is a table", "fact:table")),
    "the year of what is no date": ("{fact:year}`town.mayor`", ("F009", "has no year", "{fact}")),
    "a role that does not exist": (
        "{fact:asoff}`town.people`",
        ("M001", "there is no role 'fact:asoff'", "did you mean fact:asof"),
    ),
    "a source that does not exist": (
        "{footcite}`almanach`",
        ("S001", "there is no source 'almanach' in the bibliography", "did you mean almanac?"),
    ),
    "a link to nowhere": (
        "[there](histroy.md)",
        ("L001", "the link 'histroy.md' leads nowhere", "did you mean history?"),
    ),
}


SENTENCE = "# More\n\nA sentence that goes on\nand on {} and on\nto here."


@pytest.fixture(scope="module")
def of_sentences(tmp_path_factory):
    pages = {name: SENTENCE.format(written) for name, (written, _) in PAGE_MISTAKES.items()}
    return findings_of_pages(Book("town", tmp_path_factory.mktemp("sentences")), pages)


@pytest.mark.parametrize("mistake", PAGE_MISTAKES)
def test_a_mistake_in_a_sentence_is_named_in_its_line(of_sentences, mistake):
    _, (code, message, hint) = PAGE_MISTAKES[mistake]
    ((*place, said, advice),) = of_sentences[mistake]
    assert place == [4, code]
    assert message in said
    assert hint in advice


DIRECTIVE_MISTAKES = {
    "a directive that does not exist": (
        ":::{fact:crad} Title\ntown.people\n:::",
        (3, "M002", "there is no directive 'fact:crad'", "did you mean fact:card"),
    ),
    "an option that does not exist": (
        ":::{fact:table} town.events\n:colums: title\n:::",
        (4, "M003", "'colums'", ""),
    ),
    "a column that does not exist": (
        ":::{fact:table} town.events\n:columns: title, dat\n:::",
        (4, "F013", "there is no column 'dat'", "columns: date, title"),
    ),
    "a condition that is none": (
        ":::{fact:table} town.events\n:where: cost\n:::",
        (4, "F011", "'cost' is not a condition", "write column = value"),
    ),
    "no row left": (
        ":::{fact:table} town.events\n:columns: title\n:where: cost > 999999999\n:::",
        (5, "F014", "no row of 'town.events' is left", "where"),
    ),
    "a table of what is none": (
        ":::{fact:table} town.people\n:::",
        (3, "F011", "'town.people' is not a table", ""),
    ),
    "no event left": (
        ":::{fact:timeline} town.events\n:from: 2000\n:::",
        (4, "F014", "no event is left", "from"),
    ),
    "no event left in a time": (
        ":::{fact:timeline} town.events\n:category: nature\n:to: 1900\n:from: 1850\n:::",
        (6, "F014", "no event is left", "from"),
    ),
    "no event of a category": (
        ":::{fact:timeline} town.events\n:from: 1700\n:category: feast\n:::",
        (5, "F014", "no event is left", "category"),
    ),
    "a wrong line in a card": (
        ":::{fact:card} Title\ntown.people\ntown.mayr: Mayor\n:::",
        (5, "F001", "there is no fact 'town.mayr'", "did you mean town.mayor"),
    ),
    "claims of which none differs": (
        ":::{fact:claims} town.mayor\n:::",
        (3, "F017", "'town.mayor' has no claims that differ", "{fact}`town.mayor`, or add :all:"),
    ),
    "claims where there is one": (
        ":::{fact:claims} town.founded\n:all:\n:::",
        (3, "F017", "'town.founded' has no claims that differ", "write {fact}`town.founded`"),
    ),
    "claims of a table": (
        ":::{fact:claims} town.events\n:::",
        (3, "F011", "'town.events' is a table", "fact:table"),
    ),
    "claims of a cell": (
        ":::{fact:claims} town.events[flood].date\n:::",
        (3, "F009", "'town.events[flood].date' is a cell", "{fact}`town.events[flood].date`"),
    ),
    "claims of a fact that does not exist": (
        ":::{fact:claims} town.peple\n:::",
        (3, "F001", "there is no fact 'town.peple'", "did you mean town.people"),
    ),
    "claims of no day": (
        ":::{fact:claims} town.people@then\n:::",
        (3, "F012", "'then' is not a date", "write the day behind @"),
    ),
    "a quotation of a number": (
        ":::{fact:quote} town.bridges\n:by: Nobody\n:::",
        (3, "F011", "'town.bridges' is not text", "write {fact}`town.bridges`"),
    ),
    "an empty card": (":::{fact:card} Title\n:::", (3, "F011", "the card has no facts", "")),
    "figures without a fact": (
        ":::{fact:figures}\n:::",
        (3, "F011", "the list of figures has no facts", "write one fact a line"),
    ),
    "a figure that does not exist": (
        ":::{fact:figures}\ntown.people\ntown.peple: People\n:::",
        (5, "F001", "there is no fact 'town.peple'", "did you mean town.people"),
    ),
    "an event that does not exist": (
        ":::{fact:timeline} town.events\n:rows: station, statoin\n:::",
        (4, "F009", "'town.events' has no row 'statoin'", "did you mean station"),
    ),
}


@pytest.fixture(scope="module")
def of_directives(tmp_path_factory):
    pages = {name: f"# More\n\n{written}" for name, (written, _) in DIRECTIVE_MISTAKES.items()}
    return findings_of_pages(Book("town", tmp_path_factory.mktemp("directives")), pages)


@pytest.mark.parametrize("mistake", DIRECTIVE_MISTAKES)
def test_a_mistake_in_a_directive_is_named_in_its_line(of_directives, mistake):
    _, (line, code, message, hint) = DIRECTIVE_MISTAKES[mistake]
    ((*place, said, advice),) = of_directives[mistake]
    assert place == [line, code]
    assert message in said
    assert hint in advice


def test_a_page_outside_the_contents_is_named(book, capfd):
    town = book("town")
    town.write("lost.md", "# Lost\n\nNo contents lead here.\n")
    assert town.build("html") == 1
    ((place, _, code, message, hint),) = findings(capfd)
    assert (place, code) == ("lost.md", "L002")
    assert "no table of contents names this page" in message
    assert "toctree" in hint


def test_a_page_in_the_contents_that_does_not_exist_is_named(book, capfd):
    town = book("town")
    town.replace("index.md", "history\n```", "history\nlief\n```")
    assert town.build("html") == 1
    ((place, _, code, message, hint),) = findings(capfd)
    assert (place, code) == ("index.md", "L001")
    assert "the page 'lief', which does not exist" in message
    assert "did you mean life?" in hint


BIBLIOGRAPHY_MISTAKES = {
    "no closing brace": ("year = {2021}, publisher = {Town press}}", "year = {2021}", 0, "syntax"),
    "a kind that is none": ("@online{census", "@webpage{census", 2, "'@webpage' is no kind"),
    "a key that stands twice": ("@online{census", "@online{almanac", 2, "repeated"),
}


@pytest.mark.parametrize("mistake", BIBLIOGRAPHY_MISTAKES)
def test_a_mistake_in_the_bibliography_is_named_with_all_others(book, capfd, mistake):
    right, wrong, line, words = BIBLIOGRAPHY_MISTAKES[mistake]
    town = book("town")
    town.replace("sources.bib", right, wrong)
    town.replace("life.md", "{fact}`town.fair`", "{fact}`town.fairs`")
    assert town.build("html") == 1
    page, bibliography = findings(capfd)
    assert page[:3] == ("life.md", 5, "F001")
    assert (bibliography[0], bibliography[2]) == ("sources.bib", "S002")
    assert bibliography[1] == line or not line
    assert words in bibliography[3]
    assert bibliography[4]


def test_one_missing_comma_is_one_finding(book, capfd):
    town = book("town")
    town.replace("townfacts.py", 'label="Inhabitants",', 'label="Inhabitants"')
    assert town.build("html") == 1
    ((place, line, code, *_),) = findings(capfd)
    assert (place, code) == ("townfacts.py", "F005")
    assert abs(line - line_in(town, "townfacts.py", "Inhabitants")) <= 1


def test_a_rejected_record_does_not_make_its_fact_unknown(book, capfd):
    town = book("town")
    town.replace("townfacts.py", 'label="Founded"', "label=1723")
    assert town.build("html") == 1
    assert [(place, code) for place, _, code, *_ in findings(capfd)] == [("townfacts.py", "F006")]


def test_notes_without_a_place_are_named(book, capfd):
    town = book("town")
    town.replace("life.md", "## Sources\n\n:::{footbibliography}\n:::\n", "")
    assert town.build("html") == 1
    ((place, line, code, _, hint),) = findings(capfd)
    assert (place, line, code) == ("life.md", 3, "S003")
    assert ":::{footbibliography}" in hint


def test_a_citation_without_a_list_of_sources_is_named(book, capfd):
    town = book("town")
    town.replace("sources.md", ":::{bibliography}\n:all:\n:::", "")
    town.replace("history.md", "Founded in", "See {cite}`almanac`. Founded in")
    assert town.build("html") == 1
    ((_, line, code, message, hint),) = [f for f in findings(capfd) if f[0] == "history.md"]
    assert (line, code) == (3, "S001")
    assert "no page has a list of sources in which 'almanac' stands" in message
    assert ":::{bibliography}" in hint


def test_a_second_register_is_named(book, capfd):
    town = book("town")
    town.replace("register.md", ":::{fact:register}\n:::", ":::{fact:register}\n:::\n\n" * 2)
    assert town.build("html") == 1
    ((place, line, code, *_),) = findings(capfd)
    assert (place, line, code) == ("register.md", 8, "F011")


def test_everything_wrong_is_told_in_one_run_and_the_last_result_stays(book, capfd):
    town = book("town")
    assert town.build("html") == 0
    before = {path: path.read_bytes() for path in town.out.rglob("*") if path.is_file()}
    capfd.readouterr()

    town.replace("townfacts.py", "value=Share(12.5)", "value=Shares(12.5)")
    town.replace("townfacts.py", 'value=Day("1723-06-09")', 'value=Day("1723-06-31")')
    town.replace("events.csv", "Charter", "Charter,")
    town.replace("life.md", "{fact}`town.fair`", "{fact}`town.fairs`")
    town.replace("life.md", "{footcite}`census,almanac`", "{footcite}`sensus`")
    (town.source / "history.md").write_bytes(b"# Hist\n\nA caf\xe9.\n")
    assert town.build("html") == 1

    told = [(place, line, code) for place, line, code, _, _ in findings(capfd)]
    assert told == [
        ("events.csv", 3, "F008"),
        ("history.md", 3, "T001"),
        ("life.md", 5, "F001"),
        ("life.md", 10, "S001"),
        ("townfacts.py", line_in(town, "townfacts.py", '"1723-06-31"'), "F006"),
        ("townfacts.py", line_in(town, "townfacts.py", "Shares("), "F005"),
    ]
    after = {path: path.read_bytes() for path in town.out.rglob("*") if path.is_file()}
    assert after == before
    left = sorted(path.name for path in town.out.parent.iterdir())
    assert left == [".build-cache", "build", "docs"]


@pytest.mark.parametrize(
    ("setting", "instead", "message"),
    [
        ('iomdocs_edition = "2021-03-04"', 'iomdocs_edition = "4 March"', "is not a date"),
        ('"2021-03-04"', "__import__('datetime').date.today()", "is not a date in quotation"),
        ('iomdocs_edition = "2021-03-04"', "", "needs the date of its edition"),
        ('iomdocs_facts = "townfacts"', 'iomdocs_facts = "tonfacts"', "no module 'tonfacts'"),
        (', "iomdocs"]', "]", "does not use the extension iomdocs"),
        ('author = "Town clerk"', 'iomdocs_repository = "git@x:y"', "is not the address of a web"),
        ('language = "en"', 'language = "en', "unterminated string literal"),
    ],
)
def test_wrong_settings_are_named(book, capfd, setting, instead, message):
    town = book("town")
    town.replace("conf.py", setting, instead)
    assert town.build("html") == 1
    found = [f for f in findings(capfd) if f[2] == "B002"]
    assert [place for place, *_ in found] == ["conf.py"]
    assert message in found[0][3]


def test_a_folder_without_a_book_is_named(tmp_path, capfd):

    assert main(["build", "--source", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "there is no" in capfd.readouterr().err
    assert not (tmp_path / "out").exists()
