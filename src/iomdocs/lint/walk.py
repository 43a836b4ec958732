"""Take a page apart: walk through its tokens, and through those of the bodies of directives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from markdown_it.token import Token

from iomdocs.lint.inline import RAW, Inline, Origin
from iomdocs.lint.mentions import LITERAL
from iomdocs.lint.page import (
    Block,
    Content,
    Directive,
    Heading,
    Link,
    Option,
    Place,
    Raw,
    Table,
)
from iomdocs.lint.syntax import parser
from iomdocs.safety.entries import front_matter

DEEPEST = 30
"""How many directives may stand in each other; what is deeper is not parsed."""

_OPTION = re.compile(r":(?!:)([^:\s][^:]*):(?:\s+(.*))?")
_OWN_CLASSES = {"myst_line_comment", "myst_block_break", "myst_target"}
"""Tokens to which the parser itself gives a class."""

_KINDS = {"heading_open": "heading", "th_open": "cell", "td_open": "cell", "dt_open": "term"}
_NESTED = (
    *("blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open", "table_open"),
    *("dl_open", "dd_open", "footnote_reference_open", "field_list_open"),
)


def content(text: str, syntax: frozenset[str], lines: Sequence[str]) -> Content:
    """Everything on a page.

    :param syntax: the names of the extensions of MyST that are switched on.
    :param lines: the lines of the text.
    """
    found = Content()
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    whole = _Part(found, syntax, lines, starts, range(len(lines)), ())
    found.tokens = whole.read(text)
    return found


class _Part:
    """The page, or the body of a directive on it.

    ``numbers`` has the number in the page, from 0, of each line of the part; ``plain`` says what
    its words are where nothing else does.
    """

    def __init__(
        self,
        found: Content,
        syntax: frozenset[str],
        lines: Sequence[str],
        starts: Sequence[int],
        numbers: Sequence[int],
        within: Sequence[str],
        plain: str = "paragraph",
    ) -> None:
        self._found = found
        self._syntax = syntax
        self._lines = lines
        self._starts = starts
        self._numbers = numbers
        self._within = within
        self._depth = 0
        self._level = 1
        self._plain = plain
        self._kind = plain

    def read(self, text: str) -> Sequence[Token]:
        """Parse the text of the part and collect what is in it."""
        env: dict[str, Mapping[str, Mapping[str, object]]] = {}
        tokens = parser(self._syntax).parse(text, env)
        for token in tokens:
            self._take(token)
        self._definitions(env)
        self._tables(tokens)
        return tokens

    def _tables(self, tokens: Sequence[Token]) -> None:
        cells = 0
        for token in tokens:
            cells += token.type in {"th_open", "td_open"}
            if token.type == "table_open":
                opened, cells = token, 0
            elif token.type == "table_close":
                block = self._block(opened)
                self._found.tables.append(Table(block.first, block.last, cells))

    def _take(self, token: Token) -> None:
        if "class" in token.attrs and token.type not in _OWN_CLASSES:
            names = str(token.attrs["class"]).split()
            self._found.classes.append((Place(self._number(token), 1), names))
        if token.nesting > 0 and token.map:
            self._found.blocks.append(self._block(token))
        if token.type in _NESTED:
            self._depth += 1
        elif token.type.replace("_close", "_open") in _NESTED:
            self._depth -= 1
        if token.nesting > 0:
            self._kind = _KINDS.get(token.type, self._plain)
        take = _TAKE.get(token.type)
        if take:
            take(self, token)
        elif token.type in RAW:
            place = Place(self._number(token), 1)
            kind = RAW[token.type]
            self._found.raw.append(Raw(kind, token.content, place, token.info))
            self._found.blocks.append(self._block(token))

    def _block(self, token: Token) -> Block:
        first, last = token.map or (0, 1)
        kind = token.type.removesuffix("_open")
        return Block(kind, self._line(first), self._line(max(last - 1, first)), self._depth)

    def _line(self, index: int) -> int:
        """The number in the page, from 1, of a line of the part."""
        if not self._numbers:
            return 1
        return self._numbers[min(index, len(self._numbers) - 1)] + 1

    def _number(self, token: Token) -> int:
        return self._line(token.map[0] if token.map else 0)

    def _front_matter(self, token: Token) -> None:
        if not self._within:  # a body may begin with dashes, too
            self._found.front_matter = front_matter(token.content, 2)

    def _definitions(self, env: Mapping[str, Mapping[str, Mapping[str, object]]]) -> None:
        for label, each in env.get("references", {}).items():
            span = each.get("map")
            first = span[0] if isinstance(span, list | tuple) else 0
            place = Place(self._line(first), 1)
            self._found.links.append(Link(str(each["href"]), label, place, "definition"))

    def _inline(self, token: Token) -> None:
        origin = Origin(token, self._line, self._lines, self._starts)
        Inline(self._found, origin, self._within, self._kind).read(token)
        if self._kind == "heading":
            self._found.headings.append(Heading(self._level, token.content, origin.place(0)))

    def _heading(self, token: Token) -> None:
        self._level = int(token.tag[1:])

    def _fence(self, token: Token) -> None:
        line = self._number(token)
        source = self._lines[line - 1] if line <= len(self._lines) else ""
        place = Place(line, max(source.find(token.markup), 0) + 1)
        self._found.blocks.append(self._block(token))
        name, argument = _words(token.info)
        content = token.content.split("\n")  # only there do lines of a page end
        content = content if content[-1] else content[:-1]
        first = (token.map[0] if token.map else 0) + 1
        if not (name.startswith("{") and name.endswith("}") and len(name) > 2):
            if token.type == "colon_fence":
                self._nested("", content, first)
            else:
                self._found.raw.append(Raw("code", token.content, place, token.info.strip()))
            return
        is_other_markup = name == "{eval-rst}"
        options, skipped = ([], 0) if is_other_markup else self._options(content, first)
        directive = Directive(
            name=name[1:-1],
            argument=argument.strip(),
            options=options,
            body=content[skipped:],
            place=place,
            body_line=self._line(first + skipped),
            last=self._line((token.map[1] if token.map else 1) - 1),
            within=self._within,
        )
        self._found.directives.append(directive)
        if is_other_markup or directive.name in LITERAL:
            return
        if argument.strip():
            self._nested(directive.name, [argument.strip()], first - 1, "argument")
        self._nested(directive.name, content[:skipped], first, "option")
        self._nested(directive.name, content[skipped:], first + skipped)

    def _nested(
        self, name: str, content: Sequence[str], first: int, kind: str = "paragraph"
    ) -> None:
        if len(self._within) >= DEEPEST:
            return
        numbers = [self._line(first + each) - 1 for each in range(len(content))]
        within = (*self._within, name or "div")
        inner = _Part(self._found, self._syntax, self._lines, self._starts, numbers, within, kind)
        inner.read("\n".join(content))

    def _options(self, lines: Sequence[str], first: int) -> tuple[Sequence[Option], int]:
        """The options of a directive, and how many lines of its content are taken by them."""
        if lines and lines[0].startswith("---"):
            closed = (n for n, line in enumerate(lines[1:], 1) if line.startswith("---"))
            end = next(closed, len(lines))
            return self._yaml_options(lines[1:end], first + 1), end + 1
        options = []
        taken = 0
        for line in lines:
            stripped = line.strip()
            if not stripped.startswith(":") or stripped.startswith(":::"):
                break
            match = _OPTION.fullmatch(stripped)
            name, value = (match[1], match[2] or "") if match else (stripped[1:], "")
            options.append(self._option(first + taken, name, value))
            taken += 1
        return options, taken

    def _yaml_options(self, lines: Sequence[str], first: int) -> Sequence[Option]:
        """Options between two lines of dashes; a line further in goes on with the one above."""
        options: list[Option] = []
        for number, line in enumerate(lines, first):
            name, colon, value = line.partition(":")
            if colon and not name.startswith((" ", "\t")):
                options.append(self._option(number, name.strip(), value.strip()))
            elif options:
                longer = f"{options[-1].value} {line.strip()}".lstrip(">|-+ ")
                options[-1] = replace(options[-1], value=longer)
        return options

    def _option(self, index: int, name: str, value: str) -> Option:
        line = self._line(index)
        source = self._lines[line - 1] if line <= len(self._lines) else ""
        plain = value if value.startswith('"') and "\\" in value else value.strip("\"'")
        return Option(name.strip("\"'"), plain, Place(line, max(source.find(name), 0) + 1))


_TAKE: Mapping[str, Callable[[_Part, Token], None]] = {
    "front_matter": _Part._front_matter,  # noqa: SLF001
    "inline": _Part._inline,  # noqa: SLF001
    "heading_open": _Part._heading,  # noqa: SLF001
    "fence": _Part._fence,  # noqa: SLF001
    "colon_fence": _Part._fence,  # noqa: SLF001
}


def _words(info: str) -> tuple[str, str]:
    """The first word of what stands behind a fence, and the rest, parted as MyST does."""
    parts = info.strip().split(maxsplit=1)
    return (parts or [""])[0], parts[1] if len(parts) > 1 else ""
