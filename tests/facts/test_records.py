"""Record modules: read without being run, every mistake found in one go, with its line."""

from pathlib import Path

import pytest

from iomdocs.diagnostics import Problem
from iomdocs.facts import Number, registry
from tests.facts.conftest import HEADER

GOOD = 'Statement(value=Number(1), at=Day("2000"), sources=["a"], confidence="two-sources")'


def found(loaded):
    """Line (below the header), code and message of each problem."""
    return [(p.location.line - 4, p.code, p.message) for p in loaded.problems]


def fact(id_="town.people", statements=GOOD, more=""):
    return f'Fact(id="{id_}", label="People", statements=[{statements}]{more})'


def test_a_good_record_is_read(load):
    loaded = load(f"FACTS = [{fact()}]")
    assert not loaded.problems
    assert loaded["town.people"].statements[0].value == Number(1)


def test_a_record_module_is_not_run(load, tmp_path):
    loaded = load(f'open("{tmp_path}/ran", "w")\nFACTS = [{fact()}]')
    assert not (tmp_path / "ran").exists()
    assert found(loaded) == [(1, "F005", "only records may stand here")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (fact(statements=GOOD.replace('sources=["a"], ', "")), (1, "F002", "lacks sources")),
        (fact(statements=GOOD.replace('"a"', "")), (1, "F002", "has no source")),
        (fact(statements=GOOD.replace('"a"', '"be"')), (1, "F007", "'be'")),
        (f"{fact()},\n{fact()}", (2, "F003", "two facts 'town.people'")),
        (
            fact(statements=f"{GOOD},\n{GOOD.replace('2000', '1999')}"),
            (2, "F004", "1999 stands after 2000"),
        ),
        (
            fact(statements=GOOD.replace('at=Day("2000")', 'start=Day("2000"), end=Day("1999")')),
            (1, "F004", "the end 1999 is before the start 2000"),
        ),
        (fact(statements=GOOD.replace('at=Day("2000"), ', "")), (1, "F006", "has no date")),
        (fact(statements=GOOD.replace("2000", "20000")), (1, "F006", "'20000' is not a date")),
        (fact(statements=GOOD.replace("Number(1)", "Number('1')")), (1, "F006", "amount")),
        (fact(statements=GOOD.replace("two-sources", "sure")), (1, "F006", "confidence")),
        (fact(statements=GOOD.replace("value", "vale")), (1, "F006", "no field 'vale'")),
        (fact(statements=f"{GOOD}, {GOOD.replace('Number(1)', 'Share(1)')}"), (1, "F006", "mixes")),
        (fact(statements=""), (1, "F006", "without any statement")),
        (fact(id_="People"), (1, "F006", "'People' is not an id")),
        (fact(id_="city.people"), (1, "F006", "begins with no topic")),
        (fact(more=", note=str(1)"), (1, "F005", "'str' is not a kind of record")),
        (fact(more=", note=[1 for x in y]"), (1, "F005", "only literal values")),
        (fact(more=', note=f"{1}"'), (1, "F005", "only literal values")),
        (fact(statements="Statement("), (1, "F005", "not valid Python")),
    ],
)
def test_every_mistake_has_its_line_and_code(load, text, expected):
    line, code, words = expected
    problems = found(load(f"FACTS = [{text}]"))
    assert [(n, c) for n, c, message in problems if words in message] == [(line, code)], problems


def test_all_mistakes_are_found_in_one_run(load):
    first = fact(statements=GOOD.replace('"a"', '"x"'))
    second = fact("town.other", statements=GOOD.replace("2000", "2000-13"))
    third = fact("town.third", statements=GOOD, more=", unti=3")
    loaded = load(f"FACTS = [\n{first},\n{second},\n{third},\n]")
    assert [(line, code) for line, code, _ in found(loaded)] == [
        (2, "F007"),
        (3, "F006"),
        (4, "F006"),
    ]


def test_a_hint_names_what_was_meant(load):
    loaded = load("FACTS = [" + fact(statements=GOOD.replace('["a"]', '["be"]')) + "]")
    assert [problem.hint for problem in loaded.problems] == ["did you mean bee?"]


TABLE = (
    'Statement(value=Table(file="t.csv", key="id", columns=[Column(name="when", label="When", '
    'type="day"), Column(name="cost", label="Cost", type="number")]), at=Day("2000"), '
    'sources=["a"], confidence="two-sources")'
)


def test_a_table_is_read_with_typed_cells(load):
    loaded = load(f"FACTS = [{fact(statements=TABLE)}]", t="id,when,cost,sources\nx,2001-02,3,a\n")
    assert not loaded.problems
    (row,) = loaded["town.people"].statements[0].value.rows
    assert (row.key, row.cells["when"].precision, row.cells["cost"]) == ("x", "month", Number(3))


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ("id,when,sources\nx,2001,a\n", 1, "column 'cost' is missing"),
        ("id,when,cost,colour,sources\nx,2001,3,red,a\n", 1, "column 'colour' is not declared"),
        (
            "id,when,cost,sources\nx,2001,3,a\ny,2001,a\n",
            3,
            "row 'y' has 3 cells, and the first line 4",
        ),
        ("id,when,cost,cost,sources\nx,2001,3,3,a\n", 1, "column 'cost' stands there twice"),
        ('id,when,cost,sources\nx,2001,3,"a\ny,2002,4,a\n', 2, "the line cannot be read"),
        ('id,when,cost,sources\nx,2001,"3\ny,2002,4,a\nz,2003,"5",a\n', 2, "cannot be read"),
        ('id,when,cost,sources\nx,2001,3,"a\ny,2002,4,a\nz,2003,5,a"\n', 2, "runs on over"),
        (f"id,when,cost,sources\nx,2001,{'9' * 400},a\n", 2, "no figure that can be printed"),
        (f"id,when,cost,sources\nx,2001,3,{'a' * 140_000}\n", 2, "the line cannot be read"),
        ("id,when,cost,sources\nx,2001,three,a\n", 2, "row 'x', column 'cost'"),
        ("id,when,cost,sources\nx,May 2001,3,a\n", 2, "column 'when'"),
        ("id,when,cost,sources\nx,2001,3,\n", 2, "row 'x' has no source"),
        ("id,when,cost,sources\nx,2001,3,zz\n", 2, "row 'x' names the source 'zz'"),
        ("id,when,cost,sources\nx,2001,3,a\nx,2002,3,a\n", 3, "row 'x' stands in line 2 already"),
    ],
)
def test_a_wrong_row_is_named(load, rows, line, words):
    loaded = load(f"FACTS = [{fact(statements=TABLE)}]", t=rows)
    (problem,) = [p for p in loaded.problems if words in p.message]
    assert (Path(problem.location.path).name, problem.location.line) == ("t.csv", line)


def test_a_missing_table_file_is_named(load):
    loaded = load(f"FACTS = [{fact(statements=TABLE)}]")
    assert [(code, message) for _, code, message in found(loaded)] == [
        ("F008", "there is no table file 't.csv'")
    ]


def test_a_module_that_is_not_utf8_is_named_and_no_fact_of_it_called_unknown(tmp_path):
    (tmp_path / "records.py").write_bytes(HEADER.encode() + b"# caf\xe9\nFACTS = []\n")
    loaded = registry.load("records", tmp_path, [])
    assert [(p.code, p.location.line) for p in loaded.problems] == [("T001", 5)]
    with pytest.raises(Problem) as raised:
        loaded.find("town.people")
    assert raised.value.code == ""


def test_a_table_that_is_not_utf8_is_named(load, tmp_path):
    (tmp_path / "t.csv").write_bytes(b"id,when,cost,sources\nx,2001,3,a\ny\xe9,2001,3,a\n")
    loaded = load(f"FACTS = [{fact(statements=TABLE)}]")
    assert [(p.code, p.location.line) for p in loaded.problems] == [("T001", 3)]


def test_a_cell_may_have_lines(load):
    columns = TABLE.replace('"Cost", type="number"', '"Cost"')
    text = 'id,when,cost,sources\nx,2001,"one\ntwo",a\n'
    loaded = load(f"FACTS = [{fact(statements=columns)}]", t=text)
    assert loaded["town.people"].statements[0].value.rows[0].cells["cost"] == "one\ntwo"


def test_a_row_can_be_less_sure_than_its_table(load):
    text = "id,when,cost,sources,confidence\nx,2001,3,a,recalled-unverified\ny,2001,3,a,\n"
    loaded = load(f"FACTS = [{fact(statements=TABLE)}]", t=text)
    rows = loaded["town.people"].statements[0].value.rows
    assert [row.confidence for row in rows] == ["recalled-unverified", None]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (GOOD.replace("Number(1)", 'Money(5, "dollars")'), "'dollars' is not a currency"),
        (GOOD.replace("value=", "value=Number(2), value="), "value is given twice"),
    ],
)
def test_slips_that_python_would_let_pass_are_named(load, statement, words):
    problems = found(load(f"FACTS = [{fact(statements=statement)}]"))
    assert [words in message for _, _, message in problems] == [True]
