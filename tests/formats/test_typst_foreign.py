"""Other extensions in the PDF: what they make is laid open, and what fails is named."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.finished import pdf_text, squeezed
from tests.formats.conftest import ROOTS, Built

DOT = (ROOTS / "typst-nodes" / "dot.png").read_bytes()
BOOK = ["myst_parser", "iomdocs"]

DESIGN = """# Design

::::{grid} 1 2 3 3
:::{grid-item-card} Card one
:link: https://example.org/one
:footer: Footer one
Body of card one.
:::
:::{grid-item-card}
:link: other
:link-type: doc
:header: Header two
Body two.
:::
:::{grid-item-card} {octicon}`rocket` Other
:link: other
:link-type: doc
:img-top: dot.png
Body with {bdg-primary}`badge`.
:::
::::

::::{tab-set}
:::{tab-item} Linux
```
apt install x
```
:::
:::{tab-item} Windows
Use *winget*.
:::
::::

:::{dropdown} Dropdown title
Inside the dropdown.
:::

```{button-ref} other
:ref-type: doc
To the other page
```

::::{card-carousel} 2
:::{card} First of two
one
:::
:::{card} Second of two
two
:::
::::

::::{steps}
:::{step} First step
Do it.
:::
::::

:::{article-info}
:author: Ann
:date: Jan 1
:::

```{toctree}
other
```
"""


def test_sphinx_design_is_laid_open(printed: Callable[..., Built]) -> None:
    files = {"index.md": DESIGN, "other.md": "# Other\n", "dot.png": DOT}
    built = printed(files, extensions=[*BOOK, "sphinx_design"])
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    for words in (
        "Card one Body of card one. https://example.org/one Footer one",
        "Header two Body two. Other",
        "Other Body with badge. Linux",
        "Linux apt install x Windows Use winget.",
        "Dropdown title Inside the dropdown.",
        "To the other page",
        "First of two one Second of two two",
        "1. First step Do it.",
        "Ann Jan 1",
    ):
        assert squeezed(words) in text
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"
        links = [link for page in pdf.pages[3:] for link in page.get("/Annots", [])]
        addresses = [str(link.A.URI) for link in links if "/A" in link]
    assert addresses == ["https://example.org/one"] * 2


CODE = '''
"""A sample module."""

class Base:
    """A base."""

class Derived(Base):
    """Derived from it."""
'''

SPHINX = """
Page
====

.. todo::

   Do this later.

.. todolist::

.. digraph:: links
   :caption: The graph
   :alt: A leads to B

   A -> B;

.. inheritance-diagram:: sampled_module

.. autosummary::
   :toctree: generated

   sampled_module.Base
   sampled_module.Derived

.. ifconfig:: True

   Shown if configured.

See :issue:`12`.

.. doctest::

   >>> 1 + 1
   2

Behind all.
"""


DOT_PROGRAM = f"""#!{sys.executable}
import sys
file = next(word[2:] for word in sys.argv if word.startswith("-o"))
with open(file, "w") as drawing:
    drawing.write('<?xml version="1.0"?><svg width="62pt" height="40pt" viewBox="0 0 62 40" '
                  'xmlns="http://www.w3.org/2000/svg"><text x="9" y="20" font-size="14" '
                  'font-family="Times,serif">DRAWN</text></svg>')
"""


def test_extensions_of_sphinx(
    printed: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dot = tmp_path / "dot"
    dot.write_text(DOT_PROGRAM, "utf-8")
    dot.chmod(0o755)
    monkeypatch.syspath_prepend(f"{tmp_path}/source")
    names = "todo graphviz inheritance_diagram autodoc autosummary ifconfig viewcode doctest"
    built = printed(
        {"index.rst": SPHINX, "sampled_module.py": CODE},
        extensions=[
            *BOOK,
            *(f"sphinx.ext.{name}" for name in names.split()),
            "sphinx.ext.extlinks",
            "sphinx_copybutton",
        ],
        todo_include_todos=True,
        graphviz_dot=str(dot),
        extlinks={"issue": ("https://example.org/issues/%s", "issue %s")},
    )
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    for words in (
        "Todo Do this later.",
        "The graph",
        "sampled_module.Base () A base.",
        "class sampled_module.Derived",
        "Derived from it.",
        "Shown if configured.",
        "See issue 12.",
        ">>> 1 + 1 2",
        "Behind all.",
    ):
        assert squeezed(words) in text
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"
        described = {str(each.Alt) for each in pdf.objects if _is_figure(each)}
    assert text.count("DRAWN") == 2
    assert described == {"A leads to B", "Inheritance diagram of sampled_module"}


def _is_figure(found: object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure"


def test_graph_that_cannot_be_drawn_is_its_source(printed: Callable[..., Built]) -> None:
    page = "# Page\n\n```{digraph} links\nA -> B;\n```\n"
    built = printed(
        {"index.md": page}, extensions=[*BOOK, "sphinx.ext.graphviz"], graphviz_dot="no-such-dot"
    )
    assert "index.md:3: WARNING: the PDF prints this diagram as its source" in built.warnings
    assert squeezed("digraph links { A -> B; }") in squeezed(pdf_text(built.pdf))


STAND_INS = '''
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

def kind(name, *bases):
    made = type(name, bases or (nodes.General, nodes.Element), {"__module__": __name__})
    globals()[name] = made
    return made

video_node, youtube, mermaid = kind("video_node"), kind("youtube"), kind("mermaid")
TabContainer = kind("TabContainer", nodes.container)
CodeAreaNode = kind("CodeAreaNode", nodes.Element)

class Others(SphinxDirective):
    """Nodes as the extensions make them that are not installed here."""

    def run(self):
        tab = TabContainer("", type="tab", new_set=False)
        tab += [
            nodes.label("", "", nodes.emphasis("", "Inline"), nodes.Text(" tab")),
            nodes.container("", nodes.paragraph("", "Panel.")),
        ]
        diagram = mermaid("", code="graph TD; X-->Y")
        self.set_source_info(diagram)
        return [
            video_node("", sources=[("https://v.example.org/a.mp4", "", True)], caption="A film"),
            youtube("", id="abc"),
            diagram,
            tab,
            CodeAreaNode("", nodes.literal_block("x = 1", "x = 1")),
            nodes.container("", nodes.paragraph("", "Toggled."), classes=["toggle"]),
            nodes.paragraph("", "Forms: " + ", ".join(
                form for builder, form, place in sorted(
                    self.config.nb_mime_priority_overrides, key=lambda each: each[2]
                ) if builder == "typstpdf"
            )),
        ]

def setup(app):
    app.add_directive("others", Others)
    app.add_config_value("nb_mime_priority_overrides", [], "env")
'''


def test_nodes_are_known_by_name(
    printed: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(f"{tmp_path}/source")
    files = {"index.md": "# Page\n\n```{others}\n```\n", "stand_ins.py": STAND_INS}
    built = printed(files, extensions=[*BOOK, "stand_ins"])
    assert built.warnings.count("WARNING") == 1
    assert "index.md:3: WARNING: the PDF prints this diagram as its source" in built.warnings
    text = squeezed(pdf_text(built.pdf))
    for words in (
        "A film: https://v.example.org/a.mp4",
        "https://www.youtube.com/watch?v=abc graph TD; X-->Y",
        "Inline tab Panel. x = 1 Toggled.",
        "Forms: image/svg+xml, image/png, image/jpeg, image/gif, text/markdown, text/latex,",
        "text/html, text/plain",
    ):
        assert squeezed(words) in text


FAILING = """
from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

class fine(nodes.General, nodes.Element): pass
class broken(nodes.General, nodes.Element): pass
class unfinished(nodes.Inline, nodes.TextElement): pass

def address():
    return nodes.reference("", "there.", refuri="https://example.org/x", internal=False)

class Step(SphinxPostTransform):
    default_priority = 50

    def run(self):
        self.app.builder.of_websites_only()

class Nodes(SphinxDirective):
    has_content = True

    def run(self):
        target = nodes.target("", "", ids=["spot"], names=["spot"])
        self.state.document.note_explicit_target(target)
        kept = broken("", target, nodes.paragraph("", "Kept."))
        self.set_source_info(kept)
        words = unfinished("", "Words ", address())
        line = nodes.paragraph("", "", words, nodes.Text(" behind "), address())
        link = nodes.paragraph("", "", nodes.reference("", "Back", refid="spot"))
        return [fine("", *self.parse_content_to_nodes()), kept, line, link]

def begin(self, node):
    self.output.add("#strong[")

def end(self, node):
    self.output.add("];")

def begin_broken(self, node):
    self.output.add("#strong[")
    self.body.append("<b>")

def begin_unfinished(self, node):
    self.closings.append("open")

def end_unfinished(self, node):
    raise KeyError("nothing")

def resolved(app, tree, name):
    app.builder.highlighter.highlight()

def setup(app):
    app.add_directive("foreign-nodes", Nodes)
    app.add_post_transform(Step)
    app.connect("doctree-resolved", resolved)
    app.add_node(fine, typst=(begin, end))
    app.add_node(broken, typst=(begin_broken, end))
    app.add_node(unfinished, typst=(begin_unfinished, end_unfinished))
    app.add_node(nodes.rubric, override=True, typst=(begin, end))
"""


def test_what_fails_in_an_extension_is_named_and_left_out(
    printed: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(f"{tmp_path}/source")
    page = (
        "# Page\n\n:::{foreign-nodes}\nFINE *words*.\n:::\n\n:::{rubric} Own\n:::\n\n[out](#page)\n"
    )
    built = printed(
        {"index.md": page, "failing.py": FAILING},
        extensions=[*BOOK, "failing"],
        myst_heading_anchors=2,
        typst_show_urls="footnote",
    )
    for name, error in (
        ("Step", "AttributeError"),
        ("resolved", "AttributeError"),
        ("visit_broken", "AttributeError"),
        ("depart_unfinished", "KeyError"),
    ):
        words = f"the PDF is made without '{name}' of an extension, which fails: {error}"
        assert words in built.warnings
    assert re.search(
        r"index\.md:3: WARNING: the PDF is made without 'visit_broken'", built.warnings
    )
    text = squeezed(pdf_text(built.pdf))
    assert squeezed("FINE words. Kept. Words there.a behind there.a Back Own out") in text


MYST = """# Page

[Words of a class]{.special #place lang=fr} and `code`{l=python}.

{#named}
A named paragraph, {{ name }}, "quoted" -- (c).

{attribution="Somebody"}
> A quotation.

Term
: Definition

:field: value

<img src="dot.png" alt="A dot" width="50px">

<div class="admonition tip">
<p class="title">Tip of HTML</p>
Body of the tip
</div>

~~struck~~ and [to the place](#place), [to the paragraph](#named), [to the file](dot.png).

- [x] done
"""


def test_extensions_of_myst(printed: Callable[..., Built]) -> None:
    built = printed(
        {"index.md": MYST, "dot.png": DOT},
        myst_enable_extensions=[
            *("attrs_inline", "attrs_block", "substitution", "deflist", "fieldlist", "html_image"),
            *("html_admonition", "replacements", "smartquotes", "strikethrough", "tasklist"),
        ],
        myst_substitutions={"name": "**substituted**"},
        suppress_warnings=["myst.strikethrough"],
    )
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    for words in (
        "Words of a class and code. A named paragraph, substituted, “quoted” \u2013 ©.",
        "A quotation. — Somebody Term Definition field value Tip of HTML Body of the tip",
        "struck and to the place, to the paragraph, to the file (dot.png).",
        "☑ done",
    ):
        assert squeezed(words) in text
    with pikepdf.open(built.pdf) as pdf, pdf.open_metadata() as data:
        assert data["pdfuaid:part"] == "1"
        links = [link for page in pdf.pages[3:] for link in page.get("/Annots", [])]
        assert len([link for link in links if "/Dest" in link]) == 2


def test_directives_of_a_theme_are_known(printed: Callable[..., Built]) -> None:
    page = "# Page\n\n:::{margin} Aside\nIn the margin.\n:::\n\n:::{margin}\nWithout title.\n:::\n"
    built = printed({"index.md": page}, html_theme="sphinx_book_theme")
    assert built.warnings == ""
    text = squeezed(pdf_text(built.pdf))
    assert squeezed("Aside In the margin. Without title.") in text
