"""Plain text, and every bad input that the contract lists for it."""

from collections.abc import Callable

import pytest

from sayso.errors import IntakeError
from sayso.intake.identity import sha256
from sayso.records.text import Document

TextOf = Callable[..., str]
Read = Callable[..., list[Document | IntakeError]]


def test_text_is_kept_but_for_its_mark_and_line_ends(text_of: TextOf) -> None:
    data = "\ufeffHeading\r\n\r\n  Two soldiers\twere killed. \rNo more.\n\n".encode()
    assert text_of("a.txt", data) == "Heading\n\n  Two soldiers\twere killed. \nNo more.\n\n"


def test_markdown_is_kept_as_it_is(text_of: TextOf) -> None:
    assert text_of("a.md", b"# Heading\n\nTwo *soldiers*.\n") == "# Heading\n\nTwo *soldiers*.\n"


def test_a_document_is_called_as_it_was_named_and_claims_nothing(read: Read) -> None:
    text = (
        "Ambush near Mosul\nBy Jane Doe\n\nMOSUL, Iraq (AP) - Two soldiers were killed in May 2024."
    )
    (found,) = read("a.txt", text.encode())
    assert found == Document(
        id="a.txt",
        text=text,
        sha256=sha256(text),
        language="en",
        byline="Jane Doe",
        agency="Associated Press",
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        ("\ufeff\n".encode(), "holds no text"),
        (bytes(range(256)) * 50, "is no text"),
        (b"\x7fELF\x02\x01\x01" + bytes(57), "is no text"),
        (b"abcde\xff\xfe" + bytes(range(0x80, 0x100)), "is in no encoding that can be told"),
    ],
)
def test_what_is_no_text_is_said(
    refusal: Callable[..., IntakeError], data: bytes, reason: str
) -> None:
    assert reason in refusal("a.txt", data).reason


def test_ten_megabytes_are_read(text_of: TextOf) -> None:
    data = b"Two soldiers were killed on Tuesday, the council said.\n" * 190_000
    assert len(text_of("a.txt", data)) == len(data)


def test_past_the_limit_the_limit_is_said(refusal: Callable[..., IntakeError]) -> None:
    assert "is larger than 50,000,000 bytes" in refusal("a.txt", b"a " * 25_000_001).reason
    assert "is larger than 9 bytes" in refusal("a.txt", b"Ten bytes.", max_bytes=9).reason


@pytest.mark.parametrize(
    "text",
    [
        "and they said that " * 6_000 + "it was over.",
        "Two\0soldiers were killed on Tuesday, police said. " * 3,
        "قال متحدث باسم جبهة البحيرة: \u202bلم نفعل\u202c شيئا (Lake Front) يوم الثلاثاء.",
        "e\u0301te\u0301 Z\u0351\u036b\u0343a\u0321\u0353lgo 👩\u200d👩\u200d👧 was there.",
    ],
    ids=["one sentence of 100,000 characters", "NULs", "right to left", "combining"],
)
def test_unusual_text_is_kept_exactly(text_of: TextOf, text: str) -> None:
    assert text_of("a.txt", text.encode()) == text


def test_another_language_is_found_and_the_text_is_there(read: Read) -> None:
    (found,) = read("a.txt", "Les autorités ont démenti toute implication dans l'attaque.".encode())
    assert isinstance(found, Document)
    assert found.language == "fr"
