"""What other extensions do with a book that is printed, kept from ending the build.

Many were only ever tried with builders of websites. What fails is named, and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx.errors import SphinxError
from sphinx.util import logging

if TYPE_CHECKING:
    from docutils.transforms import Transform
    from sphinx.events import EventManager
    from sphinx.registry import SphinxComponentRegistry

logger = logging.getLogger(__name__)

RESOLVED = "doctree-resolved"


@contextmanager
def guarded(events: EventManager, registry: SphinxComponentRegistry) -> Iterator[None]:
    """Let each step that resolves a document fail alone: it is warned of, the others are taken.

    An error that Sphinx knows, which is meant for the author, goes on as it is.
    """
    transforms = registry.post_transforms
    listeners = events.listeners[RESOLVED]
    registry.post_transforms = [_guarded_transform(each) for each in transforms]
    events.listeners[RESOLVED] = [
        each._replace(handler=_guarded_handler(each.handler)) for each in listeners
    ]
    try:
        yield
    finally:
        registry.post_transforms = transforms
        events.listeners[RESOLVED] = listeners


def warn_of(name: str, error: Exception, location: Any = None) -> None:
    """Say what failed, and how."""
    logger.warning(
        "the PDF is made without '%s' of an extension, which fails: %s: %s",
        name,
        type(error).__name__,
        error,
        location=location,
        type="iomdocs",
        subtype="P001",
    )


def _guarded_transform(kind: type[Transform]) -> type[Transform]:
    own: Any = kind

    def apply(self: Transform, **options: Any) -> None:
        try:
            own.apply(self, **options)
        except SphinxError:
            raise
        except Exception as error:
            warn_of(kind.__name__, error)

    return type(kind.__name__, (kind,), {"apply": apply, "__module__": kind.__module__})


def _guarded_handler(handler: Callable[..., Any]) -> Callable[..., Any]:
    def call(*arguments: Any) -> Any:
        try:
            return handler(*arguments)
        except SphinxError:
            raise
        except Exception as error:
            warn_of(getattr(handler, "__qualname__", repr(handler)), error)
            return None

    return call
