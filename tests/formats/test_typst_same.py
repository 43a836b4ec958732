"""The same book gives the same bytes, wherever and however it is made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "roots" / "typst-nodes"
SOURCES = Path(__file__).parent.parent.parent / "src"


def make(folder, umask=0o022, **environment):
    """The PDF of the book with everything in it, made by a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "source"
    shutil.copytree(ROOT, source)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "typstpdf", source, folder / "out"]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    subprocess.run(
        command,
        check=True,
        env={**kept, "PYTHONPATH": str(SOURCES), **environment},
        umask=umask,
        capture_output=True,
    )
    return next((folder / "out").glob("*.pdf")).read_bytes()


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return make(tmp_path_factory.mktemp("usual"), PYTHONHASHSEED="0", RAYON_NUM_THREADS="2")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Niue", "RAYON_NUM_THREADS": "1"},
        {"RAYON_NUM_THREADS": "7", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
        {"LANG": "C", "LC_ALL": "C", "umask": 0o077},
    ],
)
def test_same_bytes(environment, usual, tmp_path):
    given = dict(environment)
    umask = given.pop("umask", 0o022)
    assert make(tmp_path / "a longer" / "päth", umask, **given) == usual
