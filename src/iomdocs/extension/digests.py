"""What each page shows, as digests: a page must be written again if one of its two has changed.

One digest is of the page alone: its doctree and what the environment has of it. The other is of
all that pages show of each other: titles, contents, numbers, labels, names of pictures. It is one
for the whole book, so that a new title writes all pages again, and an edited paragraph one.

What of the environment belongs to a page alone is listed here; all else is taken for shared, also
what other extensions put there, so that what is not known costs time and not correctness.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from docutils.nodes import Node

from iomdocs.extension.numbering import OUTLINES
from iomdocs.markup.domain import fact_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


_OF_ONE_PAGE = ("metadata", "git_last_updated")
"""Attributes of the environment with an entry for each page that only the page shows."""

_NOT_SHOWN = frozenset(
    {
        *("all_docs", "dependencies", "included", "reread_always", "metadata", "git_last_updated"),
        *("config", "config_status", "config_status_extra", "project", "settings", "version"),
        *("events", "domains", "domaindata", "current_document", "ref_context", "temp_data"),
        *("_app", "_srcdir", "_doctreedir", "srcdir", "doctreedir", "myst_config"),
        *("_pickled_doctree_cache", "_write_doc_doctree_cache", "is_directory_builder"),
        OUTLINES,
    }
)
"""Attributes that no page shows of another; the settings have a digest of their own."""

_DATA_NOT_SHOWN = frozenset(
    {("fact", "shown"), ("fact", "registers"), ("fact", "written"), ("index", "entries")}
    | {("cite", "bibdata"), ("c", "root_symbol"), ("cpp", "root_symbol")}
)
"""The same of the data of domains; what facts pages show is part of their own digests, entries of
the index stand on a page that is always written, and symbols in their domains' objects."""

_SEEN_BY_CONTENTS = ("tocdepth", "orphan", "nosearch", "no-search", "title")
"""The fields at the head of a page that count for others."""


def of_pages(app: Sphinx) -> Mapping[str, str]:
    """The digest of each page, once the book is read."""
    return {docname: _of_page(app, docname) for docname in sorted(app.env.found_docs)}


def of_book(app: Sphinx) -> str:
    """The digest of what pages show of each other, once the book is read."""
    env = app.env
    attributes = {name: value for name, value in vars(env).items() if name not in _NOT_SHOWN}
    data = {
        (domain, name): value
        for domain, values in env.domaindata.items()
        for name, value in values.items()
        if (domain, name) not in _DATA_NOT_SHOWN
    }
    fields = {
        (page, name): values[name]
        for page, values in env.metadata.items()
        for name in _SEEN_BY_CONTENTS
        if name in values
    }
    register = fact_domain(env).register
    return digest([sorted(env.found_docs), attributes, data, fields, register])


def of_settings(config: Config, left_out: Sequence[str]) -> str:
    """A digest of all settings but those whose names begin with one of ``left_out``."""
    values = {
        option.name: option.value for option in config if not option.name.startswith((*left_out,))
    }
    return digest(values)


def digest(value: Any) -> str:
    """A digest of plain data, nodes and records: the same for the same content in any process."""
    return _feed(value).hex()


def _of_page(app: Sphinx, docname: str) -> str:
    env = app.env
    tree = Path(app.doctreedir, f"{docname}.doctree").read_bytes()
    own = [getattr(env, name, {}).get(docname) for name in _OF_ONE_PAGE]
    return digest([tree, own, fact_domain(env).state_of(docname)])


def _hash(kind: str, parts: Iterable[bytes]) -> bytes:
    found = hashlib.blake2b(kind.encode(), digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def _feed(value: Any) -> bytes:
    for types, form in _FORMS:
        if isinstance(value, types):
            return form(value)
    return _of_object(value)


def _of_object(value: Any) -> bytes:
    """An object by its own words for itself, or by what it holds; a function by its name."""
    kind = type(value)
    name = f"{kind.__module__}.{kind.__qualname__}"
    if qualified := getattr(value, "__qualname__", ""):
        return _hash(name, [f"{value.__module__}.{qualified}".encode()])
    if any("__repr__" in vars(base) for base in kind.__mro__[:-1]):
        return _hash(name, [repr(value).encode()])
    return _hash(name, [_feed(getattr(value, "__dict__", {}))])


_FORMS: Sequence[tuple[type | tuple[type, ...], Callable[[Any], bytes]]] = (
    (str, lambda text: _hash("text", [text.encode("utf-8", "surrogatepass")])),
    ((bytes, bytearray), lambda data: _hash("bytes", [data])),
    (Enum, lambda member: _hash("member", [str(member).encode()])),
    ((bool, int, float, type(None)), lambda number: _hash("number", [repr(number).encode()])),
    (PurePath, lambda path: _hash("text", [path.as_posix().encode()])),
    (Node, lambda node: _hash("node", [node.pformat().encode("utf-8", "surrogatepass")])),
    (
        Mapping,
        lambda members: _hash(
            "mapping", sorted(_feed(key) + _feed(found) for key, found in members.items())
        ),
    ),
    (AbstractSet, lambda members: _hash("set", sorted(map(_feed, members)))),
    ((list, tuple), lambda members: _hash("list", map(_feed, members))),
)
"""How each kind of value is written; the first that fits counts."""
