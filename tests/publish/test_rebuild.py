"""A build that begins where the last one ended gives what one from nothing gives, to the byte."""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.conftest import Book
from tests.findings import findings
from tests.publish.orchard import EDITS, files
from tests.terminal import command, on_a_terminal

GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
"""A picture of one point."""


def clean_build(book: Book, folder: Path, formats: Sequence[str]) -> dict[str, bytes]:
    """What a build of the same sources gives that knows of no other."""
    out = folder / "clean" / "build"
    shutil.rmtree(out.parent, ignore_errors=True)
    clean = Book("orchard", book.source.parent)
    clean.out = out
    assert clean.build(*formats) == 0
    return files(out)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def check_edits(
    book: Book, folder: Path, names: Sequence[str], seed: int, formats: Sequence[str] = ()
) -> None:
    """Build after each edit and compare with a build from nothing; all formats if none is named."""
    chance = random.Random(seed)
    assert book.build(*formats) == 0
    for number, name in enumerate(names):
        EDITS[name](book, chance)
        assert book.build(*formats) == 0, f"{name} after {names[:number]}"
        found = differences(files(book.out), clean_build(book, folder, formats))
        assert found == [], f"{name} after {names[:number]}"


def test_an_edited_book_is_as_if_built_from_nothing(
    book: Callable[[str], Book], tmp_path: Path
) -> None:
    names = ["word", "fact", "title", "page", "second_picture", "note", "order"]
    names += ["same_time", "figure", "page"]
    check_edits(book("orchard"), tmp_path, names, 1, ["html", "epub"])


@pytest.fixture(scope="module")
def orchard(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The orchard as a website, in which each test that has it changes one thing more."""
    orchard = Book("orchard", tmp_path_factory.mktemp("orchard"))
    assert orchard.build("html") == 0
    return orchard


@pytest.mark.parametrize(
    ("edit", "pages"),
    [
        ("word", "reading 1/1"),
        ("note", "reading 2/2"),  # the page with the fact, and the register
        ("table", "reading 3/3"),  # and the page that offers the file
        ("title", "reading 1/1"),
        ("included", "reading 1/1"),
        ("moved_label", "reading 2/2"),
    ],
)
def test_only_what_a_change_touches_is_read(orchard: Book, edit: str, pages: str) -> None:
    EDITS[edit](orchard, random.Random(1))
    told = on_a_terminal(command(orchard, "html"))
    assert pages in told
    assert told.count("reading ") == int(pages[-1])


def test_the_pdf_of_an_edited_book_is_as_if_set_from_nothing(
    book: Callable[[str], Book], tmp_path: Path
) -> None:
    check_edits(book("orchard"), tmp_path, ["fact", "figure"], 2)


def test_a_divided_pdf_is_as_if_set_from_nothing(
    book: Callable[[str], Book], tmp_path: Path
) -> None:
    orchard = book("orchard")
    conf = (orchard.source / "conf.py").read_text("utf-8")
    orchard.write("conf.py", f"{conf}typst_gathering_size = 1\n")
    check_edits(orchard, tmp_path, ["word", "fact", "title", "page"], 3, ["pdf"])
    kept = orchard.source.parent.rglob("pdf-gatherings")
    assert any(folder.is_dir() for folder in kept)


def test_a_picture_of_a_pattern_gives_way_to_a_better_one(
    book: Callable[[str], Book], tmp_path: Path
) -> None:
    orchard = book("orchard")
    orchard.replace("ground/soil.md", "{figure} picture.svg", "{figure} sketch.*")
    folder = orchard.source / "ground"
    (folder / "sketch.gif").write_bytes(GIF)
    assert orchard.build("html") == 0
    (folder / "sketch.svg").write_bytes((folder / "picture.svg").read_bytes())
    assert orchard.build("html") == 0
    assert differences(files(orchard.out), clean_build(orchard, tmp_path, ["html"])) == []
    assert "html/_images/sketch.svg" in files(orchard.out)


CHANGES = """

def setup(app):
    def change(app, _error):
        page = app.srcdir / "index.md"
        text = page.read_text("utf-8")
        if app.builder.name == "html" and text.count("One line more.") < {most}:
            page.write_text(text + "\\nOne line more.\\n", "utf-8")

    app.connect("build-finished", change)
"""
"""What changes a source while a book is made from it, so many times."""


def test_a_source_that_changes_meanwhile_is_in_the_result(book: Callable[[str], Book]) -> None:
    plain = book("plain")
    conf = (plain.source / "conf.py").read_text("utf-8")
    plain.write("conf.py", conf + CHANGES.format(most=1))
    assert plain.build("html") == 0
    assert b"One line more." in files(plain.out)["html/index.html"]


def test_sources_that_change_all_the_time_are_told(
    book: Callable[[str], Book], capfd: pytest.CaptureFixture[str]
) -> None:
    plain = book("plain")
    conf = (plain.source / "conf.py").read_text("utf-8")
    plain.write("conf.py", conf + CHANGES.format(most=99))
    assert plain.build("html") == 1
    (told,) = findings(capfd)
    assert told[2] == "B008"
    assert not plain.out.exists()


def test_only_what_shows_a_changed_fact_is_written(orchard: Book) -> None:
    EDITS["note"](orchard, random.Random(1))
    told = on_a_terminal(command(orchard, "html"))
    assert "HTML 3/3" in told  # the front page is always written


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_any_edits_leave_a_book_as_if_built_from_nothing(
    book: Callable[[str], Book], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    names = [chance.choice(list(EDITS)) for _ in range(10)]
    check_edits(book("orchard"), tmp_path, names, seed)
