"""Books that hold the hostile pages, and what each of the two stages says of them."""

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from iomdocs.diagnostics import Diagnostic
from iomdocs.extension.untrusted import Unsafe
from iomdocs.publish import checking
from iomdocs.publish.complaints import Complaints, Vocabulary
from tests.hostile.files import File
from tests.hostile.page import Page

SECRET = "the-secret-of-the-machine"

CONF = """\
project = "Hostile"
extensions = ["myst_parser", "sphinx_design", "iomdocs"]
myst_enable_extensions = {syntax!r}
myst_heading_anchors = 3
iomdocs_untrusted_pages = True
html_theme = "basic"
numfig = True
"""

SYNTAX = ["colon_fence", "deflist"]
"""What the handbook switches on."""

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def write(folder: Path, pages: Iterable[Page], syntax: Iterable[str] = SYNTAX) -> Path:
    """Make a book of hostile pages in ``folder/docs``; a secret lies beside it."""
    source = folder / "docs"
    source.mkdir(parents=True)
    for name in ("outside.md", "outside.png", "secret.txt"):
        (folder / name).write_text(f"# {SECRET}\n\n{SECRET}\n", "utf-8")
    (source / "picture.png").write_bytes(DOT)
    (source / "conf.py").write_text(CONF.format(syntax=list(syntax)), "utf-8")
    pages = list(pages)
    names = "\n".join(page.name for page in pages)
    (source / "index.md").write_text(f"# Hostile\n\n```{{toctree}}\n{names}\n```\n", "utf-8")
    for page in pages:
        text = page.source.replace("SECRET", str(folder / "secret.txt"))
        text = text.replace("CANARY", str(folder / "canary"))
        (source / f"{page.name}.md").write_text(text, "utf-8", newline="\n")
    return source


def write_files(folder: Path, files: Iterable[File]) -> Path:
    """Make a book with hostile files in ``folder/docs/files``."""
    source = write(folder, [])
    (source / "files").mkdir()
    for file in files:
        file.make(source / "files")
    return source


def write_records(folder: Path, records: Iterable[File]) -> Path:
    """Make a book with hostile record modules."""
    source = write(folder, [])
    (source / "records").mkdir()
    (source / "records" / "__init__.py").write_text("", "utf-8")
    for record in records:
        record.make(source / "records")
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('iomdocs_facts = "records"\niomdocs_edition = "2026-01-01"\n')
    return source


Told = Mapping[str, list[tuple[str, int]]]
"""Codes and lines by the name of the file."""


def told_by_text(source: Path) -> Told:
    """What the check of the text tells."""
    return _by_name(checking.check(source, source.parent / "build").diagnostics)


def told_by_sphinx(source: Path) -> tuple[Told, str]:
    """What Sphinx tells where nobody has checked the text, and how its build ended."""
    complaints = Complaints(source)
    out = source.parent / "html"
    end = "published"
    try:
        with patch_docutils(str(source)), docutils_namespace():
            app = Sphinx(
                *(source, source, out, out / "doctrees", "html"), status=None, warning=complaints
            )
            app.build()
    except Unsafe:
        end = "refused"
    return _by_name(complaints.diagnostics(Vocabulary())), end


def _by_name(found: Iterable[Diagnostic]) -> Told:
    told: dict[str, list[tuple[str, int]]] = {}
    for each in found:
        place = each.location
        told.setdefault(Path(place.path).name, []).append((each.code, place.line))
    return told
