"""Place names: found, and put where they are: within 161 km (100 miles) counts as right.

Gazetteers may differ: their numbers and what they call a place are not looked at. A gold name
that nobody could place is asked for in detection only.
"""

from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt

from msgspec import Struct

from benchmarks.counts import Count, Figure, match_spans
from benchmarks.gold import Pair

KILOMETRES = 161.0
EARTH_RADIUS = 6371.0088

Point = tuple[float, float]


class Scores(Struct, frozen=True, kw_only=True):
    """`placed` counts the names that gold has a point for: `asked` all, `given` the detected."""

    detection: Count = Count()
    placed: Count = Count()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(detection=self.detection + other.detection, placed=self.placed + other.placed)


def kilometres(a: Point, b: Point) -> float:
    """Give the great-circle distance of two points, each latitude and longitude in degrees."""
    (north, east), (other_north, other_east) = (tuple(map(radians, point)) for point in (a, b))
    half_chord = (
        sin((other_north - north) / 2) ** 2
        + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    )
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, half_chord)))


def score(pairs: Iterable[Pair]) -> Scores:
    """Count all documents together."""
    total = Scores()
    for gold, system in pairs:
        asked = gold.toponyms
        given = [place for place in system.places if gold.annotated(place.span)]
        found = match_spans([name.span for name in asked], [place.span for place in given])
        points = {i: name.point for i, name in enumerate(asked) if name.point is not None}
        detected = points.keys() & found.keys()
        total += Scores(
            detection=Count(right=len(found), given=len(given), asked=len(asked)),
            placed=Count(
                right=sum(_near(points[i], given[found[i]].point) for i in detected),
                given=len(detected),
                asked=len(points),
            ),
        )
    return total


def _near(wanted: Point, given: Point | None) -> bool:
    return given is not None and kilometres(wanted, given) <= KILOMETRES


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give F1 of detection, and the right share of the detected and of all names with a point."""
    scores = score(pairs)
    right, detected, asked = scores.placed.right, scores.placed.given, scores.placed.asked
    return [
        scores.detection.figure("detection"),
        Figure("resolution at 161 km", right / (detected or 1), f"of {detected} detected"),
        Figure("end to end at 161 km", right / (asked or 1), f"of {asked}"),
    ]
