"""Every mistake in a chart or map is one line with its place and a hint."""

import pytest

from tests.conftest import Book
from tests.findings import findings, findings_of_pages

DRAWING_MISTAKES = {
    "a chart of what is no number": (
        ":::{fact:chart} trees.keeper\n:::",
        (3, "C001", "'trees.keeper' is no number: its value is Ada Öztürk", "numbers, money"),
    ),
    "a column without numbers": (
        ":::{fact:chart} trees.kinds\n:x: garden\n:y: kind\n:::",
        (5, "C001", "the column 'kind' has no numbers", "columns of numbers: number"),
    ),
    "a chart of a fact that does not exist": (
        ":::{fact:chart} trees.planted trees.feled\n:::",
        (3, "F001", "there is no fact 'trees.feled'", "did you mean trees.felled"),
    ),
    "facts that count different things": (
        ":::{fact:chart} trees.planted trees.share\n:::",
        (3, "C004", "'trees.planted' counts trees, 'trees.share' per cent", "two charts"),
    ),
    "a kind that does not exist": (
        ":::{fact:chart} trees.planted\n:kind: lines\n:::",
        (4, "C004", "there is no chart of kind 'lines'", "did you mean line?"),
    ),
    "two areas": (
        ":::{fact:chart} trees.planted trees.felled\n:kind: area\n:::",
        (4, "C004", "areas of several series", ":kind: stacked"),
    ),
    "a table without columns": (
        ":::{fact:chart} trees.kinds\n:x: garden\n:::",
        (3, "C004", "a chart of a table needs the option 'y'", "write :x: and :y:"),
    ),
    "an option for tables": (
        ":::{fact:chart} trees.planted\n:where: a = b\n:::",
        (4, "C004", "'where' belongs to a chart of a table", ""),
    ),
    "a name too few": (
        ":::{fact:chart} trees.planted trees.felled\n:names: Planted\n:::",
        (4, "C004", "1 names stand for 2 facts", "one name for each"),
    ),
    "a category without events": (
        ":::{fact:chart} trees.planted\n:category: feast\n:::",
        (4, "C004", "'category' chooses from events", ":events:"),
    ),
    "a line without dates": (
        ":::{fact:chart} trees.kinds\n:x: garden\n:y: number\n:kind: line\n:where: kind = Oak\n:::",
        (6, "C004", "a chart of kind 'line' needs dates", ":kind: bar"),
    ),
    "a bound that is no date": (
        ":::{fact:chart} trees.planted\n:from: long ago\n:::",
        (4, "F012", "'long ago' is not a date", ""),
    ),
    "no value left": (
        ":::{fact:chart} trees.planted\n:from: 2021\n:::",
        (4, "F014", "no value of 'trees.planted' is left", "from and to"),
    ),
    "no value left before a day": (
        ":::{fact:chart} trees.planted\n:caption: Trees\n:to: 1989\n:::",
        (5, "F014", "no value of 'trees.planted' is left", "from and to"),
    ),
    "no row left in the time of a chart": (
        ":::{fact:chart} trees.kinds\n:x: counted\n:y: number\n:to: 2018\n:where: kind = Oak\n:::",
        (6, "F014", "no row of 'trees.kinds' is left", "from and to"),
    ),
    "a wrong condition for a chart": (
        ":::{fact:chart} trees.kinds\n:x: garden\n:y: number\n:where: kind\n:sort: number\n:::",
        (6, "F011", "'kind' is not a condition", "column = value"),
    ),
    "a wrong order for a chart": (
        ":::{fact:chart} trees.kinds\n:x: garden\n:y: number\n:sort: size\n:where: kind = Oak\n:::",
        (6, "F013", "there is no column 'size'", "columns: garden"),
    ),
    "a line of one value": (
        ":::{fact:chart} trees.kinds\n:x: counted\n:y: number\n:limit: 1\n:sort: counted\n:::",
        (3, "C004", "'Trees' has one value", ":kind: bar"),
    ),
    "events on bars": (
        ":::{fact:chart} trees.planted\n:events: trees.events\n:category: feast\n:kind: bar\n:::",
        (6, "C004", "an axis of time", ":kind: line"),
    ),
    "events of a table without dates": (
        ":::{fact:chart} trees.planted\n:events: trees.kinds\n:::",
        (4, "F013", "there is no column 'date'", "columns: garden"),
    ),
    "no row left for a chart": (
        ":::{fact:chart} trees.kinds\n:x: garden\n:y: number\n:where: kind = Elm\n:::",
        (6, "F014", "no row of 'trees.kinds' is left", "where"),
    ),
    "a column that does not exist for a chart": (
        ":::{fact:chart} trees.kinds\n:x: gardn\n:y: number\n:::",
        (4, "F013", "there is no column 'gardn'", "columns: garden"),
    ),
    "an event that does not exist": (
        ":::{fact:chart} trees.planted\n:events: trees.events[storn]\n:::",
        (4, "F009", "'trees.events' has no row 'storn'", "did you mean storm?"),
    ),
    "no event left for a chart": (
        ":::{fact:chart} trees.planted\n:events: trees.events[first]\n:::",
        (4, "F014", "no event is left for the chart", "events"),
    ),
    "a map of what is no table": (
        ":::{fact:map} trees.planted\n:::",
        (3, "F011", "'trees.planted' is not a table", ""),
    ),
    "a map of rows without countries": (
        ":::{fact:map} trees.kinds\n:::",
        (3, "C002", "the rows of 'trees.kinds' have no countries", 'type="country"'),
    ),
    "decades of a table without days": (
        ":::{fact:map} trees.guests\n:by: decade\n:::",
        (4, "C004", "does not say when its rows begin", "start="),
    ),
    "a map divided by what is no text": (
        ":::{fact:map} trees.members\n:by: since\n:::",
        (4, "C004", "cannot be divided by the column 'since'", "decade"),
    ),
    "a map divided by its countries": (
        ":::{fact:map} trees.members\n:by: name\n:where: status = full\n:::",
        (4, "C004", "cannot be divided by the column 'name'", "decade"),
    ),
    "a wrong condition for a map": (
        ":::{fact:map} trees.members\n:where: status\n:by: decade\n:names: Members\n:::",
        (4, "F011", "'status' is not a condition", "column = value"),
    ),
    "two tables divided": (
        ":::{fact:map} trees.members trees.guests\n:by: status\n:::",
        (4, "C004", "'by' divides one table", "each table has a colour"),
    ),
    "no country left": (
        ":::{fact:map} trees.members\n:where: status = lost\n:::",
        (4, "F014", "no country is left for the map", "where"),
    ),
    "a page with data that does not exist": (
        ":::{fact:map} trees.guests\n:data: /gests\n:::",
        (4, "L001", "unknown document: '/gests'", "link to a page"),
    ),
}


def told(folder, mistakes, *options):
    """What a build of the atlas says of a page with each of the mistakes."""
    atlas = Book("atlas", folder)
    atlas.write("charts.md", "# Charts\n\nNone here.\n")
    atlas.write("maps.md", "# Maps\n\nNone here.\n")
    pages = {name: f"# More\n\n{DRAWING_MISTAKES[name][0]}" for name in mistakes}
    return findings_of_pages(atlas, pages, *options)


@pytest.fixture(scope="module")
def of_mistakes(tmp_path_factory):
    return told(tmp_path_factory.mktemp("mistakes"), DRAWING_MISTAKES)


@pytest.mark.parametrize("mistake", DRAWING_MISTAKES)
def test_a_mistake_in_a_drawing_is_named_in_its_line(of_mistakes, mistake):
    _, (line, code, message, hint) = DRAWING_MISTAKES[mistake]
    ((*place, said, advice),) = of_mistakes[mistake]
    assert place == [line, code]
    assert message in said
    assert hint in advice


MISUSE = (
    "two areas",
    "a line without dates",
    "an event that does not exist",
    "events on bars",
    "two tables divided",
)
"""What is wrong whatever the values are."""


@pytest.fixture(scope="module")
def of_misuse(tmp_path_factory):
    return told(tmp_path_factory.mktemp("misuse"), MISUSE, "--as-of", "2020-12-31")


@pytest.mark.parametrize("mistake", MISUSE)
def test_a_misused_drawing_is_named_in_a_book_of_the_past(of_misuse, mistake):
    _, (line, code, message, _) = DRAWING_MISTAKES[mistake]
    ((*place, said, _hint),) = of_misuse[mistake]
    assert place == [line, code]
    assert message in said


COUNTRY_MISTAKES = {
    "a country that the map does not have": (
        "BV,,2001,full,survey\n",
        ("C003", "the map does not have 'BV' (Bouvet Island)", "Natural Earth"),
    ),
    "a country in two groups": (
        "BH,,2001,full,survey\n",
        ("C004", "Bahrain belongs to 'Members' and to 'guests'", "where"),
    ),
}


@pytest.mark.parametrize("mistake", COUNTRY_MISTAKES)
def test_a_country_that_cannot_be_shown_is_named(book, capfd, mistake):
    row, (code, message, hint) = COUNTRY_MISTAKES[mistake]
    atlas = book("atlas")
    members = atlas.source / "members.csv"
    members.write_text(members.read_text("utf-8") + row, "utf-8")
    written = ":::{fact:map} trees.members trees.guests\n:names: Members, guests\n:::"
    atlas.write("maps.md", f"# Maps\n\n{written}\n")
    assert atlas.build("html") == 1
    ((place, line, *rest),) = findings(capfd)
    assert (place, line, rest[0]) == ("maps.md", 3, code)
    assert message in rest[1]
    assert hint in rest[2]
