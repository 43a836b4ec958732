"""PDF through Typst: a builder of its own, a translator, and a template."""

from iomdocs.formats.typst.builder import OPTIONS, PdfError, TypstPdfBuilder
from iomdocs.formats.typst.notebooks import choose_outputs
from iomdocs.formats.typst.visitors import VISITORS

__all__ = ["OPTIONS", "VISITORS", "PdfError", "TypstPdfBuilder", "choose_outputs"]
