"""A PDF is kept for the next build, which takes it where nothing in print has changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from iomdocs.formats.typst.compiler import Compiler
from tests.formats.conftest import Built

Print = Callable[..., Built]
SHAPE = '<rect width="9" height="9"/>'
SQUARE = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{SHAPE}</svg>'
BOOK = {"index.md": "# Town\n\nA river runs through it.\n\n![A dot](dot.svg)\n", "dot.svg": SQUARE}


@pytest.fixture
def sets(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The books that Typst has set, by the names of their files."""
    names: list[str] = []
    own = Compiler.compile

    def compile_and_note(self: Compiler, source: Path, *given: object) -> object:
        if source.name != "trial.typ":
            names.append(source.name)
        return own(self, source, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Compiler, "compile", compile_and_note)
    return names


def content(built: Built) -> bytes:
    assert built.pdf is not None
    return built.pdf.read_bytes()


def test_an_unchanged_book_is_not_set_again(printed: Print, sets: list[str]) -> None:
    first = printed(BOOK)
    before = content(first)
    first.pdf.unlink()  # type: ignore[union-attr]
    again = printed(BOOK)
    assert (content(again), again.pages) == (before, first.pages)
    assert sets == ["small.typ"]


@pytest.mark.parametrize(
    ("files", "settings"),
    [
        ({"index.md": BOOK["index.md"].replace("river", "road")}, {}),
        ({"dot.svg": SQUARE.replace("rect w", 'rect fill="#05a" w')}, {}),
        ({}, {"typst_paper": "a5"}),
        ({}, {"typst_pdf_standards": ["ua-1"]}),
        ({}, {"iomdocs_edition": "2026-11-25"}),
        ({"fonts/more.ttf": b"no font"}, {"typst_font_paths": ["fonts"]}),
        ({"mine.typ": '#import "builtin.typ": *\n'}, {"typst_template": "mine.typ"}),
    ],
    ids=["words", "picture", "paper", "standards", "day", "fonts", "template"],
)
def test_a_changed_book_is_set_again_as_if_it_were_new(
    printed: Print,
    sets: list[str],
    tmp_path: Path,
    files: dict[str, str | bytes],
    settings: dict[str, object],
) -> None:
    printed(BOOK)
    changed = content(printed({**BOOK, **files}, **settings))
    assert len(sets) == 2
    shutil.rmtree(tmp_path / "build")
    assert content(printed({**BOOK, **files}, **settings)) == changed


def test_a_damaged_pdf_is_made_again(printed: Print, sets: list[str], tmp_path: Path) -> None:
    caches = tmp_path / "caches"
    before = content(printed(BOOK, iomdocs_cache=str(caches)))
    [kept] = (caches / "pdf").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert content(printed(BOOK, iomdocs_cache=str(caches))) == before
    assert len(sets) == 2


def test_what_is_wrong_is_said_with_each_build(printed: Print) -> None:
    book = {"index.md": "# Town\n\n```{image} dot.svg\n```\n", "dot.svg": SQUARE}
    warnings = printed(book).warnings
    assert "PDF/UA-1" in warnings
    assert printed(book).warnings == warnings
