"""The engine of facts: records, checks, words. It knows no organization and no publishing tool."""

from iomdocs.facts.derivation import CountOf, DifferenceOf, SumOf, TotalOf
from iomdocs.facts.model import Fact, Statement, Topic, Value
from iomdocs.facts.tables import Column, Row, Table
from iomdocs.facts.values import (
    Country,
    Day,
    Items,
    Money,
    Number,
    Period,
    Periods,
    Person,
    Place,
    Share,
)

__all__ = [
    "Column",
    "CountOf",
    "Country",
    "Day",
    "DifferenceOf",
    "Fact",
    "Items",
    "Money",
    "Number",
    "Period",
    "Periods",
    "Person",
    "Place",
    "Row",
    "Share",
    "Statement",
    "SumOf",
    "Table",
    "Topic",
    "TotalOf",
    "Value",
]
