"""Links, notes and sources: how a reader gets from one place to another and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import Markup, Value, argument, call, generated
from iomdocs.formats.typst.packing import FACT_SCHEME, PLACE_SCHEME, entry_of
from iomdocs.formats.typst.tree import ancestors
from iomdocs.nodes import fact_value

if TYPE_CHECKING:
    from docutils.nodes import Element

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*:)\S", re.IGNORECASE)
"""An address with a scheme (RFC 3986, 3.1): what a PDF can lead to from anywhere."""
_LEADING_NOWHERE = frozenset({"blob:", "data:", "javascript:", "vbscript:"})
"""Schemes of what only a browser can do with a page that it shows."""
LONGEST_ADDRESS = 8000
"""Characters of an address that Typst 0.15 takes at most."""
_SCHEME = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
"""What readers of an address in print can do without."""

_NOTES = (nodes.footnote, nodes.caption, nodes.legend)
"""Where an address stands in the text itself: no note can stand in a note."""
_NOTELESS = (nodes.title, nodes.rubric, nodes.thead, nodes.citation, addnodes.desc_signature)
"""Where no address is shown."""


def visit_reference(self: TypstTranslator, node: Element) -> None:
    """Open a link; words without a place to lead to stay words.

    A picture that is a link and stands in no paragraph is a block.
    """
    if not isinstance(node.parent, nodes.TextElement):
        self.begin_block(node)
    label = self.targets.of_reference(self.page, node)
    address = str(node.get("refuri", ""))
    fact = _fact_in(node)
    if label and fact is not None:
        self.output.add(fact_link(self, fact))
    elif label:
        self.output.add(f"#goto({argument(label)})[")
    elif leads_out(address):
        note = printed_address(self, node, address)
        named = "".join(f", {name}: {argument(value)}" for name, value in note.items())
        self.output.add(f"#web({argument(address)}{named})[")
    self.closings.append("];" if label or leads_out(address) else "")


def leads_out(address: str) -> bool:
    """Whether an address leads somewhere from a finished PDF, and is none of the PDF's own."""
    match = _ADDRESS.match(address)
    own = {FACT_SCHEME, PLACE_SCHEME, *_LEADING_NOWHERE}
    return match is not None and match[1].lower() not in own and len(address) <= LONGEST_ADDRESS


def _fact_in(node: Element) -> fact_value | None:
    """The value of a link that leads from a fact to its row in the register."""
    if "fact-link" not in node.get("classes", ()):
        return None
    return next(iter(node.findall(fact_value)), None)


def fact_link(self: TypstTranslator, fact: fact_value) -> str:
    """The opening of a link that stands for a fact; its address has the fact's whole id."""
    address = f"{FACT_SCHEME}{fact['fact']}"
    place = place_of_fact(fact, self.page)
    self.fact_places.append(place)
    return f"#fact-link({argument(address)}, place: {argument(place)})["


def place_of_fact(fact: Element, page: str) -> str:
    """The label of all places at which a page of the sources prints a fact or a part of it."""
    return f"{entry_of(str(fact['fact']))}@{page}"


def depart_reference(self: TypstTranslator, node: Element) -> None:
    """Close what :func:`visit_reference` opened."""
    self.output.add(self.closings.pop())
    if not isinstance(node.parent, nodes.TextElement):
        self.output.block()


def depart_download(self: TypstTranslator, node: Element) -> None:
    """Close a link to a file, and name the file: it does not come with the PDF."""
    depart_reference(self, node)
    name = str(node.get("reftarget", "")).rpartition("/")[2]
    if "refuri" not in node and name and name not in node.astext():
        self.output.add(generated(text(f" ({name})")))


def printed_address(self: TypstTranslator, node: Element, address: str) -> dict[str, Value]:
    """What tells readers of the printed page the address of a link: ``shown``, and its ``note``.

    Nothing where the words of the link tell it, where no note can stand, and for references to the
    documentation of other projects, which say what they lead to. On a page of the source each
    address is shown once; later links lead to the same note.
    """
    shown = _SCHEME.sub("", address).rstrip("/")
    words = node.astext().strip()
    if not words or "reftitle" in node or _told(words, shown) or _without_notes(node):
        return {}
    if any(isinstance(each, _NOTES) for each in ancestors(node)):
        return {"shown": shown}
    note = f"{self.page}^{address}"
    if (self.page, note) in self.told:
        return {"note": note}
    self.told[self.page, note] = None
    return {"shown": shown, "note": note}


def _told(words: str, shown: str) -> bool:
    """Whether words tell an address: they are it, or its path, as the number of a DOI is."""
    plain = _SCHEME.sub("", words).removeprefix("doi:").strip().rstrip("/").casefold()
    return plain == shown.casefold() or ("/" in plain and shown.casefold().endswith(f"/{plain}"))


def _without_notes(node: Element) -> bool:
    """Whether a link stands where no note may: in a heading, a signature, the head of a table.

    A card of sphinx-design tells its address in a line of its own.
    """
    if "sd-stretched-link" in node.get("classes", ()):
        return True
    return any(isinstance(each, _NOTELESS) for each in ancestors(node))


def visit_footnote_reference(self: TypstTranslator, node: Element) -> None:
    """A raised number that leads to its note; numbers side by side get a comma."""
    if _follows_another(node):
        self.output.add(call("note-comma"))
    target = self.targets.of_reference(self.page, node) or None
    own = self.targets.to_print(self.page, node)
    self.output.add(
        call("note-mark", target, Markup(text(node.astext())), label=own[0] if own else None)
    )
    raise nodes.SkipNode


def visit_footnote(self: TypstTranslator, node: Element) -> None:
    """A list of all notes that stand together, each with links back to where it is cited."""
    group = _group(node)
    if group[0] is node:
        self.begin_block(node)
        self.output.add(call("notes", *(_note(self, note) for note in group)))
    raise nodes.SkipNode


def visit_citation(self: TypstTranslator, node: Element) -> None:
    """A list of all sources that stand together, each under the label it is cited by."""
    group = _group(node)
    if group[0] is node:
        self.begin_block(node)
        self.output.add(call("sources", *(_note(self, source) for source in group)))
    raise nodes.SkipNode


def _note(self: TypstTranslator, node: Element) -> Value:
    """The parts of a note: its label in print, what it says, and the marks that lead to it."""
    label = next((part for part in node.children if isinstance(part, nodes.label)), None)
    if label is not None:
        node.remove(label)
    backrefs: list[str] = node.get("backrefs", [])
    backs = [self.targets.label(self.page, backref) for backref in backrefs]
    return {
        "name": self.render(label) if label is not None else Markup(""),
        "body": self.render(node),
        "backs": list(filter(None, backs)),
    }


def _group(node: Element) -> Sequence[Element]:
    """The neighbours of one kind around a node, in order."""
    parent = node.parent
    siblings = parent.children if parent is not None else [node]
    first = last = siblings.index(node)
    while first > 0 and type(siblings[first - 1]) is type(node):
        first -= 1
    while last + 1 < len(siblings) and type(siblings[last + 1]) is type(node):
        last += 1
    return [part for part in siblings[first : last + 1] if isinstance(part, nodes.Element)]


def _follows_another(node: Element) -> bool:
    """Whether another raised number stands directly before this one."""
    parent = node.parent
    if parent is None or not (index := parent.index(node)):
        return False
    before = parent[index - 1]
    if isinstance(before, nodes.Text) and not before.strip() and index > 1:
        before = parent[index - 2]
    return isinstance(before, nodes.footnote_reference)


VISITORS: Visitors = {
    "reference": (visit_reference, depart_reference),
    "download_reference": (visit_reference, depart_download),
    "footnote_reference": (visit_footnote_reference, None),
    "footnote": (visit_footnote, None),
    "citation": (visit_citation, None),
    "citation_reference": (visit_reference, depart_reference),
}
