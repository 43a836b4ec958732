"""The notice on every page of a book that is made with the facts of a day in the past."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from iomdocs.formats.edition import past_sentence

NOTICE = "past-notice"
"""The class of the paragraph."""


class PastNotice(SphinxTransform):
    """Puts the day of the facts under the title of the page, in plain nodes for every format."""

    default_priority = 880

    def apply(self, **kwargs: Any) -> None:
        """Add the notice where the book has one and the page has a title."""
        sentence = past_sentence(self.config)
        section = next(self.document.findall(nodes.section), None)
        if not sentence or section is None:
            return
        words = nodes.strong(sentence, sentence)
        section.insert(1, nodes.paragraph("", "", words, classes=[NOTICE]))
