"""Finished files read back as a reader's program would: nothing of the writers is used here."""

import re
import zipfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag

import pypdfium2
from bs4 import BeautifulSoup, Tag


class Occurrence(NamedTuple):
    """A fact on a page, by id and printed text."""

    fact: str
    text: str


def html_page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def html_pages(folder: Path) -> dict[str, BeautifulSoup]:
    """The pages of a website by their path without ending; that of the receipt is none of them."""
    return {
        str(path.relative_to(folder).with_suffix("")): html_page(path)
        for path in sorted(folder.rglob("*.html"))
        if path != folder / "receipt.html"
    }


def dead_links(site: Path) -> list[tuple[str, str]]:
    """The links of a website that lead to no file in it, with the page they stand on."""
    found = []
    for name, page in html_pages(site).items():
        for tag in page.select("[href], [src]"):
            address = str(tag.get("href") or tag.get("src"))
            path = unquote(urldefrag(address)[0].split("?")[0])
            if re.match(r"[a-z]+:|//|#", address):
                continue
            if not (site / name).parent.joinpath(path).resolve().exists():
                found.append((name, address))
    return found


def epub_pages(path: Path) -> dict[str, BeautifulSoup]:
    """The chapters of an ePub by their path inside without ending."""
    with zipfile.ZipFile(path) as book:
        return {
            str(Path(name).with_suffix("")).removeprefix("EPUB/").removeprefix("OEBPS/"): (
                BeautifulSoup(book.read(name), "html.parser")
            )
            for name in sorted(book.namelist())
            if name.endswith(".xhtml")
        }


def occurrences(page: BeautifulSoup | Tag) -> list[Occurrence]:
    return [Occurrence(tag["data-fact"], tag.get_text()) for tag in page.select("[data-fact]")]


def words(tag: Tag) -> str:
    """The text of an element in one line."""
    return " ".join(tag.get_text().split())


HEAD_AND_FOOT = 70
"""Points that the margins at the head and the foot of a page have at least."""


def pdf_text(path: Path) -> str:
    """The text of all pages of a PDF, one page after the other."""
    return "\n".join(pdf_pages(path))


def pdf_flow(path: Path) -> str:
    """The text of a PDF on A4 without what stands in the margins: heads, feet, page numbers."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(
            page.get_textpage().get_text_bounded(
                bottom=HEAD_AND_FOOT, top=page.get_height() - HEAD_AND_FOOT
            )
            for page in document
        )
    finally:
        document.close()


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Text without what line breaking changes: white space, and hyphens of any kind."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011\ufffe\x02]+", "", text)
