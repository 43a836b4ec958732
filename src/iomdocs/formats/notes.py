"""What stands behind the values of a page as HTML, a website's or an ePub's.

A note is written as text and not node by node: a page of twenty values has twenty of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from iomdocs.nodes import Note, fact_provenances


def written_notes(self: HTML5Translator, store: fact_provenances) -> Iterator[str]:
    """The paragraphs of each note, by number, as a translator writes them.

    The brackets that a style of citations puts around a link in a sentence are left out; a book
    without a list of sources has the key of a source in place of the link.
    """
    links = {str(place["source"]): _links(self, place) for place in store.findall(nodes.inline)
             if "source" in place}  # fmt: skip
    return ("".join(_paragraphs(self, note, links)) for note in store["notes"])


def _links(self: HTML5Translator, place: nodes.inline) -> str:
    """The links to a source.

    The bibliography has the whole entry shown under the mouse; the list of sources, to which they
    lead, has it for every reader.
    """
    links = list(place.findall(nodes.reference))
    for link in links:
        link.attributes.pop("reftitle", None)
    return "".join(_written(self, link) for link in links) or self.encode(place.astext())


def _paragraphs(self: HTML5Translator, note: Note, links: Mapping[str, str]) -> Iterator[str]:
    yield _paragraph("label", self.encode(note.label))
    value = f"<strong>{self.encode(note.value)}</strong>" if note.value else ""
    when = self.encode(note.when)
    if value or when:
        yield _paragraph("value", " ".join(filter(None, (value, when))))
    for remark in note.remarks:
        yield _paragraph("remark", f'<span class="fact-doubt">{self.encode(remark)}</span>')
    for mark in note.marks:
        yield _paragraph("remark", _written(self, mark))
    if note.sources:
        sources = "; ".join(links[key] for key in note.sources)
        yield _paragraph("sources", f"{self.encode(note.before)}{sources}{self.encode(note.after)}")


def _paragraph(name: str, words: str) -> str:
    return f'<p class="fact-note-{name}">{words}</p>\n'


def _written(self: HTML5Translator, node: nodes.Element) -> str:
    """A node as the translator writes it, taken out of the page."""
    start = len(self.body)
    node.walkabout(self)
    text = "".join(self.body[start:])
    del self.body[start:]
    return text
