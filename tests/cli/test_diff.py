"""``iomdocs facts diff``: what changed in the facts between revisions, folders, published files."""

import json
import os
import shutil
import subprocess

import pytest

from iomdocs.cli import main
from tests.findings import findings

AUTHOR = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")


def git(folder, *arguments):
    subprocess.run(["git", "-C", str(folder), *AUTHOR, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(book):
    """The town book in a repository with one revision, ``main``."""
    town = book("town")
    git(town.source.parent, "init", "--initial-branch=main")
    git(town.source.parent, "add", "docs")
    git(town.source.parent, "commit", "--message=First")
    return town


def change(town):
    """Change much in the book: a fact added, one removed, others changed in every way."""
    town.replace(
        "townfacts.py",
        """\
                value=Number(5222, "about"),
                at=Day("2020-05"),
                sources=["census", "almanac"],
                confidence="two-sources",
""",
        """\
                value=Number(5333, "about"),
                at=Day("2020-05"),
                sources=["census"],
                confidence="confirmed-by-source",
                rank="preferred",
                note="A new *count*.",
""",
    )
    town.replace("townfacts.py", 'unit="inhabitants"', 'unit="people"')
    town.replace("townfacts.py", 'label="Yearly budget"', 'label="Budget | yearly"')
    town.replace("townfacts.py", 'end=Day("2017-12-31")', 'end=Day("2017-11-30")')
    town.replace("townfacts.py", 'id="town.forest"', 'id="town.woods"')
    town.replace("life.md", "town.forest", "town.woods")
    town.replace("events.csv", "Railway station", "Station")
    flood = 'flood,1801-04,The flood,"Water in the lower town, two days long",nature,,almanac\n'
    town.replace("events.csv", flood, "")
    events = town.source / "events.csv"
    events.write_text(events.read_text("utf-8") + "fire,1901,Fire,,nature,,census\n", "utf-8")


def diff(town, old, new, *more):
    return main(["facts", "diff", old, new, "--source", str(town.source), *more])


def test_a_comparison_names_what_changed_with_old_and_new(repository, capsys):
    change(repository)
    git(repository.source.parent, "commit", "--all", "--message=Second")
    assert diff(repository, "main~1", "main") == 0
    told = capsys.readouterr().out
    assert told == EXPECTED


ALMANAC = "Almanac of the town (2021)"
CENSUS = "Census (2020) https://example.org/census"
EXPECTED = f"""\
Facts from main~1 to main: 1 added, 4 changed, 1 removed

changed: town.budget (Budget | yearly)
    value: 44.5 million Swiss francs, as of 2019
    label: Yearly budget -> Budget | yearly
    source: {ALMANAC}
    shown on: life

changed: town.events (Events)
    value: table of 4 rows, as of 2020
    row flood removed: April 1801; The flood; Water in the lower town, two days long; nature
    row fire added: 1901; Fire; nature
    row station, title: Railway station -> Station
    source: {ALMANAC}
    shown on: history, life

removed: town.forest (Share of forest)
    value: 12.5 per cent, as of 2019
    source: {ALMANAC}
    shown on: life

changed: town.mayor (Mayor)
    value: Benoît Çelik, since 2018
    end of the statement from January 2010 to 31 December 2017: 2017-12-31 -> 2017-11-30
    source: {ALMANAC}
    shown on: index, life

changed: town.people (Inhabitants)
    value: about 5,222, as of May 2020 -> about 5,333, as of May 2020
    unit: inhabitants -> people
    rank of the statement as of May 2020: normal -> preferred
    confidence of the statement as of May 2020: two-sources -> confirmed-by-source
    note of the statement as of May 2020: none -> A new *count*.
    sources of the statement as of May 2020: {CENSUS}; {ALMANAC} -> {CENSUS}
    source: {CENSUS}
    shown on: index, life

added: town.woods (Share of forest)
    value: 12.5 per cent, as of 2019
    source: {ALMANAC}
    shown on: life
"""


def test_json_has_the_same_for_programs(repository, capsys):
    change(repository)
    assert diff(repository, "main", str(repository.source), "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    ids = {kind: [fact["id"] for fact in data[kind]] for kind in ("added", "changed", "removed")}
    assert ids == {
        "added": ["town.woods"],
        "changed": ["town.budget", "town.events", "town.mayor", "town.people"],
        "removed": ["town.forest"],
    }
    people = data["changed"][-1]
    assert people["old"]["value"] == "about 5,222"
    assert people["new"] == {"value": "about 5,333", "when": "as of May 2020", "sources": [CENSUS]}
    assert {"what": "unit", "old": "inhabitants", "new": "people"} in people["changes"]
    assert people["pages"] == ["index", "life"]
    assert data["removed"][0]["new"] is None


def test_markdown_is_a_comment_in_which_records_are_no_markup(repository, capsys):
    change(repository)
    repository.replace("townfacts.py", 'label="Languages"', 'label="@all [x](y) <b>#1</b>"')
    assert diff(repository, "main", str(repository.source), "--format", "markdown") == 0
    told = capsys.readouterr().out
    assert told.startswith("### Facts from main to ")
    assert "**Added**\n\n- `town.woods` Share of forest\n  - value: 12.5 per cent" in told
    assert "- `town.budget` Budget \\| yearly\n" in told
    assert "A new \\*count\\*." in told
    assert "\\@all \\[x\\](y) \\<b\\>\\#1\\</b\\>" in told


def test_a_published_file_can_be_compared(repository, capsys):
    assert repository.build("html") == 0
    change(repository)
    published = str(repository.out / "facts.json")
    capsys.readouterr()
    assert diff(repository, published, str(repository.source)) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[1:] == EXPECTED.splitlines()[1:]
    assert diff(repository, "main", published) == 0
    assert capsys.readouterr().out == f"The facts of main and {published} are the same\n"


def test_another_day_of_the_edition_shows_other_statements(repository, capsys):
    repository.replace("conf.py", "2021-03-04", "2023-01-01")
    assert diff(repository, "main", str(repository.source)) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[2:4] == [
        "changed: town.people (Inhabitants)",
        "    value: about 5,222, as of May 2020 -> 7,999, as of 2022",
    ]


def test_nothing_is_checked_out_and_nothing_is_run(repository, capsys):
    conf = repository.source / "conf.py"
    mark = repository.source.parent / "ran"
    conf.write_text(f"{conf.read_text('utf-8')}\nopen({str(mark)!r}, 'w')\n", "utf-8")
    git(repository.source.parent, "commit", "--all", "--message=Second")
    change(repository)
    before = {file: file.read_bytes() for file in repository.source.rglob("*") if file.is_file()}
    assert diff(repository, "main~1", "main") == 0
    assert capsys.readouterr().out == "The facts of main~1 and main are the same\n"
    after = {file: file.read_bytes() for file in repository.source.rglob("*") if file.is_file()}
    assert after == before
    assert not mark.exists()


def test_records_of_a_package_elsewhere_in_the_repository_are_those_of_the_revision(
    repository, capsys
):
    top = repository.source.parent
    package = top / "src" / "townpackage"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    for name in ("townfacts.py", "events.csv"):
        shutil.move(repository.source / name, package / name)
    repository.replace("conf.py", '"townfacts"', '"townpackage"')
    git(top, "add", ".")
    git(top, "commit", "--message=Second")
    assert diff(repository, "main~1", "main") == 0
    assert capsys.readouterr().out == "The facts of main~1 and main are the same\n"
    file = package / "townfacts.py"
    file.write_text(file.read_text("utf-8").replace("4711", "4712"), "utf-8")
    git(top, "commit", "--all", "--message=Third")
    assert diff(repository, "main~1", "main") == 0
    told = capsys.readouterr().out
    assert "value of the statement as of 1990: 4,711, as of 1990 -> 4,712, as of 1990" in told


def test_a_revision_that_there_is_not_is_named(repository, capfd):
    assert diff(repository, "mian", "main") == 1
    ((_, _, code, message, hint),) = findings(capfd)
    assert (code, message) == ("B004", "there is no revision 'mian'")
    assert hint == "did you mean main?"


@pytest.mark.parametrize("revision", ["--output=x", "", "main:docs", "main..main", "no such"])
def test_what_is_no_revision_is_no_option_either(repository, capfd, revision):
    assert main(["facts", "diff", "--source", str(repository.source), "--", revision, "main"]) == 1
    ((_, _, code, _, hint),) = findings(capfd)
    assert code == "B004"
    assert hint


def test_a_revision_without_the_book_is_named(repository, capfd):
    git(repository.source.parent, "checkout", "--orphan", "empty")
    git(repository.source.parent, "rm", "-r", "--cached", ".")
    (repository.source.parent / "other").touch()
    git(repository.source.parent, "add", "other")
    git(repository.source.parent, "commit", "--message=Other")
    assert diff(repository, "empty", "main") == 1
    ((_, _, code, message, _),) = findings(capfd)
    assert (code, message) == ("B004", "the revision 'empty' has no docs/conf.py")


def test_a_book_in_no_repository_has_no_revisions(book, capfd, monkeypatch):
    town = book("town")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(town.source.parent.parent))
    assert diff(town, "main", "HEAD") == 1
    ((_, _, code, message, hint),) = findings(capfd)
    assert code == "B004"
    assert "is in no git repository" in message
    assert "two folders" in hint


def test_without_git_there_are_no_revisions(repository, capfd, monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)
    assert diff(repository, "main", "HEAD") == 1
    ((_, _, code, message, _),) = findings(capfd)
    assert (code, message) == ("B004", "a revision needs git, which cannot be run")


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"facts": [{}], "sources": {}}', "\udcff"])
def test_a_file_that_holds_no_facts_is_named(repository, capfd, tmp_path, content):
    file = tmp_path / "other.json"
    file.write_text(content, "utf-8", errors="surrogateescape")
    assert diff(repository, str(file), "main") == 1
    ((place, _, code, message, _),) = findings(capfd)
    assert (place, code) == ("other.json", "B004")
    assert message == "the file does not hold facts as they are published"


def test_a_mistake_in_a_revision_is_named_with_the_revision(repository, capfd, monkeypatch):
    monkeypatch.chdir(repository.source.parent)
    repository.replace("townfacts.py", 'sources=["census", "almanac"]', 'sources=["censos"]')
    git(repository.source.parent, "commit", "--all", "--message=Second")
    assert diff(repository, "main~1", "main") == 1
    told = capfd.readouterr().err
    assert told.startswith("main:docs/townfacts.py:")
    assert ": F007 " in told
