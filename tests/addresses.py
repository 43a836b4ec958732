"""The addresses of the handbook on the web: ``python -m tests.addresses`` adds those that are new.

What was published once is linked, cited and printed elsewhere. The list holds every page and every
heading that ever had an address; nothing is taken out of it.
"""

import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from bs4 import BeautifulSoup

from iomdocs.cli import main as iomdocs
from tests.conftest import HANDBOOK
from tests.finished import html_pages

FILE = HANDBOOK / "addresses.txt"
BESIDE_PAGES = {"404", "genindex", "search"}
"""Made by Sphinx beside the pages of the book."""


def listed() -> list[str]:
    """The addresses in the list, from the root of the website."""
    return FILE.read_text("utf-8").splitlines()


def of_site(folder: Path) -> set[str]:
    """The addresses that a built website has: its pages and their headings."""
    return of_pages(html_pages(folder))


def of_pages(pages: Mapping[str, BeautifulSoup]) -> set[str]:
    """The addresses of the pages of a book by their names, and of their headings."""
    own = {name: page for name, page in pages.items() if name not in BESIDE_PAGES}
    return {address for name, page in own.items() for address in _of_page(name, page)}


def _of_page(name: str, page: BeautifulSoup) -> Iterable[str]:
    if page.article is None:
        return  # a redirect
    yield f"{name}.html"
    for section in page.article.select("section[id]"):
        if section.find_parent("section"):  # the first one is the page
            yield f"{name}.html#{section['id']}"


def main() -> int:
    """Build the website and write its addresses into the list, beside those that were there."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder).resolve() / "build"
        if failed := iomdocs(["build", "html", "--source", str(HANDBOOK), "--out", str(out)]):
            return failed
        known = set(listed() if FILE.exists() else ())
        new = sorted(of_site(out / "html") - known)
    FILE.write_text("".join(f"{each}\n" for each in sorted({*known, *new})), "utf-8")
    print("\n".join(new) or "no new addresses")
    return 0


if __name__ == "__main__":
    sys.exit(main())
