"""Sets all gatherings of a book, as many at once as there are processors.

They are begun in the order of the book: then the first page of each is known as soon as those in
front of it are counted. The contents come last, when it is known where everything stands.

Where pages are follows from the book alone. What depends only on pages in front of it has just one
solution: the first gathering begins at page 1, what it takes decides where the second begins, and
so on; with whatever numbers they are counted first, all are set again until each stands where its
numbers say. What depends on pages behind it as well is always counted without numbers first.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pikepdf

from iomdocs.cache import Cache
from iomdocs.formats.processors import processors
from iomdocs.formats.typst.gatherings.division import Gathering
from iomdocs.formats.typst.gatherings.loosening import NotBindable
from iomdocs.formats.typst.gatherings.memory import Memory, Numbers
from iomdocs.formats.typst.gatherings.pagination import Pagination
from iomdocs.formats.typst.gatherings.process import Process, Processes
from iomdocs.formats.typst.gatherings.setter import Learned, Order, said
from iomdocs.formats.typst.gatherings.sheets import CANONICAL, NOTHING_KNOWN, Sheet, Spot

ROOM = "pdf-gatherings"
"""The folder of these among the caches of a book."""
LIMIT = 300 * 2**20
"""Bytes of all gatherings that are kept."""
ROUNDS = 4
"""How often each gathering may move, until all stay where they are."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all gatherings of a book are set with.

    Attributes:
        folder: where their markup is written, with what it uses.
        opening: the markup in front of the first, with cover and contents; ``going_on`` that in
            front of all others.
        digest: tells of a markup what it is made from besides.
    """

    folder: Path
    font_paths: Sequence[Path]
    standards: Sequence[str]
    timestamp: int | None
    opening: str
    going_on: str
    digest: Callable[[str], str]


class Opened(NamedTuple):
    """The PDF of a gathering, and a digest of it (SHA-256)."""

    document: pikepdf.Pdf
    digest: bytes

    @classmethod
    def of(cls, pdf: bytes) -> Opened:
        """A PDF with its objects read, which otherwise would have to be done when all are set."""
        document = pikepdf.open(io.BytesIO(pdf))
        len(document.objects)
        return cls(document, hashlib.sha256(pdf).digest())


@dataclass(frozen=True, slots=True)
class SetBook:
    """A book in its gatherings: their PDFs in the order of the book, and where its labels stand."""

    gatherings: Sequence[Opened]
    spots: Sequence[tuple[str, Spot]]


def set_book(gatherings: Sequence[Gathering], frame: Frame, caches: Path) -> SetBook:
    """All gatherings of a book, set; the first has cover and contents.

    :raises NotBindable: the book has to be set as a whole.
    """
    cache = Cache(caches / ROOM, LIMIT)
    memory = Memory(cache)
    known: Mapping[int, Learned] = {}
    with Processes() as processes:
        press = _Press(frame, cache, processes)
        for _round in range(ROUNDS * (len(gatherings) + 1)):
            setting = _Setting(gatherings, press, memory, known)
            bodies = setting.bodies()
            again = setting.again()
            if again is None:
                final = setting.final()
                memory.keep(setting.numbers(final))
                opening = Opened.of(press.opening(final.headings()))
                return SetBook([opening, *bodies], final.spots())
            known = again
    raise NotBindable("pages go on to move")


class Told(NamedTuple):
    """What a gathering is told of pages elsewhere."""

    behind: Sequence[Sheet] = NOTHING_KNOWN
    pages: Mapping[str, Sequence[str]] = MappingProxyType({})


class _Setting:
    """One round through the gatherings of a book.

    :param known: what was learned in the round before, by the numbers of gatherings.
    """

    def __init__(
        self,
        gatherings: Sequence[Gathering],
        press: _Press,
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

    def bodies(self) -> Sequence[Opened]:
        """All gatherings; those that look ahead are set when all are counted."""
        with ThreadPoolExecutor(processors()) as pool:
            begun = {
                number: pool.submit(self._count if number in self._ahead else self._set, number)
                for number in self._numbers
            }
            finished = {number: pool.submit(self._finish, number) for number in self._ahead}
            return [Opened.of((begun | finished)[number].result()) for number in self._numbers]

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

    def _count(self, number: int) -> bytes:
        """Count the pages of a gathering that looks ahead."""
        with self._noted(number), self._press.process() as process:
            counted = self._known.get(number)
            if counted is None:
                before = self.pagination.before(number, CANONICAL)
                told = Told(self.pagination.behind_unknown(number))
                counted = self._press.count(process, self._gatherings[number], before, told)
            self.pagination.learn(number, counted)
        return b""

    def _finish(self, number: int) -> bytes:
        """Set a gathering of which all is known that it is told."""
        with self._press.process() as process:
            return self._finished(process, number)

    def _set(self, number: int) -> bytes:
        """Set a gathering that does not look ahead, first with likely numbers to count it."""
        gathering = self._gatherings[number]
        with self._noted(number), self._press.process() as process:
            counted = self._known.get(number)
            if counted is None:
                likely = self._memory.of(gathering) or Numbers(CANONICAL, {})
                before = self.pagination.before(number, likely.start)
                told = Told(pages=likely.pages)
                counted = self._press.count(process, gathering, before, told)
            self.pagination.learn(number, counted)
            return self._finished(process, number)

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


class _Press:
    """Sets markup in processes, and keeps what it has set."""

    def __init__(self, frame: Frame, cache: Cache, processes: Processes) -> None:
        self._frame = frame
        self._cache = cache
        self._processes = processes

    def process(self) -> Process:
        """A process for a gathering."""
        return Process(self._processes)

    def count(
        self,
        process: Process,
        gathering: Gathering,
        before: Sequence[Sheet],
        told: Told,
    ) -> Learned:
        """Where everything in a gathering stands."""
        order = self._order(gathering, before, told)
        key = self._key(order)
        for kept in (self._cache.get(key), self._cache.get(_of_pdf(key))):
            if kept is not None:
                return Learned(**json.loads(kept.partition(b"\n")[0]))
        learned = process.obey(order)
        self._cache.put(key, _told(learned))
        return learned

    def opening(self, headings: Sequence[Sheet]) -> bytes:
        """The PDF of cover and contents, with the bookmarks of the whole book."""
        with self.process() as process:
            return self.set(process, Gathering.of_opening(), (), Told(headings))[0]

    def set(
        self,
        process: Process,
        gathering: Gathering,
        before: Sequence[Sheet],
        told: Told,
    ) -> tuple[bytes, Learned]:
        """The PDF of a gathering, and where everything in it stands."""
        order = self._order(gathering, before, told)
        key = _of_pdf(self._key(order))
        if (kept := self._cache.get(key)) is not None:
            known, _, content = kept.partition(b"\n")
            return content, Learned(**json.loads(known))
        target = Path(order.source).with_suffix(".pdf")
        try:
            learned = process.obey(order, target)
            content = target.read_bytes()
        finally:
            target.unlink(missing_ok=True)
        self._cache.put(key, _told(learned) + b"\n" + content)
        return content, learned

    def _order(self, gathering: Gathering, before: Sequence[Sheet], told: Told) -> Order:
        begin = self._frame.going_on if before else self._frame.opening
        around = ["".join(sheet.markup() for sheet in sheets) for sheets in (before, told.behind)]
        prefix = hashlib.sha256(gathering.name.encode()).hexdigest()[:8]
        return Order(
            source=str(self._frame.folder / f".{prefix}.typ"),
            markup=f"{begin}{around[0]}{gathering.markup}\n{around[1]}",
            font_paths=[str(path) for path in self._frame.font_paths],
            standards=list(self._frame.standards),
            timestamp=self._frame.timestamp,
            labels=list(gathering.labels),
            pages={label: list(pages) for label, pages in told.pages.items()},
            before=[sheet.number for sheet in before],
            behind=[sheet.number for sheet in told.behind],
            prefix=f"{prefix}-",
        )

    def _key(self, order: Order) -> str:
        told = {**said(order), "source": "", "font_paths": []}
        return f"{self._frame.digest(order.markup)} {json.dumps(told)}"


def _of_pdf(key: str) -> str:
    return f"printed {key}"


def _told(learned: Learned) -> bytes:
    return json.dumps(said(learned)).encode()
