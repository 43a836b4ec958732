"""Rules, what a page can silence, what is changed, and how findings are told."""

import json
import subprocess
import sys

import pytest

from iomdocs.cli import main
from iomdocs.diagnostics import CODES, Diagnostic, Location
from iomdocs.lint import catalogue, rule
from iomdocs.lint.page import HIDDEN, Page
from iomdocs.lint.reports import Told, as_annotations
from iomdocs.lint.rule import Edit, Finding

PAGE = """\
---
title: One
---
# Head *of* one

Some text with [a link](https://one.example "t") and {abbr}`ab` &amp; more,
a second line <https://two.example> ![seen](three.png) and <b>.

> Quoted [four](four.md)
> ```{note} Title [five](five.md)
> :class: tip
> Inner [six](six.md)
> ```

- ```{figure} seven.svg
  :target: eight.html

  Words [nine](nine.md)
  ```

| a | b |
|---|---|
| [ten](ten.md) | text |

[ref]: eleven.md
"""


def write(folder, text, syntax=("colon_fence",)):
    (folder / "page.md").write_text(text, "utf-8")
    return Page(folder / "page.md", frozenset(syntax))


def test_everything_on_a_page_has_its_line_and_column(tmp_path):
    page = write(tmp_path, PAGE)
    content = page.content
    for link in content.links:
        begin = page.lines[link.place.line - 1][link.place.column - 1 :]
        assert begin.startswith(("[", "<")), link
        assert link.target in begin
    names = ["one", "two", "four", "five", "six", "nine", "ten", "eleven"]
    assert [any(name in link.target for link in content.links) for name in names] == [True] * 8
    assert len(content.links) == 8
    (image,) = content.images
    assert page.lines[image.place.line - 1][image.place.column - 1 :].startswith("![seen](three")
    assert [(each.name, each.place) for each in content.directives] == [
        ("note", (10, 3)),
        ("figure", (15, 3)),
    ]
    assert [(o.name, o.value, o.place.line) for o in content.directives[1].options] == [
        ("target", "eight.html", 16)
    ]
    assert [(entry.keys, entry.value, entry.line) for entry in content.front_matter.entries] == [
        (("title",), "One", 2)
    ]
    assert [(each.name, each.text, each.place.line) for each in content.roles] == [
        ("abbr", "ab", 6)
    ]


def test_words_are_found_at_their_places(tmp_path):
    page = write(tmp_path, PAGE)
    for passage in page.content.passages:
        for character, offset in zip(passage.text, passage.offsets, strict=True):
            if character not in {HIDDEN, " ", "&"}:
                assert page.text[offset] == character, passage
    words = [passage.text for passage in page.content.passages]
    assert f"Some text with a link and {HIDDEN} & more, a second line" in words[1]
    assert page.place(page.text.index("Inner")) == (12, 3)
    assert page.offset(12, 3) == page.text.index("Inner")


@pytest.fixture
def blue(monkeypatch):
    """A rule that finds the word blue, and can change it."""

    def no_blue(page: Page):
        """Nothing is blue."""
        for passage in page.content.passages:
            if (at := passage.text.find("blue")) >= 0:
                begin = passage.offsets[at]
                yield Finding(
                    *page.place(begin), "it is blue", "paint", Edit(begin, begin + 4, "red")
                )

    no_blue.__annotations__["page"] = "Page"
    catalogue.rules()
    monkeypatch.setitem(CODES, "W999", "blue")
    monkeypatch.setattr(rule, "RULES", dict(rule.RULES))
    monkeypatch.setattr(catalogue, "RULES", rule.RULES)
    rule.rule("W999", "warning")(no_blue)
    catalogue.rules.cache_clear()
    yield
    catalogue.rules.cache_clear()


def check(book, *options):
    return main(["check", "--source", str(book.source), "--out", str(book.out), *options])


BLUE = """\
# Colours

The sky is blue.

% iomdocs: allow W999 the sea may be
The sea
is blue.

And the hat is blue.
"""


def test_a_warning_stops_only_a_book_that_asks(book, blue, capfd):
    plain = book("plain")
    plain.write("second.md", BLUE)
    assert check(plain) == 0
    told = capfd.readouterr()
    assert told.err.count("W999 (warning) it is blue") == 2
    assert "second.md:3:12: " in told.err
    assert "2 warnings (1 silenced with a reason)" in told.out
    conf = (plain.source / "conf.py").read_text("utf-8")
    plain.write("conf.py", f'{conf}\niomdocs_editorial = ["W999"]\n')
    assert check(plain) == 1
    assert plain.build("html") == 1
    assert "second.md:9:16: W999 it is blue" in capfd.readouterr().err


def test_only_what_is_found_is_changed(book, blue, capfd):
    plain = book("plain")
    (plain.source / "second.md").write_bytes(b"\xef\xbb\xbf" + BLUE.replace("\n", "\r\n").encode())
    assert check(plain, "--fix") == 0
    changed = BLUE.replace("sky is blue", "sky is red").replace("hat is blue", "hat is red")
    assert (plain.source / "second.md").read_bytes() == (
        b"\xef\xbb\xbf" + changed.replace("\n", "\r\n").encode()
    )


def test_silence_needs_a_reason_and_a_warning(book, blue, capfd):
    plain = book("plain")
    lines = [
        "# Colours",
        "% iomdocs: allow W999",
        "% iomdocs: allow X001 because",
        "% iomdocs: allow W998 because",
        "% iomdocs: shut up",
        "% iomdocs: allow W999 on this page: nothing is",
    ]
    plain.write("second.md", "\n\n".join(lines))
    assert check(plain, "--format", "json") == 0
    told = json.loads(capfd.readouterr().out)["findings"]
    assert [(each["line"], each["code"]) for each in told] == [
        (n, "W000") for n in (3, 5, 7, 9, 11)
    ]


def test_every_code_is_explained(capfd):
    for code in CODES:
        assert main(["check", "--explain", code]) == 0
    told = capfd.readouterr().out
    assert all(f"{code}: {title}" in told for code, title in CODES.items())
    assert "Bad: a page saved by an old editor" in told
    assert main(["check", "--explain", "F01"]) == 1
    assert "did you mean" in capfd.readouterr().err


def test_every_rule_has_a_manual():
    for each in catalogue.rules().values():
        assert all(part in each.manual for part in ("Why:", "Bad:", "Good:")), each.code


def test_no_page_can_give_commands_to_the_forge():
    message = "a % b\r\n::error::no ##[add-mask]x, y: z\u202e"
    place = Location("docs/a,b:c%\n::warning::.md", 3, 4)
    told = as_annotations(Told([Diagnostic(place, "F001", message, "one\ntwo")]))
    assert told.count("\n") == 1
    assert told.startswith("::error file=docs/a%2Cb%3Ac%25\\n%3A%3Awarning%3A%3A.md,line=3,col=4,")
    assert "##[" not in told
    assert "\u202e" not in told
    assert told.endswith("%0Ahint: one\\ntwo\n")


def test_named_files_that_are_code_are_said_to_be(book, capfd):
    town = book("town")
    named = ["conf.py", "townfacts.py", "index.md", "events.csv", "_static/gone.js", "../Makefile"]
    (town.source / "conf.py").write_bytes((town.source / "conf.py").read_bytes())
    assert check(town, "--format", "json", *(str(town.source / name) for name in named)) == 0
    told = json.loads(capfd.readouterr().out)["code"]
    assert [name.rsplit("/", 1)[-1] for name in told] == ["Makefile", "gone.js", "conf.py"]


def test_a_check_loads_neither_sphinx_nor_the_drawings(book):
    plain = book("plain")
    code = (
        "import sys; from iomdocs.cli import main; "
        f"main(['check', '--source', {str(plain.source)!r}]); "
        "print([m for m in ('sphinx', 'docutils', 'altair', 'myst_parser') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
