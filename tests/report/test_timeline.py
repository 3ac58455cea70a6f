from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.report.timeline import WIDTH, Timeline, timeline
from sayso.report.trail import Trail
from sayso.report.when import Moment, When


def moment(begin: date | None, until: date | None) -> Moment:
    return Moment(
        number=1,
        words="then",
        dates="then",
        begin=begin,
        until=until,
        soft_begin=begin is None,
        soft_until=until is None,
        facts=(),
        trail=Trail(spans=((0, 4),), sentence=1, paragraphs=(1,)),
    )


def drawn(*bounds: tuple[date | None, date | None], published: date | None = None) -> Timeline:
    placed = tuple(moment(begin, until) for begin, until in bounds)
    found = timeline(When(placed=placed, unplaced=(), published=published))
    assert found
    return found


YEAR = (date(2020, 1, 1), date(2020, 12, 31))
DAY = (date(2023, 10, 7), date(2023, 10, 7))


def test_a_day_is_a_mark_and_a_year_a_bar() -> None:
    year, day = drawn(YEAR, DAY).stretches
    assert (year.day, day.day) == (False, True)
    assert year.x + year.width < day.x


def test_an_open_side_runs_off_the_axis() -> None:
    lately, since = drawn((None, date(2026, 2, 17)), (date(2026, 2, 1), None)).stretches
    assert (lately.x, lately.fade_begin) == (0, True)
    assert (since.x + since.width, since.fade_until) == (WIDTH, True)


def test_near_days_are_wide_and_far_years_narrow() -> None:
    old, week = drawn(
        (date(1980, 1, 1), date(1980, 12, 31)),
        (date(2026, 2, 16), date(2026, 2, 22)),
        published=date(2026, 2, 17),
    ).stretches
    assert week.width > old.width


def test_nothing_to_draw() -> None:
    assert timeline(When(placed=(), unplaced=(), published=date(2026, 2, 17))) is None


STRETCH = st.tuples(st.dates(), st.dates()).map(sorted).map(tuple)


@given(st.lists(STRETCH, min_size=1, max_size=6), st.none() | st.dates())
def test_any_times_stay_on_the_drawing_in_their_order(
    bounds: list[tuple[date, date]], published: date | None
) -> None:
    found = drawn(*sorted(bounds), published=published)
    for stretch in found.stretches:
        assert stretch.width > 0
        assert stretch.x >= -3
        assert stretch.x + stretch.width <= WIDTH + 3
    middles = [tick.x for tick in found.ticks]
    assert middles == sorted(middles)
    assert all(b - a > 50 for a, b in pairwise(middles))
