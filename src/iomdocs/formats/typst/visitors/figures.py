"""Pictures: their size, their description, and what is printed where one cannot be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.util import logging

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import Code, Markup, call, expression
from iomdocs.formats.typst.pictures import OF_PAGES
from iomdocs.formats.typst.sources import located

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.builder import TypstPdfBuilder
    from iomdocs.formats.typst.translator import TypstTranslator

logger = logging.getLogger(__name__)

UNITS = {
    "%": (1, "%"),
    "ch": (0.5, "em"),
    "cm": (1, "cm"),
    "em": (1, "em"),
    "ex": (0.5, "em"),
    "in": (1, "in"),
    "mm": (1, "mm"),
    "pc": (12, "pt"),
    "pt": (1, "pt"),
    "q": (0.25, "mm"),
    "rem": (1, "em"),
    "vw": (1, "%"),
    "vmin": (1, "%"),
}
"""Units of docutils in Typst's; any other length counts pixels of a screen, 96 to the inch."""

_MEASURE = re.compile(r"(\d+\.?\d*|\.\d+)([a-z%]*)")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def picture(self: TypstTranslator, node: Element) -> str:
    """The call of the template for a picture, in a line or as a block of its own.

    One without a description is reported, for readers who do not see it; one that is not at hand
    or cannot be read is replaced by its description.
    """
    address = str(node["uri"])
    name = self.builder.images.get(address)
    if name is None:
        return _missing(node)
    description = node.get("alt")
    if description is None:
        cast("TypstPdfBuilder", self.builder).undescribed += 1
        logger.warning(
            "the picture '%s' has no description for readers who do not see it"
            "\nhint: say in a few words what it shows (:alt:)",
            address,
            location=located(node),
            type="iomdocs",
            subtype="P003",
        )
    drawn = expression(
        "image",
        f"{OF_PAGES}/{name}",
        alt=None if description is None else str(description),
        width=measure(str(node.get("width", ""))),
        height=measure(str(node.get("height", ""))),
    )
    return call(
        "picture",
        drawn,
        align=_align(node),
        in_line=not stands_alone(node),
        scale=Code(f"{int(node.get('scale', 100))}%"),
    )


def stands_alone(node: Element) -> bool:
    """Whether a picture is a block of its own; it may be a link as a whole."""
    parent = node.parent
    if isinstance(parent, nodes.reference):
        return not isinstance(parent.parent, nodes.TextElement)
    return not isinstance(parent, nodes.TextElement)


def measure(written: str) -> Code:
    """A measure of docutils, ``50%``, ``3 cm`` or ``200``, as one of Typst."""
    match = _MEASURE.fullmatch(written.replace(" ", "").lower())
    factor, unit = UNITS.get(match[2], (0.75, "pt")) if match else (0, "")
    return Code(f"{float(match[1]) * factor:g}{unit}" if match and unit else "auto")


def _align(node: Element) -> str:
    """Where a picture stands: as it says itself, or as the figure around it."""
    around = node.parent.parent if isinstance(node.parent, nodes.reference) else node.parent
    holder = around if isinstance(around, nodes.figure) else None
    return str(node.get("align") or (holder.get("align", "") if holder is not None else ""))


def _missing(node: Element) -> str:
    """The description of a picture in its place.

    Sphinx has said of a file that is missing where it is asked for, but not of an address.
    """
    address = str(node["uri"])
    if _ADDRESS.match(address):
        logger.warning(
            "the picture '%s' could not be fetched; the PDF prints its description instead"
            "\nhint: keep the picture beside the page",
            address,
            location=located(node),
            type="iomdocs",
            subtype="P001",
        )
    return call(
        "missing-picture",
        Markup(text(str(node.get("alt") or _name_of(address)))),
        address=address if _ADDRESS.match(address) else None,
        in_line=not stands_alone(node),
    )


def _name_of(address: str) -> str:
    """The name of a file; none where the address is the picture itself."""
    return "" if address.startswith("data:") else Path(address).name
