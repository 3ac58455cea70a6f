import pytest

from benchmarks.gold import Marked, Place
from benchmarks.places import figures, kilometres, score

BASRA, UMM_QASR, DOHUK = (30.51, 47.78), (30.03, 47.92), (36.87, 42.99)
GOLD = Marked(
    id="d",
    text="Basra, Dohuk, Greenfields",
    toponyms=(
        Place(start=0, end=5, lat=BASRA[0], lon=BASRA[1]),
        Place(start=7, end=12, lat=DOHUK[0], lon=DOHUK[1]),
        Place(start=14, end=25),
    ),
)


def at(start: int, end: int, point: tuple[float, float] | None = None) -> Place:
    return Place(start=start, end=end, lat=point and point[0], lon=point and point[1])


@pytest.mark.parametrize(
    ("places", "found", "detected", "right"),
    [
        (GOLD.toponyms, 3, 2, 2),
        ((), 0, 0, 0),
        ((at(0, 5, UMM_QASR),), 1, 1, 1),  # 55 km away
        ((at(0, 5, DOHUK),), 1, 1, 0),
        ((at(0, 5),), 1, 1, 0),  # found and put nowhere
        ((at(14, 25, BASRA),), 1, 0, 0),  # gold knows no better
        ((at(0, 12, BASRA),), 1, 1, 1),  # one to one
        ((at(5, 7, BASRA),), 0, 0, 0),
    ],
)
def test_found_and_placed(places: tuple[Place, ...], found: int, detected: int, right: int) -> None:
    scores = score([(GOLD, Marked(id="d", places=places))])
    assert (scores.detection.right, scores.detection.given) == (found, len(places))
    assert (scores.placed.right, scores.placed.given, scores.placed.asked) == (right, detected, 2)


def test_resolution_is_of_the_detected_and_end_to_end_of_all() -> None:
    system = Marked(id="d", places=(at(0, 5, BASRA),))
    values = {figure.name: figure.value for figure in figures([(GOLD, system)])}
    assert values["detection F1"] == pytest.approx(1 / 2)
    assert values["resolution at 161 km"] == 1
    assert values["end to end at 161 km"] == 1 / 2


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0.0, 0.0), (0.0, 180.0), 20_015),  # half way round
        ((90.0, 0.0), (-90.0, 77.0), 20_015),
        ((0.0, 179.5), (0.0, -179.5), 111),  # over the date line
        (BASRA, BASRA, 0),
    ],
)
def test_distances(a: tuple[float, float], b: tuple[float, float], expected: int) -> None:
    assert kilometres(a, b) == pytest.approx(expected, abs=1)
