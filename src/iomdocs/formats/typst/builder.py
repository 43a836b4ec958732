"""Sphinx's builder of the PDF: the whole book as one Typst document, compiled in place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, ClassVar, Literal

from docutils import nodes
from sphinx.builders import Builder
from sphinx.environment.adapters.asset import ImageAdapter
from sphinx.errors import NoUri, SphinxError
from sphinx.util import logging
from sphinx.util.display import progress_message
from sphinx.util.osutil import ensuredir

from iomdocs.formats.edition import book_slug, build_time
from iomdocs.formats.typst.assembly import assemble
from iomdocs.formats.typst.compiler import Finding, NotPrintable, compile_pdf
from iomdocs.formats.typst.frontmatter import book_call
from iomdocs.formats.typst.targets import PAGE
from iomdocs.formats.typst.translator import TypstTranslator

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).parent / "handbook.typ"
STANDARDS = ("ua-1", "a-3a")
"""PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3): accessible and archival."""


INK = "#1a232e"
"""The colour of text in the template, for drawings."""
WEIGHT = "style=\"font-variation-settings:'wght' {}\""
"""The weight of text in a drawing: Typst sets a variable font there by this property only."""

_WEIGHT = re.compile(r'font-weight="(\d+)"')

_REASONS = "the PDF cannot be made; what is wrong is said above"
_PAGE = re.compile(rb"/Type\s*/Page\b")


class PdfError(SphinxError):
    """The PDF cannot be made; what was warned of before says where and why."""

    category = "PDF error"


class TypstPdfBuilder(Builder):
    """Writes ``SLUG.pdf`` into the output folder, and its markup into ``typst/`` there.

    One document of all pages that the root page leads to. The same sources and settings give the
    same bytes: the time in the file is that of ``SOURCE_DATE_EPOCH`` or of the edition.
    """

    name = "typstpdf"
    format = "typst"
    epilog = "The PDF is in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "application/pdf",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    ]
    default_translator_class = TypstTranslator

    def init(self) -> None:
        """Begin with a book of no pages."""
        self.pages: set[str] = set()
        self.page_count = 0
        """Sheets of the finished PDF."""
        self.drawings: dict[str, str] = {}
        """The drawings of the book by the names of their files."""

    def get_outdated_docs(self) -> str:
        """The book is one document: always written as a whole."""
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """``%docname``: references to a page of the book are links inside the document."""
        if docname not in self.pages:
            raise NoUri(docname, typ)
        return f"{PAGE}{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere in the book."""
        return self.get_target_uri(to, typ)

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Assemble the pages, write the markup, compile it.

        :raises PdfError: the document cannot be printed; each reason is a warning at its line.
        """
        folder = Path(self.outdir) / "typst"
        ensuredir(folder)
        with progress_message("assembling the book"):
            book = assemble(self, self.config.root_doc, self.pages)
            self.post_process_images(book)
        with progress_message("writing the markup"):
            source = folder / f"{book_slug(self.config)}.typ"
            source.write_text(self.markup(book), encoding="utf-8")
            self.copy_files(folder)
        with progress_message("compiling the PDF"):
            pdf = self.compile(source)
            self.page_count = len(_PAGE.findall(pdf))
            (Path(self.outdir) / f"{book_slug(self.config)}.pdf").write_bytes(pdf)

    def markup(self, book: nodes.document) -> str:
        """The whole Typst document."""
        translator = self.create_translator(book, self)
        assert isinstance(translator, TypstTranslator)
        book.walkabout(translator)
        return f"{book_call(self, book)}\n{translator.astext()}"

    def copy_files(self, folder: Path) -> None:
        """Put the template and the pictures of the book beside its markup."""
        given = str(self.config.typst_template)
        template = Path(self.confdir, given) if given else TEMPLATE
        if not template.is_file():
            raise PdfError(f"typst_template: there is no file '{given}'")
        shutil.copyfile(template, folder / "handbook.typ")
        pictures = folder / "images"
        shutil.rmtree(pictures, ignore_errors=True)
        ensuredir(pictures)
        for address, name in self.images.items():
            try:
                shutil.copyfile(Path(self.srcdir, address), pictures / name)
            except OSError as error:
                page = ImageAdapter(self.env).get_original_image_uri(address)
                raise PdfError(f"the picture '{page}' cannot be read: {error.strerror}") from error

        for name, drawing in self.drawings.items():
            (pictures / name).write_text(drawing, "utf-8")

    def add_drawing(self, svg: str) -> str:
        """Keep a drawing for the book, with the ink of its text; returns the name of its file."""
        name = f"drawing-{len(self.drawings) + 1}.svg"
        drawing = svg.replace("<svg ", f'<svg color="{INK}" {WEIGHT.format(400)} ', 1)
        self.drawings[name] = _WEIGHT.sub(lambda match: WEIGHT.format(match[1]), drawing)
        return name

    def compile(self, source: Path) -> bytes:
        """The PDF, to the standards that are set, else to the strictest that the book meets.

        A book that breaks a standard it did not ask for is printed without, and told so.
        """
        given: Sequence[str] | None = self.config.typst_pdf_standards
        paths = [Path(self.confdir, path) for path in self.config.typst_font_paths]
        timestamp = build_time(self.config)
        try:
            pdf, warnings = compile_pdf(
                source, STANDARDS if given is None else given, timestamp, paths
            )
        except NotPrintable as error:
            self._warn(error.findings)
            if given is not None or not all(each.breaks_standard for each in error.findings):
                raise PdfError(_REASONS) from None
            pdf, warnings = self._relaxed(source, timestamp, paths, len(error.findings))
        self._warn(warnings)
        return pdf

    def _relaxed(
        self, source: Path, timestamp: int | None, paths: Sequence[Path], places: int
    ) -> tuple[bytes, Sequence[Finding]]:
        """The PDF without standards; tagged all the same."""
        try:
            pdf, warnings = compile_pdf(source, (), timestamp, paths)
        except NotPrintable as error:
            self._warn(error.findings)
            raise PdfError(_REASONS) from None
        broken = Finding(
            f"the PDF is neither PDF/UA-1 nor PDF/A-3a: {places} "
            f"{'place does' if places == 1 else 'places do'} not meet them",
            hint="repair what is named above, or set typst_pdf_standards = []",
        )
        return pdf, [broken, *warnings]

    def _warn(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            logger.warning(
                "%s%s",
                finding.message,
                f"\nhint: {finding.hint}" if finding.hint else "",
                location=str(Path(self.srcdir, finding.place)) if finding.place else None,
                type="iomdocs",
                subtype="P002",
            )


OPTIONS: tuple[tuple[str, Any, Literal["", "env", "html"], tuple[type, ...]], ...] = (
    ("typst_template", "", "", (str,)),
    ("typst_font_paths", [], "", (list, tuple)),
    ("typst_paper", "a4", "", (str,)),
    ("typst_pdf_standards", None, "", (list, tuple, type(None))),
)
"""The settings of the PDF: name, default, what is built again when they change, types."""
