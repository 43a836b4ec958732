"""Notes that stand together in the text: each source once, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from iomdocs.diagnostics import Problem
from iomdocs.markup.reporting import report


class NoteClusters(SphinxTransform):
    """Tidies references to notes that follow each other without a word between.

    Several facts of one sentence often rest on the same sources. Runs after docutils has given the
    notes their numbers (``Footnotes``, priority 620).
    """

    default_priority = 640

    def apply(self, **kwargs: Any) -> None:
        """Drop what stands twice in a cluster, and put the rest in order."""
        references = list(self.document.findall(nodes.footnote_reference))
        if not references:
            return
        notes = {id_: note for note in self.document.findall(nodes.footnote) for id_ in note["ids"]}
        self._report_lost(references, notes)
        for cluster in list(_clusters(references)):
            kept: dict[str, nodes.footnote_reference] = {}
            for reference in cluster:
                target = reference.get("refid", "")
                if target in kept:
                    _forget(reference, notes.get(target))
                kept.setdefault(target, reference)
            _put_in_order(list(kept.values()))

    def _report_lost(
        self,
        references: Sequence[nodes.footnote_reference],
        notes: Mapping[str, nodes.footnote],
    ) -> None:
        """Name the first citation on a page that has no place for its notes."""
        for reference in references:
            name = reference.get("refid", reference.get("refname", ""))
            if name.startswith("footcite-") and name not in notes:
                hint = "add a line :::{footbibliography} and a line ::: at the end of the page"
                problem = Problem("S003", "the page has no place for the notes it cites", hint)
                report(problem, self.env, _line(reference))
                return


def _clusters(
    references: Sequence[nodes.footnote_reference],
) -> Iterator[list[nodes.footnote_reference]]:
    parents = {id(ref.parent): ref.parent for ref in references}
    for parent in parents.values():
        for is_reference, run in groupby(parent.children, _is_reference):
            cluster = list(run)
            if is_reference and len(cluster) > 1:
                yield cluster


def _line(node: nodes.Node | None) -> int:
    while node is not None:
        if node.line:
            return node.line
        node = node.parent
    return 1


def _is_reference(node: nodes.Node) -> bool:
    return isinstance(node, nodes.footnote_reference)


def _forget(reference: nodes.footnote_reference, note: nodes.footnote | None) -> None:
    """Take a reference away, and the way back from its note with it."""
    if note is not None:
        note["backrefs"] = [id_ for id_ in note["backrefs"] if id_ not in reference["ids"]]
    reference.parent.remove(reference)


def _put_in_order(references: list[nodes.footnote_reference]) -> None:
    parent = references[0].parent
    places = [parent.index(reference) for reference in references]
    for place, reference in zip(places, sorted(references, key=_number), strict=True):
        parent.children[place] = reference


def _number(reference: nodes.footnote_reference) -> tuple[int, str]:
    label = reference.astext()
    return (int(label) if label.isdecimal() else 0, label)
