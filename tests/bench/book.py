"""A book of any length, made to be measured; the same bytes for the same size.

It comes in three forms with the same pages: with facts, with their words as plain text, and with
plain text for Sphinx without this program. A part has ten pages and a page that lists them.
"""

import random
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.bench import records
from tests.bench.words import code, figure, paragraph, sentence, table, title


class Form(Enum):
    """What a book is written for."""

    FACTS = "facts"
    """This program, with a package of facts, the register of them and a bibliography."""
    PLAIN = "plain"
    """This program; the words that facts would show are typed in."""
    STOCK = "stock"
    """Sphinx without this program; the words are typed in."""


@dataclass(frozen=True)
class Book:
    """How much of everything; all but ``pages`` is the number on each page of text."""

    pages: int = 221
    """Source files, with the index and the pages that list those of a part."""
    facts: int = 3
    tables: int = 1
    rows: int = 6
    code: int = 1
    links: int = 4
    figures: int = 0
    footnotes: int = 0

    def __post_init__(self) -> None:
        if self.pages < _FEWEST:
            msg = f"a book of {self.pages} pages is too short; the least is {_FEWEST}"
            raise ValueError(msg)

    @property
    def parts(self) -> Mapping[str, Sequence[str]]:
        """The folders of the parts with the names of their pages; the last part may be short."""
        whole, rest = divmod(self.pages - 1, _PAGES_OF_PART + 1)
        sizes = [_PAGES_OF_PART] * whole
        if rest == 1:
            sizes[-1] += 1  # a part of its own would list no page
        elif rest:
            sizes.append(rest - 1)
        return {
            f"part{number:03}": [f"page{page:02}" for page in range(size)]
            for number, size in enumerate(sizes)
        }

    @property
    def texts(self) -> Sequence[str]:
        """The pages of text, without those that list others, as Sphinx names them."""
        return [f"{part}/{page}" for part, pages in self.parts.items() for page in pages]

    @property
    def watched(self) -> Sequence[str]:
        """The three pages of text that show the fact which measurements change."""
        texts = self.texts
        return [texts[len(texts) * third // 3] for third in range(3)]

    @property
    def shown(self) -> Mapping[str, Sequence[str]]:
        """The ids of the facts on each page of text."""
        texts = self.texts
        watched, *others = records.values(len(texts))
        step = max(1, len(others) // max(1, self.facts))
        shown = {
            text: [others[(number + slot * step) % len(others)] for slot in range(self.facts)]
            for number, text in enumerate(texts)
        }
        return shown | {text: [watched, *shown[text][1:]] for text in self.watched}


_PAGES_OF_PART = 10
_FEWEST = 5
_PICTURE = "figure.png"


def write(folder: Path, book: Book, form: Form) -> None:
    """Write the sources of a book into a new folder."""
    folder.mkdir(parents=True)
    for name, text in _files(book, form).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / _PICTURE).write_bytes(_picture(480, 240))


def _files(book: Book, form: Form) -> Mapping[str, str]:
    """The text files by name."""
    lists = [f"{part}/index" for part in book.parts]
    files = {"conf.py": _CONF[form]}
    if form is Form.FACTS:
        lists += ["register", "sources"]
        files["register.md"] = "# Register\n\n```{fact:register}\n```\n"
        files["sources.md"] = "# Sources\n\n```{bibliography}\n:all:\n```\n"
        files["sources.bib"] = records.BIBLIOGRAPHY
        for name, text in records.modules(len(book.texts)):
            files[f"{records.PACKAGE}/{name}"] = text
    files["index.md"] = _list("A long book", lists)
    for number, (part, pages) in enumerate(book.parts.items()):
        files[f"{part}/index.md"] = _list(f"Part {number + 1}", pages)
    values = records.values(len(book.texts))
    for number, (text, facts) in enumerate(book.shown.items()):
        typed = [records.printed(values[fact]) for fact in facts]
        roles = [f"{{fact}}`{fact}`" for fact in facts]
        files[f"{text}.md"] = _page(number, book, roles if form is Form.FACTS else typed)
    return files


def _list(heading: str, pages: Sequence[str]) -> str:
    toctree = "\n".join(pages)
    return f"# {heading}\n\nMade to be measured.\n\n```{{toctree}}\n{toctree}\n```\n"


def _page(number: int, book: Book, facts: Sequence[str]) -> str:
    """A page of text.

    :param facts: what stands where the page shows its facts.
    """
    chance = random.Random(number)
    texts = book.texts
    blocks = [paragraph(chance, 90) for _ in range(8)]
    for _ in range(book.links):
        target = chance.choice(texts)
        blocks[chance.randrange(8)] += f" See [{sentence(chance, 3)}](../{target}.md)."
    notes = [f"n{number}x{note}" for note in range(book.footnotes)]
    for note in notes:
        blocks[chance.randrange(8)] += f" A remark.[^{note}]"
    for words in facts:
        blocks[chance.randrange(8)] += f" It was {words} then, {sentence(chance, 6).lower()}."
    blocks += [table(chance, book.rows) for _ in range(book.tables)]
    blocks += [code(chance) for _ in range(book.code)]
    blocks += [figure(chance, f"../{_PICTURE}") for _ in range(book.figures)]
    chance.shuffle(blocks)
    parts = [f"# {title(chance, 4)}"]
    for place in range(0, len(blocks), 3):
        parts += [f"## {title(chance, 3)}", *blocks[place : place + 3]]
    parts += [f"[^{note}]: {sentence(chance, 14)}." for note in notes]
    return "\n\n".join(parts) + "\n"


_COMMON = """\
project = "A long book"
author = "Nobody"
language = "en"
html_theme = "sphinx_book_theme"
myst_enable_extensions = ["colon_fence"]
numfig = True
"""

_CONF: Mapping[Form, str] = {
    Form.FACTS: f"""{_COMMON}\
extensions = ["myst_parser", "sphinxcontrib.bibtex", "iomdocs"]
iomdocs_edition = "2026-11-24"
iomdocs_facts = "{records.PACKAGE}"
bibtex_bibfiles = ["sources.bib"]
""",
    Form.PLAIN: f"""{_COMMON}\
extensions = ["myst_parser", "iomdocs"]
iomdocs_edition = "2026-11-24"
latex_engine = "lualatex"
latex_table_style = ["booktabs"]
""",
    Form.STOCK: f"""{_COMMON}\
extensions = ["myst_parser"]
""",
}


def _picture(width: int, height: int) -> bytes:
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
