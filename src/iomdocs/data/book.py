"""What is given away as data: the facts of a book, and what is to be said of the book itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from iomdocs.facts.model import Fact, Statement
from iomdocs.facts.reading import Reader
from iomdocs.facts.tables import Table

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book as the data of it needs it.

    Attributes:
        reader: the facts, the day on which they are read, and the language.
        used_on: names of pages by the id of the fact they show, in order.
        title: what the book is called.
        language: its language as BCP 47 has it.
        licence: the licence in a few words, as ``CC BY 4.0``; empty if there is none.
        subject: properties of schema.org by name, each with the fact that gives it.
        made: what has been made of a fact, by what it is and the id, as many pages show the fact.
    """

    reader: Reader
    used_on: Mapping[str, Sequence[str]]
    title: str = ""
    language: str = "en"
    licence: str = ""
    subject: Mapping[str, Any] = field(default_factory=dict)
    made: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def edition(self) -> date:
        """The day of the edition."""
        return self.reader.edition

    def facts(self, ids: Collection[str] | None = None) -> list[Fact]:
        """All facts in the order of their files, or those with one of ``ids``."""
        every = self.reader.facts.values()
        return [fact for fact in every if ids is None or fact.id in ids]

    def once(self, what: str, fact: Fact, make: Callable[[Book, Fact], Made]) -> Made:
        """What ``make`` makes of a fact, the same for all who ask for it by that name."""
        key = what, fact.id
        if key not in self.made:
            self.made[key] = make(self, fact)
        made: Made = self.made[key]
        return made

    def shown(self, fact: Fact) -> Statement | None:
        """The statement that pages show, or ``None`` where nothing was known on the day."""
        return fact.on(self.reader.day)


def cited(facts: Collection[Fact]) -> set[str]:
    """The keys of all sources that statements and rows of ``facts`` name."""
    keys: set[str] = set()
    for statement in (statement for fact in facts for statement in fact.statements):
        keys.update(statement.sources)
        if isinstance(statement.value, Table):
            keys.update(key for row in statement.value.rows for key in row.sources)
    return keys
