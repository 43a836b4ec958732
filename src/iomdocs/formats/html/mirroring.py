"""Styles turned round for books that are written from right to left.

Themes and extensions are made for text from left to right: they say ``margin-left`` where they mean
the beginning of the line. In such a book all their styles, and ours, get left and right exchanged;
those of the author, who knows the direction of the text, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs.formats.html.direction import writes_from_right
from iomdocs.formats.html.pages import writes_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STYLE = "iomdocs-rtl.css"
"""What stays from left to right in such a book."""
MARK = "/* from right to left */\n"
"""Begins a style that is turned round already, or made so."""

_DECLARATION = re.compile(r"(?<=[{;])(\s*)([a-z][a-z-]*|-[a-z][a-z-]*)(\s*:\s*)([^{};]+)(?=[;}])")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIDE = re.compile(r"\b(left|right)\b(?![(\w])")
_ADDRESS = re.compile(r"url\([^)]*\)")
_MOVE = re.compile(r"(translateX?)\(\s*((?:[^(),]|\([^()]*\))+)")
_PARTS = re.compile(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")

_WITH_SIDES = re.compile(
    r"text-align(-last)?|float|clear|justify-(content|items|self)|transform-origin"
    r"|background(-position|-image)?|object-position|mask(-position|-image)?"
)
"""Properties whose values name sides."""
_OF_FOUR_SIDES = re.compile(
    r"margin|padding|inset|border-(width|style|color)|scroll-(margin|padding)"
)
"""Properties with a value for each side: top, right, bottom, left (CSS Box Model 3, 3.2)."""
_CORNERS = {2: (1, 0), 3: (1, 0, 1, 2), 4: (1, 0, 3, 2)}
"""The order of ``border-radius`` turned round: top left, top right, bottom right, bottom left."""


def register(app: Sphinx) -> None:
    """Turn the styles of a finished website round, after everybody who writes some."""
    app.connect("builder-inited", _add_style)
    app.connect("build-finished", mirror_styles, priority=950)


def _add_style(app: Sphinx) -> None:
    if writes_site(app) and writes_from_right(app):
        app.add_css_file(STYLE)


def mirror_styles(app: Sphinx, exception: Exception | None) -> None:
    """Turn round every style of the site that is not the author's."""
    if exception or not writes_site(app) or not writes_from_right(app):
        return
    static = Path(app.outdir, "_static")
    own = set(_files_of_author(app))
    for path in sorted(static.rglob("*.css")):
        style = path.read_text("utf-8", errors="surrogateescape")
        if path.relative_to(static) not in own and not style.startswith(MARK):
            turned = MARK + mirrored(style)
            path.write_text(turned, "utf-8", errors="surrogateescape", newline="\n")


def _files_of_author(app: Sphinx) -> Iterator[Path]:
    """The files that lie in the book, relative to the folder of static files."""
    for name in app.config["html_static_path"]:
        folder = Path(app.confdir, name).resolve()
        if folder.is_relative_to(Path(app.outdir).resolve()):
            continue
        if folder.is_relative_to(Path(app.confdir).resolve()):
            files = folder.rglob("*") if folder.is_dir() else [folder]
            yield from (file.relative_to(folder if folder.is_dir() else folder.parent)
                        for file in files)  # fmt: skip


def mirrored(style: str) -> str:
    """A style sheet with left and right exchanged."""
    return _DECLARATION.sub(_turned, _COMMENT.sub("", style))


def _turned(match: re.Match[str]) -> str:
    before, name, colon, value = match.groups()
    return f"{before}{_other_sides(name)}{colon}{_turned_value(name, value)}"


def _turned_value(name: str, value: str) -> str:
    if name == "transform":
        return _MOVE.sub(r"\1(calc(-1*(\2))", value)
    if _WITH_SIDES.fullmatch(name):
        kept = _ADDRESS.findall(value)
        sides = _other_sides(_ADDRESS.sub("\0", value))
        return re.sub("\0", lambda _: kept.pop(0), sides)
    parts = _PARTS.findall(value.replace("!important", ""))
    ending = "!important" if "!important" in value else ""
    if _OF_FOUR_SIDES.fullmatch(name) and len(parts) == 4:
        top, right, bottom, left = parts
        return " ".join((top, left, bottom, right)) + ending
    if name == "border-radius" and len(parts) in _CORNERS and "/" not in value:
        return " ".join(parts[number] for number in _CORNERS[len(parts)]) + ending
    return value


def _other_sides(words: str) -> str:
    return _SIDE.sub(lambda side: "right" if side[0] == "left" else "left", words)
