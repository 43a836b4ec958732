"""Nodes that only raw HTML makes, and what is done with any that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docutils import nodes

from iomdocs.formats.typst.rawhtml.tags import Tag

_ALIGNED = re.compile(r"text-align\s*:\s*(\w+)")


class line_break(nodes.Inline, nodes.Element):
    """A line ends here."""

    def astext(self) -> str:
        return "\n"


class tick_box(nodes.Inline, nodes.Element):
    """A box to tick; ``checked`` says whether it is."""


class disclosure(nodes.General, nodes.Element):
    """What a reader of a website opens; its ``title``, if it has one, is its first child."""


class aligned(nodes.General, nodes.Element):
    """Blocks at a side, ``align``: ``center`` or ``right``."""


def is_shown(node: nodes.Node) -> bool:
    """Whether anything of a part of a line is seen."""
    shown = nodes.image | nodes.raw | tick_box
    return bool(node.astext().strip()) or any(isinstance(part, shown) for part in node.findall())


def stripped(content: list[nodes.Node]) -> list[nodes.Node]:
    """Parts of a line without blanks and line ends around them."""
    for place, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while content and isinstance(content[place], nodes.Text | line_break):
            words = content[place].astext()
            if words.strip():
                content[place] = nodes.Text(strip(words))
                break
            del content[place]
    return content


def side_of(tag: Tag) -> str:
    """The side at which an element asks to stand, where it is not the usual one."""
    style = _ALIGNED.search(tag.attributes.get("style", ""))
    given = "center" if tag.name == "center" else tag.attributes.get("align", "")
    side = style[1] if style else given.lower()
    return side if side in {"center", "right"} and tag.name not in {"table", "hr"} else ""


def at_side(found: Sequence[nodes.Node], side: str) -> aligned:
    """Blocks at a side; a picture stands there itself."""
    for node in found:
        if isinstance(node, nodes.image):
            node["align"] = side
    return aligned("", *found, align=side)


def speak(found: Iterable[nodes.Node], language: str) -> None:
    """Let the text of blocks be in a language."""
    for block in found:
        for text in list(block.findall(nodes.TextElement)):
            if text.children and not isinstance(text, nodes.Inline | nodes.literal_block):
                content = text.children
                text.children = []
                text.append(nodes.inline("", "", *content, lang=language))
