from sayso.reading.answering import Answering
from sayso.records.reading import Attribution
from sayso.records.text import Spans


def _said(name: str, *content: tuple[int, int]) -> Attribution:
    spans: Spans = content
    return Attribution(
        id=name, source=(), cue=(), content=spans, source_kind="unspecified", named=False,
        background=False, confidence=0.9,
    )  # fmt: skip


ANSWERING = Answering((_said("outer", (10, 90)), _said("inner", (30, 50), (70, 80))))


def test_the_innermost_content_answers() -> None:
    assert ANSWERING.of((32, 40)) == "inner"
    assert ANSWERING.of((75, 79)) == "inner"
    assert ANSWERING.of((55, 60)) == "outer"


def test_outside_every_content_the_outlet_answers() -> None:
    assert ANSWERING.of((5, 9)) is None
    assert ANSWERING.of((90, 95)) is None
    assert Answering(()).of((0, 1)) is None
