"""The floors as the project promised them: to lower one, both this table and the file change."""

from math import nan

import pytest
from msgspec.structs import replace

from benchmarks.floors import Floor, judge, read_floors
from benchmarks.gold import Attribution, Marked
from benchmarks.tasks import TASKS

PROMISED = {
    ("polnear.dev", "source tokens F1"): 0.83,
    ("polnear.dev", "cue tokens F1"): 0.69,
    ("polnear.dev", "content tokens F1"): 0.87,
    ("polnear.dev", "attribution F1"): 0.73,
    ("polnear.dev", "quoted plain speech recall"): 0.93,
    ("polnear.dev", "plain speech recall"): 0.90,
    ("re3d.dev", "exact micro F1"): 0.60,
    ("re3d.dev", "overlap micro F1"): 0.72,
    ("conflict.held_out", "kind accuracy"): 0.82,
    ("conflict.held_out", "attribution F1"): 0.65,
    ("polnear.dev", "calibration error"): 0.06,
}
MOST_MARGIN = 0.06


def test_no_floor_is_lower_than_promised() -> None:
    floors = {(floor.data, floor.figure): floor for floor in read_floors().floor}
    assert floors.keys() >= PROMISED.keys()
    for name, promised in PROMISED.items():
        floor = floors[name]
        assert floor.limit <= promised if floor.lower_is_better else floor.limit >= promised
        assert abs(floor.limit - floor.sample_limit) <= MOST_MARGIN


def test_every_floor_names_a_task_a_set_and_a_figure_that_exist() -> None:
    said = Attribution(source=((0, 4),), cue=((5, 9),), content=((10, 12),), confidence=1.0)
    document = Marked(id="d", text="Rana said no", attributions=(said,))
    floors = read_floors()
    for floor in floors.floor:
        assert floor.data in floors.data
        assert floor.figure in {f.name for f in TASKS[floor.task]([(document, document)])} | {
            "exact micro F1",
            "overlap micro F1",
        }


FLOOR = Floor(
    task="attributions",
    data="x",
    figure="attribution F1",
    limit=0.7,
    sample_limit=0.6,
    aim=0.9,
)
CEILING = replace(FLOOR, lower_is_better=True, limit=0.06, sample_limit=0.09)


@pytest.mark.parametrize(
    ("floor", "value", "whole", "sampled"),
    [
        (FLOOR, 0.7, True, True),
        (FLOOR, 0.65, False, True),
        (FLOOR, 0.5, False, False),
        (CEILING, 0.05, True, True),
        (CEILING, 0.07, False, True),
        (CEILING, 0.1, False, False),
        (FLOOR, nan, False, False),
        (CEILING, nan, False, False),
    ],
)
def test_a_floor_holds_or_not(floor: Floor, value: float, *, whole: bool, sampled: bool) -> None:
    assert floor.held_by(value, sampled=False) is whole
    assert floor.held_by(value, sampled=True) is sampled


def test_judging_measures_what_was_read() -> None:
    said = Attribution(source=((0, 4),), cue=((5, 9),), content=((10, 12),))
    gold = Marked(id="d", text="Rana said no", attributions=(said,))
    good, bad = [(gold, gold)], [(gold, Marked(id="d"))]
    assert [v.held for v in judge([FLOOR], {"x": good}, sampled=False)] == [True]
    assert [v.held for v in judge([FLOOR], {"x": bad}, sampled=False)] == [False]
