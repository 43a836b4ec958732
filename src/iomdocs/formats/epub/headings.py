"""The levels of the headings of a page, of which none is left out (WCAG 2.2, 1.3.1)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from iomdocs.formats.epub.elements import HEADINGS
from iomdocs.formats.epub.tree import name_of, rename


def close_ranks(body: ET.Element) -> None:
    """Raise headings that stand more than one level below the one before them.

    They keep their look; headings that were of one level still are.
    """
    above: list[tuple[int, int]] = []  # level in the page, level in the book
    for element in body.iter():
        level = _level(element)
        if not level:
            continue
        while above and above[-1][0] >= level:
            above.pop()
        raised = above[-1][1] + 1 if above else 1
        above.append((level, raised))
        if raised != level:
            _raise(element, level, raised)


def _level(element: ET.Element) -> int:
    name = name_of(element)
    if name in HEADINGS:
        return int(name[1])
    level = element.get("aria-level", "")
    return int(level) if element.get("role") == "heading" and level.isdecimal() else 0


def _raise(element: ET.Element, level: int, raised: int) -> None:
    if name_of(element) in HEADINGS:
        rename(element, f"h{raised}", f"as-h{level}")
    else:
        element.set("aria-level", str(raised))
