"""The command that finds what is wrong in the sources."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs.cli.clock import Clock
from iomdocs.cli.publishing import UNTOUCHED, counted
from iomdocs.cli.terminal import Commands, day, fail, is_book, say
from iomdocs.diagnostics import Diagnostic

if TYPE_CHECKING:
    from iomdocs.lint.reports import Told
    from iomdocs.publish.progress import Progress

_EXAMPLES = """\
iomdocs check                     what the text of docs/ tells, in about a second
iomdocs check docs/history.md     only what concerns these files; says which are code
iomdocs check --fix               first change what can be changed safely
iomdocs check --read              also what only reading the pages tells
iomdocs check --format github     as annotations of a pull request
iomdocs check --explain F001      what a code means"""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    check = commands.add("check", _check, "find what is wrong in the sources", _EXAMPLES)
    named = "files and folders to look at; all of the book if none is named"
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=named)
    check.add_argument(
        "--read",
        action="store_true",
        help="also read the pages as the build does: finds links that lead nowhere, unknown roles",
    )
    check.add_argument("--fix", action="store_true", help="change what can be changed safely")
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.add_argument("--explain", metavar="CODE", help="tell what a code means")
    check.add_argument("--as-of", type=day, metavar="DAY", help="the day of the facts")
    check.add_argument("--out", type=Path, default=Path("build"), help="folder for the result")


def _check(options: argparse.Namespace) -> int:
    from iomdocs.lint.reports import Told
    from iomdocs.publish import checking

    if options.explain:
        return _explain(options.explain)
    if not is_book(options.source):
        return 1
    if options.fix:
        _fix(options)
    checked = checking.check(options.source, options.out, options.as_of, options.paths)
    read = _found_by_reading(options, checking.within(options.paths)) if options.read else ()
    told = Told(
        sorted({*checked.diagnostics, *read}),
        checking.code(options.source, options.paths),
        checked.silenced,
    )
    _tell(options.format, told)
    errors = [each for each in told.findings if each.severity == "error"]
    if errors:
        return fail(f"{len(errors)} {_noun(errors, 'problem')} found{UNTOUCHED}")
    if options.format == "text":
        warnings = f"{len(told.findings)} {_noun(told.findings, 'warning')}"
        outcome = f"Nothing stops a build, {warnings}" if told.findings else "Nothing is wrong"
        silenced = sum(told.silenced.values())
        allowed = f" ({silenced} silenced with a reason)" if silenced else ""
        say(f"{outcome}{allowed}: {counted(checked.counts)}")
    return 0


def _noun(found: Sequence[object], noun: str) -> str:
    return noun if len(found) == 1 else f"{noun}s"


def _tell(name: str, told: Told) -> None:
    """Print findings: as text where messages are printed, else where data is."""
    from iomdocs.lint.reports import FORMATS

    print(FORMATS[name](told), end="", file=sys.stderr if name == "text" else sys.stdout)


def _found_by_reading(
    options: argparse.Namespace, within: Callable[[Diagnostic], bool]
) -> Sequence[Diagnostic]:
    from iomdocs.publish import pipeline

    if options.format != "text":
        result = pipeline.check(options.source, options.out, _Silent(), options.as_of)
    else:
        with Clock() as clock:
            result = pipeline.check(options.source, options.out, clock, options.as_of)
    return [each for each in result.diagnostics if within(each)]


class _Silent:
    """Says nothing of the steps of a build, so that what is printed is data."""

    def __call__(self, step: str) -> None:
        return

    def pages(self, title: str, progress: Progress) -> None:
        return


def _fix(options: argparse.Namespace) -> None:
    from iomdocs.diagnostics import shown_path
    from iomdocs.publish import checking

    for path in checking.fix(options.source, options.out, options.as_of, options.paths):
        print(f"changed {shown_path(str(path))}", file=sys.stderr)


def _explain(code: str) -> int:
    from iomdocs.lint.catalogue import explain

    try:
        say(explain(code.upper()))
    except KeyError as error:
        return fail(f"there is no code {code}; {error.args[0]}")
    return 0
