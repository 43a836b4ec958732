"""The part of the book that each page belongs to, by which results are filtered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def of_pages(env: BuildEnvironment) -> Mapping[str, str]:
    """The caption of the part by page, in the order of the book; not for pages without one.

    Parts are the toctrees with a caption on the front page; a page belongs to the first that
    leads to it.
    """
    parts: dict[str, str] = {}
    root = env.config.root_doc
    for toctree in env.get_doctree(root).findall(addnodes.toctree):
        if caption := toctree.get("caption"):
            for docname in toctree["includefiles"]:
                for page in _below(env, docname, {root}):
                    parts.setdefault(page, caption)
    return parts


def _below(env: BuildEnvironment, docname: str, seen: set[str]) -> Iterator[str]:
    """A page and all those to which its toctrees lead."""
    if docname in seen:
        return
    seen.add(docname)
    yield docname
    for below in env.toctree_includes.get(docname, ()):
        yield from _below(env, below, seen)
