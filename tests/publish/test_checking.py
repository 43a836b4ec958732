"""``iomdocs check``: what the text of the sources tells, without Sphinx, and as a build does."""

import subprocess
import sys

import pytest

from iomdocs.cli import main
from tests.findings import findings, line_in

PAGE = """\
# More

A {fact}`town.peple` and {fact:asof}`town.people@1980-01-01` in a sentence
that goes on with {fact}`town.events` and {fact}`town.people@last-year`.

:::{fact:table} town.event
:::

:::{fact:card} Card
town.mayr: The mayor
town.people
:::

```
{fact}`town.nothing`
```
"""


def check(book, *options):
    return main(["check", "--source", str(book.source), "--out", str(book.out), *options])


def test_facts_that_pages_name_are_looked_up_as_a_build_does(book, capfd):
    town = book("town")
    town.write("more.md", PAGE)
    town.replace("index.md", "history\n```", "history\nmore\n```")
    assert check(town) == 1
    told = findings(capfd)
    assert [(line, code) for _, line, code, *_ in told] == [
        (3, "F001"),
        (3, "F010"),
        (4, "F009"),
        (4, "F012"),
        (6, "F001"),
        (10, "F001"),
    ]
    assert check(town, "--read") == 1
    read = {finding[:4] for finding in findings(capfd)}
    assert {finding[:4] for finding in told} == read


def test_records_and_settings_are_checked(book, capfd):
    town = book("town")
    town.replace("sources.bib", "{almanac,", "{almanach,")
    (town.source / "old.md").write_bytes("# Old\n\nCaf\xe9.\n".encode("latin-1"))
    assert check(town) == 1
    codes = {(file, code) for file, _, code, *_ in findings(capfd) if not code.startswith("W")}
    assert codes == {("townfacts.py", "F007"), ("events.csv", "F007"), ("old.md", "T001")}
    town.replace("conf.py", 'iomdocs_edition = "', 'iomdocs_edition = "of ')
    assert check(town) == 1
    line = line_in(town, "conf.py", "iomdocs_edition")
    assert ("conf.py", line, "B002") in {finding[:3] for finding in findings(capfd)}


def test_settings_that_are_computed_are_no_mistake_but_what_needs_them_is_not_told(book, capfd):
    town = book("town")
    town.write("more.md", PAGE)
    conf = town.source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + "\nexclude_patterns = [str('more.md')]\n", "utf-8")
    assert check(town) == 0
    assert "10 facts" in capfd.readouterr().out


def test_only_reading_finds_a_link_that_leads_nowhere(book, capfd):
    town = book("town")
    town.write("more.md", "---\norphan: true\n---\n# More\n\n[there](histroy.md)\n")
    assert check(town) == 0
    capfd.readouterr()
    assert check(town, "--read") == 1
    assert [finding[2] for finding in findings(capfd)] == ["L001"]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--source", "tests/roots/village"]])
def test_the_program_starts_without_sphinx(arguments):
    code = (
        "import sys; from iomdocs.cli import main\n"
        "try: sys.exit(main(sys.argv[1:]))\n"
        "finally: print({'sphinx', 'docutils', 'altair'} & sys.modules.keys())"
    )
    command = [sys.executable, "-c", code, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.splitlines()[-1]) == (0, "set()")
