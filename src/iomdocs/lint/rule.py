"""What a rule is: a function over a source with a code of its own, whose docstring is its manual.

A rule is declared where it is written, with the code between the brackets::

    @rule("W001", "warning")
    def naked_facts(page: Page, book: Book) -> Iterator[Finding]: ...

Its docstring says what the rule asks for in a sentence, then ``Why:``, ``Bad:`` and ``Good:``. The
kind of its first parameter says what it is given: every :class:`Page`, every :class:`Source`, or
once the :class:`Book`. The other parameter, the book, can be left out.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from iomdocs.diagnostics import CODES, Diagnostic, Location, Severity
from iomdocs.lint.book import Book
from iomdocs.lint.source import Source

Stage = Literal["file", "bytes", "text"]


@dataclass(frozen=True, slots=True)
class Edit:
    """What is safe to change in a text: the characters from ``start`` to ``end``, from 0 on."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found; line and column count from 1, and 0 is the file as a whole.

    ``source`` is needed only from a rule for a whole book, ``code`` if it is not the rule's own.
    """

    line: int
    column: int
    message: str
    hint: str = ""
    edit: Edit | None = None
    source: Source | None = None
    code: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule with its code, and what follows from a finding.

    ``stage`` says what it needs: that the ``file`` is there, its ``bytes``, or its ``text``. A file
    with a finding is not taken to the next stage.
    """

    code: str
    severity: Severity
    check: Callable[..., Iterable[Finding]]
    stage: Stage = "text"

    @property
    def title(self) -> str:
        """What is found, in a few words."""
        return CODES[self.code]

    @property
    def manual(self) -> str:
        """What the rule asks for and why, with examples."""
        return inspect.cleandoc(self.check.__doc__ or "")

    @property
    def is_editorial(self) -> bool:
        """Whether it is about how a text is written, and can be silenced."""
        return self.code.startswith("W")

    @cached_property
    def takes(self) -> str:
        """The kind of what it looks at: ``Page``, ``Source`` or ``Book``."""
        return str(self._parameters[0].annotation)

    def run(self, *given: Source | Book) -> Iterable[Finding]:
        """What it finds in a source of a book, or in a book."""
        return self.check(*given[: len(self._parameters)])

    @cached_property
    def _parameters(self) -> Sequence[inspect.Parameter]:
        return list(inspect.signature(self.check).parameters.values())

    def diagnostic(self, finding: Finding, source: Source, severity: Severity) -> Diagnostic:
        """The finding as it is told."""
        place = Location(str(source.path), finding.line, finding.column)
        code = finding.code or self.code
        return Diagnostic(place, code, finding.message, finding.hint, severity)


RULES: dict[str, Rule] = {}
"""Every rule that was declared, by its code; :mod:`iomdocs.lint.catalogue` declares all."""


def rule(
    code: str, severity: Severity = "error", *, stage: Stage = "text"
) -> Callable[[Callable[..., Iterator[Finding]]], Callable[..., Iterator[Finding]]]:
    """Declare a rule.

    :param code: one of ``diagnostics.CODES``.
    :param severity: ``warning`` for what stops nothing unless the book asks for it, ``notice`` for
        what never stops anything.
    :param stage: what it needs of a file.
    """

    def declare(check: Callable[..., Any]) -> Callable[..., Any]:
        declared = Rule(code, severity, check, stage)
        if code not in CODES:
            msg = f"{code} is not in diagnostics.CODES"
            raise ValueError(msg)
        if RULES.get(code, declared).check.__qualname__ != check.__qualname__:
            msg = f"{code} is a rule already"
            raise ValueError(msg)
        RULES[code] = declared
        return check

    return declare
