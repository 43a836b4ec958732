"""A Sphinx extension for tests: writes down what a book says, as the builder has assembled it.

Other books have packages named ``tests`` too: what it needs is read from its file.
"""

import importlib.util
import json
import sys
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

WORDS = Path(__file__).parent.parent / "formats" / "words.py"


def keep(app: Sphinx, book: nodes.document, _name: str) -> None:
    if app.builder.name != "typstpdf":
        return
    spec = importlib.util.spec_from_file_location("words_of_books", WORDS)
    words = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = words
    spec.loader.exec_module(words)
    pieces = [
        [piece.text, piece.place, piece.may_be.pattern if piece.may_be else None]
        for piece in words.expected(book)
    ]
    (Path(app.outdir) / "words.json").write_text(json.dumps(pieces), "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("doctree-resolved", keep, 999)
    return {"parallel_read_safe": True}
