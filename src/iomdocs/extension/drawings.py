"""Where charts and maps are kept from one build to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs.cache import Cache, cache_folder
from iomdocs.markup.domain import fact_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "drawings"

LIMIT = 50_000_000
"""The most bytes that drawings may take; one has 20 to 150 kB."""


def register(app: Sphinx) -> None:
    """Give the directives their cache before any page is read."""
    app.connect("builder-inited", _open)


def _open(app: Sphinx) -> None:
    folder = cache_folder(app.config.iomdocs_cache, Path(app.confdir), Path(app.doctreedir))
    fact_domain(app.env).drawings = Cache(folder / FOLDER, LIMIT)
