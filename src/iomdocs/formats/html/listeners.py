"""What a theme does with each page, where something is to stand between it and Sphinx."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PAGE_CONTEXT = "html-page-context"

Listener = Callable[..., Any]


def replace(app: Sphinx, name: tuple[str, str], other: Callable[[Listener], Listener]) -> bool:
    """Put ``other`` of a listener of :data:`PAGE_CONTEXT` in its place.

    :param name: module and name of the function.
    :returns: whether there is such a listener; another version of the theme may have none.
    """
    listeners = app.events.listeners[PAGE_CONTEXT]
    for place, listener in enumerate(listeners):
        handler = listener.handler
        if (getattr(handler, "__module__", ""), getattr(handler, "__name__", "")) == name:
            listeners[place] = listener._replace(handler=other(handler))
            return True
    return False
