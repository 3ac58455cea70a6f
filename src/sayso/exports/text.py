"""Words from documents, made fit for what a format can hold. What it cannot becomes U+FFFD."""

import json
import re

import msgspec

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def storable(text: str) -> str:
    """Give text that UTF-8 can hold."""
    return _SURROGATE.sub("\ufffd", text)


def printable(text: str) -> str:
    """Give text that XML 1.0 and a table's reader can hold: without control characters but for
    tab and line end."""
    return _NOT_XML.sub("\ufffd", text)


def label(text: str) -> str:
    """Give a name on one line, which does not reorder the words around it."""
    return printable(_REORDERING.sub("", _SPACE.sub(" ", text))).strip()


def shorten(text: str, most: int) -> str:
    """Cut text to `most` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def to_json(value: object) -> bytes:
    """Give plain values in JSON, on one line."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        written = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return storable(written).encode()
