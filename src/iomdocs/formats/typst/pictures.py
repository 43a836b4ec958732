"""Pictures that cannot be read: found before the book is set, so that it is set without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iomdocs.formats.typst.compiler import Compiler, NotPrintable
from iomdocs.formats.typst.output import argument


def broken(compiler: Compiler, names: Sequence[str]) -> Iterator[tuple[str, str]]:
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
