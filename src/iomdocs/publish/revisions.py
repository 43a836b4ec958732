"""Files of a git repository as they were in a revision, without touching what is checked out."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

from iomdocs.diagnostics import Problem, nearest

_HINT = "name a branch, a tag or a commit, as git does"


def repository(folder: Path) -> Path:
    """The top folder of the git repository that ``folder`` is in.

    :raises Problem: there is none, or no git (B004).
    """
    hint = "compare two folders or two published facts.json instead"
    top = _git(folder, ["rev-parse", "--show-toplevel"], f"{folder} is in no git repository", hint)
    return Path(top.strip()).resolve()


def current(folder: Path) -> str:
    """The commit that is checked out around ``folder``; nothing outside of git.

    A plus sign behind it tells of changes that are in no commit, and of new files below ``folder``;
    new files elsewhere may be what was built.
    """
    try:
        commit = _git(folder, ["rev-parse", "--verify", "--quiet", "HEAD"], "no commit").strip()
        status = ["status", "--porcelain"]
        changes = _git(folder, [*status, "--untracked-files=no"], "no work tree").strip()
        changes += _git(folder, [*status, "--", "."], "no work tree").strip()
    except Problem:
        return ""
    return f"{commit[:12]}{'+' if changes else ''}"


def time_of(folder: Path, revision: str) -> int:
    """When a revision that :func:`current` has named was made, in seconds since 1970.

    0 where that is not known: outside of git, and with changes that are in no commit.
    """
    if not revision or revision.endswith("+"):
        return 0
    ask = ["rev-list", "--max-count=1", "--timestamp", revision]
    return int(_git(folder, ask, f"there is no revision '{revision}'", _HINT).split()[0])


def extract(folder: Path, revision: str, into: Path) -> None:
    """Put all files of a revision of the repository around ``folder`` into the folder ``into``.

    Links are left out: what is read must be part of the revision.

    :raises Problem: there is no such revision (B004, with the nearest names), or it cannot be read.
    """
    message = f"there is no revision '{revision}'"
    hint = nearest(revision, _names(folder), _HINT)
    wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    commit = _git(folder, wanted, message, hint).strip()
    command = ["git", "-C", str(repository(folder)), "archive", "--format=tar", commit]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
                for member in archive:
                    if member.isfile() or member.isdir():
                        archive.extract(member, into, filter="data")
            process.stdout.read()  # the padding, without which git fails to write it
        except (tarfile.TarError, OSError) as error:
            process.kill()
            raise Problem("B004", f"'{revision}' cannot be read: {error}", _HINT) from None
    if process.returncode:
        raise Problem("B004", f"'{revision}' cannot be read", _HINT)


def _names(folder: Path) -> Sequence[str]:
    """The branches and tags of a repository, for hints."""
    form = "--format=%(refname:short)"
    return _git(folder, ["for-each-ref", form], "the branches cannot be listed").split()


def _git(folder: Path, arguments: Sequence[str], message: str, hint: str = "") -> str:
    """What a command of git prints.

    :raises Problem: it fails, which ``message`` tells; or there is no git.
    """
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        hint = "install git, or compare two folders or two published facts.json instead"
        raise Problem("B004", "a revision needs git, which cannot be run", hint) from None
    if run.returncode:
        raise Problem("B004", message, hint)
    return run.stdout
