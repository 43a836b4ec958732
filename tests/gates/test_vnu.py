"""The Nu Html Checker finds no error and no warning in the pages and in our styles."""

import json
import re
import subprocess
from pathlib import Path

import iomdocs
from tests.ebooks import QUICK
from tests.gates import tools

STYLES = sorted(Path(iomdocs.__file__).parent.rglob("*.css"))

ACCEPTED = {
    "The “main” role is unnecessary for element “main”.": "of the theme; does no harm",
    "Consider using the “h1” element as a top-level heading only": "the page has one; it stands "
    "in an article of the theme",
    "Article lacks heading.": "its heading is the h1 in the section below",
    "The “list” role is unnecessary for element “ol”.": "sphinx-design; Safari needs it",
    "Duplicate “dt” name": "two events of one year have one date in a timeline",
    "Empty heading.": "the general index of the theme, which has no title with nothing in it",
}
"""How a warning begins that is no fault, and why."""


UNKNOWN_STYLES = (
    "container-type",
    "line-clamp",
    "mask",
    "math-depth",
    "math-style",
    "max-width",
)
"""Properties of which the checker does not know what browsers do: container queries, MathML Core,
``calc`` with properties of our own."""
UNKNOWN = re.compile(f"CSS: “({'|'.join(UNKNOWN_STYLES)})”")


def findings(*files, kind="--skip-non-html"):
    """Each error and warning in files or folders, in short."""
    command = [
        tools.JAVA,
        *QUICK,
        "-Xss4m",
        "-jar",
        tools.VNU,
        kind,
        "--format",
        "json",
        "--stdout",
    ]
    run = subprocess.run(
        [*command, "--exit-zero-always", *files], capture_output=True, text=True, check=True
    )
    return [
        f"{Path(message['url']).name}:{message.get('lastLine', 0)}: {message['message']}"
        for message in json.loads(run.stdout)["messages"]
        if (message["type"] != "info" or message.get("subType") == "warning")
        and not message["message"].startswith(tuple(ACCEPTED))
    ]


def test_the_gate_finds_an_id_that_stands_twice(faulty):
    found = findings(faulty)
    assert found == ["index.html:11: Duplicate ID “twice”.", *found[1:]]


def test_the_gate_finds_a_fault_in_a_style(tmp_path):
    (tmp_path / "wrong.css").write_text("p { colour: red }\n", "utf-8")
    (found,) = findings(tmp_path / "wrong.css", kind="--css")
    assert re.search(r"wrong.css:1: .*colour", found)


def test_every_page_of_the_handbook(handbook):
    assert findings(handbook / "html") == []


def test_every_page_of_a_foreign_book(workbook):
    assert findings(workbook.out / "html") == []


def test_every_style():
    known = (found for found in findings(*STYLES, kind="--css") if not UNKNOWN.search(found))
    assert list(known) == []
