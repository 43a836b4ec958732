"""Pages from strangers inside Sphinx: the limits of :mod:`iomdocs.safety` hold while it reads.

The check of the text finds the same earlier and tells it better. What a trick hides from it is
refused here, where Sphinx itself says what a page holds: files before any page is read, directives,
roles and front matter before they do anything, and the document that comes of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iomdocs.extension.untrusted import contents, documents, files, paths
from iomdocs.extension.untrusted.refusals import Unsafe, forget, merge, stop
from iomdocs.safety import limits

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["Unsafe", "register"]

_LAST = 900
"""Behind what Sphinx and extensions make of the settings."""


def register(app: Sphinx) -> None:
    """Connect what guards a book that sets ``iomdocs_untrusted_pages``."""
    app.connect("config-inited", _guard, priority=_LAST)


def _guard(app: Sphinx, config: Config) -> None:
    if not config.iomdocs_untrusted_pages:
        return
    files.check(app, config)
    from iomdocs.extension.untrusted.parser import GuardedParser  # noqa: PLC0415  needs MyST

    app.add_source_parser(GuardedParser, override=True)
    config["source_suffix"] = {".md": "markdown"}
    paths.guard()
    app.connect("builder-inited", _no_raw, priority=1)
    app.connect("include-read", _included)
    app.connect("doctree-read", documents.check, priority=1)
    app.connect("doctree-resolved", documents.check_addresses, priority=_LAST)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", contents.check, priority=1)
    app.connect("env-updated", stop, priority=_LAST)


def _no_raw(app: Sphinx) -> None:
    app.env.settings["raw_enabled"] = False


def _included(_app: Sphinx, _path: Any, _page: str, content: list[str]) -> None:
    """Leave out an inclusion that would keep the parser busy."""
    if any(limits.text_problems(content[0].splitlines())):
        content[0] = ""
