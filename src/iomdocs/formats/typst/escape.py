"""Text that Typst prints as it stands, whatever it is made of.

Two places take text from a book: markup (:func:`text`) and string literals (:func:`string`).
The rules follow the lexer of Typst 0.15, ``crates/typst-syntax/src/lexer.rs``: what may begin
something else than text there gets a backslash here, unless its neighbours rule that out.
"""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
"""Control characters, and what is none: PDF/UA-1 (7.21.7) lets no U+FEFF and U+FFFE into text."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\n\x0b\x0c\r\x85\u2028\u2029]+")
"""Blanks and line ends of Typst's markup; a no-break space is a character like any other."""

_ALWAYS = r"""\\*_`$#<>@~"'\[\]"""
"""What means something wherever it stands, as members of a set of characters."""
_SPECIAL = re.compile(
    rf"""
    [{_ALWAYS}/.-]                               # one set, which is found soonest
    (?: (?<=[{_ALWAYS}])
      | (?<=-) (?: (?<![^\W\d_]-) | (?![^\W\d_]) )  # dashes, minus signs, soft hyphens, list items
      | (?<=/) (?: (?<![^\W_]/) | (?![^\W_]) )      # comments, the slashes of addresses, terms
      | (?<=\.) (?: (?<![^.]\.) | (?=\.) )          # the dots of an ellipsis, a dot at the start
    )
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"( ?\d+)\.")
_FIRST = re.compile(" ?[=+]")
"""What begins a heading or a numbered item."""
_OTHER_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_LINE_ENDS = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})


def text(words: str) -> str:
    """Markup that prints ``words``, every run of blanks as one space.

    The result may stand anywhere in markup, also at the start of a line or after code that ends
    with a semicolon. Control characters are left out: they have no form in print.
    """
    if words.isprintable():
        plain = _BLANKS.sub(" ", words) if "  " in words else words
    else:
        plain = _BLANKS.sub(" ", clean(words))
    numbered = _NUMBERED.match(plain)
    if numbered:
        return f"{numbered[1]}\\.{_escape(plain[numbered.end() :])}"
    return _escape(plain)


def string(words: str) -> str:
    """A string literal in one line whose value is ``words``, line ends and tabs kept."""
    if words.isprintable():
        return f'"{_quoted(words)}"'
    plain = _quoted(clean(words)).translate(_LINE_ENDS)
    return f'"{_OTHER_LINE_ENDS.sub(_by_number, plain)}"'


def clean(words: str) -> str:
    """``words`` without control characters, and with a mark for what is not Unicode text."""
    if words.isprintable():
        return words
    return _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", words))


def _quoted(plain: str) -> str:
    return plain.replace("\\", "\\\\").replace('"', '\\"')


def _escape(plain: str) -> str:
    escaped = _SPECIAL.sub(_with_backslash, plain)
    if first := _FIRST.match(escaped):
        end = first.end()
        return f"{escaped[: end - 1]}\\{escaped[end - 1 :]}"
    return escaped


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _by_number(found: re.Match[str]) -> str:
    return f"\\u{{{ord(found[0]):x}}}"
