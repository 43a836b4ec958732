"""The front matter of a page, as what stands where: nothing of it is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list, whose last key is its number.

    ``value`` is the text of a scalar, and ``None`` where more entries stand below.
    """

    keys: Sequence[str]
    value: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries in the order of the page, and what stands in the way of reading them.

    ``problem`` has a line and what is wrong; ``special`` the places of anchors, aliases and tags.
    """

    entries: Sequence[Entry] = ()
    problem: tuple[int, str] | None = None
    special: Sequence[tuple[int, int]] = ()


def front_matter(text: str, line: int) -> FrontMatter:
    """Read the front matter whose first line has the number ``line`` in its page."""
    try:
        special = tuple(_special(text, line))
        if special:
            return FrontMatter(special=special)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        yaml.safe_load(text)  # a date or a number that does not exist is told here
        return FrontMatter(tuple(_entries(node, (), line)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return FrontMatter(problem=(line + (mark.line if mark else 0), str(error.problem)))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return FrontMatter(problem=(line, str(error).splitlines()[0]))


def _special(text: str, line: int) -> Iterator[tuple[int, int]]:
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        marked = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if marked or isinstance(event, yaml.AliasEvent):
            yield line + event.start_mark.line, event.start_mark.column + 1


def _entries(node: yaml.Node | None, keys: Sequence[str], line: int) -> Iterator[Entry]:
    if isinstance(node, yaml.MappingNode):
        below = [(str(key.value), key.start_mark, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        below = [(str(n), item.start_mark, item) for n, item in enumerate(node.value)]
    else:
        return
    for name, mark, value in below:
        text = value.value if isinstance(value, yaml.ScalarNode) else None
        yield Entry((*keys, name), text, line + mark.line, mark.column + 1)
        yield from _entries(value, (*keys, name), line)
