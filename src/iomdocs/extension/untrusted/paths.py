"""The one function of Sphinx that finds files for pages: it finds none outside of the book."""

from __future__ import annotations

from functools import cache, wraps
from pathlib import Path
from typing import Any

from sphinx.environment import BuildEnvironment

from iomdocs.diagnostics import Problem
from iomdocs.extension.untrusted.refusals import refuse

_NOWHERE = ".refused"
"""The name of a file that no book has."""


@cache
def guard() -> None:
    """Let Sphinx look only at files of the book, in books that ask for it.

    It is one function for all books of a process, so each asks its own settings.
    """
    find = BuildEnvironment.relfn2path

    @wraps(find)
    def find_in_book(env: BuildEnvironment, *given: Any, **named: Any) -> tuple[str, str]:
        relative, full = find(env, *given, **named)
        if env.config["iomdocs_untrusted_pages"] and not _is_in_book(env, full):
            message = f"the page names the file '{relative}', which is not in the book"
            refuse(env, Problem("X005", message, "put the file into the folder of the book"), 1)
            return _NOWHERE, str(Path(env.srcdir, _NOWHERE))
        return relative, full

    BuildEnvironment.relfn2path = find_in_book  # type: ignore[assignment,method-assign]


def _is_in_book(env: BuildEnvironment, path: str) -> bool:
    return Path(path).resolve().is_relative_to(Path(env.srcdir).resolve())
