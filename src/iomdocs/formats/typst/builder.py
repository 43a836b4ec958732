"""Sphinx's builder of the PDF: the whole book as one Typst document, compiled in place."""

from __future__ import annotations

import gc
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import NoUri, SphinxError
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.display import progress_message
from sphinx.util.osutil import ensuredir

from iomdocs.cache import cache_folder
from iomdocs.formats.edition import book_slug, build_time
from iomdocs.formats.typst.assembly import Book, assemble
from iomdocs.formats.typst.compiler import NO_DESCRIPTION, Compiler, Finding, NotPrintable
from iomdocs.formats.typst.frontmatter import TEMPLATE_IMPORT, book_call, going_on_call, settings_of
from iomdocs.formats.typst.gatherings.binding import bound
from iomdocs.formats.typst.gatherings.division import Gathering, divided, gathering_size
from iomdocs.formats.typst.gatherings.loosening import NotBindable
from iomdocs.formats.typst.gatherings.press import Frame
from iomdocs.formats.typst.gatherings.setting import SetBook, set_book
from iomdocs.formats.typst.glyphs import Missing, find_missing, findings, in_settings
from iomdocs.formats.typst.guarded import guarded
from iomdocs.formats.typst.kept import KeptPdfs, digests_of, key_of
from iomdocs.formats.typst.options import font_paths, look
from iomdocs.formats.typst.output import Code, Heading, argument, call
from iomdocs.formats.typst.packing import Packed, Place, pack
from iomdocs.formats.typst.pictures import DRAWINGS, put_pictures
from iomdocs.formats.typst.sources import Sources
from iomdocs.formats.typst.targets import PAGE
from iomdocs.formats.typst.translator import TypstTranslator

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).parent / "handbook.typ"
OWN_FILES = frozenset({"builtin", "handbook", "trial"})
"""Files of Typst in the folder of the markup beside the book, without their ending."""
STANDARDS = ("ua-1", "a-3a")
"""PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3): accessible and archival."""

INK = "#1a232e"
"""The colour of text in the template, for drawings."""
WEIGHT = "style=\"font-variation-settings:'wght' {}\""
"""The weight of text in a drawing: Typst sets a variable font there by this property only."""

_WEIGHT = re.compile(r'font-weight="(\d+)"')

ATTACHMENTS = "typstpdf-attachments"
"""The event at which listeners give the files that go with the PDF: lists of ``Attachment``."""

_PRINTED = ("project", "author", "copyright", "release")
"""Settings that stand on the cover and in the imprint."""
_OF_CONTENTS = 4
"""What the contents have to know of a heading: the first of its values."""
_REASONS = "the PDF cannot be made; what is wrong is said above"


class PdfError(SphinxError):
    """The PDF cannot be made; what was warned of before says where and why."""

    category = "PDF error"


def source_name(slug: str) -> str:
    """The name of the file with the markup; never that of another file in its folder."""
    return f"{slug}-book.typ" if slug in OWN_FILES else f"{slug}.typ"


@contextmanager
def _kept_in_memory() -> Iterator[None]:
    """Let Python not search its memory for what nobody needs any more.

    The tree of a book is much that is needed until the end, and all of it would be searched again
    and again. A process that does not search what it began with ends with this build: it does not
    search what is left of the tree either.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count():
            gc.freeze()
        if was_enabled:
            gc.enable()


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
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "application/pdf",
    ]
    default_translator_class = TypstTranslator

    def init(self) -> None:
        """Begin with a book of no pages."""
        self.pages: set[str] = set()
        self.page_count = 0
        """Sheets of the finished PDF."""
        self.facts: bytes | None = None
        """The facts as they are published; ``None`` for a book without facts."""
        self.facts_digest = ""
        """SHA-256 of the facts as they are published; empty for a book without facts."""
        self.drawings: dict[str, str] = {}
        """The drawings of the book by the names of their files."""
        self.look_pictures: Mapping[str, str] = {}
        """The pictures of the cover, ``cover`` and ``logo``, beside the markup."""
        self.headings: Sequence[Heading] = ()
        """What may stand in the contents."""
        self.gatherings: Sequence[Gathering] = ()
        """The book divided, if it is to be."""
        self.opening = self.going_on = ""
        """The markup in front of the first gathering, and in front of all others."""
        self.set_book: SetBook | None = None
        """The book divided and set; kept, as to free it takes longer than to end the process."""
        self.undescribed = 0
        """Pictures without a description, each reported at its line."""

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
        for left in folder.glob(".*.*"):  # by a build that was ended while it set a gathering
            left.unlink()
        compiler = Compiler(folder, font_paths(self.config, Path(self.confdir)))
        with _kept_in_memory():
            source = self._write_markup(compiler)
        with progress_message("compiling the PDF"):
            pdf = self._finished(compiler, source)
            self.page_count = pdf.pages
            (Path(self.outdir) / f"{book_slug(self.config)}.pdf").write_bytes(pdf.content)

    def _write_markup(self, compiler: Compiler) -> Path:
        """Write the markup of the book, and beside it all files that it uses."""
        folder = compiler.folder
        with progress_message("assembling the book"):
            with guarded(self.events, self._registry):
                book = assemble(self, self.config.root_doc, self.pages)
            if any(book.of_kind(nodes.image)):
                self.post_process_images(book.tree)
            self.look_pictures = put_pictures(self, book, compiler)
        with progress_message("writing the markup"):
            source = folder / source_name(book_slug(self.config))
            markup = self.markup(book)
            settings = settings_of(self, book)
            calls = book_call(settings)
            markup = f"{calls}\n{markup}"
            missing = find_missing(compiler, markup)
            self._warn_of_glyphs(missing, book.tree)
            attached = self._attach(folder)
            self.opening = f"{TEMPLATE_IMPORT}{attached}{missing.markup()}{calls}"
            self.going_on = f"{TEMPLATE_IMPORT}{missing.markup()}{going_on_call(settings)}"
            head = f"{attached}{missing.markup()}"
            source.write_text(f"{TEMPLATE_IMPORT}{head}{markup}", encoding="utf-8", newline="\n")
            self._copy_template(folder)
        book.take_apart()  # its memory is given back before Typst, which needs much more, begins
        return source

    def markup(self, book: Book) -> str:
        """The whole book in Typst, but for the call of the template that holds it."""
        translator = self.create_translator(book.tree, self)
        assert isinstance(translator, TypstTranslator)
        translator.prepare(book.elements)
        book.tree.walkabout(translator)
        self.headings = translator.headings
        markup = translator.astext()
        self.gatherings = divided(translator, gathering_size(self.config))
        return markup

    def _copy_template(self, folder: Path) -> None:
        """Put the template beside the markup, with the drawings."""
        given = str(self.config.typst_template)
        template = Path(self.confdir, given) if given else TEMPLATE
        if not template.is_file():
            raise PdfError(f"typst_template: there is no file '{given}'")
        shutil.copyfile(template, folder / "handbook.typ")
        shutil.copyfile(TEMPLATE, folder / "builtin.typ")
        (folder / "look.json").write_text(
            look(self.config, self.look_pictures), "utf-8", newline="\n"
        )
        headings = [each[:_OF_CONTENTS] for each in self.headings]
        (folder / "headings.json").write_text(json.dumps(headings) + "\n", "utf-8", newline="\n")
        for name, drawing in self.drawings.items():
            (folder / name).write_text(drawing, "utf-8", newline="\n")

    def _warn_of_glyphs(self, missing: Missing, book: nodes.document) -> None:
        if missing:
            self._warn(findings(missing, book, Sources(Path(self.srcdir))))
            settings = {name: str(self.config[name]) for name in _PRINTED}
            self._warn(in_settings(missing, settings, Path(self.confdir, "conf.py")))

    def _attach(self, folder: Path) -> str:
        """The markup that attaches what listeners of ``typstpdf-attachments`` give.

        PDF/A-1 and PDF/A-2 allow no such files: under these nothing is attached.
        """
        given = self.config.typst_pdf_standards or ()
        if any(str(standard).startswith(("a-1", "a-2")) for standard in given):
            return ""
        files = [file for files in self.events.emit(ATTACHMENTS) for file in files]
        for file in files:
            path = folder / "attached" / file.name
            ensuredir(path.parent)
            path.write_bytes(file.content)
        return "".join(
            call(
                "pdf.attach",
                file.name,
                Code(f"read({argument(f'attached/{file.name}')}, encoding: none)"),
                relationship=file.relationship,
                mime_type=file.media_type,
                description=file.description,
            )
            + "\n"
            for file in files
        )

    def add_drawing(self, svg: str) -> str:
        """Keep a drawing for the book, with the ink of its text; the name of its file for Typst."""
        name = f"{DRAWINGS}/{len(self.drawings) + 1}.svg"
        drawing = svg.replace("<svg ", f'<svg color="{INK}" {WEIGHT.format(400)} ', 1)
        self.drawings[name] = _WEIGHT.sub(lambda match: WEIGHT.format(match[1]), drawing)
        return name

    def _finished(self, compiler: Compiler, source: Path) -> Packed:
        """The PDF as it was kept from an earlier build, or a new one.

        One of which there is something to say is not kept: it is said again with each build.
        """
        conf, doctrees = Path(self.confdir), Path(self.doctreedir)
        caches = cache_folder(str(self.config["iomdocs_cache"]), conf, doctrees)
        kept = KeptPdfs(caches)
        page_word = str(_("page"))
        standards = self.config.typst_pdf_standards
        settings = (standards, build_time(self.config), page_word, gathering_size(self.config))
        key = key_of(source, compiler.font_folders, *settings)
        if pdf := kept.get(key):
            return pdf
        if self.gatherings and (pdf := self._bound(compiler, caches, page_word)):
            kept.put(key, pdf)
            return pdf
        printed, said = self._compile(compiler, source)
        self._warn(said)
        pdf = pack(printed, [Place(*place) for place in compiler.places(source)], page_word)
        if not said:
            kept.put(key, pdf)
        return pdf

    def _bound(self, compiler: Compiler, caches: Path, page_word: str) -> Packed | None:
        """The PDF of a book that is divided; nothing where it has to be set as a whole.

        So has a book of which something is to be said: Typst then says where.
        """
        frame = Frame(
            folder=compiler.folder,
            font_paths=font_paths(self.config, Path(self.confdir)),
            standards=STANDARDS,
            timestamp=build_time(self.config),
            opening=self.opening,
            going_on=self.going_on,
            digest=digests_of(compiler.folder, compiler.font_folders),
        )
        try:
            self.set_book = set_book(self.gatherings, frame, caches)
            return bound(self.set_book, page_word)
        except NotBindable as error:
            logger.info("the book is set as a whole: %s", error)
            return None

    def _compile(self, compiler: Compiler, source: Path) -> tuple[bytes, Sequence[Finding]]:
        """The PDF, to the standards that are set, else to the strictest that the book meets.

        A book that breaks a standard it did not ask for is printed without, and told so.
        """
        given: Sequence[str] | None = self.config.typst_pdf_standards
        timestamp = build_time(self.config)
        try:
            standards = STANDARDS if given is None else given
            return compiler.compile(source, standards, timestamp)
        except NotPrintable as error:
            said = [each for each in error.findings if not self._is_told(each)]
            self._warn(said)
            if given is not None or not all(each.breaks_standard for each in error.findings):
                raise PdfError(_REASONS) from None
            return self._relaxed(compiler, source, timestamp, len(said) + self.undescribed)

    def _is_told(self, finding: Finding) -> bool:
        """Whether a finding is that of a picture which was reported at its line already."""
        return bool(self.undescribed) and finding.message == NO_DESCRIPTION

    def _relaxed(
        self, compiler: Compiler, source: Path, timestamp: int | None, places: int
    ) -> tuple[bytes, Sequence[Finding]]:
        """The PDF without standards; tagged all the same."""
        try:
            pdf, warnings = compiler.compile(source, (), timestamp)
        except NotPrintable as error:
            self._warn(error.findings)
            raise PdfError(_REASONS) from None
        broken_standards = Finding(
            f"the PDF is neither PDF/UA-1 nor PDF/A-3a: {places} "
            f"{'place does' if places == 1 else 'places do'} not meet them",
            hint="repair what is named above, or set typst_pdf_standards = []",
        )
        return pdf, [broken_standards, *warnings]

    def _warn(self, found: Iterable[Finding]) -> None:
        for finding in found:
            logger.warning(
                "%s%s",
                finding.message,
                f"\nhint: {finding.hint}" if finding.hint else "",
                location=str(Path(self.srcdir, finding.place)) if finding.place else None,
                type="iomdocs",
                subtype="P002",
            )
