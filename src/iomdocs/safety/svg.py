"""Pictures in SVG: parsed, and nothing in them may run, load or lead anywhere.

A browser that shows the file itself runs what is in it, so every element and every address is
looked at, as the parser of a browser would see them: without entities, in any namespace.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from iomdocs.diagnostics import Problem
from iomdocs.safety.repetition import Repetition

ELEMENTS, DEPTH = 50_000, 100
"""The most elements of a picture, and how deep they may stand in each other."""

DRAWN = 200_000
"""The most elements that are drawn, where ``use`` repeats others."""

LARGEST = 100_000
"""The largest measure of the picture itself."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_ALLOWED = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "switch", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"),
        *("text", "tspan", "textPath", "marker", "pattern", "mask", "clipPath", "a", "view"),
        *("linearGradient", "radialGradient", "stop", "filter", "feBlend", "feColorMatrix"),
        *("feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting"),
        *("feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB"),
        *("feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology"),
        *("feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile"),
        "feTurbulence",
    )
)
"""The elements of SVG that only draw; others, such as script and animate, are refused."""

_SILENT = frozenset(
    (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://purl.org/dc/elements/1.1/",
        "http://creativecommons.org/ns#",
        "http://web.resource.org/cc/",
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    )
)
"""Namespaces of remarks, which no browser looks at."""

_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_INNER = re.compile(r"#[\w.:-]*")
_URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE | re.DOTALL)
_ACTIVE_STYLE = re.compile(
    r"@import|@charset|@font-face|@namespace|expression\s*\(|behavior\s*:|-moz-binding|image-set"
    r"|javascript|src\s*:|\\|<",
    re.IGNORECASE,
)


_NUMBER = re.compile(r"\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?|\.\d+(?:[eE][+-]?\d{1,3})?")
_LARGEST_OF_FILTERS = 100
_MEASURES = frozenset(
    (
        *("width", "height", "viewBox", "numOctaves", "order", "radius", "stdDeviation"),
        *("baseFrequency", "kernelUnitLength"),
    )
)
"""Attributes whose numbers say how much is to be computed."""


class _Refused(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def problem(data: bytes) -> tuple[int, Problem] | None:
    """What is wrong with a picture, with the line."""
    try:
        data.decode("utf-8")
        _Reader().read(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return line, Problem("X010", "the picture is not UTF-8 text", "save it as plain SVG")
    except _Refused as error:
        hint = "save it as plain SVG: shapes and text without scripts, links and other files"
        return error.line, Problem("X010", str(error), hint)
    except expat.ExpatError as error:
        message = f"the picture is not well-formed: {expat.ErrorString(error.code)}"
        return error.lineno, Problem("X010", message, "save it as plain SVG")
    return None


class _Reader:
    """Reads a picture and stops at the first thing that is refused."""

    def __init__(self) -> None:
        self._depth = self._count = 0
        self._style: list[str] | None = None
        self._repetition = Repetition()
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartCdataSectionHandler = lambda: None
        self._parser = parser

    def read(self, data: bytes) -> None:
        self._parser.Parse(data, True)  # noqa: FBT003  expat takes no keyword
        if self._repetition.drawn(DRAWN) > DRAWN:
            self._refuse(f"the picture draws more than {DRAWN:,} elements, by repeating them")

    def _refuse(self, message: str) -> None:
        raise _Refused(self._parser.CurrentLineNumber, message)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEPTH or self._count > ELEMENTS:
            self._refuse(
                f"the picture has more than {ELEMENTS:,} elements, or {DEPTH} in each other"
            )
        namespace, _, local = name.rpartition(" ")
        if self._count == 1 and (namespace, local) != (_SVG, "svg"):
            self._refuse("the file is no SVG: its first element is not svg in the namespace of SVG")
        if namespace == _SVG and local not in _ALLOWED:
            self._refuse(f"the picture holds the element '{local[:40]}'")
        if namespace != _SVG and namespace not in _SILENT:
            self._refuse(f"the picture holds the element '{local[:40]}' of another language")
        for key, value in attributes.items():
            self._attribute(key, value)
        if self._style is not None:
            self._refuse(f"the style of the picture holds the element '{local[:40]}'")
        if local == "style":
            self._style = []
        self._measures(local, attributes)
        self._repetition.start(local, attributes)

    def _attribute(self, key: str, value: str) -> None:
        namespace, _, local = key.rpartition(" ")
        name = local.lower()
        if namespace in _SILENT:
            return
        if name.startswith("on"):
            self._refuse(f"the picture runs something at '{local[:40]}'")
        if name in {
            "href",
            "src",
            "base",
            "ping",
            "from",
            "to",
            "values",
            "by",
            "action",
            "formaction",
        }:
            shown = value.strip()
            if not (_INNER.fullmatch(shown) or (name == "href" and _PICTURE.fullmatch(shown))):
                self._refuse(f"the picture leads to '{shown[:40]}'")
        elif namespace not in {"", _XLINK, _XML}:
            self._refuse(f"the picture has the attribute '{local[:40]}' of another language")
        elif name == "style" or "(" in value:
            self._check_style(value)

    def _measures(self, element: str, attributes: Mapping[str, str]) -> None:
        """Refuse measures that make a program draw for hours, or need all memory."""
        most = _LARGEST_OF_FILTERS if element.startswith("fe") else LARGEST
        if most == LARGEST and element != "svg":
            return
        for key, value in attributes.items():
            is_region = element != "svg" and key in {"width", "height"}
            if (
                key in _MEASURES
                and not is_region
                and any(float(each) > most for each in _NUMBER.findall(value))
            ):
                self._refuse(f"the measure '{key}' of the picture is too large")

    def _check_style(self, style: str) -> None:
        if match := _ACTIVE_STYLE.search(style):
            self._refuse(f"the style of the picture holds '{match[0]}'")
        for _, target in _URL.findall(style):
            if not _INNER.fullmatch(target.strip()):
                self._refuse(f"the style of the picture loads '{target[:40]}'")
        if style.lower().count("url(") != len(_URL.findall(style)):
            self._refuse("the style of the picture has an address that cannot be read")

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._repetition.end()
        if self._style is not None:
            self._check_style("".join(self._style))
            self._style = None

    def _doctype(self, *_given: object) -> None:
        self._refuse("the picture has a DOCTYPE, which can define entities")

    def _instruction(self, target: str, _data: str) -> None:
        self._refuse(f"the picture has the instruction '{target[:40]}'")
