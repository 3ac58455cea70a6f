import json
from math import nan
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from sayso.records.reading import Place
from tests.exports.conftest import Written, rows
from tests.exports.made import EVENTS, PLACES, full


def features(folder: Path) -> list[dict[str, Any]]:
    found = json.loads((folder / "sayso.geojson").read_bytes())
    assert_valid(found)
    return list(found["features"])


def assert_valid(found: dict[str, Any]) -> None:
    """Hold it to what RFC 7946 asks of a collection of points."""
    assert found["type"] == "FeatureCollection"
    assert not {"coordinates", "geometry", "geometries", "properties"} & set(found)
    for each in found["features"]:
        assert each["type"] == "Feature"
        assert {"type", "id", "geometry", "properties"} == set(each)
        assert isinstance(each["properties"], dict)
        if each["geometry"] is not None:
            assert each["geometry"]["type"] == "Point"
            lon, lat = each["geometry"]["coordinates"]
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90
    assert len({each["id"] for each in found["features"]}) == len(found["features"])


def test_events_and_places_are_features(written: Written, out: Path) -> None:
    told = written("geojson")
    found = features(out)
    assert [each["id"] for each in found] == [
        "raid.txt#event-v1",
        "raid.txt#event-v2",
        "raid.txt#event-v3",
        "raid.txt#place-0",
    ]
    assert rows(told, "events").written + rows(told, "places").written == len(found)


def test_a_validator_takes_it(written: Written, out: Path) -> None:
    geojson = pytest.importorskip("geojson")
    written("geojson")
    found = geojson.loads((out / "sayso.geojson").read_text(encoding="utf-8"))
    assert isinstance(found, geojson.FeatureCollection)
    assert found.is_valid, found.errors()
    assert all(each.is_valid for each in found.features)
    assert len(found.features) == len(features(out))


def test_longitude_comes_first_and_precision_is_said(written: Written, out: Path) -> None:
    written("geojson")
    first = features(out)[0]
    assert first["geometry"] == {"type": "Point", "coordinates": [-3.98361, 22.67834]}
    said = first["properties"]
    assert (said["precision"], said["point_stands_for"]) == ("settlement", "a town or village")
    assert (said["speaker"], said["voice"], said["factuality"]) == (
        "Idar Maiga",
        "attributed",
        "CT+",
    )
    assert (said["begin"], said["kind"], said["type"]) == ("2026-03-03", "event", "ASSAULT")


def test_an_event_without_a_place_has_no_point(written: Written, out: Path) -> None:
    written("geojson")
    assert features(out)[1]["geometry"] is None


def test_an_event_at_what_is_no_place_has_no_point(written: Written, out: Path) -> None:
    written("geojson", full("b.txt", events=(replace(EVENTS[0], location=1),)))
    (event,) = (each for each in features(out) if each["id"] == "b.txt#event-v1")
    assert event["geometry"] is None
    assert event["properties"]["place_use"] == "demonym"


def test_what_is_named_after_a_place_is_no_place(written: Written) -> None:
    (left,) = rows(written("geojson"), "places").left_out
    assert left.rows == 1
    assert left.why.startswith("named after a place")


@pytest.mark.parametrize(
    "place",
    [
        replace(PLACES[0], lat=None, lon=None),
        replace(PLACES[0], lat=nan),
        replace(PLACES[0], lat=91.0),
        replace(PLACES[0], lon=-180.5),
    ],
)
def test_no_point_without_sound_coordinates(written: Written, out: Path, place: Place) -> None:
    written("geojson", full("b.txt", places=(place,), events=()))
    assert features(out)[-1]["geometry"] is None
