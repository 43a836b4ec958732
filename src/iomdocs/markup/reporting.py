"""Mistakes on a page as warnings of Sphinx that carry a code, a line and a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

from iomdocs.diagnostics import Diagnostic, Problem, line_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def report(
    problem: Problem, env: BuildEnvironment, line: int, needle: str = "", source: str = ""
) -> None:
    """Warn of a problem on the page being read, in the line from ``line`` on with ``needle``.

    ``source`` is the file where that is not the page but one that it includes. The page is read in
    each run until nothing is wrong with it: what is missing may come.
    """
    env.note_reread()
    if not problem.code:
        return
    path = source or str(env.doc2path(env.docname))
    if needle:
        line = line_of(path, line, needle)
    _warn(problem.code, problem.message, problem.hint, f"{path}:{line}")


def report_diagnostic(diagnostic: Diagnostic) -> None:
    """Warn of something that was found before any page was read."""
    place = diagnostic.location
    _warn(diagnostic.code, diagnostic.message, diagnostic.hint, f"{place.path}:{place.line or 1}")


def _warn(code: str, message: str, hint: str, location: str) -> None:
    text = f"{message}\nhint: {hint}" if hint else message
    logger.warning("%s", text, location=location, type="iomdocs", subtype=code)
