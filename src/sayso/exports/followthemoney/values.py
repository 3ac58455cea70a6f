"""Values as FollowTheMoney has them: strings, each of the form that its type asks for."""

import re
import unicodedata
from datetime import UTC
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from babel import Locale
from babel.core import get_global

from sayso.desk.families.moments import moment
from sayso.exports.text import shorten, storable

_LONGEST: Final = {
    "name": 384,
    "alias": 384,
    "full": 384,
    "description": 65_000,
    "summary": 65_000,
}
"""Characters that a property may have: by its type, name or text. Other strings may have 1024."""

_STRING: Final = 1024

_NO_SIGNS: Final = ("Cc", "Cs", "Cn")
_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?")
_OUTSIDE_ISO: Final = {"XKX": "xk"}
"""Codes that the gazetteer has beside ISO 3166-1."""


def clean(value: str, name: str = "") -> str | None:
    """Give a value of the property `name` on one line, without control characters, cut where it
    is too long; None where nothing is left."""
    if not value.isprintable():
        value = _bare(value)
    return shorten(_SPACE.sub(" ", value).strip(), _LONGEST.get(name, _STRING)) or None


def date(iso: str | None) -> str | None:
    """Give a day as it is, or a time in UTC to the second; None for what is neither."""
    if iso is None or _DAY.fullmatch(iso):
        return iso
    at = moment(iso)
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if at else None


@cache
def country(alpha_3: str | None) -> str | None:
    """Give the two small letters of an ISO 3166-1 alpha-3 code; None for what is none."""
    if alpha_3 is None:
        return None
    known = get_global("territory_aliases").get(alpha_3)
    if known and known[0] in Locale("en").territories:
        return str(known[0]).lower()
    return _OUTSIDE_ISO.get(alpha_3)


def url(given: str | None) -> str | None:
    """Give an address of the web; None for what is none."""
    cleaned = clean(given) if given else None
    try:
        parts = urlsplit(cleaned or "")
    except ValueError:
        return None
    return cleaned if parts.scheme in ("http", "https") and "." in parts.netloc else None


def _bare(value: str) -> str:
    spaced = _SPACE.sub(" ", storable(value))
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in _NO_SIGNS)
