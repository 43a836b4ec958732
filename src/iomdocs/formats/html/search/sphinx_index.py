"""The words of a page in Sphinx's own index, taken out of it and put into another.

Sphinx can only read its finished index back, in which the order of pages read before is left over;
so what it has of each page is kept. Looked at in Sphinx 9.0, ``sphinx.search.IndexBuilder``, whose
attributes have no public name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """What the index has of a page."""

    title: str
    file: str
    words: Sequence[str]
    title_words: Sequence[str]
    titles: Sequence[tuple[str, str | None]]
    entries: Sequence[tuple[str, str, str]]


def words_of_pages(index: Any) -> Mapping[str, Words]:
    """What an index has of each page that it was fed with."""
    words, title_words = _by_page(index._mapping), _by_page(index._title_mapping)
    return {
        docname: Words(
            title=title,
            file=index._filenames[docname],
            words=words.get(docname, ()),
            title_words=title_words.get(docname, ()),
            titles=index._all_titles[docname],
            entries=index._index_entries.get(docname, ()),
        )
        for docname, title in index._titles.items()
    }


def feed(index: Any, pages: Mapping[str, Words]) -> None:
    """Give an index what another had of these pages."""
    for docname, page in pages.items():
        index._titles[docname] = page.title
        index._filenames[docname] = page.file
        index._all_titles[docname] = [tuple(title) for title in page.titles]
        index._index_entries[docname] = [tuple(entry) for entry in page.entries]
        for word in page.words:
            index._mapping.setdefault(word, set()).add(docname)
        for word in page.title_words:
            index._title_mapping.setdefault(word, set()).add(docname)
    index._index_entries = dict(sorted(index._index_entries.items()))


def _by_page(mapping: Mapping[str, set[str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(mapping):
        for docname in mapping[word]:
            found.setdefault(docname, []).append(word)
    return found
