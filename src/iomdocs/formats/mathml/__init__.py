"""Formulas as MathML, for every format that is HTML: set when the book is built.

Sphinx has a script set them in the reader's browser, which fetches it from elsewhere. Here they are
part of the page: nothing is loaded, they are there without a script, in an ePub too, and programs
that read aloud know them (MathML Core). LaTeX is read as for the PDF, so that all formats set the
same formulas, and Typst, which writes MathML, is part of the program already.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from iomdocs.formats.mathml.visitors import visit_math, visit_math_block

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

HERE = Path(__file__).parent
RENDERER = "mathml"
"""Our name among Sphinx's math renderers."""
MATHJAX = "mathjax"
"""The name of the one that Sphinx takes by default."""
STYLE = "iomdocs-math.css"


def register(app: Sphinx) -> None:
    """Set formulas as MathML, unless the book has chosen another way.

    Reads ``iomdocs_math``, which the caller must have added.
    """
    app.add_config_value("epub_math_renderer", None, "env", (str, type(None)))
    app.add_html_math_renderer(RENDERER, (visit_math, None), (visit_math_block, None))
    app.connect("config-inited", choose_renderers)
    app.connect("builder-inited", _add_static_files)
    app.connect("html-page-context", _add_style)


def choose_renderers(app: Sphinx, config: Config) -> None:
    """Name who sets the formulas of the website and of the ePub, where the book does not.

    A book has chosen if it names a renderer, has an extension with one, or has files of MathJax of
    its own. An ePub runs no script, so MathJax sets nothing there.
    """
    site = config["html_math_renderer"] or _chosen(app, config)
    if site is None:
        return
    config["html_math_renderer"] = site
    needs_script = site == MATHJAX and config["iomdocs_math"]
    book = RENDERER if needs_script else site
    config["epub_math_renderer"] = config["epub_math_renderer"] or book


def _chosen(app: Sphinx, config: Config) -> str | None:
    """The renderer that follows from the extensions; ``None`` where several ask for a choice."""
    others = set(app.registry.html_inline_math_renderers) - {MATHJAX, RENDERER}
    if others:
        return others.pop() if len(others) == 1 else None
    if not config["iomdocs_math"] or _is_local(str(config["mathjax_path"])):
        return MATHJAX
    return RENDERER


def _is_local(address: str) -> bool:
    """Whether a script comes with the book."""
    parts = urlsplit(address)
    return not (parts.scheme or parts.netloc)


def _sets_formulas(app: Sphinx) -> bool:
    return getattr(app.builder, "math_renderer_name", None) == RENDERER


def _add_static_files(app: Sphinx) -> None:
    """Ship the style; set only now, so that the place of the package is no changed setting."""
    if _sets_formulas(app):
        static = [*app.config["html_static_path"], str(HERE / "static")]
        app.config["html_static_path"] = static


def _add_style(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any
) -> None:
    """Load the style with the pages that have formulas."""
    if context.get("has_maths_elements") and _sets_formulas(app):
        app.add_css_file(STYLE)
