"""Whether Typst can set formulas: all of a book in one go.

An error inside ``context`` does not end Typst's work, so that one call names every formula that
fails. What a formula prints is checked too: a sign that no font has is an error of PDF/UA-1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import typst

from iomdocs.formats.typst.escape import string

_ERROR = re.compile(
    r"(?m)^error: (?:PDF/[AU][^:]* error: )?(.*)(?:\n\s*┌─ [^\n]*?formulas\.typ:(\d+):)?"
)
_NOT_DISPLAYED = re.compile(r'the text `"(.+)"` could not be displayed')
_HEAD = '#set document(title: "formulas"); #set page(width: 400cm, height: auto)'


def errors_of(formulas: Sequence[str], fonts: typst.Fonts) -> dict[str, str]:
    """What Typst says of the formulas that it cannot set, each in Typst's math.

    The time is that of one small document: some milliseconds a formula, most of it layout.
    """
    with TemporaryDirectory() as folder:
        return _errors(list(dict.fromkeys(formulas)), Path(folder, "formulas.typ"), fonts)


def _errors(formulas: list[str], path: Path, fonts: Any) -> dict[str, str]:
    if not formulas:
        return {}
    path.write_text("\n".join([_HEAD, *map(_line, formulas)]), "utf-8")
    try:
        typst.compile(
            str(path), format="pdf", font_paths=fonts, pdf_standards=cast("Any", ["ua-1"])
        )
    except typst.TypstError as error:
        return _told(error.diagnostic, formulas, path, fonts)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return _told("Typst gave up", formulas, path, fonts)
    return {}


def _told(diagnostic: str, formulas: list[str], path: Path, fonts: Any) -> dict[str, str]:
    """The errors of a diagnostic, and those of what is left without the formulas it names."""
    found: dict[str, str] = {}
    for match in _ERROR.finditer(diagnostic):
        if match[2]:
            found.setdefault(formulas[int(match[2]) - 2], match[1])
    if not found and len(formulas) == 1:
        return {formulas[0]: diagnostic.strip().split("\n")[0].removeprefix("error: ")}
    if not found:
        half = len(formulas) // 2
        return _errors(formulas[:half], path, fonts) | _errors(formulas[half:], path, fonts)
    left = [formula for formula in formulas if formula not in found]
    found |= _errors(left, path, fonts)
    return {each: message for each, message in found.items() if not _is_of_script(each, message)}


def _is_of_script(formula: str, message: str) -> bool:
    """Whether all that is wrong is a sign of the source that no font has.

    The book prints the name of its script in its place (:mod:`~iomdocs.formats.typst.glyphs`).
    """
    match = _NOT_DISPLAYED.match(message)
    return match is not None and all(sign in formula for sign in match[1])


def _line(formula: str) -> str:
    body = f'eval({string(formula)}, mode: "math")'
    return f'#context math.equation(block: true, alt: "x", {body})'
