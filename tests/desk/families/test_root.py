import pytest

from sayso.desk.families.root import root
from sayso.desk.families.signature import Signature, signature
from tests.desk.families.texts import FERRY, document


def member(name: str, **stated: str) -> Signature:
    return signature(document(name, FERRY, **stated))


def test_the_agency_named_comes_first_however_late() -> None:
    found = root(
        [
            member("a", published="2026-03-04T08:00Z", agency="Northern Wire"),
            member("b", published="2026-03-04T09:00Z", publisher="The Northern Wire"),
            member("c", published="2026-03-04T10:00Z", agency="Northern Wire"),
        ]
    )
    assert (found.document, found.agency) == ("b", "Northern Wire")
    assert found.reason == "published by Northern Wire, credited"


@pytest.mark.parametrize(
    ("dates", "first", "reason"),
    [
        (("2026-03-05", "2026-03-04T10:00Z", "2026-03-04"), "b", "the earliest"),
        (("", "2026-03-04T10:00+05:00", "2026-03-04T06:00Z"), "b", "the earliest"),
        (("", "", ""), "a", "none is dated; first by id"),
    ],
)
def test_else_the_earliest(dates: tuple[str, str, str], first: str, reason: str) -> None:
    members = [member(name, published=date) for name, date in zip("abc", dates, strict=True)]
    found = root(members)
    assert (found.document, found.reason) == (first, reason)


def test_an_agency_outside_the_family_is_named() -> None:
    stated = {"a": "Northern Wire", "b": "Northern Wire", "c": "Coast Desk"}
    found = root([member(name, agency=agency) for name, agency in stated.items()])
    assert (found.document, found.agency) == ("a", "Northern Wire")


def test_alone() -> None:
    assert root([member("a")]).reason == "the only one"
