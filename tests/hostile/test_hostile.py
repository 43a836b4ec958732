"""What could hurt is refused by its text, and again by Sphinx where nobody has checked the text."""

import re
import resource
import subprocess
import sys

import pytest

from tests.hostile import books, table
from tests.hostile.files import FILES
from tests.hostile.page import Page, block, header
from tests.hostile.pages import PAGES

LIMITS = (1_000_000_000, 60)
"""Bytes and seconds of the process for everything hostile together."""


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """Everything hostile, tried once in a process with limits; the folder and what it printed."""
    folder = tmp_path_factory.mktemp("hostile")
    code = (
        "import pickle, sys; from pathlib import Path; from tests.hostile import table; "
        f"folder = Path({str(folder)!r}); outcome = table.run(folder); "
        "(folder / 'outcome').write_bytes(pickle.dumps(outcome))"
    )

    def limit():
        size, seconds = LIMITS
        resource.setrlimit(resource.RLIMIT_AS, (4 * size, 4 * size))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, preexec_fn=limit
    )
    assert done.returncode == 0, done.stderr
    import pickle

    return folder, pickle.loads((folder / "outcome").read_bytes())


def test_everything_hostile_is_refused(tried):
    _, outcome = tried
    assert len(outcome.rows) >= 300
    assert [row for row in outcome.rows if not row.is_refused] == []
    assert outcome.ends == ["refused", "refused"]


def test_nothing_was_run_published_or_read_from_elsewhere(tried):
    folder, _ = tried
    assert not list(folder.rglob("canary"))
    for book in ("pages", "files"):
        assert not list((folder / book / "html").rglob("*.html"))
        for path in (folder / book / "html").rglob("*"):
            assert not path.is_file() or books.SECRET.encode() not in path.read_bytes(), path


def test_what_sphinx_lets_pass_hurts_nobody(tried, tmp_path):
    _, outcome = tried
    names = {row.name for row in outcome.rows if row.kind == "page" and not _refused(row)}
    pages = [page for page in PAGES if f"{page.name}.md" in names]
    assert len(pages) >= 10
    source = books.write(tmp_path, pages)
    _, end = books.told_by_sphinx(source)
    assert end == "published"
    for page in pages:
        html = (tmp_path / "html" / f"{page.name}.html").read_text("utf-8")
        addresses = re.findall(r"(?:href|src|action|data)=[\"']([^\"']*)", html)
        assert addresses
        for address in addresses:
            assert re.match(r"(https?://|[\w#./?=&;-]*$)", address), (page.name, address)


def _refused(row):
    return any(code.startswith("X") for code in row.sphinx)


PLAIN = """\
---
title: Plain
orphan: true
---

# Plain

Words, [a link](https://a.example/x?y=1#z), <https://b.example>, [a page](index.md),
[a place](#plain),
[mail](mailto:a@b.example), ![a dot](picture.png), {abbr}`UN (United Nations)`, {ref}`x <plain>`,
a formula {math}`\\frac{a}{b}`, `<script>` and a \\<sign>. Arabic \u0645\u0631\u062d\u0628\u0627 and
Hebrew \u05e9\u05dc\u05d5\u05dd, an emoji \U0001f469\u200d\U0001f4bb.

<!-- a comment -->

:::{note}
:class: tip
Words with **weight**.
:::

```{figure} picture.png
:alt: a dot
:target: https://a.example
:width: 50%

The caption.
```

```{list-table}
:header-rows: 1

* - a
  - b
* - 1
  - 2
```

```{include} part.md
```

| a | b |
|---|---|
| 1 | 2 |

```html
<script>alert(1)</script>
```

```{code-block} python
import os
```

Term
: What it is.

> A quotation
> > in a quotation

A note[^1].

[^1]: Its words.
"""


def test_what_people_write_is_let_through(tmp_path):
    source = books.write(tmp_path, [Page("plain", PLAIN, "", whole=True)])
    (source / "part.md").write_text("---\norphan: true\n---\n\nA part.\n", "utf-8")
    found = {code for each in books.told_by_text(source).values() for code, _ in each}
    assert not [code for code in found if code.startswith("X")]
    told, end = books.told_by_sphinx(source)
    assert end == "published"
    assert not [code for each in told.values() for code, _ in each if code.startswith("X")]
    assert "A part." in (tmp_path / "html" / "plain.html").read_text("utf-8")


def test_a_book_that_trusts_its_pages_is_as_it_was(tmp_path):
    pages = [
        Page("raw", block("raw html", "<b id='own'>x</b>"), "X002"),
        Page("front", header("myst: {enable_extensions: [substitution]}"), "X001", whole=True),
    ]
    source = books.write(tmp_path, pages)
    conf = (source / "conf.py").read_text("utf-8")
    trusting = conf.replace("untrusted_pages = True", "untrusted_pages = False")
    (source / "conf.py").write_text(trusting, "utf-8")
    assert books.told_by_text(source) == {}
    told, end = books.told_by_sphinx(source)
    assert (dict(told), end) == ({}, "published")
    assert "<b id='own'>" in (tmp_path / "html" / "raw.html").read_text("utf-8")
    assert "Words 1337." in (tmp_path / "html" / "front.html").read_text("utf-8")


def test_syntax_that_a_book_switches_on_is_looked_at_too(tmp_path):
    pages = [
        Page("inline", "[x](index.md){.d-none}", "X004"),
        Page("block", "{.d-none}\nWords.", "X004", 4),
        Page("math", "$\\href{javascript:alert(1)}{x}$", "X016"),
        Page("math-block", "$$\n\\input{SECRET}\n$$", "X016"),
        Page("picture", '<img src="https://evil.example/x.png">', "X008"),
        Page("box", '<div class="admonition">\n<p>x</p>\n</div>', "X008"),
        Page("field", ":words: [x](javascript:alert(1))", "X006", again=False),
        Page("span", "[words]{.visually-hidden}", "X004"),
    ]
    syntax = [*books.SYNTAX, "attrs_inline", "attrs_block", "dollarmath", "html_image"]
    source = books.write(tmp_path, pages, [*syntax, "html_admonition", "fieldlist"])
    text = books.told_by_text(source)
    sphinx, end = books.told_by_sphinx(source)
    assert end == "refused"
    for page in pages:
        assert (page.code, page.line) in text.get(f"{page.name}.md", ()), page.name
        codes = [code for code, _ in sphinx.get(f"{page.name}.md", ())]
        assert not page.again or page.code in codes, page.name


def test_a_book_with_substitutions_cannot_have_pages_of_strangers(tmp_path):
    source = books.write(
        tmp_path, [Page("words", "Words {{ 7 * 191 }}.", "X009")], ["substitution"]
    )
    assert ("X009", 3) in books.told_by_text(source)["words.md"]
    told, end = books.told_by_sphinx(source)
    assert (told["conf.py"][0][0], end) == ("X009", "refused")


def test_every_kind_of_file_is_tried():
    assert {row.code for row in (*PAGES, *FILES)} >= {
        f"X{number:03}" for number in range(1, 19)
    } - {"X009"}
    assert table.RECORDS


def test_contents_that_go_in_a_circle_end_the_build(tmp_path):
    pages = [
        Page("first", block("toctree", "second"), "X018", 4),
        Page("second", block("toctree", "first"), "X018", 4),
    ]
    told, end = books.told_by_sphinx(books.write(tmp_path, pages))
    assert end == "refused"
    assert ("X018", 4) in told["second.md"]


def test_a_listing_from_a_large_file_is_refused(tmp_path):
    source = books.write(tmp_path, [Page("large", block("literalinclude rows.csv"), "X018")])
    (source / "rows.csv").write_text("a,b\n" * 6_000, "utf-8")
    told, end = books.told_by_sphinx(source)
    assert end == "refused"
    assert ("X018", 3) in told["large.md"]


def test_a_directive_that_cannot_be_read_is_told(tmp_path):
    caption = block("code-block python", ":caption: <b>\n\nx = 1")
    told, end = books.told_by_sphinx(books.write(tmp_path, [Page("caption", caption, "X008")]))
    assert end == "refused"
    assert ("X004", 3) in told["caption.md"]
