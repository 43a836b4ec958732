"""What several rules need of a page or a book is worked out once, and goes with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Of = TypeVar("Of")
Made = TypeVar("Made")


def once(make: Callable[[Of], Made]) -> Callable[[Of], Made]:
    """Keep what is made of a page or book for as long as that is in use.

    A preview looks at pages again and again, so that nothing may be kept for good.
    """
    made: WeakKeyDictionary[Of, Made] = WeakKeyDictionary()

    @wraps(make)
    def kept(of: Of) -> Made:
        if of not in made:
            made[of] = make(of)
        return made[of]

    return kept
