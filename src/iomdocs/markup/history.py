"""What stands behind a row of the register: the history of a fact, and ways to correct it."""

from __future__ import annotations

from docutils import nodes

from iomdocs.facts import text
from iomdocs.facts.derivations import compare_fact
from iomdocs.facts.model import Fact, Statement
from iomdocs.facts.reading import Reader
from iomdocs.facts.values import Number
from iomdocs.markup import elements
from iomdocs.markup.forge import Forge
from iomdocs.nodes import fact_history, fact_review, website_only


def history(fact: Fact, reader: Reader, forge: Forge, docname: str) -> fact_history:
    """All statements of a fact, the latest first, its note, its place and how to correct it."""
    statements = fact.history(reader.day)
    items = [_statement(fact, statement, reader, docname) for statement in statements]
    unit, unit_one = (text.phrase(name, reader.locale) for name in ("statements", "statement"))
    count = text.quantity(Number(len(items)), unit, unit_one, reader.locale)
    summary = text.phrase("history", reader.locale).format(count)
    node = fact_history("", summary=summary)
    if items:
        node += nodes.bullet_list("", *items)
    if fact.note:
        node += elements.paragraph(nodes.Text(text.value_text(fact.note, reader.locale)))
    if fact.derived_from:
        node += _derivation(fact, reader, docname)
    node += _corrections(fact, reader, forge)
    return node


def review(fact: Fact, reader: Reader, form: str = " ({})") -> list[fact_review]:
    """The mark that a fact should be looked at again, now or on a later day.

    :param form: the words with a place for the mark in them; in brackets behind a value if not
        given.

    A book of the past has none: what was true on a day in the past does not go stale.
    """
    if fact.review_after is None or reader.as_of:
        return []
    day = text.value_text(fact.review_after, reader.locale)
    remark = text.phrase("overdue", reader.locale).format(day)
    return [
        fact_review(
            "",
            form.format(remark),
            date=fact.review_after.plain,
            after=fact.review_after.last.isoformat(),
            overdue=fact.is_overdue(reader.edition),
        )
    ]


def remove(document: nodes.document) -> None:
    """Take histories, and marks for a later day, out of a document."""
    for node in list(document.findall(website_only)):
        if node.get("overdue"):
            continue
        parent = node.parent
        parent.remove(node)
        if isinstance(parent, nodes.paragraph) and not parent.children:
            parent.parent.remove(parent)


def _statement(fact: Fact, statement: Statement, reader: Reader, docname: str) -> nodes.list_item:
    claim = reader.claim(fact, statement, reader.day)
    value = nodes.strong("", "", nodes.Text(claim.reading.text), *elements.unit(claim.reading))
    words = [value, *elements.as_of(claim.reading)]
    words.append(nodes.Text(f": {claim.standing}; {claim.confidence}"))
    if fact.on(reader.day) is not statement:  # whose sources are in the row above
        words += [nodes.Text(" "), elements.citation(statement.sources, docname)]
    note = f". {claim.note}" if claim.note else "."
    return nodes.list_item("", elements.paragraph(*words, nodes.Text(note)))


def _derivation(fact: Fact, reader: Reader, docname: str) -> nodes.paragraph:
    derived = fact.derived_from
    assert derived is not None
    words, ids = text.derivation(derived, reader.locale)
    facts = [reader.facts.find(id_) for id_ in ids]
    return elements.paragraph(
        *elements.sentence(words, [elements.entry(f.id, f.label, docname) for f in facts]),
        *_comparison(fact, reader),
    )


def _comparison(fact: Fact, reader: Reader) -> list[nodes.Node]:
    """What the value that is shown stands beside."""
    shown = fact.on(reader.day)
    compared = (c for c in compare_fact(fact, reader.facts) if c.statement is shown)
    phrase = text.phrase("derived-shown", reader.locale)
    return [nodes.Text(f" {phrase.format(text.compared(c, reader.locale))}") for c in compared]


def _corrections(fact: Fact, reader: Reader, forge: Forge) -> nodes.paragraph:
    """Links to the record and to a new report, or the place of the record without a forge."""
    place = forge.place(fact.location)
    phrases = {name: text.phrase(name, reader.locale) for name in _CORRECTIONS}
    edit = forge.edit(fact.location)
    if not edit:
        return elements.paragraph(nodes.Text(phrases["place"].format(place)))
    title, body = phrases["report-title"].format(fact.id), phrases["report-body"].format(place)
    return elements.paragraph(
        nodes.reference("", phrases["edit"], refuri=edit),
        nodes.Text(", "),
        nodes.reference("", phrases["report"], refuri=forge.report(title, body)),
    )


_CORRECTIONS = ("place", "edit", "report", "report-title", "report-body")
