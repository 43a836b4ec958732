"""Texts that a spreadsheet would run as a formula: the facts of a book are given away as tables."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from iomdocs.diagnostics import Problem
from iomdocs.safety import records

_FORMULA = re.compile(r"\s*(?:[=@]|[+-]\s*[A-Za-z_(@=])")


def problem(text: str) -> Problem | None:
    """What is wrong with a value, if it begins as a formula does."""
    if not _FORMULA.match(text):
        return None
    message = f"the text '{text.strip()[:40]}' is a formula for a spreadsheet"
    return Problem("X020", message, "begin with another character")


def in_table(text: str) -> Iterator[tuple[int, Problem]]:
    """The formulas in a CSV file, with their lines."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in reader:
            yield from ((reader.line_num, found) for cell in cells if (found := problem(cell)))
    except csv.Error:
        return  # told where the table is read


def in_records(text: str) -> Iterator[tuple[int, Problem]]:
    """The formulas among the texts of a record module, with their lines."""
    for line, value in records.texts(text):
        if found := problem(value):
            yield line, found
