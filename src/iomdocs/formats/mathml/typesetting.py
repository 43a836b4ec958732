"""Typst as a writer of MathML: from formulas in its math to an element ``math`` for each."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import typst

SHEET = Path(__file__).with_name("formulas.typ")
"""The document that has Typst write formulas; they reach it as JSON."""

_FORMULA = re.compile(r'<div class="formula">(.*?)</div>', re.DOTALL)


class NotSet(Exception):
    """Typst cannot set a formula; the message says why."""


def mathml_of(formulas: Sequence[tuple[str, bool]]) -> list[str]:
    """The MathML of formulas in Typst's math, each with whether it is displayed.

    The time is that of one small document: less than a millisecond a formula.

    :raises NotSet: for the first that cannot be set.
    """
    given = json.dumps([{"source": source, "block": block} for source, block in formulas])
    try:
        compiler = typst.Compiler(
            SHEET.read_bytes(), ignore_system_fonts=True, sys_inputs={"formulas": given}
        )
        page, _ = compiler.compile_with_warnings(format="html")
    except typst.TypstError as error:
        raise NotSet(_first_line(error.diagnostic)) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise NotSet("Typst gave up") from None
    assert isinstance(page, bytes)
    found = _FORMULA.findall(page.decode("utf-8"))
    if len(found) != len(formulas):
        raise NotSet("Typst writes something else than one formula")
    return found


def _first_line(diagnostic: str) -> str:
    return diagnostic.strip().split("\n", 1)[0].removeprefix("error: ")
