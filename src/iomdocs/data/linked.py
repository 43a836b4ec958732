"""The facts as linked data (JSON-LD 1.1) in the words of schema.org.

A book is a ``Dataset``. Each fact is one of its ``variableMeasured``, a ``PropertyValue`` with the
value that pages show; a ``Dataset`` behind its ``subjectOf`` has the time for which it holds
(``temporalCoverage``) and its sources (``citation``). All statements are in the JSON document, to
which ``distribution`` leads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from iomdocs.data import subject
from iomdocs.data.book import Book, cited
from iomdocs.data.document import Json
from iomdocs.facts import text
from iomdocs.facts.model import Fact, Statement
from iomdocs.facts.values import Money, Number, Share
from iomdocs.licences import licence_url

CONTEXT = "https://schema.org"


class Distribution(NamedTuple):
    """A file with the data: its address, and its media type."""

    address: str
    media_type: str


def dataset(book: Book, files: Iterable[Distribution]) -> Json:
    """The whole book as a dataset with a value for each fact."""
    facts = book.facts()
    shown = [(fact, statement) for fact in facts if (statement := book.shown(fact))]
    return {
        "@context": CONTEXT,
        **_about_the_data(book, book.title or "Facts", files),
        **_filled({"about": described(book), "temporalCoverage": _coverage(book, facts)}),
        "variableMeasured": [_property(book, fact, statement) for fact, statement in shown],
        "citation": [_work(book, key) for key in sorted(cited(facts) & _sources(book))],
    }


def page_dataset(
    book: Book, title: str, ids: Collection[str] | None, files: Iterable[Distribution]
) -> Json:
    """The facts of a page as a dataset that leads to its files and does not list them."""
    name = f"{book.title}: {title}" if book.title else title
    return {
        **_about_the_data(book, name, files),
        **_filled({"temporalCoverage": _coverage(book, book.facts(ids))}),
        **({"isPartOf": {"@type": "Dataset", "name": book.title}} if book.title else {}),
    }


def described(book: Book) -> Json:
    """What the book is about; empty if it does not say."""
    found, _ = subject.describe(book.subject, book.reader)
    return found


def _about_the_data(book: Book, name: str, files: Iterable[Distribution]) -> Json:
    locale = book.reader.locale
    return _filled(
        {
            "@type": "Dataset",
            "name": name,
            "description": text.phrase("dataset", locale).format(name),
            "inLanguage": book.language,
            "license": licence_url(book.licence) or book.licence,
            "version": book.edition.isoformat(),
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": file.address,
                    "encodingFormat": file.media_type,
                }
                for file in files
            ],
        }
    )


def _property(book: Book, fact: Fact, statement: Statement) -> Json:
    value = statement.value
    number, unit = None, fact.unit
    match value:
        case Number(amount=amount):
            number = amount
        case Money(amount=amount, currency=currency):
            number, unit = amount, currency
        case Share(percent=amount):
            number, unit = amount, "%"
    reading = book.reader.reading(fact, statement)
    return _filled(
        {
            "@type": "PropertyValue",
            "@id": f"#fact-{fact.id}",
            "propertyID": fact.id,
            "name": fact.label,
            "value": number if number is not None else reading.machine or reading.text,
            "unitText": unit,
            "description": " ".join(filter(None, (reading.text, reading.as_of))),
            "subjectOf": _filled(
                {
                    "@type": "Dataset",
                    "name": fact.label,
                    "temporalCoverage": _time(book, statement),
                    "citation": [
                        {"@id": f"#source-{key}"}
                        for key in statement.sources
                        if key in _sources(book)
                    ],
                }
            ),
        }
    )


def _time(book: Book, statement: Statement) -> str:
    """The time of a statement as ISO 8601 has a date or an interval, open with ``..``."""
    known = book.reader.as_known(statement)
    if known.at:
        return known.at.plain
    return "/".join(day.plain if day else ".." for day in (known.start, known.end))


def _coverage(book: Book, facts: Sequence[Fact]) -> str:
    """From the earliest to the latest day that the statements name which the book can show."""
    reader = book.reader
    known = [reader.as_known(s) for f in facts for s in f.statements if s.begun_by(reader.day)]
    days = [day for s in known for day in (s.at, s.start, s.end) if day]
    if not days:
        return ""
    first, last = min(days, key=lambda day: day.first), max(days, key=lambda day: day.last)
    return f"{first.plain}/{last.plain}"


def _work(book: Book, key: str) -> Json:
    source = book.reader.facts.sources[key]
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": f"#source-{key}",
            "name": source.title,
            "creditText": source.author,
            "datePublished": source.year if source.year.isdecimal() else "",
            "url": source.url,
        }
    )


def _sources(book: Book) -> set[str]:
    return set(book.reader.facts.sources)


def _filled(properties: Mapping[str, Any]) -> Json:
    """What says something: schema.org has no empty values."""
    return {name: value for name, value in properties.items() if value not in ("", None, [], {})}
