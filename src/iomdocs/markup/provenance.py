"""What stands behind the values of a page, where the reader is: value, date, doubts, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from iomdocs.facts import text
from iomdocs.facts.phrases import SLOT
from iomdocs.facts.tables import Table
from iomdocs.markup import elements, history
from iomdocs.nodes import Provenance, fact_provenance, fact_provenances, fact_value

if TYPE_CHECKING:
    from iomdocs.facts.reading import Reader, Reading
    from iomdocs.markup.domain import FactDomain


_LONGEST = 120
"""Letters of a value that is repeated; a longer text stands on the page and needs no repeating."""


def provenance_of(
    reading: Reading, reader: Reader, *, names_column: bool = True
) -> Provenance | None:
    """What stands behind a reading, or ``None`` where nothing is known.

    :param names_column: whether the label of a cell has the name of its column. Without it, cells
        of a table that rest on the same sources have one provenance, however many they are.
    """
    statement = reading.statement
    if statement is None:
        return None
    fact = reader.facts.by_id[reading.fact]
    label = text.value_text(reading.label, reader.locale)
    value = " ".join(filter(None, (reading.text, reading.unit)))
    remarks = [reading.doubt]
    if isinstance(statement.value, Table):
        value, column = "", label
        label = text.value_text(fact.label, reader.locale)
        if names_column:
            label = text.phrase("column-of", reader.locale).format(label, column)
    else:
        remarks.append(reader.disputes(fact, statement))
    if statement.rank == "deprecated":
        remarks.append(text.phrase("wrong", reader.locale))
    return Provenance(
        fact=fact.id,
        label=label,
        value="" if len(value) > _LONGEST else value,
        as_of=reading.as_of,
        remarks=tuple(filter(None, remarks)),
        sources=tuple(reading.sources),
        is_latest=fact.on(reader.day) is statement,
    )


class ProvenanceTransform(SphinxPostTransform):
    """Puts what stands behind the values of a page at its end, each statement once.

    A book without a register has none, as its values lead nowhere; nor has the register, whose
    rows tell all of it. Runs before links, those to sources among them, are resolved.
    """

    default_priority = 5
    formats = ("html",)
    cited: set[str]
    """The sources that an earlier note of the page has a link to."""

    def run(self, **kwargs: Any) -> None:
        domain = cast("FactDomain", self.env.domains["fact"])
        is_book = self.app.builder.name == "epub"
        if domain.register is None or not (is_book or self.config.iomdocs_popovers):
            return
        self.cited = set()
        numbers: dict[Provenance, int] = {}
        for value in filter(_leads_to_register, self.document.findall(fact_value)):
            value["note"] = numbers.setdefault(value["provenance"], len(numbers))
        if numbers:
            register = "note-register" if is_book else "note-register-more"
            self.document += fact_provenances(
                "",
                *(self._note(provenance, domain.reader) for provenance in numbers),
                register=text.phrase(register, domain.reader.locale),
                dismiss=text.phrase("note-close", domain.reader.locale),
                classes=["no-search"],
            )

    def _note(self, behind: Provenance, reader: Reader) -> fact_provenance:
        value = [nodes.strong(behind.value, behind.value)] if behind.value else []
        when = [nodes.Text(f" {behind.as_of}" if value else behind.as_of)] if behind.as_of else []
        parts: Sequence[tuple[str, Sequence[nodes.Node]]] = (
            ("label", [nodes.Text(behind.label)]),
            ("value", [*value, *when]),
            *(("remark", [remark]) for remark in self._remarks(behind, reader)),
            ("sources", list(self._sources(behind, reader))),
        )
        return fact_provenance(
            "",
            *(
                nodes.paragraph("", "", *children, classes=[f"fact-note-{name}"])
                for name, children in parts
                if children
            ),
        )

    def _remarks(self, behind: Provenance, reader: Reader) -> Iterator[nodes.Node]:
        for remark in map(_as_sentence, behind.remarks):
            yield nodes.inline(remark, remark, classes=["fact-doubt"])
        if behind.is_latest:
            for mark in history.review(reader.facts.find(behind.fact), reader, "{}"):
                mark[0] = nodes.Text(_as_sentence(mark.astext()))
                yield mark

    def _sources(self, behind: Provenance, reader: Reader) -> Iterator[nodes.Node]:
        """Author and year of each source, which lead to the list of sources."""
        if not behind.sources:
            return
        phrase = "note-sources" if len(behind.sources) > 1 else "note-source"
        first, last = text.phrase(phrase, reader.locale).format(SLOT).split(SLOT)
        yield nodes.Text(first)
        for number, key in enumerate(behind.sources):
            yield nodes.Text("; " if number else "")
            yield self._citation(key)
        yield nodes.Text(last)

    def _citation(self, key: str) -> nodes.Node:
        """The link to a source, or what stands in for one that is on the page already.

        The bibliography takes its time for each link; :class:`RepeatedSources` copies the first.
        """
        if key in self.cited:
            return nodes.inline(source=key)
        self.cited.add(key)
        citation = elements.citation([key], self.env.current_document.docname)
        return nodes.inline("", "", citation, source=key)


class RepeatedSources(SphinxPostTransform):
    """Copies the links to sources within :class:`fact_provenances`, once they are resolved.

    The brackets that a style of citations puts around a link in a sentence are left out.
    """

    default_priority = 15
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        for store in _stores(self.document):
            places = [place for place in store.findall(nodes.inline) if "source" in place]
            links = {place["source"]: _links(place) for place in places if place.children}
            for place in places:
                place.replace_self([link.deepcopy() for link in links[place["source"]]])


def _stores(document: nodes.document) -> list[fact_provenances]:
    """What :class:`ProvenanceTransform` has put at the end of a page."""
    return [child for child in document.children if isinstance(child, fact_provenances)]


def _links(place: nodes.inline) -> list[nodes.Node]:
    """The links to a source, or its key where the book has no list of sources."""
    links: list[nodes.Node] = list(place.findall(nodes.reference))
    return links or [nodes.Text(place.astext())]


def _as_sentence(remark: str) -> str:
    return remark[:1].upper() + remark[1:]


def _leads_to_register(value: fact_value) -> bool:
    link = value.parent
    is_link = isinstance(link, addnodes.pending_xref) and not elements.is_inside_link(link)
    return is_link and "provenance" in value
