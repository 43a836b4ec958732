"""What stands behind the values of a page, where the reader is: value, date, doubts, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from iomdocs.facts import text
from iomdocs.facts.phrases import SLOT
from iomdocs.facts.tables import Table
from iomdocs.markup import elements, history
from iomdocs.nodes import Note, Provenance, fact_provenances, fact_review, fact_value

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
    rows tell all of it. Runs before links, those to sources among them, are resolved: the
    bibliography takes its time for each, so a page has one link to a source for all its notes.
    """

    default_priority = 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        domain = cast("FactDomain", self.env.domains["fact"])
        is_book = self.app.builder.name == "epub"
        if domain.register is None or not (is_book or self.config.iomdocs_popovers):
            return
        numbers: dict[Provenance, int] = {}
        for value in filter(_leads_to_register, self.document.findall(fact_value)):
            value["note"] = numbers.setdefault(value["provenance"], len(numbers))
        if numbers:
            register = "note-register" if is_book else "note-register-more"
            sources = dict.fromkeys(key for behind in numbers for key in behind.sources)
            self.document += fact_provenances(
                "",
                *map(self._link, sources),
                notes=[note_of(behind, domain.reader, for_book=is_book) for behind in numbers],
                register=text.phrase(register, domain.reader.locale),
                dismiss=text.phrase("note-close", domain.reader.locale),
                classes=["no-search"],
            )

    def _link(self, key: str) -> nodes.Node:
        """Author and year of a source, which lead to the list of sources."""
        citation = elements.citation([key], self.env.current_document.docname)
        return nodes.inline("", "", citation, source=key)


def note_of(behind: Provenance, reader: Reader, *, for_book: bool) -> Note:
    """What a reader is told of a statement.

    :param for_book: whether it is for a book, which has no clock: a mark for a later day is none.
    """
    marks = _marks(behind, reader)
    phrase = "note-sources" if len(behind.sources) > 1 else "note-source"
    before, after = text.phrase(phrase, reader.locale).format(SLOT).split(SLOT)
    return Note(
        behind.label,
        behind.value,
        behind.as_of,
        tuple(map(_as_sentence, behind.remarks)),
        tuple(mark for mark in marks if mark["overdue"] or not for_book),
        before,
        behind.sources,
        after,
    )


def _marks(behind: Provenance, reader: Reader) -> Iterator[fact_review]:
    if behind.is_latest:
        for mark in history.review(reader.facts.find(behind.fact), reader, "{}"):
            mark[0] = nodes.Text(_as_sentence(mark.astext()))
            yield mark


def _as_sentence(remark: str) -> str:
    return remark[:1].upper() + remark[1:]


def _leads_to_register(value: fact_value) -> bool:
    link = value.parent
    is_link = isinstance(link, addnodes.pending_xref) and not elements.is_inside_link(link)
    return is_link and "provenance" in value
