"""The document that comes of a page: whatever made it, its addresses and files are looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from iomdocs.diagnostics import Problem
from iomdocs.extension.untrusted.refusals import Unsafe, refuse
from iomdocs.safety import characters, formulas, limits, listings
from iomdocs.safety.addresses import address_problem, path_problem, picture_problem

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def check(app: Sphinx, document: nodes.document) -> None:
    """Take out of a document what is not safe, before anything opens the files that it names."""
    folder = PurePosixPath(app.env.docname).parent
    for node in list(document.findall()):
        problem = _problem(node, folder)
        if problem:
            refuse(app.env, problem, _line(node))
            _take_out(node)


def check_addresses(_app: Sphinx, document: nodes.document, docname: str) -> None:
    """Look at all addresses again, now that each is known; a page with a wrong one is not written.

    :raises Unsafe: there is one.
    """
    for node in document.findall(lambda node: isinstance(node, nodes.Element) and "refuri" in node):
        assert isinstance(node, nodes.Element)
        if problem := address_problem(str(node["refuri"]), own=False):
            msg = f"{docname}: {problem.code} {problem.message}"
            raise Unsafe(msg)


def _problem(node: nodes.Node, folder: PurePosixPath) -> Problem | None:
    if isinstance(node, nodes.Text):
        return characters.problem(str(node))
    if not isinstance(node, nodes.Element):
        return None
    for kind, find in _CHECKS.items():
        if isinstance(node, kind) and (problem := find(node, folder)):
            return problem
    if "refuri" in node and (problem := address_problem(str(node["refuri"]), own=False)):
        return problem
    words = (str(node.get(name, "")) for name in ("alt", "reftitle", "title"))
    return next(filter(None, map(characters.problem, words)), None)


def _of_image(node: nodes.Element, folder: PurePosixPath) -> Problem | None:
    return picture_problem(str(node.get("uri", "")), folder)


def _of_download(node: nodes.Element, folder: PurePosixPath) -> Problem | None:
    return path_problem(str(node.get("reftarget", "")), folder)


def _of_toctree(node: nodes.Element, _folder: PurePosixPath) -> Problem | None:
    target: object
    for _, target in node.get("entries", ()):
        if problem := address_problem(str(target), own=False):
            return problem
    return None


def _of_math(node: nodes.Element, _folder: PurePosixPath) -> Problem | None:
    return formulas.problem(node.astext())


def _of_table(node: nodes.Element, _folder: PurePosixPath) -> Problem | None:
    rows = sum(1 for _ in node.findall(nodes.row))
    cells = sum(1 for _ in node.findall(nodes.entry))
    if rows <= limits.ROWS and cells <= limits.CELLS:
        return None
    message = f"the table has more than {limits.ROWS:,} rows or {limits.CELLS:,} cells"
    return Problem("X018", message, "make the rows a CSV file of a fact")


def _of_listing(node: nodes.Element, _folder: PurePosixPath) -> Problem | None:
    """Whatever file it comes from."""
    return listings.problem("", node.astext())


def _of_index(node: nodes.Element, _folder: PurePosixPath) -> Problem | None:
    return characters.problem(str(node.get("entries", "")))


_CHECKS: Mapping[type[nodes.Element], Callable[[nodes.Element, PurePosixPath], Problem | None]] = {
    nodes.image: _of_image,
    addnodes.download_reference: _of_download,
    addnodes.toctree: _of_toctree,
    nodes.math: _of_math,
    nodes.math_block: _of_math,
    nodes.table: _of_table,
    nodes.literal_block: _of_listing,
    addnodes.index: _of_index,
}


def _line(node: nodes.Node) -> int:
    while node.line is None and node.parent is not None:
        node = node.parent
    return node.line or 1


def _take_out(node: nodes.Node) -> None:
    if node.parent is not None and node in node.parent.children:
        node.parent.remove(node)
