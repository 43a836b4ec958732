"""Numbers of figures, counted in what is left of pages without their text.

At the end of each reading Sphinx 9.0 loads all pages of the book to number what is in them, also
where one page was read again (``TocTreeCollector.assign_figure_numbers``). It looks for toctrees
and for what its domains number, and at the sections around these. So of each page that much is kept
in the environment when the page is read, and Sphinx goes through that, in its own way. A version
that looks for anything else, and a book without numbers, has whole pages loaded as before: after a
change of one page that is the time to load all of them, and else the numbers are the same.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain
from sphinx.domains.std import StandardDomain
from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx.util.docutils import LoggingReporter

from iomdocs.extension.replaced import is_known

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.events import EventListener

OUTLINES = "iomdocs_outlines"
"""The attribute of the environment that has what is left of each page, pickled."""

_EVENT = "env-get-updated"

_LOOKED_FOR = {
    *("Element", "StandardDomain", "_virtual_doc_names", "add", "addnodes", "append", "children"),
    *("config", "domains", "frozenset", "get", "get_doctree", "get_enumerable_node_type"),
    *("get_numfig_title", "isinstance", "items", "match", "nodes", "numfig", "numfig_secnum_depth"),
    *("root_doc", "section", "set", "setdefault", "sorted", "standard_domain", "toc_fignumbers"),
    *("toc_secnumbers", "toctree", "url_re"),
}
"""All that the method of Sphinx 9.0 names that counts."""

Numbers = Callable[[nodes.Element], bool]
"""Whether a node may get a number."""


def register(app: Sphinx) -> None:
    """Keep outlines of pages, and have Sphinx count in them."""
    app.connect("env-before-read-docs", _take_over)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)


def listeners(app: Sphinx) -> Sequence[EventListener]:
    """What numbers sections and figures at the end of reading."""
    return [
        each
        for each in app.events.listeners[_EVENT]
        if isinstance(each.handler, _InOutlines)
        or isinstance(getattr(each.handler, "__self__", None), TocTreeCollector)
    ]


def _take_over(app: Sphinx, _env: BuildEnvironment, _docnames: Sequence[str]) -> None:
    builder: Any = app.builder
    is_known_way = is_known(TocTreeCollector.assign_figure_numbers, _LOOKED_FOR)
    if not app.config.numfig or not is_known_way or "write_doctree" in vars(builder):
        return
    builder.write_doctree = partial(_write_doctree, app, builder.write_doctree)
    counts = {each.id: _InOutlines(each.handler) for each in listeners(app)}
    known = app.events.listeners[_EVENT]
    known[:] = [
        each._replace(handler=counts[each.id]) if each.id in counts else each for each in known
    ]


def _write_doctree(
    app: Sphinx, write: Callable[..., None], docname: str, doctree: nodes.document, **options: Any
) -> None:
    """Write the doctree of a page that was read, and keep its outline."""
    write(docname, doctree, **options)
    _outlines(app.env)[docname] = pickle.dumps(_outline(doctree, _numbers(app.env)))


@dataclass(frozen=True, slots=True)
class _InOutlines:
    """Has Sphinx count in outlines; in pages where it has none of them."""

    count: Callable[[Sphinx, BuildEnvironment], Any]

    def __call__(self, app: Sphinx, env: BuildEnvironment) -> Any:
        """The names of the pages that have other numbers than before."""
        loads: Any = env
        loads.get_doctree = partial(_load, env, env.get_doctree)
        try:
            return self.count(app, env)
        finally:
            del loads.get_doctree


def _load(
    env: BuildEnvironment, whole: Callable[[str], nodes.document], docname: str
) -> nodes.document:
    outline = _outlines(env).get(docname)
    if outline is None:
        return whole(docname)
    tree: nodes.document = pickle.loads(outline)  # noqa: S301  as Sphinx loads the whole page
    tree.settings.env = env
    tree.reporter = LoggingReporter(str(env.doc2path(docname)))
    return tree


def _outlines(env: BuildEnvironment) -> dict[str, bytes]:
    found: dict[str, bytes] = vars(env).setdefault(OUTLINES, {})
    return found


def _forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _outlines(env).pop(docname, None)


def _merge(
    _app: Sphinx, env: BuildEnvironment, docnames: AbstractSet[str], other: BuildEnvironment
) -> None:
    found = _outlines(other)
    _outlines(env).update({name: found[name] for name in docnames if name in found})


def _numbers(env: BuildEnvironment) -> Numbers:
    """What Sphinx numbers: what a domain says, for its own domain only what has a title."""
    plain = Domain.get_enumerable_node_type
    domains = [
        each
        for each in env.domains.sorted()
        if each.enumerable_nodes or type(each).get_enumerable_node_type is not plain
    ]

    def is_numbered(node: nodes.Element) -> bool:
        return any(
            domain.get_enumerable_node_type(node)
            and (not isinstance(domain, StandardDomain) or domain.get_numfig_title(node))
            for domain in domains
        )

    return is_numbered


def _outline(page: nodes.document, numbers: Numbers) -> nodes.document:
    outline = page.copy()
    _fill(outline, _parts(page, numbers))
    return outline


def _parts(node: nodes.Node, numbers: Numbers, *, whole: bool = False) -> list[nodes.Node]:
    """Copies of what is in a node and is numbered, a toctree, or around one of these."""
    found: list[nodes.Node] = []
    for child in node.children:
        is_listed = isinstance(child, addnodes.toctree)
        is_part = whole or (
            isinstance(child, nodes.Element)
            and not isinstance(child, nodes.section | addnodes.toctree)
            and numbers(child)
        )
        parts = _parts(child, numbers, whole=is_part or is_listed)
        if parts or is_part or is_listed:
            part: Any = copy(child)
            part.document = None
            if isinstance(part, nodes.Element):
                _fill(part, parts)
            found.append(part)
    return found


def _fill(node: nodes.Element, parts: list[nodes.Node]) -> None:
    node.children = parts
    for part in parts:
        part.parent = node
