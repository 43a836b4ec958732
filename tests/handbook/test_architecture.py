"""The page on architecture says what the checked contract says."""

import re
import tomllib

from tests.conftest import HANDBOOK


def test_the_layers_on_the_page_are_those_that_are_enforced():
    project = tomllib.loads((HANDBOOK.parent / "pyproject.toml").read_text("utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    page = (HANDBOOK / "contributing" / "architecture.md").read_text("utf-8")
    shown = re.search(r"```text\n(.*?)\n```", page, re.DOTALL)[1].splitlines()
    assert shown == [layer.replace("iomdocs.", "") for layer in contract["layers"]]
