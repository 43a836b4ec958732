"""ePub: Sphinx's builder with contents, package and pages that EPUBCheck finds nothing in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import epub3

from iomdocs.formats.epub import provenance
from iomdocs.formats.epub.builder import THEME, EpubBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent


def register(app: Sphinx) -> None:
    """Put our builder in the place of Sphinx's, under the same name, for any book.

    Reads ``iomdocs_edition``, ``iomdocs_licence`` and ``iomdocs_slug``, which the caller must
    have added, and the ``epub_*`` settings of Sphinx.
    """
    app.add_html_theme(THEME, str(HERE / "theme"))
    app.add_builder(EpubBuilder, override=True)
    app.connect("config-inited", _drop_check_of_settings)
    app.connect("builder-inited", _merge_html_visitors)
    app.connect("doctree-resolved", provenance.refer_to_notes)


def _drop_check_of_settings(app: Sphinx, _config: object) -> None:
    """Sphinx warns of settings that are empty; our package leaves them out or has a default.

    ``version`` is such a setting, which a book read as an edition does not have.
    """
    for listener in list(app.events.listeners.get("builder-inited", [])):
        if listener.handler is epub3.validate_config_values:
            app.disconnect(listener.id)


def _merge_html_visitors(app: Sphinx) -> None:
    """Give the ePub every visitor that is there for HTML, beside its own.

    Sphinx looks for visitors under the builder's name first and then forgets those of the format:
    one extension that registers ``epub=`` for its own node would take from all other custom nodes
    the visitors they have.
    """
    handlers = app.registry.translation_handlers
    own = {node.__name__: visitors for node, visitors in provenance.VISITORS.items()}
    handlers["epub"] = {**handlers.get("html", {}), **handlers.get("epub", {}), **own}
