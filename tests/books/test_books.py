"""Books of other projects, unchanged but for one line in their settings, and what becomes of them.

``make test-books`` fetches them. They are read with the extensions that they name, which stand in
a folder of their own; nothing of them is in this repository.
"""

import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tests.formats.small_books import outside
from tests.formats.words import Difference, Piece, differences, printed
from tests.tagged import OWN_SCHEMES

FOLDER = Path(os.environ.get("IOMDOCS_BOOKS", ".venv/books")).absolute()
"""Where the books and the extensions lie."""
PROJECT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Source:
    """A book: its archive, its folder there, options of the command."""

    archive: str
    docs: str
    options: tuple[str, ...] = ()


BOOKS = {
    "api": Source("flask", "docs"),
    "handbook": Source("click", "docs"),
    "html": Source("jinja2", "docs"),
    "math": Source("cvxopt", "doc/source"),
    "tables": Source("mimesis", "docs"),
    "russian": Source(
        "pytelegrambotapi",
        "docs/source",
        ("-D", "language=ru", "-D", "exclude_patterns=async_version,sync_version,types.rst"),
    ),
}


@dataclass(frozen=True)
class Made:
    """What the command has made of a book."""

    source: Source
    result: subprocess.CompletedProcess[str]
    folder: Path

    @property
    def pdf(self) -> Path:
        return next(self.folder.glob("*.pdf"))


@pytest.fixture(scope="module", params=BOOKS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A book, with one line more in its settings, made by the command of Sphinx."""
    source = BOOKS[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    archive = next(FOLDER.glob(f"{source.archive}-*.tar.gz"), None)
    assert archive is not None, "run make test-books, which fetches the books"
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    package = next(folder.iterdir())
    docs = package / source.docs
    with (docs / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('\nextensions = [*globals().get("extensions", ()), "iomdocs"]\n')
        conf.write('extensions.append("keep_words")\n')
    here = Path(__file__).parent
    paths = [here, PROJECT / "src", package / "src", package, FOLDER / "extensions"]
    command = ["-m", "sphinx", "-b", "typstpdf", "-D", "intersphinx_timeout=1", *source.options]
    result = subprocess.run(
        [sys.executable, *command, ".", str(folder / "out")],
        cwd=docs,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "no_proxy": "*"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Made(source, result, folder / "out")


def test_a_book_of_others_becomes_a_pdf(made: Made) -> None:
    assert made.result.returncode == 0, made.result.stderr[-2000:]
    assert "typst.TypstError" not in made.result.stderr
    with pikepdf.open(made.pdf) as pdf:
        assert len(pdf.pages) > 10
        assert pdf.Root.MarkInfo.Marked


def test_no_word_is_lost_or_moved(made: Made) -> None:
    words = [
        Piece(text, place, None if pattern is None else re.compile(pattern))
        for text, place, pattern in json.loads((made.folder / "words.json").read_text("utf-8"))
    ]
    assert sum(len(piece.text) for piece in words) > 15_000
    found, behind = differences(words, printed(made.pdf))
    assert "\n".join(str(each) for each in found if not _is_explained(each)) == ""
    assert len(behind) < sum(len(piece.text) for piece in words) / 3


NO_GLYPH = re.compile(r"[^\x00-\u04ff]+")


def _is_explained(difference: Difference) -> bool:
    """Whether only signs without a glyph differ: the PDF has their names in brackets."""
    parts = map(re.escape, NO_GLYPH.split(difference.book))
    return re.fullmatch(r"(?:.|\[[^\]]+\])*?".join(parts), difference.pdf) is not None


def test_everything_stands_on_the_page(made: Made) -> None:
    assert outside(made.pdf) == []


def test_links_lead_somewhere(made: Made) -> None:
    with pikepdf.open(made.pdf) as pdf:
        names = {str(name) for name in _names(pdf)}
        pages = {page.objgen for page in pdf.pages}
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        assert len(links) > 20
        assert [str(link) for link in links if not _leads(link, names, pages)] == []


def _names(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        yield from pikepdf.NameTree(pdf.Root.Names.Dests)


def _leads(link: pikepdf.Object, names: set[str], pages: set[tuple[int, int]]) -> bool:
    """Whether a link leads to an address, to a name of the book, or to one of its pages."""
    action = link.get("/A", {})
    target = link.get("/Dest", action.get("/D"))
    if isinstance(target, pikepdf.Array):
        return target[0].objgen in pages
    if target is not None:
        return str(target) in names
    address = str(action.get("/URI", ""))
    if address.startswith(OWN_SCHEMES):
        return False
    return re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE) is not None
