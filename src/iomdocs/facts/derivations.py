"""Whether derived facts follow from what they derive from, as far as that is known.

Only what is known precisely on both sides can be wrong. Where dates of rows are approximate, parts
are not known for the same time, or a source says *about*, a difference is a gap to be reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any

from iomdocs.diagnostics import Problem, nearest
from iomdocs.facts.derivation import (
    Basis,
    Comparison,
    CountOf,
    DifferenceOf,
    Outcome,
    SumOf,
    TotalOf,
)
from iomdocs.facts.model import Fact, Statement, Value
from iomdocs.facts.selection import Query, column_of, select
from iomdocs.facts.tables import Row, Table, reach
from iomdocs.facts.values import Items, Money, Number, Qualifier, Share
from iomdocs.languages import locale_of

Facts = Mapping[str, Fact]

_ENGLISH = locale_of("en")
"""Conditions in records name countries by their code or in English."""


def compare(facts: Facts) -> Sequence[Comparison]:
    """Every statement of every derived fact beside what it derives from.

    Facts that derive from something that cannot be used are left out; the checks report them.
    """
    return tuple(chain.from_iterable(_usable(fact, facts) for fact in facts.values()))


def compare_fact(fact: Fact, facts: Facts) -> Sequence[Comparison]:
    """The statements of one fact, but for the deprecated, beside what the fact derives from.

    :returns: nothing for a fact that derives from nothing.
    :raises Problem: a fact, column or condition that there is not, or a fact without figures
        (F001, F006, F011, F013).
    """
    shown = [statement for statement in fact.statements if statement.rank != "deprecated"]
    return tuple(_compared(_Case(fact, s, facts)) for s in shown) if fact.derived_from else ()


def _usable(fact: Fact, facts: Facts) -> Sequence[Comparison]:
    try:
        return compare_fact(fact, facts)
    except Problem:
        return ()


@dataclass(frozen=True, slots=True)
class _Estimate:
    """Between which bounds a figure lies, and whether words or dates leave doubt about them."""

    least: Decimal | None
    most: Decimal | None
    is_sure: bool

    @property
    def is_figure(self) -> bool:
        return self.least is not None and self.least == self.most


@dataclass(frozen=True, slots=True)
class _Case:
    """A statement of a derived fact that is to be compared."""

    fact: Fact
    statement: Statement
    facts: Facts

    def find(self, id_: str) -> Fact:
        if id_ not in self.facts:
            raise Problem("F001", f"there is no fact '{id_}'", nearest(id_, self.facts))
        return self.facts[id_]

    def meets(self, part: Statement) -> bool:
        """Whether a part may be for the time of the statement, and for no other one better."""
        if part.rank == "deprecated" or not part.overlaps(self.statement):
            return False
        others = (other for other in self.fact.statements if other is not self.statement)
        return _same_time(part, self.statement) or not any(_same_time(part, o) for o in others)

    @property
    def is_shown(self) -> bool:
        """Whether the statement is preferred to those that speak of the same time."""
        time = self.statement.time
        return time is not None and self.fact.on(time.last) == self.statement


def _compared(case: _Case) -> Comparison:
    derivation = case.fact.derived_from
    basis, derive = _DERIVE[type(derivation)]
    if isinstance(derivation, CountOf) and _is_list(case.find(derivation.table)):
        basis = "list"
    stated, found = _estimate(case.fact, case.statement), derive(derivation, case)
    if found is None:
        return Comparison(case.fact, case.statement, None, None, basis, "not comparable")
    within = Decimal(str(getattr(derivation, "within", 0)))
    outcome = _outcome(stated, found, within, is_shown=case.is_shown)
    least, most = _plain(found.least), _plain(found.most)
    return Comparison(case.fact, case.statement, least, most, basis, outcome)


def _outcome(stated: _Estimate, found: _Estimate, within: Decimal, *, is_shown: bool) -> Outcome:
    figures = stated.is_figure and found.is_figure
    if _distance(stated, found) <= within:
        return "equal" if figures else "possible"
    return "wrong" if figures and stated.is_sure and found.is_sure and is_shown else "gap"


def _distance(one: _Estimate, other: _Estimate) -> Decimal:
    """How far two ranges are from each other; nothing where they meet."""
    between = [
        low.least - high.most
        for low, high in ((one, other), (other, one))
        if low.least is not None and high.most is not None
    ]
    return max([Decimal(0), *between])


def _plain(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


_BOUNDS: Mapping[Qualifier, tuple[bool, bool, bool]] = {
    "": (True, True, True),
    "about": (True, True, False),
    "more than": (True, False, True),
    "less than": (False, True, True),
}
"""By qualifier: whether the figure is a lower bound, an upper bound, and free of doubt."""


def _estimate(fact: Fact, statement: Statement) -> _Estimate:
    amount, qualifier = _figure(fact, statement.value)
    is_least, is_most, is_sure = _BOUNDS[qualifier]
    return _Estimate(amount if is_least else None, amount if is_most else None, is_sure)


def _figure(fact: Fact, value: Value) -> tuple[Decimal, Qualifier]:
    match value:
        case Number(amount, qualifier) | Money(amount, _, qualifier) | Share(amount, qualifier):
            return Decimal(str(amount)), qualifier
        case Items(items):
            return Decimal(len(items)), ""
    hint = "name facts whose values are numbers, money, shares or lists"
    raise Problem("F006", f"'{fact.id}' has no figure to reckon with", hint)


def _is_list(fact: Fact) -> bool:
    return any(isinstance(statement.value, Items) for statement in fact.statements)


def _count(derivation: CountOf, case: _Case) -> _Estimate | None:
    counted = case.find(derivation.table)
    if _is_list(counted):
        return _part(counted, case)
    return _over_rows(counted, derivation.where, case, lambda _table, _row: Decimal(1))


def _total(derivation: TotalOf, case: _Case) -> _Estimate | None:
    def amount(table: Table, row: Row) -> Decimal | None:
        column = column_of(table, derivation.column)
        if column.type != "number":
            numbers = [other.name for other in table.columns if other.type == "number"]
            hint = f"columns with numbers: {', '.join(numbers) or 'none'}"
            raise Problem("F013", f"the column '{column.name}' holds no numbers", hint)
        cell = row.cells[column.name]
        return Decimal(str(cell.amount)) if isinstance(cell, Number) else None

    return _over_rows(case.find(derivation.table), derivation.where, case, amount)


def _sum(derivation: SumOf, case: _Case) -> _Estimate | None:
    parts = [_part(case.find(id_), case) for id_ in derivation.facts]
    known = [part for part in parts if part]
    return _added(known) if known and len(known) == len(parts) else None


def _difference(derivation: DifferenceOf, case: _Case) -> _Estimate | None:
    whole, part = (_part(case.find(id_), case) for id_ in (derivation.whole, derivation.part))
    if whole is None or part is None:
        return None
    less = _Estimate(
        None if part.most is None else -part.most,
        None if part.least is None else -part.least,
        part.is_sure,
    )
    return _added([whole, less])


_DERIVE: Mapping[type, tuple[Basis, Callable[[Any, _Case], _Estimate | None]]] = {
    CountOf: ("table", _count),
    TotalOf: ("table", _total),
    SumOf: ("parts", _sum),
    DifferenceOf: ("parts", _difference),
}


def _added(parts: Sequence[_Estimate]) -> _Estimate:
    least = [part.least for part in parts if part.least is not None]
    most = [part.most for part in parts if part.most is not None]
    return _Estimate(
        sum(least, Decimal(0)) if len(least) == len(parts) else None,
        sum(most, Decimal(0)) if len(most) == len(parts) else None,
        all(part.is_sure for part in parts),
    )


def _kind(value: Value) -> str:
    match value:
        case Money(currency=currency):
            return currency
        case Number() | Items():
            return "numbers"
        case Share():
            return "per cent"
    return "words"


def _part(part: Fact, case: _Case) -> _Estimate | None:
    """What a part is at the time of the statement, or ``None`` where that is not known."""
    mine = _kind(case.statement.value)
    for kind in {_kind(statement.value) for statement in part.statements} - {mine}:
        message = f"'{part.id}' is in {kind}, and not in {mine}"
        raise Problem("F006", message, "only figures of one kind can be added")
    meeting = [statement for statement in part.statements if case.meets(statement)]
    if not meeting:
        return None
    whole = case.statement
    best = max(meeting, key=lambda s: (_same_time(s, whole), s.rank == "preferred"))
    estimate = _estimate(part, best)
    return replace(estimate, is_sure=estimate.is_sure and _same_time(best, whole))


def _same_time(part: Statement, whole: Statement) -> bool:
    """Whether a part is known for the very time of the whole, and not only for one that meets it.

    A state of affairs is known for every day between its start and its end.
    """
    times = [time for time in (part.time, whole.time) if time]
    if any(time.approximate for time in times):
        return False
    (first, last), (from_, to) = part.span, whole.span
    lasts = part.start is not None and first <= from_ and to <= last
    return lasts or (first, last) == (from_, to)


Amount = Callable[[Table, Row], Decimal | None]
"""How much a row counts for; ``None`` where that is not known."""


def _over_rows(fact: Fact, where: str, case: _Case, amount: Amount) -> _Estimate | None:
    """What the rows of a table give for the time of the statement."""
    statement = case.statement
    first, last = reach(statement.time) if statement.time else (date.min, date.max)
    known = fact.on(last)
    if known is None or known.time is None:
        return None
    table = known.value
    if not isinstance(table, Table):
        raise Problem("F011", f"'{fact.id}' is not a table", "name a table, or a list to count")
    rows = select(table, Query(where), _ENGLISH)
    if not table.start and not known.overlaps(statement):
        return None
    listed = known.time.first
    on_days = [
        _on_day(table, rows, amount, day, listed) for day in _days_of_change(table, first, last)
    ]
    is_older = known.time.last < first
    is_same = bool(table.start) or _same_time(known, statement)
    lows, highs = zip(*on_days, strict=True)
    return _Estimate(
        min(lows),
        None if None in highs else max(high for high in highs if high is not None),
        is_same and not is_older,
    )


def _on_day(
    table: Table, rows: Sequence[Row], amount: Amount, day: date, listed: date
) -> tuple[Decimal, Decimal | None]:
    """The least and the most that the rows amount to on a day."""
    least = most = Decimal(0)
    is_bounded = True
    for row in rows:
        holds = table.surely_holds(row, day, listed)
        if holds is False:
            continue
        counts = amount(table, row)
        is_bounded &= counts is not None
        counts = counts or Decimal(0)
        least += counts if holds else min(counts, Decimal(0))
        most += counts if holds else max(counts, Decimal(0))
    return least, most if is_bounded else None


def _days_of_change(table: Table, first: date, last: date) -> Sequence[date]:
    """The days of a stretch of time on which rows may begin or have ended, and its bounds."""
    days = {first, last}
    for moment in chain.from_iterable(_moments(table)):
        days |= {day for day in moment if first <= day <= last}
    return sorted(days)


def _moments(table: Table) -> Iterator[Sequence[Sequence[date]]]:
    for start, end in chain.from_iterable(table.periods(row) for row in table.rows):
        starts = [reach(start)] if start else []
        ends = [[day + timedelta(days=1) for day in reach(end) if day < date.max]] if end else []
        yield [*starts, *ends]
