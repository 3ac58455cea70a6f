import pytest

from sayso.desk.identity import address, digest
from tests.desk.made import OTHER, WIRE, document

PAGE = "delta.example/2026/trucks"


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://delta.example/2026/trucks", PAGE),
        ("http://Delta.Example:80/2026/trucks/#top", PAGE),
        ("https://delta.example:443/2026/trucks/", PAGE),
        ("https://delta.example:8443/2026/trucks", "delta.example:8443/2026/trucks"),
        ("https://delta.example/2026/Trucks", "delta.example/2026/Trucks"),
        ("https://delta.example/?p=7", "delta.example?p=7"),
        ("https://user:word@delta.example/2026/trucks", PAGE),
        ("https://delta.example/", None),
        ("https://delta.example", None),
        ("ftp://delta.example/file", None),
        ("delta.example/2026", None),
        ("https://[broken/a", None),
        ("https://delta.example:port/a", None),
        ("", None),
        (None, None),
    ],
)
def test_what_urls_of_one_page_have_in_common(url: str | None, same: str | None) -> None:
    assert address(url) == same


def test_a_digest_is_of_what_is_said_and_not_of_where() -> None:
    known = digest(document("a", WIRE, title="Trucks"))
    assert known == digest(document("b", WIRE, title="Trucks", url="https://delta.example/a"))
    others = [
        document("a", OTHER, title="Trucks"),
        document("a", WIRE),
        document("a", WIRE, publisher="Trucks"),
        document("a", WIRE, title="Trucks\ud83d"),
    ]
    assert len({known, *map(digest, others)}) == 5
