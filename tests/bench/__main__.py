"""Measure this program against Sphinx alone: ``python -m tests.bench`` prints a table of ratios.

What each row means, and what was measured where, is told in README.md beside this file.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from tests.bench.book import Book
from tests.bench.rows import ROWS, Measured, measure, selected, table
from tests.bench.sides import Bench

_FEW, _MANY = 221, 1001


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; returns 1 if a row could not be measured, and 2 for what was typed wrong."""
    parser = _parser()
    options = parser.parse_args(arguments)
    few = options.pages
    many = options.many or 1 + round((few - 1) * (_MANY - 1) / (_FEW - 1))
    sizes = {name: getattr(options, name) for name in ("facts", "tables", "links")}
    try:
        rows = selected(options.row)
        books = Book(few, **sizes), Book(many, **sizes)
    except ValueError as error:
        parser.error(str(error))
    measured = Measured({}, {})
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-") as folder:
        bench = Bench(Path(folder).resolve(), *books, stock_jobs=options.stock_jobs)
        print(f"{_machine()}\n{_load()} before", file=sys.stderr, flush=True)
        try:
            measure(bench, rows, options.runs, measured, _say)
        except KeyboardInterrupt:
            _say("stopped; what was measured by then:")
        print(f"Medians of {options.runs} runs (least to most). {_machine()}\n")
        print(table(bench, rows, measured))
    _say(f"{_load()} after")
    return 1 if measured.failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--row",
        action="append",
        default=[],
        metavar="NAME",
        help=f"only this row; more than once for several: {', '.join(row.name for row in ROWS)}",
    )
    parser.add_argument("--runs", type=_positive, default=5, help="how often each is measured")
    parser.add_argument("--pages", type=int, default=_FEW, help="pages of the short book")
    parser.add_argument("--many", type=int, help="pages of the long book; in proportion to --pages")
    for name in ("facts", "tables", "links"):
        parser.add_argument(
            f"--{name}", type=int, default=getattr(Book(), name), help=f"{name} on a page"
        )
    parser.add_argument(
        "--stock-jobs", default="1", metavar="N", help="processes for Sphinx alone; or auto"
    )
    parser.add_argument("--folder", type=Path, help="where books are made, and deleted at the end")
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        msg = f"'{text}' is no number of runs"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _machine() -> str:
    """What the figures depend on."""
    processors = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = ", ".join(f"{name} {version(name)}" for name in ("sphinx", "sphinx-book-theme"))
    system = f"{platform.system()} {platform.machine()}"
    return (
        f"{_processor()}, {processors} processors, {memory:.0f} GB, {system}; "
        f"Python {platform.python_version()}, {packages}"
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def _load() -> str:
    return f"Load average {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    raise SystemExit(main())
