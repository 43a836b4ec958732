"""What stands behind a value as a note of its chapter, which many reading systems show in a window.

The value itself refers to the note (``noteref``), so that no mark interrupts the text. The notes
stand at the end of the chapter, each an ``aside``: reading systems with windows for notes take an
``aside`` that is a ``footnote`` off the page and show it where the reader taps, some of them only
if it is in the same file. In the others a tap leads to the end of the chapter, where each note is
one small paragraph, and from there back, or on to the register. Hidden notes would there lead to
nothing, a file of notes outside the order of reading to where there is no way on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from iomdocs.formats.notes import written_notes
from iomdocs.nodes import fact_provenances, fact_usage, fact_value

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BACK = "\N{LEFTWARDS ARROW WITH HOOK}"


def refer_to_notes(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Lead each value to its note, and each note to the register and back to the first value."""
    if app.builder.name != "epub":
        return
    store = next((child for child in doctree.children if isinstance(child, fact_provenances)), None)
    if store is None:
        return
    store["ways"] = [""] * len(store["notes"])
    for value in doctree.findall(fact_value):
        number = value.attributes.pop("note", None)
        if number is not None and isinstance(value.parent, nodes.reference):
            _refer(value.parent, store["ways"], number)


def _refer(link: nodes.reference, ways: list[str], number: int) -> None:
    name = f"fact-note-{number}"
    if not ways[number]:
        ways[number] = link["refuri"] if "refuri" in link else f"#{link['refid']}"
        link["ids"].append(f"{name}-value")
    link.attributes.pop("refuri", None)
    link["refid"] = name
    link["role"] = "doc-noteref"


def visit_fact_provenances(self: HTML5Translator, node: fact_provenances) -> NoReturn:
    """Write the notes as a list at the end of the chapter.

    A value may have been taken out since, as one that is for other formats; nothing leads to its
    note then, and no way from it.
    """
    self.body.append('<div class="fact-notes">\n')
    for number, note in enumerate(written_notes(self, node)):
        name = f"fact-note-{number}"
        way = node["ways"][number]
        place = f' id="{name}"' if way else ""
        self.body.append(
            f'<aside class="fact-note" epub:type="footnote"{place} role="doc-footnote">\n{note}'
            f"{_ways_on(self, way, node['register'], name) if way else ''}</aside>\n"
        )
    self.body.append("</div>\n")
    raise nodes.SkipNode


def _ways_on(self: HTML5Translator, way: str, register: str, name: str) -> str:
    """The links from a note to the register and back to the first value."""
    return (
        f'<p class="fact-note-ways"><a class="reference internal" href="{self.attval(way)}">'
        f'{self.encode(register)}</a> <a class="reference internal" href="#{name}-value"'
        f' role="doc-backlink">{BACK}</a></p>\n'
    )


def visit_fact_usage(self: HTML5Translator, node: fact_usage) -> NoReturn:
    """Write the links from the register to the pages that show a fact."""
    links = (
        f'<a class="reference internal" href="{self.attval(address)}">'
        f'<span class="doc">{self.encode(title)}</span></a>'
        for address, title in node["links"]
    )
    self.body.append(", ".join(links))
    raise nodes.SkipNode


VISITORS: dict[type[nodes.Element], tuple[Callable[..., None], None]] = {
    fact_provenances: (visit_fact_provenances, None),
    fact_usage: (visit_fact_usage, None),
}
"""The visitors of the ePub, before those that it shares with the website."""
