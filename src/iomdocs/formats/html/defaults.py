"""Choices of Sphinx and of themes that do not work well; those of a book stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sphinx.highlighting import PygmentsBridge

from iomdocs.formats.html.pages import writes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config

PYGMENTS_STYLE = "a11y-high-contrast-light"
"""Colours of code with a contrast of 7:1 and more (WCAG 2.2, 1.4.6); of accessible-pygments."""
THEME_OPTIONS: Mapping[str, Mapping[str, Any]] = {"sphinx_book_theme": {"navbar_persistent": []}}
"""Options by theme.

sphinx-book-theme has its search in the sidebar and no header. Without this, pydata-sphinx-theme
0.20 puts a second search into a header, and its script then listens to the button of that header,
which is not shown: the menu on a phone does not open.
"""


def register(app: Sphinx) -> None:
    """Set what the book leaves open."""
    app.connect("config-inited", set_theme_options)
    app.connect("builder-inited", colour_code)


def set_theme_options(_app: Sphinx, config: Config) -> None:
    """Set options of the theme before it reads them."""
    defaults = THEME_OPTIONS.get(config["html_theme"], {})
    config["html_theme_options"] = {**defaults, **config["html_theme_options"]}


def colour_code(app: Sphinx) -> None:
    """Set colours of code that can be read, for pages only: an ePub has those of its own theme.

    pydata-sphinx-theme and its children have such colours, and write them over these. A
    theme that has chosen among those of accessible-pygments keeps what fits its pages.
    """
    if not writes_site(app) or app.config["pygments_style"] is not None:
        return
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    if not str(builder.theme.pygments_style_default or "").startswith("a11y-"):
        builder.highlighter = PygmentsBridge("html", PYGMENTS_STYLE)
