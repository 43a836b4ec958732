"""Results of their own beside the pages: facts and terms of the glossary, with what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from docutils import nodes

from iomdocs.formats.summary import summary

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_LONGEST = 280
"""Letters of a definition at most."""


class Record(NamedTuple):
    """One result: what it is, its name, what it says, where it stands, by what else it is found."""

    kind: Literal["fact", "term"]
    title: str
    text: str
    docname: str
    anchor: str
    names: str = ""


class RecordProvider(Protocol):
    """Knows the facts of the book that is being written; all its texts are finished."""

    def records(self, app: Sphinx) -> Iterable[Record]:
        """A record for each fact, in the order of the book's records."""


def of_terms(env: BuildEnvironment) -> Iterator[Record]:
    """A record for each term of the ``glossary`` directives, in the order of their pages."""
    places: dict[str, dict[str, str]] = {}
    for name, type_, anchored in _objects(env):
        if type_ == "term":
            docname, anchor = anchored
            places.setdefault(docname, {})[anchor] = name
    for docname in sorted(places):
        for anchor, text in _definitions(env.get_doctree(docname), places[docname]):
            yield Record("term", places[docname][anchor], text, docname, anchor)


def _objects(env: BuildEnvironment) -> Iterator[tuple[str, str, tuple[str, str]]]:
    for name, _shown, type_, docname, anchor, _priority in env.domains["std"].get_objects():
        yield name, type_, (docname, anchor)


def _definitions(tree: nodes.document, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The anchor of each term with the first paragraph of its definition."""
    for item in tree.findall(nodes.definition_list_item):
        first = next(iter(item.findall(nodes.paragraph)), None)
        words = summary(first, _LONGEST) if first is not None else ""
        for term in item.findall(nodes.term):
            for anchor in term["ids"]:
                if anchor in names:
                    yield anchor, words
