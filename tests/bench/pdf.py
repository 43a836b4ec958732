"""How long the PDF of a book takes, ours and LuaLaTeX's, on the same sources in one run.

``python -m tests.bench.pdf --runs 3`` prints a table. LuaLaTeX is what Sphinx offers
for the same kind of work: any script, fonts as files, PDF by ``latexmk``.

The step from finished markup to PDF is measured in a process of its own on both sides: Typst with
what packs its file, and ``latexmk`` with what it starts. "With Sphinx" is all from the sources on.
Figures are medians, with the least and the most below them; memory is that of the largest process.
Both ways take turns, so that they meet the same load; where others work on the machine, the time of
processors (CPU) says more than that of the clock.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import pikepdf

from tests.bench.book import Book, Form, write
from tests.bench.processes import Cost, Failed, run

PRINTED = Book(pages=110, rows=12, links=12, figures=1, footnotes=6)
"""About 300 pages of paper."""

PACKAGES = (
    "latexmk texlive-luatex texlive-latex-recommended texlive-latex-extra "
    "texlive-fonts-recommended fonts-freefont-otf tex-gyre"
)
"""What LuaLaTeX needs for books of Sphinx, by the names of Debian."""

STEP = """
import sys
from pathlib import Path
from iomdocs.formats.typst.builder import STANDARDS
from iomdocs.formats.typst.compiler import Compiler
from iomdocs.formats.typst.packing import Place, pack
source = Path(sys.argv[1])
compiler = Compiler(source.parent, [])
pdf, _ = compiler.compile(source, STANDARDS, 0)
places = [Place(*place) for place in compiler.places(source)]
Path(sys.argv[2]).write_bytes(pack(pdf, places).content)
"""


class Result(NamedTuple):
    """What a way to the PDF took: Sphinx and all, and the step from markup to PDF alone."""

    name: str
    whole: list[Cost]
    step: list[Cost]
    pdf: Path


def sphinx(builder: str, source: Path, out: Path) -> Cost:
    shutil.rmtree(out, ignore_errors=True)
    return run([sys.executable, "-m", "sphinx", "-q", "-E", "-b", builder, source, out], source)


def ours(source: Path, folder: Path) -> tuple[Cost, Cost, Path]:
    out = folder / "typst"
    whole = sphinx("typstpdf", source, out)
    pdf = next(out.glob("*.pdf"))
    markup = (out / "typst" / pdf.name).with_suffix(".typ")
    return whole, run([sys.executable, "-c", STEP, markup, folder / "step.pdf"], folder), pdf


def lualatex(source: Path, folder: Path) -> tuple[Cost, Cost, Path]:
    out = folder / "latex"
    before = sphinx("latex", source, out)
    tex = next(path for path in out.glob("*.tex") if "sphinx" not in path.stem)
    step = run(["latexmk", "-lualatex", "-interaction=nonstopmode", tex.name], out)
    seconds, processor = before.seconds + step.seconds, before.processor + step.processor
    whole = Cost(seconds, processor, max(before.largest, step.largest), 0)
    return whole, step, next(out.glob("*.pdf"))


WAYS: Mapping[str, tuple[str, Callable[[Path, Path], tuple[Cost, Cost, Path]]]] = {
    "typst": ("Typst", ours),
    "lualatex": ("LuaLaTeX", lualatex),
}


def measure(source: Path, folder: Path, runs: int, only: str | None) -> list[Result]:
    """Each way as often as told, in turns."""
    results: dict[str, Result] = {}
    for _ in range(runs):
        for key, (name, way) in WAYS.items():
            if only in {None, key}:
                whole, step, pdf = way(source, folder)
                result = results.setdefault(key, Result(name, [], [], pdf))
                result.whole.append(whole)
                result.step.append(step)
    return list(results.values())


def median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def table(results: Sequence[Result]) -> str:
    """The results as lines, the ratios below them."""
    form = "{:<10} {:>12} {:>12} {:>12} {:>12} {:>12} {:>12} {:>6} {:>8}"
    heads = ("PDF step", "CPU", "memory", "with Sphinx", "CPU", "memory", "pages", "size")
    lines = [f"Medians of {len(results[0].step)}", form.format("", *heads)]
    for result in results:
        step, whole = median(result.step), median(result.whole)
        with pikepdf.open(result.pdf) as pdf:
            pages = len(pdf.pages)
        lines.append(
            form.format(
                result.name,
                *_words(step),
                *_words(whole),
                pages,
                f"{result.pdf.stat().st_size / 1e6:.1f} MB",
            )
        )
        spreads = (*_spread(result.step), *_spread(result.whole))
        lines.append(form.format("  spread", *spreads, "", ""))
    if len(results) == 2:
        one, other = results
        ratios = [
            getattr(median(getattr(other, which)), what)
            / getattr(median(getattr(one, which)), what)
            for which in ("step", "whole")
            for what in ("seconds", "processor", "largest")
        ]
        lines.append(form.format("ratio", *(f"{ratio:.1f}" for ratio in ratios), "", ""))
    return "\n".join(lines)


def _words(cost: Cost) -> tuple[str, str, str]:
    return f"{cost.seconds:.1f} s", f"{cost.processor:.1f} s", f"{cost.largest:.0f} MB"


def _spread(costs: list[Cost]) -> list[str]:
    forms = ("{:.1f} to {:.1f}", "{:.1f} to {:.1f}", "{:.0f} to {:.0f}")
    columns = zip(*(cost[:3] for cost in costs), strict=True)
    return [form.format(min(each), max(each)) for form, each in zip(forms, columns, strict=True)]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pdf", description=__doc__)
    for name, default in asdict(PRINTED).items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured")
    parser.add_argument("--source", type=Path, help="a book to measure in the place of a made one")
    parser.add_argument("--only", choices=tuple(WAYS), help="measure one alone")
    options = vars(parser.parse_args(arguments))
    runs, given, only = options.pop("runs"), options.pop("source"), options.pop("only")
    try:
        book = Book(**options)
    except ValueError as error:
        parser.error(str(error))
    if only != "typst" and not (shutil.which("lualatex") and shutil.which("latexmk")):
        print(f"LuaLaTeX is missing; on Debian: apt-get install {PACKAGES}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = given.resolve() if given else folder / "source"
        if not given:
            write(source, book, Form.PLAIN)
        try:
            print(table(measure(source, folder, runs, only)))
        except Failed as failed:
            print(failed, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
