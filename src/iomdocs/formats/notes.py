"""What stands behind the values of a page as HTML, a website's or an ePub's.

A note is written as text and not node by node: a page of twenty values has twenty of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from iomdocs.nodes import Note, fact_provenances


def written_notes(translator: HTML5Translator, store: fact_provenances) -> Iterator[str]:
    """The paragraphs of each note, by number, as a translator writes them.

    The brackets that a style of citations puts around a link in a sentence are left out; a book
    without a list of sources has the key of a source in place of the link.
    """
    places = [place for place in store.findall(nodes.inline) if "source" in place]
    links = {str(place["source"]): _links(translator, place) for place in places}
    return ("".join(_paragraphs(translator, note, links)) for note in store["notes"])


def shortened_links(element: nodes.Element) -> Sequence[nodes.reference]:
    """The links to sources in an element, without what they would show under the mouse.

    The bibliography puts the whole entry there; the list of sources, to which they lead, has it
    for every reader.
    """
    links = list(element.findall(nodes.reference))
    for link in links:
        link.attributes.pop("reftitle", None)
    return links


def _links(translator: HTML5Translator, place: nodes.inline) -> str:
    links = (_written(translator, link) for link in shortened_links(place))
    return "".join(links) or translator.encode(place.astext())


def _paragraphs(translator: HTML5Translator, note: Note, links: Mapping[str, str]) -> Iterator[str]:
    yield _paragraph("label", translator.encode(note.label))
    value = f"<strong>{translator.encode(note.value)}</strong>" if note.value else ""
    when = translator.encode(note.when)
    if value or when:
        yield _paragraph("value", " ".join(filter(None, (value, when))))
    for remark in note.remarks:
        yield _paragraph("remark", f'<span class="fact-doubt">{translator.encode(remark)}</span>')
    for mark in note.marks:
        yield _paragraph("remark", _written(translator, mark))
    if note.sources:
        sources = "; ".join(links[key] for key in note.sources)
        yield _paragraph(
            "sources", f"{translator.encode(note.before)}{sources}{translator.encode(note.after)}"
        )


def _paragraph(name: str, words: str) -> str:
    return f'<p class="fact-note-{name}">{words}</p>\n'


def _written(translator: HTML5Translator, node: nodes.Element) -> str:
    """A node as the translator writes it, taken out of the page."""
    start = len(translator.body)
    node.walkabout(translator)
    text = "".join(translator.body[start:])
    del translator.body[start:]
    return text
