"""Reading the pages of a book once, for the builders that write them afterwards."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from sphinx.builders.dummy import DummyBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def only_read(app: Sphinx) -> None:
    """Have an application with the builder ``dummy`` read its pages and do no more."""
    app.builder = ReadingBuilder(app, app.env)


class ReadingBuilder(DummyBuilder):
    """Reads what has changed; resolves links, which takes almost as long, only to find mistakes.

    Each builder that writes resolves the links for itself, and tells which lead nowhere. None of
    them is run where something is wrong already, so that these mistakes are looked for then.
    """

    def get_outdated_docs(self) -> set[str]:
        return set()

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Resolve the links of all pages if anything was wrong with any of them."""
        if self._app._warncount:  # noqa: SLF001  # which Sphinx tells in no other way
            super().write_documents(self.env.found_docs)
