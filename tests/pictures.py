"""The pictures of the page on the PDF, made from the specimen: ``python -m tests.pictures``."""

import re
import shutil
import struct
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from tests import layers
from tests.formats.conftest import ROOTS, make
from tests.template import functions

FOLDER = Path(__file__).parent.parent / "docs" / "contributing" / "pictures"
A4, WIDTH = 595.28, 280
"""Points of a page across on A4, and pixels; other papers have the same scale."""
GAP = 12
COLOURS = 32
GROUND, EDGE = (226, 230, 235), (190, 197, 205)

CHAPTER = 5
"""The sheet, counted from 0, on which a chapter with a table and boxes begins."""
INDEX = 10
"""The sheet of the index on A5."""


class Picture(NamedTuple):
    """Pages of the specimen, side by side, each with its settings."""

    name: str
    pages: Sequence[tuple[dict[str, object], int]]
    scale: float = 1
    """How much larger than pages elsewhere, where letters have to be seen."""


A5: dict[str, object] = {"typst_paper": "a5"}
LIBERTINUS = {"serif": "Libertinus Serif", "sans": "Libertinus Serif"}
SEA = "#1d4f63"

PICTURES = (
    Picture("pages", [({}, page) for page in (0, 1, 2, CHAPTER - 1, CHAPTER)]),
    Picture("typst_template", [({}, CHAPTER), ({"typst_template": "plain.typ"}, 1)]),
    Picture(
        "typst_paper",
        [({"typst_paper": name}, CHAPTER) for name in ("a4", "us-letter", "iso-b5", "a5")],
    ),
    Picture("typst_two_sided", [({**A5, "typst_two_sided": True}, page) for page in (9, 10)]),
    Picture("typst_fonts", [(A5, CHAPTER), ({**A5, "typst_fonts": LIBERTINUS}, CHAPTER)], 1.7),
    Picture(
        "typst_font_size", [({**A5, "typst_font_size": size}, CHAPTER) for size in (8, 11)], 1.7
    ),
    Picture(
        "typst_accent",
        [
            ({"typst_accent": tone}, page)
            for tone in ("#7a3b12", "#1d5b3a")
            for page in (0, CHAPTER)
        ],
    ),
    Picture("typst_cover", [({"typst_cover": "horizon.svg", "typst_accent": SEA}, 0)]),
    Picture("typst_logo", [({"typst_logo": "mark.svg", "typst_accent": SEA}, 0)]),
    Picture("typst_contents_depth", [({"typst_contents_depth": depth}, 2) for depth in (1, 2)]),
    Picture("typst_use_index", [(A5, INDEX)], 1.4),
    Picture(
        "typst_show_urls",
        [({**A5, "typst_show_urls": way}, CHAPTER) for way in ("footnote", "inline", "no")],
        1.5,
    ),
)
"""A picture for each setting that shows on the page, under its name."""


class Image(NamedTuple):
    """Pixels with a palette, row after row."""

    width: int
    height: int
    palette: Sequence[tuple[int, int, int]]
    pixels: bytes


def draw(picture: Picture) -> Image:
    """A picture from newly built specimens."""
    pages = [_page(settings, number, picture.scale) for settings, number in picture.pages]
    width = sum(page[0] for page in pages) + GAP * (len(pages) + 1)
    height = max(page[1] for page in pages) + 2 * GAP
    rows = [[GROUND] * width for _ in range(height)]
    left = GAP
    for across, down, colours in pages:
        for y in range(-1, down + 1):
            rows[GAP + y][left - 1 : left + across + 1] = [EDGE] * (across + 2)
        for y in range(down):
            rows[GAP + y][left : left + across] = colours[y * across : (y + 1) * across]
        left += across + GAP
    return with_palette(width, height, [colour for row in rows for colour in row])


def _page(
    settings: dict[str, object], number: int, scale: float
) -> tuple[int, int, list[tuple[int, int, int]]]:
    """A page of the specimen: its width, height and colours."""
    with tempfile.TemporaryDirectory() as made:
        source = Path(made).resolve() / "specimen"
        shutil.copytree(ROOTS / "specimen", source)
        built = make("typstpdf", source, Path(made) / "build", **settings)
        assert built.warnings == "", built.warnings
        document = pypdfium2.PdfDocument(built.pdf.read_bytes())
        return pixels(document[number], scale * WIDTH / A4)


def pixels(page: pypdfium2.PdfPage, scale: float) -> tuple[int, int, list[tuple[int, int, int]]]:
    """The width, height and colours of a page with ``scale`` pixels a point."""
    bitmap = page.render(scale=scale, rev_byteorder=True)
    data, stride = bytes(bitmap.buffer), bitmap.stride
    step = bitmap.n_channels
    colours = [
        (data[at], data[at + 1], data[at + 2])
        for y in range(bitmap.height)
        for at in range(y * stride, y * stride + bitmap.width * step, step)
    ]
    return bitmap.width, bitmap.height, colours


def with_palette(width: int, height: int, colours: Sequence[tuple[int, int, int]]) -> Image:
    """The picture in its most frequent colours; any other becomes the nearest of them."""
    counted = Counter((r & 0xF8, g & 0xF8, b & 0xF8) for r, g, b in colours)
    ranked = sorted(counted, key=lambda colour: (-counted[colour], colour))
    palette: list[tuple[int, int, int]] = []
    for colour in ranked:
        if all(_distance(colour, other) > 24**2 for other in palette):
            palette.append(colour)
        if len(palette) == COLOURS:
            break
    nearest = {
        colour: min(range(len(palette)), key=lambda n: _distance(colour, palette[n]))
        for colour in ranked
    }
    pixels = bytes(nearest[r & 0xF8, g & 0xF8, b & 0xF8] for r, g, b in colours)
    whole = [tuple(min(255, part | part >> 5) for part in colour) for colour in palette]
    return Image(width, height, whole, pixels)


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def to_png(image: Image) -> bytes:
    """The picture as PNG of palette type (ISO/IEC 15948)."""
    rows = (image.pixels[at : at + image.width] for at in range(0, len(image.pixels), image.width))
    return b"".join([
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", image.width, image.height, 8, 3, 0, 0, 0)),
        _chunk(b"PLTE", b"".join(bytes(colour) for colour in image.palette)),
        _chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)),
        _chunk(b"IEND", b""),
    ])  # fmt: skip


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def from_png(data: bytes) -> Image:
    """A picture that :func:`to_png` has written."""
    chunks = dict(_chunks(data))
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    palette = chunks[b"PLTE"]
    rows = zlib.decompress(chunks[b"IDAT"])
    pixels = b"".join(rows[y * (width + 1) + 1 : (y + 1) * (width + 1)] for y in range(height))
    colours = [tuple(palette[at : at + 3]) for at in range(0, len(palette), 3)]
    return Image(width, height, colours, pixels)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        size = struct.unpack(">I", data[at : at + 4])[0]
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


PAGE = FOLDER.parent / "pdf.md"
_TABLE = re.compile(r"(<!-- functions: .*? -->\n).*(<!-- end of functions -->)", re.DOTALL)


def with_functions(page: str) -> str:
    """The page with the table of the functions as the template has them."""
    rows = "".join(f"| `{each}` | {each.meaning} |\n" for each in functions())
    table = f"\n| Function | What it prints |\n|----------|----------------|\n{rows}\n"
    return _TABLE.sub(lambda match: f"{match[1]}{table}{match[2]}", page)


def main() -> int:
    """Write all pictures and the table of functions anew, and say how large pictures are."""
    PAGE.write_text(with_functions(PAGE.read_text("utf-8")), "utf-8")
    FOLDER.mkdir(exist_ok=True)
    layers.FILE.write_text(layers.svg(), "utf-8")
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for picture in PICTURES:
        data = to_png(draw(picture))
        (FOLDER / f"{picture.name}.png").write_bytes(data)
        print(f"{picture.name}.png  {len(data) / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
