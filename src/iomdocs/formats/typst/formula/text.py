"""Words inside formulas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from iomdocs.formats.typst.formula import symbols
from iomdocs.formats.typst.formula.tokens import FormulaError, Reader
from iomdocs.formats.typst.formula.writing import apply, joined, words

_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
}
_BLANKS = {
    "~": "\u00a0",
    r"\ ": "\u00a0",
    r"\,": "\u2009",
    r"\;": "\u2004",
    r"\:": "\u2005",
    r"\quad": "\u2003",
    r"\qquad": "\u2003\u2003",
    r"\enspace": "\u2002",
    r"\!": "",
    r"\/": "",
}
_QUOTES = (("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("---", "—"), ("--", "–"))
_UPRIGHT = re.compile(r"[A-Za-z0-9 \-]{2,}")

Math = Callable[[Sequence[str]], list[str]]


def in_words(tokens: Sequence[str], math: Math, function: str = "") -> list[str]:
    r"""The words of ``\text``; what stands between dollar signs in them is a formula again."""
    reader = Reader(list(tokens), {})
    atoms: list[str] = []
    text = ""
    while not reader.is_at_end():
        token = reader.raw()
        if token in {"$", r"\("}:
            atoms += [_set(text, function), *math(_up_to(reader, {"$": "$"}.get(token, r"\)")))]
            text = ""
        elif token in {"{", "}"}:
            continue
        elif token in _BLANKS:
            text += _BLANKS[token]
        elif token.startswith("\\") and (name := token[1:]) in symbols.TEXTS:
            inner = in_words(reader.group(), math, symbols.TEXTS[name] or function)
            atoms += [_set(text, function), *inner]
            text = ""
        elif token.startswith("\\"):
            text += _sign(token[1:], reader)
        else:
            text += token
    return [atom for atom in [*atoms, _set(text, function)] if atom]


def name_of(tokens: Sequence[str], math: Math) -> str:
    """The name of a function: upright letters, or whatever else stands there."""
    written = [token for token in tokens if token not in {" ", r"\rm", r"\mathrm", "{", "}"}]
    plain = "".join(_BLANKS.get(token, token) for token in written)
    if re.fullmatch(r"[\w\u2009\u2003\u2004\u2005\u00a0*-]+", plain):
        return words(plain.replace("*", "∗"))
    return apply("upright", joined(math(tokens)))


def letters(tokens: Sequence[str]) -> str:
    """Several letters as a word, for an upright alphabet; nothing if there is more than letters."""
    plain = "".join(token for token in tokens if token != " ")
    return words(plain) if _UPRIGHT.fullmatch(plain) else ""


def _set(text: str, function: str) -> str:
    if not text:
        return ""
    for written, printed in _QUOTES:
        text = text.replace(written, printed)
    return apply(function, words(text)) if function else words(text)


def _sign(name: str, reader: Reader) -> str:
    if name in _ACCENTS:
        base = "".join(reader.group()).replace("\\", "")
        return unicodedata.normalize("NFC", base[:1] + _ACCENTS[name]) + base[1:]
    if name in symbols.SIGNS:
        return symbols.SIGNS[name]
    if name in symbols.IGNORED:
        return ""
    if len(name) == 1 and not name.isalpha():
        return name
    raise FormulaError(f"the command \\{name} is not known in words")


def _up_to(reader: Reader, end: str) -> list[str]:
    found = []
    while (token := reader.raw()) != end:
        found.append(token)
    return found
