"""Where the text of a page comes from: how to change it, and when it last was changed.

The links come finished from a provider. The day is that of the last commit that touched the source
of the page; it is known in books that use the extension ``sphinx_last_updated_by_git``, where there
is git and enough of its history.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from iomdocs.formats.edition import Line, day_words
from iomdocs.formats.html.words import words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


class SourceLinks(NamedTuple):
    """Addresses at which the source of a page is changed, and a mistake in it told."""

    edit: str
    report: str


class SourceProvider(Protocol):
    """Knows the repository of the book that is being written."""

    def links(self, app: Sphinx, docname: str) -> SourceLinks | None:
        """The links of a page; ``None`` for a book that names no repository."""


def register(app: Sphinx) -> None:
    """Make the extension that asks git fit every place in which a book is built."""
    app.connect("config-inited", _prepare, priority=400)
    app.connect("env-updated", _fill_gaps, priority=600)
    app.connect("html-page-context", _take_place_of_theme, priority=600)


def last_change(config: Config, env: BuildEnvironment, docname: str) -> Line:
    """The day of the last commit that touched the source of a page, or an empty line."""
    lead = words(config["language"])["changed"]
    timestamp = _timestamp(env, docname)
    if timestamp is None:
        return Line(lead, "", "")
    day = datetime.fromtimestamp(timestamp, UTC).date()
    return Line(lead, day_words(config, day), day.isoformat())


def _timestamp(env: BuildEnvironment, docname: str) -> int | None:
    known = getattr(env, "git_last_updated", {}).get(docname)
    return int(known[0]) if known and known[0] is not None else None


def _asks_git(config: Config) -> bool:
    return "git_exclude_patterns" in config


def _prepare(_app: Sphinx, config: Config) -> None:
    """No git, no history or half of one is no fault of the book; days are the same everywhere.

    A bibliography is a dependency of every page that cites, but a new source changes none of them.
    """
    if not _asks_git(config):
        return
    config["suppress_warnings"] = [*config["suppress_warnings"], "git"]
    config["git_last_updated_timezone"] = config["git_last_updated_timezone"] or "UTC"
    config["git_exclude_patterns"] = [*config["git_exclude_patterns"], "**.bib"]


def _fill_gaps(_app: Sphinx, env: BuildEnvironment) -> None:
    """Say that a day is not known where the extension says nothing, as without git.

    sphinx-sitemap takes what is there apart without looking.
    """
    known: dict[str, Any] = getattr(env, "git_last_updated", {})
    known.update({name: (None, False) for name, entry in known.items() if entry is None})


def _take_place_of_theme(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: Any
) -> None:
    """Leave out the theme's own line on the day, which the foot of the page has."""
    if _asks_git(app.config) and _timestamp(app.env, pagename) is not None:
        context["last_updated"] = None
