"""Facts and their statements: what is said, when it holds, by which sources, and how sure it is.

The vocabulary is Wikidata's: a fact has statements; a statement has a value, a time, sources and a
rank. All records are frozen and hold data only; :mod:`iomdocs.facts.registry` checks them together
and :mod:`iomdocs.facts.text` turns them into words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from iomdocs.diagnostics import Location
from iomdocs.facts.derivation import Derivation
from iomdocs.facts.tables import Cell, Table
from iomdocs.facts.values import Confidence, Day, Items, Money, Period, Person, Place, Share

Rank = Literal["preferred", "normal", "deprecated"]

Standing = Literal["shown", "earlier", "also-stated", "wrong"]

Value = Cell | Money | Share | Period | Person | Place | Items | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One value that sources give for a fact, and when it holds.

    ``at`` is the point in time of a measurement or event; ``start`` and ``end`` bound a state of
    affairs. A statement has one or the other.
    """

    value: Value
    sources: Sequence[str]
    confidence: Confidence
    at: Day | None = None
    start: Day | None = None
    end: Day | None = None
    rank: Rank = "normal"
    note: str = ""
    location: Location = field(default=Location(""), compare=False, repr=False)

    @property
    def time(self) -> Day | None:
        """The day by which statements of one fact are put in order."""
        return self.at or self.start

    def begun_by(self, day: date) -> bool:
        """Whether the statement speaks of ``day`` or of a time before it."""
        if isinstance(self.value, Table) and self.value.start:
            return self.value.began_by(day)
        return self.time is not None and self.time.first <= day

    def known_on(self, day: date) -> bool:
        """Whether the statement is in force on ``day`` or was made before it."""
        return self.begun_by(day) and (self.end is None or day <= self.end.last)

    def overlaps(self, other: Statement) -> bool:
        """Whether both can speak of the same day, as precisely as their dates are known."""
        mine, theirs = self.span, other.span
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of which it speaks, as precisely as its dates are known."""
        if self.at:
            return self.at.first, self.at.last
        first = self.start.first if self.start else date.min
        return first, self.end.last if self.end else date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that can be said of the subject, with all that sources say of it.

    ``id`` is dotted and lower-case, its first part the topic: ``membership.states``. ``unit`` is
    what a number counts, in the plural, ``Member States``, and ``unit_one`` what one of them is
    called, where that is another word. ``derived_from`` says which other facts the value follows
    from; it is then checked against them.
    """

    id: str
    label: str
    statements: Sequence[Statement]
    unit: str = ""
    unit_one: str = ""
    derived_from: Derivation | None = None
    review_after: Day | None = None
    note: str = ""
    location: Location = field(default=Location(""), compare=False, repr=False)

    def on(self, day: date) -> Statement | None:
        """The statement to show on ``day``, or ``None`` if nothing was known by then.

        Among the statements in force or last known that day and not deprecated, the latest date
        wins; those whose dates overlap the latest are put in order by rank, then by date.
        """
        known = [s for s in self.statements if s.rank != "deprecated" and s.known_on(day)]
        if len(known) < 2:
            return known[0] if known else None
        latest = max(known, key=_by_time)
        return max(
            (s for s in known if s.overlaps(latest)),
            key=lambda s: (s.rank == "preferred", _by_time(s)),
        )

    def claims(self, day: date) -> tuple[Statement, ...]:
        """All statements that speak of the same time as ``on(day)``: that one first."""
        shown = self.on(day)
        if shown is None:
            return ()
        others = (s for s in self.history(day) if s is not shown and s.overlaps(shown))
        return shown, *sorted(others, key=lambda s: s.rank == "deprecated")

    def disputed(self, day: date) -> tuple[Statement, ...]:
        """The statements that contradict ``on(day)``: another value for the same time.

        A deprecated one is known to be wrong and disputes nothing. One whose date is more or less
        precise can be of another moment, so it is a dispute only where the record prefers one.
        """
        claims = self.claims(day)
        return tuple(s for s in claims[1:] if _contradicts(claims[0], s))

    def history(self, day: date) -> tuple[Statement, ...]:
        """All statements that speak of ``day`` or of a time before it, the latest first."""
        begun = [s for s in self.statements if s.begun_by(day)]
        return tuple(sorted(begun, key=_by_time, reverse=True))

    def standing(self, statement: Statement, day: date) -> Standing:
        """How a statement of the fact stands to the one that is shown on ``day``."""
        if statement.rank == "deprecated":
            return "wrong"
        if statement is self.on(day):
            return "shown"
        at_its_time = self.on(min(statement.span[1], day))
        return "earlier" if statement is at_its_time else "also-stated"

    def is_overdue(self, day: date) -> bool:
        """Whether the day after which the fact should be looked at again has passed."""
        return self.review_after is not None and self.review_after.last < day


def _contradicts(shown: Statement, other: Statement) -> bool:
    if other.rank == "deprecated" or other.value == shown.value:
        return False
    return shown.rank == "preferred" or other.span == shown.span


def _by_time(statement: Statement) -> date:
    return statement.time.first if statement.time else date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A group of facts in one record module: the first part of their ids, and a title."""

    id: str
    title: str
    location: Location = field(default=Location(""), compare=False, repr=False)
