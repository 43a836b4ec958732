"""The settings of the PDF, what is wrong with them, and what the template is told of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import typst
from sphinx.config import Config

from iomdocs.diagnostics import nearest
from iomdocs.formats.typst.compiler import fonts

OPTIONS: tuple[tuple[str, Any, Literal["", "env", "html"], tuple[type, ...]], ...] = (
    ("typst_template", "", "", (str,)),
    ("typst_paper", "a4", "", (str,)),
    ("typst_two_sided", False, "", (bool,)),
    ("typst_fonts", {}, "", (dict,)),
    ("typst_font_paths", [], "", (list, tuple)),
    ("typst_font_size", 0, "", (int, float)),
    ("typst_accent", "#0a5a9f", "", (str,)),
    ("typst_cover", "", "", (str,)),
    ("typst_logo", "", "", (str,)),
    ("typst_contents_depth", 0, "", (int,)),
    ("typst_show_urls", "footnote", "", (str,)),
    ("typst_use_index", True, "", (bool,)),
    ("typst_domain_indices", True, "", (bool, list, tuple)),
    ("typst_gathering_size", 160, "", (int,)),
    ("typst_pdf_standards", None, "", (list, tuple, type(None))),
)
"""The settings of the PDF: name, default, what is built again when they change, types."""

PAPERS: Mapping[str, tuple[float, float]] = {
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "a6": (105, 148),
    "iso-b4": (250, 353),
    "iso-b5": (176, 250),
    "iso-b6": (125, 176),
    "jis-b5": (182, 257),
    "us-letter": (215.9, 279.4),
    "us-legal": (215.9, 355.6),
    "us-executive": (184.15, 266.7),
    "us-statement": (139.7, 215.9),
    "us-digest": (139.7, 215.9),
    "us-trade": (152.4, 228.6),
}
"""Papers by Typst's names, with width and height in millimetres (ISO 216, JIS P 0138, ANSI)."""


class Geometry(NamedTuple):
    """The type of a book in points, and its margins in millimetres.

    Attributes:
        start: at the start of a line; ``end``, ``top`` and ``bottom`` likewise.
        hang: how far headings and wide tables reach out into the margin at the start.
    """

    size: float
    start: float
    end: float
    top: float
    bottom: float
    hang: float


def geometry_of(paper: str) -> Geometry:
    """The geometry of a paper, by its width; what is wider than 220 mm has wider margins."""
    width, _height = PAPERS[paper]
    if width >= 200:
        spare = max(0, width - 220) / 2
        return Geometry(10.4, start=46 + spare, end=28 + spare, top=27, bottom=29, hang=16)
    if width >= 170:
        return Geometry(10, start=32, end=21, top=22, bottom=24, hang=11)
    if width >= 130:
        return Geometry(9.4, start=17, end=17, top=19, bottom=20, hang=0)
    return Geometry(8.6, start=11, end=11, top=14, bottom=15, hang=0)


SCRIPTS = ("Amiri", "Libertinus Serif", "Handbook Emoji")
"""What has the scripts that another font lacks: Hebrew and phonetics stand in Libertinus Serif."""
FAMILIES: Mapping[str, Sequence[str]] = {
    "serif": ("Handbook Serif", *SCRIPTS),
    "sans": ("Source Sans 3", "Handbook Serif", *SCRIPTS),
    "mono": ("Source Code Pro", "DejaVu Sans Mono", "Handbook Serif", *SCRIPTS),
}
"""The fonts for text, for headings and tables, and for code, in the order of their use.

Libertinus Serif and DejaVu Sans Mono come with Typst; DejaVu has Arabic and frames for code.
"""

SIZES = (6, 20)
"""The smallest and the largest type in which text is set, in points."""
DEEPEST_CONTENTS = 4
SHOW_URLS = ("footnote", "inline", "no")
STANDARDS = (
    *("1.4", "1.5", "1.6", "1.7", "2.0", "ua-1", "a-1a", "a-1b", "a-2a", "a-2b", "a-2u"),
    *("a-3a", "a-3b", "a-3u", "a-4", "a-4e", "a-4f"),
)
"""The standards that a book may ask for, by Typst's names."""
PICTURES = (".svg", ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp")
CONTRAST = 4.5
"""What text needs against its ground at least (WCAG 2.2, 1.4.3)."""

_SMALLEST = b'#set document(title: "Standards")'
_SAID = re.compile(r'"([^"]+)"')
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Fault(NamedTuple):
    """What is wrong with a setting, and what to write instead."""

    name: str
    message: str
    hint: str


def faults(config: Config, folder: Path) -> Iterator[Fault]:
    """What is wrong with the settings of the PDF; each is told once.

    :param folder: where ``conf.py`` is; files are named from there.
    """
    kinds = {name: types for name, _, _, types in OPTIONS}
    for name, check in _CHECKS.items():
        value = config[name]
        if not isinstance(value, kinds[name]) or _is_wrong_bool(value, kinds[name]):
            hint = f"it is {_KINDS[kinds[name][0]]}"
            yield Fault(name, f"{name} cannot be {value!r}", hint)
        elif fault := check(value, folder, config):
            message, hint = fault
            yield Fault(name, f"{name}: {message}", hint)


def look(config: Config, pictures: Mapping[str, str]) -> str:
    """What the template is told of the settings, as JSON: measures in millimetres and points.

    :param pictures: the files of ``cover`` and ``logo`` beside the template, where there are any.
    """
    width, height = PAPERS[config.typst_paper]
    values = {
        "paper": config.typst_paper,
        "width": width,
        "height": height,
        "geometry": geometry_of(config.typst_paper)._asdict(),
        "two-sided": config.typst_two_sided,
        "fonts": {kind: families(config, kind) for kind in FAMILIES},
        "font-size": config.typst_font_size or None,
        "accent": config.typst_accent,
        "cover": pictures.get("cover"),
        "logo": pictures.get("logo"),
        "contents-depth": config.typst_contents_depth or None,
        "show-urls": config.typst_show_urls,
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def contrast_on_white(colour: str) -> float:
    """The contrast of ``#rrggbb`` with white paper, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    luminance = sum(
        part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True)
    )
    return 1.05 / (luminance + 0.05)


def font_paths(config: Config, folder: Path) -> list[Path]:
    """The folders with fonts of the book's own, from that of ``conf.py``."""
    return [Path(folder, str(path)) for path in config.typst_font_paths]


def families(config: Config, kind: str) -> list[str]:
    """The fonts of a kind in the order in which a character is looked for in them."""
    given = config.typst_fonts.get(kind, [])
    return list(dict.fromkeys([*([given] if isinstance(given, str) else given), *FAMILIES[kind]]))


_Wrong = tuple[str, str] | None
"""What is wrong and what to write instead, or nothing."""


def _file(value: str, folder: Path, _config: Config) -> _Wrong:
    if not value or (folder / value).is_file():
        return None
    return f"there is no file '{value}'", "name a file from the folder of conf.py"


def _picture(value: str, folder: Path, config: Config) -> _Wrong:
    if value and Path(value).suffix.lower() not in PICTURES:
        return f"'{value}' is no picture that a PDF can hold", f"use one of {_listed(PICTURES)}"
    return _file(value, folder, config)


def _paper(value: str, _folder: Path, _config: Config) -> _Wrong:
    if value in PAPERS:
        return None
    return f"there is no paper '{value}'", nearest(value, PAPERS, f"it is one of {_listed(PAPERS)}")


def _fonts(value: Mapping[str, Any], folder: Path, config: Config) -> _Wrong:
    names = {kind: [given] if isinstance(given, str) else given for kind, given in value.items()}
    for kind, given in names.items():
        if kind not in FAMILIES:
            return f"'{kind}' is no kind of font", f"the kinds are {_listed(FAMILIES)}"
        if not isinstance(given, list | tuple) or not all(isinstance(name, str) for name in given):
            return f"the {kind} font cannot be {given!r}", "give its name, or a list of names"
    wanted = [name for given in names.values() for name in given]
    if not wanted:
        return None
    families_there = fonts(font_paths(config, folder)).families()
    known = {name.casefold(): name for name in families_there}
    for name in wanted:
        if name.casefold() not in known:
            hint = nearest(name, known.values(), "put its file into a folder of typst_font_paths")
            return f"there is no font '{name}'", hint
    return None


def _font_paths(value: Sequence[Any], folder: Path, _config: Config) -> _Wrong:
    for path in value:
        if not isinstance(path, str | Path) or not (folder / path).is_dir():
            return f"there is no folder '{path}'", "name a folder with fonts from that of conf.py"
    return None


def _font_size(value: float, _folder: Path, _config: Config) -> _Wrong:
    smallest, largest = SIZES
    if value == 0 or smallest <= value <= largest:
        return None
    return f"{value} is no size for text", f"give points from {smallest} to {largest}"


def _accent(value: str, _folder: Path, _config: Config) -> _Wrong:
    if not _COLOUR.fullmatch(value):
        return f"'{value}' is no colour", 'write it as "#0a5a9f": red, green, blue'
    if (contrast := contrast_on_white(value)) < CONTRAST:
        message = f"'{value}' is too light for words on white paper (contrast {contrast:.1f})"
        return message, f"take a darker one, with a contrast of at least {CONTRAST}"
    return None


def _contents_depth(value: int, _folder: Path, _config: Config) -> _Wrong:
    if 0 <= value <= DEEPEST_CONTENTS:
        return None
    hint = f"1 lists chapters, 2 their sections, and so on to {DEEPEST_CONTENTS}"
    return f"{value} is no depth", hint


def _gathering_size(value: int, _folder: Path, _config: Config) -> _Wrong:
    if value >= 0:
        return None
    return f"{value} is no size", "160 is usual; 0 sets the book as a whole"


def _show_urls(value: str, _folder: Path, _config: Config) -> _Wrong:
    if value in SHOW_URLS:
        return None
    return f"there is no way '{value}' to show addresses", f"it is one of {_listed(SHOW_URLS)}"


def _standards(value: Sequence[Any] | None, _folder: Path, _config: Config) -> _Wrong:
    for name in value or ():
        if name not in STANDARDS:
            return f"there is no standard '{name}'", f"known are {_listed(STANDARDS)}"
    return _contradiction(list(value or ()))


def _contradiction(standards: list[Any]) -> _Wrong:
    """What Typst says of standards that no PDF can meet together."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    try:
        typst.compile(_SMALLEST, format="pdf", font_paths=fonts, pdf_standards=standards)
    except typst.TypstError as error:
        if said := _SAID.findall(str(error)):
            return said[0], "; ".join(said[1:]) or "leave one of them out"
    return None


def _fine(_value: object, _folder: Path, _config: Config) -> _Wrong:
    return None


def _listed(names: Mapping[str, Any] | Sequence[str]) -> str:
    return ", ".join(names)


def _is_wrong_bool(value: object, kinds: tuple[type, ...]) -> bool:
    """``True`` counts as a number in Python, but is none for a person."""
    return isinstance(value, bool) and bool not in kinds


_KINDS: Mapping[type, str] = {
    str: "text between quotation marks",
    bool: "True or False",
    dict: 'written as {"serif": "Name of a font"}',
    list: "a list in square brackets",
    int: "a number",
}

_CHECKS: Mapping[str, Callable[[Any, Path, Config], _Wrong]] = {
    "typst_template": _file,
    "typst_paper": _paper,
    "typst_two_sided": _fine,
    "typst_font_paths": _font_paths,
    "typst_fonts": _fonts,
    "typst_font_size": _font_size,
    "typst_accent": _accent,
    "typst_cover": _picture,
    "typst_logo": _picture,
    "typst_contents_depth": _contents_depth,
    "typst_show_urls": _show_urls,
    "typst_gathering_size": _gathering_size,
    "typst_pdf_standards": _standards,
    "typst_use_index": _fine,
    "typst_domain_indices": _fine,
}
"""In an order in which a check may use what those before it have found right."""
