import pytest

from sayso.report.masthead import facts_of, title_of
from tests.build import analysis


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        ("Heading\n\nText.", "Given  title", "Given title"),
        ("Heading\n\nText.", None, "Heading"),
        ("Text.", None, "a.txt"),
        ("", None, "a.txt"),
    ],
)
def test_title(text: str, title: str | None, shown: str) -> None:
    assert title_of(analysis(text, title=title)) == shown


def test_facts() -> None:
    known = analysis("Text.", publisher="Levant  Wire", published="2026-02-17", byline="A. B.")
    assert facts_of(known) == ("Levant Wire", "A. B.", "2026-02-17")
    assert facts_of(analysis("Heading\n\nText.", byline="a.txt")) == ("a.txt",)
