"""Typst markup as it is put together: nested pieces, blank lines, comments that name the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from iomdocs.formats.typst.escape import string

ORIGIN = "//: "
"""Begins a comment that says from which source line the markup below it was made."""
LARGEST = 10**15
"""Numbers of Typst have 64 bits, with room here to count on from them."""
LED_TO = "style:places"
"""The label of the list of what links lead to. Typst would lay all links out again and again until
it knows where these are; so the builder asks when the book is set, and tells the finished PDF."""
LONG_LINE = 120
"""Characters from which on a call is written in several lines, for people who read the markup."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A value that is markup already: ``argument`` writes it between brackets."""

    source: str


@dataclass(frozen=True, slots=True)
class Code:
    """A value that is Typst code already, such as ``2fr`` or ``auto``."""

    source: str


Value = Markup | Code | str | bool | int | float | None | list["Value"] | Mapping[str, "Value"]
"""What can be handed to a function of the template."""


class Heading(NamedTuple):
    """A heading as its entry in the contents looks: a part, chapter or section.

    Attributes:
        body: its markup.
        label: what links lead to.
    """

    kind: str
    level: int
    number: str | None
    words: str
    body: Markup
    label: str | None


def argument(value: Value) -> str:
    """``value`` as a Typst expression: text as a string literal, lists as arrays."""
    if isinstance(value, Markup | Code):
        return f"[{value.source}]" if isinstance(value, Markup) else value.source
    if isinstance(value, str):
        return string(value)
    if isinstance(value, list):
        items = [argument(item) for item in value]
        return f"({_joined([*items, ''] if len(items) == 1 else items)})"
    if isinstance(value, Mapping):
        pairs = [f"{name}: {argument(item)}" for name, item in value.items()]
        return f"({', '.join(pairs) or ':'})"
    if value is None or isinstance(value, bool):
        return "none" if value is None else str(value).lower()
    return str(max(-LARGEST, min(value, LARGEST)))


def call(function: str, *positional: Value, **named: Value) -> str:
    """A call of a function of the template, ended so that nothing behind it can belong to it.

    An underscore in the name of a parameter stands for Typst's hyphen.
    """
    given = [argument(value) for value in positional]
    given += [f"{name.replace('_', '-')}: {argument(value)}" for name, value in named.items()]
    return f"#{function}({_joined(given)});"


def expression(function: str, *positional: Value, **named: Value) -> Code:
    """The same call as a value, to be handed to another function."""
    return Code(call(function, *positional, **named).removeprefix("#").removesuffix(";"))


def _joined(parts: Sequence[str]) -> str:
    """Parts of a list, in one line or, where that would be long, in a line each."""
    between = ",\n" if sum(map(len, parts)) > LONG_LINE else ", "
    return between.join(parts)


class Output:
    """Markup in the order of the book; :meth:`push` and :meth:`pop` make a piece apart.

    A label waits until something is printed that can carry it, so that the label of a paragraph
    stands inside the paragraph; so does the comment, which must not end a piece.
    """

    def __init__(self) -> None:
        self._pieces: list[list[str]] = [[]]
        self._waiting: list[str] = []
        self._origin = ""

    def add(self, markup: str) -> None:
        """Print markup, if there is any, behind the comment and the labels that wait for it."""
        if markup:
            if self._origin or self._waiting:
                self.flush()
            self._pieces[-1].append(markup)

    def block(self, origin: str = "") -> None:
        """Begin a block: a blank line, and a comment that names the source line."""
        piece = self._pieces[-1]
        if piece and not piece[-1].endswith("\n\n"):
            piece.append("\n\n")
        self._origin = origin

    def push(self) -> None:
        """Begin a piece of its own."""
        self._pieces.append([])

    def pop(self) -> Markup:
        """End the piece: its markup without blank lines around it."""
        self._origin = ""
        self.flush()
        source = "".join(self._pieces.pop()).strip("\n ")
        if source.startswith(ORIGIN):
            source = f"\n{source}"
        return Markup(source)

    def mark(self) -> tuple[int, int]:
        """Where the output stands now, for :meth:`back_to`."""
        return len(self._pieces), len(self._pieces[-1])

    @property
    def is_whole(self) -> bool:
        """Whether no piece apart is open."""
        return len(self._pieces) == 1

    @property
    def length(self) -> int:
        """How much is printed outside of pieces apart, to be given to :meth:`between`."""
        return len(self._pieces[0])

    def between(self, start: int, end: int) -> str:
        """What was printed outside of pieces apart between two lengths."""
        return "".join(self._pieces[0][start:end])

    def back_to(self, mark: tuple[int, int]) -> None:
        """Take back what was printed since a mark, pieces that were not ended included."""
        pieces, length = mark
        del self._pieces[pieces:]
        del self._pieces[-1][length:]

    def labels(self, labels: Iterable[str]) -> None:
        """Let labels wait for what is printed next."""
        self._waiting.extend(labels)

    def result(self) -> str:
        """Everything printed, once all pieces are ended."""
        self.flush()
        return "".join(self._pieces[0]).strip("\n") + "\n"

    def flush(self) -> None:
        """Print the comment and the labels that wait, though nothing follows that carries them."""
        piece = self._pieces[-1]
        if self._origin:
            piece.append(f"{ORIGIN}{self._origin}\n")
            self._origin = ""
        piece.extend(call("anchor", label) for label in self._waiting)
        self._waiting.clear()


UNMOVED = "sub(baseline: 0em, size: 1em, typographic: false)"
"""What is called around text that no author wrote: it moves the text by nothing at all.

So the element in the structure of the PDF says it, whatever the template.
"""

HARDLY_MOVED = "sub(baseline: 0.001em, size: 1em, typographic: false)"
"""What is called around a fact that has no link: nobody sees by how little it moves the text."""


def generated(markup: str) -> str:
    """Markup of words that the builder adds to those of the author."""
    return f"#{UNMOVED}[{markup}];"
