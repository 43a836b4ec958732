"""Edits of the orchard book, of every kind that people make, in any order."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Book

Edit = Callable[[Book, random.Random], None]


def _add(book: Book, file: str, text: str) -> None:
    path = book.source / file
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def _swap(book: Book, file: str, old: str, new: str) -> None:
    """Replace ``old`` by ``new``, or back if that was done already."""
    path = book.source / file
    text = path.read_text("utf-8")
    before, after = (new, old) if new in text else (old, new)
    assert before in text, f"neither {old!r} nor {new!r} stands in {file}"
    path.write_text(text.replace(before, after, 1), "utf-8")


def word(book: Book, chance: random.Random) -> None:
    page = chance.choice(["trees/apple.md", "trees/pear.md", "ground/water.md", "index.md"])
    _add(book, page, f"\nAnother word: {chance.choice(['ladder', 'basket', 'spade'])}.\n")


def title(book: Book, chance: random.Random) -> None:
    _swap(book, "trees/pear.md", "# Pears\n", "# Pears of old\n")


def heading(book: Book, chance: random.Random) -> None:
    _add(book, "ground/soil.md", f"\n## Part {chance.randrange(10**6)}\n\nMore of it.\n")


def fact(book: Book, chance: random.Random) -> None:
    _swap(book, "orchardfacts.py", "value=Number(240)", "value=Number(251)")


def note(book: Book, chance: random.Random) -> None:
    _swap(book, "orchardfacts.py", "One is dry in summer.", "All have water.")


def table(book: Book, chance: random.Random) -> None:
    _swap(book, "harvests.csv", "apples,Apples,12", "apples,Apples,14")


def moved_fact(book: Book, chance: random.Random) -> None:
    _swap(book, "orchardfacts.py", "does not exist.", "does not exist.\n\nNor did it ever.")


def order(book: Book, chance: random.Random) -> None:
    _swap(book, "index.md", "trees/apple\ntrees/pear", "trees/pear\ntrees/apple")


def page(book: Book, chance: random.Random) -> None:
    path = book.source / "trees" / "plum.md"
    _swap(book, "index.md", "\nwords\n", "\ntrees/plum\nwords\n")
    if path.exists():
        path.unlink()
    else:
        path.write_text("# Plums\n\n{fact}`orchard.wells` wells are near. {index}`Plum`\n", "utf-8")


def included(book: Book, chance: random.Random) -> None:
    _swap(book, "ground/rain.txt", "*many* days", "*few* days")


def picture(book: Book, chance: random.Random) -> None:
    _swap(book, "trees/picture.svg", 'fill="green"', 'fill="red"')


def second_picture(book: Book, chance: random.Random) -> None:
    """A third picture of one name, before the others in the alphabet."""
    text = "\n```{figure} ../basket/picture.svg\n:alt: A basket\n\nA basket.\n```\n"
    (book.source / "basket").mkdir(exist_ok=True)
    (book.source / "basket" / "picture.svg").write_bytes(
        (book.source / "trees" / "picture.svg").read_bytes()
    )
    path = book.source / "ground" / "water.md"
    content = path.read_text("utf-8")
    path.write_text(content.replace(text, "") if text in content else content + text, "utf-8")


def style(book: Book, chance: random.Random) -> None:
    _swap(book, "_static/own.css", "#234", "#432")


def term(book: Book, chance: random.Random) -> None:
    _swap(book, "words.md", "Dark earth.", "Dark earth of leaves.")


def new_term(book: Book, chance: random.Random) -> None:
    _swap(book, "words.md", "Humus\n", "Clay\n  Heavy earth.\n\nHumus\n")


def label(book: Book, chance: random.Random) -> None:
    _swap(book, "ground/soil.md", "# Soil\n", "# Soil and stones\n")


def moved_label(book: Book, chance: random.Random) -> None:
    """Two labels that change places: each is met where the other page had it."""
    _swap(book, "ground/soil.md", "(earth)=", "(rain)=")
    _swap(book, "ground/water.md", "(rain)=", "(earth)=")


def source(book: Book, chance: random.Random) -> None:
    _swap(book, "sources.bib", "Almanac of orchards", "Almanac of all orchards")


def setting(book: Book, chance: random.Random) -> None:
    _swap(book, "conf.py", '"Orchard keeper"', '"Orchard keepers"')


def cite(book: Book, chance: random.Random) -> None:
    _swap(book, "trees/pear.md", "By hand,", "By hand {cite}`count`,")


def figure(book: Book, chance: random.Random) -> None:
    """One figure more before others, whose numbers change."""
    text = (
        "```{figure} ../ground/picture.svg\n:alt: The ground\n\nThe ground below.\n```\n\n## Kinds"
    )
    _swap(book, "trees/apple.md", "## Kinds", text)


def footnote(book: Book, chance: random.Random) -> None:
    _swap(book, "trees/apple.md", "Late ones too.", "Late ones, too, and **early** ones.")


def times(book: Book, chance: random.Random) -> None:
    """New times for all files, as a fresh checkout has them."""
    for path in book.source.rglob("*"):
        os.utime(path)


def same_time(book: Book, chance: random.Random) -> None:
    """An edit that leaves size and time of the file as they were."""
    path = book.source / "words.md"
    before = path.stat()
    _swap(book, "words.md", "a twig", "a tw1g")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


EDITS: dict[str, Edit] = {
    each.__name__: each
    for each in (
        *(word, title, heading, fact, note, table, moved_fact, order, page, included, picture),
        *(second_picture, style, term, new_term, label, moved_label, source, setting, cite, figure),
        *(footnote, times, same_time),
    )
}


def files(folder: Path) -> dict[str, bytes]:
    """All published files by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
