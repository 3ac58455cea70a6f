import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.families.words import readable, words


def kept(text: str) -> list[str]:
    found = words(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said that it was on the road", ["army", "road"]),
        ("Colonel Traoré’s men", ["Colonel", "Traoré", "men"]),
        ("<p>Two boats</p><!-- advert -->", ["Two", "boats"]),
        ("smoke &amp; fire", ["smoke", "fire"]),
        ("rates < 5 and > 3", ["rates", "5", "3"]),
        ("军队说", ["军", "队", "说"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_which_words_count(text: str, expected: list[str]) -> None:
    assert kept(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sévaré", "Sevare"), ("GAO", "Gao"), ("ﬁre", "fire"), ("Straße", "STRASSE")],
)
def test_one_word_whatever_its_dress(one: str, other: str) -> None:
    assert words(one).ids.tolist() == words(other).ids.tolist()


def test_lines_and_quotations_bound_words() -> None:
    found = words('Village burned\n\nof the\n"Nobody came," Awa Diallo said')
    assert found.lines == ((0, 2), (2, 6))
    assert found.quoted == ((2, 4),)


@given(st.text() | st.text('<>&!-/ab#;\n "“”’', max_size=60))
def test_offsets_hold_for_any_text(text: str) -> None:
    assert len(readable(text)) == len(text)
    found = words(text)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True)
    )
    assert all(0 <= first < after <= len(found.ids) for first, after in found.lines + found.quoted)
