"""Search in the box of pydata-sphinx-theme and its children, with an index made by Pagefind.

Where the index cannot be made or used (another theme, no Pagefind for the platform, a page opened
as a file, a browser without WebAssembly), the search of Sphinx stays as it is.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

from iomdocs.formats.html.assets import is_pydata_theme
from iomdocs.formats.html.search import index, records, sphinx_search

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from iomdocs.formats.html.search.records import RecordProvider

logger = logging.getLogger(__name__)

BUILDERS = ("html", "dirhtml")
"""Those that write a page for each document; others of the format make help files."""

RIVALS = ("readthedocs_sphinx_search", "sphinx_docsearch", "sphinxcontrib.typesense")
"""Extensions that bring a search of their own to the box."""


def register(app: Sphinx, provider: RecordProvider) -> None:
    """Give websites the search; reads ``iomdocs_search``, which the caller must have added."""

    def write_index(app: Sphinx, exception: Exception | None) -> None:
        if exception or not is_wanted(app):
            return
        try:
            program = index.executable(app.config.language)
            found = chain(records.of_terms(app.env), provider.records(app))
            index.write(app, program, found)
        except index.Unavailable as reason:
            logger.info("search: that of Sphinx, without Pagefind: %s", reason)

    sphinx_search.register(app)
    app.connect("builder-inited", _add_script)
    app.connect("build-finished", write_index)


def is_wanted(app: Sphinx) -> bool:
    """Whether the website has the box, and nothing else that searches in it."""
    builder = app.builder
    return (
        bool(app.config["iomdocs_search"])
        and builder.name in BUILDERS
        and isinstance(builder, StandaloneHTMLBuilder)
        and is_pydata_theme(app)
        and not builder.theme_options.get("search_as_you_type")
        and not any(name in app.extensions for name in RIVALS)
    )


def _add_script(app: Sphinx) -> None:
    """Ship the script that waits for the box to be opened, if an index can be made."""
    if not is_wanted(app):
        return
    try:
        index.executable(app.config.language)
    except index.Unavailable:
        return
    app.add_js_file("iomdocs-search.js", loading_method="defer")
