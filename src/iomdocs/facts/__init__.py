"""The engine of facts: records, checks, words. It knows no organization and no publishing tool."""

from iomdocs.facts.model import (
    Column,
    Day,
    Fact,
    Items,
    Money,
    Number,
    Period,
    Person,
    Place,
    Row,
    Share,
    Statement,
    Table,
    Topic,
    Value,
)

__all__ = [
    "Column",
    "Day",
    "Fact",
    "Items",
    "Money",
    "Number",
    "Period",
    "Person",
    "Place",
    "Row",
    "Share",
    "Statement",
    "Table",
    "Topic",
    "Value",
]
