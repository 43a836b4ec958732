"""The structure tree of a tagged PDF (ISO 32000-1, 14.7)."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pikepdf

from iomdocs.verify.beside import beside
from iomdocs.verify.content import Contents, Shown
from iomdocs.verify.editions import Unreadable
from iomdocs.verify.readings import Reading, Readings

SCHEME = "fact:"
"""Begins what describes the link that stands for a fact, and the name of the fact's row."""
_ROW = re.compile(r"[\[@]")
"""Begins what is said of a fact beyond its row in the register."""


@contextmanager
def opened(path: Path) -> Iterator[pikepdf.Pdf]:
    """A PDF, while it is read.

    :raises Unreadable: the file cannot be read, is no PDF, or has a structure without an end.
    """
    try:
        with pikepdf.open(path) as pdf:
            yield pdf
    except pikepdf.PdfError as error:
        raise Unreadable(f"{path} is no PDF that can be read") from error
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}") from error
    except RecursionError as error:
        raise Unreadable(f"{path} has a structure that does not come to an end") from error


_LARGE = 1_000_000
"""Bytes of a PDF that is worth a process of its own."""

Sheets = Callable[[], Sequence[Reading] | None]
"""Waits for what all sheets show; nothing where they have to be read here."""


def takes_long(pdf: Path) -> bool:
    """Whether a PDF should be read by a process of its own, which the system has to fork."""
    return sys.platform == "linux" and pdf.is_file() and pdf.stat().st_size >= _LARGE


@contextmanager
def sheets_of(path: Path | None, readings: Readings) -> Iterator[Sheets]:
    """Begin to read the sheets of a PDF, if there is one and it is long.

    :param readings: what was read of the same sheets before; what is read now is added.
    """

    def read() -> tuple[Sequence[str], Mapping[str, Reading]]:
        assert path is not None
        with opened(path) as pdf:
            contents = Contents(readings)
            return [contents.key_of(page) for page in pdf.pages], readings.new

    with beside(read if path and takes_long(path) else None) as result:

        def sheets() -> Sequence[Reading] | None:
            found = result()
            return readings.take(*found) if found else None

        yield sheets


class Pages:
    """The pages of a PDF with what they show; each is read when it is first asked for.

    :param readings: what was read of the same pages before.
    :param sheets: gives what all pages show, if another process has read that.
    """

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        readings: Readings | None = None,
        sheets: Sheets = lambda: None,
    ) -> None:
        self._sheets = sheets
        self._pages = list(pdf.pages)
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self._pages)}
        self._contents = Contents(readings)
        self._shown: dict[int, Shown] = {}

    def number(self, page: pikepdf.Object | None) -> int | None:
        """The number of a page, counted from 0; nothing for what is no page of the file."""
        return self._numbers.get(page.objgen) if page is not None else None

    def page(self, number: int) -> pikepdf.Object:
        """The object of a page."""
        return self._pages[number].obj

    def __len__(self) -> int:
        return len(self._pages)

    def __getitem__(self, number: int) -> Shown:
        if not self._shown:
            self._shown = dict(enumerate(map(Shown, self._sheets() or ())))
        if number not in self._shown:
            self._shown[number] = Shown(self._contents.reading(self._pages[number]))
        return self._shown[number]


def children(element: pikepdf.Object) -> Sequence[pikepdf.Object | int]:
    """What is in an element: other elements, references to objects, numbers of marked content."""
    inside = element.get("/K")
    if inside is None:
        return ()
    found = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    return [each for each in found if isinstance(each, pikepdf.Dictionary | int)]


def elements(root: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """All elements of a kind below ``root`` in reading order; what is in them is not looked at."""
    waiting = [root]
    seen: set[tuple[int, int]] = set()
    while waiting:
        element = waiting.pop()
        if element.is_indirect and element.objgen in seen:
            continue
        seen.add(element.objgen)
        if element.get("/S") == kind:
            yield element
            continue
        inside = [each for each in children(element) if not isinstance(each, int)]
        waiting.extend(reversed(inside))


def fact_of(inside: Sequence[pikepdf.Object | int]) -> str:
    """The id of the fact that a link stands for, by what is in it; empty for any other link."""
    for child in inside:
        if isinstance(child, int) or "/Obj" not in child:
            continue
        annotation = child.Obj
        described, target = str(annotation.get("/Contents", "")), annotation.get("/Dest")
        if described.startswith(SCHEME) and isinstance(target, pikepdf.String):
            fact = described.removeprefix(SCHEME)
            return (
                fact if str(target).removeprefix(SCHEME) == _ROW.split(fact, maxsplit=1)[0] else ""
            )
    return ""
