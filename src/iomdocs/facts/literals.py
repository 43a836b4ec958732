"""Python that is read and not run."""

from __future__ import annotations

import ast
import warnings
from typing import Any


def parsed(source: bytes, name: str) -> ast.Module:
    """The syntax tree of a file in UTF-8.

    :raises UnicodeDecodeError: it is not UTF-8.
    :raises SyntaxError: it is no Python, or what stands in it is nested too deeply to be read.
    """
    text = source.decode("utf-8-sig")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # which Python prints for itself
            return ast.parse(text, name)
    except ValueError as error:  # of Python 3.11, for a zero byte
        raise SyntaxError(str(error)) from error
    except (RecursionError, MemoryError) as error:
        raise SyntaxError("brackets or signs are nested too deeply") from error


def literal(node: ast.expr) -> Any:
    """The value that is written, or ``None`` if it has to be computed."""
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None
