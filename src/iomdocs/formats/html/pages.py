"""What a page shows beside its text: edition, licence, and the files of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from markupsafe import Markup

from iomdocs.formats.edition import book_slug, citation, edition_line, facts_line, licence_line

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

DOWNLOADS = "_downloads"
"""The folder of the website that holds the files to take away."""


class Download(NamedTuple):
    """A file to take away: the name readers know it by, its address from a page, its ending."""

    name: str
    href: str
    format: str

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.href.rpartition("/")[2]


_FILES = {
    "pdf": ("PDF", "{}.pdf"),
    "epub": ("ePub", "{}.epub"),
    "html": ("HTML (zip)", "{}-html.zip"),
}
"""By format: the name readers know it by, and its file."""


def writes_site(app: Sphinx) -> bool:
    """Whether the builder writes a website: with a theme, and not the chapters of an ePub."""
    builder = app.builder
    return (
        builder.format == "html"
        and builder.name != "epub"
        and getattr(builder, "theme", None) is not None
    )


def book_context(config: Config, root: str) -> dict[str, Any]:
    """What templates know as ``iomdocs``.

    ``edition``, ``facts`` and ``licence`` are lines, ``downloads`` the files of this build, and
    ``sums`` is the address of their checksums.

    ``root`` leads from the page to the folder of the front page: empty, or ``../`` once or more.
    """
    slug = book_slug(config)
    return {
        "edition": edition_line(config),
        "facts": facts_line(config),
        "licence": licence_line(config),
        "downloads": [
            Download(name, f"{root}{DOWNLOADS}/{file.format(slug)}", ending)
            for ending, (name, file) in _FILES.items()
            if ending in config["iomdocs_formats"]
        ],
        "sums": f"{root}{DOWNLOADS}/SHA256SUMS",
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


def _title_to_cite(config: Config, pagename: str, context: dict[str, Any]) -> str:
    """The title of a page; nothing for the front page, which is cited as the book itself."""
    if pagename == config["root_doc"]:
        return ""
    return Markup(str(context.get("title", ""))).striptags()  # noqa: S704


def shorten_register(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Take from the links to sources in the register what they show under the mouse.

    The bibliography puts the whole entry there, a third of what a long register would weigh; the
    list of sources, to which the link leads, has it for every reader.
    """
    for table in doctree.findall(nodes.table):
        if "fact-register" in table["classes"] and writes_site(app):
            for link in table.findall(nodes.reference):
                link.attributes.pop("reftitle", None)
