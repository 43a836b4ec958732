"""The page for an address that leads nowhere, for books that use ``notfound.extension``.

A server shows this one page at addresses of any depth, so everything on it is named from the root
of the site. The extension does so for what templates ask Sphinx for; themes and other extensions
write addresses of their own, which are corrected in the finished file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from iomdocs.formats.html.pages import writes_site
from iomdocs.formats.html.words import words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

TEMPLATE = "iomdocs/not-found.html"

_PREFIX = "notfound_urls_prefix"
_WORDS = "not_found_words"
"""What the template of the page knows its words by."""


def register(app: Sphinx) -> None:
    """Give the page our words and the place where the book is published."""
    app.connect("config-inited", _prepare, priority=400)
    app.connect("html-page-context", _add_words, priority=402)  # the extension: 400
    app.connect("build-finished", _name_from_root)


def _prepare(_app: Sphinx, config: Config) -> None:
    """Set what the book leaves as it is; without ``html_baseurl`` the site is at the root."""
    if _PREFIX not in config:
        return
    guessed = "READTHEDOCS_CANONICAL_URL" not in os.environ  # else the extension knows the place
    if guessed and config[_PREFIX] == "/en/latest/":
        config[_PREFIX] = f"{urlsplit(str(config['html_baseurl'] or '')).path.rstrip('/')}/"
    if config["notfound_template"] == "page.html" and _is_of_extension(config["notfound_context"]):
        known = words(config["language"])
        config["notfound_context"] = {"title": known["not-found"], "body": "", _WORDS: known}


def _is_of_extension(context: Mapping[str, str]) -> bool:
    """Whether the page says what the extension has it say, and not what the book does."""
    words = "Unfortunately we couldn't find the content you were looking for."
    return set(context) == {"title", "body"} and context["body"].endswith(words)


def _add_words(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: Any
) -> None:
    """Put search and ways back into the text of the page, which every theme has its place for."""
    if _WORDS in context:
        context["body"] = app.builder.templates.render(TEMPLATE, context) + context["body"]


_ADDRESS = re.compile(
    r"""(?<=\s)(href|src|action|data-content_root)="(?![/#]|[a-z][a-z0-9+.-]*:)([^"]*)\"""",
    re.IGNORECASE,
)
"""An address in an element that counts from the folder of the page."""


def _name_from_root(app: Sphinx, exception: Exception | None) -> None:
    if exception or _PREFIX not in app.config or not writes_site(app):
        return
    address = app.builder.get_target_uri(app.config["notfound_pagename"])
    page = Path(app.outdir, address)
    page = page / "index.html" if page.is_dir() else page
    if page.is_file():
        prefix = str(app.config[_PREFIX] or "/")
        encoding = app.config["html_output_encoding"]
        text = page.read_text(encoding)
        page.write_text(
            _ADDRESS.sub(lambda found: _from_root(found, prefix, address), text), encoding
        )


def _from_root(found: re.Match[str], prefix: str, page: str) -> str:
    """The attribute as seen from anywhere; without an address it leads to the root."""
    address = urljoin(f"{prefix}{page}", unescape(found[2])) if found[2] else prefix
    return f'{found[1]}="{escape(address)}"'
