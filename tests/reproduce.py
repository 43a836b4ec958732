"""Whether one commit gives the same bytes twice: ``python -m tests.reproduce`` builds and compares.

The two builds differ in all that must not matter: where the sources lie and in which order they
came there, who builds, in which time zone and language, and with how many processors.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple

from iomdocs.facts import settings
from tests.differences import differences, files

PROJECT = Path(__file__).parent.parent
NOBODY = 65534
"""The number of the user who owns nothing, on every Linux."""

_LONG_AGO = 978_307_200
"""The first second of 2001."""


class Builder(NamedTuple):
    """Who builds, where and how."""

    checkout: Path
    """Where the sources lie, with a folder ``docs`` in them."""
    home: Path
    user: int
    """The number of the user, 0 for the one who runs this."""
    name: str
    umask: int
    zone: str
    language: str
    seed: int
    """Of the hashes that decide in which order Python has a set."""
    processors: int
    """How many may be used, 0 for all."""
    order: str
    """In which order the sources came to the disk, and of when they are."""
    epoch: str
    """``SOURCE_DATE_EPOCH``; nothing for a build without it."""

    def build(self, source: str = "docs", out: str = "build") -> str:
        """Build all formats; returns what is told.

        :raises subprocess.CalledProcessError: the build fails.
        """
        command = [sys.executable, "-m", "iomdocs", "build", "--source", source, "--out", out]
        run = subprocess.run(
            [*self._as_user(), *self._on_processors(), *command],
            cwd=self.checkout,
            env=self._environment(),
            umask=self.umask,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return run.stdout

    def _as_user(self) -> Sequence[str]:
        """The user may read what the one who runs this may, such as the installed program."""
        if not self.user:
            return []
        ids = (f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups")
        may = "+dac_override,+dac_read_search"
        return ["setpriv", *ids, f"--inh-caps={may}", f"--ambient-caps={may}"]

    def _environment(self) -> dict[str, str]:
        varied = {
            "HOME": str(self.home),
            "TMPDIR": str(self.home),
            **dict.fromkeys(("USER", "LOGNAME"), self.name),
            **dict.fromkeys(("LANG", "LC_ALL", "LANGUAGE"), self.language),
            "TZ": self.zone,
            "PYTHONHASHSEED": str(self.seed),
            "SOURCE_DATE_EPOCH": self.epoch,
        }
        if (self.checkout / "src").is_dir():
            varied["PYTHONPATH"] = str(self.checkout / "src")
        kept = {name: value for name, value in os.environ.items() if name not in varied}
        return kept | {name: value for name, value in varied.items() if value}

    def _on_processors(self) -> Sequence[str]:
        allowed = sorted(os.sched_getaffinity(0))[: self.processors]
        return ["taskset", "--cpu-list", ",".join(map(str, allowed))] if allowed else []


def pair(folder: Path, epoch: str) -> tuple[Builder, Builder]:
    """Two who build in folders below ``folder``, as different as this machine allows.

    :param epoch: the ``SOURCE_DATE_EPOCH`` that says what a build takes without it.
    """
    one = Builder(
        checkout=folder / "a" / "book",
        home=folder / "a" / "home",
        user=0,
        name="ada",
        umask=0o022,
        zone="Pacific/Kiritimati",
        language="C",
        seed=1,
        processors=1,
        order="a to z, as old as the checkout",
        epoch="",
    )
    two = Builder(
        checkout=folder / "another user" / "quite some folders down" / "ბook",
        home=folder / "another user" / "home",
        user=NOBODY if _lets_nobody_in(folder) else 0,
        name="nobody",
        umask=0o077,
        zone="America/Adak",
        language="tr_TR.UTF-8",
        seed=4711,
        processors=0,
        order="z to a, of 2001",
        epoch=epoch,
    )
    return one, two


def epoch_of(source: Path) -> str:
    """The ``SOURCE_DATE_EPOCH`` that is the beginning of the day of a book's edition."""
    conf, _ = settings.read(source / "conf.py")
    return str(int(datetime.combine(conf.edition, time(), UTC).timestamp()))


def settle(builder: Builder, sources: Path, below: str = "") -> None:
    """Copy sources to where a builder wants them, in another order and with other times.

    :param below: the folder of the checkout that they are.
    """
    builder.home.mkdir(parents=True)
    names = sorted(sources.rglob("*"), reverse=bool(builder.epoch))
    for path in names:
        place = builder.checkout / below / path.relative_to(sources)
        if path.is_symlink() or path.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place, follow_symlinks=False)
            if builder.epoch:
                os.utime(place, (_LONG_AGO, _LONG_AGO), follow_symlinks=False)
    if builder.user:
        for path in (builder.home, builder.checkout, *builder.checkout.rglob("*")):
            os.chown(path, builder.user, builder.user, follow_symlinks=False)


def _lets_nobody_in(folder: Path) -> bool:
    """Whether a build below a folder can be another user's: only root can hand one over."""
    is_open = all(place.stat().st_mode & 0o001 for place in (folder, *folder.parents))
    return is_open and os.getuid() == 0 and shutil.which("setpriv") is not None


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder for the two builds, which other users may enter, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="reproduce-") as made:
        folder = Path(made).resolve()
        folder.chmod(0o755)
        yield folder


def _table(one: Builder, two: Builder) -> Iterator[str]:
    yield f"{'what is varied':<15} {'first build':<32} second build"
    for name, first, second in zip(one._fields, one, two, strict=True):
        words = [_words(name, each) for each in (first, second)]
        shown = " ".join([f"{name:<15}", f"{words[0]:<32}", words[1]])
        yield shown if words[0] != words[1] else f"{shown} (not varied)"


def _words(name: str, value: object) -> str:
    match name, value:
        case "umask", int():
            return f"{value:03o}"
        case "user", 0:
            return f"number {os.getuid()}"
        case "user", _:
            return f"number {value}"
        case "processors", 0:
            return f"all {len(os.sched_getaffinity(0))}"
        case _:
            return str(value) or "not set"


def _clone(into: Path) -> str:
    """Check the last commit out, with its history; returns its name."""
    git = ["git", "-c", "advice.detachedHead=false"]
    subprocess.run([*git, "clone", "--quiet", "--no-hardlinks", PROJECT, into], check=True)
    commit = _git("rev-parse", "HEAD")
    subprocess.run([*git, "-C", into, "checkout", "--quiet", commit], check=True)
    return commit


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(PROJECT), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def main() -> int:
    """Build the handbook of the last commit twice; returns 1 if anything differs."""
    with open_folder() as folder:
        commit = _clone(folder / "clone")
        builders = pair(folder, epoch_of(folder / "clone" / "docs"))
        for builder in builders:
            settle(builder, folder / "clone")
        print(f"The handbook of commit {commit[:12]}, built twice", flush=True)
        if _git("status", "--porcelain"):
            print("(what is changed here and in no commit is left out)")
        print("", *_table(*builders), "", sep="\n", flush=True)
        with ThreadPoolExecutor() as together:
            list(together.map(Builder.build, builders))
        results = [builder.checkout / "build" for builder in builders]
        found = list(differences(*results))
        print(f"{len(files(results[0]))} files compared: {_result(found)}")
    return 1 if found else 0


def _result(found: Sequence[str]) -> str:
    if not found:
        return "all are the same to the byte"
    return "\n".join([f"{len(found)} differ, the first of them", *found[:1], *found[1:5]])


if __name__ == "__main__":
    sys.exit(main())
