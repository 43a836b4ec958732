"""A book of any length with the things that make setting slow; the same for the same size."""

import random
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

SYLLABLES = (
    *("mi", "gra", "tion", "of", "the", "peo", "ple", "state", "or", "gan", "con", "sti", "tu"),
    *("re", "port", "land", "bor", "der", "work", "law"),
)


@dataclass(frozen=True)
class Size:
    """How much of everything; all but ``pages`` is the number in each chapter of ten pages."""

    pages: int = 300
    tables: int = 4
    rows: int = 12
    code: int = 4
    figures: int = 3
    links: int = 40
    footnotes: int = 20


PAGES_OF_CHAPTER = 10
PARAGRAPHS = 31
"""That make ten pages together with the rest."""


def write(folder: Path, size: Size) -> None:
    """Write the sources of the book: ``conf.py``, ``index.md`` and the chapters."""
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "figure.png").write_bytes(picture(480, 240))
    names = [f"chapter{number:03}" for number in range(max(1, size.pages // PAGES_OF_CHAPTER))]
    toctree = "\n".join(names)
    (folder / "index.md").write_text(
        f"# A long book\n\nMade to be measured.\n\n```{{toctree}}\n{toctree}\n```\n", "utf-8"
    )
    for number, name in enumerate(names):
        (folder / f"{name}.md").write_text(chapter(number, names, size), "utf-8")


CONF = """\
project = "A long book"
author = "Nobody"
language = "en"
extensions = ["myst_parser", "iomdocs"]
myst_enable_extensions = ["colon_fence"]
numfig = True
iomdocs_edition = "2026-11-24"
latex_engine = "lualatex"
latex_table_style = ["booktabs"]
"""


def chapter(number: int, names: list[str], size: Size) -> str:
    """The source of a chapter."""
    chance = random.Random(number)
    blocks = [paragraph(chance, 90) for _ in range(PARAGRAPHS)]
    for _ in range(size.links):
        place = chance.randrange(len(blocks))
        target = chance.choice(names)
        blocks[place] += f" See [{sentence(chance, 3)}]({target}.md)."
    notes = [f"n{number}x{note}" for note in range(size.footnotes)]
    for note in notes:
        blocks[chance.randrange(len(blocks))] += f" A remark.[^{note}]"
    blocks += [table(chance, size.rows) for _ in range(size.tables)]
    blocks += [code(chance) for _ in range(size.code)]
    blocks += [figure(chance) for _ in range(size.figures)]
    chance.shuffle(blocks)
    parts = [f"# {sentence(chance, 4)}"]
    for place, block in enumerate(blocks):
        if place % 6 == 0:
            parts.append(f"## {sentence(chance, 3)}")
        parts.append(block)
    parts += [f"[^{note}]: {sentence(chance, 14)}." for note in notes]
    return "\n\n".join(parts) + "\n"


def word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((1, 1, 2, 2, 3, 4))))


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(word(chance) for _ in range(words)).capitalize()


def paragraph(chance: random.Random, words: int) -> str:
    parts = []
    while words > 0:
        length = chance.randint(6, 18)
        parts.append(f"{sentence(chance, length)}.")
        words -= length
    parts.insert(1, f"*{sentence(chance, 3)}* and **{word(chance)}** with `{word(chance)}`.")
    return " ".join(parts)


def table(chance: random.Random, rows: int) -> str:
    lines = [" | ".join(sentence(chance, 1) for _ in range(4)), "---|---|---|---"]
    for _ in range(rows):
        cells = (sentence(chance, 3), sentence(chance, 5), str(chance.randrange(10000)), "2016")
        lines.append(" | ".join(cells))
    return "\n".join(f"| {line} |" for line in lines)


def code(chance: random.Random) -> str:
    lines = [f"def {word(chance)}({word(chance)}, value={chance.randrange(99)}):"]
    lines += [
        f"    {word(chance)} = {word(chance)}[{number}]  # {word(chance)}" for number in range(9)
    ]
    return "\n".join(["```python", *lines, "```"])


def figure(chance: random.Random) -> str:
    alternative, caption = sentence(chance, 6), sentence(chance, 6)
    options = f":alt: {alternative}\n:width: 60%"
    return f":::{{figure}} figure.png\n{options}\n\n{caption}\n:::"


def picture(width: int, height: int) -> bytes:
    """A PNG with a slope of colours (ISO/IEC 15948)."""
    rows = b"".join(
        b"\0"
        + bytes(part for x in range(width) for part in (x * 255 // width, y * 255 // height, 128))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
