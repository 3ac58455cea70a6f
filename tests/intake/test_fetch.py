"""Fetching from a server on loopback, which is a private address: each test says what it allows."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest

from sayso.errors import IntakeError
from sayso.intake import fetch as module
from sayso.intake.fetch import fetch, public
from sayso.intake.memory import Visit
from sayso.intake.open import documents
from sayso.records.text import Document
from tests.intake.newsroom import newsroom
from tests.intake.pdfs import pdf

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

PAGE = (
    b"<!DOCTYPE html><html><head><title>Ambush</title></head><body><article><p>Two soldiers were"
    b" killed on Tuesday when gunmen opened fire on a patrol near the old bridge, the council said."
    b"</p></article></body></html>"
)


DAY = "Tue, 03 Mar 2026 08:15:00 GMT"


class Server(ThreadingHTTPServer):
    # Joined at the end, so that no connection is left behind.
    daemon_threads = False
    over = threading.Event()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        route = getattr(self, "get_" + self.path.strip("/").split("/")[0], None)
        if route:
            route()
        else:
            self.answer(404, b"Nothing here")

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def get_page(self) -> None:
        self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")

    def get_text(self) -> None:
        self.answer(200, "Le café".encode("cp1252"), Content_Type="text/plain; charset=iso-8859-1")

    def get_pdf(self) -> None:
        line = (72, 720, "Two soldiers were killed on Tuesday, the council said.")
        self.answer(200, pdf([line]), Content_Type="application/octet-stream")

    def get_host(self) -> None:
        self.answer(200, self.headers["Host"].encode(), Content_Type="text/plain")

    def get_zipped(self) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip", Content_Type="text/html")

    def get_bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")

    def get_large(self) -> None:
        self.answer(200, b"x" * 20_001)

    def get_to(self) -> None:
        self.answer(302, Location=unquote(self.path.removeprefix("/to/")))

    def get_loop(self) -> None:
        self.answer(301, Location="/loop")

    def get_silent(self) -> None:
        Server.over.wait(3)

    def get_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(60):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def get_short(self) -> None:
        self.answer(200, b"half", Content_Length="8")

    def get_garbage(self) -> None:
        self.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        # The client hangs up on the slow and the oversize.
        with suppress(OSError):
            super().handle()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.over.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def loopback_counts_as_public(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "public", lambda ip: ip == "127.0.0.1" or public(ip))


def refused(url: str, **options: object) -> str:
    with pytest.raises(IntakeError) as caught:
        fetch(url, **options)  # type: ignore[arg-type]
    assert caught.value.name == url
    return caught.value.reason


def test_a_page_is_read_from_its_url(site: str) -> None:
    (found,) = documents([f"{site}/page"], allow_private=True)
    assert isinstance(found, Document)
    assert (found.id, found.url) == (f"{site}/page", f"{site}/page")
    assert found.text.startswith("Two soldiers were killed")
    assert found.published is None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/text", "Le café"),
        ("/pdf", "Two soldiers were killed on Tuesday, the council said."),
        ("/to//text", "Le café"),
    ],
)
def test_the_type_and_encoding_come_from_the_server_or_the_bytes(
    site: str, path: str, text: str
) -> None:
    (found,) = documents([site + path], allow_private=True)
    assert isinstance(found, Document)
    assert found.text == text


def test_a_redirect_is_followed_and_said(site: str) -> None:
    found = fetch(f"{site}/to//page", allow_private=True)
    assert (found.url, found.data) == (f"{site}/page", PAGE)


def test_what_is_packed_for_the_way_is_unpacked(site: str) -> None:
    assert fetch(f"{site}/zipped", allow_private=True).data == PAGE


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    assert "is at 127.0.0.1, a private or reserved address" in refused(f"{site}/page")
    assert "a private or reserved address" in refused(f"{site.replace('127.0.0.1', '2130706433')}/")


@pytest.mark.usefixtures("loopback_counts_as_public")
@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "//[fe80::1]/",
    ],
)
def test_a_redirect_to_a_private_address_is_refused(site: str, target: str) -> None:
    assert "a private or reserved address" in refused(f"{site}/to/{target}")


@pytest.mark.usefixtures("loopback_counts_as_public")
def test_a_redirect_to_another_scheme_is_refused(site: str) -> None:
    assert "which is not http or https" in refused(f"{site}/to/file:///etc/passwd")


def test_a_name_is_resolved_once_and_the_checked_address_is_used(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    resolve = socket.getaddrinfo

    def rebinding(host: str, *args: object, **options: object) -> object:
        if host != "news.example":
            return resolve(host, *args, **options)  # type: ignore[arg-type]
        asked.append(host)
        ip = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    url = site.replace("127.0.0.1", "news.example") + "/host"
    assert fetch(url, allow_private=True).data.decode() == url.split("/")[2]
    assert asked == ["news.example"]


def test_one_private_address_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 0)) for ip in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert "is at 10.0.0.1" in refused("http://news.example/")


@pytest.mark.parametrize(
    ("path", "options", "reason"),
    [
        ("/large", {"max_bytes": 20_000}, "is larger than 20,000 bytes"),
        ("/bomb", {"max_bytes": 1_000_000}, "is larger than 1,000,000 bytes"),
        ("/silent", {"seconds": 0.3}, "did not arrive within 0.3 seconds"),
        ("/dripping", {"seconds": 0.3}, "did not arrive within 0.3 seconds"),
        ("/missing", {}, "is answered with 404 Not Found"),
        ("/loop", {}, "redirects more than 5 times"),
        ("/short", {}, "cannot be fetched"),
        ("/garbage", {}, "cannot be fetched"),
    ],
)
def test_what_a_server_does_wrong_is_said(
    site: str, path: str, options: dict[str, float], reason: str
) -> None:
    began = time.monotonic()
    assert reason in refused(site + path, allow_private=True, **options)
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/a", "which is not http or https"),
        ("file:///etc/passwd", "which is not http or https"),
        ("http://", "which is not http or https"),
        ("http://[half/", "is no URL that can be read"),
        ("http://jane:secret@news.example/", "holds a user name or password"),
        ("http://127.0.0.1:1/", "cannot be fetched"),
        ("http://no.such.host.invalid/", "has a host that is not found"),
    ],
)
def test_what_is_no_url_to_fetch_is_said(url: str, reason: str) -> None:
    assert reason in refused(url, allow_private=True)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:a00:1::", False),
    ],
)
def test_what_is_public(address: str, expected: bool) -> None:  # noqa: FBT001
    assert public(address) is expected


@pytest.mark.parametrize(
    ("laid", "known", "unchanged"),
    [
        ({"etag": '"1"'}, Visit(etag='"1"'), True),
        ({"etag": '"2"'}, Visit(etag='"1"'), False),
        ({"changed": DAY}, Visit(changed=DAY), True),
        ({"changed": DAY}, Visit(etag='"1"'), False),
        ({"etag": '"1"'}, None, False),
        ({}, Visit(), False),
    ],
)
def test_what_has_not_changed_is_not_sent_again(
    laid: dict[str, str],
    known: Visit | None,
    unchanged: bool,  # noqa: FBT001
) -> None:
    with newsroom() as room:
        url = room.put("/page", PAGE, **laid)
        found = fetch(url, allow_private=True, since=known)
    assert found.unchanged is unchanged
    assert found.data == (b"" if unchanged else PAGE)
    assert (found.etag, found.changed) == (laid.get("etag"), laid.get("changed"))
