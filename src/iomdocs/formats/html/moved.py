"""Pages that lead from an old address to the new one, for books that use ``sphinx_reredirects``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iomdocs.formats.html.pages import writes_site
from iomdocs.formats.html.words import words
from iomdocs.languages import language_tag

if TYPE_CHECKING:
    from sphinx.application import Sphinx

TEMPLATE = "iomdocs/moved.html"

_FILE = "redirect_html_template_file"


def register(app: Sphinx) -> None:
    """Have the extension write pages that say in the language of the book where to go."""
    app.connect("html-collect-pages", _prepare, priority=400)


def _prepare(app: Sphinx) -> Sequence[Any]:
    """Set the template just before it is used, so that no setting changes between two readings.

    The chapters of an ePub have no old addresses. Returns no pages of its own.
    """
    if "redirects" not in app.config:
        return ()
    if not writes_site(app):
        app.config["redirects"] = {}
    elif not app.config[_FILE]:
        context = {
            "tag": language_tag(str(app.config["language"] or "en")),
            "words": words(app.config["language"]),
            "project": app.config["project"],
        }
        file = Path(app.doctreedir, "iomdocs-moved.html")
        file.write_text(app.builder.templates.render(TEMPLATE, context), "utf-8")
        app.config[_FILE] = str(file)
    return ()
