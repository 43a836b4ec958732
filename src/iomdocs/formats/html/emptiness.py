"""Which parts of pydata-sphinx-theme are empty on a page, found out without writing them all.

The theme writes each part of a page only to see whether anything comes out, and then once more into
the page. Its first word tells as much.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sphinx.jinja2glue import BuiltinTemplateLoader

from iomdocs.formats.html import listeners

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME_CHECKS = (
    ("pydata_sphinx_theme", "update_and_remove_templates"),
    ("pydata_sphinx_theme.utils", "set_secondary_sidebar_items"),
)
"""Module and name of what writes parts of a page to see whether they are empty; in 0.20 that is all
that they write (``utils._update_and_remove_templates``)."""


def register(app: Sphinx) -> None:
    """Let the theme look at the first word of a part only."""
    app.connect("builder-inited", _take_over, priority=900)


def _take_over(app: Sphinx) -> None:
    if isinstance(getattr(app.builder, "templates", None), BuiltinTemplateLoader):
        for name in THEME_CHECKS:
            listeners.replace(app, name, lambda check: partial(_looking_at_first_words, check))


def _looking_at_first_words(check: listeners.Listener, app: Sphinx, *arguments: Any) -> Any:
    """Call the theme while templates end at their first word."""
    builder: Any = app.builder
    templates = builder.templates
    builder.templates = _FirstWords(templates)
    try:
        return check(app, *arguments)
    finally:
        builder.templates = templates


class _FirstWords:
    """The templates of the book, of which each ends at its first word."""

    def __init__(self, templates: BuiltinTemplateLoader) -> None:
        self._templates = templates

    def render(self, template: str, context: dict[str, Any]) -> str:
        """The first text that is not blank; nothing for a template without text."""
        pieces = self._templates.environment.get_template(template).generate(context)
        return next((piece for piece in pieces if piece.strip()), "")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._templates, name)
