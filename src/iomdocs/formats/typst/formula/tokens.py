"""LaTeX source in tokens, and the macros that a book defines.

The rules are those of TeX (The TeXbook, chapters 7, 8 and 20) as far as formulas need them: blanks
behind the name of a command belong to it, ``%`` begins a comment, ``#1`` stands for an argument.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"(?P<command>\\[A-Za-z@]+\*?)[ \t\n]*|(?P<sign>\\[^A-Za-z])|(?P<blank>[ \t\n]+)"
    r"|(?P<parameter>#\d)|(?P<letter>.)",
    re.DOTALL,
)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*|$)")
_STARRED = {r"\operatorname*", r"\DeclareMathOperator*", r"\hspace*", r"\tag*", r"\newcommand*"}
"""Commands whose star is part of the name; another star is a sign of its own."""

MOST_EXPANSIONS = 5000
"""Macros that one formula may use: more means that a macro contains itself."""

DEFINITIONS = frozenset(
    {
        r"\newcommand",
        r"\newcommand*",
        r"\renewcommand",
        r"\providecommand",
        r"\DeclareRobustCommand",
        r"\DeclareMathOperator",
        r"\DeclareMathOperator*",
        r"\def",
        r"\gdef",
        r"\let",
    }
)


class FormulaError(Exception):
    """A formula that cannot be set; the message says what of it."""


@dataclass(frozen=True, slots=True)
class Macro:
    r"""A command that a book defines.

    Attributes:
        arguments: how many it takes.
        default: the first argument where it is left out, or nothing if it may not be.
    """

    body: tuple[str, ...]
    arguments: int = 0
    default: tuple[str, ...] | None = None


Macros = Mapping[str, Macro]


def tokens_of(source: str) -> list[str]:
    """The tokens of a formula: commands, single signs, and ``" "`` for any run of blanks."""
    found = []
    for match in _TOKEN.finditer(_COMMENT.sub(r"\1", source)):
        command = match["command"]
        if command and command.endswith("*") and command not in _STARRED:
            found += [command[:-1], "*"]
        elif command:
            found.append(command)
        else:
            found.append(" " if match["blank"] else match[0])
    return found


def source_of(tokens: Iterable[str]) -> str:
    """LaTeX for tokens."""
    return "".join(f"{token} " if re.match(r"\\[A-Za-z]", token) else token for token in tokens)


def macros_of(preamble: str) -> dict[str, Macro]:
    """The macros that a preamble defines; the rest of it is passed over."""
    reader = Reader(tokens_of(preamble), {})
    while not reader.is_at_end():
        token = reader.raw()
        if token in DEFINITIONS:
            try:
                reader.define(token)
            except FormulaError:
                continue
    return dict(reader.macros)


@dataclass
class Reader:
    """The tokens of a formula one after another, macros replaced by what they stand for."""

    tokens: list[str]
    macros: dict[str, Macro]
    _left: int = field(default=MOST_EXPANSIONS, init=False)

    def __post_init__(self) -> None:
        self.tokens = self.tokens[::-1]

    def is_at_end(self) -> bool:
        """Whether nothing follows."""
        return not self.tokens

    def raw(self) -> str:
        """The next token as it is written.

        :raises FormulaError: at the end.
        """
        if not self.tokens:
            raise FormulaError("it ends too early")
        return self.tokens.pop()

    def peek(self) -> str:
        """The next token that is no blank, macros replaced; nothing at the end."""
        while self.tokens:
            token = self.tokens[-1]
            if token == " ":
                self.tokens.pop()
            elif token in self.macros:
                self._expand(self.tokens.pop())
            elif token in DEFINITIONS:
                self.define(self.tokens.pop())
            else:
                return token
        return ""

    def next(self) -> str:
        """Take the next token that is no blank.

        :raises FormulaError: at the end.
        """
        self.peek()
        return self.raw()

    def take(self, *expected: str) -> str:
        """Take the next token if it is one of those expected; otherwise nothing is taken."""
        return self.raw() if self.peek() in expected and self.tokens else ""

    def group(self) -> list[str]:
        """The tokens of an argument: those between braces, or a single one."""
        while self.tokens and self.tokens[-1] == " ":
            self.tokens.pop()
        first = self.raw()
        return self._until("}") if first == "{" else [first]

    def option(self) -> list[str] | None:
        """The tokens of an argument between brackets, if there is one."""
        while self.tokens and self.tokens[-1] == " ":
            self.tokens.pop()
        if not self.tokens or self.tokens[-1] != "[":
            return None
        self.tokens.pop()
        return self._until("]")

    def word(self) -> str:
        """The argument as text, such as the name of an environment."""
        return "".join(self.group()).strip()

    def push(self, tokens: Iterable[str]) -> None:
        """Put tokens in front of those that follow."""
        self.tokens.extend(reversed(list(tokens)))

    def define(self, command: str) -> None:
        """Take the definition of a macro that follows its command."""
        if command == r"\let":
            name = self.next_name()
            if self.tokens and self.tokens[-1] == "=":
                self.tokens.pop()
            self.macros[name] = Macro((self.raw(),))
            return
        name = self.next_name()
        if command.startswith(r"\DeclareMathOperator"):
            star = "*" if command.endswith("*") else ""
            self.macros[name] = Macro((rf"\operatorname{star}", "{", *self.group(), "}"))
            return
        if command in {r"\def", r"\gdef"}:
            arguments = 0
            while self.tokens and self.tokens[-1] != "{":
                arguments += self.raw().startswith("#")
            self.macros[name] = Macro(tuple(self.group()), arguments)
            return
        number = "".join(self.option() or []).strip()
        default = self.option()
        body = tuple(self.group())
        if command == r"\providecommand" and name in self.macros:
            return
        self.macros[name] = Macro(
            body,
            int(number) if number.isdigit() else 0,
            None if default is None else tuple(default),
        )

    def next_name(self) -> str:
        """The name of a command, in braces or not; a star behind the command is passed over."""
        while self.tokens and self.tokens[-1] in {" ", "*"}:
            self.tokens.pop()
        return "".join(self.group()).strip()

    def _expand(self, name: str) -> None:
        self._left -= 1
        if self._left < 0:
            raise FormulaError(f"the macro {name} does not come to an end")
        macro = self.macros[name]
        given: list[Sequence[str]] = []
        if macro.default is not None:
            option = self.option()
            given.append(macro.default if option is None else option)
        while len(given) < macro.arguments:
            given.append(self.group())
        body: list[str] = []
        for token in macro.body:
            number = int(token[1:]) if token.startswith("#") and len(token) > 1 else 0
            body += given[number - 1] if 0 < number <= len(given) else [token]
        self.push(body)

    def _until(self, closing: str) -> list[str]:
        depth = 0
        found: list[str] = []
        while True:
            token = self.raw()
            if token == closing and not depth:
                return found
            depth += (token == "{") - (token == "}")
            found.append(token)
