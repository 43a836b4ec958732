"""Pictures: words for who does not see them, and a size that a slow line can carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes

from iomdocs.diagnostics import Problem
from iomdocs.markup.accessibility.faults import Fault, fault_at
from iomdocs.markup.accessibility.words import PICTURE_WITHOUT_WORDS

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def faults(doctree: nodes.document, env: BuildEnvironment, limit: int) -> Iterator[Fault]:
    """What is wrong with the pictures of a page; ``limit`` is in bytes, 0 for none."""
    for image in doctree.findall(nodes.image):
        name = PurePosixPath(str(image["uri"])).name
        if message := _what_alt_lacks(image, name):
            yield fault_at(image, Problem("A003", message, PICTURE_WITHOUT_WORDS), name)
        for file in _files(image, env):
            size = file.stat().st_size
            if 0 < limit < size:
                yield fault_at(image, _too_large(file.name, size, limit), name)


def _what_alt_lacks(image: nodes.image, name: str) -> str:
    alt = image.get("alt")
    if alt is None or (not alt and _is_inline_markdown(image)):
        return f"the picture '{name}' has no words for readers who do not see it"
    if alt.strip() in {name, PurePosixPath(name).stem, image["uri"]}:
        return f"the words for the picture '{name}' are only the name of its file"
    return ""


def _is_inline_markdown(image: nodes.image) -> bool:
    """Whether a picture is ``![](file)``, of which nobody knows if words were left out on purpose.

    A directive keeps its text in ``rawsource``; cards of sphinx-design have classes of their own.
    """
    return not image.rawsource and not any(name.startswith("sd-") for name in image["classes"])


def _files(image: nodes.image, env: BuildEnvironment) -> Iterator[Path]:
    """The files of a picture that Sphinx has found: one, or one for each format."""
    candidates: Mapping[str, str] = image.get("candidates", {})
    for kind, name in sorted(candidates.items()):
        path = Path(env.srcdir, name)
        if kind != "?" and path.is_file():
            yield path


def _too_large(name: str, size: int, limit: int) -> Problem:
    message = f"the picture '{name}' has {size:,} bytes, more than the {limit:,} that are allowed"
    hint = (
        "make it smaller or save it as SVG or WebP; iomdocs_image_limit in conf.py sets the limit"
    )
    return Problem("A005", message, hint)
