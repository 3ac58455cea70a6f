"""Where an article is set: its places, each with what the text says of it and no more."""

from collections import Counter
from collections.abc import Hashable, Iterator
from math import isfinite

from msgspec import UNSET, Struct
from msgspec.structs import replace

from sayso.records.reading import Analysis, Place
from sayso.records.vocabulary import PlacePrecision
from sayso.report.countries import country_name
from sayso.report.trail import Trail, trails
from sayso.report.words import one_line

_PRECISION: dict[PlacePrecision | None, str] = {
    "country": "country",
    "division": "province or district",
    "settlement": "town or city",
    "site": "site",
    "area": "area",
    None: "place",
}


class Spot(Struct, frozen=True, kw_only=True):
    """One place, numbered from 1 in the order of `Where`. `aliases` are its other names, the
    text's and the gazetteer's. `code` is its country's ISO 3166-1
    alpha-3; without a point it could not be told from its namesakes. `lat`, `lon` are WGS 84
    degrees; `facts` what it is, a phrase each."""

    number: int
    name: str
    aliases: tuple[str, ...]
    code: str | None
    precision: PlacePrecision | None
    feature: str | None
    point: tuple[float, float] | None
    facts: tuple[str, ...]
    trail: Trail


class Where(Struct, frozen=True, kw_only=True):
    """Places with a point and without, and names of places that stand for something else: a
    people, a government. The most mentioned first."""

    spots: tuple[Spot, ...]
    unresolved: tuple[Spot, ...]
    standing: tuple[Spot, ...]


def where(analysis: Analysis) -> Where | None:
    """Give the places; None where the layer was not computed or found none."""
    found = () if analysis.places is UNSET else analysis.places
    groups: dict[Hashable, list[Place]] = {}
    for place in found:
        groups.setdefault(_key(place), []).append(place)
    trail = trails(analysis)
    spots = [
        _spot(analysis.text, group, trail((place.start, place.end) for place in group))
        for group in groups.values()
    ]
    used = [group[0].use for group in groups.values()]
    parts = [
        [one for one, use in zip(spots, used, strict=True) if use == "place" and one.point],
        [one for one, use in zip(spots, used, strict=True) if use == "place" and not one.point],
        [one for one, use in zip(spots, used, strict=True) if use != "place"],
    ]
    if not spots:
        return None
    numbers = iter(range(1, len(spots) + 1))
    ordered = [
        tuple(replace(one, number=next(numbers)) for one in sorted(part, key=_often))
        for part in parts
    ]
    return Where(spots=ordered[0], unresolved=ordered[1], standing=ordered[2])


def _often(spot: Spot) -> int:
    return -len(spot.trail)


def _point(place: Place) -> tuple[float, float] | None:
    """Give latitude and longitude where both are on the globe."""
    lat, lon = place.lat, place.lon
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
        return None
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else None  # noqa: PLR2004


def _key(place: Place) -> Hashable:
    """What two names of one place have in common, used in the same way."""
    same = place.geonameid or _point(place)
    return place.use, same or one_line(place.name).casefold()


def _spot(text: str, group: list[Place], trail: Trail) -> Spot:
    first = group[0]
    known = one_line(first.name)
    said = Counter(one_line(text[start:end]) for start, end in trail.spans).most_common()
    words = [word for word, _ in said if word.casefold() != known.casefold()]
    # A reader looks for the text's own spelling; the gazetteer's is the main one where both are
    # there, and says what a people's name leads to.
    by_map = len(words) < len(said)
    return Spot(
        number=0,
        name=known if by_map or not words else words[0],
        aliases=tuple(dict.fromkeys(words if by_map else (*words[1:], known))),
        code=first.country,
        precision=first.precision,
        feature=first.feature,
        point=_point(first),
        facts=tuple(_facts(first)),
        trail=trail,
    )


def _facts(place: Place) -> Iterator[str]:
    country = country_name(place.country)
    if place.use == "demonym":
        yield "a people, or what is its own"
    elif place.use == "metonym":
        yield "a government"
    else:
        yield _PRECISION[place.precision]
        if country and place.precision != "country":
            yield country
