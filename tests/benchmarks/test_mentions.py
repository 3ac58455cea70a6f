import pytest

from benchmarks.gold import Marked, Mention
from benchmarks.mentions import figures, score

Triple = tuple[int, int, str]
GOLD: tuple[Triple, ...] = ((0, 5, "Person"), (0, 9, "Person"), (10, 14, "Weapon"))


def marked(*mentions: Triple) -> Marked:
    return Marked(
        id="d", mentions=tuple(Mention(start=s, end=e, type=kind) for s, e, kind in mentions)
    )


@pytest.mark.parametrize(
    ("system", "exact", "overlap"),
    [
        (GOLD, 3, 3),
        ((), 0, 0),
        (((0, 5, "Person"), (0, 5, "Person")), 1, 1),  # said twice, counted once
        (((1, 5, "Person"), (11, 14, "Weapon")), 0, 2),
        (((0, 5, "Weapon"),), 0, 0),
        (((5, 6, "Person"),), 0, 1),  # touches only the longer of the two
    ],
)
def test_type_and_span(system: tuple[Triple, ...], exact: int, overlap: int) -> None:
    by_type = score([(marked(*GOLD), marked(*system))])
    assert sum(scores.exact.right for scores in by_type.values()) == exact
    assert sum(scores.overlap.right for scores in by_type.values()) == overlap
    assert sum(scores.exact.asked for scores in by_type.values()) == len(GOLD)


def test_what_the_schema_does_not_have_is_not_counted() -> None:
    by_type = score([(marked(*GOLD), marked(*GOLD, (20, 24, "Other")))])
    assert sum(scores.exact.given for scores in by_type.values()) == len(GOLD)


def test_micro_is_over_all_types() -> None:
    values = {f.name: f.value for f in figures([(marked(*GOLD), marked((0, 5, "Person")))])}
    assert values["exact micro F1"] == pytest.approx(1 / 2)
    assert values["exact Weapon F1"] == 0
