"""One actor as knowledge has it: what linking compares and a report shows."""

from functools import cache

from msgspec import Struct

from sayso import shipped
from sayso.knowledge.actors.ftm import Entity, checked


class Tenure(Struct, frozen=True, kw_only=True):
    """A post that a person held. `begin` and `end` are ISO dates, maybe of year or month only;
    `source` says where that is written."""

    title: str
    country: str | None = None
    begin: str | None = None
    end: str | None = None
    source: str | None = None


class Actor(Struct, frozen=True, kw_only=True):
    """A FollowTheMoney entity, read for what sayso asks.

    `names`: the main name, then every full alias and acronym. `weak`: demonyms, nicknames and
    what else may mean somebody else. `countries`: ISO 3166-1 alpha-3. `sector`: PLOVER's.
    `parents`: ids of bodies it belongs to. `begin`, `end`: ISO dates of its being.
    """

    id: str
    schema: str
    name: str
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sector: str | None = None
    topics: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    wikidata: str | None = None
    begin: str | None = None
    end: str | None = None
    tenures: tuple[Tenure, ...] = ()
    source: str | None = None

    @property
    def state(self) -> bool:
        """Whether it is a state as such, not one of its bodies."""
        return self.schema == "Territory"


def actor(entity: Entity) -> Actor:
    """Read a nested entity, as `store` keeps it."""
    names = [n.strip() for n in entity.texts("name", "alias", "abbreviation", "previousName")]
    weak = entity.texts("weakAlias")
    names = list(dict.fromkeys(filter(None, names))) or weak[:1]
    topics = entity.texts("topics")
    codes = entity.texts("country", "jurisdiction", "mainCountry", "nationality", "citizenship")
    return Actor(
        id=entity.id,
        schema=entity.schema,
        name=names[0],
        names=tuple(names),
        weak=tuple(weak),
        countries=tuple(dict.fromkeys(filter(None, map(alpha3, codes)))),
        sector=_sector(entity, topics),
        topics=tuple(topics),
        parents=tuple(entity.texts("parent")),
        wikidata=_wikidata(entity),
        begin=_first(entity, "incorporationDate", "birthDate"),
        end=_first(entity, "dissolutionDate", "deathDate"),
        tenures=tuple(_tenures(entity)),
        source=_first(entity, "sourceUrl", "notes"),
    )


def alpha3(code: str) -> str | None:
    """ISO 3166-1 alpha-3 of FollowTheMoney's two letters; None for what is no country."""
    return _countries().get(code.casefold())


def _tenures(entity: Entity) -> list[Tenure]:
    found = []
    nested = (v for v in entity.properties.get("positionOccupancies", ()) if isinstance(v, dict))
    for occupancy in map(checked, nested):
        posts = [v for v in occupancy.properties.get("post", ()) if isinstance(v, dict)]
        for post in map(checked, posts):
            codes = post.texts("country")
            found.append(
                Tenure(
                    title=_first(post, "name") or post.id,
                    country=alpha3(codes[0]) if codes else None,
                    begin=_first(occupancy, "startDate"),
                    end=_first(occupancy, "endDate"),
                    source=_first(occupancy, "sourceUrl", "summary"),
                )
            )
    return found


def _sector(entity: Entity, topics: list[str]) -> str | None:
    said = [s for s in entity.texts("sector") if len(s) == 3 and s.isupper()]  # noqa: PLR2004
    if said:
        return said[0]
    for topic, sector in _sectors()["topics"].items():
        if topic in topics:
            return sector
    return _sectors()["schemata"].get(entity.schema)


def _wikidata(entity: Entity) -> str | None:
    candidates = [*entity.texts("wikidataId"), entity.id]
    return next((c for c in candidates if c[:1] == "Q" and c[1:].isdigit()), None)


def _first(entity: Entity, *names: str) -> str | None:
    return next(iter(entity.texts(*names)), None)


@cache
def _sectors() -> dict[str, dict[str, str]]:
    return shipped.table("sayso.knowledge.actors", "data/topics")


@cache
def _countries() -> dict[str, str]:
    pairs = (row.split() for row in shipped.rows("sayso.knowledge.actors", "data/countries"))
    return dict(pairs)
