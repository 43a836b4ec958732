"""The index at the end of a book, and those of its domains, such as of Python modules.

Sphinx collects the entries; the numbers of their pages are known to Typst only, which looks them
up at the label of each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.locale import _

from iomdocs.formats.typst.collation import Alphabet
from iomdocs.formats.typst.escape import text
from iomdocs.formats.typst.output import Markup, Value, call
from iomdocs.formats.typst.tree import generated

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.domains import Index

    from iomdocs.formats.typst.translator import TypstTranslator, Visitors

GENERAL = "genindex"
"""The name under which Sphinx refers to the index of a book."""

LONG_NAME = 34
"""Characters from which on a name wants a wider column."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in an index, the places it leads to, and what stands below it.

    Attributes:
        places: whether each is the main one, and its address, ``%page#id``.
        see: the name of the entry that this one sends the reader to, and the words before it.
    """

    name: str
    places: Sequence[tuple[bool, str]] = ()
    below: Sequence[Entry] = ()
    note: str = ""
    see: tuple[str, str] | None = None


class BookIndex(nodes.General, nodes.Element):
    """An index as it is printed; has no text of its own.

    Attributes:
        groups: pairs of a letter and the entries below it.
    """


def wanted_indices(builder: Builder, pages: set[str]) -> Iterator[tuple[str, str]]:
    """The names and titles of the indices that a book gets, the general one last."""
    for name, index in _domain_indices(builder):
        if any(entries for _letter, entries in index.generate(pages)[0]):
            yield name, str(index.localname)
    entries = builder.env.domains.index_domain.entries
    if builder.config.typst_use_index and any(entries.get(page) for page in pages):
        yield GENERAL, _("Index")


def index_page(builder: Builder, name: str, title: str, pages: set[str]) -> nodes.Element:
    """A page of its own with one index, to stand at the end of the book."""
    if name == GENERAL:
        groups = general_index(builder)
    else:
        index = next(index for each, index in _domain_indices(builder) if each == name)
        groups = domain_index(index, pages)
    section = nodes.section(
        "", nodes.title("", "", generated(title)), ids=[name], classes=["index"]
    )
    section += BookIndex(groups=groups)
    return addnodes.start_of_file("", section, docname=name)


def general_index(builder: Builder) -> list[tuple[str, list[Entry]]]:
    """The entries of a book by letters, in the order of its language.

    An entry that leads nowhere in the book is left out, with all below it that does so too.
    """
    alphabet = Alphabet(str(builder.config.language or "en").partition("_")[0].lower())
    groups: dict[str, list[Entry]] = {}
    for _letter, found in IndexEntries(builder.env).create_index(builder):
        for name, (places, below, category) in found:
            entry = Entry(
                name=name,
                places=_places(places),
                below=sorted(
                    (_below(each, targets) for each, targets in below),
                    key=lambda each: (each.see is not None, alphabet.key(each.name), each.name),
                ),
            )
            entry = _within(entry)
            if entry.places or entry.below:
                letter = category or alphabet.letter(name.removeprefix("\u200f"))
                groups.setdefault(letter, []).append(entry)
    order = sorted(groups, key=lambda letter: (bool(letter), alphabet.key(letter), letter))
    return [
        (
            letter or _("Symbols"),
            sorted(groups[letter], key=lambda each: (alphabet.key(each.name), each.name)),
        )
        for letter in order
    ]


def domain_index(index: Index, pages: set[str]) -> list[tuple[str, list[Entry]]]:
    """The index of a domain; what stands below an entry there stands below it here."""
    groups = []
    for letter, found in index.generate(pages)[0]:
        entries: list[Entry] = []
        for name, subtype, page, anchor, extra, qualifier, description in found:
            notes = ", ".join(filter(None, (extra, qualifier, description)))
            address = f"%{page}#{anchor}" if page in pages else ""
            entry = Entry(name, [(False, address)] if address else [], note=notes)
            if subtype == 2 and entries:
                above = entries.pop()
                below = [*above.below, entry]
                entry = Entry(above.name, above.places, below, above.note)
            entries.append(entry)
        groups.append((str(letter).upper(), entries))
    return groups


def addresses(index: BookIndex) -> Iterator[str]:
    """Every place that an index leads to."""
    for _letter, entries in index["groups"]:
        for entry in entries:
            for each in (entry, *entry.below):
                yield from (address for _main, address in each.places)


def visit_index(self: TypstTranslator, node: BookIndex) -> None:
    """The entries in columns; those that others send the reader to get a label."""
    seen = {
        each.see[1]
        for _letter, entries in node["groups"]
        for entry in entries
        for each in entry.below
        if each.see
    }
    names = [entry.name for _letter, entries in node["groups"] for entry in entries]
    labels = {
        name: self.targets.add(f"index#{number}")
        for number, name in enumerate(names)
        if name in seen
    }
    unused = dict(labels)  # an entry may stand under two letters; the label belongs to the first
    groups: list[Value] = [
        [letter, [_printed(self, entry, labels, unused.pop(entry.name, "")) for entry in entries]]
        for letter, entries in node["groups"]
    ]
    long = sum(len(name) > LONG_NAME for name in names) > len(names) / 8
    self.add_block(node, call("book-index", *groups, long=long))


def _printed(
    self: TypstTranslator, entry: Entry, labels: Mapping[str, str], label: str = ""
) -> Value:
    """What the template is given of an entry.

    :param labels: those of the entries that others send the reader to.
    :param label: the one that this entry carries.
    """
    name = Markup(text(entry.name))
    if entry.see:
        before, other = entry.see
        target = (
            call("goto", labels[other], Markup(text(other))) if other in labels else text(other)
        )
        name = Markup(f"#emph[{text(before)}]; {target}")
    elif label:
        name = Markup(call("anchor", label) + name.source)
    places: list[Value] = []
    for main, address in entry.places:
        if place := self.targets.of_address(address):
            self.asked.append(place)
            places.append([place, main])
    return {
        "name": name,
        "note": Markup(text(entry.note)) if entry.note else None,
        "places": places,
        "below": [_printed(self, each, labels) for each in entry.below],
    }


def _domain_indices(builder: Builder) -> Iterator[tuple[str, Index]]:
    """The indices of the domains that a book may print, by their names."""
    allowed = builder.config.typst_domain_indices
    if not allowed:
        return
    for domain in builder.env.domains.sorted():
        for kind in domain.indices:
            name = f"{domain.name}-{kind.name}"
            if allowed is True or name in allowed:
                yield name, kind(domain)


def _places(targets: Iterable[tuple[str | None, object]]) -> list[tuple[bool, str]]:
    return [(bool(main), str(address)) for main, address in targets if address]


def _below(name: str, targets: Iterable[tuple[str | None, object]]) -> Entry:
    """An entry below another; one without places may send the reader to a third."""
    places = _places(targets)
    if not places:
        for phrase in (_("see also %s"), _("see %s")):
            pattern = re.escape(phrase).replace("%s", "(.+)")
            if match := re.fullmatch(pattern, name):
                return Entry(name, see=(phrase.replace("%s", "").strip(), match[1]))
    return Entry(name, places)


def _within(entry: Entry) -> Entry:
    """The entry without what leads to no page of the book."""
    kept = [each for each in entry.below if each.places or each.see]
    return Entry(entry.name, entry.places, kept)


VISITORS: Visitors = {"BookIndex": (visit_index, None)}
