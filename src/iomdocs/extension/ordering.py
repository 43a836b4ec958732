"""The environment in one order, whichever pages were read, when, and by how many processes.

Sphinx keeps what pages tell of themselves in the order in which they were read. A page that is read
again comes last, and pages read by several processes come as these end; so lists, and the names of
pictures that share one, would follow the history of a book and not its content.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util import FilenameUniqDict


def register(app: Sphinx) -> None:
    """Put the environment in order before anything is counted or listed in it."""
    app.connect("env-updated", _put_in_order, priority=50)


def _put_in_order(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    for data in env.domaindata.values():
        for value in data.values():
            _sort(value, env.found_docs)
    for value in vars(env).values():
        if isinstance(value, MutableMapping) and value.keys() <= env.found_docs:
            _sort(value, env.found_docs)
    _name_anew(env.images)
    return ()


def _sort(value: Any, pages: Collection[str]) -> None:
    """Sort a mapping or list by the pages that its members belong to, if all belong to one.

    Members of one page stay in their order, which is that of the page.
    """
    if isinstance(value, list):
        owners = [_owner(each, pages) for each in value]
        if None not in owners:
            value.sort(key=lambda each: str(_owner(each, pages)))
    elif isinstance(value, MutableMapping):
        owner = {key: _owner(key, pages) or _owner(found, pages) for key, found in value.items()}
        if None not in owner.values():
            members = sorted(value.items(), key=lambda member: str(owner[member[0]]))
            value.clear()
            value.update(members)
        for found in value.values():
            if isinstance(found, list) and found and not isinstance(found[0], str):
                _sort(found, pages)


def _owner(value: Any, pages: Collection[str]) -> str | None:
    """The page that a member names: itself, its ``docname``, or one of the first two it holds."""
    if isinstance(value, str):
        return value if value in pages else None
    named = getattr(value, "docname", None)
    if isinstance(named, str):
        return named
    if isinstance(value, tuple):
        return next(filter(None, (_owner(part, pages) for part in value[:2])), None)
    return None


def _name_anew(pictures: FilenameUniqDict) -> None:
    """Give pictures with one name their numbers in the order of their paths."""
    users = {path: sorted(pages) for path, (pages, _name) in pictures.items()}
    pictures.clear()
    pictures._existing.clear()  # noqa: SLF001  there is no other way to begin anew
    for path in sorted(users):
        for page in users[path]:
            pictures.add_file(page, path)
