"""The front page of a website: masthead, files to take away, and the parts of the book.

What it says of parts and formats the page says itself, in a list of definitions that every format
has; here its terms get what only a website can offer: links to pages and files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.edition import setting, start_words
from iomdocs.formats.html.pages import Download, book_context, opening, writes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

NO_PAGE_TOC = "html_theme.sidebar_secondary.remove"
"""The mark in a page's metadata that makes the theme leave out the list of its sections."""


def register(app: Sphinx) -> None:
    """Arrange the front page before it is written, and mark it for the styles."""
    app.connect("doctree-resolved", arrange)
    app.connect("html-page-context", frame, priority=410)


def frame(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], _doctree: Any
) -> None:
    """Put the page into an element that the styles know, without a list of its sections.

    A front page that has nothing of ours stays as the theme makes it. Runs when all of the page is
    there and before the theme reads what it should leave out.
    """
    if pagename == app.config["root_doc"] and "body" in context and _is_arranged(app):
        context["body"] = f'<div class="front-page">{context["body"]}</div>'
        context["meta"] = {**(context.get("meta") or {}), NO_PAGE_TOC: ""}


def _is_arranged(app: Sphinx) -> bool:
    """Whether the front page has a masthead or the parts of the book."""
    if not writes_site(app):
        return False
    return shows_parts(app.config) or _has_masthead(book_context(app.config, ""))


def arrange(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the masthead under the opening paragraph, and links to the terms that name something.

    The toctrees are not yet resolved when Sphinx calls this.
    """
    section = next(iter(doctree.findall(nodes.section)), None)
    if docname != app.config["root_doc"] or section is None or not writes_site(app):
        return
    book = book_context(app.config, "")
    if _has_masthead(book):
        lead = opening(section) or section[0]
        section.insert(section.index(lead) + 1, _masthead(app, book))
    _offer_files(app, section, book["downloads"])
    if shows_parts(app.config):
        _show_parts(section)


def shows_parts(config: Config) -> bool:
    """Whether ``html_context`` has ``front_page_parts``: the contents stand on the front page."""
    return bool(config["html_context"].get("front_page_parts"))


def _has_masthead(book: Mapping[str, Any]) -> bool:
    return bool(book["edition"].words or book["downloads"])


def _masthead(app: Sphinx, book: Mapping[str, Any]) -> nodes.raw:
    """Who made the book and when, where to begin, and the files."""
    root = app.config["root_doc"]
    first = next(iter(app.env.toctree_includes.get(root, ())), "")
    start = {
        "start": start_words(app.config),
        "start_href": app.builder.get_relative_uri(root, first) if first else "",
    }
    author = setting(app.config, "author")
    return _rendered(app, "masthead", {"iomdocs": book, "author": author, **start})


def _offer_files(app: Sphinx, section: nodes.section, files: Sequence[Download]) -> None:
    """Put a link to a file below what the page says of its format."""
    terms = _terms(section)
    for file in files:
        if item := terms.get(file.name):
            _definition(item).append(_rendered(app, "file", {"file": file}))
            item.parent["classes"].append("book-formats")


def _show_parts(section: nodes.section) -> None:
    """Show the toctrees of the page: below what the page says of a part, or before its sections."""
    terms = _terms(section)
    parts = nodes.container(classes=["parts"])
    for toctree in list(section.findall(addnodes.toctree)):
        wrapper = toctree.parent
        wrapper.parent.remove(wrapper)
        toctree["hidden"] = False
        toctree["titlesonly"] = True
        toctree["maxdepth"] = 1
        if item := terms.get(str(toctree.get("caption"))):
            toctree["caption"] = None
            _definition(item).append(wrapper)
            item.parent["classes"].append("book-parts")
        else:
            parts += wrapper
    if parts.children:
        first = next((c for c in section.children if isinstance(c, nodes.section)), None)
        section.insert(section.index(first) if first else len(section), parts)


def _terms(section: nodes.section) -> Mapping[str, nodes.definition_list_item]:
    """What the page defines, by the words of the term."""
    return {item[0].astext(): item for item in section.findall(nodes.definition_list_item)}


def _definition(item: nodes.definition_list_item) -> nodes.definition:
    return next(child for child in item.children if isinstance(child, nodes.definition))


def _rendered(app: Sphinx, template: str, context: Mapping[str, Any]) -> nodes.raw:
    html = app.builder.templates.render(f"iomdocs/{template}.html", dict(context))
    return nodes.raw("", html, format="html")
