"""When two documents are one, and when a document has changed."""

import hashlib
import json
from urllib.parse import urlsplit

from sayso.records.reading import Analysis
from sayso.records.text import Document

_PORTS = {"http": "80", "https": "443"}
_SAID = ("sha256", "title", "publisher", "published", "language", "byline", "agency")


def address(url: str | None) -> str | None:
    """Give what two URLs of one publication have in common; None where there is no such thing.

    Scheme, fragment, case of the host and a last slash tell no pages apart. A bare host is a front
    page, which shows another text every day.
    """
    try:
        parts = urlsplit(url or "")
        port = parts.port
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if parts.scheme not in _PORTS or not parts.hostname or not (path or parts.query):
        return None
    tail = f":{port}" if port and str(port) != _PORTS[parts.scheme] else ""
    return f"{parts.hostname}{tail}{path}{f'?{parts.query}' if parts.query else ''}"


def digest(document: Document | Analysis) -> str:
    """Give the SHA-256 of what a publication says: its text and what is stated about it.

    What it is called and where it lies are left out: they tell which document it is.
    """
    return sha256_of([getattr(document, name) for name in _SAID])


def sha256_of(facts: object) -> str:
    """Give the SHA-256 of plain values, in JSON of one form."""
    written = json.dumps(facts, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(written.encode("ascii")).hexdigest()
