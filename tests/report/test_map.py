from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.report.labels import Label
from sayso.report.map import Map, Mark, draw
from sayso.report.trail import Trail
from sayso.report.view import HEIGHT, WIDTH, view_of
from sayso.report.where import Spot

POINTS = {
    "Baghdad": (33.34, 44.4),
    "Al-Qaim": (34.38, 41.0),
    "Abu Kamal": (34.45, 40.92),
    "Hajin": (34.69, 40.83),
    "Haditha": (34.13, 42.38),
    "Gaza": (31.5, 34.45),
}


def spot(name: str, number: int = 1, **fields: Any) -> Spot:  # noqa: ANN401
    given: dict[str, Any] = {
        "number": number,
        "name": name,
        "aliases": (),
        "code": "IRQ",
        "precision": "settlement",
        "feature": "PPL",
        "point": POINTS.get(name),
        "facts": (),
        "trail": Trail(spans=((0, 1),), sentence=1, paragraphs=()),
    }
    return Spot(**(given | fields))


def drawn(*spots: Spot) -> Map:
    found = draw(spots)
    assert found
    return found


def country(name: str, code: str, point: tuple[float, float], number: int = 9) -> Spot:
    return spot(name, number, code=code, point=point, precision="country", feature="PCLI")


IRAQ = country("Iraq", "IRQ", (33.0, 44.0))


@pytest.mark.parametrize(
    ("precision", "shape"),
    [
        ("settlement", "dot"),
        ("site", "square"),
        ("division", "soft"),
        ("area", "soft"),
        (None, "soft"),
    ],
)
def test_a_mark_is_no_finer_than_the_text(precision: str | None, shape: str) -> None:
    (mark,) = drawn(spot("Baghdad", precision=precision)).marks
    assert mark.shape == shape
    assert (mark.radius > 10) == (shape == "soft")


def test_a_country_is_its_name_in_its_land() -> None:
    found = drawn(IRAQ)
    assert [(mark.shape, mark.radius, mark.label and mark.label.text) for mark in found.marks] == [
        ("country", 0.0, "Iraq")
    ]
    assert [land.number for land in found.land] == [0, 9]


def test_the_country_of_a_place_is_named_in_passing() -> None:
    assert [label.text for label in drawn(spot("Al-Qaim"), spot("Haditha", 2)).context] == ["Iraq"]


def test_what_is_far_from_the_scene_is_off_the_map() -> None:
    scene = [spot(name, n) for n, name in enumerate(POINTS, 1)]
    found = drawn(*scene, country("United States", "USA", (39.8, -98.5), 20))
    assert found.beyond == {20}
    assert {mark.number for mark in found.marks} == {1, 2, 3, 4, 5, 6}


def test_a_story_all_over_the_world_is_on_a_map_of_the_world() -> None:
    places = [(52.5, 13.4), (-33.9, 151.2), (40.7, -74.0), (-1.3, 36.8), (35.7, 139.7)]
    found = drawn(*(spot(str(n), n, point=point) for n, point in enumerate(places, 1)))
    assert found.beyond == frozenset()
    assert found.bar is None


def test_a_continent_is_no_spot() -> None:
    europe = spot("Europe", 2, point=(50.0, 10.0), precision="area", feature="CONT")
    assert drawn(spot("Baghdad"), europe).beyond == {2}
    assert draw([europe]) is None


def test_nothing_to_draw() -> None:
    assert draw([]) is None
    assert draw([spot("Nowhere", point=None)]) is None


def test_a_drawing_is_small() -> None:
    assert sum(len(land.path) for land in drawn(IRAQ).land) < 40_000


def boxes(found: Map) -> list[tuple[float, float, float, float]]:
    labels = [*found.context, *(mark.label for mark in found.marks if mark.label)]
    return [_box(label) for label in labels]


def _box(label: Label) -> tuple[float, float, float, float]:
    half = cell_len(label.text) * 3.4
    return label.x - half, label.y - 10, label.x + half, label.y + 2


NAME = st.text(min_size=0, max_size=40)
POINT = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
SPOTS = st.lists(st.tuples(NAME, POINT, st.sampled_from(["settlement", "country", "area", "site"])))


@settings(max_examples=30, deadline=None)
@given(SPOTS)
def test_no_two_names_overlap_and_none_is_cut(
    given_: list[tuple[str, tuple[float, float], str]],
) -> None:
    spots = [spot(name, n, point=at, precision=p) for n, (name, at, p) in enumerate(given_, 1)]
    found = draw(spots)
    if found is None:
        assert not spots
        return
    marks: tuple[Mark, ...] = found.marks
    assert {mark.number for mark in marks} | found.beyond == {one.number for one in spots}
    for a, b in combinations(boxes(found), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    for left, top, right, bottom in boxes(found):
        assert 0 <= left <= right <= WIDTH
        assert 0 <= top <= bottom <= HEIGHT


@pytest.mark.parametrize(
    "box", [(44.0, 33.0, 44.0, 33.0), (-180.0, -90.0, 180.0, 90.0), (20.0, 80.0, 30.0, 89.9)]
)
def test_a_view_holds_the_box_that_it_was_made_for(box: tuple[float, float, float, float]) -> None:
    view = view_of(box)
    west, south, east, north = box
    assert view.holds(((west + east) / 2, (south + north) / 2))
    assert view.scale > 0
    if north < 60:
        assert view.holds((west, south))
        assert view.holds((east, north))
