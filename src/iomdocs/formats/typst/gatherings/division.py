"""Where a long book is divided: in front of titles that begin a page, decided by its markup."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iomdocs.formats.typst.output import Heading

if TYPE_CHECKING:
    from sphinx.config import Config

    from iomdocs.formats.typst.translator import TypstTranslator

FEWEST = 3
"""A book that makes fewer gatherings is set as a whole."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Markup that is set by itself.

    Attributes:
        labels: those in it.
        asked: the labels whose pages it prints.
        headings: those in it, as they are in the contents.
        part: the title of the part that it goes on with.
    """

    markup: str
    labels: Sequence[str]
    asked: AbstractSet[str]
    headings: Sequence[Heading]
    part: Heading | None = None

    @property
    def name(self) -> str:
        """A name that no other gathering has: the label of its first title."""
        return (self.headings[0].label or self.headings[0].words) if self.headings else ""

    @classmethod
    def of_opening(cls) -> Gathering:
        """What stands in front of all others: the template prints cover and contents by itself."""
        return cls("", (), frozenset(), ())


def gathering_size(config: Config) -> int:
    """How long a gathering of a book is, in characters of markup; 0 sets the book as a whole.

    A template of the book's own may ask for anything anywhere; to begin on a right-hand page is to
    know the page before; and what other standards want of a bound book is not known.
    """
    if config.typst_template or config.typst_two_sided or config.typst_pdf_standards is not None:
        return 0
    return int(config.typst_gathering_size) * 1000


def divided(translator: TypstTranslator, size: int) -> Sequence[Gathering]:
    """The gatherings of a book that was translated; none if it is to be set as a whole.

    :param size: characters of markup that a gathering has at most, if its pages allow; 0 for a
        book that is not divided.
    """
    if not size or translator.has_own_markup or not translator.openings:
        return ()
    pieces = list(_pieces(translator))
    joined = list(_joined(pieces, size))
    names = {each.name for each in joined}
    return joined if len(joined) == len(names) >= FEWEST else ()


def _pieces(translator: TypstTranslator) -> Iterator[Gathering]:
    """The smallest gatherings that there can be."""
    first, *others = translator.openings
    bounds = [first._replace(output=0, labels=0, fact_places=0), *others, translator.end]
    part = None
    for start, end in itertools.pairwise(bounds):
        labels = translator.targets.printed[start.labels : end.labels]
        places = translator.fact_places[start.fact_places : end.fact_places]
        headings = translator.headings[start.headings : end.headings]
        if headings[0].level == 1:
            part = None
        yield Gathering(
            markup=translator.output.between(start.output, end.output),
            labels=list(dict.fromkeys([*labels, *places])),
            asked=frozenset(translator.asked[start.asked : end.asked]),
            headings=headings,
            part=part,
        )
        if headings[0].kind == "part":
            part = headings[0]


def _joined(pieces: Sequence[Gathering], size: int) -> Iterator[Gathering]:
    """Neighbours as one, as long as they are no longer than ``size``.

    What prints the numbers of pages elsewhere stays alone: it is set again whenever these change.
    So does the page of a part that does not end in the same gathering: it lists its chapters.
    """
    group: list[Gathering] = []
    for number, piece in enumerate(pieces):
        together = _length_of_part(pieces, number) if _is_part(piece) else len(piece.markup)
        alone = bool(piece.asked) or together > size
        if group and (alone or sum(len(each.markup) for each in group) + together > size):
            yield _one(group)
            group = []
        group.append(piece)
        if alone:
            yield _one(group)
            group = []
    if group:
        yield _one(group)


def _is_part(piece: Gathering) -> bool:
    return piece.headings[0].kind == "part"


def _length_of_part(pieces: Sequence[Gathering], number: int) -> float:
    """The length of the markup of a part, from its title on; infinite if it must be divided."""
    title = pieces[number].headings[0]
    inside = list(itertools.takewhile(lambda each: each.part is title, pieces[number + 1 :]))
    if any(each.asked for each in inside):
        return math.inf
    return sum(len(each.markup) for each in (pieces[number], *inside))


def _one(group: Iterable[Gathering]) -> Gathering:
    first, *others = group
    whole = [first, *others]
    return Gathering(
        markup="".join(each.markup for each in whole),
        labels=[label for each in whole for label in each.labels],
        asked=frozenset().union(*(each.asked for each in whole)),
        headings=[heading for each in whole for heading in each.headings],
        part=first.part,
    )
