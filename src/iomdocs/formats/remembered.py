"""What a build works out of the program and its settings, and the next one has to work out again.

It is kept beside finished pages, and told apart by a digest from what another program has worked
out, other settings or another book: :data:`OF_CONTENTS` names what follows from the book, too.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

TEMPLATES = "templates"
"""Templates as Jinja has compiled them."""
STEMS = "stems"
"""Stems of words, for the search of Sphinx."""
SIDEBARS = "sidebars"
"""The trees of pages in the sidebar."""
OF_CONTENTS = (SIDEBARS,)
"""Results that follow from the contents of the book, too."""

_FILE = "results.pickle"
_ATTRIBUTE = "iomdocs_results"


@dataclass(frozen=True, slots=True)
class Results:
    """Mappings with results, by their names."""

    earlier: dict[str, Any] = field(default_factory=dict)
    """Those that are kept and still hold; each is taken out once, for one build."""
    now: dict[str, Mapping[Any, Any]] = field(default_factory=dict)
    """Those of this build."""


def results(app: Sphinx) -> Results:
    """The results of an application."""
    found: Results = vars(app).setdefault(_ATTRIBUTE, Results())
    return found


def take(app: Sphinx, folder: Path, program: str, contents: str) -> None:
    """Take from ``folder`` what an earlier build has worked out of the same; perhaps nothing.

    :param program: a digest of the program and the settings.
    :param contents: one of these, and of the contents of the book with all their titles.
    """
    file = folder / _FILE
    if file.is_file():
        kept: Mapping[str, tuple[str, bytes]] = pickle.loads(file.read_bytes())  # noqa: S301
        for name, (key, found) in kept.items():
            if key == _key(name, program, contents):  # of the same program: it knows the types
                results(app).earlier[name] = pickle.loads(found)  # noqa: S301  as doctrees are


def put(app: Sphinx, folder: Path, program: str, contents: str) -> None:
    """Keep the results of this build in ``folder``."""
    kept = {
        name: (_key(name, program, contents), pickle.dumps(dict(found)))
        for name, found in results(app).now.items()
    }
    (folder / _FILE).write_bytes(pickle.dumps(kept))


def _key(name: str, program: str, contents: str) -> str:
    return contents if name in OF_CONTENTS else program
