"""Sets all gatherings of a book, as many at once as there are processors.

They are begun in the order of the book: then the first page of each is known as soon as those in
front of it are counted. The contents come last, when it is known where everything stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from iomdocs.cache import Cache
from iomdocs.formats.processors import processors
from iomdocs.formats.typst.gatherings.division import Gathering
from iomdocs.formats.typst.gatherings.loosening import NotBindable
from iomdocs.formats.typst.gatherings.pagination import Pagination
from iomdocs.formats.typst.gatherings.process import Process
from iomdocs.formats.typst.gatherings.setter import Learned, Order
from iomdocs.formats.typst.gatherings.sheets import NOTHING_KNOWN, Sheet, Spot

ROOM = "pdf-gatherings"
"""The folder of these among the caches of a book."""
LIMIT = 300 * 2**20
"""Bytes of all gatherings that are kept."""
ROUNDS = 4
"""How often what looks ahead is set, until pages stay where they are."""


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


@dataclass(frozen=True, slots=True)
class SetBook:
    """A book in its gatherings: their PDFs in the order of the book, and where its labels stand."""

    gatherings: Sequence[bytes]
    spots: Sequence[tuple[str, Spot]]


def set_book(gatherings: Sequence[Gathering], frame: Frame, caches: Path) -> SetBook:
    """All gatherings of a book, set; the first has cover and contents.

    :raises NotBindable: the book has to be set as a whole.
    """
    press = _Press(frame, Cache(caches / ROOM, LIMIT))
    counted: Mapping[int, Learned] = {}
    for _round in range(ROUNDS):
        setting = _Setting(gatherings, press, counted)
        contents = setting.bodies()
        counted = setting.counted
        if not setting.moved:
            opening = press.opening(setting.pagination.headings())
            return SetBook([opening, *contents], setting.pagination.spots())
    raise NotBindable("pages go on to move")


class Told(NamedTuple):
    """What a gathering is told of pages elsewhere."""

    behind: Sequence[Sheet] = NOTHING_KNOWN
    pages: Mapping[str, Sequence[str]] = MappingProxyType({})


class _Setting:
    """One round through the gatherings of a book.

    :param counted: what was learned in the round before of those that look ahead, by their numbers.
    """

    def __init__(
        self, gatherings: Sequence[Gathering], press: _Press, counted: Mapping[int, Learned]
    ) -> None:
        self._gatherings = gatherings
        self._press = press
        self._counted_before = counted
        self.pagination = Pagination(gatherings)
        self.counted: dict[int, Learned] = {}
        """What was learned of gatherings that look ahead, when they were told all numbers."""
        self.moved = False
        """Whether to be told that has changed their pages."""

    def bodies(self) -> Sequence[bytes]:
        """All gatherings but the opening; those that look ahead are set when all are counted."""
        numbers = range(len(self._gatherings))
        ahead = [number for number in numbers if self.pagination.looks_ahead(number)]
        with ThreadPoolExecutor(processors()) as pool:
            begun = {
                number: pool.submit(self._count if number in ahead else self._set, number)
                for number in numbers
            }
            finished = {number: pool.submit(self._finish, number) for number in ahead}
            return [(begun | finished)[number].result() for number in numbers]

    def _count(self, number: int) -> bytes:
        """Count the pages of a gathering that looks ahead."""
        with self._noted(number), Process() as process:
            counted = self._counted_before.get(number)
            if counted is None:
                before = self.pagination.before_unknown(number)
                told = Told(self.pagination.behind_unknown(number))
                counted = self._press.count(process, self._gatherings[number], before, told)
            self.pagination.learn(number, counted)
        return b""

    def _finish(self, number: int) -> bytes:
        """Set a gathering that looks ahead."""
        told = Told(self.pagination.behind(number), self.pagination.pages(number))
        with Process() as process:
            before = self.pagination.before(number)
            content, learned = self._press.set(process, self._gatherings[number], before, told)
        self.counted[number] = learned
        if learned != self.pagination.learned(number):
            self.moved = True
        return content

    def _set(self, number: int) -> bytes:
        """Set a gathering that asks for nothing elsewhere, first with any numbers to count it."""
        gathering = self._gatherings[number]
        with self._noted(number), Process() as process:
            unknown = self.pagination.before_unknown(number)
            counted = self._press.count(process, gathering, unknown, Told())
            self.pagination.learn(number, counted)
            before = self.pagination.before(number)
            content, learned = self._press.set(process, gathering, before, Told())
        if learned != counted:
            raise NotBindable(f"pages of {gathering.name} are others with their numbers")
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

    def __init__(self, frame: Frame, cache: Cache) -> None:
        self._frame = frame
        self._cache = cache

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
        if (kept := self._cache.get(key)) is not None:
            return Learned(**json.loads(kept))
        learned = process.obey(order)
        self._cache.put(key, _told(learned))
        return learned

    def set(
        self,
        process: Process,
        gathering: Gathering,
        before: Sequence[Sheet],
        told: Told,
    ) -> tuple[bytes, Learned]:
        """The PDF of a gathering, and where everything in it stands."""
        return self._printed(process, self._order(gathering, before, told))

    def opening(self, headings: Sequence[Sheet]) -> bytes:
        """The PDF of cover and contents, with the bookmarks of the whole book."""
        with Process() as process:
            return self._printed(process, self._order(Gathering.of_opening(), (), Told(headings)))[
                0
            ]

    def _printed(self, process: Process, order: Order) -> tuple[bytes, Learned]:
        key = f"printed {self._key(order)}"
        if (kept := self._cache.get(key)) is not None:
            told, _, content = kept.partition(b"\n")
            return content, Learned(**json.loads(told))
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
        told = {**asdict(order), "source": "", "font_paths": []}
        return f"{self._frame.digest(order.markup)} {json.dumps(told)}"


def _told(learned: Learned) -> bytes:
    return json.dumps(asdict(learned)).encode()
