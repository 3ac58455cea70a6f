"""Who wrote a text and which agency supplied it, where the text itself says so.

It does so on a byline ("By Jane Doe, Associated Press"), in a dateline ("MOSUL, Iraq (Reuters) -")
or on a credit line, which comes first or last ("The Associated Press").
"""

import re
from functools import cache

from sayso import shipped

OPENING_LINES = 8
"""Non-blank lines in which a byline or a dateline may stand: title, subtitle, byline, dateline."""

OPENING = 4_000
"""Characters in which those lines are looked for."""

LINE = 120
"""Characters of the longest line that is taken for a byline or a credit."""

_PARTICLES = r"(?:(?:al|bin|da|de|del|der|di|el|ibn|la|le|van|von)[ \t-]+)*"
_NAME = rf"[^\W\d_a-z][\w.\u2019'-]*(?:[ \t]+{_PARTICLES}[^\W\d_a-z][\w.\u2019'-]*){{1,4}}"

# Several names end in "and", so that a comma without one begins an affiliation.
_BYLINE = re.compile(
    rf"[Bb][Yy]:?[ \t]+(?P<names>{_NAME}(?:(?:,[ \t]*{_NAME})*,?[ \t]+(?:and|&)[ \t]+{_NAME})?)"
    r"(?:[ \t]*[,|/][ \t]*(?P<affiliation>[^.|]+)|[ \t]+[Ii][Nn][ \t]+[\w ,-]+)?"
)
_CREDITED_AGENCY = re.compile(
    r"(?:[Bb][Yy]:?[ \t]|[Ss]ource:|[-\u2013\u2014(])[ \t]*([\w. -]+?)[ \t]*\)?"
)

# A place, at most a region and a day, then the agency and a dash.
_DATELINE = re.compile(r"[^(]{0,60}\(([\w. /-]{2,40})\)[ \t]*[-\u2013\u2014:_]")


def byline(text: str) -> str | None:
    """Return the names on the byline, "Jane Doe and John Roe", or None."""
    for line in _opening(text):
        if (found := _byline(line)) and not agency_called(found["names"]):
            return " ".join(found["names"].split())
    return None


def agency(text: str) -> str | None:
    """Return the full name of the agency that a dateline, byline or credit line names, or None."""
    opening = _opening(text)
    last = text[-LINE:].rstrip().rsplit("\n", 1)[-1].strip()
    return next(filter(None, map(_agency_in, [*opening, last])), None)


def agency_called(name: str) -> str | None:
    """Return the full name of the agency that goes by `name` ("AP"), or None."""
    return _agencies().get(" ".join(name.casefold().split()))


def _agency_in(line: str) -> str | None:
    if dateline := _DATELINE.match(line):
        return next(filter(None, map(agency_called, dateline[1].split("/"))), None)
    if len(line) > LINE:
        return None
    if (written := _byline(line)) and written["affiliation"]:
        return agency_called(written["affiliation"])
    if credit := _CREDITED_AGENCY.fullmatch(line):
        return agency_called(credit[1])
    # Without a word that says it is a credit, "AA" or "PA" alone on a line may be anything.
    return agency_called(line) if len(line) > len("XXXX") else None


def _byline(line: str) -> re.Match[str] | None:
    return _BYLINE.fullmatch(line) if len(line) <= LINE else None


def _opening(text: str) -> list[str]:
    lines = (line.strip(" \t*_") for line in text[:OPENING].split("\n"))
    return [line for line in lines if line][:OPENING_LINES]


@cache
def _agencies() -> dict[str, str]:
    return {
        form.casefold(): entry["name"]
        for entry in shipped.table("sayso.intake", "agencies")["agency"]
        for form in entry["forms"]
    }
