"""What other extensions do with a book that is printed, kept from ending the build.

Many were only ever tried with builders of websites. What fails is named, and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx.errors import SphinxError
from sphinx.util import logging

from iomdocs.formats.typst.tree import kinds_in

if TYPE_CHECKING:
    from docutils import nodes
    from docutils.transforms import Transform
    from sphinx.events import EventManager
    from sphinx.registry import SphinxComponentRegistry

logger = logging.getLogger(__name__)

RESOLVED = "doctree-resolved"

_IMAGES = frozenset({"docutils.nodes.image"})

LOOKING_FOR: Mapping[str, AbstractSet[str]] = {
    "sphinx.domains.c.AliasTransform": {"sphinx.domains.c.AliasNode"},
    "sphinx.domains.cpp.AliasTransform": {"sphinx.domains.cpp.AliasNode"},
    "sphinx.transforms.post_transforms.OnlyNodeTransform": {"sphinx.addnodes.only"},
    "sphinx.transforms.post_transforms.PropagateDescDomain": {"sphinx.addnodes.desc_signature"},
    "sphinx.transforms.post_transforms.images.ImageDownloader": _IMAGES,
    "sphinx.transforms.post_transforms.images.DataURIExtractor": _IMAGES,
}
"""What transforms of Sphinx look for in the whole book; without it they do nothing else.

With it, they bring in nothing that another of these looks for.
"""


class Present:
    """Which kinds of nodes a book has, counted when it is asked for."""

    def __init__(self) -> None:
        self._names: AbstractSet[str] | None = None

    def any_of(self, names: AbstractSet[str], book: nodes.document) -> bool:
        """Whether the book has nodes of a class with one of these names."""
        if self._names is None:
            classes = {each for kind in kinds_in(book) for each in kind.__mro__}
            self._names = {f"{each.__module__}.{each.__qualname__}" for each in classes}
        return not self._names.isdisjoint(names)

    def forget(self) -> None:
        """Count anew: there may be others now."""
        self._names = None


@contextmanager
def guarded(events: EventManager, registry: SphinxComponentRegistry) -> Iterator[None]:
    """Let each step that resolves a document fail alone: it is warned of, the others are taken.

    An error that Sphinx knows, which is meant for the author, goes on as it is.
    """
    transforms = registry.post_transforms
    listeners = events.listeners[RESOLVED]
    present = Present()
    registry.post_transforms = [_guarded_transform(each, present) for each in transforms]
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


def _guarded_transform(kind: type[Transform], present: Present) -> type[Transform]:
    own: Any = kind
    name = f"{kind.__module__}.{kind.__qualname__}"

    def apply(self: Transform, **options: Any) -> None:
        if name not in LOOKING_FOR:
            present.forget()
        elif not present.any_of(LOOKING_FOR[name], self.document):
            return
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
