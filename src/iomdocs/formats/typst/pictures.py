"""Pictures beside the markup; those that cannot be read are found before the book is set.

So it is set without them. Each kind of picture has a folder of its own, so that none takes the name
of another.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.environment.adapters.asset import ImageAdapter
from sphinx.util import logging

from iomdocs.diagnostics import line_of
from iomdocs.formats.typst.compiler import Compiler, NotPrintable
from iomdocs.formats.typst.output import argument
from iomdocs.formats.typst.sources import located

if TYPE_CHECKING:
    from iomdocs.formats.typst.assembly import Book
    from iomdocs.formats.typst.builder import TypstPdfBuilder

logger = logging.getLogger(__name__)

OF_PAGES = "images"
"""The folder of the pictures that pages show."""
OF_LOOK = "look"
"""The folder of the pictures of the cover."""
DRAWINGS = "drawings"
"""The folder of the drawings that are made for the book."""

_OF_COVER: Mapping[str, str] = {"typst_cover": "cover", "typst_logo": "logo"}
"""The kind of picture that each setting names."""


def put_pictures(builder: TypstPdfBuilder, book: Book, compiler: Compiler) -> Mapping[str, str]:
    """Put the pictures of a book beside its markup; one that cannot be read is left out.

    The text that describes a picture is printed in its place.

    :returns: the files of the pictures of the cover, by their kind.
    """
    names = {f"{OF_PAGES}/{name}": address for address, name in builder.images.items()}
    files = {name: Path(builder.srcdir, address) for name, address in names.items()}
    look: dict[str, str] = {}
    for setting, kind in _OF_COVER.items():
        if given := str(builder.config[setting]):
            look[kind] = f"{OF_LOOK}/{kind}{Path(given).suffix.lower()}"
            files[look[kind]] = Path(builder.confdir, given)
    wrong = _copied(compiler, files)
    for setting, kind in _OF_COVER.items():
        if why := wrong.get(look.get(kind, "")):
            del look[kind]
            conf = str(Path(builder.confdir, "conf.py"))
            _warn(str(builder.config[setting]), why, f"{conf}:{line_of(conf, 1, setting)}")
    addresses = {names[name]: why for name, why in wrong.items() if name in names}
    for node in book.of_kind(nodes.image):
        if why := addresses.get(str(node["uri"])):
            original = ImageAdapter(builder.env).get_original_image_uri(str(node["uri"]))
            _warn(original, why, located(node))
    for address in addresses:
        del builder.images[address]
    return look


def _warn(address: str, why: str, location: nodes.Node | str) -> None:
    logger.warning(
        "the picture '%s' cannot be read: %s"
        "\nhint: save it again as PNG, JPEG or SVG; the PDF prints its description instead",
        address,
        why,
        location=location,
        type="iomdocs",
        subtype="P002",
    )


def _copied(compiler: Compiler, files: Mapping[str, Path]) -> dict[str, str]:
    """Copy files beside the markup; the names of those that cannot be printed, with the reason.

    :param files: where each is, by the name that it gets there, with its folder.
    """
    for folder in (OF_PAGES, OF_LOOK, DRAWINGS):
        shutil.rmtree(compiler.folder / folder, ignore_errors=True)
        (compiler.folder / folder).mkdir()
    wrong: dict[str, str] = {}
    for name, file in files.items():
        try:
            shutil.copyfile(file, compiler.folder / name)
        except OSError as error:
            wrong[name] = str(error.strerror)
    return wrong | dict(_broken(compiler, [name for name in files if name not in wrong]))


def _broken(compiler: Compiler, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files among ``names`` that Typst cannot read, each with what is wrong with it.

    Typst stops at the first; so the rest is tried again until nothing is found.
    """
    left = list(names)
    while left:
        lines = [f"#context {{ let _ = measure(image({argument(name)})) }}" for name in left]
        try:
            compiler.try_out("\n".join(lines))
        except NotPrintable as error:
            number = next(iter(error.lines), 0)
            if not 0 < number <= len(left):
                return
            yield left.pop(number - 1), error.findings[0].message
        else:
            return
