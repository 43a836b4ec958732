"""The same faults in HTML that a page brings as it is, and headings of it that skip a level."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import PurePosixPath

from docutils import nodes

from iomdocs.diagnostics import Problem
from iomdocs.markup.accessibility.faults import Fault, fault_at
from iomdocs.markup.accessibility.words import (
    LINK_WITHOUT_WORDS,
    PICTURE_WITHOUT_WORDS,
    TABLE_WITHOUT_HEADER,
)

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WORDLESS = {"presentation", "none"}
"""Roles of what is only for the eye."""


def faults(doctree: nodes.document) -> Iterator[Fault]:
    """What is wrong in each piece of raw HTML, in the order of the page.

    A heading in Markdown that skips a level is told by MyST, and docutils knows none.
    """
    level = 0
    for node in doctree.findall(nodes.Element):
        if isinstance(node, nodes.raw):
            found, level = _read(node, level)
            yield from found
        elif isinstance(node, nodes.rubric) and "heading-level" in node:
            skipped = _skipped(level, node["heading-level"])
            if skipped:
                yield fault_at(node, skipped)
            level = node["heading-level"]
        elif isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
            level = _depth(node.parent)


def _read(node: nodes.raw, level: int) -> tuple[list[Fault], int]:
    """The faults in a piece of raw HTML, and the level of its last heading."""
    if "html" not in str(node.get("format", "")).split():
        return [], level
    reader = _Reader(level)
    reader.feed(node.astext())
    reader.close()
    place = fault_at(node, LINK_WITHOUT_WORDS)
    found = [
        place._replace(problem=problem, line=place.line + line - 1)
        for problem, line in reader.found
    ]
    return found, reader.level


def _depth(section: nodes.Node) -> int:
    """The level of the heading of a section, from 1."""
    depth = 0
    place: nodes.Node | None = section
    while place is not None:
        depth += isinstance(place, nodes.section)
        place = place.parent
    return depth


def _skipped(before: int, level: int) -> Problem | None:
    if level <= before + 1:
        return None
    message = f"a heading of level {level} stands below one of level {before}"
    return Problem("A002", message, f"make it one of level {before + 1}, or a line in bold letters")


class _Reader(HTMLParser):
    """Reads a piece of HTML, which may begin and end anywhere; knows what begins and ends in it."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level
        self.found: list[tuple[Problem, int]] = []
        self._links: list[tuple[int, bool]] = []
        """For each open link its line, and whether it says something."""
        self._tables: list[tuple[int, bool]] = []
        """For each open table its line, and whether it has headers."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        line = self.getpos()[0]
        if tag in _HEADINGS:
            if problem := _skipped(self.level, _HEADINGS[tag]):
                self.found.append((problem, line))
            self.level = _HEADINGS[tag]
        elif tag == "img":
            self._picture(attributes, line)
        elif tag == "a" and "href" in attributes:
            self._links.append((line, _has_name(attributes)))
        elif tag == "table":
            self._tables.append((line, attributes.get("role") in _WORDLESS))
        elif tag == "th" and self._tables:
            self._tables[-1] = (self._tables[-1][0], True)

    def handle_endtag(self, tag: str) -> None:
        for name, opened, problem in (
            ("a", self._links, LINK_WITHOUT_WORDS),
            ("table", self._tables, TABLE_WITHOUT_HEADER),
        ):
            if tag == name and opened:
                line, is_right = opened.pop()
                if not is_right:
                    self.found.append((problem, line))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._speak()

    def _picture(self, attributes: dict[str, str | None], line: int) -> None:
        if attributes.get("alt"):
            self._speak()
        if "alt" not in attributes and attributes.get("role") not in _WORDLESS:
            name = PurePosixPath(attributes.get("src") or "").name
            message = f"the picture '{name}' has no words for readers who do not see it"
            hint = PICTURE_WITHOUT_WORDS.replace(":alt: or ![words](file)", 'alt="words"')
            hint = hint.replace("use the directive image with an empty :alt:", 'write alt=""')
            self.found.append((Problem("A003", message, hint), line))

    def _speak(self) -> None:
        """Every link that is open says something."""
        self._links = [(line, True) for line, _ in self._links]


def _has_name(attributes: dict[str, str | None]) -> bool:
    return bool(attributes.get("aria-label") or attributes.get("title"))
