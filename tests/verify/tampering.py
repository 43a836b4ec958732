"""Finished files changed in more than 200 ways, each of which must be found.

``python -m tests.verify.tampering`` builds a small book with everything that a page can hold,
changes one thing in one of its files at a time, and prints what ``iomdocs verify`` says of it: with
nothing known of the files, and with all that was read of them before they were changed.
"""

import random
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

from iomdocs.cli import main as iomdocs
from iomdocs.verify.readings import Reading, Readings
from iomdocs.verify.records import contradictions
from iomdocs.verify.verification import Known, verify
from tests.verify import files, hypertext, sheets
from tests.verify import print as printing
from tests.verify.books import write_whole

_PAGES = ("index", "first", "part/second", "register", "words", "sources")
_TRIES = 40


Kept = Mapping[str, Mapping[str, Reading]]
"""What was read of files before, by format."""


class Tampering(NamedTuple):
    """A change of a finished file, what it did, and the codes of what is found."""

    name: str
    format: str
    told: str
    codes: tuple[str, ...]


class NothingToChange(Exception):
    """The book has nothing that can be changed in this way."""


def built(folder: Path) -> Path:
    """The finished files of the book, and those of an edition that came before."""
    source = write_whole(folder / "docs")
    for name in ("old", "build"):
        if name == "build":
            records = source / "townfacts.py"
            text = records.read_text("utf-8")
            records.write_text(text.replace("Number(5222", "Number(5333"), "utf-8")
        command = ["build", "--source", str(source), "--out", str(folder / name)]
        if iomdocs(command):
            raise SystemExit("the book cannot be built")
    build = folder / "build"
    shutil.rmtree(build / "html" / "_downloads")  # copies of the files that are changed
    return build


def tamperings(build: Path, known: Sequence[Kept], most: int = 99) -> Iterator[Tampering]:
    """Change the files in each way, one at a time, and put them back.

    :param known: what is known of the files each time when they are checked.
    :param most: how often at most in one way.
    """
    for change, times in {**printing.CHANGES, **sheets.CHANGES}.items():
        for number in range(min(times, most)):
            yield _of_pdf(build, known, change, number)
    for format_, of_page in (("HTML", _of_html), ("ePub", _of_epub)):
        for change, times in hypertext.CHANGES.items():
            for number in range(min(times, most)):
                yield of_page(build, known, format_, change, number)
    for name, change in files.OF_RECORDS.items():
        yield _of_record(build.parent / "old", name.replace("_", " "), change)
    for name, (format_, change) in files.OF_FILES.items():
        yield _checked(
            build, known, name.replace("_", " "), format_, lambda change=change: change(build)
        )


def read(build: Path) -> Kept:
    """What is read of the files as they are now."""
    readings = {name: Readings() for name in ("html", "epub", "pdf")}
    verify(build, (), Known(readings))
    return {name: each.used for name, each in readings.items()}


def _with(kept: Kept) -> Known:
    return Known({name: Readings(each) for name, each in kept.items()})


def _checked(
    build: Path, known: Sequence[Kept], name: str, format_: str, change: Callable[[], str]
) -> Tampering:
    kept = {path: path.read_bytes() for path in build.glob("*") if path.is_file()}
    pages = {path: path.read_bytes() for path in (build / "html").rglob("*.html")}
    try:
        told = change()
        found = [
            {finding.code for finding in verify(build, (), _with(each)).findings} for each in known
        ]
        codes = {code for each in found for code in each} if all(found) else set()
    finally:
        (build / "html" / "added.html").unlink(missing_ok=True)
        for path, content in {**kept, **pages}.items():
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
    return Tampering(name, format_, told, tuple(sorted(codes)))


def _of_record(build: Path, name: str, change: Callable[[Path], str]) -> Tampering:
    """Change what is said of files, or a file that nobody compares; all is published as it was."""
    kept = {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}
    try:
        told = change(build)
        codes = {finding.code for finding in contradictions(build, verify(build))}
    finally:
        for path in build.rglob("*"):
            if path.is_file() and path not in kept:
                path.unlink()
        for path, content in kept.items():
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
    return Tampering(name, "records", told, tuple(sorted(codes)))


def _name(change: Callable[..., str]) -> str:
    return change.__name__.replace("_", " ")


def _of_pdf(build: Path, known: Sequence[Kept], change: printing.Change, number: int) -> Tampering:
    (pdf,) = build.glob("*.pdf")
    chance = random.Random(f"{change.__name__}{number}")
    return _checked(
        build, known, _name(change), "PDF", lambda: printing.change(pdf, change, chance)
    )


def _of_html(
    build: Path, known: Sequence[Kept], format_: str, change: hypertext.Change, number: int
) -> Tampering:
    def at_some_page() -> str:
        chance = random.Random(f"{change.__name__}{number}")
        for _ in range(_TRIES):
            path = build / "html" / f"{chance.choice(_PAGES)}.html"
            page = path.read_text("utf-8")
            if told := _put(page, change, chance, path):
                return told
        raise NothingToChange(change.__name__)

    return _checked(build, known, _name(change), format_, at_some_page)


def _put(page: str, change: hypertext.Change, chance: random.Random, path: Path) -> str:
    changed = _changed(page, change, chance)
    if changed == page:
        return ""
    path.write_text(changed, "utf-8")
    return path.name


def _changed(page: str, change: hypertext.Change, chance: random.Random) -> str:
    """The page with a change in its body; what the theme puts around it stays."""
    whole = re.search(r"<!-- topic .*<!-- /topic -->|<div data-topic=.*</div>", page, re.DOTALL)
    if whole is None:
        return page
    body = re.split(r'<template id="fact-notes"|<div class="fact-notes">', whole[0])[0]
    kept: list[str] = []
    shown = _GENERATED.sub(lambda found: f"\0{kept.append(found[0]) or len(kept) - 1}\0", body)
    changed = re.sub(r"\0(\d+)\0", lambda found: kept[int(found[1])], change(shown, chance))
    return page.replace(body, changed, 1)


_GENERATED = re.compile(
    r'<div class="(?:toctree-wrapper|masthead).*?</div>|<tr class="fact-history">.*?</tr>',
    re.DOTALL,
)
"""What no author wrote, and nobody compares: contents, files to take away, history of facts."""


def _of_epub(
    build: Path, known: Sequence[Kept], format_: str, change: hypertext.Change, number: int
) -> Tampering:
    def at_some_page() -> str:
        chance = random.Random(f"{change.__name__}{number}")
        for _ in range(_TRIES):
            name = f"{chance.choice(_PAGES)}.xhtml"
            pages = files.files_of(build)
            changed = _changed(pages[name].decode("utf-8"), change, chance)
            if changed.encode("utf-8") != pages[name]:
                files.write(build, {**pages, name: changed.encode("utf-8")})
                return name
        raise NothingToChange(change.__name__)

    return _checked(build, known, _name(change), format_, at_some_page)


def table(found: list[Tampering]) -> str:
    """What was changed how often, how often it was found, and by which codes."""
    groups: dict[tuple[str, str], list[Tampering]] = defaultdict(list)
    for each in found:
        groups[each.format, each.name].append(each)
    lines = [f"{'format':<8}{'change':<36}{'made':>5}{'found':>6}  codes"]
    for (format_, name), each in groups.items():
        codes = " ".join(sorted({code for one in each for code in one.codes}))
        caught = sum(1 for one in each if one.codes)
        lines.append(f"{format_:<8}{name:<36}{len(each):>5}{caught:>6}  {codes}")
    caught = sum(1 for each in found if each.codes)
    return "\n".join(
        [*lines, f"{len(found)} changes, {caught} found, {len(found) - caught} missed"]
    )


def main() -> int:
    """Print the table; returns 1 if a change was missed."""
    with tempfile.TemporaryDirectory(prefix="tampering-") as folder:
        with redirect_stdout(sys.stderr):
            build = built(Path(folder))
        found = list(tamperings(build, [{}, read(build)]))
    print(table(found))
    return 0 if all(each.codes for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
