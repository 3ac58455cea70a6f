"""TIMEX3 spans, types and values, as TempEval-3 scores them."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from benchmarks.counts import Count, Figure, match_spans
from benchmarks.gold import Pair, Time


class Scores(Struct, frozen=True, kw_only=True):
    """`strict` wants the same span and `relaxed` an overlap, one to one; `type` and `value` are
    right on a relaxed match and set against all spans of either side."""

    strict: Count = Count()
    relaxed: Count = Count()
    type: Count = Count()
    value: Count = Count()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            type=self.type + other.type,
            value=self.value + other.value,
        )


def score(pairs: Iterable[Pair]) -> Scores:
    """Count all documents together."""
    total = Scores()
    for gold, system in pairs:
        asked = gold.times
        given = [time for time in system.times if gold.annotated(time.span)]
        wanted, said = [time.span for time in asked], [time.span for time in given]
        found = [(asked[i], given[j]) for i, j in match_spans(wanted, said).items()]
        total += Scores(
            strict=Count(right=len({*wanted} & {*said}), given=len(given), asked=len(asked)),
            relaxed=Count(right=len(found), given=len(given), asked=len(asked)),
            type=Count(
                right=sum(a.type == b.type for a, b in found), given=len(given), asked=len(asked)
            ),
            value=Count(
                right=sum(_value(a) == _value(b) for a, b in found),
                given=len(given),
                asked=len(asked),
            ),
        )
    return total


def _value(time: Time) -> str:
    return (time.value or "").strip().upper()


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give F1 of each."""
    scores = score(pairs)
    return [
        scores.strict.figure("strict span"),
        scores.relaxed.figure("relaxed span"),
        scores.type.figure("type"),
        scores.value.figure("value"),
    ]
