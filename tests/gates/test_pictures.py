"""Every picture and drawing says in words what it shows, as the pages have been read.

A writer of HTML takes the name of the file for a picture without words, which no checker of
finished pages finds: so this looks at the doctrees.
"""

import io
from pathlib import PurePosixPath

import pytest
from docutils import nodes
from sphinx.testing.util import SphinxTestApp

from iomdocs.nodes import fact_drawing
from tests.conftest import HANDBOOK, ROOTS

BOOKS = {"the handbook": HANDBOOK, "a foreign book": ROOTS / "workbook"}


def doctrees(source, folder):
    """The pages of a book by name, as they have been read."""
    app = SphinxTestApp("dummy", srcdir=source, builddir=folder, warning=io.StringIO())
    try:
        app.build()
        return {name: app.env.get_doctree(name) for name in sorted(app.env.found_docs)}
    finally:
        app.cleanup()


def wordless(trees):
    """The pictures whose words say nothing, with their pages; and how many there are."""
    found, count = [], 0
    for name, tree in trees.items():
        for picture in tree.findall(lambda node: isinstance(node, (nodes.image, fact_drawing))):
            count += 1
            if not says_something(picture):
                found.append(f"{name}: {picture.get('uri', picture.tagname)}")
    return found, count


def says_something(picture):
    words = picture.astext() or str(picture.get("alt", ""))
    name = PurePosixPath(picture.get("uri", "")).name
    return len(words.split()) > 1 and words.strip() not in {name, PurePosixPath(name).stem}


def test_the_gate_finds_a_picture_with_the_name_of_its_file():
    figure = nodes.image(uri="pictures/dot.png", alt="dot.png")
    good = nodes.image(uri="pictures/dot.png", alt="A blue dot")
    assert wordless({"index": nodes.section("", figure, good)}) == (["index: pictures/dot.png"], 2)


@pytest.mark.parametrize("book", BOOKS)
def test_every_picture_of(book, tmp_path):
    found, count = wordless(doctrees(BOOKS[book], tmp_path))
    assert found == []
    assert count >= 5
