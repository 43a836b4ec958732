"""A folder served over HTTP as a good host serves it: text compressed, caching by digest."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "image/svg+xml", "application/json", "application/xml", "application/wasm")
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2"}
FOR_GOOD = "public, max-age=31536000, immutable"
"""For an address with a digest: other content will have another address."""
FOR_TEN_MINUTES = "max-age=600"


class Answer(NamedTuple):
    """What the server says to one address."""

    status: HTTPStatus
    kind: str
    content: bytes

    @property
    def compressible(self) -> bool:
        return self.kind.startswith(COMPRESSED)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free loopback port; gives its address without a slash at the end.

    Text is sent with gzip, addresses with a digest (``?v=``, ``?digest=``) are kept for good, all
    others for ten minutes. An unknown address gets ``404.html``, if there is one.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = urlsplit(self.path)
            answer = _answer(folder, unquote(address.path))
            tag = f'"{sha256(answer.content).hexdigest()[:16]}"'
            if self.headers.get("If-None-Match") == tag:
                answer = Answer(HTTPStatus.NOT_MODIFIED, answer.kind, b"")
            self._send(answer, tag, FOR_GOOD if address.query else FOR_TEN_MINUTES)

        def do_HEAD(self) -> None:
            self.do_GET()

        def _send(self, answer: Answer, tag: str, caching: str) -> None:
            content = answer.content
            self.send_response(answer.status)
            self.send_header("Content-Type", _with_charset(answer.kind))
            self.send_header("ETag", tag)
            self.send_header("Cache-Control", caching)
            self.send_header("Vary", "Accept-Encoding")
            if answer.compressible and "gzip" in self.headers.get("Accept-Encoding", ""):
                content = gzip.compress(content, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command == "GET" and answer.status is not HTTPStatus.NOT_MODIFIED:
                self.wfile.write(content)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(folder: Path, address: str) -> Answer:
    path = (folder / address.lstrip("/")).resolve()
    if path.is_dir():
        path /= "index.html"
    if path.is_relative_to(folder.resolve()) and path.is_file():
        return Answer(HTTPStatus.OK, _kind(path), path.read_bytes())
    missing = folder / "404.html"
    content = missing.read_bytes() if missing.is_file() else b"not found"
    return Answer(HTTPStatus.NOT_FOUND, "text/html", content)


def _kind(path: Path) -> str:
    return (
        TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
