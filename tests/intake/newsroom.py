"""A server on loopback that gives what a test puts there, and keeps what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from msgspec import Struct


class Shelf(Struct, frozen=True, kw_only=True):
    """What lies at a path: its bytes, their type, and the headers that tell whether it changed."""

    data: bytes
    media_type: str = "text/html; charset=utf-8"
    etag: str | None = None
    changed: str | None = None


class Newsroom:
    """`shelves` is by path; `asked` has the path and the status of each answer."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.shelves: dict[str, Shelf] = {}
        self.asked: list[tuple[str, int]] = []

    def put(self, path: str, data: str | bytes, **headers: str) -> str:
        """Lay something out, and give its address."""
        raw = data.encode() if isinstance(data, str) else data
        self.shelves[path] = Shelf(data=raw, **headers)
        return self.root + path


@contextmanager
def newsroom() -> Iterator[Newsroom]:
    """Open a newsroom, and close it."""
    room = Newsroom("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shelf = room.shelves.get(self.path)
            status = 404 if shelf is None else 304 if self._knows(shelf) else 200
            room.asked.append((self.path, status))
            body = shelf.data if shelf and status == 200 else b""
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            if shelf:
                self.send_header("Content-Type", shelf.media_type)
                for name, value in (("ETag", shelf.etag), ("Last-Modified", shelf.changed)):
                    if value:
                        self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _knows(self, shelf: Shelf) -> bool:
            return any(
                value is not None and self.headers[header] == value
                for header, value in (
                    ("If-None-Match", shelf.etag),
                    ("If-Modified-Since", shelf.changed),
                )
            )

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        # Joined at the end, so that no connection is left behind.
        daemon_threads = False

    with Server(("127.0.0.1", 0), Handler) as server:
        room.root = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield room
        finally:
            server.shutdown()
            thread.join()


def page(text: str, *, title: str = "", head: str = "") -> str:
    """A page with an article of these paragraphs."""
    body = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article>{body}</article></body></html>"
    )


def rss(*items: str, title: str = "Delta Post") -> str:
    """A feed of these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content='
        f'"http://purl.org/rss/1.0/modules/content/"><channel><title>{title}</title>'
        f"{''.join(items)}</channel></rss>\n"
    )


def item(link: str, **said: str) -> str:
    """An entry of a feed, with an element for each thing said."""
    more = "".join(f"<{name}>{value}</{name}>" for name, value in said.items())
    return f"<item><link>{link}</link>{more}</item>"
