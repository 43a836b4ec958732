"""What of a pull request is taken as it is, and what a maintainer has to read before it is run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROPOSED = Path(__file__).parent.parent / ".ci" / "proposed.py"

OLD = {
    "docs/index.md": "old",
    "docs/gone.md": "old",
    "docs/turned": "old",
    "docs/conf.py": "old",
    "src/iomdocs/iom/membership.py": "old",
    "src/iomdocs/cli/__init__.py": "old",
    "Makefile": "old",
}


def git(folder: Path, *arguments: str) -> str:
    author = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    command = ["git", "-C", str(folder), *author, *arguments]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


class PullRequest:
    """A repository with a main branch that is checked out, and what is proposed beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        git(folder, "init", "--quiet", "--initial-branch=main")
        write(folder, OLD)
        self.commit()
        git(folder, "switch", "--quiet", "--create", "proposed")

    def commit(self) -> str:
        git(self.folder, "add", "--all", "--force")
        git(self.folder, "commit", "--quiet", "--message", "Change")
        return git(self.folder, "rev-parse", "HEAD")

    def lay(self) -> tuple[str, str]:
        """What is told, and what the next steps hear of it."""
        proposed = self.commit()
        git(self.folder, "checkout", "--quiet", "main")
        output = self.folder.parent / "output"
        run = subprocess.run(
            [sys.executable, "-I", PROPOSED, proposed],
            cwd=self.folder,
            env={**os.environ, "GITHUB_OUTPUT": str(output)},
            check=True,
            capture_output=True,
            text=True,
        )
        return run.stdout, output.read_text("utf-8")

    def read(self) -> dict[str, str]:
        """All files that are checked out now."""
        paths = [path for path in self.folder.rglob("*") if ".git" not in path.parts]
        assert not [path for path in paths if path.is_symlink()]
        return {
            path.relative_to(self.folder).as_posix(): path.read_text("utf-8")
            for path in paths
            if path.is_file()
        }


@pytest.fixture
def request_(tmp_path: Path) -> PullRequest:
    folder = tmp_path / "repository"
    folder.mkdir()
    return PullRequest(folder)


def test_pages_pictures_tables_sources_and_records_are_taken(request_: PullRequest) -> None:
    new = {
        "docs/index.md": "new",
        "docs/new/page.md": "new",
        "docs/new/picture.svg": "new",
        "docs/sources.bib": "new",
        "docs/addresses.txt": "new",
        "src/iomdocs/iom/membership.py": "new",
        "src/iomdocs/iom/members.csv": "new",
        "README.md": "new",
    }
    write(request_.folder, new)
    (request_.folder / "docs/gone.md").unlink()
    told, heard = request_.lay()
    assert (told, heard) == ("", "code=false\n")
    expected = {**OLD, **new}
    del expected["docs/gone.md"]
    assert request_.read() == expected


@pytest.mark.parametrize(
    "name",
    [
        "docs/conf.py",
        "docs/_static/look.css",
        "docs/_static/script.js",
        "docs/_templates/page.html",
        "docs/page.rst",
        "docs/more/records.py",
        "docs/.gitattributes",
        "src/iomdocs/iom/__init__.py",
        "src/iomdocs/iom/below/records.py",
        "src/iomdocs/cli/__init__.py",
        "tests/test_pages.py",
        "tests/roots/town/index.md",
        ".github/workflows/pull-request.yml",
        ".ci/run",
        "Makefile",
        "pyproject.toml",
        "requirements.lock",
        "sitecustomize.py",
    ],
)
def test_whatever_could_run_is_code_and_stays_as_it_is(request_: PullRequest, name: str) -> None:
    write(request_.folder, {name: "new", "docs/index.md": "new"})
    told, heard = request_.lay()
    assert heard == "code=true\n"
    assert told == f"::notice file={name}::This is code: a maintainer reads it before it is run.\n"
    assert request_.read() == {**OLD, "docs/index.md": "new"}


def test_links_programs_and_losses_of_code_are_code(request_: PullRequest) -> None:
    folder = request_.folder
    (folder / "docs/passwords.md").symlink_to("/etc/passwd")
    (folder / "docs/away").symlink_to("/tmp")
    write(folder, {"docs/program.md": "new"})
    (folder / "docs/program.md").chmod(0o755)
    (folder / "docs/index.md").chmod(0o755)
    (folder / "docs/conf.py").unlink()
    told, heard = request_.lay()
    assert heard == "code=true\n"
    assert told.count("\n") == 5
    assert request_.read() == OLD


def test_no_name_of_a_file_is_a_command_of_the_workflow(request_: PullRequest) -> None:
    write(request_.folder, {"docs/a,b\n::error::50%.py": "new", "docs/ბ c\n.md": "new"})
    told, heard = request_.lay()
    assert heard == "code=true\n"
    (line,) = told.splitlines()
    assert line.startswith("::notice file=docs/a%2Cb%0A%3A%3Aerror%3A%3A50%25.py::This is code")
    assert request_.read() == {**OLD, "docs/ბ c\n.md": "new"}


def test_what_would_need_code_to_give_way_is_refused(request_: PullRequest) -> None:
    (request_.folder / "docs/turned").unlink()
    write(request_.folder, {"docs/turned/page.md": "new"})
    with pytest.raises(subprocess.CalledProcessError):
        request_.lay()
    assert request_.read() == OLD
