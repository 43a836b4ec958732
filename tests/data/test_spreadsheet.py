"""Facts as CSV: RFC 4180, a line for each statement and cell, and nothing that runs."""

import csv
import io
import re

import pytest

from iomdocs.cli import main


def export(book, tmp_path, form="csv"):
    file = tmp_path / f"facts.{form}"
    arguments = ["--source", str(book.source), "--format", form, "--output", str(file)]
    assert main(["facts", "export", *arguments]) == 0
    return file.read_bytes()


def lines(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_there_is_a_line_for_each_statement_and_each_filled_cell(town, tmp_path):
    found = lines(export(town, tmp_path))
    people = [line for line in found if line["fact"] == "town.people"]
    assert [line["value"] for line in people] == ["4711", "5222", "6333", "7999"]
    assert people[1]["text"] == "about 5,222"
    assert people[1]["qualifier"] == "about"
    assert people[1]["unit"] == "inhabitants"
    assert people[1]["sources"] == "census almanac"
    assert people[2]["note"] == "Counts the suburbs too."
    (budget,) = [line for line in found if line["fact"] == "town.budget"]
    assert (budget["value"], budget["unit"], budget["at"]) == ("44500000", "CHF", "2019")
    table, *cells = [line for line in found if line["fact"] == "town.events"]
    assert (table["type"], table["text"]) == ("table", "table of 4 rows")
    assert len(cells) == 18
    (mill,) = [line for line in cells if (line["row"], line["column"]) == ("mill", "date")]
    assert (mill["value"], mill["qualifier"], mill["text"]) == ("1850", "about", "about 1850")
    assert {line["sources"] for line in cells if line["row"] == "charter"} == {"almanac census"}


def test_lines_end_and_quote_as_rfc_4180_has_it(town, tmp_path):
    data = export(town, tmp_path)
    assert data.startswith(b"\xef\xbb\xbffact,label,")
    assert data.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n", data)
    assert b'"Water in the lower town, two days long"' in data
    assert len({len(line) for line in csv.reader(io.StringIO(data.decode("utf-8-sig")))}) == 1


@pytest.mark.parametrize("formula", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_text_is_a_formula_for_a_spreadsheet(book, tmp_path, formula):
    town = book("town")
    town.replace("townfacts.py", '"Up & *on* #1 <b>$5_a@b</b>"', repr(formula))
    (motto,) = [line for line in lines(export(town, tmp_path)) if line["fact"] == "town.motto"]
    assert motto["value"].startswith("'" + formula[0])


def test_a_negative_number_stays_a_number(book, tmp_path):
    town = book("town")
    town.replace("townfacts.py", "Number(4711)", "Number(-4711.5)")
    people = next(line for line in lines(export(town, tmp_path)) if line["fact"] == "town.people")
    assert people["value"] == "-4711.5"
