from itertools import pairwise

import pytest

from sayso.report.outlines import outlines
from sayso.report.view import inside


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ((44.4, 33.34), "IRQ"),
        ((36.29, 33.51), "SYR"),
        ((35.9, 33.85), "LBN"),
        ((34.4, 31.45), "PSE"),
        ((44.2, 15.35), "YEM"),
        ((2.35, 48.86), "FRA"),
        ((28.2, -29.5), "LSO"),
    ],
)
def test_a_city_lies_in_its_country_alone(point: tuple[float, float], code: str) -> None:
    rings: dict[str | None, list[tuple[tuple[float, float], ...]]] = {}
    for each in outlines():
        rings.setdefault(each.code, []).append(each.points)
    assert [c for c, lines in rings.items() if inside(point, lines)] == [code]


def test_outlines_stay_on_the_globe() -> None:
    for each in outlines():
        west, south, east, north = each.box
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
        assert len(each.points) > 2


def test_no_outline_crosses_the_180th_meridian() -> None:
    for each in outlines():
        lons = [lon for lon, _ in each.points]
        steps = [abs(b - a) for a, b in pairwise([*lons, lons[0]])]
        # Antarctica alone runs along the whole of the pole.
        assert max(steps) < 180 or each.code == "ATA"
