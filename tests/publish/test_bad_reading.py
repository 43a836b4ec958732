"""What keeps some readers out of a page: file, line, code and a hint, where a book asks for it."""

import pytest

from tests.conftest import Book
from tests.findings import findings, findings_of_pages

MISTAKES = {
    "a page without a title": ("Words without a title.", (1, "A001", "no title", "# Title")),
    "a raw heading that skips a level": (
        "# More\n\n## Part\n\n<div>\n<h4>Small</h4>\n</div>",
        (6, "A002", "a heading of level 4 stands below one of level 2", "make it one of level 3"),
    ),
    "a heading outside the contents that skips a level": (
        "# More\n\n:::{rubric} Small\n:heading-level: 3\n:::",
        (3, "A002", "a heading of level 3 stands below one of level 1", "level 2"),
    ),
    "a figure without words": (
        "# More\n\n:::{figure} dot.png\n\nA dot.\n:::",
        (3, "A003", "the picture 'dot.png' has no words", "with :alt:"),
    ),
    "a picture without words in a sentence": (
        "# More\n\nA sentence that goes on\nand on ![](dot.png) and on.",
        (4, "A003", "the picture 'dot.png' has no words", "![words](file)"),
    ),
    "a picture with only the name of its file": (
        "# More\n\n![dot](dot.png)",
        (3, "A003", "the words for the picture 'dot.png' are only the name of its file", ""),
    ),
    "a raw picture without words": (
        '# More\n\n<p>\n<img src="dot.png">\n</p>',
        (4, "A003", "the picture 'dot.png' has no words", 'alt=""'),
    ),
    "a table without a header": (
        "# More\n\n:::{list-table}\n* - one\n  - two\n:::",
        (4, "A004", "the table has no header", ":header-rows: 1"),
    ),
    "a table with an empty header": (
        "# More\n\n|   |   |\n|---|---|\n| 1 | 2 |",
        (3, "A004", "the table has no header", "| name | name |"),
    ),
    "a raw table without a header": (
        "# More\n\n<table>\n<tr><td>1</td></tr>\n</table>",
        (3, "A004", "the table has no header", ""),
    ),
    "a picture that is too large": (
        "# More\n\n![A dot](large.png)",
        (3, "A005", "has 2,500 bytes, more than the 2,000 that are allowed", "iomdocs_image_limit"),
    ),
    "a link without words": (
        "# More\n\nA sentence\nwith [](https://www.example.org/) in it.",
        (4, "A006", "the link has no words", "[words](address)"),
    ),
    "a raw link without words": (
        '# More\n\n<div><a href="index.html"><span></span></a></div>',
        (3, "A006", "the link has no words", ""),
    ),
    "a link without words around a picture that decorates": (
        "# More\n\n:::{image} dot.png\n:alt:\n:target: https://www.example.org/\n:::",
        (5, "A006", "the link has no words", ""),
    ),
}


def asking(plain, *, limit=2000, setting=True):
    """A small book that asks to be told, with pictures of 2,000 and of 2,500 bytes."""
    settings = f"\niomdocs_accessible = {setting}\niomdocs_image_limit = {limit}\n"
    settings += 'myst_enable_extensions = ["colon_fence"]\n'
    conf = (plain.source / "conf.py").read_text("utf-8")
    plain.write("conf.py", conf + settings)
    (plain.source / "dot.png").write_bytes(DOT.ljust(2000, b"\0"))
    (plain.source / "large.png").write_bytes(DOT.ljust(2500, b"\0"))
    return plain


@pytest.fixture
def careful(book):
    """A small book that asks to be told, with a page."""

    def with_page(text, *, limit=2000, setting=True):
        plain = asking(book("plain"), limit=limit, setting=setting)
        plain.write("more.md", text + "\n")
        plain.replace("index.md", "second\n```", "second\nmore\n```")
        return plain

    return with_page


DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "60606000000005000160e1ae2a0000000049454e44ae426082"
)
"""A PNG of one pixel."""


@pytest.fixture(scope="module")
def of_mistakes(tmp_path_factory):
    plain = asking(Book("plain", tmp_path_factory.mktemp("mistakes")))
    return findings_of_pages(plain, {name: written for name, (written, _) in MISTAKES.items()})


@pytest.mark.parametrize("mistake", MISTAKES)
def test_it_is_named_in_its_line(of_mistakes, mistake):
    _, (line, code, message, hint) = MISTAKES[mistake]
    ((*place, said, advice),) = of_mistakes[mistake]
    assert place == [line, code]
    assert message in said
    assert hint in advice


def test_all_are_told_in_one_run_and_in_the_file_that_holds_them(careful, capfd):
    plain = careful("# More\n\n:::{include} part.txt\n:::\n\n![](dot.png)")
    plain.write("part.txt", "Words.\n\n:::{list-table}\n* - one\n:::\n\n[](https://example.org/)\n")
    plain.write("second.md", "Words without a title.\n")
    assert plain.build("html") == 1
    assert [(place, line, code) for place, line, code, *_ in findings(capfd)] == [
        ("more.md", 6, "A003"),
        ("part.txt", 4, "A004"),
        ("part.txt", 7, "A006"),
        ("second.md", 1, "A001"),
    ]


def test_a_heading_in_markdown_that_skips_a_level_is_told_once(careful, capfd):
    assert careful("# More\n\n### Small").build("html") == 1
    ((place, line, code, *_),) = findings(capfd)
    assert (place, line, code) == ("more.md", 3, "M005")


GOOD = """# More

## Part

<h3>Raw</h3>

![A dot](dot.png), [Second](second.md), [](second.md), [](#part), <https://www.example.org/>

:::{image} dot.png
:alt:
:::

:::{image} dot.png
:alt: The way to a website
:target: https://www.example.org/
:::

:::{list-table}
:stub-columns: 1

* - one
  - two
:::

<table role="presentation"><tr>
<td><a href="#x"><img src="dot.png" alt="words"></a></td>
</tr></table>

<img src="dot.png" alt=""> <a href="index.html" aria-label="Words"></a>
"""


def test_what_is_right_is_not_told(careful, capfd):
    assert careful(GOOD).build("html") == 0
    assert findings(capfd) == []


def test_nothing_is_told_to_a_book_that_does_not_ask(careful):
    pages = "\n\n".join(text.removeprefix("# More\n\n") for text, _ in MISTAKES.values())
    pages = pages.replace("[](https://www.example.org/)", "[words](https://www.example.org/)")
    assert careful("# More\n\n## Part\n\n" + pages, setting=False).build("html") == 0


NOWHERE = {
    "[words](missing.md)": ("'missing.md' leads nowhere", "link to a file or heading that exists"),
    "[words](missing.pdf)": ("'missing.pdf' leads nowhere", "link to a file or heading"),
    "[words](second.md#nowhere)": ("'nowhere' leads nowhere", "link to a file or heading"),
    "[words](#nowhere)": ("'nowhere' leads nowhere", "link to a file or heading"),
    "[](missing.md)": ("'missing.md' leads nowhere", "link to a file or heading"),
    "[words](file:///home/me/notes.txt)": (
        "leads to a file of your own machine",
        "without 'file:'",
    ),
    "[words](file:notes.txt)": ("leads to a file of your own machine", "without 'file:'"),
    "{ref}`nowhere`": ("undefined label: 'nowhere'", "name a label that exists"),
    "{doc}`nowhere`": ("unknown document: 'nowhere'", "link to a page that exists"),
    "{term}`nowhere`": ("term not in glossary: 'nowhere'", "name a term that the glossary has"),
    "{numref}`nowhere`": ("undefined label: 'nowhere'", "figure or table that exists"),
    "{eq}`nowhere`": ("equation not found: nowhere", "name a formula that has this label"),
    "{any}`nowhere`": ("reference target not found: nowhere", "name a page, label or term"),
    "{download}`missing.zip`": ("file not readable: missing.zip", "add the file, or correct"),
}


def test_every_link_to_nowhere_is_told_in_one_run(careful, capfd):
    lines = "\n\n".join(NOWHERE)
    assert careful(f"# More\n\n{lines}", setting=False).build("html") == 1
    found = {line: rest for _place, line, *rest in findings(capfd)}
    assert list(found) == list(range(3, 3 + 2 * len(NOWHERE), 2))
    for line, (message, hint) in zip(found, NOWHERE.values(), strict=True):
        assert found[line][0] == "L001"
        assert message in found[line][1]
        assert hint in found[line][2]
