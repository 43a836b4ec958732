"""Sets all gatherings of a book, as many at once as there are processors.

They are begun in the order of the book: then the first page of each is known as soon as those in
front of it are counted. The contents come last, when it is known where everything stands. With
the numbers of the last build this mostly is known once all are counted.

Where pages are follows from the book alone. What depends only on pages in front of it has just one
solution: the first gathering begins at page 1, what it takes decides where the second begins, and
so on; with whatever numbers they are counted first, all are set again until each stands where its
numbers say. What depends on pages behind it as well is always counted without numbers first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pikepdf

from iomdocs.cache import Cache
from iomdocs.formats.processors import processors
from iomdocs.formats.typst.gatherings.division import Gathering
from iomdocs.formats.typst.gatherings.loosening import NotBindable
from iomdocs.formats.typst.gatherings.memory import Memory, Numbers
from iomdocs.formats.typst.gatherings.pagination import Pagination
from iomdocs.formats.typst.gatherings.press import Frame, Press, Told
from iomdocs.formats.typst.gatherings.process import Process, Processes
from iomdocs.formats.typst.gatherings.setter import Learned
from iomdocs.formats.typst.gatherings.sheets import CANONICAL, Sheet, Spot
from iomdocs.formats.typst.opened import opened

ROOM = "pdf-gatherings"
"""The folder of these among the caches of a book."""
LIMIT = 300 * 2**20
"""Bytes of all gatherings that are kept."""
MAPPED = 100
"""How many files may be open because gatherings are; macOS allows a process 256."""
ROUNDS = 4
"""How often each gathering may move, until all stay where they are."""


class Opened(NamedTuple):
    """The PDF of a gathering, and a digest of it (SHA-256)."""

    document: pikepdf.Pdf
    digest: bytes

    @classmethod
    def of(cls, pdf: bytes, *, in_file: bool = True) -> Opened:
        """A PDF with its objects read, which otherwise would have to be done when all are set."""
        document = opened(pdf, in_file=in_file)
        len(document.objects)
        return cls(document, hashlib.sha256(pdf).digest())


@dataclass(frozen=True, slots=True)
class SetBook:
    """A book in its gatherings: their PDFs in the order of the book, and where its labels stand."""

    gatherings: Sequence[Opened]
    spots: Sequence[tuple[str, Spot]]


class _Opening(NamedTuple):
    """The PDF of cover and contents, and the headings that it was told."""

    content: bytes
    headings: Sequence[Sheet]

    @classmethod
    def of(cls, press: Press, pagination: Pagination) -> _Opening:
        """The opening, set when all gatherings are counted."""
        headings = pagination.headings()
        return cls(press.opening(headings), headings)


def set_book(gatherings: Sequence[Gathering], frame: Frame, caches: Path) -> SetBook:
    """All gatherings of a book, set; the first has cover and contents.

    :raises NotBindable: the book has to be set as a whole.
    """
    cache = Cache(caches / ROOM, LIMIT)
    memory = Memory(cache)
    known: Mapping[int, Learned] = {}
    with Processes() as processes:
        press = Press(frame, cache, processes)
        for _round in range(ROUNDS * (len(gatherings) + 1)):
            setting = _Setting(gatherings, press, memory, known)
            with ThreadPoolExecutor(1) as ahead:
                likely = ahead.submit(setting.likely_opening)
                bodies = setting.bodies()
            again = setting.again()
            if again is None:
                final = setting.final()
                memory.keep(setting.numbers(final))
                opening = likely.result()
                if opening is None or opening.headings != final.headings():
                    opening = _Opening.of(press, final)
                return SetBook([Opened.of(opening.content), *bodies], final.spots())
            known = again
    raise NotBindable("pages go on to move")


class _Setting:
    """One round through the gatherings of a book.

    :param known: what was learned in the round before, by the numbers of gatherings.
    """

    def __init__(
        self,
        gatherings: Sequence[Gathering],
        press: Press,
        memory: Memory,
        known: Mapping[int, Learned],
    ) -> None:
        self._gatherings = gatherings
        self._press = press
        self._memory = memory
        self._known = known
        self.pagination = Pagination(gatherings)
        self._numbers = range(len(gatherings))
        self._ahead = {each for each in self._numbers if self.pagination.looks_ahead(each)}
        self._told: dict[int, tuple[Sequence[Sheet], Told]] = {}
        """What each gathering was told when it was set, and ``_learned`` what was learned then."""
        self._learned: dict[int, Learned] = {}

    def likely_opening(self) -> _Opening | None:
        """The opening if all stays where it is counted, as with the numbers of the last build.

        Nothing where some have no such numbers, or if it cannot be set like that.
        """
        if not all(
            number in self._ahead or self._memory.of(self._gatherings[number])
            for number in self._numbers
        ):
            return None
        try:
            return _Opening.of(self._press, self.pagination)
        except NotBindable:
            return None

    def bodies(self) -> Sequence[Opened]:
        """All gatherings.

        Those that look ahead are set when all are counted; those that were counted in an earlier
        build, and mostly set then too, let others be counted first.
        """
        found: dict[int, Opened] = {}
        with ThreadPoolExecutor(processors()) as pool:
            waiting = {
                pool.submit(self._count if number in self._ahead else self._set, number): number
                for number in self._numbers
            }
            while waiting:
                for done in wait(waiting, return_when=FIRST_COMPLETED).done:
                    number, content = waiting.pop(done), done.result()
                    if content is None:
                        waiting[pool.submit(self._finish, number)] = number
                    else:
                        found[number] = Opened.of(content, in_file=len(found) < MAPPED)
        return [found[number] for number in self._numbers]

    def again(self) -> Mapping[int, Learned] | None:
        """What is known for one more round; nothing if all were told what has come true.

        What looks ahead moves only when it was told where all others stay.
        """
        counted = {number: self.pagination.learned(number) for number in self._ahead}
        for known in ({**self._learned, **counted}, self._learned):
            pagination = self._pagination_of(known)
            if any(
                self._to_tell(pagination, number) != told for number, told in self._told.items()
            ):
                return known
        return None

    def final(self) -> Pagination:
        """Where everything stands in the gatherings as they are set."""
        return self._pagination_of(self._learned)

    def numbers(self, pagination: Pagination) -> Mapping[str, Numbers]:
        """What those that do not look ahead are told, by their names."""
        return {
            self._gatherings[number].name: Numbers(
                pagination.start(number), pagination.pages(number)
            )
            for number in self._numbers
            if number not in self._ahead
        }

    def _pagination_of(self, known: Mapping[int, Learned]) -> Pagination:
        pagination = Pagination(self._gatherings)
        for number, learned in known.items():
            pagination.learn(number, learned)
        return pagination

    def _to_tell(self, pagination: Pagination, number: int) -> tuple[Sequence[Sheet], Told]:
        """The pages in front of a gathering, and what else it is told."""
        before = pagination.before(number, pagination.start(number))
        return before, Told(pagination.behind(number), pagination.pages(number))

    def _count(self, number: int) -> None:
        """Count the pages of a gathering that looks ahead."""
        with self._noted(number), self._press.process() as process:
            counted = self._known.get(number)
            if counted is None:
                before = self.pagination.before(number, CANONICAL)
                told = Told(self.pagination.behind_unknown(number))
                counted = self._press.count(process, self._gatherings[number], before, told)
            self.pagination.learn(number, counted)

    def _finish(self, number: int) -> bytes:
        """Set a gathering of which all is known that it is told."""
        with self._press.process() as process:
            return self._finished(process, number)

    def _set(self, number: int) -> bytes | None:
        """Set a gathering that does not look ahead, first with likely numbers to count it.

        Nothing comes of one that is counted without a process: it waits for none.
        """
        gathering = self._gatherings[number]
        with self._noted(number), self._press.process() as process:
            counted = self._known.get(number)
            if counted is None:
                likely = self._memory.of(gathering) or Numbers(CANONICAL, {})
                before = self.pagination.before(number, likely.start)
                told = Told(pages=likely.pages)
                counted = self._press.count(process, gathering, before, told)
            self.pagination.learn(number, counted)
            return self._finished(process, number) if process.is_begun else None

    def _finished(self, process: Process, number: int) -> bytes:
        before, told = self._told[number] = self._to_tell(self.pagination, number)
        content, self._learned[number] = self._press.set(
            process, self._gatherings[number], before, told
        )
        return content

    @contextmanager
    def _noted(self, number: int) -> Iterator[None]:
        """Let nobody wait for a gathering that cannot be set."""
        try:
            yield
        except BaseException as error:
            self.pagination.fail(number, error)
            raise
