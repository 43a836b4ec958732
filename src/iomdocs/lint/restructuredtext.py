"""Where a page in reStructuredText names facts: in roles and in directives, never in code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from textwrap import dedent

from iomdocs.lint.mentions import (
    DIRECTIVE,
    LITERAL,
    OPTION,
    Inclusion,
    Mention,
    of_directive,
    opens_file,
)

_MARKUP = re.compile(r"\s*\.\.(?:\s+(?P<rest>.*))?$")
_DIRECTIVE = re.compile(r"(?:\|[^|]+\|\s+)?(?P<name>[\w:+.-]+?)\s?::(?:\s+(?P<argument>.*))?$")
_NOTE = re.compile(r"\[[^\]]+\]\s+(?P<text>.*)")
_INLINE = re.compile(
    r"``.+?``(?!`)"
    r"|(?<![\w:]):(?P<role>fact(?::[\w-]+)?):`(?P<before>[^`]+)`"
    r"|(?<![\w`:])`(?P<after>[^`]+)`:(?P<suffix>fact(?::[\w-]+)?):",
    re.DOTALL,
)
"""Code first, so that nothing in it is found; then the role before its words, or behind them."""


def mentions(text: str, first: int = 1) -> Iterator[Mention | Inclusion]:
    """What names facts in a page or a part of one, whose first line has the number ``first``."""
    lines = text.expandtabs(8).splitlines()
    number = 0
    while number < len(lines):
        line = lines[number]
        match = _MARKUP.match(line)
        if match:
            block = _indented(lines, number + 1, _indent(line))
            yield from _explicit(match["rest"] or "", block, first + number)
            number += 1 + len(block)
        elif not line.strip():
            number += 1
        else:
            paragraph = _paragraph(lines, number)
            yield from _inline("\n".join(paragraph), first + number)
            number += len(paragraph)
            if paragraph[-1].rstrip().endswith("::"):
                number += len(_indented(lines, number, _indent(paragraph[0])))


def _explicit(rest: str, block: Sequence[str], line: int) -> Iterator[Mention | Inclusion]:
    """A directive, or a note; any other explicit markup is a target or a comment."""
    directive = _DIRECTIVE.match(rest)
    if directive:
        yield from _directive(directive["name"], directive["argument"] or "", block, line)
    elif note := _NOTE.match(rest):
        yield from mentions("\n".join((note["text"], dedent("\n".join(block)))), line)


def _directive(
    name: str, argument: str, block: Sequence[str], line: int
) -> Iterator[Mention | Inclusion]:
    options, body = _parts(block)
    skipped = len(block) - len(body)
    if DIRECTIVE.fullmatch(name):
        values = [(number, value) for number, (_, value) in enumerate(options, line + 1)]
        yield from of_directive(line, name, argument, values, (line + skipped + 1, body))
    elif name == "include":
        if opens_file(name for name, _ in options):
            yield Inclusion(line, PurePosixPath(argument.strip()))
    elif name not in LITERAL:
        yield from _inline(argument, line)
        yield from mentions(dedent("\n".join(body)), line + skipped + 1)


def _parts(block: Sequence[str]) -> tuple[Sequence[tuple[str, str]], Sequence[str]]:
    options = []
    for line in block:
        match = OPTION.fullmatch(line.strip())
        if match is None:
            break
        options.append((match[1], match[2] or ""))
    return options, block[len(options) :]


def _inline(text: str, line: int) -> Iterator[Mention]:
    for match in _INLINE.finditer(text):
        written = match["before"] or match["after"]
        if written:
            number = line + text.count("\n", 0, match.start())
            yield Mention(number, (" ".join(written.split()),), match["role"] or match["suffix"])


def _paragraph(lines: Sequence[str], start: int) -> Sequence[str]:
    """The lines to the next blank one, or to the next explicit markup."""
    end = start + 1
    while end < len(lines) and lines[end].strip() and not _MARKUP.match(lines[end]):
        end += 1
    return lines[start:end]


def _indented(lines: Sequence[str], start: int, indent: int) -> Sequence[str]:
    """The lines from ``start`` on that are blank or stand further in than ``indent``."""
    end = start
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    return lines[start:end]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
