from typing import Any

import pytest

from sayso.records.reading import Analysis
from sayso.report.where import Where, where
from tests.report.layers import BAGHDAD, IRAQ, QAIM, layered


def found(article: Analysis) -> Where:
    places = where(article)
    assert places
    return places


def test_one_place_under_all_its_spellings() -> None:
    text = "AL-QAIM. In al-Qaim and Al-Qa'im."
    given = QAIM | {"geonameid": 1, "name": "Al-Qa'im"}
    (spot,) = found(
        layered(text, places=[(w, given) for w in ("AL-QAIM", "al-Qaim", "Al-Qa'im")])
    ).spots
    assert (spot.name, spot.aliases, len(spot.trail)) == ("Al-Qa'im", ("AL-QAIM", "al-Qaim"), 3)
    assert spot.facts == ("town or city", "Iraq")


def test_the_text_s_own_spelling_comes_before_the_gazetteer_s() -> None:
    (spot,) = found(
        layered("In Abu Kamal.", places=[("Abu Kamal", QAIM | {"name": "Albukamal"})])
    ).spots
    assert (spot.name, spot.aliases) == ("Abu Kamal", ("Albukamal",))


def test_a_name_without_a_point_is_unresolved() -> None:
    places = found(layered("In Springfield.", places=[("Springfield", {})]))
    assert places.spots == ()
    assert [one.name for one in places.unresolved] == ["Springfield"]


@pytest.mark.parametrize(
    "point", [{"lat": 91.0}, {"lon": -181.0}, {"lat": float("nan")}, {"lon": None}]
)
def test_a_point_off_the_globe_is_none(point: dict[str, Any]) -> None:
    assert found(layered("In Baghdad.", places=[("Baghdad", BAGHDAD | point)])).spots == ()


def test_peoples_and_governments_are_no_places() -> None:
    text = "Iraqi troops left Iraq, Baghdad said."
    places = found(
        layered(
            text,
            places=[
                ("Iraqi", IRAQ | {"name": "Iraq", "use": "demonym"}),
                ("Iraq", IRAQ),
                ("Baghdad", BAGHDAD | {"use": "metonym"}),
            ],
        )
    )
    assert [one.name for one in places.spots] == ["Iraqi"[:4]]
    assert [(one.name, one.facts[0]) for one in places.standing] == [
        ("Iraqi", "a people, or what is its own"),
        ("Baghdad", "a government"),
    ]


def test_no_layer_and_an_empty_one() -> None:
    assert where(layered("Flat.")) is None
    assert where(layered("Flat.", places=[])) is None
