"""Drawings that were made before, known by all that they show and by what draws it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from iomdocs.cache import Cache

_HERE = Path(__file__).parent
_DRAWN_WITH = (".py", ".json", ".csv")
"""Endings of the files of this package that have a part in how a drawing looks."""


def drawn(asked: object, draw: Callable[[], str], cache: Cache | None) -> str:
    """The drawing from the cache, or else as ``draw`` makes it.

    :param asked: all that is drawn, which its ``repr`` tells.
    """
    if cache is None:
        return draw()
    key = f"{_drawn_by()} {asked!r}"
    kept = cache.get(key)
    if kept is not None:
        return kept.decode("utf-8")
    drawing = draw()
    cache.put(key, drawing.encode("utf-8"))
    return drawing


@once
def _drawn_by() -> str:
    """The versions of the renderer, and a digest of this package with its data."""
    digest = sha256()
    for file in sorted(_HERE.rglob("*")):
        if file.suffix in _DRAWN_WITH:
            digest.update(sha256(file.read_bytes()).digest())
    packages = (f"{name} {version(name)}" for name in ("altair", "vl-convert-python"))
    return f"{' '.join(packages)} {digest.hexdigest()}"
