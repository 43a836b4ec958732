"""What programs that visit a website are told, in books with a site map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from iomdocs.formats.html.pages import MADE_BESIDE, writes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def register(app: Sphinx) -> None:
    """Leave out of the site map what is no page; write ``robots.txt`` unless the book has one."""
    app.connect("config-inited", _leave_out)
    app.connect("build-finished", _write)


def _leave_out(_app: Sphinx, config: Config) -> None:
    if "sitemap_excludes" in config:
        given = config["sitemap_excludes"]
        names = [f"{name}{end}" for name in MADE_BESIDE for end in (".html", "/")]
        config["sitemap_excludes"] = [*given, *names]


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Name the site map. The file counts at the root of a host only (RFC 9309, 2.3)."""
    base = str(app.config["html_baseurl"] or "")
    file = Path(app.outdir, "robots.txt")
    if exception or not writes_site(app) or "sitemap_filename" not in app.config or not base:
        return
    if urlsplit(base).path in {"", "/"} and not file.exists():
        address = f"{base.rstrip('/')}/{app.config['sitemap_filename']}"
        file.write_text(f"User-agent: *\nAllow: /\n\nSitemap: {address}\n", "utf-8")
