"""What a page can say to name a fact, in either markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

ROLE = re.compile(r"fact(?::[\w-]+)?")
"""The names of the roles that show a fact or something of it."""

DIRECTIVE = re.compile(r"fact:[\w-]+")
"""The names of the directives about facts."""

OPTION = re.compile(r":(?!:)([^:]+):(?:\s+(.*))?")
"""An option of a directive, on a line of its own."""

LITERAL = frozenset(
    (
        *("code", "code-block", "sourcecode", "literalinclude", "highlight", "prompt", "doctest"),
        *("math", "raw", "comment", "toctree", "productionlist", "mermaid", "graphviz"),
        *("testcode", "testoutput", "testsetup", "testcleanup", "bibliography"),
    )
)
"""Directives whose body is not read as markup."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words at a place where facts can be named; they do name facts if every one is known.

    ``by`` is the role or directive whose words these are, and nothing where only what is known
    tells whether they are meant as facts, as in options.
    """

    line: int
    words: Sequence[str]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Another file that becomes part of the page here."""

    line: int
    file: PurePosixPath


def of_directive(
    line: int,
    name: str,
    argument: str,
    options: Sequence[tuple[int, str]],
    body: tuple[int, Sequence[str]],
) -> Iterator[Mention]:
    """The mentions of a directive about facts.

    An argument is one or several ids or a title, an option that consists of ids names facts, and
    each line of the body names one before a colon.

    :param options: the line and the value of each.
    :param body: the number of its first line, and its lines.
    """
    yield from (Mention(line, (word,), name) for word in _split(argument))
    yield from (Mention(number, _split(value)) for number, value in options)
    first, lines = body
    for number, written in enumerate(lines, first):
        yield Mention(number, (written.partition(":")[0].strip(),), f"{name} in a line")


def opens_file(options: Iterable[str]) -> bool:
    """Whether an inclusion with options of these names reads its file as markup, not as code."""
    return not any(name in {"literal", "code"} for name in options)


def _split(words: str) -> Sequence[str]:
    return tuple(word for word in re.split(r"[\s,]+", words or "") if word)
