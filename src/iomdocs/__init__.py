"""Publish a handbook as HTML, PDF and ePub from one set of dated, sourced facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"


def setup(app: Sphinx) -> dict[str, Any]:
    """Entry point of Sphinx for ``extensions = ["iomdocs"]``; returns the extension metadata."""
    from iomdocs.extension import setup as setup_extension

    return setup_extension(app)
