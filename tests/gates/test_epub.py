"""EPUBCheck and Ace find nothing in the ePubs, down to usage notes and best practice.

Ace looks at a page of each kind of the handbook, and at all in ``make test-long``.
"""

import json
import os
import re
import subprocess
import zipfile

import pytest
from bs4 import BeautifulSoup

from tests.ebooks import findings
from tests.gates import tools
from tests.gates.kinds import KINDS

ENVIRONMENT = {"ACE_TIMEOUT_INITIAL": "60000"}
"""Ace gives a browser 5 seconds to start, which a busy machine does not keep."""


@pytest.fixture(scope="module")
def ace(chromium):
    """What Ace says against an ePub: the page, the rule, the element."""

    def violations(book, folder):
        environment = {**os.environ, **ENVIRONMENT, "PUPPETEER_EXECUTABLE_PATH": str(chromium)}
        command = [tools.NODE, tools.ACE, "--exiterror2", "--silent", "--outdir", folder, book]
        run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        report = json.loads((folder / "report.json").read_text("utf-8"))
        found = [
            f"{page['earl:testSubject']['url']}: {each['earl:test']['dct:title']}: "
            f"{each['earl:result']['html']}"
            for page in report["assertions"]
            for each in page["assertions"]
        ]
        assert run.returncode == (2 if found else 0), run.stdout + run.stderr
        return found

    return violations


@pytest.fixture(scope="module")
def mute(workbook_epub, tmp_path_factory):
    """The ePub of the foreign book with a picture whose words have been taken away."""
    path = tmp_path_factory.mktemp("mute") / "mute.epub"
    with zipfile.ZipFile(workbook_epub) as book, zipfile.ZipFile(path, "w") as copy:
        for entry in book.infolist():
            content = book.read(entry)
            if entry.filename.endswith("text/pictures.xhtml"):
                assert b' alt="A blue field in a line"' in content
                content = content.replace(b' alt="A blue field in a line"', b"")
            copy.writestr(entry, content)
    return path


def test_the_gate_of_ace_finds_a_picture_without_words(ace, mute, tmp_path):
    found = ace(mute, tmp_path / "report")
    assert any("text/pictures.xhtml: image-alt: " in line for line in found)


def test_the_gate_of_epubcheck_finds_a_page_that_is_missing(workbook_epub, tmp_path):
    path = tmp_path / "short.epub"
    with zipfile.ZipFile(workbook_epub) as book, zipfile.ZipFile(path, "w") as copy:
        for entry in book.infolist():
            if not entry.filename.endswith("text/code.xhtml"):
                copy.writestr(entry, book.read(entry))
    assert any("code.xhtml" in line for line in findings(path))


def test_the_gate_of_epubcheck_does_not_pass_a_book_that_is_not_there(tmp_path):
    with pytest.raises(AssertionError, match="not found"):
        findings(tmp_path / "none.epub")


def test_epubcheck_on_the_handbook(handbook):
    assert findings(handbook / "iom-handbook.epub") == []


def test_epubcheck_on_a_foreign_book(workbook_epub):
    assert findings(workbook_epub) == []


FRONT = {"epub-cover", "epub-title", "epub-nav"}


@pytest.fixture(scope="module")
def short(handbook, tmp_path_factory):
    """The ePub of the handbook with a page of each kind in its order and contents."""
    path = tmp_path_factory.mktemp("short") / "short.epub"
    with (
        zipfile.ZipFile(handbook / "iom-handbook.epub") as book,
        zipfile.ZipFile(path, "w") as copy,
    ):
        files = {entry: book.read(entry) for entry in book.namelist()}
        package = files["content.opf"].decode()
        pages = dict(re.findall(r'<item id="([^"]+)" href="([^"]+)\.xhtml"', package))
        wanted = (KINDS.keys() | FRONT).intersection(pages.values())
        assert KINDS.keys() - wanted == {"search"}
        spine = re.compile(r'\s*<itemref idref="([^"]+)"/>')
        package = spine.sub(lambda line: line[0] if pages[line[1]] in wanted else "", package)
        contents = contents_of(files["epub-nav.xhtml"].decode(), wanted)
        files |= {"content.opf": package.encode(), "epub-nav.xhtml": contents.encode()}
        for entry, content in files.items():
            copy.writestr(entry, content)
    return path


def contents_of(navigation, pages):
    """A table of contents with the lines of some pages only."""
    tree = BeautifulSoup(navigation, "html.parser")
    for link in tree.select("li > a"):
        if not link.decomposed and link["href"].partition(".xhtml")[0] not in pages:
            link.parent.decompose()
    for line in tree.select("li"):
        if not line.decomposed and not line.find("a"):
            line.decompose()
    return str(tree)


def test_ace_on_every_kind_of_page_of_the_handbook(ace, short, tmp_path):
    assert ace(short, tmp_path / "report") == []


@pytest.mark.long
def test_ace_on_the_handbook(ace, handbook, tmp_path):
    assert ace(handbook / "iom-handbook.epub", tmp_path / "report") == []


def test_ace_on_a_foreign_book(ace, workbook_epub, tmp_path):
    assert ace(workbook_epub, tmp_path / "report") == []
