"""What was read from the finished files of one format."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from iomdocs.diagnostics import Diagnostic
from iomdocs.verify.letters import letters, seen

GAP = "\ue001"
"""Stands for a piece of text that is not compared, between pieces that are."""


class Unreadable(Exception):
    """A finished file that cannot be read, or in which nothing can be found."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A fact as a reader meets it: its id, the words that are seen, and where they stand."""

    fact: str
    text: str
    place: str
    machine: str = ""
    """The value for programs that stands beside the words; only HTML and ePub have it."""
    optional: bool = False
    """Whether it stands in a part of the page that is for some formats only."""


@dataclass
class Topic:
    """The body of a page of the sources, as a format has it."""

    name: str
    place: str
    occurrences: list[Occurrence] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    """Where each piece of text stands, and its words."""

    @cached_property
    def letters(self) -> str:
        """All words of the body as they are compared."""
        return "".join(self._pieces)

    optional: Counter[str] = field(default_factory=Counter)
    """How often facts stand in parts of the page that are for some formats only."""

    @property
    def has_gaps(self) -> bool:
        """Whether there are places at which formats may say different things."""
        return len(self.segments) > 1

    @cached_property
    def segments(self) -> list[str]:
        """The letters between places at which formats may say different things."""
        pieces = [letters(text) if text != GAP else GAP for _place, text in self.blocks]
        return "".join(pieces).split(GAP)

    def gap(self, place: str, facts: Iterable[str] = ()) -> None:
        """Begin such a place; ``facts`` are those that some formats have there."""
        self.blocks.append((place, GAP))
        self.optional.update(facts)

    @cached_property
    def words(self) -> int:
        """How many words there are, facts included."""
        return sum(len(text.split()) for _place, text in self.blocks if text != GAP)

    @cached_property
    def _pieces(self) -> list[str]:
        return [letters(text) for _place, text in self.blocks]

    def place_at(self, offset: int) -> str:
        """Where the letter with this number stands."""
        starts, total = [], 0
        for piece in self._pieces:
            starts.append(total)
            total += len(piece)
        number = bisect_right(starts, offset) - 1
        return self.blocks[max(number, 0)][0] if self.blocks else self.place

    def around(self, offset: int) -> str:
        """A few words around the letter with this number, as a reader sees them."""
        total = 0
        for (_place, text), piece in zip(self.blocks, self._pieces, strict=True):
            if total + len(piece) > offset:
                return _excerpt(text, offset - total, len(piece))
            total += len(piece)
        return "the end"


def _excerpt(text: str, offset: int, length: int) -> str:
    words = seen(text)
    middle = round(len(words) * offset / max(length, 1))
    start = words.rfind(" ", 0, max(middle - 15, 0)) + 1
    end = words.find(" ", middle + 25)
    return words[start : end if end >= 0 else None]


@dataclass
class Edition:
    """All that one format says."""

    format: str
    topics: dict[str, Topic] = field(default_factory=dict)
    excluded: Counter[str] = field(default_factory=Counter)
    """How many pieces were not compared, by kind."""
    edition: str = ""
    """The day of the edition, ISO 8601; empty where the file does not tell it."""
    facts: bytes | None = None
    """The facts as data that go with the file."""
    alone: frozenset[str] = frozenset()
    """Topics outside the contents of the book: a PDF has none of them."""
    has_contents: bool = False
    """Whether the format has only what the contents of the book lead to, as a PDF does."""
    generated: frozenset[str] = frozenset()
    """Pages that are generated as a whole, as the index."""

    faults: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the file by itself."""

    def occurrences(self) -> Iterator[Occurrence]:
        """All facts of all topics."""
        for topic in self.topics.values():
            yield from topic.occurrences
