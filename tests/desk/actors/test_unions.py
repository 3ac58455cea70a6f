from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.actors.unions import Unions

PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans()))


@given(PAIRS)
def test_what_is_kept_apart_never_comes_together(acts: list[tuple[str, str, bool]]) -> None:
    unions = Unions("abcdef", {"a": "Q1", "b": "Q2"})
    apart = []
    for one, other, joins in acts:
        if joins:
            assert unions.join(one, other) != unions.kept_apart(one, other)
        elif unions.keep_apart(one, other):
            apart.append((one, other))
        else:
            assert unions.root(one) == unions.root(other)
    for one, other in apart:
        assert unions.root(one) != unions.root(other)
        assert unions.kept_apart(one, other)


def test_two_who_are_known_do_not_fit() -> None:
    unions = Unions("abc", {"a": "Q1", "b": "Q2"})
    assert not unions.allowed("a", "b")
    assert unions.join("a", "c")
    assert not unions.allowed("c", "b")
    assert unions.join("c", "b"), "whoever they are, if somebody says so"
