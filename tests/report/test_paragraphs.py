import pytest

from sayso.records.reading import Sentence
from sayso.report.paragraphs import number_at, paragraphs
from tests.build import analysis

CASES = {
    "one line": ("One. Two.", [(1, 2)]),
    "blank line": ("One. Two.\n\nThree.", [(1, 2), (2, 1)]),
    "line": ("One. Two.\nThree.", [(1, 2), (2, 1)]),
    "headings have no number": (
        "Title\n\nOne.\n\nPart\nTwo.",
        [(None, 1), (1, 1), (None, 1), (2, 1)],
    ),
    "no text": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_paragraphs(text: str, expected: list[tuple[int | None, int]]) -> None:
    found = paragraphs(analysis(text))
    assert [(one.number, len(one.sentences)) for one in found] == expected


def test_a_sentence_that_ends_with_its_wrapped_line_ends_no_paragraph() -> None:
    text = "A sentence over\ntwo lines.\nAnother one.\n\nA new paragraph."
    spans = [(0, 26), (27, 39), (41, 57)]
    sentences = tuple(Sentence(start=start, end=end, voice="own") for start, end in spans)
    found = paragraphs(analysis(text, sentences=sentences))
    assert [len(one.sentences) for one in found] == [2, 1]


def test_number_at() -> None:
    text = "Title\n\nOne.\n\nTwo."
    found = paragraphs(analysis(text))
    assert [number_at(found, text.index(word)) for word in ("Title", "One", "Two")] == [None, 1, 2]
