"""Facts kept by hand in `data/*.tsv`: states' names, groups and bodies, who holds which post.

Columns are parted by tabs, lists by semicolons; `#` opens a comment line; an empty cell says
nothing. The last column names the source of a row, as a word that `data/sources.tsv` explains.

    groups*.tsv   name  more names  weak names  kind  country  parent  begin  end  source
    people*.tsv   name  more names  country  post | body | begin | end (;)  source
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pycountry

DATA = Path(__file__).parent / "data"
KINDS = {
    # kind: FollowTheMoney schema, topic, PLOVER sector
    "government": ("PublicBody", "gov.national", "GOV"),
    "ministry": ("PublicBody", "gov.executive", "GOV"),
    "agency": ("PublicBody", "gov.admin", "GOV"),
    "bank": ("PublicBody", "gov.financial", "GOV"),
    "parliament": ("PublicBody", "gov.legislative", "LEG"),
    "court": ("PublicBody", "gov.judicial", "JUD"),
    "army": ("PublicBody", "mil", "MIL"),
    "police": ("PublicBody", "gov.security", "COP"),
    "spies": ("PublicBody", "gov.security", "SPY"),
    "militia": ("Organization", "mil", "MIL"),  # armed, and part of a state's forces
    "rebels": ("Organization", "mil", "REB"),
    "armed": ("Organization", "mil", "UAF"),  # neither a state's nor against one
    "party": ("Organization", "pol.party", "PTY"),
    "opposition": ("Organization", "pol.party", "OPP"),
    "gang": ("Organization", "crime", "CRM"),
    "igo": ("Organization", "gov.igo", "IGO"),
    "ngo": ("Organization", "", "NGO"),
    "civil": ("Organization", "", "CVL"),
    "media": ("Organization", "", "MED"),
    "religious": ("Organization", "rel", "REL"),
    "union": ("Organization", "pol.union", "LAB"),
    "company": ("Company", "", "BUS"),
    "university": ("Organization", "", "EDU"),
}


def lines(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a data file. Raises ValueError, with the line, for a wrong number of cells."""
    for number, line in enumerate((DATA / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) != columns:
                raise ValueError(f"{name}:{number}: {len(cells)} columns, expected {columns}")
            yield cells


def states() -> Iterator[dict[str, Any]]:
    """Every state and territory of ISO 3166, and Kosovo."""
    extra = {code: (listed(names), listed(weak)) for code, names, weak in _states()}
    known = {c.alpha_2: c for c in pycountry.countries}
    for code in sorted(known.keys() | extra.keys()):
        more, weak = extra.get(code, ([], []))
        fields = ("common_name", "name", "official_name")
        official = [n for f in fields if (n := getattr(known.get(code), f, None))]
        shown = [name[1:] for name in more if name.startswith("=")]
        names = [*shown, *official, *(n for n in more if not n.startswith("="))]
        properties = {
            "name": names[:1],
            "alias": list(dict.fromkeys(names[1:])),
            "weakAlias": weak,
            "country": [code.casefold()],
            "territoryCode": [code.casefold()],
            "level": ["country"],
            "notes": ["ISO 3166-1; names also from data/states.tsv"],
        }
        yield _entity(f"state-{code.casefold()}", "Territory", properties)


def groups() -> Iterator[dict[str, Any]]:
    """Armed groups, forces, parties, bodies."""
    for file in sorted(DATA.glob("groups*.tsv")):
        for name, more, weak, kind, country, parent, begin, end, source in lines(file.name, 9):
            schema, topic, sector = KINDS[kind]
            properties: dict[str, list[Any]] = {
                "name": [name],
                "alias": listed(more),
                "weakAlias": [*listed(weak), *_unqualified(name)],
                "country": _countries(country),
                "topics": listed(topic),
                "sector": [sector],
                "parent": [f"sayso-{_slug(name)}" for name in listed(parent)],
                "incorporationDate": listed(begin),
                "dissolutionDate": listed(end),
                "notes": [_source(source)],
            }
            yield _entity(f"sayso-{_slug(name)}", schema, properties)


def people() -> Iterator[dict[str, Any]]:
    """Holders of public posts, with their posts."""
    for file in sorted(DATA.glob("people*.tsv")):
        for name, more, country, posts, source in lines(file.name, 5):
            identifier = f"sayso-{_slug(name)}"
            held = [
                _occupancy(identifier, number, post, _countries(country), source)
                for number, post in enumerate(listed(posts), 1)
            ]
            properties: dict[str, list[Any]] = {
                "name": [name],
                "alias": listed(more),
                "country": _countries(country),
                "topics": ["role.pep"],
                "notes": [_source(source)],
                "positionOccupancies": held,
            }
            yield _entity(identifier, "Person", properties)


def listed(cell: str) -> list[str]:
    """A cell's parts, between semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def _occupancy(
    holder: str, number: int, post: str, countries: list[str], source: str
) -> dict[str, Any]:
    parts = [part.strip() for part in post.split("|")]
    title, body, begin, end = [*parts, *[""] * (4 - len(parts))]
    name = f"{title}, {body}" if body else title
    position = _entity(f"post-{_slug(name)}", "Position", {"name": [name], "country": countries})
    properties: dict[str, list[Any]] = {
        "post": [position],
        "startDate": listed(begin),
        "endDate": listed(end),
        "summary": [_source(source)],
    }
    return _entity(f"{holder}-{number}", "Occupancy", properties)


def _entity(identifier: str, schema: str, properties: dict[str, list[Any]]) -> dict[str, Any]:
    kept = {name: values for name, values in properties.items() if values}
    return {"id": identifier, "schema": schema, "properties": kept}


def _countries(cell: str) -> list[str]:
    return [code.casefold() for code in listed(cell)]


def _unqualified(name: str) -> list[str]:
    """The weak name that a name with brackets gives: several states have a Labour Party."""
    return [name.split(" (", 1)[0]] if name.endswith(")") else []


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def _source(word: str) -> str:
    return "; ".join(f"{part}: {_sources()[part]}" for part in word.split())


@cache
def _sources() -> dict[str, str]:
    return dict(lines("sources.tsv", 2))


def _states() -> Iterator[list[str]]:
    """The rows of states.tsv, whose trailing tab an editor may have eaten."""
    for line in (DATA / "states.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            yield [*cells, "", ""][:3]
