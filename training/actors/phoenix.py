"""The Phoenix actor dictionary as FollowTheMoney entities: `actors_phoenix`, to 2018.

It mixes offices and people and names what it codes in capitals. Taken are office-holders with dated
posts, groups, bodies and companies. Left out are private individuals that it codes for a group
(IMG codes), states (ISO 3166 has them) and rows that name two people at once.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import pycountry

from sayso.knowledge.actors.spelling import untitled
from sayso.knowledge.names import plain
from training.actors.curated import DATA

SOURCE = "Phoenix actor dictionary (CAMEO), to 2018"
_BODY = re.compile(
    r"\b(?:ADMINISTRATION|AGENCY|ARMY|ASSEMBLY|AUTHORITY|BANK|BRIGADES?|BUREAU|COMMISSION|COMMITTEE|"
    r"CONGRESS|COUNCIL|COURT|DEPARTMENT|FORCES?|FRONT|GOVERNMENT|GUARDS?|INTELLIGENCE|KNESSET|"
    r"MILITARY|MINISTRY|MOVEMENT|NAVY|OFFICE|ORGANI[SZ]ATION|PARLIAMENT|PARTY|POLICE|RESERVE|"
    r"SENATE|SERVICE|UNION|YARD)\b"
)
_COMPANY = re.compile(r"\b(?:INC|CORP|CORPORATION|LTD|COMPANY|CO)$")
_SMALL = frozenset(
    "a al an and by da de del der di du e el en et for in la le of on or the to van von y".split()
)
_LAST_YEAR = 18


class Code(NamedTuple):
    """A CAMEO code, read: ISO 3166-1 alpha-2 country, PLOVER sector, portfolio in words."""

    country: str | None
    sector: str | None
    portfolio: str | None


def actors(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entities of the dictionary's rows, rows of one name joined."""
    merged: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = row["name"].strip()
        first = merged.setdefault(plain(name), {**row, "name": name, "aliases": [], "codes": []})
        first["aliases"] += row["aliases"]
        first["codes"] += [code for code in row["codes"] if code not in first["codes"]]
    for row in merged.values():
        if entity := _entity(row):
            yield entity


def read_code(code: str) -> Code:
    """Decode a CAMEO actor code: "IRNGOVMIL" is Iran, GOV, defence."""
    steps = [code[i : i + 3] for i in range(0, len(code), 3)]
    tables = _tables()
    countries = [c for step in steps if (c := _alpha2(step))]
    sectors = [tables["sectors"][step] for step in steps if step in tables["sectors"]]
    portfolios = [
        tables["portfolios"][step]
        for before, step in pairwise(steps)
        if before == "GOV" and step in tables["portfolios"]
    ]
    return Code(
        next(iter(countries), None), next(iter(sectors), None), next(iter(portfolios), None)
    )


def read_date(digits: str | None) -> str | None:
    """An ISO date of YYMMDD or YYYYMMDD; None for what is no date."""
    if not digits or not digits.isdigit() or len(digits) not in (6, 8):
        return None
    if len(digits) == 6:  # noqa: PLR2004
        digits = ("20" if int(digits[:2]) <= _LAST_YEAR else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None


def shown(name: str) -> str:
    """A name in capitals as one would write it: "MINISTRY OF DEFENCE", "BARACK OBAMA"."""
    words = name.split()
    return " ".join(
        word.casefold()
        if at and word.casefold() in _SMALL
        else word
        if len(word) <= 4 and not re.search("[AEIOUY]", word)  # noqa: PLR2004
        else re.sub(r"[^\W\d_]+(?:'S\b)?", lambda m: m[0].capitalize(), word)
        for at, word in enumerate(words)
    )


def _entity(row: Mapping[str, Any]) -> dict[str, Any] | None:
    name, codes = row["name"], row["codes"]
    if not codes or ", THEN " in name or not re.search("[A-Z]{2}", name):
        return None
    dated = any(code.get("from") for code in codes)
    body = bool(_BODY.search(name))
    last = codes[-1]["code"]
    if row["source"] == "countries":
        person = dated and not body
        wanted = person or (body and not dated)
    elif row["source"] == "international":
        person = dated and not body and not _COMPANY.search(name)
        wanted = person or (not dated and not last.startswith("IMG") and "RAD" not in last)
    else:
        person, wanted = False, last.endswith("REB") or "REB" in last[3:6]
    if not wanted or (last in ("", "ELI") and not dated):
        return None
    return _person(row) if person else _organisation(row)


def _person(row: Mapping[str, Any]) -> dict[str, Any] | None:
    identifier = f"phoenix-{plain(row['name']).replace(' ', '-')}"
    held: list[dict[str, Any]] = []
    countries: list[str] = []
    for code in row["codes"]:
        read = read_code(code["code"])
        begin = read_date(code.get("from"))
        if read.country and read.country not in countries:
            countries.append(read.country)
        if read.sector is None or begin is None:
            continue
        held.append(_occupancy(f"{identifier}-{len(held) + 1}", read, begin, code.get("to")))
    if not held:
        return None
    names = [untitled(shown(alias)) for alias in row["aliases"]]
    full = [n for n in dict.fromkeys(names) if len(n.split()) > 1 and " OBAMA ADM" not in n.upper()]
    properties: dict[str, list[Any]] = {
        "name": [shown(row["name"])],
        "alias": [n for n in full if plain(n) != plain(row["name"])],
        "country": countries,
        "topics": ["role.pep"],
        "notes": [SOURCE],
        "positionOccupancies": held,
    }
    return _made(identifier, "Person", properties)


def _occupancy(identifier: str, read: Code, begin: str, end: str | None) -> dict[str, Any]:
    holder = {"GOV": "member of the government", "IGO": "official of an international body"}
    title = holder.get(read.sector or "", f"post ({read.sector})")
    name = f"{title} ({read.portfolio})" if read.portfolio else title
    slug = "-".join(re.findall("[a-z]+", name.casefold()))
    post = {"name": [name], "country": [read.country] if read.country else []}
    until = read_date(end)
    properties: dict[str, list[Any]] = {
        "post": [_made(f"phoenix-post-{slug}-{read.country or 'x'}", "Position", post)],
        "startDate": [begin],
        "endDate": [until] if until and until > begin else [],
    }
    return _made(identifier, "Occupancy", properties)


def _organisation(row: Mapping[str, Any]) -> dict[str, Any]:
    read = read_code(row["codes"][-1]["code"])
    names = list(dict.fromkeys(a for a in row["aliases"] if re.search("[A-Z]{2}", a)))
    acronyms = [a for a in names if " " not in a and len(a) <= 7 and row["source"] != "countries"]  # noqa: PLR2004
    kind = "Company" if row["codes"][-1]["code"].startswith("MNC") else "Organization"
    public = read.sector in ("GOV", "MIL", "JUD", "LEG", "COP", "SPY") and kind == "Organization"
    properties: dict[str, list[Any]] = {
        "name": [shown(row["name"])],
        "abbreviation": acronyms,
        "weakAlias": [shown(a) for a in names if a not in acronyms],
        "country": [read.country] if read.country else [],
        "sector": [read.sector] if read.sector else [],
        "notes": [SOURCE],
    }
    slug = plain(row["name"]).replace(" ", "-")
    return _made(f"phoenix-{slug}", "PublicBody" if public else kind, properties)


def _made(identifier: str, schema: str, properties: dict[str, list[Any]]) -> dict[str, Any]:
    kept = {name: values for name, values in properties.items() if values}
    return {"id": identifier, "schema": schema, "properties": kept}


def _alpha2(step: str) -> str | None:
    code = _tables()["countries"].get(step, step)
    if code == "XKX":
        return "xk"
    country = pycountry.countries.get(alpha_3=code)
    return country.alpha_2.casefold() if country else None


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((DATA / "cameo.toml").read_text(encoding="utf-8"))
