from typing import Any

import pytest

from sayso.records.reading import Analysis
from sayso.report.when import Moment, When, when
from tests.report.layers import layered


def found(article: Analysis) -> When:
    times = when(article)
    assert times
    return times


def one(words: str, published: str | None = None, **fields: Any) -> Moment:  # noqa: ANN401
    times = found(layered(f"It fell {words}.", times=[(words, fields)], published=published))
    (moment,) = (*times.placed, *times.unplaced)
    return moment


def test_times_come_in_order_and_each_once() -> None:
    day = {"value": "2023-10-07", "begin": "2023-10-07", "until": "2023-10-07"}
    article = layered(
        "In 2024, after October 7, 2023, and 2020, on October 7.",
        times=[("2024", {}), ("October 7, 2023", day), ("2020", {}), ("October 7", day)],
    )
    placed = found(article).placed
    assert [(m.number, m.dates, len(m.trail)) for m in placed] == [
        (1, "2020", 1),
        (2, "7 October 2023", 2),
        (3, "2024", 1),
    ]
    assert placed[1].words == "October 7, 2023"


EARLY = {"value": "198", "begin": "1980-01-01", "until": "1984-12-31"}
SINCE = {"value": "2020", "begin": "2020-01-01"}
LATELY = {"value": "PAST_REF", "until": "2026-02-17"}


@pytest.mark.parametrize(
    ("words", "fields", "soft"),
    [
        ("2020", {}, (False, False)),
        ("the early 1980s", EARLY, (False, True)),
        ("since 2020", SINCE, (False, True)),
        ("lately", LATELY, (True, False)),
    ],
)
def test_a_bound_that_the_text_leaves_open_is_soft(
    words: str, fields: dict[str, Any], soft: tuple[bool, bool]
) -> None:
    moment = one(words, **fields)
    assert (moment.soft_begin, moment.soft_until) == soft


@pytest.mark.parametrize(
    ("words", "published", "fields", "fact"),
    [
        ("this week", None, {}, "unresolved: no publication date"),
        ("Feb. 11", None, {"value": "XXXX-02-11"}, "unresolved: no publication date"),
        ("Feb. 11", "2026-02-17", {"value": "XXXX-02-11"}, "unresolved: which year is not said"),
        ("now", "2026-02-17", {"value": "PRESENT_REF"}, "no days given"),
        ("for years", None, {"type": "DURATION", "value": "PXY"}, "a length of time"),
        ("every day", None, {"type": "SET", "value": "P1D"}, "again and again"),
        ("back", "2026-02-17", {"begin": "2020-02-02", "until": "2020-01-01"}, "no days given"),
        ("never", "2026-02-17", {"begin": "soon", "until": "later"}, "no days given"),
    ],
)  # fmt: skip
def test_why_a_time_has_no_days(
    words: str, published: str | None, fields: dict[str, Any], fact: str
) -> None:
    moment = one(words, published, **fields)
    assert (moment.begin, moment.until, moment.facts) == (None, None, (fact,))


def test_no_layer_and_an_empty_one() -> None:
    assert when(layered("Flat.")) is None
    assert when(layered("Flat.", times=[])) is None
