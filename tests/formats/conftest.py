"""The hard book, built once for each builder of Sphinx that a test asks for."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

ROOTS = Path(__file__).parent.parent / "roots"


def build(builder: str, source: Path, folder: Path, **settings: object) -> Path:
    """Build a book in this process; a warning fails."""
    warnings = io.StringIO()
    app = SphinxTestApp(
        builder, srcdir=source, builddir=folder, warning=warnings, confoverrides=settings
    )
    try:
        app.build()
        assert warnings.getvalue() == ""
        return Path(app.outdir)
    finally:
        app.cleanup()


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
