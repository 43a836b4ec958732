"""The values of the facts of a book in all the forms in which a page can have them by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from babel.core import Locale

from iomdocs.diagnostics import Problem
from iomdocs.facts import text
from iomdocs.facts.reading import Reader, Reading
from iomdocs.facts.tables import Table
from iomdocs.facts.values import Day, Money, Number, Period, Person, Share
from iomdocs.lint.book import Book
from iomdocs.lint.editorial.once import once

TOKEN = re.compile(r"\w+|[$€£]")
"""What a form begins with: a word, a number, or the sign of a currency."""

_SIGNS = {"USD": ("$", "US$", "US$ ", "USD "), "EUR": ("€", "EUR "), "GBP": ("£", "GBP ")}
_SMALLEST_NAME = 20
_STOP_WORDS = frozenset(
    (
        *("the", "and", "for", "with", "from", "that", "this", "what", "who", "when", "which"),
        *("was", "were", "are", "has", "had", "not", "its", "all", "one", "into", "than", "other"),
        *("iom", "date", "day", "year", "years", "number", "start", "end", "name"),
    )
)


@dataclass(frozen=True, slots=True)
class Known:
    """A value of a fact in one of its forms.

    ``about`` has the words that tell what the fact is, ``counted`` those of its unit, each as
    :func:`stems` has them; ``digits`` how many digits are exact, 0 where it is no number; ``kind``
    is what the form is, such as ``number``, ``words`` (a number as a word), ``year`` or ``name``.
    """

    markup: str
    value: str
    kind: str
    digits: int
    about: frozenset[str]
    counted: Sequence[str] = ()

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return "[" in self.markup


Forms = Sequence[tuple[str, Known]]
"""Forms that begin alike, each with what it is."""


@once
def known_values(book: Book) -> Mapping[str, Forms]:
    """Each form with what it is, by the first :data:`TOKEN` of it, the longest forms first."""
    if book.reader is None:
        return {}
    found: dict[str, list[tuple[str, Known]]] = {}
    for reading, about in _readings(book.reader):
        for form, known in _forms(reading, about, book.reader.locale):
            token = TOKEN.search(form)
            if token:
                found.setdefault(token[0], []).append((form, known))
    return {
        token: sorted(set(forms), key=lambda each: (-len(each[0]), each[1].markup))
        for token, forms in found.items()
    }


def stems(words: str) -> frozenset[str]:
    """The words of a text that say what it is about, in small letters and without endings."""
    found = (word.lower() for word in re.findall(r"[^\W\d_]{3,}", words))
    return frozenset(_stem(word) for word in found if word not in _STOP_WORDS)


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e")


def _readings(reader: Reader) -> Iterator[tuple[Reading, str]]:
    """Every fact on the day of the book, and the cells that are as good as facts."""
    for fact in reader.facts.values():
        try:
            reading = reader.read(fact.id, tables=True)
            if isinstance(reading.value, Table):
                yield from _cells(reader, fact.id)
            else:
                yield reading, fact.label
        except Problem:
            continue


def _cells(reader: Reader, id_: str) -> Iterator[tuple[Reading, str]]:
    """The days of events with what happened, and the names of people."""
    fact, statement, table = reader.table(id_)
    titles = [column for column in table.columns if column.name in {"title", "name"}]
    for row in table.rows:
        title = " ".join(str(row.cells[column.name] or "") for column in titles)
        for column in table.columns:
            value = row.cells[column.name]
            is_day = isinstance(value, Day) and value.precision == "day" and title
            if is_day or (column.name == "name" and isinstance(value, str)):
                cell = reader.cell(fact, statement, row, column)
                if cell:
                    yield cell, f"{title} {column.label}"


def _forms(reading: Reading, about: str, locale: Locale) -> Iterator[tuple[str, Known]]:
    value = reading.value
    if value is None:
        return
    common = Known(f"{{fact}}`{reading.id}`", reading.text, "", 0, stems(about))
    match value:
        case Number(amount=amount):
            unit = tuple(re.findall(r"[^\W\d_]+", reading.unit))
            number = replace(common, kind="number", digits=_digits(amount), counted=unit)
            written = text.bare(replace(value, qualifier=""), locale)
            yield written, number
            words = text.in_words(replace(value, qualifier=""), locale)
            if words != written:
                markup = f"{{fact:words}}`{reading.id}`"
                yield from ((each, replace(number, markup=markup)) for each in _cased(words))
        case Money(amount=amount):
            money = replace(common, kind="money", digits=_digits(amount))
            yield from ((form, money) for form in _of_money(value, locale))
        case Share(percent=amount):
            share = replace(common, kind="share", digits=_digits(amount))
            bare = text.bare(replace(value, qualifier=""), locale)
            yield text.value_text(replace(value, qualifier=""), locale), share
            yield from ((f"{bare}{sign}", share) for sign in ("%", " %", " percent", " per cent"))
        case Day():
            yield from _of_day(value, reading, common, locale)
        case Period():
            yield reading.text, replace(common, kind="period")
        case _:
            yield from _of_words(reading, common)


def _of_words(reading: Reading, common: Known) -> Iterator[tuple[str, Known]]:
    """The forms of names; other words are too common to be taken for a fact."""
    match reading.value:
        case Person(name=name):
            yield from ((each, replace(common, kind="person")) for each in _of_person(name))
        case str(value) if reading.id.endswith(".name") and _is_name_of_person(value):
            yield from ((each, replace(common, kind="person")) for each in _of_person(value))
        case str(value) if len(value) >= _SMALLEST_NAME and _is_name(value):
            yield reading.text, replace(common, kind="text")


def _digits(amount: float) -> int:
    """How many digits of a number are not zeros at its end: 3 for 174,000."""
    written = f"{amount:f}".rstrip("0").rstrip(".") if amount % 1 else str(int(amount))
    return len(written.replace(".", "").lstrip("0").rstrip("0"))


def _cased(word: str) -> Sequence[str]:
    return word, word.capitalize()


def _of_money(value: Money, locale: Locale) -> Iterator[str]:
    whole = text.value_text(replace(value, qualifier="", year=None), locale)
    bare = text.bare(replace(value, qualifier=""), locale)
    yield whole
    if locale.language == "en":
        yield from (f"{sign}{bare}" for sign in _SIGNS.get(value.currency, ()))
        yield f"{bare} {whole.rsplit(' ', 1)[-1]}"


def _of_day(
    day: Day, reading: Reading, common: Known, locale: Locale
) -> Iterator[tuple[str, Known]]:
    exact = replace(common, kind=day.precision)
    plain = Day(day.plain)
    yield text.value_text(plain, locale), exact
    if day.precision == "day" and locale.language == "en":
        first = day.first
        yield day.plain, exact
        month = text.value_text(Day(day.plain[:7]), locale).split()[0]
        yield f"{month} {first.day}, {first.year}", exact
    if day.precision != "year":
        markup = f"{{fact:year}}`{reading.id}`"
        yield day.plain[:4], replace(common, kind="year", markup=markup, value=day.plain[:4])


def _of_person(name: str) -> Sequence[str]:
    """A name, also without the initials between."""
    return name, re.sub(r"(?<=\w )(?:\w\. )+", "", name)


def _is_name(words: str) -> bool:
    """Whether a text is the name of something: most of its words begin with a capital."""
    parts = re.findall(r"[^\W\d_]{3,}", words)
    capitals = sum(part[0].isupper() for part in parts[1:])
    return len(parts) > 2 and 2 * capitals >= len(parts[1:])


def _is_name_of_person(words: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+)*(?: [^\W\d_a-z][\w’'-]+)", words))
