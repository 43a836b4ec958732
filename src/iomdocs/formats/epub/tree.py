"""Elements of a page as a list of what they hold, which is easier to change than text and tails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from xml.etree import ElementTree as ET

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
OPS = "{http://www.idpf.org/2007/ops}"
XML = "{http://www.w3.org/XML/1998/namespace}"
XLINK = "{http://www.w3.org/1999/xlink}"
XLINK_HREF = f"{XLINK}href"

Item = str | ET.Element
"""A piece of text, or an element whose ``tail`` counts for nothing."""


def name_of(element: ET.Element) -> str:
    """The name of an element of HTML; empty for one of SVG or MathML."""
    return _name_of_tag(element.tag)


@lru_cache(maxsize=1024)
def _name_of_tag(tag: object) -> str:
    """Asked for many times with few tags; that of a processing instruction is a function."""
    return tag.removeprefix(XHTML) if isinstance(tag, str) and tag.startswith(XHTML) else ""


def new(name: str, content: Iterable[Item] = (), **attributes: str) -> ET.Element:
    """An element of HTML; ``class_`` stands for ``class``."""
    element = ET.Element(XHTML + name, {key.rstrip("_"): text for key, text in attributes.items()})
    fill(element, content)
    return element


def rename(element: ET.Element, name: str, *classes: str) -> None:
    """Give an element another name, and classes beside its own."""
    element.tag = XHTML + name
    add_classes(element, *classes)


def classes_of(element: ET.Element) -> list[str]:
    """The classes of an element."""
    return element.get("class", "").split()


def add_classes(element: ET.Element, *classes: str) -> None:
    """Give an element classes that it does not have yet."""
    own = classes_of(element)
    if wanted := [name for name in classes if name and name not in own]:
        element.set("class", " ".join([*own, *wanted]))


def items(element: ET.Element) -> Iterator[Item]:
    """What an element holds, in order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def fill(element: ET.Element, content: Iterable[Item]) -> None:
    """Put this into an element in place of what it holds."""
    pieces = list(content)
    del element[:]
    element.text = None
    last: ET.Element | None = None
    for piece in pieces:
        if isinstance(piece, str):
            if last is None:
                element.text = (element.text or "") + piece
            else:
                last.tail = (last.tail or "") + piece
        else:
            piece.tail = None
            element.append(piece)
            last = piece


def text_of(element: ET.Element) -> str:
    """The text of an element with white space made single."""
    return " ".join("".join(element.itertext()).split())


def is_blank(piece: Item) -> bool:
    """Whether a piece is white space only."""
    return isinstance(piece, str) and not piece.strip()


def elements(root: ET.Element, wanted: Callable[[ET.Element], bool]) -> list[ET.Element]:
    """The elements below and with ``root`` that are wanted, as a list that bears changes."""
    return [element for element in root.iter() if wanted(element)]
