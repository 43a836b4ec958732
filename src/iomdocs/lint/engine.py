"""Run every rule over every source file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from iomdocs.diagnostics import Diagnostic
from iomdocs.lint.rules import RULES

SOURCES = (".md", ".rst", ".bib", ".csv", ".py")
"""Endings of the files that are read as text."""


def check(folders: Iterable[Path], out: Path) -> list[Diagnostic]:
    """Findings in all source files below ``folders``, in order of file and line.

    :param out: the folder of finished files, which is left out where it lies below a folder.
    """
    files = {
        file for folder in folders for file in source_files(folder, out) if file.suffix in SOURCES
    }
    return check_files(files)


def check_files(files: Iterable[Path]) -> list[Diagnostic]:
    """Findings in single source files, in order of file and line."""
    return sorted(finding for file in sorted(files) for finding in _check_file(file))


def source_files(folder: Path, out: Path) -> Iterator[Path]:
    """All files below ``folder`` but hidden ones, those Python makes, and those below ``out``."""
    for file in folder.rglob("*"):
        parts = file.relative_to(folder).parts
        skipped = any(part.startswith(".") or part == "__pycache__" for part in parts)
        if not skipped and out not in file.resolve().parents and file.is_file():
            yield file


def _check_file(file: Path) -> list[Diagnostic]:
    data = file.read_bytes()
    return [finding for rule in RULES for finding in rule(file, data)]
