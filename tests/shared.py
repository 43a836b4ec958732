"""Builds that all processes of a test run share: the first that needs one makes it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest


def build_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """The folder ``name`` of this test run, filled by ``build``; the others wait for it.

    What a build leaves half done when it fails is never taken for finished.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    finished = base / f"{name}-finished"
    folder = base / name
    with _alone(base / f"{name}.lock"):
        if not finished.exists():
            build(folder)
            finished.touch()
    return folder


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        flock(file, LOCK_EX)
        yield
