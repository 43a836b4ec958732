"""``iomdocs facts``: facts listed, shown, given away and watched, without building the book."""

import json
import subprocess
import sys

import pytest

from iomdocs.cli import main
from tests.findings import findings, line_in


def run(book, *arguments):
    command, *rest = arguments
    return main(["facts", command, "--source", str(book.source), *rest])


def printed(capsys, book, *arguments):
    assert run(book, *arguments) == 0
    return capsys.readouterr().out.splitlines()


def columns(line):
    return [part.strip() for part in line.split("  ") if part.strip()]


def test_list_has_a_line_for_each_fact(book, capsys):
    town = book("town")
    lines = [columns(line) for line in printed(capsys, town, "list")]
    assert [line[0] for line in lines] == town.ids()
    assert ["town.people", "about 5,222 inhabitants", "as of May 2020", "Inhabitants"] in lines
    assert ["town.founded", "9 June 1723", "Founded"] in lines
    assert ["town.events", "table of 4 rows", "as of 2020", "Events"] in lines


def test_list_reads_another_day(book, capsys):
    lines = [
        columns(line) for line in printed(capsys, book("town"), "list", "--as-of", "2015-06-30")
    ]
    found = {line[0]: line[1:] for line in lines}
    assert found["town.people"] == ["4,711 inhabitants", "as of 1990", "Inhabitants"]
    assert found["town.bridges"][0].startswith("[")


def test_list_can_be_of_one_topic_or_a_part_of_it(book, capsys):
    league = book("league")
    everything = printed(capsys, league, "list")
    assert printed(capsys, league, "list", "league") == everything
    ids = [columns(line)[0] for line in printed(capsys, league, "list", "league.members")]
    assert ids == ["league.members", "league.members.number"]


def test_a_topic_without_facts_is_named(book, capfd):
    assert run(book("league"), "list", "leage") == 1
    ((_, _, code, message, hint),) = findings(capfd)
    assert (code, message, hint) == (
        "F001",
        "no fact begins with 'leage'",
        "did you mean league or league.head or league.heads?",
    )


def test_show_tells_everything_of_a_fact(book, capsys):
    town = book("town")
    told = printed(capsys, town, "show", "town.people")
    record = f"{town.source}/townfacts.py"
    assert told[0] == "town.people: Inhabitants"
    assert "  shown: about 5,222 inhabitants as of May 2020" in told
    assert "  unit: inhabitants" in told
    assert f"  record: {record}:{line_in(town, 'townfacts.py', 'town.people') - 1}" in told
    assert "  shown on: index, life" in told
    assert told.count("    rank: deprecated") == 1
    assert "    confidence: two-sources" in told
    assert "    note: Counts the suburbs too." in told
    assert "    source: census: Census (2020) https://example.org/census" in told
    assert [line for line in told if "statement" in line][-1] == "  statement 4"


def test_show_tells_the_rows_of_a_table_and_what_a_fact_follows_from(book, capsys):
    league = book("league")
    told = printed(capsys, league, "show", "league.members", "--as-of", "1965-01-01")
    rows = [line.strip() for line in told if line.startswith("    row: ")]
    assert [row.split(";")[0] for row in rows] == ["row: IE", "row: BO"]
    assert "Bolivia (Plurinational State of)" in rows[1]
    told = printed(capsys, league, "show", "league.members.number")
    assert "  follows from: CountOf(table='league.members', where='')" in told
    assert "    compared: the table gives 1 to 2" in told


def test_a_stretch_without_a_holder_of_an_office_is_told(book, capsys):
    league = book("league")
    assert not any("gap:" in line for line in printed(capsys, league, "show", "league.heads"))
    league.replace("heads.csv", "celik,Benoît Çelik,1980-01-01", "celik,Benoît Çelik,1980-02-01")
    told = printed(capsys, league, "show", "league.heads")
    assert "    gap: nothing in it holds between 31 December 1979 and 1 February 1980" in told


def test_show_names_the_nearest_ids(book, capfd):
    assert run(book("town"), "show", "town.peple") == 1
    ((_, _, code, message, hint),) = findings(capfd)
    assert (code, message) == ("F001", "there is no fact 'town.peple'")
    assert hint.startswith("did you mean town.people")


def test_export_is_the_file_of_a_build(town, capsys):
    assert run(town, "export") == 0
    assert capsys.readouterr().out == (town.out / "facts.json").read_text("utf-8")


def test_export_writes_a_file(town, tmp_path, capsys):
    for form in ("json", "csv", "jsonld"):
        file = tmp_path / f"facts.{form}"
        assert run(town, "export", "--format", form, "--output", str(file)) == 0
        assert file.read_bytes() == (town.out / "html" / "_data" / file.name).read_bytes()
    assert capsys.readouterr().out == ""


def test_stale_lists_what_is_overdue_with_its_place(book, capsys):
    village = book("village")
    assert printed(capsys, village, "stale", "--on", "2021-01-31") == []
    place = line_in(village, "villagefacts.py", "village.schools") - 1
    since = "to be reviewed since January 2021"
    schools = [f"{village.source}/villagefacts.py:{place}", "village.schools", "Schools", since]
    for day in ("2021-02-01", "2022-06-30"):
        (told,) = printed(capsys, village, "stale", "--on", day)
        assert columns(told) == schools
    told = printed(capsys, village, "stale", "--on", "2022-07-01")
    assert [columns(each)[1] for each in told] == ["village.schools", "village.wells"]
    assert printed(capsys, village, "stale") == told


def test_stale_can_fail(book, capsys):
    village = book("village")
    assert run(village, "stale", "--fail", "--on", "2021-01-31") == 0
    assert run(village, "stale", "--fail", "--on", "2021-02-01") == 1
    assert "village.schools" in capsys.readouterr().out


def test_derived_figures_stand_beside_what_follows(book, capsys):
    league = book("league")
    lines = [columns(line) for line in printed(capsys, league, "derived")]
    id_ = "league.members.number"
    assert [line[1:] for line in lines] == [
        [id_, "as of 31 December 1951", "1 member", "the table gives 1 to 2", "possible"],
        [id_, "as of 30 June 1975", "2 members", "the table gives 2 to 3", "possible"],
        [id_, "as of 1 January 2020", "4 members", "the table gives 4", "equal"],
    ]
    place = line_in(league, "leaguefacts.py", "value=Number(1)") - 1
    assert lines[0][0] == f"{league.source}/leaguefacts.py:{place}"


@pytest.mark.parametrize(
    "command", [["list"], ["show", "town.people"], ["export"], ["stale"], ["diff", ".", "."]]
)
def test_mistakes_are_told_as_a_build_tells_them(book, capfd, monkeypatch, command):
    town = book("town")
    monkeypatch.chdir(town.source)
    town.replace("townfacts.py", 'id="town.bridges"', 'id="town.people"')
    town.replace("townfacts.py", 'sources=["census", "almanac"]', 'sources=["censos", "almanac"]')
    assert run(town, *command) == 1
    told = findings(capfd)
    assert [(place, code) for place, _, code, _, _ in told] == [
        ("townfacts.py", "F007"),
        ("townfacts.py", "F003"),
    ]
    assert town.build("html") == 1
    assert [finding for finding in findings(capfd) if finding[0] == "townfacts.py"] == told


SETTINGS = {
    "a syntax error": ('project = "Town book"', 'project = "Town book', "was never closed|unterm"),
    "no literal": ('"townfacts"', "'town' + 'facts'", "iomdocs_facts cannot be read without"),
    "no date": ("2021-03-04", "4 March", "iomdocs_edition '4 March' is not a date"),
    "no module": ('"townfacts"', '"townfakts"', "there is no module 'townfakts' with facts"),
    "no facts": ('iomdocs_facts = "townfacts"', "", "the book has no facts"),
    "an unknown fact in the subject": (
        'project = "Town book"',
        'project = "Town book"\niomdocs_subject = {"name": "town.nam"}',
        "iomdocs_subject: there is no fact 'town.nam'",
    ),
}


@pytest.mark.parametrize("mistake", SETTINGS)
def test_settings_that_cannot_be_used_are_named(book, capfd, mistake):
    old, new, message = SETTINGS[mistake]
    town = book("town")
    town.replace("conf.py", old, new)
    assert run(town, "list") == 1
    place, _, code, told, _ = findings(capfd)[0]
    assert (place, code) == ("conf.py", "B002")
    assert any(words in told for words in message.split("|"))


def test_settings_are_read_and_not_run(book, capsys):
    town = book("town")
    conf = town.source / "conf.py"
    conf.write_text(f"{conf.read_text('utf-8')}\nraise SystemExit('the settings ran')\n", "utf-8")
    assert len(printed(capsys, town, "list")) == len(town.ids())


def test_a_page_that_is_not_utf_8_is_named(book, capfd):
    town = book("town")
    (town.source / "life.md").write_bytes(b"# Caf\xe9\n")
    assert run(town, "list") == 1
    assert [finding[:3] for finding in findings(capfd)] == [("life.md", 1, "T001")]


def test_a_folder_without_a_book_is_named(tmp_path, capsys):
    assert main(["facts", "list", "--source", str(tmp_path)]) == 1
    assert "there is no" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["list", "show", "export", "diff", "stale"])
def test_help_shows_an_example(command, capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["facts", command, "--help"])
    assert f"example:\n  iomdocs facts {command}" in capsys.readouterr().out


def test_a_day_in_another_form_is_named(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["facts", "list", "--as-of", "2016"])
    assert "'2016' is no day; write it as in 2016-09-19" in capsys.readouterr().err


SLOW = ("sphinx", "docutils", "altair", "typst", "jinja2", "playwright")


@pytest.mark.parametrize(
    "command", [["list"], ["show", "town.people"], ["export", "--format", "jsonld"], ["stale"]]
)
def test_nothing_of_a_build_is_loaded(book, command):
    town = book("town")
    program = (
        "import json, sys; from iomdocs.cli import main; code = main(sys.argv[1:]); "
        "print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)"
    )
    arguments = ["facts", *command, "--source", str(town.source)]
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    code, modules = json.loads(ran.stderr)
    assert code == 0
    assert not {name for name in modules if name.split(".")[0] in SLOW}


def test_whoever_reads_what_is_printed_may_stop_early(book):
    town = book("town")
    command = [sys.executable, "-m", "iomdocs", "facts", "export", "--source", str(town.source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
