"""Directives whose body is a list of facts, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives

from iomdocs.diagnostics import Problem
from iomdocs.markup.directives.base import FactDirective
from iomdocs.markup.reporting import report

if TYPE_CHECKING:
    from iomdocs.facts.reading import Reading


class ListedFacts(FactDirective):
    """A directive that has one fact a line: ``membership.states: Members``.

    Words behind the colon stand in place of the name of the fact; they may be left out.
    """

    kind = ""
    """What the directive shows, for the mistake of a body without facts."""
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged_required}

    def listed(self) -> Iterator[tuple[str, Reading]]:
        """Each fact with the words that name it; one that is wrong is told and left out.

        :raises Problem: there is no line (F011).
        """
        lines = [line.strip() for line in self.content if line.strip()]
        if not lines:
            hint = "write one fact a line between the lines with colons"
            raise Problem("F011", f"the {self.kind} has no facts", hint)
        for line in lines:
            self.needle = line
            reference, _, own_label = line.partition(":")
            try:
                reading = self.reader.read(reference.strip())
            except Problem as problem:
                report(problem, self.env, self.lineno, line)
            else:
                yield own_label.strip() or reading.label, reading
