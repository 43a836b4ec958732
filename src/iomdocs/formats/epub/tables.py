"""Wide tables, made ready to be shown as one card for each row on a narrow screen."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from iomdocs.formats.epub.tree import XHTML, add_classes, classes_of, name_of, text_of

WIDE = 5
"""Columns from which on a table does not fit the screen of a six-inch reader."""


def label_wide_tables(body: ET.Element) -> None:
    """Name in each cell of a wide table the column that it stands in, for styles to show.

    Tables with more than one row of headers, or with cells over several rows or columns, stay.
    """
    for table in body.iter(f"{XHTML}table"):
        labels = _labels(table)
        if len(labels) >= WIDE and _is_plain(table, len(labels)):
            add_classes(table, "wide-table")
            for row in table.iterfind(f"{XHTML}tbody/{XHTML}tr"):
                for cell, label in zip(row, labels, strict=True):
                    cell.set("data-label", label)


def _labels(table: ET.Element) -> list[str]:
    """The words of the header row; none if there is not exactly one."""
    rows = table.findall(f"{XHTML}thead/{XHTML}tr")
    return [text_of(cell) for cell in rows[0]] if len(rows) == 1 else []


def _is_plain(table: ET.Element, columns: int) -> bool:
    if "highlighttable" in classes_of(table) or next(
        table.iterfind(f".//{XHTML}td//{XHTML}table"), None
    ):
        return False
    rows = [*table.iterfind(f"{XHTML}thead/{XHTML}tr"), *table.iterfind(f"{XHTML}tbody/{XHTML}tr")]
    return all(
        len(row) == columns
        and all(name_of(cell) in {"td", "th"} and not _spans(cell) for cell in row)
        for row in rows
    )


def _spans(cell: ET.Element) -> bool:
    return any(cell.get(key, "1") != "1" for key in ("colspan", "rowspan"))
