"""The commands about facts: they read records and pages as text, and build nothing."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from iomdocs.cli.terminal import Commands, below, complain, day, fail, is_book, say

if TYPE_CHECKING:
    from iomdocs.data.book import Book

_COMMANDS = """\
iomdocs facts list                        every fact with its value and date
iomdocs facts show membership.states      one fact with everything known of it
iomdocs facts export --format csv         all facts as a table for spreadsheets
iomdocs facts diff main HEAD              what changed between two revisions
iomdocs facts stale                       what was to be looked at again by now
iomdocs facts derived                     figures beside what they follow from
iomdocs facts printed build/book.pdf      every fact that a finished PDF prints"""


def add(commands: Commands) -> None:
    """Add the commands to the parser."""
    group = commands.group("facts", "read, export and compare the facts of a book", _COMMANDS)
    inner = below(group)
    _add_list(inner)
    _add_show(inner)
    _add_export(inner)
    _add_diff(inner)
    _add_stale(inner)
    _add_derived(inner)
    _add_printed(inner)


def _add_list(commands: Commands) -> None:
    parser = commands.add(
        "list",
        _on_book(_list),
        "list every fact with its value and date",
        "iomdocs facts list                        all facts\n"
        "iomdocs facts list membership             those of a topic\n"
        "iomdocs facts list --as-of 2016-09-19     as they stood on that day",
    )
    parser.add_argument("topic", nargs="?", default="", help="only ids that begin with this")
    _add_as_of(parser)


def _add_show(commands: Commands) -> None:
    parser = commands.add(
        "show",
        _on_book(_show),
        "show one fact with everything known of it",
        "iomdocs facts show membership.states",
    )
    parser.add_argument("id", help="the id of the fact")
    _add_as_of(parser)


def _add_export(commands: Commands) -> None:
    parser = commands.add(
        "export",
        _on_book(_export),
        "give all facts away as data",
        "iomdocs facts export --format json --output facts.json\n"
        "iomdocs facts export --format csv --output facts.csv\n"
        "iomdocs facts export --format jsonld      linked data, printed",
    )
    parser.add_argument("--format", choices=("json", "csv", "jsonld"), default="json")
    parser.add_argument("--output", type=Path, help="the file to write; printed if not given")


def _add_diff(commands: Commands) -> None:
    parser = commands.add(
        "diff",
        _diff,
        "name the facts that changed",
        "iomdocs facts diff main HEAD              two revisions of the repository\n"
        "iomdocs facts diff HEAD docs              what is not committed yet\n"
        "iomdocs facts diff old/facts.json docs    since a published edition\n"
        "iomdocs facts diff main HEAD --format markdown",
    )
    each = "a revision, a folder with conf.py, or a published facts.json"
    parser.add_argument("old", help=each)
    parser.add_argument("new", help="the same")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")


def _add_stale(commands: Commands) -> None:
    parser = commands.add(
        "stale",
        _on_book(_stale),
        "list the facts that were to be looked at again by now",
        "iomdocs facts stale                       those that are due today\n"
        "iomdocs facts stale --on 2027-06-01       those that will be due that day\n"
        "iomdocs facts stale --fail                with exit code 1 if there are any",
    )
    parser.add_argument("--on", type=day, metavar="DAY", help="the day; today if not given")
    parser.add_argument("--fail", action="store_true", help="exit code 1 if there are any")


def _add_derived(commands: Commands) -> None:
    commands.add(
        "derived",
        _on_book(_derived),
        "list derived figures beside what they follow from",
        "iomdocs facts derived                     each with equal, possible, gap or wrong",
    )


def _add_printed(commands: Commands) -> None:
    parser = commands.group(
        "printed",
        "list the facts that a finished PDF prints",
        "iomdocs facts printed build/iom-handbook.pdf    page, id and words of each, in order\n"
        "iomdocs facts printed --format json book.pdf    the same as JSON",
    )
    parser.add_argument("file", type=Path, help="a PDF made by this program")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command=_printed)


def _add_as_of(parser: argparse.ArgumentParser) -> None:
    words = "read the facts of that day; that of the edition if not given"
    parser.add_argument("--as-of", type=day, metavar="DAY", help=words)


def _on_book(
    command: Callable[[argparse.Namespace, Book], int],
) -> Callable[[argparse.Namespace], int]:
    """A command that is given the book in the folder ``--source``, if its facts can be used."""

    def run(options: argparse.Namespace) -> int:
        from iomdocs.publish.opening import Unreadable, open_folder

        if not is_book(options.source):
            return 1
        try:
            book = open_folder(options.source, getattr(options, "as_of", None))
        except Unreadable as unreadable:
            return complain(unreadable.diagnostics)
        return command(options, book)

    return run


def _list(options: argparse.Namespace, book: Book) -> int:
    from iomdocs.data.listing import listed

    return _tell(options, lambda: listed(book, options.topic))


def _show(options: argparse.Namespace, book: Book) -> int:
    from iomdocs.data.listing import account

    return _tell(options, lambda: account(book, book.reader.facts.find(options.id)))


def _tell(options: argparse.Namespace, lines: Callable[[], Iterable[str]]) -> int:
    from iomdocs.diagnostics import Location, Problem

    try:
        say("".join(f"{line}\n" for line in lines()))
    except Problem as problem:
        return complain([problem.at(Location(str(options.source)))])
    return 0


def _export(options: argparse.Namespace, book: Book) -> int:
    from iomdocs.data import files

    file = files.whole(book)[options.format]
    if options.output:
        options.output.write_bytes(file.content)
    else:
        say(file.text)
    return 0


def _diff(options: argparse.Namespace) -> int:
    from iomdocs.data.comparison import compare
    from iomdocs.data.report import REPORTS
    from iomdocs.publish.opening import Unreadable, open_document

    if not is_book(options.source):
        return 1
    try:
        old, new = (open_document(name, options.source) for name in (options.old, options.new))
    except Unreadable as unreadable:
        return complain(unreadable.diagnostics)
    say(REPORTS[options.format](options.old, options.new, compare(old, new)))
    return 0


def _derived(_options: argparse.Namespace, book: Book) -> int:
    from iomdocs.data.listing import derived

    for line in derived(book):
        say(f"{line}\n")
    return 0


def _stale(options: argparse.Namespace, book: Book) -> int:
    from iomdocs.data.listing import stale

    lines = list(stale(book, options.on or datetime.now().astimezone().date()))
    for line in lines:
        say(f"{line}\n")
    return 1 if lines and options.fail else 0


def _printed(options: argparse.Namespace) -> int:
    from iomdocs.verify.pdf import Unreadable, printed_facts

    try:
        found = printed_facts(options.file)
    except Unreadable as error:
        return fail(str(error))
    if options.format == "json":
        rows = [each._asdict() for each in found]
        say(f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n")
    else:
        say("".join(f"{each.page}\t{each.fact}\t{each.text}\n" for each in found))
    return 0
