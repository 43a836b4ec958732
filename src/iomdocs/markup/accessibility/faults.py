"""What a check of a page gives: the problem, and where to look for it."""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes

from iomdocs.diagnostics import Problem


class Fault(NamedTuple):
    """A problem with its place; ``needle`` is a word in the line, ``source`` the file."""

    problem: Problem
    line: int
    needle: str
    source: str


def fault_at(node: nodes.Node, problem: Problem, needle: str = "") -> Fault:
    """A fault at a node, which takes line and file from what it stands in if it has none."""
    place: nodes.Node | None = node
    while place is not None and not (place.line and place.source):
        place = place.parent
    if place is None:
        return Fault(problem, 1, needle, "")
    return Fault(problem, int(place.line or 1), needle, str(place.source))
