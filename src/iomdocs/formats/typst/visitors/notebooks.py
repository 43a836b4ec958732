"""Which output of a notebook's cell is printed, where it has several forms (myst-nb)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

FORMS = (
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "image/gif",
    "text/markdown",
    "text/latex",
    "text/html",
    "text/plain",
)
"""Media types, the one that prints best first; tables of data come as HTML."""


def choose_outputs(_app: Sphinx, config: Config) -> None:
    """Tell myst-nb, which knows no order for this builder; what the book sets goes before."""
    if "nb_mime_priority_overrides" in config:
        own = [("typstpdf", form, 10 * place) for place, form in enumerate(FORMS, 1)]
        config.nb_mime_priority_overrides = [*own, *config.nb_mime_priority_overrides]
