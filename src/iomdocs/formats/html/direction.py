"""The direction of the text on the first element of every page, whatever the theme.

Themes name the language there and leave out the direction, so that a page in Arabic or Hebrew is
laid out like one in English (HTML Standard, 3.2.6.4 The dir attribute).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2.ext import Extension

from iomdocs.languages import is_right_to_left

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DIRECTION = "text_direction"
"""The name of the direction in templates; a book can set it in ``html_context``."""

_LANGUAGE = re.compile(r"""(<html\b(?:(?!\bdir=)[^>])*?\blang="\{\{\s*language\s*\}\}")""")
_REST_OF_TAG = re.compile(r"[^>]*")


class NameDirection(Extension):
    """Jinja's extension that lets templates which name the language name the direction too."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source of a template with the attribute ``dir``, unless the tag has one."""
        found = _LANGUAGE.search(source)
        rest = _REST_OF_TAG.match(source, found.end()) if found else None
        if not found or not rest or "dir=" in rest[0]:
            return source
        attribute = f'{{% if {DIRECTION} %}} dir="{{{{ {DIRECTION} }}}}"{{% endif %}}'
        return source[: found.end()] + attribute + source[found.end() :]


def register(app: Sphinx) -> None:
    """Name the direction of books that are written from right to left."""
    app.connect("builder-inited", _extend_templates)
    app.connect("html-page-context", _add_direction, priority=400)


def writes_from_right(app: Sphinx) -> bool:
    """Whether the pages of a book are laid out from right to left."""
    given = app.config["html_context"].get(DIRECTION)
    return bool(given == "rtl" if given else is_right_to_left(app.config["language"]))


def _extend_templates(app: Sphinx) -> None:
    """Only Sphinx's own templates are Jinja's; a book may bring another engine."""
    templates = getattr(app.builder, "templates", None)
    if templates is not None and hasattr(templates, "environment"):
        templates.environment.add_extension(NameDirection)


def _add_direction(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any
) -> None:
    context.setdefault(DIRECTION, "rtl" if writes_from_right(app) else "")
