"""What Sphinx calls to write a node."""

from __future__ import annotations

from collections.abc import Callable

Visitors = tuple[Callable[..., None], Callable[..., None] | None]
"""The functions that open and close a node, as ``html=`` of ``add_node`` takes them."""
