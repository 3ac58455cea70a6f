import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.entities.sure_types import sure_types
from sayso.records.reading import Mention
from tests.reading.entities.test_entities import read


def typed(marked: str) -> list[str]:
    text, mentions = read(marked)
    return [each.type for each in sure_types(text, mentions)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[p Israel] struck back.", ["Location"], id="a state is no person"),
        pytest.param("[p Israel's] air force came.", ["Location"], id="its possessive"),
        pytest.param("[p the United States] agreed.", ["Location"], id="with an article"),
        pytest.param("[o Israel] struck back.", ["Organisation"], id="a state may be a body"),
        pytest.param(
            "[p Rana Jordan] spoke. [p Jordan] left.",
            ["Person", "Person"],
            id="a person called like a state",
        ),
        pytest.param("[p Idris Valo] spoke.", ["Person"], id="a person"),
        pytest.param("[o Iranian] officers came.", ["Nationality"], id="an adjective"),
        pytest.param("Two [p Iranians] came.", ["Person"], id="people of a nation"),
        pytest.param(
            "[o AL-QAIM], Iraq (Levant Wire) - Shots fell.", ["Location"], id="a dateline"
        ),
        pytest.param("[o RAMADI] — Shots fell.", ["Location"], id="a dateline without country"),
        pytest.param(
            "Shots in the west\n\n[p DEIR EZ-ZOR], Syria — Shots fell near [o Deir ez-Zor].",
            ["Location", "Location"],
            id="a dateline below a headline, and the town again",
        ),
        pytest.param(
            "[o BAGHDAD] (Levant Wire) - Shots fell. [o Baghdad] protested.",
            ["Location", "Organisation"],
            id="a capital may stand for its government",
        ),
        pytest.param("[o HDB] fighters - so it said - left.", ["Organisation"], id="no dateline"),
    ],
)
def test_types_that_are_sure(marked: str, expected: list[str]) -> None:
    assert typed(marked) == expected


@given(st.text(alphabet="AZaz ,.()—-\n'’", max_size=80))
def test_any_text_keeps_its_mentions(text: str) -> None:
    mentions = [Mention(id="m", start=0, end=len(text), type="Organisation", confidence=0.5)]
    (only,) = sure_types(text, mentions)
    assert (only.start, only.end) == (0, len(text))
