"""Show the handbook in a browser while it is being written."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from iomdocs.lint.engine import source_files

HOST = "127.0.0.1"
"""Only this machine can see the pages."""

_PAUSE = 0.5
"""Seconds between two looks at the sources."""


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing of single requests."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(source: Path, out: Path, watched: Iterable[Path], port: int) -> None:
    """Serve ``out`` on a loopback port and build it again after each saved change, until Ctrl-C.

    :param watched: the folders in which a change asks for another build.
    :param port: the port, or 0 for any that is free.
    """
    command = [sys.executable, "-m", "iomdocs", "build", "html"]
    command += ["--source", str(source), "--out", str(out)]
    server = ThreadingHTTPServer((HOST, port), partial(_QuietHandler, directory=str(out)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    print(f"\nhttp://{HOST}:{server.server_port}/html/  (Ctrl-C stops)", flush=True)
    try:
        _watch(list(watched), out.resolve(), lambda: subprocess.call(command))
    except KeyboardInterrupt:
        print("\nStopped.")
    finally:
        server.shutdown()


def _watch(folders: list[Path], out: Path, rebuild: Callable[[], object]) -> None:
    seen = _state(folders, out)
    while True:
        time.sleep(_PAUSE)
        now = _state(folders, out)
        if now != seen:
            seen = now
            rebuild()


def _state(folders: list[Path], out: Path) -> Mapping[Path, int]:
    """Every source below the folders with the time of its last change."""
    state = {}
    for folder in folders:
        for file in source_files(folder, out):
            try:
                state[file] = file.stat().st_mtime_ns
            except OSError:
                continue  # deleted between the two looks
    return state
