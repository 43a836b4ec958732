"""Directives that a theme of a website brings: the pages of the book use them for every builder."""

from __future__ import annotations

from contextlib import suppress
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FINISHED = "build-finished"


def load_theme(app: Sphinx) -> None:
    """Load what the theme brings to reading; Sphinx itself does so for builders of websites only.

    A theme that is not there or cannot be loaded is the matter of these; so is what it does with a
    finished website.
    """
    if app.builder.format == "html":
        return
    finishing = app.events.listeners[FINISHED].copy()
    for theme in entry_points(group="sphinx.html_themes", name=app.config.html_theme):
        with suppress(ExtensionError):
            app.setup_extension(theme.module)
    app.events.listeners[FINISHED] = finishing
