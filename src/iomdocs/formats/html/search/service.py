"""Pagefind as a service: pages are given to it one after the other.

Its command reads a folder in whatever order the files lie there and with several threads, and the
index follows that order; its Python interface waits a tenth of a second for each page. So pages go
to the service of the program itself, which both are built upon: a request is JSON in base64 with a
comma behind it, and so is the answer. It works at a page while the next is made ready.
"""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from io import BufferedReader
from pathlib import Path, PurePath
from threading import Timer
from types import TracebackType
from typing import Any

_LONGEST_RUN = 600.0
"""Seconds after which the program is taken to hang."""

_END = b","
_AT_ONCE = 1 << 16
"""Bytes that a pipe holds."""


class ServiceError(Exception):
    """The program did not do what it was asked; the message is its own."""


def index_of(
    program: Path,
    pages: Iterable[tuple[str, str]],
    left_out: Sequence[str],
    *,
    keep_index: bool,
) -> Mapping[str, bytes]:
    """The files of an index of ``pages`` by their paths, the same for the same pages.

    The program can write them itself, but answers before all of them are on the disk.

    :param pages: the path of each page below the website, and its HTML.
    :param left_out: selectors of what is not to be found.
    :param keep_index: whether the address of a page ends in ``index.html`` if its path does.
    :returns: nothing if there is no page.
    :raises ServiceError: the program failed.
    """
    with _Service(program) as service:
        config = {"exclude_selectors": left_out, "keep_index_url": keep_index}
        index = service.ask("NewIndex", config=config)["index_id"]
        number = 0
        for path, content in pages:
            service.send("AddFile", index_id=index, file_path=path, file_contents=content)
            number += 1
        for _ in range(number):
            service.answer("AddFile")
        files = service.ask("GetFiles", index_id=index)["files"] if number else ()
    return {PurePath(file["path"]).as_posix(): b64decode(file["content"]) for file in files}


class _Service(AbstractContextManager["_Service"]):
    """The program as it runs, until the block ends."""

    def __init__(self, program: Path) -> None:
        self._number = 0
        self._rest = b""
        """What has been read of the answers after the last."""
        try:
            self._process = subprocess.Popen(  # noqa: S603  the path is that of the package
                [program, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise ServiceError(str(error)) from error
        self._timer = Timer(_LONGEST_RUN, self._process.kill)
        self._timer.daemon = True
        self._timer.start()

    def ask(self, type_: str, **arguments: Any) -> Mapping[str, Any]:
        """Ask for one thing, and wait for the answer."""
        self.send(type_, **arguments)
        return self.answer(type_)

    def send(self, type_: str, **arguments: Any) -> None:
        """Ask for one thing, while the program may still be busy with others.

        It takes all requests at once and does them one after the other (Pagefind 1.5, ``service``).
        """
        self._number += 1
        request = {"message_id": self._number, "payload": {"type": type_, **arguments}}
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b64encode(json.dumps(request).encode()) + _END)
            self._process.stdin.flush()
        except OSError as error:
            raise ServiceError(f"it ended at {type_}") from error

    def answer(self, type_: str) -> Mapping[str, Any]:
        """Wait for the next answer: they come in the order of what was asked."""
        assert isinstance(self._process.stdout, BufferedReader)
        parts = [self._rest]
        while _END not in parts[-1]:
            parts.append(self._process.stdout.read1(_AT_ONCE))
            if not parts[-1]:
                raise ServiceError(f"it ended at {type_}")
        last, _, self._rest = parts.pop().partition(_END)
        coded = b"".join([*parts, last])
        answer: Mapping[str, Any] = json.loads(b64decode(coded))["payload"]
        if answer["type"] == "Error":
            raise ServiceError(str(answer["message"]))
        return answer

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._process.kill()
        self._process.communicate()
