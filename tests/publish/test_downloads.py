"""The files that a book gives away: beside the website, inside it, and as one zip file."""

import hashlib
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from iomdocs.publish.downloads import size_words
from tests.finished import dead_links, html_page, html_pages

OFFERED = ("town-book.pdf", "town-book.epub", "town-book-html.zip")


@pytest.fixture(scope="module")
def offline(town, tmp_path_factory):
    """The folder that the zip file of the website unpacks into."""
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(town.out / "town-book-html.zip") as archive:
        archive.extractall(folder)
    assert [path.name for path in folder.iterdir()] == ["town-book"]
    return folder / "town-book"


def test_the_website_alone_has_all_files_that_its_pages_offer(town, tmp_path):
    site = town.out / "html"
    assert dead_links(site) == []
    for name, page in html_pages(site).items():
        offered = [Path(link["href"]).name for link in page.select(".edition-line a.book-file")]
        assert offered == list(OFFERED), name
    for name in OFFERED:
        assert (site / "_downloads" / name).read_bytes() == (town.out / name).read_bytes()


def test_the_front_page_tells_how_large_the_files_are(town):
    page = html_page(town.out / "html" / "index.html")
    told = {tag["data-file"]: tag for tag in page.select(".masthead data.file-size")}
    assert tuple(told) == OFFERED
    for name, tag in told.items():
        size = (town.out / name).stat().st_size
        assert tag["value"] == str(size)
        assert tag.get_text() == size_words(size, "en")


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [
        (2_881_130, "en", "2.9 MB"),
        (2_881_130, "fr", "2,9 Mo"),
        (35_211, "de", "35 kB"),
        (999_600, "en", "1 MB"),
        (12, "en", "1 kB"),
    ],
)
def test_sizes_have_the_words_of_the_language(size, language, words):
    assert re.sub(r"\s", " ", size_words(size, language)) == words


def test_checksums_are_those_of_all_files(town):
    folder = town.out / "html/_downloads"
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = dict(reversed(line.split("  ", 1)) for line in lines)
    offered = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()
    }
    del offered["SHA256SUMS"]
    assert sums == offered
    assert list(sums) == sorted(sums)


def test_the_program_for_checksums_takes_them_and_finds_a_change(town, tmp_path):
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=town.out, check=False).returncode == 0
    for name in (*OFFERED, "SHA256SUMS"):
        (tmp_path / name).write_bytes((town.out / "html/_downloads" / name).read_bytes())
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "town-book.pdf").write_bytes(b"%PDF")
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 1


def test_the_zip_has_every_page_and_no_dead_link(town, offline):
    assert html_pages(offline).keys() == html_pages(town.out / "html").keys()
    assert dead_links(offline) == []
    assert not (offline / "_downloads").exists()
    for page in html_pages(offline).values():
        assert page.select("a.book-file, a.book-sums, ul.book-files") == []
    assert "Edition of 4 March 2021" in html_page(offline / "index.html").get_text()


def test_the_zip_leads_to_the_files_of_the_public_website(book):
    town = book("town")
    with (town.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_baseurl = "https://towns.example/book"\n')
        conf.write('extensions.append("notfound.extension")\n')
    assert town.build("html", "pdf") == 0
    with zipfile.ZipFile(town.out / "town-book-html.zip") as archive:
        archive.extractall(town.out.parent / "offline")
    site = town.out.parent / "offline" / "town-book"
    assert (town.out / "html" / "404.html").is_file()
    assert not (site / "404.html").exists()
    assert dead_links(site) == []
    for page in html_pages(site).values():
        offered = [link["href"] for link in page.select(".edition-line a.book-file")]
        names = ("town-book.pdf", "town-book-html.zip")
        assert offered == [f"https://towns.example/book/_downloads/{name}" for name in names]


def test_the_zip_holds_nothing_of_clock_or_disk(town):
    with zipfile.ZipFile(town.out / "town-book-html.zip") as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_a_format_that_was_not_built_is_not_offered(book):
    plain = book("plain")
    assert plain.build("html") == 0
    assert {path.name for path in (plain.out / "html/_downloads").iterdir()} == {
        "plain-book-html.zip",
        "SHA256SUMS",
    }
    assert dead_links(plain.out / "html") == []
