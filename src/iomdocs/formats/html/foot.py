"""The foot of a page: change it, cite it, take its facts; and what is said of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from iomdocs.formats.html.citing import cite
from iomdocs.formats.html.pages import book_context, root_of, writes_site
from iomdocs.formats.html.sources import last_change
from iomdocs.formats.html.words import words

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from iomdocs.formats.html.sources import SourceProvider


def register(app: Sphinx, sources: SourceProvider) -> None:
    """Put the foot onto every page of a website.

    Runs before the theme reads its lists of templates. sphinx-book-theme has a place for a line
    of one's own at the foot; with any other theme the foot ends the text. A book that says nothing
    of itself has none.
    """

    def add_foot(
        app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: Any
    ) -> None:
        if not writes_site(app):
            return
        context.setdefault("default_mode", "auto")
        context["iomdocs"] = book_context(app.config, root_of(context))
        if pagename in app.env.found_docs:
            context["page_foot"] = _of_page(app, pagename, context, sources)
        foot = Markup(app.builder.templates.render("iomdocs/foot.html", context))  # noqa: S704
        if not foot.striptags():
            return
        if "theme_extra_footer" in context:
            context["theme_extra_footer"] = foot + Markup(context["theme_extra_footer"] or "")  # noqa: S704
        elif "body" in context:
            context["body"] += f'<div class="edition-footer">{foot}</div>'

    app.connect("html-page-context", add_foot, priority=400)


def _of_page(
    app: Sphinx, docname: str, context: dict[str, Any], sources: SourceProvider
) -> dict[str, Any]:
    """What the foot says of the page itself; a page without a source, as the search, has none."""
    title, address = _title_to_cite(app, docname, context), str(context.get("pageurl") or "")
    return {
        "words": words(app.config["language"]),
        "source": sources.links(app, docname),
        "changed": last_change(app.config, app.env, docname),
        "citation": cite(app.config, docname, title, address),
    }


def _title_to_cite(app: Sphinx, pagename: str, context: dict[str, Any]) -> str:
    """The title of a page; nothing for the front page, which is cited as the book itself."""
    if pagename == app.config.root_doc:
        return ""
    return Markup(str(context.get("title", ""))).striptags()  # noqa: S704
