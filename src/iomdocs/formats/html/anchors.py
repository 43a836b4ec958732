"""The signs beside headings, captions and terms that link to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iomdocs.formats.html.pages import writes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Change the sign after the theme has chosen its own."""
    app.connect("builder-inited", _hide_sign, priority=900)


def _hide_sign(app: Sphinx) -> None:
    """Hide the sign from screen readers, which then take the name of the link from its title.

    Accessible Name and Description Computation 1.2, 4.3.2: without content that has a name the
    title is the name. Sphinx has titles in the language of the book: "Link to this heading".
    """
    sign = str(app.config["html_permalinks_icon"])
    if writes_site(app) and "<" not in sign:
        app.config["html_permalinks_icon"] = f'<span aria-hidden="true">{sign}</span>'
