"""The table: ratios of pairs, and what is not measured does not look reached."""

import sys
from pathlib import Path

import pytest

from tests.bench.book import Book
from tests.bench.processes import Cost, Failed, memory, run, running
from tests.bench.rows import ROWS, Measured, selected, table
from tests.bench.sides import SIDES, Bench

BENCH = Bench(Path(), Book(pages=10), Book(pages=100))


def cost(seconds=0.0, memory=0.0):
    return Cost(seconds, seconds * 2, memory, memory)


def line(name, measured):
    return table(BENCH, selected([name]), measured).splitlines()[-1].strip("| ").split(" | ")


def test_every_row_compares_known_sides():
    assert {name for row in ROWS for name in (row.one, row.other)} == set(SIDES)


def test_a_ratio_is_the_median_of_those_of_the_runs():
    ours = [cost(1), cost(4), cost(2)]
    others = [cost(10), cost(10), cost(10)]
    cells = line("cold", Measured({"ours": ours, "stock": others}, {}))
    assert cells[2:] == [
        *("2.00 s (1.00 to 4.00)", "10.00 s", "0.20 (0.10 to 0.40)", "0.20"),
        *("at most 0.35", "yes"),
    ]


def test_what_is_measured_once_is_compared_with_every_run():
    measured = Measured({"ours-many": [cost(30), cost(50)], "stock-many": [cost(100)]}, {})
    assert line("long-book", measured)[4:] == ["0.40 (0.30 to 0.50)", "0.40", "at most 0.10", "no"]


def test_growth_is_that_of_the_time_of_a_page():
    measured = Measured({"ours-pdf-many": [cost(30)], "ours-pdf": [cost(2)]}, {})
    assert line("growth-pdf", measured)[2:5] == ["300.0 ms a page", "200.0 ms a page", "1.50"]


def test_memory_is_compared_as_memory():
    measured = Measured({"ours-many": [cost(1, 120)], "stock-many": [cost(9, 100)]}, {})
    assert line("memory", measured)[4:] == ["1.20", "", "at most 1.30", "yes"]


def test_a_side_that_failed_is_not_reached():
    measured = Measured({"ours": [cost(1)], "stock": [cost(10)]}, {"stock": "no theme"})
    assert line("cold", measured)[4:] == ["not measured", "", "at most 0.35", "no"]


def test_rows_are_chosen_by_name():
    assert [row.name for row in selected(["growth", "cold"])] == [
        *("cold", "growth-html", "growth-pdf", "growth-epub"),
    ]
    assert selected([]) == list(ROWS)
    with pytest.raises(ValueError, match="no row 'warm'; choose from cold, "):
        selected(["warm"])


def test_a_command_that_fails_says_what_it_said(tmp_path):
    with pytest.raises(Failed, match=r"not today\n.*failed with 3"):
        run([sys.executable, "-c", "print('not today'); raise SystemExit(3)"], tmp_path)


def test_the_processors_of_what_outlives_a_command_are_counted(tmp_path):
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    leave = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}])"
    assert run([sys.executable, "-c", leave], tmp_path).processor > 0.3


def test_memory_that_processes_share_is_counted_once(tmp_path):
    said = tmp_path / "said"
    share = "import os, signal; held = bytearray(100 << 20); os.fork(); print(1); signal.pause()"
    with running([sys.executable, "-c", share], tmp_path, said) as process:
        while said.read_text() != "1\n1\n":
            assert process.poll() is None
        assert 100 < memory(process.pid) < 150
