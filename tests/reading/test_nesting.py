from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.nesting import nested
from sayso.records.reading import Attribution
from sayso.records.text import Span, Spans


def attribution(
    name: str, *, source: Spans = (), cue: Spans = (), content: Spans = ()
) -> Attribution:
    return Attribution(
        id=name,
        source=source,
        cue=cue,
        content=content,
        source_kind="unspecified",
        named=False,
        background=False,
        confidence=1.0,
    )


def parents(*items: Attribution) -> dict[str, str | None]:
    return {item.id: item.parent for item in nested(items)}


def test_the_smallest_containing_content_is_the_parent() -> None:
    # A said [B believes [C denied [it]]]
    outer = attribution("a", source=((0, 1),), cue=((2, 6),), content=((7, 40),))
    middle = attribution("b", source=((7, 8),), cue=((9, 17),), content=((18, 40),))
    inner = attribution("c", source=((18, 19),), cue=((20, 26),), content=((27, 40),))
    assert parents(inner, outer, middle) == {"a": None, "b": "a", "c": "b"}


def test_a_cue_outside_the_content_is_not_nested() -> None:
    first = attribution("a", cue=((2, 6),), content=((7, 30),))
    second = attribution("b", cue=((31, 35),), content=((10, 20),))
    assert parents(first, second) == {"a": None, "b": None}


def test_most_of_the_content_must_be_inside() -> None:
    outer = attribution("a", cue=((0, 4),), content=((5, 30),))
    runs_on = attribution("b", cue=((20, 24),), content=((25, 45),))
    mostly_in = attribution("c", cue=((10, 14),), content=((15, 34),))
    assert parents(outer, runs_on) == {"a": None, "b": None}
    assert parents(outer, mostly_in) == {"a": None, "c": "a"}


def test_the_source_stands_in_for_a_missing_cue() -> None:
    outer = attribution("a", cue=((0, 4),), content=((5, 30),))
    inner = attribution("b", source=((6, 9),), content=((10, 29),))
    assert parents(outer, inner) == {"a": None, "b": "a"}


def test_an_old_parent_is_not_kept() -> None:
    lone = attribution("a", cue=((0, 4),), content=((5, 30),))
    assert nested(nested([lone]))[0].parent is None


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 15)).map(lambda pair: (pair[0], sum(pair))),
    max_size=2,
).map(lambda found: tuple(sorted(found)))


@given(st.lists(st.tuples(spans, spans, spans), max_size=8))
def test_parents_exist_and_never_close_a_cycle(drawn: list[tuple[tuple[Span, ...], ...]]) -> None:
    items = [
        attribution(f"a{index}", source=source, cue=cue, content=content)
        for index, (source, cue, content) in enumerate(drawn)
    ]
    found = parents(*items)
    for start in found:
        seen: set[str] = set()
        at = found[start]
        while at is not None:
            assert at in found
            assert at not in seen | {start}
            seen.add(at)
            at = found[at]
