import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from sayso.records.reading import Analysis, Sentence
from sayso.report.terminal import Report
from tests.build import analysis

ARTICLE = analysis(
    "The gate is shut\n\n"
    "[1s Idris Halabi, a general,] [1c said] [1t that [2s drivers] [2c told] him "
    "[2t that the gate was shut]]. The gate was always going to be shut.\n\n"
    "It is [3c feared] [3t that it stays so]. [4s An official] [4c agreed] [4t with him].",
    facts={
        1: {"source_entity": "Idris Halabi", "source_kind": "named_person", "named": True},
        2: {"confidence": 0.6},
        4: {"source_kind": "unnamed_person", "background": True},
    },
    publisher="Levant Wire",
)

REPORT = """
  The gate is shut
  Levant Wire · a.txt

  3 sources, 1 named · 1 of 4 sentences in the outlet's own voice
  1 source on background · 1 attribution with no source given

  ░█░░
  █ outlet's own voice 1   ░ attributed 3

  Who says what ──────────────────────────────────────────────────────────────

    1  Idris Halabi, a general  named person
       said: that drivers told him that the gate was shut             ¶1  ●●●●
       └ 2 drivers told: that the gate was shut

    2  drivers  unnamed group
       told: that the gate was shut                                   ¶1  ●●●○
       (as 1 Idris Halabi has it)

    3  An official  unnamed person, on background
       agreed: with him                                               ¶2  ●●●●

    ·  Nobody in particular  no source given
       feared: that it stays so                                       ¶2  ●●●●

  The more dots of four, the surer the reading.

  Nobody answers for these ───────────────────────────────────────────────────

   ¶1  The gate was always going to be shut.

"""


def shown(article: Analysis, *, width: int = 80, terminal: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        color_system="standard" if terminal else None,
    )
    with console.capture() as captured:
        console.print(Report(article), end="")
    return captured.get()


def test_report() -> None:
    assert shown(ARTICLE) == REPORT


@pytest.mark.parametrize("width", [20, 40, 80, 120, 300])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = shown(ARTICLE, width=width).splitlines()
    assert max(map(cell_len, lines)) <= min(width, 112)
    assert all(line == line.rstrip() for line in lines)


def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[33m" in shown(ARTICLE, terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in shown(ARTICLE, terminal=True)
    assert "\x1b" not in shown(ARTICLE)


def test_a_long_article_has_a_ribbon_of_three_lines() -> None:
    text = "Flat. [1s A] [1c said] [1t so]. " * 300
    lines = shown(analysis(text)).splitlines()
    assert 1 <= sum(line.strip(" ░█▒") == "" and len(line) > 9 for line in lines) <= 3


def test_a_text_without_anything() -> None:
    assert "no sources · no sentences" in shown(analysis("Title"))


def test_a_name_of_ten_thousand_characters() -> None:
    name = "Abu " * 2500
    report = shown(analysis(f"[1s {name}] [1c said] [1t {name}]."))
    assert len(report) < 2000


@settings(max_examples=30)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_no_text_steers_the_terminal(text: str) -> None:
    sentence = Sentence(start=0, end=len(text), voice="own")
    article = analysis("", text=text, sentences=(sentence,), title=text, publisher=text)
    steering = {c for c in shown(article) if unicodedata.category(c) in ("Cc", "Cs")}
    assert steering <= {"\n"}
