"""What the head of a page says to search engines, to those who share it, and to the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils import nodes

from iomdocs.formats.html.assets import is_pydata_theme
from iomdocs.formats.html.pages import MADE_BESIDE, opening, root_of, writes_site
from iomdocs.formats.summary import summary

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LENGTH = 300
"""Characters of a description at most."""

PAPER = {"light": "#ffffff", "dark": "#10161d"}
"""The ground of a page as ``--io-paper`` of iomdocs-tokens.css has it, for bars of the browser."""

_COLOURS = [
    f'<meta name="theme-color" content="{colour}" media="(prefers-color-scheme: {mode})" />'
    for mode, colour in PAPER.items()
]

_DESCRIBED = re.compile(r"""<meta\s[^>]*name=["']?description\b""", re.IGNORECASE)


def register(app: Sphinx) -> None:
    """Add to the head of pages before the extensions that look at what is there."""
    app.connect("html-page-context", _add_to_head, priority=350)


def _add_to_head(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    if not writes_site(app):
        return
    lines = [*_icons(app, root_of(context)), *(_COLOURS if is_pydata_theme(app) else ())]
    if any(fnmatchcase(pagename, name) for name in MADE_BESIDE):
        lines.append('<meta name="robots" content="noindex" />')
        context["pageurl"] = None
    elif doctree is not None and (words := description(doctree)):
        lines += _described(words, context)
    context["metatags"] = "\n".join([str(context.get("metatags", "")), *lines])


def _described(words: str, context: dict[str, Any]) -> Iterator[str]:
    """The description, unless the author has written one; sphinxext-opengraph takes it too.

    That extension would begin with whatever text comes first on a page, and keep numbers of notes.
    """
    text = escape(words)
    if not _DESCRIBED.search(str(context.get("metatags", ""))):
        yield f'<meta name="description" content="{text}" />'
    context["meta"] = {"og:description": text, **(context.get("meta") or {})}


def description(doctree: nodes.document) -> str:
    """The first paragraph of a page in plain words, without the numbers of notes."""
    section = next(iter(doctree.findall(nodes.section)), None)
    paragraph = opening(section) if section is not None else None
    return summary(paragraph, LENGTH) if paragraph is not None else ""


def _icons(app: Sphinx, root: str) -> Iterator[str]:
    """A picture beside an icon that is SVG, by the same name, for what cannot show SVG."""
    icon = PurePosixPath(app.config["html_favicon"] or "")
    picture = icon.with_suffix(".png").name if icon.suffix == ".svg" else ""
    folders = (Path(app.confdir, folder) for folder in app.config["html_static_path"])
    if picture and any((folder / picture).is_file() for folder in folders):
        address = escape(f"{root}_static/{picture}")
        yield f'<link rel="icon" type="image/png" sizes="180x180" href="{address}" />'
        yield f'<link rel="apple-touch-icon" href="{address}" />'
