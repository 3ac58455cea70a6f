import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sayso.cli import tables


def written(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int,
    below: Sequence[str] = (),
) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    with console.capture() as captured:
        tables.write(console, columns, rows, below=below)
    return captured.get()


@given(
    st.lists(st.lists(st.text("abc-", min_size=1, max_size=40), min_size=3, max_size=3), min_size=1)
)
def test_no_cell_loses_a_character(rows: list[list[str]]) -> None:
    shown = written(("x", "y", "z"), rows, width=40)
    letters = sum(map(len, (cell for row in rows for cell in row)))
    assert sum(shown.count(letter) for letter in "abc-") == letters
    assert "…" not in shown


def test_a_word_is_not_broken_where_another_column_can_give_way() -> None:
    row = ("a-long-document-id", "many small words that can go on in the next line")
    assert row[0] in written(("document", "what"), [row], width=40)


@pytest.mark.parametrize("width", [20, 80])
def test_what_is_copied_stands_whole_on_a_line_of_its_own(width: int) -> None:
    subject = "plain:a-document-with-a-long-name:1200-1300"
    shown = written(
        ("when", "what", "subject"), [("3 March", "They left", subject)],
        width=width, below=("what", "subject"),
    )  # fmt: skip
    assert f"      subject  {subject}" in shown.splitlines()
    assert "      They left" in shown.splitlines()


def test_an_empty_column_is_not_shown() -> None:
    assert "copies" not in written(("document", "copies"), [("a", "")], width=80)
