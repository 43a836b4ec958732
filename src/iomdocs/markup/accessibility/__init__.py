"""What keeps some readers out of a page, told while the page is read.

The rules are those of WCAG 2.2 that an author answers for: 1.1.1 (text for pictures), 1.3.1
(headings and headers of tables), 2.4.2 (titles), 2.4.4 (words of links); and how heavy a picture
may be.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from iomdocs.markup.accessibility import blocks, pictures, rawhtml
from iomdocs.markup.reporting import report

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["register"]


def register(app: Sphinx) -> None:
    """Check each page once it is read, after Sphinx has found the files of its pictures (500).

    What nobody can reach is told to every book, the rest where ``iomdocs_accessible`` is set.
    """
    app.connect("doctree-read", _check, priority=600)


def _check(app: Sphinx, doctree: nodes.document) -> None:
    found = blocks.links_to_own_files(doctree)
    if app.config.iomdocs_accessible:
        found = chain(
            found,
            blocks.faults(doctree),
            rawhtml.faults(doctree),
            pictures.faults(doctree, app.env, app.config.iomdocs_image_limit),
        )
    for fault in found:
        report(fault.problem, app.env, fault.line, fault.needle, fault.source)
