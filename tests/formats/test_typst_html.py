"""Raw HTML in the PDF: what it means is printed, nothing breaks, nothing is lost in silence."""

import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.finished import pdf_text, squeezed
from tests.formats.conftest import ROOTS, Built
from tests.tagged import kinds_of

DOT = (ROOTS / "typst-nodes" / "dot.png").read_bytes()

WORDS = """# Page

<kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, <b>bold <i>both</b> after</i>, <u>under</u>,
<code>plain</code>, <code>co<sub>i</sub></code>, <q>said</q>, <mark>marked</mark>,
<abbr title="Short for it">SFI</abbr>, <span lang="fr">élément</span>, ~~struck~~,
one<br>two, caf&eacute; &amp; x &lt; y, <!-- unseen --> <ruby>K<rp>(</rp><rt>kan</rt></ruby>,
<a href="https://example.org/x">out</a>, <a name="spot"></a>there, <a href="#spot">to it</a>,
<a href="other.html">to the other</a>, <a href="nowhere.html">nowhere</a>,
<img src="dot.png" alt="A dot" width="20"> <img src="https://example.org/x.svg" alt="Badge">.
<script>var unseen;</script> <style>.unseen {}</style> <span hidden>unseen</span>

```{toctree}
other
```
"""

BLOCKS = """# Page

<details>
<summary>More <b>of</b> it</summary>

Parsed *words* inside.

</details>

<p align="center"><img src="dot.png" alt="Centred"><br>in the middle</p>

<div lang="de">

Parsed German.

</div>

<h3>Heading of HTML</h3>
<hr>
<pre><code class="language-python">
def f():
    return 1
</code></pre>
<blockquote>Quoted<p>twice</blockquote>
<ul><li>one<li>two<ol start="3"><li>three</ol></ul>
<dl><dt>Term<dd>Meaning<dt>Other<dd>Sense</dl>
<figure><img src="dot.png" alt="Dot"><figcaption>Its <b>caption</b></figcaption></figure>
<template>unseen</template><noscript>unseen</noscript>

- [x] done
"""

TABLE = """# Page

<table>
words astray
<caption>A table</caption>
<thead><tr><th>A<th>B<th>C</tr></thead>
<tr><td rowspan="9">a1<td colspan=2>b1
<tr><td>b2<td><table><tr><td>inner</table>
<tr><td colspan="0">b3
</table>
"""


SOUP = [
    "p",
    "div",
    "b",
    "i",
    "a",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "span",
    "details",
    "summary",
    "pre",
    "figure",
    "figcaption",
    "blockquote",
    "h2",
    "sub",
    "kbd",
    "code",
    "center",
    "caption",
    "q",
    "ruby",
    "rt",
    "thead",
    "tbody",
]


def languages_of(path: Path) -> set[str]:
    """The languages of elements, and of words in a line."""
    with pikepdf.open(path) as pdf:
        named = {
            str(each.Lang)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/Lang" in each
        }
        streams = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    return named | {tag.decode() for tag in re.findall(rb"/Lang\s*\(([\w-]+)\)", streams)}


def meets_its_standards(path: Path) -> bool:
    with pikepdf.open(path) as pdf, pdf.open_metadata() as data:
        return data.get("pdfuaid:part") == "1"


def test_words_in_a_line(printed: Callable[..., Built]) -> None:
    files = {"index.md": WORDS, "other.md": "# Other\n", "dot.png": DOT}
    built = printed(
        files,
        myst_enable_extensions=["strikethrough"],
        suppress_warnings=["myst.strikethrough"],
    )
    assert built.warnings == ""
    text = pdf_text(built.pdf)
    for words in (
        "Ctrl+C, H2O, bold both after, under,",
        "plain, coi, “said”, marked,",
        "SFI (Short for it), élément, struck,",
        "café & x < y, K (kan)",
        "out, there, to it, to the other, nowhere,",
        "Badge.",
    ):
        assert squeezed(words) in squeezed(text)
    assert re.search(r"one\s*\ntwo", text)
    assert "unseen" not in text
    assert meets_its_standards(built.pdf)
    assert "fr" in languages_of(built.pdf)
    with pikepdf.open(built.pdf) as pdf:
        links = [annotation for page in pdf.pages[3:] for annotation in page.get("/Annots", [])]
        assert [str(link.A.URI) for link in links if "/A" in link] == ["https://example.org/x"]
        assert len([link for link in links if "/Dest" in link]) == 2
    kinds = Counter(kinds_of(built.pdf))
    assert kinds["/Strong"] >= 1
    assert kinds["/Figure"] == 1


def test_lines_along_text_do_not_meet(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": "# Page\n\n<u>one <s>two <b><del>three</del></b></s></u> four\n"})
    assert built.warnings == ""
    assert meets_its_standards(built.pdf)
    assert "one two three four" in pdf_text(built.pdf)


def test_blocks(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": BLOCKS, "dot.png": DOT}, myst_enable_extensions=["tasklist"])
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    for words in (
        "More of it Parsed words inside.",
        "in the middle Parsed German. Heading of HTML",
        "def f(): return 1 Quoted twice",
        "one • two 3. three Term Meaning Other Sense",
        "Its caption",
        "☑ done",
    ):
        assert squeezed(words) in text
    assert "unseen" not in text
    assert "de" in languages_of(built.pdf)
    assert meets_its_standards(built.pdf)
    kinds = Counter(kinds_of(built.pdf))
    for kind, count in {"/Figure": 2, "/Caption": 1, "/BlockQuote": 1, "/Code": 1}.items():
        assert kinds[kind] == count, kind
    assert kinds["/L"] >= 4


def test_table_has_each_place_once(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": TABLE})
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    for words in ("words astray A table A B C", "b2 inner", "a1", "b3"):
        assert squeezed(words) in text
    kinds = Counter(kinds_of(built.pdf))
    assert kinds["/Table"] == 2
    assert kinds["/TH"] == 3 + 1
    assert meets_its_standards(built.pdf)


def test_unknown_elements_are_told_once_for_a_page(printed: Callable[..., Built]) -> None:
    page = """# Page

Words.

<button>Press</button> <svg><title>A drawing</title></svg>

<iframe title="A film" src="//example.org/film"></iframe> <button>again</button>
<video><source src="https://example.org/v.mp4">no video here</video>
"""
    built = printed({"index.md": page})
    place, message = built.warnings.strip().split("WARNING: ")
    assert place.endswith("index.md:5: ")
    assert "HTML elements <button>, <svg>, <iframe>, <video> [iomdocs.P001]" in message
    text = squeezed(pdf_text(built.pdf))
    words = "Press A drawing A film: https://example.org/film again https://example.org/v.mp4"
    assert squeezed(words) in text
    assert "novideo" not in text


def test_elements_of_an_included_file_are_named_in_it(printed: Callable[..., Built]) -> None:
    page = "# Page\n\n```{include} part.txt\n```\n"
    built = printed({"index.md": page, "part.txt": "One.\n\n<button>Press</button>\n"})
    assert "part.txt:3: WARNING: the PDF prints only the text" in built.warnings


def test_missing_picture_is_named(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": '# Page\n\n<p>\n<img src="gone.png" alt="A view">\n</p>\n'})
    assert "index.md:4: WARNING: the picture 'gone.png' cannot be found" in built.warnings
    assert "A view" in pdf_text(built.pdf)


def test_tags_across_headings_break_nothing(printed: Callable[..., Built]) -> None:
    page = """# Page

<div><details><summary>Open

## Section

Words </div> here. </b></p></td>

<ul>

Not an item.

## Another

</ul></details>

<![odd[ x ]]> <

<table><tr>

Still here.
"""
    built = printed({"index.md": page})
    with pikepdf.open(built.pdf) as pdf, pdf.open_outline() as outline:
        chapter = next(each for each in outline.root if each.title == "Page")
        assert [each.title for each in chapter.children] == ["Section", "Another"]
    text = squeezed(pdf_text(built.pdf))
    for words in ("Open", "Words here.", "Not an item.", "Still here."):
        assert squeezed(words) in text
    assert meets_its_standards(built.pdf)


def test_no_word_is_lost_in_a_soup_of_tags(printed: Callable[..., Built]) -> None:
    chance = random.Random(4)
    pieces, words = ["# Page"], []
    for number in range(300):
        words.append(f"word{number}x")
        left, right = (
            "".join(
                chance.choice(("<{}>", "</{}>", "<{} />")).format(chance.choice(SOUP))
                for _ in range(chance.randrange(5))
            )
            for _ in range(2)
        )
        pieces.append(f"{chance.choice(('', ' ', '*'))}{left}{words[-1]}{right}".strip())
        if not number % 12:
            pieces.append(f"## Section {number}")
    built = printed({"index.md": "\n\n".join(pieces) + "\n"})
    text = squeezed(pdf_text(built.pdf))
    assert [word for word in words if word not in text] == []


REST = """
Page
====

.. |br| raw:: html

   <br />

Line |br| broken.

.. raw:: html

   <center><p>reST <strong>raw</strong></p></center>

.. raw:: latex

   Unseen.

.. only:: html

   Unseen too.

.. role:: markup(raw)
   :format: html

Press :markup:`<kbd>K</kbd>`.
"""


def test_raw_html_of_rest(printed: Callable[..., Built]) -> None:
    built = printed({"index.rst": REST})
    assert built.warnings == ""
    text = pdf_text(built.pdf)
    assert re.search(r"Line\s*\nbroken\.", text)
    assert "reST raw" in text
    assert "Press K ." in text
    assert "nseen" not in text


NOTHING = [
    "<br>",
    "<p></p>",
    "<!-- x -->",
    "<b><i></i></b>",
    '<a id="x"></a>',
    '<a href="https://example.org/x"></a>',
    "<abbr></abbr>",
    "<ul></ul>",
    "<table><tr></tr></table>",
]


@pytest.mark.parametrize("source", NOTHING)
def test_html_without_words_prints_nothing(source: str, printed: Callable[..., Built]) -> None:
    built = printed({"index.md": f"# Page\n\nBefore.\n\n{source}\n\nBehind.\n"})
    assert built.warnings == ""
    assert re.search(r"Before\.\s*\n\s*Behind\.", pdf_text(built.pdf))
