import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import bylines


@pytest.mark.parametrize(
    ("text", "byline", "agency"),
    [
        ("By Jane Doe\n\nTwo soldiers were killed.", "Jane Doe", None),
        ("Two soldiers killed\n\nBy JANE DOE and JOHN ROE\n\n...", "JANE DOE and JOHN ROE", None),
        ("By Jane Doe, John Roe and Mary Major\nText", "Jane Doe, John Roe and Mary Major", None),
        ("By Jane Doe, Associated Press\nText", "Jane Doe", "Associated Press"),
        ("By Jane Doe, Defence Correspondent\nText", "Jane Doe", None),
        ("By Abdul al-Hakim in Baghdad\nText", "Abdul al-Hakim", None),
        ("**By Jane O’Neil**\nText", "Jane O’Neil", None),
        ("MOSUL, Iraq (Reuters) - Two soldiers were killed.", None, "Reuters"),
        ("MOSUL, Iraq, March 3 (AP) — Two soldiers were killed.", None, "Associated Press"),
        ("(AFP) - Two soldiers were killed.", None, "Agence France-Presse"),
        ("Title\nMOSUL (Reuters/AFP) - Two soldiers were killed.", None, "Reuters"),
        ("Title\nThe Associated Press\nTwo soldiers were killed.", None, "Associated Press"),
        ("By REUTERS\nTwo soldiers were killed.", None, "Reuters"),
        ("Two soldiers were killed on Tuesday.\n\n— AFP\n", None, "Agence France-Presse"),
        ("Two soldiers were killed on Tuesday.\n(Reuters)", None, "Reuters"),
        # No credits.
        ("Two soldiers were killed, the Associated Press (AP) reported.", None, None),
        ("The ministry (MNA) - once called something else - denied it.", None, "Mehr News Agency"),
        ("By the time the patrol came back it was dark.", None, None),
        ("By Tuesday evening, nobody had claimed the attack, police said.", None, None),
        ("Party list\nPA\nAA\nResults", None, None),
        ("\n".join(["Line"] * 9) + "\nBy Jane Doe\nText", None, None),
        ("", None, None),
    ],
)
def test_bylines_and_agencies(text: str, byline: str | None, agency: str | None) -> None:
    assert (bylines.byline(text), bylines.agency(text)) == (byline, agency)


def test_agencies_go_by_several_names() -> None:
    assert bylines.agency_called(" the  associated press ") == "Associated Press"
    assert bylines.agency_called("The Tigris Ledger") is None


@given(st.text(alphabet="By anJoeDr,.-()/\n\t’'&", max_size=400))
def test_any_text_is_read(text: str) -> None:
    byline = bylines.byline(text)
    assert byline is None or byline in " ".join(text.split())
