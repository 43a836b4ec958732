"""What changed in the facts, told to people and to programs."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from iomdocs.data.comparison import Change, Difference, Kind, Shown
from iomdocs.data.document import Json, to_text

KINDS: Sequence[Kind] = ("added", "changed", "removed")

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~@&])")
"""What Markdown or a forge could take for markup, a name of a person or a number of an issue."""


def as_text(old: str, new: str, differences: Sequence[Difference]) -> str:
    """Lines for a terminal; ``old`` and ``new`` are the names of what was compared."""
    parts = [_headline(old, new, differences)]
    for difference in differences:
        parts.append(f"\n{difference.kind}: {difference.id} ({difference.label})")
        parts += [f"    {line}" for line in _lines(difference)]
    return "\n".join(parts) + "\n"


def as_markdown(old: str, new: str, differences: Sequence[Difference]) -> str:
    """A comment for a pull request; nothing from a record is taken for markup there."""
    headline = _headline(_escaped(old), _escaped(new), differences)
    parts = [f"### {headline}"]
    for kind in KINDS:
        found = [difference for difference in differences if difference.kind == kind]
        if found:
            parts += ["", f"**{kind.capitalize()}**", ""]
        for difference in found:
            parts.append(f"- `{difference.id}` {_escaped(difference.label)}")
            parts += [f"  - {_escaped(line)}" for line in _lines(difference)]
    return "\n".join(parts) + "\n"


def as_json(old: str, new: str, differences: Sequence[Difference]) -> str:
    """``{"old", "new", "added": [...], "changed": [...], "removed": [...]}``."""
    document: Json = {"old": old, "new": new}
    for kind in KINDS:
        found = [dataclasses.asdict(each) for each in differences if each.kind == kind]
        document[kind] = [{n: part for n, part in each.items() if n != "kind"} for each in found]
    return to_text(document)


REPORTS: Mapping[str, Callable[[str, str, Sequence[Difference]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
"""Each way to tell a comparison, by its name."""


def _headline(old: str, new: str, differences: Sequence[Difference]) -> str:
    if not differences:
        return f"The facts of {old} and {new} are the same"
    counts = {kind: sum(each.kind == kind for each in differences) for kind in KINDS}
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    return f"Facts from {old} to {new}: {told}"


def _lines(difference: Difference) -> Iterator[str]:
    yield from _value(difference.old, difference.new)
    shown = (str(difference.old), str(difference.new))
    told = (change for change in difference.changes if (change.old, change.new) != shown)
    yield from (_change(change) for change in told)
    statement = difference.new or difference.old
    yield from (f"source: {source}" for source in (statement.sources if statement else ()))
    if difference.pages:
        yield f"shown on: {', '.join(difference.pages)}"


def _value(old: Shown | None, new: Shown | None) -> Iterator[str]:
    if old and new and str(old) != str(new):
        yield f"value: {old} -> {new}"
    elif shown := new or old:
        yield f"value: {shown}"


def _change(change: Change) -> str:
    if change.what.endswith(("added", "removed")):
        return f"{change.what}: {change.new or change.old}"
    return f"{change.what}: {change.old or 'none'} -> {change.new or 'none'}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
