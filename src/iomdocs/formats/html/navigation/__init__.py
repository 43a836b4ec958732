"""The tree of pages in the sidebar of pydata-sphinx-theme and of themes built upon it.

The theme resolves, renders and parses the whole tree for every page. Here it is made once for a
build (``resolution``, ``template``) and each page only fills in what depends on it: addresses, and
the marks of the page itself and of what holds it (``filling``). What comes out is the theme's own
HTML to the byte, up to the number of entries at which a page no longer carries them all
(``excerpt``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from iomdocs.formats.html import listeners
from iomdocs.formats.html.listeners import Listener
from iomdocs.formats.html.navigation.sidebars import Sidebars

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

THEME_FUNCTIONS = ("pydata_sphinx_theme.toctree", "add_toctree_functions")
"""Module and name of what gives templates the theme's own tree."""


def register(app: Sphinx) -> None:
    """Make the tree of the sidebar once for a build.

    Reads ``iomdocs_navigation`` and ``iomdocs_navigation_limit``, which the caller must have added.
    """
    app.connect("builder-inited", _take_over, priority=900)


def _take_over(app: Sphinx) -> None:
    """Stand between the theme and its templates.

    The theme renders templates while the event still runs, so that a listener behind its own would
    come too late.
    """
    if not app.config["iomdocs_navigation"] or not _addresses_are_plain(app):
        return
    listeners.replace(app, THEME_FUNCTIONS, partial(_with_our_tree, app))


def _with_our_tree(app: Sphinx, theme_adds: Listener) -> Listener:
    sidebars = Sidebars(app, theme_adds)
    app.connect("write-started", partial(_begin, sidebars))
    return partial(_add_functions, theme_adds, sidebars)


def _begin(sidebars: Sidebars, _app: Sphinx, _builder: Builder) -> None:
    sidebars.forget()


def _addresses_are_plain(app: Sphinx) -> bool:
    """Whether an address depends on nothing but where both pages lie; not so in a single page."""
    builder, plain = type(app.builder), StandaloneHTMLBuilder
    return issubclass(builder, plain) and all(
        getattr(builder, name) is getattr(plain, name)
        for name in ("get_relative_uri", "_get_local_toctree", "render_partial")
    )


def _add_functions(
    theme_adds: Listener,
    sidebars: Sidebars,
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: Any,
) -> None:
    """Give templates the functions of the theme, with ours for the sidebar."""
    theme_adds(app, pagename, templatename, context, doctree)
    generate: Callable[..., Any] = context["generate_toctree_html"]
    suppress: Callable[..., Any] = context["suppress_sidebar_toctree"]

    @cache
    def sidebar(kind: str, startdepth: int = 1, show_nav_level: int = 1, **options: Any) -> Any:
        found = None
        if kind == "sidebar" and (startdepth or _is_builders_own(context["toctree"])):
            found = sidebars.html(pagename, startdepth, show_nav_level, options)
        if found is not None:
            return found
        return generate(kind, startdepth=startdepth, show_nav_level=show_nav_level, **options)

    @cache
    def is_empty(startdepth: int = 1, **options: Any) -> bool:
        found = None
        if not options.get("includehidden", False):
            found = sidebars.html(pagename, startdepth, 1, options)
        if found is not None:
            return found == ""
        return bool(suppress(startdepth=startdepth, **options))

    if sidebars.same_for_all:
        context["generate_toctree_html"] = sidebar
        context["suppress_sidebar_toctree"] = is_empty


def _is_builders_own(function: Callable[..., Any]) -> bool:
    """Whether an extension has left the function ``toctree`` of templates as Sphinx made it."""
    return getattr(function, "__module__", "") == StandaloneHTMLBuilder.__module__
