"""The command ``iomdocs``: what was asked, the call, the exit code."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs import __version__
from iomdocs.diagnostics import Diagnostic

if TYPE_CHECKING:
    from iomdocs.publish.pipeline import Result

FORMATS = ("html", "pdf", "epub")

_EXAMPLES = {
    "build": "iomdocs build                 all three formats of docs/ into build/\n"
    "  iomdocs build html pdf        only these two\n"
    "  iomdocs build --source other/docs --out other/build\n"
    "  iomdocs build --as-of 2016-09-19 --out build/2016   with the facts of that day",
    "check": "iomdocs check                 what is wrong in docs/, without writing anything",
    "serve": "iomdocs serve                 the HTML in a browser, built again after each save",
    "clean": "iomdocs clean                 delete build/",
    "test": "iomdocs test                  run the tests of the project in this folder\n"
    "  iomdocs test -- -k facts      with options for pytest",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0, or 1 if anything was found wrong, or 130 if it was stopped."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except KeyboardInterrupt:
        _fail("stopped; the last result is untouched")
        return 130
    except OSError as error:
        return _fail(f"{error.filename or options.out}: {error.strerror or error}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iomdocs",
        description="Publish a handbook as HTML, PDF and ePub from one set of sourced facts.",
        epilog="example:\n  iomdocs build",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"iomdocs {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    build = _command(commands, "build", _build, "publish the handbook in the formats named")
    named = f"any of {', '.join(FORMATS)}; all of them if none is named"
    build.add_argument("formats", nargs="*", type=_format, metavar="FORMAT", help=named)
    check = _command(commands, "check", _check, "find everything wrong in the sources")
    for command in (build, check):
        command.add_argument("--as-of", type=_day, metavar="DAY", help="the day of the facts")
    serve = _command(commands, "serve", _serve, "show the handbook while it is being written")
    serve.add_argument("--port", type=_port, default=0, help="the port; any free one if not given")
    _command(commands, "clean", _clean, "delete what was published")
    test = _command(commands, "test", _test, "run the tests of the project in this folder")
    test.add_argument("options", nargs="*", help="options for pytest, after --")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=f"example:\n  {_EXAMPLES[name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--source", type=Path, default=Path("docs"), help="folder of conf.py")
    parser.add_argument("--out", type=Path, default=Path("build"), help="folder for the result")
    parser.set_defaults(command=command)
    return parser


def _format(name: str) -> str:
    if name not in FORMATS:
        msg = f"'{name}' is no format; choose from {', '.join(FORMATS)}"
        raise argparse.ArgumentTypeError(msg)
    return name


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"'{text}' is no day; write it as in 2016-09-19"
        raise argparse.ArgumentTypeError(msg) from None


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        msg = f"'{text}' is no port; choose a number up to 65535"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def _build(options: argparse.Namespace) -> int:
    from iomdocs.publish import pipeline

    if not (_is_book(options.source) and _is_replaceable(options.out)):
        return 1
    formats = [name for name in FORMATS if name in options.formats or not options.formats]
    clock = pipeline.Clock(_say)
    result = pipeline.build(options.source, options.out, formats, clock, options.as_of)
    return _tell(result)


def _tell(result: Result) -> int:
    if result.diagnostics:
        return _complain(result.diagnostics)
    for file in result.files:
        size = _size(file.parent if file.name == "index.html" else file)
        _say(f"  {file!s:<34} {size:>9}\n")
    _say(_counts(result.counts))
    return 0


def _check(options: argparse.Namespace) -> int:
    from iomdocs.publish import pipeline

    if not _is_book(options.source):
        return 1
    clock = pipeline.Clock(_say)
    result = pipeline.check(options.source, options.out, clock, options.as_of)
    if result.diagnostics:
        return _complain(result.diagnostics)
    _say("Nothing is wrong: " + _counts(result.counts))
    return 0


def _serve(options: argparse.Namespace) -> int:
    from iomdocs.publish import pipeline
    from iomdocs.publish.serve import serve

    if not (_is_book(options.source) and _is_replaceable(options.out)):
        return 1
    result = pipeline.build(options.source, options.out, ["html"], pipeline.Clock(_say))
    if _tell(result):
        return 1
    try:
        serve(options.source, options.out, result.sources, options.port)
    except OSError as error:
        return _fail(f"port {options.port} cannot be used: {error.strerror}")
    return 0


def _clean(options: argparse.Namespace) -> int:
    if not _is_replaceable(options.out):
        return 1
    if options.out.exists():
        shutil.rmtree(options.out)
    _say(f"{options.out}/ is gone\n")
    return 0


def _test(options: argparse.Namespace) -> int:
    if not Path("tests").is_dir():
        return _fail("there is no folder tests/ here; run this in a checkout of the project")
    command = [sys.executable, "-m", "pytest", *(options.options or ["-q"])]
    return subprocess.call(command)


def _is_book(source: Path) -> bool:
    if (source / "conf.py").is_file():
        return True
    _fail(f"there is no {source}/conf.py; name the folder of the book with --source")
    return False


def _is_replaceable(out: Path) -> bool:
    from iomdocs.publish import pipeline

    if pipeline.is_replaceable(out):
        return True
    _fail(f"{out} holds other things than published files, so it stays; name another --out")
    return False


def _complain(diagnostics: Sequence[Diagnostic]) -> int:
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
    count = len(diagnostics)
    noun = "problem" if count == 1 else "problems"
    return _fail(f"{count} {noun} found; nothing was published and the last result is untouched")


def _fail(message: str) -> int:
    print(f"iomdocs: {message}", file=sys.stderr)
    return 1


def _say(text: str) -> None:
    print(text, end="", flush=True)


def _counts(counts: Mapping[str, int]) -> str:
    parts = [f"{counts[name]} {name}" for name in ("topics", "facts", "sources") if counts[name]]
    if counts.get("pages"):
        parts.append(f"{counts['pages']} PDF pages")
    return f"{', '.join(parts)}\n"


def _size(path: Path) -> str:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1_000:.0f} kB"


if __name__ == "__main__":
    sys.exit(main())
