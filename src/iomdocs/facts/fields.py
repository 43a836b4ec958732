"""What may stand in a field of a record, as its type says it."""

from __future__ import annotations

import types
from collections.abc import Sequence
from typing import Any, Literal, Union, get_args, get_origin


def fits(value: Any, hint: Any) -> bool:
    """Whether a literal may stand where the model has a field of type ``hint``."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return any(fits(value, part) for part in get_args(hint))
    if origin is Literal:
        return value in get_args(hint)
    if origin is Sequence:
        return isinstance(value, tuple) and all(fits(part, get_args(hint)[0]) for part in value)
    if hint is float:
        return isinstance(value, float)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint)


def wording(hint: Any) -> str:
    """What may stand in a field of type ``hint``, in words for a contributor."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        parts = (wording(part) for part in get_args(hint) if part is not type(None))
        return ", ".join(dict.fromkeys(parts))
    if origin is Literal:
        return ", ".join(f'"{value}"' for value in get_args(hint))
    if origin is Sequence:
        return f"a list of {wording(get_args(hint)[0])} in [ ]"
    plain = {str: 'text in "quotation marks"', int: "a number", float: "a number"}
    return plain.get(hint, f"{hint.__name__}(...)")
