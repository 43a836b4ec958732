"""What is known of the pages of a book while its gatherings are set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future

from iomdocs.formats.typst.gatherings.division import Gathering
from iomdocs.formats.typst.gatherings.loosening import NotBindable
from iomdocs.formats.typst.gatherings.setter import Learned
from iomdocs.formats.typst.gatherings.sheets import CANONICAL, Sheet, Spot, sheets_of, stand_in
from iomdocs.formats.typst.output import Heading, Markup


class Pagination:
    """Where everything in a book stands; who asks waits until the gatherings in question are set.

    Pages are counted from 1 with the first one behind the contents.
    """

    def __init__(self, gatherings: Sequence[Gathering]) -> None:
        self._gatherings = gatherings
        self._learned: list[Future[Learned]] = [Future() for _each in gatherings]
        self._with: dict[str, list[int]] = {}
        """The gatherings that have a label."""
        for number, gathering in enumerate(gatherings):
            for label in gathering.labels:
                self._with.setdefault(label, []).append(number)

    def learn(self, number: int, learned: Learned) -> None:
        """Note what is known of a gathering, for all who wait for it.

        :raises NotBindable: it has not the headings of its markup.
        """
        gathering = self._gatherings[number]
        if len(learned.headings) != len(gathering.headings):
            raise NotBindable(f"{gathering.name} has other headings than its markup")
        self._learned[number].set_result(learned)

    def learned(self, number: int) -> Learned:
        """What is known of a gathering."""
        return self._learned[number].result()

    def fail(self, number: int, error: BaseException) -> None:
        """Let nobody wait for a gathering any more."""
        if not self._learned[number].done():
            self._learned[number].set_exception(error)

    def looks_ahead(self, number: int) -> bool:
        """Whether a gathering prints numbers of pages behind its first one."""
        asked = self._gatherings[number].asked
        others = (other for label in asked for other in self._with.get(label, ()))
        return bool(self._rest_of_part(number)) or any(other >= number for other in others)

    def start(self, number: int) -> int:
        """How many pages stand in front of a gathering."""
        return sum(each.result().pages for each in self._learned[:number])

    def before(self, number: int, start: int) -> list[Sheet]:
        """The page in front of a gathering, from which its own are counted.

        :param start: the number of that page.
        """
        part = self._gatherings[number].part  # PDF/UA-1 (7.4.2) wants level 1 first
        return [Sheet(start, [(0, 0, stand_in(part))] if part else [])]

    def behind(self, number: int) -> list[Sheet]:
        """The pages behind a gathering that it is told of: those of chapters in its part."""
        return sheets_of(self._chapters(number)) or [Sheet(CANONICAL)]

    def behind_unknown(self, number: int) -> list[Sheet]:
        """The same for a gathering that is set before them."""
        chapters = (
            heading for _number, heading in self._rest_of_part(number) if heading.kind == "chapter"
        )
        return [Sheet(CANONICAL, [(0, 0, stand_in(chapter)) for chapter in chapters])]

    def pages(self, number: int) -> dict[str, list[str]]:
        """The numbers of the pages with the labels that a gathering asks for."""
        return {
            label: [str(sheet) for sheet in sorted(self._sheets_with(label))]
            for label in sorted(self._gatherings[number].asked)
        }

    def headings(self) -> list[Sheet]:
        """All pages with headings."""
        return sheets_of(
            (spot, stand_in(heading))
            for number in range(len(self._gatherings))
            for spot, heading in self._headings_of(number)
        )

    def spots(self) -> list[tuple[str, Spot]]:
        """Where each label stands, in the order of the book."""
        return [
            (label, spot)
            for number, gathering in enumerate(self._gatherings)
            for label in gathering.labels
            for spot in self._spots_of(number, label)
        ]

    def _sheets_with(self, label: str) -> set[int]:
        others = self._with.get(label, ())
        return {spot.sheet for other in others for spot in self._spots_of(other, label)}

    def _spots_of(self, number: int, label: str) -> Iterator[Spot]:
        start = self.start(number)
        for sheet, x, y in self._learned[number].result().spots.get(label, ()):
            yield Spot(start + int(sheet), x, y)

    def _headings_of(self, number: int) -> Iterator[tuple[Spot, Heading]]:
        start = self.start(number)
        headings = self._gatherings[number].headings
        places = self._learned[number].result().headings
        for heading, (sheet, x, y) in zip(headings, places, strict=True):
            yield Spot(start + int(sheet), x, y), heading

    def _rest_of_part(self, number: int) -> list[tuple[int, Heading]]:
        """The headings behind a gathering that belong to the part which begins it."""
        part = self._gatherings[number].headings[0]
        return [
            (other, heading)
            for other, each in enumerate(self._gatherings)
            if each.part is part
            for heading in each.headings
        ]

    def _chapters(self, number: int) -> Iterator[tuple[Spot, Markup]]:
        for other in dict.fromkeys(other for other, _heading in self._rest_of_part(number)):
            for spot, heading in self._headings_of(other):
                if heading.kind == "chapter":
                    yield spot, stand_in(heading)
