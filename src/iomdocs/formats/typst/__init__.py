"""PDF through Typst: a builder of its own, a translator, and a template."""

from iomdocs.formats.typst.builder import ATTACHMENTS, PdfError, TypstPdfBuilder
from iomdocs.formats.typst.options import OPTIONS, faults
from iomdocs.formats.typst.packing import Attachment
from iomdocs.formats.typst.visitors.facts import VISITORS
from iomdocs.formats.typst.visitors.notebooks import choose_outputs

__all__ = [
    "ATTACHMENTS",
    "OPTIONS",
    "VISITORS",
    "Attachment",
    "PdfError",
    "TypstPdfBuilder",
    "choose_outputs",
    "faults",
]
