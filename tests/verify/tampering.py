"""Finished files changed in more than 200 ways, each of which must be found.

``python -m tests.verify.tampering`` builds a small book with everything that a page can hold,
changes one thing in one of its files at a time, and prints what ``iomdocs verify`` says of it.
"""

import io
import json
import random
import re
import shutil
import sys
import tempfile
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

from iomdocs.cli import main as iomdocs
from iomdocs.verify.records import contradictions
from iomdocs.verify.verification import verify
from tests.verify import hypertext, sheets
from tests.verify import print as printing
from tests.verify.books import write_whole

_PAGES = ("index", "first", "part/second", "register", "words", "sources")
_TRIES = 40


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


def tamperings(build: Path, most: int = 99) -> Iterator[Tampering]:
    """Change the files in each way, one at a time, and put them back.

    :param most: how often at most in one way.
    """
    for change, times in {**printing.CHANGES, **sheets.CHANGES}.items():
        for number in range(min(times, most)):
            yield _of_pdf(build, change, number)
    for format_, of_page in (("HTML", _of_html), ("ePub", _of_epub)):
        for change, times in hypertext.CHANGES.items():
            for number in range(min(times, most)):
                yield of_page(build, format_, change, number)
    for name, change in _OF_RECORDS.items():
        yield _of_record(build.parent / "old", name.replace("_", " "), change)
    for name, (format_, change) in _OF_FILES.items():
        yield _checked(build, name.replace("_", " "), format_, lambda change=change: change(build))


def _checked(build: Path, name: str, format_: str, change: Callable[[], str]) -> Tampering:
    kept = {path: path.read_bytes() for path in build.glob("*") if path.is_file()}
    pages = {path: path.read_bytes() for path in (build / "html").rglob("*.html")}
    try:
        told = change()
        codes = {finding.code for finding in verify(build).findings}
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


def _of_pdf(build: Path, change: printing.Change, number: int) -> Tampering:
    (pdf,) = build.glob("*.pdf")
    chance = random.Random(f"{change.__name__}{number}")
    return _checked(build, _name(change), "PDF", lambda: printing.change(pdf, change, chance))


def _of_html(build: Path, format_: str, change: hypertext.Change, number: int) -> Tampering:
    def at_some_page() -> str:
        chance = random.Random(f"{change.__name__}{number}")
        for _ in range(_TRIES):
            path = build / "html" / f"{chance.choice(_PAGES)}.html"
            page = path.read_text("utf-8")
            if told := _put(page, change, chance, path):
                return told
        raise NothingToChange(change.__name__)

    return _checked(build, _name(change), format_, at_some_page)


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


def _of_epub(build: Path, format_: str, change: hypertext.Change, number: int) -> Tampering:
    def at_some_page() -> str:
        chance = random.Random(f"{change.__name__}{number}")
        for _ in range(_TRIES):
            name = f"{chance.choice(_PAGES)}.xhtml"
            files = _files(build)
            changed = _changed(files[name].decode("utf-8"), change, chance)
            if changed.encode("utf-8") != files[name]:
                _write(build, {**files, name: changed.encode("utf-8")})
                return name
        raise NothingToChange(change.__name__)

    return _checked(build, _name(change), format_, at_some_page)


def _files(build: Path) -> dict[str, bytes]:
    (path,) = build.glob("*.epub")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write(build: Path, files: dict[str, bytes]) -> None:
    (path,) = build.glob("*.epub")
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(content.getvalue())


def _in_package(build: Path, pattern: str, new: str) -> str:
    files = _files(build)
    package = files["content.opf"].decode("utf-8")
    changed, count = re.subn(pattern, new, package, count=1)
    assert count, pattern
    _write(build, {**files, "content.opf": changed.encode("utf-8")})
    return pattern


def _in_facts(build: Path, change: Callable[[dict], None]) -> str:
    path = build / "facts.json"
    facts = json.loads(path.read_bytes())
    change(facts)
    path.write_text(json.dumps(facts), "utf-8")
    return "facts.json"


def _fact(facts: dict, name: str) -> dict:
    return next(fact for fact in facts["facts"] if fact["id"] == name)


def page_left_out_of_the_spine(build: Path) -> str:
    return _in_package(build, r'<itemref idref="file-first.xhtml"/>', "")


def page_twice_in_the_spine(build: Path) -> str:
    return _in_package(build, r'<itemref idref="file-first.xhtml"[^>]*/>', r"\g<0>\g<0>")


def pages_in_another_order(build: Path) -> str:
    one, other = (rf'(<itemref idref="file-{name}.xhtml"[^>]*/>)' for name in ("first", "words"))
    return _in_package(build, rf"(?s){one}(.*?){other}", r"\3\2\1")


def page_of_another_kind(build: Path) -> str:
    pattern = r'(id="file-first.xhtml"[^>]*media-type=")application/xhtml\+xml'
    return _in_package(build, pattern, r'\1text/html" fallback="file-words.xhtml')


def words_beside_the_topic(build: Path) -> str:
    return _in_page(build, "first.xhtml", "<main>", "<main><p>None of this holds.</p>")


def topic_written_twice(build: Path) -> str:
    false = '<div data-topic="first"><p>This comes first.</p></div>'
    return _in_page(build, "index.xhtml", "<main>", f"<main>{false}")


def _in_page(build: Path, name: str, old: str, new: str) -> str:
    files = _files(build)
    page = files[name].decode("utf-8")
    assert old in page, old
    _write(build, {**files, name: page.replace(old, new, 1).encode("utf-8")})
    return new


def two_files_of_one_name(build: Path) -> str:
    (path,) = build.glob("*.epub")
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("first.xhtml", archive.read("first.xhtml"))
    return "first.xhtml"


def topic_on_two_pages(build: Path) -> str:
    shutil.copyfile(build / "html" / "first.html", build / "html" / "added.html")
    return "added.html"


def style_sheet(build: Path) -> str:
    path = next((build / "html" / "_static").rglob("*.css"))
    path.write_text("p { display: none }", "utf-8")
    return path.name


def words_of_contents(build: Path) -> str:
    path = build / "html" / "index.html"
    path.write_text(path.read_text("utf-8").replace("Page first", "Page last"), "utf-8")
    return path.name


def page_that_nobody_made(build: Path) -> str:
    (build / "html" / "added.html").write_text("<p>Added</p>", "utf-8")
    return "added.html"


def picture_gone(build: Path) -> str:
    path = next((build / "html" / "_images").iterdir())
    path.unlink()
    return path.name


def number_in_the_receipt(build: Path) -> str:
    path = build / "receipt.json"
    path.write_text(path.read_text("utf-8").replace('"facts": 35', '"facts": 36', 1), "utf-8")
    return path.name


def digest_in_the_receipt(build: Path) -> str:
    return _other_digest(build / "receipt.json")


def digest_in_the_page_of_the_receipt(build: Path) -> str:
    return _other_digest(build / "html" / "receipt.html")


def digest_in_the_manifest(build: Path) -> str:
    return _other_digest(build / "manifest.json")


def digest_in_the_sums(build: Path) -> str:
    return _other_digest(build / "SHA256SUMS")


def _other_digest(path: Path) -> str:
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"[0-9a-f]{64}", "0" * 64, text, count=1), "utf-8")
    return path.name


def facts_under_an_old_receipt(build: Path) -> str:
    path = build / "facts.json"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    return path.name


_OF_RECORDS: dict[str, Callable[[Path], str]] = {
    change.__name__: change
    for change in (
        *(style_sheet, words_of_contents, page_that_nobody_made, picture_gone),
        *(number_in_the_receipt, digest_in_the_receipt, digest_in_the_page_of_the_receipt),
        *(digest_in_the_manifest, digest_in_the_sums, facts_under_an_old_receipt),
    )
}
"""Changes that are found by what is said of the files."""


def page_that_is_not_linear(build: Path) -> str:
    return _in_package(build, r'<itemref idref="file-first.xhtml"', r'\g<0> linear="no"')


def page_twice_in_place_of_another(build: Path) -> str:
    return _in_package(build, r'(id="file-first.xhtml" href=")first', r"\1part/second")


def other_day_of_the_edition(build: Path) -> str:
    return _in_package(build, r"<dc:date>2021", "<dc:date>2020")


def no_page_in_the_archive(build: Path) -> str:
    files = _files(build)
    del files["first.xhtml"]
    _write(build, files)
    return "first.xhtml"


def page_that_is_no_xml(build: Path) -> str:
    files = _files(build)
    _write(build, {**files, "first.xhtml": files["first.xhtml"][:-20]})
    return "first.xhtml"


def archive_cut_off(build: Path) -> str:
    return _cut_off(build, "epub")


def file_cut_off(build: Path) -> str:
    return _cut_off(build, "pdf")


def _cut_off(build: Path, ending: str) -> str:
    (path,) = build.glob(f"*.{ending}")
    path.write_bytes(path.read_bytes()[:3000])
    return path.name


def page_gone(build: Path) -> str:
    (build / "html" / "first.html").unlink()
    return "first.html"


def page_cut_off(build: Path) -> str:
    path = build / "html" / "first.html"
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"<!-- /topic -->")])
    return "first.html"


def page_of_an_old_edition(build: Path) -> str:
    shutil.copyfile(
        build.parent / "old" / "html" / "register.html", build / "html" / "register.html"
    )
    return "register.html"


def old_pdf(build: Path) -> str:
    return _old(build, "pdf")


def old_epub(build: Path) -> str:
    return _old(build, "epub")


def old_facts(build: Path) -> str:
    return _old(build, "json")


def _old(build: Path, ending: str) -> str:
    path = next(
        each for each in build.glob(f"*.{ending}") if each.stem in {"facts", "a-book-of-pieces"}
    )
    shutil.copyfile(build.parent / "old" / path.name, path)
    return path.name


def other_words_recorded(build: Path) -> str:
    def change(facts: dict) -> None:
        _fact(facts, "town.motto")["statements"][0]["text"] = "Down"

    return _in_facts(build, change)


def fact_not_recorded(build: Path) -> str:
    return _in_facts(build, lambda facts: facts["facts"].remove(_fact(facts, "town.budget")))


def row_not_recorded(build: Path) -> str:
    def change(facts: dict) -> None:
        _fact(facts, "town.events")["statements"][0]["value"]["rows"].pop(0)

    return _in_facts(build, change)


def no_facts(build: Path) -> str:
    (build / "facts.json").unlink()
    return "facts.json"


def facts_that_are_no_json(build: Path) -> str:
    (build / "facts.json").write_text("{", "utf-8")
    return "facts.json"


_OF_FILES: dict[str, tuple[str, Callable[[Path], str]]] = {
    change.__name__: (format_, change)
    for format_, changes in {
        "ePub": (
            *(page_left_out_of_the_spine, page_that_is_not_linear, page_twice_in_place_of_another),
            *(other_day_of_the_edition, no_page_in_the_archive, page_that_is_no_xml),
            *(archive_cut_off, old_epub, page_twice_in_the_spine, pages_in_another_order),
            *(page_of_another_kind, words_beside_the_topic, topic_written_twice),
            *(two_files_of_one_name,),
        ),
        "PDF": (file_cut_off, old_pdf),
        "HTML": (page_gone, page_cut_off, page_of_an_old_edition, topic_on_two_pages),
        "facts": (
            *(old_facts, other_words_recorded, fact_not_recorded, row_not_recorded, no_facts),
            facts_that_are_no_json,
        ),
    }.items()
    for change in changes
}


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
        found = list(tamperings(build))
    print(table(found))
    return 0 if all(each.codes for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
