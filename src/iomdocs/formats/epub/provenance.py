"""What stands behind a value as a note of its chapter, which many reading systems show in a window.

The value itself refers to the note (``noteref``), so that no mark interrupts the text. The notes
stand at the end of the chapter, each an ``aside``: reading systems with windows for notes take an
``aside`` that is a ``footnote`` off the page and show it where the reader taps, some of them only
if it is in the same file. In the others a tap leads to the end of the chapter, where each note is
one small paragraph, and from there back, or on to the register. Hidden notes would there lead to
nothing, a file of notes outside the order of reading to where there is no way on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from iomdocs.nodes import fact_provenance, fact_provenances, fact_value

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
    notes = list(store.findall(fact_provenance))
    for value in doctree.findall(fact_value):
        number = value.attributes.pop("note", None)
        if number is not None and isinstance(value.parent, nodes.reference):
            _refer(value.parent, notes[number], number, store["register"])


def _refer(link: nodes.reference, note: fact_provenance, number: int, register: str) -> None:
    name = f"fact-note-{number}"
    if not note["ids"]:
        note["ids"].append(name)
        link["ids"].append(f"{name}-value")
        note += _ways_on(link, register, f"{name}-value")
    link.attributes.pop("refuri", None)
    link["refid"] = name
    link["role"] = "doc-noteref"


def _ways_on(link: nodes.Element, register: str, first: str) -> nodes.paragraph:
    """The links from a note to the register and back."""
    target: dict[str, Any] = {
        name: link[name] for name in ("refuri", "refid", "internal") if name in link
    }
    return nodes.paragraph(
        "",
        "",
        nodes.reference("", register, **target),
        nodes.Text(" "),
        nodes.reference("", BACK, refid=first, internal=True, role="doc-backlink"),
        classes=["fact-note-ways"],
    )
