"""One URL, fetched with care: it came from a text or a person, and may point anywhere.

Only http and https; no address that is not public, unless allowed; size and time bounded as a
whole; every redirect checked like the first address. A name is resolved once, and the connection
goes to the very address that was checked, so that a name which changes its mind gains nothing.

urllib3 does the talking: trafilatura brings it, it is well kept, and unlike the clients built on
top it lets the connection go to one address under another's name without patching anything.
Proxies from the environment are not used, since the check would then be the proxy's.
"""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from functools import cache
from http import HTTPStatus
from http.client import HTTPException
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import urljoin

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Url, parse_url

from sayso.errors import IntakeError
from sayso.intake.base import MAX_BYTES, SECONDS
from sayso.intake.memory import Visit

REDIRECTS = 5
CHUNK = 65_536

HEADERS = {
    "User-Agent": "sayso (reads articles at a person's request)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}

_SAVE = "Open it in a browser, save the page, and give the file"

_REDIRECTED = frozenset({301, 302, 303, 307, 308})

_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """What a server answered. `url` is the last one, after redirects; `etag` and `changed` are
    the headers ETag and Last-Modified. `unchanged`: that nothing has changed, without any data.
    """

    url: str
    data: bytes
    media_type: str | None
    charset: str | None
    etag: str | None = None
    changed: str | None = None
    unchanged: bool = False


@dataclass(frozen=True, kw_only=True)
class _Request:
    """What holds for a URL and for all that it redirects to. `name` is the URL as given, `asked`
    the headers of the question whether it has changed."""

    name: str
    asked: dict[str, str]
    allow_private: bool
    max_bytes: int
    seconds: float
    deadline: float

    def error(self, reason: str, advice: str) -> IntakeError:
        return IntakeError(self.name, reason, advice)

    def slow(self) -> IntakeError:
        reason = f"did not arrive within {self.seconds:g} seconds"
        return self.error(reason, "Try again, or raise the time limit")

    def left(self) -> float:
        if (left := self.deadline - time.monotonic()) <= 0:
            raise self.slow()
        return left


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    max_bytes: int = MAX_BYTES,
    seconds: float = SECONDS,
    since: Visit | None = None,
) -> Fetched:
    """Fetch one http or https URL, if it has changed `since` an earlier visit.

    Raises IntakeError when the URL, one that it redirects to, or what comes back is refused.
    """
    request = _Request(
        name=url,
        asked=_asked(since),
        allow_private=allow_private,
        max_bytes=max_bytes,
        seconds=seconds,
        deadline=time.monotonic() + seconds,
    )
    for _ in range(REDIRECTS + 1):
        target = _checked(request, url)
        try:
            with _answer(request, target) as response:
                if response.status not in _REDIRECTED or "Location" not in response.headers:
                    return _body(request, target.url, response)
                url = urljoin(target.url, response.headers["Location"])
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            request.left()
            raise request.error(f"cannot be fetched ({_cause(error)})", _SAVE) from error
    raise request.error(f"redirects more than {REDIRECTS} times", _SAVE)


def _asked(since: Visit | None) -> dict[str, str]:
    known = {"If-None-Match": since.etag, "If-Modified-Since": since.changed} if since else {}
    return {name: value for name, value in known.items() if value}


def public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, in whatever form it is dressed."""
    ip = ip_address(address)
    inner = _embedded(ip) if isinstance(ip, IPv6Address) else None
    return ip.is_global and not ip.is_multicast and (inner is None or public(str(inner)))


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address only forwards to."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _checked(request: _Request, url: str) -> Url:
    try:
        target = parse_url(url)
    except HTTPError:
        raise request.error("is no URL that can be read", "Check it for typing errors") from None
    if target.scheme not in {"http", "https"} or not target.host:
        raise request.error(f"leads to {url[:80]}, which is not http or https", _SAVE)
    if target.auth:
        raise request.error("holds a user name or password", "Leave it out of the URL")
    return target


def _addresses(request: _Request, target: Url) -> list[str]:
    """Return the addresses of the host, every one of them checked."""
    host = (target.host or "").strip("[]")
    try:
        found = socket.getaddrinfo(host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise request.error(f"has a host that is not found, {host}", "Check the URL") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not request.allow_private and not public(address):
            raise request.error(
                f"leads to {host}, which is at {address}, a private or reserved address",
                "Allow private addresses (--allow-private) if you trust it",
            )
    return addresses


@contextmanager
def _answer(request: _Request, target: Url) -> Iterator[BaseHTTPResponse]:
    connection = _connected(request, target)
    # A server that sends a byte now and then never trips a time-out of its own: this one does.
    timer = Timer(request.left(), _cut, [connection.sock])
    timer.daemon = True
    timer.start()
    try:
        connection.request(
            "GET",
            target.request_uri,
            headers=HEADERS | request.asked | {"Host": target.netloc or ""},
            preload_content=False,
        )
        with closing(connection.getresponse()) as response:
            yield response
    finally:
        timer.cancel()
        connection.close()


def _connected(request: _Request, target: Url) -> HTTPConnection:
    failure: Exception | None = None
    for address in _addresses(request, target):
        connection = _connection(target, address, request.left())
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            failure = error
            connection.close()
        else:
            return connection
    raise failure or OSError("no address")


def _connection(target: Url, address: str, timeout: float) -> HTTPConnection:
    if target.scheme == "http":
        return HTTPConnection(address, target.port or 80, timeout=timeout)
    return HTTPSConnection(
        address,
        target.port or 443,
        timeout=timeout,
        ssl_context=_tls(),
        server_hostname=target.host,
    )


@cache
def _tls() -> ssl.SSLContext:
    """Trust the machine's authorities, an organisation's own among them, and the web's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _cut(connected: socket.socket) -> None:
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _body(request: _Request, url: str, response: BaseHTTPResponse) -> Fetched:
    unchanged = bool(request.asked) and response.status == HTTPStatus.NOT_MODIFIED
    if response.status != HTTPStatus.OK and not unchanged:
        raise request.error(f"is answered with {response.status} {response.reason or ''}", _SAVE)
    data = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        data += chunk
        if len(data) > request.max_bytes:
            raise request.error(
                f"is larger than {request.max_bytes:,} bytes, the limit for one document",
                "Save what you need of it, or raise the limit",
            )
    request.left()
    stated = Message()
    stated["Content-Type"] = response.headers.get("Content-Type", "")
    return Fetched(
        url=url,
        data=bytes(data),
        media_type=stated.get_content_type() if stated["Content-Type"] else None,
        charset=stated.get_content_charset(),
        etag=response.headers.get("ETag"),
        changed=response.headers.get("Last-Modified"),
        unchanged=unchanged,
    )


def _cause(error: Exception) -> str:
    return str(error.__cause__ or error)
