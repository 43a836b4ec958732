"""What all formats say of a book as a whole: in the same words, and with the same date."""

import zipfile

import pikepdf
import pytest
from sphinx.config import Config

from iomdocs.formats.edition import build_time, edition_line, licence_line, setting
from tests.finished import epub_pages, html_page, pdf_text
from tests.formats.conftest import ROOTS, build

DAY = 1_614_816_000
"""The start of 4 March 2021 (UTC) in seconds since 1970."""


def settings(**given) -> Config:
    """The settings of a book with an edition and a licence, if nothing else is said."""
    names = {"iomdocs_edition": "2021-03-04", "iomdocs_licence": "CC BY 4.0", **given}
    config = Config({}, names)
    for name in ("iomdocs_edition", "iomdocs_licence"):
        config.add(name, "", "env", (str,))
    return config


@pytest.mark.parametrize(
    ("language", "edition", "licence"),
    [
        ("en", "Edition of 4 March 2021", "Text: CC BY 4.0"),
        ("fr", "Édition du 4 mars 2021", "Texte\u00a0: CC BY 4.0"),
        ("fr_CA", "Édition du 4 mars 2021", "Texte\u00a0: CC BY 4.0"),
        ("es", "Edición del 4 de marzo de 2021", "Texto: CC BY 4.0"),
        ("de", "Ausgabe vom 4. März 2021", "Text: CC BY 4.0"),
        ("ar", "إصدار 4 مارس 2021", "النص: CC BY 4.0"),
        ("zh_CN", "版次\uff1a 2021年3月4日", "文本\uff1a CC BY 4.0"),
        ("fi", "Edition of 4. maaliskuuta 2021", "Text: CC BY 4.0"),
    ],
)
def test_the_lines_in_the_language_of_the_book(language, edition, licence):
    config = settings(language=language)
    assert str(edition_line(config)) == edition
    assert str(licence_line(config)) == licence


def test_a_book_without_edition_and_licence_has_no_lines():
    config = settings(iomdocs_edition="", iomdocs_licence="")
    assert (str(edition_line(config)), str(licence_line(config))) == ("", "")


def test_all_formats_use_the_same_words(tmp_path):
    given = {"language": "fr", "iomdocs_edition": "2021-03-04", "iomdocs_licence": "CC BY 4.0"}
    built = {
        name: build(name, ROOTS / "plain", tmp_path / name, **given)
        for name in ("html", "epub", "typstpdf")
    }
    line = html_page(built["html"] / "index.html").select_one(".edition-line")
    title = epub_pages(built["epub"] / "plain-book.epub")["epub-title"]
    texts = [line.get_text(), title.get_text(), pdf_text(built["typstpdf"] / "plain-book.pdf")]
    for text in texts:
        words = " ".join(text.split())
        assert "Édition du 4 mars 2021" in words
        assert "Texte : CC BY 4.0" in words


@pytest.mark.parametrize(
    ("epoch", "seconds"), [("86400", 86400), ("", DAY), ("soon", DAY), ("-1", DAY)]
)
def test_the_date_is_the_epoch_or_the_edition(monkeypatch, epoch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build_time(settings()) == seconds


def test_pdf_and_epub_bear_the_same_date(tmp_path, monkeypatch):
    # Sphinx itself fails on a value that is no number, so only a good one is tried here.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    pdf = build("typstpdf", ROOTS / "plain", tmp_path / "pdf") / "plain-book.pdf"
    epub = build("epub", ROOTS / "plain", tmp_path / "epub")
    with pikepdf.open(pdf) as file:
        assert str(file.docinfo["/ModDate"]).startswith("D:19700102000000")
    with zipfile.ZipFile(epub / "plain-book.epub") as book:
        (package,) = (name for name in book.namelist() if name.endswith(".opf"))
        assert "1970-01-02T00:00:00Z" in book.read(package).decode()


@pytest.mark.parametrize("stand_in", ["", "unknown", "Author name not set"])
def test_an_author_that_only_sphinx_has_set_is_none(stand_in):
    assert setting(settings(author=stand_in), "author") == ""
    assert setting(settings(author="Ana Gómez"), "author") == "Ana Gómez"
