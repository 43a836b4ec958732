"""The hard book, built once for each builder of Sphinx that a test asks for."""

import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx.config import Config
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_escape_sequences

from iomdocs.formats.typst import PdfError

ROOTS = Path(__file__).parent.parent / "roots"


@dataclass
class Built:
    """What a builder has made of a book, or what it says against it."""

    folder: Path
    warnings: str
    doctree: nodes.document
    """The first page with its references resolved; for a PDF the whole book."""
    pages: int
    """Sheets of the PDF."""

    @property
    def pdf(self) -> Path | None:
        return next(self.folder.glob("*.pdf"), None)


def make(builder: str, source: Path, folder: Path, **settings: object) -> Built:
    """Build a book in this process."""
    warnings = io.StringIO()
    app = SphinxTestApp(
        builder, srcdir=source, builddir=folder, warning=warnings, confoverrides=settings
    )
    trees: list[nodes.document] = []
    app.connect("doctree-resolved", lambda _app, tree, _name: trees.append(tree.deepcopy()))
    try:
        with suppress(PdfError):
            app.build()
        pages = getattr(app.builder, "page_count", 0)
        tree = trees[0] if trees else new_document("")
        return Built(Path(app.outdir), strip_escape_sequences(warnings.getvalue()), tree, pages)
    finally:
        app.cleanup()
        _forget_templates()


def _forget_templates() -> None:
    """Empty the default that all books of a process share: sphinx-book-theme adds to it."""
    Config.config_values["templates_path"].default.clear()


def build(builder: str, source: Path, folder: Path, **settings: object) -> Path:
    """The folder of a book built in this process; a warning fails."""
    built = make(builder, source, folder, **settings)
    assert built.warnings == ""
    return built.folder


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, which is made if need be; gives the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


@pytest.fixture(scope="session")
def hard_book(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder that a builder has written the book to."""
    done: dict[str, Path] = {}

    def built(builder: str) -> Path:
        if builder not in done:
            folder = tmp_path_factory.mktemp(f"hard-{builder}")
            done[builder] = build(builder, ROOTS / "epub-book", folder)
        return done[builder]

    return built


@pytest.fixture
def printed(tmp_path: Path) -> Callable[..., Built]:
    """Prints a book of a few pages: their texts by file name, and settings beside the usual ones.

    The first page is ``index.md`` or ``index.rst``; a toctree is the test's own matter.
    """

    def print_book(files: Mapping[str, str | bytes], **settings: object) -> Built:
        source = write_files(tmp_path / "source", files)
        if "conf.py" not in files:
            (source / "conf.py").write_text(
                'project = "Small"\nlanguage = "en"\niomdocs_edition = "2026-11-24"\n'
                'extensions = ["myst_parser", "iomdocs"]\n',
                "utf-8",
            )
        usual = {"myst_enable_extensions": ["colon_fence"], "typst_show_urls": "no"}
        given = {**usual, **settings}
        return make("typstpdf", source, tmp_path / "build", **given)

    return print_book
