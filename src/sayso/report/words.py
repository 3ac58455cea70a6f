"""The words and signs in which a report speaks, one for each thing."""

import re

from sayso.records.vocabulary import SentenceVoice, SourceKind

KINDS: dict[SourceKind, str] = {
    "named_person": "named person",
    "named_organisation": "named organisation",
    "unnamed_person": "unnamed person",
    "unnamed_group": "unnamed group",
    "document": "document",
    "media": "media",
    "unspecified": "kind unclear",
}

VOICES: dict[SentenceVoice, str] = {
    "own": "outlet's own voice",
    "mixed": "partly own voice",
    "attributed": "attributed",
}
"""Voices as a legend names them, in the order in which they weigh."""

SECTORS = {
    "BUS": "business",
    "COP": "police",
    "CRM": "crime",
    "CVL": "civilians",
    "EDU": "education",
    "ELI": "elite",
    "GOV": "government",
    "HLH": "health",
    "IGO": "international body",
    "JUD": "judiciary",
    "LAB": "labour",
    "LEG": "legislature",
    "MED": "media",
    "MIL": "armed forces",
    "NGO": "non-governmental",
    "OPP": "opposition",
    "PTY": "party",
    "REB": "armed group against the state",
    "REF": "refugees",
    "REL": "religion",
    "SET": "settlers",
    "SPY": "intelligence",
    "UAF": "armed group",
}
"""PLOVER's sectors in words."""

_DOTS = 4

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def plural(count: int, one: str, many: str | None = None) -> str:
    """Give "1 source" or "2 sources"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def often(count: int | None) -> str:
    """Give how many times something is mentioned, with a times sign; "" for once."""
    return f"{count:,}\N{MULTIPLICATION SIGN}" if count and count > 1 else ""


def harmless(text: str) -> str:
    """Make text from a document safe to show: what could steer a terminal or break a page
    becomes U+FFFD, and what would reorder the line around it goes."""
    return _REORDERING.sub("", _CONTROL.sub("\ufffd", text))


def one_line(text: str) -> str:
    """Give `harmless` text on one line, without space at its ends."""
    return harmless(_SPACE.sub(" ", text)).strip()


def shorten(text: str, most: int) -> str:
    """Cut a line at a word's end so that it has `most` characters at the most, with its "…"."""
    if len(text) <= most:
        return text
    head = text[:most].rpartition(" ")[0]
    return (head if len(head) > most // 2 else text[: most - 1]).rstrip(" ,;:…") + "…"


def sureness(confidence: float) -> int:
    """How many of four dots a probability fills: at least one, and all from .75 up."""
    return min(_DOTS, 1 + int(max(confidence, 0.0) * _DOTS))


def dots(confidence: float) -> str:
    """Give a probability as four dots, ●●●○."""
    filled = sureness(confidence)
    return "●" * filled + "○" * (_DOTS - filled)
