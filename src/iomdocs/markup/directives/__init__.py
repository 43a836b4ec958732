"""Directives about facts, one kind a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iomdocs.markup.directives.card import CardDirective
from iomdocs.markup.directives.chart import ChartDirective
from iomdocs.markup.directives.claims import ClaimsDirective
from iomdocs.markup.directives.figures import FiguresDirective
from iomdocs.markup.directives.map import MapDirective
from iomdocs.markup.directives.quote import QuoteDirective
from iomdocs.markup.directives.register import RegisterDirective
from iomdocs.markup.directives.table import TableDirective
from iomdocs.markup.directives.timeline import TimelineDirective

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive

DIRECTIVES: dict[str, type[Directive]] = {
    "card": CardDirective,
    "claims": ClaimsDirective,
    "quote": QuoteDirective,
    "chart": ChartDirective,
    "figures": FiguresDirective,
    "map": MapDirective,
    "register": RegisterDirective,
    "table": TableDirective,
    "timeline": TimelineDirective,
}
"""The directives of the domain."""
