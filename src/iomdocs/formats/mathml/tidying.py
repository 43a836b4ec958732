"""MathML as browsers, readers of ePubs and their validators take it best.

Typst 0.15 writes MathML Core for browsers of today: letters of formulas as characters of their own,
accents as combining characters, attributes that only the newest schema has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.etree import ElementTree as ET

XMLNS = "http://www.w3.org/1998/Math/MathML"
TOKENS = frozenset({"mi", "mn", "mo", "mtext"})
"""Elements that hold text (MathML Core, 3.2)."""
ROWS = frozenset({"math", "mrow", "mstyle", "mphantom", "mtd", "msqrt", "merror"})
"""Elements in which any number of elements stand beside each other (MathML Core, 3.3.1)."""
SIZES = ("displaystyle", "scriptlevel")
"""Attributes that say how large signs are (MathML Core, 2.1.6)."""

_ACCENTS = {
    "\u0300": "`", "\u0301": "\u00b4", "\u0302": "^", "\u0303": "~", "\u0304": "¯", "\u0305": "‾",
    "\u0306": "˘", "\u0307": "˙", "\u0308": "¨", "\u030a": "˚", "\u030c": "ˇ", "\u20d6": "←",
    "\u20d7": "→", "\u20e1": "↔",
}  # fmt: skip
"""Accents that stand alone, by the combining ones, which fonts put beside the letter."""
_LETTER = re.compile(r"MATHEMATICAL ITALIC (?:SMALL|CAPITAL) |PLANCK CONSTANT$")
_FRACTION = re.compile(r"\d+\.\d{5,}")
_COLOUR = re.compile(r"color: #[0-9a-f]{6}")


def tidied(mathml: str, source: str) -> ET.Element:
    """The element ``math`` that Typst has written, with its LaTeX source as its text alternative.

    :param source: what is read out or shown where MathML is not known (MathML 4, 2.2.1).
    """
    math = ET.fromstring(mathml)  # noqa: S314  # written by Typst
    for element in list(math.iter()):
        _tidy(element)
    for parent in list(math.iter()):
        _draw_lines(parent)
        _set_styles_apart(parent)
    math.attrib = {"xmlns": XMLNS, **math.attrib, "alttext": source}
    return math


def to_text(math: ET.Element) -> str:
    """The element as text that is HTML and XHTML alike."""
    return ET.tostring(math, encoding="unicode", short_empty_elements=False)


def _tidy(element: ET.Element) -> None:
    if element.tag in TOKENS:
        _join_text(element)
        element.text = _text_of(element)
    if "calc" in element.get("minsize", ""):
        del element.attrib["minsize"]
        element.set("stretchy", "true")
    if "style" in element.attrib and not _COLOUR.fullmatch(element.get("style", "")):
        del element.attrib["style"]
    for name, value in element.attrib.items():
        element.set(name, _FRACTION.sub(lambda number: f"{float(number[0]):.4g}", value))


def _join_text(element: ET.Element) -> None:
    """Take the text of what stands in a token, and its colour: a token holds nothing but text."""
    for inner in element.iter():
        if inner.get("style"):
            element.set("style", inner.get("style", ""))
    element.text = "".join(element.itertext())
    for inner in list(element):
        element.remove(inner)


def _text_of(element: ET.Element) -> str:
    text = element.text or ""
    if element.tag == "mi" and len(text) == 1 and _LETTER.match(unicodedata.name(text, "")):
        return unicodedata.normalize("NFKC", text)
    if element.tag == "mo":
        return _ACCENTS.get(text, text)
    if element.tag == "mtext":  # browsers leave out blanks at both ends
        start, end = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
        return "\u00a0" * start + text.strip(" ") + ("\u00a0" * end if text.strip(" ") else "")
    return text


def _draw_lines(parent: ET.Element) -> None:
    """Give the cells of a matrix the lines between them as classes."""
    for attribute, name in (("data-hline", "line-above"), ("data-vline", "line-before")):
        places = {int(each) for each in parent.attrib.pop(attribute, "").split()}
        for table in parent.iter("mtable") if places else ():
            for row, column, cell in _cells(table):
                if (row if name == "line-above" else column) in places:
                    cell.set("class", f"{cell.get('class', '')} {name}".strip())
            break


def _cells(table: ET.Element) -> Iterator[tuple[int, int, ET.Element]]:
    for row, line in enumerate(table.findall("mtr")):
        for column, cell in enumerate(line.findall("mtd")):
            yield row, column, cell


def _set_styles_apart(parent: ET.Element) -> None:
    """Say in an ``mstyle`` which size children have; other elements may not say it in an ePub.

    EPUB 3.3 takes MathML 3, in which these are attributes of few elements (3.3.4.2).
    """
    children = list(parent)
    parent[:] = []
    last: ET.Element | None = None
    for child in children:
        names = SIZES if child.tag != "mstyle" else ()
        sizes = {name: child.attrib.pop(name) for name in names if name in child.attrib}
        if not sizes:
            parent.append(child)
            last = None
        elif last is not None and last.attrib == sizes and parent.tag in ROWS:
            last.append(child)
        else:
            last = ET.SubElement(parent, "mstyle", sizes)
            last.append(child)
