"""Names and titles on pages: text that templates print as it stands is made HTML before.

Themes print some names without making HTML of them, so that a title with ``<script>`` in it would
run. A name that is :class:`~markupsafe.Markup` already is printed the same by all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from docutils import nodes
from markupsafe import Markup, escape
from sphinx import addnodes
from sphinx.locale import _

from iomdocs.formats.html.pages import writes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SETTINGS = ("project", "author", "copyright", "docstitle", "shorttitle", "version", "release")
"""What templates know as text, from the settings of the book."""
TITLES = ("root_title", "pagetitle")
"""What templates of sphinx-book-theme know as text, from its pages."""
HEADER = "generate_header_nav_html"
"""The function by which pydata-sphinx-theme fills its header with links to the first pages."""
DROPDOWN = "header-more-links"


_IS_HTML = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);|</a>", re.IGNORECASE)
"""An entity or a link: the author of the settings has written HTML for a theme that takes it."""


_UNTITLED = "<no title>"
"""What Sphinx calls a page without a title: markup that no browser shows."""


class _Link(NamedTuple):
    """A link of the header; its title is HTML."""

    href: str
    title: Markup
    is_external: bool
    is_current: bool


def make_safe(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], _doctree: Any
) -> None:
    """Turn names into HTML, and make the header's links anew. Runs after the theme's own work."""
    if not writes_site(app):
        return
    for name in (*SETTINGS, *TITLES):
        if name in context and not (name in SETTINGS and _IS_HTML.search(str(context[name]))):
            context[name] = _escaped(context[name])
    if HEADER in context:
        context[HEADER] = _header(app, pagename, context)


def _escaped(value: Any) -> Any:
    if value == _UNTITLED:
        return ""
    if isinstance(value, str):
        return escape(value)
    return [escape(line) for line in value] if isinstance(value, list | tuple) else value


def _header(app: Sphinx, pagename: str, context: dict[str, Any]) -> Callable[..., str]:
    """What the theme calls for the links of the header, with titles as they are on the pages.

    The theme's own function prints the text of titles as HTML and leaves formulas to a script.
    """

    def links_of_header(n_links_before_dropdown: int = 5, dropdown_text: str = "More") -> str:
        links = list(_links(app, pagename, context))
        shown = int(n_links_before_dropdown)
        if len(links) == shown + 1:  # a list of one would take the room of what is in it
            shown += 1
        items = [_item(link, "nav-item", "nav-link") for link in links[:shown]]
        if hidden := links[shown:]:
            items.append(_dropdown(hidden, _(dropdown_text)))
        return "\n".join(items)

    return links_of_header


def _links(app: Sphinx, pagename: str, context: dict[str, Any]) -> Iterator[_Link]:
    """The pages and addresses that the front page's contents name, and those of the settings."""
    root = app.config["root_doc"]
    current = _first_page_above(app, pagename)
    for toctree in app.env.tocs[root].findall(addnodes.toctree):
        for given, target in toctree["entries"]:
            page = toctree["parent"] if target == "self" else target
            external = bool(urlsplit(page).netloc)
            if not external and page not in app.env.titles:
                continue
            title = escape(given) if given else _title(app, page)
            href = page if external else context["pathto"](page)
            yield _Link(href, title, external, page == current)
    for link in context.get("theme_external_links") or ():
        yield _Link(link["url"], escape(link["name"]), is_external=True, is_current=False)


def _title(app: Sphinx, page: str) -> Markup:
    """The title of a page as HTML; an address has none but itself."""
    title: nodes.title | None = app.env.titles.get(page)
    if title is None:
        return escape(page)
    return Markup(app.builder.render_partial(title)["title"])  # type: ignore[attr-defined]  # noqa: S704


def _first_page_above(app: Sphinx, pagename: str) -> str:
    """The page that the front page names and that leads to this one; itself perhaps."""
    root = app.config["root_doc"]
    parents = {
        child: page for page, children in app.env.toctree_includes.items() for child in children
    }
    seen = set()
    while pagename in parents and parents[pagename] != root and pagename not in seen:
        seen.add(pagename)
        pagename = parents[pagename]
    return pagename if pagename in parents else ""


def _item(link: _Link, item: str, classes: str) -> Markup:
    current = " current active" if link.is_current else ""
    kind = "external" if link.is_external else "internal"
    return Markup('<li class="{}{}"><a class="{} nav-{}" href="{}">{}</a></li>').format(
        item, current, classes, kind, link.href, link.title
    )


def _dropdown(links: list[_Link], text: str) -> Markup:
    items = Markup("\n").join(_item(link, "", "nav-link dropdown-item") for link in links)
    return Markup(
        '<li class="nav-item dropdown"><button class="btn dropdown-toggle nav-item" type="button" '
        'data-bs-toggle="dropdown" aria-expanded="false" aria-controls="{id}">{text}</button>'
        '<ul id="{id}" class="dropdown-menu">{items}</ul></li>'
    ).format(id=DROPDOWN, text=text, items=items)
