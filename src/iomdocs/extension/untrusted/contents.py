"""Tables of contents that lead back to themselves, which extensions follow without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iomdocs.diagnostics import Location, Problem, line_of
from iomdocs.extension.untrusted.refusals import Unsafe
from iomdocs.markup.reporting import report_diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def check(_app: Sphinx, env: BuildEnvironment) -> None:
    """End the build where pages stand in the contents of each other.

    :raises Unsafe: they do; each page that closes a circle is told before.
    """
    circles = sorted(set(_circles(env.toctree_includes)))
    for page, target in circles:
        path = str(env.doc2path(page))
        message = f"the contents lead from '{target}' back to this page"
        problem = Problem("X018", message, f"take '{target}' out of the contents")
        report_diagnostic(problem.at(Location(path, line_of(path, 1, target.split("/")[-1]))))
    if circles:
        msg = "the contents go in a circle, told above; nothing is published"
        raise Unsafe(msg)


def _circles(includes: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The pages that name one from which the contents have led to them, with that one."""
    done: set[str] = set()
    for first in sorted(includes):
        way: dict[str, Iterator[str]] = {}
        page: str | None = None if first in done else first
        while page is not None:
            way.setdefault(page, iter(includes.get(page, ())))
            target = next(way[page], None)
            if target is None:
                done.add(page)
                way.popitem()
                page = next(reversed(way), None)
            elif target in way:
                yield page, target
            elif target not in done:
                page = target
