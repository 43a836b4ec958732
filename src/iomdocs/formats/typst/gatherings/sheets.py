"""Pages that are set elsewhere, as a gathering is told of them.

The contents, and the page of a part, need the headings that they list. So these gatherings get the
pages with those headings as well, each with its number and empty but for them, where they really
are. In front of each gathering stands the page before it, from which Typst counts on. Such pages
are taken out again (:mod:`~iomdocs.formats.typst.gatherings.loosening`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from iomdocs.formats.typst.output import Heading, Markup, Value, call

CANONICAL = 100
"""The number of pages of which nothing is known yet."""


class Spot(NamedTuple):
    """A place in the book: its sheet, from 1 with the first page behind the contents.

    ``x`` and ``y`` are points from the left and the top of the sheet.
    """

    sheet: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is set elsewhere, with what is asked for on it."""

    number: int
    things: list[tuple[float, float, Markup]] = field(default_factory=list)

    def markup(self, *, follows: bool = False) -> str:
        """The call of the template.

        :param follows: whether it stands behind the page before it in the book: its number need
            not be told, and Typst remembers much of each number that is.
        """
        number = None if follows else self.number
        things: list[Value] = [[round(x, 5), round(y, 5), thing] for x, y, thing in self.things]
        return call("elsewhere", number, *things) + "\n"


NOTHING_KNOWN = (Sheet(CANONICAL),)
"""The end of what stands in front, where nothing is asked of what stands behind."""


def sheets_of(things: Iterable[tuple[Spot, Markup]]) -> list[Sheet]:
    """The sheets with some things on them, in the order of the book."""
    sheets: dict[int, Sheet] = {}
    for spot, thing in sorted(things, key=lambda each: each[0]):
        sheet = sheets.setdefault(spot.sheet, Sheet(spot.sheet))
        sheet.things.append((spot.x, spot.y, thing))
    return list(sheets.values())


def stand_in(heading: Heading) -> Markup:
    """What stands for a heading."""
    return Markup(
        call(
            "heading-elsewhere",
            heading.kind,
            heading.body,
            level=heading.level,
            id=heading.label,
            number=heading.number,
        )
    )


def markup_of(sheets: Sequence[Sheet]) -> str:
    """The calls of the template for sheets in the order of the book."""
    last = [None, *(sheet.number for sheet in sheets)]
    return "".join(
        sheet.markup(follows=sheet.number - 1 == before)
        for sheet, before in zip(sheets, last, strict=False)
    )
