"""The page on data shows what the commands print."""

import json
import re
import shutil

import pytest

from iomdocs.cli import main
from iomdocs.data.spreadsheet import COLUMNS
from tests.cli.test_diff import git
from tests.conftest import HANDBOOK

PAGE = (HANDBOOK / "contributing" / "data.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"```console\n\$ iomdocs (.+)\n((?:.*\n)+?)```", PAGE))
DIFF = "facts diff main HEAD"


def matches(shown, printed):
    """Whether lines are as the page shows them, in which three dots stand for anything."""
    pattern = re.escape(shown.strip()).replace(r"\.\.\.", r"[\s\S]*")
    return re.fullmatch(pattern, printed.strip()) is not None


@pytest.mark.parametrize("command", sorted(EXAMPLES.keys() - {DIFF}))
def test_the_commands_print_what_the_page_shows(command, capsys, monkeypatch):
    monkeypatch.chdir(HANDBOOK.parent)
    assert main(command.split()) == 0
    printed = capsys.readouterr().out
    assert matches(EXAMPLES[command], printed), printed


def test_the_comparison_prints_what_the_page_shows(tmp_path, capsys):
    records = tmp_path / "src" / "iomdocs"
    records.mkdir(parents=True)
    (records / "__init__.py").touch()
    shutil.copytree(HANDBOOK.parent / "src" / "iomdocs" / "iom", records / "iom")
    shutil.copytree(HANDBOOK, tmp_path / "docs")
    git(tmp_path, "init", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--message=Before")
    git(tmp_path, "checkout", "-b", "observers")
    add_a_statement(records / "iom" / "membership.py")
    git(tmp_path, "commit", "--all", "--message=After")
    assert main([*DIFF.split(), "--source", str(tmp_path / "docs")]) == 0
    printed = capsys.readouterr().out
    assert matches(EXAMPLES[DIFF], printed), printed


def add_a_statement(file):
    text = file.read_text("utf-8")
    start = text.index('id="membership.observers"')
    end = text.index("\n        ],\n", start)
    statement = (
        '\n            Statement(value=Number(7), at=Day("2026-10"), sources=["tass_2021"],'
        ' confidence="recalled-unverified"),'
    )
    file.write_text(text[:end] + statement + text[end:], "utf-8")


def test_the_fact_on_the_page_is_that_of_the_data(capsys, monkeypatch):
    monkeypatch.chdir(HANDBOOK.parent)
    shown = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])
    assert main(["facts", "export"]) == 0
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert shown in facts


def test_every_column_of_the_table_is_explained():
    assert tuple(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == COLUMNS


def test_every_command_on_facts_is_told_in_the_readme_and_on_the_page(capsys):
    with pytest.raises(SystemExit):
        main(["facts", "--help"])
    commands = re.search(r"\{([a-z,]+)\}|COMMAND\n((?:    [a-z]+ .*\n)+)", capsys.readouterr().out)
    names = re.findall(r"^    ([a-z]+) ", commands[2], re.MULTILINE)
    assert names == ["list", "show", "export", "diff", "stale", "derived", "printed"]
    readme = (HANDBOOK.parent / "README.md").read_text("utf-8")
    for name in names:
        assert f"facts {name}" in PAGE
        assert re.search(rf"\| `iomdocs facts .*{name}", readme)
