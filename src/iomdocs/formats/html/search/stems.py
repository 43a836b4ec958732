"""The stem of each word once for a build, in the index of Sphinx's own search.

Sphinx works it out once for a page, so that a word of every page is taken apart as often as there
are pages: a third of the time that a book of 200 pages took to write.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Remember stems while pages are written."""
    app.connect("doctree-resolved", _remember)


def _remember(app: Sphinx, _doctree: document, _docname: str) -> None:
    """Give the language of the index a memory.

    Sphinx 9.0 makes index and language after the last event before the first page (see
    ``StandaloneHTMLBuilder.prepare_writing``), and asks ``SearchLanguage.stem`` for each word.
    """
    language: Any = getattr(getattr(app.builder, "indexer", None), "lang", None)
    stem = getattr(language, "stem", None)
    if stem is not None and not hasattr(stem, "cache_info"):
        language.stem = cache(stem)
