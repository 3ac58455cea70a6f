"""Every span that a record points at its text with, whatever layer it is in."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from sayso.records.reading import Analysis
from sayso.records.text import Span

Place = tuple[str, Span]
"""Where in the record a span stands (`attributions.3.source.0`), and the span."""


def spans(analysis: Analysis) -> Iterator[Place]:
    """Give all spans of a record: pairs of whole numbers, and what has a `start` and an `end`."""
    for name in analysis.__struct_fields__:
        yield from _spans(name, getattr(analysis, name))


def outside(analysis: Analysis) -> Iterator[Place]:
    """Give the spans that are no stretch of the record's text."""
    length = len(analysis.text)
    return (found for found in spans(analysis) if not 0 <= found[1][0] < found[1][1] <= length)


def _spans(name: str, value: Any) -> Iterator[Place]:  # noqa: ANN401 (whatever a record holds)
    if isinstance(value, Struct):
        facts = structs.asdict(value)
        if isinstance(facts.get("start"), int) and isinstance(facts.get("end"), int):
            yield name, (facts["start"], facts["end"])
        for field, part in facts.items():
            yield from _spans(f"{name}.{field}", part)
    elif isinstance(value, tuple):
        if _is_span(value):
            yield name, value
            return
        for number, part in enumerate(value):
            yield from _spans(f"{name}.{number}", part)


def _is_span(value: tuple[Any, ...]) -> bool:
    match value:
        case (int(), int()):
            return True
    return False
