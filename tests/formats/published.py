"""The settings of a book that is published, and what its pages say in their heads."""

from bs4 import BeautifulSoup

BASE = "https://town.example/book/"
EXTENSIONS = [
    *("myst_parser", "sphinxcontrib.bibtex", "iomdocs"),
    *("notfound.extension", "sphinx_last_updated_by_git", "sphinx_reredirects"),
    *("sphinx_sitemap", "sphinxext.opengraph"),
]
SETTINGS = {
    "extensions": EXTENSIONS,
    "html_baseurl": BASE,
    "iomdocs_repository": "https://codeberg.org/town/book",
    "redirects": {"old/life": "../life.html", "was": "index.html"},
    "sitemap_url_scheme": "{link}",
    "sitemap_show_lastmod": True,
    "ogp_site_url": BASE,
    "ogp_image": "_static/card.png",
    "html_favicon": "_static/mark.svg",
    "html_static_path": ["_static"],
}
"""What a book that is published says; the folder of the test is in no repository."""


def named(page: BeautifulSoup, name: str) -> str:
    """What a page says under a name in its head, once."""
    (tag,) = page.select(f'meta[name="{name}"], meta[property="{name}"]')
    return str(tag["content"])
