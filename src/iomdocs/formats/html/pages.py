"""What a page shows beside its text: edition, licence, and the other formats of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx import addnodes

from iomdocs.formats.edition import (
    Line,
    book_slug,
    citation,
    edition_line,
    facts_line,
    licence_line,
)
from iomdocs.formats.past import NOTICE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

FORMATS = {"pdf": "PDF", "epub": "ePub"}
"""The other formats by the ending of their files, with the names readers know."""

NO_PAGE_TOC = "html_theme.sidebar_secondary.remove"
"""The mark in a page's metadata that makes the theme leave out the list of its sections."""


def writes_site(app: Sphinx) -> bool:
    """Whether the builder writes a website: with a theme, and not the chapters of an ePub."""
    builder = app.builder
    return (
        builder.format == "html"
        and builder.name != "epub"
        and getattr(builder, "theme", None) is not None
    )


def book_context(config: Config, root: str) -> dict[str, Any]:
    """What templates know as ``iomdocs``: ``edition``, ``facts``, ``licence``, ``downloads``.

    ``root`` leads from the page to the folder of the front page: empty, or ``../`` once or more.
    The files of the other formats lie one folder above it.
    """
    return {
        "edition": edition_line(config),
        "facts": facts_line(config),
        "licence": licence_line(config),
        "downloads": [
            {"name": name, "href": f"{root}../{book_slug(config)}.{ending}", "format": ending}
            for ending, name in FORMATS.items()
            if ending in config["iomdocs_formats"]
        ],
    }


def add_context(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], _doctree: Any
) -> None:
    """Tell the templates about the book and put the edition line at the foot of the page.

    Runs before the theme reads its lists of templates. sphinx-book-theme has a place for a line
    of one's own at the foot; with any other theme the line ends the text.
    """
    if not writes_site(app):
        return
    context.setdefault("default_mode", "auto")
    root = str(context.get("content_root", "")).removeprefix("./")
    context["iomdocs"] = {
        **book_context(app.config, root),
        "citation": citation(app.config, _title_to_cite(app.config, pagename, context)),
    }
    line = Markup(app.builder.templates.render("iomdocs/edition.html", context))  # noqa: S704
    if "theme_extra_footer" in context:
        context["theme_extra_footer"] = line + Markup(context["theme_extra_footer"] or "")  # noqa: S704
    elif "body" in context:
        context["body"] += f'<footer class="edition-footer">{line}</footer>'
    if pagename == app.config["root_doc"] and "body" in context:
        classes = "front-page with-parts" if shows_parts(app.config) else "front-page"
        context["body"] = f'<div class="{classes}">{context["body"]}</div>'
        context["meta"] = {**(context.get("meta") or {}), NO_PAGE_TOC: ""}


def _title_to_cite(config: Config, pagename: str, context: dict[str, Any]) -> str:
    """The title of a page; nothing for the front page, which is cited as the book itself."""
    if pagename == config["root_doc"]:
        return ""
    return Markup(str(context.get("title", ""))).striptags()  # noqa: S704


def arrange_front_page(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put edition and downloads under the opening paragraph of the front page.

    If the book wants its parts shown there, they follow before the first section. The toctrees
    are not yet resolved when Sphinx calls this.
    """
    section = next(iter(doctree.findall(nodes.section)), None)
    if docname != app.config["root_doc"] or section is None or not writes_site(app):
        return
    masthead = _masthead(book_context(app.config, ""))
    if masthead.children:
        lead = next(filter(_is_opening, section.children), section[0])
        section.insert(section.index(lead) + 1, masthead)
    if shows_parts(app.config):
        _show_parts(section)


def _is_opening(node: nodes.Node) -> bool:
    return isinstance(node, nodes.paragraph) and NOTICE not in node["classes"]


def shorten_register(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Take from the links to sources in the register what they show under the mouse.

    The bibliography puts the whole entry there, a third of what a long register would weigh; the
    list of sources, to which the link leads, has it for every reader.
    """
    for table in doctree.findall(nodes.table):
        if "fact-register" in table["classes"] and writes_site(app):
            for link in table.findall(nodes.reference):
                link.attributes.pop("reftitle", None)


def shows_parts(config: Config) -> bool:
    """Whether ``html_context`` has ``front_page_parts``: the contents stand on the front page."""
    return bool(config["html_context"].get("front_page_parts"))


def _show_parts(section: nodes.section) -> None:
    """Move all toctrees before the first section of the page, and show the hidden ones too."""
    parts = nodes.container(classes=["parts"])
    for toctree in list(section.findall(addnodes.toctree)):
        wrapper = toctree.parent
        wrapper.parent.remove(wrapper)
        toctree["hidden"] = False
        toctree["titlesonly"] = True
        toctree["maxdepth"] = 1
        parts += wrapper
    first = next((c for c in section.children if isinstance(c, nodes.section)), None)
    section.insert(section.index(first) if first else len(section), parts)


def _masthead(book: dict[str, Any]) -> nodes.container:
    box = nodes.container(classes=["masthead"])
    lines: list[Line] = [book["edition"], book["facts"]]
    if words := " · ".join(str(line) for line in lines if line.words):
        box += nodes.paragraph("", words, classes=["masthead-edition"])
    if book["downloads"]:
        box += nodes.bullet_list("", *map(_download, book["downloads"]), classes=["book-files"])
    return box


def _download(file: dict[str, str]) -> nodes.list_item:
    link = nodes.reference(
        "", file["name"], refuri=file["href"], internal=True, classes=["book-file", file["format"]]
    )
    return nodes.list_item("", nodes.paragraph("", "", link))
