"""What was refused on each page, and the end of a build in which anything was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from iomdocs.diagnostics import Problem
from iomdocs.markup.reporting import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class Unsafe(SphinxError):
    """Something in the sources is not safe; each thing was told before."""

    category = "Unsafe sources"


_ATTRIBUTE = "iomdocs_refused"


def refuse(env: BuildEnvironment, problem: Problem, line: int, source: str = "") -> None:
    """Tell what is refused on the page that is being read, and let nothing be published."""
    _refused(env)[env.docname] = _refused(env).get(env.docname, 0) + 1
    report(problem, env, line, source=source)


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what was refused on a page that is read anew or gone."""
    _refused(env).pop(docname, None)


def merge(_app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment) -> None:
    """Take over what another process has refused."""
    found = _refused(other)
    _refused(env).update({name: found[name] for name in docnames if name in found})


def stop(_app: Sphinx, env: BuildEnvironment) -> None:
    """End the build if anything was refused.

    :raises Unsafe: it was. What was read is not kept either, so that it is read and told again.
    """
    if count := sum(_refused(env).values()):
        msg = f"{count} things on the pages are not safe, each told above; nothing is published"
        raise Unsafe(msg)


def _refused(env: BuildEnvironment) -> dict[str, int]:
    found: dict[str, int] = env.__dict__.setdefault(_ATTRIBUTE, {})
    return found
