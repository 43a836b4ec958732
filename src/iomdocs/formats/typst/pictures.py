"""Pictures beside the markup; those that cannot be read are found before the book is set.

So it is set without them. Each kind of picture has a folder of its own, so that none takes the name
of another.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from iomdocs.formats.typst.compiler import Compiler, NotPrintable
from iomdocs.formats.typst.output import argument

OF_PAGES = "images"
"""The folder of the pictures that pages show."""
OF_LOOK = "look"
"""The folder of the pictures of the cover."""
DRAWINGS = "drawings"
"""The folder of the drawings that are made for the book."""


def copied(compiler: Compiler, files: Mapping[str, Path]) -> dict[str, str]:
    """Copy files beside the markup; the names of those that cannot be printed, with the reason.

    :param files: where each is, by the name that it gets there, with its folder.
    """
    for folder in (OF_PAGES, OF_LOOK, DRAWINGS):
        shutil.rmtree(compiler.folder / folder, ignore_errors=True)
        (compiler.folder / folder).mkdir()
    wrong: dict[str, str] = {}
    for name, file in files.items():
        try:
            shutil.copyfile(file, compiler.folder / name)
        except OSError as error:
            wrong[name] = str(error.strerror)
    return wrong | dict(_broken(compiler, [name for name in files if name not in wrong]))


def _broken(compiler: Compiler, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files among ``names`` that Typst cannot read, each with what is wrong with it.

    Typst stops at the first; so the rest is tried again until nothing is found.
    """
    left = list(names)
    while left:
        lines = [f"#context {{ let _ = measure(image({argument(name)})) }}" for name in left]
        try:
            compiler.try_out("\n".join(lines))
        except NotPrintable as error:
            number = next(iter(error.lines), 0)
            if not 0 < number <= len(left):
                return
            yield left.pop(number - 1), error.findings[0].message
        else:
            return
