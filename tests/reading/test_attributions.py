"""Marks are written by hand: one letter a piece says its tag, and each cue what it points at."""

import numpy as np
import pytest

from sayso.reading.attributions import Joined, join, spans
from sayso.reading.tagger.marks import CONTENT, SOURCE, Cue, Marks
from sayso.reading.tagger.network import Floats
from sayso.reading.tagger.pieces import pieces
from sayso.reading.tagger.spans import Run
from tests.reading.marking import blank

SURE = 5.0


def _marks(text: str, *, source: str, content: str, cues: tuple[Cue, ...]) -> Marks:
    coded = pieces(text)
    tags = np.full((len(coded), 3, 3), -SURE, dtype=np.float32)
    tags[:, 1, 0] = 0
    for role, row in ((SOURCE, source), (CONTENT, content)):
        for piece, tag in enumerate(row):
            tags[piece, role, "-BI".index(tag)] = 0
    return blank(text, tags=tags, cues=cues)


def _cue(at: int, size: int, *, source: Run | None, content: Run, offset: int = 0) -> Cue:
    pointed, claimed = (np.full(size, -SURE, dtype=np.float32) for _ in range(2))
    if source:
        pointed[source[0] - offset : source[1] - offset] = SURE
    claimed[content[0] - offset : content[1] - offset] = SURE
    return Cue(at, at + 1, offset, pointed, claimed, 0.0)


def _join(text: str, *, source: str, content: str, cues: tuple[Cue, ...]) -> list[Joined]:
    return join(text, _marks(text, source=source, content=content, cues=cues))


def _parts(joined: list[Joined]) -> list[tuple[Run | None, Run, tuple[Run, ...]]]:
    return [(each.source, each.cue, each.content) for each in joined]


def test_each_cue_gets_the_source_it_points_at_and_the_content_it_claims() -> None:
    joined = _join(
        "Asha said it fell. Omar denied it.",
        source="B----B---",
        content="--BI---B-",
        cues=(_cue(1, 9, source=(0, 1), content=(2, 4)), _cue(6, 9, source=(5, 6), content=(7, 8))),
    )
    assert _parts(joined) == [((0, 1), (1, 2), ((2, 4),)), ((5, 6), (6, 7), ((7, 8),))]


def test_a_content_in_two_pieces_has_one_cue() -> None:
    joined = _join(
        "It fell, Asha said, and burned.",
        source="---B----",
        content="BI----BI",
        cues=(
            Cue(
                4,
                5,
                0,
                np.array([-5, -5, -5, 5, -5, -5, -5, -5], dtype=np.float32),
                np.array([5, 5, -5, -5, -5, -5, 5, 5], dtype=np.float32),
                0.0,
            ),
        ),
    )
    assert _parts(joined) == [((3, 4), (4, 5), ((0, 2), (6, 8)))]


def test_no_source_is_an_answer() -> None:
    joined = _join(
        "It reportedly fell, Asha.",
        source="----B-",
        content="B-B---",
        cues=(_cue(1, 6, source=None, content=(0, 3)),),
    )
    assert [each.source for each in joined] == [None]


def test_a_cue_without_content_says_nothing() -> None:
    joined = _join(
        "Asha spoke.",
        source="B--",
        content="---",
        cues=(_cue(1, 3, source=(0, 1), content=(0, 0)),),
    )
    assert joined == []


def test_a_content_that_no_window_ties_to_a_cue_is_dropped() -> None:
    scores: Floats = np.zeros(2, dtype=np.float32)
    joined = _join(
        "Asha said. It fell far away.",
        source="B-------",
        content="-----BI-",
        cues=(Cue(1, 2, 0, scores, scores, 0.0),),
    )
    assert joined == []


def test_surer_marks_make_surer_attributions() -> None:
    text = "Asha said it fell."

    def evidence(odds: float) -> float:
        cue = _cue(1, 5, source=(0, 1), content=(2, 4))
        marks = _marks(text, source="B----", content="--BI-", cues=(cue,))
        weak = marks._replace(tags=marks.tags + np.float32(odds))
        return join(text, weak)[0].evidence.content

    assert evidence(0.0) > evidence(-1.0)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Talks stall\n\nTalks stall, Asha said", ((2, 4),)),
        # A paragraph that a mark closes may go on: a quotation does.
        ("“Talks stall.\n\n“Talks end, Asha said", ((0, 7),)),
    ],
)
def test_a_heading_is_not_said_by_what_follows_it(text: str, content: tuple[Run, ...]) -> None:
    size = len(pieces(text))
    end = content[-1][1]
    cue = _cue(size - 1, size, source=(size - 2, size - 1), content=(end - 2, end))
    tags = "B" + "I" * (end - 1) + "-" * (size - end)
    joined = _join(text, source="-" * (size - 2) + "B-", content=tags, cues=(cue,))
    assert joined[0].content[-1] == content[-1]


def test_why_a_source_is_not_named_is_not_what_it_said() -> None:
    text = "It fell, an aide said on condition of anonymity because talks go on"
    cue = _cue(5, 16, source=(3, 5), content=(0, 16))
    joined = _join(text, source="---BI" + "-" * 11, content="BI" + "-" * 11 + "BII", cues=(cue,))
    assert _parts(joined) == [((3, 5), (5, 6), ((0, 2),))]


def test_spans_are_whole_words() -> None:
    text = "Albukamal fell"
    coded = pieces(text)
    assert len(coded) > 2  # the vocabulary cuts the name
    assert spans(text, coded, [(0, 1)]) == ((0, 9),)
