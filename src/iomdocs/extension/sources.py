"""The sources of pages in the repository of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iomdocs.diagnostics import Location
from iomdocs.formats.html.sources import SourceLinks
from iomdocs.formats.html.words import words
from iomdocs.markup.domain import fact_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class PageSources:
    """Leads from each page to the web editor for its source, and to a form for a mistake."""

    def links(self, app: Sphinx, docname: str) -> SourceLinks | None:
        """The links of a page; ``None`` for a book that names no repository."""
        forge = fact_domain(app.env).forge
        source = Location(str(app.env.doc2path(docname)))
        edit = forge.edit(source)
        if not edit:
            return None
        known = words(app.config.language)
        title = known["report-title"].format(app.env.titles[docname].astext())
        body = known["report-body"].format(forge.place(source))
        return SourceLinks(edit, forge.report(title, body))
