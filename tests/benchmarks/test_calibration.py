from math import isnan

import pytest

from benchmarks.calibration import Outcome, equal_mass, equal_width, error, figures
from benchmarks.gold import Attribution, Marked


def outcomes(*pairs: tuple[float, int]) -> list[Outcome]:
    return sorted(Outcome(confidence, bool(right)) for confidence, right in pairs)


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (outcomes((1.0, 1), (1.0, 1)), 0.0),
        (outcomes((1.0, 0)), 1.0),
        (outcomes((0.5, 1), (0.5, 0)), 0.0),
        (outcomes((0.9, 1), (0.9, 0), (0.1, 0)), (0.8 + 0.1) / 3),
        # Errors of different bins do not cancel out.
        (outcomes((0.95, 0), (0.05, 1)), 0.95),
    ],
)
def test_error_with_bins_of_equal_width(ranked: list[Outcome], expected: float) -> None:
    assert error(equal_width(ranked)) == pytest.approx(expected)


def test_bins_of_equal_mass_hold_as_many_each() -> None:
    ranked = outcomes(*((number / 25, 1) for number in range(25)))
    bins = equal_mass(ranked)
    assert [outcome for each in bins for outcome in each] == ranked
    assert {len(each) for each in bins} <= {2, 3}
    assert len(equal_mass(ranked[:3])) == 3


def test_no_output_is_no_calibration() -> None:
    assert isnan(error(equal_width([])))


def test_a_system_without_confidences_cannot_be_calibrated() -> None:
    said = Attribution(source=((0, 4),), cue=((5, 9),), content=((10, 12),))
    document = Marked(id="d", text="Rana said no", attributions=(said,))
    with pytest.raises(ValueError, match="attribution 0 has no confidence"):
        figures([(document, document)])
