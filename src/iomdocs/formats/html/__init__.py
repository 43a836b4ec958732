"""HTML: visitors, styles and templates on top of the theme that a book has chosen.

Everything here works with any theme; the looks are made for sphinx-book-theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from filecmp import cmp
from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs.formats.html import (
    data,
    defaults,
    front,
    language,
    mirroring,
    navigation,
    pages,
    search,
    titles,
)
from iomdocs.formats.html.visitors import VISITORS
from iomdocs.formats.html.widgets import NamedWidgets

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.theming import Theme

    from iomdocs.formats.html.data import DataProvider
    from iomdocs.formats.html.search.records import RecordProvider

HERE = Path(__file__).parent
ASSET_MACROS = "static/webpack-macros.html"
"""The template in which pydata-sphinx-theme names its styles and scripts."""
STYLES = ("-tokens", "", "-provenance", "-tables", "-register", "-drawings")
"""The styles for every theme: what facts look like."""
SCRIPTS = ("", "-tables")
"""The scripts of every page."""
THEME_STYLES = ("-theme", "-notes", "-front", "-icons")
"""The styles that change what comes from sphinx-book-theme."""
LAST_STYLES = ("-print",)
"""The styles that have the last word, on any theme."""
UNUSED = ("fontawesome.js", "fontawesome.js.LICENSE.txt", "*.map", "*webpack-macros.html")
"""Files of the theme that pages do not ask for: the icon script, source maps, templates."""


def register(app: Sphinx, provider: DataProvider, searched: RecordProvider) -> None:
    """Make Sphinx write the custom nodes as HTML and show edition, licence, downloads and data.

    Reads ``iomdocs_edition``, ``iomdocs_licence``, ``iomdocs_slug``, ``iomdocs_formats``,
    ``iomdocs_popovers`` and ``iomdocs_search``, which the caller must have added; the caller also
    makes the nodes known (``add_node``).
    """
    for node, handlers in VISITORS.items():
        app.registry.add_translation_handlers(node, html=handlers)
    data.register(app, provider)
    front.register(app)
    navigation.register(app)
    language.register(app)
    mirroring.register(app)
    defaults.register(app)
    app.add_post_transform(NamedWidgets)
    search.register(app, searched)
    app.connect("config-inited", _add_templates)
    app.connect("builder-inited", _add_static_files)
    app.connect("html-page-context", pages.add_context, priority=400)
    app.connect("html-page-context", titles.make_safe, priority=900)
    app.connect("doctree-resolved", pages.shorten_register)
    app.connect("build-finished", _remove_unused_files)


def _add_templates(_app: Sphinx, config: Config) -> None:
    """Put our templates after those of the book, which may replace any of them."""
    config["templates_path"] = [*config["templates_path"], str(HERE / "templates")]


def _add_static_files(app: Sphinx) -> None:
    """Ship styles and script with pages, but not with an ePub, which has its own.

    Set only after the builder has made its digest of the settings, so that the place where the
    package is installed does not count as a change of settings.
    """
    if pages.writes_site(app):
        static = [*app.config["html_static_path"], str(HERE / "static")]
        app.config["html_static_path"] = static
        for name in STYLES + (THEME_STYLES if _is_pydata_theme(app) else ()) + LAST_STYLES:
            app.add_css_file(f"iomdocs{name}.css")
        for name in SCRIPTS + (("-provenance",) if app.config["iomdocs_popovers"] else ()):
            app.add_js_file(f"iomdocs{name}.js", loading_method="defer")


def _is_pydata_theme(app: Sphinx) -> bool:
    """Whether the theme is sphinx-book-theme or another child of pydata-sphinx-theme."""
    return any(folder.name == "pydata_sphinx_theme" for folder in _theme_folders(app))


def _theme_folders(app: Sphinx) -> Sequence[Path]:
    """The folder of the theme and those of the themes that it builds upon."""
    theme: Theme | None = getattr(app.builder, "theme", None)
    return theme.get_theme_dirs() if theme else ()


def _remove_unused_files(app: Sphinx, exception: Exception | None) -> None:
    """Delete what the theme ships and no page asks for, about 5 MB."""
    if exception or not pages.writes_site(app) or not _is_pydata_theme(app):
        return
    macros = app.builder.templates.environment.get_template(ASSET_MACROS)
    if Path(macros.filename) == HERE / "templates" / ASSET_MACROS:
        for path in set(_unused_files(app)):
            path.unlink()


def _unused_files(app: Sphinx) -> Iterator[Path]:
    """Those that came from the theme; a file of the author may bear the same name."""
    for folder in _theme_folders(app):
        for original in (file for name in UNUSED for file in (folder / "static").rglob(name)):
            copy = Path(app.outdir, "_static", original.relative_to(folder / "static"))
            if copy.is_file() and cmp(original, copy, shallow=False):
                yield copy
