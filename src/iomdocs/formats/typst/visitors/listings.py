"""Code: its colours, line numbers, marked lines and caption.

The colours come from Pygments, as in every other format of Sphinx, and not from the highlighter of
Typst: that knows none of ``pycon``, ``console``, ``ini`` or ``http``, and the languages that
extensions of a book add to Sphinx exist for Pygments only. Pygments says what a piece of code is,
the template how that looks: in colours with a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), and
by weight for print without colours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from docutils import nodes
from pygments.formatter import Formatter
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String
from sphinx.highlighting import PygmentsBridge

from iomdocs.formats.typst.output import Code, Markup, Value, call, expression
from iomdocs.formats.typst.sources import located

if TYPE_CHECKING:
    from docutils.nodes import Element
    from pygments.token import _TokenType

    from iomdocs.formats.typst.translator import TypstTranslator

KINDS: dict[_TokenType, str] = {
    Comment: "comment",
    Comment.Preproc: "keyword",
    Generic.Deleted: "deleted",
    Generic.Error: "deleted",
    Generic.Heading: "name",
    Generic.Inserted: "inserted",
    Generic.Output: "output",
    Generic.Prompt: "prompt",
    Generic.Strong: "keyword",
    Generic.Subheading: "name",
    Generic.Traceback: "deleted",
    Keyword: "keyword",
    Name.Attribute: "name",
    Name.Class: "name",
    Name.Decorator: "name",
    Name.Exception: "name",
    Name.Function: "name",
    Name.Tag: "keyword",
    Number: "number",
    Operator.Word: "keyword",
    String: "string",
}
"""The kinds that the template knows, by kind of token; a token is like its nearest ancestor."""

TAB = 8
"""Columns between the stops of tabs, as docutils and terminals have it."""

_LINE_ENDS = re.compile("\r\n|\r")
_OTHER_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")


class TokenFormatter(Formatter[str]):
    """Writes tokens as JSON: for each line pairs of a kind and a piece of text."""

    def format(self, tokensource: Iterable[tuple[_TokenType, str]], outfile: TextIO) -> None:
        lines: list[list[list[str]]] = [[]]
        for token, text in tokensource:
            for number, piece in enumerate(text.split("\n")):
                if number:
                    lines.append([])
                if piece:
                    _append(lines[-1], _kind(token), piece)
        json.dump(lines, outfile)


class Highlighter(PygmentsBridge):
    """Sphinx's way to Pygments, with what it says of languages that it does not know."""

    html_formatter = TokenFormatter

    def lines(self, source: str, node: Element, options: dict[str, Any]) -> list[list[list[str]]]:
        """The lines of some code, each as pairs of a kind and a piece of text."""
        written = self.highlight_block(
            source,
            str(node.get("language", "default")),
            opts={"stripnl": False, **options},
            force=bool(node.get("force", False)),
            location=located(node),
        )
        lines: list[list[list[str]]] = json.loads(written)
        return lines[: source.count("\n") + 1]


def listing(self: TypstTranslator, node: Element, caption: Markup | None) -> str:
    """The call of the template for a block of code."""
    source = plain_source(node.astext()).rstrip("\n")
    language = str(node.get("language", "default"))
    arguments: dict[str, Any] = node.get("highlight_args", {})
    emphasized: list[Value] = [int(line) for line in arguments.get("hl_lines", ())]
    lines = self.highlighter.lines(source, node, self.config.highlight_options.get(language, {}))
    return call(
        "listing",
        raw(source, block=True),
        parts=_argument(lines),
        numbers=bool(node.get("linenos")),
        start=int(arguments.get("linenostart", 1)),
        emphasized=emphasized,
        caption=caption,
    )


def raw(source: str, **named: Value) -> Code:
    """Typst's element for code, made where the book has it: there Typst sees its errors."""
    return expression("raw", source, **named)


def code(self: TypstTranslator, node: Element) -> str:
    """Code in a line, in colours where the source names its language."""
    source = node.astext()
    if "language" not in node or "code" not in node.get("classes", ()):
        return call("code", raw(source))
    lines = self.highlighter.lines(source, node, {})
    return call("code", raw(source), parts=_argument(lines))


def code_with_variables(node: Element) -> str:
    """Code in a line of which parts stand for something else, as in ``samp`` and ``file``."""
    parts = []
    for child in node.children:
        function = "code" if isinstance(child, nodes.Text) else "code-variable"
        parts.append(call(function, raw(child.astext())))
    return "".join(parts)


def plain_source(source: str) -> str:
    """Code with one kind of line end, tabs as the blanks that they stand for."""
    source = _OTHER_ENDS.sub(" ", _LINE_ENDS.sub("\n", source))
    return "\n".join(line.expandtabs(TAB) for line in source.split("\n"))


def _argument(lines: list[list[list[str]]]) -> Value:
    """Lines for the template; none where there is nothing to tell apart."""
    if not any(kind for line in lines for kind, _ in line):
        return None
    return [[[kind, text] for kind, text in line] for line in lines]


def _append(line: list[list[str]], kind: str, piece: str) -> None:
    if line and line[-1][0] == kind:
        line[-1][1] += piece
    else:
        line.append([kind, piece])


def _kind(token: _TokenType) -> str:
    while token is not None and token not in KINDS:
        token = token.parent
    return KINDS.get(token, "") if token is not None else ""
