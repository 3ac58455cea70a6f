"""The floors as the project promised them: to lower one, both this table and the file change."""

from math import nan

import pytest
from msgspec.structs import replace

from benchmarks.floors import Floor, Verdict, judge, read_floors
from benchmarks.gate import table
from benchmarks.gold import Attribution, Marked, Sureness
from benchmarks.tasks import TASKS

PROMISED = {
    ("polnear.dev", "source tokens F1"): 0.83,
    ("polnear.dev", "cue tokens F1"): 0.69,
    ("polnear.dev", "content tokens F1"): 0.87,
    ("polnear.dev", "attribution F1"): 0.73,
    ("polnear.dev", "quoted plain speech recall"): 0.95,
    ("polnear.dev", "plain speech recall"): 0.92,
    ("re3d.dev", "exact micro F1"): 0.63,
    ("re3d.dev", "overlap micro F1"): 0.73,
    ("conflict.held_out", "kind accuracy"): 0.82,
    ("conflict.held_out", "attribution F1"): 0.80,
    ("polnear.dev", "calibration error"): 0.04,
    ("tempeval3.dev", "relaxed span F1"): 0.92,
    ("tempeval3.dev", "value F1"): 0.80,
    ("meantime.dev", "relaxed span F1"): 0.90,
    ("meantime.dev", "value F1"): 0.72,
    ("geo_trnews.dev", "resolution at 161 km"): 0.95,
    ("geo_trnews.dev", "end to end at 161 km"): 0.88,
    ("geo_webnews.dev", "resolution at 161 km"): 0.91,
    ("geo_webnews.dev", "end to end at 161 km"): 0.78,
    ("geo_lgl.dev", "resolution at 161 km"): 0.90,
    ("geo_lgl.dev", "end to end at 161 km"): 0.84,
    ("gum.dev", "exact CoNLL F1"): 0.50,
    ("gum.dev", "relaxed CoNLL F1"): 0.52,
    ("meantime.dev", "exact CoNLL F1"): 0.48,
    ("meantime.dev", "relaxed CoNLL F1"): 0.50,
    ("meantime.dev", "precision at recall 0.5"): 0.85,
    ("events.held_out", "event detection F1"): 0.67,
    ("events.held_out", "typed event F1"): 0.60,
    ("events.held_out", "status accuracy"): 0.75,
    ("events.held_out", "factuality accuracy"): 0.80,
    ("events.held_out", "calibration error"): 0.08,
    ("plover_gsr.dev", "type macro F1"): 0.66,
    ("plover_gsr.dev", "actor tokens F1"): 0.79,
    ("plover_gsr.dev", "recipient tokens F1"): 0.64,
    ("cameo.dev", "actor tokens F1"): 0.87,
    ("cameo.dev", "recipient tokens F1"): 0.73,
    ("relations.held_out", "typed F1"): 0.40,
    ("wikievents.dev", "event detection F1"): 0.40,  # .55 was asked for: floors.toml says why not
    ("wikievents.dev", "detected argument tokens F1"): 0.45,
    ("meantime.dev", "predicate detection F1"): 0.84,
    ("meantime.dev", "detected argument tokens F1"): 0.45,
    ("re3d.dev", "typed F1"): 0.27,  # .30 was asked for
    ("uw_factuality.dev", "Pearson r"): 0.70,
    ("ptc.dev", "characters F1"): 0.38,
}
MOST_MARGIN = 0.06


def test_no_floor_is_lower_than_promised() -> None:
    floors = {(floor.data, floor.figure): floor for floor in read_floors().floor}
    assert floors.keys() >= PROMISED.keys()
    for name, promised in PROMISED.items():
        floor = floors[name]
        assert floor.limit is not None
        assert floor.sample_limit is not None
        assert floor.limit <= promised if floor.lower_is_better else floor.limit >= promised
        assert abs(floor.limit - floor.sample_limit) <= MOST_MARGIN


def test_a_limit_on_the_whole_has_one_on_the_sample() -> None:
    for floor in read_floors().floor:
        assert (floor.limit is None) is (floor.sample_limit is None)


def test_every_floor_names_a_task_a_set_and_a_figure_that_exist() -> None:
    said = Attribution(source=((0, 4),), cue=((5, 9),), content=((10, 12),), confidence=1.0)
    levels = (-3.0, 1.0, 3.0)
    document = Marked(
        id="d",
        text="Rana said no",
        attributions=(said,),
        factuality=tuple(Sureness(start=5, end=9, value=v, certainty="") for v in levels),
    )
    floors = read_floors()
    for floor in floors.floor:
        assert floor.data in floors.data
        assert floor.figure in {f.name for f in TASKS[floor.task]([(document, document)])} | {
            "exact micro F1",
            "overlap micro F1",
        }


def test_a_sample_has_the_size_of_its_set_where_one_is_given() -> None:
    floors = replace(read_floors(), sample_size=30, sample_sizes={"x": 5})
    assert (floors.size_of("x"), floors.size_of("y")) == (5, 30)
    named = read_floors().sample_sizes.keys() | read_floors().at_most.keys()
    assert named <= read_floors().data.keys()


def test_the_sample_asks_for_nothing_that_is_only_reported() -> None:
    floors = replace(read_floors(), floor=(FLOOR, REPORTED))
    assert floors.asked(sampled=True) == (FLOOR,)
    assert floors.asked(sampled=False) == (FLOOR, REPORTED)


def test_the_table_tells_floors_from_what_is_reported() -> None:
    verdicts = [Verdict(REPORTED, nan, held=True), Verdict(FLOOR, 0.6, held=False)]
    heading, *rows = table(verdicts, sampled=False).splitlines()
    assert heading.split() == ["data", "figure", "value", "floor", "aim"]
    assert rows[0].endswith("0.600  0.700  0.900  BELOW ITS FLOOR")
    assert rows[1].split()[-3:] == ["nan", "-", "0.900"]
    assert rows[2:] == [
        "gate: 0 of 1 floors hold",
        "gate: 1 figures are reported without a floor",
    ]


FLOOR = Floor(
    task="attributions",
    data="x",
    figure="attribution F1",
    limit=0.7,
    sample_limit=0.6,
    aim=0.9,
)
REPORTED = replace(FLOOR, figure="attribution, content only F1", limit=None, sample_limit=None)
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
        (REPORTED, nan, True, True),
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
