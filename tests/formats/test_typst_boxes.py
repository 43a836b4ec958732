"""Boxes that extensions make of their own: theorems, proofs, exercises."""

from pathlib import Path

import pytest

from tests.finished import pdf_text
from tests.formats.small_books import built

CONF = """
extensions += ["boxes"]
numfig = True
"""
EXTENSION = """
from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class theorem_node(nodes.Admonition, nodes.Element):
    pass


class proof_node(nodes.Admonition, nodes.Element):
    pass


class end_node(nodes.Admonition, nodes.Element):
    pass


class Box(SphinxDirective):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        content = nodes.section("", *self.parse_content_to_nodes(), ids=["content"])
        if self.name == "proof":
            return [proof_node("", nodes.admonition("", *content.children)), end_node()]
        given = self.arguments[0] if self.arguments else ""
        node = theorem_node("", nodes.title("", f" ({given})"), content, realtype="theorem")
        node["ids"] = [nodes.make_id(given)]
        self.set_source_info(node)
        self.state.document.note_explicit_target(node)
        return [node]


def none(_translator, _node):
    pass


def setup(app):
    app.add_directive("theorem", Box)
    app.add_directive("proof", Box)
    app.add_enumerable_node(
        theorem_node, "theorem", lambda _node: "theorem", html=(none, none), epub=(none, none)
    )
    for node in (proof_node, end_node):
        app.add_node(node, html=(none, none), epub=(none, none))
"""
PAGE = """# Boxes

:::{theorem} of Pythagoras
Squares and *sums*.
:::

:::{theorem} of Thales
Circles.
:::

:::{proof}
By drawing.
:::

See {numref}`this one <of-thales>`.
"""


def test_a_box_of_an_extension_has_its_title_and_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path / "source")
    made = built(tmp_path, {"index.md": PAGE, "boxes.py": EXTENSION}, CONF)
    assert "P001" not in made.warnings
    text = " ".join(pdf_text(made.pdf).split())
    for words in (
        "Theorem 1 (of Pythagoras) Squares and sums.",
        "Theorem 2 (of Thales) Circles. By drawing.",
    ):
        assert words in text
