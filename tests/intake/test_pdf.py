from collections.abc import Callable

import pytest

from sayso.errors import IntakeError
from sayso.records.text import Document
from tests.intake.pdfs import FULL, paragraph, pdf

TextOf = Callable[..., str]
Refusal = Callable[..., IntakeError]
Read = Callable[..., list[Document | IntakeError]]

AMBUSH = paragraph(
    FULL,
    "Two soldiers were killed near the old bridge on Tues-",
    "day when gunmen opened fire on a patrol, the pro-",
    "vincial council said. It blamed the Iranian-",
    "backed Lake Front, which is active on the river.",
)
DENIAL = paragraph(
    FULL - 90,
    "A spokesman for the Front denied any part in it, and",
    "said that it kept the truce.",
)
AMBUSH_TEXT = (
    "Two soldiers were killed near the old bridge on Tuesday when gunmen opened fire on a patrol, "
    "the provincial council said. It blamed the Iranian-backed Lake Front, which is active on the "
    "river."
)
DENIAL_TEXT = "A spokesman for the Front denied any part in it, and said that it kept the truce."


def test_lines_become_paragraphs(text_of: TextOf) -> None:
    assert text_of("a.pdf", pdf([*AMBUSH, *DENIAL])) == f"{AMBUSH_TEXT}\n\n{DENIAL_TEXT}"


def test_paragraphs_may_be_set_off_by_an_indent(text_of: TextOf) -> None:
    first = paragraph(
        FULL, "Two soldiers were killed near the old bridge on", "Tuesday, they said."
    )
    second = paragraph(FULL - 28, "A spokesman for the Front denied it,", left=90)
    third = paragraph(FULL - 42, "and said that it kept the truce that was agreed in")
    assert text_of("a.pdf", pdf([*first, *second, *third])) == (
        "Two soldiers were killed near the old bridge on Tuesday, they said.\n\n"
        "A spokesman for the Front denied it, and said that it kept the truce that was agreed in"
    )


def test_a_paragraph_runs_on_over_the_page_and_its_furniture(text_of: TextOf) -> None:
    pages = [
        [(72, 780, "Nineveh Monitor, bulletin 7"), *AMBUSH[:2], (300, 40, "1")],
        [(72, 780, "Nineveh Monitor, bulletin 7"), *AMBUSH[2:], (300, 40, "2")],
        [(72, 780, "Nineveh Monitor, bulletin 7"), *DENIAL, (300, 40, "Page 3 of 3")],
    ]
    assert text_of("a.pdf", pdf(*pages)) == f"{AMBUSH_TEXT}\n\n{DENIAL_TEXT}"


def test_a_word_that_the_document_writes_with_its_hyphen_keeps_it(text_of: TextOf) -> None:
    lines = paragraph(
        FULL, "The cease-fire held for a day. The cease-", "fire then broke, they said."
    )
    assert text_of("a.pdf", pdf(lines)).endswith("The cease-fire then broke, they said.")


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("Two soldiers were killed near the old bridge", True),
        ("Microsoft Word - draft2.doc", False),
    ],
)
def test_a_title_is_taken_only_when_the_page_shows_it(read: Read, title: str, taken: bool) -> None:  # noqa: FBT001
    (found,) = read("a.pdf", pdf(AMBUSH, title=title))
    assert isinstance(found, Document)
    assert found.title == (title if taken else None)
    assert found.published is None


def test_a_locked_pdf_is_said(refusal: Refusal) -> None:
    assert refusal("a.pdf", pdf(AMBUSH, locked=True)).reason == "is locked with a password"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_pdf_is_said(refusal: Refusal, share: float) -> None:
    data = pdf([*AMBUSH, *DENIAL])
    assert "is cut off" in refusal("a.pdf", data[: int(share * len(data))]).reason


def test_pages_without_text_are_said(refusal: Refusal) -> None:
    assert "its pages are pictures" in refusal("a.pdf", pdf([], [])).reason


def test_a_pdf_that_is_half_pictures_is_read_and_said(read: Read) -> None:
    found, error = read("a.pdf", pdf(DENIAL, []))
    assert isinstance(found, Document)
    assert found.text == DENIAL_TEXT
    assert isinstance(error, IntakeError)
    assert error.reason == "is read in part: 1 of its 2 pages have no text"


def test_rubbish_with_the_marks_of_a_pdf_is_said(refusal: Refusal) -> None:
    assert "is no PDF that can be opened" in refusal("a.pdf", b"%PDF-1.4\nrubbish\n%%EOF").reason


def test_a_pdf_is_recognised_whatever_it_is_called(text_of: TextOf) -> None:
    assert text_of("download.html", pdf(DENIAL)) == DENIAL_TEXT
