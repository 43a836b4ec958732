"""What fuzzing has found once, and what it begins with, given to the targets again."""

from pathlib import Path

import pytest

from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import TARGETS, run

FOUND = sorted(file for file in (Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_was_found_is_no_fault_any_more(file):
    run(file.name.partition("-")[0], file.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_begins_with_is_no_fault(name):
    for seed in SEEDS[name]:
        run(name, seed)
