"""A process of its own that sets a gathering; what it does is told in ``setter``."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from iomdocs.formats.typst.gatherings import setter
from iomdocs.formats.typst.gatherings.loosening import NotBindable
from iomdocs.formats.typst.gatherings.setter import Learned, Order


class Process:
    """Sets a gathering as often as it is asked to; begun with the first order."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def obey(self, order: Order, target: Path | None = None) -> Learned:
        """What is known of the gathering when the order is done.

        :param target: the file for its PDF; without one its pages are only counted.
        :raises NotBindable: it cannot be set by itself.
        """
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603  the program is this one
                [sys.executable, "-P", "-m", setter.__name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        told = {**asdict(order), "target": str(target or "")}
        try:
            self._process.stdin.write(json.dumps(told) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except OSError as error:
            raise NotBindable(str(error)) from error
        if not answer:
            raise NotBindable("the process that sets it has ended")
        said = json.loads(answer)
        if "error" in said:
            raise NotBindable(said["error"])
        return Learned(**said)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
