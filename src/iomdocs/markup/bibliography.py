"""A style for the list of sources: each stands under the author and year by which pages cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from string import ascii_lowercase
from typing import Any
from weakref import ref

from pybtex.database import Entry
from pybtex.plugin import find_plugin, register_plugin
from pybtex.richtext import Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting.unsrt import Style as PlainStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.names.plain import NameStyle
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import field, href, optional, sentence

from iomdocs.facts.sources import readable

NAME = "author_year"
"""The name for ``bibtex_default_style``."""


class AuthorYearLabels(BaseLabelStyle):
    """Labels such as ``Marks, 1957``; letters tell sources of one author and year apart.

    Unlike numbers, they stay as they are when a source is added elsewhere in the list.
    """

    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterator[str]:
        labels = [author_year(entry) for entry in sorted_entries]
        times, seen = Counter(labels), Counter[str]()
        for label in labels:
            letter = _letter(seen[label]) if times[label] > 1 else ""
            seen[label] += 1
            yield f"{label}{letter}"


class AuthorYearSorting(BaseSortingStyle):
    """The order of the labels, whether a person or an organization made the source."""

    def sorting_key(self, entry: Entry) -> tuple[str, str]:
        return author_year(entry).casefold(), entry.fields.get("title", "").casefold()


class AuthorYearStyle(PlainStyle):
    """Pybtex's plain style in the order of authors and years, with our labels."""

    default_label_style = AuthorYearLabels
    default_name_style = NameStyle
    default_sorting_style = AuthorYearSorting

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """An entry as pybtex's style has it; worked out once, as each footnote asks for it."""
        if "crossref" in entry.fields:  # which takes a part of another entry
            return super().format_entry(label, entry, bib_data)
        known, text = _FORMATTED.get(id(entry), _UNKNOWN)
        if known() is not entry:
            text = super().format_entry(label, entry, bib_data).text
            _FORMATTED[id(entry)] = ref(entry), text
        return FormattedEntry(entry.key, text, label)

    def format_web_refs(self, e: Entry) -> Any:
        """The address, and when it was read; no word says that it is an address."""
        address = field("url", raw=True)
        return sentence[
            optional[href(address)[address], optional[" (read ", field("urldate"), ")"]],
            optional[self.format_eprint(e)],
            optional[self.format_pubmed(e)],
            optional[self.format_doi(e)],
        ]


_UNKNOWN: tuple[Any, Any] = (lambda: None), None

_FORMATTED: dict[int, tuple[Any, Any]] = {}
"""Entries by their ids, each with its text; pybtex has nothing else to know an entry by."""


@cache
def register() -> None:
    """Make the style known to pybtex by its name, and let it remember what it is asked often.

    Once in a process: pybtex reads what every installed package says of itself each time.

    A style reads the LaTeX of a field each time that it looks at it, five times for the list and
    once more for its order and labels. What pybtex 0.26 makes of it cannot be changed, so that all
    can have the same.
    """
    register_plugin("pybtex.style.formatting", NAME, AuthorYearStyle, force=True)
    for group, name in _ASKED_FOR:
        register_plugin(group, name, find_plugin(group, name), force=True)
    if not isinstance(vars(Text).get("from_latex"), staticmethod):
        read = Text.from_latex
        Text.from_latex = staticmethod(cache(lambda latex: read(readable(latex))))


_ASKED_FOR = (("pybtex.backends", "plaintext"),)
"""Plugins that sphinxcontrib-bibtex asks for anew with each citation on a page.

Pybtex knows at once those that are registered; for others it reads what every installed package
says of itself, 5 ms each time.
"""


def author_year(entry: Entry) -> str:
    """Who made a source, and when: up to two names, or the first and ``et al.``."""
    people: Sequence[Any] = entry.persons.get("author") or entry.persons.get("editor") or ()
    names = [_plain(" ".join(_family(person))) for person in people]
    if len(names) > 2:
        names = [f"{names[0]} et al."]
    who = " and ".join(names) or _plain(entry.fields.get("title", entry.key))
    return f"{who}, {entry.fields.get('year', 'n.d.')}"


@lru_cache(maxsize=4096)
def _plain(latex: str) -> str:
    return str(Text.from_latex(latex))


def _family(person: Any) -> Sequence[str]:
    return [*person.prelast_names, *person.last_names] or person.first_names


def _letter(number: int) -> str:
    """``a`` for 0, ``z`` for 25, ``aa`` for 26."""
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]
