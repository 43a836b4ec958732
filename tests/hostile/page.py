"""A hostile page: a text with the code it is refused with, and the line.

The text stands below a title, so that its first line is the third of the page. ``SECRET`` is the
name of a file outside of the book, ``CANARY`` one that appears where something is run.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page that is refused.

    ``again`` tells whether Sphinx refuses it, too, where nobody has checked the text; where it does
    not, it has made plain words of it, which hurts nobody.
    """

    name: str
    text: str
    code: str
    line: int = 3
    again: bool = True
    whole: bool = False

    @property
    def source(self) -> str:
        return self.text if self.whole else f"# A page\n\n{self.text}\n"


def block(directive: str, body: str = "", fence: str = "```") -> str:
    """A directive with what stands below its first line."""
    name, _, argument = directive.partition(" ")
    lines = [f"{fence}{{{name}}} {argument}".rstrip()]
    return "\n".join([*lines, *([body] if body else []), fence])


def header(text: str) -> str:
    """A page with a front matter."""
    return f"---\n{text}\n---\n\n# A page\n\nWords {{{{ 7 * 191 }}}}.\n"
