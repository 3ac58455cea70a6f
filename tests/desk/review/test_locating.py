import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.review.locating import moved

OLD = "Guards left Mopti. Guards came back. The market opened."


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (OLD, "came back"),
        ("Update. " + OLD, "came back"),
        (OLD.replace("left", "had left"), "came back"),
        ("Guards came home. Guards came back.", "came back"),
        (OLD.replace("came back", "returned"), None),
    ],
)
def test_words_are_found_again(new: str, words: str | None) -> None:
    start = OLD.index("came back")
    found = moved(OLD, new, (start, start + len("came back")))
    assert (new[slice(*found)] if found else None) == words


def test_of_several_those_among_the_same_words() -> None:
    second = OLD.index("Guards", 5)
    new = f"Guards met. Guards slept. {OLD}"
    assert moved(OLD, new, (second, second + 6)) == (second + 26, second + 32)


@given(st.text("ab. ", min_size=1), st.text("ab. "), st.text("ab. "), st.data())
def test_what_is_found_are_the_words(
    old: str, before: str, after: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    new = before + old + after
    found = moved(old, new, (start, end))
    assert found is not None
    assert new[slice(*found)] == old[start:end]
