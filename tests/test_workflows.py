"""What runs on the forge: nothing that was not named by its content, with no more than it needs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent.parent / ".github"
FILES = sorted((FOLDER / "workflows").iterdir())

GRANTED = {
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("pull-request.yml", "approval"): {},
    ("pull-request.yml", "result"): {},
}
"""What a job may do; all others may read the sources and nothing else."""

LET_IN = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
"""What the forge puts into a file before it is read."""

QUESTIONS = re.compile(
    r"!?cancelled\(\)|failure\(\)|contains\(.*\)"
    r"|(needs|steps)\.\w+\.(outputs\.code|result|outcome) == '\w+'"
)
"""What is only asked for and answered by true or false."""

HARMLESS = {
    "github.event.pull_request.number",
    "github.ref",
    "matrix.python",
    "steps.deployment.outputs.page_url",
    "steps.lay.outputs.code",
    "vars.HANDBOOK_ADDRESS",
}
"""Values that no stranger can choose."""


def read(file: Path) -> dict[str, Any]:
    """A workflow; YAML 1.1 takes its word ``on`` for true."""
    found = yaml.safe_load(file.read_text("utf-8"))
    return {"on": found.pop(True), **found}


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for file in FILES:
        for name, job in read(file)["jobs"].items():
            yield file.name, name, job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for file, name, job in jobs():
        yield from ((f"{file}, {name}", step) for step in job.get("steps", ()))


def test_there_is_a_workflow_for_each_occasion() -> None:
    occasions = {file.name: sorted(read(file)["on"]) for file in FILES}
    assert occasions == {
        "publish.yml": ["push", "workflow_dispatch"],
        "pull-request.yml": ["pull_request"],
        "tests.yml": ["push", "workflow_call"],
    }
    for name in ("publish.yml", "tests.yml"):
        assert read(FOLDER / "workflows" / name)["on"]["push"] == {"branches": ["main"]}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_actions_are_pinned_by_commit_with_their_version_beside(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text("utf-8"))
    assert used
    for action in used:
        is_ours = re.fullmatch(r"\$/\.github/workflows/\w+\.yml", action)
        assert is_ours or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_an_action_has_one_version_everywhere() -> None:
    pins = {step["uses"] for _, step in steps() if "uses" in step}
    assert len({pin.split("@")[0] for pin in pins}) == len(pins)


def test_each_job_may_do_what_it_needs_and_nothing_else() -> None:
    for file, name, job in jobs():
        granted = job.get("permissions", read(FOLDER / "workflows" / file).get("permissions"))
        assert granted == GRANTED.get((file, name), {"contents": "read"}), f"{file}, {name}"


def test_the_job_that_may_publish_runs_nothing_of_the_repository() -> None:
    ((_, _, deploy),) = [each for each in jobs() if each[1] == "deploy"]
    (step,) = deploy["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
    assert "run" not in step


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_secret_is_named_and_nothing_a_stranger_writes_is_let_in(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "secrets" not in re.sub(r"#.*", "", text)
    assert "pull_request_target" not in text
    let_in = {word.strip() for found in LET_IN.findall(text) for word in re.split("[&|]+", found)}
    assert {word for word in let_in if not QUESTIONS.fullmatch(word)} <= HARMLESS


def test_no_script_has_a_value_written_into_it() -> None:
    """They take what they need from the environment, where it stays a value."""
    for place, step in steps():
        assert "${{" not in step.get("run", ""), place


def test_no_token_is_left_where_a_build_could_read_it() -> None:
    checkouts = [step for _, step in steps() if "actions/checkout@" in step.get("uses", "")]
    assert len(checkouts) == 4
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_job_ends_and_none_runs_for_an_outdated_state() -> None:
    for file, name, job in jobs():
        assert "uses" in job or job["timeout-minutes"] <= 60, f"{file}, {name}"
    for file in FILES:
        assert "group" in read(file)["concurrency"], file.name


def test_code_of_a_pull_request_runs_after_a_maintainer_has_read_it() -> None:
    proposed = read(FOLDER / "workflows/pull-request.yml")["jobs"]
    assert proposed["approval"]["environment"] == "code-of-others"
    assert proposed["approval"]["needs"] == "pages"
    for name in ("code", "tests"):
        assert proposed[name]["needs"] == "approval"
        assert "needs.approval.result == 'success'" in proposed[name]["if"]
    assert set(proposed["result"]["needs"]) == proposed.keys() - {"result"}


def test_without_that_only_the_program_of_the_main_branch_runs() -> None:
    """What is proposed is fetched to a folder in which nothing is run but git."""
    first, second, *others = read(FOLDER / "workflows/pull-request.yml")["jobs"]["pages"]["steps"]
    assert first["with"]["path"] == "proposed"
    assert second["run"] == "git -C proposed worktree add --quiet --detach ../main HEAD^1"
    scripts = [step for step in others if "run" in step]
    assert [step["working-directory"] for step in scripts] == ["main"] * len(scripts)
    names = [step["name"].split()[0] for step in scripts]
    assert names == ["Install", "Lay", "Check", "Build", "Show"]
    assert all("-I" in step["run"] for step in scripts if "python" in step["run"])
    only_pages = "steps.lay.outputs.code == 'false'"
    build, show, *after = others[others.index(scripts[3]) :]
    assert all(step["if"] == only_pages for step in (build, *after))
    assert "steps.build.outcome == 'failure'" in show["if"]


@pytest.mark.parametrize("job", ["pages", "code"])
def test_the_three_formats_are_kept_for_whoever_reviews(job: str) -> None:
    proposed = read(FOLDER / "workflows/pull-request.yml")["jobs"][job]["steps"]
    kept = [step["with"] for step in proposed if "actions/upload-artifact@" in step.get("uses", "")]
    assert [Path(each["path"]).name for each in kept] == ["*.pdf", "*.epub", "*-html.zip"]
    assert all(each["if-no-files-found"] == "error" for each in kept)
