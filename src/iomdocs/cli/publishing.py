"""The commands that publish a book, show it, and clean up."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs.cli.clock import Clock
from iomdocs.cli.terminal import Commands, complain, day, fail, is_book, say

if TYPE_CHECKING:
    from iomdocs.diagnostics import Diagnostic
    from iomdocs.publish.pipeline import Result

FORMATS = ("html", "pdf", "epub")

UNTOUCHED = "; nothing was published and the last result is untouched"
"""What follows from a finding."""


def add(commands: Commands) -> None:
    """Add the commands to the parser."""
    build = commands.add(
        "build",
        _build,
        "publish the handbook in the formats named",
        "iomdocs build                 all three formats of docs/ into build/\n"
        "iomdocs build html pdf        only these two\n"
        "iomdocs build --source other/docs --out other/build\n"
        "iomdocs build --as-of 2016-09-19 --out build/2016   with the facts of that day",
    )
    named = f"any of {', '.join(FORMATS)}; all of them if none is named"
    build.add_argument("formats", nargs="*", type=_format, metavar="FORMAT", help=named)
    build.add_argument("--as-of", type=day, metavar="DAY", help="the day of the facts")
    build.add_argument(
        "--no-verify",
        action="store_true",
        help="publish the files without reading them again and comparing them",
    )
    serve = commands.add(
        "serve",
        _serve,
        "show the handbook while it is being written",
        "iomdocs serve                 the HTML in a browser, built again after each save",
    )
    serve.add_argument("--port", type=_port, default=0, help="the port; any free one if not given")
    clean = commands.add(
        "clean",
        _clean,
        "delete what was published, and what is kept for the next build",
        "iomdocs clean                 delete build/ and .build-cache/",
    )
    test = commands.add(
        "test",
        _test,
        "run the tests of the project in this folder",
        "iomdocs test                  run the tests of the project in this folder\n"
        "iomdocs test -- -k facts      with options for pytest",
    )
    test.add_argument("options", nargs="*", help="options for pytest, after --")
    for command in (build, serve, clean, test):
        command.add_argument(
            "--out", type=Path, default=Path("build"), help="folder for the result"
        )


def _format(name: str) -> str:
    if name not in FORMATS:
        msg = f"'{name}' is no format; choose from {', '.join(FORMATS)}"
        raise argparse.ArgumentTypeError(msg)
    return name


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        msg = f"'{text}' is no port; choose a number up to 65535"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def _build(options: argparse.Namespace) -> int:
    if not is_book(options.source):
        return 1
    from iomdocs.publish import headstart

    headstart.give(options.source, options.out)
    from iomdocs.publish import pipeline  # all that a build needs: meanwhile processes begin

    if not _is_replaceable(options.out):
        return 1
    formats = [name for name in FORMATS if name in options.formats or not options.formats]
    with Clock() as clock:
        result = pipeline.build(
            options.source,
            options.out,
            formats,
            clock,
            options.as_of,
            verifies=not options.no_verify,
        )
    return _tell(result)


def _tell(result: Result) -> int:
    if result.diagnostics:
        return complain(result.diagnostics, UNTOUCHED)
    for warning in result.warnings:
        print(warning, file=sys.stderr)
    for file in result.files:
        size = _size(file.parent if file.name == "index.html" else file)
        say(f"  {file!s:<34} {size:>9}\n")
    say(counted(result.counts))
    return 0


def _serve(options: argparse.Namespace) -> int:
    from iomdocs.publish import pipeline
    from iomdocs.publish.preview.session import serve

    if not (is_book(options.source) and _is_replaceable(options.out)):
        return 1
    with Clock() as clock:
        result = pipeline.build(options.source, options.out, ["html"], clock)
    if _tell(result):
        return 1
    try:
        serve(options.source, options.out, result.sources, options.port, _tell_findings)
    except OSError as error:
        return fail(f"port {options.port} cannot be used: {error.strerror}")
    return 0


def _tell_findings(diagnostics: Sequence[Diagnostic]) -> None:
    """Tell what is wrong while a preview runs, or that nothing is any more."""
    if diagnostics:
        complain(diagnostics, "; the last good pages stay")
    else:
        say("Nothing is wrong any more\n")


def _clean(options: argparse.Namespace) -> int:
    from iomdocs.diagnostics import Problem
    from iomdocs.publish import pipeline

    if not _is_replaceable(options.out):
        return 1
    try:
        pipeline.clean(options.out)
    except Problem as problem:
        return fail(f"{problem.message}; {problem.hint}")
    say(f"{options.out}/ is gone\n")
    return 0


def _test(options: argparse.Namespace) -> int:
    if not Path("tests").is_dir():
        return fail("there is no folder tests/ here; run this in a checkout of the project")
    command = [sys.executable, "-m", "pytest", *(options.options or ["-q"])]
    return subprocess.call(command)


def _is_replaceable(out: Path) -> bool:
    from iomdocs.publish import pipeline

    if pipeline.is_replaceable(out):
        return True
    fail(f"{out} holds other things than published files, so it stays; name another --out")
    return False


def counted(counts: Mapping[str, int]) -> str:
    """How many topics, facts, sources and pages there are, on a line."""
    parts = [f"{counts[name]} {name}" for name in ("topics", "facts", "sources") if counts[name]]
    if counts.get("pages"):
        parts.append(f"{counts['pages']} PDF pages")
    return f"{', '.join(parts)}\n"


def _size(path: Path) -> str:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1_000:.0f} kB"
