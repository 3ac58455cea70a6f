import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.report.words import dots, harmless, one_line, plural, shorten

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("count", "phrase"),
    [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (1200, "1,200 sources")],
)
def test_plural(count: int, phrase: str) -> None:
    assert plural(count, "source") == phrase


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        (
            "nul\0, bell\a, delete\x7f, next line\x85",
            "nul\ufffd, bell\ufffd, delete\ufffd, next line\ufffd",
        ),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("abc\u202edcba\u202c", "abcdcba"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\u0639\u200f\u0644", "\u0639\u200f\u0644"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_one_line() -> None:
    assert one_line("  two\r\n lines\tand\x0b a tab\u2028") == "two lines and a tab"


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("short enough", 12, "short enough"),
        ("cut at a word", 9, "cut at a…"),
        ("cut, at a word", 6, "cut…"),
        ("unbreakable" * 3, 10, "unbreakab…"),
    ],
)
def test_shorten(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short


@given(ANY_TEXT, st.integers(1, 50))
def test_shorten_never_exceeds(text: str, most: int) -> None:
    assert len(shorten(text, most)) <= most


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [(0.0, "●○○○"), (0.24, "●○○○"), (0.25, "●●○○"), (0.74, "●●●○"), (0.75, "●●●●"), (1.0, "●●●●")],
)
def test_dots(confidence: float, shown: str) -> None:
    assert dots(confidence) == shown
