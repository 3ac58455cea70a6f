"""How fast servers are asked: one question a second to a host, and no pause for one's own."""

from time import monotonic, sleep
from typing import Final
from urllib.parse import urlsplit

PAUSE: Final = 1.0
"""Seconds from one question to a host to the next. What crawlers that nobody blocks keep to."""


class Pace:
    """Knows when each host was asked last."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}

    def wait(self, url: str) -> None:
        """Wait until the host of `url` may be asked, and take it as asked."""
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return  # No URL: nobody will be asked.
        if _own(host):
            return
        now = monotonic()
        if (left := self._next.get(host, now) - now) > 0:
            sleep(left)
        self._next[host] = max(now, self._next.get(host, now)) + PAUSE


def _own(host: str) -> bool:
    """Whether it is this machine, or one of the private network that it stands in."""
    # A tenth of a second, which only those who ask a server should wait.
    from sayso.intake.fetch import public  # noqa: PLC0415

    try:
        return host == "localhost" or not public(host)
    except ValueError:
        return False
