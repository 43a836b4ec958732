"""Whether what is printed is what ``facts.json`` records.

The file has every statement of a fact with its words, and every cell of a table. What stands on a
page is one of these; or it is made of them: a year of a date, a number in words, the name of the
fact, when it holds. Of such a piece it is shown that each number in it stands in the record, and
that the value for programs beside it is one of the record.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from iomdocs.diagnostics import Diagnostic, Location
from iomdocs.verify.editions import Edition, Occurrence, Unreadable
from iomdocs.verify.letters import exact, seen

DISAGREES, STALE = "V007", "V008"

_CELL = re.compile(r"(?P<fact>[^\[@]+)(?:\[(?P<row>.*)\]\.(?P<column>[^.@\]]+))?(?P<day>@.*)?")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f'’ ]\d+)*")
_NOT_DIGIT = re.compile(r"\D")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_ZEROS = re.compile(r"\.?0+$")

_NOTHING = re.compile(r"\[[^\d\]]+\]")
"""What stands for a fact of which nothing is recorded at the day of the book: words in brackets."""

Json = Any


class Record:
    """What ``facts.json`` says of the facts of a book.

    :raises Unreadable: it is no such file.
    """

    def __init__(self, content: bytes) -> None:
        try:
            document = json.loads(content)
            self.edition = str(document.get("edition", ""))
            self._is_past = document.get("as_of", self.edition) != self.edition
            self._facts = {str(fact["id"]): fact for fact in document["facts"]}
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise Unreadable(f"facts.json is not the facts of a book: {error}") from error
        self._known: dict[str, _Known] = {}

    def disagreements(self, edition: Edition, counts: Counter[str]) -> Iterator[Diagnostic]:
        """What a format prints that is not recorded; ``counts`` gets how the others were shown."""
        for each in edition.occurrences():
            how = self._how(each) if each.fact else "without its name"
            if how:
                counts[how] += 1
                continue
            told = self._of(each.fact)
            record = f"facts.json “{told.example}”" if told else "facts.json does not have it"
            message = (
                f"'{each.fact}' is not what is recorded: {edition.format} “{each.text}”, {record}"
            )
            yield Diagnostic(Location(each.place), DISAGREES, message)

    def _how(self, found: Occurrence) -> str:
        """How a piece is shown to be of the record; nothing where it is not."""
        known = self._of(found.fact)
        if known is None or (found.machine and not known.has_machine(found.machine)):
            return ""
        if exact(found.text) in known.texts:
            return "word for word"
        numbers = _numbers(found.text)
        if numbers:
            return "by its numbers" if numbers <= known.numbers else ""
        if _NOTHING.fullmatch(found.text) and not (known.is_shown and self._is_of_its_day(found)):
            return "as not known yet"
        return "by its value" if found.machine or known.is_worded else ""

    def _is_of_its_day(self, found: Occurrence) -> bool:
        """Whether what holds at the day of the edition is to be printed, and not at another."""
        return not self._is_past and "@" not in found.fact

    def _of(self, occurrence: str) -> _Known | None:
        if occurrence not in self._known:
            match = _CELL.fullmatch(occurrence)
            fact = self._facts.get(match["fact"]) if match else None
            if match is None or fact is None:
                return None
            found = _Known(fact, match["row"], match["column"], of_row=self._is_past)
            if not found.texts:
                return None
            self._known[occurrence] = found
        return self._known[occurrence]


class _Known:
    """All that is recorded of a fact or of a cell of its table.

    :param of_row: whether a cell may be made of others in its row, as in a book of the past, in
        which a State is a member since its first accession and not since the last.
    """

    def __init__(
        self, fact: Json, row: str | None, column: str | None, *, of_row: bool = False
    ) -> None:
        texts: list[str] = []
        values: list[Json] = []
        whens: list[str] = []
        beside: list[Json] = []
        for statement in fact["statements"]:
            if row is None:
                texts.append(statement["text"])
                values.append(statement["value"])
            else:
                for cell in _cells(statement["value"], row, column):
                    texts.append(cell["text"])
                    values.append(cell["value"])
                beside += _cells(statement["value"], row, None) if of_row else ()
            whens += [str(statement.get(name, "")) for name in ("when", "at", "start", "end")]
        self.is_shown = fact.get("shown") is not None
        """Whether something is recorded of it at the day of the book."""
        self.example = texts[-1] if texts else ""
        self.texts = {exact(text) for text in texts}
        self._values = set(_plain([*values, *(cell["value"] for cell in beside)]))
        self._machines = {_standard(value) for value in self._values}
        self.is_worded = any(isinstance(value, Mapping) for value in values)
        """Whether the value is more than its words: a number can be written as a word."""
        self.numbers = _numbers(" ".join([*texts, *self._values, *whens]))
        unit = {f"{text} {fact[name]}" for text in texts for name in ("unit", "unit_one")}
        self.texts |= {exact(text) for text in unit if text.strip()}

    def has_machine(self, machine: str) -> bool:
        """Whether a value for programs is one of the record."""
        return _standard(machine) in self._machines or all(
            _standard(part) in self._machines for part in machine.split("/")
        )


def _cells(value: Json, row: str, column: str | None) -> Iterator[Json]:
    """The cell of a row in a column, if the row has it there; all cells without a column."""
    if isinstance(value, Mapping):
        for each in value.get("rows", ()):
            if each["key"] == row:
                cells = each["cells"]
                yield from cells.values() if column is None else filter(None, [cells.get(column)])


def _plain(value: Json) -> Iterator[str]:
    """All strings and numbers in a value, as programs write them."""
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _plain(part)
    elif isinstance(value, list):
        for part in value:
            yield from _plain(part)
    elif isinstance(value, str):
        yield value
        yield from value.split("/") if "/" in value else ()
    elif isinstance(value, bool | None):
        return
    else:
        yield f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _standard(value: str) -> str:
    """A value for programs as it is compared.

    A number is without zeros behind its point, and a day without the mark of EDTF that it is
    uncertain, which HTML does not know.
    """
    value = value.rstrip("~?%")
    return _ZEROS.sub("", value) if _DECIMAL.fullmatch(value) else value


def _numbers(text: str) -> set[str]:
    """The numbers in a text by their digits, without leading zeros: ``09`` and ``9`` are one."""
    found: set[str] = set()
    for number in _NUMBER.findall(seen(text)):
        found.add(_NOT_DIGIT.sub("", number).lstrip("0"))
        found.update(part.lstrip("0") for part in _NOT_DIGIT.split(number))
    return found - {""}
