"""Methods of docutils and Sphinx in whose place stand our own, which do the same in less time.

In another version a method may do something else. So it is replaced only if its code names what it
named when ours was written. If not, it stays as it is, and nothing is lost but the time.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from types import CodeType
from typing import Any


def replace(owner: type, name: str, ours: Callable[..., Any], names: AbstractSet[str]) -> None:
    """Put a method of our own in the place of one of ``owner`` in this process, if that is known.

    :param names: all that the method names; see :func:`is_known`.
    """
    if is_known(getattr(owner, name, None), names):
        setattr(owner, name, ours)


def is_known(function: Any, names: AbstractSet[str]) -> bool:
    """Whether a function is there, and it and the functions within it name this and no more.

    Names are those of attributes, methods, classes and functions, not those of local variables.
    """
    code = getattr(function, "__code__", None)
    return code is not None and _names(code) == names


def _names(code: CodeType) -> set[str]:
    inside = (each for each in code.co_consts if isinstance(each, CodeType))
    return set(code.co_names).union(*map(_names, inside))
