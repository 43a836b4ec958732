"""The process that sets a gathering: asked in lines of JSON, it answers in lines of JSON.

Typst remembers what it has set, in a process: once the pages of a gathering are counted, to set
them with their final numbers takes little more. All it remembers goes with the process.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TextIO

from iomdocs.formats.typst.compiler import Compiler, NotPrintable
from iomdocs.formats.typst.gatherings.loosening import NotBindable, load, loosened
from iomdocs.formats.typst.output import argument

_LEARN = """
{{
  let at(it) = {{
    let spot = it.location().position()
    (spot.page, spot.x.pt(), spot.y.pt())
  }}
  let named(kind) = heading.where(supplement: kind)
  (
    elsewhere: query(label("style:elsewhere")).map(it => it.location().page()),
    spots: {labels}.map(id => (id, query(label(id)).map(at))),
    headings: query(named([part]).or(named([chapter])).or(named([section]))).map(at),
  )
}}
"""
"""Asks a document that is set."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be set.

    Attributes:
        source: the file for the markup; its folder has what it uses.
        labels: those of which the place is wanted.
        before: the numbers of the pages set elsewhere that stand in front; ``behind`` those of
            pages that stand behind, at least of one.
        pages: the numbers of the pages with some labels, that are printed.
        prefix: begins the ids of the PDF, and those of no other gathering.
    """

    source: str
    markup: str
    font_paths: Sequence[str]
    standards: Sequence[str]
    timestamp: int | None
    labels: Sequence[str]
    pages: Mapping[str, Sequence[str]]
    before: Sequence[int] = ()
    behind: Sequence[int] = ()
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of a gathering once it is set: places are a page, from 1, and points.

    Attributes:
        pages: how many there are.
        spots: the places of labels; ``headings`` likewise, in order.
    """

    pages: int
    spots: Mapping[str, Sequence[Sequence[float]]] = field(default_factory=dict)
    headings: Sequence[Sequence[float]] = ()


def said(record: Order | Learned) -> dict[str, Any]:
    """A record as it is told in JSON."""
    return {each.name: getattr(record, each.name) for each in fields(record)}


def main() -> None:
    """Set what is asked for, or with the number of a socket have others do so."""
    if len(sys.argv) > 1:
        _fork(socket.socket(fileno=int(sys.argv[1])))
    else:
        _answer(sys.stdin, sys.stdout)


def _fork(control: socket.socket) -> None:
    """Begin a process for each socket that is sent, until no more can be; then end them."""
    load()
    gc.freeze()  # what is loaded is no rubbish
    forked = []
    while descriptors := socket.recv_fds(control, 1, 1)[1]:
        process = os.fork()
        if not process:
            control.close()
            try:
                with socket.socket(fileno=descriptors[0]) as asked:
                    _answer(
                        asked.makefile("r", encoding="utf-8"),
                        asked.makefile("w", encoding="utf-8"),
                    )
            finally:
                os._exit(0)
        os.close(descriptors[0])
        forked.append(process)
    for process in forked:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _answer(questions: Iterable[str], answers: TextIO) -> None:
    """Set what is asked for until nothing more is."""
    for line in questions:
        told = json.loads(line)
        target = Path(told.pop("target"))
        order = Order(**told)
        try:
            answer = said(_obeyed(order, target))
        except (NotPrintable, NotBindable) as error:
            answer = {"error": str(error)}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _obeyed(order: Order, target: Path) -> Learned:
    source = Path(order.source)
    source.write_text(order.markup, "utf-8", newline="\n")
    try:
        return _set(order, source, target)
    finally:
        source.unlink()


def _set(order: Order, source: Path, target: Path) -> Learned:
    font_paths = [Path(folder) for folder in order.font_paths]
    compiler = Compiler(source.parent, font_paths, {"pages": json.dumps(order.pages)})
    if not target.name:
        return _learned(compiler, source, order)
    pdf, warnings = compiler.compile(source, order.standards, order.timestamp)
    if warnings:
        raise NotBindable("; ".join(warning.message for warning in warnings))
    learned = _learned(compiler, source, order)
    loose = loosened(pdf, order.before, order.behind, order.prefix)
    if loose.pages != learned.pages:
        raise NotBindable(f"{loose.pages} pages, not {learned.pages}")
    target.write_bytes(loose.content)
    return learned


def _learned(compiler: Compiler, source: Path, order: Order) -> Learned:
    """What Typst knows of the document, without the pages that are set elsewhere."""
    labels = argument(list(order.labels)) if order.labels else "()"
    answer = compiler.ask(source, _LEARN.format(labels=labels))
    before = len(order.before)
    if len(answer["elsewhere"]) != before + len(order.behind):
        raise NotBindable("there are other pages than asked for")
    pages = answer["elsewhere"][before] - 1 - before

    def own(places: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        return [
            (sheet - before, x, y) for sheet, x, y in places if before < sheet <= before + pages
        ]

    spots = {label: kept for label, places in answer["spots"] if (kept := own(places))}
    return Learned(pages, spots, own(answer["headings"]))


if __name__ == "__main__":
    main()
