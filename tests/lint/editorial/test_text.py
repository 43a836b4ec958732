"""What the rules about text find, and what they leave alone."""

import pytest

LEFT_ALONE = {
    "what is right twice": "He said that that had had its time in Bora Bora, step by step.",
    "markup between": "The *the* is an article, and `the` the code for it.",
    "spaces of others": "See [](other.md). Read `A` : the first, and **all** ... of it.",
    "the end of a sentence with two spaces": "It met.  It voted.",
    "dates and numbers with hyphens": "On 2024-12-31, 2024-12, 3-2, 555-1234, A-1951-1953.",
    "dots and straight quotes that Sphinx makes curly": 'It "met" ... and “voted”; it\'s over.',
    "an abbreviation that is spelled out behind": "The OCV (out of country voting) began.",
    "one that is spelled out later": "The UNRRA helped.\n\nThe Fund (UNRRA) is gone.",
    "one whose letters begin words": "The World Bread Programme had WBP on its bags.",
    "one in the glossary": "An IGO has members.",
    "what names a thing with a number": "RFC 4180 and part XIV, in WELCOME HOME and UTF-8.",
    "terms as in the glossary": "Asylum seekers, labour migration, ePub; Labour Migration Fund.",
    "quotations": "“asylum-seekers” it says.\n\n> The asylum-seeker of 175 Member States.",
    "links with words": "[](other.md), [a list](https://a.example), <mailto:a@b.example>",
    "pictures with words": "![What it shows](a.png)\n\n```{image} b.png\n:alt:\n```",
    "code": "```python\n# the the  code , 1951-1953\n```\n\n    the the\n\n`175 Member States`",
    "what a directive holds that is no prose": "```{code-cell}\n#### the the\nx  = 1 , 2\n```",
    "numbers of other things": "It has 175 pages, 1,175 Member States, 175.5 Member States, 175%.",
    "numbers in headings and links": "## The 175 Member States\n\n[175 Member States](other.md)",
    "a date beside another value": "{fact}`membership.states` Member States, more than in 2011.",
    "a date in the next sentence": "It has {fact}`membership.states`. In 2011 it met.",
    "the date of the pin": "In 2011 it had {fact}`membership.states@2011-12-31` Member States.",
    "a table with names at the side": "```{list-table}\n:stub-columns: 1\n* - A\n  - 1\n```",
    "a table with a header": "```{csv-table}\n:header: A, B\n1, 2\n```\n\n| A | |\n|--|--|\n|1|2|",
    "headings that go up": "## Two\n\n### Three\n\n## Two again",
}

FOUND = {
    "over two lines": ("The the\nthe Council.", ["W012"]),
    "in a list, a table and a note": (
        "- of of\n\n| in in |\n|---|\n| a a |\n\n:::{note}\nso it it is\n:::",
        ["W012", "W012", "W012", "W012"],
    ),
    "a space before a sign": ("It met , then voted ; so it ended .", ["W013", "W013", "W013"]),
    "a range to a year of two digits": ("In 1951-53 and in p. 12-13.", ["W015", "W015"]),
    "each abbreviation once": ("The UNRRA and again the UNRRA, by WBPs.", ["W006", "W006"]),
    "other spellings of a term": (
        "Nonrefoulement, non refoulement, asylum-seekers, labor migration, an epub.",
        ["W011"] * 5,
    ),
    "links without words": (
        "[here](a.md), [Click here](b.md), <https://a.example>, [](https://b.example)",
        ["W010"] * 4,
    ),
    "pictures without words": (
        '![](a.png) ![b](b.png)\n\n```{figure} c.png\nWords below\n```\n\n<img src="d.png">',
        ["W008"] * 4,
    ),
    "tables without a header": (
        "```{csv-table}\n1, 2\n```\n\n| | |\n|--|--|\n|1|2|\n\n<table><tr><td>1</td></tr></table>",
        ["W009"] * 3,
    ),
    "a heading below a skipped one": ("### Three\n\n##### Five", ["W007", "W007"]),
    "the year of a value": (
        "{fact}`membership.states` Member States (as of June 2016){fact:source}`membership.states`",
        ["W002"],
    ),
    "the year before a value": ("In 2016 it had {fact}`membership.states` members.", ["W002"]),
    "a pin of another year": ("{fact}`membership.states@2011-12-31` States in 2012.", ["W002"]),
}


@pytest.fixture(scope="module")
def codes(tmp_path_factory):
    """The codes of the findings on each of the pages above, which are looked at together."""
    from tests.lint.editorial.conftest import TextBook

    book = TextBook(tmp_path_factory.mktemp("text"))
    pages = {**LEFT_ALONE, **{name: text for name, (text, _) in FOUND.items()}}
    for number, text in enumerate(pages.values()):
        book.write(f"page{number}.md", f"# Page\n\n{text}\n")
    import json
    from contextlib import redirect_stdout
    from io import StringIO

    with redirect_stdout(StringIO()) as printed:
        book.check("--format", "json")
    found = {f"page{number}.md": [] for number in range(len(pages))}
    for each in json.loads(printed.getvalue())["findings"]:
        found[each["path"].rsplit("/", 1)[-1]].append(each["code"])
    return dict(zip(pages, found.values(), strict=True))


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_is_right_is_left_alone(name, codes):
    assert codes[name] == []


@pytest.mark.parametrize("name", FOUND)
def test_what_is_wrong_is_found(name, codes):
    assert codes[name] == FOUND[name][1]


def test_a_book_in_another_language_is_not_read_as_english(text_book, capfd):
    page = "# Page\n\nNous nous voyons : le 175 !\n"
    assert [code for code, *_ in text_book.told(capfd, page)] == ["W012", "W013", "W013"]
    text_book.write("conf.py", text_book.read("conf.py") + 'language = "fr"\n')
    assert text_book.told(capfd, page) == []


def test_a_change_leaves_markup_as_it_is(text_book, capfd):
    text_book.write(
        "page.md", "# Page\n\nThe *the* Council and the\nthe `the` States , as of `1`.\n"
    )
    assert text_book.check("--fix") == 0
    assert text_book.read("page.md").endswith(
        "The *the* Council and the `the` States, as of `1`.\n"
    )
