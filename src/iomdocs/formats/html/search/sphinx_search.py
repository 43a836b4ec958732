"""The index of Sphinx's own search in a time that grows with the book, not faster.

Sphinx works out the stem of a word once for a page, so that a word of every page is taken apart as
often as there are pages: a third of the time that a book of 200 pages took to write. It looks at a
word as often as a page has it. And when it forgets pages that are no more, it looks for each page
of the book at each word of the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from iomdocs.formats.remembered import STEMS, results

if TYPE_CHECKING:
    from docutils.nodes import document
    from sphinx.application import Sphinx

COLLECT = "_word_collector"
"""What gives the words of a page in Sphinx 9.0; another version may have no such method."""


def register(app: Sphinx) -> None:
    """Remember stems while pages are written, and forget pages quickly."""
    app.connect("doctree-resolved", _take_over)


def _take_over(app: Sphinx, _doctree: document, _docname: str) -> None:
    """Change the index before it has its first page.

    Sphinx 9.0 makes index and language after the last event before the first page (see
    ``StandaloneHTMLBuilder.prepare_writing``), and asks ``SearchLanguage.stem`` for each word.
    """
    index: Any = getattr(app.builder, "indexer", None)
    language = getattr(index, "lang", None)
    if language is None or isinstance(getattr(language.stem, "__self__", None), _Stems):
        return
    stems = _Stems(language.stem, results(app).earlier.pop(STEMS, {}))
    results(app).now[STEMS] = stems
    language.stem = stems.__getitem__
    prune = index.prune
    index.prune = lambda docnames: prune(_Pages(docnames))
    if collect := getattr(index, COLLECT, None):
        setattr(index, COLLECT, lambda tree: _each_once(collect(tree)))


class _Stems(dict[str, str]):
    """The stems of words, each worked out once; with those of an earlier build."""

    def __init__(self, stem: Callable[[str], str], known: Mapping[str, str]) -> None:
        super().__init__(known if len(known) < _MOST_STEMS else {})
        self._stem = stem

    def __missing__(self, word: str) -> str:
        """The stem of a word that is new."""
        self[word] = found = self._stem(word)
        return found


_MOST_STEMS = 500_000
"""Words from which on those of earlier builds are forgotten, as many are in no page any more."""


def _each_once(found: Any) -> Any:
    """The words of a page, each once: the index knows whether a page has a word, not where."""
    found.words = list(dict.fromkeys(found.words))
    return found


class _Pages(frozenset[str]):
    """Pages in the order of their names.

    What is common to two sets takes as long as the smaller one; Sphinx gives names of pages that
    are no set to ``intersection_update``.
    """

    def __iter__(self) -> Iterator[str]:
        """The names, in an order that is the same in every run."""
        names: Iterable[str] = super().__iter__()
        return iter(sorted(names))
