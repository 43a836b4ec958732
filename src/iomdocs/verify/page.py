"""The page of a website that says that this edition was checked, and how.

It stands alone: it needs no theme, no script and no other file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from iomdocs.verify.finished import PAGE
from iomdocs.verify.receipt import NAMES

_TEMPLATE = Path(__file__).parent / PAGE
_NAMES = {**NAMES, "facts": "Facts"}
_WAYS = {
    "word for word": "word for word as they are recorded",
    "by its numbers": "a part of what is recorded, as the year of a date: its numbers are there",
    "without its name": "that one format does not name, and another does",
    "as not known yet": "as not recorded at the day of the book",
    "by its value": "in other words, as a number that is spelled: its value is there",
}


def write(website: Path, said: Mapping[str, Any]) -> None:
    """Write the page of a receipt into the folder of a website."""
    (website / PAGE).write_text(written(said), "utf-8", newline="\n")


def written(said: Mapping[str, Any]) -> str:
    """The page of a receipt."""
    return Template(_TEMPLATE.read_text("utf-8")).substitute(_parts(said))


def _parts(said: Mapping[str, Any]) -> Mapping[str, str]:
    checked = said["checked"]
    formats = [_NAMES[name] for name in checked]
    kinds = sorted({kind for each in checked.values() for kind in each["excluded"]})
    return {
        "edition": f", of {_in_words(said['edition'])}" if said["edition"] else "",
        "formats": ", ".join(formats),
        "words": _words(sum(said["differences"].values()), len(formats)),
        "compared": _table(
            "What was compared",
            ("Format", "Topics", "Facts", "Words"),
            [
                (_NAMES[name], *(f"{each[what]:,}" for what in ("topics", "facts", "words")))
                for name, each in checked.items()
            ],
        ),
        "recorded": _recorded(said["recorded"]),
        "excluded": _table(
            "What was not compared",
            ("Kind", *formats),
            [
                (kind, *(f"{each['excluded'].get(kind, 0):,}" for each in checked.values()))
                for kind in kinds
            ],
        ),
        "digests": "".join(
            f"<dt>{_NAMES[name]}</dt>\n<dd><code>{digest}</code></dd>\n"
            for name, digest in said["sha256"].items()
        ),
    }


def _in_words(day: str) -> str:
    """A day in ISO 8601 as it is read."""
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return escape(day)
    return f"{read.day} {read:%B} {read.year}"


def _words(differences: int, formats: int) -> str:
    if formats < 2:
        return "There is no other format to compare its words with."
    if not differences:
        return (
            "The words of every page are the same in each format, too: their letters, digits and "
            "signs were compared. Each format parts words in its own way; so numbers can differ."
        )
    return f"Words beside the facts differ between the formats, in {differences:,} places."


def _recorded(ways: Mapping[str, int]) -> str:
    if not ways:
        return ""
    most_first = sorted(ways.items(), key=lambda each: -each[1])
    items = "".join(f"<li>{number:,} {_WAYS[way]}</li>\n" for way, number in most_first)
    return f"<p>All formats together print facts</p>\n<ul>\n{items}</ul>"


def _table(name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    first, *others = head
    heads = "".join(f'<th scope="col" class="number">{cell}</th>' for cell in others)
    body = "".join(
        f'<tr><th scope="row">{escape(title)}</th>'
        + "".join(f'<td class="number">{cell}</td>' for cell in cells)
        + "</tr>\n"
        for title, *cells in rows
    )
    return (
        f'<div class="scrolls" role="region" tabindex="0" aria-label="{name}">\n<table>\n'
        f'<thead><tr><th scope="col">{first}</th>{heads}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table>\n</div>"
    )
