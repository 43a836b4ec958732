"""HTML: visitors, styles and templates on top of the theme that a book has chosen.

Everything here works with any theme; the looks are made for sphinx-book-theme.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs.formats.html import (
    anchors,
    assets,
    data,
    defaults,
    direction,
    emptiness,
    foot,
    front,
    head,
    mirroring,
    moved,
    navigation,
    notfound,
    provenance,
    repeated,
    robots,
    search,
    sources,
    titles,
    topics,
)
from iomdocs.formats.html.visitors import VISITORS
from iomdocs.formats.html.widgets import NamedWidgets

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from iomdocs.formats.html.data import DataProvider
    from iomdocs.formats.html.search.records import RecordProvider
    from iomdocs.formats.html.sources import SourceProvider

HERE = Path(__file__).parent


def register(
    app: Sphinx,
    provider: DataProvider,
    searched: RecordProvider,
    source_provider: SourceProvider,
) -> None:
    """Make Sphinx write the custom nodes as HTML, and show what a page has beside its text.

    Reads ``iomdocs_edition``, ``iomdocs_as_of``, ``iomdocs_facts``, ``iomdocs_licence``,
    ``iomdocs_slug``, ``iomdocs_formats``, ``iomdocs_popovers``, ``iomdocs_search``,
    ``iomdocs_navigation`` and ``iomdocs_navigation_limit``, which the caller must have added; the
    caller also makes the nodes known (``add_node``).
    """
    for node, handlers in VISITORS.items():
        app.registry.add_translation_handlers(node, html=handlers)
    data.register(app, provider)
    assets.register(app)
    front.register(app)
    navigation.register(app)
    emptiness.register(app)
    direction.register(app)
    mirroring.register(app)
    defaults.register(app)
    app.add_post_transform(NamedWidgets)
    search.register(app, searched)
    app.connect("config-inited", _add_templates)
    topics.register(app)
    head.register(app)
    foot.register(app, source_provider)
    for part in (sources, anchors, notfound, moved, robots, repeated):
        part.register(app)
    app.connect("html-page-context", titles.make_safe, priority=900)
    app.connect("doctree-resolved", provenance.shorten_register)


def _add_templates(_app: Sphinx, config: Config) -> None:
    """Put our templates after those of the book, which may replace any of them."""
    config["templates_path"] = [*config["templates_path"], str(HERE / "templates")]
