"""Where a page in MyST Markdown names facts: in roles and in directives, never in code.

The page is taken apart by the parser on which MyST stands, with the same plugins, so that code,
comments and nested blocks are told apart as they are when the book is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from iomdocs.lint import restructuredtext
from iomdocs.lint.mentions import (
    DIRECTIVE,
    LITERAL,
    OPTION,
    ROLE,
    Inclusion,
    Mention,
    of_directive,
    opens_file,
)

_INFO = re.compile(r"\{([^{}]+)\}\s*(.*)")


def mentions(text: str, first: int = 1) -> Iterator[Mention | Inclusion]:
    """What names facts in a page or a part of one, whose first line has the number ``first``."""
    for token in _parser().parse(text):
        line = first + (token.map[0] if token.map else 0)
        if token.type in {"fence", "colon_fence"}:
            yield from _fence(token, line)
        elif token.type == "inline":
            yield from _roles(token, line)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    for plugin in (front_matter_plugin, myst_block_plugin, myst_role_plugin):
        parser.use(plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    return parser.use(colon_fence_plugin).use(deflist_plugin)


def _roles(token: Token, line: int) -> Iterator[Mention]:
    lines = token.content.splitlines()
    for child in token.children or ():
        if child.type == "myst_role" and ROLE.fullmatch(child.meta["name"]):
            written = child.content.strip()
            found = (number for number, words in enumerate(lines) if f"`{written}`" in words)
            yield Mention(line + next(found, 0), (written,), child.meta["name"])


def _fence(token: Token, line: int) -> Iterator[Mention | Inclusion]:
    match = _INFO.fullmatch(token.info.strip())
    if match is None:
        if token.type == "colon_fence":
            yield from mentions(token.content, line + 1)
        return
    name, argument = match[1], match[2]
    options, body, skipped = _parts(token.content.splitlines())
    if name == "eval-rst":
        yield from restructuredtext.mentions(token.content, line + 1)
    elif DIRECTIVE.fullmatch(name):
        yield from of_directive(line, name, argument, options, (skipped, body))
    elif name == "include":
        if opens_file(options):
            yield Inclusion(line, PurePosixPath(argument.strip()))
    elif name not in LITERAL:
        yield from mentions("\n".join((argument, *body)), line + skipped)


def _parts(lines: Sequence[str]) -> tuple[Sequence[tuple[str, str]], Sequence[str], int]:
    """The options of a directive, the lines of its body, and how many stand before the body."""
    if lines and lines[0].startswith("---"):
        closed = (n for n, line in enumerate(lines[1:], 1) if line.startswith("---"))
        end = next(closed, len(lines))
        pairs = (line.partition(":") for line in lines[1:end])
        return (
            [(name.strip(), value.strip()) for name, _, value in pairs],
            lines[end + 1 :],
            end + 1,
        )
    options = []
    for line in lines:
        match = OPTION.fullmatch(line.strip())
        if match is None:
            break
        options.append((match[1], match[2]))
    return options, lines[len(options) :], len(options)
