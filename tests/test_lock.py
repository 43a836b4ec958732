"""The lock files: what is installed is named by its content, and is what the project asks for."""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent
INSTALLED = PROJECT / "requirements.lock"
TESTING = PROJECT / "requirements-test.lock"
LOCKS = (INSTALLED, TESTING, *sorted((PROJECT / "tests/books").glob("*.lock")))

ENTRY = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ;]+)(?P<marker> ; .+)?"
    r"(?P<hashes>( \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)


class Pin(NamedTuple):
    version: str
    hashes: frozenset[str]


def pins(lock: Path) -> dict[str, list[Pin]]:
    """The packages of a lock; one with other versions for other machines has several."""
    found: dict[str, list[Pin]] = {}
    for entry in ENTRY.finditer(lock.read_text("utf-8")):
        hashes = frozenset(re.findall("[0-9a-f]{64}", entry["hashes"]))
        found.setdefault(entry["name"], []).append(Pin(entry["version"], hashes))
    return found


def asked(*extras: str) -> list[Requirement]:
    """What ``pyproject.toml`` asks for: by itself, to be built, and with these extras."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    optional = project["project"]["optional-dependencies"]
    lists = [project["project"]["dependencies"], project["dependency-groups"]["build"]]
    lists += [optional[extra] for extra in extras or optional]
    return [Requirement(line) for lines in lists for line in lines]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_is_of_a_package_with_version_and_hashes(lock: Path) -> None:
    """And none names an index, an address or another file."""
    text = re.sub(r"^#.*\n", "", lock.read_text("utf-8"), flags=re.MULTILINE)
    assert ENTRY.search(text)
    assert ENTRY.sub("", text) == ""


@pytest.mark.parametrize(("lock", "extras"), [(INSTALLED, ("site",)), (TESTING, ())])
def test_the_lock_has_what_the_project_asks_for(lock: Path, extras: tuple[str, ...]) -> None:
    locked = pins(lock)
    for requirement in asked(*extras):
        name = canonicalize_name(requirement.name)
        assert name in locked, f"{requirement} is not in {lock.name}: make lock"
        wrong = [pin.version for pin in locked[name] if pin.version not in requirement.specifier]
        assert not wrong, f"{lock.name} has {name} {wrong}, not {requirement}: make lock"


def test_tests_run_with_what_is_installed_for_the_handbook() -> None:
    testing = pins(TESTING)
    assert {name: testing.get(name) for name in pins(INSTALLED)} == pins(INSTALLED)


def test_everything_is_installed_by_its_hash() -> None:
    """Each call of pip that fetches anything asks for hashes, and none resolves anew."""
    makefile = (PROJECT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    calls = [line for line in makefile.splitlines() if re.search(r"pip (install|download)", line)]
    assert len(calls) == 6
    for call in calls:
        assert "--require-hashes" in call or "--no-index" in call, call
