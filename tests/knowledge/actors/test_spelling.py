import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.actors.spelling import bare, key, spellings, untitled


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Harbour Brigade", "Harbour Brigade"),
        ("the Harbour Brigade's", "Harbour Brigade"),
        ("the Harbour Scouts'", "Harbour Scouts"),
        ("Harbour Brigade", "Harbour Brigade"),
    ],
)
def test_bare(name: str, expected: str) -> None:
    assert bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Prime Minister Idris Valo", "Idris Valo"),
        ("Lt. Gen. Idris Valo", "Idris Valo"),
        ("the President", "President"),
        ("Idris Valo", "Idris Valo"),
    ],
)
def test_untitled(name: str, expected: str) -> None:
    assert untitled(name) == expected


def test_a_person_is_also_found_under_first_and_last_name() -> None:
    assert spellings("Dr. Idris Benat Valo Jr.", person=True) == (
        "idris benat valo jr",
        "idris valo",
    )


def test_a_body_is_also_found_without_its_legal_form() -> None:
    assert spellings("Valo Shipping Co. Ltd", person=False) == (
        "valo shipping co ltd",
        "valo shipping",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("qasem al walid", "qassem al waleed"), ("hezbollah", "hizballah")],
)
def test_transliterations_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@given(st.text(max_size=300))
def test_any_text_has_spellings_of_bounded_length(name: str) -> None:
    for person in (True, False):
        assert all(isinstance(key(spelling), int) for spelling in spellings(name, person=person))
