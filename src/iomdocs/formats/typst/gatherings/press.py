"""Sets markup of gatherings in processes, and keeps what it has set."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from iomdocs.cache import Cache
from iomdocs.formats.typst.gatherings.division import Gathering
from iomdocs.formats.typst.gatherings.process import Process, Processes
from iomdocs.formats.typst.gatherings.setter import Learned, Order, said
from iomdocs.formats.typst.gatherings.sheets import NOTHING_KNOWN, Sheet, markup_of


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


class Told(NamedTuple):
    """What a gathering is told of pages elsewhere."""

    behind: Sequence[Sheet] = NOTHING_KNOWN
    pages: Mapping[str, Sequence[str]] = MappingProxyType({})


class Press:
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
        around = [markup_of(sheets) for sheets in (before, told.behind)]
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
