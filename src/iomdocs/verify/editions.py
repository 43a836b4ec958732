"""What was read from the finished files of one format."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

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


class Summary(NamedTuple):
    """What a topic has, in short: a digest of its letters, how many words, whether it has gaps."""

    letters: str
    words: int
    has_gaps: bool


@dataclass
class Topic:
    """The body of a page of the sources, as a format has it."""

    name: str
    place: str
    occurrences: list[Occurrence] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    """Where each piece of text stands, and its words."""

    optional: Counter[str] = field(default_factory=Counter)
    """How often facts stand in parts of the page that are for some formats only."""
    known: Summary | None = None
    """What is known of the blocks without looking at them."""

    @property
    def summary(self) -> Summary:
        """What the blocks have in short; it is worked out once all of them are there."""
        if self.known is None:
            letters = hashlib.blake2b(self.letters.encode("utf-8", "surrogatepass"), digest_size=32)
            words = sum(len(text.split()) for _place, text in self.blocks if text != GAP)
            has_gaps = any(text == GAP for _place, text in self.blocks)
            self.known = Summary(letters.hexdigest(), words, has_gaps)
        return self.known

    @cached_property
    def letters(self) -> str:
        """All words of the body as they are compared."""
        return "".join(self._pieces)

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

    def add(self, topic: Topic) -> None:
        """Add a topic that a page has; if others have it, too, all of them make one."""
        first = self.topics.setdefault(topic.name, topic)
        if first is not topic:
            first.occurrences += topic.occurrences
            first.blocks += topic.blocks
            first.optional += topic.optional
            first.known = None

    def occurrences(self) -> Iterator[Occurrence]:
        """All facts of all topics."""
        for topic in self.topics.values():
            yield from topic.occurrences
