"""PDF through Typst: a builder of its own, a translator, and a template.

What is named here is loaded when it is asked for: processes that only set pages begin without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES = {
    "ATTACHMENTS": "builder",
    "OPTIONS": "options",
    "VISITORS": "visitors.facts",
    "Attachment": "packing",
    "PdfError": "builder",
    "TypstPdfBuilder": "builder",
    "choose_outputs": "visitors.notebooks",
    "faults": "options",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for (PEP 562)."""
    if name not in _MODULES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
