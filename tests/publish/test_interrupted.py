"""Builds that are stopped, disturbed or begun twice: the next one is as good as any."""

import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from filelock import FileLock

from iomdocs.cli import main
from tests.conftest import Book
from tests.findings import findings
from tests.publish.orchard import EDITS, files


def begin(book: Book, *formats: str, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "iomdocs", "build", *formats]
    command += ["--source", str(book.source), "--out", str(book.out)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
    )


def check_kills(book: Book, times: int, chance: random.Random) -> None:
    """Kill builds at any moment, each of which changes a word back or forth, and compare."""
    expected = {}
    for turn in range(2):
        begun = time.monotonic()
        shutil.rmtree(book.out, ignore_errors=True)
        shutil.rmtree(book.out.parent / ".build-cache", ignore_errors=True)
        with begin(book, "html") as run:
            assert run.wait() == 0
        longest = time.monotonic() - begun
        expected[turn] = files(book.out)
        EDITS["label"](book, chance)
    for turn in range(times):
        with begin(book, "html") as run:
            time.sleep(chance.uniform(0, longest))  # the moment of the kill is what is tested
            run.send_signal(signal.SIGKILL)
        assert files(book.out) in expected.values(), f"half a result after kill {turn}"
        assert book.build("html") == 0
        assert files(book.out) == expected[turn % 2], f"another result after kill {turn}"
        EDITS["label"](book, chance)


def test_a_killed_build_leaves_nothing_for_the_next(book: Callable[[str], Book]) -> None:
    check_kills(book("orchard"), 4, random.Random(1))


@pytest.mark.long
def test_twenty_killed_builds_leave_nothing_for_the_next(book: Callable[[str], Book]) -> None:
    check_kills(book("orchard"), 20, random.Random(2))


KILLED = """
import os, sys
from iomdocs.cli import main

moment, *arguments = sys.argv[1:]

def watch(event, details):
    if event == "os.rename" and f"rename to {details[1]}" == moment:
        os._exit(9)
    if event == "shutil.rmtree" and f"deletion of {details[0]}" == moment:
        if os.path.exists(details[0]):
            os._exit(9)

sys.addaudithook(watch)
main(arguments)
"""
"""A command that dies just before something is done with a folder."""


def test_a_build_killed_while_it_publishes_is_mended_by_the_next_start(
    book: Callable[[str], Book],
) -> None:
    """Also by one that publishes nothing: what is left is a whole result, the old or the new."""
    plain = book("plain")
    assert plain.build("html") == 0
    first = files(plain.out)
    words = iter(["with another sentence", "with one more", "with the last"])
    told = "without a single fact"

    def killed(moment: str) -> dict[str, bytes]:
        """What stands after a build that was killed and another that has found a mistake."""
        nonlocal told
        plain.replace("index.md", told, told := next(words))
        arguments = ["build", "html", "--source", str(plain.source), "--out", str(plain.out)]
        run = subprocess.run([sys.executable, "-c", KILLED, moment, *arguments], check=False)
        assert run.returncode == 9, f"nothing came to the {moment}"
        (plain.source / "wrong.md").write_bytes(b"\xff")
        if not plain.out.exists():
            plain.out.mkdir()  # somebody made room for it
        assert plain.build("html") == 1
        (plain.source / "wrong.md").unlink()
        return files(plain.out)

    cache = plain.out.resolve().parent / ".build-cache"
    assert killed(f"rename to {plain.out}") == first
    second = killed(f"deletion of {cache / 'old'}")
    assert plain.build("html") == 0
    assert files(plain.out) == second != first
    third = killed(f"rename to {cache / 'state'}")
    assert plain.build("html") == 0
    assert files(plain.out) == third != second


def test_nothing_runs_on_after_a_build_that_is_done_or_killed(book: Callable[[str], Book]) -> None:
    """Also not what extensions begin: sphinx-sitemap has a process of its own."""
    orchard = book("orchard")
    with begin(orchard, "html") as run:
        while "Writing HTML" not in run.stdout.readline():
            assert run.poll() is None
        run.send_signal(signal.SIGKILL)
        run.stdout.read()  # until nobody is left who could write
    with begin(orchard, "html") as run:
        run.communicate()
    assert run.returncode == 0


def test_damaged_memory_of_the_last_build_is_noticed(book: Callable[[str], Book]) -> None:
    town = book("town")
    assert town.build("html") == 0
    before = files(town.out)
    state = town.out.parent / ".build-cache" / "state"
    kinds = ["state.json", "environment.pickle", "life.doctree", "life.html", "pages.pickle"]
    for name in kinds:
        (file,) = state.rglob(name)
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2] + b"?" + content[len(content) // 2 + 1 :])
        town.replace("index.md", "# ", "#  ")
        assert town.build("html") == 0, name
        town.replace("index.md", "#  ", "# ")
        file.write_bytes(file.read_bytes()[:100])
        assert town.build("html") == 0, name
        assert files(town.out) == before, name


def test_memory_of_the_last_build_can_be_deleted(book: Callable[[str], Book]) -> None:
    town = book("town")
    assert town.build("html") == 0
    before = files(town.out)
    shutil.rmtree(town.out.parent / ".build-cache")
    assert town.build("html") == 0
    assert files(town.out) == before


def test_a_damaged_result_is_made_again(
    book: Callable[[str], Book], capfd: pytest.CaptureFixture[str]
) -> None:
    town = book("town")
    assert town.build("html") == 0
    before = files(town.out)
    (town.out / "html" / "life.html").write_text("Nothing is left of it.", "utf-8")
    (town.out / "html" / "more.html").write_text("Nobody has made this.", "utf-8")
    assert town.build("html") == 0
    assert files(town.out) == before
    capfd.readouterr()
    assert town.build("html") == 0
    assert "Nothing has changed" in capfd.readouterr().out


def test_two_builds_at_once_do_not_mix(
    book: Callable[[str], Book], capfd: pytest.CaptureFixture[str]
) -> None:
    plain = book("plain")
    assert plain.build("html") == 0
    before = files(plain.out)
    plain.replace("index.md", "without a single fact", "with another sentence")
    with FileLock(plain.out.parent / ".build-cache" / "lock"):
        assert plain.build("html") == 1
        assert main(["clean", "--out", str(plain.out)]) == 1
    told, *_ = findings(capfd)
    assert told[2] == "B006"
    assert "another build" in told[3]
    assert files(plain.out) == before
    assert plain.build("html") == 0
    assert files(plain.out) != before


def test_a_folder_that_cannot_be_written_is_told(
    book: Callable[[str], Book], capfd: pytest.CaptureFixture[str]
) -> None:
    plain = book("plain")
    (plain.out.parent / "file").touch()
    plain.out = plain.out.parent / "file" / "build"
    assert plain.build("html") == 1
    (told,) = findings(capfd)
    assert told[2] == "B007"
    assert "cannot be written" in told[3]


def test_what_a_repository_brings_is_not_taken_for_what_an_earlier_build_has_kept(
    book: Callable[[str], Book], capfd: pytest.CaptureFixture[str]
) -> None:
    plain = book("plain")
    kept = plain.out.parent / f".{plain.out.name}-cache" / "made" / "pages"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"cos\nsystem\n(S'touch canary'\ntR.")
    for command in (["init", "-q"], ["add", "-f", str(kept)]):
        subprocess.run(["git", "-C", str(plain.out.parent), *command], check=True)
    assert plain.build("html") == 1
    (told,) = findings(capfd)
    assert told[2] == "B007"
    assert "under version control" in told[3]


def test_a_disk_without_room_is_told_and_the_last_result_stays(book: Callable[[str], Book]) -> None:
    plain = book("plain")
    assert plain.build("html", "pdf") == 0
    before = files(plain.out)
    plain.replace("index.md", "without a single fact", "with another sentence")

    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    with begin(plain, "html", "pdf", preexec_fn=leave_no_room) as run:
        told = run.communicate()[0]
    assert run.returncode == 1
    assert "Traceback" not in told
    assert "B007" in told
    assert files(plain.out) == before


def test_a_writer_that_dies_is_named_and_nothing_is_published(
    book: Callable[[str], Book], capfd: pytest.CaptureFixture[str]
) -> None:
    plain = book("plain")
    conf = (plain.source / "conf.py").read_text("utf-8")
    dies = (
        "\n\ndef setup(app):\n"
        "    import os\n"
        "    app.connect('build-finished', lambda app, _: app.builder.name == 'epub' "
        "and os.kill(os.getpid(), 9))\n"
    )
    plain.write("conf.py", conf + dies)
    assert plain.build() == 1
    (told,) = findings(capfd)
    assert told[2] == "B003"
    assert told[3].startswith("ePub: the process that makes it has died")
    assert not plain.out.exists()
