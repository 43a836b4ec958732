"""How many elements a picture draws where they repeat each other: ten in ten in ten are a thousand.

``use`` draws an element again, and so do patterns, markers, masks and clips where they are named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

DEPTH = 250
"""How deep elements may stand in each other, with what they repeat."""

_NAMED = re.compile(r"url\(\s*['\"]?#([^)'\"\s]+)", re.IGNORECASE)


@dataclass(slots=True)
class _Element:
    """An element: those in it, and the names of those that it draws again."""

    within: list[_Element] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    drawn: int | None = None


class Repetition:
    """Collects what stands in what, and what repeats what."""

    def __init__(self) -> None:
        self._root = _Element()
        self._open = [self._root]
        self._named: dict[str, _Element] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins. What a link leads to is not drawn again."""
        element = _Element()
        for key, value in attributes.items():
            if key == "id":
                self._named.setdefault(value, element)
            elif key.rpartition(" ")[2] == "href" and name != "a":
                element.names.append(value.strip().removeprefix("#"))
            elif "(" in value:
                element.names += _NAMED.findall(value)
        self._open[-1].within.append(element)
        self._open.append(element)

    def end(self) -> None:
        """The innermost element ends."""
        self._open.pop()

    def drawn(self, most: int) -> int:
        """How many elements are drawn; some number above ``most`` if there are more.

        What draws itself counts as above: programs differ in where they stop.
        """
        return self._drawn(self._root, most, 0)

    def _drawn(self, element: _Element, most: int, depth: int) -> int:
        if element.drawn is not None:
            return element.drawn
        if depth > DEPTH:
            return most + 1
        repeated = (self._named[name] for name in element.names if name in self._named)
        count = 1
        for part in (*element.within, *repeated):
            count += self._drawn(part, most, depth + 1)
            if count > most:
                return count
        element.drawn = count
        return count
