"""``fact:chart``: values over time, or rows of a table side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, cast, get_args

from docutils import nodes
from docutils.parsers.rst import directives

from iomdocs.charts import plots, words
from iomdocs.charts.assembly import Amount, Point, TooFewValues, assemble, is_amount
from iomdocs.charts.plot import Event, Kind, Plot
from iomdocs.diagnostics import Problem, nearest
from iomdocs.facts import text
from iomdocs.facts.events import TimeSpan
from iomdocs.facts.model import Fact
from iomdocs.facts.reading import NotYetKnown, Reading
from iomdocs.facts.selection import Query, column_of, select
from iomdocs.facts.tables import Column, Row, Table
from iomdocs.facts.values import Day
from iomdocs.markup import elements
from iomdocs.markup.directives.drawing import DrawingDirective
from iomdocs.markup.directives.events import EventNotes, MarkedEvent

if TYPE_CHECKING:
    from docutils.nodes import Node

_OF_TABLES = ("x", "y", "series", "where", "sort", "limit")
_OF_FACTS = ("names",)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a chart shows: its points, what they count, what its caption names, its data.

    ``dated`` is what has one date as a whole, with its name.
    """

    points: Sequence[Point]
    measure: str
    labels: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Node]]
    dated: Sequence[tuple[str, Reading]] = ()


class ChartDirective(DrawingDirective, EventNotes):
    """``fact:chart``: facts with many dated statements, or two columns of a table."""

    option_spec: ClassVar[dict[str, Any]] = {
        **DrawingDirective.option_spec,
        **EventNotes.option_spec,
        "kind": directives.unchanged_required,
        "x": directives.unchanged_required,
        "y": directives.unchanged_required,
        "series": directives.unchanged_required,
        "where": directives.unchanged_required,
        "sort": directives.unchanged_required,
        "limit": directives.positive_int,
    }

    def show(self) -> list[Node]:
        facts = [self.reader.facts.find(id_) for id_ in self.arguments[0].split()]
        is_table = any(isinstance(s.value, Table) for fact in facts for s in fact.statements)
        self._check_options(facts, is_table=is_table)
        shown = self._of_table(facts[0]) if is_table else self._of_facts(facts)
        events = self.events([point.day for point in shown.points if point.day])
        plot = self._plot(shown, events, self._kind(shown.points, is_table=is_table))
        events = events if plot.events else []
        alt = words.of_plot(plot)
        svg = plots.draw(plot, alt, name=self.drawing_name(), cache=self.domain.drawings)
        legend = [*self.notes_of(events), *self.remarks(*self._remarks(plot))]
        caption = self.caption(shown.labels, shown.dated)
        data = self.data("data-of-chart", shown.headings, shown.rows)
        return [self.figure(svg, alt, caption, legend), data]

    def _plot(self, shown: _Shown, events: Sequence[MarkedEvent], kind: Kind) -> Plot:
        """The chart; in a book of the past, bars where there were too few values by then.

        What makes a good line today may have had a single value then.
        """
        locale = self.reader.locale
        marked = [Event(each.place, each.words) for each in events]
        try:
            return assemble(kind, shown.points, shown.measure, locale, marked)
        except TooFewValues:
            if not self.reader.as_of:
                raise
            return assemble("bar", shown.points, shown.measure, locale)

    def _kind(self, points: Sequence[Point], *, is_table: bool) -> Kind:
        self.needle = self.arguments[0]
        usual = "bar" if is_table and not all(point.day for point in points) else "line"
        kind = self.option("kind", usual)
        if kind not in get_args(Kind):
            kinds = ", ".join(get_args(Kind))
            hint = nearest(kind, get_args(Kind), f"kinds: {kinds}")
            raise Problem("C004", f"there is no chart of kind '{kind}'", hint)
        return cast("Kind", kind)

    def _check_options(self, facts: Sequence[Fact], *, is_table: bool) -> None:
        """Options that say nothing of what is shown are mistakes."""
        if is_table and len(facts) > 1:
            hint = "name one table, or facts that are numbers"
            raise Problem("C004", "a chart shows one table, or facts, but not both", hint)
        for name in _OF_FACTS if is_table else _OF_TABLES:
            if self.option(name):
                what = "a chart of facts over time" if name in _OF_FACTS else "a chart of a table"
                raise Problem("C004", f"'{name}' belongs to {what}", "leave the option out")
        for name in ("x", "y") if is_table else ():
            if not self.options.get(name):
                hint = "write :x: and :y: with names of columns; y has the numbers"
                raise Problem("C004", f"a chart of a table needs the option '{name}'", hint)

    # ------------------------------------------------------------------------ facts over time

    def _of_facts(self, facts: Sequence[Fact]) -> _Shown:
        names = self.names([fact.label for fact in facts])
        points, cells, measures = [], dict[str, dict[int, Reading]](), dict[str, str]()
        days: dict[str, Day] = {}
        span = self.span()
        for number, fact in enumerate(facts):
            self.needle = fact.id
            for day, reading in self._series(fact, span):
                assert reading.value is not None
                days[day.iso] = day
                cells.setdefault(day.iso, {})[number] = reading
                where = text.value_text(day, self.reader.locale)
                points.append(Point(names[number], where, day, cast("Amount", reading.value)))
                measure = text.measure(reading.value, fact.unit, self.reader.locale)
                measures.setdefault(measure, fact.id)
        if len(measures) > 1:
            (one, first_id), (other, other_id), *_ = measures.items()
            hint = "show them in two charts"
            message = f"'{first_id}' counts {one or 'things'}, '{other_id}' {other or 'things'}"
            raise Problem("C004", message, hint)
        order = sorted(days, key=lambda iso: (days[iso].first, days[iso].last))
        rows = [self._row(days[iso], cells[iso], len(facts)) for iso in order]
        headings = [self.phrase("column-date"), *names]
        measure = next(iter(measures)) or names[0]
        return _Shown(points, measure, [fact.label for fact in facts], headings, rows)

    def _series(self, fact: Fact, span: TimeSpan) -> Sequence[tuple[Day, Reading]]:
        points = self.reader.series(fact)
        if not points and self.reader.as_of:
            raise NotYetKnown("F010", f"nothing is known of '{fact.id}' yet")
        for _, reading in points:
            if not is_amount(reading.value):
                hint = "a chart shows numbers, money and shares; tables with x and y"
                message = f"'{fact.id}' is no number: its value is {reading.text}"
                raise Problem("C001", message, hint)
        within = [(day, reading) for day, reading in points if span.meets(day)]
        if not within:
            self.blame("from", "to")
            hint = "look at the options from and to"
            raise self.empty(f"no value of '{fact.id}' is left for the chart", hint)
        return within

    def _row(self, day: Day, readings: dict[int, Reading], count: int) -> Sequence[Node]:
        when = text.value_text(day, self.reader.locale)
        cells = [self._value_cell(readings.get(number)) for number in range(count)]
        return [elements.paragraph(nodes.Text(when)), *cells]

    def _value_cell(self, reading: Reading | None) -> Node:
        if reading is None:
            return elements.paragraph()
        return elements.paragraph(self.value(reading), *elements.doubts(reading.doubt))

    # ---------------------------------------------------------------------- rows of a table

    def _of_table(self, fact: Fact) -> _Shown:
        fact, statement, table = self.reader.table(fact.id)
        x, y = (column_of(table, self.option(name)) for name in ("x", "y"))
        if y.type != "number":
            hint = f"columns of numbers: {_numeric(table)}"
            raise Problem("C001", f"the column '{y.name}' has no numbers", hint)
        series = self.option("series")
        group = column_of(table, series) if series else None
        rows = self._rows(fact, table, x, y)
        columns = [x, *([group] if group else []), y]
        cells = [[self.cell(fact, statement, row, column) for column in columns] for row in rows]
        points = [self._point(row, x, y, group) for row in rows]
        headings = [column.label for column in columns]
        dated = [(fact.label, self.reader.reading(fact, statement))]
        return _Shown(points, y.label, [fact.label], headings, cells, dated)

    def _rows(self, fact: Fact, table: Table, x: Column, y: Column) -> Sequence[Row]:
        """The rows that the options choose and that have both values."""
        span = self.span()
        chosen = [
            row
            for row in self._chosen(table)
            if row.cells[x.name] is not None and row.cells[y.name] is not None
        ]
        rows = [row for row in chosen if _lies_in(span, row.cells[x.name])]
        if rows:
            return rows
        self.blame(*(("from", "to") if chosen else ("where", "limit")))
        hint = "look at the options where, limit, from and to"
        raise self.empty(f"no row of '{fact.id}' is left for the chart", hint)

    def _chosen(self, table: Table) -> Sequence[Row]:
        """The rows by condition and order, one after the other so that each can be blamed."""
        locale = self.reader.locale
        met = replace(table, rows=select(table, Query(self.option("where")), locale))
        order = Query(sort=self.option("sort"), limit=self.options.get("limit"))
        return select(met, order, locale)

    def _point(self, row: Row, x: Column, y: Column, group: Column | None) -> Point:
        cell = row.cells[x.name]
        assert cell is not None
        locale = self.reader.locale
        name = row.cells[group.name] if group else None
        series = text.value_text(name, locale) if name is not None else y.label
        day = cell if isinstance(cell, Day) else None
        return Point(series, text.value_text(cell, locale), day, cast("Amount", row.cells[y.name]))

    def _remarks(self, plot: Plot) -> Iterator[str]:
        if plot.has_approximate:
            bars = plot.categories or plot.kind == "bar"
            yield self.phrase("note-pale" if bars else "note-hollow")
        if plots.has_gaps(plot):
            yield self.phrase("note-gap")


def _lies_in(span: TimeSpan, cell: object) -> bool:
    """Whether a cell is in a time; what is no date has none."""
    return not isinstance(cell, Day) or span.meets(cell)


def _numeric(table: Table) -> str:
    names = [column.name for column in table.columns if column.type == "number"]
    return ", ".join(names) or "none"
