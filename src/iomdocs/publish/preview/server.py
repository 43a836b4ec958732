"""A server for browsers on this machine, and for nobody else.

It answers for its own names only: a page of a foreign website whose name is made to lead to this
machine (DNS rebinding) gets nothing.
"""

from __future__ import annotations

import mimetypes
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from iomdocs.publish.preview.readers import Readers
from iomdocs.publish.preview.website import Website, digest

HOST = "127.0.0.1"
"""Only this machine can see the pages."""

_NAMES = frozenset({HOST, "localhost"})

_OWN = "/__iomdocs__/"
"""How addresses begin that are no files of the book."""

_SCRIPT = Path(__file__).with_name("page.js").read_bytes()

_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
"""What the tables of the system may not have."""

_FOR_EVER = "max-age=31536000, immutable"


class Server(ThreadingHTTPServer):
    """Serves a website on a loopback port, with a script in each page that hears of changes.

    :param port: the port, or 0 for any that is free.
    :raises OSError: the port cannot be used.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, website: Website, readers: Readers, port: int) -> None:
        super().__init__((HOST, port), partial(_Handler, website, readers))

    def handle_error(self, *_: Any) -> None:
        """Say nothing of browsers that do not wait for an answer."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, website: Website, readers: Readers, *others: Any) -> None:
        self._website = website
        self._readers = readers
        super().__init__(*others)

    def log_message(self, *_: Any) -> None:
        """Say nothing of single requests."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in _NAMES:
            self._refuse(HTTPStatus.FORBIDDEN)
        elif address.path == f"{_OWN}events":
            self._tell(parse_qs(address.query))
        elif address.path == f"{_OWN}page.js":
            self._give(_SCRIPT, "text/javascript", "no-cache")
        elif address.path == "/":
            self._lead_to("/html/")
        else:
            self._give_file(address.path, is_fixed=bool(address.query))

    def _give_file(self, address: str, *, is_fixed: bool) -> None:
        content = self._website.read(address)
        if content is None:
            if self._website.is_folder(address):
                self._lead_to(f"/{address.strip('/')}/")
            else:
                self._refuse(HTTPStatus.NOT_FOUND)
            return
        name = "index.html" if address.endswith("/") else address
        kind = _TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0]
        if kind == "text/html":
            content = _with_script(content)
        self._give(
            content, kind or "application/octet-stream", _FOR_EVER if is_fixed else "no-cache"
        )

    def _give(self, content: bytes, kind: str, kept: str) -> None:
        tag = f'"{digest(content)}"'
        is_known = self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else HTTPStatus.OK)
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", kept)
        if not is_known:
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self.send_header("Content-Type", f"{kind}{charset}")
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if not is_known and self.command == "GET":
            self.wfile.write(content)

    def _tell(self, query: dict[str, list[str]]) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "GET":
            page, shown = (query.get(name, [""])[0] for name in ("page", "digest"))
            self.wfile.write(b"retry: 500\n\n")
            for event in self._readers.events(page, shown):
                self.wfile.write(event)

    def _lead_to(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_error(status)


def _with_script(page: bytes) -> bytes:
    """A page with the script that hears of changes, and the digest of what it was."""
    script = f'<script defer src="{_OWN}page.js" data-digest="{digest(page)}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script
