from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.families.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we left" and went.', ['"we left"']),
        ("He said “we left” and “we wept”.", ["“we left”", "“we wept”"]),
        ("turned round: “we left“ he said", ["“we left“"]),
        ('spaced by a scanner: "we left. "', ['"we left. "']),
        ("« Nous sommes partis », dit-il", ["« Nous sommes partis »"]),
        ("„Wir sind weg“, sagte er", ["„Wir sind weg“"]),
        ('"We left.\n\nWe came back," he said.', ['"We left.\n\nWe came back,"']),
        ('"We left.\n\n"We came back," he said.', ['"We left.', '"We came back,"']),
        ('lost: "we left.\nThe road is open.', ['"we left.']),
        ('left by ours," he said. Then "no".', ['"no"']),
        ("no marks", []),
        ("", []),
        ('"', []),
    ],
)
def test_what_is_inside(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected


def test_a_lost_mark_does_not_reach_over_the_page() -> None:
    text = '"Opened and never closed\n' + "A line of its own.\n" * 6 + 'Closed by nobody." The end.'
    assert quotations(text) == ((0, 24),)


@given(st.text('ab ."“”\n', max_size=80))
def test_passages_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
