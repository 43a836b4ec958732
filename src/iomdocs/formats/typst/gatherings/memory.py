"""The numbers of pages that gatherings were told in the last build.

Mostly they are those of the next build too: a gathering that is counted with them is as it will be
in the book, and to set it then takes no more than to write its PDF. Numbers that are wrong cost
what any numbers would, and decide nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iomdocs.cache import Cache
from iomdocs.formats.typst.gatherings.division import Gathering

KEY = "numbers 1"
"""What they are kept under; the number is that of the form in which they are."""


class Numbers(NamedTuple):
    """The numbers in a gathering.

    Attributes:
        start: the last page in front of it.
        pages: those with the labels that it asks for.
    """

    start: int
    pages: Mapping[str, Sequence[str]]


class Memory:
    """Numbers of gatherings by their names."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._content = cache.get(KEY) or b"{}"
        kept = json.loads(self._content)
        self._kept = {name: Numbers(*numbers) for name, numbers in kept.items()}

    def of(self, gathering: Gathering) -> Numbers | None:
        """What a gathering was told, as far as it asks for it today."""
        kept = self._kept.get(gathering.name)
        if kept is None:
            return None
        asked = sorted(gathering.asked & kept.pages.keys())
        return Numbers(kept.start, {label: kept.pages[label] for label in asked})

    def keep(self, numbers: Mapping[str, Numbers]) -> None:
        """Remember the numbers of gatherings by their names, and no others."""
        content = json.dumps(numbers, sort_keys=True).encode()
        if content != self._content:
            self._cache.put(KEY, content)
