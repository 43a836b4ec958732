"""The texts of a record module, as Python reads them: an escape is the character that it names."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from iomdocs.diagnostics import Problem
from iomdocs.safety import characters


def texts(text: str) -> Iterator[tuple[int, str]]:
    """Each text of a record module, with its line; none if it is no Python."""
    try:
        nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # told where the records are read
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def hidden(text: str) -> Iterator[tuple[int, Problem]]:
    """The texts of a record module that hold what cannot be seen."""
    for line, value in texts(text):
        if found := characters.problem(value):
            yield line, found
